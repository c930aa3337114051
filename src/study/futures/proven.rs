//! What is proven of an indicator.

use crate::study::sweep::row::Row;

/// Indicators that are parts of the objective, with the indicator that has the
/// proven gap of their tier, (value − bound) / |value|.
const GAPS: [(&str, &str); 4] = [
    ("targets_percent", "targets_gap"),
    ("cost_wan_yuan", "cost_gap"),
    ("disruption", "disruption_gap"),
    ("travel_hours", "travel_gap"),
];

/// By how much an indicator of a plan may still be better, in its own unit;
/// none if nothing is proven of it.
pub fn room(row: &Row, key: &str) -> Option<f64> {
    let (_, gap) = GAPS.iter().find(|(part, _)| *part == key)?;
    Some(row.indicators.get(*gap)? * row.indicators.get(key)?.abs())
}

/// Whether a plan misses a target, and it is proven that every plan does.
pub fn surely_missed(row: &Row) -> bool {
    let missed = row.indicators.get("targets_percent").copied();
    missed.is_some_and(|missed| room(row, "targets_percent").is_some_and(|room| room < missed))
}

/// Whether an indicator says how far a plan is proven.
pub fn is_proof(key: &str) -> bool {
    GAPS.iter().any(|(_, gap)| *gap == key)
}
