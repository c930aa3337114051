//! A menu of repairs: several different cheapest ways to a plan, each of which
//! is planned in full and verified.

use super::changes::changes;
use super::goal::{brought_forward, held};
use super::granted::Granted;
use super::search::{Candidate, Search};
use super::{Asked, concessions};
use crate::diagnostic::Diagnostic;
use crate::domain::{Negotiable, Scenario};
use crate::planning::Planned;
use crate::planning::run::{Walked, walk};
use crate::planning::time_budget::TimeBudget;
use crate::scenario::Change;
use crate::solve::backend::SolverError;
use crate::solve::{self, Highs};

/// Share of what is left for planning a candidate in full.
const PLAN: f64 = 0.5;

/// A way to a plan.
#[derive(Debug)]
pub struct Repair {
    /// What is granted; nothing if there is a plan as it is.
    pub granted: Vec<Granted>,
    /// What that costs beyond the plan's own cost, 万元.
    pub price: f64,
    /// Whether it is proven that no cheaper way is left: none that does not
    /// contain one of the ways before it.
    pub proven: bool,
    /// The same as changes to the scenario.
    pub changes: Vec<Change>,
    /// The scenario with these changes.
    pub scenario: Scenario,
    /// Its plan.
    pub planned: Box<Planned>,
}

/// A way for which no verified plan could be shown.
#[derive(Debug)]
pub struct Unplanned {
    /// What would be granted.
    pub granted: Vec<Granted>,
    /// Its price, 万元.
    pub price: f64,
    /// Why there is no plan to show.
    pub why: Why,
}

/// Why there is no plan to show for a way.
#[derive(Debug)]
pub enum Why {
    /// No plan was found in time.
    NothingFound,
    /// There is none after all: whole posts cannot be had.
    Impossible,
    /// The plan did not pass its verification.
    Unverified,
    /// The scenario's own checks refuse the changes.
    Refused(Vec<Diagnostic>),
}

/// The menu.
#[derive(Debug)]
pub struct Repairs {
    /// What is negotiable.
    pub negotiable: Vec<Negotiable>,
    /// The ways, the cheapest first.
    pub found: Vec<Repair>,
    /// Ways without a plan to show.
    pub unplanned: Vec<Unplanned>,
    /// Whether the search was completed: there are no cheaper ways.
    pub complete: bool,
    /// Whether all ways were found that there are.
    pub exhausted: bool,
}

/// Looks for repairs.
///
/// # Errors
///
/// When the solver fails.
pub fn repairs(budget: &TimeBudget<'_>, asked: Asked<'_>) -> Result<Repairs, SolverError> {
    let concessions = concessions(asked.scenario);
    let mut search = Search::new(budget, asked, &concessions);
    let mut menu = Repairs {
        negotiable: concessions.iter().map(|one| one.what).collect(),
        found: Vec::new(),
        unplanned: Vec::new(),
        complete: true,
        exhausted: false,
    };
    let count = usize::try_from(asked.count).unwrap_or(usize::MAX);
    // Ways without a plan must not be looked for without end.
    while menu.found.len() < count && menu.unplanned.len() < count.saturating_mul(2) {
        let Some(candidate) = search.next()? else {
            menu.exhausted = search.complete;
            break;
        };
        match planned(budget, asked, &candidate)? {
            Ok(repair) => menu.found.push(Repair {
                // Of a case that stayed undecided nothing is known.
                proven: repair.proven && search.complete,
                ..repair
            }),
            Err(Why::Impossible) if search.is_rough() => {
                search.refine();
                continue;
            }
            Err(why) => menu.unplanned.push(Unplanned {
                granted: candidate.granted,
                price: candidate.price,
                why,
            }),
        }
        search.exclude(candidate.support);
    }
    menu.complete = search.complete;
    Ok(menu)
}

/// A candidate planned in full, from the scenario as it would then be written.
fn planned(
    budget: &TimeBudget<'_>,
    asked: Asked<'_>,
    candidate: &Candidate,
) -> Result<Result<Repair, Why>, SolverError> {
    let granted = &candidate.granted;
    let mut all: Vec<Change> =
        granted.iter().flat_map(|one| changes(asked.scenario, one)).collect();
    all.extend(brought_forward(asked));
    let scenario = if all.is_empty() {
        asked.scenario.clone()
    } else {
        match (asked.reload)(&all) {
            Ok(scenario) => scenario,
            Err(found) => return Ok(Err(Why::Refused(found))),
        }
    };
    let scenario = held(asked, scenario);
    let search =
        solve::SearchOptions { start_plans: &[&candidate.places], objective_override: None };
    if budget.is_over() {
        return Ok(Err(Why::NothingFound));
    }
    let limits = budget.grant(&asked.limits, PLAN);
    let walked = walk(&Highs, &scenario, &limits, budget, search)?;
    let mut planned = match walked {
        Walked::Planned(planned) if planned.verification.passed() => planned,
        Walked::Planned(_) => return Ok(Err(Why::Unverified)),
        Walked::Infeasible => return Ok(Err(Why::Impossible)),
        Walked::NothingFound => return Ok(Err(Why::NothingFound)),
    };
    planned.plan.options.time_limit_seconds = asked.limits.time_limit_s;
    Ok(Ok(Repair {
        granted: granted.clone(),
        price: candidate.price,
        proven: candidate.proven,
        changes: all,
        scenario,
        planned,
    }))
}
