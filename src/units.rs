//! Units as types: a sum of money can't be added to a number of students.
//!
//! Every type is a thin wrapper around `f64`, serialised as a bare number; the
//! unit is in the name of the type and of the field that carries it.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::iter::Sum;
use std::ops::{Add, AddAssign, Mul, Neg, Sub};

macro_rules! units {
    ($($(#[$doc:meta])* $name:ident),* $(,)?) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, Default, PartialEq, PartialOrd, Serialize, Deserialize, JsonSchema)]
        #[serde(transparent)]
        pub struct $name(pub f64);

        impl $name {
            /// Nothing of it.
            pub const ZERO: Self = Self(0.0);

            /// Whether the amount is exactly nothing.
            pub fn is_zero(self) -> bool {
                self.0 == 0.0
            }
        }

        impl Add for $name {
            type Output = Self;
            fn add(self, other: Self) -> Self {
                Self(self.0 + other.0)
            }
        }

        impl AddAssign for $name {
            fn add_assign(&mut self, other: Self) {
                self.0 += other.0;
            }
        }

        impl Sub for $name {
            type Output = Self;
            fn sub(self, other: Self) -> Self {
                Self(self.0 - other.0)
            }
        }

        impl Neg for $name {
            type Output = Self;
            fn neg(self) -> Self {
                Self(-self.0)
            }
        }

        impl Mul<f64> for $name {
            type Output = Self;
            fn mul(self, factor: f64) -> Self {
                Self(self.0 * factor)
            }
        }

        impl Sum for $name {
            fn sum<I: Iterator<Item = Self>>(items: I) -> Self {
                Self(items.map(|item| item.0).sum())
            }
        }
    )*};
}

units! {
    /// Money in 万元 (10,000 yuan).
    Money,
    /// Students; expected numbers, so not always whole.
    Students,
    /// Teaching periods a week.
    Periods,
    /// Hours.
    Hours,
    /// Kilometres.
    Kilometres,
    /// Minutes.
    Minutes,
    /// Square metres.
    SquareMetres,
}

/// Rounding errors of sums of things that are whole.
const NOISE: f64 = 1e-6;

/// The least whole number that is not below a value, noise aside: 90 for
/// 90.00000000000006.
pub fn whole_up(value: f64) -> f64 {
    (value - NOISE).ceil() + 0.0
}

/// The greatest whole number that is not above a value, noise aside.
pub fn whole_down(value: f64) -> f64 {
    (value + NOISE).floor()
}

/// Fen in 万元.
const FEN: f64 = 1e6;

impl Money {
    /// The sum in whole fen, the hundredth of a yuan.
    #[allow(clippy::cast_possible_truncation)]
    pub fn fen(self) -> i64 {
        (self.0 * FEN).round() as i64
    }

    /// A sum of whole fen.
    #[allow(clippy::cast_precision_loss)]
    pub fn of_fen(fen: i64) -> Self {
        Self(fen as f64 / FEN)
    }
}
