//! Standards of school conditions by indicator and school year.

use super::Chart;
use super::fill::Fill;
use super::matrix::{self, Line, Matrix, Square};
use crate::domain::{Indicator, StandardSet};
use crate::plan::ComplianceLine;
use crate::report::document::{Cell, Column, Row, Table};
use crate::report::format;
use crate::report::sections::standards;
use crate::report::view::View;
use crate::words::charts as words;
use crate::words::standards as standard_words;

/// What stands in a square of which nothing is known.
const UNKNOWN: &str = "?";

/// An indicator at a school over the school years.
struct Kept<'a> {
    group: String,
    name: String,
    set: &'a StandardSet,
    indicator: &'a Indicator,
    /// The lines that decide, one for each school year.
    lines: Vec<Option<&'a ComplianceLine>>,
}

/// The chart; nothing without standards.
pub fn chart(view: &View) -> Option<Chart> {
    let kept = kept(view);
    if kept.is_empty() {
        return None;
    }
    let columns = view.year_columns().into_iter();
    let matrix = Matrix {
        key: "compliance",
        columns: columns.map(|one| one.narrow.unwrap_or(one.title)).collect(),
        lines: kept.iter().map(|one| line(view, one)).collect(),
        legend: vec![
            (Some(Fill::Met), view.say(&words::met())),
            (Some(Fill::Short), view.say(&words::falls_short())),
            (Some(Fill::Unknown), view.say(&words::not_known())),
            (None, view.say(&words::does_not_count())),
        ],
    };
    let title = view.say(&words::compliance_title());
    let description = description(view, &kept);
    Some(Chart {
        key: matrix.key,
        svg: matrix::draw(&matrix, &title, &description),
        numbers: numbers(view, &kept, &matrix),
        title,
        description,
    })
}

fn kept<'a>(view: &View<'a>) -> Vec<Kept<'a>> {
    let years = view.years();
    let mut kept = Vec::new();
    for set in standards::sets(view) {
        for school in standards::schools(view) {
            for indicator in &set.indicators {
                let basis = indicator.metric.counts_students().then_some(set.basis);
                let all = standards::mine(view.plan, (set, school, indicator));
                let of = |year: &i32| {
                    let mut lines = all.iter().copied();
                    lines.find(|line| line.school_year == *year && line.basis == basis)
                };
                kept.push(Kept {
                    group: view.say(&standards::head(view, set, school)),
                    name: view.say(&standards::bounded(view, indicator)),
                    set,
                    indicator,
                    lines: years.iter().map(of).collect(),
                });
            }
        }
    }
    kept.retain(|one| one.lines.iter().any(Option::is_some));
    kept
}

/// Whether a line counts in its school year: the set is in force, or none of
/// those chosen is.
fn counts(view: &View, one: &Kept, line: &ComplianceLine) -> bool {
    let year = line.school_year;
    let mut held = standards::sets(view).filter(|set| set.years.contains(&year));
    line.counts && (one.set.in_force(year) || !held.any(|set| set.in_force(year)))
}

fn line(view: &View, one: &Kept) -> Line {
    let squares = one.lines.iter().map(|line| {
        let line = (*line)?;
        let text = match line.met {
            None if line.value.is_none() => UNKNOWN.to_owned(),
            _ => format::cell(&standards::value(view, one.indicator.metric, line), view.language),
        };
        let fill = counts(view, one, line).then_some(match line.met {
            Some(true) => Fill::Met,
            Some(false) => Fill::Short,
            None => Fill::Unknown,
        });
        Some(Square { text, fill })
    });
    Line { group: one.group.clone(), name: one.name.clone(), squares: squares.collect() }
}

fn description(view: &View, kept: &[Kept]) -> String {
    let lines = kept.iter().flat_map(|one| {
        let lines = one.lines.iter().flatten();
        lines.filter(|line| counts(view, one, line))
    });
    let met: Vec<Option<bool>> = lines.map(|line| line.met).collect();
    let of = |wanted: Option<bool>| met.iter().filter(|one| **one == wanted).count();
    view.say(&words::compliance_description(met.len(), of(Some(true)), of(Some(false)), of(None)))
}

fn numbers(view: &View, kept: &[Kept], matrix: &Matrix) -> Table {
    let mut columns = vec![
        Column::text(view.say(&standard_words::set())),
        Column::text(view.say(&standard_words::indicator())),
    ];
    columns.extend(view.year_columns());
    let rows = kept.iter().zip(&matrix.lines).map(|(one, line)| {
        let mut cells = vec![Cell::text(&one.group), Cell::text(&one.name)];
        let squares = one.lines.iter().zip(&line.squares);
        cells.extend(squares.map(|pair| match pair {
            (_, Some(square)) if square.text == UNKNOWN => Cell::text(UNKNOWN),
            (Some(line), _) => standards::value(view, one.indicator.metric, line),
            (None, _) => Cell::Empty,
        }));
        Row::new(cells)
    });
    let title = view.say(&words::compliance_title());
    let none = view.say(&standard_words::nothing());
    Table::new("chart_compliance", title, none, columns).stub(2).grouped().rows(rows)
}
