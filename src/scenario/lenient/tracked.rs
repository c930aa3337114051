//! A wrapper around any deserializer that knows the path of every value.

use super::Spot;
use super::blank::Blank;
use crate::scenario::path::Path;
use serde::de::{
    Deserialize, DeserializeSeed, Deserializer, EnumAccess, Error, IgnoredAny, IntoDeserializer,
    MapAccess, SeqAccess, VariantAccess, Visitor,
};
use std::cell::RefCell;
use std::collections::BTreeSet;
use std::fmt;

/// What a walk over a text is for.
#[derive(Debug)]
enum Purpose<'a> {
    /// To read it, leaving out some values.
    Read(&'a [Spot]),
    /// To see whether it can be walked over, whatever it says.
    Pass,
    /// To fail at a spot.
    Probe(&'a Spot),
    /// To list all paths.
    List(RefCell<BTreeSet<String>>),
}

/// A walk over a text, and what came of it.
#[derive(Debug)]
pub(super) struct Tracker<'a> {
    purpose: Purpose<'a>,
    fault: RefCell<Option<Spot>>,
}

impl<'a> Tracker<'a> {
    fn new(purpose: Purpose<'a>) -> Self {
        Self {
            purpose,
            fault: RefCell::default(),
        }
    }

    /// A walk that reads all but some values, and every key once.
    pub fn reading(skipped: &'a [Spot]) -> Self {
        Self::new(Purpose::Read(skipped))
    }

    /// A walk for its own sake.
    pub fn passing() -> Self {
        Self::new(Purpose::Pass)
    }

    /// A walk that fails at a spot.
    pub fn probing(spot: &'a Spot) -> Self {
        Self::new(Purpose::Probe(spot))
    }

    /// A walk that lists all paths.
    pub fn listing() -> Self {
        Self::new(Purpose::List(RefCell::default()))
    }

    /// The deepest spot at which the walk failed.
    pub fn fault(&self) -> Option<Spot> {
        self.fault.borrow().clone()
    }

    /// The listed paths.
    pub fn into_listed(self) -> BTreeSet<String> {
        match self.purpose {
            Purpose::List(paths) => paths.into_inner(),
            _ => BTreeSet::new(),
        }
    }

    fn fail(&self, spot: Spot) {
        self.fault.borrow_mut().get_or_insert(spot);
    }

    fn reads(&self) -> bool {
        matches!(self.purpose, Purpose::Read(_))
    }

    fn skips(&self, path: &Path, occurrence: usize) -> bool {
        let Purpose::Read(skipped) = self.purpose else {
            return false;
        };
        let mut skipped = skipped.iter();
        skipped.any(|spot| spot.occurrence == occurrence && spot.path == *path)
    }

    /// Comes by a key or value: fails there if that is what the walk is for.
    fn visit<E: Error>(&self, path: &Path, occurrence: usize, key: bool) -> Result<(), E> {
        match &self.purpose {
            Purpose::List(paths) => {
                paths.borrow_mut().insert(path.to_string());
            }
            Purpose::Probe(spot)
                if spot.occurrence == occurrence && spot.key == key && spot.path == *path =>
            {
                self.fail((*spot).clone());
                return Err(E::custom("found"));
            }
            _ => {}
        }
        Ok(())
    }
}

/// Anything of serde's, wrapped, with the path of the value it is about.
pub(super) struct Tracked<'t, X> {
    inner: X,
    at: Path,
    tracker: &'t Tracker<'t>,
    /// Whether the value is a structure, whose fields may be left out, rather
    /// than a map, whose entries may not.
    structure: bool,
}

impl<'t, X> Tracked<'t, X> {
    /// The wrapper of the whole text's value.
    pub fn root(inner: X, tracker: &'t Tracker<'t>) -> Self {
        Self {
            inner,
            at: Path::default(),
            tracker,
            structure: false,
        }
    }

