//! The figures of a scenario, and which of them have a source.

use super::named::Named;
use super::path::{Path, covers};
use super::quantity::Quantity;
use super::raw::enrolment::{
    RawBrand, RawEnrolment, RawEnrolmentError, RawEstimate, RawFeeder, RawFitted, RawHistory,
    RawJourneys, RawRatio, RawWay,
};
use super::raw::{
    RawAdmission, RawAsset, RawBands, RawBudget, RawBuses, RawCalendar, RawCampus, RawCatchment,
    RawChange, RawCohort, RawCourse, RawCurriculum, RawDisposal, RawDisruption, RawDuty,
    RawEmployment, RawEnforcedStandard, RawEnforcement, RawEvent, RawExchange, RawHiring,
    RawHoliday, RawInternship, RawLead, RawMain, RawMerging, RawMilestone, RawMoreMoney,
    RawMoreSeats, RawMoreTeachers, RawMoreUnits, RawNegotiable, RawOption, RawPart, RawPartTime,
    RawPerson, RawPin, RawPlainRule, RawPool, RawPrices, RawProgramme, RawRange, RawRelocation,
    RawResource, RawRetraining, RawRetrainingCourse, RawRoad, RawRole, RawRules, RawScenario,
    RawSchool, RawSite, RawSolver, RawStaff, RawStandards, RawSubject, RawTarget, RawTenure,
    RawTermDays, RawTerms, RawTier, RawTrainees, RawVisiting, RawWatched,
};
use serde_json::Value;
use std::collections::BTreeSet;

/// The paths of all figures, in the order of the format: every number, and the
/// terms and days that decide when a campus may be used, when people retire and
/// when something is due.
pub fn figures(raw: &RawScenario) -> Vec<String> {
    let mut paths = Vec::new();
    raw.list(&Path::default(), &mut paths);
    paths
}

/// The figures that no path of `sources` covers. Figures that are the user's
/// choice rather than a fact need no source: limits of the solver, the order
/// and weights of the objective, prices of missed rules, pins, and
/// what is to be kept.
pub fn unsourced(raw: &RawScenario) -> Vec<String> {
    let sourced = |path: &String| raw.sources.keys().any(|source| covers(source, path));
    let all = figures(raw).into_iter();
    all.filter(|path| !chosen(path) && !sourced(path)).collect()
}

/// Whether a figure is a choice rather than a fact.
pub(super) fn chosen(path: &str) -> bool {
    let below = |section: &str| covers(section, path);
    below("solver")
        || below("pins")
        || below("keep")
        || below("objective")
        || below("disruption")
        || (below("targets") && path.ends_with(".weight"))
        || (below("rules") && path.ends_with(".enforce"))
}

/// The paths of everything a scenario says, figures or not.
pub(super) fn present(raw: &RawScenario) -> BTreeSet<String> {
    let mut paths = BTreeSet::new();
    let value = serde_json::to_value(raw).unwrap_or(Value::Null);
    walk(&value, &Path::default(), &mut paths);
    paths
}

fn walk(value: &Value, at: &Path, paths: &mut BTreeSet<String>) {
    match value {
        Value::Null => return,
        Value::Array(list) if list.is_empty() => return,
        Value::Object(map) if map.is_empty() => return,
        Value::Array(list) => {
            for (index, value) in list.iter().enumerate() {
                walk(value, &at.index(index), paths);
            }
        }
        Value::Object(map) => {
            for (key, value) in map {
                walk(value, &at.key(key), paths);
            }
        }
        _ => {}
    }
    paths.insert(at.to_string());
}

/// Something that may hold figures.
trait Figures {
    /// Adds the paths of its figures; it stands at `at` itself.
    fn list(&self, at: &Path, paths: &mut Vec<String>);
}

impl Figures for Quantity {
    fn list(&self, at: &Path, paths: &mut Vec<String>) {
        paths.push(at.to_string());
    }
}

impl Figures for u32 {
    fn list(&self, at: &Path, paths: &mut Vec<String>) {
        paths.push(at.to_string());
    }
}

/// A term or a day; only listed where it is a fact about a campus, a person or
/// something due.
impl Figures for String {
    fn list(&self, at: &Path, paths: &mut Vec<String>) {
        paths.push(at.to_string());
    }
}

impl Figures for RawEnforcement {
    fn list(&self, at: &Path, paths: &mut Vec<String>) {
        if let Self::Priced(price) = self {
            price.list(at, paths);
        }
    }
}

impl<T: Figures> Figures for Option<T> {
    fn list(&self, at: &Path, paths: &mut Vec<String>) {
        if let Some(value) = self {
            value.list(at, paths);
        }
    }
}

