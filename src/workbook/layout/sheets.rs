//! All sheets in order.

use super::table::Sheet;
use super::{
    agenda, bands, basics, campuses, catchment, enrolment, negotiable, objective, people, places,
    programmes, proposal, rules, standards,
};

/// All sheets, in the order of the workbook.
pub fn sheets() -> &'static [Sheet] {
    const ALL: &[Sheet] = &[
        basics::BASICS,
        proposal::STATEMENTS,
        basics::FIELDS,
        campuses::RESOURCES,
        campuses::SUBJECTS,
        campuses::CAMPUSES,
        places::ROADS,
        programmes::PROGRAMMES,
        programmes::CURRICULA,
        programmes::SITES,
        programmes::COHORTS,
        programmes::ADMISSIONS,
        programmes::POOLS,
        enrolment::FEEDERS,
        enrolment::WAYS,
        enrolment::RATIOS,
        enrolment::BRANDS,
        enrolment::HISTORY,
        programmes::COURSES,
        places::OPTIONS,
        places::DISPOSALS,
        places::ASSETS,
        people::STAFF,
        people::ROSTER,
        people::POSTS,
        rules::RULES,
        rules::ROLES,
        catchment::ZONES,
        catchment::BUSES,
        bands::BANDS,
        bands::CHANGES,
        people::RETRAINING,
        standards::ENFORCED,
        standards::THRESHOLDS,
        standards::SCHOOLS,
        negotiable::NEGOTIABLE,
        objective::TARGETS,
        objective::WATCHED,
        objective::TIERS,
        agenda::MILESTONES,
        agenda::EVENTS,
        agenda::HOLIDAYS,
        objective::PINS,
        objective::KEPT,
        basics::SOURCES,
    ];
    ALL
}
