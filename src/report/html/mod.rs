//! The dossier as a page: one file that asks nothing of any network, complete
//! without its script, which only sorts tables and switches light and dark.

mod cards;
mod tables;

use super::charts::Chart;
use super::document::{Document, Section, Shown, Table};
use super::dossier::Dossier;
use super::sections::verification::verdict;
use crate::domain::{Language, Text, printable};
use crate::words::page as words;
use base64::prelude::{BASE64_STANDARD, Engine};
use maud::{DOCTYPE, Markup, PreEscaped, html};
use sha2::{Digest, Sha256};
use tables::Tables;

/// The light colours.
pub const LIGHT: &str = include_str!("colours.css");
/// The dark colours, as declarations.
pub const DARK: &str = include_str!("dark.css");
const STYLE: &str = concat!(include_str!("colours.css"), include_str!("page.css"));
const SCRIPT: &str = include_str!("page.js");

/// What a page is made of.
struct Parts<'a> {
    language: Language,
    title: &'a str,
    /// Below the title.
    below: Option<String>,
    document: &'a Document,
    /// At the head of the summary.
    cards: Markup,
    charts: &'a [Chart],
    /// What the page was made from.
    foot: Vec<String>,
}

impl Parts<'_> {
    fn say(&self, text: &Text) -> String {
        text.get(self.language).to_owned()
    }
}

/// Renders it: the same bytes for the same dossier.
///
/// # Errors
///
/// None; the other formats have some.
pub fn render(dossier: &Dossier) -> Result<Vec<u8>, Box<dyn std::error::Error>> {
    let view = &dossier.view;
    let terms = view.terms();
    let ends = terms.first().zip(terms.last());
    let span = ends.map(|(first, last)| words::span(&view.term(*first), &view.term(*last)));
    let plan = view.plan;
    let made = words::made(&plan.program.name, &plan.program.version);
    let from = words::from(&plan.scenario.name, &plan.scenario.sha256);
    let parts = Parts {
        language: view.language,
        title: &dossier.title,
        below: span.map(|span| view.say(&span)),
        document: &dossier.document,
        cards: cards::cards(view),
        charts: &dossier.charts,
        foot: vec![
            view.say(&verdict(view.verification)),
            format!("{} {}", view.say(&made), view.say(&from)),
        ],
    };
    Ok(bytes(page(&parts)))
}

/// A report that is not of one plan as a page: the same bytes for the same
/// report. `foot` says what it was made from.
#[must_use]
pub fn leaf(
    document: &Document,
    charts: &[Chart],
    language: Language,
    foot: Vec<String>,
) -> Vec<u8> {
    let document = for_a_page(document);
    let parts = Parts {
        language,
        title: &document.title,
        below: None,
        document: &document,
        cards: html! {},
        charts,
        foot,
    };
    bytes(page(&parts))
}

/// The page without characters that are none of HTML.
fn bytes(page: Markup) -> Vec<u8> {
    let page = page.into_string().replace('\r', "");
    printable(&page).into_owned().into_bytes()
}

/// The document without drawings in characters, as the page has pictures, and
/// without the complete tables that say no more than the short one before them.
fn for_a_page(document: &Document) -> Document {
    let mut document = document.clone();
    for section in &mut document.sections {
        let shown = |table: &Table| table.shown == Shown::Everywhere;
        let short: Vec<Table> = section.tables.iter().filter(|one| shown(one)).cloned().collect();
        section.tables.retain(|table| shown(table) || !short.iter().any(|one| same(one, table)));
    }
    let sections = document.sections.iter_mut();
    for table in sections.flat_map(|section| &mut section.tables) {
        let drawn: Vec<bool> = table.columns.iter().map(|column| column.whole).collect();
        let mut places = drawn.iter();
        table.columns.retain(|_| places.next() == Some(&false));
        for row in &mut table.rows {
            let mut places = drawn.iter();
            row.cells.retain(|_| places.next() == Some(&false));
        }
    }
    document
}

fn same(one: &Table, other: &Table) -> bool {
    (&one.title, &one.columns, &one.rows) == (&other.title, &other.columns, &other.rows)
}

fn page(parts: &Parts) -> Markup {
    let style = style();
    html! {
        (DOCTYPE)
        html lang=(lang(parts.language)) {
            head {
                meta charset="utf-8";
                meta http-equiv="Content-Security-Policy" content=(policy(&style));
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="color-scheme" content="light dark";
                title { (parts.title) }
                style { (PreEscaped(&style)) }
            }
            body {
                a.skip href="#main" { (parts.say(&words::skip())) }
                (top(parts))
                div.frame {
                    (contents(parts))
                    main #main { (story(parts)) (appendix(parts)) }
                }
                footer { @for line in &parts.foot { p { (line) } } }
                script { (PreEscaped(SCRIPT)) }
            }
        }
    }
}

