//! A finished document: everything is computed and put into words, nothing
//! about how it will look on a screen or in a file is decided.

use crate::domain::{Language, Term};
use crate::units::Money;
use chrono::NaiveDate;

/// A report.
#[derive(Clone, Debug, PartialEq)]
pub struct Document {
    /// Title.
    pub title: String,
    /// Sections in order.
    pub sections: Vec<Section>,
}

impl Document {
    /// All tables in order.
    pub fn tables(&self) -> impl Iterator<Item = &Table> {
        self.sections.iter().flat_map(|section| &section.tables)
    }
}

/// A part of a report under one heading: notes first, then a drawing, then
/// tables.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Section {
    /// Heading.
    pub heading: String,
    /// Plain sentences.
    pub notes: Vec<String>,
    /// What signs in the drawing and the tables mean, where they are shown as
    /// characters.
    pub signs: Vec<String>,
    /// A drawing in characters of one width, line by line.
    pub drawing: Vec<String>,
    /// Tables.
    pub tables: Vec<Table>,
}

/// Sections with numbered headings, as Chinese documents have them: 一、二、三、.
/// English headings stay as they are.
#[must_use]
pub fn numbered(mut sections: Vec<Section>, language: Language) -> Vec<Section> {
    if language == Language::Zh {
        for (section, number) in sections.iter_mut().zip(1..) {
            section.heading = format!("{}、{}", numeral(number), section.heading);
        }
    }
    sections
}

/// A number from 1 to 99 in Chinese numerals.
#[must_use]
pub fn numeral(number: usize) -> String {
    const DIGITS: [&str; 10] = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"];
    let (tens, ones) = (number / 10 % 10, number % 10);
    match tens {
        0 => DIGITS[ones].to_owned(),
        1 => format!("十{}", DIGITS[ones]),
        _ => format!("{}十{}", DIGITS[tens], DIGITS[ones]),
    }
}

impl Section {
    /// A section without content.
    #[must_use]
    pub fn new(heading: String) -> Self {
        Self { heading, ..Self::default() }
    }

    /// The section with one more note.
    #[must_use]
    pub fn note(mut self, note: String) -> Self {
        self.notes.push(note);
        self
    }

    /// The section with a note on signs.
    #[must_use]
    pub fn sign(mut self, note: String) -> Self {
        self.signs.push(note);
        self
    }

    /// The section with one more table.
    #[must_use]
    pub fn table(mut self, table: Table) -> Self {
        self.tables.push(table);
        self
    }
}

/// Where a table appears.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Shown {
    /// In every form of the report.
    #[default]
    Everywhere,
    /// Only in files: complete figures, too long to read on a screen.
    Files,
}

/// A table.
#[derive(Clone, Debug, PartialEq)]
pub struct Table {
    /// Name of its file, without the ending; ASCII.
    pub key: &'static str,
    /// Title, with the unit where all figures share one.
    pub title: String,
    /// What the signs of its marks mean, in brackets behind the title; left out
    /// where marks are colours.
    pub signs: String,
    /// Said in place of a table without rows.
    pub empty: String,
    /// Columns.
    pub columns: Vec<Column>,
    /// How many columns from the left name a row. A table too wide for a page
    /// is cut behind them and they are repeated; with none, its texts wrap.
    pub stub: usize,
    /// Whether rows with the same first cell belong together.
    pub grouped: bool,
    /// Rows.
    pub rows: Vec<Row>,
    /// Which rows add up others.
    pub sums: Vec<Sum>,
    /// Whether its last column adds up the figures before it.
    pub last_sums: bool,
    /// The columns whose cells name entries of the case; each row has their
    /// keys.
    pub keyed: Vec<usize>,
    /// Where it appears.
    pub shown: Shown,
}

/// A row that adds up other rows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sum {
    /// The row.
    pub row: usize,
    /// Rows that are added.
    pub plus: Vec<usize>,
    /// Rows that are taken off.
    pub minus: Vec<usize>,
}

impl Table {
    /// A table without rows.
    #[must_use]
    pub fn new(key: &'static str, title: String, empty: String, columns: Vec<Column>) -> Self {
        Self {
            key,
            title,
            signs: String::new(),
            empty,
            columns,
            stub: 0,
            grouped: false,
            rows: Vec::new(),
            sums: Vec::new(),
            last_sums: false,
            keyed: Vec::new(),
            shown: Shown::Everywhere,
        }
    }

    /// The title, with what its signs mean.
    #[must_use]
    pub fn caption(&self) -> String {
        format!("{}{}", self.title, self.signs)
    }

    /// The table with what the signs of its marks mean.
    #[must_use]
    pub fn signs(mut self, signs: String) -> Self {
        self.signs = signs;
        self
    }

    /// The table with `stub` columns that name a row.
    #[must_use]
    pub fn stub(mut self, stub: usize) -> Self {
        self.stub = stub;
        self
    }

    /// The table with rows grouped by their first cell.
    #[must_use]
    pub fn grouped(mut self) -> Self {
        self.grouped = true;
        self
    }

    /// The table with columns whose cells name entries of the case.
    #[must_use]
    pub fn keyed(mut self, columns: &[usize]) -> Self {
        self.keyed = columns.to_vec();
        self
    }

    /// The table, only for files.
    #[must_use]
    pub fn for_files(mut self) -> Self {
        self.shown = Shown::Files;
        self
    }

    /// The table with these rows.
    #[must_use]
    pub fn rows(mut self, rows: impl IntoIterator<Item = Row>) -> Self {
        self.rows.extend(rows);
        self
    }
}

