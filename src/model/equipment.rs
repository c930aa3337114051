//! Rule Equipment 设备, and what stands where.
//!
//! `grows[i,g]`: built[i,g] ≥ built[i,g−1];
//! `whole[r,g]`: Σ_c stock[r,c,g] = Σ_c owned − disposals so far + Σ_i units ·
//! built[i,g], for movable r: nothing appears or vanishes but by building or a
//! declared disposal;
//! `arriving[r,c,g]` ≥ stock[r,c,g] − there[r,c,g], where there = units at
//! c before, with those built there and without those disposed of there now;
//! `in_use[r,c,g]`: arriving[r,c,g] ≤ all units of r · open[c,g]: nothing is
//! sent to a campus that is not in use;
//! `there[r,c,g]` ≥ 0: what is disposed of still stands there.
//! A campus whose use has ended holds no movable units (bound of stock).
//!
//! Sets: options i, movable resources r, campuses c, stages g. Units: units of
//! the resource.

use super::builder::Builder;
use super::decisions::Decisions;
use super::linear::Linear;
use super::problem::{Label, Place};
use crate::domain::{Rule, Scenario};
use crate::ids::{CampusId, ResourceId, StageId, TermId};

/// Adds the rows.
pub fn add(builder: &mut Builder<'_>, decisions: &Decisions) {
    let scenario = builder.scenario;
    for option in scenario.options.keys() {
        let mut before: Option<Linear> = None;
        for stage in scenario.calendar.stage_ids() {
            if let Some(now) = decisions.built.get(&(option, stage)) {
                if let Some(before) = before {
                    let label = label(scenario, Place::Option(option), stage, "grows");
                    builder.problem.at_most(label, before, (*now).into());
                }
                before = Some((*now).into());
            }
        }
    }
    for (id, resource) in scenario.resources.iter_enumerated() {
        if resource.shipping.is_some() {
            conserve(builder, decisions, id);
            for campus in scenario.campuses.keys() {
                arrive(builder, decisions, id, campus);
            }
        }
    }
}

fn label(scenario: &Scenario, place: Place, stage: StageId, name: &'static str) -> Label {
    Label {
        rule: Rule::Equipment,
        name,
        place,
        term: Some(TermId(scenario.calendar.stages[stage].start)),
    }
}

/// Units built at a campus by a stage, cumulative.
fn built(
    scenario: &Scenario,
    decisions: &Decisions,
    key: (ResourceId, CampusId, StageId),
) -> Linear {
    let (resource, campus, stage) = key;
    let mut units = Linear::default();
    for (id, option) in scenario.options.iter_enumerated() {
        if option.resource == resource
            && option.campus == campus
            && let Some(modules) = decisions.built.get(&(id, stage))
        {
            units.push(*modules, option.units);
        }
    }
    units
}

/// All units of a resource that there can be.
fn all_units(scenario: &Scenario, resource: ResourceId) -> f64 {
    let owned = scenario.campuses.iter().map(|campus| campus.owns[resource]);
    let options = scenario.options.iter();
    let options = options.filter(|option| option.resource == resource);
    let built = options.map(|option| f64::from(option.most) * option.units);
    owned.chain(built).sum()
}

/// Units disposed of at a campus by a stage, cumulative.
fn disposed(scenario: &Scenario, resource: ResourceId, campus: CampusId, stage: StageId) -> f64 {
    let start = scenario.calendar.start(stage);
    let declared = scenario.disposals.iter();
    declared
        .filter(|one| one.resource == resource && one.campus == campus && one.at <= start)
        .map(|one| one.units)
        .sum()
}

/// Units of a resource that can be used at a campus in a stage: movable ones
/// as they stand; others as owned, times open, and built.
pub fn available(
    scenario: &Scenario,
    decisions: &Decisions,
    key: (ResourceId, CampusId, StageId),
) -> Linear {
    let (resource, campus, stage) = key;
    if let Some(stock) = decisions.stock.get(&key) {
        return (*stock).into();
    }
    let owned = scenario.campuses[campus].owns[resource];
    decisions.open[&(campus, stage)].clone() * owned + built(scenario, decisions, key)
}

fn conserve(builder: &mut Builder<'_>, decisions: &Decisions, resource: ResourceId) {
    let scenario = builder.scenario;
    for stage in scenario.calendar.stage_ids() {
        let mut standing = Linear::default();
        let mut known = Linear::default();
        for (campus, data) in scenario.campuses.iter_enumerated() {
            let key = (resource, campus, stage);
            standing.push(decisions.stock[&key], 1.0);
            let gone = disposed(scenario, resource, campus, stage);
            known += Linear::from(data.owns[resource] - gone) + built(scenario, decisions, key);
        }
        let label = label(scenario, Place::Resource(resource), stage, "whole");
        builder.problem.equal(label, standing, known);
    }
}

fn arrive(
    builder: &mut Builder<'_>,
    decisions: &Decisions,
    resource: ResourceId,
    campus: CampusId,
) {
    let scenario = builder.scenario;
    let mut before = Linear::from(scenario.campuses[campus].owns[resource]);
    let (mut built_before, mut gone_before) = (Linear::default(), 0.0);
    let most = all_units(scenario, resource);
    for stage in scenario.calendar.stage_ids() {
        let key = (resource, campus, stage);
        let built_now = built(scenario, decisions, key);
        let gone_now = disposed(scenario, resource, campus, stage);
        let there =
            before + built_now.clone() - built_before + Linear::from(gone_before - gone_now);
        let place = Place::ResourceAt(resource, campus);
        let now = Linear::from(decisions.stock[&key]);
        let short = now.clone() - there.clone();
        let arriving = Linear::from(decisions.arriving[&key]);
        let open = decisions.open[&(campus, stage)].clone();
        let problem = &mut builder.problem;
        problem.at_most(
            label(scenario, place, stage, "arriving"),
            short,
            arriving.clone(),
        );
        if !(open.is_constant() && open.constant >= 1.0) {
            let label = label(scenario, place, stage, "in_use");
            problem.at_most(label, arriving, open * most);
        }
        if gone_now > gone_before {
            problem.at_most(
                label(scenario, place, stage, "there"),
                Linear::default(),
                there,
            );
        }
        (before, built_before, gone_before) = (now, built_now, gone_now);
    }
}
