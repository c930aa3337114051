//! What becomes of vacated premises. With f the first term in which a campus of
//! such a use is not in use:
//!
//! - money: its cost, and the proceeds of a sale, in the term f + lag, if that is in
//!   the horizon; the proceeds of letting in each term from then on; upkeep in each
//!   term from f on before that, or to the end where it is mothballed;
//! - no movable unit is there from f on unless it is mothballed;
//! - with a register: in f + lag every immovable thing there, but land that is not
//!   sold or handed back, leaves it, with what stands there of it; no other thing
//!   does; whether it has been valued by then is told.

use super::facts::Facts;
use super::holdings::{Entry, Held};
use super::ledger::{At, Ledger, Sides};
use crate::domain::{AfterUse, Afterwards, AssetKind, Rule, Term};
use crate::ids::{CampusId, TermId};
use crate::plan::{AssetReleased, MoneyItem, TermKey};
use crate::words::afterwards as words;
use crate::words::violations;

/// What is paid and received: what for, fiscal year, amount.
pub(super) fn money(facts: &Facts) -> Vec<(MoneyItem, i32, f64)> {
    let calendar = &facts.scenario.calendar;
    let mut all = Vec::new();
    for (campus, one, from) in vacated(facts) {
        let lag = usize::try_from(one.lag).unwrap_or(usize::MAX);
        for term in (from.0..calendar.terms).map(TermId) {
            let since = term.0 - from.0;
            let mut add = |item, amount: f64| {
                all.push((item, calendar.term(term).fiscal_year(), amount));
            };
            let effective = since >= lag && one.how != AfterUse::Mothball;
            if !effective {
                add(MoneyItem::Vacant, one.upkeep.0);
            }
            if since == lag {
                add(MoneyItem::Release, one.cost.0);
            }
            match one.how {
                AfterUse::Sell if since == lag => add(MoneyItem::Sale, one.proceeds.0),
                AfterUse::Let if effective => add(MoneyItem::Rent, one.proceeds.0),
                _ => {}
            }
        }
        debug_assert!(facts.scenario.campuses[campus].in_use);
    }
    all
}

/// Campuses that are vacated, what becomes of them, and from when.
fn vacated<'f>(facts: &'f Facts) -> impl Iterator<Item = (CampusId, Afterwards, TermId)> + use<'f> {
    let terms = facts.scenario.calendar.terms;
    facts.scenario.campuses.iter_enumerated().filter_map(move |(id, campus)| {
        let afterwards = campus.afterwards?;
        let from = (0..terms).map(TermId).find(|term| !facts.in_use(id, *term))?;
        Some((id, afterwards, from))
    })
}

pub(super) fn check(facts: &Facts, ledger: &mut Ledger) {
    if facts.scenario.campuses.iter().any(|campus| campus.afterwards.is_some()) {
        cleared(facts, ledger);
    }
    let any = facts.assets.iter().any(|held| !held.line.released.is_empty());
    if any || vacated(facts).next().is_some() {
        let mut tally = ledger.rule(Rule::Assets);
        for held in &facts.assets {
            let name = match held.entry {
                Entry::Registered(asset) => &facts.scenario.assets[asset].name,
                Entry::Bought(option, _) => &facts.scenario.options[option].name,
            };
            let at = At::new(&[name], None);
            tally.holds(&at, held.line.released == due(facts, held), words::released_differs);
        }
    }
}

/// Nothing that can move is left behind.
fn cleared(facts: &Facts, ledger: &mut Ledger) {
    let mut tally = ledger.rule(Rule::Equipment);
    let movable = facts.scenario.resources.iter_enumerated();
    for (resource, noun) in movable.filter(|(_, noun)| noun.shipping.is_some()) {
        let stock = facts.stock(resource);
        for (campus, one, _) in vacated(facts).filter(|(_, one, _)| one.how != AfterUse::Mothball) {
            for stage in facts.scenario.calendar.stage_ids() {
                if !facts.open[campus][stage] {
                    let first = TermId(facts.scenario.calendar.stages[stage].start);
                    let name = violations::stock();
                    let sides = Sides::measured(name, violations::at_most(), noun.unit.clone());
                    let start = facts.scenario.calendar.start(stage);
                    let at = At::new(&[facts.campus(campus), &noun.name], Some(start));
                    tally.at_most(&at, &sides, stock[campus][first], 0.0);
                }
            }
            debug_assert!(one.how != AfterUse::Mothball);
        }
    }
}

/// What should leave the register of a line.
fn due(facts: &Facts, held: &Held) -> Vec<AssetReleased> {
    let scenario = facts.scenario;
    let (kind, campus, movable, valued) = match held.entry {
        Entry::Registered(asset) => {
            let asset = &scenario.assets[asset];
            (asset.kind, asset.campus, asset.movable, asset.valued)
        }
        Entry::Bought(option, _) => {
            let option = &scenario.options[option];
            let movable = scenario.resources[option.resource].shipping.is_some();
            (option.kind, option.campus, movable, None)
        }
    };
    let mut due = Vec::new();
    for (_, one, from) in vacated(facts).filter(|(id, ..)| *id == campus) {
        let leaves = match one.how {
            AfterUse::Sell | AfterUse::HandBack => true,
            AfterUse::Demolish => kind != AssetKind::Land,
            AfterUse::Let | AfterUse::Mothball => false,
        };
        let term = TermId(from.0 + usize::try_from(one.lag).unwrap_or(0));
        if movable || !leaves || term.0 >= scenario.calendar.terms {
            continue;
        }
        let there = held.stands[campus][scenario.calendar.stage_of(term)];
        let at = scenario.calendar.term(term);
        let known = |term: Term| valued.is_some_and(|date| date.before(term));
        let bought = matches!(held.entry, Entry::Bought(..));
        if there.number > 0 {
            due.push(AssetReleased {
                at: TermKey(at),
                campus: scenario.campuses[campus].id.clone(),
                how: one.how,
                number: u32::try_from(there.number).unwrap_or(u32::MAX),
                value_wan_yuan: crate::units::Money::of_fen(there.fen),
                unvalued: !bought && !known(at),
            });
        }
    }
    due
}
