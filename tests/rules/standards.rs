//! Standards, where they are enforced.

use crate::support::tiny::{close, read, refused, solved, text};
use campusplan::domain::Rule;
use campusplan::model::{Form, build};
use campusplan::verify::{Check, verify};

/// Eighty students in two classes, and three teachers.
const EIGHTY: (&str, &str) = (
    "/*cohorts*/",
    r#"(programme: "p", entry: "2007-autumn", campus: "a", classes: 2, students: 80)"#,
);
/// A recruit costs 5 and 1 a term.
const SUBJECT: (&str, &str) = (
    "/*subjects*/",
    r#""m": (name: (zh: "机"), kind: vocational, hiring: (cost: 5, pay: 1, load: 10, most_per_year: 3))"#,
);

fn standards(schools: &str, indicators: &str) -> String {
    format!(
        r#"staff: {{"all": (employer: (zh: "县"), campus: "a", subjects: ["m"], count: 3, load: 10)}},
        schools: {{{schools}}},
        standards: (choose: sets(["own"]), sets: {{"own": (
            title: (zh: "标准"), issuer: (zh: "县"), number: "1", indicators: {{{indicators}}},
        )}}),"#
    )
}

fn rule(indicator: &str, more: &str) -> String {
    format!(r#"standards: [(set: "own", indicator: "{indicator}", from: "2008-autumn", {more})]"#)
}

const TWENTY: &str =
    r#""t": (metric: students_per_teacher, at_most: 20, grade: S, source: (zh: "甲"))"#;

#[test]
fn teachers_are_recruited_for_the_students_there_are() {
    let (more, enforced) = (standards("", TWENTY), rule("t", ""));
    let changes = [EIGHTY, SUBJECT, ("/*more*/", more.as_str())];
    // reported only: two classes cost 1 a term each
    let plan = solved(&changes);
    close(plan.accounts.cost_wan_yuan.0, 4.0);
    assert_eq!(plan.compliance[0].met, Some(false));
    assert!(plan.missed_rules.is_empty());
    // enforced: a fourth teacher
    let plan = solved(&[&changes[..], &[("/*rules*/", &enforced)]].concat());
    close(plan.accounts.cost_wan_yuan.0, 4.0 + 5.0 + 2.0);
    assert_eq!(plan.compliance[0].met, Some(true));
}

#[test]
fn what_is_missed_has_its_price() {
    let more = standards("", TWENTY);
    let changes = [EIGHTY, SUBJECT, ("/*more*/", more.as_str())];
    // at 3 for the one missing teacher
    let priced = rule("t", "enforce: priced(3)");
    let plan = solved(&[&changes[..], &[("/*rules*/", &priced)]].concat());
    close(plan.accounts.cost_wan_yuan.0, 4.0 + 3.0);
    let [missed] = &plan.missed_rules[..] else { panic!("{:?}", plan.missed_rules) };
    assert_eq!((missed.rule, missed.place.join(" ")), (Rule::Standards, "own t all".to_owned()));
    close(missed.amount, 1.0);
    // at 8 it is cheaper to recruit
    let priced = rule("t", "enforce: priced(8)");
    let plan = solved(&[&changes[..], &[("/*rules*/", &priced)]].concat());
    close(plan.accounts.cost_wan_yuan.0, 4.0 + 5.0 + 2.0);
    assert!(plan.missed_rules.is_empty());
}

#[test]
fn a_campus_opens_for_its_land() {
    let land = r#""l": (metric: land_per_student, at_least: 25, grade: S, source: (zh: "甲"))"#;
    let (more, enforced) = (standards("", land), rule("l", ""));
    let changes = |a: &'static str| {
        [
            EIGHTY,
            SUBJECT,
            ("/*campus a*/", a),
            ("/*campus b*/", "land: 1000, in_use: false, closable: true, opening_cost: 7,"),
        ]
    };
    let with = |a: &'static str| {
        let own = [("/*more*/", more.as_str()), ("/*rules*/", enforced.as_str())];
        [&changes(a)[..], &own].concat()
    };
    // 80 students need 2,000 m²
    close(solved(&with("land: 1000,")).accounts.cost_wan_yuan.0, 4.0 + 7.0);
    close(solved(&with("land: 2000,")).accounts.cost_wan_yuan.0, 4.0);
    // both together are short of it
    let why = refused(&read(&text(&with("land: 900,"))));
    assert!(why.conflict.contains(&Rule::Standards), "{:?}", why.conflict);
    let short = why.shortages.iter().find(|one| one.rule == Rule::Standards);
    close(short.expect("a shortage").amount, 100.0);
}

