//! When each milestone is reached, from what the plan decides.
//!
//! What is tied to the plan begins and is reached on days that the plan fixes:
//! leaving a campus begins on the day after the last teaching day of the last
//! term in which it holds a class; opening a campus and building are done on
//! the day before the first term in use; a programme begins, and a target is
//! met, on the first day of a term. Everything else is reached as soon as its
//! start and what it comes after allow. Days are working days: public holidays
//! are passed over.
//!
//! earliest = max(start, done of all before + 1) + days − 1;
//! done = max(date, earliest).

use super::book::Book;
use super::indicators::{missed, value};
use super::{Plan, TermKey};
use crate::domain::{
    Calendar, Milestone, Scenario, Target, Term, Tie, days_after, days_before, days_between,
};
use crate::ids::{CampusId, MilestoneId};
use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use typed_index_collections::TiVec;

/// How a milestone stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum MilestoneStatus {
    /// Reached by the day on which it is due.
    OnTime,
    /// Reached after that day.
    Late,
    /// The plan has it begin before it may, or before something it comes after
    /// is done.
    Waiting,
    /// What it is tied to, or something it comes after, does not happen.
    Never,
}

/// A milestone under a plan.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct MilestoneResult {
    /// Milestone.
    pub milestone: String,
    /// First term of what it is tied to: without a class, open, in service,
    /// with a class admitted, or with the target met; null if it is not tied
    /// to the plan or that does not happen.
    pub term: Option<TermKey>,
    /// Day on which work begins; null if it is never reached.
    pub begins: Option<NaiveDate>,
    /// Day on which it is reached; null if it never is.
    pub date: Option<NaiveDate>,
    /// Day on which it could be reached at the earliest, by its start and what
    /// it comes after; null if neither says anything, or if something it comes
    /// after is never done.
    pub earliest: Option<NaiveDate>,
    /// Day on which it is due.
    pub due: NaiveDate,
    /// Days by which the later of date and earliest is after the day on which
    /// it is due.
    pub late_days: u32,
    /// How it stands.
    pub status: MilestoneStatus,
    /// What it comes after that is not done before its work begins.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub waits_for: Vec<String>,
}

impl MilestoneResult {
    /// The day on which it is really done: when the plan says, or as soon as
    /// it may.
    pub fn done(&self) -> Option<NaiveDate> {
        let date = self.date?;
        Some(self.earliest.map_or(date, |earliest| date.max(earliest)))
    }
}

/// The milestones of a scenario under a plan, in the order of the scenario.
pub fn milestones(scenario: &Scenario, plan: &Plan) -> Vec<MilestoneResult> {
    let book = Book::new(scenario, plan);
    let mut results: TiVec<MilestoneId, Option<MilestoneResult>> =
        vec![None; scenario.milestones.len()].into();
    // They form no circle, so some milestone can always be settled.
    let mut left: Vec<MilestoneId> = scenario.milestones.keys().collect();
    while !left.is_empty() {
        let before = left.len();
        left.retain(|id| {
            let milestone = &scenario.milestones[*id];
            let after: Option<Vec<&MilestoneResult>> =
                milestone.after.iter().map(|id| results[*id].as_ref()).collect();
            let settled = after.map(|after| settle(&book, milestone, &after));
            let wait = settled.is_none();
            results[*id] = settled;
            wait
        });
        if left.len() == before {
            break;
        }
    }
    results.into_iter().flatten().collect()
}

/// First and last day of the work.
type Work = (NaiveDate, NaiveDate);

