//! Rule Admission: no more students than applicants and what pools give.

use super::Plain;
use super::classes::Classes;
use campusplan::domain::{Origin, Rule, Term};
use campusplan::ids::PoolId;
use campusplan::model::linear::Linear;
use std::collections::BTreeMap;

/// Adds the rows.
pub fn add(plain: &mut Plain<'_>, classes: &Classes) {
    let scenario = plain.scenario;
    let mut pooled: BTreeMap<(PoolId, Term), (Linear, Linear)> = BTreeMap::new();
    for (id, cohort) in scenario.cohorts.iter_enumerated() {
        let Origin::Future { applicants, .. } = cohort.origin else {
            continue;
        };
        let applicants = Linear::from(applicants.0);
        let intake = classes.intake[&id].clone();
        let mut pools = scenario.pools.iter_enumerated();
        let Some((pool, _)) = pools.find(|(_, pool)| pool.programmes.contains(&cohort.programme))
        else {
            plain.at_most(Rule::Admission, intake, applicants);
            continue;
        };
        let more = Linear::from(plain.real());
        plain.at_most(Rule::Admission, intake.clone(), applicants.clone() + more.clone());
        let sums = pooled.entry((pool, cohort.entry)).or_default();
        sums.1 += applicants + more.clone() - intake;
        sums.0 += more;
    }
    for ((pool, _), (switched, turned_away)) in pooled {
        let willing = scenario.pools[pool].willing;
        plain.at_most(Rule::Admission, switched, turned_away * willing);
    }
}
