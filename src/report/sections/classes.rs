//! Where the classes sit: programme by programme for each school year, campus
//! by campus for each term.

use crate::plan::{ClassPath, Merged};
use crate::report::document::{Cell, Column, Row, Section, Table};
use crate::report::view::{View, count, figures, seat};
use crate::words::report as words;

/// The section.
#[must_use]
pub fn section(view: &View) -> Section {
    Section::new(view.say(&words::classes_heading()))
        .note(view.say(&words::classes_note()))
        .table(by_year(view))
        .table(by_term(view))
        .table(paths(view))
}

/// Where a class sits last in a school year.
fn in_year<'p>(view: &View, class: &'p ClassPath, year: i32) -> Option<&'p str> {
    let mut terms = view.year_terms(year);
    terms.retain(|term| view.registered(class, *term));
    terms.last().and_then(|term| seat(&class.seats, *term))
}

fn by_year(view: &View) -> Table {
    let mut columns =
        vec![Column::text(view.say(&words::programme())), Column::text(view.say(&words::campus()))];
    columns.extend(view.year_columns());
    let years = view.years();
    let in_years = |programme: Option<&str>, campus: Option<&str>| -> Vec<f64> {
        let counted = |year: &i32| {
            let mut classes = view.plan.classes.iter().collect::<Vec<_>>();
            classes.retain(|class| {
                programme.is_none_or(|programme| class.programme == programme)
                    && in_year(view, class, *year)
                        .is_some_and(|at| campus.is_none_or(|campus| at == campus))
            });
            count(classes.len())
        };
        years.iter().map(counted).collect()
    };
    let all = view.say(&words::all_programmes());
    let mut rows = Vec::new();
    for programme in view.programmes() {
        for campus in view.campuses() {
            let values = in_years(Some(programme), Some(campus));
            if values.iter().any(|value| *value > 0.0) {
                rows.push(row(view.programme(programme), view.campus(campus), values));
            }
        }
    }
    if !rows.is_empty() {
        for campus in view.campuses() {
            let values = in_years(None, Some(campus));
            if values.iter().any(|value| *value > 0.0) {
                rows.push(row(all.clone(), view.campus(campus), values));
            }
        }
        let mut total = row(all.clone(), view.say(&words::total()), in_years(None, None));
        total.total = true;
        rows.push(total);
    }
    let all = Cell::Text(all);
    Table::new(
        "classes_by_year",
        view.say(&words::classes_by_year_title()),
        view.say(&words::no_classes()),
        columns,
    )
    .stub(2)
    .grouped()
    .rows(rows)
    .sums(
        |row| row.cells[0] == all,
        |sum, row| row.cells[0] != all && (sum.total || sum.cells[1] == row.cells[1]),
    )
}

fn row(first: String, second: String, values: Vec<f64>) -> Row {
    let mut cells = vec![Cell::Text(first), Cell::Text(second)];
    cells.extend(figures(values));
    Row::new(cells)
}

fn by_term(view: &View) -> Table {
    let mut columns =
        vec![Column::text(view.say(&words::campus())), Column::text(view.say(&words::programme()))];
    columns.extend(view.term_columns(&view.terms()));
    let rows = view.campuses().flat_map(|campus| campus_rows(view, campus));
    let in_school = Cell::Text(view.say(&words::classes_in_school()));
    Table::new(
        "classes_by_term",
        view.say(&words::classes_by_term_title()),
        view.say(&words::no_classes()),
        columns,
    )
    .stub(2)
    .grouped()
    .rows(rows)
    .totals(|total, row| total.cells[1] == in_school && total.cells[0] == row.cells[0])
}

/// Classes in school at a campus by programme and term, then its sums.
fn campus_rows(view: &View, campus: &str) -> Vec<Row> {
    let terms = view.terms();
    let sum = |figure: &dyn Fn(&ClassPath, crate::domain::Term) -> f64| -> Vec<f64> {
        let at = |term: &crate::domain::Term| {
            let classes = view.plan.classes.iter();
            let here = classes.filter(|class| seat(&class.seats, *term) == Some(campus));
            here.map(|class| figure(class, *term)).sum()
        };
        terms.iter().map(at).collect()
    };
    let one = |whether: bool| f64::from(u8::from(whether));
    let name = view.campus(campus);
    let mut rows = Vec::new();
    for programme in view.programmes() {
        let values =
            sum(&|class, term| one(class.programme == programme && view.in_school(class, term)));
        if values.iter().any(|value| *value > 0.0) {
            rows.push(row(name.clone(), view.programme(programme), values));
        }
    }
    let in_school = sum(&|class, term| one(view.in_school(class, term)));
    let away =
        sum(&|class, term| one(view.registered(class, term) && !view.in_school(class, term)));
    let students =
        sum(&|class, term| one(view.in_school(class, term)) * view.students(class, term));
    let totals = [
        (words::classes_in_school(), in_school),
        (words::classes_away(), away),
        (words::students_in_school(), students),
    ];
    for (title, values) in totals {
        if values.iter().any(|value| *value > 0.0) {
            let mut total = row(name.clone(), view.say(&title), values);
            total.total = true;
            rows.push(total);
        }
    }
    rows
}

/// What becomes of a class that is dissolved.
fn end(view: &View, merged: &Merged) -> String {
    let into = merged.into.iter().map(|joined| joined.class.clone());
    let into = view.list(&into.collect::<Vec<_>>());
    view.say(&words::merged_into(&view.term(merged.at.0), &into))
}

/// Every class with its path; for files.
fn paths(view: &View) -> Table {
    let columns = vec![
        Column::text(view.say(&words::class())),
        Column::text(view.say(&words::programme())),
        Column::text(view.say(&words::entry())),
        Column::figure(view.say(&words::students_at_base())),
        Column::text(view.say(&words::seats())),
        Column::text(view.say(&words::internship())),
    ];
    let rows = view.plan.classes.iter().map(|class| {
        let seats: Vec<String> = class
            .seats
            .iter()
            .map(|seat| format!("{} {}", view.term(seat.from.0), view.campus(&seat.campus)))
            .chain(class.merged.iter().map(|merged| end(view, merged)))
            .collect();
        let away: Vec<String> = class.internship.iter().map(|term| view.term(term.0)).collect();
        Row::new(vec![
            Cell::text(&class.name),
            Cell::Text(view.programme(&class.programme)),
            Cell::Term(class.entry.0),
            Cell::Whole(view.students_at_base(class)),
            Cell::Text(view.list(&seats)),
            Cell::Text(view.list(&away)),
        ])
    });
    Table::new(
        "classes",
        view.say(&words::class_paths_title()),
        view.say(&words::no_classes()),
        columns,
    )
    .rows(rows)
    .for_files()
}
