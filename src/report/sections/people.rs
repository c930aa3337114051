//! People by name: who works where, who has which class, who is on duty, who
//! is exchanged, who studies together.

mod assignments;
mod class_teachers;
mod duty;
mod exchange;
mod names;
mod roll;
mod subject_groups;

pub use duty::{
    Rota, date as duty_date, days, document as duty_document, lines as duty_lines,
    weeks as duty_weeks,
};

use crate::report::document::Section;
use crate::report::view::View;
use crate::words::report::people as words;
use names::{assignment, name, names, post, works_at};
use roll::Roll;

/// The section; nothing where the plan names nobody.
pub fn section(view: &View) -> Option<Section> {
    if !view.scenario.names_people() {
        return None;
    }
    let calendar = &view.scenario.calendar;
    let roll = Roll::new(view, calendar.term(calendar.target));
    let mut section = Section::new(view.say(&words::people_heading()))
        .note(view.say(&roll.note()))
        .note(view.say(&words::people_note()))
        .table(roll.by_campus())
        .table(assignments::people(view))
        .table(assignments::lines(view));
    if view.scenario.rules.class_teacher {
        section =
            section.table(class_teachers::at(view, roll.term)).table(class_teachers::all(view));
    }
    if view.scenario.rules.duty.is_some() {
        section = section.table(duty::at(view, roll.term)).table(duty::all(view));
    }
    if view.scenario.rules.exchange.is_some() {
        section = section.table(exchange::table(view));
    }
    Some(section.table(subject_groups::table(view, roll.term)))
}
