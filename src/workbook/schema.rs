//! The format's own description of itself: what each path leads into, and the
//! text that explains it.

use crate::scenario::raw::RawScenario;
use schemars::schema_for;
use serde_json::Value;
use std::sync::OnceLock;

/// What a step leads into.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// A field of a structure.
    Field,
    /// An entry of a map.
    Key,
    /// An entry of a list.
    Entry,
}

/// A place in the format.
#[derive(Clone, Copy, Debug)]
pub struct Schema<'s> {
    root: &'s Value,
    here: &'s Value,
}

/// The scenario's.
pub fn scenario() -> Schema<'static> {
    static ROOT: OnceLock<Value> = OnceLock::new();
    let root = ROOT.get_or_init(|| schema_for!(RawScenario).to_value());
    Schema { root, here: root }
}

impl<'s> Schema<'s> {
    fn to(self, here: &'s Value) -> Self {
        Self { root: self.root, here }
    }

    /// The place itself, behind references and what may be absent.
    fn resolved(self) -> Self {
        let mut here = self.here;
        loop {
            if let Some(target) = here.get("$ref").and_then(Value::as_str) {
                let found = self.root.pointer(target.trim_start_matches('#'));
                let Some(found) = found else {
                    return self.to(here);
                };
                here = found;
                continue;
            }
            let several = here.get("anyOf").and_then(Value::as_array);
            let not_null = |one: &&Value| one.get("type").and_then(Value::as_str) != Some("null");
            let mut real = several.into_iter().flatten().filter(not_null);
            match (real.next(), real.next()) {
                (Some(only), None) => here = only,
                _ => return self.to(here),
            }
        }
    }

    /// The place one step below, and what the step is.
    pub fn step(self, name: &str) -> Option<(Step, Self)> {
        let here = self.resolved().here;
        if let Some(field) = here.get("properties").and_then(|fields| fields.get(name)) {
            return Some((Step::Field, self.to(field)));
        }
        let entry = here.get("additionalProperties").filter(|entry| entry.is_object());
        entry.map(|entry| (Step::Key, self.to(entry)))
    }

    /// An entry of the list that is here.
    pub fn entry(self) -> Option<Self> {
        let items = self.resolved().here.get("items")?;
        Some(self.to(items))
    }

    /// The entries of the map that is here.
    pub fn entries(self) -> Option<Self> {
        let entry = self.resolved().here.get("additionalProperties");
        entry.filter(|entry| entry.is_object()).map(|entry| self.to(entry))
    }

    /// The fields of the structure that is here.
    pub fn fields(self) -> Vec<(&'s str, Self)> {
        let here = self.resolved().here;
        let fields = here.get("properties").and_then(Value::as_object);
        let fields = fields.into_iter().flatten();
        fields.map(|(name, field)| (name.as_str(), self.to(field))).collect()
    }

    /// What the format says of the place.
    pub fn description(self) -> Option<&'s str> {
        let own = self.here.get("description");
        own.or_else(|| self.resolved().here.get("description")).and_then(Value::as_str)
    }
}
