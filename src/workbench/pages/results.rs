//! The screen of what a job came to: files to take home.

use super::explain::{Repair, repairs};
use crate::domain::{Language, Text};
use crate::words::workbench as words;
use crate::workbench::state::{Job, Stage};
use maud::{Markup, html};

/// The screen.
pub struct ResultPage<'a> {
    /// Language.
    pub language: Language,
    /// The job.
    pub job: &'a Job,
    /// What the program said on standard error.
    pub notes: &'a str,
    /// What it printed.
    pub text: &'a str,
    /// Repairs that it has found.
    pub repairs: &'a [Repair],
    /// Whether there is a calendar.
    pub calendar: bool,
}

/// A text in both languages.
type Words = fn() -> Text;

/// Names of the files with what they are.
const FILES: [(&str, Words); 6] = [
    ("report.docx", words::docx),
    ("report.xlsx", words::xlsx),
    ("report.html", words::html),
    ("calendar.ics", words::ics),
    ("plan.json", words::json),
    ("all.zip", words::zip),
];

/// The screen.
pub fn result(page: &ResultPage<'_>) -> Markup {
    let say = |text: Text| text.get(page.language).to_owned();
    let id = page.job.id;
    html! {
        @if let Stage::Ended(exit) = page.job.stage { p { strong { (say(words::ending(exit))) } } }
        @if !page.notes.trim().is_empty() { pre.notice { (page.notes.trim()) } }
        (repairs(id, page.repairs, page.language))
        @if page.job.has_plan() {
            p { a.button href={ "/plans/" (id) } { (say(words::look_and_decide())) } }
            section.part {
                h2 { (say(words::downloads())) }
                ul.downloads {
                    @for (file, what) in FILES {
                        @if file != "calendar.ics" || page.calendar {
                            li { a href={ "/results/" (id) "/" (file) } download { (say(what())) } " " code { (file) } }
                        }
                    }
                }
            }
        }
        @if !page.text.is_empty() {
            section.part { h2 { (say(words::printed())) } pre.text tabindex="0" { (page.text) } }
        }
    }
}
