//! The screen of the data: the sheets of the workbook, a cell each for a figure.

use crate::analysis::check::{Finding, Grade};
use crate::domain::{Language, Text};
use crate::words::{cli as check_words, report as report_words, workbench as words};
use crate::workbench::state::Choice;
use maud::{Markup, html};

/// A cell.
#[derive(Clone, Debug, Default)]
pub struct Cell {
    /// Field path; empty if it is for reading only.
    pub path: String,
    /// What it shows.
    pub shown: String,
    /// Whether an option has changed it.
    pub changed: bool,
}

/// A change that counts.
#[derive(Clone, Debug)]
pub struct Change {
    /// What it is called by, to take it back.
    pub mark: String,
    /// What it is about.
    pub subject: String,
    /// Field path.
    pub path: String,
    /// Before, and now.
    pub before: String,
    /// Likewise.
    pub after: String,
    /// Where the figure comes from.
    pub source: String,
}

/// The screen.
pub struct DataPage<'a> {
    /// Language.
    pub language: Language,
    /// The option.
    pub choice: &'a Choice,
    /// Names of the sheets, with whether anything stands there.
    pub sheets: Vec<(String, bool)>,
    /// Which is shown.
    pub shown: usize,
    /// What the sheet holds.
    pub about: String,
    /// Heads with their units.
    pub heads: Vec<String>,
    /// Rows.
    pub rows: Vec<Vec<Cell>>,
    /// Changes that count.
    pub changes: Vec<Change>,
    /// The arithmetic.
    pub sums: Vec<Finding>,
}

/// The screen.
pub fn data(page: &DataPage<'_>) -> Markup {
    let language = page.language;
    let say = |text: Text| text.get(language).to_owned();
    let id = page.choice.id;
    html! {
        div.columns {
            div {
                nav.sheets aria-label=(say(words::sheets())) {
                    @for (index, (name, used)) in page.sheets.iter().enumerate() {
                        a href={ "/options/" (id) "/data?sheet=" (index) } .unused[!used]
                            aria-current=[(index == page.shown).then_some("page")] { (name) }
                    }
                }
                p.about { (page.about) }
                (table(page))
                (source_form(page))
            }
            aside {
                div #changes { (changes(page.choice, &page.changes, language)) }
                div #arithmetic { (arithmetic(&page.sums, language)) }
            }
        }
    }
}

fn table(page: &DataPage<'_>) -> Markup {
    let say = |text: Text| text.get(page.language).to_owned();
    html! {
        @if page.rows.is_empty() { p { (say(words::empty_sheet())) } } @else {
            div.scroll.sheet tabindex="0" role="region" aria-label=(page.sheets[page.shown].0) {
                table #sheet data-option=(page.choice.id) data-revision=(page.choice.revision) {
                    thead { tr { @for head in &page.heads { th scope="col" { (head) } } } }
                    tbody {
                        @for row in &page.rows {
                            @let name = row.iter().find(|cell| !cell.shown.is_empty()).map_or("", |cell| &cell.shown);
                            tr {
                                @for (head, cell) in page.heads.iter().zip(row) {
                                    td.changed[cell.changed] {
                                        @if cell.path.is_empty() { (cell.shown) } @else {
                                            input.cell type="text" id=(cell.path) name=(cell.path)
                                                value=(cell.shown) autocomplete="off"
                                                aria-label={ (name) " " (head) };
                                        }
                                    }
                                }
                            }
                        }
                    }
                }
            }
            p.hint { (say(words::how_to_edit())) }
        }
    }
}

/// Where the next figures come from.
fn source_form(page: &DataPage<'_>) -> Markup {
    let say = |text: Text| text.get(page.language).to_owned();
    html! {
        form.part #source data-none="" {
            fieldset {
                legend { (say(words::source_of_changes())) }
                label { (say(words::source_kind())) " "
                    select name="kind" {
                        option value="assumption" { (say(words::assumption())) }
                        option value="statistic" { (say(words::statistic())) }
                        option value="standard" { (say(words::standard())) }
                        option value="seed" { (say(words::proposal())) }
                    }
                }
                label { (say(words::source_note())) " " input type="text" name="note" maxlength="200"; }
                label { (say(words::source_date())) " " input type="text" name="date" placeholder="2026-09" maxlength="10"; }
            }
        }
    }
}

/// The changes that count, each to be taken back.
pub fn changes(choice: &Choice, changes: &[Change], language: Language) -> Markup {
    let say = |text: Text| text.get(language).to_owned();
    let (undo, redo) = choice.can();
    let button = |act: &str, label: String, can: bool| {
        html! {
            form.inline method="post" action={ "/options/" (choice.id) "/" (act) } {
                input type="hidden" name="rev" value=(choice.revision);
                button disabled[!can] { (label) }
            }
        }
    };
    html! {
        section.part {
            h2 { (say(words::changes(changes.len()))) }
            p { (button("undo", say(words::undo()), undo)) " " (button("redo", say(words::redo()), redo)) }
            ul.changes {
                @for change in changes {
                    li {
                        strong { (change.subject) } " " code { (change.path) }
                        br;
                        span.before { (change.before) } " → " span.after { (change.after) }
                        @if !change.source.is_empty() { br; small { (change.source) } }
                        form.inline method="post" action={ "/options/" (choice.id) "/revert" } {
                            input type="hidden" name="rev" value=(choice.revision);
                            input type="hidden" name="mark" value=(change.mark);
                            button.small aria-label={ (say(words::revert())) " " (change.subject) " " (change.path) } { (say(words::revert())) }
                        }
                    }
                }
            }
        }
    }
}

/// The arithmetic of `check`, what is short first.
pub fn arithmetic(sums: &[Finding], language: Language) -> Markup {
    let say = |text: Text| text.get(language).to_owned();
    let mut sums: Vec<&Finding> = sums.iter().collect();
    sums.sort_by_key(|sum| std::cmp::Reverse(sum.grade));
    let enough = sums.iter().filter(|sum| sum.grade == Grade::Enough);
    let line = |sum: &Finding| {
        html! { li class=(class(sum.grade)) { b { (grade(sum.grade, language)) } " " (sum.message.get(language)) } }
    };
    html! {
        section.part aria-label=(say(check_words::arithmetic())) {
            h2 { (say(check_words::arithmetic())) }
            ul.sums { @for sum in sums.iter().filter(|sum| sum.grade != Grade::Enough) { (line(sum)) } }
            details {
                summary { (say(words::enough_of(enough.clone().count()))) }
                ul.sums { @for sum in enough { (line(sum)) } }
            }
        }
    }
}

fn class(grade: Grade) -> &'static str {
    match grade {
        Grade::Enough => "enough",
        Grade::Look | Grade::Due => "look",
        Grade::Tight => "tight",
        Grade::Short => "short",
    }
}

fn grade(grade: Grade, language: Language) -> String {
    let text = match grade {
        Grade::Enough => check_words::enough(),
        Grade::Look => check_words::look(),
        Grade::Due => check_words::due(),
        Grade::Tight => report_words::tight_mark(),
        Grade::Short => report_words::short_mark(),
    };
    text.get(language).to_owned()
}
