//! People by name: what each teaches where, who has which class, who is on
//! duty, who is exchanged.
//!
//! A person is referred to by [`Post::key`].

use super::{Post, TermKey};
use crate::units::Periods;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

impl Post {
    /// What other lists of the plan call the person: the key in the roster or,
    /// where the scenario gives only counts, the name of the post.
    pub fn key(&self) -> &str {
        self.person.as_deref().unwrap_or(&self.name)
    }
}

/// What a person teaches from one term to another, without a change between.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Assignment {
    /// Who: key in the roster, or name of the post.
    pub person: String,
    /// First term: the first of a stage.
    pub from: TermKey,
    /// Last term: the last of a stage.
    pub until: TermKey,
    /// What is taught where.
    pub lessons: Vec<Lesson>,
    /// When they are at other campuses than their own.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub visits: Vec<Visit>,
}

/// Weekly periods of a subject that a person teaches at a campus.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Lesson {
    /// Subject.
    pub subject: String,
    /// Campus where it is taught.
    pub campus: String,
    /// Weekly periods.
    pub periods_per_week: Periods,
}

/// The half-days of a week that a person spends at another campus.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Visit {
    /// Campus.
    pub campus: String,
    /// The school day of each half-day, in order; 1 is Monday. A day that
    /// comes twice is a whole one.
    pub weekdays: Vec<u32>,
}

/// Who is class teacher 班主任 of a class from one term to another.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ClassTeacher {
    /// Name of the class.
    pub class: String,
    /// Its programme.
    pub programme: String,
    /// Who: key in the roster, or name of the post.
    pub person: String,
    /// First term.
    pub from: TermKey,
    /// Last term; the class is in school in all of them.
    pub until: TermKey,
}

/// The order in which people are on duty at a campus during a term. On school
/// day d of the term, from 0, with k of them on duty a day, these are the
/// people at places d·k, …, d·k + k − 1, counted on from the beginning after
/// the last.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct DutyOrder {
    /// Campus.
    pub campus: String,
    /// Term.
    pub term: TermKey,
    /// Leaders, in the order of their duty.
    pub leaders: Vec<String>,
    /// Class teachers, in the order of their duty; after them those who stand
    /// in where there are too few.
    pub class_teachers: Vec<String>,
}

/// A pair of people who take each other's place for a stage 骨干交流. Each
/// keeps the base and teaches what the other would teach at their own.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Exchange {
    /// The branch.
    pub branch: String,
    /// Stage.
    pub from: TermKey,
    /// Who goes from the head school to the branch.
    pub out: String,
    /// Who comes from the branch to the head school.
    pub back: String,
}
