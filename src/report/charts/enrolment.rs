//! Students by term: in school by programme, on internship, against the
//! targets.

use super::bars::{self, Bars, Foot, Layer};
use super::fill::Fill;
use super::{Chart, goals};
use crate::domain::{Metric, Term};
use crate::plan::TermIndicators;
use crate::report::document::{Cell, Column, Row, Sum, Table};
use crate::report::format;
use crate::report::tally::Tally;
use crate::report::view::View;
use crate::words::charts as words;
use crate::words::report as heads;

/// What the chart holds against targets.
const METRICS: [Metric; 2] = [Metric::StudentsInSchool, Metric::Registered];

/// The chart; nothing without anybody in school.
#[must_use]
pub fn chart(view: &View) -> Option<Chart> {
    let terms = view.terms();
    let layers = layers(view, &terms);
    if layers.is_empty() {
        return None;
    }
    let figures = |figure: fn(&TermIndicators) -> f64| -> Vec<f64> {
        let at = |term: &Term| view.indicators(*term).map_or(0.0, figure);
        terms.iter().map(at).collect()
    };
    let in_school = figures(|at| at.students_in_school.0);
    let registered = figures(|at| at.registered.0);
    let foot = |name: crate::domain::Text, values: &[f64]| Foot {
        name: view.say(&name),
        texts: values.iter().map(|value| format::number(*value, 0)).collect(),
    };
    let bars = Bars {
        key: "enrolment",
        columns: heads_of(view, &terms),
        goals: goals::goals(view, &METRICS, &terms),
        feet: vec![foot(words::in_school(), &in_school), foot(words::registered(), &registered)],
        layers,
        names: Vec::new(),
        unit: view.say(&words::students_unit()),
        decimals: 0,
    };
    let title = view.say(&words::enrolment_title());
    let description = description(view, &terms, &registered);
    Some(Chart {
        key: bars.key,
        svg: bars::draw(&bars, &title, &description),
        numbers: numbers(view, &terms, &bars, [&in_school, &registered]),
        title,
        description,
    })
}

/// Heads of the columns of terms.
pub fn heads_of(view: &View, terms: &[Term]) -> Vec<String> {
    let columns = view.term_columns(terms).into_iter();
    columns.map(|column| column.narrow.unwrap_or(column.title)).collect()
}

/// A layer for each programme that has anybody in school, and one for those
/// on internship.
fn layers(view: &View, terms: &[Term]) -> Vec<Layer> {
    let in_school = Tally::of(view, terms, |class, term| {
        let students = view.in_school(class, term).then(|| view.students(class, term))?;
        Some((class.programme.as_str(), students))
    });
    let mut layers: Vec<Layer> = Vec::new();
    for programme in view.programmes() {
        if let Some(values) = in_school.some(&programme) {
            layers.push(Layer {
                name: view.programme(programme),
                fill: Fill::Series(layers.len()),
                bar: 0,
                values,
            });
        }
    }
    let at = |term: &Term| view.indicators(*term).map_or(0.0, |at| at.on_internship.0);
    let away: Vec<f64> = terms.iter().map(at).collect();
    if away.iter().any(|value| *value > 0.0) {
        layers.push(Layer {
            name: view.say(&words::away()),
            fill: Fill::Aside,
            bar: 0,
            values: away,
        });
    }
    layers
}

fn description(view: &View, terms: &[Term], registered: &[f64]) -> String {
    let figure = |value: Option<&f64>| format::number(value.copied().unwrap_or(0.0), 0);
    let term = |term: Option<&Term>| term.map_or_else(String::new, |term| view.term(*term));
    let shown = view.say(&words::enrolment_description(
        &term(terms.first()),
        &figure(registered.first()),
        &term(terms.last()),
        &figure(registered.last()),
    ));
    let targets = goals::told(view, &METRICS);
    format!("{shown}{}{targets}", view.language_mark("", " "))
}

fn numbers(view: &View, terms: &[Term], bars: &Bars, totals: [&[f64]; 2]) -> Table {
    let mut columns = vec![Column::text(view.say(&words::chart_item()))];
    columns.extend(view.term_columns(terms));
    let row = |name: &str, values: &[f64]| {
        let mut cells = vec![Cell::text(name)];
        cells.extend(values.iter().map(|value| Cell::Whole(*value)));
        cells
    };
    let (away, programmes): (Vec<&Layer>, Vec<&Layer>) =
        bars.layers.iter().partition(|layer| layer.fill == Fill::Aside);
    let [in_school, registered] = totals;
    let plain = |layer: &&Layer| Row::new(row(&layer.name, &layer.values));
    let mut rows: Vec<Row> = programmes.iter().map(plain).collect();
    rows.push(Row::total(row(&view.say(&heads::students_in_school()), in_school)));
    rows.extend(away.iter().map(plain));
    rows.push(Row::total(row(&view.say(&heads::registered()), registered)));
    let (first, last) = (programmes.len(), rows.len() - 1);
    rows.extend(goals::rows(&bars.goals));
    let title = view.say(&words::enrolment_title());
    let mut table = Table::new("chart_enrolment", title, String::new(), columns).stub(1).rows(rows);
    // In school: the programmes; registered: those in school and those away.
    table.sums = vec![
        Sum { row: first, plus: (0..first).collect(), minus: Vec::new() },
        Sum { row: last, plus: (first..last).collect(), minus: Vec::new() },
    ];
    table
}