    fn wrap<Y>(&self, inner: Y) -> Tracked<'t, Y> {
        Tracked {
            inner,
            at: self.at.clone(),
            tracker: self.tracker,
            structure: self.structure,
        }
    }

    fn swap<Y>(self, change: impl FnOnce(X) -> Y) -> Tracked<'t, Y> {
        Tracked {
            inner: change(self.inner),
            at: self.at,
            tracker: self.tracker,
            structure: self.structure,
        }
    }
}

impl<'de, S: DeserializeSeed<'de>> DeserializeSeed<'de> for Tracked<'_, S> {
    type Value = S::Value;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<S::Value, D::Error> {
        let spot = Spot {
            path: self.at.clone(),
            ..Spot::default()
        };
        let tracker = self.tracker;
        let wrapped = self.wrap(deserializer);
        let value = self.inner.deserialize(wrapped);
        value.inspect_err(|_| tracker.fail(spot))
    }
}

macro_rules! forward {
    ($($method:ident($($arg:ident: $type:ty),*))*) => {$(
        fn $method<V: Visitor<'de>>(self, $($arg: $type,)* visitor: V) -> Result<V::Value, D::Error> {
            let visitor = self.wrap(visitor);
            self.inner.$method($($arg,)* visitor)
        }
    )*};
}

impl<'de, D: Deserializer<'de>> Deserializer<'de> for Tracked<'_, D> {
    type Error = D::Error;

    forward! {
        deserialize_any()
        deserialize_bool()
        deserialize_i8()
        deserialize_i16()
        deserialize_i32()
        deserialize_i64()
        deserialize_u8()
        deserialize_u16()
        deserialize_u32()
        deserialize_u64()
        deserialize_f32()
        deserialize_f64()
        deserialize_char()
        deserialize_str()
        deserialize_string()
        deserialize_bytes()
        deserialize_byte_buf()
        deserialize_option()
        deserialize_unit()
        deserialize_unit_struct(name: &'static str)
        deserialize_newtype_struct(name: &'static str)
        deserialize_seq()
        deserialize_tuple(len: usize)
        deserialize_tuple_struct(name: &'static str, len: usize)
        deserialize_map()
        deserialize_enum(name: &'static str, variants: &'static [&'static str])
        deserialize_identifier()
        deserialize_ignored_any()
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        name: &'static str,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, D::Error> {
        let mut visitor = self.wrap(visitor);
        visitor.structure = true;
        self.inner.deserialize_struct(name, fields, visitor)
    }
}

macro_rules! visit {
    ($($method:ident($($arg:ident: $type:ty)?))*) => {$(
        fn $method<E: Error>(self, $($arg: $type)?) -> Result<V::Value, E> {
            self.inner.$method($($arg)?)
        }
    )*};
}

impl<'de, V: Visitor<'de>> Visitor<'de> for Tracked<'_, V> {
    type Value = V::Value;

    fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.inner.expecting(out)
    }

    visit! {
        visit_bool(value: bool)
        visit_i64(value: i64)
        visit_u64(value: u64)
        visit_f64(value: f64)
        visit_str(value: &str)
        visit_borrowed_str(value: &'de str)
        visit_string(value: String)
        visit_bytes(value: &[u8])
        visit_none()
        visit_unit()
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<V::Value, D::Error> {
        let deserializer = self.wrap(deserializer);
        self.inner.visit_some(deserializer)
    }

    fn visit_newtype_struct<D: Deserializer<'de>>(
        self,
        deserializer: D,
    ) -> Result<V::Value, D::Error> {
        let deserializer = self.wrap(deserializer);
        self.inner.visit_newtype_struct(deserializer)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, access: A) -> Result<V::Value, A::Error> {
        let list = self.wrap(List { access, next: 0 });
        self.inner.visit_seq(list)
    }

    fn visit_map<A: MapAccess<'de>>(self, access: A) -> Result<V::Value, A::Error> {
        let entries = Entries {
            access,
            seen: Vec::new(),
            value: None,
        };
        let entries = self.wrap(entries);
        self.inner.visit_map(entries)
    }

    fn visit_enum<A: EnumAccess<'de>>(self, access: A) -> Result<V::Value, A::Error> {
        let access = self.wrap(access);
        self.inner.visit_enum(access)
    }
}

impl<'de, 't, A: EnumAccess<'de>> EnumAccess<'de> for Tracked<'t, A> {
    type Error = A::Error;
    type Variant = Tracked<'t, A::Variant>;

    fn variant_seed<S: DeserializeSeed<'de>>(
        self,
        seed: S,
    ) -> Result<(S::Value, Self::Variant), A::Error> {
        let (at, tracker) = (self.at, self.tracker);
        let (value, variant) = self.inner.variant_seed(seed)?;
        let variant = Tracked {
            inner: variant,
            at,
            tracker,
            structure: false,
        };
        Ok((value, variant))
    }
}

impl<'de, A: VariantAccess<'de>> VariantAccess<'de> for Tracked<'_, A> {
    type Error = A::Error;

