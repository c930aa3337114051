//! Where applicants come from.

use super::checks::{Bounds, Checks, Noun};
use super::names::Names;
use super::ratio::{by_year, past, ratio};
use crate::domain::{Brand, Enrolment, EnrolmentError, Feeder, History, Journeys, Ratio, Text};
use crate::forecast;
use crate::ids::{FeederId, ProgrammeId};
use crate::scenario::measure::Measure;
use crate::scenario::named::Named;
use crate::scenario::path::Path;
use crate::scenario::quantity::Quantity;
use crate::scenario::raw::RawScenario;
use crate::scenario::raw::enrolment::{RawBrand, RawEnrolment, RawHistory, RawRatio};
use crate::words::diagnostics as words;
use std::collections::{BTreeMap, BTreeSet};
use typed_index_collections::TiVec;

/// The highest grade there may be.
const MOST_GRADES: u32 = 15;
/// The last grade of junior secondary school unless the scenario says
/// otherwise.
const LAST_GRADE: u32 = 9;
/// Age at which children enter school unless the scenario says otherwise.
const SCHOOL_AGE: u32 = 6;

/// The enrolment section, if the scenario has it; nothing where anything is
/// wrong with it, so that nothing more is said of what depends on it.
pub(super) fn resolve(
    raw: &RawScenario,
    names: &Names<'_>,
    checks: &mut Checks<'_>,
) -> Option<Enrolment> {
    let raw = raw.enrolment.as_ref()?;
    let here = Path::field("enrolment");
    let errors = checks.errors();
    let year = checks.need(&here, "year", raw.year.as_ref()).copied();
    let year = checks.optional_count(&here, "year", year, 1900, 2200);
    let grade = checks.optional_count(&here, "last_grade", raw.last_grade, 1, MOST_GRADES);
    let age = checks.optional_count(&here, "school_age", raw.school_age, 1, MOST_GRADES);
    let section = Section {
        names,
        last_grade: grade.unwrap_or(LAST_GRADE),
        school_age: age.unwrap_or(SCHOOL_AGE),
        year: i32::try_from(year?).ok()?,
        here,
    };
    let enrolment = section.enrolment(raw, checks);
    section.fits(&enrolment, checks);
    (checks.errors() == errors).then_some(enrolment)
}

/// The section as it is read.
pub(super) struct Section<'a> {
    pub here: Path,
    pub names: &'a Names<'a>,
    pub last_grade: u32,
    year: i32,
    school_age: u32,
}

