//! Indicators watched, term by term.

use super::book::Book;
use super::{Plan, TermKey, indicators};
use crate::domain::{Bound, Scenario, Watched, WatchedMetric};
use crate::ids::TermId;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// A value this little beyond its bound is still at it.
const ROUNDING: f64 = 1e-9;

/// A watched indicator in a term.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct WatchedLine {
    /// Indicator.
    pub indicator: String,
    /// Term.
    pub term: TermKey,
    /// Whether the planner computes it; otherwise its values are those that the
    /// scenario declares.
    pub computed: bool,
    /// Threshold: a share, students, or the indicator's own unit.
    pub bound: Bound,
    /// Value; null where none is declared.
    pub value: Option<f64>,
    /// Whether it is within its bound; null without a value.
    pub met: Option<bool>,
}

/// Every indicator in every term of the horizon.
pub fn watched(scenario: &Scenario, plan: &Plan) -> Vec<WatchedLine> {
    if scenario.watched.is_empty() {
        return Vec::new();
    }
    let book = Book::new(scenario, plan);
    let terms = || scenario.calendar.term_ids();
    let lines = |one| terms().map(move |term| (one, term));
    let all = scenario.watched.iter().flat_map(lines);
    all.map(|(one, term)| line(&book, one, term)).collect()
}

fn line(book: &Book, one: &Watched, id: TermId) -> WatchedLine {
    let term = book.scenario.calendar.term(id);
    let value = match one.metric {
        WatchedMetric::Attrition => Some(indicators::attrition(book, id)),
        WatchedMetric::LargestClass => {
            let classes = book.in_school(id).map(|row| row.heads);
            Some(classes.fold(0.0, f64::max))
        }
        WatchedMetric::Declared => one.declared.get(&term).copied(),
    };
    WatchedLine {
        indicator: one.id.clone(),
        term: TermKey(term),
        computed: one.metric.is_computed(),
        bound: one.bound,
        value,
        met: value.map(|value| match one.bound {
            Bound::AtLeast(least) => value >= least - ROUNDING,
            Bound::AtMost(most) => value <= most + ROUNDING,
            Bound::About(_) => true,
        }),
    }
}
