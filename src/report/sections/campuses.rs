//! When each campus is used, and for how many classes.

use super::{afterwards, bands};
use crate::domain::{Campus, Term};
use crate::ids::StageId;
use crate::report::document::{Cell, Column, Row, Section, Table};
use crate::report::format;
use crate::report::tally::Tally;
use crate::report::view::{View, seat};
use crate::words::report as words;

/// The section.
#[must_use]
pub fn section(view: &View) -> Section {
    let mut section = Section::new(view.say(&words::campuses_heading()))
        .note(view.say(&words::campuses_note()))
        .table(by_stage(view))
        .table(tenure(view));
    section.tables.extend(afterwards::table(view));
    section.tables.extend(bands::table(view));
    section
}

/// What happens to a campus at the start of a stage.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Change {
    /// It opens.
    Opens,
    /// It goes on.
    Open,
    /// It closes.
    Closes,
    /// It stays closed.
    Closed,
}

/// What happens to a campus, stage by stage.
#[must_use]
pub fn changes(view: &View, campus: &Campus) -> Vec<(Term, Change)> {
    let mut before = campus.in_use;
    let mut changes = Vec::new();
    for start in view.stages() {
        let uses = view.plan.campuses.iter();
        let open =
            uses.filter(|one| one.campus == campus.id && one.from.0 == start).any(|one| one.open);
        let change = match (before, open) {
            (false, true) => Change::Opens,
            (true, true) => Change::Open,
            (true, false) => Change::Closes,
            (false, false) => Change::Closed,
        };
        changes.push((start, change));
        before = open;
    }
    changes
}

/// The term in which a change at the start of a stage shows: a campus that
/// opens is in use from the first term of the stage in which it may be used, one
/// that closes no longer than it might be used in the stage before.
#[must_use]
pub fn when(view: &View, campus: &Campus, (start, change): (Term, Change)) -> Term {
    let scenario = view.scenario;
    let shows = || {
        let id = scenario.campuses.position(|one| one.id == campus.id)?;
        let stage = scenario.calendar.stage_starting(start)?;
        match change {
            Change::Opens => scenario.terms_in_use(id, stage).first().copied(),
            Change::Closes => {
                let before = stage.0.checked_sub(1).map(StageId)?;
                scenario.ends_within(id, before)
            }
            Change::Open | Change::Closed => None,
        }
    };
    shows().unwrap_or(start)
}

fn by_stage(view: &View) -> Table {
    let stages = view.stages();
    let mut columns = vec![Column::text(view.say(&words::campus()))];
    columns.extend(view.term_columns(&stages));
    let terms = view.terms();
    let in_school = Tally::of(view, &terms, |class, term| {
        let campus = seat(&class.seats, term).filter(|_| view.in_school(class, term))?;
        Some((campus, 1.0))
    });
    let rows = view.scenario.campuses.iter().map(|campus| {
        let mut cells = vec![Cell::Text(view.campus(&campus.id))];
        let classes = in_school.get(&campus.id.as_str());
        for (start, change) in changes(view, campus) {
            let classes = most_classes(view, &terms, &classes, start);
            cells.push(match change {
                Change::Opens => Cell::Text(view.say(&words::opens(&format::number(classes, 0)))),
                Change::Open => Cell::Whole(classes),
                Change::Closes => Cell::Text(view.say(&words::closes())),
                Change::Closed => Cell::Empty,
            });
        }
        Row::new(cells).keyed([&campus.id])
    });
    Table::new("campus_use", view.say(&words::campus_use_title()), String::new(), columns)
        .stub(1)
        .keyed(&[0])
        .rows(rows)
}

/// The most classes of a stage, of those of each term.
fn most_classes(view: &View, terms: &[Term], classes: &[f64], start: Term) -> f64 {
    let stage = view.stage_terms(start);
    let within = terms.iter().zip(classes).filter(|(term, _)| stage.contains(term));
    within.map(|(_, classes)| *classes).fold(0.0, f64::max)
}

fn tenure(view: &View) -> Table {
    let columns = vec![
        Column::text(view.say(&words::campus())),
        Column::text(view.say(&words::owner())),
        Column::text(view.say(&words::usable_from())),
        Column::text(view.say(&words::usable_until())),
        Column::text(view.say(&words::opened_in())),
        Column::text(view.say(&words::closed_in())),
    ];
    let term = |term: Option<Term>| term.map_or(Cell::Empty, Cell::Term);
    let rows = view.scenario.campuses.iter_enumerated().map(|(id, campus)| {
        let vacate = view.scenario.rules.relocation.vacate.get(&id);
        let last = vacate.map(|vacate| vacate.plus(-1));
        let until = match (campus.until, last) {
            (Some(until), Some(last)) => Some(until.min(last)),
            (until, last) => until.or(last),
        };
        let all = changes(view, campus);
        let found = |wanted: Change| -> Cell {
            let terms = all.iter().filter(|(_, change)| *change == wanted);
            let terms: Vec<String> = terms.map(|(start, _)| view.term(*start)).collect();
            Cell::Text(view.list(&terms))
        };
        Row::new(vec![
            Cell::Text(view.say(&campus.name)),
            Cell::Text(view.say(&campus.owner)),
            term(campus.from),
            term(until),
            found(Change::Opens),
            found(Change::Closes),
        ])
        .keyed([&campus.id])
    });
    Table::new("campuses", view.say(&words::campuses_title()), String::new(), columns)
        .keyed(&[0])
        .rows(rows)
}
