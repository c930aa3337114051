//! Standards of school conditions 办学条件标准: sets of indicators with their
//! thresholds, and the schools that are held to them.

use crate::domain::{Enforcement, Term, Text};
use crate::ids::{CampusId, FieldId, IndicatorId, ResourceId, SetId};
use crate::units::SquareMetres;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use typed_index_collections::TiVec;

/// What an indicator of a standard measures.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum StandardMetric {
    /// Students 在校生.
    Students,
    /// Full-time teachers 专任教师: everybody of the staff, recruits and leaders
    /// who teach included.
    Teachers,
    /// Students for each full-time teacher 生师比.
    StudentsPerTeacher,
    /// Share of the full-time teachers with a senior title 高级职称.
    SeniorShare,
    /// Share of the full-time teachers who teach a vocational subject 专业教师.
    VocationalShare,
    /// Share of the vocational teachers who are double-qualified 双师型.
    DualQualifiedShare,
    /// Full-time teachers with an intermediate title or above in the field of a
    /// programme: of the programme that has the fewest. Of its field are those
    /// who teach its main vocational subject, the one with the most periods
    /// over its curriculum.
    ProgrammeTeachers,
    /// Part-time teachers as a share of the full-time ones; declared.
    PartTimeShare,
    /// Land (m²).
    Land,
    /// Land for each student (m²).
    LandPerStudent,
    /// Building area (m²).
    Building,
    /// Building area for each student (m²).
    BuildingPerStudent,
    /// Books for each student.
    BooksPerStudent,
    /// Periodicals taken; declared.
    Periodicals,
    /// Length of the running track (m); declared.
    RunningTrack,
    /// Value of the teaching equipment (万元).
    Equipment,
    /// Value of the teaching equipment for each student (yuan).
    EquipmentPerStudent,
    /// Computers for 100 students.
    #[serde(rename = "computers_per_100")]
    ComputersPer100,
}

impl StandardMetric {
    /// Those that the planner cannot compute: a school declares them.
    pub const DECLARED: [(&'static str, Self); 3] = [
        ("part_time_share", Self::PartTimeShare),
        ("periodicals", Self::Periodicals),
        ("running_track", Self::RunningTrack),
    ];

    /// Whether the school declares it.
    pub fn is_declared(self) -> bool {
        Self::DECLARED.iter().any(|(_, metric)| *metric == self)
    }

    /// Whether it counts students, so that it differs with who is counted.
    pub fn counts_students(self) -> bool {
        matches!(
            self,
            Self::Students
                | Self::StudentsPerTeacher
                | Self::LandPerStudent
                | Self::BuildingPerStudent
                | Self::BooksPerStudent
                | Self::EquipmentPerStudent
                | Self::ComputersPer100
        )
    }

    /// Whether a plan can be made to reach it: it is linear in what is decided.
    /// Titles are not, for it is not decided who of a group goes where, and
    /// those of recruits are not known.
    pub fn is_enforceable(self) -> bool {
        !self.is_declared()
            && !matches!(
                self,
                Self::SeniorShare
                    | Self::VocationalShare
                    | Self::DualQualifiedShare
                    | Self::ProgrammeTeachers
            )
    }
}

/// How well a threshold is attested.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema,
)]
pub enum Grade {
    /// Read in a published copy of the text.
    #[serde(rename = "S")]
    Read,
    /// Known from the literature; to be confirmed.
    #[serde(rename = "K")]
    Known,
}

/// A threshold.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Bound {
    /// At least so much.
    AtLeast(f64),
    /// At most so much.
    AtMost(f64),
    /// About so much: a guide, neither met nor missed.
    About(f64),
}

impl Bound {
    /// The figure.
    pub fn figure(self) -> f64 {
        match self {
            Self::AtLeast(figure) | Self::AtMost(figure) | Self::About(figure) => figure,
        }
    }
}

/// Which students are counted.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum StudentBasis {
    /// All on the register, with those on internship: 在校生 of the official
    /// statistics.
    #[default]
    Registered,
    /// Those in school, without those on internship.
    InSchool,
}

