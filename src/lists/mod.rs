//! Lists that a bureau already has, taken into a scenario: staff, assets,
//! classes in school, pupils.
//!
//! A list is read into cells whatever its format ([`file`]), its heads are
//! found and each column is taken for a field ([`heads`], [`fields`]), its rows
//! are compared with the scenario, and what comes out is a list of changes
//! ([`changes`]) that is written as an overlay.

mod assets;
mod body;
pub mod changes;
mod classes;
mod code;
mod columns;
pub mod fields;
mod figures;
pub mod file;
pub mod format;
mod groups;
pub mod heads;
pub mod identity;
mod kind;
pub mod mapping;
mod names;
mod ods;
mod owned;
mod people;
mod pupils;
mod roster;
mod rows;
mod separated;
mod shift;
mod table;
mod terms;
mod titles;
mod xls;

pub use changes::{Change, Outcome, What};
pub use columns::{Column, Why};
pub use kind::ListKind;
pub use names::Unmatched;
pub use table::{Asked, Table, table};

use crate::scenario::raw::RawScenario;

/// Compares a list with a scenario: what taking it in changes.
#[must_use]
pub fn compare(table: &Table<'_>, scenario: &RawScenario, asked: &Asked) -> Outcome {
    match asked.kind {
        ListKind::Roster => roster::compare(table, scenario, asked),
        ListKind::Assets => assets::compare(table, scenario, asked),
        ListKind::Cohorts => classes::compare(table, scenario, asked),
        ListKind::Pupils => pupils::compare(table, scenario, asked),
    }
}
