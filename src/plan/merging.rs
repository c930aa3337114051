//! What becomes of classes that are dissolved.

use super::{ClassPath, Plan};
use crate::domain::Term;
use crate::units::Students;

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
