//! Targets and indicators over the futures.

use super::{Telling, digits, scaled, share};
use crate::domain::Part;
use crate::experiment::specification::indicator::Indicator;
use crate::experiment::summary::distribution::{Distribution, SHARES};
use crate::experiment::summary::proven;
use crate::report::analysis::chart;
use crate::report::document::{Cell, Column, Row, Section, Table};
use crate::report::format;
use crate::units::whole_up;
use crate::words::summary as words;

/// Shares of the futures at which a target's first term is told.
const TERM_SHARES: [(f64, u32); 3] = [(0.05, 5), (0.5, 50), (0.95, 95)];

pub fn targets(telling: Telling<'_>) -> Section {
    let say = |text| telling.say(&text);
    let mut columns = vec![
        Column::text(say(words::target())),
        Column::figure(say(words::always_met())),
        Column::figure(say(words::of_planned())),
        Column::figure(say(words::of_futures())),
    ];
    let terms = TERM_SHARES.map(|(_, percent)| Column::text(say(words::from_at(percent))));
    columns.extend(terms);
    columns.push(Column::figure(say(words::never_met())));
    columns.push(Column::figure(say(words::worst_missed())));
    let rows = telling.summary.targets.iter().map(|target| {
        let mut cells = vec![
            Cell::Text(say(telling.manifest.targets[target.target].name.clone())),
            Cell::count(target.met),
            share(target.met, target.planned),
            share(target.met, telling.summary.futures),
        ];
        let terms = TERM_SHARES.map(|(share, _)| target.from_at(share));
        cells.extend(terms.map(|term| term.map_or(Cell::Empty, |term| Cell::Term(term.0))));
        cells.push(Cell::count(target.never));
        cells.push(Cell::some(whole_up(target.worst_missed)));
        Row::new(cells)
    });
    let (title, empty) = (say(words::targets_title()), say(words::no_targets()));
    Section::new(say(words::targets_heading()))
        .note(say(words::targets_note()))
        .table(Table::new("study_targets", title, empty, columns).stub(1).rows(rows))
        .table(target_terms(telling).for_files())
}

fn target_terms(telling: Telling<'_>) -> Table {
    let columns = vec![
        Column::text(telling.say(&words::target())),
        Column::text(telling.say(&words::from_term())),
        Column::figure(telling.say(&words::futures())),
    ];
    let rows = telling.summary.targets.iter().flat_map(|target| {
        let name = telling.say(&telling.manifest.targets[target.target].name);
        let never = (Cell::Text(telling.say(&words::never_met())), target.never);
        let terms = target.from.iter().map(|(term, futures)| (Cell::Term(term.0), *futures));
        terms.chain([never]).map(move |(from, futures)| {
            Row::new(vec![Cell::text(&name), from, Cell::count(futures)])
        })
    });
    let title = telling.say(&words::target_terms_title());
    Table::new("study_target_terms", title, telling.say(&words::no_targets()), columns).rows(rows)
}

pub fn section(telling: Telling<'_>) -> Section {
    let (same, differ) = by_sameness(telling);
    let shown = same.len() + differ.len();
    let mut section = Section::new(telling.say(&words::spread_heading()))
        .note(telling.say(&words::spread_note()));
    let same: Vec<String> = same
        .into_iter()
        .filter_map(|one| Some((one, constant(telling, one)?)))
        .map(|(one, value)| {
            let value = super::short(value);
            telling.say(&words::equals(&telling.indicator(one), &value))
        })
        .collect();
    if !same.is_empty() {
        section = section.note(telling.say(&words::constant(&telling.list(&same))));
    }
    let ends: Vec<String> = differ.iter().filter_map(|one| ends(telling, *one)).collect();
    if !ends.is_empty() {
        section = section.note(telling.say(&words::ends(&telling.list(&ends))));
    }
    let others = telling.manifest.indicators.len() - shown;
    if others > 0 {
        section = section.note(telling.say(&words::others_in_files(others)));
    }
    let all: Vec<usize> = (0..telling.manifest.indicators.len()).collect();
    section
        .table(quantiles(telling, &differ))
        .table(boxes(telling, &differ))
        .table(figures(telling, "study_indicators_all", &all).for_files())
}

/// Indicators that are shown: the same in all futures, and others.
pub fn by_sameness(telling: Telling<'_>) -> (Vec<usize>, Vec<usize>) {
    let shown = shown(telling).into_iter();
    shown.partition(|indicator| constant(telling, *indicator).is_some())
}

