//! From cells to values of the format. What only the whole scenario can say is
//! left to the resolver: whether a term lies in the horizon, whether a measure
//! word is the resource's.

use super::names::Names;
use super::text::{folded, narrow, number, tidy};
use super::{dates, figure, lists};
use crate::domain::Text;
use crate::scenario::measure::{Measure, number_end};
use crate::scenario::suggestions;
use crate::scenario::tree::{Node, plain};
use crate::words::{diagnostics, workbook as words};
use crate::workbook::grid::Value;
use crate::workbook::layout::{Dim, Key, Kind, Label};

/// What a cell is read with.
#[derive(Clone, Copy, Debug)]
pub struct Context<'n> {
    /// The names of entries.
    pub names: &'n Names,
    /// The unit of bare numbers, if the head or the row names one.
    pub unit: Option<&'n str>,
    /// Further names of the field's own unit.
    pub words: &'n [String],
    /// The language of hints that name entries.
    pub language: crate::domain::Language,
}

/// Why a cell can't be read, and what is allowed.
#[derive(Clone, Debug)]
pub struct Wrong {
    /// What is wrong.
    pub message: Text,
    /// What is allowed.
    pub hints: Vec<Text>,
}

type Read = Result<Node, Wrong>;

fn wrong(message: Text, hints: Vec<Text>) -> Wrong {
    Wrong { message, hints }
}

/// The value that a cell says.
///
/// # Errors
///
/// When it says nothing of its kind.
pub fn parse(kind: Kind, value: &Value, context: Context<'_>) -> Read {
    match value {
        Value::Error(error) => {
            return Err(wrong(words::error_value(error), vec![words::fix_formula()]));
        }
        Value::Unsaved(formula) => {
            return Err(wrong(words::unsaved(formula), vec![words::save_again()]));
        }
        _ => {}
    }
    let shown = value.to_string();
    let text = tidy(&shown);
    match kind {
        Kind::Text | Kind::Own => Ok(Node::Text(text.to_owned())),
        Kind::Count => count(value, text),
        Kind::Figure(measure) => read_figure(value, text, measure, context),
        Kind::Flag => flag(value, text),
        Kind::Word(labels) => word(text, labels),
        Kind::Ref(of) => reference(text, of, context).map(Node::Text),
        Kind::Term => term(value, text).map(Node::Text),
        Kind::Date => dated(dates::date(value).map(dates::Date::text), text),
        Kind::Day => dated(dates::day(value), text),
        Kind::Enforce => enforcement(value, text, context),
        Kind::Texts | Kind::Refs(_) | Kind::Terms | Kind::Figures(_) | Kind::Parts => {
            several(kind, value, text, context)
        }
        Kind::Pairs(key, measure) => pairs(text, key, measure, context),
        Kind::Tie => tie(text, context),
        Kind::Choice => Ok(choice(text)),
    }
}

fn several(kind: Kind, value: &Value, text: &str, context: Context<'_>) -> Read {
    if lists::EMPTY.contains(&text) {
        return Ok(lists::list(Vec::new()));
    }
    let whole = |key: &str| Ok(lists::list(vec![Node::Text(key.to_owned())]));
    if let Kind::Refs(of) = kind
        && let Some(key) = context.names.find(of, text)
    {
        return whole(key);
    }
    if let (Kind::Figures(measure), Value::Number(_)) = (kind, value) {
        return Ok(lists::list(vec![read_figure(value, text, measure, context)?]));
    }
    let one = |part: &&str| match kind {
        Kind::Refs(of) => reference(part, of, context).map(Node::Text),
        Kind::Terms => term(&Value::Text((*part).to_owned()), part).map(Node::Text),
        Kind::Figures(measure) => {
            let value = Value::Text((*part).to_owned());
            read_figure(&value, part, measure, context)
        }
        Kind::Parts => tier_part(part),
        _ => Ok(Node::Text((*part).to_owned())),
    };
    let parts: Result<Vec<Node>, Wrong> = lists::split(text).iter().map(one).collect();
    parts.map(lists::list)
}

