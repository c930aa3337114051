//! The plan on one screen of a terminal: what an officer asks first, and how
//! to see the rest.

use super::document::{Document, Section};
use super::format;
use super::sections::{agenda, capacity, findings, money, summary, verification, watched};
use super::view::View;
use super::{plan_sections, terminal_names};
use crate::domain::Text;
use crate::plan::{CapacityUse, MilestoneStatus, MoneyItem};
use crate::words::report as common;
use crate::words::report::brief as words;

/// Places that are named.
const PLACES: usize = 3;

/// The plan in brief.
#[must_use]
pub fn document(view: &View) -> Document {
    let mut section = Section::new(view.say(&common::summary_heading()));
    section.notes = summary::lineage(view.scenario, view.language);
    let sentences = [
        Some(summary::horizon(view)),
        Some(summary::reached(view)),
        findings::margins(view),
        summary::admitted(view),
        Some(summary::places(view)),
        Some(summary::moves(view)),
        summary::mergers(view),
        Some(summary::staff(view)),
        Some(spent(view)),
        Some(tightest(view)),
        findings::failing(view),
        out_of_bounds(view),
        findings::turned_away(view),
        late(view),
        broken_rules(view),
        summary::pinned(view),
    ];
    let told = sentences.into_iter().flatten().chain(findings::expiring(view));
    let told = told.chain([proven(view), verification::verdict(view.verification)]);
    section.notes.extend(told.map(|sentence| view.say(&sentence)));
    let names = terminal_names(view);
    let rest = Section::new(String::new()).note(view.say(&words::more(&names.join(" "))));
    Document { title: view.say(&view.scenario.name), sections: vec![section, rest] }
}

/// The sections of a plan that are asked for by name, in the order of the
/// report.
#[must_use]
pub fn chosen(view: &View, names: &[String]) -> Document {
    let all = plan_sections(view);
    let missing: Vec<String> =
        names.iter().filter(|name| all.iter().all(|(key, _)| key != name)).cloned().collect();
    let wanted = all.into_iter().filter(|(key, _)| names.iter().any(|name| name == key));
    let mut sections: Vec<Section> = wanted.map(|(_, section)| section).collect();
    if !missing.is_empty() {
        let note = view.say(&words::no_section(&view.list(&missing)));
        sections.push(Section::new(String::new()).note(note));
    }
    Document { title: view.say(&view.scenario.name), sections }
}

/// What is spent and comes in over the horizon, as the table of money prints
/// it.
fn spent(view: &View) -> Text {
    let sum = |of: fn(MoneyItem) -> bool| money::sum(view, of).0;
    let (capital, running) = (sum(MoneyItem::is_capital), sum(MoneyItem::is_running));
    let amount = |value: f64| format::number(value, 1);
    let income = if money::states_income(view.scenario) {
        let income = sum(MoneyItem::is_income);
        let rest = income - capital - running;
        let (income, rest_told) = (amount(income), amount(rest.abs()));
        if rest < 0.0 {
            words::lacking(&income, &rest_told)
        } else {
            words::left_over(&income, &rest_told)
        }
    } else {
        common::income_not_given()
    };
    words::money(
        &amount(capital + running),
        &amount(capital),
        &amount(running),
        &income.zh,
        &income.en,
    )
}

/// The places most in use, each in its fullest term.
fn tightest(view: &View) -> Text {
    let mut most: Vec<(f64, crate::domain::Term, &CapacityUse)> = Vec::new();
    for indicators in &view.plan.indicators {
        for at in &indicators.capacity {
            let Some(share) = capacity::share(at) else {
                continue;
            };
            let same = |one: &&mut (f64, crate::domain::Term, &CapacityUse)| {
                one.2.campus == at.campus && one.2.resource == at.resource
            };
            match most.iter_mut().find(same) {
                Some(one) if share > one.0 => *one = (share, indicators.term.0, at),
                Some(_) => {}
                None => most.push((share, indicators.term.0, at)),
            }
        }
    }
    most.sort_by(|one, other| other.0.total_cmp(&one.0));
    let told = most.iter().filter(|one| one.0 > 0.0).take(PLACES).map(|(share, term, at)| {
        let percent = format::number(share * 100.0, 0);
        let (campus, resource) = (view.campus(&at.campus), view.resource(&at.resource));
        view.say(&words::tight_place(&campus, &resource, &view.term(*term), &percent))
    });
    let told: Vec<String> = told.collect();
    if told.is_empty() {
        return common::nothing_tight();
    }
    words::tightest(&told.join(view.language_mark("；", "; ")))
}

/// Indicators beyond their limits.
fn out_of_bounds(view: &View) -> Option<Text> {
    let out = !view.scenario.watched.is_empty() && !watched::beyond(view).is_empty();
    out.then(|| watched::summary(view)).flatten()
}

/// Milestones that are not on time.
fn late(view: &View) -> Option<Text> {
    let off = view.plan.milestones.iter().any(|one| one.status != MilestoneStatus::OnTime);
    off.then(|| agenda::sentence(view)).flatten()
}

/// Rules missed at a price.
fn broken_rules(view: &View) -> Option<Text> {
    (!view.plan.missed_rules.is_empty()).then(|| summary::missed(view))
}

/// How far each tier is proven.
fn proven(view: &View) -> Text {
    let told = view.plan.tiers.iter().map(|tier| {
        let standing = summary::standing(tier);
        let value = format::number(tier.value, summary::decimals(tier));
        view.say(&words::tier(&view.parts(&tier.parts), &value, &standing.zh, &standing.en))
    });
    let told: Vec<String> = told.collect();
    if told.is_empty() {
        return words::no_tiers();
    }
    words::proven(&told.join(view.language_mark("；", "; ")))
}
