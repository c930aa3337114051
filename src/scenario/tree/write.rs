//! A tree as RON, the same text for the same tree.

use super::{Hop, Node};
use std::fmt::Write as _;

/// Columns of a line where a value may stand on one.
const LINE: usize = 100;

impl Node {
    /// The tree as the text of a file.
    pub fn to_ron(&self) -> String {
        let mut out = String::new();
        self.write(&mut out, 0, true);
        out.push('\n');
        out
    }

    /// The value on one line.
    pub fn on_a_line(&self) -> String {
        match self {
            Self::Absent => "None".to_owned(),
            Self::Bool(bool) => bool.to_string(),
            Self::Count(count) => count.to_string(),
            Self::Number(number) => plain(*number),
            Self::Text(text) => quoted(text),
            Self::Word(word) => word.clone(),
            Self::Tagged(tag, value) => format!("{tag}({})", value.on_a_line()),
            _ => {
                let (open, close) = self.brackets();
                let parts: Vec<String> = self
                    .parts()
                    .map(|(key, value)| format!("{key}{}", value.on_a_line()))
                    .collect();
                format!("{open}{}{close}", parts.join(", "))
            }
        }
    }

    fn write(&self, out: &mut String, depth: usize, broken: bool) {
        let column = out.chars().rev().take_while(|letter| *letter != '\n').count();
        let container = matches!(self, Self::List { .. } | Self::Map { .. } | Self::Fields { .. });
        if !container || self.parts().next().is_none() {
            out.push_str(&self.on_a_line());
            return;
        }
        if !broken {
            let line = self.on_a_line();
            // One more column for the comma behind it.
            if column + width(&line) < LINE {
                out.push_str(&line);
                return;
            }
        }
        let (open, close) = self.brackets();
        out.push(open);
        for (key, value) in self.parts() {
            let _ = write!(out, "\n{}{key}", "    ".repeat(depth + 1));
            value.write(out, depth + 1, false);
            out.push(',');
        }
        let _ = write!(out, "\n{}{close}", "    ".repeat(depth));
    }

    fn brackets(&self) -> (char, char) {
        match self {
            Self::List { .. } => ('[', ']'),
            Self::Map { .. } => ('{', '}'),
            _ => ('(', ')'),
        }
    }

    /// What is written of a list, a map or a structure, each part with the key
    /// before it.
    fn parts(&self) -> Box<dyn Iterator<Item = (String, &Node)> + '_> {
        match self {
            Self::List { entries, .. } => {
                Box::new(entries.iter().map(|entry| (String::new(), entry)))
            }
            Self::Map { entries, .. } => {
                let entries = entries.iter();
                Box::new(entries.map(|(key, value)| (format!("{}: ", quoted(key)), value)))
            }
            Self::Fields { fields, .. } => {
                let said = fields.iter().filter(|(_, value)| !value.is_unsaid());
                Box::new(said.map(|(name, value)| (format!("{name}: "), value)))
            }
            _ => Box::new(std::iter::empty()),
        }
    }

    /// A file that says nothing but what will stand at a place: the text
    /// before and the text after it. Lists have one entry. `below` are fields
    /// further down, of structures that are not there yet.
    pub fn frame(&self, place: &[Hop], below: &[String]) -> (String, String) {
        let (mut before, mut after) = (String::new(), String::new());
        let mut node = Some(self);
        for hop in place {
            let (open, close) = match (node, hop) {
                (_, Hop::Entry(_)) => ("[".to_owned(), "]"),
                (Some(Self::Map { .. }), Hop::Key(key)) => (format!("{{{}: ", quoted(key)), "}"),
                (Some(Self::Tagged(..)), Hop::Key(tag)) => (format!("{tag}("), ")"),
                (_, Hop::Key(key)) => (format!("({key}: "), ")"),
            };
            before.push_str(&open);
            after.insert_str(0, close);
            node = node.and_then(|node| node.child(hop));
        }
        for field in below {
            let _ = write!(before, "({field}: ");
            after.insert(0, ')');
        }
        (before, after)
    }
}

/// Columns of a text; Chinese characters take two.
fn width(text: &str) -> usize {
    let wide = text.chars().filter(|letter| u32::from(*letter) >= 0x1100);
    text.chars().count() + wide.count()
}

/// A number as people write it, and as it is read back.
pub fn plain(number: f64) -> String {
    if number.fract() == 0.0 && number.abs() < 1e15 {
        format!("{number:.0}")
    } else {
        format!("{number:?}")
    }
}

/// A text in quotes.
pub fn quoted(text: &str) -> String {
    let mut out = String::from('"');
    for letter in text.chars() {
        match letter {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            control if control.is_control() => {
                let _ = write!(out, "\\u{{{:x}}}", u32::from(control));
            }
            other => out.push(other),
        }
    }
    out.push('"');
    out
}
