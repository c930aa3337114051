//! What becomes of vacated premises, in a plan: when, and what is paid and
//! received.

use super::book::{Book, Entry};
use super::{MoneyItem, Plan};
use crate::domain::{AfterUse, Afterwards, Scenario, Term};
use crate::ids::{CampusId, TermId};

/// Premises that are vacated.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Vacated {
    /// The campus.
    pub campus: CampusId,
    /// What becomes of it.
    pub afterwards: Afterwards,
    /// The first term in which it is not in use.
    pub from: Term,
    /// The term in which it takes effect; may lie behind the horizon.
    pub effective: Term,
}

/// The campuses that are vacated and of which the scenario says what they become.
pub fn vacated(scenario: &Scenario, plan: &Plan) -> Vec<Vacated> {
    all(&Book::new(scenario, plan))
}

/// The same, of a plan that is read.
pub(super) fn all(book: &Book) -> Vec<Vacated> {
    let calendar = &book.scenario.calendar;
    let campuses = book.scenario.campuses.iter_enumerated();
    let vacated = campuses.filter_map(|(campus, data)| {
        let afterwards = data.afterwards?;
        let mut terms = calendar.term_ids();
        let from = calendar.term(terms.find(|term| !book.in_use(campus, *term))?);
        let effective = afterwards.takes_effect(from);
        Some(Vacated { campus, afterwards, from, effective })
    });
    vacated.collect()
}

impl Vacated {
    /// What is paid and received, term by term.
    pub fn money(&self, scenario: &Scenario) -> Vec<(MoneyItem, Term, f64)> {
        let calendar = &scenario.calendar;
        let last = calendar.term(TermId(calendar.terms - 1));
        let Afterwards { how, cost, proceeds, upkeep, .. } = self.afterwards;
        let terms = calendar.term_ids().map(|term| calendar.term(term));
        let mut entries = Vec::new();
        for term in terms.filter(|term| self.from <= *term) {
            let since = u32::try_from(term.since(self.from)).unwrap_or(0);
            if self.afterwards.stand_empty(since) {
                entries.push((MoneyItem::Vacant, term, upkeep.0));
            }
            if how == AfterUse::Let && self.effective <= term {
                entries.push((MoneyItem::Rent, term, proceeds.0));
            }
        }
        if self.effective <= last {
            entries.push((MoneyItem::Release, self.effective, cost.0));
            if how == AfterUse::Sell {
                entries.push((MoneyItem::Sale, self.effective, proceeds.0));
            }
        }
        entries
    }
}

/// All of it as entries of the accounts.
pub(super) fn spending(book: &Book) -> Vec<Entry> {
    let entries = all(book).into_iter().flat_map(|one| one.money(book.scenario));
    entries.map(|(item, term, amount)| (item, term.fiscal_year(), amount)).collect()
}
