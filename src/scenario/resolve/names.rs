//! The keys that can be referred to.

use crate::scenario::raw::RawScenario;

/// All keys by noun, in the order that makes their indices.
#[derive(Debug)]
pub(super) struct Names<'a> {
    pub assets: Vec<&'a str>,
    pub campuses: Vec<&'a str>,
    pub feeders: Vec<&'a str>,
    pub fields: Vec<&'a str>,
    pub milestones: Vec<&'a str>,
    pub options: Vec<&'a str>,
    pub people: Vec<&'a str>,
    pub programmes: Vec<&'a str>,
    pub resources: Vec<&'a str>,
    pub staff: Vec<&'a str>,
    pub subjects: Vec<&'a str>,
    pub targets: Vec<&'a str>,
}

impl<'a> Names<'a> {
    /// The keys of a scenario.
    pub fn new(raw: &'a RawScenario) -> Self {
        Self {
            assets: raw.assets.keys().collect(),
            campuses: raw.campuses.keys().collect(),
            feeders: raw.enrolment.iter().flat_map(|one| one.feeders.keys()).collect(),
            fields: raw.fields.keys().collect(),
            milestones: raw.milestones.keys().collect(),
            options: raw.options.keys().collect(),
            people: raw.roster.keys().collect(),
            programmes: raw.programmes.keys().collect(),
            resources: raw.resources.keys().collect(),
            staff: raw.staff.keys().collect(),
            subjects: raw.subjects.keys().collect(),
            targets: raw.targets.keys().collect(),
        }
    }
}
