//! Courses.
//!
//! A term has 10 weeks. Campus a has two cars of 20 hours a week each; a trainee
//! of d drives 50 hours, 5 a week: eight can be taken in a term. A trainee costs
//! 0.15.

use crate::support::tiny::{broken, close, outcome, read, refused, solved, text};
use campusplan::domain::Rule;
use campusplan::plan::{MoneyItem, Plan, TermKey, Trainees};
use campusplan::units::Students;
use campusplan::verify::Check;

const CAR: &str = r#""car": (name: (zh: "教练车"), unit: (zh: "辆"), per: student, hours: 20"#;
const AT_A: &str = r#"sites: ["a"]"#;

/// Replacements for a case with cars at a and courses.
fn changes(cars: u32, courses: &str, rules: &str) -> Vec<(&'static str, String)> {
    vec![
        ("/*resources*/", format!("{CAR}),")),
        ("\"room\": 4 /*owned at a*/", format!("\"room\": 4, \"car\": {cars}")),
        ("/*more*/", format!("courses: {{{courses}}},")),
        ("/*rules*/", rules.to_owned()),
    ]
}

/// The course d: driving 50 hours.
fn driving(demand: &str, fee: f64, more: &str) -> String {
    format!(
        r#""d": (name: (zh: "驾驶", en: "Driving"), demand: ({demand}), hours: {{"car": 50}},
            fee: {fee}, cost: 0.15, {more}),"#
    )
}

