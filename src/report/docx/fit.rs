//! How a table goes on a page: how wide its columns are, which of the two
//! sizes of letters it has, whether it needs a landscape page, and where it is
//! cut if even that is too narrow.

use super::page::Page;
use super::styles::{CELL_MARGIN, CELL_SIZES};
use crate::domain::Language;
use crate::report::document::{Align, Cell, Column, Row, Table};
use crate::report::format;

/// A table that has been put on pages of one kind.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fit {
    /// Which of [`CELL_SIZES`].
    pub size: usize,
    /// The pieces it is cut into, from left to right: one if it is whole.
    pub pieces: Vec<Piece>,
}

/// Columns of a table that stand beside one another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    /// Which columns.
    pub columns: Vec<usize>,
    /// Their widths, twips.
    pub widths: Vec<u32>,
}

/// How wide a column wants to be, in ems.
#[derive(Clone, Copy, Debug)]
struct Wish {
    /// The least at which it still reads well.
    least: f64,
    /// The width at which nothing wraps.
    full: f64,
}

/// The width of a character in ems: Chinese ones are square, and the others are
/// taken as wide as in the widest of the fonts that may stand in.
fn em(letter: char) -> f64 {
    match letter {
        'i' | 'j' | 'l' | 't' | 'f' | '.' | ',' | ':' | ';' | '\'' | ' ' | '-' | '(' | ')' => 0.36,
        'm' | 'w' | 'M' | 'W' | '%' => 0.95,
        'A'..='Z' => 0.76,
        letter if letter.is_ascii() => 0.64,
        _ => 1.0,
    }
}

fn ems(text: &str) -> f64 {
    let lines = text.split('\n');
    let line = |line: &str| line.chars().map(em).sum();
    lines.map(line).fold(0.0, f64::max)
}

/// The widest part of a text that no line can be broken in: a word, or a
/// Chinese character with the mark that follows it.
fn longest_word(text: &str) -> f64 {
    let words = text.split([' ', '\n']);
    let run = |word: &str| {
        let (mut longest, mut here) = (0.0_f64, 0.0);
        for letter in word.chars() {
            here = if letter.is_ascii() { here + em(letter) } else { 0.0 };
            longest = longest.max(here).max(em(letter));
        }
        longest
    };
    words.map(run).fold(0.0, f64::max)
}

/// The head of a column, over two lines where it has them.
pub fn head(column: &Column, language: Language) -> String {
    let title = column.narrow.as_ref().unwrap_or(&column.title);
    match (&column.unit, language) {
        (None, _) => title.clone(),
        (Some(unit), Language::Zh) => format!("{title}\n（{unit}）"),
        (Some(unit), Language::En) => format!("{title}\n({unit})"),
    }
}

/// Texts up to this stay on one line if they can, in ems.
const SHORT: f64 = 7.0;

/// Lines over which a longer text may wrap.
const LINES: f64 = 3.0;

/// No column of texts wants more to read well, however long they are, in ems.
const WIDE: f64 = 16.0;

fn wish(table: &Table, index: usize, language: Language) -> Wish {
    let column = &table.columns[index];
    let head = head(column, language);
    let (mut full, mut word) = (0.0_f64, longest_word(&head));
    for row in &table.rows {
        let Some(cell) = row.cells.get(index) else {
            continue;
        };
        let text = format::cell(cell, language);
        let bold = if row.total { BOLD } else { 1.0 };
        full = full.max(ems(&text) * bold);
        word = word.max(longest_word(&text) * bold);
    }
    let least = match column.align {
        Align::Right => full,
        Align::Left if column.whole => full,
        Align::Left => full.min(SHORT.max(full / LINES).min(WIDE)),
    };
    let least = least.max(word).max(least_head(&head));
    Wish { least, full: full.max(ems(&head)).max(least) }
}

/// How much wider bold letters are.
const BOLD: f64 = 1.08;

