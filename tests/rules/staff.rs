//! Staffing, Employment.
//!
//! Two classes at a need 20 periods of s; each teacher gives 10. They cost 4
//! by themselves.

use crate::support::tiny::{close, read, refused, solved, text};
use campusplan::domain::Rule;
use campusplan::plan::Plan;

/// The plan with so many teachers at a and b, whether s may be recruited, and
/// rules.
fn with(teachers: (u32, u32), hiring: &str, rules: &str, more: &[(&str, &str)]) -> Plan {
    solved(&borrow(&changes(teachers, hiring, rules, more)))
}

fn borrow(changes: &[(String, String)]) -> Vec<(&str, &str)> {
    changes.iter().map(|(from, to)| (&**from, &**to)).collect()
}

fn changes(
    (at_a, at_b): (u32, u32),
    hiring: &str,
    rules: &str,
    more: &[(&str, &str)],
) -> Vec<(String, String)> {
    let group = |key: &str, campus: &str, count: u32| {
        format!(
            r#""{key}": (name: (zh: "{key}"), employer: (zh: "县"), campus: "{campus}",
                subjects: ["s"], count: {count}, load: 10, /*{key}*/),"#
        )
    };
    let staff = [("ta", "a", at_a), ("tb", "b", at_b)];
    let staff: String = (staff.into_iter().filter(|one| one.2 > 0))
        .map(|(key, campus, count)| group(key, campus, count))
        .collect();
    let subject = format!(r#""s": (name: (zh: "课"), {hiring})"#);
    let prices = "prices: (visiting_per_km: 0.001, periods_per_visit: 4),";
    let mut changes: Vec<(String, String)> = [
        ("/*subjects*/", &*subject),
        ("/*taught*/", r#"periods: {"s": 10}"#),
        (
            "/*admissions*/",
            r#"(programme: "p", entry: "2008-autumn", applicants: 40, least: 2, most: 2)"#,
        ),
        ("/*more*/", &format!("staff: {{{staff}}}, {prices}")),
        ("/*rules*/", rules),
    ]
    .map(|(from, to)| (from.to_owned(), to.to_owned()))
    .to_vec();
    let more = more.iter();
    changes.extend(more.map(|(from, to)| ((*from).to_owned(), (*to).to_owned())));
    changes
}

/// 0.5 to recruit one, 1 a term to pay them: 2.5 over the two terms.
const HIRING: &str = "hiring: (cost: 0.5, pay: 1, load: 10, most_per_year: 1)";
const NOBODY_MOVES: &str = "employment: (rebased_per_stage: 0)";

#[test]
fn enough_teachers_cost_nothing() {
    let plan = with((2, 0), HIRING, "", &[]);
    close(plan.accounts.cost_wan_yuan.0, 4.0);
    close(plan.accounts.disruption, 0.0);
    assert!(plan.hires.is_empty());
}

#[test]
fn a_teacher_is_re_based_before_anybody_is_hired() {
    let plan = with((1, 1), HIRING, "", &[]);
    close(plan.accounts.cost_wan_yuan.0, 4.0);
    assert_eq!(plan.accounts.staff_rebased, 1);
    close(plan.accounts.disruption, 20.0);
}

#[test]
fn one_is_hired_where_nobody_can_move() {
    let plan = with((1, 1), HIRING, NOBODY_MOVES, &[]);
    close(plan.accounts.cost_wan_yuan.0, 4.0 + 2.5);
    assert_eq!(plan.hires.len(), 1);
    // one period more than the teachers give is a recruit more
    let taught = ("{\"s\": 10}", "{\"s\": 10.5}");
    let plan = with((2, 0), HIRING, "", &[taught]);
    close(plan.accounts.cost_wan_yuan.0, 4.0 + 2.5);
}

#[test]
fn no_more_are_hired_than_the_caps_allow() {
    // two are needed, and one may be hired: ten periods short
    let scenario = read(&text(&borrow(&changes((0, 0), HIRING, "", &[]))));
    let why = refused(&scenario);
    assert!(why.complete);
    assert!(why.conflict.contains(&Rule::Staffing), "{why:?}");
    assert!(why.conflict.contains(&Rule::Employment), "{why:?}");
    // two a year: 4 + 2 x 2.5
    let two = HIRING.replace("most_per_year: 1", "most_per_year: 2");
    close(with((0, 0), &two, "", &[]).accounts.cost_wan_yuan.0, 9.0);
    // one of them beyond a cap with a price of 0.3
    let priced = "employment: (hires_per_year: 1, enforce: priced(0.3))";
    close(with((0, 0), &two, priced, &[]).accounts.cost_wan_yuan.0, 9.3);
}

#[test]
fn a_visiting_teacher_costs_the_way() {
    // 10 periods are 2.5 visits a week, ten weeks, 2 x 5 km: 250 km a term for
    // 0.25; a quarter of an hour each way: 12.5 hours a term
    let rules = "employment: (rebased_per_stage: 0), visiting: (share: 0.5)";
    let plan = with((1, 1), HIRING, rules, &[]);
    close(plan.accounts.cost_wan_yuan.0, 4.0 + 0.5);
    close(plan.accounts.teacher_hours.0, 25.0);
    // not more than the share: somebody is hired
    let rules = "employment: (rebased_per_stage: 0), visiting: (share: 0.49)";
    let plan = with((1, 1), HIRING, rules, &[]);
    close(plan.accounts.cost_wan_yuan.0, 4.0 + 2.5);
    // nor further than the longest way
    let rules = "employment: (rebased_per_stage: 0), visiting: (share: 0.5, minutes: 14)";
    let plan = with((1, 1), HIRING, rules, &[]);
    close(plan.accounts.cost_wan_yuan.0, 4.0 + 2.5);
}

#[test]
fn missing_periods_are_paid_for_when_that_is_cheaper() {
    // ten periods in two terms at 0.05, or 2.5 for a recruit
    let rules = "employment: (rebased_per_stage: 0), staffing: (enforce: priced(0.05))";
    close(with((1, 1), HIRING, rules, &[]).accounts.cost_wan_yuan.0, 5.0);
    let rules = "employment: (rebased_per_stage: 0), staffing: (enforce: priced(0.2))";
    close(with((1, 1), HIRING, rules, &[]).accounts.cost_wan_yuan.0, 6.5);
}

#[test]
fn nobody_is_dismissed_so_a_campus_with_staff_stays_until_they_can_move() {
    // b is not needed: it costs 2 a term, and 1 to close
    let campus = ("/*campus b*/", "running_cost: 2, closable: true, closing_cost: 1,");
    let plan = with((2, 1), "", NOBODY_MOVES, &[campus]);
    close(plan.accounts.cost_wan_yuan.0, 4.0 + 4.0);
    assert_eq!(plan.posts.len(), 3);
    let plan = with((2, 1), "", "employment: (rebased_per_stage: 1)", &[campus]);
    close(plan.accounts.cost_wan_yuan.0, 4.0 + 1.0);
    close(plan.accounts.disruption, 20.0);
    assert_eq!(plan.posts.len(), 3);
}

#[test]
fn who_retires_in_mid_stage_does_not_teach_in_it() {
    let retires = ("/*ta*/", r#"retirements: {"2009-spring": 1}"#);
    let plan = with((2, 0), HIRING, "", &[retires]);
    close(plan.accounts.cost_wan_yuan.0, 4.0 + 2.5);
    // after the horizon it is nobody's business
    let later = ("/*ta*/", r#"retirements: {"2009-autumn": 1}"#);
    let plan = with((2, 0), HIRING, "", &[later]);
    close(plan.accounts.cost_wan_yuan.0, 4.0);
}
