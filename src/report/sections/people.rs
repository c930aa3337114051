//! People by name: who works where, who has which class, who is on duty, who
//! is exchanged, who studies together.

mod assignments;
mod class_teachers;
mod duty;
mod exchange;
mod roll;
mod subject_groups;

pub use duty::{
    Rota, date as duty_date, days, document as duty_document, lines as duty_lines,
    weeks as duty_weeks,
};

use crate::domain::Term;
use crate::plan::{Assignment, Post};
use crate::report::document::Section;
use crate::report::view::{View, seat};
use crate::words::report::people as words;
use roll::Roll;

/// The section; nothing where the plan names nobody.
#[must_use]
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

/// The post of somebody whom the plan names.
fn post<'a>(view: &View<'a>, key: &str) -> Option<&'a Post> {
    view.plan.posts.iter().find(|post| post.key() == key)
}

/// The name of somebody whom the plan names, with the key where another has
/// the same name.
fn name(view: &View, key: &str) -> String {
    let name = post(view, key).map_or(key, |post| post.name.as_str());
    let alike = view.plan.posts.iter().filter(|post| post.name == name);
    if alike.count() > 1 { view.say(&words::titled(name, key)) } else { name.to_owned() }
}

/// Names in one text.
fn names(view: &View, keys: &[String]) -> String {
    let names: Vec<String> = keys.iter().map(|key| name(view, key)).collect();
    view.list(&names)
}

/// Where somebody works in a term: at the base or, in an exchange, at the
/// partner's.
fn works_at<'a>(view: &View<'a>, post: &'a Post, term: Term) -> Option<&'a str> {
    let base = seat(&post.seats, term).filter(|_| view.works(post, term))?;
    let head = view.scenario.rules.exchange.as_ref();
    let head = head.map(|rule| view.scenario.campuses[rule.head].id.as_str());
    let stage = view.stage_of(term);
    let mut pairs = view.plan.exchanges.iter();
    let pair = pairs.find(|pair| {
        pair.from.0 == stage && [&pair.out, &pair.back].iter().any(|key| **key == post.key())
    });
    Some(match (pair, head) {
        (Some(pair), _) if pair.out == post.key() => &pair.branch,
        (Some(_), Some(head)) => head,
        _ => base,
    })
}

/// What somebody does in a term.
fn assignment<'a>(view: &View<'a>, key: &str, term: Term) -> Option<&'a Assignment> {
    let mut assignments = view.plan.assignments.iter();
    assignments.find(|one| one.person == key && one.from.0 <= term && term <= one.until.0)
}