/// On which side the cells of a column stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Align {
    /// Texts.
    Left,
    /// Figures.
    Right,
}

/// A column.
#[derive(Clone, Debug, PartialEq)]
pub struct Column {
    /// Title.
    pub title: String,
    /// The title over two lines, where one line would make the column wide.
    pub narrow: Option<String>,
    /// Unit of its figures, if they have one of their own.
    pub unit: Option<String>,
    /// Alignment.
    pub align: Align,
    /// Whether its cells must stay on one line, as drawings must.
    pub whole: bool,
}

impl Column {
    /// A column of texts.
    #[must_use]
    pub fn text(title: String) -> Self {
        Self { title, narrow: None, unit: None, align: Align::Left, whole: false }
    }

    /// A column of figures.
    #[must_use]
    pub fn figure(title: String) -> Self {
        Self { align: Align::Right, ..Self::text(title) }
    }

    /// The column with a unit.
    #[must_use]
    pub fn unit(mut self, unit: String) -> Self {
        self.unit = Some(unit);
        self
    }
}

/// A row.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// Cells, one for each column.
    pub cells: Vec<Cell>,
    /// Whether it sums up rows above it.
    pub total: bool,
    /// The keys of the entries of the case that its cells name, one for each of
    /// the table's keyed columns; empty for a row that names none.
    pub keys: Vec<String>,
}

impl Row {
    /// A row.
    #[must_use]
    pub fn new(cells: Vec<Cell>) -> Self {
        Self { cells, total: false, keys: Vec::new() }
    }

    /// The row with the keys of what its cells name.
    #[must_use]
    pub fn keyed<K: Into<String>>(mut self, keys: impl IntoIterator<Item = K>) -> Self {
        self.keys = keys.into_iter().map(Into::into).collect();
        self
    }

    /// A row that sums up rows above it.
    #[must_use]
    pub fn total(cells: Vec<Cell>) -> Self {
        Self { total: true, ..Self::new(cells) }
    }
}

/// How a figure stands to what it is measured by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    /// As it should be.
    Ok,
    /// It fits, with next to nothing to spare.
    Tight,
    /// It falls short.
    Short,
}

impl Mark {
    /// Of something that is met, not met, or of which that is not known.
    #[must_use]
    pub fn of(met: Option<bool>) -> Self {
        if met == Some(false) { Self::Short } else { Self::Ok }
    }
}

/// A cell.
#[derive(Clone, Debug, PartialEq)]
pub enum Cell {
    /// Nothing.
    Empty,
    /// A text.
    Text(String),
    /// A figure shown whole, such as students or classes.
    Whole(f64),
    /// A figure shown with so many decimals.
    Amount(f64, usize),
    /// A figure shown with as many decimals as it has, up to four.
    Figure(f64),
    /// A figure shown with so many decimals and no commas, with how it stands.
    Plain(f64, usize, Mark),
    /// Money.
    Money(Money),
    /// A share, shown as a percentage.
    Share(f64),
    /// A share with how it stands.
    Load(f64, Mark),
    /// A small share, shown with a decimal, with how it stands.
    Rate(f64, Mark),
    /// A term.
    Term(Term),
    /// A day.
    Day(NaiveDate),
    /// How something stands.
    Mark(Mark),
    /// A bar: low, likely and high as shares of the longest bar.
    Bar([f64; 3]),
}

impl Cell {
    /// A text.
    #[must_use]
    pub fn text(text: impl Into<String>) -> Self {
        Self::Text(text.into())
    }

    /// A number of things.
    #[must_use]
    pub fn count(count: usize) -> Self {
        Self::Whole(u32::try_from(count).unwrap_or(u32::MAX).into())
    }

    /// A figure shown whole; nothing where it is zero.
    #[must_use]
    pub fn some(value: f64) -> Self {
        if value.abs() < 1e-9 { Self::Empty } else { Self::Whole(value) }
    }

    /// The number in it, if it is one; a share as a fraction of one.
    #[must_use]
    pub fn number(&self) -> Option<f64> {
        match self {
            Self::Whole(value)
            | Self::Amount(value, _)
            | Self::Figure(value)
            | Self::Plain(value, _, _)
            | Self::Share(value)
            | Self::Load(value, _)
            | Self::Rate(value, _) => Some(*value),
            Self::Money(money) => Some(money.0),
            Self::Empty
            | Self::Text(_)
            | Self::Term(_)
            | Self::Day(_)
            | Self::Mark(_)
            | Self::Bar(_) => None,
        }
    }

    /// A sum of money; nothing where it is zero.
    #[must_use]
    pub fn some_money(value: Money) -> Self {
        if value.0.abs() < 1e-9 { Self::Empty } else { Self::Money(value) }
    }
}

#[cfg(test)]
mod tests {
    use super::{Section, numbered, numeral};
    use crate::domain::Language;

    #[test]
    fn chinese_headings_are_numbered_in_order() {
        let told = [1, 9, 10, 11, 19, 20, 21, 99].map(numeral);
        let expected = ["一", "九", "十", "十一", "十九", "二十", "二十一", "九十九"];
        assert_eq!(told, expected);
        let sections = || vec![Section::new("概要".to_owned()), Section::new("目标".to_owned())];
        let headings = |language| numbered(sections(), language).into_iter().map(|one| one.heading);
        assert!(headings(Language::Zh).eq(["一、概要", "二、目标"]));
        assert!(headings(Language::En).eq(["概要", "目标"]));
    }
}
