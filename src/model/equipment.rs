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
//! A campus whose use has ended by the start of g, or within the last stage,
//! holds no movable units (bound of stock).
//!
//! built[i,g] is in service from service(i,g) on: the start of g or, where no
//! work can have been done by then, the first term of g by which it can. In the
//! rows above built[i,g] counts from the stage on at whose start it is in
//! service.
//!
//! Sets: options i, movable resources r, campuses c, stages g. Units: units of
//! the resource.

use super::builder::Builder;
use super::decisions::Decisions;
use super::linear::{Linear, Variable};
use super::problem::{Label, Place};
use crate::domain::{Rule, Scenario};
use crate::ids::{CampusId, OptionId, ResourceId, StageId, TermId};

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
    Label { rule: Rule::Equipment, name, place, term: Some(start(scenario, stage)) }
}

/// Modules of each option in service in a term, cumulative.
pub fn in_service<'a>(
    scenario: &'a Scenario,
    decisions: &'a Decisions,
    term: TermId,
) -> impl Iterator<Item = (OptionId, Variable)> + use<'a> {
    let stage = scenario.calendar.stage_of(term);
    let date = scenario.calendar.term(term);
    let options = scenario.options.iter_enumerated();
    options.filter_map(move |(id, option)| {
        let service = option.service(&scenario.calendar, stage)?;
        let modules = decisions.built.get(&(id, stage))?;
        (service <= date).then_some((id, *modules))
    })
}

/// Units built at a campus that are in service in a term, cumulative.
fn built(
    scenario: &Scenario,
    decisions: &Decisions,
    (resource, campus, term): (ResourceId, CampusId, TermId),
) -> Linear {
    let mut units = Linear::default();
    let stage = scenario.calendar.stage_of(term);
    for (id, option) in scenario.options.iter_enumerated() {
        let here = option.resource == resource && option.campus == campus;
        let modules = decisions.built.get(&(id, stage)).filter(|_| here);
        let service = modules.and_then(|_| option.service(&scenario.calendar, stage));
        if let (Some(modules), Some(service)) = (modules, service)
            && service <= scenario.calendar.term(term)
        {
            units.push(*modules, option.units);
        }
    }
    units
}

/// All units of a resource that there can be.
pub(super) fn all_units(scenario: &Scenario, resource: ResourceId) -> f64 {
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

/// Units of a resource that can be used at a campus in a term: movable ones as
/// they stand, with those that have come into service since the start of the
/// stage; others as owned, times open, and built.
pub fn available(
    scenario: &Scenario,
    decisions: &Decisions,
    (resource, campus, term): (ResourceId, CampusId, TermId),
) -> Linear {
    let stage = scenario.calendar.stage_of(term);
    let built_by = |term| built(scenario, decisions, (resource, campus, term));
    if let Some(stock) = decisions.stock.get(&(resource, campus, stage)) {
        let since = built_by(term) - built_by(start(scenario, stage));
        return Linear::from(*stock) + since;
    }
    let owned = scenario.campuses[campus].owns[resource];
    decisions.open[&(campus, stage)].clone() * owned + built_by(term)
}

fn start(scenario: &Scenario, stage: StageId) -> TermId {
    TermId(scenario.calendar.stages[stage].start)
}

fn conserve(builder: &mut Builder<'_>, decisions: &Decisions, resource: ResourceId) {
    let scenario = builder.scenario;
    for stage in scenario.calendar.stage_ids() {
        let mut standing = Linear::default();
        let mut known = Linear::default();
        for (campus, data) in scenario.campuses.iter_enumerated() {
            standing.push(decisions.stock[&(resource, campus, stage)], 1.0);
            let gone = disposed(scenario, resource, campus, stage);
            let key = (resource, campus, start(scenario, stage));
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
        let at = (resource, campus, start(scenario, stage));
        let built_now = built(scenario, decisions, at);
        let gone_now = disposed(scenario, resource, campus, stage);
        let there =
            before + built_now.clone() - built_before + Linear::from(gone_before - gone_now);
        let place = Place::ResourceAt(resource, campus);
        let now = Linear::from(decisions.stock[&key]);
        let short = now.clone() - there.clone();
        let arriving = Linear::from(decisions.arriving[&key]);
        let open = decisions.open[&(campus, stage)].clone();
        let problem = &mut builder.problem;
        problem.at_most(label(scenario, place, stage, "arriving"), short, arriving.clone());
        if !(open.is_constant() && open.constant >= 1.0) {
            let label = label(scenario, place, stage, "in_use");
            problem.at_most(label, arriving, open * most);
        }
        if gone_now > gone_before {
            problem.at_most(label(scenario, place, stage, "there"), Linear::default(), there);
        }
        (before, built_before, gone_before) = (now, built_now, gone_now);
    }
}
