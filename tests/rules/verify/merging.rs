//! Classes that are merged as they may not be are caught by rule Merging.

use crate::support::small::{seat, settle, term};
use crate::support::tiny;
use campusplan::domain::{Rule, Scenario};
use campusplan::plan::{ClassPath, Merged, Plan};
use campusplan::units::Students;
use campusplan::verify::{Check, verify};

const MERGING: Check = Check::Rule(Rule::Merging);

/// Two classes that merge a year before they end, one that is too large for it
/// and of the same year on another campus, one of another year.
const CASE: [(&str, &str); 6] = [
    ("terms: 2,", "terms: 4,"),
    ("max: 40)", "max: 60)"),
    ("/*elsewhere*/", r#""b": (cost_per_class: 1)"#),
    (
        "/*cohorts*/",
        r#"(programme: "p", entry: "2008-spring", campus: "a", classes: 2, students: 50),
        (programme: "p", entry: "2008-spring", campus: "b", classes: 1, students: 55)"#,
    ),
    (
        "/*admissions*/",
        r#"(programme: "p", entry: "2008-autumn", applicants: 40, least: 1, most: 1)"#,
    ),
    ("/*rules*/", "merging: (most_students: 50, cost: 0.25), relocation: (cost: 9)"),
];

fn scenario(changes: &[(&str, &str)]) -> Scenario {
    let mut text = tiny::text(&CASE);
    for (from, to) in changes {
        assert_eq!(text.matches(from).count(), 1, "{from}");
        text = text.replace(from, to);
    }
    tiny::read(&text)
}

/// What is wrong with the best plan after a change, seen with another scenario.
fn wrong(changes: &[(&str, &str)], corrupt: impl FnOnce(&mut Plan)) -> Vec<(Check, String)> {
    let mut plan = tiny::best(&scenario(&[]));
    let scenario = scenario(changes);
    plan.scenario.sha256.clone_from(&scenario.hash);
    corrupt(&mut plan);
    settle(&scenario, &mut plan);
    let found = verify(&scenario, &plan).violations.into_iter();
    found.map(|one| (one.check, one.message.en)).collect()
}

/// It is caught by rule Merging, with these words, whatever else is.
fn among(
    changes: &[(&str, &str)],
    words: &str,
    corrupt: impl FnOnce(&mut Plan),
) -> Vec<(Check, String)> {
    let found = wrong(changes, corrupt);
    let caught = |(check, message): &(Check, String)| *check == MERGING && message.contains(words);
    assert!(found.iter().any(caught), "{found:#?}");
    found
}

/// It is caught by rule Merging and by no other check.
fn alone(changes: &[(&str, &str)], words: &str, corrupt: impl FnOnce(&mut Plan)) {
    let found = among(changes, words, corrupt);
    assert!(found.iter().all(|(check, _)| *check == MERGING), "{found:#?}");
}

fn dissolved(plan: &mut Plan) -> &mut ClassPath {
    let mut classes = plan.classes.iter_mut();
    classes.find(|class| class.merged.is_some()).expect("a merging")
}

fn end(plan: &mut Plan) -> &mut Merged {
    dissolved(plan).merged.as_mut().expect("a merging")
}

fn joined(plan: &mut Plan) -> &mut ClassPath {
    let name = end(plan).into[0].class.clone();
    let mut classes = plan.classes.iter_mut();
    classes.find(|class| class.name == name).expect("the class")
}

#[test]
fn as_it_is_nothing_is_wrong() {
    let found = wrong(&[], |_| {});
    assert!(found.is_empty(), "{found:#?}");
    let mut plan = tiny::best(&scenario(&[]));
    assert_eq!(end(&mut plan).at, term("2009-autumn"));
    assert_eq!(dissolved(&mut plan).campus_today.as_deref(), Some("a"));
}

#[test]
fn where_the_scenario_allows_none() {
    let none = [("merging: (most_students: 50, cost: 0.25), ", "")];
    alone(&none, "allows no merging", |_| {});
}

#[test]
fn too_large() {
    let smaller = [("most_students: 50", "most_students: 49")];
    alone(&smaller, "with those who join", |_| {});
    let smaller = [("max: 60)", "max: 49)"), ("students: 55", "students: 45")];
    among(&smaller, "with those who join", |_| {});
}

#[test]
fn between_campuses_or_cohorts() {
    // the class of the same year on the other campus is a cohort of its own
    among(&[], "sat on another campus", |plan| {
        let mut classes = plan.classes.iter();
        let other = classes.find(|class| class.campus_today.as_deref() == Some("b"));
        let name = other.expect("a class at b").name.clone();
        end(plan).into[0].class = name;
    });
    // moved there before
    among(&[], "sat on another campus", |plan| {
        dissolved(plan).seats = vec![seat("2008-autumn", "b")];
    });
    // of another year
    among(&[], "of another cohort", |plan| {
        end(plan).into[0].class = "08专业4班".to_owned();
    });
}

#[test]
fn students_lost() {
    alone(&[], "join other classes", |plan| {
        end(plan).into[0].students = Students(20.0);
    });
    alone(&[], "join other classes", |plan| {
        end(plan).into.clear();
    });
    // into a class that is not there
    among(&[], "join other classes", |plan| {
        end(plan).into[0].class = "08专业9班".to_owned();
    });
    // into itself
    among(&[], "dissolved itself", |plan| {
        let name = dissolved(plan).name.clone();
        end(plan).into[0].class = name;
    });
}

#[test]
fn at_a_wrong_time() {
    alone(&[], "within a stage", |plan| {
        end(plan).at = term("2010-spring");
    });
    // when the plan begins
    among(&[], "not on the register", |plan| {
        end(plan).at = term("2008-autumn");
    });
    // in the last year of study
    among(&[("terms: 6,", "terms: 5,")], "last school year", |_| {});
}

#[test]
fn unlike_in_internship() {
    among(&[], "in its internship", |plan| {
        joined(plan).internship = vec![term("2009-spring")];
    });
    let internship = ("/*p*/", "internship: (first: 1, last: 2, length: 1),");
    let half = ("classes: 2, students: 50", "classes: 2, students: 50, interned: 1");
    among(&[internship, half], "of which some classes", |_| {});
}

#[test]
fn who_moves_too_often_for_one_class() {
    among(&[], "moved 2", |plan| {
        dissolved(plan).seats = vec![seat("2008-autumn", "b")];
        joined(plan).seats = vec![seat("2008-autumn", "a"), seat("2009-autumn", "b")];
    });
}
