//! Pay of the present staff and of the posts that campuses and students need: in
//! each term, times (1 + raise)^(year − first year),
//!
//! - the pay of everybody of the scenario's staff who has not retired: that of the
//!   group, or else of the title, or else of everybody;
//! - of each kind of posts its pay times the larger of today's holders who have not
//!   retired, and per campus · campuses in use + per hundred · students in school /
//!   100.

use super::facts::Facts;
use super::ledger::count;
use crate::domain::Term;
use crate::plan::MoneyItem;

/// What is paid: what for, fiscal year, amount.
pub(super) fn money(facts: &Facts) -> Vec<(MoneyItem, i32, f64)> {
    let scenario = facts.scenario;
    let Some(payroll) = &scenario.payroll else { return Vec::new() };
    let calendar = &scenario.calendar;
    let mut all = Vec::new();
    for id in calendar.term_ids() {
        let term = calendar.term(id);
        let years = term.fiscal_year() - calendar.first.fiscal_year();
        let level = (1.0 + payroll.raise).powi(years);
        all.push((MoneyItem::Staff, term.fiscal_year(), staff(facts, term) * level));
        let used = facts.campuses().filter(|campus| facts.in_use(*campus, id)).count();
        let students = facts.totals(id).expected_in_school;
        for posts in &payroll.posts {
            let retired = posts.retirements.iter().filter(|(when, _)| **when <= term);
            let retired: u32 = retired.map(|(_, count)| *count).sum();
            let left = f64::from(posts.present) - f64::from(retired);
            let needed = posts.per_campus * count(used) + posts.per_100_students * students / 100.0;
            let pay = posts.pay.0 * left.max(needed).max(0.0) * level;
            all.push((MoneyItem::Posts, term.fiscal_year(), pay));
        }
    }
    all
}

/// Pay of the present staff in a term, before rises.
fn staff(facts: &Facts, term: Term) -> f64 {
    let Some(payroll) = &facts.scenario.payroll else { return 0.0 };
    let mut sum = 0.0;
    for (id, group) in facts.scenario.staff.iter_enumerated() {
        for person in &group.people {
            if person.retires.is_some_and(|retires| retires <= term) {
                continue;
            }
            let by_title = person.title.as_ref().and_then(|title| payroll.titles.get(title));
            let pay = match (payroll.groups.get(&id), by_title) {
                (Some(pay), _) | (None, Some(pay)) => *pay,
                (None, None) => payroll.each,
            };
            sum += pay.0;
        }
    }
    sum
}
