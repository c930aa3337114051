//! What changes within a stage: data count in the term they hold, decisions
//! stay those of the stage.

use crate::support::tiny::{best, broken, close, outcome, read, solved, text};
use campusplan::domain::Rule;
use campusplan::plan::Plan;
use campusplan::verify::Check;

/// A class in its last term and one that stays: 20 periods in autumn, 10 in
/// spring. They cost 2 and 1.
const TWO_THEN_ONE: (&str, &str) = (
    "/*cohorts*/",
    r#"(programme: "p", entry: "2006-spring", campus: "a", classes: 1, students: 20),
       (programme: "p", entry: "2007-autumn", campus: "a", classes: 1, students: 20)"#,
);
const SUBJECTS: (&str, &str) =
    ("/*subjects*/", r#""s": (name: (zh: "课")), "t": (name: (zh: "艺"))"#);
const TEN: (&str, &str) = ("/*taught*/", r#"periods: {"s": 10}"#);

/// Two teachers of 10 periods, one of whom leaves in spring.
fn two(subjects: &str, retires: &str) -> String {
    format!(
        r#"staff: {{"ta": (name: (zh: "教师"), employer: (zh: "县"), campus: "a",
            subjects: [{subjects}], count: 2, load: 10, retirements: {{"{retires}": 1}})}},"#
    )
}

/// Weekly periods taught in the first and in the last term of the first stage.
fn taught(plan: &Plan) -> (f64, f64) {
    let lines = || plan.teaching.iter().map(|one| (one.until, one.periods_per_week.0));
    let last = lines().filter(|(until, _)| until.is_none());
    (lines().map(|(_, periods)| periods).sum(), last.map(|(_, periods)| periods).sum())
}

