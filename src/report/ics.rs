//! Milestones and recurring events as an iCalendar file (RFC 5545): one all-day
//! entry for each milestone and for each day of an event.
//!
//! Days of an event stand one by one, not as a rule: no rule can say which days
//! are holidays and which campus has its turn. Nothing comes from the clock:
//! the same plan gives the same bytes, and an entry keeps its UID when the plan
//! changes, so that a calendar that takes the file again replaces it.

use super::sections::agenda::{comes_after, name, place, responsible, standing};
use super::view::View;
use crate::domain::{Event, Language, days_after};
use crate::plan::{MilestoneResult, MilestoneStatus, Occurrence, occurrences};
use crate::scenario;
use crate::words::report::agenda as words;
use chrono::{NaiveDate, NaiveTime};
use icalendar::{Calendar, Component, Event as Entry, EventLike, Property};
use std::io::Read;

/// The days that a file covers, both ends included.
#[derive(Clone, Copy, Debug, Default)]
pub struct Range {
    /// First day; no limit if absent.
    pub from: Option<NaiveDate>,
    /// Last day; no limit if absent.
    pub until: Option<NaiveDate>,
}

impl Range {
    fn holds(self, day: NaiveDate) -> bool {
        self.from.is_none_or(|from| from <= day) && self.until.is_none_or(|until| day <= until)
    }
}

/// A file and how many entries it has.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct File {
    /// Its text, with the line ends of the format.
    pub text: String,
    /// Entries.
    pub entries: usize,
}

/// The calendar of a plan.
pub fn render(view: &View, range: Range) -> File {
    let mut entries = Vec::new();
    for result in &view.plan.milestones {
        let day = result.date.unwrap_or(result.due);
        if range.holds(day) {
            entries.push((day, milestone(view, result, day)));
        }
    }
    for one in &view.scenario.events {
        for at in occurrences(view.scenario, view.plan, one) {
            if range.holds(at.day) {
                entries.push((at.day, event(view, one, &at)));
            }
        }
    }
    entries.sort_by_key(|(day, _)| *day);
    let count = entries.len();
    let mut calendar = Calendar::empty();
    calendar.append_property(("VERSION", "2.0"));
    calendar.append_property(("PRODID", program(view.language).as_str()));
    calendar.append_property(("CALSCALE", "GREGORIAN"));
    calendar.append_property(("METHOD", "PUBLISH"));
    for key in ["NAME", "X-WR-CALNAME"] {
        // The library escapes what it knows to be text.
        let title = line(&view.say(&view.scenario.name));
        let mut title = Property::new(key, title);
        calendar.append_property(title.add_parameter("VALUE", "TEXT").done());
    }
    calendar.extend(entries.into_iter().map(|(_, entry)| entry));
    File { text: calendar.to_string(), entries: count }
}

fn program(language: Language) -> String {
    let language = match language {
        Language::Zh => "ZH",
        Language::En => "EN",
    };
    let (name, version) = (env!("CARGO_PKG_NAME"), env!("CARGO_PKG_VERSION"));
    format!("-//{name}//{name} {version}//{language}")
}

/// Whether a file is a calendar that this program has written.
pub fn is_ours(file: &std::fs::File) -> bool {
    let mut head = Vec::new();
    let read = file.take(HEAD).read_to_end(&mut head);
    let head = String::from_utf8_lossy(&head);
    let made = format!("\r\nPRODID:-//{}//", env!("CARGO_PKG_NAME"));
    read.is_ok() && head.starts_with("BEGIN:VCALENDAR\r\n") && head.contains(&made)
}

/// Bytes of a calendar's head, before its title.
const HEAD: u64 = 100;

/// An entry of a day; `key` tells it from all others of the scenario.
fn entry(view: &View, key: &str, day: NaiveDate, title: &str) -> Entry {
    let calendar = &view.scenario.calendar;
    let stamp = calendar.first_day(calendar.first).and_time(NaiveTime::MIN);
    let mut entry = Entry::new();
    entry
        .uid(&uid(view, key))
        .timestamp(stamp.and_utc())
        .summary(&line(title))
        .starts(day)
        .ends(days_after(day, 1))
        .add_property("TRANSP", "TRANSPARENT");
    entry
}

/// The scenario's title and the key of an entry, as one word.
fn uid(view: &View, key: &str) -> String {
    let title = &view.scenario.name;
    let digest = scenario::hash(&format!("{}\n{}\n{key}", title.zh, title.en));
    format!("{}@{}", &digest[..32], env!("CARGO_PKG_NAME"))
}

fn milestone(view: &View, result: &MilestoneResult, day: NaiveDate) -> Entry {
    let key = &result.milestone;
    let how = view.say(&standing(view, result));
    let name = name(view, key);
    let title = if result.status == MilestoneStatus::OnTime {
        name
    } else {
        view.say(&words::milestone_off(&name, &how))
    };
    let mut lines = Vec::new();
    let mut add = |label: crate::domain::Text, value: String| {
        if !value.is_empty() {
            let line = words::labelled(&label.zh, &label.en, &value);
            lines.push(view.say(&line));
        }
    };
    let begins = result.begins.map_or_else(String::new, |day| day.to_string());
    add(words::begins_on(), begins);
    add(words::due_on(), result.due.to_string());
    add(words::standing_head(), how);
    add(words::comes_after(), comes_after(view, key));
    add(words::responsible(), responsible(view, key));
    let mut entry = entry(view, &format!("milestone {key}"), day, &title);
    entry
        .description(&text(&lines.join("\n")))
        .categories([view.say(&words::category_milestone())]);
    entry
}

fn event(view: &View, event: &Event, at: &Occurrence) -> Entry {
    let title = view.say(&event.name);
    let key = format!("event {} {}", event.id, at.day);
    let mut entry = entry(view, &key, at.day, &title);
    entry.categories([view.say(&words::category_event())]);
    let place = place(view, event, at);
    if !place.is_empty() {
        entry.location(&line(&place));
    }
    entry
}

/// A text without control characters but line ends.
fn text(text: &str) -> String {
    let allowed = |letter: &char| *letter == '\n' || !letter.is_control();
    text.chars().filter(allowed).collect()
}

/// A text on one line.
fn line(of: &str) -> String {
    text(&of.replace('\n', " "))
}
