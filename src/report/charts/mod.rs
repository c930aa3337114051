//! Charts: pictures of a plan with the numbers they are drawn from.

use super::document::Table;
use super::view::View;

/// A chart.
#[derive(Clone, Debug, PartialEq)]
pub struct Chart {
    /// Name of its file, without the ending; ASCII.
    pub key: &'static str,
    /// Title.
    pub title: String,
    /// What it shows, for those who cannot see it.
    pub description: String,
    /// The picture.
    pub svg: String,
    /// The numbers in it.
    pub numbers: Table,
}

/// The charts of a plan's report.
#[must_use]
pub fn charts(_view: &View) -> Vec<Chart> {
    Vec::new()
}
