//! What is open to negotiation, and at what price.

use crate::scenario::named::Named;
use crate::scenario::quantity::Quantity;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// What may be changed to make a plan possible, and at what price a step (万元,
/// beyond the plan's own cost). What is not listed is never offered.
#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct RawNegotiable {
    /// More units of a resource at a campus.
    pub capacity: Vec<RawMoreUnits>,
    /// More seats in school buses, by campus key.
    pub seats: Named<RawMoreSeats>,
    /// Teachers from outside.
    pub teachers: Vec<RawMoreTeachers>,
    /// Tenures that may end later, a term each step, by campus key.
    pub tenure: Named<RawTerms>,
    /// Campuses that may be vacated later, a term each step, by campus key.
    pub vacate: Named<RawTerms>,
    /// Further relocation points, by term.
    pub points: Named<RawTerms>,
    /// Classes beyond `rules.relocation.most_per_stage`.
    pub moves: Option<RawTerms>,
    /// Moves of a class beyond `rules.relocation.most_per_class`.
    pub class_moves: Option<RawTerms>,
    /// Moves in the last school year.
    pub last_year: Option<RawTerms>,
    /// Staff beyond `rules.employment.rebased_per_stage`.
    pub rebased: Option<RawTerms>,
    /// Recruits beyond `rules.employment.hires_per_year`.
    pub hires: Option<RawTerms>,
    /// Recruits of a subject beyond its `hiring.most_per_year`, by subject key.
    pub hires_of: Named<RawTerms>,
    /// Capital by fiscal year.
    pub capital: Named<RawMoreMoney>,
    /// Running grants by fiscal year.
    pub running: Named<RawMoreMoney>,
    /// Classes below the least to admit, by programme key.
    pub least: Named<RawTerms>,
    /// Targets that may be due later, a term each step, by target key.
    pub targets: Named<RawTerms>,
    /// Rules that may be given up: `class_teacher`, `duty`, `exchange`,
    /// `budget`, `role`, `standards`.
    pub without: Named<RawTerms>,
}

/// On what terms something is to be had.
#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct RawTerms {
    /// Price of a step (万元).
    pub price: Option<Quantity>,
    /// Most steps; 1 if absent.
    pub most: Option<u32>,
}

/// More units of a resource.
#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct RawMoreUnits {
    /// Of what.
    pub resource: Option<String>,
    /// Where.
    pub campus: Option<String>,
    /// Units a step.
    pub units: Option<Quantity>,
    /// Price of a step (万元).
    pub price: Option<Quantity>,
    /// Most steps; 1 if absent.
    pub most: Option<u32>,
}

/// More seats in the school buses of a campus.
#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct RawMoreSeats {
    /// Seats a step.
    pub seats: Option<Quantity>,
    /// Price of a step (万元).
    pub price: Option<Quantity>,
    /// Most steps; 1 if absent.
    pub most: Option<u32>,
}

/// Teachers of a subject from outside.
#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct RawMoreTeachers {
    /// Subject.
    pub subject: Option<String>,
    /// Where they are based at first.
    pub campus: Option<String>,
    /// Price of one (万元).
    pub price: Option<Quantity>,
    /// Most of them; 1 if absent.
    pub most: Option<u32>,
}

/// More money in a fiscal year.
#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct RawMoreMoney {
    /// Amount of a step (万元).
    pub amount: Option<Quantity>,
    /// Price of a step (万元): what it takes to get it.
    pub price: Option<Quantity>,
    /// Most steps; 1 if absent.
    pub most: Option<u32>,
}
