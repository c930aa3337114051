//! Variables of rule Catchment.

use super::{Decisions, Lane};
use crate::domain::{CatchmentRule, Origin, Scenario};
use crate::forecast::applicants_by_feeder;
use crate::ids::{CampusId, CohortId, FeederId, StageId};
use crate::model::builder::Builder;
use std::collections::BTreeSet;

impl Decisions {
    /// `pupils[k,p,f]`, `assigned[z,n,f,c]` and `served[f,c,g]`, only where
    /// they may be more than 0.
    pub(super) fn add_origins(&mut self, builder: &mut Builder<'_>) {
        let scenario = builder.scenario;
        let Some(rule) = &scenario.rules.catchment else {
            return;
        };
        for cohort in scenario.cohorts.keys() {
            if scenario.catchment_of(cohort).is_none() {
                continue;
            }
            let feeders = feeders(scenario, cohort);
            for lane in &mut self.lanes[cohort] {
                let may =
                    feeders.iter().filter(|feeder| may_follow(scenario, cohort, (lane, **feeder)));
                lane.origins =
                    may.map(|feeder| (*feeder, builder.problem.real(f64::INFINITY))).collect();
            }
            self.add_assigned(builder, cohort, rule);
        }
        self.add_served(builder, rule);
    }

    fn add_assigned(&mut self, builder: &mut Builder<'_>, cohort: CohortId, rule: &CatchmentRule) {
        let entered = &builder.scenario.cohorts[cohort];
        for lane in &self.lanes[cohort] {
            let Some(campus) = lane.path.seats.first() else {
                continue;
            };
            for (feeder, _) in &lane.origins {
                let zone = rule.zone(entered.programme, *feeder, entered.entry);
                if let Some((index, _)) = zone.filter(|(_, zone)| zone.whole) {
                    let key = (index, entered.programme, *feeder, *campus);
                    let column = || builder.problem.whole(1.0);
                    self.assigned.entry(key).or_insert_with(column);
                }
            }
        }
    }

    fn add_served(&mut self, builder: &mut Builder<'_>, rule: &CatchmentRule) {
        let scenario = builder.scenario;
        let mut routes: BTreeSet<(FeederId, CampusId, StageId)> = BTreeSet::new();
        for lane in self.lanes.iter().flatten() {
            for stage in scenario.calendar.stage_ids() {
                let campus = lane.path.campus(stage);
                let origins = lane.origins.iter();
                routes.extend(origins.filter_map(|(feeder, _)| Some((*feeder, campus?, stage))));
            }
        }
        for (feeder, campus, stage) in routes {
            let road = scenario.way(feeder, campus).filter(|way| way.length.0 > rule.walk.0);
            let cost = rule.buses.get(&campus).zip(road).map(|(buses, road)| buses.route(road));
            if cost.is_some_and(|cost| !cost.is_zero()) {
                let column = builder.problem.whole(1.0);
                self.served.insert((feeder, campus, stage), column);
            }
        }
    }
}

/// The feeder schools from which pupils may come: those with applicants or,
/// for a programme of a pool, any.
fn feeders(scenario: &Scenario, cohort: CohortId) -> Vec<FeederId> {
    let pooled = pooled(scenario, cohort);
    let supply = applicants_by_feeder(scenario, cohort);
    let some = supply.iter_enumerated().filter(|(_, pupils)| pooled || **pupils > 0.0);
    some.map(|(feeder, _)| feeder).collect()
}

/// Whether a cohort's programme is in a pool.
pub fn pooled(scenario: &Scenario, cohort: CohortId) -> bool {
    let programme = scenario.cohorts[cohort].programme;
    scenario.pools.iter().any(|pool| pool.programmes.contains(&programme))
}

/// Whether pupils of a feeder school may be in classes on a path: they are
/// assigned to the campus at which it begins, and can get to all its campuses.
fn may_follow(scenario: &Scenario, cohort: CohortId, (lane, feeder): (&Lane, FeederId)) -> bool {
    let entered = &scenario.cohorts[cohort];
    let rule = scenario.rules.catchment.as_ref();
    let zone = rule.and_then(|rule| rule.zone(entered.programme, feeder, entered.entry));
    let mut seats = lane.path.seats.iter();
    let first = lane.path.seats.first();
    let assigned = zone.is_none_or(|(_, zone)| first.is_some_and(|at| zone.campuses.contains(at)));
    let reached = |at: &CampusId| scenario.boarders_from(entered.programme, feeder, *at).is_some();
    assigned && seats.all(reached)
}

/// The most pupils of a feeder school that a cohort may have.
pub fn most_pupils(scenario: &Scenario, cohort: CohortId, feeder: FeederId) -> f64 {
    let places = match scenario.cohorts[cohort].origin {
        Origin::Existing { .. } => 0.0,
        Origin::Future { most, .. } => f64::from(most) * scenario.programme_of(cohort).class_size.1,
    };
    let own = applicants_by_feeder(scenario, cohort).get(feeder).copied().unwrap_or(0.0);
    if pooled(scenario, cohort) { places } else { places.min(own) }
}
