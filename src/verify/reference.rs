//! The plan refers only to what the scenario has, and is whole.
//!
//! Every key is known, every term lies in the horizon and starts a stage where
//! it must, every amount is finite and not negative, nothing comes twice and
//! nothing is missing. What can't be resolved is told and left out.

use super::ledger::{At, Ledger, Sides, Tally, join, same};
use super::register::{Entry, Held};
use super::{Check, facts::Facts, options, resolve};
use crate::domain::{Scenario, Term, Text};
use crate::ids::{
    AssetId, CampusId, CohortId, CourseId, GroupId, OptionId, ProgrammeId, ResourceId, StageId,
    SubjectId, TermId,
};
use crate::plan::{FORMAT, Plan, TermKey};
use crate::words::violations as words;
use std::collections::{BTreeMap, BTreeSet};

/// Largest amount that can be meant.
const LARGEST: f64 = 1e12;

/// Checks all references of a plan and gives what could be resolved.
pub(super) fn check<'a>(scenario: &'a Scenario, plan: &'a Plan, ledger: &mut Ledger) -> Facts<'a> {
    let mut reader = Reader {
        scenario,
        keys: Keys::new(scenario),
        tally: ledger.of(Check::Reference),
        seen: BTreeSet::new(),
    };
    header(&mut reader, plan);
    let facts = resolve::facts(&mut reader, plan);
    whole(&mut reader, &facts);
    names(&mut reader, &facts);
    facts
}

fn header(reader: &mut Reader, plan: &Plan) {
    let format = Sides::counted(words::stated(), words::due(), words::format());
    let (stated, due) = (f64::from(plan.format), f64::from(FORMAT));
    reader.tally.equal(&At::path("format"), &format, stated, due);
    let same_scenario = plan.scenario.sha256 == reader.scenario.hash;
    let at = At::path("scenario.sha256");
    reader.tally.holds(&at, same_scenario, words::other_scenario);
    // A scenario that is one file can't tell what it was put together from.
    let lineage = reader.scenario.lineage.as_ref();
    let same_lineage = lineage.is_none() || lineage == plan.scenario.lineage.as_ref();
    let at = At::path("scenario.lineage");
    reader.tally.holds(&at, same_lineage, words::other_lineage);
    let title = reader.scenario.name.get(reader.scenario.language);
    let at = At::path("scenario.name");
    (reader.tally).holds(&at, plan.scenario.name == title, words::other_title);
    options::check(plan, &mut reader.tally);
}

/// Every campus and stage, and every cohort to be admitted, has its entry.
fn whole(reader: &mut Reader, facts: &Facts) {
    let calendar = &facts.scenario.calendar;
    let has = |list: &str, key: &str, term: Term| {
        let key = (list.to_owned(), format!("{key} {term}"));
        reader.seen.contains(&key)
    };
    let mut absent = Vec::new();
    for campus in &facts.scenario.campuses {
        for stage in calendar.stage_ids() {
            let start = calendar.start(stage);
            let at = At::new(&[&campus.name], Some(start));
            absent.push((at, has("campuses", &campus.id, start)));
        }
    }
    for (id, cohort) in facts.scenario.cohorts.iter_enumerated() {
        if !cohort.exists() {
            let programme = facts.scenario.programme_of(id);
            let at = At::new(&[&programme.name], Some(cohort.entry));
            absent.push((at, has("admissions", &programme.id, cohort.entry)));
        }
    }
    for (at, present) in absent {
        reader.tally.holds(&at, present, words::absent);
    }
}

/// Classes are called 07机械1班, 07机械2班, … over a programme and entry year.
fn names(reader: &mut Reader, facts: &Facts) {
    let mut groups: BTreeMap<(ProgrammeId, i32), Vec<&str>> = BTreeMap::new();
    for class in &facts.classes {
        let key = (facts.programme(class), class.path.entry.0.year);
        groups.entry(key).or_default().push(&class.path.name);
    }
    for ((programme, year), names) in groups {
        let programme = &facts.scenario.programmes[programme];
        let (year, total) = (year.rem_euclid(100), names.len());
        let names: BTreeSet<&str> = names.into_iter().collect();
        for number in 1..=total {
            let expected = format!("{year:02}{}{number}班", programme.label.zh);
            let at = At::new(&[&programme.name], None);
            let found = names.contains(expected.as_str());
            reader.tally.holds(&at, found, || words::class_names(&expected));
        }
    }
}

