//! Rule Catchment 生源划片.
//!
//! `pupils[k,p,f]` ≥ 0: students of feeder school f, counted at entry, in the
//! classes of cohort k on path p. Only where f is assigned to the campus at
//! which p begins and no campus of p is too far away:
//!
//! `mix[k,p]`: Σ_f pupils[k,p,f] = heads[k,p]: a class is a mixture, and all of
//! it follows one path;
//! `supply[k,f]`: Σ_p pupils[k,p,f] ≤ applicants[k,f] + switched[k,f];
//! `switched[k]`: Σ_f switched[k,f] = switched[k];
//! `pool[q,e,f]`: Σ_k switched[k,f] ≤ willing · Σ_k (applicants[k,f] +
//! switched[k,f] − Σ_p pupils[k,p,f]), over the cohorts k of the pool that enter
//! in e; one that is not kept apart by feeder school has of each its share;
//! `one[z,n,f]`: Σ_c assigned[z,n,f,c] = 1, for zones z that are whole, and
//! `whole[k,f,c]`: Σ_p pupils[k,p,f] over the paths that begin at c ≤ the most
//! there can be · assigned[z,n,f,c], n the programme of k;
//! `seats[c,t]`: Σ_f riders[f,c,t] ≤ seats(c) (or missed at a price);
//! `route[f,c,t]`: riders[f,c,t] ≤ the most there can be · served[f,c,g], g the
//! stage of t, only where a route costs anything.
//!
//! riders[f,c,t] = Σ_k survive(k,t) · (1 − board[f,c]) · Σ_p pupils[k,p,f] over
//! the paths in school at c in t, where the way is longer than the walk;
//! board[f,c] is the share of boarders of f, and 1 where the way is too long for
//! day pupils. Boarders and the way home follow from `pupils` likewise.
//!
//! Sets: new cohorts k that a zone covers, paths p, feeder schools f, campuses c,
//! terms t, stages g. Units: students, seats.

use super::admission::intake;
use super::builder::{Builder, Give};
use super::decisions::{Decisions, most_pupils};
use super::linear::Linear;
use super::problem::{Label, Place};
use super::sums::Sums;
use crate::domain::{CatchmentRule, Rule, Scenario};
use crate::forecast::{applicants_by_feeder, survive};
use crate::ids::{CampusId, CohortId, FeederId, PoolId, TermId};
use std::collections::BTreeMap;

/// Adds the rows.
pub fn add(builder: &mut Builder<'_>, decisions: &mut Decisions, sums: &Sums) {
    let scenario = builder.scenario;
    let Some(rule) = &scenario.rules.catchment else {
        return;
    };
    let cohorts = scenario.cohorts.keys();
    let kept: Vec<CohortId> =
        cohorts.filter(|cohort| scenario.catchment_of(*cohort).is_some()).collect();
    for cohort in &kept {
        add_mix(builder, decisions, *cohort);
        add_switched(builder, decisions, *cohort);
        add_supply(builder, decisions, *cohort);
        add_whole(builder, decisions, *cohort);
    }
    for pool in scenario.pools.keys() {
        add_pool(builder, decisions, (pool, &kept));
    }
    add_one(builder, decisions);
    add_seats(builder, sums, rule);
    add_routes(builder, decisions, sums);
}

fn label(scenario: &Scenario, place: Place, cohort: CohortId, name: &'static str) -> Label {
    let term = scenario.calendar.find(scenario.cohorts[cohort].entry);
    Label { rule: Rule::Catchment, name, place, term }
}

fn add_mix(builder: &mut Builder<'_>, decisions: &Decisions, cohort: CohortId) {
    let name = label(builder.scenario, Place::Cohort(cohort), cohort, "mix");
    for lane in &decisions.lanes[cohort] {
        let mut all = Linear::default();
        for (_, pupils) in &lane.origins {
            all.push(*pupils, 1.0);
        }
        builder.equal(name, all, lane.heads(), Give::hard(1.0));
    }
}

