//! Screens of explanations: what is asked, and priced repairs.

use crate::domain::{Language, Text};
use crate::words::workbench as words;
use maud::{Markup, html};

/// A repair that was found and verified.
pub struct Repair {
    /// Its price in 10,000 yuan, written out.
    pub price: String,
    /// What is granted.
    pub granted: Vec<String>,
    /// The changes, as they are given on the command line.
    pub changes: Vec<String>,
}

/// What can be asked about an option: targets by key with their names.
pub fn explain(
    options: &[(u32, String)],
    chosen: u32,
    targets: &[(String, String)],
    language: Language,
) -> Markup {
    let say = |text: Text| text.get(language).to_owned();
    html! {
        form.part method="post" action="/explain" {
            label { (say(words::option())) " "
                select name="option" {
                    @for (id, name) in options { option value=(id) selected[*id == chosen] { (name) } }
                }
            }
            label { (say(words::what_of())) " "
                select name="target" {
                    option value="" { (say(words::any_plan())) }
                    @for (key, name) in targets { option value=(key) { (say(words::reaching(name))) } }
                }
            }
            label { (say(words::minutes())) " "
                input type="number" name="minutes" min="0.05" max="1440" step="any" placeholder=(say(words::as_in_case()));
            }
            button.main { (say(words::ask())) }
            p.hint { (say(words::about_explain())) }
        }
        p.hint { (say(words::about_why())) }
    }
}

/// Repairs with a button each.
pub fn repairs(job: u32, repairs: &[Repair], language: Language) -> Markup {
    let say = |text: Text| text.get(language).to_owned();
    html! {
        @if !repairs.is_empty() {
            section.part {
                h2 { (say(words::repairs(repairs.len()))) }
                ol {
                    @for (number, repair) in repairs.iter().enumerate() {
                        li {
                            strong { (say(words::price(&repair.price))) }
                            ul { @for one in &repair.granted { li { (one) } } }
                            @if !repair.changes.is_empty() {
                                form method="post" action="/repairs" {
                                    input type="hidden" name="job" value=(job);
                                    input type="hidden" name="number" value=(number);
                                    button { (say(words::apply_as_option())) }
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}
