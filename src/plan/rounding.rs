//! Whole students from expected ones: the rule of [`super::headcount`].

use super::row::Row;
use crate::domain::Scenario;
use std::collections::BTreeMap;

/// What sums of floating-point numbers may be off by.
const NOISE: f64 = 1e-6;

/// Parts by which classes are ordered and grouped: whether on internship,
/// campus, programme, cohort.
type Place = [usize; 4];

/// Levels of [`Place`] that name a campus.
const CAMPUS: usize = 2;

/// A class in a term.
struct Entry {
    /// Its place among the rows.
    row: usize,
    place: Place,
    class: usize,
    expected: f64,
    /// Students counted so far: the whole number below the expected one, or
    /// above it.
    heads: f64,
    /// Whether it may be rounded up.
    open: bool,
    /// Remainders of this and the following terms above the same whole number,
    /// in millionths.
    remainder: u64,
}

/// Sets the whole students of rows of all terms.
pub(crate) fn round(scenario: &Scenario, rows: &mut [Row]) {
    let remainders = remainders(rows);
    let mut before: BTreeMap<usize, (f64, f64)> = BTreeMap::new();
    for term in scenario.calendar.term_ids() {
        let here = (0..rows.len()).filter(|row| rows[*row].term == term);
        let mut here: Vec<Entry> =
            here.map(|row| entry(&rows[row], (row, remainders[row]), &before)).collect();
        here.sort_by_key(|one| (one.place, one.class));
        let due = due(&here);
        for depth in (0..=4).rev() {
            fill(&mut here, &due, depth);
        }
        for one in here {
            rows[one.row].heads = one.heads;
            before.insert(one.class, (one.expected, one.heads));
        }
    }
}

fn entry(
    row: &Row,
    (index, remainder): (usize, u64),
    before: &BTreeMap<usize, (f64, f64)>,
) -> Entry {
    let heads = below(row.students);
    let may_rise = before
        .get(&row.class)
        .is_none_or(|(expected, counted)| row.students > expected + NOISE || *counted > heads);
    Entry {
        row: index,
        place: [usize::from(!row.in_school), row.campus.0, row.programme_id.0, row.cohort.0],
        class: row.class,
        expected: row.students,
        heads,
        open: may_rise && row.students - heads > NOISE,
        remainder,
    }
}

/// Remainders of each row summed over its term and those that follow in which
/// the class is above the same whole number and nobody joins it.
fn remainders(rows: &[Row]) -> Vec<u64> {
    let mut sums = vec![0; rows.len()];
    for (index, row) in rows.iter().enumerate().rev() {
        let floor = below(row.students);
        let next = rows.get(index + 1).filter(|next| {
            let same = next.class == row.class && below(next.students).total_cmp(&floor).is_eq();
            same && next.students <= row.students + NOISE
        });
        sums[index] = millionths(row.students - floor) + next.map_or(0, |_| sums[index + 1]);
    }
    sums
}

/// Expected students up to each entry, rounded; one more than there are entries.
fn due(here: &[Entry]) -> Vec<f64> {
    let mut expected = 0.0;
    let sums = here.iter().map(|one| {
        expected += one.expected;
        nearest(expected)
    });
    std::iter::once(0.0).chain(sums).collect()
}

/// Rounds classes up until groups have the students due to them, as far as
/// classes may be rounded up.
fn fill(here: &mut [Entry], due: &[f64], depth: usize) {
    let mut start = 0;
    while start < here.len() {
        let end = end_of_group(here, start, depth);
        let counted: f64 = here[start..end].iter().map(|one| one.heads).sum();
        let mut missing = due[end] - due[start] - counted;
        let mut open: Vec<usize> = (start..end).filter(|one| here[*one].open).collect();
        open.sort_by_key(|one| std::cmp::Reverse(here[*one].remainder));
        for one in open {
            if missing >= 1.0 && (depth >= CAMPUS || has_place(here, one)) {
                here[one].heads += 1.0;
                here[one].open = false;
                missing -= 1.0;
            }
        }
        start = end;
    }
}

fn end_of_group(here: &[Entry], start: usize, depth: usize) -> usize {
    let alike = |one: &Entry| one.place[..depth] == here[start].place[..depth];
    start + here[start..].iter().take_while(|one| alike(one)).count()
}

/// Whether one more student at the campus of a class stays within those
/// expected there, rounded up.
fn has_place(here: &[Entry], one: usize) -> bool {
    let campus = &here[one].place[..CAMPUS];
    let there = here.iter().filter(|other| &other.place[..CAMPUS] == campus);
    let (heads, expected) = there
        .fold((0.0, 0.0), |(heads, expected), one| (heads + one.heads, expected + one.expected));
    heads + 1.0 <= (expected - NOISE).ceil()
}

/// The greatest whole number not above a value, noise aside.
fn below(value: f64) -> f64 {
    (value + NOISE).floor()
}

#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // between 0 and 1
fn millionths(remainder: f64) -> u64 {
    (remainder.max(0.0) * 1e6).round() as u64
}

/// The nearest whole number, a half rounded up.
pub(crate) fn nearest(value: f64) -> f64 {
    (value + 0.5 + NOISE).floor()
}
