//! What the rows of a finished study say: distributions, targets, what matters
//! most, first stages and their regrets. Nothing is solved here.
//!
//! Every future counts alike. Figures are those of verified plans; how many of
//! all futures these are stands beside them.

pub mod candidates;
pub mod decisions;
pub mod distribution;
pub mod endings;
pub mod follow_up;
pub mod influence;
pub mod levels;
pub mod proven;
pub mod regret;
pub mod targets;
pub mod view;

use super::run::row::{Row, RowStatus};
use super::specification::first_stage::Kind;
use super::specification::indicator::Indicator;
use candidates::{Candidate, candidates};
use decisions::{Decision, decisions};
use distribution::{Distribution, middle};
use endings::Endings;
use influence::{Influence, influence};
use levels::Level;
use serde::Serialize;
use std::cmp::Ordering;
use targets::{TargetFutures, targets};
use view::Futures;

/// What a study says.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Summary {
    /// Futures, one for each plan of the study.
    pub futures: usize,
    /// What became of their plans.
    pub endings: Endings,
    /// Levels of each factor, in the order of the study.
    pub factors: Vec<Vec<Level>>,
    /// Each indicator, in the order of the study.
    pub indicators: Vec<IndicatorFutures>,
    /// Each target, in the order of the study.
    pub targets: Vec<TargetFutures>,
    /// Which factors matter for what.
    pub tornado: Vec<Tornado>,
    /// Decisions of the first stage.
    pub decisions: Vec<Decision>,
    /// The different first stages found.
    pub candidates: Vec<Candidate>,
}

/// An indicator over the futures.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct IndicatorFutures {
    /// Its place in the study.
    pub indicator: usize,
    /// Its distribution over the futures with a verified plan of which it is
    /// known; none if it is known of none.
    pub distribution: Option<Distribution>,
    /// Plans with the least and with the greatest value, the first of each.
    pub ends: Option<[usize; 2]>,
    /// What may still be better in the middle one of these, in its own unit;
    /// none where nothing is proven in half of them.
    pub room: Option<f64>,
}

/// A figure that factors have an influence on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Figure {
    /// Whether there is a verified plan: 1 or 0, over all futures.
    Planned,
    /// Whether all targets are met in every term: 1 or 0.
    TargetsMet,
    /// An indicator, by its place in the study.
    Indicator(usize),
}

/// The factors by their influence on a figure.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Tornado {
    /// The figure.
    pub figure: Figure,
    /// The factors, the one with the largest share of variance first, and of
    /// equal shares the one with the largest swing.
    pub influences: Vec<Influence>,
    /// What the shares leave of the variance: what factors do only together.
    /// In a sample also what chance and bins leave.
    pub rest: Option<f64>,
}

/// Sums up a study. First stages are told apart by their decisions of some
/// kinds.
pub fn summarise(futures: &Futures<'_>, kinds: &[Kind]) -> Summary {
    let decisions = decisions(futures);
    Summary {
        futures: futures.rows.len(),
        endings: Endings::new(futures),
        factors: futures.levels.iter().map(|one| one.levels.clone()).collect(),
        indicators: indicators(futures),
        targets: targets(futures),
        tornado: tornados(futures),
        candidates: candidates(futures, &decisions, kinds),
        decisions,
    }
}

fn indicators(futures: &Futures<'_>) -> Vec<IndicatorFutures> {
    let all = futures.manifest.indicators.iter().enumerate();
    all.map(|(indicator, entry)| {
        let values = values(futures, Figure::Indicator(indicator));
        IndicatorFutures {
            indicator,
            ends: ends(&values),
            distribution: Distribution::new(values.into_iter().flatten().collect()),
            room: room(futures, &entry.key),
        }
    })
    .collect()
}

