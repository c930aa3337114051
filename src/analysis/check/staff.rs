//! Teachers' periods against the curriculum.

use super::{Finding, Grade, expected_classes, grade, share_in_school};
use crate::domain::{Scenario, Term};
use crate::ids::{SubjectId, TermId};
use crate::words::arithmetic as words;

/// Every subject in the heaviest term of the first school year and in the term
/// by which the targets are due.
pub(super) fn findings(scenario: &Scenario) -> Vec<Finding> {
    let calendar = &scenario.calendar;
    let year = calendar.first.school_year();
    let first_year: Vec<Term> = calendar
        .term_ids()
        .map(|id| calendar.term(id))
        .filter(|term| term.school_year() == year)
        .collect();
    let due = calendar.term(calendar.target);
    let mut findings = Vec::new();
    for subject in scenario.subjects.keys() {
        let heaviest = first_year.iter().copied().max_by(|one, other| {
            needed(scenario, subject, *one).total_cmp(&needed(scenario, subject, *other))
        });
        let mut terms: Vec<Term> = heaviest.into_iter().collect();
        if !first_year.contains(&due) {
            terms.push(due);
        }
        let said = terms.into_iter().filter_map(|term| finding(scenario, subject, term));
        findings.extend(said);
    }
    findings
}

fn finding(scenario: &Scenario, subject: SubjectId, term: Term) -> Option<Finding> {
    let needed = needed(scenario, subject, term);
    if needed == 0.0 {
        return None;
    }
    let teachers = taught(scenario, subject, term);
    let recruits = recruited(scenario, subject, term);
    let others = retrained(scenario, subject, term) + part_time(scenario, subject) * needed;
    let grade = match grade(teachers, needed) {
        Grade::Short if needed <= teachers + recruits + others => Grade::Tight,
        grade => grade,
    };
    let name = &scenario.subjects[subject].name;
    Some(Finding {
        grade,
        message: words::periods(
            name,
            term,
            words::Teachable { needed, teachers, recruits, others },
        ),
    })
}

/// Weekly periods that the classes expected in a term need, and the trainees
/// that have to be taken then.
fn needed(scenario: &Scenario, subject: SubjectId, term: Term) -> f64 {
    let cohorts = scenario.cohorts.iter_enumerated();
    let periods = cohorts.filter_map(|(id, cohort)| {
        let now = scenario.term_of_study(id, term)?;
        let programme = scenario.programme_of(id);
        let periods = programme.curriculum[now - 1].periods.get(&subject)?;
        let classes = expected_classes(scenario, cohort);
        Some(periods * classes * share_in_school(scenario, cohort, now))
    });
    let courses = scenario.courses.iter();
    let trained = courses.map(|course| {
        let each = course.periods.get(&subject);
        let each = each.map_or(0.0, |each| each.0 / scenario.calendar.weeks);
        each * course.contracted(term).0
    });
    periods.sum::<f64>() + trained.sum::<f64>()
}

/// Weekly periods of everybody qualified, as if they taught nothing else.
pub(super) fn taught(scenario: &Scenario, subject: SubjectId, term: Term) -> f64 {
    let groups = scenario.staff.iter();
    let qualified = groups.filter(|group| group.subjects.contains(&subject));
    let periods = qualified.map(|group| {
        let working = u32::try_from(group.working(term)).unwrap_or(u32::MAX);
        group.load.0 * f64::from(working)
    });
    periods.sum()
}

/// Weekly periods of all who could have been recruited by a term.
fn recruited(scenario: &Scenario, subject: SubjectId, term: Term) -> f64 {
    let Some(hiring) = scenario.subjects[subject].hiring else {
        return 0.0;
    };
    let cap = scenario.rules.employment.hires_per_year;
    let a_year = cap.map_or(hiring.most_per_year, |cap| cap.min(hiring.most_per_year));
    let stages = scenario.calendar.stages.iter();
    let starts = stages.map(|range| scenario.calendar.term(TermId(range.start)));
    let mut years: Vec<i32> =
        starts.filter(|start| *start <= term).map(|start| start.year).collect();
    years.dedup();
    let people: f64 = years.iter().map(|_| f64::from(a_year)).sum();
    people * hiring.load.0
}

/// Weekly periods of all who could have changed to the subject by a term.
fn retrained(scenario: &Scenario, subject: SubjectId, term: Term) -> f64 {
    let loads = scenario.staff.iter().map(|group| group.load.0);
    let load = loads.fold(0.0, f64::max);
    let courses = scenario.rules.retraining.courses.iter();
    let open = courses
        .filter(|course| course.to == subject && course.begun(term) >= scenario.calendar.first);
    open.map(|course| f64::from(course.most) * load).sum()
}

/// The largest share of the periods that may be bought.
fn part_time(scenario: &Scenario, subject: SubjectId) -> f64 {
    let rule = &scenario.rules.part_time;
    let offered = rule.pay.contains_key(&subject);
    if offered { rule.share } else { 0.0 }
}
