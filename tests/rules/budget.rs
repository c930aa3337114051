//! Budget.

use crate::support::tiny::{close, cost, short, solved};

const ONE_ROOM: (&str, &str) = ("\"room\": 4 /*owned at a*/", "\"room\": 1");
const EIGHTY: (&str, &str) =
    ("/*targets*/", r#""size": (name: (zh: "规模"), metric: registered, at_least: 80)"#);
/// Forty apply in each of two years.
const YEARLY: (&str, &str) = (
    "/*admissions*/",
    r#"(programme: "p", entry: "2008-autumn", applicants: 40),
       (programme: "p", entry: "2009-autumn", applicants: 40)"#,
);
/// Eighty apply at once.
const AT_ONCE: (&str, &str) =
    ("/*admissions*/", r#"(programme: "p", entry: "2008-autumn", applicants: 80)"#);
const WING: (&str, &str) = (
    "/*more*/",
    r#"options: {"wing": (name: (zh: "教室"), campus: "a", resource: "room", units: 1, cost: 5, most: 1)},"#,
);
const FOUR_TERMS: (&str, &str) = ("terms: 2,", "terms: 4,");

#[test]
fn unspent_capital_is_carried_over() {
    let with = |capital: &str| {
        let rules = format!("budget: (capital: {{{capital}}})");
        let changes = [ONE_ROOM, EIGHTY, YEARLY, WING, FOUR_TERMS];
        solved(&[&changes[..], &[("/*rules*/", &rules)]].concat())
    };
    // the second year's room costs 5, of 3 + 3
    let plan = with(r#""2008": 3, "2009": 3"#);
    close(plan.accounts.targets_percent, 0.0);
    close(plan.accounts.cost_wan_yuan.0, 5.0 + 6.0);
    let plan = with(r#""2008": 3, "2009": 2"#);
    close(plan.accounts.targets_percent, 0.0);
    // one tenth short, and one class of two cannot be admitted
    close(with(r#""2008": 3, "2009": 1.9"#).accounts.targets_percent, 50.0);
    // what comes later is too late
    let late = with(r#""2008": 3, "2009": 1, "2010": 9"#);
    close(late.accounts.targets_percent, 50.0);
}

#[test]
fn a_year_cannot_spend_what_the_next_is_granted() {
    let with = |capital: &str| {
        let rules = format!("budget: (capital: {{{capital}}})");
        let changes = [ONE_ROOM, EIGHTY, AT_ONCE, WING, FOUR_TERMS];
        short(&[&changes[..], &[("/*rules*/", &rules)]].concat())
    };
    // both classes come in 2008
    close(with(r#""2008": 5"#), 0.0);
    close(with(r#""2008": 4, "2009": 9"#), 50.0);
}

#[test]
fn running_costs_less_income_stay_within_the_grant() {
    let running = ("/*rules*/", r#"budget: (running: {"2009": 1.5})"#);
    // a class costs 1 in the one term of 2009: only one
    close(short(&[EIGHTY, AT_ONCE, running]), 50.0);
    // 80 students bring in 0.8: 2 - 0.8
    let income = ("/*p*/", "income: 0.01,");
    close(short(&[EIGHTY, AT_ONCE, running, income]), 0.0);
    // slack; income is not part of the cost
    let slack = ("/*rules*/", r#"budget: (running: {"2009": 2})"#);
    close(cost(&[EIGHTY, AT_ONCE, slack, income]), 4.0);
}

#[test]
fn overspending_is_paid_year_by_year() {
    // 5 of 3 spent, so 2 too much in 2008 and still in 2009, at 0.5
    let rules = ("/*rules*/", r#"budget: (capital: {"2008": 3}, enforce: priced(0.5))"#);
    close(cost(&[ONE_ROOM, EIGHTY, AT_ONCE, WING, rules]), 4.0 + 5.0 + 2.0);
}

#[test]
fn later_years_are_discounted() {
    // 2 in 2008, 2 in 2009 at 25 % a year
    let prices = ("/*more*/", "prices: (discount: 0.25),");
    close(cost(&[EIGHTY, AT_ONCE, prices]), 2.0 + 1.6);
}
