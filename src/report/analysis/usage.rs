//! How far plans use their restrictions, in words and in a table.

use super::sentences;
use crate::analysis::usage::{Restriction, Usage};
use crate::domain::{Language, Scenario, Text};
use crate::report::document::{Cell, Column, Row, Table};
use crate::report::format;
use crate::words::analysis as common;
use crate::words::usage as words;

/// A restriction and its unit.
fn name(scenario: &Scenario, restriction: &Restriction) -> (Text, Text) {
    match restriction {
        Restriction::Capital { year } => (words::capital(*year), words::wan_yuan()),
        Restriction::Running { year } => (words::running(*year), words::wan_yuan()),
        Restriction::Moves => (words::moves(), words::classes()),
        Restriction::ClassMoves => (words::class_moves(), words::times()),
        Restriction::Rebased => (words::rebased(), words::people()),
        Restriction::Hires => (words::hires(), words::people()),
        Restriction::HiresOf { subject } => {
            let mut all = scenario.subjects.iter();
            let name = all.find(|one| one.id == *subject).map(|one| &one.name);
            let name = name.cloned().unwrap_or_default();
            (words::hires_of(&name.zh, &name.en), words::people())
        }
        Restriction::Visiting => (words::visiting(), words::percent()),
        Restriction::PartTime => (words::part_time(), words::percent()),
        Restriction::Modules { option } => {
            let mut all = scenario.options.iter();
            let name = all.find(|one| one.id == *option).map(|one| &one.name);
            let name = name.cloned().unwrap_or_default();
            (words::modules(&name.zh, &name.en), words::units())
        }
    }
}

fn decimals(restriction: &Restriction) -> usize {
    match restriction {
        Restriction::Capital { .. }
        | Restriction::Running { .. }
        | Restriction::Visiting
        | Restriction::PartTime => 1,
        _ => 0,
    }
}

/// A restriction that is not used up, with how much is left of it.
fn not_used_up(scenario: &Scenario, one: &Usage) -> Text {
    let (name, unit) = name(scenario, &one.restriction);
    let figure = |value: f64| format::number(value, decimals(&one.restriction));
    let limit = figure(one.limit);
    if one.used > 0.0 {
        let (used, unused) = (figure(one.used), figure(one.unused()));
        words::not_used_up(&name.zh, &name.en, &limit, &used, &unused, &unit.zh, &unit.en)
    } else {
        words::never_used(&name.zh, &name.en, &limit, &unit.zh, &unit.en)
    }
}

/// Restrictions that are not used up, in one text; none if there are none.
pub fn list(scenario: &Scenario, unused: &[&Usage], language: Language) -> Option<String> {
    let all = unused.iter();
    let all: Vec<String> =
        all.map(|one| not_used_up(scenario, one).get(language).to_owned()).collect();
    (!all.is_empty()).then(|| sentences(&all, language))
}

/// A table of options and how far each uses its restrictions.
pub fn table(
    (key, title): (&'static str, &Text),
    rows: impl Iterator<Item = (String, Row)>,
    language: Language,
) -> Table {
    let say = |text: Text| text.get(language).to_owned();
    let columns = vec![
        Column::text(say(common::option())),
        Column::text(say(words::restriction())),
        Column::figure(say(words::limit())),
        Column::figure(say(words::used())),
        Column::figure(say(words::unused())),
        Column::text(say(words::when())),
    ];
    let rows = rows.map(|(option, mut row)| {
        row.cells.insert(0, Cell::Text(option));
        row
    });
    let title = title.get(language).to_owned();
    Table::new(key, title, say(words::none_tighter()), columns).grouped().rows(rows)
}

/// The row of a restriction, without the option.
pub fn row(scenario: &Scenario, one: &Usage, language: Language) -> Row {
    let (name, unit) = name(scenario, &one.restriction);
    let name = format!("{} ({})", name.get(language), unit.get(language));
    let amount = |value: f64| Cell::Amount(value, decimals(&one.restriction));
    let when = one.at.map(|at| format::term(at.0, language));
    Row::new(vec![
        Cell::Text(name),
        amount(one.limit),
        amount(one.used),
        amount(one.unused()),
        when.map_or(Cell::Empty, Cell::Text),
    ])
}
