//! Forms of the model: with posts, or with aggregated staff.

use super::builder::Purpose;

/// How the model is written down.
#[derive(Clone, Copy, Debug)]
pub struct Form<'a> {
    /// What it is for.
    pub purpose: Purpose<'a>,
    /// How staff are counted.
    pub staff: Staff,
    /// Whether redundant totals over the campuses are added.
    pub totals: bool,
    /// Whether aggregated staff have to cover the busiest term of each campus.
    pub peaks: bool,
}

impl Form<'_> {
    /// The form in which plans are made.
    pub const PLAN: Self =
        Self { purpose: Purpose::Plan, staff: Staff::Posted, totals: true, peaks: false };

    /// The form without the posts: all else that is to be decided. Its bounds
    /// hold for plans too, and its classes, campuses and building are where
    /// plans begin.
    pub const CORE: Self = Self { staff: Staff::Together, ..Self::PLAN };

    /// The same with what remains of where staff are based: the form of the search.
    pub const SEARCH: Self = Self { peaks: true, ..Self::CORE };
}

/// How staff are counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Staff {
    /// By campus, re-based and visiting; posts in fractions.
    Posted,
    /// Over all campuses together, as if everybody could be everywhere, and in
    /// fractions.
    Together,
}
