//! Terms, stages and the horizon.

use super::{TermDays, Text};
use crate::ids::{StageId, TermId};
use chrono::NaiveDate;
use std::fmt;
use std::ops::Range;
use std::str::FromStr;
use typed_index_collections::TiVec;

/// The half of a calendar year in which a term lies.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Season {
    /// February to July.
    Spring,
    /// September to January.
    Autumn,
}

/// A term 学期, written `2008-spring` or `2008-autumn`. The year is the
/// calendar year in which the term begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Term {
    /// Calendar year in which the term begins.
    pub year: i32,
    /// Spring or autumn.
    pub season: Season,
}

impl Term {
    fn ordinal(self) -> i64 {
        i64::from(self.year) * 2 + i64::from(self.season == Season::Autumn)
    }

    /// How many terms this one lies after `other`; negative if before.
    pub fn since(self, other: Self) -> i64 {
        self.ordinal() - other.ordinal()
    }

    /// The term `count` terms later (earlier if negative).
    #[must_use]
    pub fn plus(self, count: i64) -> Self {
        let ordinal = self.ordinal() + count;
        let season = if ordinal.rem_euclid(2) == 0 { Season::Spring } else { Season::Autumn };
        let year = i32::try_from(ordinal.div_euclid(2)).unwrap_or(i32::MAX);
        Self { year, season }
    }

    /// The school year, by the calendar year in which its autumn term begins.
    pub fn school_year(self) -> i32 {
        match self.season {
            Season::Spring => self.year - 1,
            Season::Autumn => self.year,
        }
    }

    /// The fiscal year 财政年度: the calendar year in which the term begins.
    pub fn fiscal_year(self) -> i32 {
        self.year
    }
}

impl fmt::Display for Term {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let season = match self.season {
            Season::Spring => "spring",
            Season::Autumn => "autumn",
        };
        write!(out, "{:04}-{season}", self.year)
    }
}

/// A text that is not a term.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a term is written like 2008-spring or 2008-autumn, with a year from 1900 to 2200")]
pub struct NotATerm;

impl FromStr for Term {
    type Err = NotATerm;

    fn from_str(text: &str) -> Result<Self, NotATerm> {
        let (year, season) = text.trim().split_once('-').ok_or(NotATerm)?;
        let year = year.parse().map_err(|_| NotATerm)?;
        let season = match season {
            "spring" => Season::Spring,
            "autumn" => Season::Autumn,
            _ => return Err(NotATerm),
        };
        if (1900..=2200).contains(&year) { Ok(Self { year, season }) } else { Err(NotATerm) }
    }
}

/// The horizon: consecutive terms, cut into stages at the relocation points.
#[derive(Clone, Debug)]
pub struct Calendar {
    /// The first term of the plan.
    pub first: Term,
    /// Number of terms.
    pub terms: usize,
    /// Stages 阶段: maximal runs of terms between relocation points, as index
    /// ranges over the terms; never empty, together the whole horizon.
    pub stages: TiVec<StageId, Range<usize>>,
    /// The term by which the targets are due, unless a target says otherwise.
    pub target: TermId,
    /// Teaching weeks in a term, for costs and hours per term.
    pub weeks: f64,
    /// Teaching days of spring terms.
    pub spring: TermDays,
    /// Teaching days of autumn terms.
    pub autumn: TermDays,
    /// Public holidays: nothing is moved, built or held on them.
    pub holidays: Vec<Holiday>,
}

/// A public holiday, both days included.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Holiday {
    /// Its name for readers.
    pub name: Text,
    /// First day.
    pub from: NaiveDate,
    /// Last day.
    pub until: NaiveDate,
}

impl Calendar {
    /// The public holiday on a day, if there is one.
    pub fn holiday(&self, day: NaiveDate) -> Option<&Holiday> {
        let mut holidays = self.holidays.iter();
        holidays.find(|one| (one.from..=one.until).contains(&day))
    }

    /// The term with this index.
    pub fn term(&self, id: TermId) -> Term {
        self.first.plus(i64::try_from(id.0).unwrap_or(i64::MAX))
    }

    /// The index of a term, if it lies in the horizon.
    pub fn find(&self, term: Term) -> Option<TermId> {
        usize::try_from(term.since(self.first)).ok().filter(|index| *index < self.terms).map(TermId)
    }

    /// All terms in order.
    pub fn term_ids(&self) -> impl Iterator<Item = TermId> + use<> {
        (0..self.terms).map(TermId)
    }

    /// All stages in order.
    pub fn stage_ids(&self) -> impl Iterator<Item = StageId> + use<> {
        (0..self.stages.len()).map(StageId)
    }

    /// The school years of the horizon, each with the term in which a school
    /// is looked at: its autumn or, if that lies before the horizon, its
    /// spring.
    pub fn school_years(&self) -> Vec<(i32, TermId)> {
        let years = self.term_ids().map(|id| (self.term(id).school_year(), id));
        let mut years: Vec<(i32, TermId)> = years.collect();
        years.dedup_by_key(|(year, _)| *year);
        years
    }

    /// The terms of a stage in order.
    pub fn terms_of(&self, stage: StageId) -> impl Iterator<Item = TermId> + use<> {
        self.stages[stage].clone().map(TermId)
    }

    /// The stage in which a term lies.
    pub fn stage_of(&self, term: TermId) -> StageId {
        self.stages.position(|range| range.contains(&term.0)).unwrap_or(StageId(0))
    }

    /// The term in which a stage begins, i.e. its relocation point.
    pub fn start(&self, stage: StageId) -> Term {
        self.term(TermId(self.stages[stage].start))
    }

    /// The stage that begins with `term`, if one does.
    pub fn stage_starting(&self, term: Term) -> Option<StageId> {
        let term = self.find(term)?;
        self.stages.position(|range| range.start == term.0)
    }
}
