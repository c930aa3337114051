//! Rule Admission 招生.
//!
//! `least[k]`: Σ_p classes[k,p] ≥ least (or missed at a price);
//! `most[k]`: Σ_p classes[k,p] ≤ most;
//! `applicants[k]`: Σ_p heads[k,p] ≤ applicants + switched[k];
//! `pool[q,e]`: Σ_k switched[k] ≤ willing · Σ_k (applicants + switched[k] −
//! Σ_p heads[k,p]), over the cohorts k of the pool that enter in e: at most
//! the willing share of those turned away takes another programme.
//!
//! Sets: new cohorts k, paths p, pools q, entry terms e. Units: classes,
//! students.

use super::builder::{Builder, Give};
use super::decisions::Decisions;
use super::linear::Linear;
use super::problem::{Label, Place};
use crate::domain::{Enforcement, Origin, Rule, Term};
use crate::ids::{CohortId, PoolId};
use std::collections::BTreeMap;

/// A class not admitted, in students.
const CLASS_WEIGHT: f64 = 45.0;

/// Adds the rows.
pub fn add(builder: &mut Builder<'_>, decisions: &mut Decisions) {
    let mut pooled: BTreeMap<(PoolId, Term), Vec<CohortId>> = BTreeMap::new();
    let scenario = builder.scenario;
    for (id, cohort) in scenario.cohorts.iter_enumerated() {
        let Origin::Future { applicants, least, most } = cohort.origin else {
            continue;
        };
        bounds(builder, decisions, id, (least, most));
        let pool = scenario.pools.position(|pool| pool.programmes.contains(&cohort.programme));
        let mut room = Linear::from(applicants.0);
        if let Some(pool) = pool {
            let switched = builder.problem.real(f64::INFINITY);
            decisions.switched.insert(id, switched);
            room.push(switched, 1.0);
            pooled.entry((pool, cohort.entry)).or_default().push(id);
        }
        let label = label(scenario, id, "applicants");
        builder.at_most(label, intake(decisions, id), room, Give::hard(1.0));
    }
    for ((pool, entry), cohorts) in pooled {
        add_pool(builder, decisions, (pool, entry), &cohorts);
    }
}

fn label(scenario: &crate::domain::Scenario, cohort: CohortId, name: &'static str) -> Label {
    Label {
        rule: Rule::Admission,
        name,
        place: Place::Cohort(cohort),
        term: scenario.calendar.find(scenario.cohorts[cohort].entry),
    }
}

/// `admit[k]`: classes admitted.
pub fn admit(decisions: &Decisions, cohort: CohortId) -> Linear {
    let mut sum = Linear::default();
    for lane in &decisions.lanes[cohort] {
        sum.push(lane.classes, 1.0);
    }
    sum
}

/// `intake[k]`: students admitted.
pub fn intake(decisions: &Decisions, cohort: CohortId) -> Linear {
    let mut sum = Linear::default();
    for lane in &decisions.lanes[cohort] {
        sum.add_scaled(&lane.heads(), 1.0);
    }
    sum
}

fn bounds(
    builder: &mut Builder<'_>,
    decisions: &Decisions,
    cohort: CohortId,
    (least, most): (u32, u32),
) {
    let scenario = builder.scenario;
    let admitted = admit(decisions, cohort);
    let give = Give::by(scenario.rules.admission, CLASS_WEIGHT);
    let at_least = Linear::from(f64::from(least));
    builder.at_most(label(scenario, cohort, "least"), at_least, admitted.clone(), give);
    let at_most = Linear::from(f64::from(most));
    let give = Give::by(Enforcement::Hard, CLASS_WEIGHT);
    builder.at_most(label(scenario, cohort, "most"), admitted, at_most, give);
}

fn add_pool(
    builder: &mut Builder<'_>,
    decisions: &Decisions,
    (pool, entry): (PoolId, Term),
    cohorts: &[CohortId],
) {
    let scenario = builder.scenario;
    let willing = scenario.pools[pool].willing;
    let mut switched = Linear::default();
    let mut turned_away = Linear::default();
    for cohort in cohorts {
        let applicants = crate::forecast::applicants(scenario, *cohort).0;
        switched.push(decisions.switched[cohort], 1.0);
        turned_away.push(decisions.switched[cohort], 1.0);
        turned_away = turned_away + Linear::from(applicants) - intake(decisions, *cohort);
    }
    let label = Label {
        rule: Rule::Admission,
        name: "pool",
        place: Place::Pool(pool),
        term: scenario.calendar.find(entry),
    };
    builder.at_most(label, switched, turned_away * willing, Give::hard(1.0));
}
