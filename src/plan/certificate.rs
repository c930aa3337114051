//! What a plan keeps of the proof of its bounds.

use schemars::JsonSchema;
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

/// Dual values of a continuous relaxation of a tier, by which `verify --bound`
/// computes a bound again without a solver.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Certificate {
    /// Which relaxation the duals are of.
    pub relaxation: Relaxation,
    /// A hash of its rows: the duals say nothing of other rows.
    pub rows: String,
    /// Dual values other than 0 by the number of their row, `3:-0.25 17:1.5`: the
    /// rows of the relaxation, then a row for each earlier tier.
    pub duals: Duals,
}

/// A relaxation of the model: nothing need be whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Relaxation {
    /// Without posts: staff are counted over all campuses together.
    AggregatedStaff,
    /// With posts.
    Posted,
}

/// Dual values other than 0 with the numbers of their rows.
#[derive(Clone, Debug, Default, PartialEq, JsonSchema)]
pub struct Duals(#[schemars(with = "String")] pub Vec<(usize, f64)>);

/// Digits of a dual value behind its first: a bound from rounded duals is as true, and
/// lower by no more than is printed.
const DIGITS: usize = 9;

impl Duals {
    /// The dual values of all rows, in order, rounded.
    pub fn of(all: &[f64]) -> Self {
        let rounded = all.iter().map(|dual| format!("{dual:.DIGITS$e}").parse().unwrap_or(0.0));
        let told = |(_, dual): &(usize, f64)| *dual != 0.0 && dual.is_finite();
        let duals = rounded.enumerate().filter(told);
        Self(duals.collect())
    }
}

impl Serialize for Duals {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let pairs: Vec<String> = self.0.iter().map(|(row, dual)| format!("{row}:{dual}")).collect();
        serializer.serialize_str(&pairs.join(" "))
    }
}

impl<'de> Deserialize<'de> for Duals {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        let pair = |part: &str| {
            let (row, dual) = part.split_once(':')?;
            let dual: f64 = dual.parse().ok()?;
            Some((row.parse().ok()?, dual)).filter(|_| dual.is_finite())
        };
        let duals = text.split_whitespace().map(|part| {
            pair(part).ok_or_else(|| de::Error::custom(format!("`{part}` is no row with its dual")))
        });
        Ok(Self(duals.collect::<Result<_, _>>()?))
    }
}