fn lang(language: Language) -> &'static str {
    match language {
        Language::Zh => "zh-CN",
        Language::En => "en",
    }
}

/// The style sheet; its dark colours hold where the system asks for them and
/// where the reader does, never on paper.
fn style() -> String {
    format!(
        "{STYLE}@media screen{{:root[data-theme=dark]{{{DARK}}}}}\n\
         @media screen and (prefers-color-scheme:dark){{:root:not([data-theme=light]){{{DARK}}}}}"
    )
}

/// Nothing is loaded from anywhere; of style sheets and scripts only the
/// page's own are obeyed.
fn policy(style: &str) -> String {
    let hash = |text: &str| BASE64_STANDARD.encode(Sha256::digest(text.as_bytes()));
    format!(
        "default-src 'none'; style-src 'sha256-{}'; script-src 'sha256-{}'; \
         base-uri 'none'; form-action 'none'",
        hash(style),
        hash(SCRIPT)
    )
}

fn top(parts: &Parts) -> Markup {
    html! {
        header.top {
            div {
                h1 { (parts.title) }
                @if let Some(below) = &parts.below { p { (below) } }
            }
            button #theme type="button" data-light=(parts.say(&words::light())) hidden {
                (parts.say(&words::dark()))
            }
        }
    }
}

fn contents(parts: &Parts) -> Markup {
    html! {
        nav aria-label=(parts.say(&words::contents())) {
            details open {
                summary { (parts.say(&words::contents())) }
                ol {
                    @for section in summary(parts.document) {
                        li { a href="#summary" { (section.heading) } }
                    }
                }
                @if !parts.charts.is_empty() {
                    p { (parts.say(&words::charts())) }
                    ol {
                        @for chart in parts.charts {
                            li { a href={ "#chart-" (chart.key) } { (chart.title) } }
                        }
                    }
                }
                p { (parts.say(&words::tables())) }
                ol {
                    @for (index, section) in others(parts.document) {
                        li { a href={ "#part-" (index) } { (section.heading) } }
                    }
                }
            }
        }
    }
}

/// The section with which a document begins.
fn summary(document: &Document) -> impl Iterator<Item = &Section> {
    document.sections.iter().take(1)
}

/// The others, with their numbers.
fn others(document: &Document) -> impl Iterator<Item = (usize, &Section)> {
    document.sections.iter().enumerate().skip(1)
}

/// The summary and the pictures.
fn story(parts: &Parts) -> Markup {
    let mut tables = Tables::new(parts.language, "s");
    html! {
        @for section in summary(parts.document) {
            section #summary {
                h2 { (section.heading) }
                (parts.cards)
                ul.points { @for note in &section.notes { li { (note) } } }
                @for table in &section.tables { div.part { (tables.table(table)) } }
            }
        }
        @if !parts.charts.is_empty() {
            section #charts {
                h2 { (parts.say(&words::charts())) }
                @for chart in parts.charts { (figure(parts, chart)) }
            }
        }
    }
}

fn figure(parts: &Parts, chart: &Chart) -> Markup {
    let mut tables = Tables::new(parts.language, chart.key);
    html! {
        figure #{ "chart-" (chart.key) } {
            h3 { (chart.title) }
            div.picture tabindex="0" role="region" aria-label=(chart.title) {
                (PreEscaped(&chart.svg))
            }
            figcaption { (chart.description) }
            details {
                summary { (parts.say(&words::numbers())) }
                (tables.bare(&chart.numbers))
            }
        }
    }
}

/// All tables but those of the summary.
fn appendix(parts: &Parts) -> Markup {
    html! {
        section #tables {
            h2 { (parts.say(&words::tables())) }
            @for (index, section) in others(parts.document) {
                (part(parts, index, section))
            }
        }
    }
}

fn part(parts: &Parts, index: usize, section: &Section) -> Markup {
    let mut tables = Tables::new(parts.language, &format!("p{index}"));
    html! {
        section.part #{ "part-" (index) } {
            h3 { (section.heading) }
            @for note in section.notes.iter().chain(&section.signs) { p.notes { (note) } }
            @if !section.drawing.is_empty() { pre { (section.drawing.join("\n")) } }
            @for table in &section.tables { (tables.table(table)) }
        }
    }
}
