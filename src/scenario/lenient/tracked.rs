//! A wrapper around any deserializer that knows the path of every value.

use super::Spot;
use super::entries::{Entries, List, Value};
use super::tracker::Tracker;
use crate::scenario::path::Path;
use serde::de::{
    DeserializeSeed, Deserializer, EnumAccess, Error, MapAccess, SeqAccess, VariantAccess, Visitor,
};
use std::fmt;

/// Anything of serde's, wrapped, with the path of the value it is about.
pub(super) struct Tracked<'t, X> {
    pub inner: X,
    pub at: Path,
    pub tracker: &'t Tracker<'t>,
    /// Whether the value is a structure, whose fields may be left out, rather
    /// than a map, whose entries may not.
    pub structure: bool,
}

impl<'t, X> Tracked<'t, X> {
    fn wrap<Y>(&self, inner: Y) -> Tracked<'t, Y> {
        Tracked { inner, at: self.at.clone(), tracker: self.tracker, structure: self.structure }
    }

    /// The wrapper around something else of the same value.
    pub fn swap<Y>(self, change: impl FnOnce(X) -> Y) -> Tracked<'t, Y> {
        Tracked {
            inner: change(self.inner),
            at: self.at,
            tracker: self.tracker,
            structure: self.structure,
        }
    }
}

impl<'t, S> Tracked<'t, Value<S>> {
    /// The wrapper of a value about to be read.
    pub fn value(seed: S, at: Path, occurrence: usize, tracker: &'t Tracker<'t>) -> Self {
        let value = Value { seed, skipped: tracker.skips(&at, occurrence) };
        Self { inner: value, at, tracker, structure: false }
    }
}

impl<'de, S: DeserializeSeed<'de>> DeserializeSeed<'de> for Tracked<'_, S> {
    type Value = S::Value;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<S::Value, D::Error> {
        let spot = Spot { path: self.at.clone(), ..Spot::default() };
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
        let list = self.wrap(List::new(access));
        self.inner.visit_seq(list)
    }

    fn visit_map<A: MapAccess<'de>>(self, access: A) -> Result<V::Value, A::Error> {
        let entries = self.wrap(Entries::new(access));
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
        let variant = Tracked { inner: variant, at, tracker, structure: false };
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
