//! The cheapest concessions that make a plan possible, one set after the other.
//!
//! Some concessions change the case itself, such as a longer tenure: each
//! combination of these is a case of its own. What is then still needed of the
//! others is found by one mixed-integer problem (see `model::loosening`). The
//! cases are looked at in the order of what they cost at least, so sets come in
//! the order of their prices. A set is never offered with something added to
//! it.

use super::Asked;
use super::changes::changes;
use super::combinations::{Steps, combinations, contains, priced};
use super::goal::{brought_forward, held};
use super::granted::Granted;
use crate::domain::{Concession, Scenario};
use crate::model::keys::{Places, places};
use crate::model::loosening::{Loosened, loosen, price, rule_out, with_options};
use crate::model::{Form, build};
use crate::planning::time_budget::TimeBudget;
use crate::scenario::Change;
use crate::solve::Phase;
use crate::solve::backend::{SolveRequest, SolveResult, SolverError, Strategy, Termination};

/// Gap of the price: less than the smallest difference between prices.
const GAP: f64 = 1e-6;

/// Share of what is left for the problem of one case.
const CASE: f64 = 0.4;

/// What is used together of the concessions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Support {
    /// Of those that change the case: at least so many steps.
    case: Steps,
    /// Of the others: any.
    rows: Vec<usize>,
}

/// A set of concessions that may make a plan possible.
#[derive(Clone, Debug)]
pub struct Candidate {
    /// What is granted.
    pub granted: Vec<Granted>,
    /// Its price, 万元.
    pub price: f64,
    /// Whether no set that may still be offered is proven to be cheaper.
    pub proven: bool,
    /// Where classes sit in the solution that shows it.
    pub places: Places,
    /// What it uses.
    pub support: Support,
}

/// A combination of concessions that change the case.
struct Node {
    case: Steps,
    /// Nothing in it costs less.
    bound: f64,
    result: Option<Candidate>,
}

/// The search.
pub struct Search<'a> {
    budget: &'a TimeBudget<'a>,
    asked: Asked<'a>,
    concessions: &'a [Concession],
    form: Form<'static>,
    nodes: Vec<Node>,
    excluded: Vec<Support>,
    /// Whether every case could be decided.
    pub complete: bool,
}

/// What became of a problem.
enum Solved {
    Candidate(Candidate),
    Infeasible,
    Undecided,
}

impl<'a> Search<'a> {
    /// A search over all that is negotiable, first without the rules on where
    /// staff are based.
    pub fn new(
        budget: &'a TimeBudget<'a>,
        asked: Asked<'a>,
        concessions: &'a [Concession],
    ) -> Self {
        let mut nodes: Vec<Node> = combinations(asked, concessions)
            .into_iter()
            .map(|case| Node { bound: priced(concessions, &case), case, result: None })
            .collect();
        nodes.sort_by(|one, other| one.bound.total_cmp(&other.bound));
        Self {
            budget,
            asked,
            concessions,
            form: Form::CORE,
            nodes,
            excluded: Vec::new(),
            complete: true,
        }
    }

    /// Whether the rules on where staff are based are left out.
    pub fn is_rough(&self) -> bool {
        self.form.staff == Form::CORE.staff
    }

    /// Goes on with all rules: what was found without some of them does not
    /// hold.
    pub fn refine(&mut self) {
        self.form = Form::PLAN;
        for node in &mut self.nodes {
            node.result = None;
        }
    }

    /// Offers no set any more that uses all of this.
    pub fn exclude(&mut self, support: Support) {
        self.excluded.push(support);
    }

    /// The cheapest set that may still be offered.
    pub fn next(&mut self) -> Result<Option<Candidate>, SolverError> {
        loop {
            self.forget_excluded();
            let bounds = self.nodes.iter().enumerate();
            // The first of equals, which takes fewer that change the case.
            let next = bounds.min_by(|one, other| one.1.bound.total_cmp(&other.1.bound));
            let Some((index, _)) = next else {
                return Ok(None);
            };
            if self.budget.is_over() {
                self.complete = false;
                return Ok(None);
            }
            if let Some(candidate) = &self.nodes[index].result {
                return Ok(Some(candidate.clone()));
            }
            match self.solve(index)? {
                // Only the solver's tolerance can tell so; asking again would
                // bring the same result.
                Solved::Candidate(candidate) if repeats(&self.excluded, &candidate) => {
                    self.complete = false;
                    self.nodes.remove(index);
                }
                Solved::Candidate(candidate) => {
                    let node = &mut self.nodes[index];
                    node.bound = node.bound.max(candidate.price);
                    node.result = Some(candidate);
                }
                Solved::Infeasible => {
                    self.nodes.remove(index);
                }
                Solved::Undecided => {
                    self.complete = false;
                    self.nodes.remove(index);
                }
            }
        }
    }

