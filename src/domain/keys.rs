//! Looking up what a key of the scenario file means.

use super::{Campus, Programme};
use crate::ids::{CampusId, ProgrammeId};
use std::collections::HashMap;
use typed_index_collections::TiSlice;

/// Campuses and programmes by their keys: plans name both once for every class,
/// so looking through the list each time takes time in the square of a case.
#[derive(Clone, Debug, Default)]
pub struct Keys {
    campuses: HashMap<String, CampusId>,
    programmes: HashMap<String, ProgrammeId>,
}

impl Keys {
    /// The keys of a scenario's campuses and programmes.
    #[must_use]
    pub fn of(
        campuses: &TiSlice<CampusId, Campus>,
        programmes: &TiSlice<ProgrammeId, Programme>,
    ) -> Self {
        Self {
            campuses: campuses.iter_enumerated().map(|(id, one)| (one.id.clone(), id)).collect(),
            programmes: programmes
                .iter_enumerated()
                .map(|(id, one)| (one.id.clone(), id))
                .collect(),
        }
    }

    /// The campus of a key.
    #[must_use]
    pub fn campus(&self, key: &str) -> Option<CampusId> {
        self.campuses.get(key).copied()
    }

    /// The programme of a key.
    #[must_use]
    pub fn programme(&self, key: &str) -> Option<ProgrammeId> {
        self.programmes.get(key).copied()
    }
}