#[test]
fn equipment_is_bought_for_it() {
    let set = r#""e": (metric: equipment_per_student, at_least: "2500 元", grade: K, source: (zh: "乙"))"#;
    let options = r#"options: {"lathes": (
        name: (zh: "车床"), campus: "a", resource: "lathe", units: 1, cost: 3, most: 9,
    )},"#;
    let more = standards("", set).replace("sets: {", "equipment: [\"lathe\"], sets: {") + options;
    let enforced = rule("e", "");
    let plan = solved(&[
        EIGHTY,
        SUBJECT,
        ("/*campus a*/", "equipment: 12,"),
        (
            "/*resources*/",
            r#""lathe": (name: (zh: "车床"), unit: (zh: "台"), per: student, hours: 20),"#,
        ),
        ("/*more*/", &more),
        ("/*rules*/", &enforced),
    ]);
    // 20 needed, 12 there: three modules of 3
    close(plan.accounts.cost_wan_yuan.0, 4.0 + 9.0);
    close(plan.compliance[0].value.unwrap(), 21e4 / 80.0);
}

#[test]
fn each_school_needs_its_own_teachers() {
    let schools = r#""one": (name: (zh: "甲校"), campuses: ["a"]), "two": (name: (zh: "乙校"), campuses: ["b"])"#;
    let one = r#""n": (metric: teachers, at_least: 1, grade: S, source: (zh: "甲"))"#;
    let (more, enforced) = (standards(schools, one), rule("n", ""));
    let changes = [EIGHTY, SUBJECT, ("/*more*/", more.as_str())];
    close(solved(&changes).accounts.disruption, 0.0);
    // one of the three goes to b, and counts for 20 students
    let plan = solved(&[&changes[..], &[("/*rules*/", &enforced)]].concat());
    close(plan.accounts.disruption, 20.0);
    close(plan.accounts.cost_wan_yuan.0, 4.0);
}

#[test]
fn a_later_year_is_enforced_from_then_on() {
    let more = standards("", TWENTY);
    let later = rule("t", "").replace("2008-autumn", "2009-autumn");
    let plan = solved(&[
        EIGHTY,
        SUBJECT,
        ("terms: 2,", "terms: 4,"),
        ("/*more*/", &more),
        ("/*rules*/", &later),
    ]);
    // recruited in autumn 2009, not before
    close(plan.accounts.cost_wan_yuan.0, 8.0 + 5.0 + 2.0);
    let met: Vec<Option<bool>> = plan.compliance.iter().map(|line| line.met).collect();
    assert_eq!(met, [Some(false), Some(false), Some(true), Some(true)]);
}

#[test]
fn a_plan_that_breaks_the_rule_is_caught() {
    let (more, enforced) = (standards("", TWENTY), rule("t", ""));
    let changes = [EIGHTY, SUBJECT, ("/*more*/", more.as_str())];
    // made without the rule, and held to it
    let plan = solved(&changes);
    let strict = read(&text(&[&changes[..], &[("/*rules*/", &enforced)]].concat()));
    let violations = verify(&strict, &plan).violations;
    let mut broken = violations.iter();
    let broken = broken.find(|one| one.check == Check::Rule(Rule::Standards));
    // four teachers are needed, three are there
    close(broken.expect("a violation").excess, 1.0);
}

#[test]
fn what_is_only_reported_leaves_the_model_as_it_is() {
    let written = |changes: &[(&str, &str)]| {
        let scenario = read(&text(changes));
        format!("{:?}", build(&scenario, Form::PLAN).problem)
    };
    let more = standards("", TWENTY);
    let staff = more.split("schools:").next().expect("the staff");
    let without = written(&[EIGHTY, SUBJECT, ("/*more*/", staff)]);
    let changes = [EIGHTY, SUBJECT, ("/*more*/", more.as_str())];
    assert_eq!(written(&changes), without);
    let enforced = rule("t", "");
    let with = written(&[&changes[..], &[("/*rules*/", &enforced)]].concat());
    assert_ne!(with, without);
}

#[test]
fn the_register_decides_unless_the_set_says_otherwise() {
    // of two classes of 40 one is on internship that autumn
    let classes = r#"(programme: "p", entry: "2006-autumn", campus: "a", classes: 1, students: 40),
        (programme: "p", entry: "2007-autumn", campus: "a", classes: 1, students: 40)"#;
    let more = standards("", TWENTY);
    let in_school = more.replace("number: \"1\",", "number: \"1\", basis: in_school,");
    let enforced = rule("t", "");
    let cost = |more: &str| {
        let plan = solved(&[
            ("/*cohorts*/", classes),
            ("/*p*/", "internship: (first: 5, last: 5, length: 1),"),
            SUBJECT,
            ("/*more*/", more),
            ("/*rules*/", &enforced),
        ]);
        plan.accounts.cost_wan_yuan.0
    };
    // three terms of a class; 80 need a fourth teacher, 40 do not
    close(cost(&more), 3.0 + 5.0 + 2.0);
    close(cost(&in_school), 3.0);
}
