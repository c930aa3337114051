//! Colours and hatches. Every colour has a class, by which the page gives it
//! another in the dark; what must be told apart differs in hatch or lightness
//! too, for grey print and for those who do not see every colour.

/// Colours of lines and letters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Ink {
    /// Text and what matters most.
    Text,
    /// What stands behind it.
    Muted,
    /// Grid lines.
    Grid,
    /// The ground.
    Paper,
    /// What falls short or is late.
    Short,
    /// Letters on a dark fill.
    OnDark,
    /// Letters on a light fill.
    OnLight,
}

impl Ink {
    /// Colour in the light.
    pub fn colour(self) -> &'static str {
        match self {
            Self::Text | Self::OnLight => "#1b2430",
            Self::Muted => "#566170",
            Self::Grid => "#d9dee5",
            Self::Paper | Self::OnDark => "#ffffff",
            Self::Short => "#a3212f",
        }
    }

    /// Class of letters.
    pub fn fill_class(self) -> &'static str {
        match self {
            Self::Text => "f-text",
            Self::Muted => "f-muted",
            Self::Grid => "f-grid",
            Self::Paper => "f-paper",
            Self::Short => "f-short",
            Self::OnDark => "f-ondark",
            Self::OnLight => "f-onlight",
        }
    }

    /// Class of lines.
    pub fn stroke_class(self) -> &'static str {
        match self {
            Self::Text => "k-text",
            Self::Muted => "k-muted",
            Self::Grid => "k-grid",
            Self::Paper => "k-paper",
            Self::Short => "k-short",
            Self::OnDark => "k-ondark",
            Self::OnLight => "k-onlight",
        }
    }
}

/// What areas are filled with.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Fill {
    /// One of several things side by side.
    Series(usize),
    /// The same as the ground of a flow, faint.
    Faint(usize),
    /// The same as a flow that matters.
    Flow(usize),
    /// Beyond the day on which it is due.
    Overdue,
    /// The ground.
    Paper,
    /// Beside the series: those away, for example.
    Aside,
    /// A degree from 0, next to nothing, to [`DEGREES`] − 1.
    Degree(usize),
    /// As it should be.
    Met,
    /// It falls short.
    Short,
    /// It is not known.
    Unknown,
    /// The ground of every other row.
    Stripe,
    /// A block in the ink of the text.
    Ink,
}

/// Degrees of a heat map.
pub const DEGREES: usize = 5;

/// Series in the light: at least 3:1 against white, and dark beside light.
const SERIES: [(&str, &str); 8] = [
    ("s0", "#1f5a99"),
    ("s1", "#cf6a1e"),
    ("s2", "#2b8a68"),
    ("s3", "#8a4a86"),
    ("s4", "#4c97c2"),
    ("s5", "#6d7428"),
    ("s6", "#a8324a"),
    ("s7", "#5f6873"),
];

/// Hatches on a tile of 8 × 8; the first is plain.
const HATCHES: [Option<&str>; 5] = [
    None,
    Some("M-2 2L2 -2M0 8L8 0M6 10L10 6"),
    Some("M2 2h.01M6 6h.01"),
    Some("M0 4h8"),
    Some("M4 0v8"),
];

/// A combination of colour and hatch for a series: neighbours are plain and
/// hatched in turn; colours come round after 8, each time with the next hatch,
/// so that 40 series differ.
fn series(index: usize) -> (&'static str, &'static str, Option<&'static str>) {
    let (round, colour) = (index / SERIES.len(), index % SERIES.len());
    let first = if colour % 2 == 0 { 0 } else { 1 + colour / 2 % (HATCHES.len() - 1) };
    let hatch = HATCHES[(first + round) % HATCHES.len()];
    let (class, colour) = SERIES[colour];
    (class, colour, hatch)
}

const DEGREE: [(&str, &str); DEGREES] =
    [("d0", "#eaf1f8"), ("d1", "#c3d8ec"), ("d2", "#8db4d9"), ("d3", "#3f76ad"), ("d4", "#123e70")];

impl Fill {
    /// Class of the colour.
    pub fn class(self) -> &'static str {
        match self {
            Self::Series(index) | Self::Faint(index) | Self::Flow(index) => series(index).0,
            Self::Overdue => "overdue",
            Self::Paper => Ink::Paper.fill_class(),
            Self::Aside => "aside",
            Self::Degree(degree) => DEGREE[degree.min(DEGREES - 1)].0,
            Self::Met => "met",
            Self::Short => "short",
            Self::Unknown => "unknown",
            Self::Stripe => "stripe",
            Self::Ink => "f-text",
        }
    }

    /// Colour in the light.
    pub fn colour(self) -> &'static str {
        match self {
            Self::Series(index) | Self::Faint(index) | Self::Flow(index) => series(index).1,
            Self::Overdue => Ink::Short.colour(),
            Self::Paper => Ink::Paper.colour(),
            Self::Aside => "#8b95a1",
            Self::Degree(degree) => DEGREE[degree.min(DEGREES - 1)].1,
            Self::Met => "#d5ecdf",
            Self::Short => "#a3212f",
            Self::Unknown => "#e3e6ea",
            Self::Stripe => "#f3f5f8",
            Self::Ink => Ink::Text.colour(),
        }
    }

    /// The hatch, if it has one.
    pub fn hatch(self) -> Option<&'static str> {
        match self {
            Self::Series(index) => series(index).2,
            Self::Aside | Self::Overdue => HATCHES[1],
            _ => None,
        }
    }

    /// How much it covers, if not all.
    pub fn opacity(self) -> Option<f64> {
        match self {
            Self::Faint(_) => Some(0.22),
            Self::Flow(_) => Some(0.85),
            _ => None,
        }
    }

    /// The ink of letters on it.
    pub fn letters(self) -> Ink {
        match self {
            Self::Short => Ink::OnDark,
            Self::Degree(degree) if degree >= 3 => Ink::OnDark,
            _ => Ink::OnLight,
        }
    }
}
