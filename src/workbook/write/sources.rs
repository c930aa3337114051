//! Where the figures of a row come from, in words.

use crate::domain::Language;
use crate::scenario::path::covers;
use crate::scenario::tree::{Hop, Node};
use crate::workbook::layout::SOURCE_KINDS;
use tabled::grid::util::string::{get_line_width, get_text_width};

/// Widest source beside a row, in characters; full-width ones take two.
pub const LONGEST: usize = 44;

/// The source of the longest path around a row.
pub fn of(root: &Node, path: &str, language: Language) -> Option<String> {
    let Some(Node::Map { entries, .. }) = root.at(&[Hop::Key("sources".to_owned())]) else {
        return None;
    };
    let around = entries.iter().filter(|(known, _)| covers(known, path));
    let (_, source) = around.max_by_key(|(known, _)| known.len())?;
    let child = |names: &[&str]| {
        let place: Vec<Hop> = names.iter().map(|name| Hop::Key((*name).to_owned())).collect();
        source.at(&place)
    };
    let kind = match child(&["kind"]) {
        Some(Node::Word(word)) => {
            SOURCE_KINDS.iter().find(|label| label.word == word)?.name.get(language)
        }
        _ => "",
    };
    let names = match language {
        Language::Zh => ["zh", "en"],
        Language::En => ["en", "zh"],
    };
    let note = names
        .iter()
        .find_map(|name| child(&["note", name]).and_then(Node::text))
        .unwrap_or_default();
    Some(cut(&match language {
        Language::Zh => format!("{kind}：{note}"),
        Language::En => format!("{kind}: {note}"),
    }))
}

/// The beginning of a text that a column shows whole.
fn cut(text: &str) -> String {
    if get_text_width(text) <= LONGEST {
        return text.to_owned();
    }
    let mut width = 0;
    let fits = |letter: &char| {
        width += get_line_width(letter.encode_utf8(&mut [0; 4]));
        width < LONGEST - 1
    };
    text.lines().next().unwrap_or_default().chars().take_while(fits).chain(['…']).collect()
}
