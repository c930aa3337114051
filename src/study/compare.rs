//! Several cases planned side by side, each beginning near the base's plan.

use super::run::plan_by;
use super::store::{Key, Store, Stored};
use super::{Infeasibility, Outcome, Planned};
use crate::domain::{Limits, Scenario};
use crate::model::keys::Places;
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
}

/// Plans the cases: the base first, the others near its plan, so many at a
/// time. `observers` has one for each case.
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
    results
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
    }
}
