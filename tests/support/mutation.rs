//! Changes of a plan file, one leaf or one line at a time.

use serde_json::{Map, Value, json};
use std::collections::BTreeMap;

/// Most leaves of a place and lines of a list that are changed: where there are
/// more, these many, spread evenly, with the first and the last.
const MOST: usize = 5;

/// A changed file.
pub struct Mutation<'a> {
    /// The place, without indices and terms: `classes[].seats[].from`.
    pub place: &'a str,
    /// What is done there.
    pub kind: &'static str,
    /// The place with its indices.
    pub pointer: &'a str,
    /// The file.
    pub file: &'a Value,
}

/// Pointers and values by place.
type Places = BTreeMap<String, (Vec<String>, Vec<Value>)>;

/// Every change of a file, handed over one by one.
pub fn each(file: &Value, mut look: impl FnMut(&Mutation)) {
    let mut places = Places::new();
    let root = (String::new(), String::new());
    walk(file, root, &mut |place, pointer, value| {
        let (pointers, values) = places.entry(place.to_owned()).or_default();
        pointers.push(pointer.to_owned());
        if !values.contains(value) {
            values.push(value.clone());
        }
    });
    let mut work = file.clone();
    for (place, (pointers, values)) in &places {
        for pointer in spread(pointers.len()).map(|index| &pointers[index]) {
            let now = file.pointer(pointer).expect("a place");
            for (kind, changed) in changes(now, values) {
                *work.pointer_mut(pointer).expect("a place") = changed;
                look(&Mutation { place, kind, pointer, file: &work });
            }
            work.pointer_mut(pointer).expect("a place").clone_from(now);
        }
    }
}

/// Positions in a list of so many.
fn spread(length: usize) -> impl Iterator<Item = usize> {
    let taken = length.min(MOST);
    (0..taken).map(move |one| if taken < 2 { 0 } else { one * (length - 1) / (taken - 1) })
}

fn walk(
    value: &Value,
    (place, pointer): (String, String),
    look: &mut impl FnMut(&str, &str, &Value),
) {
    look(&place, &pointer, value);
    match value {
        Value::Array(all) => {
            for (index, one) in all.iter().enumerate() {
                let path = (format!("{place}[]"), format!("{pointer}/{index}"));
                walk(one, path, look);
            }
        }
        Value::Object(fields) => {
            for (key, one) in fields {
                let name = if is_term(key) { "*" } else { key };
                let dot = if place.is_empty() { "" } else { "." };
                let path = (format!("{place}{dot}{name}"), format!("{pointer}/{key}"));
                walk(one, path, look);
            }
        }
        _ => {}
    }
}

fn is_term(key: &str) -> bool {
    key.ends_with("-spring") || key.ends_with("-autumn")
}

/// What is made of a value: others of the same place, a little more or less,
/// nothing, far too much; of a list, a line dropped, doubled, or out of order.
fn changes(now: &Value, alike: &[Value]) -> Vec<(&'static str, Value)> {
    let mut changes = match now {
        Value::Null => vec![("number", json!(0.5)), ("text", json!("x")), ("true", json!(true))],
        Value::Bool(now) => vec![("other", json!(!now))],
        Value::Number(number) => numbers(number),
        Value::String(text) => vec![("text", json!(format!("{text}x"))), ("empty", json!(""))],
        Value::Array(all) => lists(all),
        Value::Object(fields) => objects(fields),
    };
    if !now.is_null() {
        changes.push(("none", Value::Null));
    }
    let leaf = !now.is_array() && !now.is_object();
    let others = alike.iter().filter(|one| leaf && differ(one, now)).take(2);
    changes.extend(others.map(|other| ("other", other.clone())));
    changes
}

/// Whether two values differ by more than roundings of the same figure.
fn differ(one: &Value, other: &Value) -> bool {
    match (one.as_f64(), other.as_f64()) {
        (Some(one), Some(other)) => (one - other).abs() > 1e-9 * one.abs().max(1.0),
        _ => one != other,
    }
}

fn numbers(number: &serde_json::Number) -> Vec<(&'static str, Value)> {
    if let Some(whole) = number.as_i64().filter(|_| number.is_i64() || number.is_u64()) {
        return vec![
            ("more", json!(whole + 1)),
            ("less", json!(whole - 1)),
            ("huge", json!(u32::MAX)),
        ];
    }
    let value = number.as_f64().expect("a number");
    vec![
        ("little more", json!(value + 0.006)),
        ("little less", json!(value - 0.006)),
        ("more", json!(value + 1.0)),
        ("less", json!(value - 1.0)),
        ("huge", json!(1e300)),
        ("opposite", json!(-1.0 - value)),
    ]
}

fn lists(all: &[Value]) -> Vec<(&'static str, Value)> {
    let mut changes = Vec::new();
    for index in spread(all.len()) {
        let mut fewer = all.to_vec();
        fewer.remove(index);
        changes.push(("line dropped", Value::Array(fewer)));
        let mut twice = all.to_vec();
        twice.insert(index, all[index].clone());
        changes.push(("line twice", Value::Array(twice)));
        if index + 1 < all.len() {
            let mut swapped = all.to_vec();
            swapped.swap(index, index + 1);
            changes.push(("order", Value::Array(swapped)));
        }
        if let Some(zero) = zero(&all[index]) {
            let mut more = all.to_vec();
            more.push(zero);
            changes.push(("line of nothing", Value::Array(more)));
        }
    }
    changes
}

/// Keys of amounts.
const AMOUNTS: [&str; 10] = [
    "amount",
    "amount_wan_yuan",
    "available",
    "hours_per_week",
    "modules",
    "people",
    "periods_per_week",
    "trainees",
    "units",
    "used",
];

/// A line like another, a year later, with amounts of nothing.
fn zero(line: &Value) -> Option<Value> {
    let mut fields = line.as_object()?.clone();
    let mut found = false;
    for (key, value) in &mut fields {
        if AMOUNTS.contains(&key.as_str()) {
            *value = json!(0);
            found = true;
        } else if key == "fiscal_year" {
            *value = json!(value.as_i64()? + 1);
        } else if let Some((year, season)) = value.as_str().and_then(|text| text.split_once('-'))
            && let Ok(year) = year.parse::<i32>()
        {
            *value = json!(format!("{}-{season}", year + 1));
        }
    }
    found.then_some(Value::Object(fields))
}

fn objects(fields: &Map<String, Value>) -> Vec<(&'static str, Value)> {
    let terms = fields.keys().filter(|key| is_term(key));
    terms
        .map(|key| {
            let mut fewer = fields.clone();
            fewer.remove(key);
            ("term dropped", Value::Object(fewer))
        })
        .collect()
}
