//! The rows below the heads, and those of them that are no entries.

use super::heads::Heads;
use crate::workbook::Cells;
use crate::workbook::value::{folded, is_blank, is_comment, is_total, tidy};

/// Why a row is passed over.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Skipped {
    /// It adds up others.
    Total,
    /// It is a remark, or says who filled the list in.
    Remark,
    /// The heads again, as at the top of a printed page.
    Heads,
}

/// The beginnings of lines under a list.
const FOOTERS: [&str; 9] =
    ["制表", "填表", "填报", "审核", "经办", "负责人", "单位负责人", "说明", "打印"];

/// The rows that are entries, and the others with the reason.
pub fn rows(cells: &Cells, heads: &Heads) -> (Vec<u32>, Vec<(u32, Skipped)>) {
    let (mut rows, mut skipped) = (Vec::new(), Vec::new());
    for row in cells.rows().into_iter().filter(|row| *row >= heads.below()) {
        let texts: Vec<(u32, String)> = cells
            .row(row)
            .map(|(column, value)| (column, value.to_string()))
            .filter(|(_, text)| !is_blank(text))
            .take(500)
            .collect();
        match reason(&texts, heads) {
            _ if texts.is_empty() => {}
            Some(reason) => skipped.push((row, reason)),
            None => rows.push(row),
        }
    }
    (rows, skipped)
}

fn reason(texts: &[(u32, String)], heads: &Heads) -> Option<Skipped> {
    let first = tidy(&texts.first()?.1);
    // 合计 may stand in the second column, behind a running number.
    if texts.iter().take(2).any(|(_, text)| is_total(text)) {
        return Some(Skipped::Total);
    }
    let footer = texts.len() * 2 <= heads.columns.len().max(3)
        && FOOTERS.iter().any(|begin| folded(first).starts_with(begin));
    if is_comment(first) || footer {
        return Some(Skipped::Remark);
    }
    let same = |(at, text): &&(u32, String)| {
        let head = heads.columns.iter().find(|column| column.at == *at);
        head.is_some_and(|column| folded(&column.head) == folded(text))
    };
    let repeated = texts.iter().filter(same).count();
    (repeated >= 2 && repeated * 2 > texts.len()).then_some(Skipped::Heads)
}
