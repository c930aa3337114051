//! Campuses and programmes before and after.

use crate::domain::{Term, Text};
use crate::plan::ClassPath;
use crate::report::document::{Cell, Column, Row, Table};
use crate::report::view::{View, count, seat};
use crate::words::report as common;
use crate::words::report::appendices as words;

/// When the layout is looked at.
#[derive(Clone, Copy, PartialEq, Eq)]
enum When {
    /// Before the plan begins.
    Before,
    /// In a term of the plan.
    In(Term),
}

impl When {
    /// Before, in the term in which the targets are due, and in the last.
    fn all(view: &View) -> Vec<Self> {
        let calendar = &view.scenario.calendar;
        let target = calendar.term(calendar.target);
        let mut all = vec![Self::Before, Self::In(target)];
        let last = view.terms().last().copied();
        all.extend(last.filter(|last| *last != target).map(Self::In));
        all
    }

    fn head(self, view: &View) -> String {
        match self {
            Self::Before => view.say(&words::before()),
            Self::In(term) => view.term(term),
        }
    }

    /// Whether a class is there: on the register before, or in school.
    fn there(self, view: &View, class: &ClassPath) -> bool {
        match self {
            Self::Before => class.campus_today.is_some(),
            Self::In(term) => view.in_school(class, term),
        }
    }

    fn campus(self, class: &ClassPath) -> Option<&str> {
        match self {
            Self::Before => class.campus_today.as_deref(),
            Self::In(term) => seat(&class.seats, term),
        }
    }

    fn students(self, view: &View, class: &ClassPath) -> f64 {
        match self {
            Self::Before => view.students_at_base(class),
            Self::In(term) => view.students(class, term),
        }
    }

    /// The classes at a campus, or everywhere.
    fn classes<'a>(self, view: &View<'a>, campus: Option<&str>) -> Vec<&'a ClassPath> {
        let classes = view.plan.classes.iter();
        let here = classes.filter(|class| self.there(view, class));
        here.filter(|class| campus.is_none() || self.campus(class) == campus).collect()
    }

    /// The staff based at a campus, or everywhere.
    fn staff(self, view: &View, campus: Option<&str>) -> usize {
        let posts = view.plan.posts.iter();
        let here = posts.filter(|post| {
            let base = match self {
                Self::Before => post.campus_today.as_deref(),
                Self::In(term) => seat(&post.seats, term).filter(|_| view.works(post, term)),
            };
            base.is_some() && (campus.is_none() || base == campus)
        });
        here.count()
    }
}

fn head(view: &View, when: When, what: &Text) -> Column {
    let (when, what) = (when.head(view), view.say(what));
    Column {
        narrow: Some(format!("{when}\n{what}")),
        ..Column::figure(view.say(&words::what_when(&what, &when)))
    }
}

/// Classes, students and staff of every campus.
pub(super) fn by_campus(view: &View) -> Table {
    let all = When::all(view);
    let mut columns = vec![Column::text(view.say(&common::campus()))];
    for when in &all {
        let whats = [words::classes(), common::students(), words::staff_head()];
        columns.extend(whats.map(|what| head(view, *when, &what)));
    }
    let cells = |name: String, campus: Option<&str>| {
        let mut cells = vec![Cell::Text(name)];
        for when in &all {
            let classes = when.classes(view, campus);
            let students = classes.iter().map(|class| when.students(view, class));
            cells.push(Cell::some(count(classes.len())));
            cells.push(Cell::some(students.sum()));
            cells.push(Cell::some(count(when.staff(view, campus))));
        }
        cells
    };
    let rows = view.campuses().map(|campus| Row::new(cells(view.campus(campus), Some(campus))));
    let total = Row::total(cells(view.say(&common::total()), None));
    Table::new("layout_campuses", view.say(&words::campuses_title()), String::new(), columns)
        .stub(1)
        .rows(rows.chain([total]))
        .totals(|_, _| true)
}

/// Classes of every programme at every campus, before and then.
pub(super) fn by_programme(view: &View) -> Table {
    let all = When::all(view);
    let campuses: Vec<&str> = view.campuses().collect();
    let mut columns =
        vec![Column::text(view.say(&common::programme())), Column::text(view.say(&common::when()))];
    let named = |campus: &&str| Column::figure(view.campus(campus));
    columns.extend(campuses.iter().map(named));
    columns.push(Column::figure(view.say(&common::total())));
    let mut rows = Vec::new();
    let mut add = |name: &str, programme: Option<&str>, total: bool| {
        for when in &all {
            let at = |campus: Option<&str>| {
                let classes = when.classes(view, campus).into_iter();
                let mine = |class: &&ClassPath| {
                    programme.is_none_or(|programme| class.programme == programme)
                };
                count(classes.filter(mine).count())
            };
            let mut cells = vec![Cell::text(name), Cell::Text(when.head(view))];
            cells.extend(campuses.iter().map(|campus| Cell::some(at(Some(campus)))));
            cells.push(Cell::Whole(at(None)));
            rows.push(Row { cells, total });
        }
    };
    for programme in view.programmes() {
        add(&view.programme(programme), Some(programme), false);
    }
    add(&view.say(&common::all_programmes()), None, true);
    Table::new("layout_programmes", view.say(&words::programmes_title()), String::new(), columns)
        .stub(2)
        .grouped()
        .rows(rows)
        .totals(|total, row| total.cells[1] == row.cells[1])
        .last_sums()
}
