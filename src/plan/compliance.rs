//! The plan held against standards of school conditions, indicator by
//! indicator and school year by school year.
//!
//! An indicator is met where what is there ≥ what is needed. Of titles and
//! double qualification only some may be known: what is there then lies between
//! those known and all who may be, and an indicator is met, or missed, only
//! where it is either way.

use super::book::Book;
use super::holding::{Holding, Range};
use super::{Plan, TermKey};
use crate::domain::{
    Bound, Grade, Indicator, Scenario, School, StandardMetric, StandardSet, Standards, StudentBasis,
};
use crate::ids::TermId;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// A shortfall up to this, relative to what is needed, is rounding.
const ROUNDING: f64 = 1e-6;

/// An indicator of a set in a school year.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ComplianceLine {
    /// Set of standards.
    pub set: String,
    /// Indicator.
    pub indicator: String,
    /// School.
    pub school: String,
    /// School year, by the calendar year of its autumn.
    pub school_year: i32,
    /// The term that was looked at.
    pub term: TermKey,
    /// Which students are counted; null where none are.
    pub basis: Option<StudentBasis>,
    /// Threshold, in the metric's unit: students, people, a share, m², books,
    /// m, 万元, or yuan a student.
    pub bound: Bound,
    /// How well it is attested: `S` read in a published copy, `K` to be
    /// confirmed.
    pub grade: Grade,
    /// Whether the line decides: the students are those the set counts, and it
    /// is no guide, nor one for new schools only.
    pub counts: bool,
    /// Value in the same unit, as far as it is known; null where it is not.
    pub value: Option<f64>,
    /// The most it may be, where more is not known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub value_up_to: Option<f64>,
    /// Whether it is met; null where that is not known, and of a guide.
    pub met: Option<bool>,
    /// What is missing for certain, in units of what there is: students,
    /// people, m², books, 万元, computers; null where `met` is.
    pub missed: Option<f64>,
    /// People whose title or qualification would have to be known.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub unknown: u32,
    /// Programmes that fall short for certain.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub lacking: Vec<String>,
}

#[allow(clippy::trivially_copy_pass_by_ref)] // as serde calls it
fn is_zero(count: &u32) -> bool {
    *count == 0
}

/// Every indicator of the chosen sets, for every school and school year; none
/// without standards.
pub fn compliance(scenario: &Scenario, plan: &Plan) -> Vec<ComplianceLine> {
    let Some(standards) = &scenario.standards else {
        return Vec::new();
    };
    let book = Book::new(scenario, plan);
    let mut lines = Vec::new();
    for set in &standards.sets {
        for school in scenario.schools.iter().filter(|one| !one.separate) {
            for (year, term) in scenario.calendar.school_years() {
                if set.years.contains(&year) {
                    let of = Of { book: &book, standards, set, school, year, term };
                    lines.extend(of.lines());
                }
            }
        }
    }
    lines
}

/// A set, a school and a school year.
struct Of<'a> {
    book: &'a Book<'a>,
    standards: &'a Standards,
    set: &'a StandardSet,
    school: &'a School,
    year: i32,
    term: TermId,
}

impl Of<'_> {
    fn lines(&self) -> Vec<ComplianceLine> {
        let Some(holding) = Holding::new(self.book, self.standards, self.school, self.term) else {
            return Vec::new();
        };
        let indicators = self.set.indicators.iter();
        let lines = indicators.flat_map(|one| {
            let bases: Vec<Option<StudentBasis>> = if one.metric.counts_students() {
                StudentBasis::ALL.map(Some).to_vec()
            } else {
                vec![None]
            };
            let bases = bases.into_iter();
            bases.map(|basis| self.line(one, basis, &holding)).collect::<Vec<_>>()
        });
        lines.collect()
    }

    fn line(
        &self,
        one: &Indicator,
        basis: Option<StudentBasis>,
        holding: &Holding,
    ) -> ComplianceLine {
        let students = holding.students(basis.unwrap_or_default());
        let bound = holding.bound(one, basis.unwrap_or_default());
        let measured = measured(one, students, holding);
        let verdict = measured.and_then(|there| verdict(bound, one.metric, there));
        let value = measured.and_then(Measured::value);
        let guide = matches!(bound, Bound::About(_));
        ComplianceLine {
            set: self.set.id.clone(),
            indicator: one.id.clone(),
            school: self.school.id.clone(),
            school_year: self.year,
            term: TermKey(self.book.scenario.calendar.term(self.term)),
            basis,
            bound,
            grade: one.grade,
            counts: !guide
                && (self.school.new || !one.new_schools)
                && basis.is_none_or(|basis| basis == self.set.basis),
            value: value.map(|value| value.sure),
            value_up_to: value.filter(|value| value.most > value.sure).map(|value| value.most),
            met: verdict.map(|missed| missed <= 0.0),
            missed: verdict.map(|missed| missed.max(0.0)),
            unknown: holding.unknown(one.metric),
            lacking: holding.lacking(one.metric, bound),
        }
    }
}

