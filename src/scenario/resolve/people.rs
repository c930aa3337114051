//! Parameters of the rules about people beyond Staffing and Employment.

use super::checks::{Bounds, Checks, Noun};
use super::enforcement::{MOST, Surroundings, enforce};
use crate::domain::{
    DutyRule, ExchangeRule, PartTimeRule, Retraining, RetrainingRule, VisitingRule,
};
use crate::ids::{CampusId, SubjectId};
use crate::scenario::measure::Measure;
use crate::scenario::named::Named;
use crate::scenario::path::Path;
use crate::scenario::raw::{
    RawDuty, RawExchange, RawPartTime, RawRetraining, RawRetrainingCourse, RawVisiting,
};
use crate::units::{Minutes, Money};
use crate::words::diagnostics as words;
use std::collections::BTreeMap;

/// Most terms of a training.
const MOST_LEAD: u32 = 12;
/// Days of a week.
const WEEK: u32 = 7;

pub(super) fn visiting(here: &Path, raw: &RawVisiting, checks: &mut Checks<'_>) -> VisitingRule {
    let (share, time) = (raw.share.as_ref(), raw.minutes.as_ref());
    let time = checks.optional(here, "minutes", time, Measure::Minutes, Bounds::Amount);
    let most = raw.campuses_per_day;
    let most = checks.optional_count(here, "campuses_per_day", most, 1, 2);
    VisitingRule {
        share: checks.needed(here, "share", share, Measure::Share, Bounds::Share),
        time: time.map(Minutes),
        campuses_per_day: most.unwrap_or(VisitingRule::default().campuses_per_day),
    }
}

pub(super) fn retraining(
    here: &Path,
    raw: &RawRetraining,
    around: Surroundings<'_>,
    checks: &mut Checks<'_>,
) -> RetrainingRule {
    let mut courses: Vec<Retraining> = Vec::new();
    for (index, raw) in raw.courses.iter().enumerate() {
        let at = here.key("courses").index(index);
        let Some(course) = course(&at, raw, around, checks) else {
            continue;
        };
        let alike = |other: &Retraining| (other.from, other.to) == (course.from, course.to);
        if courses.iter().any(alike) {
            checks.error(&at, words::retraining_twice(), Vec::new());
        }
        courses.push(course);
    }
    let most = raw.most_per_year;
    RetrainingRule {
        most_per_year: checks.optional_count(here, "most_per_year", most, 0, MOST),
        courses,
    }
}

fn course(
    here: &Path,
    raw: &RawRetrainingCourse,
    around: Surroundings<'_>,
    checks: &mut Checks<'_>,
) -> Option<Retraining> {
    let known = &around.names.subjects;
    let from: Option<SubjectId> =
        checks.refer(here, "from", raw.from.as_ref(), Noun::Subject, known);
    let to: Option<SubjectId> = checks.refer(here, "to", raw.to.as_ref(), Noun::Subject, known);
    if from.is_some() && from == to {
        checks.error(&here.key("to"), words::retraining_to_itself(), Vec::new());
    }
    let cost = raw.cost.as_ref();
    let cost = checks.optional(here, "cost", cost, Measure::Money, Bounds::Amount);
    let lead = checks.optional_count(here, "lead_terms", raw.lead_terms, 0, MOST_LEAD);
    let most = checks.count(here, "most", raw.most, 0, MOST);
    Some(Retraining {
        from: from?,
        to: to?,
        lead: lead.unwrap_or(1),
        cost: Money(cost.unwrap_or(0.0)),
        most,
    })
}

pub(super) fn part_time(
    here: &Path,
    raw: &RawPartTime,
    around: Surroundings<'_>,
    checks: &mut Checks<'_>,
) -> PartTimeRule {
    let mut pay = BTreeMap::new();
    for (key, price) in raw.pay.iter() {
        let at = here.key("pay").key(key);
        let known = &around.names.subjects;
        let subject: Option<SubjectId> = checks.find(&at, key, Noun::Subject, known);
        let price = checks.figure(&at, price, Measure::Money, Bounds::Amount, &[]);
        if let (Some(subject), Some(price)) = (subject, price) {
            pay.insert(subject, Money(price));
        }
    }
    let share = raw.share.as_ref();
    PartTimeRule { share: checks.needed(here, "share", share, Measure::Share, Bounds::Share), pay }
}

pub(super) fn duty(
    here: &Path,
    raw: &RawDuty,
    around: Surroundings<'_>,
    checks: &mut Checks<'_>,
) -> DutyRule {
    let days = checks.optional_count(here, "days", raw.days, 1, WEEK);
    let days = days.unwrap_or(5);
    let mut most_days = |field, raw| {
        let most = checks.optional_count(here, field, raw, 1, days);
        most.unwrap_or(days)
    };
    let leader_days = most_days("leader_days", raw.leader_days);
    let class_teacher_days = most_days("class_teacher_days", raw.class_teacher_days);
    DutyRule {
        days,
        leaders: checks.count(here, "leaders", raw.leaders, 0, MOST),
        class_teachers: checks.count(here, "class_teachers", raw.class_teachers, 0, MOST),
        class_teachers_at: by_campus(
            here,
            "class_teachers_at",
            &raw.class_teachers_at,
            around,
            checks,
        ),
        leader_days,
        class_teacher_days,
    }
}

/// Counts by campus.
fn by_campus(
    here: &Path,
    field: &str,
    raw: &Named<u32>,
    around: Surroundings<'_>,
    checks: &mut Checks<'_>,
) -> BTreeMap<CampusId, u32> {
    let mut counts = BTreeMap::new();
    for (key, count) in raw.iter() {
        let parent = here.key(field);
        let at = parent.key(key);
        let campus: Option<CampusId> = checks.find(&at, key, Noun::Campus, &around.names.campuses);
        let count = checks.optional_count(&parent, key, Some(*count), 0, MOST);
        if let (Some(campus), Some(count)) = (campus, count) {
            counts.insert(campus, count);
        }
    }
    counts
}

pub(super) fn exchange(
    here: &Path,
    raw: &RawExchange,
    around: Surroundings<'_>,
    checks: &mut Checks<'_>,
) -> Option<ExchangeRule> {
    let head = raw.head.as_ref();
    let head = checks.refer(here, "head", head, Noun::Campus, &around.names.campuses);
    let pairs = by_campus(here, "pairs", &raw.pairs, around, checks);
    if let Some(head) = head
        && pairs.contains_key(&head)
    {
        let at = here.key("pairs").key(around.names.campuses[head.0]);
        checks.error(&at, words::exchange_with_itself(), Vec::new());
    }
    let from = match (&raw.from, around.calendar) {
        (Some(text), calendar) => checks.term_within(&here.key("from"), text, calendar),
        (None, calendar) => calendar.map(|calendar| calendar.first),
    };
    Some(ExchangeRule {
        enforce: enforce(here, &raw.enforce, checks),
        head: head?,
        pairs,
        from: from?,
    })
}
