//! Several cases planned side by side, each beginning near the base's plan. The
//! plan of each is then a candidate in every other, so that an option that only
//! tightens another never comes out better because of the search.

use super::adopt::{adopt, better, keep_bounds, tier_values};
use super::places::places_of;
use super::run::plan_by;
use super::store::{Key, Store, Stored};
use super::{Infeasibility, Outcome, Planned};
use crate::domain::{Limits, Scenario};
use crate::model::keys::Places;
use crate::plan::Plan;
use crate::scenario::Loaded;
use crate::solve::backend::SolverError;
use crate::solve::parallel::parallel_map;
use crate::solve::{Highs, Observer, SearchOptions};
use crate::verify::verify;

/// A case to be planned.
#[derive(Debug)]
pub struct Case {
    /// Name of its file, without the ending.
    pub name: String,
    /// The case, with its file as it was put together.
    pub loaded: Loaded,
    /// Limits of its run.
    pub limits: Limits,
}

impl Case {
    /// The case itself.
    #[must_use]
    pub fn scenario(&self) -> &Scenario {
        &self.loaded.scenario
    }
}

/// What became of a case.
#[derive(Debug)]
pub enum Ending {
    /// A plan, with its verification.
    Planned(Box<Planned>),
    /// No plan can satisfy the hard rules.
    Infeasible(Infeasibility),
    /// The limit came before any plan.
    NothingFound,
    /// The solver failed.
    Failed(SolverError),
}

impl From<Result<Outcome, SolverError>> for Ending {
    fn from(outcome: Result<Outcome, SolverError>) -> Self {
        match outcome {
            Ok(Outcome::Planned(planned)) => Self::Planned(planned),
            Ok(Outcome::Infeasible(why)) => Self::Infeasible(why),
            Ok(Outcome::NothingFound) => Self::NothingFound,
            Err(error) => Self::Failed(error),
        }
    }
}

impl Ending {
    /// The plan, if there is a verified one.
    #[must_use]
    pub fn verified(&self) -> Option<&Planned> {
        match self {
            Self::Planned(planned) if planned.verification.passed() => Some(planned),
            _ => None,
        }
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
}

/// Plans the cases: the base first, the others near its plan, so many at a
/// time. Each then takes over the best plan of the others that passes its
/// verification, if that is better than its own. `observers` has one for each
/// case.
#[must_use]
pub fn compare(
    cases: &[Case],
    base: usize,
    together: u32,
    store: Option<&Store>,
    observers: &[&dyn Observer],
) -> Vec<Compared> {
    let first = plan_case(&cases[base], None, store, observers[base]);
    let near = first
        .ending
        .verified()
        .map(|planned| (&cases[base], &planned.places));
    let others: Vec<usize> = (0..cases.len()).filter(|index| *index != base).collect();
    let work = |index: &usize| plan_case(&cases[*index], near, store, observers[*index]);
    let mut results = parallel_map(together, &others, work);
    results.insert(base, first);
    share(cases, together, results)
}

/// Offers every plan to every other case, as first planned: what a case takes
/// over is not offered again, so that their order decides nothing.
fn share(cases: &[Case], together: u32, mut results: Vec<Compared>) -> Vec<Compared> {
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
    let planned = Planned {
        places: places_of(scenario, &plan),
        plan,
        verification,
        timings: Vec::new(),
    };
    planned.verification.passed().then_some((from, planned))
}

fn plan_case(
    case: &Case,
    near: Option<(&Case, &Places)>,
    store: Option<&Store>,
    observer: &dyn Observer,
) -> Compared {
    let near_hash = near.map(|(base, _)| base.scenario().hash.as_str());
    let key = Key::new(case.scenario(), &case.limits, near_hash);
    if let Some(kept) = store.and_then(|store| store.find(&key)) {
        let verification = verify(case.scenario(), &kept.plan);
        // What is kept is trusted no more than what is computed.
        if verification.passed() {
            return Compared {
                ending: Ending::Planned(Box::new(Planned {
                    plan: kept.plan,
                    verification,
                    places: kept.places,
                    timings: Vec::new(),
                })),
                reused: true,
                from: None,
            };
        }
    }
    let places = near.map(|(_, places)| places);
    let search = SearchOptions {
        start_plans: places.as_slice(),
        objective_override: None,
    };
    let ending: Ending = plan_by(&Highs, case.scenario(), &case.limits, observer, search).into();
    let interrupted = observer.stop();
    if let (Some(planned), Some(store), false) = (ending.verified(), store, interrupted) {
        store.keep(
            &key,
            &Stored {
                plan: planned.plan.clone(),
                places: planned.places.clone(),
            },
        );
    }
    Compared {
        ending,
        reused: false,
        from: None,
    }
}
