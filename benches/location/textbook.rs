//! The textbook model of an instance.
//!
//! min Σ opening[i] · open[i] + Σ cost[i,j] · serves[i,j] subject to
//! `served`: Σ_i serves[i,j] = 1;
//! `capacity`: Σ_j demand[i,j] · serves[i,j] ≤ capacity[i] · open[i];
//! `linked`: serves[i,j] ≤ open[i], the strong formulation.
//!
//! `open` is binary, and so is `serves` unless demand may be split. In an
//! assignment every facility is open and there is no `open` and no `linked`.

use super::instance::{Instance, Kind};
use campusplan::domain::Rule;
use campusplan::model::linear::{Linear, Variable};
use campusplan::model::problem::{Label, Place, Problem};

/// The model and its objective.
pub fn model(instance: &Instance) -> (Problem, Linear) {
    let mut problem = Problem::default();
    let mut objective = Linear::default();
    let mut service = vec![Linear::default(); instance.customers()];
    for facility in 0..instance.facilities() {
        let open = match instance.kind {
            Kind::Assignment => Linear::from(1.0),
            Kind::Single | Kind::Split => {
                let open = problem.whole(1.0);
                objective.push(open, instance.opening[facility]);
                open.into()
            }
        };
        let mut used = Linear::default();
        for (customer, service) in service.iter_mut().enumerate() {
            let serves: Variable = match instance.kind {
                Kind::Split => problem.real(1.0),
                Kind::Single | Kind::Assignment => problem.whole(1.0),
            };
            objective.push(serves, instance.cost[facility][customer]);
            used.push(serves, instance.demand[facility][customer]);
            service.push(serves, 1.0);
            if !open.is_constant() {
                problem.at_most(label("linked"), serves.into(), open.clone());
            }
        }
        let capacity = open * instance.capacity[facility];
        problem.at_most(label("capacity"), used, capacity);
    }
    for service in service {
        problem.equal(label("served"), service, Linear::from(1.0));
    }
    (problem, objective)
}

/// A label that says no more than the name: nobody reads these rows.
fn label(name: &'static str) -> Label {
    Label { rule: Rule::Placement, name, place: Place::All, term: None }
}