    /// Drops cases and answers that use all of what is not to be offered.
    fn forget_excluded(&mut self) {
        let excluded = &self.excluded;
        let spent = |case: &Steps, support: &Support| {
            support.rows.is_empty() && contains(case, &support.case)
        };
        self.nodes.retain(|node| !excluded.iter().any(|support| spent(&node.case, support)));
        for node in &mut self.nodes {
            let result = node.result.as_ref();
            if result.is_some_and(|result| repeats(excluded, result)) {
                node.result = None;
            }
        }
    }

    fn solve(&self, index: usize) -> Result<Solved, SolverError> {
        let case = &self.nodes[index].case;
        let Some(scenario) = self.case(case) else {
            return Ok(Solved::Infeasible);
        };
        let scenario = with_options(&scenario, self.concessions);
        let mut model = build(&scenario, self.form);
        let loosened = loosen(&scenario, &mut model, self.concessions);
        let sets = self.excluded.iter();
        let sets = sets.filter(|support| contains(case, &support.case));
        let sets: Vec<Vec<usize>> = sets.map(|support| support.rows.clone()).collect();
        if !sets.is_empty() {
            rule_out(&mut model, &loosened, self.concessions, &sets);
        }
        let objective = price(&loosened, self.concessions);
        let request = SolveRequest {
            problem: &model.problem,
            objective_cuts: &[],
            objective: &objective,
            start: None,
            termination: Termination {
                time: self.budget.share(CASE),
                gap: GAP,
                objective_target: None,
                nodes: None,
                threads: self.asked.limits.threads,
                seed: self.asked.limits.seed,
                strategy: Strategy::Default,
            },
        };
        let run = self.budget.run(&self.asked.limits);
        Ok(match run.solve(Phase::Explaining, &request)? {
            SolveResult::Infeasible => Solved::Infeasible,
            SolveResult::NotFound { .. } => Solved::Undecided,
            SolveResult::Solution(found) => {
                let value = objective.value(&found.values);
                let slack = GAP * value.abs().max(1.0);
                let proven = found.bound.is_some_and(|bound| value - bound <= slack);
                let taken = self.taken(&scenario, &loosened, &found.values);
                let places = places(&scenario, &model.decisions, &found.values);
                Solved::Candidate(self.candidate(case, taken, proven, places))
            }
        })
    }

    /// The case with the concessions that change it.
    fn case(&self, case: &Steps) -> Option<Scenario> {
        let all = case.iter().flat_map(|(index, steps)| {
            let granted = Granted::new(&self.concessions[*index], *steps, None);
            changes(self.asked.scenario, &granted)
        });
        let mut all: Vec<Change> = all.collect();
        all.extend(brought_forward(self.asked));
        if all.is_empty() {
            return Some(held(self.asked, self.asked.scenario.clone()));
        }
        // What the scenario's own checks refuse is no way to a plan.
        let scenario = (self.asked.reload)(&all).ok()?;
        Some(held(self.asked, scenario))
    }

    /// The steps taken of the other concessions.
    fn taken(
        &self,
        scenario: &Scenario,
        loosened: &[Loosened],
        values: &[f64],
    ) -> Vec<(usize, Granted)> {
        let mut taken = Vec::new();
        for one in loosened {
            let steps = whole(values[one.taken.0]);
            if steps == 0 {
                continue;
            }
            let mut stages = one.by_stage.iter();
            let since = stages.find(|(_, built)| whole(values[built.0]) > 0);
            let from = since.map(|(stage, _)| scenario.calendar.start(*stage));
            let concession = &self.concessions[one.concession];
            taken.push((one.concession, Granted::new(concession, steps, from)));
        }
        taken
    }

    fn candidate(
        &self,
        case: &Steps,
        taken: Vec<(usize, Granted)>,
        proven: bool,
        places: Places,
    ) -> Candidate {
        let rows = taken.iter().map(|(index, _)| *index).collect();
        let changed = case.iter().map(|(index, steps)| {
            let granted = Granted::new(&self.concessions[*index], *steps, None);
            (*index, granted)
        });
        let mut granted: Vec<(usize, Granted)> = changed.chain(taken).collect();
        granted.sort_by_key(|(index, _)| *index);
        let granted: Vec<Granted> = granted.into_iter().map(|(_, granted)| granted).collect();
        Candidate {
            price: granted.iter().map(|one| one.price.0).sum(),
            granted,
            proven,
            places,
            support: Support { case: case.clone(), rows },
        }
    }
}

/// Whether a set has all of one that is not to be offered.
fn repeats(excluded: &[Support], candidate: &Candidate) -> bool {
    let own = &candidate.support;
    excluded.iter().any(|support| {
        contains(&own.case, &support.case) && support.rows.iter().all(|row| own.rows.contains(row))
    })
}

#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
fn whole(value: f64) -> u32 {
    value.round().max(0.0) as u32
}
