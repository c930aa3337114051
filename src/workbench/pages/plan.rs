//! The screen of a plan: grids whose cells open what can be decided otherwise.

use crate::domain::{Language, Text};
use crate::words::workbench as words;
use crate::workbench::grid::{Decision, Grid};
use crate::workbench::state::{Choice, Edit};
use maud::{Markup, html};

/// The screen.
pub struct PlanPage<'a> {
    /// Language.
    pub language: Language,
    /// The job that made the plan.
    pub job: u32,
    /// The option that was planned.
    pub choice: &'a Choice,
    /// Its title.
    pub name: String,
    /// Whether the plan is of the option as it is now.
    pub current: bool,
    /// The grids.
    pub grids: Vec<Grid>,
    /// Which is shown.
    pub shown: usize,
}

/// The screen.
pub fn plan(page: &PlanPage<'_>) -> Markup {
    let language = page.language;
    let say = |text: Text| text.get(language).to_owned();
    let grid = &page.grids[page.shown];
    html! {
        @if !page.current { p.notice { (say(words::planned_before())) } }
        p.actions {
            a.button href={ "/results/" (page.job) } { (say(words::result())) }
            a.button href={ "/explain?option=" (page.choice.id) } { (say(words::explain())) }
        }
        nav.sheets aria-label=(say(words::grids())) {
            @for (index, grid) in page.grids.iter().enumerate() {
                a href={ "/plans/" (page.job) "?grid=" (index) }
                    aria-current=[(index == page.shown).then_some("page")] { (grid.title) }
            }
        }
        div.columns {
            div {
                div.scroll.sheet tabindex="0" role="region" aria-label=(grid.title) {
                    table #grid {
                        thead { tr {
                            th scope="col" { (grid.corner) }
                            @for head in &grid.heads { th scope="col" { (head) } }
                        } }
                        tbody {
                            @for (name, cells) in &grid.rows {
                                tr {
                                    th scope="row" { (name) }
                                    @for (head, cell) in grid.heads.iter().zip(cells) {
                                        td {
                                            @if cell.decisions.is_empty() { (cell.text) } @else {
                                                button.decide type="button" aria-haspopup="dialog"
                                                    data-title={ (name) " · " (head) }
                                                    data-decisions=(decisions(&cell.decisions)) {
                                                    @if cell.text.is_empty() { "–" } @else { (cell.text) }
                                                }
                                            }
                                        }
                                    }
                                }
                            }
                        }
                    }
                }
                p.hint { (say(words::how_to_decide())) }
            }
            aside {
                (tentative(page))
                (pins(page))
            }
        }
        (dialog(page))
    }
}

/// What a cell offers, for the script of the page.
fn decisions(all: &[Decision]) -> String {
    serde_json::to_string(all).unwrap_or_default()
}

/// What was chosen so far, to be applied together.
fn tentative(page: &PlanPage<'_>) -> Markup {
    let say = |text: Text| text.get(page.language).to_owned();
    html! {
        form.part #tentative method="post" action={ "/options/" (page.choice.id) "/decide" } {
            h2 { (say(words::tentative())) }
            input type="hidden" name="rev" value=(page.choice.revision);
            ul.changes #chosen {}
            p.hint #none { (say(words::none_chosen())) }
            label { (say(words::as_new_option())) " "
                input type="text" name="name" maxlength="60" placeholder=(say(words::else_same(&page.name)));
            }
            p { button.main #apply disabled { (say(words::apply_together())) } }
        }
    }
}

/// Pins and bans of the option, each to be taken back.
fn pins(page: &PlanPage<'_>) -> Markup {
    let say = |text: Text| text.get(page.language).to_owned();
    let edits = page.choice.edits();
    let pins: Vec<&&Edit> = edits.iter().filter(|edit| edit.path() == "pins").collect();
    html! {
        section.part {
            h2 { (say(words::pinned(pins.len()))) }
            ul.changes {
                @for pin in pins {
                    li {
                        code { (pin.value().unwrap_or_default()) }
                        form.inline method="post" action={ "/options/" (page.choice.id) "/revert" } {
                            input type="hidden" name="rev" value=(page.choice.revision);
                            input type="hidden" name="mark" value=(pin.mark());
                            button.small { (say(words::take_back())) }
                        }
                    }
                }
            }
        }
    }
}

/// The dialog that a cell opens; the script fills it.
fn dialog(page: &PlanPage<'_>) -> Markup {
    let say = |text: Text| text.get(page.language).to_owned();
    html! {
        dialog #decide aria-labelledby="decide-title" {
            h2 #decide-title {}
            ul.decisions #decisions {}
            form method="dialog" { button { (say(words::close())) } }
            template #decision {
                li {
                    span.what {} " "
                    button.small type="button" data-act="pin" { (say(words::pin())) } " "
                    button.small type="button" data-act="forbid" { (say(words::forbid())) } " "
                    form.inline method="post" action="/why" {
                        input type="hidden" name="job" value=(page.job);
                        input type="hidden" name="decision";
                        button.small { (say(words::why())) }
                    }
                }
            }
            template #choice {
                li { b {} " " span.what {} " " button.small type="button" { (say(words::take_back())) } input type="hidden"; }
            }
        }
    }
}
