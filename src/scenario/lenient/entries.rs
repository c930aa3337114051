//! Lists and maps of a wrapped deserializer: where paths grow, keys that come
//! twice show, and values are left out.

use super::Spot;
use super::blank::Blank;
use super::tracked::Tracked;
use super::tracker::Tracker;
use crate::scenario::path::Path;
use serde::de::{
    Deserialize, DeserializeSeed, Deserializer, Error, IgnoredAny, IntoDeserializer, MapAccess,
    SeqAccess, Visitor,
};
use std::fmt;

/// A list with the index of its next element.
pub(super) struct List<A> {
    access: A,
    next: usize,
}

impl<A> List<A> {
    pub fn new(access: A) -> Self {
        Self { access, next: 0 }
    }
}

impl<'de, A: SeqAccess<'de>> SeqAccess<'de> for Tracked<'_, List<A>> {
    type Error = A::Error;

    fn next_element_seed<S: DeserializeSeed<'de>>(
        &mut self,
        seed: S,
    ) -> Result<Option<S::Value>, A::Error> {
        let at = self.at.index(self.inner.next);
        let before = self.inner.next.checked_sub(1);
        let before = before.map_or_else(|| self.at.clone(), |index| self.at.index(index));
        self.inner.next += 1;
        let seed = Tracked::value(seed, at, 0, self.tracker);
        let element = self.inner.access.next_element_seed(seed);
        // An element that ends too early, like 4.5 read as 4, fails only when
        // the next one is wanted.
        element.inspect_err(|_| {
            self.tracker.fail(Spot { path: before, ..Spot::default() });
        })
    }
}

/// A map or structure with the keys seen so far and the place of the value
/// that comes next.
pub(super) struct Entries<A> {
    access: A,
    seen: Vec<Spot>,
    value: Option<Spot>,
}

impl<A> Entries<A> {
    pub fn new(access: A) -> Self {
        Self { access, seen: Vec::new(), value: None }
    }
}

impl<'de, A: MapAccess<'de>> MapAccess<'de> for Tracked<'_, Entries<A>> {
    type Error = A::Error;

    fn next_key_seed<S: DeserializeSeed<'de>>(
        &mut self,
        seed: S,
    ) -> Result<Option<S::Value>, A::Error> {
        loop {
            let before = self.inner.seen.last().cloned();
            let key = Key { at: &self.at, seen: &self.inner.seen, tracker: self.tracker };
            let key = self.inner.access.next_key_seed(key).inspect_err(|_| {
                let spot =
                    before.unwrap_or_else(|| Spot { path: self.at.clone(), ..Spot::default() });
                self.tracker.fail(spot);
            })?;
            let Some((key, spot)) = key else {
                return Ok(None);
            };
            self.inner.seen.push(spot.clone());
            let skipped = self.tracker.skips(&spot.path, spot.occurrence);
            if skipped && (self.structure || spot.occurrence > 0) {
                self.inner.access.next_value::<IgnoredAny>()?;
                continue;
            }
            if spot.occurrence > 0 && self.tracker.reads() {
                self.tracker.fail(Spot { key: true, ..spot });
                return Err(A::Error::custom(DUPLICATE));
            }
            self.inner.value = Some(spot.clone());
            let read = seed.deserialize(key.into_deserializer());
            let read: Result<S::Value, A::Error> = read;
            return read.map(Some).inspect_err(|_| {
                self.tracker.fail(Spot { key: true, ..spot });
            });
        }
    }

    fn next_value_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<S::Value, A::Error> {
        let spot = self.inner.value.take().unwrap_or_default();
        let seed = Tracked::value(seed, spot.path.clone(), spot.occurrence, self.tracker);
        let value = self.inner.access.next_value_seed(seed);
        value.inspect_err(|_| self.tracker.fail(spot))
    }
}

/// What the parser is made to say about a key that comes twice.
pub(in crate::scenario) const DUPLICATE: &str = "duplicate";
/// What the parser expects of a key.
pub(in crate::scenario) const KEY: &str = "a key in quotes";

/// Reads a key as text, and says where it stands.
struct Key<'k, 't> {
    at: &'k Path,
    seen: &'k [Spot],
    tracker: &'t Tracker<'t>,
}

impl Key<'_, '_> {
    fn read<E: Error>(self, key: String) -> Result<(String, Spot), E> {
        let path = self.at.key(&key);
        let same = |spot: &&Spot| spot.path == path;
        let occurrence = self.seen.iter().filter(same).count();
        self.tracker.visit(&path, occurrence, true)?;
        let spot = Spot { path, occurrence, key: false };
        Ok((key, spot))
    }
}

impl<'de> DeserializeSeed<'de> for Key<'_, '_> {
    type Value = (String, Spot);

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        let (at, tracker) = (self.at, self.tracker);
        let key = deserializer.deserialize_any(self);
        key.inspect_err(|_| {
            tracker.fail(Spot { path: at.clone(), ..Spot::default() });
        })
    }
}

impl Visitor<'_> for Key<'_, '_> {
    type Value = (String, Spot);

    fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(KEY)
    }

    fn visit_str<E: Error>(self, key: &str) -> Result<Self::Value, E> {
        self.read(key.to_owned())
    }

    // A year may stand without quotes.
    fn visit_u64<E: Error>(self, key: u64) -> Result<Self::Value, E> {
        self.read(key.to_string())
    }
}

/// A value about to be read, or to be left out.
pub(super) struct Value<S> {
    pub seed: S,
    pub skipped: bool,
}

impl<'de, S: DeserializeSeed<'de>> DeserializeSeed<'de> for Tracked<'_, Value<S>> {
    type Value = S::Value;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<S::Value, D::Error> {
        let skipped = self.inner.skipped;
        let seed = self.swap(|value| value.seed);
        seed.tracker.visit(&seed.at, 0, false)?;
        if skipped {
            IgnoredAny::deserialize(deserializer)?;
            return seed.inner.deserialize(Blank::new());
        }
        seed.deserialize(deserializer)
    }
}
