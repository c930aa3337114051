//! Resources and the options that add to them.

use crate::domain::{AssetKind, Calendar, Term, Text};
use crate::ids::{AssetId, CampusId, ResourceId, StageId};
use crate::units::{Hours, Money};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// What an amount of use is counted per.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Basis {
    /// Per class in school (classrooms).
    Class,
    /// Per student in school (canteen seats, workshop hours).
    Student,
    /// Per boarding student in school (beds).
    Boarder,
}

/// A resource 资源: one concept for all capacity.
#[derive(Clone, Debug)]
pub struct Resource {
    /// Key in the scenario file.
    pub id: String,
    /// Name for readers.
    pub name: Text,
    /// Measure word for one unit, e.g. 间 / rooms.
    pub unit: Text,
    /// What use is counted per.
    pub basis: Basis,
    /// Weekly opening hours × utilisation of one unit, when use is counted in
    /// hours a week; `None` when one unit simply serves an amount of one.
    pub hours: Option<Hours>,
    /// Use of every programme that doesn't name the resource.
    pub default_use: f64,
    /// Length of one visit to another campus, when the resource may be used
    /// from another campus; `None` when it may not. Only with `hours`.
    pub shared_visit: Option<Hours>,
    /// Cost of moving one unit to another campus; `None` when it can't move.
    pub shipping: Option<Money>,
}

impl Resource {
    /// How much use one unit can serve: hours a week, or 1.
    pub fn serves(&self) -> f64 {
        self.hours.map_or(1.0, |hours| hours.0)
    }
}

/// A building or equipment option 建设项目: adds units of a resource at a
/// campus in whole modules.
#[derive(Clone, Debug)]
pub struct BuildOption {
    /// Key in the scenario file.
    pub id: String,
    /// Name for readers.
    pub name: Text,
    /// Where it is built.
    pub campus: CampusId,
    /// What it adds.
    pub resource: ResourceId,
    /// Units a module adds.
    pub units: f64,
    /// Cost of a module, paid in the fiscal year in which work begins.
    pub cost: Money,
    /// Running cost of a module in service, per term.
    pub upkeep: Money,
    /// Terms from the beginning of the work to service.
    pub lead: u32,
    /// The first term in which work may begin.
    pub earliest: Term,
    /// Most modules.
    pub most: u32,
    /// Owner of record of what is built.
    pub owner: Text,
    /// As what kind of asset it is entered in the register.
    pub kind: AssetKind,
}

impl BuildOption {
    /// The term in which modules decided on for a stage come into service: its
    /// first or, where work cannot have been done by then, the first of the
    /// stage in which it can; `None` if there is none.
    pub fn service(&self, calendar: &Calendar, stage: StageId) -> Option<Term> {
        let earliest = self.earliest.max(calendar.first);
        let terms = calendar.terms_of(stage);
        let mut terms = terms.map(|term| calendar.term(term));
        terms.find(|term| self.begun(*term) >= earliest)
    }

    /// The term in which work on modules in service from `service` began.
    pub fn begun(&self, service: Term) -> Term {
        service.plus(-i64::from(self.lead))
    }
}

/// A declared disposal of units of a movable resource (sold, scrapped,
/// returned): the only way in which units may leave the books.
#[derive(Clone, Debug)]
pub struct Disposal {
    /// What is disposed of.
    pub resource: ResourceId,
    /// Where it stood.
    pub campus: CampusId,
    /// From the stage that begins in or after this term it is gone.
    pub at: Term,
    /// How many units.
    pub units: f64,
    /// From which line of the register, if the scenario says.
    pub asset: Option<AssetId>,
}
