//! People by name: small cases worked out by hand, properties, corrupted plans.

mod corrupted;
mod known;
mod properties;
mod roster;

use crate::support::tiny;
use campusplan::domain::Scenario;
use campusplan::plan::Plan;

/// Two campuses, eleven people.
const PEOPLE: &str = include_str!("../../data/people.ron");

/// The case with replacements; each must have something to replace.
fn case(changes: &[(&str, &str)]) -> Scenario {
    let mut text = PEOPLE.to_owned();
    for (from, to) in changes {
        assert!(text.contains(from), "{from}");
        text = text.replace(from, to);
    }
    tiny::read(&text)
}

/// A verified plan of the case with replacements.
fn planned(changes: &[(&str, &str)]) -> Plan {
    tiny::outcome(&case(changes)).expect("a plan")
}

/// Weekly periods of a person at a campus in a term.
fn periods(plan: &Plan, person: &str, campus: &str, term: &str) -> f64 {
    let term = term.parse().expect("a term");
    let mine = plan
        .assignments
        .iter()
        .filter(|one| one.person == person && one.from.0 <= term && term <= one.until.0);
    let lessons = mine.flat_map(|one| &one.lessons);
    let there = lessons.filter(|lesson| lesson.campus == campus);
    there.map(|lesson| lesson.periods_per_week.0).sum()
}
