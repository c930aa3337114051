//! Texts as people type them.

/// A text without padding: spaces of any width at its ends are left out.
pub fn tidy(text: &str) -> &str {
    let padding = |letter: char| {
        letter.is_whitespace() || matches!(letter, '\u{200b}' | '\u{feff}' | '\u{3000}' | '\u{a0}')
    };
    text.trim_matches(padding)
}

/// A text with plain digits, letters and signs instead of full-width ones.
pub fn narrow(text: &str) -> String {
    let plain = |letter: char| match letter {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(letter) - 0xfee0).unwrap_or(letter),
        '\u{3000}' | '\u{a0}' => ' ',
        '−' | '—' => '-',
        other => other,
    };
    tidy(text).chars().map(plain).collect()
}

/// A text for comparing: without spaces, separators and marks, in small
/// letters.
pub fn folded(text: &str) -> String {
    let kept = |letter: &char| {
        !letter.is_whitespace() && !matches!(letter, '·' | '-' | '_' | ':' | '/' | '*' | '、' | '.')
    };
    narrow(text).chars().filter(kept).flat_map(char::to_lowercase).collect()
}

/// Whether a text says nothing.
pub fn is_blank(text: &str) -> bool {
    tidy(text).is_empty()
}

/// Whether a row that begins so adds up the others.
pub fn is_total(text: &str) -> bool {
    let text = folded(text);
    ["合计", "小计", "总计", "共计", "total", "sum", "subtotal"].contains(&text.as_str())
}

/// Whether a row that begins so is an example or a remark.
pub fn is_comment(text: &str) -> bool {
    let text = narrow(text);
    ["例:", "示例:", "注:", "备注:", "e.g. ", "Note:"].iter().any(|mark| text.starts_with(mark))
}

/// The number that a text is, with full-width digits, thousands separators
/// and padding.
pub fn number(text: &str) -> Option<f64> {
    let text = narrow(text);
    let text = without_separators(&text);
    let number: f64 = text.parse().ok()?;
    let digits = text.starts_with(|letter: char| letter.is_ascii_digit() || "+-.".contains(letter));
    (digits && number.is_finite()).then_some(number)
}

/// `1,200` without its separators; other texts as they are.
pub fn without_separators(text: &str) -> String {
    let groups: Vec<&str> = text.split(',').collect();
    let digits = |group: &str| group.bytes().all(|byte| byte.is_ascii_digit());
    let first = groups[0].trim_start_matches(['-', '+']);
    let starts = (1..=3).contains(&first.len()) && digits(first);
    let thousands = |group: &&str| {
        let end = group.find(|letter: char| !letter.is_ascii_digit());
        end.unwrap_or(group.len()) == 3
    };
    let inner = &groups[1..groups.len().max(2) - 1];
    let whole = groups.len() > 1
        && starts
        && groups[1..].iter().all(thousands)
        && inner.iter().all(|group| digits(group));
    if whole { groups.concat() } else { text.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_as_typed() {
        assert_eq!(number(" １２．５ "), Some(12.5));
        assert_eq!(number("1,200"), Some(1200.0));
        assert_eq!(number("-1,200,300.5"), Some(-1_200_300.5));
        assert_eq!(number("\u{3000}30\u{a0}"), Some(30.0));
        for text in ["", "1,2", "12,00", "inf", "NaN", "三十", "30 亩"] {
            assert_eq!(number(text), None, "{text}");
        }
        assert_eq!(without_separators("1,200 万元"), "1200 万元");
    }

    #[test]
    fn names_are_compared_without_padding() {
        assert_eq!(folded(" 课时 · 语文 "), folded("课时-语文"));
        assert_eq!(folded("Running Cost"), "runningcost");
        assert!(is_total(" 合 计 ") && !is_total("合计教学楼"));
        assert!(is_comment("例：东校区") && !is_comment("例行检查"));
    }
}
