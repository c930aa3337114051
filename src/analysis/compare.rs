//! Several cases planned side by side, each beginning near the base's plan. The
//! plan of each is then a candidate in every other, so that an option that only
//! tightens another never comes out better because of the search.
//!
//! All share one time limit. The base has the largest share, since the others
//! start from its plan: repairing that takes seconds where a plan from nothing
//! takes many. Cases that are left without a plan start once more, from all plans
//! there are.

use super::adopt::{adopt, better, keep_bounds, tier_values};
use crate::domain::{Limits, Scenario};
use crate::model::keys::Places;
use crate::plan::Plan;
use crate::planning::places::places_of;
use crate::planning::store::{Key, Store, Stored};
use crate::planning::time_budget::{SECOND_SHARE, TimeBudget, first_share, rounds};
use crate::planning::{Ending, Planned};
use crate::scenario::Loaded;
use crate::solve::parallel::parallel_map;
use crate::solve::{Observer, SearchOptions};
use crate::verify::verify;

/// A case to be planned.
#[derive(Debug)]
pub struct Case {
    /// Name of its file, without the ending.
    pub name: String,
    /// The case, with its file as it was put together.
    pub loaded: Loaded,
    /// Limits of its run; it has a share of the comparison's time as well.
    pub limits: Limits,
}

impl Case {
    /// The case itself.
    pub fn scenario(&self) -> &Scenario {
        &self.loaded.scenario
    }
}

/// A case with what became of it.
#[derive(Debug)]
pub struct Compared {
    /// What became of it.
    pub ending: Ending,
    /// Whether its plan was kept from an earlier run with the same scenario,
    /// version and options.
    pub reused: bool,
    /// Name of the case whose plan was taken over, because it is valid here and
    /// better than what was found here.
    pub from: Option<String>,
    /// Whether the base's plan is valid here.
    pub keeps_base_plan: bool,
}

impl Compared {
    fn found(ending: Ending, reused: bool) -> Self {
        Self { ending, reused, from: None, keeps_base_plan: false }
    }
}

/// Share of the time for the runs; the rest is for offering each plan to all.
const RUNS: f64 = 0.93;

/// Plans the cases: the base first, the others near its plan, so many at a
/// time. Each then takes over the best plan of the others that passes its
/// verification, if that is better than its own. `observers` has one for each
/// case; `seconds` are for the whole comparison.
pub fn compare(
    cases: &[Case],
    base: usize,
    (together, seconds): (u32, Option<f64>),
    store: Option<&Store>,
    observers: &[&dyn Observer],
) -> Vec<Compared> {
    let whole = TimeBudget::start(seconds, observers[base]);
    let runs = whole.part(RUNS);
    let others: Vec<usize> = (0..cases.len()).filter(|index| *index != base).collect();
    let count = rounds(u32::try_from(others.len()).unwrap_or(u32::MAX), together);
    let own = first_share(count);
    let of_all = |share: f64| seconds.map(|seconds| seconds * share * RUNS);
    let mut first = plan_case(&cases[base], None, store, (&runs, own, of_all(own)));
    if matches!(first.ending, Ending::NothingFound) && !runs.is_over() {
        // The others depend on it.
        first = plan_case(&cases[base], None, store, (&runs, SECOND_SHARE, of_all(own)));
    }
    let near = first.ending.verified().map(|planned| (&cases[base], &planned.places));
    let planned = of_all((1.0 - own) / f64::from(count.max(1)));
    let mut results = runs.divide(together, &others, |index, share| {
        let budget = runs.watched_by(observers[*index]);
        plan_case(&cases[*index], near, store, (&budget, share, planned))
    });
    results.insert(base, first);
    once_more(cases, (together, &whole), observers, &mut results);
    share(cases, (base, together), results)
}

