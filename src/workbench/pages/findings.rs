//! What was found in a scenario, with links to the cells.

use crate::diagnostic::{Diagnostic, Severity};
use crate::domain::{Language, Text};
use crate::words::workbench as words;
use maud::{Markup, html};

/// Where a finding stands on the screen of the data, if it is there.
pub type Place<'p> = &'p dyn Fn(&str) -> Option<String>;

/// Findings, errors first.
pub fn findings(found: &[Diagnostic], place: Place<'_>, language: Language) -> Markup {
    let say = |text: &Text| text.get(language).to_owned();
    let of = |severity| found.iter().filter(move |one: &&Diagnostic| one.severity == severity);
    let list = |severity| {
        html! {
            ul.findings {
                @for one in of(severity) {
                    li {
                        (place_of(one, place, language))
                        (say(&one.message))
                        @for hint in &one.hints { br; small { (say(hint)) } }
                    }
                }
            }
        }
    };
    let (errors, warnings) = (of(Severity::Error).count(), of(Severity::Warning).count());
    html! {
        @if errors > 0 {
            section.notice.bad aria-label=(say(&words::errors(errors))) {
                h2 { (say(&words::errors(errors))) }
                (list(Severity::Error))
            }
        }
        @if warnings > 0 {
            details.part {
                summary { (say(&words::warnings(warnings))) }
                (list(Severity::Warning))
            }
        }
    }
}

fn place_of(found: &Diagnostic, place: Place<'_>, language: Language) -> Markup {
    let cell = found.cell.as_ref().map(|cell| (cell.to_string(), cell.value.clone()));
    let name = cell.as_ref().map_or_else(|| found.path.clone(), |(name, _)| name.clone());
    html! {
        @if let Some(link) = place(&found.path) {
            a href=(link) { (name) }
        } @else if !name.is_empty() {
            code { (name) }
        }
        @if let Some((_, value)) = cell.filter(|(_, value)| !value.is_empty()) {
            " " (words::stands_there(&value).get(language))
        }
        " "
    }
}
