//! What one more unit of what is tight would change.

use super::chart::{beside, reach};
use super::{reason, short_parts, tier_decimals};
use crate::analysis::explain::phrase;
use crate::analysis::prices::{Difference, Known, Price};
use crate::domain::{Language, Scenario, Text};
use crate::plan::{Plan, TierResult};
use crate::report::charts::Chart;
use crate::report::charts::spans::{self, Span};
use crate::report::document::{Cell, Column, Document, Row, Section, Table, numbered};
use crate::report::format;
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
        self.say(&phrase(self.scenario, &price.granted))
    }
}

/// The report: a tornado for each tier.
pub fn document(of: &Priced<'_>) -> Document {
    let mut first = Section::new(of.say(&words::heading())).note(of.say(&words::note()));
    if of.prices.is_empty() && of.left == 0 {
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

/// The tornados as a picture; nothing where no unit changes anything.
pub fn chart(of: &Priced<'_>) -> Option<Chart> {
    let tiers = of.base.tiers.iter().enumerate();
    let groups: Vec<Group> = tiers.filter_map(|(index, tier)| group(of, index, tier)).collect();
    if groups.is_empty() {
        return None;
    }
    let columns = vec![
        Column::text(of.say(&words::tier_head())),
        Column::text(of.say(&words::unit())),
        Column::text(of.say(&words::change())),
        Column::text(of.say(&words::range())),
    ];
    let rows = groups.iter().flat_map(|group| {
        let spans = group.spans.iter().zip(&group.figures);
        spans.map(|(span, [change, range])| {
            let texts = [&group.part, &span.name, change, range];
            Row::new(texts.map(Cell::text).to_vec())
        })
    });
    let (title, description) = (of.say(&words::picture_title()), of.say(&words::picture()));
    let empty = of.say(&words::no_plans());
    let numbers = Table::new("chart_prices", title.clone(), empty, columns).rows(rows);
    let drawn: Vec<spans::Group> = groups.into_iter().map(Group::drawn).collect();
    Some(Chart {
        key: "prices",
        svg: spans::draw("prices", &drawn, &title, &description),
        numbers,
        title,
        description,
    })
}

/// A tier's tornado.
struct Group {
    part: String,
    spans: Vec<Span>,
    /// Change and range of each.
    figures: Vec<[String; 2]>,
}

impl Group {
    fn drawn(self) -> spans::Group {
        spans::Group { heading: self.part, origin: Some(0.5), spans: self.spans }
    }
}

fn group(of: &Priced<'_>, index: usize, tier: &TierResult) -> Option<Group> {
    let decimals = tier_decimals(tier);
    let rows = ranked(of, index);
    let longest = rows.iter().map(|(_, one)| reach(one)).fold(0.0, f64::max);
    if longest <= 0.0 {
        return None;
    }
    let at = |value: f64| 0.5 + 0.5 * value / longest;
    let span = |(price, one): &(&Price, Difference)| {
        let ends = match one.known {
            Known::Nothing => [0.0, 0.0],
            Known::Something => [one.value.min(0.0), one.value.max(0.0)],
            Known::Unknown => [one.low.unwrap_or(-longest), one.high.unwrap_or(longest)],
        };
        let ends = Some(ends.map(at));
        let (change, range) = (change(of, one, decimals), range(one, decimals));
        let known = one.known != Known::Unknown;
        let span = Span {
            name: of.unit(price),
            said: if known { change.clone() } else { range.clone() },
            half: ends.filter(|_| known),
            open: ends.filter(|_| !known),
            ..Span::default()
        };
        (span, [change, range])
    };
    let (spans, figures) = rows.iter().map(span).unzip();
    Some(Group { part: short_parts(&tier.parts, of.language), spans, figures })
}

/// What is tried with what it changes in a tier, the largest change first.
fn ranked<'a>(of: &Priced<'a>, index: usize) -> Vec<(&'a Price, Difference)> {
    let priced = of.prices.iter();
    let mut rows: Vec<(&Price, Difference)> =
        priced.filter_map(|price| Some((price, *price.tiers.get(index)?))).collect();
    rows.sort_by(|one, other| weight(&other.1).total_cmp(&weight(&one.1)));
    rows
}

/// What each unit changes in a tier, the largest change first.
fn tornado(of: &Priced<'_>, index: usize, tier: &TierResult) -> Section {
    let decimals = tier_decimals(tier);
    let rows = ranked(of, index);
    let part = short_parts(&tier.parts, of.language);
    let section = Section::new(of.say(&words::tier(index + 1, &part)));
    let base = of.say(&words::base(&part, &format::number(tier.value, decimals)));
    let nothing = |(_, one): &(&Price, Difference)| one.known == Known::Nothing;
    if !rows.is_empty() && rows.iter().all(nothing) {
        return section.note(of.say(&words::all_nothing(&base)));
    }
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
