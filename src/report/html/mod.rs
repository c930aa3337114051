//! The dossier as a page: one file that asks nothing of any network, complete
//! without its script, which only sorts tables and switches light and dark.

mod cards;
mod tables;

use super::charts::Chart;
use super::document::{Document, Section};
use super::dossier::Dossier;
use super::sections::verification::verdict;
use super::view::View;
use crate::domain::Language;
use crate::words::page as words;
use base64::prelude::{BASE64_STANDARD, Engine};
use maud::{DOCTYPE, Markup, PreEscaped, html};
use sha2::{Digest, Sha256};
use tables::Tables;

const STYLE: &str = include_str!("page.css");
const DARK: &str = include_str!("dark.css");
const SCRIPT: &str = include_str!("page.js");

/// Renders it: the same bytes for the same dossier.
///
/// # Errors
///
/// None; the other formats have some.
pub fn render(dossier: &Dossier) -> Result<Vec<u8>, Box<dyn std::error::Error>> {
    Ok(page(dossier).into_string().into_bytes())
}

fn page(dossier: &Dossier) -> Markup {
    let view = &dossier.view;
    let (style, lang) = (style(), lang(view.language));
    html! {
        (DOCTYPE)
        html lang=(lang) {
            head {
                meta charset="utf-8";
                meta http-equiv="Content-Security-Policy" content=(policy(&style));
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="color-scheme" content="light dark";
                title { (dossier.title) }
                style { (PreEscaped(&style)) }
            }
            body {
                a.skip href="#main" { (view.say(&words::skip())) }
                (top(dossier))
                div.frame {
                    (contents(dossier))
                    main #main { (story(dossier)) (appendix(dossier)) }
                }
                (foot(view))
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

fn top(dossier: &Dossier) -> Markup {
    let view = &dossier.view;
    let terms = view.terms();
    let ends = terms.first().zip(terms.last());
    let span = ends.map(|(first, last)| words::span(&view.term(*first), &view.term(*last)));
    html! {
        header.top {
            div {
                h1 { (dossier.title) }
                @if let Some(span) = span { p { (view.say(&span)) } }
            }
            button #theme type="button" hidden { (view.say(&words::dark())) }
        }
    }
}

fn contents(dossier: &Dossier) -> Markup {
    let view = &dossier.view;
    html! {
        nav aria-label=(view.say(&words::contents())) {
            details open {
                summary { (view.say(&words::contents())) }
                ol {
                    @for section in summary(&dossier.document) {
                        li { a href="#summary" { (section.heading) } }
                    }
                }
                p { (view.say(&words::charts())) }
                ol {
                    @for chart in &dossier.charts {
                        li { a href={ "#chart-" (chart.key) } { (chart.title) } }
                    }
                }
                p { (view.say(&words::tables())) }
                ol {
                    @for (index, section) in others(&dossier.document) {
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
fn story(dossier: &Dossier) -> Markup {
    let view = &dossier.view;
    let mut tables = Tables::new(view.language, "s");
    html! {
        @for section in summary(&dossier.document) {
            section #summary {
                h2 { (section.heading) }
                (cards::cards(view))
                ul.points { @for note in &section.notes { li { (note) } } }
                @for table in &section.tables { div.part { (tables.table(table)) } }
            }
        }
        section #charts {
            h2 { (view.say(&words::charts())) }
            @for chart in &dossier.charts { (figure(view, chart)) }
        }
    }
}

fn figure(view: &View, chart: &Chart) -> Markup {
    let mut tables = Tables::new(view.language, chart.key);
    html! {
        figure #{ "chart-" (chart.key) } {
            h3 { (chart.title) }
            div.picture tabindex="0" role="region" aria-label=(chart.title) {
                (PreEscaped(&chart.svg))
            }
            figcaption { (chart.description) }
            details {
                summary { (view.say(&words::numbers())) }
                (tables.bare(&chart.numbers))
            }
        }
    }
}

/// All tables but those of the summary.
fn appendix(dossier: &Dossier) -> Markup {
    let view = &dossier.view;
    html! {
        section #tables {
            h2 { (view.say(&words::tables())) }
            @for (index, section) in others(&dossier.document) {
                (part(view, index, section))
            }
        }
    }
}

fn part(view: &View, index: usize, section: &Section) -> Markup {
    let mut tables = Tables::new(view.language, &format!("p{index}"));
    html! {
        section.part #{ "part-" (index) } {
            h3 { (section.heading) }
            @for note in &section.notes { p.notes { (note) } }
            @if !section.drawing.is_empty() { pre { (section.drawing.join("\n")) } }
            @for table in &section.tables { (tables.table(table)) }
        }
    }
}

/// What the page was made from.
fn foot(view: &View) -> Markup {
    let plan = view.plan;
    let made = words::made(&plan.program.name, &plan.program.version);
    let from = words::from(&plan.scenario.name, &plan.scenario.sha256);
    html! {
        footer {
            p { (view.say(&verdict(view.verification))) }
            p { (view.say(&made)) " " (view.say(&from)) }
        }
    }
}
