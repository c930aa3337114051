//! How letters and lines look.

use super::fill::Ink;
use super::lettering::{SMALL, TEXT};

/// Where a text stands to its point.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Anchor {
    /// To the right of it.
    Start,
    /// Around it.
    Middle,
    /// To the left of it.
    End,
}

/// How a text looks.
#[derive(Clone, Copy, Debug)]
pub struct Letters {
    /// Height.
    pub size: f64,
    /// Colour.
    pub ink: Ink,
    /// Whether it is bold.
    pub bold: bool,
    /// Where it stands to its point.
    pub anchor: Anchor,
    /// Whether it has a seam of the ground's colour, to stand on data.
    pub seam: bool,
}

impl Letters {
    /// Plain text.
    pub const PLAIN: Self =
        Self { size: TEXT, ink: Ink::Text, bold: false, anchor: Anchor::Start, seam: false };
    /// Small text.
    pub const SMALL: Self = Self { size: SMALL, ..Self::PLAIN };

    /// The same around its point.
    pub fn middle(self) -> Self {
        Self { anchor: Anchor::Middle, ..self }
    }

    /// The same to the left of its point.
    pub fn end(self) -> Self {
        Self { anchor: Anchor::End, ..self }
    }

    /// The same in bold.
    pub fn bold(self) -> Self {
        Self { bold: true, ..self }
    }

    /// The same with a seam.
    pub fn seam(self) -> Self {
        Self { seam: true, ..self }
    }

    /// The same in another colour.
    pub fn ink(self, ink: Ink) -> Self {
        Self { ink, ..self }
    }
}

/// How a line looks.
#[derive(Clone, Copy, Debug)]
pub struct Stroke {
    /// Colour.
    pub ink: Ink,
    /// Width.
    pub width: f64,
    /// Lengths of dashes and gaps; empty for an unbroken line.
    pub dashes: &'static str,
}

impl Stroke {
    /// A thin line behind the data.
    pub const GRID: Self = Self { ink: Ink::Grid, width: 1.0, dashes: "" };
    /// An axis.
    pub const AXIS: Self = Self { ink: Ink::Muted, width: 1.0, dashes: "" };
}