/// Ids by key.
struct Keys<'a> {
    resources: BTreeMap<&'a str, ResourceId>,
    subjects: BTreeMap<&'a str, SubjectId>,
    campuses: BTreeMap<&'a str, CampusId>,
    programmes: BTreeMap<&'a str, ProgrammeId>,
    options: BTreeMap<&'a str, OptionId>,
    groups: BTreeMap<&'a str, GroupId>,
    assets: BTreeMap<&'a str, AssetId>,
    courses: BTreeMap<&'a str, CourseId>,
    cohorts: BTreeMap<(ProgrammeId, Term, Option<CampusId>), CohortId>,
}

impl<'a> Keys<'a> {
    fn new(scenario: &'a Scenario) -> Self {
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
            cohorts: resolve::cohorts(scenario),
        }
    }
}

/// Resolves references and tells those that can't be.
pub(super) struct Reader<'a, 'l> {
    pub(super) scenario: &'a Scenario,
    keys: Keys<'a>,
    tally: Tally<'l>,
    seen: BTreeSet<(String, String)>,
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
    }

    /// A cohort by programme, entry and campus today.
    pub(super) fn cohort(
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
    pub(super) fn class(&mut self, path: &str, key: &str, found: Option<usize>) -> Option<usize> {
        self.told(path, found, || words::unknown_class(key))
    }

    /// A term of the horizon.
    pub(super) fn term(&mut self, path: &str, key: TermKey) -> Option<TermId> {
        let found = self.scenario.calendar.find(key.0);
        self.told(path, found, || words::outside(&key.to_string()))
    }

    /// A stage by its first term.
    pub(super) fn stage(&mut self, path: &str, key: TermKey) -> Option<StageId> {
        let found = self.scenario.calendar.stage_starting(key.0);
        self.told(path, found, || words::no_stage(&key.to_string()))
    }

    /// An amount: finite, not negative and not beyond all measure.
    pub(super) fn amount(&mut self, path: &str, value: f64) -> Option<f64> {
        let found = Some(value).filter(|value| (0.0..=LARGEST).contains(value));
        self.told(path, found, || words::no_amount(&words::number(value)))
    }

    /// A line that is neither of the register nor bought, or both.
    pub(super) fn no_entry(&mut self, path: &str) {
        self.told::<()>(path, None, words::no_entry);
    }

    /// Every line of the register is among those of the plan.
    pub(super) fn all_assets(&mut self, held: &[Held]) {
        for (id, asset) in self.scenario.assets.iter_enumerated() {
            let there = held.iter().any(|one| one.entry == Entry::Registered(id));
            let at = At::new(&[&asset.name], None);
            self.tally.holds(&at, there, words::absent);
        }
    }

    /// Whether the key of an entry of a list comes for the first time.
    pub(super) fn fresh(&mut self, list: &str, path: &str, key: &str) -> Option<()> {
        let fresh = self.seen.insert((list.to_owned(), key.to_owned()));
        self.told(path, fresh.then_some(()), words::twice)
    }

    /// Lists a missed rule of the plan.
    pub(super) fn missed(&mut self, path: &str, missed: &crate::plan::MissedRule) {
        if let Some(amount) = self.amount(path, missed.amount) {
            let key = (missed.rule, missed.place.clone(), missed.term.map(|term| term.0));
            let fresh = self.tally.list_missed(key, amount);
            self.told(path, fresh.then_some(()), words::twice);
        }
    }

    /// Tells what cannot be found.
    pub(super) fn told<T>(
        &mut self,
        path: &str,
        found: Option<T>,
        what: impl FnOnce() -> Text,
    ) -> Option<T> {
        self.tally.holds(&At::path(path), found.is_some(), what);
        found
    }
}

/// Tells what the plan lists as missed where no priced rule is missed.
pub(super) fn unsettled(scenario: &Scenario, ledger: &mut Ledger) {
    for (rule, keys, term) in ledger.unsettled() {
        let names: Vec<Text> = keys.iter().map(|key| named(scenario, key)).collect();
        let place = join(&names.iter().collect::<Vec<_>>());
        let at = At::new(&[&crate::words::rules::rule(rule), &place], term);
        ledger.rule(rule).holds(&at, false, words::not_missed);
    }
}

/// The name behind a key of the place of a missed rule.
fn named(scenario: &Scenario, key: &str) -> Text {
    let mut nouns = (scenario.resources.iter().map(|noun| (&noun.id, &noun.name)))
        .chain(scenario.campuses.iter().map(|noun| (&noun.id, &noun.name)))
        .chain(scenario.subjects.iter().map(|noun| (&noun.id, &noun.name)))
        .chain(scenario.programmes.iter().map(|noun| (&noun.id, &noun.name)))
        .chain(scenario.fields.iter().map(|noun| (&noun.id, &noun.name)))
        .chain(scenario.courses.iter().map(|noun| (&noun.id, &noun.name)));
    let found = nouns.find(|(id, _)| *id == key);
    found.map_or_else(|| same(key), |(_, name)| name.clone())
}
