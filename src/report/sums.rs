//! Which rows and columns of a table add up others, so that a spreadsheet can
//! hold the sum as a formula.

use super::document::{Cell, Row, Sum, Table};

/// The cells that a cell adds up, as rows and columns of its table.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Parts {
    /// Those added.
    pub plus: Vec<(usize, usize)>,
    /// Those taken off.
    pub minus: Vec<(usize, usize)>,
}

impl Table {
    /// The table with every row of which `is` holds as the sum of the rows of
    /// which `of`, told that row first, holds.
    #[must_use]
    pub fn sums(mut self, is: impl Fn(&Row) -> bool, of: impl Fn(&Row, &Row) -> bool) -> Self {
        for (row, sum) in self.rows.iter().enumerate() {
            if !is(sum) {
                continue;
            }
            let rows = self.rows.iter().enumerate();
            let parts = rows.filter(|(index, part)| *index != row && of(sum, part));
            let plus: Vec<usize> = parts.map(|(index, _)| index).collect();
            if !plus.is_empty() {
                let minus = Vec::new();
                self.sums.push(Sum { row, plus, minus });
            }
        }
        self
    }

    /// The table with every total as the sum of the other rows of which `of`,
    /// told the total first, holds.
    #[must_use]
    pub fn totals(self, of: impl Fn(&Row, &Row) -> bool) -> Self {
        self.sums(|row| row.total, |total, row| !row.total && of(total, row))
    }

    /// The table with its last column as the sum of the figures before it.
    #[must_use]
    pub fn last_sums(mut self) -> Self {
        self.last_sums = true;
        self
    }

    /// What a cell adds up; nothing where it is no sum, or where what is said
    /// to add up doesn't: a mean in a row of totals, or a total that also
    /// counts what has no row.
    pub fn parts(&self, row: usize, column: usize) -> Option<Parts> {
        let value = self.rows.get(row)?.cells.get(column)?.number()?;
        let parts = self.down(row, column).or_else(|| self.across(row, column))?;
        let sum = |places: &[(usize, usize)]| -> f64 {
            let cells = places.iter().map(|(row, column)| &self.rows[*row].cells[*column]);
            cells.filter_map(Cell::number).sum()
        };
        let difference = sum(&parts.plus) - sum(&parts.minus) - value;
        (difference.abs() <= 1e-9 * value.abs().max(1.0)).then_some(parts)
    }

    /// The cells above or below that a cell adds up.
    fn down(&self, row: usize, column: usize) -> Option<Parts> {
        let sum = self.sums.iter().find(|sum| sum.row == row)?;
        let places = |rows: &[usize]| rows.iter().map(|row| (*row, column)).collect();
        Some(Parts { plus: places(&sum.plus), minus: places(&sum.minus) })
    }

    /// The cells to the left that a cell of the last column adds up.
    fn across(&self, row: usize, column: usize) -> Option<Parts> {
        let last = self.last_sums && column + 1 == self.columns.len();
        last.then(|| Parts {
            plus: (self.stub..column).map(|before| (row, before)).collect(),
            minus: Vec::new(),
        })
    }
}

#[cfg(test)]
mod tests {
    use crate::report::document::{Cell, Column, Row, Table};

    /// Two items, their total and a mean, by year and in all.
    fn table() -> Table {
        let head = |title: &str| Column::figure(title.to_owned());
        let row = |name: &str, values: [f64; 3]| {
            let values = values.map(Cell::Whole);
            Row::new(std::iter::once(Cell::text(name)).chain(values).collect())
        };
        let total = |row: Row| Row { total: true, ..row };
        let columns = ["", "2008", "2009", "all"].map(head).to_vec();
        Table::new("money", String::new(), String::new(), columns)
            .stub(1)
            .rows([
                row("chalk", [1.0, 2.0, 3.0]),
                row("coal", [10.0, 20.0, 30.0]),
                total(row("all", [11.0, 22.0, 33.0])),
                total(row("mean", [5.5, 11.0, 16.5])),
            ])
            .totals(|_, _| true)
            .last_sums()
    }

    #[test]
    fn totals_add_up_the_rows_and_the_last_column_the_figures_before_it() {
        let table = table();
        let parts = |row, column| table.parts(row, column).map(|parts| parts.plus);
        assert_eq!(parts(2, 1), Some(vec![(0, 1), (1, 1)]));
        assert_eq!(parts(2, 3), Some(vec![(0, 3), (1, 3)]));
        assert_eq!(parts(0, 3), Some(vec![(0, 1), (0, 2)]));
        assert_eq!(parts(0, 1), None);
    }

    #[test]
    fn what_does_not_add_up_is_no_sum() {
        assert_eq!(table().parts(3, 1), None);
        assert_eq!(table().parts(9, 9), None);
        let mut wrong = table();
        wrong.rows[2].cells[1] = Cell::Whole(12.0);
        assert_eq!(wrong.parts(2, 1), None);
        wrong.sums[0].minus = wrong.sums[0].plus.split_off(1);
        wrong.rows[2].cells[1] = Cell::Whole(-9.0);
        assert_eq!(wrong.parts(2, 1).map(|parts| parts.minus), Some(vec![(1, 1)]));
    }
}
