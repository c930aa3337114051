//! A finished chart.

use super::super::document::Table;

/// A chart.
#[derive(Clone, Debug, PartialEq)]
pub struct Chart {
    /// Name of its file, without the ending; ASCII.
    pub key: &'static str,
    /// Title.
    pub title: String,
    /// What it shows, for those who cannot see it.
    pub description: String,
    /// The picture: 808 units wide, in the colours of the light theme, without
    /// a ground. Its shapes have classes for a style sheet.
    pub svg: String,
    /// The numbers in it.
    pub numbers: Table,
}
