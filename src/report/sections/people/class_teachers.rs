//! 班主任一览.

use super::name;
use crate::domain::Term;
use crate::plan::{ClassPath, ClassTeacher};
use crate::report::document::{Cell, Column, Row, Table};
use crate::report::view::{View, seat};
use crate::words::report::people as words;
use crate::words::report::{campus, class, from_term, programme, to_term};
use std::collections::BTreeMap;

fn class_of<'a>(view: &View<'a>, one: &ClassTeacher) -> Option<&'a ClassPath> {
    let mut classes = view.plan.classes.iter();
    classes.find(|class| class.name == one.class && class.programme == one.programme)
}

/// The class teachers of a term by campus and year of entry.
pub(super) fn at(view: &View, term: Term) -> Table {
    let columns = vec![
        Column::text(view.say(&campus())),
        Column::text(view.say(&words::year_of_entry())),
        Column::text(view.say(&words::class_teachers())),
    ];
    let mut by_year: BTreeMap<(usize, i32), Vec<String>> = BTreeMap::new();
    for one in &view.plan.class_teachers {
        if one.from.0 <= term && term <= one.until.0 {
            let class = class_of(view, one);
            let place = class.and_then(|class| seat(&class.seats, term));
            let place = view.campuses().position(|key| Some(key) == place);
            let year = class.map_or(0, |class| class.entry.0.school_year());
            let named = words::class_of(&one.class, &name(view, &one.person));
            let list = by_year.entry((place.unwrap_or(0), year)).or_default();
            list.push(view.say(&named));
        }
    }
    let keys: Vec<&str> = view.campuses().collect();
    let rows = by_year.into_iter().map(|((place, year), classes)| {
        Row::new(vec![
            Cell::Text(view.campus(keys[place])),
            Cell::Text(year.to_string()),
            Cell::Text(view.list(&classes)),
        ])
    });
    Table::new(
        "class_teachers",
        view.say(&words::class_teachers_title(&view.term(term))),
        view.say(&words::no_class_teachers()),
        columns,
    )
    .grouped()
    .rows(rows)
}

/// The class teachers of all terms; for files.
pub(super) fn all(view: &View) -> Table {
    let heads = [class(), programme(), campus(), words::class_teacher(), from_term(), to_term()];
    let columns = heads.map(|head| Column::text(view.say(&head))).into();
    let rows = view.plan.class_teachers.iter().map(|one| {
        let class = class_of(view, one);
        let place = class.and_then(|class| seat(&class.seats, one.from.0));
        Row::new(vec![
            Cell::text(&one.class),
            Cell::Text(view.programme(&one.programme)),
            place.map_or(Cell::Empty, |key| Cell::Text(view.campus(key))),
            Cell::Text(name(view, &one.person)),
            Cell::Term(one.from.0),
            Cell::Term(one.until.0),
        ])
    });
    Table::new(
        "class_teacher_terms",
        view.say(&words::class_teacher_terms_title()),
        view.say(&words::no_class_teachers()),
        columns,
    )
    .rows(rows)
    .for_files()
}
