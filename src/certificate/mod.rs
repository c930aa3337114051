//! Bounds computed again from dual values, without a solver: what `verify --bound`
//! proves of the bounds that a plan states.
//!
//! The rows are those of the model with nothing whole, so the bound of branch and
//! bound, which is better, is not reached. What is proven holds for every plan that
//! keeps the earlier tiers, with their tolerances, no looser than this plan does.

mod implied;
mod interval;
mod lagrangian;
mod statement;

pub use lagrangian::bound;
pub use statement::{StatedRow, Statement};

use crate::domain::{Scenario, Tier};
use crate::forecast;
use crate::model::{Form, Model, build, tier};
use crate::plan::{Certificate, Duals, Plan, Relaxation};
use sha2::{Digest, Sha256};
use std::borrow::Cow;
use std::cell::OnceCell;
use std::fmt::Write as _;

/// Slack of an objective cut, relative to its value beyond 1: what a plan states
/// and what the model comes to differ by roundings.
const SLACK: f64 = 1e-6;

/// Bytes of the hash of the rows that are kept.
const HASH: usize = 8;

/// What is proven of the bound of a tier.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct CertifiedTier {
    /// No plan that keeps the earlier tiers is below this; none where nothing is
    /// proven.
    pub proven: Option<f64>,
    /// The bound that the plan states.
    pub reported: Option<f64>,
    /// What it is proven by.
    pub basis: Basis,
}

/// What a bound is proven by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Basis {
    /// The duals of the plan's certificate.
    Duals,
    /// The least that each amount can be: the plan has no certificate.
    Amounts,
    /// The same: the plan's certificate is of other rows, of another scenario or
    /// version.
    OtherRows,
}

impl CertifiedTier {
    /// Whether the bound that the plan states is proven, to a part in a million.
    pub fn covers(&self) -> bool {
        let slack = |reported: f64| SLACK * reported.abs().max(1.0);
        let proven = self.proven.unwrap_or(f64::NEG_INFINITY);
        self.reported.is_none_or(|reported| proven >= reported - slack(reported))
    }
}

/// The relaxations on which the bounds of a plan's tiers rest.
pub struct Rows<'a> {
    scenario: Cow<'a, Scenario>,
    aggregated: OnceCell<Written>,
    posted: OnceCell<Written>,
}

/// A relaxation, written down.
struct Written {
    model: Model,
    hash: String,
}

impl<'a> Rows<'a> {
    /// The relaxations of a scenario, with the applicants of the plan's demand path.
    pub fn new(scenario: &'a Scenario, plan: &Plan) -> Self {
        let demand = plan.options.demand;
        let scenario = if scenario.demand == demand {
            Cow::Borrowed(scenario)
        } else {
            Cow::Owned(forecast::on_path(scenario.clone(), demand))
        };
        Self { scenario, aggregated: OnceCell::new(), posted: OnceCell::new() }
    }

    fn written(&self, relaxation: Relaxation) -> &Written {
        let (cell, form) = match relaxation {
            Relaxation::AggregatedStaff => (&self.aggregated, Form::CORE),
            Relaxation::Posted => (&self.posted, Form::PLAN),
        };
        cell.get_or_init(|| {
            let model = build(&self.scenario, form);
            let hash = hash(&model);
            Written { model, hash }
        })
    }

    /// What is to be proven of a tier: minimise it, the earlier ones no worse than in
    /// the plan, with their tolerances. None for a tier that the scenario does not
    /// have, and without posts where something is weighed negatively: what is left
    /// out there must not lower a tier.
    pub fn statement(
        &self,
        plan: &Plan,
        index: usize,
        relaxation: Relaxation,
    ) -> Option<Statement<'_>> {
        let tiers = self.scenario.tiers.get(..=index)?;
        let weights = tiers.iter().flat_map(|tier| &tier.parts).map(|(_, weight)| *weight);
        if relaxation == Relaxation::AggregatedStaff && weights.into_iter().any(|one| one < 0.0) {
            return None;
        }
        let model = &self.written(relaxation).model;
        let (data, earlier) = tiers.split_last()?;
        let stated = plan.tiers.get(..index)?;
        let cuts = earlier.iter().zip(stated);
        let cuts = cuts.map(|(data, stated)| (tier(&model.parts, data), most(data, stated.value)));
        Some(Statement {
            problem: &model.problem,
            cuts: cuts.collect(),
            objective: tier(&model.parts, data),
        })
    }

    /// A certificate of the duals of a statement's rows, in order.
    pub fn certificate(&self, relaxation: Relaxation, duals: &[f64]) -> Certificate {
        let rows = self.written(relaxation).hash.clone();
        Certificate { relaxation, rows, duals: Duals::of(duals) }
    }

    /// What is proven of a tier, with this certificate or without. None for a tier
    /// that the scenario does not have.
    pub fn certify(
        &self,
        plan: &Plan,
        index: usize,
        certificate: Option<&Certificate>,
    ) -> Option<CertifiedTier> {
        let stated = plan.tiers.get(index)?;
        let prove = |relaxation: Relaxation, duals: &[(usize, f64)]| {
            let statement = self.statement(plan, index, relaxation)?;
            Some(bound(&statement, duals, Some(stated.value)))
        };
        let unaided = prove(Relaxation::AggregatedStaff, &[]);
        let unaided = unaided.or_else(|| prove(Relaxation::Posted, &[]))?;
        let ours = |one: &&Certificate| one.rows == self.written(one.relaxation).hash;
        let (basis, proven) = match (certificate, certificate.filter(ours)) {
            (None, _) => (Basis::Amounts, unaided),
            (Some(_), None) => (Basis::OtherRows, unaided),
            (_, Some(one)) => {
                let proven = prove(one.relaxation, &one.duals.0);
                (Basis::Duals, proven.map_or(unaided, |proven| proven.max(unaided)))
            }
        };
        let proven = proven.is_finite().then_some(proven);
        Some(CertifiedTier { proven, reported: stated.bound, basis })
    }
}

/// What is proven of each tier of a plan, from the scenario and the plan alone.
pub fn certify(scenario: &Scenario, plan: &Plan) -> Vec<CertifiedTier> {
    let rows = Rows::new(scenario, plan);
    let tiers = plan.tiers.iter().enumerate();
    tiers.map_while(|(index, tier)| rows.certify(plan, index, tier.certificate.as_ref())).collect()
}

/// What an earlier tier may come to.
fn most(data: &Tier, value: f64) -> f64 {
    let most = value + data.relative_tolerance * value.abs() + data.absolute_tolerance;
    most + SLACK * most.abs().max(1.0)
}

/// A hash of what the rows are about and which columns stand in them, in hex.
fn hash(model: &Model) -> String {
    let mut digest = Sha256::new();
    digest.update(model.problem.columns.len().to_le_bytes());
    for row in &model.problem.rows {
        let label = &row.label;
        let term = label.term.map(|term| term.0);
        digest.update(format!("{} {} {:?} {term:?}", label.rule.key(), label.name, label.place));
        for (variable, _) in &row.linear.terms {
            digest.update(variable.0.to_le_bytes());
        }
    }
    digest.finalize().iter().take(HASH).fold(String::new(), |mut hex, byte| {
        let _ = write!(hex, "{byte:02x}");
        hex
    })
}
