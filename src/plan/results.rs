//! Results: missed rules, targets, accounts, indicators.

use super::CourseTrainees;
use super::MoneyItem;
use super::TermKey;
use crate::domain::{Metric, Rule, SubjectKind};
use crate::units::{Hours, Kilometres, Money, Periods, Students};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Where a rule with a price is missed.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct MissedRule {
    /// Which rule.
    pub rule: Rule,
    /// What it is about: keys of the scenario, e.g. resource and campus.
    pub place: Vec<String>,
    /// Term or first term of the stage; null where the rule has neither.
    pub term: Option<TermKey>,
    /// By how much, in the rule's unit.
    pub amount: f64,
}

/// A target in a term.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct TargetResult {
    /// Target.
    pub target: String,
    /// Term.
    pub term: TermKey,
    /// What is counted.
    pub metric: Metric,
    /// At least so many.
    pub at_least: f64,
    /// So many, in whole classes or students.
    pub value: f64,
    /// Short by so many: of students, the target's rounded number less `value`.
    pub missed: f64,
}

impl TargetResult {
    /// Whether the target is missed. Students are whole here, so a target of
    /// 2,500 is met by 2,500 and missed by 2,499.
    pub fn is_missed(&self) -> bool {
        self.missed > 0.0
    }
}

/// What the plan costs in money, disruption and travel.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Accounts {
    /// Money by kind and fiscal year, undiscounted.
    pub money: Vec<MoneyLine>,
    /// The cost tier: all of `money` except income, less the fees of short
    /// courses, discounted.
    pub cost_wan_yuan: Money,
    /// Weighted shortfall from the targets, percent: of expected students, in
    /// fractions, as the objective counts them.
    pub targets_percent: f64,
    /// Whole students moved between campuses, each time counted.
    pub students_moved: Students,
    /// Classes moved between campuses, each time counted.
    pub classes_moved: u32,
    /// Staff re-based, each time counted.
    pub staff_rebased: u32,
    /// The disruption tier: both, weighted; of expected students.
    pub disruption: f64,
    /// Hours of students on the road to shared resources.
    pub student_hours: Hours,
    /// Hours of students on the road between home and campus, where the
    /// scenario has the travel tier count them; 0 where it does not.
    pub home_hours: Hours,
    /// Hours of visiting teachers on the road.
    pub teacher_hours: Hours,
    /// The deviation tier: what is decided otherwise than in the plan that is to
    /// be kept, weighted; absent where none is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub deviation: Option<f64>,
    /// The parts of the objective about intakes; absent where it has none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub intakes: Option<IntakeParts>,
}

/// The parts of the objective about intakes.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct IntakeParts {
    /// Students by which intakes differ from those before, weighted.
    pub swing: f64,
    /// Applicants who get no place in any programme, weighted.
    pub turned_away: f64,
    /// Weighted shortfall from the targets if no more apply than the low
    /// forecast says, percent.
    pub margins_percent: f64,
}

/// A sum of money.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct MoneyLine {
    /// What for.
    pub item: MoneyItem,
    /// Fiscal year: calendar year of the term.
    pub fiscal_year: i32,
    /// 万元.
    pub amount_wan_yuan: Money,
}

/// What the plan comes to in a term.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct TermIndicators {
    /// Term.
    pub term: TermKey,
    /// Classes on the register.
    pub classes_registered: u32,
    /// Classes in school.
    pub classes_in_school: u32,
    /// Registered students 在册生.
    pub registered: Students,
    /// Students in school 在校生.
    pub students_in_school: Students,
    /// Students on internship.
    pub on_internship: Students,
    /// Boarders in school.
    pub boarders: Students,
    /// Students lost in the course of the term.
    pub students_lost: Students,
    /// The same as a share of the registered students, 0 to 1.
    pub attrition: f64,
    /// The share that may be lost in a term, 0 to 1; reported, not enforced.
    pub attrition_limit: f64,
    /// Registered classes that lose more than that.
    pub classes_over_limit: u32,
    /// Kilometres of students in school between home and campus; null where
    /// the scenario has no roads of its feeder schools.
    pub home_kilometres: Option<Kilometres>,
    /// Hours of the same.
    pub home_hours: Option<Hours>,
    /// Use and capacity of resources, where there is either.
    pub capacity: Vec<CapacityUse>,
    /// Periods needed by subject and campus.
    pub periods: Vec<PeriodsNeeded>,
    /// Trainees of short courses against demand; absent without short courses.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub courses: Vec<CourseTrainees>,
}

/// Use of a resource at a campus in a term.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct CapacityUse {
    /// Resource.
    pub resource: String,
    /// Campus.
    pub campus: String,
    /// Use by the campus's own students and trainees, less what they use
    /// elsewhere, plus what others use here; in units (rooms, beds) or hours a
    /// week.
    pub used: f64,
    /// What is there and open, in the same measure.
    pub available: f64,
}

/// Weekly periods of a subject needed at a campus.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PeriodsNeeded {
    /// Subject.
    pub subject: String,
    /// Common or vocational.
    pub kind: SubjectKind,
    /// Campus.
    pub campus: String,
    /// Weekly periods.
    pub periods_per_week: Periods,
}
