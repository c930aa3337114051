//! In which cell a path stands.

use crate::diagnostic::Cell;
use crate::workbook::grid::{Cells, Spot};

/// A cell with what readers are to know of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// Name of the sheet.
    pub sheet: String,
    /// The cell.
    pub spot: Spot,
    /// The head of its column.
    pub head: String,
    /// What it holds, as text.
    pub value: String,
}

impl Place {
    /// A cell of a sheet.
    #[must_use]
    pub fn new(sheet: &Cells, spot: Spot, head: &str) -> Self {
        let value = sheet.cells.get(&spot);
        Self {
            sheet: sheet.name.clone(),
            spot,
            head: on_one_line(head),
            value: value.map(ToString::to_string).unwrap_or_default(),
        }
    }

    /// For a finding.
    #[must_use]
    pub fn cell(&self) -> Cell {
        Cell {
            sheet: self.sheet.clone(),
            name: self.spot.to_string(),
            head: self.head.clone(),
            value: self.value.clone(),
        }
    }
}

/// A head without its line ends; a unit in brackets follows at once in Chinese.
fn on_one_line(head: &str) -> String {
    head.replace("\n（", "（").split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::on_one_line;

    #[test]
    fn heads_are_said_on_one_line() {
        assert_eq!(on_one_line("占地面积\n（亩）"), "占地面积（亩）");
        assert_eq!(on_one_line("Land\n(mu)"), "Land (mu)");
    }
}