/// Where the least and the greatest of some values stand.
fn ends(values: &[Option<f64>]) -> Option<[usize; 2]> {
    let known = values.iter().enumerate();
    let known = known.filter_map(|(plan, value)| Some((plan, (*value)?)));
    let less = |one: &(usize, f64), other: &(usize, f64)| one.1.total_cmp(&other.1);
    let least = known.clone().min_by(less)?;
    // Of those alike `max_by` takes the last.
    let greatest = known.rev().max_by(less)?;
    Some([least.0, greatest.0])
}

/// The middle of what may still be better of an indicator, over the futures with
/// a verified plan; none of one that is no part of the objective.
fn room(futures: &Futures<'_>, key: &str) -> Option<f64> {
    let Indicator::Value(part) = proven::indicator(key)? else {
        return None;
    };
    let rows = futures.with_plans().map(|future| &futures.rows[future]);
    let rooms: Vec<Option<f64>> = rows.map(|row| proven::room(row, part)).collect();
    middle(&rooms)
}

/// A figure in each future.
pub fn values(futures: &Futures<'_>, figure: Figure) -> Vec<Option<f64>> {
    let yes = |yes: bool| f64::from(u8::from(yes));
    match figure {
        Figure::Planned => {
            let all = 0..futures.rows.len();
            all.map(|future| Some(yes(futures.planned(future)))).collect()
        }
        Figure::TargetsMet => {
            let met = targets::all_met(futures).into_iter();
            met.map(|met| met.map(yes)).collect()
        }
        Figure::Indicator(index) => futures.indicator(&futures.manifest.indicators[index].key),
    }
}

/// A tornado for each figure that varies and is no measure of proof itself.
fn tornados(futures: &Futures<'_>) -> Vec<Tornado> {
    let indicators = futures.manifest.indicators.iter().enumerate();
    let indicators = indicators.filter(|(_, one)| !proven::is_proof(&one.key));
    let figures = [Figure::Planned, Figure::TargetsMet].into_iter();
    let all = figures.chain(indicators.map(|(index, _)| Figure::Indicator(index)));
    all.filter_map(|figure| tornado(futures, figure)).collect()
}

fn tornado(futures: &Futures<'_>, figure: Figure) -> Option<Tornado> {
    let values = values(futures, figure);
    let room = match figure {
        Figure::Planned => no_plan_is_proven(futures).then_some(0.0),
        Figure::TargetsMet => misses_are_proven(futures).then_some(0.0),
        Figure::Indicator(index) => room(futures, &futures.manifest.indicators[index].key),
    };
    let levels = futures.levels.iter().enumerate();
    let mut influences: Vec<Influence> =
        levels.map(|factor| influence(factor, &values, futures.design(), room)).collect();
    influences.sort_by(stronger);
    let shares: Vec<f64> = influences.iter().filter_map(|one| one.share).collect();
    (!shares.is_empty()).then(|| Tornado {
        figure,
        influences,
        rest: Some((1.0 - shares.iter().sum::<f64>()).max(0.0)),
    })
}

/// Whether it is certain of every future without a plan that there is none.
fn no_plan_is_proven(futures: &Futures<'_>) -> bool {
    let known = |row: &Row| matches!(row.status, RowStatus::Verified | RowStatus::Infeasible);
    futures.rows.iter().all(known)
}

/// Whether it is certain of every future with a missed target that no plan
/// reaches them all.
fn misses_are_proven(futures: &Futures<'_>) -> bool {
    let rows = futures.with_plans().map(|future| &futures.rows[future]);
    let missing = |row: &&Row| !row.targets.values().all(|one| one.met);
    rows.filter(missing).all(proven::surely_missed)
}

/// The larger share of variance first, then the larger swing.
fn stronger(one: &Influence, other: &Influence) -> Ordering {
    let share = |one: &Influence| one.share.unwrap_or(0.0);
    let swing = |one: &Influence| one.swing.map_or(0.0, |swing| swing.by.abs());
    (share(other).total_cmp(&share(one))).then(swing(other).total_cmp(&swing(one)))
}
