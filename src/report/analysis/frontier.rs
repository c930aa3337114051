//! The efficient set.

use super::{chart, decimals, outcome, parts, reason, short};
use crate::analysis::frontier::{Frontier, Point};
use crate::domain::{Language, Part, Text};
use crate::report::document::{Cell, Column, Document, Row, Section, Table};
use crate::report::format;
use crate::words::analysis as words;

/// The report.
pub fn document(asked: &Frontier<'_>, points: &[Point], language: Language) -> Document {
    let say = |text: Text| text.get(language).to_owned();
    let mut section =
        Section::new(say(words::frontier_heading())).note(say(words::frontier_note()));
    for (index, point) in points.iter().enumerate() {
        if let Some(why) = reason(&point.ending, language) {
            section = section.note(say(words::reason(&label(index, point), &why)));
        }
    }
    let mut sections = vec![section.table(table(asked, points, language))];
    sections.extend(drawing(asked, points, language));
    Document { title: say(words::frontier_title(&parts(&asked.parts, language))), sections }
}

fn label(index: usize, point: &Point) -> String {
    let mark = if point.dominated { "×" } else { "" };
    format!("{}{mark}", index + 1)
}

fn table(asked: &Frontier<'_>, points: &[Point], language: Language) -> Table {
    let say = |text: Text| text.get(language).to_owned();
    let mut columns = vec![Column::text(say(words::point())), Column::text(say(words::outcome()))];
    for part in &asked.parts {
        columns.push(Column::figure(say(short(*part))));
    }
    for part in &asked.parts[1..] {
        columns.push(Column::figure(say(words::ceiling_on(&say(short(*part))))));
    }
    columns.push(Column::figure(say(words::proven_bound())));
    columns.push(Column::figure(say(words::gap())));
    let rows = points.iter().enumerate().map(|(index, point)| {
        let mut cells =
            vec![Cell::Text(label(index, point)), Cell::Text(say(outcome(&point.ending, false)))];
        let amount = |value: Option<f64>, part: Part| {
            value.map_or(Cell::Empty, |value| Cell::Amount(value, decimals(part)))
        };
        for part in &asked.parts {
            cells.push(amount(point.value(*part), *part));
        }
        for (part, ceiling) in asked.parts[1..].iter().zip(&point.ceilings) {
            cells.push(amount(*ceiling, *part));
        }
        let (bound, gap) = proven(asked.parts[0], point);
        cells.push(amount(bound, asked.parts[0]));
        cells.push(gap.map_or(Cell::Empty, |gap| Cell::Text(format::percent_up(gap))));
        Row::new(cells)
    });
    Table::new("frontier", say(words::frontier_points()), String::new(), columns).stub(1).rows(rows)
}

/// Bound and gap of the first part, where it was made least at this point.
fn proven(first: Part, point: &Point) -> (Option<f64>, Option<f64>) {
    let planned = point.ending.verified();
    let tier = planned.and_then(|planned| {
        let mut tiers = planned.plan.tiers.iter();
        tiers.find(|tier| tier.parts.iter().any(|one| one.part == first))
    });
    tier.map_or((None, None), |tier| (tier.bound, tier.gap))
}

fn drawing(asked: &Frontier<'_>, points: &[Point], language: Language) -> Option<Section> {
    let say = |text: Text| text.get(language).to_owned();
    let (across, up) = (asked.parts[0], asked.parts[1]);
    let drawn: Vec<(String, f64, f64)> = points
        .iter()
        .enumerate()
        .filter_map(|(index, point)| {
            let label = label(index, point).replace('×', "x");
            Some((label, point.value(across)?, point.value(up)?))
        })
        .collect();
    let lines = chart::points(&drawn, (decimals(across), decimals(up)));
    if lines.is_empty() {
        return None;
    }
    let axes = words::chart_axes(&say(short(across)), &say(short(up)));
    Some(Section { drawing: lines, ..Section::new(say(words::chart_heading())).note(say(axes)) })
}
