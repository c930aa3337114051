//! How the parts of the objective about intakes are counted.

use crate::ids::{PoolId, ProgrammeId};
use std::collections::BTreeMap;

/// Weights of the parts about intakes; 1 unless stated.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct IntakeWeights {
    /// Per student by which the intake of a programme differs from the one
    /// before.
    pub swing: BTreeMap<ProgrammeId, f64>,
    /// Per applicant of a programme in no pool who gets no place.
    pub turned_away: BTreeMap<ProgrammeId, f64>,
    /// Per applicant of a pool who gets no place.
    pub turned_away_of_pool: BTreeMap<PoolId, f64>,
}

impl IntakeWeights {
    /// Weight of the swing of a programme.
    #[must_use]
    pub fn of_swing(&self, programme: ProgrammeId) -> f64 {
        self.swing.get(&programme).copied().unwrap_or(1.0)
    }

    /// Weight of an applicant turned away: of the pool of a programme, or of
    /// the programme where it is in none.
    #[must_use]
    pub fn of_turned_away(&self, programme: ProgrammeId, pool: Option<PoolId>) -> f64 {
        let weight = match pool {
            Some(pool) => self.turned_away_of_pool.get(&pool),
            None => self.turned_away.get(&programme),
        };
        weight.copied().unwrap_or(1.0)
    }
}
