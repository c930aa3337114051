//! Which plans a study has: what each has of every factor.
//!
//! Sampled designs draw a vector of standard normal scores for each plan, with
//! the correlations asked for (Cholesky factor times independent scores). A
//! Monte Carlo design takes Φ of a score as the share u. A Latin hypercube has
//! n plans take n equal strata of each factor once, in the order of the
//! scores, with a uniform place within: u = (rank + v)/n; the correlations of
//! the ranks are those of the scores (Iman and Conover, Communications in
//! Statistics B11, 1982). A factor then has the quantile of u, or the level
//! ⌊u · levels⌋.

use super::distribution::share;
use super::factor::{Choice, Factor, Levels};
use super::manifest::DesignEntry;
use rand_distr::{Distribution as _, Open01, StandardNormal};
use rand_pcg::Pcg64;
use rand_pcg::rand_core::{Rng, SeedableRng};

/// Lower triangle of a correlation matrix's Cholesky factor, row by row.
pub type Cholesky = Vec<Vec<f64>>;

/// Digits of a drawn number: what a report would show, and the same on every
/// machine.
const DIGITS: usize = 6;

/// The factor L with L·Lᵀ = the matrix of `size` with ones on its diagonal and
/// these correlations elsewhere; none if there is no such matrix of
/// correlations.
pub fn cholesky(size: usize, correlations: &[(usize, usize, f64)]) -> Option<Cholesky> {
    let wanted = |row: usize, column: usize| {
        let mut pairs = correlations.iter();
        let pair = pairs.find(|(one, other, _)| {
            (*one, *other) == (row, column) || (*one, *other) == (column, row)
        });
        pair.map_or(0.0, |(_, _, value)| *value)
    };
    let product = |one: &[f64], other: &[f64]| -> f64 {
        let pairs = one.iter().zip(other);
        pairs.map(|(one, other)| one * other).sum()
    };
    let mut lower: Cholesky = Vec::with_capacity(size);
    for row in 0..size {
        let mut line: Vec<f64> = Vec::with_capacity(row + 1);
        for (column, above) in lower.iter().enumerate() {
            let rest = wanted(row, column) - product(&line, above);
            line.push(rest / above[column]);
        }
        let rest = 1.0 - product(&line, &line);
        line.push((rest > 1e-9).then(|| rest.sqrt())?);
        lower.push(line);
    }
    Some(lower)
}

/// How many plans a grid over the factors has; none if a factor has no levels
/// or they are too many to count.
pub fn grid_size(factors: &[Factor]) -> Option<usize> {
    let mut counts = factors.iter().map(|factor| factor.levels.count());
    counts.try_fold(1_usize, |size, count| size.checked_mul(count?))
}

/// What each plan has of each factor, in the order of the plans.
pub fn choices(
    design: DesignEntry,
    factors: &[Factor],
    correlations: &Cholesky,
) -> Vec<Vec<Choice>> {
    match design {
        DesignEntry::Grid => grid(factors),
        DesignEntry::LatinHypercube { plans, seed } => {
            let mut random = Pcg64::seed_from_u64(seed);
            let scores = scores(plans, correlations, &mut random);
            let shares = stratified(&scores, &mut random);
            sampled(factors, &shares, &mut random)
        }
        DesignEntry::MonteCarlo { plans, seed } => {
            let mut random = Pcg64::seed_from_u64(seed);
            let mut shares = scores(plans, correlations, &mut random);
            shares.iter_mut().flatten().for_each(|at| *at = share(*at));
            sampled(factors, &shares, &mut random)
        }
    }
}

/// Every level with every other; the last factor changes fastest.
fn grid(factors: &[Factor]) -> Vec<Vec<Choice>> {
    let mut plans = vec![Vec::new()];
    for factor in factors {
        let of = |index: usize| match factor.levels {
            Levels::Forecast(_) => Choice::Draw(index as u64),
            _ => Choice::Level(index),
        };
        let levels = factor.levels.count().unwrap_or(0);
        plans = plans
            .iter()
            .flat_map(|plan: &Vec<Choice>| {
                (0..levels).map(move |index| [plan.as_slice(), &[of(index)]].concat())
            })
            .collect();
    }
    plans
}

/// Correlated standard normal scores by plan and factor.
fn scores(plans: usize, correlations: &Cholesky, random: &mut Pcg64) -> Vec<Vec<f64>> {
    let mut one = || {
        let apart: Vec<f64> = correlations.iter().map(|_| StandardNormal.sample(random)).collect();
        let together =
            correlations.iter().map(|line| line.iter().zip(&apart).map(|(l, z)| l * z).sum());
        together.collect()
    };
    (0..plans).map(|_| one()).collect()
}

/// Shares that take every stratum of each factor once, in the order of the
/// scores.
#[allow(clippy::cast_precision_loss)]
fn stratified(scores: &[Vec<f64>], random: &mut Pcg64) -> Vec<Vec<f64>> {
    let mut shares: Vec<Vec<f64>> = scores.to_vec();
    let factors = scores.first().map_or(0, Vec::len);
    for factor in 0..factors {
        let mut order: Vec<usize> = (0..scores.len()).collect();
        order.sort_by(|one, other| scores[*one][factor].total_cmp(&scores[*other][factor]));
        for (rank, plan) in order.into_iter().enumerate() {
            let within: f64 = Open01.sample(random);
            shares[plan][factor] = (rank as f64 + within) / scores.len() as f64;
        }
    }
    shares
}

/// Choices from shares.
fn sampled(factors: &[Factor], shares: &[Vec<f64>], random: &mut Pcg64) -> Vec<Vec<Choice>> {
    let mut plan = |shares: &Vec<f64>| {
        let of = |(factor, share): (&Factor, &f64)| match (&factor.levels, factor.levels.count()) {
            (Levels::Drawn(distribution), _) => {
                let (least, most) = distribution.ends();
                Choice::Value(rounded(distribution.quantile(*share)).clamp(least, most))
            }
            (_, Some(levels)) => Choice::Level(level(*share, levels)),
            // Draws of the projection are independent of all else.
            (_, None) => Choice::Draw(random.next_u64()),
        };
        factors.iter().zip(shares).map(of).collect()
    };
    shares.iter().map(&mut plan).collect()
}

/// ⌊share · levels⌋.
#[allow(clippy::cast_precision_loss, clippy::cast_possible_truncation, clippy::cast_sign_loss)]
fn level(share: f64, levels: usize) -> usize {
    ((share * levels as f64) as usize).min(levels - 1)
}

fn rounded(value: f64) -> f64 {
    let text = format!("{value:.*e}", DIGITS - 1);
    text.parse().unwrap_or(value)
}