impl Section<'_> {
    fn enrolment(&self, raw: &RawEnrolment, checks: &mut Checks<'_>) -> Enrolment {
        let here = &self.here;
        if raw.feeders.is_empty() {
            checks.missing(here, "feeders");
        }
        let feeders = raw.feeders.iter();
        let feeders: TiVec<FeederId, Feeder> =
            feeders.map(|(key, raw)| self.feeder(key, raw, checks)).collect();
        if raw.feeders.iter().any(|(_, one)| !one.roads.is_empty()) {
            for (key, _) in raw.feeders.iter().filter(|(_, one)| one.roads.is_empty()) {
                checks.missing(&here.key("feeders").key(key), "roads");
            }
        }
        let mut one = |field: &str, raw: Option<&RawRatio>| {
            ratio(&here.key(field), raw?, Bounds::Share, checks)
        };
        let spring = one("spring", raw.spring.as_ref());
        let vocational = one("vocational", raw.vocational.as_ref());
        let captured = one("captured", raw.captured.as_ref());
        checks.need(here, "vocational", raw.vocational.as_ref());
        let own = |feeder: &Feeder| feeder.captured.is_some();
        if !feeders.iter().all(own) {
            checks.need(here, "captured", raw.captured.as_ref());
        }
        let brands = raw.brands.iter().enumerate();
        Enrolment {
            year: self.year,
            last_grade: self.last_grade,
            school_age: self.school_age,
            progression: self.progression(&raw.progression, checks),
            vocational,
            captured,
            preferences: self.preferences(&raw.preferences, checks),
            brands: brands
                .filter_map(|(index, raw)| {
                    self.brand(&here.key("brands").index(index), raw, checks)
                })
                .collect(),
            spring,
            history: self.history(raw.history.as_ref(), checks),
            error: self.error(raw, checks),
            journeys: self.journeys(raw, checks),
            travel: raw.travel.unwrap_or(false),
            feeders,
        }
    }

    fn progression(&self, raw: &Named<RawRatio>, checks: &mut Checks<'_>) -> BTreeMap<u32, Ratio> {
        let here = self.here.key("progression");
        let mut ratios = BTreeMap::new();
        for (key, raw) in raw.iter() {
            let at = here.key(key);
            let grade = self.grade(&at, key, 0, checks);
            let ratio = ratio(&at, raw, Bounds::Progression, checks);
            ratios.extend(grade.zip(ratio));
        }
        ratios
    }

    fn preferences(
        &self,
        raw: &Named<RawRatio>,
        checks: &mut Checks<'_>,
    ) -> BTreeMap<ProgrammeId, Ratio> {
        let here = self.here.key("preferences");
        let mut ratios = BTreeMap::new();
        for (key, raw) in raw.iter() {
            let at = here.key(key);
            let programme = checks.find(&at, key, Noun::Programme, &self.names.programmes);
            let ratio = ratio(&at, raw, Bounds::Share, checks);
            ratios.extend(programme.zip(ratio));
        }
        ratios
    }

    fn brand(&self, at: &Path, raw: &RawBrand, checks: &mut Checks<'_>) -> Option<Brand> {
        let programme = raw.programme.as_ref();
        let known = &self.names.programmes;
        let programme = checks.refer(at, "programme", programme, Noun::Programme, known);
        let from = checks.count(at, "from", raw.from, 1900, 2200);
        let gain = checks.need(at, "gain", raw.gain.as_ref());
        let gain = gain.and_then(|gain| ratio(&at.key("gain"), gain, Bounds::Share, checks));
        Some(Brand { programme: programme?, from: i32::try_from(from).ok()?, gain: gain? })
    }

    fn history(&self, raw: Option<&RawHistory>, checks: &mut Checks<'_>) -> History {
        let Some(raw) = raw else {
            return History::default();
        };
        let here = self.here.key("history");
        let mut pupils = BTreeMap::new();
        for (key, raw) in raw.pupils.iter() {
            let at = here.key("pupils").key(key);
            let year = past(&at, key, Some(self.year), checks);
            let grades = self.grades(&at, raw, checks);
            pupils.extend(year.map(|year| (year, grades)));
        }
        let mut applicants = BTreeMap::new();
        for (key, raw) in raw.applicants.iter() {
            let at = here.key("applicants").key(key);
            let year = past(&at, key, Some(self.year + 1), checks);
            let mut programmes = BTreeMap::new();
            for (key, raw) in raw.iter() {
                let at = at.key(key);
                let people = checks.figure(&at, raw, Measure::Students, Bounds::Amount, &[]);
                let programme = checks.find(&at, key, Noun::Programme, &self.names.programmes);
                programmes.extend(programme.zip(people));
            }
            applicants.extend(year.map(|year| (year, programmes)));
        }
        let mut people =
            |field: &str, raw| by_year(&here.key(field), raw, Some(self.year + 1), checks);
        History {
            births: people("births", &raw.births),
            graduates: people("graduates", &raw.graduates),
            vocational: people("vocational", &raw.vocational),
            captured: people("captured", &raw.captured),
            pupils,
            applicants,
        }
    }

    fn error(&self, raw: &RawEnrolment, checks: &mut Checks<'_>) -> Option<EnrolmentError> {
        let raw = raw.error.as_ref()?;
        let here = self.here.key("error");
        let mut share = |field: &str, raw: Option<&Quantity>| {
            checks.needed(&here, field, raw, Measure::Share, Bounds::Share)
        };
        Some(EnrolmentError {
            per_year: share("per_year", raw.per_year.as_ref()),
            correlation: share("correlation", raw.correlation.as_ref()),
        })
    }

    fn journeys(&self, raw: &RawEnrolment, checks: &mut Checks<'_>) -> Journeys {
        let here = self.here.key("journeys");
        let raw = raw.journeys.as_ref();
        let mut times = |field: &str, raw: Option<&Quantity>| {
            checks.optional(&here, field, raw, Measure::Number, Bounds::Amount)
        };
        Journeys {
            boarder: times("boarder", raw.and_then(|raw| raw.boarder.as_ref())).unwrap_or(1.0),
            day: times("day", raw.and_then(|raw| raw.day.as_ref())).unwrap_or(5.0),
        }
    }

    /// Every fitted ratio has something to be fitted to.
    fn fits(&self, enrolment: &Enrolment, checks: &mut Checks<'_>) {
        for (step, ratio) in forecast::steps(enrolment) {
            if let Ratio::Fitted { last } = ratio
                && forecast::fit(enrolment, step, *last).is_none()
            {
                let at = self.place(enrolment, step);
                let hints = vec![words::fitted_needs()];
                checks.error(&at, words::nothing_to_fit(), hints);
            }
        }
    }

    /// Where the ratio of a step stands.
    fn place(&self, enrolment: &Enrolment, step: forecast::Step) -> Path {
        use forecast::Step;
        let here = &self.here;
        match step {
            Step::Progression(grade) => here.key("progression").key(&grade.to_string()),
            Step::Vocational => here.key("vocational"),
            Step::Captured => here.key("captured"),
            Step::CapturedFrom(feeder) => {
                let feeder = &enrolment.feeders[feeder].id;
                here.key("feeders").key(feeder).key("captured")
            }
            Step::Preference(programme) => {
                here.key("preferences").key(self.names.programmes[programme.0])
            }
            Step::Brand(index) => here.key("brands").index(index).key("gain"),
            Step::Spring => here.key("spring"),
        }
    }
}