fn tier_part(part: &str) -> Read {
    let (name, weight) = lists::weighted(part);
    let mut fields = vec![("part".to_owned(), word(name, crate::workbook::layout::PARTS)?)];
    fields.extend(weight.map(|weight| ("weight".to_owned(), Node::Number(weight))));
    Ok(Node::Fields { of: String::new(), fields })
}

/// A whole number, `1970年` and `12 人` among them.
fn count(value: &Value, text: &str) -> Read {
    let known = |unit: &str| {
        ["年", "岁", "人", "名", "个", "班", "次", "对", "天", "学期", "期", "级", "个班", "个学期"]
            .contains(&unit)
    };
    let number = match value {
        Value::Number(number) => Some(*number),
        _ => number(text).or_else(|| {
            let text = narrow(text);
            let end = text.find(|letter: char| !letter.is_ascii_digit())?;
            known(text[end..].trim()).then(|| text[..end].parse().ok())?
        }),
    };
    let hints = || vec![words::whole_number()];
    let Some(number) = number else {
        return Err(wrong(words::no_count(text), hints()));
    };
    if number.fract() != 0.0 || !(0.0..=f64::from(u32::MAX)).contains(&number) {
        return Err(wrong(words::no_count(&plain(number)), hints()));
    }
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // within the range
    Ok(Node::Count(number as u64))
}

fn dated(date: Option<String>, text: &str) -> Read {
    let form = || wrong(words::no_date(text), vec![words::date_form()]);
    date.map(Node::Text).ok_or_else(form)
}

/// A figure. Measure words are known to the resolver only.
fn read_figure(value: &Value, text: &str, measure: Measure, context: Context<'_>) -> Read {
    let bare = match value {
        Value::Number(number) => Some(*number),
        _ => number(text),
    };
    let figure = match (bare, context.unit) {
        (Some(number), Some(unit)) => {
            let with_unit = format!("{} {unit}", plain(figure::rounded(number)));
            figure::of_text(&with_unit, measure, context.words)
        }
        (Some(number), None) => figure::figure(&Node::Number(number), measure, context.words),
        (None, _) => figure::of_text(text, measure, context.words),
    };
    if let Some(figure) = figure {
        return Ok(figure.node());
    }
    let narrow = narrow(text);
    let (end, number) = number_end(&narrow);
    let unit = narrow[end..].trim();
    if number.is_none_or(|number| !number.is_finite()) {
        return Err(wrong(diagnostics::no_number(text), units(measure)));
    }
    if measure.units().is_empty() {
        return Ok(Node::Text(text.to_owned()));
    }
    Err(wrong(diagnostics::wrong_unit(unit), units(measure)))
}

/// The units that a figure may have.
pub fn units(measure: Measure) -> Vec<Text> {
    let names: Vec<&str> = measure.units().iter().map(|(name, _)| *name).collect();
    if names.is_empty() {
        return vec![diagnostics::no_units()];
    }
    vec![diagnostics::units(&names.join("、"))]
}

fn flag(value: &Value, text: &str) -> Read {
    if let Value::Flag(flag) = value {
        return Ok(Node::Bool(*flag));
    }
    let folded = folded(text);
    let is = |words: &[&str]| words.contains(&folded.as_str());
    if is(&["是", "有", "可", "可以", "对", "√", "✓", "yes", "y", "true", "1"]) {
        Ok(Node::Bool(true))
    } else if is(&["否", "无", "不", "不可", "不可以", "×", "✗", "no", "n", "false", "0"])
    {
        Ok(Node::Bool(false))
    } else {
        Err(wrong(words::no_flag(text), vec![diagnostics::allowed("是, 否")]))
    }
}

fn word(text: &str, labels: &'static [Label]) -> Read {
    match find(text, labels) {
        Some(label) => Ok(Node::Word(label.word.to_owned())),
        None => Err(wrong(words::no_word(text), allowed(labels))),
    }
}

