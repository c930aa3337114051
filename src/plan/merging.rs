//! What becomes of classes that are dissolved.

use super::{ClassPath, Plan};
use crate::domain::Term;
use crate::units::Students;
use std::collections::HashMap;

impl ClassPath {
    /// Whether it has been dissolved by a term.
    #[must_use]
    pub fn dissolved(&self, term: Term) -> bool {
        (self.merged.as_ref()).is_some_and(|merged| merged.at.0 <= term)
    }
}

/// Students who join classes, by programme and class: made once for all classes
/// of a plan.
pub(super) struct Joins<'a>(HashMap<(&'a str, &'a str), Vec<(Term, Students)>>);

impl<'a> Joins<'a> {
    /// Those of a plan.
    pub(super) fn of(plan: &'a Plan) -> Self {
        let mut joins: HashMap<_, Vec<_>> = HashMap::new();
        for class in &plan.classes {
            let Some(merged) = &class.merged else {
                continue;
            };
            for joined in &merged.into {
                let key = (class.programme.as_str(), joined.class.as_str());
                joins.entry(key).or_default().push((merged.at.0, joined.students));
            }
        }
        Self(joins)
    }

    /// Students who have joined a class by a term, counted like its own.
    pub(super) fn by(&self, class: &ClassPath, term: Term) -> Students {
        let key = (class.programme.as_str(), class.name.as_str());
        let joined = self.0.get(&key).into_iter().flatten();
        joined.filter(|(at, _)| *at <= term).map(|(_, students)| *students).sum()
    }
}