/// The width at which a head reads well: a short line of it stays whole, a
/// longer one goes over two lines, a long one over three.
fn least_head(head: &str) -> f64 {
    let line = |line: &str| match ems(line) {
        short if short <= 4.0 => short,
        longer if longer <= 8.0 => (longer / 2.0).ceil(),
        long => (long / 3.0).ceil(),
    };
    head.split('\n').map(line).fold(0.0, f64::max)
}

/// Room beyond the letters, for lines and what programs round: twips.
const SLACK: u32 = 60;

/// Twips that a width in ems takes in a size, with the margins of the cell.
#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
fn twips(ems: f64, size: usize) -> u32 {
    let em = f64::from(CELL_SIZES[size]) * 10.0;
    (ems * em).ceil() as u32 + 2 * CELL_MARGIN + SLACK
}

/// The table whole on pages of one kind in one of the sizes, if it can be.
fn whole(wishes: &[Wish], page: Page, size: usize) -> Option<Fit> {
    let all: Vec<usize> = (0..wishes.len()).collect();
    let widths = widths(&all, wishes, page.width(), size)?;
    let columns = all;
    Some(Fit { size, pieces: vec![Piece { columns, widths }] })
}

/// The widths of columns that fill a line, if they fit in it.
#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
fn widths(columns: &[usize], wishes: &[Wish], room: u32, size: usize) -> Option<Vec<u32>> {
    let of = |wish: fn(&Wish) -> f64| -> Vec<u32> {
        let columns = columns.iter();
        columns.map(|at| twips(wish(&wishes[*at]), size)).collect()
    };
    let (least, full) = (of(|wish| wish.least), of(|wish| wish.full));
    let sum = |widths: &[u32]| widths.iter().sum::<u32>();
    if sum(&least) > room {
        return None;
    }
    // What is left over goes where lines would wrap, and beyond that to all
    // in proportion.
    let (from, to) = if sum(&full) > room {
        let more: Vec<u32> = full.iter().zip(&least).map(|(full, least)| full - least).collect();
        (least, more)
    } else {
        (full.clone(), full)
    };
    let (spare, all) = (room - sum(&from), sum(&to).max(1));
    let part = |more: &u32| (f64::from(spare) * f64::from(*more) / f64::from(all)) as u32;
    let mut widths: Vec<u32> = from.iter().zip(&to).map(|(from, more)| from + part(more)).collect();
    let rest = room - sum(&widths);
    if let Some(last) = widths.last_mut() {
        *last += rest;
    }
    Some(widths)
}

/// The table on pages of one kind, or none if it has to be cut for them.
pub fn on(table: &Table, page: Page, language: Language) -> Option<Fit> {
    let wishes = wishes(table, language);
    let mut sizes = 0..CELL_SIZES.len();
    sizes.find_map(|size| whole(&wishes, page, size))
}

/// The share of a page that a table below a heading may fill.
const BELOW_A_HEADING: f64 = 0.85;

/// The table on one page below a heading if it can be: in the larger size, or in
/// the smaller where that is too long.
pub fn on_one_page(table: &Table, page: Page, language: Language) -> Fit {
    let fit = cut(table, page, language);
    let room = f64::from(page.height()) * BELOW_A_HEADING;
    if fit.pieces.len() > 1 || height(table, &fit, language) <= room {
        return fit;
    }
    let size = CELL_SIZES.len() - 1;
    whole(&wishes(table, language), page, size).unwrap_or(fit)
}

/// About how high a table of one piece is, twips.
fn height(table: &Table, fit: &Fit, language: Language) -> f64 {
    let size = f64::from(CELL_SIZES[fit.size]);
    let lines = |(cell, width): (&Cell, &u32)| -> f64 {
        let ems_wide = f64::from(width.saturating_sub(2 * CELL_MARGIN)) / (size * 10.0);
        let text = format::cell(cell, language);
        text.split('\n').map(|line| (ems(line) / ems_wide).ceil().max(1.0)).sum()
    };
    let widths = &fit.pieces[0].widths;
    let row = |row: &Row| row.cells.iter().zip(widths).map(lines).fold(1.0, f64::max);
    table.rows.iter().map(row).sum::<f64>() * size * 14.0
}

