//! Linear expressions over the columns of a problem.

use std::ops::{Add, AddAssign, Mul, Sub};

/// A column of the problem.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Variable(pub usize);

/// Σ coefficient · variable + constant.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Linear {
    /// Variables with their coefficients; a variable may come more than once.
    pub terms: Vec<(Variable, f64)>,
    /// The constant.
    pub constant: f64,
}

impl Linear {
    /// Adds `coefficient · variable`.
    pub fn push(&mut self, variable: Variable, coefficient: f64) {
        if coefficient != 0.0 {
            self.terms.push((variable, coefficient));
        }
    }

    /// Adds `factor · other`.
    pub fn add_scaled(&mut self, other: &Self, factor: f64) {
        if factor != 0.0 {
            let scaled = other.terms.iter().map(|(var, by)| (*var, by * factor));
            self.terms.extend(scaled);
            self.constant += other.constant * factor;
        }
    }

    /// Whether no variable is in it.
    pub fn is_constant(&self) -> bool {
        self.terms.is_empty()
    }

    /// The same expression with each variable once, in the order of the
    /// columns.
    #[must_use]
    pub fn tidy(mut self) -> Self {
        self.terms.sort_by_key(|(variable, _)| *variable);
        let mut merged: Vec<(Variable, f64)> = Vec::with_capacity(self.terms.len());
        for (variable, coefficient) in self.terms {
            match merged.last_mut() {
                Some((last, sum)) if *last == variable => *sum += coefficient,
                _ => merged.push((variable, coefficient)),
            }
        }
        merged.retain(|(_, coefficient)| *coefficient != 0.0);
        Self { terms: merged, constant: self.constant }
    }

    /// Its value where the columns have these values.
    pub fn value(&self, values: &[f64]) -> f64 {
        let sum: f64 = self.terms.iter().map(|(var, by)| values[var.0] * by).sum();
        sum + self.constant
    }
}

impl From<Variable> for Linear {
    fn from(variable: Variable) -> Self {
        Self { terms: vec![(variable, 1.0)], constant: 0.0 }
    }
}

impl From<f64> for Linear {
    fn from(constant: f64) -> Self {
        Self { terms: Vec::new(), constant }
    }
}

impl Add for Linear {
    type Output = Self;
    fn add(mut self, other: Self) -> Self {
        self += other;
        self
    }
}

impl AddAssign for Linear {
    fn add_assign(&mut self, other: Self) {
        self.terms.extend(other.terms);
        self.constant += other.constant;
    }
}

impl Sub for Linear {
    type Output = Self;
    fn sub(mut self, other: Self) -> Self {
        self.add_scaled(&other, -1.0);
        self
    }
}

impl Mul<f64> for Linear {
    type Output = Self;
    fn mul(mut self, factor: f64) -> Self {
        for (_, coefficient) in &mut self.terms {
            *coefficient *= factor;
        }
        self.constant *= factor;
        self
    }
}
