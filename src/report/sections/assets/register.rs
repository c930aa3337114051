//! The whole register, line by line: for files.

use super::balance::{count, money, number_column, parts, value_column};
use super::moves::places;
use super::{Item, Sum, leavings};
use crate::domain::{Term, Text};
use crate::report::document::{Cell, Column, Row, Table};
use crate::report::view::View;
use crate::words::assets as words;
use crate::words::report;
use crate::words::report::appendices as paper;

/// Every line with what it was, what came of it and where it is after each
/// stage.
pub(super) fn table(view: &View, items: &[Item]) -> Table {
    let text = |text: &Text| Column::text(view.say(text));
    let mut columns = vec![
        text(&words::register_number()),
        text(&words::name()),
        text(&report::kind()),
        text(&report::owner()),
        text(&report::resource()),
        text(&words::movable()),
        text(&words::valuation()),
        text(&report::measure()),
    ];
    columns.extend(parts().iter().map(|part| number_column(view, part)));
    columns.extend(parts().iter().map(|part| value_column(view, part)));
    columns.push(text(&report::today()));
    let stages = view.stages();
    let after = |start: &Term| Column::text(view.say(&words::after(&view.term(*start))));
    columns.extend(stages.iter().map(after));
    columns.push(text(&report::note()));
    let rows = items.iter().map(|item| row(view, item, &stages));
    Table::new("assets", view.say(&words::register_title()), String::new(), columns)
        .rows(rows)
        .for_files()
}

fn row(view: &View, item: &Item, stages: &[Term]) -> Row {
    let resource = item.resource.map(|resource| view.say(&resource.name));
    let movable = if item.movable { words::yes() } else { words::no() };
    let valued = item.valued.map(|date| date.to_string());
    let sums = [item.today(), item.bought(), item.gone(view), item.left(view)];
    let mut cells = vec![
        Cell::text(&item.key),
        Cell::Text(view.say(item.name)),
        Cell::Text(view.say(&words::kind(item.kind))),
        Cell::Text(view.say(&item.line.owner)),
        Cell::text(resource.unwrap_or_default()),
        Cell::Text(view.say(&movable)),
        Cell::text(valued.unwrap_or_default()),
        Cell::Text(view.say(item.unit)),
    ];
    cells.extend(sums.iter().map(|sum| count(*sum)));
    cells.extend(sums.iter().map(|sum| money(*sum)));
    let today = item.campus.map(|campus| view.campus(campus));
    cells.push(Cell::text(today.unwrap_or_default()));
    for start in stages {
        cells.push(Cell::Text(places(view, &item.standing(view, *start))));
    }
    cells.push(Cell::Text(view.list(&notes(view, item))));
    Row::new(cells)
}

/// Every line with what it is, where it is today and at the end, and what
/// someone should know of it: what goes on paper.
pub(super) fn short(view: &View, items: &[Item]) -> Table {
    let text = |text: &Text| Column::text(view.say(text));
    let figure = |text: &Text| Column::figure(view.say(text));
    let columns = vec![
        text(&words::register_number()),
        text(&words::name()),
        text(&report::owner()),
        figure(&words::number()),
        text(&report::measure()),
        figure(&paper::value_today()),
        text(&report::today()),
        text(&paper::at_end_where()),
        figure(&paper::value_at_end()),
        text(&report::note()),
    ];
    let last = view.terms().last().copied();
    let last = last.unwrap_or(view.scenario.calendar.first);
    let rows = items.iter().map(|item| {
        let all = item.today().number.max(item.bought().number);
        let campus = item.campus.map(|campus| view.campus(campus));
        Row::new(vec![
            Cell::text(&item.key),
            Cell::Text(view.say(item.name)),
            Cell::Text(view.say(&item.line.owner)),
            count(Sum { number: all, fen: 0 }),
            Cell::Text(view.say(item.unit)),
            money(item.today()),
            Cell::text(campus.unwrap_or_default()),
            Cell::Text(places(view, &item.standing(view, last))),
            money(item.left(view)),
            Cell::Text(view.list(&notes(view, item))),
        ])
    });
    let sum = |part: &dyn Fn(&Item) -> Sum| money(items.iter().map(part).sum());
    let mut total = vec![Cell::Text(view.say(&report::total()))];
    total.resize(columns.len(), Cell::Empty);
    total[5] = sum(&|item| item.today());
    total[8] = sum(&|item| item.left(view));
    let title = view.say(&paper::register_title());
    let table = Table::new("asset_register", title, String::new(), columns);
    let table = table.rows(rows.chain([Row::total(total)]));
    table.totals(|_, _| true)
}

/// How it came, went and moved without a valuation.
fn notes(view: &View, item: &Item) -> Vec<String> {
    let mut notes = Vec::new();
    if let Some(bought) = &item.line.bought {
        notes.push(view.say(&words::bought_in(&view.term(bought.at.0))));
    }
    for gone in &item.line.disposed {
        let (term, campus) = (view.term(gone.at.0), view.campus(&gone.campus));
        notes.push(view.say(&words::disposed_in(&term, &campus, gone.number)));
    }
    for at in &item.line.moved_unvalued {
        notes.push(view.say(&words::moved_unvalued_in(&view.term(at.0))));
    }
    for (start, campus, over) in leavings(view).into_iter().filter(|_| !item.movable) {
        let campus = &view.scenario.campuses[campus].id;
        let here = item.standing(view, start);
        if here.iter().any(|(at, _)| at == campus) {
            let term = view.term(start);
            notes.push(view.say(&if over {
                words::returned_in(&term)
            } else {
                words::kept_in(&term)
            }));
        }
    }
    notes
}
