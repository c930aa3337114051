//! Sheets that are no table of the scenario.

use super::bilingual::Bi;

/// A sheet of the program's own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Special {
    /// What the workbook is, and how it is filled in.
    Legend,
    /// Fields without a column: path, RON value.
    Other,
    /// What-ifs: name, path or cell, value.
    WhatIfs,
    /// Lists for choosing from.
    Lists,
    /// The layout's version.
    Version,
}

/// Name of the sheet of fields without a column.
pub const OTHER: Bi = Bi("其他", "Other");
/// Name of the sheet of what-ifs.
pub const WHAT_IFS: Bi = Bi("假设", "What-ifs");

/// The special sheets by name.
const NAMES: [(Special, Bi); 5] = [
    (Special::Legend, Bi("说明", "Legend")),
    (Special::Other, OTHER),
    (Special::WhatIfs, WHAT_IFS),
    (Special::Lists, Bi("列表", "Lists")),
    (Special::Version, Bi("_campusplan", "_campusplan")),
];

impl Special {
    /// Its name.
    pub fn title(self) -> Bi {
        let found = NAMES.iter().find(|(special, _)| *special == self);
        found.map_or(Bi::NONE, |(_, title)| *title)
    }
}

/// The special sheet of a name.
pub fn special(name: &str) -> Option<Special> {
    let called = |title: &Bi| title.0 == name || title.1.eq_ignore_ascii_case(name);
    let found = NAMES.iter().find(|(_, title)| called(title));
    found.map(|(special, _)| *special)
}
