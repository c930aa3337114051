//! What goes on which pages: the title and the prose with the list of annexes,
//! then every annex on pages of its own.

use super::fit;
use super::page::Page;
use super::paper::{Block, Section, Style};
use super::picture::Picture;
use crate::domain::Language;
use crate::report::appendices::Appendix;
use crate::report::document::Table;
use crate::report::front::Cover;
use crate::report::prose::{Level, Paragraph};
use crate::words::report::appendices as words;
use crate::words::report::front as front_words;

/// The document in its language.
pub struct Content<'a> {
    /// Title.
    pub title: &'a str,
    /// The title page.
    pub cover: &'a Cover,
    /// The page that a head decides from.
    pub decision: &'a Table,
    /// The prose.
    pub prose: &'a [Paragraph],
    /// The annexes.
    pub annexes: &'a [Appendix<'a>],
    /// The charts as pictures, as far as they could be drawn.
    pub pictures: &'a [Picture],
    /// Language.
    pub language: Language,
}

impl<'a> Content<'a> {
    /// The sections.
    pub fn sections(&self) -> Vec<Section<'a>> {
        let annexes = self.annexes.iter().enumerate();
        let annexes = annexes.map(|(at, annex)| self.annex(at, annex));
        [self.title_page(), self.text()].into_iter().chain(annexes).collect()
    }

    /// Title, addressee, issuer and date, as far as they are known.
    fn title_page(&self) -> Section<'a> {
        let mut blocks = vec![Block::Paragraph(Style::CoverTitle, self.title.to_owned())];
        let cover = self.cover;
        let lines = [&cover.addressee, &cover.issuer, &cover.date].into_iter().flatten();
        blocks.extend(lines.map(|line| Block::Paragraph(Style::Cover, line.clone())));
        Section { page: Page::Cover, blocks }
    }

    /// The headings of chapters and annexes, with the page of each.
    fn contents(&self) -> Vec<Block<'a>> {
        let heading = self.say(&front_words::contents());
        let mut blocks = vec![Block::Paragraph(Style::FrontHeading, heading)];
        let chapters = self.prose.iter().filter(|one| one.level == Level::Chapter);
        let chapters = chapters.map(|one| one.text.clone());
        let annexes = self.annexes.iter().zip(1..);
        let annexes =
            annexes.map(|(annex, at)| self.say(&front_words::annex_line(at, &annex.title)));
        let summary = self.say(&front_words::abstract_heading());
        let lines = std::iter::once(summary).chain(chapters).chain(annexes).enumerate();
        blocks.extend(lines.map(|(number, text)| Block::Contents(text, number)));
        blocks
    }

    /// How many headings the prose has.
    fn chapters(&self) -> usize {
        self.prose.iter().filter(|one| one.level == Level::Chapter).count()
    }

    fn say(&self, text: &crate::domain::Text) -> String {
        text.get(self.language).to_owned()
    }

    /// The contents, the page to decide from, and on new pages the title, a
    /// blank line, the prose, a blank line, the list of annexes.
    fn text(&self) -> Section<'a> {
        let mut blocks = self.contents();
        let heading = self.say(&front_words::abstract_heading());
        blocks.push(Block::NewPageMarked(Style::FrontHeading, heading, 0));
        blocks.push(Block::Body(self.decision));
        blocks.push(Block::NewPage(Style::Title, self.title.to_owned()));
        blocks.push(Block::Line);
        let mut chapters = 0;
        blocks.extend(self.prose.iter().map(|paragraph| {
            let style = match paragraph.level {
                Level::Chapter => {
                    chapters += 1;
                    return Block::Marked(Style::Heading(1), paragraph.text.clone(), chapters);
                }
                Level::Point => Style::Heading(2),
                Level::Item | Level::Text => Style::Text,
            };
            Block::Paragraph(style, paragraph.text.clone())
        }));
        if !self.annexes.is_empty() {
            blocks.push(Block::Line);
        }
        let several = self.annexes.len() > 1;
        for (annex, number) in self.annexes.iter().zip(1..) {
            let (style, line) = match number {
                1 if several => (Style::AnnexList, words::list_first(number, &annex.title)),
                1 => (Style::AnnexList, words::list_only(&annex.title)),
                _ => (Style::AnnexListFurther, words::list_further(number, &annex.title)),
            };
            blocks.push(Block::Paragraph(style, self.say(&line)));
        }
        Section { page: Page::Portrait, blocks }
    }

    /// Its head on the first line, its title on the third, one line further
    /// what is in it.
    fn annex(&self, at: usize, annex: &'a Appendix<'a>) -> Section<'a> {
        let head = match self.annexes.len() {
            1 => words::head_only(),
            _ => words::head(at + 1),
        };
        let mut blocks = vec![
            Block::Paragraph(Style::AnnexHead, self.say(&head)),
            Block::Line,
            Block::Marked(Style::AnnexTitle, annex.title.clone(), 1 + self.chapters() + at),
            Block::Line,
        ];
        for note in &annex.notes {
            let note = self.say(&words::remark(note));
            blocks.push(Block::Paragraph(Style::Note, note));
        }
        let drawn = |key: &str| self.pictures.iter().find(|picture| picture.key == key);
        let pictures: Vec<&Picture> =
            (annex.charts.iter()).filter_map(|chart| drawn(chart.key)).collect();
        if pictures.len() < annex.charts.len() {
            let note = self.say(&words::remark(&self.say(&words::no_pictures())));
            blocks.push(Block::Paragraph(Style::Note, note));
        }
        // The table that matters comes first, then what draws it, then the rest.
        let mut tables = annex.tables.iter().map(|table| Block::Table(table));
        blocks.extend(tables.next());
        blocks.extend(pictures.into_iter().map(Block::Picture));
        blocks.extend(tables);
        Section { page: self.page(annex), blocks }
    }

    /// Upright pages, unless a table needs wider ones.
    fn page(&self, annex: &Appendix) -> Page {
        let mut tables = annex.tables.iter();
        let upright = |table| fit::on(table, Page::Portrait, self.language).is_some();
        if tables.all(|table| upright(table)) { Page::Portrait } else { Page::Landscape }
    }
}
