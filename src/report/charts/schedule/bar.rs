//! Bars of the schedule.

use crate::domain::Text;
use crate::report::charts::fill::Fill;
use crate::words::charts as words;
use chrono::NaiveDate;

/// What a bar stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Milestone,
    Work,
    InUse,
}

impl Kind {
    pub(super) const ALL: [Self; 3] = [Self::Milestone, Self::Work, Self::InUse];

    pub(super) fn name(self) -> Text {
        match self {
            Self::Milestone => words::milestones(),
            Self::Work => words::works(),
            Self::InUse => words::campuses(),
        }
    }

    pub(super) fn fill(self) -> Fill {
        match self {
            Self::Milestone => Fill::Series(0),
            Self::Work => Fill::Series(1),
            Self::InUse => Fill::Series(2),
        }
    }
}

/// A bar with its name; nothing is drawn of what never happens but when it is
/// due.
pub(super) struct Bar {
    pub(super) kind: Kind,
    pub(super) name: String,
    pub(super) begins: Option<NaiveDate>,
    pub(super) ends: Option<NaiveDate>,
    pub(super) due: Option<NaiveDate>,
    pub(super) standing: String,
    pub(super) off: bool,
}
