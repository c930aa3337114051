//! What all pages have around them.

use crate::domain::{Language, Text};
use crate::words::{page as page_words, workbench as words};
use maud::{DOCTYPE, Markup, html};

/// A screen, for the bar at the top.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tab {
    /// Base and options.
    Options,
    /// Jobs.
    Jobs,
    /// Options side by side.
    Compare,
    /// Why, and what it would take.
    Explain,
    /// Of one option or plan.
    Other,
}

/// A page.
pub struct Frame<'a> {
    /// Language.
    pub language: Language,
    /// Its title.
    pub title: String,
    /// Its screen.
    pub tab: Tab,
    /// Its address, for the switch of the language.
    pub here: &'a str,
}

/// A page around its content.
pub fn frame(frame: &Frame<'_>, content: &Markup) -> Markup {
    let say = |text: Text| text.get(frame.language).to_owned();
    let (other, name) = match frame.language {
        Language::Zh => ("en", "English"),
        Language::En => ("zh", "中文"),
    };
    let back: String = form_urlencoded::byte_serialize(frame.here.as_bytes()).collect();
    let current = |tab: Tab| (frame.tab == tab).then_some("page");
    html! {
        (DOCTYPE)
        html lang=(tag(frame.language)) {
            (head(&format!("{} · campusplan", frame.title)))
            body {
                a.skip href="#main" { (say(page_words::skip())) }
                header.bar {
                    span.mark { (say(words::title())) }
                    nav aria-label=(say(words::screens())) {
                        a href="/" aria-current=[current(Tab::Options)] { (say(words::options())) }
                        a href="/jobs" aria-current=[current(Tab::Jobs)] { (say(words::jobs())) }
                        a href="/compare" aria-current=[current(Tab::Compare)] { (say(words::compare())) }
                        a href="/explain" aria-current=[current(Tab::Explain)] { (say(words::explain())) }
                    }
                    a.language href={ "/lang/" (other) "?back=" (back) } lang=(other) { (name) }
                }
                p #old .notice.bad hidden { (words::old_browser().zh) " " span lang="en" { (words::old_browser().en) } }
                noscript { p.notice { (say(words::no_script())) } }
                main #main tabindex="-1" {
                    h1 { (frame.title) }
                    (content)
                }
                p #said .hidden-text role="status" {}
            }
        }
    }
}

fn head(title: &str) -> Markup {
    html! {
        head {
            meta charset="utf-8";
            meta name="viewport" content="width=device-width, initial-scale=1";
            meta name="color-scheme" content="light dark";
            title { (title) }
            link rel="stylesheet" href="/assets/style.css";
            link rel="icon" href="/assets/icon.svg";
            script type="module" src="/assets/workbench.js" {}
            script nomodule src="/assets/old.js" {}
        }
    }
}

fn tag(language: Language) -> &'static str {
    match language {
        Language::Zh => "zh-CN",
        Language::En => "en",
    }
}

/// Why something was not done; in both languages, since nothing may be known of
/// whoever asked.
pub fn wrong(status: u16, why: &[Text], language: Language) -> Markup {
    let first = match language {
        Language::Zh => [Language::Zh, Language::En],
        Language::En => [Language::En, Language::Zh],
    };
    html! {
        (DOCTYPE)
        html lang=(tag(language)) {
            (head(&status.to_string()))
            body {
                main #main {
                    @for language in first {
                        section lang=(tag(language)) {
                            h1 { (words::not_done().get(language)) }
                            @for why in why { p.notice.bad { (why.get(language)) } }
                            p { a href="/" { (words::to_start().get(language)) } }
                        }
                    }
                }
            }
        }
    }
}
