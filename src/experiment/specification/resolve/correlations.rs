//! Factors that are drawn together.

use super::checks::Checks;
use crate::experiment::specification::design::{Cholesky, cholesky};
use crate::experiment::specification::factor::{Factor, Levels};
use crate::experiment::specification::manifest::DesignEntry;
use crate::experiment::specification::raw::RawCorrelation;
use crate::scenario::path::Path;
use crate::scenario::suggestions;
use crate::words::{diagnostics, experiment as words};

/// How the factors are drawn together.
pub fn correlations(
    raw: &[RawCorrelation],
    design: Option<DesignEntry>,
    factors: &[Factor],
    checks: &mut Checks<'_>,
) -> Option<Cholesky> {
    let here = Path::field("correlations");
    if !raw.is_empty() && design == Some(DesignEntry::Grid) {
        checks.wrong(&here, words::no_correlations_in_grid(), Vec::new());
        return None;
    }
    let mut pairs: Vec<(usize, usize, f64)> = Vec::new();
    for (index, one) in raw.iter().enumerate() {
        let at = here.index(index);
        let value = checks.number(one.value, &at, "value")?;
        if value <= -1.0 || value >= 1.0 {
            let message = diagnostics::out_of_range(&value.to_string(), "−1", "1");
            checks.wrong(&at.key("value"), message, Vec::new());
        }
        let places = correlated(&one.between, &at.key("between"), factors, checks)?;
        let same = |pair: &(usize, usize, f64)| (pair.0, pair.1) == places;
        if pairs.iter().any(same) {
            checks.wrong(&at, words::correlated_twice(), Vec::new());
        }
        pairs.push((places.0, places.1, value));
    }
    let matrix = cholesky(factors.len(), &pairs);
    if matrix.is_none() && checks.found.is_empty() {
        checks.wrong(&here, words::impossible_correlations(), Vec::new());
    }
    matrix
}

/// The two factors of a correlation, the earlier one first.
fn correlated(
    between: &[String],
    at: &Path,
    factors: &[Factor],
    checks: &mut Checks<'_>,
) -> Option<(usize, usize)> {
    let [one, other] = between else {
        checks.wrong(at, words::two_factors(), Vec::new());
        return None;
    };
    let mut place = |index: usize, key: &String| {
        let found = factors.iter().position(|factor| factor.key == *key);
        let Some(found) = found else {
            let known = factors.iter().map(|factor| factor.key.as_str());
            let hints = suggestions(key, known);
            checks.wrong(&at.index(index), words::no_such_factor(key), hints);
            return None;
        };
        if matches!(factors[found].levels, Levels::Forecast(_)) {
            let message = words::draws_are_independent(key);
            checks.wrong(&at.index(index), message, Vec::new());
            return None;
        }
        Some(found)
    };
    let (one, other) = (place(0, one), place(1, other));
    let (one, other) = (one?, other?);
    if one == other {
        checks.wrong(at, words::two_factors(), Vec::new());
        return None;
    }
    Some((one.min(other), one.max(other)))
}
