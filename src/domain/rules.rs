//! The rules by name, and their parameters.

use super::enforcement::Enforcement;
use crate::domain::{
    BandsRule, CatchmentRule, DutyRule, EnforcedStandard, ExchangeRule, PartTimeRule,
    RetrainingRule, Term, VisitingRule,
};
use crate::ids::{CampusId, FieldId, ProgrammeId};
use crate::units::{Money, Students};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// A rule. The same word names its section in the scenario file, its file in
/// the model, its check in the verification and its line in the reports.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum Rule {
    /// Who is admitted.
    Admission,
    /// Which feeder school's pupils enter where.
    Catchment,
    /// Where classes sit.
    Placement,
    /// Which terms of study a campus takes.
    Bands,
    /// Who moves.
    Relocation,
    /// Which small classes are dissolved into others.
    Merging,
    /// Who is away on internship.
    Internship,
    /// When a campus may be used.
    Tenure,
    /// Use of a resource against what is there.
    Capacity,
    /// Units of movable resources are conserved.
    Equipment,
    /// Where the assets of the register are; none is lost.
    Assets,
    /// Periods needed against periods taught.
    Staffing,
    /// Nobody is dismissed; caps on hiring and posting.
    Employment,
    /// Trainees of short courses against demand and contracts.
    Courses,
    /// Who teaches away from the base.
    Visiting,
    /// Who changes subject.
    Retraining,
    /// Periods bought from outside.
    PartTime,
    /// Every class has its class teacher.
    ClassTeacher,
    /// Who is on duty.
    Duty,
    /// Who is exchanged between the head school and its branches.
    Exchange,
    /// Capital and running money.
    Budget,
    /// What a campus is for.
    Role,
    /// Conditions that a school must have.
    Standards,
    /// Decisions that are forced or forbidden.
    Pins,
    /// What the plan is to reach.
    Target,
}

impl Rule {
    /// All rules, in the order of the reports.
    pub const ALL: [Self; 25] = [
        Self::Admission,
        Self::Catchment,
        Self::Placement,
        Self::Bands,
        Self::Relocation,
        Self::Merging,
        Self::Internship,
        Self::Tenure,
        Self::Capacity,
        Self::Equipment,
        Self::Assets,
        Self::Staffing,
        Self::Employment,
        Self::Courses,
        Self::Visiting,
        Self::Retraining,
        Self::PartTime,
        Self::ClassTeacher,
        Self::Duty,
        Self::Exchange,
        Self::Budget,
        Self::Role,
        Self::Standards,
        Self::Pins,
        Self::Target,
    ];

    /// The rule's key, as in the scenario file.
    pub fn key(self) -> &'static str {
        match self {
            Self::Admission => "admission",
            Self::Catchment => "catchment",
            Self::Placement => "placement",
            Self::Bands => "bands",
            Self::Relocation => "relocation",
            Self::Merging => "merging",
            Self::Internship => "internship",
            Self::Tenure => "tenure",
            Self::Capacity => "capacity",
            Self::Equipment => "equipment",
            Self::Assets => "assets",
            Self::Staffing => "staffing",
            Self::Employment => "employment",
            Self::Courses => "courses",
            Self::Visiting => "visiting",
            Self::Retraining => "retraining",
            Self::PartTime => "part_time",
            Self::ClassTeacher => "class_teacher",
            Self::Duty => "duty",
            Self::Exchange => "exchange",
            Self::Budget => "budget",
            Self::Role => "role",
            Self::Standards => "standards",
            Self::Pins => "pins",
            Self::Target => "target",
        }
    }
}

/// The rules' parameters. A rule without an entry of its own has none and is
/// always hard: Placement, Bands, Internship, Tenure, Equipment, Assets and Pins. So
/// are Merging, Visiting, Retraining, `PartTime`, `ClassTeacher` and Duty.
#[derive(Clone, Debug, Default)]
pub struct Rules {
    /// Rule Admission: `Priced` lets admissions fall below `least`, per class.
    pub admission: Enforcement,
    /// Rule Catchment; without it every class is an average of all feeder
    /// schools.
    pub catchment: Option<CatchmentRule>,
    /// Rule Bands; without it every campus takes all terms of study.
    pub bands: Option<BandsRule>,
    /// Rule Relocation.
    pub relocation: RelocationRule,
    /// Rule Merging; without it no class is ever merged.
    pub merging: Option<MergingRule>,
    /// Rule Capacity: the price of one missing unit for one term.
    pub capacity: Enforcement,
    /// Rule Staffing: the price of one weekly period not taught for one term.
    pub staffing: Enforcement,
    /// Rule Employment.
    pub employment: EmploymentRule,
    /// Rule Courses: the price of one trainee below `least` in a term.
    pub courses: Enforcement,
    /// Rule Visiting.
    pub visiting: VisitingRule,
    /// Rule Retraining.
    pub retraining: RetrainingRule,
    /// Rule `PartTime`.
    pub part_time: PartTimeRule,
    /// Rule `ClassTeacher`: whether it holds.
    pub class_teacher: bool,
    /// Rule Duty; without it nobody is on duty.
    pub duty: Option<DutyRule>,
    /// Rule Exchange; without it nobody is exchanged.
    pub exchange: Option<ExchangeRule>,
    /// Rule Budget.
    pub budget: BudgetRule,
    /// Rule Role.
    pub role: RoleRule,
    /// Rule Standards: the indicators that a plan must reach, each enforced in
    /// its own way.
    pub standards: Vec<EnforcedStandard>,
}

