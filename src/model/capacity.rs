//! Rule Capacity 容量.
//!
//! `units[r,c,t]`: used[r,c,t] − Σ_c' shared[r,c,c',g] + Σ_c' shared[r,c',c,g]
//! ≤ serves(r) · available[r,c,t] (or missed at a price), g the stage of t;
//! `host[r,c,g]`: Σ_c' shared[r,c',c,g] ≤ serves(r) · available[r,c,t], t the
//! first term of g: hours a campus has elsewhere make no room at home beyond its
//! own use;
//! `open[r,c,g]`: Σ_c' shared[r,c',c,g] and Σ_c' shared[r,c,c',g], each ≤ all
//! there can be of r · open[c,g]: only open campuses share;
//! `all[r,t]`: Σ_c used[r,c,t] ≤ serves(r) · Σ_c available[r,c,t] over the
//! campuses that may be used in t, redundant: it lets the solver round whole
//! modules.
//!
//! Sets: resources r, campuses c, terms t. Units: units of the resource, or
//! hours a week.

use super::builder::{Builder, Give};
use super::decisions::Decisions;
use super::equipment::available;
use super::linear::Linear;
use super::problem::{Label, Place};
use super::sums::Sums;
use crate::domain::{Basis, Enforcement, Rule, Scenario};
use crate::ids::{CampusId, ResourceId, StageId, TermId};

/// Adds the rows.
pub fn add(builder: &mut Builder<'_>, decisions: &Decisions, sums: &Sums, totals: bool) {
    for ((resource, campus, term), used) in &sums.used {
        add_units(builder, decisions, (*resource, *campus, *term), used);
    }
    add_hosts(builder, decisions);
    if totals && builder.scenario.rules.capacity == Enforcement::Hard {
        add_totals(builder, decisions, sums);
    }
}

fn label(place: Place, term: TermId, name: &'static str) -> Label {
    Label { rule: Rule::Capacity, name, place, term: Some(term) }
}

/// Hours that campuses use at others in a stage: away from and into `campus`.
fn shared(
    decisions: &Decisions,
    resource: ResourceId,
    campus: CampusId,
    stage: StageId,
) -> (Linear, Linear) {
    let (mut out, mut into) = (Linear::default(), Linear::default());
    for ((what, user, host, when), hours) in &decisions.shared {
        if *what == resource && *when == stage {
            if *user == campus {
                out.push(*hours, 1.0);
            } else if *host == campus {
                into.push(*hours, 1.0);
            }
        }
    }
    (out, into)
}

/// How a missing unit weighs: a place for a class, or for a student.
fn give(builder: &Builder<'_>, resource: ResourceId) -> Give {
    let data = &builder.scenario.resources[resource];
    let weight = match (data.basis, data.hours) {
        (Basis::Class, _) => 45.0,
        (_, Some(_)) => 10.0,
        _ => 1.0,
    };
    Give { unit: data.serves(), ..Give::by(builder.scenario.rules.capacity, weight) }
}

fn add_units(
    builder: &mut Builder<'_>,
    decisions: &Decisions,
    (resource, campus, term): (ResourceId, CampusId, TermId),
    used: &Linear,
) {
    let scenario = builder.scenario;
    let stage = scenario.calendar.stage_of(term);
    let (out, into) = shared(decisions, resource, campus, stage);
    let left = used.clone() - out + into;
    let there = available(scenario, decisions, (resource, campus, term));
    let right = there * scenario.resources[resource].serves();
    let label = label(Place::ResourceAt(resource, campus), term, "units");
    let give = give(builder, resource);
    builder.at_most(label, left, right, give);
}

fn add_hosts(builder: &mut Builder<'_>, decisions: &Decisions) {
    let scenario = builder.scenario;
    for (resource, data) in scenario.resources.iter_enumerated() {
        if data.shared_visit.is_none() {
            continue;
        }
        for campus in scenario.campuses.keys() {
            for stage in scenario.calendar.stage_ids() {
                let (out, into) = shared(decisions, resource, campus, stage);
                let open = &decisions.open[&(campus, stage)];
                if !open.is_constant() {
                    for hours in [&out, &into] {
                        let right = open.clone() * most_hours(scenario, resource);
                        let term = TermId(scenario.calendar.stages[stage].start);
                        let label = label(Place::ResourceAt(resource, campus), term, "open");
                        builder.problem.at_most(label, hours.clone(), right);
                    }
                }
                let term = TermId(scenario.calendar.stages[stage].start);
                let there = available(scenario, decisions, (resource, campus, term));
                let label = label(Place::ResourceAt(resource, campus), term, "host");
                let right = there * data.serves();
                builder.problem.at_most(label, into, right);
            }
        }
    }
}

/// Hours a week that all units there can ever be of a resource may be used.
fn most_hours(scenario: &Scenario, resource: ResourceId) -> f64 {
    let owned: f64 = (scenario.campuses.iter()).map(|campus| campus.owns[resource]).sum();
    let built: f64 = (scenario.options.iter())
        .filter(|option| option.resource == resource)
        .map(|option| option.units * f64::from(option.most))
        .sum();
    (owned + built) * scenario.resources[resource].serves()
}

fn add_totals(builder: &mut Builder<'_>, decisions: &Decisions, sums: &Sums) {
    let scenario = builder.scenario;
    for (resource, data) in scenario.resources.iter_enumerated() {
        for term in scenario.calendar.term_ids() {
            let mut used = Linear::default();
            for ((what, _, when), part) in &sums.used {
                if *what == resource && *when == term {
                    used.add_scaled(part, 1.0);
                }
            }
            let mut there = Linear::default();
            let campuses = scenario.campuses.keys();
            for campus in campuses.filter(|campus| scenario.in_use_when_open(*campus, term)) {
                there += available(scenario, decisions, (resource, campus, term));
            }
            if !used.is_constant() {
                let label = label(Place::Resource(resource), term, "all");
                let give = give(builder, resource);
                builder.at_most(label, used, there * data.serves(), give);
            }
        }
    }
}
