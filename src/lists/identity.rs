//! Identity numbers (GB 11643): 18 digits with a check digit, or 15 of the old
//! form. Nothing but the year of birth is ever derived from one.

use crate::workbook::Value;
use crate::workbook::value::narrow;

/// What an identity number says of the year of birth.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Identity {
    /// The year; all digits are there and the check digit is right, or the
    /// number is of the old form, which has none.
    Year(i32),
    /// The number was stored as a number, which keeps 15 digits: the year is
    /// right, the last digits are lost.
    Rounded(Option<i32>),
    /// The check digit or the day of birth is wrong.
    Wrong,
    /// No identity number.
    Other,
}

/// Reads an identity number.
pub fn read(value: &Value) -> Identity {
    let text = match value {
        Value::Number(number) => return of_number(*number),
        value => narrow(&value.to_string()).to_uppercase(),
    };
    let text: String = text.chars().filter(|letter| !letter.is_whitespace()).collect();
    if let Some(number) = scientific(&text) {
        // `3.30825E+17` keeps six digits: the year is lost too.
        let digits = text.split('E').next().unwrap_or_default().len();
        return if digits > 15 { of_number(number) } else { Identity::Rounded(None) };
    }
    if !text.is_ascii() {
        return Identity::Other;
    }
    let digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    match text.len() {
        18 if digits(&text[..17]) && (digits(&text[17..]) || text.ends_with('X')) => {
            match born(&text[6..14]) {
                Some(year) if check_digit(&text) == text.chars().last() => Identity::Year(year),
                _ => Identity::Wrong,
            }
        }
        15 if digits(&text) => {
            born(&format!("19{}", &text[6..12])).map_or(Identity::Wrong, Identity::Year)
        }
        _ => Identity::Other,
    }
}

/// Whether a cell holds an identity number, right or not.
pub fn looks_like_one(value: &Value) -> bool {
    read(value) != Identity::Other
}

/// A number with a power of ten, as spreadsheets show long ones.
fn scientific(text: &str) -> Option<f64> {
    let (_, power) = text.split_once("E+")?;
    let number: f64 = text.parse().ok()?;
    (power.len() <= 2 && (1e14..1e18).contains(&number)).then_some(number)
}

#[allow(clippy::cast_possible_truncation)] // within the range
fn of_number(number: f64) -> Identity {
    if number.fract() != 0.0 || !(1e14..1e18).contains(&number) {
        return Identity::Other;
    }
    let text = format!("{number:.0}");
    match text.len() {
        // 15 digits fit into a number.
        15 => read(&Value::Text(text)),
        18 => Identity::Rounded(born(&text[6..14])),
        _ => Identity::Other,
    }
}

/// The year of a day like `19780131`, if there is such a day.
fn born(day: &str) -> Option<i32> {
    let year: i32 = day.get(..4)?.parse().ok()?;
    let (month, day) = (day.get(4..6)?.parse().ok()?, day.get(6..8)?.parse().ok()?);
    let there = chrono::NaiveDate::from_ymd_opt(year, month, day).is_some();
    (there && (1900..=2100).contains(&year)).then_some(year)
}

/// The check digit of 17 digits (ISO 7064, MOD 11-2).
fn check_digit(text: &str) -> Option<char> {
    const WEIGHTS: [u32; 17] = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
    let digits = text.chars().take(17).map(|letter| letter.to_digit(10));
    let sum: Option<u32> = digits.zip(WEIGHTS).map(|(digit, weight)| Some(digit? * weight)).sum();
    "10X98765432".chars().nth((sum? % 11) as usize)
}

/// An identity number with its inner digits hidden, for messages.
pub fn masked(text: &str) -> String {
    let letters: Vec<char> = text.chars().collect();
    if letters.len() <= 4 {
        return "*".repeat(letters.len());
    }
    let begin: String = letters[..2].iter().collect();
    format!("{begin}{}", "*".repeat((letters.len() - 2).min(16)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(text: &str) -> Identity {
        read(&Value::Text(text.to_owned()))
    }

    #[test]
    fn the_year_of_birth_is_read_where_the_number_is_right() {
        assert_eq!(text("11010519491231002X"), Identity::Year(1949));
        assert_eq!(text("11010519491231002x"), Identity::Year(1949));
        assert_eq!(text(" １１０１０５１９４９１２３１００２Ｘ "), Identity::Year(1949));
        assert_eq!(text("440524188001010014"), Identity::Wrong, "born before 1900");
        assert_eq!(text("110105194912310021"), Identity::Wrong, "another check digit");
        assert_eq!(text("110105194913310020"), Identity::Wrong, "no month 13");
        assert_eq!(text("130503670401001"), Identity::Year(1967));
        assert_eq!(text("130503671301001"), Identity::Wrong);
        for other in ["", "第二职业学校", "第二职业学", "12345", "1101051949123100211", "zb001"]
        {
            assert_eq!(text(other), Identity::Other, "{other}");
        }
    }

    #[test]
    fn numbers_that_were_stored_as_numbers_are_reported() {
        let number = |number| read(&Value::Number(number));
        assert_eq!(number(110_105_194_912_310_016.0), Identity::Rounded(Some(1949)));
        assert_eq!(number(130_503_670_401_001.0), Identity::Year(1967));
        assert_eq!(number(42.0), Identity::Other);
        assert_eq!(text("1.10105E+17"), Identity::Rounded(None));
        assert_eq!(text("1.10105194912310E+17"), Identity::Rounded(Some(1949)));
    }

    #[test]
    fn messages_do_not_show_the_number() {
        assert_eq!(masked("11010519491231002X"), "11****************");
        assert_eq!(masked("1101"), "****");
    }
}
