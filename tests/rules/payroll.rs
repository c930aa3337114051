//! Pay of the present staff, and posts that campuses and students need. A class costs
//! 1 a term at a and 0.5 at b.

use crate::support::tiny::{best, broken, close, cost, outcome, read, solved, text};
use campusplan::domain::Rule;
use campusplan::ids::PostKindId;
use campusplan::plan::{MoneyItem, Plan, posts};
use campusplan::verify::Check;

fn paid(plan: &Plan, item: MoneyItem) -> f64 {
    let lines = plan.accounts.money.iter().filter(|line| line.item == item);
    lines.map(|line| line.amount_wan_yuan.0).sum()
}

/// Two people given as a count, one of whom retires in the second term, and two of a
/// roster; the class that is there costs 1 a term.
fn staffed(payroll: &str) -> [(&'static str, String); 3] {
    let more = format!(
        r#"staff: {{"g": (name: (zh: "甲"), employer: (zh: "县"), campus: "a", subjects: ["s"],
            count: 2, load: 10, retirements: {{"2009-spring": 1}})}},
        roster: {{
            "li": (name: "李", employer: (zh: "县"), campus: "a", subjects: ["s"], load: 10, title: senior),
            "wu": (name: "吴", employer: (zh: "县"), campus: "a", subjects: ["s"], load: 10),
        }},
        payroll: ({payroll}),"#
    );
    let cohort = r#"(programme: "p", entry: "2007-autumn", campus: "a", classes: 1, students: 30)"#;
    [
        ("/*subjects*/", r#""s": (name: (zh: "课"))"#.to_owned()),
        ("/*more*/", more),
        ("/*cohorts*/", cohort.to_owned()),
    ]
}

fn changes<'c>(all: &'c [(&'static str, String)]) -> Vec<(&'c str, &'c str)> {
    all.iter().map(|(from, to)| (*from, to.as_str())).collect()
}

#[test]
fn those_who_have_not_retired_are_paid_by_group_title_and_year() {
    // The group 2 each, senior 5, others 3: 2 · 2 + 5 + 3 in 2008, and in 2009, a tenth
    // higher, (1 · 2 + 5 + 3) · 1.1.
    let all = staffed(r#"each: 3, titles: {"senior": 5}, groups: {"g": 2}, raise: "10%""#);
    let plan = solved(&changes(&all));
    close(paid(&plan, MoneyItem::Staff), 12.0 + 11.0);
    close(plan.accounts.cost_wan_yuan.0, 25.0);
    // it is a running cost
    let grant = |grant: &str| {
        let rule = format!(r#"budget: (running: {{"2008": {grant}}})"#);
        let mut all = changes(&all);
        all.push(("/*rules*/", &rule));
        outcome(&read(&text(&all))).is_some()
    };
    assert!(grant("13"));
    assert!(!grant("12.9"));
    let found = broken(&changes(&all), |plan| {
        for line in plan.accounts.money.iter_mut().filter(|line| line.item == MoneyItem::Staff) {
            line.amount_wan_yuan = campusplan::units::Money(1.0);
        }
    });
    assert!(found.contains(&Check::Accounts), "{found:?}");
}

#[test]
fn a_case_without_pay_has_none() {
    let all = staffed("");
    let plain = all[1].1.replace("payroll: (),", "");
    let best = solved(&[(all[0].0, &all[0].1), ("/*more*/", &plain), (all[2].0, &all[2].1)]);
    close(paid(&best, MoneyItem::Staff) + paid(&best, MoneyItem::Posts), 0.0);
    close(best.accounts.cost_wan_yuan.0, 2.0);
}

/// Campus b may close; 40 students are admitted into one class, to a or to b.
fn shared(posts: &str) -> [(&'static str, String); 4] {
    let admissions = r#"(programme: "p", entry: "2008-autumn", applicants: 40, least: 1, most: 1)"#;
    let more = format!(r#"payroll: (posts: {{"guard": (name: (zh: "后勤"), {posts})}}),"#);
    [
        ("/*campus b*/", "closable: true,".to_owned()),
        ("/*elsewhere*/", r#""b": (cost_per_class: 0.5)"#.to_owned()),
        ("/*admissions*/", admissions.to_owned()),
        ("/*more*/", more),
    ]
}

#[test]
fn a_closed_campus_saves_its_posts_as_far_as_nobody_is_dismissed() {
    // Campus a stays open. With b two posts each at 2: the class at b costs 0.5 a term
    // and two more posts, 4; at a it costs 1. Two terms: 2 · (1 + 4).
    let all = shared("pay: 2, per_campus: 2");
    let plan = solved(&changes(&all));
    close(plan.accounts.cost_wan_yuan.0, 10.0);
    close(paid(&plan, MoneyItem::Posts), 8.0);
    // Four people hold them today: b costs no more than they are paid anyway, so the
    // class goes where it is cheaper: 2 · (0.5 + 4 · 2).
    let all = shared("pay: 2, per_campus: 2, present: 4");
    close(cost(&changes(&all)), 17.0);
    // Two of them retire for the second term: both terms at b cost 8.5 + 8.5, both at a
    // 8 + 1 and 4 + 1.
    let all = shared(r#"pay: 2, per_campus: 2, present: 4, retirements: {"2009-spring": 2}"#);
    close(cost(&changes(&all)), 14.0);
}

#[test]
fn posts_follow_the_students_in_school() {
    // Five posts per hundred students. The fewest students a class may have are 20: one
    // post, or none beyond the three there are today.
    let all = shared("pay: 2, per_100_students: 5");
    let plan = solved(&changes(&all));
    close(paid(&plan, MoneyItem::Posts), 4.0);
    let scenario = read(&text(&changes(&all)));
    let kind = &scenario.payroll.as_ref().unwrap().posts[PostKindId(0)];
    let found = posts(&scenario, &plan, kind);
    close(found[0].needed, 1.0);
    close(found[0].filled(), 1.0);
    let all = shared("pay: 2, per_100_students: 5, present: 3");
    close(paid(&best(&read(&text(&changes(&all)))), MoneyItem::Posts), 12.0);
    // A dearer standard is never better.
    let costs = ["0", "5", "10", "20"]
        .map(|posts| cost(&changes(&shared(&format!("pay: 2, per_100_students: {posts}")))));
    assert!(costs.is_sorted(), "{costs:?}");
}

#[test]
fn forged_posts_are_caught() {
    let all = shared("pay: 2, per_campus: 2");
    let found = broken(&changes(&all), |plan| {
        plan.accounts.money.retain(|line| line.item != MoneyItem::Posts);
    });
    assert!(found.contains(&Check::Accounts), "{found:?}");
    assert!(!found.contains(&Check::Rule(Rule::Budget)), "{found:?}");
}