impl<T: Figures> Figures for Vec<T> {
    fn list(&self, at: &Path, paths: &mut Vec<String>) {
        for (index, value) in self.iter().enumerate() {
            value.list(&at.index(index), paths);
        }
    }
}

impl<T: Figures> Figures for Named<T> {
    fn list(&self, at: &Path, paths: &mut Vec<String>) {
        for (key, value) in self.iter() {
            value.list(&at.key(key), paths);
        }
    }
}

macro_rules! figures {
    ($($name:ident { $($field:ident),* $(,)? })*) => {$(
        impl Figures for $name {
            fn list(&self, at: &Path, paths: &mut Vec<String>) {
                $(self.$field.list(&at.key(stringify!($field)), paths);)*
            }
        }
    )*};
}

figures! {
    RawScenario {
        calendar, resources, subjects, campuses, roads, programmes, cohorts, admissions, pools,
    enrolment, attrition_limit, options, disposals, staff, roster, prices, rules, pins, targets, milestones, events, objective, disruption, solver, schools, standards, watched, assets, courses,
        negotiable,
    }
    RawCalendar { terms, weeks, spring, autumn, holidays }
    RawHoliday { from, until }
    RawTermDays { first, last }
    RawResource { hours, utilisation, default_use, shared_visit, shipping }
    RawSubject { hiring }
    RawHiring { cost, pay, load, most_per_year }
    RawCampus {
        owns, tenure, opening_cost, closing_cost, running_cost, land, building, books, equipment,
        computers,
    }
    RawTenure { from, until }
    RawRoad { km, minutes }
    RawProgramme { curriculum, class_size, internship, attrition, boarding, income, sites }
    RawCurriculum { terms, periods, uses }
    RawRange { min, max }
    RawInternship { first, last, length, fixed }
    RawSite { cost_per_class, cost_per_student, uses }
    RawCohort { classes, students, interned }
    RawAdmission { applicants, least, most }
    RawPool { willing }
    RawEnrolment {
        year, last_grade, school_age, feeders, progression, vocational, captured, preferences,
        brands, spring, history, error, journeys,
    }
    RawFeeder { pupils, births, captured, boarding, roads }
    RawWay { km, minutes }
    RawRatio { low, likely, high, years, fitted }
    RawEstimate { low, likely, high }
    RawFitted { last }
    RawBrand { from, gain }
    RawHistory { pupils, births, graduates, vocational, captured, applicants }
    RawEnrolmentError { per_year, correlation }
    RawJourneys { boarder, day }
    RawCourse { demand, least, hours, uses, periods, fee, cost }
    RawTrainees { trainees, from }
    RawOption { units, cost, upkeep, lead_terms, most }
    RawDisposal { units }
    RawAsset { number, value, valued }
    RawStaff { count, load, retirements }
    RawPerson { load, retires, retirement_age }
    RawPrices { busing_per_km, visiting_per_km, periods_per_visit, discount }
    RawRules {
        admission, catchment, bands, relocation, merging, capacity, staffing, employment, visiting, retraining,
        part_time, duty, exchange, courses, budget, role, standards,
    }
    RawNegotiable {
        capacity, seats, teachers, tenure, vacate, points, moves, class_moves, last_year, rebased, hires,
        hires_of, capital, running, least, targets, without,
    }
    RawTerms { price, most }
    RawMoreUnits { units, price, most }
    RawMoreSeats { seats, price, most }
    RawMoreTeachers { price, most }
    RawMoreMoney { amount, price, most }
    RawPlainRule { enforce }
    RawCatchment { enforce, longest_km, longest_minutes, walk_km, buses }
    RawBands { changes }
    RawChange { after }
    RawBuses { seats, per_pupil, per_route, per_km }
    RawRelocation { enforce, most_per_stage, most_per_class, vacate, cost }
    RawMerging { most_students, cost }
    RawEmployment { enforce, hires_per_year, rebased_per_stage }
    RawVisiting { share, minutes, campuses_per_day }
    RawRetraining { most_per_year, courses }
    RawRetrainingCourse { lead_terms, cost, most }
    RawPartTime { share, pay }
    RawDuty { days, leaders, class_teachers, class_teachers_at, leader_days, class_teacher_days }
    RawExchange { enforce, pairs }
    RawBudget { enforce, capital, running }
    RawRole { enforce, leads, mains }
    RawLead { share }
    RawMain { share }
    RawPin { at_least, at_most }
    RawTarget { at_least, weight }
    RawMilestone { start, due, days }
    RawEvent { nth, day, from, until }
    RawStandards { staff_housing }
    RawSchool { declared }
    RawWatched { at_least, at_most, values }
    RawEnforcedStandard { enforce }
    RawTier { parts, tolerance, allowance, at_most }
    RawPart { weight }
    RawDisruption { student_moved, staff_rebased }
    RawSolver { time_limit, gap, steps, threads, seed }
}
