//! Pins as they are said on the command line: `zaozhi @ erzhong 2009-autumn..`,
//! `open xinxiaoqu`, `admit shukong 2008-autumn = 2`.

use super::said::said;
use super::unread::Unread;
use crate::domain::Decision;
use crate::scenario::raw::{RawPin, RawScenario};
use crate::words::pins as words;

/// How many.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Bound {
    /// At least.
    AtLeast(u32),
    /// At most.
    AtMost(u32),
    /// Exactly.
    Exactly(u32),
}

/// A decision as it is said, apart from how many.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Expression {
    /// What is said before the bound.
    pub body: String,
    /// The decision without any bound.
    pin: RawPin,
    /// The bound; at least one if none is said.
    pub bound: Bound,
}

impl Expression {
    /// Reads an expression. Things are called by their keys in the scenario or
    /// by their names in either language.
    ///
    /// # Errors
    ///
    /// When it can't be read, or names something the scenario does not have.
    pub fn read(text: &str, raw: &RawScenario) -> Result<Self, Unread> {
        let plain = narrowed(text);
        let (body, bound) = bounded(&plain)?;
        let pin = said(body, raw)?;
        Ok(Self { body: body.to_owned(), pin, bound: bound.unwrap_or(Bound::AtLeast(1)) })
    }

    /// The pin that makes it so.
    pub fn forced(&self) -> RawPin {
        let (at_least, at_most) = match self.bound {
            Bound::AtLeast(least) => (Some(least), None),
            Bound::AtMost(most) => (None, Some(most)),
            Bound::Exactly(count) => (Some(count), Some(count)),
        };
        let always = self.pin.from.is_some() || self.pin.until.is_some();
        let at_some_time = matches!(
            self.pin.decision,
            Some(Decision::Placement | Decision::Open | Decision::Built)
        );
        RawPin {
            at_least,
            at_most,
            once: (at_least.is_some() && at_some_time && !always).then_some(true),
            ..self.pin.clone()
        }
    }

    /// The pin that keeps it from being so; none for an exact count, of which
    /// the opposite is more or fewer.
    pub fn forbidden(&self) -> Option<RawPin> {
        let bound = match self.bound {
            Bound::AtLeast(0) | Bound::Exactly(_) => return None,
            Bound::AtLeast(least) => Bound::AtMost(least - 1),
            Bound::AtMost(most) => Bound::AtLeast(most + 1),
        };
        let opposite = Self { bound, ..self.clone() };
        Some(opposite.forced())
    }
}

/// Full-width signs as plain ones, and operators apart from what they stand by.
fn narrowed(text: &str) -> String {
    let narrow = |sign: char| match sign {
        '＠' => "@".to_owned(),
        '＝' => "=".to_owned(),
        '≥' | '⩾' => ">=".to_owned(),
        '≤' | '⩽' => "<=".to_owned(),
        '＞' => ">".to_owned(),
        '＜' => "<".to_owned(),
        '\u{3000}' => " ".to_owned(),
        digit @ '０'..='９' => {
            let value = u32::from(digit) - u32::from('０');
            value.to_string()
        }
        other => other.to_string(),
    };
    text.chars().map(narrow).collect()
}

/// What stands before a bound, and the bound.
fn bounded(text: &str) -> Result<(&str, Option<Bound>), Unread> {
    let Some(at) = text.find(['=', '<', '>']) else {
        return Ok((text.trim(), None));
    };
    let (body, bound) = (text[..at].trim(), text[at..].trim());
    let split = bound.find(|sign: char| !matches!(sign, '=' | '<' | '>'));
    let (sign, number) = bound.split_at(split.unwrap_or(bound.len()));
    let number = number.trim();
    let count: Option<u32> = number.parse().ok();
    let made = count.and_then(|count| match sign {
        "=" | "==" => Some(Bound::Exactly(count)),
        ">=" => Some(Bound::AtLeast(count)),
        "<=" => Some(Bound::AtMost(count)),
        ">" => count.checked_add(1).map(Bound::AtLeast),
        "<" => count.checked_sub(1).map(Bound::AtMost),
        _ => None,
    });
    match made {
        Some(bound) => Ok((body, Some(bound))),
        None => {
            Err(Unread { message: words::no_count(&text[at..]), hints: vec![words::count_form()] })
        }
    }
}
