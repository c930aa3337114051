//! Rule Duty: each campus in use has in each term one order of leaders based
//! there and one of people based there who may be class teachers, nobody twice
//! in one: all leaders who are there to the end of the stage, and everybody who
//! is class teacher there, with others only as far as the rule needs more.
//!
//! With n people in an order, k of them on duty a day and d school days a week,
//! everybody comes again after n places, so nobody is on duty on more than
//! ⌈k · d / n⌉ days of a week, and no day has somebody twice if n ≥ k; both are
//! held to the rule.

use super::facts::Facts;
use super::ledger::{At, Ledger, Sides, Tally, count, same};
use super::named::Order;
use crate::domain::{DutyRule, Rule};
use crate::ids::StageId;
use crate::words::{people as words, violations};
use std::collections::BTreeSet;

pub(super) fn check(facts: &Facts, ledger: &mut Ledger) {
    if facts.scenario.rules.duty.is_none() && facts.people.orders.is_empty() {
        return;
    }
    let mut tally = ledger.rule(Rule::Duty);
    let calendar = &facts.scenario.calendar;
    for (campus, site) in facts.scenario.campuses.iter_enumerated() {
        for (term, stage) in facts.terms() {
            let orders = facts.people.orders.iter();
            let here = |one: &&Order| (one.campus, one.term) == (campus, term);
            let orders: Vec<&Order> = orders.filter(here).collect();
            let due = facts.scenario.rules.duty.is_some() && facts.in_use(campus, term);
            let at = At::new(&[&site.name], Some(calendar.term(term)));
            let sides = Sides::counted(words::orders(), violations::due(), words::lists());
            let expected = f64::from(u8::from(due));
            tally.equal(&at, &sides, count(orders.len()), expected);
            if let Some(rule) = &facts.scenario.rules.duty {
                for order in orders {
                    leaders(facts, rule, (order, stage, &at), &mut tally);
                    class_teachers(facts, rule, (order, &at), &mut tally);
                }
            }
        }
    }
}

fn leaders(
    facts: &Facts,
    rule: &DutyRule,
    (order, stage, at): (&Order, StageId, &At),
    tally: &mut Tally,
) {
    for person in &order.leaders {
        let post = &facts.posts[*person];
        let there = post.through[stage] && post.base[stage] == Some(order.campus);
        let who = at.about(&same(&post.post.name));
        tally.holds(&who, there && facts.leads(*person), words::no_duty);
    }
    for (person, post) in facts.posts.iter().enumerate() {
        let there = post.through[stage] && post.base[stage] == Some(order.campus);
        if rule.leaders > 0 && there && facts.leads(person) {
            let listed = order.leaders.contains(&person);
            let who = at.about(&same(&post.post.name));
            tally.holds(&who, listed, words::leader_spared);
        }
    }
    let none = rule.leaders > 0 || order.leaders.is_empty();
    tally.holds(at, none, words::no_duty);
    let at = at.about(&words::leaders());
    let days = (rule.leaders, rule.leader_days);
    turns(rule, &order.leaders, days, &at, tally);
}

fn class_teachers(facts: &Facts, rule: &DutyRule, (order, at): (&Order, &At), tally: &mut Tally) {
    for person in &order.class_teachers {
        let may = facts.may_have_class(*person, order.campus, order.term);
        let who = at.about(&same(&facts.posts[*person].post.name));
        tally.holds(&who, may, words::no_duty);
    }
    let at = at.about(&words::class_teachers());
    let a_day = rule.class_teachers(order.campus);
    let mut own = 0;
    if a_day > 0 {
        for tutor in facts.people.tutors.iter().filter(|one| one.term == order.term) {
            let seat = facts.classes[tutor.class].base[tutor.term];
            if seat == Some(order.campus) {
                own += 1;
                let listed = order.class_teachers.contains(&tutor.person);
                let who = at.about(&same(&facts.posts[tutor.person].post.name));
                tally.holds(&who, listed, words::spared);
            }
        }
    }
    // Others stand in only as far as they are needed.
    let most = own.max(rule.class_teachers_needed(order.campus) as usize);
    let sides = Sides::counted(words::in_turn(), violations::at_most(), violations::people());
    tally.at_most(&at, &sides, count(order.class_teachers.len()), count(most));
    let days = (a_day, rule.class_teacher_days);
    turns(rule, &order.class_teachers, days, &at, tally);
}

/// An order with so many a day and at most so many days a week.
fn turns(rule: &DutyRule, people: &[usize], (a_day, most): (u32, u32), at: &At, tally: &mut Tally) {
    let once: BTreeSet<&usize> = people.iter().collect();
    tally.holds(at, once.len() == people.len(), words::twice_in_order);
    if a_day == 0 {
        return;
    }
    let sides = Sides::counted(violations::need(), words::in_turn(), violations::people());
    tally.at_most(at, &sides, f64::from(a_day), count(people.len()));
    if let Ok(people @ 1..) = u32::try_from(people.len()) {
        let days = (a_day * rule.days).div_ceil(people);
        let sides = Sides::counted(words::duty_days(), violations::at_most(), words::days());
        tally.at_most(at, &sides, f64::from(days), f64::from(most));
    }
}
