//! Feeder schools.

use super::checks::{Bounds, Checks, Noun};
use super::enrolment::Section;
use super::ratio::{by_year, ratio};
use crate::domain::{Feeder, Road};
use crate::ids::CampusId;
use crate::scenario::measure::Measure;
use crate::scenario::named::Named;
use crate::scenario::path::Path;
use crate::scenario::quantity::Quantity;
use crate::scenario::raw::enrolment::RawFeeder;
use crate::units::{Kilometres, Minutes};
use crate::words::diagnostics as words;
use std::collections::BTreeMap;

impl Section<'_> {
    pub fn feeder(&self, key: &str, raw: &RawFeeder, checks: &mut Checks<'_>) -> Feeder {
        let here = self.here.key("feeders").key(key);
        let name = checks.need_text(&here, "name", raw.name.as_ref());
        let boarding = raw.boarding.as_ref();
        let captured = raw.captured.as_ref();
        if raw.pupils.is_empty() {
            checks.missing(&here, "pupils");
        }
        Feeder {
            id: key.to_owned(),
            name,
            pupils: self.grades(&here.key("pupils"), &raw.pupils, checks),
            births: by_year(&here.key("births"), &raw.births, None, checks),
            captured: captured
                .and_then(|raw| ratio(&here.key("captured"), raw, Bounds::Share, checks)),
            boarding: checks.optional(&here, "boarding", boarding, Measure::Share, Bounds::Share),
            roads: self.roads(&here, raw, checks),
        }
    }

    /// The grade of a key, from `least` to the last.
    pub fn grade(&self, at: &Path, key: &str, least: u32, checks: &mut Checks<'_>) -> Option<u32> {
        let grade = key.parse().ok();
        let grade = grade.filter(|grade| (least..=self.last_grade).contains(grade));
        if grade.is_none() {
            let message = words::not_a_grade(key, least, self.last_grade);
            checks.error(at, message, Vec::new());
        }
        grade
    }

    pub fn grades(
        &self,
        here: &Path,
        raw: &Named<Quantity>,
        checks: &mut Checks<'_>,
    ) -> BTreeMap<u32, f64> {
        let mut grades = BTreeMap::new();
        for (key, raw) in raw.iter() {
            let at = here.key(key);
            let pupils = checks.figure(&at, raw, Measure::Students, Bounds::Amount, &[]);
            if let (Some(grade), Some(pupils)) = (self.grade(&at, key, 1, checks), pupils) {
                grades.insert(grade, pupils);
            }
        }
        grades
    }

    /// Roads to all campuses, or to none.
    fn roads(
        &self,
        feeder: &Path,
        raw: &RawFeeder,
        checks: &mut Checks<'_>,
    ) -> BTreeMap<CampusId, Road> {
        let here = feeder.key("roads");
        let mut roads = BTreeMap::new();
        for (key, raw) in raw.roads.iter() {
            let at = here.key(key);
            let campus = checks.find(&at, key, Noun::Campus, &self.names.campuses);
            let km = raw.km.as_ref();
            let km = checks.needed(&at, "km", km, Measure::Kilometres, Bounds::Amount);
            let time = raw.minutes.as_ref();
            let time = checks.needed(&at, "minutes", time, Measure::Minutes, Bounds::Amount);
            if let Some(campus) = campus {
                let road = Road { length: Kilometres(km), time: Minutes(time) };
                roads.insert(campus, road);
            }
        }
        if !raw.roads.is_empty() {
            let all = self.names.campuses.iter();
            for campus in all.filter(|campus| raw.roads.get(campus).is_none()) {
                checks.missing(&here, campus);
            }
        }
        roads
    }
}
