//! The columns that lists have: what each is called, what its cells hold, and
//! what becomes of them. Names of persons go only where the format has a place
//! for them; identity numbers never do.

mod catalogue;
mod field;

pub use field::{Content, Fate, Field};

use super::kind::ListKind;
use crate::workbook::value::folded;

/// The columns that lists of a kind may have.
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
pub fn find(kind: ListKind, name: &str) -> Option<&'static Field> {
    let by_id = of(kind).iter().find(|field| field.id == name);
    by_id.or_else(|| named(kind, name).map(|(field, _)| field))
}
