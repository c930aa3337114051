//! Assets that a plan lists, with the ids of the scenario for its keys.

use super::decisions::ByStage;
use crate::ids::{AssetId, OptionId, StageId};
use crate::plan::AssetLine;
use std::collections::BTreeSet;

/// Which line it is.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Entry {
    /// One of the register.
    Registered(AssetId),
    /// What is bought under an option and in service from a stage on.
    Bought(OptionId, StageId),
}

/// A number of things and their value in fen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Stock {
    pub(super) number: u64,
    pub(super) fen: i64,
}

/// A line as the plan tells it.
pub(crate) struct Held<'a> {
    pub(super) line: &'a AssetLine,
    pub(super) entry: Entry,
    /// What stands at each campus in each stage.
    pub(super) stands: ByStage<Stock>,
    /// What is disposed of at the start of each stage, by campus.
    pub(super) disposed: ByStage<Stock>,
    /// Stages at whose start some move before they are valued.
    pub(super) unvalued: BTreeSet<StageId>,
}
