//! Reads the keys of a plan as ids of the scenario.

use super::holdings::{Entry, Held};
use super::ledger::{At, Tally};
use crate::domain::{Origin, Scenario, Term, Text};
use crate::ids::{
    AssetId, CampusId, CohortId, CourseId, FeederId, GroupId, OptionId, ProgrammeId, ResourceId,
    StageId, SubjectId, TermId,
};
use crate::plan::TermKey;
use crate::words::violations as words;
use std::collections::{BTreeMap, BTreeSet};

/// Largest amount that can be meant.
pub(super) const LARGEST: f64 = 1e12;

/// Ids by key.
pub(super) struct Keys<'a> {
    pub(super) resources: BTreeMap<&'a str, ResourceId>,
    pub(super) subjects: BTreeMap<&'a str, SubjectId>,
    pub(super) campuses: BTreeMap<&'a str, CampusId>,
    pub(super) programmes: BTreeMap<&'a str, ProgrammeId>,
    pub(super) options: BTreeMap<&'a str, OptionId>,
    pub(super) groups: BTreeMap<&'a str, GroupId>,
    pub(super) assets: BTreeMap<&'a str, AssetId>,
    pub(super) courses: BTreeMap<&'a str, CourseId>,
    pub(super) feeders: BTreeMap<&'a str, FeederId>,
    pub(super) cohorts: BTreeMap<(ProgrammeId, Term, Option<CampusId>), CohortId>,
}

impl<'a> Keys<'a> {
    pub(super) fn new(scenario: &'a Scenario) -> Self {
        fn by_key<'a, I: From<usize>>(
            keys: impl Iterator<Item = &'a String>,
        ) -> BTreeMap<&'a str, I> {
            let keys = keys.enumerate();
            keys.map(|(index, key)| (key.as_str(), I::from(index))).collect()
        }
        Self {
            resources: by_key(scenario.resources.iter().map(|noun| &noun.id)),
            subjects: by_key(scenario.subjects.iter().map(|noun| &noun.id)),
            campuses: by_key(scenario.campuses.iter().map(|noun| &noun.id)),
            programmes: by_key(scenario.programmes.iter().map(|noun| &noun.id)),
            options: by_key(scenario.options.iter().map(|noun| &noun.id)),
            groups: by_key(scenario.staff.iter().map(|noun| &noun.id)),
            assets: by_key(scenario.assets.iter().map(|noun| &noun.id)),
            courses: by_key(scenario.courses.iter().map(|noun| &noun.id)),
            feeders: by_key(
                scenario.enrolment.iter().flat_map(|one| &one.feeders).map(|noun| &noun.id),
            ),
            cohorts: cohorts(scenario),
        }
    }
}

/// Resolves references and tells those that can't be.
pub(crate) struct Reader<'a, 'l> {
    pub(super) scenario: &'a Scenario,
    pub(super) keys: Keys<'a>,
    pub(super) tally: Tally<'l>,
    pub(super) seen: BTreeSet<(String, String)>,
}

