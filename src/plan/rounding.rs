//! Whole students from expected ones.

use super::row::Row;
use crate::domain::Scenario;

/// A half that sums of floating-point numbers may miss from below.
const HALF: f64 = 0.5 + 1e-6;

/// Sets the whole students of rows of all terms.
pub(crate) fn round(scenario: &Scenario, rows: &mut [Row]) {
    for term in scenario.calendar.term_ids() {
        let mut here: Vec<&mut Row> = rows.iter_mut().filter(|row| row.term == term).collect();
        here.sort_by_key(|row| {
            let place = (row.campus, row.programme_id, row.cohort);
            (!row.in_school, place, row.class)
        });
        let mut expected = 0.0;
        for row in here {
            let before = nearest(expected);
            expected += row.students;
            row.heads = nearest(expected) - before;
        }
    }
}

/// The nearest whole number, a half rounded up.
pub(crate) fn nearest(value: f64) -> f64 {
    (value + HALF).floor()
}
