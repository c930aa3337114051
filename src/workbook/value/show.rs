//! From values of the format to cells.

use super::figure::{Figure, figure};
use super::parse::{Context, parse};
use super::{canonical, dates, lists};
use crate::domain::Language;
use crate::scenario::measure::Measure;
use crate::scenario::tree::{Node, plain};
use crate::workbook::grid::Value;
use crate::workbook::layout::{Bi, Dim, Key, Kind, Label};

/// Most characters of a cell; Excel takes 32,767.
const LONGEST: usize = 32_000;

/// The cell of a value, if there is one that reads as the same value. Figures
/// in the unit of the context are numbers.
pub fn show(node: &Node, kind: Kind, context: Context<'_>) -> Option<Value> {
    let value = shown(node, kind, context)?;
    if let Value::Text(text) = &value {
        let clean = text.chars().all(|letter| letter == '\n' || !letter.is_control());
        if !clean || text.chars().count() > LONGEST {
            return None;
        }
    }
    let read = parse(kind, &value, context).ok()?;
    same(&read, &canonical(node, kind, context.words)).then_some(value)
}

fn shown(node: &Node, kind: Kind, context: Context<'_>) -> Option<Value> {
    let language = context.language;
    let text = |text: String| Some(Value::Text(text));
    match (kind, node) {
        (Kind::Count, Node::Count(count)) => {
            let count = u32::try_from(*count).ok()?;
            Some(Value::Number(count.into()))
        }
        (Kind::Figure(measure), _) => of_figure(node, measure, context),
        (Kind::Flag, Node::Bool(flag)) => {
            let name = if *flag { Bi("是", "yes") } else { Bi("否", "no") };
            text(name.get(language).to_owned())
        }
        (Kind::Word(labels), Node::Word(word)) => text(label(word, labels, language)?),
        (Kind::Ref(of), Node::Text(key)) => text(context.names.label(of, key, language).to_owned()),
        (Kind::Term, Node::Text(key)) => text(term(key, language)),
        (Kind::Text | Kind::Own | Kind::Date | Kind::Day, Node::Text(said)) => text(said.clone()),
        (Kind::Enforce, Node::Word(word)) => {
            text(label(word, crate::workbook::layout::HARD, language)?)
        }
        (Kind::Enforce, Node::Tagged(_, price)) => of_figure(price, Measure::Money, context),
        (_, Node::List { entries, stated }) => {
            if entries.is_empty() {
                return if *stated { text("无".to_owned()) } else { None };
            }
            let parts: Option<Vec<String>> =
                entries.iter().map(|one| part(one, kind, context)).collect();
            text(lists::join(&parts?)?)
        }
        (Kind::Pairs(key, _), Node::Map { entries, .. }) => {
            let entry = |(name, node): &(String, Node)| {
                let name = match key {
                    Key::Term => term(name, language),
                    Key::Word(labels) => label(name, labels, language)?,
                };
                Some(format!("{name}：{}", number(node)?))
            };
            let parts: Option<Vec<String>> = entries.iter().map(entry).collect();
            let parts = parts.filter(|parts| !parts.is_empty())?;
            text(parts.join("；"))
        }
        (Kind::Tie, Node::Tagged(tag, object)) => text(tie(tag, object, context)?),
        (Kind::Choice, Node::Word(word)) => {
            text(label(word, crate::workbook::layout::BY_DATE, language)?)
        }
        (Kind::Choice, Node::Tagged(tag, sets)) if tag == "sets" => {
            shown(sets, Kind::Texts, context).filter(|_| !sets.hops().is_empty())
        }
        _ => None,
    }
}

/// A number in the unit of the context, else a text with its unit.
fn of_figure(node: &Node, measure: Measure, context: Context<'_>) -> Option<Value> {
    let Some(figure) = figure(node, measure, context.words) else {
        return node.text().map(|text| Value::Text(text.to_owned()));
    };
    Some(match (&figure.unit, context.unit) {
        (Some(unit), Some(own)) if unit == own => Value::Number(figure.number),
        (Some(unit), None) if unit == "%" => Value::Number(figure.number / 100.0),
        (None, None) => Value::Number(figure.number),
        (None, Some(own)) if is_own(own, measure, context.words) => Value::Number(figure.number),
        _ => Value::Text(with_unit(&figure, measure)),
    })
}

