//! An instance as a scenario of one term whose optimum is that of the instance.
//!
//! A facility is a campus that owns its capacity in places and is not in use
//! yet, so that the plan pays its opening cost; in an assignment it is in use
//! and stays so. A customer is a programme of one term that admits a cohort in
//! that term: as many classes as `admissions` states, no more and no fewer.
//! With single sourcing it is one class that takes the whole demand in places
//! and costs the whole service; an assignment states the places by campus
//! (`sites`). A demand that may be split is as many classes as it has units, each
//! of one place and a unit's cost: capacities being integers, the whole classes
//! cost no more than fractions would. A demand of more than 500 units cannot be
//! split so: a scenario admits at most 500 classes of a cohort. There are no
//! staff, roads, options or targets; the only tier is the cost.

use super::instance::{Instance, Kind};
use campusplan::domain::{Basis, Language, Part};
use campusplan::scenario::named::Named;
use campusplan::scenario::quantity::Quantity;
use campusplan::scenario::raw::{
    RawAdmission, RawCalendar, RawCampus, RawCurriculum, RawNamed, RawPart, RawProgramme, RawRange,
    RawResource, RawScenario, RawSite, RawText, RawTier,
};
use ron::extensions::Extensions;
use ron::ser::PrettyConfig;

/// The only term.
const TERM: &str = "2008-autumn";
/// The only field.
const FIELD: &str = "field";
/// The only resource.
const PLACE: &str = "place";

/// Which tiers a scenario has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tiers {
    /// The cost alone.
    Cost,
    /// Those of a scenario that names none: targets, cost, disruption, travel.
    Default,
}

/// The text of the scenario file.
pub fn written(instance: &Instance, tiers: Tiers) -> String {
    let pretty = PrettyConfig::default().extensions(Extensions::IMPLICIT_SOME);
    ron::ser::to_string_pretty(&scenario(instance, tiers), pretty).expect("plain data")
}

fn scenario(instance: &Instance, tiers: Tiers) -> RawScenario {
    let cost = RawTier {
        parts: vec![RawPart { part: Some(Part::Cost), weight: None }],
        ..RawTier::default()
    };
    RawScenario {
        name: text("Location instance"),
        language: Some(Language::En),
        calendar: Some(RawCalendar {
            first_term: Some(TERM.to_owned()),
            terms: Some(1),
            ..RawCalendar::default()
        }),
        fields: named(1, |_| FIELD.to_owned(), |_| RawNamed { name: text(FIELD) }),
        resources: named(1, |_| PLACE.to_owned(), |_| place()),
        campuses: named(instance.facilities(), campus, |it| facility(instance, it)),
        programmes: named(instance.customers(), programme, |it| customer(instance, it)),
        admissions: (0..instance.customers()).map(|it| admission(instance, it)).collect(),
        objective: match tiers {
            Tiers::Cost => vec![cost],
            Tiers::Default => Vec::new(),
        },
        ..RawScenario::default()
    }
}

fn place() -> RawResource {
    RawResource {
        name: text("places"),
        unit: text("places"),
        per: Some(Basis::Class),
        ..RawResource::default()
    }
}

fn facility(instance: &Instance, facility: usize) -> RawCampus {
    let located = instance.kind != Kind::Assignment;
    RawCampus {
        name: text(&campus(facility)),
        owner: text("County"),
        owns: Named(vec![(PLACE.to_owned(), Quantity::Number(instance.capacity[facility]))]),
        in_use: Some(!located),
        opening_cost: figure(instance.opening[facility]),
        ..RawCampus::default()
    }
}

fn customer(instance: &Instance, customer: usize) -> RawProgramme {
    let classes = f64::from(classes(instance, customer));
    let uses = |demand: f64| Named(vec![(PLACE.to_owned(), Quantity::Number(demand / classes))]);
    let located = instance.kind != Kind::Assignment;
    let site = |facility: usize| RawSite {
        cost_per_class: figure(instance.cost[facility][customer] / classes),
        uses: if located { Named::default() } else { uses(instance.demand[facility][customer]) },
        ..RawSite::default()
    };
    RawProgramme {
        name: text(&programme(customer)),
        field: Some(FIELD.to_owned()),
        curriculum: vec![RawCurriculum {
            uses: if located { uses(instance.demand[0][customer]) } else { Named::default() },
            ..RawCurriculum::default()
        }],
        class_size: Some(RawRange { min: figure(1.0), max: figure(1.0) }),
        attrition: vec![Quantity::Number(0.0)],
        sites: named(instance.facilities(), campus, site),
        ..RawProgramme::default()
    }
}

fn admission(instance: &Instance, customer: usize) -> RawAdmission {
    let classes = classes(instance, customer);
    RawAdmission {
        programme: Some(programme(customer)),
        entry: Some(TERM.to_owned()),
        applicants: figure(f64::from(classes)),
        least: Some(classes),
        most: Some(classes),
        ..RawAdmission::default()
    }
}

/// Classes of a customer.
#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
fn classes(instance: &Instance, customer: usize) -> u32 {
    let demand = instance.demand[0][customer];
    match instance.kind {
        Kind::Single | Kind::Assignment => 1,
        Kind::Split => {
            let capacities = instance.capacity.iter();
            let integral = capacities.chain([&demand]).all(|one| one.fract() == 0.0);
            assert!(integral, "only integers can be split into whole classes");
            demand as u32
        }
    }
}

fn named<T>(count: usize, key: impl Fn(usize) -> String, of: impl Fn(usize) -> T) -> Named<T> {
    Named((0..count).map(|index| (key(index), of(index))).collect())
}

fn campus(index: usize) -> String {
    format!("campus{index:03}")
}

fn programme(index: usize) -> String {
    format!("programme{index:04}")
}

#[allow(clippy::unnecessary_wraps)]
fn text(words: &str) -> Option<RawText> {
    Some(RawText { zh: Some(words.to_owned()), en: Some(words.to_owned()) })
}

#[allow(clippy::unnecessary_wraps)]
fn figure(number: f64) -> Option<Quantity> {
    Some(Quantity::Number(number))
}
