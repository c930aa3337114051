//! What a field path of a scenario is called in the workbook.

use super::bilingual::Bi;
use super::pattern::{Part, parts};
use super::sheets::sheets;
use super::table::Field;

/// What a path is called: the sheet, the keys of its entries, and the column or
/// the item, where it names one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Title<'p> {
    /// Name of the sheet.
    pub sheet: Bi,
    /// Its group of items, where it has groups.
    pub group: Option<Bi>,
    /// Keys of the entries, in the order of the path.
    pub keys: Vec<&'p str>,
    /// Name of the column or the item.
    pub field: Option<Bi>,
}

/// What a path such as `campuses.east.owns` is called; nothing if the workbook
/// has no place for it.
pub fn title(path: &str) -> Option<Title<'_>> {
    let hops: Vec<&str> = path.split('.').collect();
    let mut best: Option<(usize, Title<'_>)> = None;
    for sheet in sheets() {
        for row in sheet.rows {
            let here = parts(row.at);
            let own = (row.value.is_some()).then_some(row.label);
            let mut take = |pattern: &[Part], field: Option<Bi>| {
                let Some((length, keys)) = matched(pattern, &hops) else {
                    return;
                };
                let whole = length == hops.len();
                let field = field.filter(|_| length > 0 && whole && pattern_ends(pattern, &hops));
                if whole && best.as_ref().is_none_or(|(rank, _)| rank_of(pattern, &hops) < *rank) {
                    let group = (row.group != Bi::NONE).then_some(row.group);
                    let title = Title { sheet: sheet.title, group, keys, field };
                    best = Some((rank_of(pattern, &hops), title));
                }
            };
            take(&here, own);
            for column in sheet.columns {
                let below = match column.field {
                    Field::At(path) => parts(path),
                    Field::Each(map, _) => [parts(map), vec![Part::Key]].concat(),
                    _ => continue,
                };
                take(&[here.clone(), below].concat(), Some(column.title));
            }
        }
    }
    best.map(|(_, title)| title)
}

/// The steps of a pattern that count in a path: entries of lists have none.
fn counted(pattern: &[Part]) -> impl Iterator<Item = &Part> {
    pattern.iter().filter(|part| matches!(part, Part::Field(_) | Part::Key))
}

/// How far a pattern goes along with a path, and the keys it meets; nothing
/// where they part.
fn matched<'p>(pattern: &[Part], hops: &[&'p str]) -> Option<(usize, Vec<&'p str>)> {
    let (mut length, mut keys) = (0, Vec::new());
    for (part, hop) in counted(pattern).zip(hops) {
        match part {
            Part::Field(name) if name == hop => {}
            Part::Key => keys.push(*hop),
            _ => return None,
        }
        length += 1;
    }
    Some((length, keys))
}

/// Whether the pattern says no more than the path, but for a key or a language
/// of its own.
fn pattern_ends(pattern: &[Part], hops: &[&str]) -> bool {
    let rest: Vec<&Part> = counted(pattern).skip(hops.len()).collect();
    matches!(rest[..], [] | [Part::Key | Part::Field("zh" | "en")])
}

/// How many steps a pattern has beyond a path.
fn rank_of(pattern: &[Part], hops: &[&str]) -> usize {
    counted(pattern).count().saturating_sub(hops.len())
}