    fn unit_variant(self) -> Result<(), A::Error> {
        self.inner.unit_variant()
    }

    fn newtype_variant_seed<S: DeserializeSeed<'de>>(self, seed: S) -> Result<S::Value, A::Error> {
        let seed = self.wrap(seed);
        self.inner.newtype_variant_seed(seed)
    }

    fn tuple_variant<V: Visitor<'de>>(self, len: usize, visitor: V) -> Result<V::Value, A::Error> {
        let visitor = self.wrap(visitor);
        self.inner.tuple_variant(len, visitor)
    }

    fn struct_variant<V: Visitor<'de>>(
        self,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, A::Error> {
        let visitor = self.wrap(visitor);
        self.inner.struct_variant(fields, visitor)
    }
}

/// A list with the index of its next element.
struct List<A> {
    access: A,
    next: usize,
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
        let value = Value {
            seed,
            skipped: self.tracker.skips(&at, 0),
        };
        let seed = Tracked {
            inner: value,
            at,
            tracker: self.tracker,
            structure: false,
        };
        let element = self.inner.access.next_element_seed(seed);
        // An element that ends too early, like 4.5 read as 4, fails only when
        // the next one is wanted.
        element.inspect_err(|_| {
            self.tracker.fail(Spot {
                path: before,
                ..Spot::default()
            });
        })
    }
}

/// A map or structure with the keys seen so far and the place of the value
/// that comes next.
struct Entries<A> {
    access: A,
    seen: Vec<Spot>,
    value: Option<Spot>,
}

impl<'de, A: MapAccess<'de>> MapAccess<'de> for Tracked<'_, Entries<A>> {
    type Error = A::Error;

    fn next_key_seed<S: DeserializeSeed<'de>>(
        &mut self,
        seed: S,
    ) -> Result<Option<S::Value>, A::Error> {
        loop {
            let before = self.inner.seen.last().cloned();
            let key = Key {
                at: &self.at,
                seen: &self.inner.seen,
                tracker: self.tracker,
            };
            let key = self.inner.access.next_key_seed(key).inspect_err(|_| {
                let spot = before.unwrap_or_else(|| Spot {
                    path: self.at.clone(),
                    ..Spot::default()
                });
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
        let value = Value {
            seed,
            skipped: self.tracker.skips(&spot.path, spot.occurrence),
        };
        let seed = Tracked {
            inner: value,
            at: spot.path.clone(),
            tracker: self.tracker,
            structure: false,
        };
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
        let spot = Spot {
            path,
            occurrence,
            key: false,
        };
        Ok((key, spot))
    }
}

impl<'de> DeserializeSeed<'de> for Key<'_, '_> {
    type Value = (String, Spot);

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        let (at, tracker) = (self.at, self.tracker);
        let key = deserializer.deserialize_any(self);
        key.inspect_err(|_| {
            tracker.fail(Spot {
                path: at.clone(),
                ..Spot::default()
            });
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
struct Value<S> {
    seed: S,
    skipped: bool,
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
