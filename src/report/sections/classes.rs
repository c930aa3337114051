//! Where the classes sit: programme by programme for each school year, campus
//! by campus for each term.

use crate::domain::Term;
use crate::plan::{ClassPath, Merged};
use crate::report::document::{Cell, Column, Row, Section, Table};
use crate::report::tally::Tally;
use crate::report::view::{View, figures, seat};
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
fn in_year<'p>(view: &View, class: &'p ClassPath, terms: &[Term]) -> Option<&'p str> {
    let last = terms.iter().rfind(|term| view.registered(class, **term));
    last.and_then(|term| seat(&class.seats, *term))
}

fn by_year(view: &View) -> Table {
    let mut columns =
        vec![Column::text(view.say(&words::programme())), Column::text(view.say(&words::campus()))];
    columns.extend(view.year_columns());
    let years: Vec<Vec<Term>> = view.years().iter().map(|year| view.year_terms(*year)).collect();
    let years: Vec<&[Term]> = years.iter().map(Vec::as_slice).collect();
    let placed = Tally::of(view, &years, |class, terms| {
        in_year(view, class, terms).map(|campus| ((class.programme.as_str(), campus), 1.0))
    });
    let by_campus =
        Tally::of(view, &years, |class, terms| Some((in_year(view, class, terms)?, 1.0)));
    let everywhere =
        Tally::of(view, &years, |class, terms| in_year(view, class, terms).map(|_| ((), 1.0)));
    let all = view.say(&words::all_programmes());
    let mut rows = Vec::new();
    for programme in view.programmes() {
        for campus in view.campuses() {
            if let Some(values) = placed.some(&(programme, campus)) {
                let row = row(view.programme(programme), view.campus(campus), values);
                rows.push(row.keyed([programme, campus]));
            }
        }
    }
    if !rows.is_empty() {
        for campus in view.campuses() {
            if let Some(values) = by_campus.some(&campus) {
                rows.push(row(all.clone(), view.campus(campus), values).keyed(["", campus]));
            }
        }
        let total = row(all.clone(), view.say(&words::total()), everywhere.get(&()));
        rows.push(Row { total: true, ..total });
    }
    let all = Cell::Text(all);
    Table::new(
        "classes_by_year",
        view.say(&words::classes_by_year_title()),
        view.say(&words::no_classes()),
        columns,
    )
    .stub(2)
    .keyed(&[0, 1])
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
    let seated = Seated::of(view);
    let rows = view.campuses().flat_map(|campus| seated.rows(view, campus));
    let in_school = Cell::Text(view.say(&words::classes_in_school()));
    Table::new(
        "classes_by_term",
        view.say(&words::classes_by_term_title()),
        view.say(&words::no_classes()),
        columns,
    )
    .stub(2)
    .keyed(&[0, 1])
    .grouped()
    .rows(rows)
    .totals(|total, row| total.cells[1] == in_school && total.cells[0] == row.cells[0])
}

/// What sits at the campuses, term by term.
struct Seated<'a> {
    /// Classes in school by campus and programme.
    programmes: Tally<(&'a str, &'a str)>,
    /// Classes in school, classes on internship and students in school, by
    /// campus.
    totals: [Tally<&'a str>; 3],
}

impl<'a> Seated<'a> {
    fn of(view: &View<'a>) -> Self {
        let terms = view.terms();
        let here = |class: &'a ClassPath, term: Term| seat(&class.seats, term);
        let in_school = |class: &'a ClassPath, term: Term| {
            here(class, term).filter(|_| view.in_school(class, term))
        };
        let away = |class: &'a ClassPath, term: Term| {
            let away = view.registered(class, term) && !view.in_school(class, term);
            here(class, term).filter(|_| away)
        };
        Self {
            programmes: Tally::of(view, &terms, |class, term| {
                let campus = in_school(class, term)?;
                Some(((campus, class.programme.as_str()), 1.0))
            }),
            totals: [
                Tally::of(view, &terms, |class, term| Some((in_school(class, term)?, 1.0))),
                Tally::of(view, &terms, |class, term| Some((away(class, term)?, 1.0))),
                Tally::of(view, &terms, |class, term| {
                    Some((in_school(class, term)?, view.students(class, term)))
                }),
            ],
        }
    }

    /// The rows of a campus: its programmes, then its totals.
    fn rows(&self, view: &View, campus: &'a str) -> Vec<Row> {
        let name = view.campus(campus);
        let mut rows = Vec::new();
        for programme in view.programmes() {
            if let Some(values) = self.programmes.some(&(campus, programme)) {
                let row = row(name.clone(), view.programme(programme), values);
                rows.push(row.keyed([campus, programme]));
            }
        }
        let titles =
            [words::classes_in_school(), words::classes_away(), words::students_in_school()];
        for (title, tally) in titles.iter().zip(&self.totals) {
            if let Some(values) = tally.some(&campus) {
                let total = row(name.clone(), view.say(title), values);
                rows.push(Row { total: true, ..total }.keyed([campus, ""]));
            }
        }
        rows
    }
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
        .keyed([&class.programme])
    });
    Table::new(
        "classes",
        view.say(&words::class_paths_title()),
        view.say(&words::no_classes()),
        columns,
    )
    .keyed(&[1])
    .rows(rows)
    .for_files()
}
