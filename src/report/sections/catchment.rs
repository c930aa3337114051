//! Where the pupils of each feeder school go, how, and by which buses; only for
//! a plan that tells them apart.

use crate::domain::{Feeder, Term};
use crate::ids::{CampusId, FeederId, TermId};
use crate::plan::{Coming, bus_use, ways};
use crate::report::document::{Cell, Column, Mark, Row, Section, Table};
use crate::report::view::{View, figures};
use crate::words::{catchment as words, report as common};
use std::collections::BTreeMap;

/// Pupils below this are none.
const NOBODY: f64 = 1e-6;

/// A half that sums of floating-point numbers may miss from below.
const HALF: f64 = 0.5 + 1e-6;

/// The section; nothing where no class tells its feeder schools apart.
#[must_use]
pub fn section(view: &View) -> Option<Section> {
    let told = view.plan.classes.iter().any(|class| !class.feeders.is_empty());
    told.then(|| {
        let section = Section::new(view.say(&words::heading())).note(view.say(&words::note()));
        [Some(catchments(view)), way_table(view), Some(buses(view))]
            .into_iter()
            .flatten()
            .fold(section, Section::table)
    })
}

fn feeders<'a>(view: &View<'a>) -> Vec<(FeederId, &'a Feeder)> {
    let enrolment = view.scenario.enrolment.iter();
    enrolment.flat_map(|one| one.feeders.iter_enumerated()).collect()
}

/// Rounds amounts so that they add up to their sum rounded.
fn whole(amounts: &mut [f64]) {
    let (mut sum, mut given) = (0.0, 0.0);
    for amount in amounts {
        sum += *amount;
        let due = f64::floor(sum + HALF);
        *amount = due - given;
        given = due;
    }
}

/// Pupils by programme, feeder school and the campus that they enter, by entry.
fn catchments(view: &View) -> Table {
    let kept = || view.plan.classes.iter().filter(|class| !class.feeders.is_empty());
    let mut entries: Vec<Term> = kept().map(|class| class.entry.0).collect();
    entries.sort_unstable();
    entries.dedup();
    let mut columns = vec![
        Column::text(view.say(&common::programme())),
        Column::text(view.say(&words::feeder())),
        Column::text(view.say(&common::campus())),
    ];
    columns.extend(view.term_columns(&entries));
    columns.push(Column::figure(view.say(&common::total())));
    let mut rows = Vec::new();
    for programme in view.programmes() {
        let lines = by_place(view, programme, &entries);
        rows.extend(lines.into_iter().map(|((feeder, campus), values)| {
            let name = |id: FeederId| {
                let found = feeders(view).into_iter().find(|(other, _)| *other == id);
                found.map_or_else(String::new, |(_, feeder)| view.say(&feeder.name))
            };
            let mut cells = vec![
                Cell::Text(view.programme(programme)),
                Cell::Text(name(feeder)),
                Cell::Text(view.say(&view.scenario.campuses[campus].name)),
            ];
            let total = values.iter().sum();
            cells.extend(figures(values));
            cells.push(Cell::Whole(total));
            Row::new(cells)
        }));
    }
    let (title, empty) = (words::catchments_title(), words::no_catchments());
    Table::new("catchments", view.say(&title), view.say(&empty), columns)
        .stub(3)
        .grouped()
        .rows(rows)
        .last_sums()
}

/// Whole pupils of a programme by feeder school and the campus that they enter,
/// one figure for each entry; the figures of an entry add up to those admitted.
fn by_place(
    view: &View,
    programme: &str,
    entries: &[Term],
) -> BTreeMap<(FeederId, CampusId), Vec<f64>> {
    let mut lines: BTreeMap<(FeederId, CampusId), Vec<f64>> = BTreeMap::new();
    for class in view.plan.classes.iter().filter(|class| class.programme == programme) {
        let seat = class.seats.first();
        let campus = seat.and_then(|seat| view.scenario.keys.campus(&seat.campus));
        let entry = entries.iter().position(|entry| *entry == class.entry.0);
        let (Some(campus), Some(entry)) = (campus, entry) else { continue };
        for (id, feeder) in feeders(view) {
            let pupils = class.feeders.get(&feeder.id).map_or(0.0, |pupils| pupils.0);
            if pupils > NOBODY {
                let line = lines.entry((id, campus)).or_insert_with(|| vec![0.0; entries.len()]);
                line[entry] += pupils;
            }
        }
    }
    for entry in 0..entries.len() {
        let mut column: Vec<f64> = lines.values().map(|line| line[entry]).collect();
        whole(&mut column);
        for (line, value) in lines.values_mut().zip(column) {
            line[entry] = value;
        }
    }
    lines
}

