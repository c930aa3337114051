//! Who teaches how much of what where, stage by stage.
//!
//! x[p,s,c]: weekly periods that person p teaches in subject s at campus c, for
//! subjects p is qualified for and campuses that are p's base or may be visited
//! from there (a road within the longest way, not barred).
//!
//! `load[p]`: Σ_s,c x[p,s,c] ≤ load of p; `need[s,c]`: Σ_p x[p,s,c] + short =
//! need of the heaviest term, where in subjects that part-time teachers can be
//! had for bought[s,c] counts like a person; `share[s]`: Σ of visits ≤ share ·
//! need of the lightest term, and so what is bought.
//!
//! Least, in this order: what is short, what is bought, the way to visits, and the sum over
//! people of load taken² / load, so that those who can stand in for each other
//! have the same share of work. The solution that the model found is one of
//! these, so none has less of a way.

use super::asking::{Asking, label};
use super::crew::{Crew, Member};
use super::exchange::Exchanged;
use super::needs::Needs;
use crate::domain::{Rule, Scenario};
use crate::ids::{CampusId, StageId, SubjectId};
use crate::model::linear::{Linear, Variable};
use crate::model::problem::Problem;
use crate::solve::backend::SolverError;
use std::collections::BTreeMap;

/// Cost of a period not taught.
const SHORT: f64 = 1e4;
/// Cost of a period bought.
const BOUGHT: f64 = 500.0;
/// Cost of a visited period for each kilometre (where kilometres are paid) and
/// each minute of the way.
const KILOMETRE: f64 = 10.0;
const MINUTE: f64 = 0.1;
/// Cost of the last period of a full load.
const EVEN: f64 = 0.1;
/// Amounts below this are nothing.
pub(super) const NOTHING: f64 = 1e-6;

/// Weekly periods by person, subject and campus.
pub(super) type Periods = BTreeMap<(usize, SubjectId, CampusId), f64>;

/// The question for a stage.
pub(super) struct Ask<'a> {
    pub(super) scenario: &'a Scenario,
    pub(super) crew: &'a Crew,
    pub(super) exchanged: &'a Exchanged,
    pub(super) needs: &'a Needs,
    pub(super) stage: StageId,
}

/// A way in which a person may teach.
struct Arc {
    person: usize,
    subject: SubjectId,
    campus: CampusId,
    visit: bool,
    periods: Variable,
}

/// The problem of a stage.
#[derive(Default)]
struct Draft {
    problem: Problem,
    objective: Linear,
    arcs: Vec<Arc>,
    short: Linear,
    bought: BTreeMap<(SubjectId, CampusId), Variable>,
}

/// Who teaches what in a stage.
#[derive(Default)]
pub(super) struct Split {
    /// What people teach.
    pub(super) periods: Periods,
    /// What is bought.
    pub(super) bought: BTreeMap<(SubjectId, CampusId), f64>,
}

impl Ask<'_> {
    /// Whether somebody may visit a campus, and what a period there costs.
    pub(super) fn way(&self, person: usize, base: CampusId, host: CampusId) -> Option<f64> {
        let rule = &self.scenario.rules.visiting;
        let road = self.scenario.road(base, host)?;
        let near = rule.time.is_none_or(|most| road.time.0 <= most.0);
        let paid = self.scenario.prices.visiting_per_km.0 > 0.0;
        let length = if paid { road.length.0 } else { 0.0 };
        let free = !self.barred(person, host);
        (rule.share > 0.0 && near && free).then_some(length * KILOMETRE + road.time.0 * MINUTE)
    }

    /// Whether a person, or who takes their place, cannot be sent to a campus.
    fn barred(&self, person: usize, campus: CampusId) -> bool {
        let partner = self.exchanged.partner(self.stage, person);
        let mut people = std::iter::once(person).chain(partner);
        people.any(|person| self.crew.0[person].barred.contains(&campus))
    }

    /// Whole periods wherever the needs are whole and that leaves nothing
    /// short that fractions would not.
    pub(super) fn split(&self, asking: Asking<'_>) -> Result<Split, SolverError> {
        let needs = self.needs.heaviest(self.scenario, self.stage);
        let mut draft = self.draft(&needs);
        let Some(values) = asking.least(&draft.problem, &draft.objective)? else {
            return Ok(Split::default());
        };
        let all_whole = needs.values().all(|need| is_whole(*need));
        let columns: Vec<Variable> = draft.arcs.iter().map(|arc| arc.periods).collect();
        let columns: Vec<Variable> = columns
            .into_iter()
            .chain(draft.bought.values().copied())
            .collect();
        let mut taken = columns.iter().map(|column| values[column.0]);
        if !all_whole || taken.all(is_whole) {
            return Ok(draft.split(&values));
        }
        for column in columns {
            draft.problem.columns[column.0].whole = true;
        }
        let whole = asking.least(&draft.problem, &draft.objective)?;
        let short = |values: &[f64]| draft.short.value(values);
        let kept = whole.filter(|whole| short(whole) <= short(&values) + NOTHING);
        Ok(draft.split(kept.as_ref().unwrap_or(&values)))
    }

    fn draft(&self, needs: &BTreeMap<(SubjectId, CampusId), f64>) -> Draft {
        let mut draft = Draft::default();
        for (person, member) in self.crew.0.iter().enumerate() {
            if let Some(base) = member.bases[self.stage] {
                self.add_person(&mut draft, (person, member), base, needs);
            }
        }
        let part_time = &self.scenario.rules.part_time;
        for ((subject, campus), need) in needs {
            let priced = part_time.pay.contains_key(subject);
            draft.meet((*subject, *campus), *need, priced);
        }
        let mut subjects: Vec<SubjectId> = needs.keys().map(|(subject, _)| *subject).collect();
        subjects.dedup();
        for subject in subjects {
            let all = self.needs.lightest(self.scenario, subject, self.stage);
            let visits = all * self.scenario.rules.visiting.share;
            draft.share(subject, (visits, all * part_time.share));
        }
        draft
    }

    fn add_person(
        &self,
        draft: &mut Draft,
        (person, member): (usize, &Member),
        base: CampusId,
        needs: &BTreeMap<(SubjectId, CampusId), f64>,
    ) {
        let mut load = Linear::default();
        for (subject, campus) in needs.keys() {
            if !member.subjects(self.stage).contains(subject) {
                continue;
            }
            let way = if *campus == base {
                Some(0.0)
            } else {
                self.way(person, base, *campus)
            };
            if let Some(way) = way {
                let periods = draft.problem.real(member.load);
                load.push(periods, 1.0);
                draft.objective.push(periods, way);
                draft.arcs.push(Arc {
                    person,
                    subject: *subject,
                    campus: *campus,
                    visit: *campus != base,
                    periods,
                });
            }
        }
        if !load.is_constant() {
            draft.spread(load, member.load);
        }
    }
}

