//! Use of rooms, beds and stations as a heat map over terms.

use super::Chart;
use super::enrolment::heads_of;
use super::fill::{DEGREES, Fill};
use super::matrix::{self, Line, Matrix, Square};
use crate::report::document::{Cell, Mark, Row, Table};
use crate::report::format;
use crate::report::sections::capacity::{self, TIGHT};
use crate::report::view::View;
use crate::words::charts as words;

/// From these shares on a square is darker.
const STEPS: [f64; DEGREES - 1] = [0.5, 0.7, 0.85, TIGHT];

/// The chart; nothing where nothing is used.
pub fn chart(view: &View) -> Option<Chart> {
    let terms = view.terms();
    let shares = capacity::shares(view);
    if shares.rows.is_empty() {
        return None;
    }
    let matrix = Matrix {
        key: "utilisation",
        columns: heads_of(view, &terms),
        lines: shares.rows.iter().map(|row| line(view, &shares, row)).collect(),
        legend: legend(view),
    };
    let cells = shares.rows.iter().flat_map(|row| &row.cells);
    let marked = |wanted: Mark| {
        let is = |cell: &&Cell| matches!(cell, Cell::Load(_, mark) | Cell::Mark(mark) if *mark == wanted);
        cells.clone().filter(is).count()
    };
    let description = view.say(&words::utilisation_description(
        shares.rows.len(),
        terms.len(),
        marked(Mark::Tight),
        marked(Mark::Short),
    ));
    let title = view.say(&words::utilisation_title());
    Some(Chart {
        key: matrix.key,
        svg: matrix::draw(&matrix, &title, &description),
        numbers: Table { key: "chart_utilisation", ..shares },
        title,
        description,
    })
}

/// A row of the table as squares.
fn line(view: &View, shares: &Table, row: &Row) -> Line {
    let said = |cell: &Cell| format::cell(cell, view.language);
    let (names, figures) = row.cells.split_at(shares.stub);
    let square = |cell: &Cell| {
        let fill = match cell {
            Cell::Load(share, mark) => fill(*share, *mark),
            Cell::Mark(_) => Fill::Short,
            _ => return None,
        };
        Some(Square { text: said(cell), fill: Some(fill) })
    };
    Line {
        group: names.first().map(said).unwrap_or_default(),
        name: names.last().map(said).unwrap_or_default(),
        squares: figures.iter().map(square).collect(),
    }
}

fn fill(share: f64, mark: Mark) -> Fill {
    match mark {
        Mark::Short => Fill::Short,
        Mark::Tight => Fill::Degree(DEGREES - 1),
        Mark::Ok => Fill::Degree(STEPS.iter().filter(|step| share >= **step).count()),
    }
}

fn legend(view: &View) -> Vec<(Option<Fill>, String)> {
    let percent = |share: f64| format::number(share * 100.0, 0);
    let first = words::below(&percent(STEPS[0]));
    let steps = STEPS.iter().map(|step| words::from(&percent(*step)));
    let names = std::iter::once(first).chain(steps).enumerate();
    let mut legend: Vec<(Option<Fill>, String)> =
        names.map(|(degree, name)| (Some(Fill::Degree(degree)), view.say(&name))).collect();
    legend.push((Some(Fill::Short), view.say(&words::more_than_there_is())));
    legend
}
