//! Milestones and recurring events.

use crate::domain::{Event, Milestone, Text};
use crate::plan::{MilestoneResult, MilestoneStatus, Occurrence, occurrences};
use crate::report::document::{Cell, Column, Row, Section, Table};
use crate::report::gantt::Axis;
use crate::report::view::View;
use crate::words::report::agenda as words;
use chrono::NaiveDate;

/// The section; nothing if the scenario has neither milestones nor events.
#[must_use]
pub fn section(view: &View) -> Option<Section> {
    let scenario = view.scenario;
    if scenario.milestones.is_empty() && scenario.events.is_empty() {
        return None;
    }
    let mut section = Section::new(view.say(&words::agenda_heading()));
    if let Some(axis) = Axis::new(&view.plan.milestones) {
        section = section
            .note(view.say(&words::agenda_note()))
            .sign(view.say(&words::gantt_note(axis.months)))
            .table(gantt(view, axis))
            .table(months(view, axis))
            .table(milestones(view));
    }
    if !scenario.events.is_empty() {
        section = section.table(events(view)).table(event_days(view));
    }
    Some(section)
}

/// How the milestones stand, in a sentence; nothing if there are none.
#[must_use]
pub fn sentence(view: &View) -> Option<Text> {
    let results = &view.plan.milestones;
    let off = results.iter();
    let off = off.filter(|one| one.status != MilestoneStatus::OnTime);
    let off = off.map(|one| {
        let how = view.say(&standing(view, one));
        view.say(&words::milestone_off(&name(view, &one.milestone), &how))
    });
    let off: Vec<String> = off.collect();
    match (results.len(), off.len()) {
        (0, _) => None,
        (all, 0) => Some(words::milestones_on_time(all)),
        (all, off_time) => {
            let list = view.list(&off);
            Some(words::milestones_off(all, all - off_time, &list))
        }
    }
}

/// The milestone of a result.
fn find<'a>(view: &View<'a>, key: &str) -> Option<&'a Milestone> {
    view.scenario.milestones.iter().find(|one| one.id == key)
}

/// The name of a milestone.
#[must_use]
pub fn name(view: &View, key: &str) -> String {
    find(view, key).map_or_else(|| key.to_owned(), |one| view.say(&one.name))
}

/// How a milestone stands.
#[must_use]
pub fn standing(view: &View, result: &MilestoneResult) -> Text {
    let waits = result.waits_for.iter().map(|key| name(view, key));
    let waits = view.list(&waits.collect::<Vec<_>>());
    words::milestone_standing(result.status, result.late_days, &waits)
}

/// The names of what a milestone comes after.
#[must_use]
pub fn comes_after(view: &View, key: &str) -> String {
    let after = find(view, key).map_or(&[][..], |one| &one.after);
    let names = after.iter();
    let names = names.map(|id| view.say(&view.scenario.milestones[*id].name));
    view.list(&names.collect::<Vec<_>>())
}

/// Who is responsible for a milestone.
#[must_use]
pub fn responsible(view: &View, key: &str) -> String {
    let who = find(view, key).and_then(|one| one.responsible.as_ref());
    who.map_or_else(String::new, |who| view.say(who))
}

fn gantt(view: &View, axis: Axis) -> Table {
    let schedule = Column {
        narrow: Some(axis.head()),
        whole: true,
        ..Column::text(view.say(&words::schedule_from(&axis.label(0), axis.months)))
    };
    let columns = vec![
        Column::text(view.say(&words::milestone())),
        schedule,
        Column::text(view.say(&words::standing_head())),
    ];
    let rows = view.plan.milestones.iter().map(|one| {
        Row::new(vec![
            Cell::Text(name(view, &one.milestone)),
            Cell::Text(axis.bar(one).into_iter().collect()),
            Cell::Text(view.say(&standing(view, one))),
        ])
    });
    Table::new("gantt", view.say(&words::gantt_title()), String::new(), columns).rows(rows)
}

/// The same with a column for each mark, for spreadsheets.
fn months(view: &View, axis: Axis) -> Table {
    let mut columns = vec![Column::text(view.say(&words::milestone()))];
    columns.extend((0..axis.marks).map(|mark| Column::text(axis.label(mark))));
    let rows = view.plan.milestones.iter().map(|one| {
        let marks = axis.bar(one).into_iter().map(|mark| match mark {
            '.' => Cell::Empty,
            mark => Cell::text(mark),
        });
        let name = Cell::Text(name(view, &one.milestone));
        Row::new(std::iter::once(name).chain(marks).collect())
    });
    let title = view.say(&words::gantt_months_title());
    Table::new("gantt_months", title, String::new(), columns).rows(rows).for_files()
}

