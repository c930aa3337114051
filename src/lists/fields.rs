//! The columns that lists have: what each is called, what its cells hold, and
//! what becomes of them. Names of persons go only where the format has a place
//! for them; identity numbers never do.

mod catalogue;

use super::kind::ListKind;
use crate::workbook::layout::Bi;
use crate::workbook::value::folded;

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

/// The columns that lists of a kind may have.
#[must_use]
pub fn of(kind: ListKind) -> &'static [Field] {
    match kind {
        ListKind::Roster => catalogue::ROSTER,
        ListKind::Assets => catalogue::ASSETS,
        ListKind::Cohorts => catalogue::COHORTS,
        ListKind::Pupils => catalogue::PUPILS,
    }
}

/// The field that a head names, and how far down its names the head stands: 0
/// is its usual head.
#[must_use]
pub fn named(kind: ListKind, head: &str) -> Option<(&'static Field, usize)> {
    let wanted = folded(head);
    if wanted.is_empty() {
        return None;
    }
    let rank = |field: &Field| {
        let own = [field.title.0, field.title.1];
        let mut names = own.iter().chain(field.synonyms);
        names.position(|name| folded(name) == wanted)
    };
    let ranked = of(kind).iter().filter_map(|field| Some((field, rank(field)?)));
    ranked.min_by_key(|(_, rank)| *rank)
}

/// The field of an id, or of one of its names.
#[must_use]
pub fn find(kind: ListKind, name: &str) -> Option<&'static Field> {
    let by_id = of(kind).iter().find(|field| field.id == name);
    by_id.or_else(|| named(kind, name).map(|(field, _)| field))
}
