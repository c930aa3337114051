//! What is proven of an indicator.

use crate::domain::Part;
use crate::experiment::run::row::Row;
use crate::experiment::specification::indicator::Indicator;

/// The indicator of a key.
pub fn indicator(key: &str) -> Option<Indicator> {
    Indicator::all().into_iter().find(|one| one.key() == key)
}

/// By how much a part of the objective may still be better in a plan, in its own
/// unit: its value less the proven bound of its tier, or its gap times its value;
/// none if nothing is proven of it.
pub fn room(row: &Row, part: Part) -> Option<f64> {
    let known = |indicator: Indicator| row.indicators.get(indicator.key()).copied();
    let value = known(Indicator::Value(part))?;
    let by_bound = known(Indicator::Bound(part)).map(|bound| value - bound);
    let by_gap = || known(Indicator::Gap(part)).map(|gap| gap * value.abs());
    by_bound.or_else(by_gap).map(|room| room.max(0.0))
}

/// Whether a plan misses a target, and it is proven that every plan does.
pub fn surely_missed(row: &Row) -> bool {
    let missed = row.indicators.get(Indicator::Value(Part::Targets).key());
    let room = room(row, Part::Targets);
    room.zip(missed).is_some_and(|(room, missed)| room < *missed)
}

/// Whether an indicator says how far a plan is proven.
pub fn is_proof(key: &str) -> bool {
    matches!(indicator(key), Some(Indicator::Bound(_) | Indicator::Gap(_)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::experiment::run::row::RowStatus;
    use std::collections::BTreeMap;

    fn row(indicators: &[(Indicator, f64)]) -> Row {
        let indicators = indicators.iter();
        Row {
            plan: 0,
            factors: BTreeMap::new(),
            status: RowStatus::Verified,
            reason: None,
            ended: None,
            indicators: indicators.map(|(one, value)| (one.key().to_owned(), *value)).collect(),
            targets: BTreeMap::new(),
            decisions: BTreeMap::new(),
            check: String::new(),
        }
    }

    #[test]
    fn a_target_is_surely_missed_only_if_the_bound_says_so() {
        let missed = (Indicator::Value(Part::Targets), 2.0);
        let bound = |bound: f64| (Indicator::Bound(Part::Targets), bound);
        assert!(surely_missed(&row(&[missed, bound(0.5)])));
        assert!(!surely_missed(&row(&[missed, bound(0.0)])));
        assert!(!surely_missed(&row(&[missed])));
        assert!(!surely_missed(&row(&[(missed.0, 0.0), bound(0.0)])));
        // Without a bound the gap says as much.
        let gap = |gap: f64| (Indicator::Gap(Part::Targets), gap);
        assert!(surely_missed(&row(&[missed, gap(0.75)])));
        assert!(!surely_missed(&row(&[missed, gap(1.0)])));
    }
}