fn day(day: Option<NaiveDate>) -> Cell {
    day.map_or(Cell::Empty, Cell::Day)
}

fn milestones(view: &View) -> Table {
    let columns = vec![
        Column::text(view.say(&words::milestone())),
        Column::text(view.say(&words::begins_on())),
        Column::text(view.say(&words::due_on())),
        Column::text(view.say(&words::reached_on())),
        Column::figure(view.say(&words::late_by())),
        Column::text(view.say(&words::comes_after())),
        Column::text(view.say(&words::responsible())),
    ];
    let never = || Cell::Text(view.say(&words::never()));
    let rows = view.plan.milestones.iter().map(|one| {
        Row::new(vec![
            Cell::Text(name(view, &one.milestone)),
            day(one.begins),
            Cell::Day(one.due),
            one.date.map_or_else(never, Cell::Day),
            Cell::some(one.late_days.into()),
            Cell::Text(comes_after(view, &one.milestone)),
            Cell::Text(responsible(view, &one.milestone)),
        ])
        .keyed([&one.milestone])
    });
    Table::new(
        "milestones",
        view.say(&words::milestones_title()),
        view.say(&words::no_milestones()),
        columns,
    )
    .keyed(&[0])
    .rows(rows)
}

/// When an event comes back.
fn held(view: &View, event: &Event) -> String {
    let when = words::recurrence(event.recurs);
    view.say(&if event.holidays { words::and_holidays(&when.zh, &when.en) } else { when })
}

/// Where an event is held.
fn held_at(view: &View, event: &Event) -> String {
    let names = event.campuses.iter();
    let names = names.map(|id| view.say(&view.scenario.campuses[*id].name));
    let names: Vec<String> = names.collect();
    match names.as_slice() {
        [] => String::new(),
        [one] => one.clone(),
        several => view.say(&words::in_turn(&view.list(several))),
    }
}

/// Where an event is held on a day.
#[must_use]
pub fn place(view: &View, event: &Event, at: &Occurrence) -> String {
    match at.campus {
        Some(campus) => view.say(&view.scenario.campuses[campus].name),
        None if event.campuses.is_empty() => String::new(),
        None => view.say(&words::place_open()),
    }
}

fn events(view: &View) -> Table {
    let columns = vec![
        Column::text(view.say(&words::event())),
        Column::text(view.say(&words::held())),
        Column::text(view.say(&words::held_at())),
        Column::figure(view.say(&words::times())),
        Column::text(view.say(&words::first_time())),
        Column::text(view.say(&words::last_time())),
    ];
    let rows = view.scenario.events.iter().map(|event| {
        let days = occurrences(view.scenario, view.plan, event);
        Row::new(vec![
            Cell::Text(view.say(&event.name)),
            Cell::Text(held(view, event)),
            Cell::Text(held_at(view, event)),
            Cell::count(days.len()),
            day(days.first().map(|one| one.day)),
            day(days.last().map(|one| one.day)),
        ])
        .keyed([&event.id])
    });
    Table::new("events", view.say(&words::events_title()), view.say(&words::no_events()), columns)
        .keyed(&[0])
        .rows(rows)
}

/// Every day of every event, in order.
fn event_days(view: &View) -> Table {
    let columns = vec![
        Column::text(view.say(&words::day())),
        Column::text(view.say(&words::event())),
        Column::text(view.say(&words::held_at())),
    ];
    let mut days = Vec::new();
    for event in &view.scenario.events {
        let all = occurrences(view.scenario, view.plan, event);
        days.extend(all.into_iter().map(|one| (one, event)));
    }
    days.sort_by_key(|(one, _)| one.day);
    let rows = days.into_iter().map(|(one, event)| {
        Row::new(vec![
            Cell::Day(one.day),
            Cell::Text(view.say(&event.name)),
            Cell::Text(place(view, event, &one)),
        ])
    });
    Table::new(
        "event_days",
        view.say(&words::event_days_title()),
        view.say(&words::no_events()),
        columns,
    )
    .rows(rows)
    .for_files()
}
