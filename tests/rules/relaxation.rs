//! The aggregated-staff relaxation: what it keeps of the rules about where staff are
//! based.

use super::brute_force::least;
use crate::support::tiny::{EXACT, close, read, solved, text};
use campusplan::domain::Part;
use campusplan::model::{Form, build};
use campusplan::solve::Highs;

/// A class of p at a and one of q at b, one of them on internship in each term, each
/// needing 10 periods in the other. Who is recruited gives 10 and costs 0.5 and 1 a term.
const TWO_CAMPUSES: [(&str, &str); 8] = [
    ("terms: 6,", "terms: 2,"),
    ("/*taught*/", r#"periods: {"s": 10}"#),
    ("/*p*/", "internship: (first: 1, last: 2, length: 1, fixed: 1),"),
    (
        "/*programmes*/",
        r#""q": (
            name: (zh: "乙专业"), field: "f", curriculum: [(terms: 2, periods: {"s": 10})],
            class_size: (min: 20, max: 40), attrition: [0],
            internship: (first: 1, last: 2, length: 1, fixed: 2),
            sites: {"b": (cost_per_class: 1)},
        ),"#,
    ),
    (
        "/*subjects*/",
        r#""s": (name: (zh: "课"), hiring: (cost: 0.5, pay: 1, load: 10, most_per_year: 2))"#,
    ),
    (
        "/*admissions*/",
        r#"(programme: "p", entry: "2008-autumn", applicants: 40, least: 1, most: 1),
        (programme: "q", entry: "2008-autumn", applicants: 40, least: 1, most: 1),"#,
    ),
    (
        "/*more*/",
        r#"staff: {"ta": (name: (zh: "甲"), employer: (zh: "县"), campus: "a", subjects: ["s"], count: 1, load: 10)},"#,
    ),
    ("/*rules*/", ""),
];

/// The least cost in the relaxation.
fn relaxed(changes: &[(&str, &str)]) -> f64 {
    let mut scenario = read(&text(changes));
    scenario.limits = EXACT;
    let model = build(&scenario, Form::CORE);
    least(&Highs, &scenario, &model, Part::Cost).expect("a solution")
}

/// Asserts that two values are the same but for the slack of an objective cut.
#[track_caller]
fn near(one: f64, other: f64) {
    assert!((one - other).abs() <= 1e-5, "{one} is not {other}");
}

#[test]
fn campuses_that_are_busy_in_different_terms_each_need_a_teacher() {
    // In each term one class is taught, for 1; the one teacher is based at one campus in
    // both terms, so that the other campus recruits one: 1 + 1 + 0.5 + 2.
    close(solved(&TWO_CAMPUSES).accounts.cost_wan_yuan.0, 4.5);
    near(relaxed(&TWO_CAMPUSES), 4.5);
}

#[test]
fn a_campus_with_all_classes_needs_the_busiest_term_only() {
    let mut changes = TWO_CAMPUSES;
    let elsewhere = changes[3].1.replace(r#"sites: {"b""#, r#"sites: {"a""#);
    changes[3].1 = &elsewhere;
    close(solved(&changes).accounts.cost_wan_yuan.0, 2.0);
    near(relaxed(&changes), 2.0);
}
