//! 值班表: the order of turns, and the rota that follows from it.

use super::{name, names};
use crate::domain::{DutyRule, Term, days_after, days_before};
use crate::ids::CampusId;
use crate::plan::DutyOrder;
use crate::report::document::{Cell, Column, Document, Row, Section, Table};
use crate::report::view::View;
use crate::words::report::people as words;
use crate::words::report::{campus, person, term_head};
use chrono::{Datelike, NaiveDate};
use std::collections::BTreeMap;

/// People on duty on a school day of a term.
pub struct Rota<'a> {
    /// Week, from 1.
    pub week: usize,
    /// Day of the week, 1 is Monday.
    pub weekday: u32,
    /// Leaders by what the plan calls them.
    pub leaders: Vec<&'a str>,
    /// Class teachers likewise.
    pub class_teachers: Vec<&'a str>,
}

/// The days of a term at a campus: on school day d, counted from 0, with k on
/// duty a day, those at places d·k, …, d·k + k − 1 of the order, round and
/// round.
pub fn days<'a>(
    rule: &DutyRule,
    at: CampusId,
    weeks: usize,
    order: &'a DutyOrder,
) -> Vec<Rota<'a>> {
    let on_duty = |people: &'a [String], day: usize, a_day: u32| -> Vec<&'a str> {
        let turn = people.iter().map(String::as_str).cycle();
        let a_day = a_day as usize;
        let first = if people.is_empty() { 0 } else { day * a_day % people.len() };
        turn.skip(first).take(a_day).collect()
    };
    let school_days = rule.days as usize;
    (0..weeks * school_days)
        .map(|day| Rota {
            week: day / school_days + 1,
            weekday: u32::try_from(day % school_days + 1).unwrap_or(u32::MAX),
            leaders: on_duty(&order.leaders, day, rule.leaders),
            class_teachers: on_duty(&order.class_teachers, day, rule.class_teachers(at)),
        })
        .collect()
}

/// The day of a rota: week 1 is the week of the term's first teaching day, or
/// the next where that is at a weekend.
pub fn date(view: &View, term: Term, (week, weekday): (usize, u32)) -> NaiveDate {
    let first = view.scenario.calendar.first_day(term);
    let since_monday = first.weekday().num_days_from_monday();
    let monday = match since_monday {
        5.. => days_after(first, 7 - since_monday),
        days => days_before(first, days),
    };
    let weeks = u32::try_from(week.saturating_sub(1)).unwrap_or(u32::MAX);
    days_after(monday, weeks.saturating_mul(7).saturating_add(weekday - 1))
}

/// Whole teaching weeks of a term.
#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
pub fn weeks(view: &View) -> usize {
    view.scenario.calendar.weeks.floor() as usize
}

fn place(view: &View, order: &DutyOrder) -> Option<CampusId> {
    let campuses = &view.scenario.campuses;
    campuses.position(|one| one.id == order.campus)
}

/// The orders of a term, one line for each campus and role.
pub(super) fn at(view: &View, term: Term) -> Table {
    let mut columns = vec![
        Column::text(view.say(&campus())),
        Column::text(view.say(&words::role())),
        Column::figure(view.say(&words::days_a_week())),
    ];
    columns.push(Column::text(view.say(&words::turns())));
    let mut rows = Vec::new();
    let orders = view.plan.duty.iter().filter(|one| one.term.0 == term);
    for (order, rule) in orders.zip(std::iter::repeat(view.scenario.rules.duty.as_ref())) {
        let (Some(rule), Some(at)) = (rule, place(view, order)) else {
            continue;
        };
        let lists = [
            (words::leaders(), rule.leaders, &order.leaders),
            (words::class_teachers(), rule.class_teachers(at), &order.class_teachers),
        ];
        for (role, a_day, people) in lists {
            let turns = u32::try_from(people.len()).unwrap_or(u32::MAX);
            if turns > 0 && a_day > 0 {
                rows.push(Row::new(vec![
                    Cell::Text(view.campus(&order.campus)),
                    Cell::Text(view.say(&role)),
                    Cell::Whole((a_day * rule.days).div_ceil(turns).into()),
                    Cell::Text(names(view, people)),
                ]));
            }
        }
    }
    Table::new(
        "duty",
        view.say(&words::duty_title(&view.term(term))),
        view.say(&words::no_duty()),
        columns,
    )
    .grouped()
    .rows(rows)
}

/// The orders of all terms; for files.
pub(super) fn all(view: &View) -> Table {
    let heads = [term_head(), campus(), words::leaders(), words::class_teachers()];
    let columns = heads.map(|head| Column::text(view.say(&head))).into();
    let rows = view.plan.duty.iter().map(|order| {
        Row::new(vec![
            Cell::Term(order.term.0),
            Cell::Text(view.campus(&order.campus)),
            Cell::Text(names(view, &order.leaders)),
            Cell::Text(names(view, &order.class_teachers)),
        ])
    });
    Table::new(
        "duty_orders",
        view.say(&words::duty_orders_title()),
        view.say(&words::no_duty()),
        columns,
    )
    .rows(rows)
    .for_files()
}

