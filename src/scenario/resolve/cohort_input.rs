//! What cohorts are resolved with.

use super::names::Names;
use crate::domain::{Calendar, Enrolment, Pool, Programme};
use crate::forecast::Projection;
use crate::ids::{PoolId, ProgrammeId};
use crate::scenario::raw::RawScenario;
use typed_index_collections::TiSlice;

/// Most classes of a cohort.
pub(crate) const MOST_CLASSES: u32 = 500;

/// What cohorts refer to.
#[derive(Clone, Copy)]
pub(crate) struct Surroundings<'a> {
    pub scenario: &'a RawScenario,
    pub names: &'a Names<'a>,
    pub calendar: Option<&'a Calendar>,
    pub programmes: &'a TiSlice<ProgrammeId, Programme>,
    pub pools: &'a TiSlice<PoolId, Pool>,
    pub enrolment: Option<&'a Enrolment>,
    pub projection: Option<&'a Projection<'a>>,
}