macro_rules! nouns {
    ($($(#[$doc:meta])* $noun:ident: $list:ident -> $id:ty),* $(,)?) => {$(
        $(#[$doc])*
        pub(super) fn $noun(&mut self, path: &str, key: &str) -> Option<$id> {
            let found = self.keys.$list.get(key).copied();
            self.told(path, found, || words::unknown(key))
        }
    )*};
}

impl Reader<'_, '_> {
    nouns! {
        /// A resource by its key.
        resource: resources -> ResourceId,
        /// A subject by its key.
        subject: subjects -> SubjectId,
        /// A campus by its key.
        campus: campuses -> CampusId,
        /// A programme by its key.
        programme: programmes -> ProgrammeId,
        /// An option by its key.
        option: options -> OptionId,
        /// A staff group by its key.
        group: groups -> GroupId,
        /// A line of the register by its number.
        asset: assets -> AssetId,
        /// A short course by its key.
        course: courses -> CourseId,
        /// A feeder school by its key.
        feeder: feeders -> FeederId,
    }

    /// A cohort by programme, entry and campus today.
    pub(crate) fn cohort(
        &mut self,
        path: &str,
        programme: &str,
        entry: TermKey,
        campus_today: Option<&str>,
    ) -> Option<CohortId> {
        let programme_id = self.programme(path, programme)?;
        let campus = match campus_today {
            None => None,
            Some(key) => Some(self.campus(path, key)?),
        };
        let found = self.keys.cohorts.get(&(programme_id, entry.0, campus));
        let found = found.copied();
        let key = || format!("{programme} {entry} {}", campus_today.unwrap_or("–"));
        self.told(path, found, || words::no_cohort(&key()))
    }

    /// A class found by its name.
    pub(crate) fn class(&mut self, path: &str, key: &str, found: Option<usize>) -> Option<usize> {
        self.told(path, found, || words::unknown_class(key))
    }

    /// A term of the horizon.
    pub(crate) fn term(&mut self, path: &str, key: TermKey) -> Option<TermId> {
        let found = self.scenario.calendar.find(key.0);
        self.told(path, found, || words::outside(&key.to_string()))
    }

    /// A stage by its first term.
    pub(crate) fn stage(&mut self, path: &str, key: TermKey) -> Option<StageId> {
        let found = self.scenario.calendar.stage_starting(key.0);
        self.told(path, found, || words::no_stage(&key.to_string()))
    }

    /// An amount: finite, not negative and not beyond all measure.
    pub(crate) fn amount(&mut self, path: &str, value: f64) -> Option<f64> {
        let found = Some(value).filter(|value| (0.0..=LARGEST).contains(value));
        self.told(path, found, || words::no_amount(&words::number(value)))
    }

    /// A line that is neither of the register nor bought, or both.
    pub(crate) fn no_entry(&mut self, path: &str) {
        self.told::<()>(path, None, words::no_entry);
    }

    /// Every line of the register is among those of the plan.
    pub(crate) fn all_assets(&mut self, held: &[Held]) {
        for (id, asset) in self.scenario.assets.iter_enumerated() {
            let there = held.iter().any(|one| one.entry == Entry::Registered(id));
            let at = At::new(&[&asset.name], None);
            self.tally.holds(&at, there, words::absent);
        }
    }

    /// Whether the key of an entry of a list comes for the first time.
    pub(crate) fn fresh(&mut self, list: &str, path: &str, key: &str) -> Option<()> {
        let fresh = self.seen.insert((list.to_owned(), key.to_owned()));
        self.told(path, fresh.then_some(()), words::twice)
    }

    /// Lists a missed rule of the plan.
    pub(crate) fn missed(&mut self, path: &str, missed: &crate::plan::MissedRule) {
        if let Some(amount) = self.amount(path, missed.amount) {
            let key = (missed.rule, missed.place.clone(), missed.term.map(|term| term.0));
            let fresh = self.tally.list_missed(key, amount);
            self.told(path, fresh.then_some(()), words::twice);
        }
    }

    /// Tells what cannot be found.
    pub(crate) fn told<T>(
        &mut self,
        path: &str,
        found: Option<T>,
        what: impl FnOnce() -> Text,
    ) -> Option<T> {
        self.tally.holds(&At::path(path), found.is_some(), what);
        found
    }
}

/// Cohorts by programme, entry and campus today.
fn cohorts(scenario: &Scenario) -> BTreeMap<(ProgrammeId, Term, Option<CampusId>), CohortId> {
    let key = |(id, cohort): (CohortId, &crate::domain::Cohort)| {
        let campus = match cohort.origin {
            Origin::Existing { campus, .. } => Some(campus),
            Origin::Future { .. } => None,
        };
        ((cohort.programme, cohort.entry, campus), id)
    };
    scenario.cohorts.iter_enumerated().map(key).collect()
}