fn borrow<'a>(changes: &'a [(&'a str, String)]) -> Vec<(&'a str, &'a str)> {
    changes.iter().map(|(from, to)| (*from, &**to)).collect()
}

fn plan(changes: &[(&str, String)]) -> Plan {
    solved(&borrow(changes))
}

/// A plan that whole trainees keep from the bound of trainees in fractions.
fn rounded(changes: &[(&str, String)]) -> Plan {
    outcome(&read(&text(&borrow(changes)))).expect("a plan")
}

fn given(demand: &str, fee: f64, more: &str, rules: &str) -> Plan {
    plan(&changes(2, &driving(demand, fee, more), rules))
}

/// Trainees of a course in the first term and in the second.
fn trainees(plan: &Plan, course: &str) -> [u32; 2] {
    ["2008-autumn", "2009-spring"].map(|term| {
        let term = TermKey(term.parse().unwrap());
        let all = plan.courses.iter();
        let mine = all.filter(|one| one.course == course && one.term == term);
        mine.map(|one| one.trainees).sum()
    })
}

#[test]
fn trainees_are_taken_up_to_the_demand_if_they_pay() {
    let plan = given("trainees: 5", 0.25, AT_A, "");
    assert_eq!(trainees(&plan, "d"), [5, 5]);
    close(plan.accounts.cost_wan_yuan.0, -10.0 * 0.1);
    // the demand of a later term
    let later = given(r#"trainees: 2, from: {"2009-spring": 6}"#, 0.25, AT_A, "");
    assert_eq!(trainees(&later, "d"), [2, 6]);
    let none = given(r#"from: {"2009-spring": 6}"#, 0.25, AT_A, "");
    assert_eq!(trainees(&none, "d"), [0, 6]);
    // they cost more than they pay
    let dear = given("trainees: 5", 0.14, AT_A, "");
    assert!(dear.courses.is_empty());
    close(dear.accounts.cost_wan_yuan.0, 0.0);
}

#[test]
fn fees_of_a_later_year_are_discounted() {
    let mut case = changes(2, &driving("trainees: 5", 0.25, AT_A), "");
    case[2].1.push_str("prices: (discount: 0.25),");
    // the autumn is in 2008, the spring in 2009
    close(plan(&case).accounts.cost_wan_yuan.0, -0.5 - 0.5 / 1.25);
}

#[test]
fn trainees_and_classes_share_the_cars() {
    let alone = given("trainees: 20", 0.25, AT_A, "");
    assert_eq!(trainees(&alone, "d"), [8, 8]);
    close(alone.accounts.cost_wan_yuan.0, -16.0 * 0.1);
    let beside = |students: u32| {
        let mut case = changes(2, &driving("trainees: 20", 0.25, AT_A), "");
        let cohort = format!(
            r#"(programme: "p", entry: "2007-autumn", campus: "a", classes: 1, students: {students})"#
        );
        case.push(("/*cohorts*/", cohort));
        case.push(("/*taught*/", r#"uses: {"car": 1}"#.to_owned()));
        rounded(&case)
    };
    // the class costs 2 and drives 20 of the 40 hours
    let shared = beside(20);
    assert_eq!(trainees(&shared, "d"), [4, 4]);
    close(shared.accounts.cost_wan_yuan.0, 2.0 - 8.0 * 0.1);
    let capacity = &shared.indicators[0].capacity;
    let cars = capacity.iter().find(|one| one.resource == "car").unwrap();
    close(cars.used, 40.0);
    // 22 hours leave 18, enough for three and more than half of a fourth
    assert_eq!(trainees(&beside(22), "d"), [3, 3]);
}

#[test]
fn plots_are_taken_up_for_the_term() {
    let course = r#""f": (name: (zh: "种植"), sites: ["a"], demand: (trainees: 20),
        uses: {"plot": 2}, fee: 0.1)"#;
    let mut case = changes(0, course, "");
    case[0].1 = r#""plot": (name: (zh: "试验田"), unit: (zh: "亩"), per: student),"#.to_owned();
    case[1].1 = r#""room": 4, "plot": 7"#.to_owned();
    assert_eq!(trainees(&rounded(&case), "f"), [3, 3]);
}

#[test]
fn what_earns_more_an_hour_goes_first() {
    // d earns 0.1 in 5 hours a week, e 0.06 in 2
    let more = r#""e": (name: (zh: "陪驾"), sites: ["a"], demand: (trainees: 15),
        hours: {"car": 20}, fee: 0.06)"#;
    let both = driving("trainees: 20", 0.25, AT_A) + more;
    let plan = plan(&changes(2, &both, ""));
    assert_eq!(trainees(&plan, "e"), [15, 15]);
    assert_eq!(trainees(&plan, "d"), [2, 2]);
    close(plan.accounts.cost_wan_yuan.0, -30.0 * 0.06 - 4.0 * 0.1);
}

/// Cars enough, one instructor of 10 periods a week, each trainee 2 a week.
fn instructed(fee: f64) -> Plan {
    let course = driving("trainees: 20", fee, r#"sites: ["a"], periods: {"s": 20}"#);
    let mut case = changes(9, &course, "");
    let hiring =
        r#""s": (name: (zh: "驾驶教练"), hiring: (cost: 0.5, pay: 1, load: 10, most_per_year: 1))"#;
    case.push(("/*subjects*/", hiring.to_owned()));
    case[2].1.push_str(
        r#"staff: {"coach": (name: (zh: "教练"), employer: (zh: "县"), campus: "a",
            subjects: ["s"], count: 1, load: 10)},"#,
    );
    plan(&case)
}

#[test]
fn an_instructor_is_recruited_if_the_fees_pay_for_one() {
    // a recruit costs 2.5 and teaches five more a term: 0.25 each
    let kept = instructed(0.39);
    assert_eq!(trainees(&kept, "d"), [5, 5]);
    assert!(kept.hires.is_empty());
    close(kept.accounts.cost_wan_yuan.0, -10.0 * 0.24);
    let hired = instructed(0.41);
    assert_eq!(trainees(&hired, "d"), [10, 10]);
    assert_eq!(hired.hires[0].people, 1);
    close(hired.accounts.cost_wan_yuan.0, 2.5 - 20.0 * 0.26);
    let needed = &hired.indicators[0].periods[0];
    close(needed.periods_per_week.0, 20.0);
}

#[test]
fn a_contract_is_kept_or_missed_at_its_price() {
    // a trainee loses 0.05
    let least = r#"sites: ["a"], least: (trainees: 3)"#;
    let hard = given("trainees: 5", 0.1, least, "");
    assert_eq!(trainees(&hard, "d"), [3, 3]);
    close(hard.accounts.cost_wan_yuan.0, 6.0 * 0.05);
    let worth = given("trainees: 5", 0.1, least, "courses: (enforce: priced(0.06))");
    assert_eq!(trainees(&worth, "d"), [3, 3]);
    assert!(worth.missed_rules.is_empty());
    let missed = given("trainees: 5", 0.1, least, "courses: (enforce: priced(0.04))");
    assert!(missed.courses.is_empty());
    close(missed.accounts.cost_wan_yuan.0, 6.0 * 0.04);
    let lines = &missed.missed_rules;
    assert_eq!(lines.len(), 2);
    assert_eq!((lines[0].rule, lines[0].place[0].as_str()), (Rule::Courses, "d"));
    close(lines[0].amount, 3.0);
    // from the second term on
    let from = r#"sites: ["a"], least: (from: {"2009-spring": 2})"#;
    assert_eq!(trainees(&given("trainees: 5", 0.1, from, ""), "d"), [0, 2]);
}

#[test]
fn a_contract_for_more_than_the_cars_can_do_has_no_plan() {
    let least = r#"sites: ["a"], least: (trainees: 9)"#;
    let case = changes(2, &driving("trainees: 9", 0.25, least), "");
    let why = refused(&read(&text(&borrow(&case))));
    assert!(why.complete);
    assert!(why.conflict.contains(&Rule::Courses), "{:?}", why.conflict);
    assert!(why.conflict.contains(&Rule::Capacity), "{:?}", why.conflict);
}

#[test]
fn half_a_trainee_at_each_of_two_campuses_does_not_make_one() {
    // cars for 7.5 at each
    let of = |least: u32| {
        let least = format!(r#"sites: ["a", "b"], least: (trainees: {least})"#);
        let mut case = changes(2, &driving("trainees: 15", 0.25, &least), "");
        case[0].1 = format!("{CAR}, utilisation: 0.9375),");
        case.push(("\"room\": 4 /*owned at b*/", r#""room": 4, "car": 2"#.to_owned()));
        outcome(&read(&text(&borrow(&case))))
    };
    assert!(of(15).is_none());
    let whole = of(14).expect("a plan");
    assert_eq!(trainees(&whole, "d"), [14, 14]);
}

/// The course is given at b only, which has four cars and costs 1 to open.
fn at_b(running: f64, tenure: &str) -> Plan {
    let course = driving("trainees: 20", 0.25, r#"sites: ["b"]"#);
    let mut case = changes(2, &course, "");
    let campus = format!("in_use: false, opening_cost: 1, running_cost: {running}, {tenure}");
    case.push(("/*campus b*/", campus));
    case.push(("\"room\": 4 /*owned at b*/", r#""room": 4, "car": 4"#.to_owned()));
    plan(&case)
}

#[test]
fn courses_are_given_at_open_campuses_only() {
    // 16 trainees a term earn 3.2
    let opened = at_b(1.0, "");
    assert_eq!(trainees(&opened, "d"), [16, 16]);
    close(opened.accounts.cost_wan_yuan.0, 3.0 - 3.2);
    let closed = at_b(1.2, "");
    assert!(closed.courses.is_empty());
    close(closed.accounts.cost_wan_yuan.0, 0.0);
    // in autumn alone, for 1.6
    let ended = at_b(0.0, r#"tenure: (until: "2008-autumn")"#);
    assert_eq!(ended.courses.len(), 1);
    close(ended.accounts.cost_wan_yuan.0, 1.0 - 1.6);
}

#[test]
fn what_needs_nothing_needs_an_open_campus() {
    // five a term earn 1 in all, the campus costs 3
    let course = r#""n": (name: (zh: "讲座"), sites: ["b"], demand: (trainees: 5), fee: 0.1)"#;
    let mut case = changes(2, course, "");
    let campus = "in_use: false, opening_cost: 1, running_cost: 1,";
    case.push(("/*campus b*/", campus.to_owned()));
    close(plan(&case).accounts.cost_wan_yuan.0, 0.0);
}

#[test]
fn one_demand_for_all_campuses() {
    let course = driving("trainees: 11", 0.25, r#"sites: ["a", "b"]"#);
    let mut case = changes(2, &course, "");
    case.push(("\"room\": 4 /*owned at b*/", r#""room": 4, "car": 1"#.to_owned()));
    let plan = plan(&case);
    assert_eq!(trainees(&plan, "d"), [11, 11]);
    let most = plan.courses.iter().map(|one| (one.campus.as_str(), one.trainees));
    assert!(most.into_iter().all(|(at, one)| one <= if at == "a" { 8 } else { 4 }));
}

#[test]
fn trainees_drive_where_the_cars_are() {
    let course = driving("trainees: 6", 0.25, AT_A);
    let mut case = changes(0, &course, "");
    case[0].1 = format!("{CAR}, shared_visit: 2),");
    case.push(("\"room\": 4 /*owned at b*/", r#""room": 4, "car": 2"#.to_owned()));
    let plan = rounded(&case);
    assert_eq!(trainees(&plan, "d"), [6, 6]);
    close(plan.sharing[0].hours_per_week.0, 30.0);
}

#[test]
fn fees_count_against_the_running_grant() {
    // campus a costs 0.7 a term: 0.2 more than the grant
    let case = |demand: &str| {
        let rules = r#"budget: (running: {"2008": 0.5, "2009": 0.5})"#;
        let mut case = changes(2, &driving(demand, 0.25, AT_A), rules);
        case.push(("/*campus a*/", "running_cost: 0.7,".to_owned()));
        case
    };
    let enough = case("trainees: 2");
    close(plan(&enough).accounts.cost_wan_yuan.0, 1.4 - 0.4);
    let why = refused(&read(&text(&borrow(&case("trainees: 1")))));
    assert!(why.conflict.contains(&Rule::Budget), "{:?}", why.conflict);
}

#[test]
fn a_cost_below_zero_keeps_its_ceiling() {
    let objective = |most: f64| {
        let mut case = changes(2, &driving("trainees: 5", 0.25, AT_A), "");
        let objective = format!("objective: [(parts: [(part: cost)], at_most: {most})],");
        case[2].1.push_str(&objective);
        outcome(&read(&text(&borrow(&case))))
    };
    assert!(objective(-1.0).is_some());
    assert!(objective(-1.1).is_none());
}

/// The checks that a corrupted plan fails: eight trainees in the autumn, as many
/// as the cars can take, and in the spring five, all that would come.
fn corrupted(corrupt: impl FnOnce(&mut Plan)) -> Vec<Check> {
    let more = r#"sites: ["a"], least: (trainees: 5)"#;
    let both = driving(r#"trainees: 9, from: {"2009-spring": 5}"#, 0.25, more);
    let case = changes(2, &both, "");
    let failed = broken(&borrow(&case), corrupt);
    assert!(!failed.is_empty());
    failed
}

#[test]
fn wrong_trainees_are_caught() {
    let rule = Check::Rule(Rule::Courses);
    // eight are right
    let many = corrupted(|plan| plan.courses[0].trainees += 1);
    assert!(many.contains(&Check::Rule(Rule::Capacity)), "{many:?}");
    assert!(many.contains(&Check::Accounts), "{many:?}");
    assert!(many.contains(&Check::Indicators), "{many:?}");
    assert!(!many.contains(&rule), "{many:?}");
    let beyond = corrupted(|plan| plan.courses[1].trainees += 1);
    assert!(beyond.contains(&rule), "{beyond:?}");
    let below = corrupted(|plan| plan.courses[1].trainees -= 1);
    assert!(below.contains(&rule), "{below:?}");
    let none = corrupted(|plan| {
        plan.courses.pop();
    });
    assert!(none.contains(&rule), "{none:?}");
    // b may not give the course and has no car
    let other = corrupted(|plan| plan.courses[1].campus = "b".to_owned());
    assert!(other.contains(&rule), "{other:?}");
    assert!(other.contains(&Check::Rule(Rule::Capacity)), "{other:?}");
}

#[test]
fn trainees_at_a_closed_campus_are_caught() {
    let course = driving("trainees: 5", 0.14, r#"sites: ["b"]"#);
    let mut case = changes(2, &course, "capacity: (enforce: priced(0.001))");
    case.push(("/*campus b*/", "in_use: false, opening_cost: 1,".to_owned()));
    let failed = broken(&borrow(&case), |plan| {
        plan.courses.push(Trainees {
            course: "d".to_owned(),
            campus: "b".to_owned(),
            term: TermKey("2008-autumn".parse().unwrap()),
            trainees: 1,
        });
    });
    assert!(failed.contains(&Check::Rule(Rule::Courses)), "{failed:?}");
}

#[test]
fn wrong_entries_are_caught() {
    let unknown = corrupted(|plan| plan.courses[0].course = "x".to_owned());
    assert!(unknown.contains(&Check::Reference), "{unknown:?}");
    let twice = corrupted(|plan| plan.courses.push(plan.courses[0].clone()));
    assert!(twice.contains(&Check::Reference), "{twice:?}");
}

#[test]
fn wrong_accounts_are_caught() {
    for item in [MoneyItem::CourseFees, MoneyItem::CourseCosts] {
        let off = corrupted(|plan| {
            let mut lines = plan.accounts.money.iter_mut();
            let line = lines.find(|line| line.item == item).unwrap();
            line.amount_wan_yuan.0 += 0.01;
        });
        assert_eq!(off, [Check::Accounts], "{item:?}");
    }
    let gone = corrupted(|plan| {
        let lines = &mut plan.accounts.money;
        lines.retain(|line| line.item != MoneyItem::CourseFees);
    });
    assert!(gone.contains(&Check::Accounts), "{gone:?}");
    // as if fees were no income
    let cost = corrupted(|plan| plan.accounts.cost_wan_yuan.0 = 13.0 * 0.15);
    assert!(cost.contains(&Check::Accounts), "{cost:?}");
    let taken = corrupted(|plan| plan.indicators[0].courses[0].trainees -= 1);
    assert_eq!(taken, [Check::Indicators]);
    let demand = corrupted(|plan| plan.indicators[0].courses[0].demand = Students(8.0));
    assert_eq!(demand, [Check::Indicators]);
    let none = corrupted(|plan| plan.indicators[0].courses.clear());
    assert!(none.contains(&Check::Indicators), "{none:?}");
}
