//! Quantiles of the distributions that factors are drawn from.
//!
//! Quantile of a share u: uniform a + u(b − a); triangular (a, m, b) with
//! F(m) = (m − a)/(b − a): a + √(u(b − a)(m − a)) up to it, b − √((1 − u)(b −
//! a)(b − m)) beyond; normal cut off at a and b: μ + σ·Φ⁻¹(Φ(α) + u(Φ(β) −
//! Φ(α))) with α = (a − μ)/σ and β = (b − μ)/σ.

use super::manifest::Distribution;
use statrs::function::erf::{erfc, erfc_inv};
use std::f64::consts::SQRT_2;

impl Distribution {
    /// The value below which a share `u` of the draws lies, 0 < u < 1.
    pub fn quantile(self, u: f64) -> f64 {
        match self {
            Self::Uniform { from, to } => from + u * (to - from),
            Self::Triangular { low, likely, high } => {
                let (whole, left) = (high - low, likely - low);
                if u * whole <= left {
                    low + (u * whole * left).sqrt()
                } else {
                    high - ((1.0 - u) * whole * (high - likely)).sqrt()
                }
            }
            Self::Normal { mean, sd, least, most } => {
                let (below, above) = (share((least - mean) / sd), share((most - mean) / sd));
                let score = score(below + u * (above - below));
                (mean + sd * score).clamp(least, most)
            }
        }
    }

    /// Least and largest value that may be drawn.
    pub fn ends(self) -> (f64, f64) {
        match self {
            Self::Uniform { from, to } => (from, to),
            Self::Triangular { low, high, .. } => (low, high),
            Self::Normal { least, most, .. } => (least, most),
        }
    }
}

/// Φ: the share of a standard normal distribution below a score.
pub fn share(score: f64) -> f64 {
    0.5 * erfc(-score / SQRT_2)
}

/// Φ⁻¹: the score below which a share of a standard normal distribution lies.
fn score(share: f64) -> f64 {
    -SQRT_2 * erfc_inv(2.0 * share)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn close(one: f64, other: f64) -> bool {
        (one - other).abs() < 1e-9
    }

    #[test]
    fn the_quantiles_of_a_triangle() {
        let triangle = Distribution::Triangular { low: 1.0, likely: 2.0, high: 5.0 };
        // F(2) = 1/4; above it 1 − F(x) = (5 − x)²/12, so F(3) = 2/3.
        assert!(close(triangle.quantile(0.25), 2.0));
        assert!(close(triangle.quantile(2.0 / 3.0), 3.0));
        // Below it F(x) = (x − 1)²/4, so F(1.5) = 1/16.
        assert!(close(triangle.quantile(1.0 / 16.0), 1.5));
    }

    #[test]
    fn the_quantiles_of_a_normal_distribution_that_is_cut_off() {
        let normal = |least, most| Distribution::Normal { mean: 10.0, sd: 2.0, least, most };
        assert!(close(normal(4.0, 16.0).quantile(0.5), 10.0));
        // Only the upper half: its median is the upper quartile of the whole.
        let upper = normal(10.0, 1000.0).quantile(0.5);
        assert!((upper - (10.0 + 2.0 * 0.674_489_750_196_082)).abs() < 1e-8);
        for u in [1e-12, 0.3, 1.0 - 1e-12] {
            let value = normal(9.0, 10.5).quantile(u);
            assert!((9.0..=10.5).contains(&value), "{value}");
        }
    }

    #[test]
    fn share_and_score_undo_each_other() {
        for at in [-3.0, -1.0, 0.0, 0.5, 2.5] {
            assert!((score(share(at)) - at).abs() < 1e-8);
        }
        assert!((share(1.959_963_984_540_054) - 0.975).abs() < 1e-9);
    }
}
