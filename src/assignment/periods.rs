//! Who teaches how much of what where, stage by stage.
//!
//! x[p,s,c]: weekly periods that person p teaches in subject s at campus c, for
//! subjects p is qualified for and campuses that are p's base or may be visited
//! from there (a road within the longest way, not barred).
//!
//! `load[p]`: Σ_s,c x[p,s,c] ≤ load of p; `need[s,c,w]`: Σ_p x[p,s,c] + short =
//! need of the heaviest term of w, where in subjects that part-time teachers can
//! be had for bought[s,c] counts like a person; w are the terms of the stage in
//! which the same people work: all of them unless somebody leaves within it, and
//! then Σ_p is over those who work in w and more than is needed may be taught.
//! Who leaves within the stage does not visit; `share[s]`: Σ of visits ≤ share ·
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
use std::ops::Range;

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
/// Most steps of a load: a full one has 10 to 30 periods.
const STEPS: f64 = 60.0;
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

/// Weekly periods that some terms of a stage need of a subject at a campus.
#[derive(Clone, Copy)]
struct Wanted {
    need: f64,
    /// Whether exactly that is taught, as the same people work in all terms of
    /// the stage.
    exactly: bool,
    /// The most that part-time teachers may give, where there are any.
    buy: Option<f64>,
}

/// The problem of a stage.
#[derive(Default)]
struct Draft {
    problem: Problem,
    objective: Linear,
    arcs: Vec<Arc>,
    /// Which of them are of a subject and campus.
    by_place: BTreeMap<(SubjectId, CampusId), Vec<usize>>,
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
        let needs = self.needs.heaviest(self.scenario.calendar.stages[self.stage].clone());
        let mut draft = self.draft(&needs);
        let Some(values) = asking.least(&draft.problem, &draft.objective)? else {
            return Ok(Split::default());
        };
        let all_whole = needs.values().all(|need| is_whole(*need));
        let columns: Vec<Variable> = draft.arcs.iter().map(|arc| arc.periods).collect();
        let columns: Vec<Variable> =
            columns.into_iter().chain(draft.bought.values().copied()).collect();
        let mut taken = columns.iter().map(|column| values[column.0]);
        if !all_whole || taken.all(is_whole) {
            return Ok(draft.split(&values));
        }
        for column in columns {
            draft.problem.columns[column.0].whole = true;
        }
        let whole = asking.least_in_time(&draft.problem, &draft.objective)?;
        let short = |values: &[f64]| draft.short.value(values);
        let kept = whole.filter(|whole| short(whole) <= short(&values) + NOTHING);
        Ok(draft.split(kept.as_ref().unwrap_or(&values)))
    }

    fn draft(&self, needs: &BTreeMap<(SubjectId, CampusId), f64>) -> Draft {
        let mut draft = Draft::default();
        for (person, member) in self.crew.0.iter().enumerate() {
            if let Some(base) = member.base(self.stage) {
                self.add_person(&mut draft, (person, member), base, needs);
            }
        }
        let part_time = &self.scenario.rules.part_time;
        let whiles = self.whiles();
        for terms in &whiles {
            for (place, need) in self.needs.heaviest(terms.clone()) {
                let priced = part_time.pay.contains_key(&place.0);
                let works = |person: usize| {
                    let leaves = self.crew.0[person].leaves_within(self.stage);
                    leaves.is_none_or(|leaves| terms.start < leaves.0)
                };
                let wanted = Wanted {
                    need,
                    exactly: whiles.len() == 1,
                    buy: needs.get(&place).copied().filter(|_| priced),
                };
                draft.meet(place, wanted, works);
            }
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

    /// Runs of terms of the stage in which the same people work.
    fn whiles(&self) -> Vec<Range<usize>> {
        let terms = self.scenario.calendar.stages[self.stage].clone();
        let members = self.crew.0.iter();
        let leaves = members.filter_map(|member| member.leaves_within(self.stage));
        let mut cuts: Vec<usize> = leaves.map(|term| term.0).collect();
        cuts.extend([terms.start, terms.end]);
        cuts.sort_unstable();
        cuts.dedup();
        cuts.windows(2).map(|pair| pair[0]..pair[1]).collect()
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
            } else if member.leaves_within(self.stage).is_some() {
                None
            } else {
                self.way(person, base, *campus)
            };
            if let Some(way) = way {
                let periods = draft.problem.real(member.load);
                load.push(periods, 1.0);
                draft.objective.push(periods, way);
                let here = draft.by_place.entry((*subject, *campus)).or_default();
                here.push(draft.arcs.len());
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
    /// A load in steps of a period, or fewer where it is large, each costlier
    /// than the one before.
    fn spread(&mut self, load: Linear, most: f64) {
        let mut steps = Linear::default();
        let mut reached = 0.0;
        let stride = (most / STEPS).max(1.0);
        while reached < most {
            let width = (most - reached).min(stride);
            let step = self.problem.real(width);
            steps.push(step, 1.0);
            self.objective.push(step, EVEN * (reached + width / 2.0) / most);
            reached += stride;
        }
        self.problem.equal(label(Rule::Staffing, "load"), load, steps);
    }

    fn meet(
        &mut self,
        place: (SubjectId, CampusId),
        wanted: Wanted,
        works: impl Fn(usize) -> bool,
    ) {
        let short = self.problem.real(wanted.need);
        self.short.push(short, 1.0);
        self.objective.push(short, SHORT);
        let mut taught = Linear::from(short);
        if let Some(most) = wanted.buy.filter(|_| !self.bought.contains_key(&place)) {
            let bought = self.problem.real(most);
            self.objective.push(bought, BOUGHT);
            self.bought.insert(place, bought);
        }
        if let Some(bought) = self.bought.get(&place) {
            taught.push(*bought, 1.0);
        }
        let here = self.by_place.get(&place).map_or(&[][..], Vec::as_slice);
        for arc in here.iter().map(|arc| &self.arcs[*arc]) {
            if works(arc.person) {
                taught.push(arc.periods, 1.0);
            }
        }
        let row = label(Rule::Staffing, "periods");
        let need = Linear::from(wanted.need);
        if wanted.exactly {
            self.problem.equal(row, taught, need);
        } else {
            self.problem.at_most(row, need, taught);
        }
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
        let bought = self.bought.iter().map(|(key, column)| (*key, value(*column)));
        Split {
            periods: arcs.filter(|(_, periods)| *periods > NOTHING).collect(),
            bought: bought.filter(|(_, periods)| *periods > NOTHING).collect(),
        }
    }
}

/// Without noise; a fraction is rounded up, so that no sum is short by a
/// rounding.
fn clean(value: f64) -> f64 {
    if is_whole(value) { value.round() } else { (value / NOTHING).ceil() * NOTHING }
}

fn is_whole(value: f64) -> bool {
    (value - value.round()).abs() < NOTHING
}
