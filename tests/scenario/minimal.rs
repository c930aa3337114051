//! The smallest scenario teaches the format, so it must be right.

use campusplan::domain::Origin;
use campusplan::scenario;

const MINIMAL: &str = include_str!("../../scenarios/minimal.ron");

#[test]
fn the_minimal_scenario_is_clean() {
    let loaded = scenario::read(MINIMAL).unwrap_or_else(|found| panic!("{found:#?}"));
    assert!(loaded.warnings.is_empty(), "{:#?}", loaded.warnings);
    let case = loaded.scenario;
    assert_eq!(case.calendar.terms, 4);
    assert_eq!(case.calendar.stages.raw, [0..1, 1..3, 3..4]);
    assert_eq!(case.staff.len(), 5);
    assert_eq!(case.cohorts.len(), 8);
    let most = case.cohorts.iter().filter_map(|cohort| match cohort.origin {
        Origin::Future { most, .. } => Some(most),
        Origin::Existing { .. } => None,
    });
    assert_eq!(most.collect::<Vec<_>>(), [6, 3, 6, 6]);
}
