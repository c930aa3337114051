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

use crate::diagnostic::Severity;
use crate::scenario::raw::RawScenario;
use crate::words::lists as words;

/// Most rows of a list whose rows become entries.
pub const MOST_ENTRIES: usize = 5000;

/// Compares a list with a scenario: what taking it in changes. A register of
/// single chairs is no register of a scenario: more than [`MOST_ENTRIES`]
/// entries are an error.
pub fn compare(table: &Table<'_>, scenario: &RawScenario, asked: &Asked) -> Outcome {
    let entries = matches!(asked.kind, ListKind::Roster | ListKind::Assets);
    if entries && table.rows.len() > MOST_ENTRIES {
        let message = words::too_many_rows(table.rows.len(), MOST_ENTRIES);
        let hints = vec![words::group_rows()];
        let found = vec![table::finding(Severity::Error, None, message, hints)];
        return Outcome { found, ..Outcome::default() };
    }
    match asked.kind {
        ListKind::Roster => roster::compare(table, scenario, asked),
        ListKind::Assets => assets::compare(table, scenario, asked),
        ListKind::Cohorts => classes::compare(table, scenario, asked),
        ListKind::Pupils => pupils::compare(table, scenario, asked),
    }
}
