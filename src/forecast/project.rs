//! The cohort-survival projection.
//!
//! pupils(f,g+1,y) = pupils(f,g,y−1) · progression(g,y);
//! pupils(f,1,y) = births(f,y − school age) · progression(0,y);
//! graduates(f,y) = pupils(f,last,y−1) · progression(last,y);
//! captured(f,y) = graduates(f,y) · vocational(y) · captured(f,y);
//! applicants(p,y) = Σ_f captured(f,y) · preference(p,y), of which the spring
//! share enters in the spring of y + 1 and the rest in the autumn of y.
//!
//! preference(p,y) of a branded programme is its own plus its gain; of the
//! others, their own times what the likely gains leave:
//! 1 − Σ gains / (1 − Σ preferences of the branded). On the low path every
//! factor is low, on the high path high. Applicants are whole students.

use super::ratios::{Curve, Step};
use crate::domain::{Brand, Demand, Enrolment, Estimate, Journey, Season, Term};
use crate::ids::{CampusId, FeederId, ProgrammeId};
use crate::units::{Kilometres, Minutes};
use std::collections::BTreeMap;
use typed_index_collections::TiVec;

/// A projection: the feeder schools and all ratios by year.
#[derive(Clone, Debug)]
pub struct Projection<'a> {
    enrolment: &'a Enrolment,
    curves: BTreeMap<Step, Curve>,
}

impl<'a> Projection<'a> {
    /// Fits what is to be fitted. A ratio without anything to fit it to is
    /// unknown, and so is all that depends on it.
    pub fn new(enrolment: &'a Enrolment) -> Self {
        let curves = steps(enrolment).into_iter();
        let curves = curves.filter_map(|(step, ratio)| {
            let curve = Curve::new(enrolment, step, ratio)?;
            Some((step, curve))
        });
        Self { enrolment, curves: curves.collect() }
    }

    /// The ratios in the order of the projection.
    pub fn curves(&self) -> impl Iterator<Item = (Step, &Curve)> {
        self.curves.iter().map(|(step, curve)| (*step, curve))
    }

    fn ratio(&self, step: Step, year: i32) -> Option<Estimate> {
        Some(self.curves.get(&step)?.at(year))
    }

    /// Pupils of a grade of a feeder school in the autumn of a year.
    pub fn pupils(&self, feeder: FeederId, grade: u32, year: i32, on: Demand) -> Option<f64> {
        let from = &self.enrolment.feeders[feeder];
        if year <= self.enrolment.year {
            let today = year == self.enrolment.year;
            return today.then(|| from.pupils.get(&grade).copied()).flatten();
        }
        let before = match grade.checked_sub(1)? {
            0 => {
                let age = i32::try_from(self.enrolment.school_age).ok()?;
                from.births.get(&(year - age)).copied()?
            }
            before => self.pupils(feeder, before, year - 1, on)?,
        };
        let ratio = self.ratio(Step::Progression(grade - 1), year)?;
        Some(before * ratio.at(on))
    }

    /// Junior graduates of a feeder school in the summer of a year.
    pub fn graduates(&self, feeder: FeederId, year: i32, on: Demand) -> Option<f64> {
        let last = self.enrolment.last_grade;
        let pupils = self.pupils(feeder, last, year - 1, on)?;
        let ratio = self.ratio(Step::Progression(last), year)?;
        Some(pupils * ratio.at(on))
    }

    /// Those of them who go to secondary vocational schools.
    pub fn vocational(&self, feeder: FeederId, year: i32, on: Demand) -> Option<f64> {
        let ratio = self.ratio(Step::Vocational, year)?;
        Some(self.graduates(feeder, year, on)? * ratio.at(on))
    }

    /// Those of them who apply to this group.
    pub fn captured(&self, feeder: FeederId, year: i32, on: Demand) -> Option<f64> {
        let own = self.ratio(Step::CapturedFrom(feeder), year);
        let ratio = own.or_else(|| self.ratio(Step::Captured, year))?;
        Some(self.vocational(feeder, year, on)? * ratio.at(on))
    }

    /// Something of all feeder schools together.
    pub fn total(&self, of: impl Fn(FeederId) -> Option<f64>) -> Option<f64> {
        self.enrolment.feeders.keys().map(of).sum()
    }

    /// Share of the group's applicants who prefer a programme in a year.
    pub fn preference(&self, programme: ProgrammeId, year: i32) -> Option<Estimate> {
        let own = self.ratio(Step::Preference(programme), year)?;
        let branded = |id: ProgrammeId| self.brands(year).any(|(_, brand)| brand.programme == id);
        if branded(programme) {
            let mine = self.brands(year).filter(|(_, one)| one.programme == programme);
            let gains = mine.map(|(index, _)| self.gain(index, year));
            return Some(
                gains.fold(own, |sum, gain| Estimate::on_paths(|on| sum.at(on) + gain.at(on))),
            );
        }
        let left = self.left(year, branded);
        Some(Estimate::on_paths(|on| own.at(on) * left))
    }

    /// The brands in effect in a year, with their indices.
    fn brands(&self, year: i32) -> impl Iterator<Item = (usize, &'a Brand)> {
        let brands = self.enrolment.brands.iter().enumerate();
        brands.filter(move |(_, brand)| brand.from <= year)
    }

    fn gain(&self, brand: usize, year: i32) -> Estimate {
        self.ratio(Step::Brand(brand), year).unwrap_or_default()
    }

