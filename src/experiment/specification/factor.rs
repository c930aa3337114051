//! What a study varies.

use super::manifest::{Distribution, FactorEntry, FactorKind, LevelEntry};
use crate::domain::{Demand, Text};
use crate::experiment::run::level::Level;
use crate::scenario::path::Path;
use crate::scenario::quantity::Quantity;
use crate::scenario::{Places, RawChange, Variation, position_of};
use crate::words::report::demand;

/// Something that is varied.
#[derive(Debug)]
pub struct Factor {
    /// Its key.
    pub key: String,
    /// Its name.
    pub name: Text,
    /// Field paths that are given the level.
    pub sets: Vec<String>,
    /// Field paths whose figures are multiplied by the level.
    pub scales: Vec<String>,
    /// Its levels.
    pub levels: Levels,
}

/// The levels of a factor.
#[derive(Debug)]
pub enum Levels {
    /// Numbers or texts.
    List(Vec<Quantity>),
    /// Numbers at equal distances.
    Range(Vec<f64>),
    /// Named bundles of changes.
    Bundles(Vec<Bundle>),
    /// Paths of the enrolment projection.
    Demand(Vec<Demand>),
    /// Draws of the enrolment projection's error: so many different ones, or
    /// one for each plan.
    Forecast(Option<u32>),
    /// Numbers drawn from a distribution.
    Drawn(Distribution),
}

/// A named bundle of changes.
#[derive(Debug)]
pub struct Bundle {
    /// Its label in rows.
    pub label: String,
    /// Its name.
    pub name: Text,
    /// The changes in order.
    pub changes: Vec<RawChange>,
}

/// What a plan has of a factor.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Choice {
    /// One of its levels.
    Level(usize),
    /// A number.
    Value(f64),
    /// A draw of the projection's error, by its seed.
    Draw(u64),
}

/// Finds places in the text of a study, where findings are told of in it.
#[derive(Clone, Copy, Debug, Default)]
pub struct Located<'t>(pub Option<&'t str>);

impl Located<'_> {
    fn places(self, path: &Path, value: &Path) -> Places {
        let find = |at: &Path| self.0.and_then(|text| position_of(text, at.as_str()));
        Places { path: find(path), value: find(value) }
    }
}

impl Levels {
    /// How many there are; none where each plan has one of its own.
    pub fn count(&self) -> Option<usize> {
        match self {
            Self::List(values) => Some(values.len()),
            Self::Range(values) => Some(values.len()),
            Self::Bundles(bundles) => Some(bundles.len()),
            Self::Demand(paths) => Some(paths.len()),
            Self::Forecast(draws) => draws.and_then(|draws| usize::try_from(draws).ok()),
            Self::Drawn(_) => None,
        }
    }
}

impl Factor {
    /// Where it stands in the file of the study.
    pub fn place(key: &str) -> Path {
        Path::field("factors").key(key)
    }

    /// The level a choice means, as rows have it. A draw of the projection has
    /// none of its own: it depends on the scenario.
    pub fn level(&self, choice: Choice) -> Option<Level> {
        match (&self.levels, choice) {
            (Levels::List(values), Choice::Level(index)) => {
                values.get(index).map(|one| match one {
                    Quantity::Number(number) => Level::Number(*number),
                    Quantity::Text(text) => Level::Label(text.clone()),
                })
            }
            (Levels::Range(values), Choice::Level(index)) => {
                values.get(index).copied().map(Level::Number)
            }
            (Levels::Bundles(bundles), Choice::Level(index)) => {
                let bundle = bundles.get(index)?;
                Some(Level::Label(bundle.label.clone()))
            }
            (Levels::Demand(paths), Choice::Level(index)) => {
                let path = paths.get(index)?;
                Some(Level::Label(path_key(*path).to_owned()))
            }
            (Levels::Drawn(_), Choice::Value(value)) => Some(Level::Number(value)),
            _ => None,
        }
    }

    /// The path of the projection a choice means, if it chooses one.
    pub fn demand(&self, choice: Choice) -> Option<Demand> {
        match (&self.levels, choice) {
            (Levels::Demand(paths), Choice::Level(index)) => paths.get(index).copied(),
            _ => None,
        }
    }

    /// Adds the changes of a choice to a variation.
    pub fn vary(&self, choice: Choice, variation: &mut Variation, located: Located<'_>) {
        let here = Self::place(&self.key);
        let levels = here.key("levels");
        match (&self.levels, choice) {
            (Levels::Bundles(bundles), Choice::Level(index)) => {
                let Some(bundle) = bundles.get(index) else {
                    return;
                };
                let changes = levels.key(&bundle.label).key("changes");
                for (index, change) in bundle.changes.iter().enumerate() {
                    let at = changes.index(index);
                    variation.change(change, located.places(&at.index(0), &at.index(1)));
                }
            }
            (Levels::List(values), Choice::Level(index)) => {
                if let Some(value) = values.get(index) {
                    self.give(value, &levels.index(index), variation, located);
                }
            }
            (Levels::Range(values), Choice::Level(index)) => {
                if let Some(value) = values.get(index) {
                    self.give(&Quantity::Number(*value), &levels, variation, located);
                }
            }
            (Levels::Drawn(_), Choice::Value(value)) => {
                self.give(&Quantity::Number(value), &levels, variation, located);
            }
            _ => {}
        }
    }

    fn give(
        &self,
        value: &Quantity,
        value_at: &Path,
        variation: &mut Variation,
        located: Located<'_>,
    ) {
        let at = |paths: &str, index: usize| {
            let path = Self::place(&self.key).key(paths).index(index);
            located.places(&path, value_at)
        };
        for (index, path) in self.sets.iter().enumerate() {
            variation.set(path, value, at("sets", index));
        }
        if let Quantity::Number(factor) = value {
            for (index, path) in self.scales.iter().enumerate() {
                variation.scale(path, *factor, at("scales", index));
            }
        }
    }

    /// What the manifest says of it.
    pub fn entry(&self) -> FactorEntry {
        let (kind, distribution) = match &self.levels {
            Levels::List(_) => (FactorKind::List, None),
            Levels::Range(_) => (FactorKind::Range, None),
            Levels::Bundles(_) => (FactorKind::Bundles, None),
            Levels::Demand(_) => (FactorKind::Demand, None),
            Levels::Forecast(_) => (FactorKind::Forecast, None),
            Levels::Drawn(one) => (FactorKind::Distribution, Some(*one)),
        };
        let levels = 0..self.levels.count().unwrap_or(0);
        let levels = levels.filter_map(|index| {
            let value = self.level(Choice::Level(index))?;
            let name = self.level_name(index, &value);
            Some(LevelEntry { value, name })
        });
        FactorEntry {
            key: self.key.clone(),
            name: self.name.clone(),
            kind,
            levels: levels.collect(),
            distribution,
        }
    }

    fn level_name(&self, index: usize, value: &Level) -> Text {
        match (&self.levels, value) {
            (Levels::Bundles(bundles), _) => bundles[index].name.clone(),
            (Levels::Demand(paths), _) => demand(paths[index]),
            (_, Level::Number(number)) => same(&number.to_string()),
            (_, Level::Label(label)) => same(label),
        }
    }
}

/// A text that is the same in both languages.
fn same(text: &str) -> Text {
    Text { zh: text.to_owned(), en: text.to_owned() }
}

/// A path of the projection, as files write it.
fn path_key(demand: Demand) -> &'static str {
    match demand {
        Demand::Low => "low",
        Demand::Likely => "likely",
        Demand::High => "high",
    }
}