#[test]
fn who_leaves_in_spring_teaches_in_autumn() {
    for subjects in [r#""s""#, r#""s", "t""#] {
        let staff = two(subjects, "2009-spring");
        let plan = solved(&[TWO_THEN_ONE, SUBJECTS, TEN, ("/*more*/", &staff)]);
        close(plan.accounts.cost_wan_yuan.0, 3.0);
        let (autumn, spring) = taught(&plan);
        close(autumn, 20.0);
        close(spring, 10.0);
    }
    // in spring one of them is too few for two classes
    let staff = two(r#""s""#, "2009-spring");
    let both = TWO_THEN_ONE.1.replace("2006-spring", "2006-autumn");
    let changes = [SUBJECTS, TEN, ("/*more*/", &*staff), ("/*cohorts*/", &both)];
    assert!(outcome(&read(&text(&changes))).is_none());
}

#[test]
fn who_leaves_in_a_later_stage_teaches_where_they_were() {
    // two terms later, with two classes that enter in the second autumn; in the
    // spring after it one has graduated
    let cohorts = r#"(programme: "p", entry: "2007-spring", campus: "a", classes: 1, students: 20),
       (programme: "p", entry: "2008-spring", campus: "a", classes: 1, students: 20)"#;
    let staff = two(r#""s""#, "2010-spring");
    let changes = [
        ("terms: 2,", "terms: 4,"),
        ("/*cohorts*/", cohorts),
        SUBJECTS,
        TEN,
        ("/*more*/", &*staff),
    ];
    let plan = solved(&changes);
    close(plan.accounts.cost_wan_yuan.0, 4.0 + 3.0);
    close(plan.accounts.disruption, 0.0);
    let later = plan.teaching.iter().filter(|one| one.from.to_string() == "2009-autumn");
    let later: Vec<f64> = later.map(|one| one.periods_per_week.0).collect();
    close(later.iter().sum(), 20.0);
    // where nobody has been at b before, nobody who leaves teaches there
    let at_b = cohorts
        .replace("entry: \"2007-spring\", campus: \"a\"", "entry: \"2007-spring\", campus: \"b\"");
    let nobody = "employment: (rebased_per_stage: 0)";
    let site = ("/*elsewhere*/", r#""b": (cost_per_class: 1)"#);
    let changes = [
        ("terms: 2,", "terms: 4,"),
        ("/*cohorts*/", &*at_b),
        site,
        SUBJECTS,
        TEN,
        ("/*more*/", &*staff),
        ("/*rules*/", nobody),
    ];
    let free = [&changes[..6], &[("/*rules*/", "")]].concat();
    assert!(outcome(&read(&text(&free))).is_some());
    assert!(outcome(&read(&text(&changes))).is_some_and(|plan| plan.accounts.classes_moved == 1));
}

#[test]
fn who_leaves_in_spring_has_a_class_in_autumn() {
    for subjects in [r#""s""#, r#""s", "t""#] {
        let staff = two(subjects, "2009-spring");
        let plan = solved(&[
            TWO_THEN_ONE,
            SUBJECTS,
            TEN,
            ("/*more*/", &staff),
            ("/*rules*/", "class_teacher: true"),
        ]);
        let until: Vec<String> =
            (plan.class_teachers.iter()).map(|one| one.until.to_string()).collect();
        assert_eq!(plan.class_teachers.len(), 2, "{until:?}");
        assert!(until.contains(&"2008-autumn".to_owned()), "{until:?}");
        let (autumn, spring) = taught(&plan);
        close(autumn, 20.0);
        close(spring, 10.0);
        let last = plan.assignments.iter().map(|one| one.until.to_string());
        assert!(last.into_iter().any(|until| until == "2008-autumn"));
    }
}

#[test]
fn a_plan_in_which_they_teach_on_is_caught() {
    let staff = two(r#""s""#, "2009-spring");
    let changes = [TWO_THEN_ONE, SUBJECTS, TEN, ("/*more*/", &*staff)];
    let staffing = Check::Rule(Rule::Staffing);
    let found = broken(&changes, |plan| {
        let mut lines = plan.teaching.iter_mut();
        let last = lines.find(|one| one.until.is_some());
        last.expect("somebody who leaves").until = None;
    });
    assert!(!found.is_empty());
    let found = broken(&changes, |plan| {
        plan.teaching.retain(|one| one.until.is_none());
    });
    assert!(found.contains(&staffing), "{found:?}");
}

/// A class that enters in spring, with 20 students.
const IN_SPRING: (&str, &str) = (
    "/*admissions*/",
    r#"(programme: "p", entry: "2009-spring", applicants: 20, least: 1, most: 1)"#,
);
const LATHE: &str =
    r#""lathe": (name: (zh: "车床"), unit: (zh: "台"), per: student, hours: 20, shipping: 1)"#;

#[test]
fn stations_that_can_be_moved_are_there_in_the_term_they_come() {
    // 20 students for 2 hours: two stations of 20, bought for 3 each
    let options = r#"options: {"lathes": (name: (zh: "车床"), campus: "a", resource: "lathe",
        units: 1, cost: 3, upkeep: 0.5, most: 9, earliest: "2009-spring")},"#;
    let changes = [
        IN_SPRING,
        ("/*resources*/", LATHE),
        ("/*taught*/", r#"uses: {"lathe": 2}"#),
        ("/*more*/", options),
    ];
    let plan = solved(&changes);
    close(plan.accounts.cost_wan_yuan.0, 1.0 + 6.0 + 1.0);
    assert_eq!(plan.built[0].from.to_string(), "2009-spring");
    // work that takes a term begins in autumn
    let slow = options.replace("earliest: \"2009-spring\"", "lead_terms: 1");
    let plan = solved(&[&changes[..3], &[("/*more*/", &*slow)]].concat());
    close(plan.accounts.cost_wan_yuan.0, 1.0 + 6.0 + 1.0);
    let money = plan.accounts.money.iter();
    let built = money.filter(|one| format!("{:?}", one.item) == "Building");
    assert!(built.map(|one| one.fiscal_year).eq([2008]));
    // and one of two terms is too late
    let late = options.replace("earliest: \"2009-spring\"", "lead_terms: 2");
    let scenario = read(&text(&[&changes[..3], &[("/*more*/", &*late)]].concat()));
    assert!(outcome(&scenario).is_none());
}

#[test]
fn a_plan_with_a_room_too_early_is_caught() {
    let options = r#"options: {"wing": (name: (zh: "教室"), campus: "a", resource: "room",
        units: 1, cost: 3, most: 1, earliest: "2009-spring")},"#;
    let rooms = ("\"room\": 4 /*owned at a*/", "\"room\": 0");
    let changes = [IN_SPRING, rooms, ("/*more*/", options)];
    let found = broken(&changes, |plan| {
        plan.built[0].from = "2008-autumn".parse().map(campusplan::plan::TermKey).unwrap();
    });
    assert!(found.contains(&Check::Rule(Rule::Equipment)), "{found:?}");
    let found = broken(&changes, |plan| plan.built.clear());
    assert!(found.contains(&Check::Rule(Rule::Capacity)), "{found:?}");
}

const SITE: (&str, &str) = ("/*elsewhere*/", r#""b": ()"#);

#[test]
fn premises_that_begin_in_spring_hold_the_class_that_enters_then() {
    // no room at a; b opens for 5 and costs 2 in the one term
    let rooms = ("\"room\": 4 /*owned at a*/", "\"room\": 0");
    let b = r#"in_use: false, opening_cost: 5, running_cost: 2, tenure: (from: "2009-spring"),"#;
    let changes = [IN_SPRING, SITE, rooms, ("/*campus b*/", b)];
    let plan = solved(&changes);
    close(plan.accounts.cost_wan_yuan.0, 5.0 + 2.0);
    let money = plan.accounts.money.iter();
    assert!(money.map(|one| one.fiscal_year).all(|year| year == 2009));
    // a class that enters in autumn has no place there
    let autumn = IN_SPRING.1.replace("2009-spring", "2008-autumn");
    let changes = [("/*admissions*/", &*autumn), SITE, rooms, ("/*campus b*/", b)];
    assert!(outcome(&read(&text(&changes))).is_none());
}

#[test]
fn premises_until_winter_keep_their_teacher_and_stations_until_then() {
    // a class at b in its last term, with a teacher and two stations of b; a
    // costs 1 a term, b 3 and 7 to close
    let cohort = (
        "/*cohorts*/",
        r#"(programme: "p", entry: "2006-spring", campus: "b", classes: 1, students: 20)"#,
    );
    let b = r#"closable: true, closing_cost: 7, running_cost: 3, tenure: (until: "2008-autumn"),"#;
    let staff = r#"staff: {"tb": (name: (zh: "教师"), employer: (zh: "县"), campus: "b",
        subjects: ["s"], count: 1, load: 10)},"#;
    let changes = |terms: &'static str| {
        [
            ("terms: 2,", terms),
            cohort,
            SITE,
            SUBJECTS,
            ("/*taught*/", r#"periods: {"s": 10}, uses: {"lathe": 2}"#),
            ("/*resources*/", LATHE),
            ("\"room\": 4 /*owned at a*/", "\"room\": 0"),
            ("/*owned at b*/", ", \"lathe\": 2"),
            ("/*campus a*/", "running_cost: 1,"),
            ("/*campus b*/", b),
            ("/*more*/", staff),
            ("/*rules*/", "relocation: (last_year: true)"),
        ]
    };
    // with a later stage the stations leave for 1 each, and the teacher too
    let plan = best(&read(&text(&changes("terms: 4,"))));
    close(plan.accounts.cost_wan_yuan.0, 4.0 + 3.0 + 7.0 + 2.0);
    assert_eq!(plan.accounts.staff_rebased, 1);
    // no stage follows in which they could: they must be gone before it
    assert!(outcome(&read(&text(&changes("terms: 2,")))).is_none());
    // without stations the premises are given up in winter
    let less: Vec<_> = changes("terms: 2,").into_iter().collect();
    let less: Vec<_> = (less.into_iter())
        .filter(|(mark, _)| !["/*resources*/", "/*owned at b*/", "/*taught*/"].contains(mark))
        .chain([TEN])
        .collect();
    let plan = best(&read(&text(&less)));
    close(plan.accounts.cost_wan_yuan.0, 2.0 + 3.0 + 7.0);
}

#[test]
fn a_plan_with_a_class_in_premises_that_have_ended_is_caught() {
    let cohort = (
        "/*cohorts*/",
        r#"(programme: "p", entry: "2007-autumn", campus: "b", classes: 1, students: 20)"#,
    );
    let b = ("/*campus b*/", r#"tenure: (until: "2008-autumn"),"#);
    let found = broken(&[cohort, SITE, b], |plan| {
        for class in &mut plan.classes {
            class.seats[0].campus = "b".to_owned();
        }
    });
    assert!(found.contains(&Check::Rule(Rule::Tenure)), "{found:?}");
    assert!(found.contains(&Check::Rule(Rule::Capacity)), "{found:?}");
}
