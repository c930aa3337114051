//! The plan in prose, as a clerk would write it: chapters of points, each a few
//! sentences, whose every number is computed from the plan and its
//! verification. A point or a chapter with nothing to say is left out.

mod assets;
mod conditions;
mod enrolment;
mod goal;
mod layout;
mod method;
mod money;
mod options;
mod relocation;
mod risks;
mod staff;

use super::document::numeral;
use super::dossier::Dossier;
use super::view::View;
use crate::domain::{Language, Term, Text};
use crate::words::common;
use crate::words::report::prose as words;

/// A chapter 一、.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chapter {
    /// Its heading, without a number.
    pub heading: String,
    /// Its points; at least one.
    pub points: Vec<Point>,
}

/// A point （一） of a chapter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Point {
    /// Its heading, without a number; empty for the only point of a chapter.
    pub heading: String,
    /// Its sentences; empty where the items say everything.
    pub text: String,
    /// Its items 1. 2., without numbers.
    pub items: Vec<String>,
}

/// What a paragraph is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Level {
    /// The heading of a chapter.
    Chapter,
    /// The heading of a point.
    Point,
    /// An item of a point.
    Item,
    /// Sentences.
    Text,
}

/// A paragraph with its number, if it has one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Paragraph {
    /// What it is.
    pub level: Level,
    /// Its text.
    pub text: String,
}

/// The plan of a dossier in prose.
#[must_use]
pub fn chapters(dossier: &Dossier) -> Vec<Chapter> {
    let view = &dossier.view;
    let chapters = [
        goal::chapter(view),
        layout::chapter(view),
        enrolment::chapter(view),
        relocation::chapter(view),
        staff::chapter(view),
        assets::chapter(view),
        money::chapter(view),
        conditions::chapter(view),
        options::chapter(view, &dossier.compared),
        risks::chapter(view),
        method::chapter(view),
    ];
    let told = chapters.into_iter();
    told.filter(|chapter| !chapter.points.is_empty()).collect()
}

/// The paragraphs of chapters, numbered as documents of the language are:
/// 一、（一）1. or 1., 1.1, (1).
#[must_use]
pub fn paragraphs(chapters: &[Chapter], language: Language) -> Vec<Paragraph> {
    let mut all = Vec::new();
    let mut add = |level, text: String| all.push(Paragraph { level, text });
    let say = |text: Text| text.get(language).to_owned();
    for (chapter, at) in chapters.iter().zip(1..) {
        let heading = words::first_heading(&numeral(at), at, &chapter.heading);
        add(Level::Chapter, say(heading));
        for (point, place) in chapter.points.iter().zip(1..) {
            if !point.heading.is_empty() {
                let heading = words::second_heading(&numeral(place), at, place, &point.heading);
                add(Level::Point, say(heading));
            }
            if !point.text.is_empty() {
                add(Level::Text, point.text.clone());
            }
            for (item, number) in point.items.iter().zip(1..) {
                add(Level::Item, say(words::item(number, item)));
            }
        }
    }
    all
}

/// A chapter of the points that say something.
fn gather(view: &View, heading: &Text, points: impl IntoIterator<Item = Option<Point>>) -> Chapter {
    let points = points.into_iter().flatten();
    Chapter {
        heading: view.say(heading),
        points: points.filter(|point| !point.text.is_empty() || !point.items.is_empty()).collect(),
    }
}

/// A point of sentences.
fn point(view: &View, heading: &Text, sentences: impl IntoIterator<Item = Option<Text>>) -> Point {
    let sentences = sentences.into_iter().flatten();
    let said: Vec<String> = sentences.map(|text| view.say(&text)).collect();
    Point {
        heading: view.say(heading),
        text: said.join(view.language_mark("", " ")),
        items: Vec::new(),
    }
}

impl Point {
    /// The point without its heading: the only one of its chapter.
    fn alone(self) -> Self {
        let heading = String::new();
        Self { heading, ..self }
    }

    /// The point with items.
    fn items(mut self, items: impl IntoIterator<Item = String>) -> Self {
        self.items.extend(items);
        self
    }
}

/// A term as prose has it: 2008年春季学期.
fn in_words(view: &View, term: Term) -> String {
    view.say(&common::term(term))
}

/// Phrases in one sentence, set apart more clearly than by commas.
fn phrases(view: &View, phrases: &[String]) -> String {
    phrases.join(view.language_mark("；", "; "))
}

#[cfg(test)]
mod tests {
    use super::{Chapter, Level, Point, paragraphs};
    use crate::domain::Language;

    #[test]
    fn paragraphs_are_numbered_as_documents_of_the_language_are() {
        let point = |heading: &str, text: &str, items: &[&str]| Point {
            heading: heading.to_owned(),
            text: text.to_owned(),
            items: items.iter().map(|item| (*item).to_owned()).collect(),
        };
        let chapters = ["甲", "乙"].map(|heading| Chapter {
            heading: heading.to_owned(),
            points: vec![point("丙", "丁。", &[]), point("戊", "", &["己。", "庚。"])],
        });
        let told = |language| -> Vec<(Level, String)> {
            let all = paragraphs(&chapters, language).into_iter();
            all.map(|one| (one.level, one.text)).collect()
        };
        let second: Vec<(Level, String)> = told(Language::Zh).split_off(6);
        let expected = [
            (Level::Chapter, "二、乙"),
            (Level::Point, "（一）丙"),
            (Level::Text, "丁。"),
            (Level::Point, "（二）戊"),
            (Level::Item, "1. 己。"),
            (Level::Item, "2. 庚。"),
        ];
        assert_eq!(second, expected.map(|(level, text)| (level, text.to_owned())));
        let english = told(Language::En).split_off(6);
        assert_eq!(english[1].1, "2.1 丙");
        assert_eq!(english[4].1, "(1) 己。");
    }
}
