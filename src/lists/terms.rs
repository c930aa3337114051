//! Terms of entry as lists write them: a month, a year, a grade, or the year
//! at the beginning of a class name. A year alone is its autumn.

use crate::domain::{Season, Term};
use crate::scenario::tree::Node;
use crate::workbook::Value;
use crate::workbook::layout::Kind;
use crate::workbook::value::{Context, Names, folded, narrow, parse};

/// The term that a date, a term or a year says.
pub fn entry(value: &Value) -> Option<Term> {
    let text = narrow(&value.to_string());
    let year = text.trim_end_matches(['年', '级', '届']);
    if let Some(year) = whole_year(year) {
        return Some(autumn(year));
    }
    let names = Names::default();
    let language = crate::domain::Language::Zh;
    let context = Context { names: &names, unit: None, words: &[], language };
    match parse(Kind::Term, value, context) {
        Ok(Node::Text(term)) => term.parse().ok(),
        _ => None,
    }
}

/// The term in which a grade entered: `2007级` and `07级` by their year, 一年级
/// and 高一 by the school year before the first term of the horizon.
pub fn grade(text: &str, first: Option<Term>) -> Option<Term> {
    let text = folded(text);
    let year = text.trim_end_matches(['级', '届', '年']);
    if let Some(year) = whole_year(year).or_else(|| short_year(year)) {
        return Some(autumn(year));
    }
    let number = text.trim_start_matches(['高', '中', '职']).trim_end_matches(['级', '年']);
    let grade = match number {
        "一" | "1" => 0,
        "二" | "2" => 1,
        "三" | "3" => 2,
        "四" | "4" => 3,
        _ => return None,
    };
    Some(autumn(first?.year - 1 - grade))
}

/// The term of entry that a class name begins with: `07机械1班`, `2007级数控1班`.
pub fn in_class(name: &str) -> Option<Term> {
    let name = narrow(name);
    let digits = name.len() - name.trim_start_matches(|one: char| one.is_ascii_digit()).len();
    let year = match digits {
        2 => short_year(&name[..2]),
        4 => whole_year(&name[..4]),
        _ => None,
    };
    year.map(autumn)
}

fn autumn(year: i32) -> Term {
    Term { year, season: Season::Autumn }
}

fn whole_year(text: &str) -> Option<i32> {
    let digits = text.len() == 4 && text.bytes().all(|byte| byte.is_ascii_digit());
    let year: i32 = text.parse().ok().filter(|_| digits)?;
    (1980..=2100).contains(&year).then_some(year)
}

/// `07` is 2007, `98` is 1998.
fn short_year(text: &str) -> Option<i32> {
    let digits = text.len() == 2 && text.bytes().all(|byte| byte.is_ascii_digit());
    let year: i32 = text.parse().ok().filter(|_| digits)?;
    Some(if year >= 80 { 1900 + year } else { 2000 + year })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn terms_of_entry_are_read_in_all_forms() {
        let text = |text: &str| Value::Text(text.to_owned());
        let said = |value: Value| entry(&value).map(|term| term.to_string());
        for (value, term) in [
            (text("2007年9月"), "2007-autumn"),
            (text("200709"), "2007-autumn"),
            (text("2008.03"), "2008-spring"),
            (text("２００７级"), "2007-autumn"),
            (Value::Number(2007.0), "2007-autumn"),
            (Value::Number(39_326.0), "2007-autumn"),
            (Value::Date("2007-09-01".to_owned()), "2007-autumn"),
            (text("2007年秋"), "2007-autumn"),
        ] {
            assert_eq!(said(value.clone()).as_deref(), Some(term), "{value:?}");
        }
        assert_eq!(said(text("一年级")), None);
        let first = Some("2008-spring".parse().unwrap());
        let of = |text: &str| grade(text, first).map(|term| term.to_string());
        assert_eq!(of("一年级").as_deref(), Some("2007-autumn"));
        assert_eq!(of("高三").as_deref(), Some("2005-autumn"));
        assert_eq!(of("06级").as_deref(), Some("2006-autumn"));
        assert_eq!(of("2006").as_deref(), Some("2006-autumn"));
        assert_eq!(of("毕业班"), None);
        let of = |text: &str| in_class(text).map(|term| term.to_string());
        assert_eq!(of("07机械1班").as_deref(), Some("2007-autumn"));
        assert_eq!(of("2007级数控1班").as_deref(), Some("2007-autumn"));
        assert_eq!(of("数控1班"), None);
    }
}
