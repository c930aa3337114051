//! Campuses and the roads between them.

use crate::domain::{Afterwards, Term, Text};
use crate::ids::ResourceId;
use crate::units::{Kilometres, Minutes, Money, SquareMetres};
use typed_index_collections::TiVec;

/// A campus 校区.
#[derive(Clone, Debug)]
pub struct Campus {
    /// Key in the scenario file.
    pub id: String,
    /// Name for readers.
    pub name: Text,
    /// Legal owner of the premises, as readers should see it.
    pub owner: Text,
    /// Units it has of each resource today.
    pub owns: TiVec<ResourceId, f64>,
    /// First term in which it may be used; `None`: from the beginning.
    pub from: Option<Term>,
    /// Last term in which it may be used; `None`: to the end.
    pub until: Option<Term>,
    /// Whether it is in use today.
    pub in_use: bool,
    /// Whether the plan may close it.
    pub closable: bool,
    /// Whether it may open again after it was closed.
    pub reopenable: bool,
    /// Cost of opening it, once each time.
    pub opening_cost: Money,
    /// Cost of closing it, once each time.
    pub closing_cost: Money,
    /// Running cost for each term in which it is open.
    pub running_cost: Money,
    /// What becomes of it once it is no longer in use; only of a campus in use
    /// today that does not reopen.
    pub afterwards: Option<Afterwards>,
    /// Land.
    pub land: SquareMetres,
    /// Building area.
    pub building: SquareMetres,
    /// Books.
    pub books: f64,
    /// Value of teaching equipment.
    pub equipment: Money,
    /// Computers.
    pub computers: f64,
}

impl Campus {
    /// Whether the tenure window covers `term`.
    pub fn tenured(&self, term: Term) -> bool {
        self.from.is_none_or(|from| from <= term) && self.until.is_none_or(|until| term <= until)
    }

    /// Whether the plan has nothing to decide: in use today, may not close,
    /// and its tenure has no bounds.
    pub fn always_open(&self) -> bool {
        self.in_use && !self.closable && self.from.is_none() && self.until.is_none()
    }
}

/// The road between two campuses.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Road {
    /// Distance one way.
    pub length: Kilometres,
    /// Travel time one way.
    pub time: Minutes,
}
