//! Chapters of the proposal and their points.

use crate::domain::{Term, Text};
use crate::report::view::View;
use crate::words::common;

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

/// A chapter of the points that say something.
pub(super) fn gather(
    view: &View,
    heading: &Text,
    points: impl IntoIterator<Item = Option<Point>>,
) -> Chapter {
    let points = points.into_iter().flatten();
    Chapter {
        heading: view.say(heading),
        points: points.filter(|point| !point.text.is_empty() || !point.items.is_empty()).collect(),
    }
}

/// A point of sentences.
pub(super) fn point(
    view: &View,
    heading: &Text,
    sentences: impl IntoIterator<Item = Option<Text>>,
) -> Point {
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
    pub(super) fn alone(self) -> Self {
        let heading = String::new();
        Self { heading, ..self }
    }

    /// The point with items.
    pub(super) fn items(mut self, items: impl IntoIterator<Item = String>) -> Self {
        self.items.extend(items);
        self
    }
}

/// A term as prose has it: 2008年春季学期.
pub(super) fn in_words(view: &View, term: Term) -> String {
    view.say(&common::term(term))
}

/// Phrases in one sentence, set apart more clearly than by commas.
pub(super) fn phrases(view: &View, phrases: &[String]) -> String {
    phrases.join(view.language_mark("；", "; "))
}