/// Whether a unit is the field's own.
fn is_own(unit: &str, measure: Measure, words: &[String]) -> bool {
    #[allow(clippy::float_cmp)] // a table's own figure
    let own = |(name, factor): &(&str, f64)| *name == unit && *factor == 1.0;
    measure.units().iter().any(own) || words.iter().any(|word| word == unit)
}

fn with_unit(figure: &Figure, measure: Measure) -> String {
    if let Node::Text(text) = figure.node() {
        return text;
    }
    let own = measure.units().first().map_or("", |(name, _)| name);
    format!("{} {own}", plain(figure.number)).trim().to_owned()
}

fn label(word: &str, labels: &[Label], language: Language) -> Option<String> {
    let found = labels.iter().find(|label| label.word == word)?;
    Some(found.name.get(language).to_owned())
}

fn term(text: &str, language: Language) -> String {
    let term = text.parse();
    term.map_or_else(|_| text.to_owned(), |term| dates::term_label(term, language))
}

/// A value in a list.
fn part(node: &Node, kind: Kind, context: Context<'_>) -> Option<String> {
    match (kind, node) {
        (Kind::Refs(of), Node::Text(key)) => {
            let label = context.names.label(of, key, context.language);
            Some(if lists::fits(label) { label } else { key }.to_owned())
        }
        (Kind::Terms, Node::Text(key)) => Some(term(key, context.language)),
        (Kind::Texts, Node::Text(text)) => Some(text.clone()),
        (Kind::Figures(measure), node) => match figure(node, measure, context.words)?.node() {
            Node::Text(text) => Some(text),
            node => number(&node),
        },
        (Kind::Parts, Node::Fields { fields, .. }) => {
            let field =
                |name: &str| fields.iter().find(|(key, _)| key == name).map(|(_, node)| node);
            let Some(Node::Word(word)) = field("part") else {
                return None;
            };
            let name = label(word, crate::workbook::layout::PARTS, context.language)?;
            match field("weight").filter(|node| !node.is_unsaid()) {
                Some(weight) => Some(format!("{name}×{}", number(weight)?)),
                None => Some(name),
            }
        }
        _ => None,
    }
}

fn number(node: &Node) -> Option<String> {
    match node {
        Node::Number(number) => Some(plain(*number)),
        Node::Count(count) => Some(count.to_string()),
        Node::Text(text) => Some(text.clone()),
        _ => None,
    }
}

fn tie(tag: &str, object: &Node, context: Context<'_>) -> Option<String> {
    let of = match tag {
        "vacated" | "opened" => Dim::Campuses,
        "begins" => Dim::Programmes,
        "target" => Dim::Targets,
        _ => Dim::Options,
    };
    let name = label(tag, crate::workbook::layout::TIES, context.language)?;
    let object = match object {
        Node::Text(key) => context.names.label(of, key, context.language).to_owned(),
        Node::List { entries, .. } => {
            let parts: Option<Vec<String>> =
                entries.iter().map(|one| part(one, Kind::Refs(of), context)).collect();
            lists::join(&parts?)?
        }
        _ => return None,
    };
    Some(format!("{name}：{object}"))
}

/// Whether two values say the same: what a structure leaves out does not
/// count, nor does the type it is of.
pub fn same(one: &Node, other: &Node) -> bool {
    match (one, other) {
        (Node::Fields { fields: one, .. }, Node::Fields { fields: other, .. }) => {
            let said = |fields: &[(String, Node)]| -> Vec<(String, Node)> {
                let said = fields.iter().filter(|(_, node)| !node.is_unsaid());
                said.cloned().collect()
            };
            let (one, other) = (said(one), said(other));
            one.len() == other.len()
                && one.iter().all(|(name, node)| {
                    let found = other.iter().find(|(known, _)| known == name);
                    found.is_some_and(|(_, other)| same(node, other))
                })
        }
        (Node::Map { entries: one, .. }, Node::Map { entries: other, .. }) => {
            one.len() == other.len()
                && one.iter().all(|(name, node)| {
                    let found = other.iter().find(|(known, _)| known == name);
                    found.is_some_and(|(_, other)| same(node, other))
                })
        }
        (Node::List { entries: one, .. }, Node::List { entries: other, .. }) => {
            one.len() == other.len() && one.iter().zip(other).all(|(one, other)| same(one, other))
        }
        (Node::Tagged(tag, one), Node::Tagged(known, other)) => tag == known && same(one, other),
        (one, other) => one == other,
    }
}
