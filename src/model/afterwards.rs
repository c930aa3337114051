//! What becomes of premises when they are vacated.
//!
//! vacant[c,t] = 1 − open[c,g(t)] in the terms t in which c is in use when open,
//! else 1; it never falls, as such a campus is in use today and does not reopen.
//! With `lag` terms from the first vacant one until the sale, the letting, the
//! handing back or the demolition:
//!
//! - cost, and proceeds of a sale, in t: (vacant[c,t−lag] − vacant[c,t−lag−1]);
//! - proceeds of letting in t: vacant[c,t−lag];
//! - upkeep in t: vacant[c,t] − vacant[c,t−lag], of mothballed premises
//!   vacant[c,t];
//!
//! each times its price; nothing is vacant before the first term, and what
//! takes effect after the last is not counted.
//!
//! `cleared[r,c,g]`: stock[r,c,g] ≤ all units of r · open[c,g] for movable r, but
//! at mothballed premises: others have them, or nobody.
//!
//! Sets: campuses c with such a use, movable resources r, terms t, stages g.
//! Units: 万元; units of the resource.

use super::builder::Builder;
use super::decisions::Decisions;
use super::equipment::all_units;
use super::linear::Linear;
use super::money::Ledger;
use super::problem::{Label, Place};
use crate::domain::{AfterUse, Afterwards, MoneyItem, Rule, Scenario};
use crate::ids::{CampusId, TermId};
use crate::units::Money;

/// Adds the rows.
pub fn add(builder: &mut Builder<'_>, decisions: &Decisions) {
    let scenario = builder.scenario;
    for ((resource, campus, stage), stock) in &decisions.stock {
        let afterwards = scenario.campuses[*campus].afterwards;
        if afterwards.is_some_and(|one| one.how.clears()) {
            let label = Label {
                rule: Rule::Equipment,
                name: "cleared",
                place: Place::ResourceAt(*resource, *campus),
                term: Some(TermId(scenario.calendar.stages[*stage].start)),
            };
            let open = decisions.open[&(*campus, *stage)].clone();
            let most = open * all_units(scenario, *resource);
            builder.problem.at_most(label, (*stock).into(), most);
        }
    }
}

/// What is paid and received.
pub fn spend(ledger: &mut Ledger, scenario: &Scenario, decisions: &Decisions) {
    for (id, campus) in scenario.campuses.iter_enumerated() {
        if let Some(afterwards) = &campus.afterwards {
            for term in scenario.calendar.term_ids() {
                spend_in(ledger, scenario, decisions, (id, afterwards), term);
            }
        }
    }
}

fn spend_in(
    ledger: &mut Ledger,
    scenario: &Scenario,
    decisions: &Decisions,
    (campus, afterwards): (CampusId, &Afterwards),
    term: TermId,
) {
    let year = scenario.calendar.term(term).fiscal_year();
    let by = |lag: usize| {
        let term = term.0.checked_sub(lag).map(TermId);
        term.map_or(Linear::default(), |term| vacant(scenario, decisions, campus, term))
    };
    let lag = usize::try_from(afterwards.lag).unwrap_or(usize::MAX);
    let done = by(lag);
    let now = done.clone() - by(lag.saturating_add(1));
    let empty = match afterwards.how {
        AfterUse::Mothball => by(0),
        _ => by(0) - done.clone(),
    };
    let mut spend = |item: MoneyItem, amount: Linear, price: Money| {
        ledger.spend(item, year, &amount, price);
    };
    spend(MoneyItem::Release, now.clone(), afterwards.cost);
    spend(MoneyItem::Vacant, empty, afterwards.upkeep);
    match afterwards.how {
        AfterUse::Sell => spend(MoneyItem::Sale, now, afterwards.proceeds),
        AfterUse::Let => spend(MoneyItem::Rent, done, afterwards.proceeds),
        AfterUse::HandBack | AfterUse::Mothball | AfterUse::Demolish => {}
    }
}

/// `vacant[c,t]`.
fn vacant(scenario: &Scenario, decisions: &Decisions, campus: CampusId, term: TermId) -> Linear {
    let stage = scenario.calendar.stage_of(term);
    let used = if scenario.in_use_when_open(campus, term) {
        decisions.open[&(campus, stage)].clone()
    } else {
        Linear::default()
    };
    Linear::from(1.0) - used
}
