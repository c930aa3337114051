//! The screen on which options are compared.

use super::document::document;
use crate::domain::{Language, Text};
use crate::report::document::Document;
use crate::words::workbench as words;
use maud::{Markup, html};

/// Options that have a plan: number, title, whether chosen, whether the plan is of
/// earlier data.
pub type Comparable = (u32, String, bool, bool);

/// The screen.
pub fn compare(
    options: &[Comparable],
    report: Option<&Document>,
    all: bool,
    language: Language,
) -> Markup {
    let say = |text: Text| text.get(language).to_owned();
    html! {
        @if options.len() < 2 { p.notice { (say(words::too_few_plans())) } }
        @if !options.is_empty() {
            form.part method="get" action="/compare" {
                fieldset {
                    legend { (say(words::which_options())) }
                    @for (id, name, chosen, earlier) in options {
                        label.choice {
                            input type="checkbox" name="o" value=(id) checked[*chosen];
                            " " (name) @if *earlier { " " small { (say(words::planned_before())) } }
                        }
                    }
                    label.choice { input type="checkbox" name="all" value="1" checked[all]; " " (say(words::show_all())) }
                }
                button.main { (say(words::compare())) }
            }
        }
        @if let Some(report) = report { (document(report, !all, language)) }
    }
}
