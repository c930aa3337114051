//! The units a figure may be written in.

use super::quantity::Quantity;

/// What a figure measures: which units its text may carry, and what each is in
/// the field's own unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Measure {
    /// Money in 万元.
    Money,
    /// Money in yuan, where a school counts in it.
    Yuan,
    /// A share of 1.
    Share,
    /// Kilometres.
    Kilometres,
    /// Metres.
    Metres,
    /// Minutes.
    Minutes,
    /// Hours.
    Hours,
    /// Seconds.
    Seconds,
    /// Square metres.
    Area,
    /// Weeks.
    Weeks,
    /// Students.
    Students,
    /// Weekly periods.
    Periods,
    /// Classes.
    Classes,
    /// Books.
    Books,
    /// Computers.
    Computers,
    /// Units of something with a measure word of its own.
    Units,
    /// A number without a unit.
    Number,
}

impl Measure {
    /// The units by name with their factors, the field's own unit first.
    pub fn units(self) -> &'static [(&'static str, f64)] {
        match self {
            Self::Money => &[
                ("万元", 1.0),
                ("元", 1e-4),
                ("亿元", 1e4),
                ("yuan", 1e-4),
                ("万", 1.0),
                ("CNY", 1e-4),
            ],
            Self::Yuan => &[("元", 1.0), ("yuan", 1.0), ("CNY", 1.0), ("万元", 1e4)],
            Self::Share => &[("%", 0.01), ("percent", 0.01), ("％", 0.01), ("‰", 0.001)],
            Self::Kilometres => {
                &[("km", 1.0), ("公里", 1.0), ("千米", 1.0), ("m", 1e-3), ("米", 1e-3), ("里", 0.5)]
            }
            Self::Metres => &[("m", 1.0), ("米", 1.0), ("km", 1e3), ("公里", 1e3)],
            Self::Minutes => &[
                ("min", 1.0),
                ("分钟", 1.0),
                ("minutes", 1.0),
                ("h", 60.0),
                ("小时", 60.0),
                ("hours", 60.0),
            ],
            Self::Hours => &[
                ("h", 1.0),
                ("小时", 1.0),
                ("hours", 1.0),
                ("min", 1.0 / 60.0),
                ("分钟", 1.0 / 60.0),
                ("minutes", 1.0 / 60.0),
            ],
            Self::Seconds => &[
                ("s", 1.0),
                ("秒", 1.0),
                ("seconds", 1.0),
                ("min", 60.0),
                ("分钟", 60.0),
                ("minutes", 60.0),
                ("h", 3600.0),
                ("小时", 3600.0),
                ("hours", 3600.0),
            ],
            Self::Area => &[
                ("m²", 1.0),
                ("m2", 1.0),
                ("平方米", 1.0),
                ("万平方米", 1e4),
                ("亩", 10_000.0 / 15.0),
                ("公顷", 1e4),
                ("ha", 1e4),
            ],
            Self::Weeks => &[("周", 1.0), ("weeks", 1.0)],
            Self::Students => &[("人", 1.0), ("students", 1.0), ("名", 1.0), ("万人", 1e4)],
            Self::Periods => &[("节", 1.0), ("课时", 1.0), ("periods", 1.0)],
            Self::Classes => &[("班", 1.0), ("个班", 1.0), ("classes", 1.0)],
            Self::Books => &[("册", 1.0), ("books", 1.0), ("万册", 1e4)],
            Self::Computers => &[("台", 1.0), ("computers", 1.0)],
            Self::Units | Self::Number => &[],
        }
    }
}

/// What is wrong with the text of a quantity.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unreadable<'a> {
    /// It does not begin with a number.
    NoNumber,
    /// The unit is none of the field's.
    Unit(&'a str),
}

/// The value of a quantity in the field's own unit. `words` are further names
/// of that unit: a resource's measure word.
///
/// # Errors
///
/// When the text is no number with a unit of the field.
pub fn value<'q>(
    quantity: &'q Quantity,
    measure: Measure,
    words: &[&str],
) -> Result<f64, Unreadable<'q>> {
    let text = match quantity {
        Quantity::Number(number) => return Ok(*number),
        Quantity::Text(text) => text.trim(),
    };
    let (end, number) = number_end(text);
    let number = number.ok_or(Unreadable::NoNumber)?;
    let unit = &text[end..];
    let unit = unit.trim();
    if unit.is_empty() || words.contains(&unit) {
        return Ok(number);
    }
    let known = measure.units().iter().find(|(name, _)| *name == unit);
    known.map(|(_, factor)| number * factor).ok_or(Unreadable::Unit(unit))
}

/// Where the number ends with which a quantity's text begins, and the number
/// if it is one.
pub(crate) fn number_end(text: &str) -> (usize, Option<f64>) {
    let end = text
        .char_indices()
        .find(|(at, letter)| !numeric(text, *at, *letter))
        .map_or(text.len(), |(at, _)| at);
    (end, ascii_digits(&text[..end]).parse().ok())
}

/// Whether a character of a quantity's text belongs to its number. An `e`
/// does when a digit or a sign comes after it.
fn numeric(text: &str, at: usize, letter: char) -> bool {
    let exponent = || {
        let mut rest = text[at + 1..].chars();
        at > 0 && matches!(rest.next(), Some('0'..='9' | '+' | '-'))
    };
    match letter {
        '0'..='9' | '０'..='９' | '.' | '．' | '+' | '-' | '_' => true,
        'e' | 'E' => exponent(),
        _ => false,
    }
}

/// Full-width digits as plain ones, without the `_` that group digits.
fn ascii_digits(number: &str) -> String {
    let plain = |letter: char| match letter {
        '０'..='９' => char::from_u32(u32::from(letter) - u32::from('０') + u32::from('0')),
        '．' => Some('.'),
        '_' => None,
        other => Some(other),
    };
    number.chars().filter_map(plain).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str, measure: Measure) -> Result<f64, String> {
        let quantity = Quantity::Text(text.to_owned());
        value(&quantity, measure, &["间"]).map_err(|error| format!("{error:?}"))
    }

    #[test]
    fn units_have_their_factors() {
        assert_eq!(read("12.5 万元", Measure::Money), Ok(12.5));
        assert_eq!(read("5000元", Measure::Money), Ok(0.5));
        assert_eq!(read("1.2亿元", Measure::Money), Ok(12_000.0));
        assert_eq!(read("３０ ％", Measure::Share), Ok(0.3));
        assert_eq!(read("15 亩", Measure::Area), Ok(10_000.0));
        assert_eq!(read("1e3", Measure::Number), Ok(1000.0));
        assert_eq!(read("4 间", Measure::Units), Ok(4.0));
        assert_eq!(read("2 h", Measure::Minutes), Ok(120.0));
    }

    #[test]
    fn what_is_no_quantity_is_told_apart() {
        assert_eq!(read("many", Measure::Money), Err("NoNumber".into()));
        assert_eq!(read("", Measure::Money), Err("NoNumber".into()));
        assert_eq!(read("3 km", Measure::Money), Err("Unit(\"km\")".into()));
        assert_eq!(read("1-2 km", Measure::Kilometres), Err("NoNumber".into()));
    }
}
