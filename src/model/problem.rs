//! The mixed-integer problem itself: columns, labelled rows, nothing of any
//! solver.

use super::linear::{Linear, Variable};
use crate::domain::{Rule, Scenario};
use crate::ids::{
    CampusId, CohortId, CourseId, FeederId, FieldId, GroupId, IndicatorId, OptionId, PinId, PoolId,
    ProgrammeId, ResourceId, SchoolId, SetId, SubjectId, TargetId, TermId,
};

/// A column.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Column {
    /// Least value.
    pub lower: f64,
    /// Largest value.
    pub upper: f64,
    /// Whether it must be whole.
    pub whole: bool,
}

/// A row: `linear ≤ upper`, or `linear = upper` where `lower` is finite (then
/// both are the same). The linear part has no constant.
#[derive(Clone, Debug)]
pub struct Row {
    /// What the row is.
    pub label: Label,
    /// Left side.
    pub linear: Linear,
    /// Least value.
    pub lower: f64,
    /// Largest value.
    pub upper: f64,
}

/// What a row is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Label {
    /// The rule it belongs to.
    pub rule: Rule,
    /// Its name within the rule.
    pub name: &'static str,
    /// Place.
    pub place: Place,
    /// Term, or first term of the stage.
    pub term: Option<TermId>,
}

/// What in the scenario a row is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// The whole group.
    All,
    /// A campus.
    Campus(CampusId),
    /// A cohort.
    Cohort(CohortId),
    /// A cohort at a campus.
    CohortAt(CohortId, CampusId),
    /// A cohort's pupils of a feeder school.
    CohortFrom(CohortId, FeederId),
    /// Pupils of a feeder school in a programme.
    From(ProgrammeId, FeederId),
    /// A pool.
    Pool(PoolId),
    /// A resource.
    Resource(ResourceId),
    /// A resource at a campus.
    ResourceAt(ResourceId, CampusId),
    /// A subject.
    Subject(SubjectId),
    /// A subject at a campus.
    SubjectAt(SubjectId, CampusId),
    /// A staff group.
    Group(GroupId),
    /// A staff group at a campus.
    GroupAt(GroupId, CampusId),
    /// A building option.
    Option(OptionId),
    /// A fiscal or calendar year.
    Year(i32),
    /// A campus's leading field.
    Lead(CampusId, FieldId),
    /// A programme's main campus.
    Main(ProgrammeId, CampusId),
    /// A pin.
    Pin(PinId),
    /// A target.
    Target(TargetId),
    /// An indicator of a set of standards, at a school.
    Standard(SetId, IndicatorId, SchoolId),
    /// A short course.
    Course(CourseId),
    /// A short course at a campus.
    CourseAt(CourseId, CampusId),
}

impl Place {
    /// The keys of the scenario that name the place.
    pub fn keys(self, scenario: &Scenario) -> Vec<String> {
        let campus = |id: CampusId| scenario.campuses[id].id.clone();
        let cohort = |id: CohortId| {
            let cohort = &scenario.cohorts[id];
            let programme = scenario.programmes[cohort.programme].id.clone();
            vec![programme, cohort.entry.to_string()]
        };
        let feeder = |id: FeederId| {
            let enrolment = scenario.enrolment.iter();
            enrolment.map(|one| one.feeders[id].id.clone()).collect::<Vec<_>>()
        };
        match self {
            Self::All => vec![],
            Self::Campus(id) => vec![campus(id)],
            Self::Cohort(id) => cohort(id),
            Self::CohortAt(id, at) => [cohort(id), vec![campus(at)]].concat(),
            Self::CohortFrom(id, from) => [cohort(id), feeder(from)].concat(),
            Self::From(id, from) => {
                [vec![scenario.programmes[id].id.clone()], feeder(from)].concat()
            }
            Self::Pool(id) => vec![scenario.pools[id].id.clone()],
            Self::Resource(id) => vec![scenario.resources[id].id.clone()],
            Self::ResourceAt(id, at) => vec![scenario.resources[id].id.clone(), campus(at)],
            Self::Subject(id) => vec![scenario.subjects[id].id.clone()],
            Self::SubjectAt(id, at) => vec![scenario.subjects[id].id.clone(), campus(at)],
            Self::Group(id) => vec![scenario.staff[id].id.clone()],
            Self::GroupAt(id, at) => vec![scenario.staff[id].id.clone(), campus(at)],
            Self::Option(id) => vec![scenario.options[id].id.clone()],
            Self::Year(year) => vec![year.to_string()],
            Self::Lead(at, field) => vec![campus(at), scenario.fields[field].id.clone()],
            Self::Main(id, at) => vec![scenario.programmes[id].id.clone(), campus(at)],
            Self::Pin(id) => vec![id.0.to_string()],
            Self::Target(id) => vec![scenario.targets[id].id.clone()],
            Self::Standard(set, indicator, school) => {
                let standards = scenario.standards.iter();
                let sets = standards.map(|standards| &standards.sets[set]);
                let keys = sets.flat_map(|set| [&set.id, &set.indicators[indicator].id]);
                let keys = keys.chain([&scenario.schools[school].id]);
                keys.cloned().collect()
            }
            Self::Course(id) => vec![scenario.courses[id].id.clone()],
            Self::CourseAt(id, at) => vec![scenario.courses[id].id.clone(), campus(at)],
        }
    }
}

/// Columns and rows.
#[derive(Clone, Debug, Default)]
pub struct Problem {
    /// The columns.
    pub columns: Vec<Column>,
    /// The rows.
    pub rows: Vec<Row>,
}

impl Problem {
    /// The same without integrality.
    #[must_use]
    pub fn continuous(&self) -> Self {
        let mut problem = self.clone();
        for column in &mut problem.columns {
            column.whole = false;
        }
        problem
    }

    fn column(&mut self, lower: f64, upper: f64, whole: bool) -> Variable {
        self.columns.push(Column { lower, upper, whole });
        Variable(self.columns.len() - 1)
    }

    /// A new real column of at least 0.
    pub fn real(&mut self, upper: f64) -> Variable {
        self.column(0.0, upper, false)
    }

    /// A new whole column of at least 0.
    pub fn whole(&mut self, upper: f64) -> Variable {
        self.column(0.0, upper, true)
    }

    fn row(&mut self, label: Label, linear: Linear, lower: f64, upper: f64) {
        let linear = linear.tidy();
        let constant = linear.constant;
        self.rows.push(Row {
            label,
            linear: Linear { constant: 0.0, ..linear },
            lower: lower - constant,
            upper: upper - constant,
        });
    }

    /// Adds `left ≤ right`, unless no variable is in it and it holds.
    pub fn at_most(&mut self, label: Label, left: Linear, right: Linear) {
        let linear = left - right;
        if linear.is_constant() && linear.constant <= 0.0 {
            return;
        }
        self.row(label, linear, f64::NEG_INFINITY, 0.0);
    }

    /// Adds `left = right`.
    pub fn equal(&mut self, label: Label, left: Linear, right: Linear) {
        self.row(label, left - right, 0.0, 0.0);
    }
}
