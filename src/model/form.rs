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
}

impl Form<'_> {
    /// The form in which plans are made.
    pub const PLAN: Self = Self { purpose: Purpose::Plan, staff: Staff::Posted, totals: true };

    /// The form without the posts: all else that is to be decided. Its bounds
    /// hold for plans too, and its classes, campuses and building are where
    /// plans begin.
    pub const CORE: Self = Self { staff: Staff::Together, ..Self::PLAN };
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
