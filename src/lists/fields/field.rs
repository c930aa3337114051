//! A field of a list.

use crate::workbook::layout::Bi;

/// What the cells of a column hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Content {
    /// A number or code that tells a row from the others.
    Key,
    /// The name of a person.
    Person,
    /// Any text.
    Text,
    /// 男, 女.
    Sex,
    /// An identity number.
    Identity,
    /// A date, or a part of one.
    Date,
    /// A whole number.
    Count,
    /// A number.
    Figure,
    /// A sum of money.
    Money,
    /// A title of staff.
    Title,
    /// Yes or no.
    Flag,
    /// A campus.
    Campus,
    /// Several campuses.
    Campuses,
    /// Subjects.
    Subjects,
    /// A programme.
    Programme,
    /// A resource.
    Resource,
    /// A term.
    Term,
    /// A grade or a year of entry.
    Grade,
    /// A kind of asset.
    AssetKind,
    /// A code of the national classification of assets.
    Code,
}

/// What becomes of a column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fate {
    /// It is what rows are matched by.
    Match,
    /// It is taken into the scenario.
    Kept,
    /// It decides something, and is not kept itself.
    Used,
    /// The format has no place for it.
    NoPlace,
    /// It is about a person and is never kept.
    Personal,
}

/// A column that a list may have.
#[derive(Clone, Copy, Debug)]
pub struct Field {
    /// Its name in mapping files.
    pub id: &'static str,
    /// Its usual head.
    pub title: Bi,
    /// Other heads, the more certain first.
    pub synonyms: &'static [&'static str],
    /// What its cells hold.
    pub content: Content,
    /// What becomes of it.
    pub fate: Fate,
}
