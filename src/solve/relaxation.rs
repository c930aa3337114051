//! The aggregated-staff relaxation: the model without posts.
//!
//! It counts staff over all campuses together and is a third of the size of the
//! whole model. It drops only rules about where staff are based, so what it
//! proves of a tier holds for plans too, and its classes, campuses and building
//! are where plans come from. Where the scenario has no staff it drops nothing.

use super::common_sums::introduce;
use super::lexicographic::{expressions, zero_tolerance};
use super::search::{ObjectiveOverride, override_tier};
use crate::domain::{Metric, Part, Scenario, Tier};
use crate::model::linear::Linear;
use crate::model::{Form, Model, build};

/// Margin of tightened targets: intakes that are whole can't use every last
/// place that students counted in fractions can.
const MARGIN: f64 = 3e-4;

/// The relaxation with the tiers that it has a say in.
pub struct Relaxation {
    /// The model.
    pub model: Model,
    /// Its tiers, without tolerance: tolerances are for the plan to use.
    pub tiers: Vec<(Tier, Linear)>,
}

impl Relaxation {
    /// The relaxation of a scenario, if any of its tiers can be stated in it.
    pub fn new(scenario: &Scenario, lead: Option<ObjectiveOverride<'_>>) -> Option<Self> {
        let model = build(scenario, Form::CORE);
        let mut tiers = match lead {
            Some(lead) => vec![(override_tier(), lead(&model))],
            None => zero_tolerance(expressions(scenario, &model)),
        };
        tiers.truncate(within(&tiers));
        (!tiers.is_empty()).then_some(Self { model, tiers })
    }

    /// The same with a margin on its targets of students. Columns and rows are in
    /// the same order.
    pub fn tightened(scenario: &Scenario, lead: Option<ObjectiveOverride<'_>>) -> Option<Self> {
        Self::new(&tightened(scenario), lead)
    }

    /// States its problem with columns for the sums that rows share.
    pub fn with_common_sums(mut self) -> Self {
        introduce(&mut self.model);
        self
    }

    /// Whether the relaxation drops nothing of the whole model. Asked before columns
    /// for common sums are introduced.
    pub fn is_exact(&self, whole: &Model) -> bool {
        let decisions = &whole.decisions;
        let has_posts = !decisions.posted.is_empty() || !decisions.recruits_posted.is_empty();
        !has_posts && self.model.problem.columns.len() == whole.problem.columns.len()
    }
}

/// The scenario with a margin on its targets of students, where they may be
/// missed at all.
pub fn tightened(scenario: &Scenario) -> Scenario {
    let mut tight = scenario.clone();
    let has_targets = |tier: &Tier| tier.parts.iter().any(|(part, _)| *part == Part::Targets);
    let capped = |tier: &Tier| tier.at_most.is_some() && has_targets(tier);
    if scenario.tiers.iter().any(capped) {
        return tight;
    }
    for (id, target) in tight.targets.iter_mut_enumerated() {
        let held = scenario.held_targets.iter().any(|(held, _)| *held == id);
        if target.metric != Metric::ClassesInSchool && !held {
            target.at_least *= 1.0 + MARGIN;
        }
    }
    tight
}

/// How many of the tiers the relaxation has a say in: up to the cost, and as far
/// as they don't depend on posts alone. Of the disruption it knows the students
/// moved.
fn within(tiers: &[(Tier, Linear)]) -> usize {
    let has = |tier: &Tier, wanted: Part| tier.parts.iter().any(|(part, _)| *part == wanted);
    let known = tiers.iter().take_while(|(tier, _)| !has(tier, Part::Travel)).count();
    let cost = tiers.iter().position(|(tier, _)| has(tier, Part::Cost));
    cost.map_or(known, |cost| known.min(cost + 1))
}