/// The rotas of a term, week by week: a section for each campus.
pub fn document(view: &View, rule: &DutyRule, orders: &[&DutyOrder], term: Term) -> Document {
    let title = words::rota_document(&view.say(&view.scenario.name), &view.term(term));
    let mut document = Document { title: view.say(&title), sections: Vec::new() };
    for order in orders {
        if let Some(at) = place(view, order) {
            let days = days(rule, at, weeks(view), order);
            let school_day = |day: &&Rota| {
                let date = date(view, term, (day.week, day.weekday));
                view.scenario.calendar.holiday(date).is_none()
            };
            let worked: Vec<&Rota> = days.iter().filter(school_day).collect();
            let name = view.campus(&order.campus);
            let heading = words::rota_heading(&name, &view.term(term));
            let section = Section::new(view.say(&heading))
                .note(view.say(&fairness(rule, at, order, &worked)))
                .table(by_week(view, (rule, term), &days));
            document.sections.push(section);
        }
    }
    document
}

/// How many people a day, and how many days the most and the least have.
fn fairness(
    rule: &DutyRule,
    at: CampusId,
    order: &DutyOrder,
    days: &[&Rota],
) -> crate::domain::Text {
    let people = order.class_teachers.iter();
    let mut times: BTreeMap<&str, usize> = people.map(|key| (key.as_str(), 0)).collect();
    for key in days.iter().flat_map(|day| &day.class_teachers) {
        *times.entry(key).or_default() += 1;
    }
    let most = times.values().max().copied().unwrap_or(0);
    let least = times.values().min().copied().unwrap_or(0);
    words::rota_note(rule.leaders, rule.class_teachers(at), most, least)
}

fn by_week(view: &View, (rule, term): (&DutyRule, Term), days: &[Rota]) -> Table {
    let mut columns = vec![Column::text(view.say(&words::week()))];
    for day in 1..=rule.days {
        columns.push(Column::text(view.say(&words::weekday(day))));
    }
    let list = |keys: &[&str]| {
        let names: Vec<String> = keys.iter().map(|key| name(view, key)).collect();
        view.list(&names)
    };
    let rows = days.chunks(rule.days as usize).map(|week| {
        let number = week.first().map_or(0, |day| day.week);
        let [from, until] = [1, rule.days].map(|day| {
            let day = date(view, term, (number, day));
            format!("{}-{}", day.month(), day.day())
        });
        let mut cells = vec![Cell::Text(view.say(&words::week_of(number, &from, &until)))];
        cells.extend(week.iter().map(|day| {
            let on = date(view, term, (day.week, day.weekday));
            if let Some(holiday) = view.scenario.calendar.holiday(on) {
                return Cell::Text(view.say(&holiday.name));
            }
            let (leaders, teachers) = (list(&day.leaders), list(&day.class_teachers));
            Cell::Text(if leaders.is_empty() || teachers.is_empty() {
                leaders + &teachers
            } else {
                view.say(&words::on_duty(&leaders, &teachers))
            })
        }));
        Row::new(cells)
    });
    Table::new("duty_weeks", view.say(&words::rota_title()), view.say(&words::no_duty()), columns)
        .rows(rows)
}

/// The rotas of a term with a line for each person and day.
pub fn lines(view: &View, rule: &DutyRule, orders: &[&DutyOrder]) -> Table {
    let heads = [
        term_head(),
        campus(),
        words::week(),
        words::weekday_head(),
        words::date_head(),
        words::role(),
        person(),
    ];
    let columns = heads.map(|head| Column::text(view.say(&head))).into();
    let mut rows = Vec::new();
    for order in orders {
        let Some(at) = place(view, order) else {
            continue;
        };
        for day in days(rule, at, weeks(view), order) {
            let date = date(view, order.term.0, (day.week, day.weekday));
            if view.scenario.calendar.holiday(date).is_some() {
                continue;
            }
            let leaders = day.leaders.iter().map(|key| (words::leaders(), key));
            let teachers = day.class_teachers.iter();
            let teachers = teachers.map(|key| (words::class_teachers(), key));
            for (role, key) in leaders.chain(teachers) {
                rows.push(Row::new(vec![
                    Cell::Term(order.term.0),
                    Cell::Text(view.campus(&order.campus)),
                    Cell::count(day.week),
                    Cell::Text(view.say(&words::weekday(day.weekday))),
                    Cell::Day(date),
                    Cell::Text(view.say(&role)),
                    Cell::Text(name(view, key)),
                ]));
            }
        }
    }
    Table::new("duty_days", view.say(&words::rota_title()), view.say(&words::no_duty()), columns)
        .rows(rows)
}
