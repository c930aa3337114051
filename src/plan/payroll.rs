//! Pay of the present staff, and posts that campuses and students need, in a plan.

use super::book::{Book, Entry};
use super::{MoneyItem, Plan, indicators};
use crate::domain::{Metric, PostKind, Scenario, Term};
use crate::ids::TermId;
use crate::units::Money;

/// Posts of a kind in a term.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Posts {
    /// The term.
    pub term: Term,
    /// By the campuses in use and the students in school.
    pub needed: f64,
    /// Today's holders who have not retired.
    pub left: f64,
    /// 万元, with the rises.
    pub pay: f64,
}

impl Posts {
    /// Posts that are paid: nobody is dismissed.
    pub fn filled(&self) -> f64 {
        self.needed.max(self.left)
    }
}

/// Posts of a kind, term by term.
pub fn posts(scenario: &Scenario, plan: &Plan, kind: &PostKind) -> Vec<Posts> {
    of_kind(&Book::new(scenario, plan), kind)
}

/// Pay of the present staff, term by term.
pub fn staff_pay(scenario: &Scenario) -> Vec<(Term, f64)> {
    let Some(payroll) = &scenario.payroll else { return Vec::new() };
    let calendar = &scenario.calendar;
    let terms = calendar.term_ids().map(|term| calendar.term(term));
    let pay = terms.map(|term| {
        let groups = scenario.staff.iter_enumerated();
        let pay: Money = groups.map(|group| payroll.of_group(group, term)).sum();
        (term, pay.0 * payroll.level(calendar.first, term))
    });
    pay.collect()
}

fn of_kind(book: &Book, kind: &PostKind) -> Vec<Posts> {
    let calendar = &book.scenario.calendar;
    let level = |term| {
        let payroll = book.scenario.payroll.as_ref();
        payroll.map_or(1.0, |payroll| payroll.level(calendar.first, term))
    };
    let each = calendar.term_ids().map(|id: TermId| {
        let term = calendar.term(id);
        let open = book.scenario.campuses.keys().filter(|campus| book.in_use(*campus, id));
        let students = indicators::expected(book, Metric::StudentsInSchool, id);
        #[allow(clippy::cast_precision_loss)]
        let needed =
            kind.per_campus * open.count() as f64 + kind.per_100_students * students / 100.0;
        let mut posts = Posts { term, needed, left: kind.left(term), pay: 0.0 };
        posts.pay = posts.filled() * kind.pay.0 * level(term);
        posts
    });
    each.collect()
}

/// All of it as entries of the accounts.
pub(super) fn spending(book: &Book) -> Vec<Entry> {
    let Some(payroll) = &book.scenario.payroll else { return Vec::new() };
    let staff = staff_pay(book.scenario).into_iter();
    let staff = staff.map(|(term, pay)| (MoneyItem::Staff, term.fiscal_year(), pay));
    let posts = payroll.posts.iter().flat_map(|kind| of_kind(book, kind));
    let posts = posts.map(|posts| (MoneyItem::Posts, posts.term.fiscal_year(), posts.pay));
    staff.chain(posts).collect()
}
