//! Changes that are made together.

use super::Mark;
use super::edit::Edit;
use super::sources::Origin;
use crate::scenario::raw::{RawSource, RawText};

/// Changes that are made together: an overlay's, or the command line's.
#[derive(Debug)]
pub(crate) struct Changes {
    /// The changes in order.
    pub(super) edits: Vec<Edit>,
    /// Sources of the changed figures: path, source, and where it stands.
    pub(super) sources: Vec<(String, RawSource, Mark)>,
    /// Title of the result, if it gets a new one.
    pub(super) name: Option<RawText>,
    /// Who makes them, for the sources of figures that are given none.
    pub(super) origin: Origin,
}
