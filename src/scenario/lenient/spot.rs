//! Spots of a text.

use crate::scenario::path::Path;

/// A key or a value of the text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Spot {
    /// Its path.
    pub path: Path,
    /// How many times the same key came before in the same map.
    pub occurrence: usize,
    /// The key rather than the value.
    pub key: bool,
}
