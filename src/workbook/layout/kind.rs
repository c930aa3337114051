//! How cells are written.

use super::bilingual::Bi;
use super::label::Label;
use super::labels;
use crate::scenario::measure::Measure;

/// Maps to whose entries others refer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Dim {
    /// Fields of study.
    Fields,
    /// Resources.
    Resources,
    /// Subjects.
    Subjects,
    /// Campuses.
    Campuses,
    /// Programmes.
    Programmes,
    /// Building options.
    Options,
    /// Staff groups.
    Staff,
    /// People of the roster.
    Roster,
    /// Targets.
    Targets,
    /// Milestones.
    Milestones,
    /// Lines of the register of assets.
    Assets,
    /// Feeder schools.
    Feeders,
    /// Grades and years: no map, any key.
    Free,
}

impl Dim {
    /// All maps.
    pub const ALL: [Self; 12] = [
        Self::Fields,
        Self::Resources,
        Self::Subjects,
        Self::Campuses,
        Self::Programmes,
        Self::Options,
        Self::Staff,
        Self::Roster,
        Self::Targets,
        Self::Milestones,
        Self::Assets,
        Self::Feeders,
    ];

    /// The path of its entries.
    pub fn entries(self) -> &'static str {
        match self {
            Self::Fields => "fields.*",
            Self::Resources => "resources.*",
            Self::Subjects => "subjects.*",
            Self::Campuses => "campuses.*",
            Self::Programmes => "programmes.*",
            Self::Options => "options.*",
            Self::Staff => "staff.*",
            Self::Roster => "roster.*",
            Self::Targets => "targets.*",
            Self::Milestones => "milestones.*",
            Self::Assets => "assets.*",
            Self::Feeders => "enrolment.feeders.*",
            Self::Free => "",
        }
    }

    /// What an entry is called.
    pub fn noun(self) -> Bi {
        match self {
            Self::Fields => Bi("专业大类", "field"),
            Self::Resources => Bi("资源", "resource"),
            Self::Subjects => Bi("学科", "subject"),
            Self::Campuses => Bi("校区", "campus"),
            Self::Programmes => Bi("专业", "programme"),
            Self::Options => Bi("建设项目", "building option"),
            Self::Staff => Bi("教职工组", "staff group"),
            Self::Roster => Bi("教职工", "employee"),
            Self::Targets => Bi("目标", "target"),
            Self::Milestones => Bi("里程碑", "milestone"),
            Self::Assets => Bi("资产", "asset"),
            Self::Feeders => Bi("生源学校", "feeder school"),
            Self::Free => Bi("年级或年份", "grade or year"),
        }
    }
}

/// The keys of a map that stands in one cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Key {
    /// Terms.
    Term,
    /// Words.
    Word(&'static [Label]),
}

/// How a cell is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Any text.
    Text,
    /// Texts, with `、` or `;` between them.
    Texts,
    /// A whole number.
    Count,
    /// A number, perhaps with a unit.
    Figure(Measure),
    /// Several of them.
    Figures(Measure),
    /// Yes or no.
    Flag,
    /// One of some words.
    Word(&'static [Label]),
    /// The key of the row's own entry.
    Own,
    /// The key or the name of an entry.
    Ref(Dim),
    /// Several of them.
    Refs(Dim),
    /// A term.
    Term,
    /// Several terms.
    Terms,
    /// A date: a day, a month or a year.
    Date,
    /// A day of every year, `09-01`.
    Day,
    /// A map of figures or, without a measure, of whole numbers.
    Pairs(Key, Option<Measure>),
    /// `必须`, or a price.
    Enforce,
    /// Parts of a tier, with weights.
    Parts,
    /// What a milestone is tied to.
    Tie,
    /// Which standards are chosen.
    Choice,
}

impl Kind {
    /// The words that may stand in the cell, if it is a list of some.
    pub fn labels(self) -> Option<&'static [Label]> {
        match self {
            Self::Word(labels) => Some(labels),
            Self::Flag => Some(labels::FLAG),
            _ => None,
        }
    }

    /// What the cell measures, if it is a figure.
    pub fn measure(self) -> Option<Measure> {
        match self {
            Self::Figure(measure) | Self::Figures(measure) => Some(measure),
            Self::Enforce => Some(Measure::Money),
            _ => None,
        }
    }
}
