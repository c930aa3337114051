//! Figures in squares, a row for each thing and a column for each term or
//! year.

use super::canvas::{Area, Canvas, WIDTH};
use super::fill::{Fill, Ink};
use super::lettering::{self, SMALL};
use super::pen::{Letters, Stroke};
use crate::report::view::count;

/// A square.
#[derive(Clone, Debug, Default)]
pub struct Square {
    /// What stands in it.
    pub text: String,
    /// What it is filled with; nothing: only its edge is drawn.
    pub fill: Option<Fill>,
}

/// A row.
#[derive(Clone, Debug)]
pub struct Line {
    /// What the row belongs to.
    pub group: String,
    /// Name.
    pub name: String,
    /// Squares, one for each column; nothing where there is none.
    pub squares: Vec<Option<Square>>,
}

/// A chart of squares.
pub struct Matrix {
    /// Key of the drawing.
    pub key: &'static str,
    /// Heads of the columns, in lines.
    pub columns: Vec<String>,
    /// Rows; those of a group together.
    pub lines: Vec<Line>,
    /// What the fills mean; nothing for squares that have none.
    pub legend: Vec<(Option<Fill>, String)>,
}

/// Height of a row.
const ROW: f64 = 25.0;
/// Height of a line of the heads.
const LINE: f64 = 16.0;
/// Most room for names.
const MOST_NAMES: f64 = 300.0;

/// Draws a chart.
pub fn draw(matrix: &Matrix, title: &str, description: &str) -> String {
    let mut canvas = Canvas::new(matrix.key);
    let names = matrix.lines.iter().map(|line| &line.name);
    let widest = names.map(|name| lettering::width(name, SMALL)).fold(0.0, f64::max);
    let left = widest.min(MOST_NAMES) + 20.0;
    let column = ((WIDTH - left) / count(matrix.columns.len().max(1))).min(110.0);
    let mut y = heads(&mut canvas, matrix, left, column);
    let mut group = None;
    for line in &matrix.lines {
        if group != Some(&line.group) {
            group = Some(&line.group);
            canvas.text((0.0, y + 18.0), Letters::SMALL.bold(), &line.group);
            y += ROW;
        }
        row(&mut canvas, matrix, line, (left, y, column));
        y += ROW;
    }
    y = legend(&mut canvas, matrix, y + 12.0);
    canvas.finish(y, title, description)
}

/// Heads of the columns; returns where they end.
fn heads(canvas: &mut Canvas, matrix: &Matrix, left: f64, column: f64) -> f64 {
    let mut deepest = 0.0_f64;
    for (index, head) in matrix.columns.iter().enumerate() {
        let middle = left + column * (count(index) + 0.5);
        for (line, text) in head.split('\n').enumerate() {
            let base = LINE * count(line + 1) - 2.0;
            canvas.text((middle, base), Letters::SMALL.ink(Ink::Muted).middle(), text);
            deepest = deepest.max(base);
        }
    }
    deepest + 4.0
}

fn row(canvas: &mut Canvas, matrix: &Matrix, line: &Line, (left, y, column): (f64, f64, f64)) {
    let middle = y + ROW / 2.0;
    let name = lettering::fitted(&line.name, SMALL, left - 16.0, 1);
    canvas.lines((10.0, middle), Letters::SMALL, &name);
    for (index, square) in line.squares.iter().enumerate() {
        let Some(square) = square else {
            continue;
        };
        let area = Area {
            x: left + column * count(index) + 1.0,
            y: y + 1.0,
            width: column - 2.0,
            height: ROW - 2.0,
        };
        let head = matrix.columns[index].replace('\n', "");
        let told = format!("{} {} {head} {}", line.group, line.name, square.text);
        let letters = if let Some(fill) = square.fill {
            canvas.rectangle(area, fill, &told);
            Letters::SMALL.ink(fill.letters())
        } else {
            canvas.frame(area, Stroke::GRID);
            Letters::SMALL.ink(Ink::Muted)
        };
        // Long figures are set smaller rather than over the edge.
        let needed = lettering::width(&square.text, SMALL);
        let size = (SMALL * (area.width - 2.0) / needed).min(SMALL);
        let letters = Letters { size, ..letters }.middle();
        let letters = match square.fill {
            Some(Fill::Short) => letters.bold(),
            _ => letters,
        };
        if size >= 7.0 {
            let base = middle + size * 0.36;
            canvas.text((left + column * (count(index) + 0.5), base), letters, &square.text);
        }
    }
}

/// What the fills mean; returns where it ends.
fn legend(canvas: &mut Canvas, matrix: &Matrix, top: f64) -> f64 {
    let (mut x, mut y) = (0.0, top);
    for (fill, name) in &matrix.legend {
        let width = lettering::width(name, SMALL) + 44.0;
        if x + width > WIDTH {
            (x, y) = (0.0, y + LINE + 8.0);
        }
        let area = Area { x: x + 1.0, y: y + 1.0, width: 20.0, height: 14.0 };
        match fill {
            Some(fill) => canvas.rectangle(area, *fill, ""),
            None => canvas.frame(area, Stroke::GRID),
        }
        canvas.text((x + 28.0, y + 13.0), Letters::SMALL, name);
        x += width;
    }
    y + LINE + 8.0
}
