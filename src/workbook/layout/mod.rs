//! The layout of a scenario workbook: which field of the format stands on
//! which sheet and in which column. Writing and reading both follow it.

mod agenda;
mod bands;
mod basics;
mod bilingual;
mod campuses;
mod catchment;
mod enrolment;
mod kind;
mod label;
mod labels;
mod lookup;
mod negotiable;
mod objective;
mod pattern;
mod people;
mod places;
mod programmes;
mod proposal;
mod rules;
mod sheets;
mod special;
mod standards;
mod table;
mod title;

pub use bilingual::Bi;
pub use kind::{Dim, Key, Kind};
pub use label::Label;
pub use labels::{BY_DATE, HARD, PARTS, SOURCES as SOURCE_KINDS, TIES};
pub use lookup::{kind_of, patterns};
pub use pattern::{Part, parts, place};
pub use sheets::sheets;
pub use special::{OTHER, Special, WHAT_IFS, special};
pub use table::{Column, Field, Row, Sheet};
pub use title::{Title, title};

/// The version of the layout; a workbook states the one it was written with.
pub const VERSION: u32 = 1;