/// Indicators that are shown on a screen: not the single items of money, no
/// proven bounds beside the gaps, and no gaps of what comes after the cost.
fn shown(telling: Telling<'_>) -> Vec<usize> {
    let detail = |key: &str| match proven::indicator(key) {
        Some(Indicator::Gap(part)) => !matches!(part, Part::Targets | Part::Cost),
        Some(Indicator::Money(_) | Indicator::Bound(_)) => true,
        _ => false,
    };
    let all = telling.summary.indicators.iter();
    all.filter(|one| one.distribution.is_some())
        .map(|one| one.indicator)
        .filter(|one| !detail(&telling.manifest.indicators[*one].key))
        .collect()
}

/// The distribution of an indicator, if any plan has it.
pub fn distribution(telling: Telling<'_>, indicator: usize) -> Option<&Distribution> {
    telling.summary.indicators[indicator].distribution.as_ref()
}

/// The plans at both ends of a part of the objective.
fn ends(telling: Telling<'_>, indicator: usize) -> Option<String> {
    let key = &telling.manifest.indicators[indicator].key;
    let Some(Indicator::Value(Part::Targets | Part::Cost)) = proven::indicator(key) else {
        return None;
    };
    let [least, greatest] = telling.summary.indicators[indicator].ends?;
    let name = telling.indicator(indicator);
    Some(telling.say(&words::ends_of(&name, least, greatest)))
}

/// The value of an indicator that is the same in all futures.
fn constant(telling: Telling<'_>, indicator: usize) -> Option<f64> {
    let told = distribution(telling, indicator)?;
    let scale = told.greatest.abs().max(told.least.abs()).max(1e-9);
    (told.greatest - told.least <= 1e-9 * scale).then_some(told.least)
}

fn scale(told: &Distribution) -> f64 {
    told.greatest.abs().max(told.least.abs())
}

/// What a screen has room for; the least and the greatest stand beside the
/// drawing.
fn quantiles(telling: Telling<'_>, indicators: &[usize]) -> Table {
    let mut table = figures(telling, "study_indicators", indicators);
    let least_greatest_mean = [2, 2 + SHARES.len() + 1, 2 + SHARES.len() + 2];
    let keep = |place: usize| !least_greatest_mean.contains(&place);
    let mut place = 0..;
    table.columns.retain(|_| place.next().is_none_or(keep));
    for row in &mut table.rows {
        let mut place = 0..;
        row.cells.retain(|_| place.next().is_none_or(keep));
    }
    table
}

/// All figures of some indicators.
pub fn figures(telling: Telling<'_>, key: &'static str, indicators: &[usize]) -> Table {
    let mut columns = vec![
        Column::text(telling.say(&words::indicator())),
        Column::figure(telling.say(&words::count())),
        Column::figure(telling.say(&words::least())),
    ];
    let quantiles = SHARES.map(|share| format!("{}%", format::plain_number(share * 100.0, 0)));
    columns.extend(quantiles.map(Column::figure));
    for head in [words::greatest(), words::mean(), words::unproven()] {
        columns.push(Column::figure(telling.say(&head)));
    }
    let rows = indicators.iter().filter_map(|indicator| {
        let told = distribution(telling, *indicator)?;
        let figure = |value: f64| scaled(value, scale(told));
        let mut cells = vec![
            Cell::Text(telling.indicator(*indicator)),
            Cell::count(told.count),
            figure(told.least),
        ];
        cells.extend(told.quantiles.map(figure));
        cells.extend([figure(told.greatest), figure(told.mean)]);
        let room = telling.summary.indicators[*indicator].room;
        cells.push(room.map_or(Cell::Empty, figure));
        Some(Row::new(cells))
    });
    let title = telling.say(&words::spread_title());
    Table::new(key, title, telling.say(&words::nothing_varies()), columns).stub(1).rows(rows)
}

fn boxes(telling: Telling<'_>, indicators: &[usize]) -> Table {
    let columns = vec![
        Column::text(telling.say(&words::indicator())),
        Column::figure(telling.say(&words::least())),
        Column { whole: true, ..Column::text(telling.say(&words::drawn())) },
        Column::figure(telling.say(&words::greatest())),
    ];
    let rows = indicators.iter().filter_map(|indicator| {
        let told = distribution(telling, *indicator)?;
        let end = |value: f64| Cell::Amount(value, digits(scale(told)).min(3));
        Some(Row::new(vec![
            Cell::Text(telling.indicator(*indicator)),
            end(told.least),
            Cell::Text(chart::spread(told.least, told.quantiles, told.greatest)),
            end(told.greatest),
        ]))
    });
    let title = telling.say(&words::boxes_title());
    Table::new("study_boxes", title, telling.say(&words::nothing_varies()), columns).rows(rows)
}
