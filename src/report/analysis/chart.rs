//! Small charts in plain text: numbered points, and bars of a tornado.

use crate::analysis::prices::{Difference, Known};
use crate::report::format;

/// Width and height of the drawing.
const SIZE: (usize, usize) = (64, 16);

/// Points by their labels on a grid, with the ranges at its edges. Empty
/// without two different points.
pub fn points(points: &[(String, f64, f64)], decimals: (usize, usize)) -> Vec<String> {
    let range = |values: &dyn Fn(&(String, f64, f64)) -> f64| {
        let all = || points.iter().map(values);
        (all().fold(f64::INFINITY, f64::min), all().fold(f64::NEG_INFINITY, f64::max))
    };
    let (across, up) = (range(&|one| one.1), range(&|one| one.2));
    if points.len() < 2 || across.1 - across.0 <= 0.0 || up.1 - up.0 <= 0.0 {
        return Vec::new();
    }
    let (width, height) = SIZE;
    let mut grid = vec![vec![' '; width + 4]; height];
    for (label, x, y) in points {
        let column = place(*x, across, width);
        let row = height - 1 - place(*y, up, height);
        for (offset, letter) in label.chars().take(4).enumerate() {
            grid[row][column + offset] = letter;
        }
    }
    let (top, bottom) = (format::number(up.1, decimals.1), format::number(up.0, decimals.1));
    let margin = top.len().max(bottom.len());
    let mut lines: Vec<String> = Vec::new();
    for (index, row) in grid.iter().enumerate() {
        let label = match index {
            0 => top.as_str(),
            _ if index + 1 == height => bottom.as_str(),
            _ => "",
        };
        let row: String = row.iter().collect();
        lines.push(format!("{label:>margin$} |{}", row.trim_end()));
    }
    let (left, right) =
        (format::number(across.0, decimals.0), format::number(across.1, decimals.0));
    let rule = "-".repeat(width);
    lines.push(format!("{:>margin$} +{rule}", ""));
    let between = width.saturating_sub(left.len() + right.len());
    lines.push(format!("{:>margin$}  {left}{}{right}", "", " ".repeat(between)));
    lines
}

/// The cell of a value within a range.
#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, clippy::cast_precision_loss)]
fn place(value: f64, (least, most): (f64, f64), cells: usize) -> usize {
    let share = (value - least) / (most - least);
    ((share * (cells - 1) as f64).round() as usize).min(cells - 1)
}

/// Width of a distribution drawn on a line.
const SPREAD: usize = 44;

/// A distribution on a line from its least to its greatest value, with
/// quantiles at 5, 25, 50, 75 and 95 %: the middle half in brackets, the median
/// a colon, a line from 5 to 95 %.
pub fn spread(least: f64, quantiles: [f64; 5], greatest: f64) -> String {
    let at = |value: f64| place(value, (least, greatest), SPREAD);
    let [low, first, middle, third, high] = quantiles.map(at);
    let mut line = vec![' '; SPREAD];
    line[low..=high].fill('-');
    line[first..=third].fill('=');
    (line[0], line[SPREAD - 1]) = ('|', '|');
    (line[first], line[third]) = ('[', ']');
    line[middle] = ':';
    line.into_iter().collect()
}

/// Cells to either side of the middle of a swing.
const SIDE: usize = 10;

/// A swing as a bar from the middle: to the right if it goes up, to the left if
/// it goes down, relative to the largest.
pub fn swing(by: f64, largest: f64) -> String {
    let length = if largest > 0.0 { place(by.abs(), (0.0, largest), SIDE + 1) } else { 0 };
    let bar = "#".repeat(length);
    if by < 0.0 {
        format!("{bar:>SIDE$}|{:SIDE$}", "")
    } else {
        format!("{:SIDE$}|{bar:<SIDE$}", "")
    }
}

/// Marks on each side of the axis of a tornado.
const MARKS: usize = 15;

/// How far from nothing a difference may be.
pub fn reach(one: &Difference) -> f64 {
    match one.known {
        Known::Nothing => 0.0,
        Known::Something => one.value.abs(),
        Known::Unknown => {
            let ends = [one.low, one.high, Some(one.value)];
            ends.into_iter().flatten().map(f64::abs).fold(0.0, f64::max)
        }
    }
}

/// A bar of a tornado: `#` from the axis to a difference that is known, `.`
/// over the range of one that is not.
pub fn beside(one: &Difference, longest: f64) -> String {
    let marks = |value: f64| {
        let share = if longest > 0.0 { value / longest } else { 0.0 };
        marks(share.clamp(0.0, 1.0))
    };
    let (below, above, symbol) = match one.known {
        Known::Nothing => (0.0, 0.0, '#'),
        Known::Something => ((-one.value).max(0.0), one.value.max(0.0), '#'),
        Known::Unknown => {
            let (low, high) = (one.low.unwrap_or(-longest), one.high.unwrap_or(longest));
            ((-low).max(0.0), high.max(0.0), '.')
        }
    };
    let bar = |value: f64| symbol.to_string().repeat(marks(value));
    format!("{:>MARKS$}|{}", bar(below), bar(above))
}

/// Marks for a share of the longest bar; something is never shown as nothing.
#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, clippy::cast_precision_loss)]
fn marks(share: f64) -> usize {
    (share * MARKS as f64).ceil() as usize
}

#[cfg(test)]
mod tests {
    use super::{spread, swing};

    #[test]
    fn a_distribution_is_drawn_to_scale() {
        // from 0 to 43 every cell is one
        let line = spread(0.0, [4.0, 10.0, 20.0, 30.0, 40.0], 43.0);
        let expected =
            format!("|   ------[{}:{}]{}  |", "=".repeat(9), "=".repeat(9), "-".repeat(10));
        assert_eq!(line, expected);
    }

    #[test]
    fn swings_go_to_their_side() {
        assert_eq!(swing(10.0, 10.0), "          |##########");
        assert_eq!(swing(-5.0, 10.0), "     #####|          ");
        assert_eq!(swing(0.0, 0.0), "          |          ");
    }
}
