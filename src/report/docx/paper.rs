//! A document before it is XML: blocks in order, on sections of pages.

use super::fit;
use super::page::Page;
use super::paragraph::{Mark, contents_line, marked, on_new_page, paragraph};
use super::picture::Picture;
use super::table::tables;
use super::xml::{Element, element, value};
use crate::domain::Language;
use crate::report::document::Table;

/// A piece of a document.
#[derive(Clone, Debug)]
pub enum Block<'a> {
    /// A paragraph of a style.
    Paragraph(Style, String),
    /// A paragraph of a style at the head of a page.
    NewPage(Style, String),
    /// A heading that the contents refer to by its number.
    Marked(Style, String, usize),
    /// Such a heading at the head of a page.
    NewPageMarked(Style, String, usize),
    /// A line of the contents: the heading of a number.
    Contents(String, usize),
    /// An empty line.
    Line,
    /// A table under its title.
    Table(&'a Table),
    /// A table without a title, below a heading that is one.
    Body(&'a Table),
    /// A picture under its title.
    Picture(&'a Picture),
}

/// What a paragraph is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Style {
    /// The title of the document.
    Title,
    /// The title of the document on its title page.
    CoverTitle,
    /// A line of the title page.
    Cover,
    /// The heading of the contents and of the page to decide from.
    FrontHeading,
    /// A heading of the first to third level.
    Heading(usize),
    /// A paragraph of the text.
    Text,
    /// The first line of the list of annexes.
    AnnexList,
    /// A further line of it: its number below the first one's.
    AnnexListFurther,
    /// The line that says which annex begins.
    AnnexHead,
    /// The title of an annex.
    AnnexTitle,
    /// A remark on what stands in an annex.
    Note,
}

impl Style {
    fn key(self) -> &'static str {
        match self {
            Self::Title => "Title",
            Self::CoverTitle => "CoverTitle",
            Self::Cover => "Cover",
            Self::FrontHeading => "FrontHeading",
            Self::Heading(1) => "Heading1",
            Self::Heading(2) => "Heading2",
            Self::Heading(_) => "Heading3",
            Self::Text => "BodyText",
            Self::AnnexList => "AnnexList",
            Self::AnnexListFurther => "AnnexListFurther",
            Self::AnnexHead => "AnnexHead",
            Self::AnnexTitle => "AnnexTitle",
            Self::Note => "Note",
        }
    }
}

/// Blocks on pages of one kind; they begin on a new page.
#[derive(Clone, Debug)]
pub struct Section<'a> {
    /// How the pages lie.
    pub page: Page,
    /// What is on them.
    pub blocks: Vec<Block<'a>>,
}

/// The body of the document.
#[must_use]
pub fn body(sections: &[Section], language: Language) -> Element {
    let mut body = element("w:body");
    let mut pictures = 0;
    for (at, section) in sections.iter().enumerate() {
        for block in &section.blocks {
            body = body.children(elements(block, section.page, language, &mut pictures));
        }
        let properties = section.page.section(language);
        body = body.child(if at + 1 < sections.len() { ending(properties) } else { properties });
    }
    body
}

/// The paragraph that ends a section: of next to no height.
fn ending(properties: Element) -> Element {
    let spacing = element("w:spacing").with("w:line", 20).with("w:lineRule", "exact");
    let format = element("w:pPr").child(value("w:snapToGrid", 0)).child(spacing).child(properties);
    element("w:p").child(format)
}

fn elements(block: &Block, page: Page, language: Language, pictures: &mut usize) -> Vec<Element> {
    match block {
        Block::Paragraph(style, text) => vec![paragraph(style.key(), text, false)],
        Block::NewPage(style, text) => vec![on_new_page(style.key(), text)],
        Block::Marked(style, text, number) => {
            vec![marked(style.key(), text, Mark { number: *number }, false)]
        }
        Block::NewPageMarked(style, text, number) => {
            vec![marked(style.key(), text, Mark { number: *number }, true)]
        }
        Block::Contents(text, number) => vec![contents_line(text, Mark { number: *number })],
        Block::Line => vec![paragraph("BodyText", "", false)],
        Block::Table(table) => titled(table, page, language),
        Block::Body(table) => tables(table, &fit::on_one_page(table, page, language), language),
        Block::Picture(picture) => {
            *pictures += 1;
            vec![paragraph("TableTitle", &picture.title, false), picture.paragraph(*pictures, page)]
        }
    }
}

/// A table under its title, or what is said in place of one without rows.
fn titled(table: &Table, page: Page, language: Language) -> Vec<Element> {
    let title = paragraph("TableTitle", &table.caption(), false);
    if table.rows.is_empty() {
        return vec![title, paragraph("Note", &table.empty, false)];
    }
    let fit = fit::cut(table, page, language);
    let mut all = vec![title];
    for piece in tables(table, &fit, language) {
        // Two tables without a paragraph between them would be one.
        all.push(piece);
        all.push(paragraph("Note", "", false));
    }
    all
}