/// `Σ_p pupils[k,p,f]` over the paths that `which` picks by the campus at which
/// they begin.
fn pupils(
    decisions: &Decisions,
    cohort: CohortId,
    feeder: FeederId,
    which: impl Fn(CampusId) -> bool,
) -> Linear {
    let mut sum = Linear::default();
    for lane in &decisions.lanes[cohort] {
        let begins = lane.path.seats.first().copied().is_some_and(&which);
        let mut origins = lane.origins.iter().filter(|_| begins);
        if let Some((_, pupils)) = origins.find(|(from, _)| *from == feeder) {
            sum.push(*pupils, 1.0);
        }
    }
    sum
}

fn add_switched(builder: &mut Builder<'_>, decisions: &mut Decisions, cohort: CohortId) {
    let Some(switched) = decisions.switched.get(&cohort).copied() else {
        return;
    };
    let mut all = Linear::default();
    for feeder in builder.scenario.cohorts[cohort].mixture.keys() {
        let from = builder.problem.real(f64::INFINITY);
        decisions.switched_from.insert((cohort, feeder), from);
        all.push(from, 1.0);
    }
    let name = label(builder.scenario, Place::Cohort(cohort), cohort, "switched");
    builder.problem.equal(name, all, switched.into());
}

fn add_supply(builder: &mut Builder<'_>, decisions: &Decisions, cohort: CohortId) {
    let scenario = builder.scenario;
    for (feeder, applicants) in applicants_by_feeder(scenario, cohort).iter_enumerated() {
        let mut supply = Linear::from(*applicants);
        if let Some(switched) = decisions.switched_from.get(&(cohort, feeder)) {
            supply.push(*switched, 1.0);
        }
        let name = label(scenario, Place::CohortFrom(cohort, feeder), cohort, "supply");
        builder.problem.at_most(name, pupils(decisions, cohort, feeder, |_| true), supply);
    }
}

fn add_whole(builder: &mut Builder<'_>, decisions: &Decisions, cohort: CohortId) {
    let scenario = builder.scenario;
    let entered = &scenario.cohorts[cohort];
    for ((index, programme, feeder, campus), assigned) in &decisions.assigned {
        let rule = scenario.catchment_of(cohort);
        let zone = rule.and_then(|rule| rule.zone(*programme, *feeder, entered.entry));
        if *programme != entered.programme || zone.is_none_or(|(own, _)| own != *index) {
            continue;
        }
        let here = pupils(decisions, cohort, *feeder, |at| at == *campus);
        let most = Linear::from(*assigned) * most_pupils(scenario, cohort, *feeder);
        let name = label(scenario, Place::CohortFrom(cohort, *feeder), cohort, "whole");
        builder.problem.at_most(name, here, most);
    }
}

/// One campus for all pupils of a feeder school in a programme.
fn add_one(builder: &mut Builder<'_>, decisions: &Decisions) {
    let mut sums: BTreeMap<_, Linear> = BTreeMap::new();
    for ((zone, programme, feeder, _), assigned) in &decisions.assigned {
        sums.entry((*zone, *programme, *feeder)).or_default().push(*assigned, 1.0);
    }
    for ((_, programme, feeder), sum) in sums {
        let place = Place::From(programme, feeder);
        let name = Label { rule: Rule::Catchment, name: "one", place, term: None };
        builder.problem.equal(name, sum, 1.0.into());
    }
}