impl Draft {
    /// A load in steps of a period, each costlier than the one before.
    fn spread(&mut self, load: Linear, most: f64) {
        let mut steps = Linear::default();
        let mut reached = 0.0;
        while reached < most {
            let width = (most - reached).min(1.0);
            let step = self.problem.real(width);
            steps.push(step, 1.0);
            self.objective
                .push(step, EVEN * (reached + width / 2.0) / most);
            reached += 1.0;
        }
        self.problem
            .equal(label(Rule::Staffing, "load"), load, steps);
    }

    fn meet(&mut self, (subject, campus): (SubjectId, CampusId), need: f64, priced: bool) {
        let short = self.problem.real(need);
        self.short.push(short, 1.0);
        self.objective.push(short, SHORT);
        let mut taught = Linear::from(short);
        if priced {
            let bought = self.problem.real(need);
            taught.push(bought, 1.0);
            self.objective.push(bought, BOUGHT);
            self.bought.insert((subject, campus), bought);
        }
        let here = |arc: &&Arc| arc.subject == subject && arc.campus == campus;
        for arc in self.arcs.iter().filter(here) {
            taught.push(arc.periods, 1.0);
        }
        let row = label(Rule::Staffing, "periods");
        self.problem.equal(row, taught, Linear::from(need));
    }

    /// Most that may be taught by visiting, and bought.
    fn share(&mut self, subject: SubjectId, (most, most_bought): (f64, f64)) {
        let mut visits = Linear::default();
        let mine = |arc: &&Arc| arc.visit && arc.subject == subject;
        for arc in self.arcs.iter().filter(mine) {
            visits.push(arc.periods, 1.0);
        }
        let row = label(Rule::Visiting, "share");
        self.problem.at_most(row, visits, Linear::from(most));
        let mut bought = Linear::default();
        for (_, column) in self.bought.iter().filter(|((id, _), _)| *id == subject) {
            bought.push(*column, 1.0);
        }
        let row = label(Rule::PartTime, "share");
        self.problem.at_most(row, bought, Linear::from(most_bought));
    }

    fn split(&self, values: &[f64]) -> Split {
        let value = |column: Variable| clean(values[column.0]);
        let arcs = self.arcs.iter();
        let arcs = arcs.map(|arc| ((arc.person, arc.subject, arc.campus), value(arc.periods)));
        let bought = self
            .bought
            .iter()
            .map(|(key, column)| (*key, value(*column)));
        Split {
            periods: arcs.filter(|(_, periods)| *periods > NOTHING).collect(),
            bought: bought.filter(|(_, periods)| *periods > NOTHING).collect(),
        }
    }
}

/// Without noise; a fraction is rounded up, so that no sum is short by a
/// rounding.
fn clean(value: f64) -> f64 {
    if is_whole(value) {
        value.round()
    } else {
        (value / NOTHING).ceil() * NOTHING
    }
}

fn is_whole(value: f64) -> bool {
    (value - value.round()).abs() < NOTHING
}
