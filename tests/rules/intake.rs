//! Admission, Target, Role.

use crate::support::tiny::{EXACT, close, cost, read, refused, short, solved, text};
use campusplan::domain::{Limits, Rule};
use campusplan::planning::{self, Outcome};
use campusplan::solve::Unwatched;

const HUNDRED: (&str, &str) = (
    "/*targets*/",
    r#""size": (name: (zh: "规模"), metric: registered, at_least: 100, from: "2008-autumn")"#,
);
const FIFTY_APPLY: (&str, &str) =
    ("/*admissions*/", r#"(programme: "p", entry: "2008-autumn", applicants: 50)"#);

/// A programme like p, in the other field, with its costs at the campuses.
const Q: (&str, &str) = (
    "/*programmes*/",
    r#""q": (
        name: (zh: "另一专业"), field: "g", curriculum: [(terms: 6)],
        class_size: (min: 20, max: 40), attrition: [0],
        sites: {"a": (cost_per_class: 1), "b": (cost_per_class: 5)},
    )"#,
);

#[test]
fn no_more_students_than_apply() {
    // 50 of 100 wanted, in both terms; two classes of 25 are allowed
    close(short(&[HUNDRED, FIFTY_APPLY]), 50.0);
    // slack: 120 apply, 100 in three classes are enough
    let more = ("/*admissions*/", r#"(programme: "p", entry: "2008-autumn", applicants: 120)"#);
    let plan = solved(&[HUNDRED, more]);
    close(plan.accounts.targets_percent, 0.0);
    close(plan.accounts.cost_wan_yuan.0, 6.0);
}

#[test]
fn a_class_is_neither_too_small_nor_too_large() {
    // two classes need 2 x 30 > 50 applicants: one class of 40, 60 short
    let min = ("min: 20", "min: 30");
    close(short(&[HUNDRED, FIFTY_APPLY, min]), 60.0);
    // two classes of 25 just fit
    close(short(&[HUNDRED, FIFTY_APPLY, ("min: 20", "min: 25")]), 50.0);
}

#[test]
fn least_and_most_classes() {
    let apply = |bounds: &str| {
        format!(r#"(programme: "p", entry: "2008-autumn", applicants: 100, {bounds})"#)
    };
    // nothing is wanted: what must be admitted costs 1 a class and term
    close(cost(&[("/*admissions*/", &apply("least: 0"))]), 0.0);
    close(cost(&[("/*admissions*/", &apply("least: 2"))]), 4.0);
    // one class of 40 at most: 60 of 100 short
    close(short(&[HUNDRED, ("/*admissions*/", &apply("most: 1"))]), 60.0);
    // two classes of at least 20 cannot be filled by 39
    let few = r#"(programme: "p", entry: "2008-autumn", applicants: 39, least: 2)"#;
    let why = refused(&read(&text(&[("/*admissions*/", few)])));
    assert!(why.complete);
    assert!(why.conflict.contains(&Rule::Admission), "{why:?}");
    close(why.shortages.iter().map(|one| one.amount).sum(), 1.0);
}

#[test]
fn classes_below_the_least_are_paid_when_that_is_cheaper() {
    let least =
        ("/*admissions*/", r#"(programme: "p", entry: "2008-autumn", applicants: 100, least: 2)"#);
    // a class costs 2 over the two terms: 2 x 1 of penalty, or 2 x 2 of classes
    close(cost(&[least, ("/*rules*/", "admission: (enforce: priced(1))")]), 2.0);
    close(cost(&[least, ("/*rules*/", "admission: (enforce: priced(3))")]), 4.0);
}

#[test]
fn those_turned_away_fill_other_programmes_of_the_pool() {
    let admissions = (
        "/*admissions*/",
        r#"(programme: "p", entry: "2008-autumn", applicants: 100, most: 1),
           (programme: "q", entry: "2008-autumn", applicants: 20)"#,
    );
    let pool = |willing: &str| {
        format!(
            r#"pools: {{"town": (name: (zh: "县"), programmes: ["p", "q"], willing: {willing})}},"#
        )
    };
    // p takes 40 and turns 60 away; q has 20 of its own
    close(short(&[HUNDRED, Q, admissions]), 40.0);
    // half of the 60 take q: 40 + 50
    close(short(&[HUNDRED, Q, admissions, ("/*more*/", &pool("0.5"))]), 10.0);
    // 40 of the 60 would be enough
    close(short(&[HUNDRED, Q, admissions, ("/*more*/", &pool("0.8"))]), 0.0);
}

#[test]
fn targets_add_up_by_weight_and_share() {
    // 80 apply: 20 % short of 100 in both terms. They fill two classes of the
    // four wanted in the first term: 50 %, with weight 2
    let targets = (
        "/*targets*/",
        r#""size": (name: (zh: "规模"), metric: registered, at_least: 100, from: "2008-autumn"),
           "classes": (name: (zh: "班数"), metric: classes_in_school, at_least: 4,
               from: "2008-autumn", until: "2008-autumn", weight: 2)"#,
    );
    let admissions =
        ("/*admissions*/", r#"(programme: "p", entry: "2008-autumn", applicants: 80, most: 2)"#);
    close(short(&[targets, admissions]), 20.0 + 2.0 * 50.0);
    // slack: four classes of 20
    let open =
        ("/*admissions*/", r#"(programme: "p", entry: "2008-autumn", applicants: 100, most: 4)"#);
    close(short(&[targets, open]), 0.0);
}

#[test]
fn a_target_is_averaged_over_its_terms() {
    // half of the students are lost after each term of study: 40, then 20
    let targets = (
        "/*targets*/",
        r#""size": (name: (zh: "规模"), metric: students_in_school, at_least: 40, from: "2008-autumn")"#,
    );
    let admissions =
        ("/*admissions*/", r#"(programme: "p", entry: "2008-autumn", applicants: 40)"#);
    let lost = ("attrition: [0]", "attrition: [0.5]");
    close(short(&[targets, admissions, lost]), 25.0);
}

#[test]
fn a_campus_is_led_by_its_field_and_a_programme_sits_on_its_main_campus() {
    let base = [
        Q,
        (
            "sites: {\"a\": (cost_per_class: 1), /*elsewhere*/}",
            "sites: {\"a\": (cost_per_class: 3), \"b\": (cost_per_class: 1)}",
        ),
        (
            "/*admissions*/",
            r#"(programme: "p", entry: "2008-autumn", applicants: 40, least: 1, most: 1),
               (programme: "q", entry: "2008-autumn", applicants: 40, least: 1, most: 1)"#,
        ),
    ];
    let with = |rules: &str| {
        let mut changes = base.to_vec();
        changes.push(("/*rules*/", rules));
        cost(&changes)
    };
    // p at b and q at a: (1 + 1) x 2
    close(with(""), 4.0);
    // half of a's classes of field f: p joins q, (3 + 1) x 2
    let lead = r#"leads: [(campus: "a", field: "f", share: 0.5, from: "2008-autumn")]"#;
    close(with(&format!("role: ({lead})")), 8.0);
    // more than half cannot be had while q is there: both at b, (1 + 5) x 2,
    // or p alone at a, (3 + 5) x 2
    let lead_most = lead.replace("0.5", "0.6");
    close(with(&format!("role: ({lead_most})")), 12.0);
    // only from the second term on: classes cannot move in mid-stage, so the same
    let later = lead.replace("2008-autumn", "2009-spring");
    close(with(&format!("role: ({later})")), 8.0);
    // half a class short in each term, at 0.5: 4 + 0.5
    close(with(&format!("role: (enforce: priced(0.5), {lead})")), 4.5);
    // p's main campus
    let main = r#"mains: [(programme: "p", campus: "a", share: 1, from: "2008-autumn")]"#;
    close(with(&format!("role: ({main})")), 8.0);
    let slack = r#"mains: [(programme: "p", campus: "b", share: 1, from: "2008-autumn")]"#;
    close(with(&format!("role: ({slack})")), 4.0);
}

#[test]
fn nothing_is_built_for_fractions_of_students() {
    // 40 stations of 30 hours are enough for 30 students of 40 hours; one more,
    // at a cost of 5, for three quarters of another student.
    let lab = r#""lab": (name: (zh: "机位"), unit: (zh: "台"), per: student, hours: 40, utilisation: 0.75),"#;
    let more = r#"options: {"lab": (name: (zh: "机位"), campus: "a", resource: "lab", units: 1, cost: 5, most: 1)},"#;
    let text = text(&[
        HUNDRED,
        FIFTY_APPLY,
        ("/*resources*/", lab),
        ("/*owned at a*/", r#", "lab": 40"#),
        ("/*taught*/", r#"uses: {"lab": 40}"#),
        ("/*more*/", more),
    ]);
    for steps in [None, Some(0)] {
        let limits = Limits { steps, ..EXACT };
        let planned = planning::plan(&read(&text), &limits, &Unwatched).unwrap();
        let Outcome::Planned(planned) = planned else {
            panic!("no plan");
        };
        assert!(planned.verification.passed());
        close(planned.plan.accounts.targets_percent, 70.0);
        close(planned.plan.accounts.cost_wan_yuan.0, 2.0);
    }
}
