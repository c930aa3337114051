//! Reports of analyses: several plans beside one another.

pub mod alternatives;
pub mod atlas;
pub(super) mod chart;
pub mod comparison;
mod difference;
pub mod explanation;
pub mod frontier;
pub mod kept;
mod moves;
pub mod prices;
mod usage;
pub mod why;

use super::document::Cell;
use super::format;
use crate::domain::{Language, Part, Text};
use crate::plan::{Plan, TierPart, TierResult};
use crate::planning::Ending;
use crate::words::analysis as words;
use crate::words::report as common;

/// A short name of a part, for narrow columns.
fn short(part: Part) -> Text {
    match part {
        Part::Targets => words::short_targets(),
        Part::Cost => words::short_cost(),
        Part::Disruption => words::short_disruption(),
        Part::Travel => words::short_travel(),
        Part::Deviation => words::short_deviation(),
        Part::Swing => words::short_swing(),
        Part::TurnedAway => words::short_turned_away(),
        Part::Margins => words::short_margins(),
    }
}

/// A short name of a tier's parts.
fn short_parts(parts: &[TierPart], language: Language) -> String {
    let names = parts.iter().map(|one| short(one.part).get(language).to_owned());
    names.collect::<Vec<_>>().join(" + ")
}

/// Decimals in which a part is told.
fn decimals(part: Part) -> usize {
    match part {
        Part::Targets | Part::Margins => 2,
        Part::Cost => 1,
        Part::Disruption | Part::Travel | Part::Deviation | Part::Swing | Part::TurnedAway => 0,
    }
}

fn tier_decimals(tier: &TierResult) -> usize {
    let parts = tier.parts.iter().map(|one| decimals(one.part));
    parts.max().unwrap_or(0)
}

/// What became of a case, in a word.
fn outcome(ending: &Ending, reused: bool) -> Text {
    match ending {
        Ending::Planned(planned) if !planned.verification.passed() => words::unverified(),
        Ending::Planned(_) if reused => words::reused(),
        Ending::Planned(_) => words::planned(),
        Ending::Infeasible(_) => words::impossible(),
        Ending::NothingFound => words::not_found(),
        Ending::NotBegun => words::not_begun(),
        Ending::Failed(_) => words::failed(),
    }
}

/// Why a case has no verified plan, in a sentence.
fn reason(ending: &Ending, language: Language) -> Option<String> {
    let say = |text: Text| text.get(language).to_owned();
    match ending {
        Ending::Planned(planned) if planned.verification.passed() => None,
        Ending::Planned(_) => Some(say(words::failed_check())),
        Ending::NothingFound => Some(say(words::none_in_time())),
        Ending::NotBegun => Some(say(words::no_time())),
        Ending::Failed(error) => Some(error.to_string()),
        Ending::Infeasible(why) => {
            let rules = why.conflict.iter().map(|rule| crate::words::rules::rule(*rule));
            let rules: Vec<String> = rules.map(&say).collect();
            let mut parts = Vec::new();
            if !rules.is_empty() {
                parts.push(say(words::cannot_hold(&list(&rules, language))));
            }
            let short = why.shortages.iter().take(MOST_SHORTAGES);
            parts.extend(short.map(|one| one.message.get(language).to_owned()));
            Some(sentences(&parts, language))
        }
    }
}

/// Shortages that are told in a sentence.
const MOST_SHORTAGES: usize = 3;

pub(super) fn list(items: &[String], language: Language) -> String {
    items.join(match language {
        Language::Zh => "、",
        Language::En => ", ",
    })
}

fn sentences(items: &[String], language: Language) -> String {
    items.join(match language {
        Language::Zh => "；",
        Language::En => "; ",
    })
}

/// The gap of the first tier with a part, as a percentage.
fn gap_cell(plan: &Plan, part: Part) -> Cell {
    let mut tiers = plan.tiers.iter();
    let tier = tiers.find(|tier| tier.parts.iter().any(|one| one.part == part));
    match tier.and_then(|tier| tier.gap) {
        Some(gap) => Cell::Text(format::percent_up(gap)),
        None => Cell::Empty,
    }
}

/// A share in words.
fn percent(share: f64) -> String {
    format!("{}%", format::plain_number(share * 100.0, 2))
}

/// The full names of parts in one text.
fn parts(parts: &[Part], language: Language) -> String {
    let names = parts.iter().map(|part| common::part(*part).get(language).to_owned());
    list(&names.collect::<Vec<_>>(), language)
}
