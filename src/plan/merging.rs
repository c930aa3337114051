//! What becomes of classes that are dissolved.

use super::{ClassPath, Plan, TermKey};
use crate::domain::Term;
use crate::units::Students;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// The end of a class that is merged into others.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Merged {
    /// First term in which it is no more: the first of a stage.
    pub at: TermKey,
    /// The classes of the cohort that its students join.
    pub into: Vec<Joined>,
}

/// Students who join a class.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Joined {
    /// Name of the class.
    pub class: String,
    /// Students, counted like those of the classes: today for an existing
    /// cohort, at entry for a new one.
    pub students: Students,
}

impl ClassPath {
    /// Whether it has been dissolved by a term.
    #[must_use]
    pub fn dissolved(&self, term: Term) -> bool {
        (self.merged.as_ref()).is_some_and(|merged| merged.at.0 <= term)
    }
}

impl Plan {
    /// Students who have joined a class by a term, counted like its own.
    #[must_use]
    pub fn joined(&self, class: &ClassPath, term: Term) -> Students {
        let others = self.classes.iter();
        let others = others.filter(|one| one.programme == class.programme && one.dissolved(term));
        let into = others.filter_map(|one| one.merged.as_ref());
        let into = into.flat_map(|merged| &merged.into);
        into.filter(|joined| joined.class == class.name).map(|joined| joined.students).sum()
    }
}
