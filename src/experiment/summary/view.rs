//! The rows of a finished study beside its manifest.

use super::influence::Design;
use super::levels::Levels;
use crate::experiment::run::level::Level;
use crate::experiment::run::row::{Row, RowStatus};
use crate::experiment::specification::manifest::{DesignEntry, Manifest};

/// A study's futures: one row for each of its plans, in their order.
#[derive(Debug)]
pub struct Futures<'a> {
    /// What the study is made of.
    pub manifest: &'a Manifest,
    /// Its rows.
    pub rows: &'a [Row],
    /// The futures by the levels of each factor, in the order of the study.
    pub levels: Vec<Levels>,
    /// Of each future of a grid the different values of all factors, by number.
    combinations: Vec<Vec<usize>>,
}

impl<'a> Futures<'a> {
    /// Looks at the rows by the factors of the study.
    pub fn new(manifest: &'a Manifest, rows: &'a [Row]) -> Self {
        let by_factor: Vec<Vec<Option<&Level>>> = manifest
            .factors
            .iter()
            .map(|factor| {
                let own = rows.iter();
                own.map(|row| row.factors.get(&factor.key)).collect()
            })
            .collect();
        let levels = manifest.factors.iter().zip(&by_factor);
        Self {
            manifest,
            rows,
            levels: levels.map(|(factor, values)| Levels::new(factor, values)).collect(),
            combinations: match manifest.design {
                DesignEntry::Grid => combinations(&by_factor, rows.len()),
                DesignEntry::LatinHypercube { .. } | DesignEntry::MonteCarlo { .. } => Vec::new(),
            },
        }
    }

    /// Whether the futures are all there are, or a sample.
    pub fn design(&self) -> Design<'_> {
        match self.manifest.design {
            DesignEntry::Grid => Design::Grid(&self.combinations),
            DesignEntry::LatinHypercube { .. } | DesignEntry::MonteCarlo { .. } => Design::Sample,
        }
    }

    /// Whether the future has a verified plan.
    pub fn planned(&self, future: usize) -> bool {
        self.rows[future].status == RowStatus::Verified
    }

    /// The futures with a verified plan.
    pub fn with_plans(&self) -> impl Iterator<Item = usize> + '_ {
        (0..self.rows.len()).filter(|future| self.planned(*future))
    }

    /// An indicator in each future, where there is a verified plan of which it
    /// is known.
    pub fn indicator(&self, key: &str) -> Vec<Option<f64>> {
        let rows = self.rows.iter().enumerate();
        let known = |(future, row): (usize, &Row)| {
            self.planned(future).then(|| row.indicators.get(key).copied()).flatten()
        };
        rows.map(known).collect()
    }
}

/// The different values of each factor, numbered as they come.
fn combinations(by_factor: &[Vec<Option<&Level>>], futures: usize) -> Vec<Vec<usize>> {
    let mut all = vec![Vec::new(); futures];
    for values in by_factor {
        let mut seen: Vec<Option<&Level>> = Vec::new();
        for (combination, value) in all.iter_mut().zip(values.iter().copied()) {
            let place = seen.iter().position(|one| *one == value);
            combination.push(place.unwrap_or_else(|| {
                seen.push(value);
                seen.len() - 1
            }));
        }
    }
    all
}
