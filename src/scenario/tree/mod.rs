//! A scenario as a tree of values that still knows what is a structure, a map
//! or a word, so that it can be changed by path, compared and written again.

mod write;

pub use write::{plain, quoted};

use super::path::Path;
use serde::Serialize;
use serde_content::{Data, Number, Serializer, Value};

/// A value of a scenario file.
#[derive(Clone, Debug, PartialEq)]
pub enum Node {
    /// Nothing is said: the field is absent.
    Absent,
    /// Yes or no.
    Bool(bool),
    /// A whole number of a field that holds nothing else.
    Count(u64),
    /// A number.
    Number(f64),
    /// A text, which may be a quantity with its unit.
    Text(String),
    /// A word without quotes.
    Word(String),
    /// A word with a value: `priced("0.5 万元")`.
    Tagged(String, Box<Node>),
    /// A list; `stated` if it is said even when empty.
    List {
        /// Its entries.
        entries: Vec<Node>,
        /// Whether it is said even when empty.
        stated: bool,
    },
    /// A map, likewise.
    Map {
        /// Its entries by key.
        entries: Vec<(String, Node)>,
        /// Whether it is said even when empty.
        stated: bool,
    },
    /// A structure of a type, with all the fields it can have.
    Fields {
        /// The type.
        of: String,
        /// The fields by name.
        fields: Vec<(String, Node)>,
    },
}

/// One step down a tree.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Hop {
    /// To a field, an entry of a map, or the value of a word.
    Key(String),
    /// To an entry of a list.
    Entry(usize),
}

/// The path of a place.
pub fn path_of(place: &[Hop]) -> Path {
    place.iter().fold(Path::default(), |path, hop| path.hop(hop))
}

impl Path {
    /// The place one step below this one.
    #[must_use]
    pub fn hop(&self, hop: &Hop) -> Self {
        match hop {
            Hop::Key(key) => self.key(key),
            Hop::Entry(index) => self.index(*index),
        }
    }
}

impl Node {
    /// The tree of a raw form.
    pub fn of(raw: &impl Serialize) -> Self {
        // Only values that can't be serialised fail, and the raw form has none.
        let value = Serializer::new().serialize(raw);
        value.map_or(Self::Absent, Self::from)
    }

    /// What stands one step below.
    pub fn child(&self, hop: &Hop) -> Option<&Self> {
        match (self, hop) {
            (Self::List { entries, .. }, Hop::Entry(index)) => entries.get(*index),
            (
                Self::Map { entries: named, .. } | Self::Fields { fields: named, .. },
                Hop::Key(key),
            ) => named.iter().find_map(|(name, node)| (name == key).then_some(node)),
            (Self::Tagged(tag, node), Hop::Key(key)) if tag == key => Some(node),
            _ => None,
        }
    }

    /// What stands one step below, to be changed.
    pub fn child_mut(&mut self, hop: &Hop) -> Option<&mut Self> {
        match (self, hop) {
            (Self::List { entries, .. }, Hop::Entry(index)) => entries.get_mut(*index),
            (
                Self::Map { entries: named, .. } | Self::Fields { fields: named, .. },
                Hop::Key(key),
            ) => {
                let mut named = named.iter_mut();
                named.find_map(|(name, node)| (name == key).then_some(node))
            }
            (Self::Tagged(tag, node), Hop::Key(key)) if tag == key => Some(node),
            _ => None,
        }
    }

    /// What stands at a place.
    pub fn at(&self, place: &[Hop]) -> Option<&Self> {
        place.iter().try_fold(self, |node, hop| node.child(hop))
    }

    /// What stands at a place, to be changed.
    pub fn at_mut(&mut self, place: &[Hop]) -> Option<&mut Self> {
        place.iter().try_fold(self, |node, hop| node.child_mut(hop))
    }

    /// All steps down from here to something that is said.
    pub fn hops(&self) -> Vec<Hop> {
        let keys = |named: &[(String, Node)]| {
            let said = named.iter().filter(|(_, node)| *node != Self::Absent);
            said.map(|(key, _)| Hop::Key(key.clone())).collect()
        };
        match self {
            Self::List { entries, .. } => (0..entries.len()).map(Hop::Entry).collect(),
            Self::Map { entries, .. } => keys(entries),
            Self::Fields { fields, .. } => keys(fields),
            Self::Tagged(tag, _) => vec![Hop::Key(tag.clone())],
            _ => Vec::new(),
        }
    }

    /// Whether nothing needs to be written for a field with this value.
    pub fn is_unsaid(&self) -> bool {
        match self {
            Self::Absent => true,
            Self::List { entries, stated } => entries.is_empty() && !stated,
            Self::Map { entries, stated } => entries.is_empty() && !stated,
            _ => false,
        }
    }

