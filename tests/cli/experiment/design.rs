//! Which plans a study has.

#![allow(clippy::cast_precision_loss, clippy::cast_possible_truncation, clippy::cast_sign_loss)]

use campusplan::experiment::specification::factor::Choice;
use campusplan::experiment::specification::resolve::{Study, read};

fn study(factors: &str, rest: &str) -> Study {
    let text = format!(r#"(base: "b.ron", factors: {{{factors}}}, limits: (steps: 1), {rest})"#);
    read(&text).unwrap_or_else(|found| panic!("{found:#?}"))
}

const THREE: &str = r#"
    "x": (scales: ["prices"], levels: uniform(from: 10, to: 20)),
    "y": (scales: ["roads"], levels: normal(mean: 0, sd: 1, least: -8, most: 8)),
    "z": (scales: ["staff"], levels: list([1, 2, 3, 4]))"#;

fn values(choices: &[Vec<Choice>], factor: usize) -> Vec<f64> {
    let value = |plan: &Vec<Choice>| match plan[factor] {
        Choice::Value(value) => value,
        Choice::Level(level) => level as f64,
        Choice::Draw(seed) => seed as f64,
    };
    choices.iter().map(value).collect()
}

/// Places of values in their order.
fn ranks(values: &[f64]) -> Vec<f64> {
    let rank = |value: &f64| values.iter().filter(|other| *other < value).count() as f64;
    values.iter().map(rank).collect()
}

fn correlation(one: &[f64], other: &[f64]) -> f64 {
    let mean = |values: &[f64]| values.iter().sum::<f64>() / values.len() as f64;
    let (one_mean, other_mean) = (mean(one), mean(other));
    let product = |one: &[f64], other: &[f64], means: (f64, f64)| -> f64 {
        let pairs = one.iter().zip(other);
        pairs.map(|(a, b)| (a - means.0) * (b - means.1)).sum()
    };
    let covariance = product(one, other, (one_mean, other_mean));
    let squares = product(one, one, (one_mean, one_mean));
    covariance / (squares * product(other, other, (other_mean, other_mean))).sqrt()
}

#[test]
fn a_grid_has_every_level_with_every_other() {
    let study = study(
        r#""x": (scales: ["prices"], levels: list([1, 2])),
           "y": (scales: ["roads"], levels: range(from: 0, to: 1, steps: 3))"#,
        "design: grid",
    );
    let expected: Vec<Vec<Choice>> = [(0, 0), (0, 1), (0, 2), (1, 0), (1, 1), (1, 2)]
        .map(|(x, y)| vec![Choice::Level(x), Choice::Level(y)])
        .into();
    assert_eq!(study.choices(), expected);
}

/// Six digits, as a report would show them: what is drawn is the same on every
/// machine, and a future can be written down.
#[test]
fn drawn_figures_have_six_digits() {
    let choices = study(THREE, "design: monte_carlo(plans: 40, seed: 3)").choices();
    for factor in [0, 1] {
        for value in values(&choices, factor) {
            let short: f64 = format!("{value:.5e}").parse().unwrap();
            assert_eq!(value.to_bits(), short.to_bits(), "{value}");
        }
    }
}

#[test]
fn a_latin_hypercube_takes_every_stratum_of_each_factor_once() {
    let choices = study(THREE, "design: latin_hypercube(plans: 40, seed: 3)").choices();
    assert_eq!(choices.len(), 40);
    let mut strata: Vec<usize> =
        values(&choices, 0).iter().map(|value| ((value - 10.0) / 10.0 * 40.0) as usize).collect();
    strata.sort_unstable();
    assert_eq!(strata, (0..40).collect::<Vec<_>>());
    // Half of a symmetric distribution is below its mean, however skew a draw.
    let below = values(&choices, 1).iter().filter(|value| **value < 0.0).count();
    assert_eq!(below, 20);
    for level in 0..4 {
        let level = f64::from(level);
        let plans = values(&choices, 2);
        let have = plans.iter().filter(|value| (**value - level).abs() < 0.5);
        assert_eq!(have.count(), 10);
    }
}

#[test]
fn the_same_seed_draws_the_same_and_another_does_not() {
    for design in ["latin_hypercube", "monte_carlo"] {
        let draw = |seed: u32| {
            let design = format!("design: {design}(plans: 25, seed: {seed})");
            study(THREE, &design).choices()
        };
        assert_eq!(draw(1), draw(1));
        assert_ne!(draw(1), draw(2));
    }
}

#[test]
fn correlated_factors_are_drawn_together_and_the_others_are_not() {
    for design in ["latin_hypercube", "monte_carlo"] {
        let design = format!(
            r#"design: {design}(plans: 2000, seed: 5),
               correlations: [(between: ["y", "x"], value: 0.8)]"#
        );
        let choices = study(THREE, &design).choices();
        let of = |factor: usize| ranks(&values(&choices, factor));
        // Rank correlation of normal scores with r: 6/π · asin(r/2).
        let expected = 6.0 / std::f64::consts::PI * (0.4_f64).asin();
        let found = correlation(&of(0), &of(1));
        assert!((found - expected).abs() < 0.03, "{found} ≠ {expected}");
        let apart = correlation(&of(0), &of(2));
        assert!(apart.abs() < 0.07, "{apart}");
    }
}

#[test]
fn a_monte_carlo_design_has_the_mean_and_the_spread_it_should() {
    let choices = study(THREE, "design: monte_carlo(plans: 4000, seed: 1)").choices();
    let normal = values(&choices, 1);
    let mean = normal.iter().sum::<f64>() / 4000.0;
    let spread = normal.iter().map(|value| (value - mean).powi(2)).sum::<f64>() / 4000.0;
    assert!(mean.abs() < 0.06, "{mean}");
    assert!((spread - 1.0).abs() < 0.08, "{spread}");
    let uniform = values(&choices, 0);
    assert!(uniform.iter().all(|value| (10.0..=20.0).contains(value)));
}

#[test]
fn draws_of_the_projection_differ_from_plan_to_plan() {
    let forecast = r#""f": (levels: forecast())"#;
    let choices = study(forecast, "design: latin_hypercube(plans: 30)").choices();
    let mut seeds = values(&choices, 0);
    seeds.sort_by(f64::total_cmp);
    seeds.dedup();
    assert_eq!(seeds.len(), 30);
    let grid = study(r#""f": (levels: forecast(draws: 3))"#, "design: grid").choices();
    assert_eq!(grid.len(), 3);
}
