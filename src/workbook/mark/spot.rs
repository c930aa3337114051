//! What is marked where.

use crate::diagnostic::Severity;
use crate::workbook::grid::Spot;
use std::collections::BTreeMap;

/// What is said of a cell.
#[derive(Clone, Debug)]
pub(super) struct Mark {
    pub(super) severity: Severity,
    pub(super) text: String,
}

pub(super) type Marks = BTreeMap<Spot, Mark>;
