//! What a cell adds up, as a formula.

use super::page::Page;
use crate::report::sums::Parts;
use rust_xlsxwriter::utility::row_col_to_cell;
use rust_xlsxwriter::{ColNum, Formula, RowNum, XlsxError};

/// Most ranges in one SUM: Excel takes 255.
const RANGES: usize = 200;

/// Cells in a row or in a column, first and last.
type Run = ((RowNum, ColNum), (RowNum, ColNum));

/// The formula of a sum, with its value.
///
/// # Errors
///
/// When a sheet does not reach that far.
pub fn sum(page: &Page, parts: &Parts, value: f64) -> Result<Formula, XlsxError> {
    let mut text = String::new();
    for (sign, cells) in [('+', &parts.plus), ('-', &parts.minus)] {
        let places = cells.iter().map(|(row, column)| page.place(*row, *column));
        let places: Vec<(RowNum, ColNum)> = places.collect::<Result<_, _>>()?;
        for runs in runs(&places).chunks(RANGES) {
            text.push(sign);
            text.push_str(&added(runs));
        }
    }
    let text = text.trim_start_matches('+');
    Ok(Formula::new(format!("={text}")).set_result(format!("{value}")))
}

/// `SUM(C4:C9,C11)`.
fn added(runs: &[Run]) -> String {
    let ranges = runs.iter().map(|(first, last)| {
        let first_name = row_col_to_cell(first.0, first.1);
        if first == last {
            first_name
        } else {
            format!("{first_name}:{}", row_col_to_cell(last.0, last.1))
        }
    });
    format!("SUM({})", ranges.collect::<Vec<_>>().join(","))
}

/// Cells that follow one another, put together.
fn runs(cells: &[(RowNum, ColNum)]) -> Vec<Run> {
    let mut runs: Vec<Run> = Vec::new();
    for cell in cells {
        match runs.last_mut() {
            Some((first, last)) if follows(*first, *last, *cell) => *last = *cell,
            _ => runs.push((*cell, *cell)),
        }
    }
    runs
}

/// Whether a cell stands below or to the right of a run's last.
fn follows(first: (RowNum, ColNum), last: (RowNum, ColNum), cell: (RowNum, ColNum)) -> bool {
    let below = cell.1 == last.1 && cell.1 == first.1 && cell.0 == last.0 + 1;
    let right = cell.0 == last.0 && cell.0 == first.0 && cell.1 == last.1 + 1;
    below || right
}

#[cfg(test)]
mod tests {
    use super::{added, runs};

    #[test]
    fn neighbours_are_ranges() {
        let told = |cells: &[_]| added(&runs(cells));
        assert_eq!(told(&[(3, 2), (4, 2), (5, 2), (7, 2)]), "SUM(C4:C6,C8)");
        assert_eq!(told(&[(3, 1), (3, 2), (3, 3)]), "SUM(B4:D4)");
        assert_eq!(told(&[(3, 1), (4, 1), (4, 2)]), "SUM(B4:B5,C5)");
        assert_eq!(told(&[(9, 27)]), "SUM(AB10)");
    }
}
