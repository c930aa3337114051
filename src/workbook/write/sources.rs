//! Where the figures of a row come from, in words.

use crate::domain::Language;
use crate::scenario::path::covers;
use crate::scenario::tree::{Hop, Node};
use crate::workbook::layout::SOURCE_KINDS;

/// Most characters of a source beside a row.
const LONGEST: usize = 40;

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
    let text: String = note.chars().take(LONGEST).collect();
    let more = if note.chars().count() > LONGEST { "…" } else { "" };
    Some(match language {
        Language::Zh => format!("{kind}：{text}{more}"),
        Language::En => format!("{kind}: {text}{more}"),
    })
}