fn find(text: &str, labels: &'static [Label]) -> Option<&'static Label> {
    let wanted = folded(text);
    let mut labels = labels.iter();
    labels.find(|label| {
        [label.word, label.name.0, label.name.1].iter().any(|name| folded(name) == wanted)
    })
}

fn allowed(labels: &[Label]) -> Vec<Text> {
    let join = |names: Vec<&str>, comma: &str| names.join(comma);
    let zh = join(labels.iter().map(|label| label.name.0).collect(), "、");
    let en = join(labels.iter().map(|label| label.name.1).collect(), ", ");
    vec![Text { zh: diagnostics::allowed(&zh).zh, en: diagnostics::allowed(&en).en }]
}

fn reference(text: &str, of: Dim, context: Context<'_>) -> Result<String, Wrong> {
    if let Some(key) = context.names.find(of, text) {
        return Ok(key.to_owned());
    }
    let noun = of.noun();
    let labels: Vec<&str> = context.names.labels(of, context.language).collect();
    let twice = context.names.of_dim(of).iter();
    let keys: Vec<&str> = twice
        .filter(|one| one.zh.as_deref() == Some(text) || one.en.as_deref() == Some(text))
        .map(|one| one.key.as_str())
        .collect();
    if keys.len() > 1 {
        return Err(wrong(words::ambiguous(text), vec![diagnostics::allowed(&keys.join(", "))]));
    }
    let hints = suggestions(text, labels.iter().copied());
    Err(wrong(diagnostics::unknown(text, noun.0, noun.1), hints))
}

fn term(value: &Value, text: &str) -> Result<String, Wrong> {
    let form = || wrong(diagnostics::not_a_term(text), vec![words::term_form()]);
    dates::term(value).map(|term| term.to_string()).ok_or_else(form)
}

fn enforcement(value: &Value, text: &str, context: Context<'_>) -> Read {
    if find(text, crate::workbook::layout::HARD).is_some() {
        return Ok(Node::Word("hard".to_owned()));
    }
    let price = read_figure(value, text, Measure::Money, context)?;
    Ok(Node::Tagged("priced".to_owned(), Box::new(price)))
}

fn pairs(text: &str, key: Key, measure: Option<Measure>, context: Context<'_>) -> Read {
    let form = || wrong(words::no_pairs(text), vec![words::pairs_form()]);
    let entry = |(name, said): &(&str, &str)| -> Result<(String, Node), Wrong> {
        let value = Value::Text((*said).to_owned());
        let name = match key {
            Key::Term => term(&Value::Text((*name).to_owned()), name)?,
            Key::Word(labels) => match word(name, labels)? {
                Node::Word(word) => word,
                _ => return Err(form()),
            },
        };
        let node = match measure {
            Some(measure) => read_figure(&value, said, measure, context)?,
            None => count(&value, said)?,
        };
        Ok((name, node))
    };
    let pairs = lists::pairs(text).ok_or_else(form)?;
    let entries: Result<Vec<_>, Wrong> = pairs.iter().map(entry).collect();
    Ok(Node::Map { entries: entries?, stated: false })
}

fn tie(text: &str, context: Context<'_>) -> Read {
    let labels = crate::workbook::layout::TIES;
    let form = || wrong(words::no_tie(text), allowed(labels));
    let (name, object) = lists::tagged(text).ok_or_else(form)?;
    let tag = find(name, labels).ok_or_else(form)?.word;
    let of = match tag {
        "vacated" | "opened" => Dim::Campuses,
        "begins" => Dim::Programmes,
        "target" => Dim::Targets,
        _ => Dim::Options,
    };
    let value = if tag == "built_any" {
        several(Kind::Refs(of), &Value::Text(object.to_owned()), object, context)?
    } else {
        Node::Text(reference(object, of, context)?)
    };
    Ok(Node::Tagged(tag.to_owned(), Box::new(value)))
}

fn choice(text: &str) -> Node {
    if let Some(label) = find(text, crate::workbook::layout::BY_DATE) {
        return Node::Word(label.word.to_owned());
    }
    let sets = lists::split(text).into_iter();
    let sets = sets.map(|set| Node::Text(set.to_owned())).collect();
    Node::Tagged("sets".to_owned(), Box::new(lists::list(sets)))
}
