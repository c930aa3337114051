//! Targets, term by term.

use crate::domain::Term;
use crate::plan::TargetResult;
use crate::report::document::{Cell, Column, Mark, Row, Section, Table};
use crate::report::view::View;
use crate::words::report as words;

/// The section.
#[must_use]
pub fn section(view: &View) -> Section {
    let results = &view.plan.targets;
    let mut terms: Vec<Term> = results.iter().map(|result| result.term.0).collect();
    terms.sort();
    terms.dedup();
    let mut columns =
        vec![Column::text(view.say(&words::target())), Column::text(view.say(&words::line()))];
    columns.extend(view.term_columns(&terms));
    columns.push(Column::text(view.say(&words::result())));
    let mut rows = Vec::new();
    for target in &view.scenario.targets {
        let mine: Vec<&TargetResult> =
            results.iter().filter(|result| result.target == target.id).collect();
        if !mine.is_empty() {
            let lines = lines(view, &view.target(&target.id), &terms, &mine);
            rows.extend(lines.into_iter().map(|line| line.keyed([&target.id])));
        }
    }
    Section::new(view.say(&words::targets_heading())).table(
        Table::new(
            "targets",
            view.say(&words::targets_title()),
            view.say(&words::no_targets()),
            columns,
        )
        .stub(2)
        .keyed(&[0])
        .grouped()
        .rows(rows),
    )
}

fn lines(view: &View, name: &str, terms: &[Term], results: &[&TargetResult]) -> Vec<Row> {
    let line = |title: String, figure: &dyn Fn(&TargetResult) -> Cell, last: Cell| {
        let mut cells = vec![Cell::text(name), Cell::Text(title)];
        cells.extend(terms.iter().map(|term| {
            let found = results.iter().find(|result| result.term.0 == *term);
            found.map_or(Cell::Empty, |result| figure(result))
        }));
        cells.push(last);
        Row::new(cells)
    };
    let short = results.iter().any(|result| result.is_missed());
    let mark = if short { Mark::Short } else { Mark::Ok };
    let mut rows = vec![
        line(view.say(&words::at_least()), &|result| Cell::Whole(result.at_least), Cell::Empty),
        line(view.say(&words::planned()), &|result| Cell::Whole(result.value), Cell::Mark(mark)),
    ];
    if short {
        rows.push(line(
            view.say(&words::short_by()),
            &|result| Cell::some(result.missed),
            Cell::Empty,
        ));
    }
    rows
}
