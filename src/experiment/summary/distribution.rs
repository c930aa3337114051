//! How a figure is distributed over futures.
//!
//! The quantile at share p of n values in ascending order x₀ … xₙ₋₁ lies at the
//! place h = (n − 1)·p; between two values it is interpolated linearly:
//! x⌊h⌋ + (h − ⌊h⌋)·(x⌊h⌋₊₁ − x⌊h⌋). It is definition 7 of Hyndman and Fan
//! (1996), which R, NumPy and the spreadsheets' PERCENTILE.INC use.

use serde::Serialize;

/// The shares at which quantiles are told.
pub const SHARES: [f64; 5] = [0.05, 0.25, 0.5, 0.75, 0.95];

/// A figure over several futures, each counting alike.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Distribution {
    /// Values.
    pub count: usize,
    /// The least of them.
    pub least: f64,
    /// The quantiles at [`SHARES`].
    pub quantiles: [f64; 5],
    /// The greatest of them.
    pub greatest: f64,
    /// Their mean.
    pub mean: f64,
}

impl Distribution {
    /// The distribution of some values; none without values.
    pub fn new(mut values: Vec<f64>) -> Option<Self> {
        values.sort_by(f64::total_cmp);
        let (least, greatest) = (*values.first()?, *values.last()?);
        Some(Self {
            count: values.len(),
            least,
            quantiles: SHARES.map(|share| quantile(&values, share)),
            greatest,
            mean: mean(&values),
        })
    }
}

/// The quantile at a share from 0 to 1 of values in ascending order; 0 without
/// values.
#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
pub fn quantile(sorted: &[f64], share: f64) -> f64 {
    let Some(last) = sorted.len().checked_sub(1) else {
        return 0.0;
    };
    let place = number(last) * share;
    let below = (place.floor() as usize).min(last);
    let (one, next) = (sorted[below], sorted[(below + 1).min(last)]);
    one + (place - number(below)) * (next - one)
}

/// The mean; 0 without values.
pub fn mean(values: &[f64]) -> f64 {
    if values.is_empty() { 0.0 } else { values.iter().sum::<f64>() / number(values.len()) }
}

/// The middle one of values in ascending order, of two the larger; those that are
/// not known count as larger than any. None if it is one of these.
pub fn middle(values: &[Option<f64>]) -> Option<f64> {
    let mut known: Vec<f64> = values.iter().flatten().copied().collect();
    known.sort_by(f64::total_cmp);
    known.get(values.len() / 2).copied()
}

/// A count as a figure.
pub fn number(count: usize) -> f64 {
    u32::try_from(count).unwrap_or(u32::MAX).into()
}

#[cfg(test)]
mod tests {
    use super::{Distribution, middle, quantile};

    #[test]
    fn quantiles_lie_between_values_in_proportion() {
        // n = 4: h = 3p, so 0.15, 0.75, 1.5, 2.25, 2.85
        let told = Distribution::new(vec![40.0, 10.0, 30.0, 20.0]).unwrap();
        let expected = [11.5, 17.5, 25.0, 32.5, 38.5];
        for (told, expected) in told.quantiles.iter().zip(expected) {
            assert!((told - expected).abs() < 1e-12, "{told} {expected}");
        }
        assert_eq!((told.count, told.least, told.greatest), (4, 10.0, 40.0));
        assert!((told.mean - 25.0).abs() < 1e-12);
    }

    #[test]
    fn a_single_value_is_every_quantile_and_none_has_no_distribution() {
        let told = Distribution::new(vec![7.0]).unwrap();
        assert!(told.quantiles.iter().all(|one| (one - 7.0).abs() < 1e-12));
        assert_eq!(Distribution::new(Vec::new()), None);
        assert!(quantile(&[], 0.5).abs() < 1e-12);
    }

    #[test]
    fn the_middle_of_what_is_half_unknown_is_unknown() {
        assert_eq!(middle(&[Some(3.0), Some(1.0), Some(2.0)]), Some(2.0));
        assert_eq!(middle(&[Some(3.0), Some(1.0), None]), Some(3.0));
        assert_eq!(middle(&[Some(3.0), None]), None);
        assert_eq!(middle(&[]), None);
    }
}