fn wishes(table: &Table, language: Language) -> Vec<Wish> {
    let columns = 0..table.columns.len();
    columns.map(|index| wish(table, index, language)).collect()
}

/// The table on pages of one kind, cut if it must be: behind the columns that
/// name a row, which every piece repeats.
pub fn cut(table: &Table, page: Page, language: Language) -> Fit {
    if let Some(fit) = on(table, page, language) {
        return fit;
    }
    let size = CELL_SIZES.len() - 1;
    let wishes = wishes(table, language);
    let stub: Vec<usize> = (0..table.stub.max(1).min(wishes.len())).collect();
    let mut pieces = Vec::new();
    let mut columns = stub.clone();
    for index in stub.len()..wishes.len() {
        columns.push(index);
        let fits = widths(&columns, &wishes, page.width(), size).is_some();
        if !fits && columns.len() > stub.len() + 1 {
            columns.pop();
            pieces.push(std::mem::replace(&mut columns, stub.clone()));
            columns.push(index);
        }
    }
    pieces.push(columns);
    let piece = |columns: Vec<usize>| {
        let widths = widths(&columns, &wishes, page.width(), size);
        let widths = widths.unwrap_or_else(|| squeezed(&columns, &wishes, page.width()));
        Piece { columns, widths }
    };
    Fit { size, pieces: pieces.into_iter().map(piece).collect() }
}

/// Widths of columns that do not fit, in proportion to what they want.
#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
fn squeezed(columns: &[usize], wishes: &[Wish], room: u32) -> Vec<u32> {
    let wanted = |at: &usize| wishes[*at].least.max(1.0);
    let all: f64 = columns.iter().map(wanted).sum();
    let share = |at: &usize| (f64::from(room) * wanted(at) / all) as u32;
    columns.iter().map(share).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A table with a column of names and so many of figures.
    fn figures(columns: usize, figure: f64) -> Table {
        let mut all = vec![Column::text("校区".to_owned())];
        let head = |at| Column::figure(format!("第{at}项"));
        all.extend((0..columns).map(head));
        let cells = std::iter::repeat_n(Cell::Whole(figure), columns);
        let row = Row::new(std::iter::once(Cell::text("县职校")).chain(cells).collect());
        Table::new("t", String::new(), String::new(), all).stub(1).rows([row])
    }

    #[test]
    fn widths_fill_the_page() {
        for (columns, page) in [(3, Page::Portrait), (14, Page::Landscape)] {
            let fit = on(&figures(columns, 1234.0), page, Language::Zh).expect("a fit");
            let sum: u32 = fit.pieces[0].widths.iter().sum();
            assert_eq!(sum, page.width());
            assert_eq!(fit.pieces[0].columns.len(), columns + 1);
        }
    }

    #[test]
    fn a_figure_never_wraps() {
        let fit = on(&figures(4, 123_456.0), Page::Portrait, Language::Zh).expect("a fit");
        // "123,456" is at least six and a half halves of 10.5 pt wide.
        let widths = &fit.pieces[0].widths[1..];
        assert!(widths.iter().all(|width| *width >= 65 * 105 / 10));
    }

    #[test]
    fn a_table_too_wide_is_cut_and_every_piece_repeats_its_names() {
        let table = figures(60, 1234.0);
        assert_eq!(on(&table, Page::Landscape, Language::Zh), None);
        let fit = cut(&table, Page::Landscape, Language::Zh);
        assert!(fit.pieces.len() > 1);
        let mut told = Vec::new();
        for piece in &fit.pieces {
            assert_eq!(piece.columns[0], 0);
            assert!(piece.widths.iter().sum::<u32>() <= Page::Landscape.width());
            told.extend(&piece.columns[1..]);
        }
        assert!(told.into_iter().copied().eq(1..=60));
    }
}
