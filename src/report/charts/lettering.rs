//! How much room a text takes. The reader's font is not known, so widths are
//! taken from common ones, rather too wide than too narrow.

use crate::report::view::count;
use crate::report::wrap::wrap;
use tabled::grid::util::string::get_char_width;

/// Height of text.
pub const TEXT: f64 = 14.0;
/// Height of small text.
pub const SMALL: f64 = 12.0;

/// A column, of which a Chinese letter takes two, in heights.
const COLUMN: f64 = 0.5;

/// Width of a text.
pub fn width(text: &str, size: f64) -> f64 {
    text.chars().map(letter).sum::<f64>() * size
}

/// Width of a letter in heights.
fn letter(letter: char) -> f64 {
    match letter {
        wide if get_char_width(wide) == 2 => 1.0,
        ' ' | '.' | ',' | ':' | ';' | '!' | 'i' | 'j' | 'l' | 'I' | '|' | '\'' | '(' | ')' => 0.36,
        'm' | 'w' | 'M' | 'W' | '%' | '@' => 0.94,
        'A'..='Z' => 0.7,
        _ => 0.58,
    }
}

/// A text in at most so many lines that fit a width, the last one cut short
/// with … where there is more.
pub fn fitted(text: &str, size: f64, room: f64, most: usize) -> Vec<String> {
    let columns = columns(room / size);
    let mut lines = wrap(text, columns);
    // Other letters are wider than a column.
    let mut narrower = columns;
    while narrower > 4 && lines.iter().any(|line| width(line, size) > room) {
        narrower -= 1;
        lines = wrap(text, narrower);
    }
    if lines.len() > most {
        lines.truncate(most);
        if let Some(last) = lines.last_mut() {
            while width(last, size) + size > room && last.pop().is_some() {}
            last.push('…');
        }
    }
    lines
}

/// Columns in a width given in heights.
fn columns(heights: f64) -> usize {
    let mut columns = 4;
    while columns < 400 && count(columns + 1) * COLUMN <= heights {
        columns += 1;
    }
    columns
}

/// A text without letters that XML does not allow.
pub fn printable(text: &str) -> String {
    let allowed = |letter: &char| match *letter {
        '\t' | '\n' => true,
        '\u{fffe}' | '\u{ffff}' => false,
        other => !other.is_control(),
    };
    text.chars().filter(allowed).collect()
}

#[cfg(test)]
mod tests {
    use super::{fitted, printable, width};

    #[test]
    fn chinese_letters_are_as_wide_as_high() {
        assert!((width("在校学生", 14.0) - 56.0).abs() < 1e-9);
        assert!(width("students", 14.0) < 8.0 * 14.0);
    }

    #[test]
    fn lines_fit_and_what_is_cut_says_so() {
        for text in [
            "制浆造纸工艺与设备维修专业（浙西造纸职业中专）",
            "Pulp and paper technology, MMMMM WWWWW",
        ] {
            let lines = fitted(text, 14.0, 90.0, 9);
            assert!(lines.iter().all(|line| width(line, 14.0) <= 90.0), "{lines:?}");
            let cut = fitted(text, 14.0, 90.0, 1);
            assert_eq!(cut.len(), 1);
            assert!(cut[0].ends_with('…') && width(&cut[0], 14.0) <= 90.0, "{cut:?}");
        }
        assert_eq!(fitted("短", 14.0, 90.0, 1), ["短"]);
    }

    #[test]
    fn control_characters_are_dropped() {
        assert_eq!(printable("a\u{1}b\u{fffe}<c>"), "ab<c>");
    }
}
