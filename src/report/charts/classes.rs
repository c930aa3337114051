//! Classes in school by term and campus, against the target.

use super::bars::{self, Bars, Foot, Layer};
use super::enrolment::heads_of;
use super::fill::Fill;
use super::{Chart, goals};
use crate::domain::{Metric, Term};
use crate::report::document::{Cell, Column, Row, Sum, Table};
use crate::report::tally::Tally;
use crate::report::view::{View, seat};
use crate::words::charts as words;
use crate::words::report as heads;

/// What the chart holds against targets.
const METRICS: [Metric; 1] = [Metric::ClassesInSchool];

/// The chart; nothing without a class in school.
#[must_use]
pub fn chart(view: &View) -> Option<Chart> {
    let terms = view.terms();
    let layers = layers(view, &terms);
    if layers.is_empty() {
        return None;
    }
    let at = |term: &Term| view.indicators(*term).map_or(0, |at| at.classes_in_school);
    let totals: Vec<u32> = terms.iter().map(at).collect();
    let bars = Bars {
        key: "classes",
        columns: heads_of(view, &terms),
        goals: goals::goals(view, &METRICS, &terms),
        feet: vec![Foot {
            name: view.say(&words::all_classes()),
            texts: totals.iter().map(u32::to_string).collect(),
        }],
        layers,
        names: Vec::new(),
        unit: view.say(&words::classes_unit()),
        decimals: 0,
    };
    let title = view.say(&words::classes_title());
    let description = description(view, &terms, &totals);
    Some(Chart {
        key: bars.key,
        svg: bars::draw(&bars, &title, &description),
        numbers: numbers(view, &terms, &bars, &totals),
        title,
        description,
    })
}

fn layers(view: &View, terms: &[Term]) -> Vec<Layer> {
    let in_school = Tally::of(view, terms, |class, term| {
        let campus = seat(&class.seats, term).filter(|_| view.in_school(class, term))?;
        Some((campus, 1.0))
    });
    let campuses = view.campuses().enumerate();
    let layers = campuses.filter_map(|(index, campus)| {
        Some(Layer {
            name: view.campus(campus),
            fill: Fill::Series(index),
            bar: 0,
            values: in_school.some(&campus)?,
        })
    });
    layers.collect()
}

fn description(view: &View, terms: &[Term], totals: &[u32]) -> String {
    let term = |term: Option<&Term>| term.map_or_else(String::new, |term| view.term(*term));
    let shown = view.say(&words::classes_description(
        &term(terms.first()),
        totals.first().copied().unwrap_or(0),
        &term(terms.last()),
        totals.last().copied().unwrap_or(0),
    ));
    let targets = goals::told(view, &METRICS);
    format!("{shown}{}{targets}", view.language_mark("", " "))
}

fn numbers(view: &View, terms: &[Term], bars: &Bars, totals: &[u32]) -> Table {
    let mut columns = vec![Column::text(view.say(&heads::campus()))];
    columns.extend(view.term_columns(terms));
    let mut rows: Vec<Row> = (bars.layers.iter())
        .map(|layer| {
            let mut cells = vec![Cell::text(&layer.name)];
            cells.extend(layer.values.iter().map(|value| Cell::some(*value)));
            Row::new(cells)
        })
        .collect();
    let mut cells = vec![Cell::Text(view.say(&heads::classes_in_school()))];
    cells.extend(totals.iter().map(|total| Cell::Whole((*total).into())));
    rows.push(Row::total(cells));
    let campuses = rows.len() - 1;
    rows.extend(goals::rows(&bars.goals));
    let title = view.say(&words::classes_title());
    let mut table = Table::new("chart_classes", title, String::new(), columns).stub(1).rows(rows);
    table.sums.push(Sum { row: campuses, plus: (0..campuses).collect(), minus: Vec::new() });
    table
}