/// The preferences of the years in which someone enters add up to at most 1.
pub(super) fn preferences(
    enrolment: Option<&Enrolment>,
    entries: &BTreeSet<i32>,
    checks: &mut Checks<'_>,
) {
    const TOLERANCE: f64 = 5e-4;
    let Some(enrolment) = enrolment else { return };
    let projection = forecast::Projection::new(enrolment);
    let here = Path::field("enrolment").key("preferences");
    for year in entries {
        let all = enrolment.preferences.keys();
        let shares = all.filter_map(|id| projection.preference(*id, *year));
        let sum: f64 = shares.map(|share| share.likely).sum();
        if sum > 1.0 + TOLERANCE {
            let percent = format!("{:.2}", sum * 100.0);
            checks.error(&here, words::preferences_sum(*year, &percent), Vec::new());
            return;
        }
    }
}

/// What is missing for a projection of an entry year, in words.
pub(super) fn unreached(enrolment: &Enrolment, year: i32) -> Vec<Text> {
    let ahead = u32::try_from(year - enrolment.year - 1).unwrap_or(0);
    let mut hints = Vec::new();
    if year <= enrolment.year {
        hints.push(words::entry_too_early(enrolment.year));
    } else if let Some(grade) = enrolment.last_grade.checked_sub(ahead).filter(|one| *one > 0) {
        let lacks = |feeder: &&Feeder| !feeder.pupils.contains_key(&grade);
        for feeder in enrolment.feeders.iter().filter(lacks) {
            hints.push(words::grade_lacking(&feeder.id, grade));
        }
        let grades = grade..=enrolment.last_grade;
        for grade in grades.filter(|grade| !enrolment.progression.contains_key(grade)) {
            hints.push(words::progression_lacking(grade));
        }
    } else {
        hints.push(words::births_lacking());
    }
    hints
}
