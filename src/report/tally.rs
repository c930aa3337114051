//! Sums over the classes of a plan by key and period.
//!
//! Tables have a row for every programme and campus. Each takes its figures
//! from sums made in one pass over the classes: looking through all classes for
//! every row takes time in the square of the case and more.

use super::view::View;
use crate::plan::ClassPath;
use std::collections::HashMap;
use std::hash::Hash;

/// Sums by key, one for each period.
pub struct Tally<K> {
    periods: usize,
    sums: HashMap<K, Vec<f64>>,
}

impl<K: Eq + Hash> Tally<K> {
    /// Adds up what each class counts for in each period: a key and a figure,
    /// or nothing. Figures are added in the order of the plan's classes.
    #[must_use]
    pub fn of<'a, P: Copy>(
        view: &View<'a>,
        periods: &[P],
        counted: impl Fn(&'a ClassPath, P) -> Option<(K, f64)>,
    ) -> Self {
        Self::over(&view.plan.classes, periods, counted)
    }

    /// Likewise of any items.
    #[must_use]
    pub fn over<'a, T, P: Copy>(
        items: &'a [T],
        periods: &[P],
        counted: impl Fn(&'a T, P) -> Option<(K, f64)>,
    ) -> Self {
        let mut sums: HashMap<K, Vec<f64>> = HashMap::new();
        for item in items {
            for (index, period) in periods.iter().enumerate() {
                if let Some((key, figure)) = counted(item, *period) {
                    let row = sums.entry(key).or_insert_with(|| vec![0.0; periods.len()]);
                    row[index] += figure;
                }
            }
        }
        Self { periods: periods.len(), sums }
    }

    /// The figures of a key, one for each period; zeros where there is nothing.
    #[must_use]
    pub fn get(&self, key: &K) -> Vec<f64> {
        self.sums.get(key).cloned().unwrap_or_else(|| vec![0.0; self.periods])
    }

    /// Likewise, if any of them is above zero.
    #[must_use]
    pub fn some(&self, key: &K) -> Option<Vec<f64>> {
        let figures = self.sums.get(key)?;
        figures.iter().any(|figure| *figure > 0.0).then(|| figures.clone())
    }
}