fn settle(book: &Book, milestone: &Milestone, after: &[&MilestoneResult]) -> MilestoneResult {
    let done: Option<Vec<NaiveDate>> = after.iter().map(|one| one.done()).collect();
    let possible = done.is_some();
    let free = done.into_iter().flatten().map(|done| days_after(done, 1));
    let earliest = free.chain(milestone.start).max().filter(|_| possible);
    let calendar = &book.scenario.calendar;
    let earliest = earliest.map(|first| work_from(calendar, first, milestone.days));
    let tied = milestone.tie.as_ref().map(|tie| tied(book, tie, milestone.days));
    let (term, work) = match tied {
        Some(tied) => (tied.map(|(term, _)| TermKey(term)), tied.map(|(_, work)| work)),
        None => (None, earliest),
    };
    let waits_for = after.iter().filter(|one| match (one.done(), work) {
        (Some(done), Some((begins, _))) => begins <= done,
        (done, _) => done.is_none(),
    });
    let waits_for: Vec<String> = waits_for.map(|one| one.milestone.clone()).collect();
    let mut result = MilestoneResult {
        milestone: milestone.id.clone(),
        term,
        begins: work.map(|(begins, _)| begins),
        date: work.map(|(_, date)| date),
        earliest: earliest.map(|(_, date)| date),
        due: milestone.due,
        late_days: 0,
        status: MilestoneStatus::Never,
        waits_for,
    };
    if let (Some(date), Some(done)) = (result.date, result.done()) {
        result.late_days = days_between(milestone.due, done);
        result.status = if date < done || !result.waits_for.is_empty() {
            MilestoneStatus::Waiting
        } else if result.late_days > 0 {
            MilestoneStatus::Late
        } else {
            MilestoneStatus::OnTime
        };
    }
    result
}

/// So many days of work from a day on.
fn work_from(calendar: &Calendar, first: NaiveDate, days: u32) -> Work {
    (calendar.work_from(first, 1), calendar.work_from(first, days))
}

/// So many days of work that end by a day.
fn work_until(calendar: &Calendar, last: NaiveDate, days: u32) -> Work {
    (calendar.work_until(last, days), calendar.work_until(last, 1))
}

/// When the plan has it: the term, and the days of the work.
fn tied(book: &Book, tie: &Tie, days: u32) -> Option<(Term, Work)> {
    let calendar = &book.scenario.calendar;
    let term = match tie {
        Tie::Vacated(campus) => vacated(book, *campus),
        Tie::Opened(campus) => opened(book, *campus),
        Tie::Built(options) => {
            let terms = calendar.term_ids().map(|term| calendar.term(term));
            let mut terms = terms.filter(|term| {
                let mut keys = options.iter().map(|id| &book.scenario.options[*id].id);
                keys.any(|key| book.modules(key, *term) > 0)
            });
            terms.next()
        }
        Tie::Begins(programme) => {
            let key = &book.scenario.programmes[*programme].id;
            let admissions = book.plan.admissions.iter();
            let admitted = admissions.filter(|one| one.programme == *key && one.classes > 0);
            admitted.map(|one| one.entry.0).min()
        }
        Tie::Target(target) => met(book, &book.scenario.targets[*target]),
    }?;
    let first_day = calendar.first_day(term);
    let work = match tie {
        Tie::Vacated(_) => {
            let left = calendar.last_day(term.plus(-1));
            work_from(calendar, days_after(left, 1), days)
        }
        Tie::Opened(_) | Tie::Built(_) => work_until(calendar, days_before(first_day, 1), days),
        Tie::Begins(_) | Tie::Target(_) => {
            let begins = work_until(calendar, days_before(first_day, 1), days - 1).0;
            (if days > 1 { begins } else { first_day }, first_day)
        }
    };
    Some((term, work))
}

/// The first term from which on a campus holds no class.
fn vacated(book: &Book, campus: CampusId) -> Option<Term> {
    let calendar = &book.scenario.calendar;
    let here = book.rows.iter().filter(|row| row.campus == campus);
    let last = here.map(|row| calendar.term(row.term)).max();
    let empty = last.map_or(calendar.first, |last| last.plus(1));
    calendar.find(empty).map(|_| empty)
}

/// The first term for which a campus opens.
fn opened(book: &Book, campus: CampusId) -> Option<Term> {
    let mut before = book.scenario.campuses[campus].in_use;
    let mut stages = book.scenario.calendar.stage_ids();
    let opens = stages.find(|stage| {
        let open = book.open(campus, *stage);
        !std::mem::replace(&mut before, open) && open
    });
    let stage = opens?;
    let terms = book.scenario.terms_in_use(campus, stage);
    terms.first().copied()
}

/// The first term in which a target is met, whether it applies then or not.
fn met(book: &Book, target: &Target) -> Option<Term> {
    let calendar = &book.scenario.calendar;
    let mut terms = calendar.term_ids();
    let met = terms.find(|term| missed(target, value(book, target.metric, *term)) <= 0.0);
    met.map(|term| calendar.term(term))
}