/// Who switches to another programme of a pool, feeder school by feeder school.
fn add_pool(builder: &mut Builder<'_>, decisions: &Decisions, (pool, kept): (PoolId, &[CohortId])) {
    let scenario = builder.scenario;
    let programmes = &scenario.pools[pool].programmes;
    let cohorts = decisions.switched.keys().copied();
    let own: Vec<CohortId> = cohorts
        .filter(|id| programmes.contains(&scenario.cohorts[*id].programme))
        .filter(|id| {
            scenario.pools.position(|one| one.programmes.contains(&scenario.cohorts[*id].programme))
                == Some(pool)
        })
        .collect();
    let mut entries: Vec<_> = own.iter().map(|id| scenario.cohorts[*id].entry).collect();
    entries.sort_unstable();
    entries.dedup();
    for entry in entries {
        let here: Vec<CohortId> =
            own.iter().copied().filter(|id| scenario.cohorts[*id].entry == entry).collect();
        if !here.iter().any(|id| kept.contains(id)) {
            continue;
        }
        for feeder in scenario.cohorts[here[0]].mixture.keys() {
            let (mut switched, mut away) = (Linear::default(), Linear::default());
            for cohort in &here {
                let (from, left) = turned_away(scenario, decisions, *cohort, feeder);
                switched += from;
                away += left;
            }
            let place = Place::Pool(pool);
            let term = scenario.calendar.find(entry);
            let name = Label { rule: Rule::Catchment, name: "pool", place, term };
            let willing = scenario.pools[pool].willing;
            builder.problem.at_most(name, switched, away * willing);
        }
    }
}

/// Pupils of a feeder school who take a cohort's programme in place of another,
/// and those of its own applicants who are not admitted.
fn turned_away(
    scenario: &Scenario,
    decisions: &Decisions,
    cohort: CohortId,
    feeder: FeederId,
) -> (Linear, Linear) {
    let supply = applicants_by_feeder(scenario, cohort);
    let own = supply[feeder];
    let kept = decisions.switched_from.get(&(cohort, feeder));
    let (switched, admitted) = if let Some(switched) = kept {
        (Linear::from(*switched), pupils(decisions, cohort, feeder, |_| true))
    } else {
        let all: f64 = supply.iter().sum();
        let share = if all > 0.0 { own / all } else { 0.0 };
        let switched = Linear::from(decisions.switched[&cohort]);
        (switched * share, intake(decisions, cohort) * share)
    };
    let away = Linear::from(own) + switched.clone() - admitted;
    (switched, away)
}

fn add_seats(builder: &mut Builder<'_>, sums: &Sums, rule: &CatchmentRule) {
    let mut riders: BTreeMap<(CampusId, TermId), Linear> = BTreeMap::new();
    for ((_, campus, term), own) in &sums.riders {
        riders.entry((*campus, *term)).or_default().add_scaled(own, 1.0);
    }
    for ((campus, term), all) in riders {
        let Some(seats) = rule.buses.get(&campus).and_then(|buses| buses.seats) else {
            continue;
        };
        let place = Place::Campus(campus);
        let name = Label { rule: Rule::Catchment, name: "seats", place, term: Some(term) };
        builder.at_most(name, all, seats.0.into(), Give::by(rule.enforce, 1.0));
    }
}

fn add_routes(builder: &mut Builder<'_>, decisions: &Decisions, sums: &Sums) {
    let scenario = builder.scenario;
    for ((feeder, campus, term), riders) in &sums.riders {
        let stage = scenario.calendar.stage_of(*term);
        let Some(served) = decisions.served.get(&(*feeder, *campus, stage)) else {
            continue;
        };
        let most = most_riders(scenario, *feeder, *campus, *term);
        let place = Place::Campus(*campus);
        let name = Label { rule: Rule::Catchment, name: "route", place, term: Some(*term) };
        builder.problem.at_most(name, riders.clone(), Linear::from(*served) * most);
    }
}

/// The most riders of a feeder school that there can be.
fn most_riders(scenario: &Scenario, feeder: FeederId, campus: CampusId, term: TermId) -> f64 {
    let cohorts = scenario.cohorts.keys();
    let kept = cohorts.filter(|cohort| scenario.catchment_of(*cohort).is_some());
    let riders = kept.map(|cohort| {
        let programme = scenario.cohorts[cohort].programme;
        let boarders = scenario.boarders_from(programme, feeder, campus).unwrap_or(1.0);
        let there = survive(scenario, cohort, scenario.calendar.term(term));
        most_pupils(scenario, cohort, feeder) * (1.0 - boarders) * there
    });
    riders.sum()
}