/// Who goes to a campus from a feeder school in a term.
type Ways = BTreeMap<(FeederId, CampusId), Coming>;

/// The term in which most pupils are in school who are told apart.
fn fullest(view: &View) -> Option<(TermId, Ways)> {
    let terms = view.scenario.calendar.term_ids();
    let all = terms.map(|term| (term, ways(view.scenario, view.plan, term)));
    let students = |ways: &Ways| -> f64 { ways.values().map(|one| one.students).sum() };
    all.reduce(|most, next| if students(&next.1) > students(&most.1) { next } else { most })
}

/// By campus and feeder school: the way, and who boards and who rides.
fn way_table(view: &View) -> Option<Table> {
    let (term, ways) = fullest(view)?;
    let mut lines: Vec<_> = ways.into_iter().filter(|(_, one)| one.students > NOBODY).collect();
    lines.sort_by_key(|((feeder, campus), _)| (*campus, *feeder));
    let mut students: Vec<f64> = lines.iter().map(|(_, one)| one.students).collect();
    whole(&mut students);
    let columns = vec![
        Column::text(view.say(&common::campus())),
        Column::text(view.say(&words::feeder())),
        Column::figure(view.say(&words::way_km())).unit(view.say(&words::km())),
        Column::figure(view.say(&words::way_minutes())).unit(view.say(&words::minutes())),
        Column::figure(view.say(&common::students())),
        Column::figure(view.say(&words::boarders())),
        Column::figure(view.say(&words::day_pupils())),
        Column::figure(view.say(&words::riding())),
    ];
    let feeders = feeders(view);
    let rows = lines.into_iter().zip(students).map(|(((id, campus), one), students)| {
        let way = view.scenario.way(id, campus);
        let feeder = feeders.iter().find(|(other, _)| *other == id);
        let boarders = (one.boarders + HALF).floor().min(students);
        let day = students - boarders;
        let riders = (one.riders + HALF).floor().min(day);
        Row::new(vec![
            Cell::Text(view.say(&view.scenario.campuses[campus].name)),
            Cell::Text(feeder.map_or_else(String::new, |(_, one)| view.say(&one.name))),
            way.map_or(Cell::Empty, |way| Cell::Figure(way.length.0)),
            way.map_or(Cell::Empty, |way| Cell::Figure(way.time.0)),
            Cell::Whole(students),
            Cell::Whole(boarders),
            Cell::Whole(day),
            Cell::Whole(riders),
        ])
    });
    let title = words::ways_title(&view.term(view.scenario.calendar.term(term)));
    let empty = view.say(&words::no_catchments());
    Some(
        Table::new("catchment_ways", view.say(&title), empty, columns).stub(2).grouped().rows(rows),
    )
}

/// By campus: riders against seats, routes, the longest way of day pupils, cost.
fn buses(view: &View) -> Table {
    let columns = vec![
        Column::text(view.say(&common::campus())),
        Column::figure(view.say(&words::most_riders())),
        Column::figure(view.say(&words::bus_seats())),
        Column::figure(view.say(&words::routes())),
        Column::figure(view.say(&words::longest_way())).unit(view.say(&words::km())),
        Column::figure(view.say(&words::longest_time())).unit(view.say(&words::minutes())),
        Column::figure(view.say(&words::bus_cost())).unit(view.say(&common::wan_yuan())),
    ];
    let rule = view.scenario.rules.catchment.as_ref();
    let used = bus_use(view.scenario, view.plan).into_iter();
    let rows = used.map(|(campus, one)| {
        let buses = rule.and_then(|rule| rule.buses.get(&campus));
        let seats = buses.and_then(|buses| buses.seats);
        let riders = (one.riders + HALF).floor();
        let short = seats.is_some_and(|seats| one.riders > seats.0 + NOBODY);
        Row::new(vec![
            Cell::Text(view.say(&view.scenario.campuses[campus].name)),
            Cell::Plain(riders, 0, if short { Mark::Short } else { Mark::Ok }),
            match (buses, seats) {
                (_, Some(seats)) => Cell::Whole(seats.0),
                (Some(_), None) => Cell::Text(view.say(&words::unlimited())),
                (None, None) => Cell::Empty,
            },
            Cell::count(one.routes),
            Cell::Figure(one.longest.length.0),
            Cell::Figure(one.longest.time.0),
            Cell::Money(one.cost),
        ])
    });
    let title = view.say(&words::buses_title());
    Table::new("school_buses", title, view.say(&words::no_catchments()), columns).stub(1).rows(rows)
}
