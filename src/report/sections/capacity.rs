//! Use of rooms, beds and stations against what is there.

use crate::domain::Term;
use crate::plan::CapacityUse;
use crate::report::document::{Cell, Column, Mark, Row, Section, Table};
use crate::report::view::View;
use crate::words::report as words;
use std::collections::{BTreeMap, HashMap};

/// From this share of use on, a place is called tight.
pub const TIGHT: f64 = 0.95;

/// How a use stands to what is there.
#[must_use]
pub fn mark(at: &CapacityUse) -> Mark {
    if at.used > at.available + 1e-4 * at.available.abs().max(1.0) {
        Mark::Short
    } else if at.used >= TIGHT * at.available - 1e-9 && at.used > NOTHING {
        Mark::Tight
    } else {
        Mark::Ok
    }
}

/// Use below this is rounding.
const NOTHING: f64 = 1e-4;

/// The share of what is there that is used, if anything is there.
#[must_use]
pub fn share(at: &CapacityUse) -> Option<f64> {
    (at.available > 0.0).then(|| at.used / at.available)
}

/// The section.
#[must_use]
pub fn section(view: &View) -> Section {
    Section::new(view.say(&words::capacity_heading()))
        .sign(view.say(&words::capacity_note()))
        .table(shares(view))
        .table(tight(view))
        .table(complete(view))
}

/// The use of a resource at a campus, term by term.
type Uses<'a> = BTreeMap<Term, &'a CapacityUse>;

/// The places, by campus and resource, in which there is any use, with it.
fn places<'a>(view: &View<'a>) -> Vec<(&'a str, &'a str, Uses<'a>)> {
    let mut all: HashMap<(&str, &str), Uses> = HashMap::new();
    for indicators in &view.plan.indicators {
        for at in &indicators.capacity {
            let here = all.entry((&at.campus, &at.resource)).or_default();
            here.entry(indicators.term.0).or_insert(at);
        }
    }
    let scenario = view.scenario;
    let mut places = Vec::new();
    for campus in &scenario.campuses {
        for resource in &scenario.resources {
            let uses = all.remove(&(campus.id.as_str(), resource.id.as_str()));
            let any = |uses: &Uses| uses.values().any(|at| at.used > NOTHING);
            if let Some(uses) = uses.filter(any) {
                places.push((campus.id.as_str(), resource.id.as_str(), uses));
            }
        }
    }
    places
}

/// The shares of every place in every term.
#[must_use]
pub fn shares(view: &View) -> Table {
    let terms = view.terms();
    let mut columns =
        vec![Column::text(view.say(&words::campus())), Column::text(view.say(&words::resource()))];
    columns.extend(view.term_columns(&terms));
    let rows = places(view).into_iter().map(|(campus, resource, uses)| {
        let mut cells = vec![Cell::Text(view.campus(campus)), Cell::Text(view.resource(resource))];
        cells.extend(terms.iter().map(|term| {
            let Some(at) = uses.get(term) else {
                return Cell::Empty;
            };
            match share(at) {
                _ if at.used <= 1e-9 => Cell::Empty,
                Some(share) => Cell::Load(share, mark(at)),
                None => Cell::Mark(Mark::Short),
            }
        }));
        Row::new(cells).keyed([campus, resource])
    });
    Table::new(
        "capacity_shares",
        view.say(&words::capacity_shares_title()),
        view.say(&words::no_capacity()),
        columns,
    )
    .stub(2)
    .keyed(&[0, 1])
    .grouped()
    .rows(rows)
}

fn figure_columns(view: &View) -> Vec<Column> {
    vec![
        Column::text(view.say(&words::campus())),
        Column::text(view.say(&words::resource())),
        Column::text(view.say(&words::term_head())),
        Column::figure(view.say(&words::used())),
        Column::figure(view.say(&words::available())),
        Column::figure(view.say(&words::spare())),
        Column::text(view.say(&words::measure())),
        Column::figure(view.say(&words::share_used())),
        Column::text(view.say(&words::result())),
    ]
}

fn figures(view: &View, term: Term, at: &CapacityUse) -> Row {
    Row::new(vec![
        Cell::Text(view.campus(&at.campus)),
        Cell::Text(view.resource(&at.resource)),
        Cell::Term(term),
        Cell::Whole(at.used.round()),
        Cell::Whole(at.available.round()),
        Cell::Whole(at.available.round() - at.used.round()),
        Cell::Text(view.measure(&at.resource)),
        share(at).map_or(Cell::Empty, Cell::Share),
        Cell::Mark(mark(at)),
    ])
    .keyed([&at.campus, &at.resource])
}

/// For each place that is ever tight, its tightest term.
fn tight(view: &View) -> Table {
    let mut rows = Vec::new();
    for (.., uses) in places(view) {
        let mut worst: Option<(Term, &CapacityUse)> = None;
        for (term, at) in uses {
            let spare = at.available - at.used;
            let tighter =
                worst.is_none_or(|(_, worst)| spare < worst.available - worst.used - 1e-9);
            if mark(at) != Mark::Ok && tighter {
                worst = Some((term, at));
            }
        }
        rows.extend(worst.map(|(term, at)| figures(view, term, at)));
    }
    Table::new(
        "capacity_tight",
        view.say(&words::capacity_tight_title()),
        view.say(&words::nowhere_tight()),
        figure_columns(view),
    )
    .keyed(&[0, 1])
    .grouped()
    .rows(rows)
}

/// All figures; for files.
fn complete(view: &View) -> Table {
    let mut rows = Vec::new();
    for (.., uses) in places(view) {
        rows.extend(uses.into_iter().map(|(term, at)| figures(view, term, at)));
    }
    Table::new(
        "capacity",
        view.say(&words::capacity_title()),
        view.say(&words::no_capacity()),
        figure_columns(view),
    )
    .keyed(&[0, 1])
    .rows(rows)
    .for_files()
}