impl StudentBasis {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Registered, Self::InSchool];
}

/// An indicator of a set.
#[derive(Clone, Debug)]
pub struct Indicator {
    /// Key in the set.
    pub id: String,
    /// Name for readers.
    pub name: Text,
    /// What it measures.
    pub metric: StandardMetric,
    /// Its threshold, in the metric's unit.
    pub bound: Bound,
    /// The figure for students of engineering and medicine, where it is
    /// another; only of [`StandardMetric::EquipmentPerStudent`].
    pub engineering: Option<f64>,
    /// How well the threshold is attested.
    pub grade: Grade,
    /// Where it comes from.
    pub source: Text,
    /// Whether it holds only for newly founded schools.
    pub new_schools: bool,
    /// Whether premises of legally separate units are left out.
    pub without_separate: bool,
    /// Whether staff housing is left out.
    pub without_staff_housing: bool,
}

/// A set of indicators.
#[derive(Clone, Debug)]
pub struct StandardSet {
    /// Key.
    pub id: String,
    /// Title.
    pub title: Text,
    /// Short name for tables.
    pub short: Text,
    /// Who issued it.
    pub issuer: Text,
    /// Number of the document.
    pub number: String,
    /// Which of its columns, if it has several.
    pub column: Option<Text>,
    /// First school year in which it is in force; none: always was.
    pub from: Option<i32>,
    /// Last school year in which it is in force; none: still is.
    pub until: Option<i32>,
    /// Which students decide whether an indicator is met.
    pub basis: StudentBasis,
    /// Its indicators.
    pub indicators: TiVec<IndicatorId, Indicator>,
    /// School years of the horizon in which the plan is held against it.
    pub years: Vec<i32>,
}

impl StandardSet {
    /// Whether it is in force in a school year.
    pub fn in_force(&self, year: i32) -> bool {
        self.from.is_none_or(|from| from <= year) && self.until.is_none_or(|until| year <= until)
    }
}

/// The sets that were chosen, and what they need to know of the scenario.
#[derive(Clone, Debug)]
pub struct Standards {
    /// The sets.
    pub sets: TiVec<SetId, StandardSet>,
    /// The resource whose units are the computers; none: the campuses' own
    /// figures.
    pub computers: Option<ResourceId>,
    /// Resources that are teaching equipment: what is built of them adds its
    /// cost to the value of the equipment.
    pub equipment: Vec<ResourceId>,
    /// Fields of engineering and medicine.
    pub engineering: Vec<FieldId>,
    /// Staff housing within the building area of a campus.
    pub staff_housing: BTreeMap<CampusId, SquareMetres>,
}

/// A school 学校 that standards are held against, or a legally separate unit
/// 独立法人单位 on its premises.
#[derive(Clone, Debug)]
pub struct School {
    /// Key in the scenario file.
    pub id: String,
    /// Name for readers.
    pub name: Text,
    /// The campuses it comprises or, for a separate unit, those it sits on.
    pub campuses: Vec<CampusId>,
    /// First term; none: from the beginning.
    pub from: Option<Term>,
    /// Last term; none: to the end.
    pub until: Option<Term>,
    /// Whether it is a legally separate unit: held against nothing itself, its
    /// premises left out of a school's where the set says so.
    pub separate: bool,
    /// Whether it counts as newly founded.
    pub new: bool,
    /// What the planner cannot compute.
    pub declared: BTreeMap<StandardMetric, f64>,
}

impl School {
    /// Whether there is such a school in a term.
    pub fn exists(&self, term: Term) -> bool {
        self.from.is_none_or(|from| from <= term) && self.until.is_none_or(|until| term <= until)
    }
}

/// An indicator that a plan must reach.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct EnforcedStandard {
    /// Its set.
    pub set: SetId,
    /// The indicator.
    pub indicator: IndicatorId,
    /// From the first school year whose first term is this or later.
    pub from: Term,
    /// Hard, or the price of each missing unit and school year: of students,
    /// teachers, m², books, 万元 of equipment, computers.
    pub enforce: Enforcement,
}