    /// What the likely gains leave of the other programmes' preferences.
    fn left(&self, year: i32, branded: impl Fn(ProgrammeId) -> bool) -> f64 {
        let gains: f64 = (self.brands(year)).map(|(index, _)| self.gain(index, year).likely).sum();
        let programmes = self.enrolment.preferences.keys();
        let own = programmes.filter(|id| branded(**id)).map(|id| {
            let own = self.ratio(Step::Preference(*id), year);
            own.unwrap_or_default().likely
        });
        let others = 1.0 - own.sum::<f64>();
        if others > 0.0 { (1.0 - gains / others).max(0.0) } else { 0.0 }
    }

    /// Applicants of a programme for an entry term, in whole students.
    pub fn applicants(&self, programme: ProgrammeId, entry: Term) -> Option<Estimate> {
        let year = entry.school_year();
        let preference = self.preference(programme, year)?;
        let spring = self.ratio(Step::Spring, year).unwrap_or_default();
        let share = |on: Demand| match (entry.season, on) {
            (Season::Spring, on) => spring.at(on),
            (Season::Autumn, Demand::Low) => 1.0 - spring.high,
            (Season::Autumn, Demand::Likely) => 1.0 - spring.likely,
            (Season::Autumn, Demand::High) => 1.0 - spring.low,
        };
        let captured = |on| self.total(|feeder| self.captured(feeder, year, on));
        captured(Demand::Likely)?;
        Some(Estimate::on_paths(|on| {
            (captured(on).unwrap_or(0.0) * preference.at(on) * share(on)).round()
        }))
    }

    /// The feeder schools' shares of the likely applicants of a year.
    fn mixture(&self, year: i32) -> Option<Vec<(FeederId, f64)>> {
        let captured = |feeder| self.captured(feeder, year, Demand::Likely);
        let all = self.total(captured).filter(|all| *all > 0.0)?;
        let feeders = self.enrolment.feeders.keys();
        feeders.map(|feeder| Some((feeder, captured(feeder)? / all))).collect()
    }

    /// The feeder schools' shares of the applicants for an entry term, on each
    /// path. After the last year that can be projected those of that year, as
    /// in [`Self::home`]; `None` where no year can.
    pub fn shares(&self, entry: Term) -> Option<TiVec<FeederId, Estimate>> {
        let first = self.enrolment.year + 1;
        let mut years = (first..=entry.school_year().max(first)).rev();
        let year = years.find(|year| self.mixture(*year).is_some())?;
        let feeders = self.enrolment.feeders.keys();
        let share = |feeder: FeederId, on: Demand| {
            let all = self.total(|one| self.captured(one, year, on)).filter(|all| *all > 0.0);
            let on = if all.is_some() { on } else { Demand::Likely };
            let all = all.or_else(|| self.total(|one| self.captured(one, year, on)));
            Some(self.captured(feeder, year, on)? / all?)
        };
        let shares =
            feeders.map(|feeder| Estimate::on_paths(|on| share(feeder, on).unwrap_or(0.0)));
        Some(shares.collect())
    }

    /// Share of the applicants for an entry term who would board; nothing
    /// unless all feeder schools say so.
    pub fn boarding(&self, entry: Term) -> Option<f64> {
        let mixture = self.mixture(entry.school_year())?.into_iter();
        mixture.map(|(feeder, share)| Some(share * self.enrolment.feeders[feeder].boarding?)).sum()
    }

    /// Journeys between home and each campus of those who enter in a term. Those
    /// who came before the first year that can be projected, or come after the
    /// last, are taken to come from the same places. `boarding` is their share
    /// of boarders where the feeder schools do not say.
    pub fn home(&self, entry: Term, boarding: f64) -> BTreeMap<CampusId, Journey> {
        let first = self.enrolment.year + 1;
        let mut years = (first..=entry.school_year().max(first)).rev();
        let mixture = years.find_map(|year| self.mixture(year));
        let mut home: BTreeMap<CampusId, Journey> = BTreeMap::new();
        let journeys = self.enrolment.journeys;
        for (feeder, share) in mixture.unwrap_or_default() {
            let from = &self.enrolment.feeders[feeder];
            let boarders = from.boarding.unwrap_or(boarding);
            let times = boarders * journeys.boarder + (1.0 - boarders) * journeys.day;
            for (campus, road) in &from.roads {
                let ways = 2.0 * share * times;
                let journey = home.entry(*campus).or_default();
                journey.length += Kilometres(ways * road.length.0);
                journey.time += Minutes(ways * road.time.0);
            }
        }
        home
    }
}

/// The ratios of an enrolment by their steps.
pub fn steps(enrolment: &Enrolment) -> Vec<(Step, &crate::domain::Ratio)> {
    let grades = enrolment.progression.iter();
    let mut steps: Vec<_> =
        grades.map(|(grade, ratio)| (Step::Progression(*grade), ratio)).collect();
    steps.extend(enrolment.vocational.iter().map(|one| (Step::Vocational, one)));
    steps.extend(enrolment.captured.iter().map(|one| (Step::Captured, one)));
    for (id, feeder) in enrolment.feeders.iter_enumerated() {
        steps.extend(feeder.captured.iter().map(|one| (Step::CapturedFrom(id), one)));
    }
    for (programme, ratio) in &enrolment.preferences {
        steps.push((Step::Preference(*programme), ratio));
    }
    for (index, brand) in enrolment.brands.iter().enumerate() {
        steps.push((Step::Brand(index), &brand.gain));
    }
    steps.extend(enrolment.spring.iter().map(|one| (Step::Spring, one)));
    steps
}