/// Plans the cases that are left without a plan from all plans that there are,
/// with what is left of the time.
fn once_more(
    cases: &[Case],
    (together, budget): (u32, &TimeBudget<'_>),
    observers: &[&dyn Observer],
    results: &mut [Compared],
) {
    let places: Vec<&Places> =
        (results.iter()).filter_map(|result| Some(&result.ending.verified()?.places)).collect();
    let left: Vec<usize> = (0..cases.len())
        .filter(|index| matches!(results[*index].ending, Ending::NothingFound))
        .collect();
    if places.is_empty() {
        return;
    }
    let search = SearchOptions { start_plans: &places, objective_override: None };
    let endings = budget.divide(together, &left, |index, share| {
        let budget = budget.watched_by(observers[*index]);
        let case = &cases[*index];
        budget.plan(case.scenario(), &case.limits, share, search)
    });
    for (index, ending) in left.into_iter().zip(endings) {
        if ending.verified().is_some() {
            results[index].ending = ending;
        }
    }
}

/// Cases whose plans are there already, as they stand: nothing is planned and nothing
/// taken over.
pub fn of_plans(cases: &[Case], base: usize, plans: Vec<Plan>) -> Vec<Compared> {
    let valid: Vec<bool> = cases
        .iter()
        .map(|case| plans.get(base).is_some_and(|plan| adopt(case.scenario(), plan).is_some()))
        .collect();
    let planned = cases.iter().zip(plans).map(|(case, plan)| Planned {
        places: places_of(case.scenario(), &plan),
        verification: verify(case.scenario(), &plan),
        plan,
        timings: Vec::new(),
    });
    let endings = planned.map(|planned| Ending::Planned(Box::new(planned)));
    endings
        .zip(valid)
        .map(|(ending, keeps_base_plan)| Compared {
            keeps_base_plan,
            ..Compared::found(ending, false)
        })
        .collect()
}

/// Offers every plan to every other case, as first planned: what a case takes
/// over is not offered again, so that their order decides nothing.
fn share(
    cases: &[Case],
    (base, together): (usize, u32),
    mut results: Vec<Compared>,
) -> Vec<Compared> {
    let all: Vec<usize> = (0..cases.len()).collect();
    let taken = parallel_map(together, &all, |index| take_over(cases, &results, *index));
    for (result, taken) in results.iter_mut().zip(taken) {
        if let Some((from, mut planned)) = taken {
            if let Ending::Planned(own) = &mut result.ending {
                planned.timings = std::mem::take(&mut own.timings);
            }
            result.ending = Ending::Planned(Box::new(planned));
            result.from = Some(cases[from].name.clone());
        }
    }
    let base = results[base].ending.verified().map(|base| &base.plan);
    let valid = parallel_map(together, &all, |index| {
        base.is_some_and(|base| adopt(cases[*index].scenario(), base).is_some())
    });
    for (result, valid) in results.iter_mut().zip(valid) {
        result.keeps_base_plan = valid;
    }
    results
}

/// The best plan of the other cases, with the case that it comes from, if it is
/// better than the case's own.
fn take_over(cases: &[Case], results: &[Compared], index: usize) -> Option<(usize, Planned)> {
    let (scenario, limits) = (cases[index].scenario(), &cases[index].limits);
    let others = results.iter().enumerate().filter(|(one, _)| *one != index);
    let mut offered: Vec<(usize, Plan)> = others
        .filter_map(|(other, result)| {
            let (plan, _) = adopt(scenario, &result.ending.verified()?.plan)?;
            Some((other, plan))
        })
        .collect();
    let own = results[index].ending.verified().map(|own| &own.plan);
    let values: Vec<Vec<f64>> = offered.iter().map(|(_, plan)| tier_values(plan)).collect();
    let own_values = own.map(tier_values);
    let best = better(&scenario.tiers, own_values.as_deref(), &values)?;
    let (from, mut plan) = offered.swap_remove(best);
    keep_bounds(scenario, limits, own, &mut plan);
    let verification = verify(scenario, &plan);
    let planned =
        Planned { places: places_of(scenario, &plan), plan, verification, timings: Vec::new() };
    planned.verification.passed().then_some((from, planned))
}

/// Plans a case with a share of what is left. `planned` are the seconds that it has
/// if no run ends early: plans are kept for the same time only.
fn plan_case(
    case: &Case,
    near: Option<(&Case, &Places)>,
    store: Option<&Store>,
    (budget, share, planned): (&TimeBudget<'_>, f64, Option<f64>),
) -> Compared {
    let near_hash = near.map(|(base, _)| base.scenario().hash.as_str());
    let limits = Limits { time_limit_s: planned.or(case.limits.time_limit_s), ..case.limits };
    let key = Key::new(case.scenario(), &limits, near_hash);
    if let Some(kept) = store.and_then(|store| store.find(&key)) {
        let verification = verify(case.scenario(), &kept.plan);
        // What is kept is trusted no more than what is computed.
        if verification.passed() {
            let planned =
                Planned { plan: kept.plan, verification, places: kept.places, timings: Vec::new() };
            return Compared::found(Ending::Planned(Box::new(planned)), true);
        }
    }
    let places = near.map(|(_, places)| places);
    let search = SearchOptions { start_plans: places.as_slice(), objective_override: None };
    let ending = budget.plan(case.scenario(), &case.limits, share, search);
    let interrupted = budget.stop();
    if let (Some(planned), Some(store), false) = (ending.verified(), store, interrupted) {
        store.keep(&key, &Stored { plan: planned.plan.clone(), places: planned.places.clone() });
    }
    Compared::found(ending, false)
}
