//! Merging.

use super::microlp::Microlp;
use crate::support::tiny::{EXACT, close, cost, read, solved, text};
use campusplan::domain::Rule;
use campusplan::model::{Form, Model, build};
use campusplan::plan::{Plan, TermIndicators};
use campusplan::planning::{Outcome, plan_with};
use campusplan::solve::Unwatched;

type Change<'a> = (&'a str, &'a str);

const FOUR_TERMS: Change = ("terms: 2,", "terms: 4,");
/// Two classes in the second of their six terms of study: in the fourth when
/// they may merge, 2009-autumn.
const TWO: Change = (
    "/*cohorts*/",
    r#"(programme: "p", entry: "2008-spring", campus: "a", classes: 2, students: 60)"#,
);
/// A tenth is lost each term: of 60 students 48.6 are left after a year.
const LOSSES: Change = (
    "class_size: (min: 20, max: 40), attrition: [0],",
    "class_size: (min: 20, max: 60), attrition: [0.1],",
);
const MOST_49: &str = "merging: (most_students: 49)";
const TWO_ROOMS: Change = ("\"room\": 4 /*owned at a*/", "\"room\": 2");

/// The base case over four terms, with rules.
fn case<'a>(rules: &'a str, changes: &[Change<'a>]) -> Vec<Change<'a>> {
    let mut all = vec![FOUR_TERMS, ("/*rules*/", rules)];
    all.extend(changes);
    all
}

/// The best cost, which a second solver finds as well.
fn agreed(rules: &str, changes: &[Change<'_>]) -> f64 {
    let changes = case(rules, changes);
    let scenario = read(&text(&changes));
    let found = plan_with(&Microlp, &scenario, &EXACT, &Unwatched).expect("the solver works");
    let Outcome::Planned(planned) = found else {
        panic!("no plan: {found:?}");
    };
    let violations = &planned.verification.violations;
    assert!(violations.is_empty(), "{violations:#?}");
    let best = cost(&changes);
    close(planned.plan.accounts.cost_wan_yuan.0, best);
    best
}

fn plan(rules: &str, changes: &[Change<'_>]) -> Plan {
    solved(&case(rules, changes))
}

fn merged(plan: &Plan) -> usize {
    let classes = plan.classes.iter();
    classes.filter(|class| class.merged.is_some()).count()
}

fn model(rules: &str, changes: &[Change<'_>]) -> Model {
    build(&read(&text(&case(rules, changes))), Form::PLAN)
}

#[test]
fn two_small_classes_merge_where_they_fit_and_it_pays() {
    // two classes for four terms, or one of 48.6 students for the last two
    close(agreed("", &[TWO, LOSSES]), 8.0);
    close(agreed(MOST_49, &[TWO, LOSSES]), 6.0);
    close(agreed("merging: (most_students: 48)", &[TWO, LOSSES]), 8.0);
    // for a price of 1.5 still, for one of 2.5 no more
    let priced = |cost: &str| format!("merging: (most_students: 49, cost: {cost})");
    close(agreed(&priced("1.5"), &[TWO, LOSSES]), 7.5);
    close(agreed(&priced("2.5"), &[TWO, LOSSES]), 8.0);
    // never beyond the programme's own largest class
    let largest = (LOSSES.0, "class_size: (min: 20, max: 48), attrition: [0.1],");
    close(agreed(MOST_49, &[TWO, largest]), 8.0);
}

#[test]
fn a_merging_is_told_with_its_students() {
    let plan = plan(MOST_49, &[TWO, LOSSES]);
    assert_eq!(merged(&plan), 1);
    let dissolved = plan.classes.iter().find(|class| class.merged.is_some());
    let dissolved = dissolved.unwrap();
    let end = dissolved.merged.as_ref().unwrap();
    assert_eq!(end.at.to_string(), "2009-autumn");
    assert_eq!(end.into.len(), 1);
    assert_ne!(end.into[0].class, dissolved.name);
    close(end.into[0].students.0, 30.0);
    let figures = |one: &TermIndicators| (one.classes_in_school, one.registered.0);
    let found: Vec<_> = plan.indicators.iter().map(figures).collect();
    // 48.6 and 43.74, rounded.
    let due = [(2, 60.0), (2, 54.0), (1, 49.0), (1, 44.0)];
    for ((classes, students), due) in found.into_iter().zip(due) {
        assert_eq!(classes, due.0);
        close(students, due.1);
    }
}

#[test]
fn the_students_of_one_class_can_go_to_several() {
    // 75 in three classes; two of 37.5 hold them: 3 x 2 + 2 x 2
    let three =
        (TWO.0, r#"(programme: "p", entry: "2008-spring", campus: "a", classes: 3, students: 75)"#);
    close(agreed("merging: (most_students: 40)", &[three]), 10.0);
    let plan = plan("merging: (most_students: 40)", &[three]);
    let ends: Vec<_> = plan.classes.iter().filter_map(|one| one.merged.as_ref()).collect();
    assert_eq!((ends.len(), ends[0].into.len()), (1, 2));
    let students: f64 = ends[0].into.iter().map(|one| one.students.0).sum();
    close(students, 25.0);
    // all three in one: 3 x 2 + 1 x 2
    let largest = ("max: 40)", "max: 75)");
    close(agreed("merging: (most_students: 75)", &[three, largest]), 8.0);
}

#[test]
fn a_merging_frees_a_room() {
    // a class is admitted in 2009-autumn: its two terms, and a third room for 7
    let more = [
        ("/*admissions*/", r#"(programme: "p", entry: "2009-autumn", applicants: 25, least: 1)"#),
        (
            "/*more*/",
            r#"options: {"wing": (name: (zh: "教室"), campus: "a", resource: "room", units: 1, cost: 7, most: 2)},"#,
        ),
    ];
    let changes = [TWO, LOSSES, TWO_ROOMS, more[0], more[1]];
    close(agreed("", &changes), 17.0);
    close(agreed(MOST_49, &changes), 8.0);
}

#[test]
fn classes_merge_only_where_they_sit_together() {
    let least =
        ("/*admissions*/", r#"(programme: "p", entry: "2008-autumn", applicants: 40, least: 2)"#);
    let sites = ("/*elsewhere*/", r#""b": (cost_per_class: 1)"#);
    let rules = "merging: (most_students: 40)";
    // both at a for a year, then one: 2 x 2 + 1 x 2
    close(agreed(rules, &[least, sites]), 6.0);
    // with one room at each campus they sit apart
    let rooms = [
        ("\"room\": 4 /*owned at a*/", "\"room\": 1"),
        ("\"room\": 4 /*owned at b*/", "\"room\": 1"),
    ];
    close(agreed(rules, &[least, sites, rooms[0], rooms[1]]), 8.0);
}

#[test]
fn none_merges_in_its_last_year_unless_classes_may_move_then() {
    let older =
        (TWO.0, r#"(programme: "p", entry: "2007-autumn", campus: "a", classes: 2, students: 40)"#);
    let rules = "merging: (most_students: 40)";
    close(agreed(rules, &[older]), 8.0);
    let rules = format!("{rules}, relocation: (last_year: true)");
    close(agreed(&rules, &[older]), 6.0);
}

#[test]
fn only_classes_alike_in_their_internship_merge() {
    let with = |internship: &str, students: &str| {
        let internship = format!("internship: ({internship}),");
        let cohort = format!(
            r#"(programme: "p", entry: "2008-spring", campus: "a", classes: 2, {students})"#
        );
        let changes = [(TWO.0, &*cohort), ("/*p*/", &*internship)];
        agreed("merging: (most_students: 40)", &changes)
    };
    // ahead of all: 2 + 2, then one class that is away for one of two terms
    close(with("first: 4, last: 5, length: 1", "students: 40"), 5.0);
    // behind all: 2 + 0, then one class
    close(with("first: 3, last: 3, length: 1", "students: 40"), 4.0);
    // in the midst of it: 2 + 0, 0 + 2
    close(with("first: 3, last: 4, length: 2", "students: 40"), 4.0);
    // one of the two has had it: 4, and 3 of the other
    let half = "students: 40, interned: 1";
    close(with("first: 1, last: 5, length: 1", half), 7.0);
}

#[test]
fn without_the_rule_the_model_is_the_same() {
    let without = model("", &[TWO, LOSSES]);
    let hopeless = model("merging: (most_students: 48)", &[TWO, LOSSES]);
    let written = |model: &Model| format!("{:?}", model.problem);
    assert_eq!(written(&hopeless), written(&without));
    let rows = |model: &Model| {
        let rows = model.problem.rows.iter();
        rows.filter(|row| row.label.rule == Rule::Merging).count()
    };
    assert_eq!(rows(&without), 0);
    // one lane that is dissolved and one that is joined, with its students;
    // conserved, size and some
    let with = model(MOST_49, &[TWO, LOSSES]);
    let columns = without.problem.columns.len();
    assert_eq!(with.problem.columns.len(), columns + 3);
    assert_eq!(rows(&with), 3);
}
