//! Short courses.

use crate::domain::{Term, Text};
use crate::ids::{CampusId, ResourceId, SubjectId};
use crate::units::{Hours, Money, Periods, Students};
use std::collections::{BTreeMap, BTreeSet};

/// A short course 短期培训, e.g. driver training: a trainee comes for one term
/// and shares vehicles, plots and instructors with the cohorts.
#[derive(Clone, Debug)]
pub struct Course {
    /// Key in the scenario file.
    pub id: String,
    /// Name for readers.
    pub name: Text,
    /// Campuses where it may be given.
    pub sites: BTreeSet<CampusId>,
    /// Trainees who would come in a term, by the term from which on; whole.
    pub demand: BTreeMap<Term, Students>,
    /// Trainees who have to be taken in a term under a contract, likewise.
    pub least: BTreeMap<Term, Students>,
    /// Hours of a resource that one trainee uses over the whole course; only
    /// of resources with hours.
    pub hours: BTreeMap<ResourceId, Hours>,
    /// Units of a resource that one trainee takes up during the term; only of
    /// resources without hours.
    pub uses: BTreeMap<ResourceId, f64>,
    /// Periods of instruction for one trainee over the whole course, by
    /// subject: where a group is taught together, its periods divided by its
    /// size.
    pub periods: BTreeMap<SubjectId, Periods>,
    /// Fee of one trainee; it counts as income and lowers the cost tier.
    pub fee: Money,
    /// Cost of one trainee: fuel, seed, examination.
    pub cost: Money,
}

impl Course {
    /// Trainees who would come in a term.
    pub fn demanded(&self, term: Term) -> Students {
        in_force(&self.demand, term)
    }

    /// Trainees who have to be taken in a term.
    pub fn contracted(&self, term: Term) -> Students {
        in_force(&self.least, term)
    }

    /// Use of each resource by one trainee in a term of `weeks` teaching
    /// weeks, in the resource's own measure: hours a week, or units.
    pub fn weekly_uses(&self, weeks: f64) -> impl Iterator<Item = (ResourceId, f64)> + use<'_> {
        let hours = self.hours.iter();
        let hours = hours.map(move |(resource, hours)| (*resource, hours.0 / weeks));
        let units = self.uses.iter().map(|(resource, units)| (*resource, *units));
        hours.chain(units)
    }

    /// Weekly periods of each subject that one trainee needs in a term of
    /// `weeks` teaching weeks.
    pub fn weekly_periods(&self, weeks: f64) -> impl Iterator<Item = (SubjectId, f64)> + use<'_> {
        let periods = self.periods.iter();
        periods.map(move |(subject, periods)| (*subject, periods.0 / weeks))
    }
}

/// The figure that holds in a term: the last that begins by then.
pub fn in_force(figures: &BTreeMap<Term, Students>, term: Term) -> Students {
    let begun = figures.range(..=term).next_back();
    begun.map_or(Students::ZERO, |(_, figure)| *figure)
}