    /// The words by which an entry of a list is called: those of the fields
    /// that tell it from the others.
    pub fn keys(&self) -> Vec<&str> {
        self.called().into_iter().map(|(_, key)| key).collect()
    }

    /// The same with the fields they come from.
    pub fn called(&self) -> Vec<(&str, &str)> {
        let Self::Fields { of, fields } = self else {
            return Vec::new();
        };
        let called = KEYS.iter().find(|(name, _)| name == of);
        let mut keys = Vec::new();
        for field in called.map_or(&[][..], |(_, fields)| *fields) {
            match fields.iter().find(|(name, _)| name == field) {
                Some((_, Self::Text(text))) => keys.push((*field, text.as_str())),
                Some((_, Self::List { entries, .. })) => {
                    let texts = entries.iter().filter_map(Self::text);
                    keys.extend(texts.map(|text| (*field, text)));
                }
                _ => {}
            }
        }
        keys
    }

    /// The text, if it is one.
    pub fn text(&self) -> Option<&str> {
        match self {
            Self::Text(text) => Some(text),
            _ => None,
        }
    }

    fn stated(self) -> Self {
        match self {
            Self::List { entries, .. } => Self::List { entries, stated: true },
            Self::Map { entries, .. } => Self::Map { entries, stated: true },
            other => other,
        }
    }
}

/// The fields by which entries of lists are called, by type.
const KEYS: [(&str, &[&str]); 9] = [
    ("RawRoad", &["between"]),
    ("RawCohort", &["programme", "entry", "campus"]),
    ("RawAdmission", &["programme", "entry"]),
    ("RawDisposal", &["resource", "campus", "at", "asset"]),
    ("RawMoreUnits", &["resource", "campus"]),
    ("RawMoreTeachers", &["subject", "campus"]),
    ("RawLead", &["campus", "field", "from"]),
    ("RawMain", &["programme", "campus", "from"]),
    (
        "RawPin",
        &["programme", "entry", "option", "subject", "staff", "person", "campus", "from", "until"],
    ),
];

impl From<Value<'_>> for Node {
    fn from(value: Value<'_>) -> Self {
        match value {
            Value::Unit | Value::Option(None) => Self::Absent,
            Value::Option(Some(value)) => Self::from(*value).stated(),
            Value::Bool(bool) => Self::Bool(bool),
            Value::Number(number) => number.into(),
            Value::Char(letter) => Self::Text(letter.into()),
            Value::String(text) => Self::Text(text.into_owned()),
            Value::Bytes(bytes) => list(bytes.iter().map(|byte| Self::Count((*byte).into()))),
            Value::Seq(values) | Value::Tuple(values) => list(values.into_iter().map(Self::from)),
            Value::Map(entries) => {
                let entry = |(key, value)| (key_of(key), Self::from(value));
                Self::Map { entries: entries.into_iter().map(entry).collect(), stated: false }
            }
            Value::Struct(of) => fields(of.name.into_owned(), of.data),
            Value::Enum(of) => match of.data {
                Data::Unit => Self::Word(of.variant.into_owned()),
                data => {
                    let value = fields(String::new(), data);
                    Self::Tagged(of.variant.into_owned(), Box::new(value))
                }
            },
        }
    }
}

impl From<Number> for Node {
    fn from(number: Number) -> Self {
        match number {
            Number::U8(count) => Self::Count(count.into()),
            Number::U16(count) => Self::Count(count.into()),
            Number::U32(count) => Self::Count(count.into()),
            Number::U64(count) => Self::Count(count),
            Number::F32(number) => Self::Number(number.into()),
            Number::F64(number) => Self::Number(number),
            Number::I8(number) => whole(number.into()),
            Number::I16(number) => whole(number.into()),
            Number::I32(number) => whole(number.into()),
            Number::I64(number) => whole(number),
            // Scenarios have no other numbers.
            _ => Self::Absent,
        }
    }
}

/// A whole number, a year for instance.
#[allow(clippy::cast_precision_loss)]
fn whole(number: i64) -> Node {
    u64::try_from(number).map_or(Node::Number(number as f64), Node::Count)
}

fn list(entries: impl Iterator<Item = Node>) -> Node {
    Node::List { entries: entries.collect(), stated: false }
}

fn key_of(key: Value<'_>) -> String {
    match key {
        Value::String(key) => key.into_owned(),
        _ => String::new(),
    }
}

fn fields(of: String, data: Data<'_>) -> Node {
    match data {
        Data::Unit => Node::Absent,
        Data::NewType { value } => value.into(),
        Data::Tuple { values } => list(values.into_iter().map(Node::from)),
        Data::Struct { fields } => {
            let field = |(name, value): (std::borrow::Cow<'_, str>, _)| {
                (name.into_owned(), Node::from(value))
            };
            Node::Fields { of, fields: fields.into_iter().map(field).collect() }
        }
    }
}
