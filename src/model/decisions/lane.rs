//! Path variables.

use crate::ids::{FeederId, StageId};
use crate::model::linear::{Linear, Variable};
use crate::model::path::{Merging, Path};

/// The classes of a cohort on one path.
#[derive(Clone, Debug)]
pub struct Lane {
    /// The path.
    pub path: Path,
    /// How many classes follow it (int).
    pub classes: Variable,
    /// Their students at the cohort's base: today or at entry.
    pub heads: Heads,
    /// `joined[k,p]`: students who join them in a merging, at the cohort's base
    /// (real); `None` for a path on which nobody does.
    pub joined: Option<Variable>,
    /// Whether these are classes that have had their internship.
    pub interned: bool,
    /// `pupils[k,p,f]`: their students by feeder school at entry (real); only
    /// where rule Catchment keeps them apart, and where pupils of a feeder
    /// school may be on the path.
    pub origins: Vec<(FeederId, Variable)>,
}

/// Students of the classes on a path.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Heads {
    /// So many in each class.
    PerClass(f64),
    /// A decision (real).
    Decided(Variable),
}

impl Lane {
    /// Students at the base, without those who join.
    pub fn heads(&self) -> Linear {
        match self.heads {
            Heads::PerClass(size) => Linear::from(self.classes) * size,
            Heads::Decided(variable) => variable.into(),
        }
    }

    /// Students of a stage, counted at the base, with those who have joined.
    pub fn heads_in(&self, stage: StageId) -> Linear {
        let mut heads = self.heads();
        if let (Some(joined), Some(Merging::Joined(from))) = (self.joined, self.path.merging)
            && from <= stage
        {
            heads.push(joined, 1.0);
        }
        heads
    }
}
