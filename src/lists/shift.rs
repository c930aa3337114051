//! Bodies that stand one column off their heads, as an official exporter
//! writes them: recognised by what the cells hold.

use super::fields::Content;
use super::heads::Heads;
use super::{code, identity, titles};
use crate::workbook::layout::Kind;
use crate::workbook::value::{Context, Names, narrow, parse, tidy};
use crate::workbook::{Cells, Value};

/// Rows that are looked at.
const SAMPLE: usize = 60;
/// The body is moved where at most this share of the cells fits below the
/// heads, and at least the other one column beside them.
const FITS: (f64, f64) = (0.5, 0.9);

/// By how many columns the body stands to the right of its heads: -1, 0 or 1.
pub fn shift(cells: &Cells, heads: &Heads, rows: &[u32]) -> i32 {
    let share = |shift: i32| {
        let (mut fitting, mut all, mut columns) = (0.0, 0.0, 0);
        for column in &heads.columns {
            let Some(content) = column.field.map(|field| field.content) else {
                continue;
            };
            let Some(at) = column.at.checked_add_signed(shift) else {
                continue;
            };
            let values = rows.iter().take(SAMPLE).filter_map(|row| cells.get(*row, at));
            let fits: Vec<bool> = values.filter_map(|value| fits(content, value)).collect();
            columns += usize::from(!fits.is_empty());
            for fit in fits {
                all += 1.0;
                fitting += if fit { 1.0 } else { 0.0 };
            }
        }
        if columns < 2 { None } else { Some(fitting / all) }
    };
    if share(0).is_some_and(|share| share > FITS.0) {
        return 0;
    }
    let moved = |by: &&i32| share(**by).is_some_and(|share| share >= FITS.1);
    [1, -1].iter().find(moved).copied().unwrap_or(0)
}

/// Whether a cell may hold what its column does; nothing where any text may.
pub fn fits(content: Content, value: &Value) -> Option<bool> {
    let shown = value.to_string();
    let text = tidy(&shown);
    if text.is_empty() {
        return None;
    }
    let reads = |kind: Kind| {
        let names = Names::default();
        let language = crate::domain::Language::Zh;
        parse(kind, value, Context { names: &names, unit: None, words: &[], language }).is_ok()
    };
    Some(match content {
        Content::Person => is_person(text),
        Content::Sex => ["男", "女", "男性", "女性", "M", "F"].contains(&text),
        Content::Identity => identity::looks_like_one(value),
        Content::Date => reads(Kind::Date) || is_year(text),
        Content::Term => reads(Kind::Term) || is_year(text.trim_end_matches(['级', '届'])),
        Content::Count | Content::Figure | Content::Money => begins_with_number(text),
        Content::Title => titles::title(text).is_some(),
        Content::Flag => reads(Kind::Flag),
        Content::Code => code::kind_of(text).is_some(),
        _ => return None,
    })
}

/// The name of a person: two letters or more, no digit, no long text.
fn is_person(text: &str) -> bool {
    let letters = text.chars().filter(|letter| !letter.is_whitespace()).count();
    (2..=20).contains(&letters)
        && !text.chars().any(char::is_numeric)
        && !["男性", "女性", "合计"].contains(&text)
}

fn is_year(text: &str) -> bool {
    let year: Option<u32> = narrow(text).parse().ok();
    year.is_some_and(|year| (1900..=2200).contains(&year))
}

fn begins_with_number(text: &str) -> bool {
    let text = narrow(text);
    let text = text.trim_start_matches(['¥', '￥', '-', '+']);
    let number = text.starts_with(|letter: char| letter.is_ascii_digit());
    // Dates begin with a number too.
    number && !text.contains(['年', '-', '/'])
}