impl Rules {
    /// How a rule is enforced everywhere; for the standards see
    /// [`crate::domain::Scenario::enforcement`].
    pub fn enforcement(&self, rule: Rule) -> Enforcement {
        match rule {
            Rule::Admission => self.admission,
            Rule::Catchment => {
                let rule = self.catchment.as_ref();
                rule.map_or(Enforcement::Hard, |rule| rule.enforce)
            }
            Rule::Relocation => self.relocation.enforce,
            Rule::Capacity => self.capacity,
            Rule::Staffing => self.staffing,
            Rule::Employment => self.employment.enforce,
            Rule::Courses => self.courses,
            Rule::Budget => self.budget.enforce,
            Rule::Role => self.role.enforce,
            Rule::Exchange => {
                let rule = self.exchange.as_ref();
                rule.map_or(Enforcement::Hard, |rule| rule.enforce)
            }
            Rule::Placement
            | Rule::Bands
            | Rule::Visiting
            | Rule::Retraining
            | Rule::PartTime
            | Rule::ClassTeacher
            | Rule::Duty
            | Rule::Merging
            | Rule::Internship
            | Rule::Tenure
            | Rule::Equipment
            | Rule::Standards
            | Rule::Assets
            | Rule::Pins
            | Rule::Target => Enforcement::Hard,
        }
    }
}

/// Parameters of rule Relocation.
#[derive(Clone, Debug)]
pub struct RelocationRule {
    /// Hard, or the price of each class moved beyond the cap of a stage. Only
    /// the cap can be priced.
    pub enforce: Enforcement,
    /// Most classes that may move at one relocation point.
    pub most_per_stage: Option<u32>,
    /// Most moves of one class during the horizon.
    pub most_per_class: u32,
    /// Whether a class may move in its last school year. A class always may
    /// when its campus must be left.
    pub last_year: bool,
    /// First term in which a campus must hold no class, staff or movable
    /// equipment.
    pub vacate: BTreeMap<CampusId, Term>,
    /// Cost of moving one class.
    pub cost: Money,
}

impl Default for RelocationRule {
    fn default() -> Self {
        Self {
            enforce: Enforcement::Hard,
            most_per_stage: None,
            most_per_class: 1,
            last_year: false,
            vacate: BTreeMap::new(),
            cost: Money::ZERO,
        }
    }
}

/// Parameters of rule Merging.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct MergingRule {
    /// Most students that a class may have when others have joined it.
    pub most_students: Students,
    /// Cost of dissolving one class.
    pub cost: Money,
}

/// Parameters of rule Employment.
#[derive(Clone, Debug, Default)]
pub struct EmploymentRule {
    /// Hard, or the price of each hire or redeployment beyond its cap.
    pub enforce: Enforcement,
    /// Most recruits in a calendar year, over all subjects.
    pub hires_per_year: Option<u32>,
    /// Most staff re-based at one relocation point.
    pub rebased_per_stage: Option<u32>,
}

/// Parameters of rule Budget.
#[derive(Clone, Debug, Default)]
pub struct BudgetRule {
    /// Hard, or the price of each 万元 beyond the budget.
    pub enforce: Enforcement,
    /// Capital granted by fiscal year; unspent money is carried over. `None`:
    /// no limit.
    pub capital: Option<BTreeMap<i32, Money>>,
    /// Running grant by fiscal year: running cost less income may not exceed
    /// it. A year without an entry has no limit.
    pub running: BTreeMap<i32, Money>,
}

/// Parameters of rule Role.
#[derive(Clone, Debug, Default)]
pub struct RoleRule {
    /// Hard, or the price of each class short, per term.
    pub enforce: Enforcement,
    /// Leading fields of campuses.
    pub leads: Vec<Lead>,
    /// Main campuses of programmes.
    pub mains: Vec<Main>,
}

/// A campus's leading field holds at least a share of its classes in school.
#[derive(Clone, Copy, Debug)]
pub struct Lead {
    /// The campus.
    pub campus: CampusId,
    /// Its leading field.
    pub field: FieldId,
    /// Least share, 0 to 1.
    pub share: f64,
    /// From this term on.
    pub from: Term,
}

/// A programme's main campus holds at least a share of its classes in school.
#[derive(Clone, Copy, Debug)]
pub struct Main {
    /// The programme.
    pub programme: ProgrammeId,
    /// Its main campus.
    pub campus: CampusId,
    /// Least share, 0 to 1.
    pub share: f64,
    /// From this term on.
    pub from: Term,
}
