//! Into which level of a factor each future falls.
//!
//! Levels that the study lists keep its order. Figures that are drawn, or of
//! which it lists more than [`MOST_LEVELS`], are put into bins in ascending
//! order with about as many futures each; equal figures share a bin.

use crate::domain::Text;
use crate::experiment::run::level::Level as Value;
use crate::experiment::specification::manifest::FactorEntry;
use serde::Serialize;

/// More different figures than this are put into bins.
pub const MOST_LEVELS: usize = 7;

/// Bins, where there are at least [`PER_BIN`] futures for each.
const BINS: usize = 5;

/// Futures that a bin should have.
const PER_BIN: usize = 8;

/// A level of a factor, as the futures have it.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Level {
    /// One that the study lists, by its name.
    Listed(Text),
    /// A figure.
    Figure(f64),
    /// Figures from the first to the second, both included.
    Bin(f64, f64),
}

/// The futures of a study by the levels of a factor.
#[derive(Clone, Debug, PartialEq)]
pub struct Levels {
    /// The levels in order; each has a future.
    pub levels: Vec<Level>,
    /// The place in `levels` of each future; none where it has no level, as when
    /// its case could not be put together.
    pub of: Vec<Option<usize>>,
}

impl Levels {
    /// The levels of a factor, and where the values of the futures fall.
    pub fn new(factor: &FactorEntry, values: &[Option<&Value>]) -> Self {
        let figures: Vec<Option<f64>> = values.iter().map(|one| one.and_then(figure)).collect();
        let label = |one: Option<&Value>| one.is_some_and(|one| figure(one).is_none());
        let many = factor.levels.is_empty() || factor.levels.len() > MOST_LEVELS;
        if many && !values.iter().copied().any(label) {
            return Self::of_figures(&figures);
        }
        let listed = factor.levels.iter().map(|one| (&one.value, one.name.clone()));
        let others = values.iter().flatten().map(|one| (*one, plain(one)));
        let mut order: Vec<(&Value, Text)> = Vec::new();
        for (value, name) in listed.chain(others) {
            let known = order.iter().any(|(one, _)| *one == value);
            if !known && values.contains(&Some(value)) {
                order.push((value, name));
            }
        }
        let place = |value: &Value| order.iter().position(|(one, _)| *one == value);
        Self {
            of: values.iter().map(|one| one.and_then(place)).collect(),
            levels: order.into_iter().map(|(_, name)| Level::Listed(name)).collect(),
        }
    }

    /// By figures: each a level of its own, or in bins where there are more
    /// than [`MOST_LEVELS`].
    pub fn of_figures(figures: &[Option<f64>]) -> Self {
        let mut sorted: Vec<f64> = figures.iter().flatten().copied().collect();
        sorted.sort_by(f64::total_cmp);
        let mut different = sorted.clone();
        different.dedup();
        if different.len() <= MOST_LEVELS {
            return Self {
                of: below(figures, &different),
                levels: different.iter().copied().map(Level::Figure).collect(),
            };
        }
        let upper = upper_ends(&sorted);
        Self { levels: spans(&sorted, &upper), of: below(figures, &upper) }
    }
}

fn figure(value: &Value) -> Option<f64> {
    match value {
        Value::Number(figure) => Some(*figure),
        Value::Label(_) => None,
    }
}

/// A value without a name of its own.
fn plain(value: &Value) -> Text {
    let text = match value {
        Value::Number(figure) => figure.to_string(),
        Value::Label(label) => label.clone(),
    };
    Text { zh: text.clone(), en: text }
}

/// The first of some ascending ends that is not below each figure.
fn below(figures: &[Option<f64>], ends: &[f64]) -> Vec<Option<usize>> {
    let place = |figure: f64| ends.partition_point(|end| *end < figure);
    figures.iter().map(|figure| figure.map(place)).collect()
}

/// The greatest figure of each bin.
fn upper_ends(sorted: &[f64]) -> Vec<f64> {
    let bins = (sorted.len() / PER_BIN).clamp(2, BINS);
    let mut ends: Vec<f64> =
        (1..=bins).map(|bin| sorted[(sorted.len() * bin).div_ceil(bins) - 1]).collect();
    ends.dedup();
    ends
}

/// From where to where the figures in each bin reach.
fn spans(sorted: &[f64], upper: &[f64]) -> Vec<Level> {
    let mut from = 0;
    let mut spans = Vec::new();
    for end in upper {
        spans.push(Level::Bin(sorted[from], *end));
        from = sorted.partition_point(|one| one <= end);
    }
    spans
}

#[cfg(test)]
mod tests {
    use super::{Level, Levels, Value};
    use crate::domain::Text;
    use crate::experiment::specification::manifest::{FactorEntry, FactorKind, LevelEntry};

    fn text(text: &str) -> Text {
        Text { zh: text.to_owned(), en: text.to_owned() }
    }

    fn counts(levels: &Levels) -> Vec<usize> {
        let at = |level: usize| levels.of.iter().filter(|of| **of == Some(level)).count();
        (0..levels.levels.len()).map(at).collect()
    }

    fn factor(labels: &[&str]) -> FactorEntry {
        let levels = labels.iter().map(|label| LevelEntry {
            value: Value::Label((*label).to_owned()),
            name: text(&label.to_uppercase()),
        });
        FactorEntry {
            key: "demand".to_owned(),
            name: text("Demand"),
            kind: FactorKind::Demand,
            levels: levels.collect(),
            distribution: None,
        }
    }

    #[test]
    fn few_figures_are_levels_in_ascending_order() {
        let levels = Levels::of_figures(&[Some(0.05), Some(0.03), None, Some(0.05), Some(0.08)]);
        assert_eq!(levels.levels, [0.03, 0.05, 0.08].map(Level::Figure));
        assert_eq!(levels.of, [Some(1), Some(0), None, Some(1), Some(2)]);
        assert_eq!(counts(&levels), [1, 2, 1]);
    }

    #[test]
    fn listed_levels_keep_the_order_of_the_study_and_their_names() {
        let values = ["high", "low", "high"].map(|one| Value::Label(one.to_owned()));
        let values: Vec<Option<&Value>> = values.iter().map(Some).collect();
        let levels = Levels::new(&factor(&["low", "likely", "high"]), &values);
        assert_eq!(levels.levels, ["LOW", "HIGH"].map(|one| Level::Listed(text(one))));
        assert_eq!(levels.of, [1, 0, 1].map(Some));
    }

    #[test]
    fn many_figures_are_binned_evenly() {
        let figures: Vec<f64> = (0..100).map(|one| f64::from((one * 37) % 100)).collect();
        let values: Vec<Value> = figures.iter().copied().map(Value::Number).collect();
        let values: Vec<Option<&Value>> = values.iter().map(Some).collect();
        let levels = Levels::new(&factor(&[]), &values);
        assert_eq!(counts(&levels), [20; 5]);
        assert_eq!(levels.levels[0], Level::Bin(0.0, 19.0));
        assert_eq!(levels.levels[4], Level::Bin(80.0, 99.0));
    }

    #[test]
    fn equal_figures_share_a_bin() {
        let mut figures = vec![Some(1.0); 30];
        figures.extend((2..12).map(f64::from).map(Some));
        let levels = Levels::of_figures(&figures);
        assert!(levels.of[..30].iter().all(|bin| *bin == Some(0)));
        assert_eq!(counts(&levels), [30, 2, 8]);
        let spans = [(1.0, 1.0), (2.0, 3.0), (4.0, 11.0)].map(|(from, to)| Level::Bin(from, to));
        assert_eq!(levels.levels, spans);
    }
}
