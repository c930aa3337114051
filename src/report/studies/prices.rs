//! What one more unit of what is tight would change.

use super::chart::{beside, reach};
use super::{reason, short_parts, tier_decimals};
use crate::domain::{Language, Scenario, Text};
use crate::plan::{Plan, TierResult};
use crate::report::document::{Cell, Column, Document, Row, Section, Table, numbered};
use crate::report::format;
use crate::study::explain::told;
use crate::study::prices::{Difference, Known, Price};
use crate::words::prices as words;

/// What is reported.
#[derive(Clone, Copy)]
pub struct Priced<'a> {
    /// The case.
    pub scenario: &'a Scenario,
    /// The plan that the others are compared with.
    pub base: &'a Plan,
    /// What each unit changes.
    pub prices: &'a [Price],
    /// Tight things that were not tried.
    pub left: usize,
    /// Language.
    pub language: Language,
}

impl Priced<'_> {
    fn say(&self, text: &Text) -> String {
        text.get(self.language).to_owned()
    }

    fn unit(&self, price: &Price) -> String {
        self.say(&told(self.scenario, &price.granted))
    }
}

/// The report: a tornado for each tier.
#[must_use]
pub fn document(of: &Priced<'_>) -> Document {
    let mut first = Section::new(of.say(&words::heading())).note(of.say(&words::note()));
    if of.prices.is_empty() {
        first = first.note(of.say(&words::nothing_tight()));
    }
    if of.left > 0 {
        first = first.note(of.say(&words::left(of.left)));
    }
    for price in of.prices {
        if let Some(why) = reason(&price.ending, of.language) {
            first = first.note(of.say(&words::without_plan(&of.unit(price), &why)));
        }
    }
    let mut sections = vec![first];
    if !of.prices.is_empty() {
        let tiers = of.base.tiers.iter().enumerate();
        sections.extend(tiers.map(|(index, tier)| tornado(of, index, tier)));
    }
    Document {
        title: of.say(&words::title(of.scenario.name.get(of.language))),
        sections: numbered(sections, of.language),
    }
}

/// What each unit changes in a tier, the largest change first.
fn tornado(of: &Priced<'_>, index: usize, tier: &TierResult) -> Section {
    let decimals = tier_decimals(tier);
    let priced = of.prices.iter();
    let mut rows: Vec<(&Price, Difference)> = priced
        .filter_map(|price| Some((price, *price.tiers.get(index)?)))
        .collect();
    let part = short_parts(&tier.parts, of.language);
    let section = Section::new(of.say(&words::tier(index + 1, &part)));
    let base = of.say(&words::base(&part, &format::number(tier.value, decimals)));
    let nothing = |(_, one): &(&Price, Difference)| one.known == Known::Nothing;
    if !rows.is_empty() && rows.iter().all(nothing) {
        return section.note(of.say(&words::all_nothing(&base)));
    }
    rows.sort_by(|one, other| weight(&other.1).total_cmp(&weight(&one.1)));
    let longest = rows.iter().map(|(_, one)| reach(one)).fold(0.0, f64::max);
    let mut drawn = Column::text(of.say(&words::drawn()));
    drawn.whole = true;
    let columns = vec![
        Column::text(of.say(&words::unit())),
        Column::figure(of.say(&words::change())),
        Column::figure(of.say(&words::range())),
        drawn,
    ];
    let rows = rows.into_iter().map(|(price, one)| {
        Row::new(vec![
            Cell::Text(of.unit(price)),
            Cell::Text(change(of, &one, decimals)),
            Cell::Text(range(&one, decimals)),
            Cell::Text(beside(&one, longest)),
        ])
    });
    let key = KEYS.get(index).copied().unwrap_or("prices_later");
    let table = Table::new(key, base, of.say(&words::no_plans()), columns);
    section.table(table.rows(rows))
}

/// Names of the tables, by tier.
const KEYS: [&str; 4] = ["prices_1", "prices_2", "prices_3", "prices_4"];

/// What is known comes before what is not, and more before less.
fn weight(one: &Difference) -> f64 {
    match one.known {
        Known::Something => 1e12 + one.value.abs(),
        Known::Nothing => 1e11,
        Known::Unknown => reach(one).min(1e10),
    }
}

fn change(of: &Priced<'_>, one: &Difference, decimals: usize) -> String {
    match one.known {
        Known::Nothing => of.say(&words::nothing()),
        Known::Unknown => of.say(&words::unknown()),
        Known::Something => signed(one.value, decimals),
    }
}

fn range(one: &Difference, decimals: usize) -> String {
    let end = |end: Option<f64>| end.map_or("?".to_owned(), |end| signed(end, decimals));
    if one.known == Known::Nothing {
        return String::new();
    }
    format!("{} .. {}", end(one.low), end(one.high))
}

fn signed(value: f64, decimals: usize) -> String {
    let text = format::number(value, decimals);
    if value > 0.0 && text.contains(|digit: char| ('1'..='9').contains(&digit)) {
        format!("+{text}")
    } else {
        text
    }
}
