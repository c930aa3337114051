//! The plan in prose, as a clerk would write it: chapters of points, each a few
//! sentences, whose every number is computed from the plan and its
//! verification. A point or a chapter with nothing to say is left out.

mod assets;
mod background;
mod chapter;
mod conditions;
mod enrolment;
mod goal;
mod layout;
mod method;
pub(super) mod money;
mod options;
mod phasing;
pub(super) mod relocation;
mod risks;
mod stability;
mod staff;

pub use chapter::{Chapter, Level, Paragraph, Point};

use super::document::numeral;
use super::dossier::Dossier;
use crate::domain::{Language, Text};
use crate::words::report::prose as words;
use chapter::{gather, in_words, phrases, point};

/// The plan of a dossier in prose.
pub fn chapters(dossier: &Dossier) -> Vec<Chapter> {
    let view = &dossier.view;
    let chapters = [
        background::chapter(view),
        goal::chapter(view),
        layout::chapter(view),
        enrolment::chapter(view),
        relocation::chapter(view),
        phasing::chapter(view),
        staff::chapter(view),
        assets::chapter(view),
        money::chapter(view),
        conditions::chapter(view),
        options::chapter(view, &dossier.compared),
        background::safeguards(view),
        risks::chapter(view),
        stability::chapter(view),
        method::chapter(view),
    ];
    let told = chapters.into_iter();
    told.filter(|chapter| !chapter.points.is_empty()).collect()
}

/// The paragraphs of chapters, numbered as documents of the language are:
/// 一、（一）1. or 1., 1.1, (1).
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
