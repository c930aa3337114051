//! Into which level of a factor each future falls.
//!
//! A factor with few different levels keeps them. A figure that is drawn from a
//! distribution is put into bins of about as many futures each; equal values
//! share a bin. Levels are in the order of the study, bins in ascending order.

use super::distribution::number;
use serde::Serialize;
use std::collections::BTreeMap;

/// More different figures than this are put into bins.
pub const MOST_LEVELS: usize = 7;

/// Bins, where there are at least [`PER_BIN`] futures for each.
const BINS: usize = 5;

/// Futures that a bin should have.
const PER_BIN: usize = 8;

/// A level of a factor, as the futures have it.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(untagged)]
pub enum Level {
    /// A figure.
    Figure(f64),
    /// One of the factor's own levels, by its label.
    Label(String),
    /// Figures from the first to the second, both included.
    Bin(f64, f64),
}

/// The futures of a study by the levels of a factor.
#[derive(Clone, Debug, PartialEq)]
pub struct Levels {
    /// The levels in order.
    pub levels: Vec<Level>,
    /// The place in `levels` of each future.
    pub of: Vec<usize>,
}

impl Levels {
    /// By labels, in the order of `known`; others after them as they come.
    #[must_use]
    pub fn of_labels(known: &[String], labels: &[String]) -> Self {
        let mut order: Vec<&String> = Vec::new();
        for label in known.iter().chain(labels) {
            if labels.contains(label) && !order.contains(&label) {
                order.push(label);
            }
        }
        let place = |label: &String| order.iter().position(|one| *one == label);
        Self {
            of: labels.iter().filter_map(place).collect(),
            levels: order.iter().map(|one| Level::Label((*one).clone())).collect(),
        }
    }

    /// By figures: each a level of its own, or in bins where there are more
    /// than [`MOST_LEVELS`].
    #[must_use]
    pub fn of_figures(figures: &[f64]) -> Self {
        let mut sorted = figures.to_vec();
        sorted.sort_by(f64::total_cmp);
        let mut different = sorted.clone();
        different.dedup();
        if different.len() <= MOST_LEVELS {
            let place = |figure: &f64| different.partition_point(|one| one < figure);
            return Self {
                of: figures.iter().map(place).collect(),
                levels: different.iter().copied().map(Level::Figure).collect(),
            };
        }
        let upper = upper_ends(&sorted);
        let place = |figure: &f64| upper.partition_point(|end| end < figure);
        let of: Vec<usize> = figures.iter().map(place).collect();
        Self {
            levels: spans(figures, &of),
            of,
        }
    }
}

/// The greatest figure of each bin.
fn upper_ends(sorted: &[f64]) -> Vec<f64> {
    let bins = (sorted.len() / PER_BIN).clamp(2, BINS);
    let mut ends: Vec<f64> = (1..=bins)
        .map(|bin| sorted[(sorted.len() * bin).div_ceil(bins) - 1])
        .collect();
    ends.dedup();
    ends
}

/// From where to where the figures in each bin reach.
fn spans(figures: &[f64], of: &[usize]) -> Vec<Level> {
    let mut ends: BTreeMap<usize, (f64, f64)> = BTreeMap::new();
    for (figure, bin) in figures.iter().zip(of) {
        let (least, most) = ends.entry(*bin).or_insert((*figure, *figure));
        *least = least.min(*figure);
        *most = most.max(*figure);
    }
    ends.into_values().map(|(least, most)| Level::Bin(least, most)).collect()
}

/// How many futures are at each level.
#[must_use]
pub fn counts(levels: &Levels) -> Vec<usize> {
    let mut counts = vec![0; levels.levels.len()];
    for level in &levels.of {
        counts[*level] += 1;
    }
    counts
}

/// A part of a whole; none of nothing.
#[must_use]
pub fn share(part: usize, whole: usize) -> Option<f64> {
    (whole > 0).then(|| number(part) / number(whole))
}

#[cfg(test)]
mod tests {
    use super::{Level, Levels, counts};

    #[test]
    fn few_figures_are_levels_in_ascending_order() {
        let levels = Levels::of_figures(&[0.05, 0.03, 0.05, 0.08]);
        let figures = [0.03, 0.05, 0.08].map(Level::Figure);
        assert_eq!(levels.levels, figures);
        assert_eq!(levels.of, [1, 0, 1, 2]);
    }

    #[test]
    fn labels_keep_the_order_of_the_study() {
        let text = |one: &str| one.to_owned();
        let known = ["low", "likely", "high"].map(text);
        let levels = Levels::of_labels(&known, &["high", "low", "high"].map(text));
        assert_eq!(levels.levels, ["low", "high"].map(|one| Level::Label(text(one))));
        assert_eq!(levels.of, [1, 0, 1]);
    }

    #[test]
    fn many_figures_are_binned_evenly() {
        let figures: Vec<f64> = (0..100).map(|one| f64::from((one * 37) % 100)).collect();
        let levels = Levels::of_figures(&figures);
        assert_eq!(counts(&levels), [20; 5]);
        assert_eq!(levels.levels[0], Level::Bin(0.0, 19.0));
        assert_eq!(levels.levels[4], Level::Bin(80.0, 99.0));
    }

    #[test]
    fn equal_figures_share_a_bin() {
        let mut figures = vec![1.0; 30];
        figures.extend((2..12).map(f64::from));
        let levels = Levels::of_figures(&figures);
        assert!(levels.of[..30].iter().all(|bin| *bin == 0));
        assert_eq!(counts(&levels).iter().sum::<usize>(), 40);
        assert_eq!(counts(&levels)[0], 30);
    }
}
