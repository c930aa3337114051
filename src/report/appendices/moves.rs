//! The plan of moves: which ways are gone before which term, by how many.

use crate::domain::Term;
use crate::report::document::{Cell, Column, Row, Table};
use crate::report::prose::relocation;
use crate::report::view::{View, count};
use crate::words::report as common;
use crate::words::report::appendices as words;

/// A row for each term and way, with classes and students; nothing if nobody
/// moves.
pub(super) fn table(view: &View) -> Option<Table> {
    let all = relocation::all(view);
    let mut ways: Vec<(Term, &str, &str, usize, f64)> = Vec::new();
    for (class, step) in &all {
        let students = view.students(class, step.at);
        let same = |way: &&mut (Term, &str, &str, usize, f64)| {
            (way.0, way.1, way.2) == (step.at, step.from, step.to)
        };
        if let Some(way) = ways.iter_mut().find(same) {
            way.3 += 1;
            way.4 += students;
        } else {
            ways.push((step.at, step.from, step.to, 1, students));
        }
    }
    if ways.is_empty() {
        return None;
    }
    let place = |key: &str| view.campuses().position(|one| one == key);
    ways.sort_by_key(|way| (way.0, place(way.1), place(way.2)));
    let columns = vec![
        Column::text(view.say(&words::before_term())),
        Column::text(view.say(&common::from())),
        Column::text(view.say(&common::to())),
        Column::figure(view.say(&words::classes_moved())),
        Column::figure(view.say(&words::students_moved())),
    ];
    let (classes, students) = ways.iter().fold((0, 0.0), |sum, way| (sum.0 + way.3, sum.1 + way.4));
    let rows = ways.iter().map(|(term, from, to, classes, students)| {
        Row::new(vec![
            Cell::Term(*term),
            Cell::Text(view.campus(from)),
            Cell::Text(view.campus(to)),
            Cell::Whole(count(*classes)),
            Cell::Whole(*students),
        ])
    });
    let total = Row::total(vec![
        Cell::Text(view.say(&common::total())),
        Cell::Empty,
        Cell::Empty,
        Cell::Whole(count(classes)),
        Cell::Whole(students),
    ]);
    let title = view.say(&words::moves_title());
    let table = Table::new("moves", title, String::new(), columns).grouped();
    Some(table.rows(rows.chain([total])).sums(|row| row.total, |_, row| !row.total))
}
