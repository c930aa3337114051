//! Interval arithmetic with outward rounding: a result contains the exact one,
//! whatever the processor rounds.
//!
//! A rounding to the nearest number is off by less than the distance to the next
//! one, so a step outward after each operation is enough.

use std::ops::{Add, Mul, Sub};

/// All numbers from `low` to `high`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Interval {
    /// Lower end.
    pub low: f64,
    /// Upper end.
    pub high: f64,
}

impl Interval {
    /// Nothing but 0.
    pub const ZERO: Self = Self { low: 0.0, high: 0.0 };

    /// Its quotient by an exact number other than 0, of which only the upper end is
    /// asked for.
    pub fn over(self, divisor: f64) -> f64 {
        let ends = [self.low / divisor, self.high / divisor];
        up(ends[0].max(ends[1]))
    }
}

impl From<f64> for Interval {
    fn from(exact: f64) -> Self {
        Self { low: exact, high: exact }
    }
}

impl Add for Interval {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        Self {
            low: rounded(self.low + other.low, self.low, other.low, down),
            high: rounded(self.high + other.high, self.high, other.high, up),
        }
    }
}

impl Sub for Interval {
    type Output = Self;
    fn sub(self, other: Self) -> Self {
        self + Self { low: -other.high, high: -other.low }
    }
}

impl Mul for Interval {
    type Output = Self;
    fn mul(self, other: Self) -> Self {
        let ends = [
            (self.low, other.low),
            (self.low, other.high),
            (self.high, other.low),
            (self.high, other.high),
        ];
        let low = ends.map(|(one, other)| product(one, other, down));
        let high = ends.map(|(one, other)| product(one, other, up));
        Self {
            low: low.into_iter().fold(f64::INFINITY, f64::min),
            high: high.into_iter().fold(f64::NEG_INFINITY, f64::max),
        }
    }
}

/// A sum rounded outward; one with nothing is exact.
fn rounded(sum: f64, one: f64, other: f64, outward: fn(f64) -> f64) -> f64 {
    if one == 0.0 || other == 0.0 { sum } else { outward(sum) }
}

/// The product of two ends rounded outward; nothing times anything, also of an end
/// without bound, is nothing.
fn product(one: f64, other: f64, outward: fn(f64) -> f64) -> f64 {
    if one == 0.0 || other == 0.0 { 0.0 } else { outward(one * other) }
}

/// The next number below; what is no number says nothing.
fn down(end: f64) -> f64 {
    if end.is_nan() { f64::NEG_INFINITY } else { end.next_down() }
}

/// The next number above.
fn up(end: f64) -> f64 {
    if end.is_nan() { f64::INFINITY } else { end.next_up() }
}

#[cfg(test)]
mod tests {
    use super::Interval;
    use proptest::prelude::*;

    /// The error of a rounded product, exact: fused multiplication rounds once.
    fn product_error(one: f64, other: f64) -> f64 {
        one.mul_add(other, -(one * other))
    }

    /// The error of a rounded sum, exact (Knuth's two-sum).
    fn sum_error(one: f64, other: f64) -> f64 {
        let sum = one + other;
        let second = sum - one;
        (one - (sum - second)) + (other - second)
    }

    /// Whether rounded + error, exactly, lies in the interval.
    fn holds(interval: Interval, rounded: f64, error: f64) -> bool {
        interval.low <= rounded
            && rounded <= interval.high
            && (rounded > interval.low || error >= 0.0)
            && (rounded < interval.high || error <= 0.0)
    }

    proptest! {
        #[test]
        fn a_sum_or_product_lies_within(one in -1e9..1e9_f64, other in -1e9..1e9_f64) {
            let (left, right) = (Interval::from(one), Interval::from(other));
            prop_assert!(holds(left + right, one + other, sum_error(one, other)));
            prop_assert!(holds(left * right, one * other, product_error(one, other)));
            prop_assert!(holds(left - right, one - other, sum_error(one, -other)));
            if other != 0.0 {
                let above = Interval::from(one).over(other);
                prop_assert!(above > one / other);
            }
        }
    }

    #[test]
    fn a_tenth_three_times_is_not_exactly_three_tenths() {
        let tenth = Interval::from(0.1);
        let sum = tenth + tenth + tenth;
        assert!(sum.low < 0.3 && 0.3 < sum.high && sum.high - sum.low < 1e-15);
    }

    #[test]
    fn ends_without_bound_stay_so() {
        let any = Interval { low: 0.0, high: f64::INFINITY };
        let product = Interval::from(-2.0) * any;
        assert_eq!((product.low, product.high), (f64::NEG_INFINITY, 0.0));
        assert_eq!(Interval::ZERO * any, Interval::ZERO);
        let unknown = any - any;
        assert_eq!((unknown.low, unknown.high), (f64::NEG_INFINITY, f64::INFINITY));
    }
}
