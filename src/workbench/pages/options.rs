//! The screen of base and options.

use super::findings::{Place, findings};
use crate::diagnostic::Diagnostic;
use crate::domain::{Language, Text};
use crate::words::workbench as words;
use crate::workbench::state::{BASE, Choice};
use maud::{Markup, html};

/// How an option stands.
#[derive(Clone, Debug, PartialEq)]
pub enum Standing {
    /// Never planned.
    New,
    /// A job waits or runs.
    Running,
    /// Its last plan is of the option as it is now, or as it was before: number of the
    /// job, and whether it is of now.
    Planned(u32, bool),
    /// Its last job gave no plan: the job, and its exit code.
    Failed(u32, i32),
}

/// An option on the screen.
pub struct Line<'a> {
    /// The option.
    pub choice: &'a Choice,
    /// Its title.
    pub name: String,
    /// How it stands.
    pub standing: Standing,
    /// Whether it can't be used as it is.
    pub broken: bool,
}

/// The screen.
pub struct OptionsPage<'a> {
    /// Language.
    pub language: Language,
    /// The base's file.
    pub file: &'a str,
    /// What was found in the base.
    pub found: &'a [Diagnostic],
    /// Where findings stand.
    pub place: Place<'a>,
    /// The options, the base first.
    pub lines: Vec<Line<'a>>,
}

/// The first screen, without a base: files in the folder to choose from.
pub fn first(files: &[String], gone: Option<&Text>, language: Language) -> Markup {
    let say = |text: Text| text.get(language).to_owned();
    html! {
        @if let Some(why) = gone { p.notice.bad { (why.get(language)) } }
        p { (say(words::no_base())) }
        @if !files.is_empty() {
            form.part method="post" action="/base" {
                fieldset {
                    legend { (say(words::choose_base())) }
                    @for (index, file) in files.iter().enumerate() {
                        label.choice {
                            input type="radio" name="file" value=(file) checked[index == 0];
                            " " (file)
                        }
                    }
                }
                button.main { (say(words::take())) }
            }
        }
        (upload("base", &say(words::upload_base()), language))
        p { a href="/template.xlsx" download { (say(words::template())) } }
    }
}

fn upload(kind: &str, label: &str, language: Language) -> Markup {
    let id = format!("upload-{kind}");
    html! {
        form.part.upload data-upload=(kind) {
            label for=(id) { (label) }
            input #(id) type="file" name="file" accept=".xlsx,.xlsm,.ron" required;
            button { (words::send().get(language)) }
            p.sent role="alert" {}
        }
    }
}

/// The screen.
pub fn options(page: &OptionsPage<'_>) -> Markup {
    let language = page.language;
    let say = |text: Text| text.get(language).to_owned();
    html! {
        p { (say(words::base_file(page.file))) }
        (findings(page.found, page.place, language))
        div.scroll {
            table {
                caption.hidden-text { (say(words::options())) }
                thead { tr {
                    th scope="col" { (say(words::option())) }
                    th scope="col" { (say(words::changes_head())) }
                    th scope="col" { (say(words::standing())) }
                    th scope="col" { (say(words::actions())) }
                } }
                tbody { @for line in &page.lines { (row(line, language)) } }
            }
        }
        form.part method="post" action="/options" {
            label { (say(words::new_option())) " " input type="text" name="name" required maxlength="60"; }
            label { (say(words::copied_from())) " "
                select name="copy_of" {
                    @for line in &page.lines {
                        option value=(line.choice.id) {
                            @if line.choice.id == BASE { (say(words::no_changes())) } @else { (line.name) }
                        }
                    }
                }
            }
            button.main { (say(words::make())) }
        }
        (upload("option", &say(words::upload_option()), language))
        details.part {
            summary { (say(words::other_base())) }
            (upload("base", &say(words::upload_base()), language))
        }
    }
}

fn row(line: &Line<'_>, language: Language) -> Markup {
    let say = |text: Text| text.get(language).to_owned();
    let id = line.choice.id;
    html! {
        tr {
            th scope="row" { (line.name) }
            td.num { @if id == BASE && line.choice.edits().is_empty() { "–" } @else { (line.choice.edits().len()) } }
            td { (standing(&line.standing, line.broken, language)) }
            td.actions {
                a.button href={ "/options/" (id) "/data" } { (say(words::data())) }
                @if !line.broken {
                    form.inline method="post" action="/jobs" {
                        input type="hidden" name="option" value=(id);
                        button { (say(words::run())) }
                    }
                }
                details.more {
                    summary { (say(words::more())) }
                    a href={ "/options/" (id) "/case.xlsx" } download { (say(words::as_workbook())) }
                    @if !line.choice.edits().is_empty() {
                        a href={ "/options/" (id) "/option.ron" } download { (say(words::as_overlay())) }
                    }
                    @if id != BASE {
                        form method="post" action={ "/options/" (id) "/rename" } {
                            input type="hidden" name="rev" value=(line.choice.revision);
                            label { (say(words::new_name())) " " input type="text" name="name" value=(line.name) required maxlength="60"; }
                            button { (say(words::rename())) }
                        }
                        form method="post" action={ "/options/" (id) "/remove" } {
                            input type="hidden" name="rev" value=(line.choice.revision);
                            button { (say(words::remove())) }
                        }
                    }
                }
            }
        }
    }
}

fn standing(standing: &Standing, broken: bool, language: Language) -> Markup {
    let say = |text: Text| text.get(language).to_owned();
    html! {
        @if broken { strong.bad { (say(words::broken())) } " " }
        @match standing {
            Standing::New => { (say(words::never_planned())) }
            Standing::Running => { a href="/jobs" { (say(words::under_way())) } }
            Standing::Planned(job, now) => {
                a href={ "/results/" (job) } {
                    @if *now { (say(words::planned())) } @else { (say(words::planned_before())) }
                }
            }
            Standing::Failed(job, exit) => {
                a href={ "/results/" (job) } { (say(words::ending(*exit))) }
            }
        }
    }
}
