//! Proximity search: the solution closest to a plan of a similar case.
//!
//! Minimises the L1 distance of the places from those of the plan (Fischetti and
//! Monaci, Journal of Heuristics 20, 2014), here with the first tier held at its
//! ideal value. To minimise the shortfall instead can lead far away from the plan,
//! to classes that cost half as much again; the closest of the solutions that miss
//! nothing keeps most of what was good about it.

use crate::domain::{Rule, Scenario, Tier};
use crate::model::Model;
use crate::model::keys::{Places, placed};
use crate::model::linear::Linear;
use crate::model::problem::{Label, Place, Problem};
use crate::solve::search::override_tier;

/// The problem of the closest solution.
pub struct Proximity {
    /// The problem, with columns for the distance at its end.
    pub problem: Problem,
    /// The distance, to be minimised.
    pub tiers: [(Tier, Linear); 1],
}

/// The distance from a plan. Where `reached` is given, only solutions of which
/// nothing in it is missed are allowed.
pub fn proximity(
    scenario: &Scenario,
    model: &Model,
    plan: &Places,
    reached: Option<&Linear>,
) -> Proximity {
    let mut problem = model.problem.clone();
    for (variable, _) in reached.iter().flat_map(|missed| &missed.terms) {
        problem.columns[variable.0].upper = 0.0;
    }
    let mut distance = Linear::default();
    for (name, variable) in placed(scenario, &model.decisions) {
        let Some(&value) = plan.get(&name) else {
            continue;
        };
        let column = &problem.columns[variable.0];
        if value <= column.lower {
            distance.push(variable, 1.0);
        } else if value >= column.upper {
            distance.push(variable, -1.0);
        } else {
            let label =
                Label { rule: Rule::Target, name: "distance", place: Place::All, term: None };
            let apart = problem.real(f64::INFINITY);
            let (here, there) = (Linear::from(variable), Linear::from(value));
            problem.at_most(label, here.clone() - there.clone(), apart.into());
            problem.at_most(label, there - here, apart.into());
            distance.push(apart, 1.0);
        }
    }
    Proximity { problem, tiers: [(override_tier(), distance.tidy())] }
}
