//! Pay of the present staff, and posts that campuses and students need.
//!
//! `posts[s,t]`: extra[s,t] ≥ per campus · (campuses in use in t) + per hundred ·
//! (students in school in t) / 100 − left[s,t], over the kinds s of posts, with
//! left[s,t] of today's holders not yet retired: nobody is dismissed, so that left
//! + extra posts are paid. Posts are fractions: shared or part-time.
//!
//! Money: pay of present staff, Σ_u (pay of those of u who work in t), which no plan
//! changes; and pay[s] · (left[s,t] + extra[s,t]); all times (1 + raise)^(year −
//! first year).
//!
//! Sets: kinds of posts s, staff groups u, terms t. Units: posts; 万元.

use super::builder::{Builder, Give};
use super::decisions::Decisions;
use super::linear::Linear;
use super::money::Ledger;
use super::problem::{Label, Place};
use super::sums::Sums;
use crate::domain::{MoneyItem, Rule, Scenario};
use crate::ids::TermId;
use crate::units::Money;

/// A post not filled, in students.
const POST_WEIGHT: f64 = 1.0;

/// Adds the columns.
pub fn decide(builder: &mut Builder<'_>, decisions: &mut Decisions) {
    let scenario = builder.scenario;
    let Some(payroll) = &scenario.payroll else { return };
    for posts in payroll.posts.keys() {
        for term in scenario.calendar.term_ids() {
            let extra = builder.problem.real(f64::INFINITY);
            decisions.extra_posts.insert((posts, term), extra);
        }
    }
}

/// Adds the rows.
pub fn add(builder: &mut Builder<'_>, decisions: &Decisions, sums: &Sums) {
    let scenario = builder.scenario;
    let Some(payroll) = &scenario.payroll else { return };
    for ((kind, term), extra) in &decisions.extra_posts {
        let posts = &payroll.posts[*kind];
        let mut needed = campuses(scenario, decisions, *term) * posts.per_campus;
        needed.add_scaled(&Sums::total(&sums.students, *term), posts.per_100_students / 100.0);
        let left = posts.left(scenario.calendar.term(*term));
        let label =
            Label { rule: Rule::Employment, name: "posts", place: Place::All, term: Some(*term) };
        let filled = Linear::from(*extra) + Linear::from(left);
        builder.at_most(label, needed, filled, Give::hard(POST_WEIGHT));
    }
}

/// Campuses in use in a term.
fn campuses(scenario: &Scenario, decisions: &Decisions, term: TermId) -> Linear {
    let stage = scenario.calendar.stage_of(term);
    let mut open = Linear::default();
    for campus in scenario.campuses.keys() {
        if scenario.in_use_when_open(campus, term) {
            open.add_scaled(&decisions.open[&(campus, stage)], 1.0);
        }
    }
    open
}

/// What is paid.
pub fn spend(ledger: &mut Ledger, scenario: &Scenario, decisions: &Decisions) {
    let Some(payroll) = &scenario.payroll else { return };
    for id in scenario.calendar.term_ids() {
        let term = scenario.calendar.term(id);
        let level = payroll.level(scenario.calendar.first, term);
        let groups = scenario.staff.iter_enumerated();
        let pay: Money = groups.map(|group| payroll.of_group(group, term)).sum();
        let year = term.fiscal_year();
        ledger.spend(MoneyItem::Staff, year, &Linear::from(level), pay);
        for (kind, posts) in payroll.posts.iter_enumerated() {
            let extra = decisions.extra_posts[&(kind, id)];
            let filled = Linear::from(posts.left(term)) + Linear::from(extra);
            ledger.spend(MoneyItem::Posts, year, &(filled * level), posts.pay);
        }
    }
}
