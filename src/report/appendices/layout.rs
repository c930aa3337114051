//! Campuses and programmes before and after.

use crate::domain::{Term, Text};
use crate::plan::{ClassPath, Post};
use crate::report::document::{Cell, Column, Row, Table};
use crate::report::tally::Tally;
use crate::report::view::{View, seat};
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

    /// Where a member of staff is based.
    fn base<'a>(self, view: &View, post: &'a Post) -> Option<&'a str> {
        match self {
            Self::Before => post.campus_today.as_deref(),
            Self::In(term) => seat(&post.seats, term).filter(|_| view.works(post, term)),
        }
    }
}

fn head(view: &View, when: When, what: &Text) -> Column {
    let (when, what) = (when.head(view), view.say(what));
    Column {
        narrow: Some(format!("{when}\n{what}")),
        ..Column::figure(view.say(&words::what_when(&what, &when)))
    }
}

/// A figure of every campus, and of all together.
struct ByCampus<'a> {
    campuses: Tally<Option<&'a str>>,
    all: Tally<()>,
}

impl<'a> ByCampus<'a> {
    /// Classes, students and staff.
    fn all(view: &View<'a>, all: &[When]) -> [Self; 3] {
        let classes = &view.plan.classes;
        let there =
            |class: &'a ClassPath, when: When| when.there(view, class).then(|| when.campus(class));
        [
            Self::over(classes, all, |class, when| Some((there(class, when)?, 1.0))),
            Self::over(classes, all, |class, when| {
                Some((there(class, when)?, when.students(view, class)))
            }),
            Self::over(&view.plan.posts, all, |post, when| {
                when.base(view, post).map(|campus| (Some(campus), 1.0))
            }),
        ]
    }

    fn over<T>(
        items: &'a [T],
        all: &[When],
        counted: impl Fn(&'a T, When) -> Option<(Option<&'a str>, f64)>,
    ) -> Self {
        Self {
            campuses: Tally::over(items, all, &counted),
            all: Tally::over(items, all, |item, when| {
                counted(item, when).map(|(_, figure)| ((), figure))
            }),
        }
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
    let figures = ByCampus::all(view, &all);
    let cells = |name: String, of: &dyn Fn(&ByCampus) -> Vec<f64>| {
        let figures = figures.each_ref().map(of);
        let mut cells = vec![Cell::Text(name)];
        for index in 0..all.len() {
            cells.extend(figures.iter().map(|figures| Cell::some(figures[index])));
        }
        cells
    };
    let rows = view.campuses().map(|campus| {
        let figures = |figures: &ByCampus| figures.campuses.get(&Some(campus));
        Row::new(cells(view.campus(campus), &figures)).keyed([campus])
    });
    let total = Row::total(cells(view.say(&common::total()), &|figures| figures.all.get(&())));
    Table::new("layout_campuses", view.say(&words::campuses_title()), String::new(), columns)
        .stub(1)
        .keyed(&[0])
        .rows(rows.chain([total]))
        .totals(|_, _| true)
}

/// A programme and a campus; nothing stands for all.
type Key<'k> = (Option<&'k str>, Option<&'k str>);

/// Classes of every programme at every campus, before and then.
pub(super) fn by_programme<'a>(view: &View<'a>) -> Table {
    let all = When::all(view);
    let campuses: Vec<&str> = view.campuses().collect();
    let mut columns =
        vec![Column::text(view.say(&common::programme())), Column::text(view.say(&common::when()))];
    let named = |campus: &&str| Column::figure(view.campus(campus));
    columns.extend(campuses.iter().map(named));
    columns.push(Column::figure(view.say(&common::total())));
    let tally = |key: fn(&'a ClassPath, &'a str) -> Key<'a>, somewhere: bool| {
        Tally::of(view, &all, |class, when| {
            let campus = when.campus(class);
            let campus = if somewhere { campus? } else { campus.unwrap_or_default() };
            when.there(view, class).then(|| (key(class, campus), 1.0))
        })
    };
    let placed = tally(|class, campus| (Some(&class.programme), Some(campus)), true);
    let by_programme = tally(|class, _| (Some(&class.programme), None), false);
    let by_campus = tally(|_, campus| (None, Some(campus)), true);
    let everywhere = tally(|_, _| (None, None), false);
    let mut rows = Vec::new();
    let mut add = |name: &str, programme: Option<&str>, total: bool| {
        let (here, whole) = match programme {
            Some(_) => (&placed, &by_programme),
            None => (&by_campus, &everywhere),
        };
        let figures: Vec<Vec<f64>> =
            campuses.iter().map(|campus| here.get(&(programme, Some(*campus)))).collect();
        let whole = whole.get(&(programme, None));
        for (index, when) in all.iter().enumerate() {
            let mut cells = vec![Cell::text(name), Cell::Text(when.head(view))];
            cells.extend(figures.iter().map(|figures| Cell::some(figures[index])));
            cells.push(Cell::Whole(whole[index]));
            rows.push(Row { total, ..Row::new(cells) }.keyed(programme));
        }
    };
    for programme in view.programmes() {
        add(&view.programme(programme), Some(programme), false);
    }
    add(&view.say(&common::all_programmes()), None, true);
    Table::new("layout_programmes", view.say(&words::programmes_title()), String::new(), columns)
        .stub(2)
        .keyed(&[0])
        .grouped()
        .rows(rows)
        .totals(|total, row| total.cells[1] == row.cells[1])
        .last_sums()
}