/// What is there of a metric, for each of whom or what, and by how much that
/// is multiplied.
#[derive(Clone, Copy)]
struct Measured {
    there: Range,
    each: f64,
    scale: f64,
}

impl Measured {
    fn value(self) -> Option<Range> {
        let scaled = |there: f64| there / self.each * self.scale;
        (self.each > 0.0)
            .then(|| Range { sure: scaled(self.there.sure), most: scaled(self.there.most) })
    }
}

/// What there is of a metric; nothing where the scenario does not say.
fn measured(one: &Indicator, students: f64, holding: &Holding) -> Option<Measured> {
    use StandardMetric as Of;
    let of = |there: Range, each: f64, scale: f64| Some(Measured { there, each, scale });
    let total = |amount: f64| of(Range::sure(amount), 1.0, 1.0);
    let share = |part: Range, whole: f64| of(part, whole, 1.0).filter(|_| whole > 0.0);
    let each = |amount: f64, each: f64, scale: f64| {
        of(Range::sure(amount), each, scale).filter(|_| each > 0.0)
    };
    if !holding.states(one.metric) {
        return None;
    }
    match one.metric {
        Of::Students => total(students),
        Of::Teachers => total(holding.teachers),
        Of::StudentsPerTeacher => of(Range::sure(students), holding.teachers, 1.0),
        Of::SeniorShare => share(holding.senior, holding.teachers),
        Of::VocationalShare => share(Range::sure(holding.vocational), holding.teachers),
        Of::DualQualifiedShare => share(holding.dual_qualified, holding.vocational),
        Of::ProgrammeTeachers => holding.fewest().and_then(|fewest| of(fewest, 1.0, 1.0)),
        Of::PartTimeShare | Of::Periodicals | Of::RunningTrack => {
            holding.declared(one.metric).and_then(total)
        }
        Of::Land => total(holding.land(one)),
        Of::LandPerStudent => each(holding.land(one), students, 1.0),
        Of::Building => total(holding.building(one)),
        Of::BuildingPerStudent => each(holding.building(one), students, 1.0),
        Of::BooksPerStudent => each(holding.books, students, 1.0),
        Of::Equipment => total(holding.equipment),
        Of::EquipmentPerStudent => each(holding.equipment, students, YUAN),
        Of::ComputersPer100 => each(holding.computers, students, 100.0),
    }
}

/// Yuan in 万元.
const YUAN: f64 = 1e4;

/// What is missing, 0 or less where the threshold is met; nothing where that
/// is not known.
fn verdict(bound: Bound, metric: StandardMetric, there: Measured) -> Option<f64> {
    let needed = |figure: f64| figure * there.each / there.scale;
    let (sure, possible) = match bound {
        Bound::About(_) => return None,
        Bound::AtLeast(least) => {
            (missing(needed(least), there.there.sure), missing(needed(least), there.there.most))
        }
        Bound::AtMost(most) => {
            (missing(there.there.most, needed(most)), missing(there.there.sure, needed(most)))
        }
    };
    // What is missing are teachers, not students.
    let unit = match (metric, bound) {
        (StandardMetric::StudentsPerTeacher, bound) => bound.figure(),
        _ => 1.0,
    };
    match (sure <= 0.0, possible <= 0.0) {
        (true, _) => Some(0.0),
        (false, false) => Some(possible / unit),
        (false, true) => None,
    }
}

/// By how much `there` is short of `needed`, 0 within a rounding.
fn missing(needed: f64, there: f64) -> f64 {
    let short = needed - there;
    if short > ROUNDING * needed.abs().max(1.0) { short } else { 0.0 }
}
