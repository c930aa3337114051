//! What a walk over a text is for, and what it finds out.

use super::Spot;
use crate::scenario::path::Path;
use serde::de::Error;
use std::cell::RefCell;
use std::collections::BTreeSet;

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
        Self { purpose, fault: RefCell::default() }
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

    /// Notes where the walk failed; the deepest place is noted first.
    pub fn fail(&self, spot: Spot) {
        self.fault.borrow_mut().get_or_insert(spot);
    }

    /// Whether the walk reads the text.
    pub fn reads(&self) -> bool {
        matches!(self.purpose, Purpose::Read(_))
    }

    /// Whether the walk leaves out a key or value.
    pub fn skips(&self, path: &Path, occurrence: usize) -> bool {
        let Purpose::Read(skipped) = self.purpose else {
            return false;
        };
        let mut skipped = skipped.iter();
        skipped.any(|spot| spot.occurrence == occurrence && spot.path == *path)
    }

    /// Comes by a key or value: fails there if that is what the walk is for.
    pub fn visit<E: Error>(&self, path: &Path, occurrence: usize, key: bool) -> Result<(), E> {
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
