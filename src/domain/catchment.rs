//! Rule Catchment: which feeder school's pupils enter at which campus, and how
//! they get there.

use crate::domain::{Enforcement, Journey, Road, Scenario, Term};
use crate::ids::{CampusId, CohortId, FeederId, ProgrammeId};
use crate::units::{Kilometres, Minutes, Money, Students};
use std::collections::{BTreeMap, BTreeSet};

/// Parameters of rule Catchment.
#[derive(Clone, Debug, Default)]
pub struct CatchmentRule {
    /// Hard, or the price of each bus seat missing in a term.
    pub enforce: Enforcement,
    /// Zones; of several that cover the same pupils the first counts, and only
    /// the last one, which the scenario does not write, covers pupils of
    /// another.
    pub zones: Vec<Zone>,
    /// Longest way of a day pupil, one way.
    pub longest: (Option<Kilometres>, Option<Minutes>),
    /// Whether those with a longer way board. They can't be there otherwise.
    pub boarding: bool,
    /// Up to which distance day pupils need no bus.
    pub walk: Kilometres,
    /// School buses. A campus without an entry has as many as it takes and
    /// they cost nothing.
    pub buses: BTreeMap<CampusId, Buses>,
}

/// Pupils of some feeder schools in some programmes with the campuses at which
/// they may enter.
#[derive(Clone, Debug, Default)]
pub struct Zone {
    /// Feeder schools.
    pub feeders: BTreeSet<FeederId>,
    /// Programmes, each taught at one of the campuses.
    pub programmes: BTreeSet<ProgrammeId>,
    /// The campuses.
    pub campuses: BTreeSet<CampusId>,
    /// Whether all pupils of a feeder school in a programme enter at one
    /// campus.
    pub whole: bool,
    /// First and last term of entry.
    pub entries: Option<(Term, Term)>,
}

impl Zone {
    /// Whether it covers the pupils of a feeder school who enter a programme
    /// in a term.
    #[must_use]
    pub fn covers(&self, programme: ProgrammeId, feeder: FeederId, entry: Term) -> bool {
        self.covers_entry(programme, entry) && self.feeders.contains(&feeder)
    }

    /// Whether it covers pupils who enter a programme in a term.
    #[must_use]
    pub fn covers_entry(&self, programme: ProgrammeId, entry: Term) -> bool {
        let within = |(first, last)| (first..=last).contains(&entry);
        self.programmes.contains(&programme) && self.entries.is_none_or(within)
    }
}

/// The school buses of a campus.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Buses {
    /// Seats for day pupils; no limit without.
    pub seats: Option<Students>,
    /// Cost of a pupil who rides, per term.
    pub per_pupil: Money,
    /// Cost of a route from a feeder school, per term.
    pub per_route: Money,
    /// Cost of each kilometre of a route one way, per term.
    pub per_km: Money,
}

impl Buses {
    /// Cost of a route over a road, per term.
    #[must_use]
    pub fn route(&self, road: Road) -> Money {
        self.per_route + self.per_km * road.length.0
    }
}

impl CatchmentRule {
    /// The zone, with its index, that covers the pupils of a feeder school who
    /// enter a programme in a term.
    #[must_use]
    pub fn zone(
        &self,
        programme: ProgrammeId,
        feeder: FeederId,
        entry: Term,
    ) -> Option<(usize, &Zone)> {
        let mut zones = self.zones.iter().enumerate();
        zones.find(|(_, zone)| zone.covers(programme, feeder, entry))
    }

    /// Whether a way is too long for a day pupil.
    #[must_use]
    pub fn too_long(&self, road: Road) -> bool {
        let (length, time) = self.longest;
        length.is_some_and(|most| road.length.0 > most.0)
            || time.is_some_and(|most| road.time.0 > most.0)
    }
}

impl Scenario {
    /// The rule, where it keeps the pupils of a cohort apart by feeder school.
    #[must_use]
    pub fn catchment_of(&self, cohort: CohortId) -> Option<&CatchmentRule> {
        let rule = self.rules.catchment.as_ref();
        rule.filter(|_| self.cohorts[cohort].by_feeder)
    }

    /// The way from a feeder school to a campus, where it is known.
    #[must_use]
    pub fn way(&self, feeder: FeederId, campus: CampusId) -> Option<Road> {
        let enrolment = self.enrolment.as_ref()?;
        enrolment.feeders[feeder].roads.get(&campus).copied()
    }

    /// The way between home and a campus of a pupil of a feeder school in a
    /// programme in a teaching week, there and back; nothing where it is not
    /// known.
    #[must_use]
    pub fn journey_from(
        &self,
        programme: ProgrammeId,
        feeder: FeederId,
        campus: CampusId,
    ) -> Journey {
        let journeys = self.enrolment.as_ref().map(|one| one.journeys);
        let Some((journeys, way)) = journeys.zip(self.way(feeder, campus)) else {
            return Journey::default();
        };
        let board = self.boarders_from(programme, feeder, campus).unwrap_or(1.0);
        let times = 2.0 * (board * journeys.boarder + (1.0 - board) * journeys.day);
        Journey { length: way.length * times, time: way.time * times }
    }

    /// Share of the pupils of a feeder school in a programme who board at a
    /// campus, 0 to 1; `None` where they can't go.
    #[must_use]
    pub fn boarders_from(
        &self,
        programme: ProgrammeId,
        feeder: FeederId,
        campus: CampusId,
    ) -> Option<f64> {
        let rule = self.rules.catchment.as_ref();
        let way = self.way(feeder, campus);
        let too_long = rule.zip(way).is_some_and(|(rule, way)| rule.too_long(way));
        if too_long {
            return rule.is_some_and(|rule| rule.boarding).then_some(1.0);
        }
        let feeder = self.enrolment.as_ref().map(|one| &one.feeders[feeder]);
        let own = feeder.and_then(|feeder| feeder.boarding);
        Some(own.unwrap_or(self.programmes[programme].boarding))
    }
}
