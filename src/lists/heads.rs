//! Finding the heads of a list: one to three rows, with merged cells.

use super::columns::{Column, Stated, Why, assign};
use super::fields::Fate;
use super::kind::ListKind;
use crate::scenario::hash;
use crate::workbook::Cells;
use crate::workbook::read::spread;
use crate::workbook::value::{folded, is_blank, tidy};

/// Rows with something in them, from the top, in which heads are looked for.
const DEEPEST: usize = 20;
/// Most rows of one head.
const MOST_ROWS: u32 = 3;
/// Columns beyond which no head is looked for.
const MOST_COLUMNS: u32 = 500;
/// Longest head, in characters: longer texts are titles or remarks.
const LONGEST: usize = 60;

/// The heads of a list.
#[derive(Clone, Debug)]
pub struct Heads {
    /// The first row of them, from 0.
    pub row: u32,
    /// How many rows they take.
    pub depth: u32,
    /// The columns.
    pub columns: Vec<Column>,
}

impl Heads {
    /// The first row below.
    pub fn below(&self) -> u32 {
        self.row.saturating_add(self.depth)
    }

    /// The column of a field.
    pub fn column(&self, id: &str) -> Option<&Column> {
        self.columns.iter().find(|column| column.field.is_some_and(|field| field.id == id))
    }

    /// How many columns are known, those that are left out among them, and how
    /// many say something for the scenario.
    fn score(&self) -> (usize, usize) {
        let known = self.columns.iter().filter(|column| column.why != Why::Unknown);
        let telling = self
            .columns
            .iter()
            .filter_map(|column| column.field)
            .filter(|field| matches!(field.fate, Fate::Match | Fate::Kept | Fate::Used));
        (known.count(), telling.count())
    }

    /// What tells these heads from those of other lists: 16 hexadecimal digits
    /// of a hash of the kind and the heads in order.
    pub fn fingerprint(&self, kind: ListKind) -> String {
        let heads: Vec<String> = self.columns.iter().map(|column| folded(&column.head)).collect();
        hash(&format!("{}\n{}", kind.word(), heads.join("\n")))[..16].to_owned()
    }
}

/// The rows that are most like heads of the kind; none with fewer than two
/// known columns. `at` is the row to look in, from 0, if the user says it.
pub fn find(cells: &Cells, kind: ListKind, stated: &Stated, at: Option<u32>) -> Option<Heads> {
    let rows = match at {
        Some(row) => vec![row],
        None => cells.rows().into_iter().take(DEEPEST).collect(),
    };
    let mut best: Option<Heads> = None;
    // Of rows that know as many columns the fewest: not the title above them.
    for depth in 1..=MOST_ROWS {
        for row in &rows {
            let heads = heads(cells, kind, stated, (*row, depth));
            let (known, telling) = heads.score();
            let before = best.as_ref().map_or((1, 0), Heads::score);
            if telling > 0 && known > before.0 {
                best = Some(heads);
            }
        }
    }
    let mut best = best.filter(|heads| essential(heads, kind))?;
    while at.is_none() && best.depth < MOST_ROWS && groups_above(cells, &best) {
        let above = heads(cells, kind, stated, (best.row - 1, best.depth + 1));
        if above.score().0 < best.score().0 {
            break;
        }
        best = above;
    }
    Some(best)
}

/// Whether the row above the heads has heads of groups: merged over some of
/// the columns, not over all as a title is.
fn groups_above(cells: &Cells, heads: &Heads) -> bool {
    let Some(above) = heads.row.checked_sub(1) else {
        return false;
    };
    cells.merged.iter().any(|merged| {
        let width = merged.last.column.saturating_sub(merged.first.column) + 1;
        let some = width >= 2 && (width as usize) < heads.columns.len();
        merged.first.row == above && merged.last.row == above && some
    })
}

/// Whether there is a column without which the kind of list makes no sense.
fn essential(heads: &Heads, kind: ListKind) -> bool {
    let any = |ids: &[&str]| ids.iter().any(|id| heads.column(id).is_some());
    match kind {
        ListKind::Roster => any(&["key", "name"]),
        ListKind::Assets => any(&["key", "name"]) && any(&["value", "number", "code", "kind"]),
        ListKind::Cohorts => any(&["programme", "class"]) && any(&["students", "teacher", "entry"]),
        ListKind::Pupils => any(&["programme", "class"]),
    }
}

fn heads(cells: &Cells, kind: ListKind, stated: &Stated, (row, depth): (u32, u32)) -> Heads {
    let texts = columns(cells, row, depth).into_iter().filter_map(|at| {
        let texts = texts(cells, row, depth, at);
        (!texts.is_empty()).then_some((at, texts))
    });
    let texts: Vec<(u32, Vec<String>)> = texts.collect();
    Heads { row, depth, columns: assign(kind, &texts, stated) }
}

/// The columns with something in some rows, or covered by merged cells there.
fn columns(cells: &Cells, row: u32, depth: u32) -> Vec<u32> {
    let rows = row..row.saturating_add(depth);
    let inside = rows.clone().flat_map(|row| cells.row(row).map(|(column, _)| column));
    let mut columns: Vec<u32> = inside.filter(|column| *column < MOST_COLUMNS).collect();
    let here = cells
        .merged
        .iter()
        .filter(|merged| merged.first.row < rows.end && merged.last.row >= rows.start);
    // More merged ranges than this are no head.
    for merged in here.take(MOST_COLUMNS as usize) {
        columns.extend(merged.first.column..=merged.last.column.min(MOST_COLUMNS - 1));
        columns.sort_unstable();
        columns.dedup();
    }
    columns.sort_unstable();
    columns.dedup();
    columns
}

/// The different texts of a head from the top down.
fn texts(cells: &Cells, row: u32, depth: u32, column: u32) -> Vec<String> {
    let mut texts: Vec<String> = Vec::new();
    for row in row..row.saturating_add(depth) {
        let text = spread(cells, row, column).map(ToString::to_string).unwrap_or_default();
        let text: String =
            tidy(&text).trim_start_matches(['*', '＊', '★']).replace(['\n', '\r'], "");
        let fits = !is_blank(&text) && text.chars().count() <= LONGEST;
        if fits && texts.last() != Some(&text) {
            texts.push(text);
        }
    }
    texts
}
