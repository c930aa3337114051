//! The generated province as a scenario file: campuses, programmes and school
//! years from an autumn on. There is always a plan: those in school today can
//! stay where they are until they leave, and nobody must be admitted; what is
//! hard is to reach the target at little cost.

use super::layout::{FIELDS, Layout, Life, Shape};
use super::random::Random;
use super::school;
use campusplan::domain::{Basis, Language, Metric, SubjectKind};
use campusplan::scenario::named::Named;
use campusplan::scenario::quantity::Quantity;
use campusplan::scenario::raw::{
    RawBudget, RawCalendar, RawCampus, RawEmployment, RawHiring, RawNamed, RawOption, RawPrices,
    RawRelocation, RawResource, RawRoad, RawRules, RawScenario, RawSubject, RawTarget, RawTenure,
    RawText, RawVisiting,
};

/// The first year.
pub const FIRST: u32 = 2008;
/// Campuses that the limits below are for.
const CAMPUSES: f64 = 40.0;

/// Common subjects with their weekly periods.
pub const COMMON: [(&str, f64); 3] = [("language", 6.0), ("mathematics", 4.0), ("sports", 2.0)];

/// Weekly periods of the subject of the field, in the first four terms and
/// after.
pub const VOCATIONAL: (f64, f64) = (12.0, 18.0);

/// Weekly periods of a teacher.
pub const LOAD: f64 = 14.0;

/// Students of a class.
const SIZE: f64 = 42.0;

/// Stations of the fields that have workshops: weekly hours of a student.
pub const WORKSHOPS: [(&str, f64); 3] = [("lathe", 4.0), ("bench", 3.0), ("vehicle", 2.0)];

/// Weekly hours of a station.
const OPEN: f64 = 30.0;

/// The province of a seed.
pub fn province(seed: u64, shape: Shape) -> RawScenario {
    let mut random = Random::new(seed);
    let layout = Layout::new(&mut random, shape);
    let layout = &layout;
    let random = &mut random;
    let students = 3.0 * SIZE * layout.courses.iter().map(|it| f64::from(it.classes)).sum::<f64>();
    RawScenario {
        name: text("Generated province"),
        language: Some(Language::En),
        calendar: Some(RawCalendar {
            first_term: Some(format!("{FIRST}-autumn")),
            terms: Some(2 * shape.years),
            target_term: Some(format!("{}-autumn", FIRST + 2)),
            ..RawCalendar::default()
        }),
        fields: named(FIELDS, |field| RawNamed { name: text(field) }),
        resources: resources(),
        subjects: subjects(),
        campuses: campuses(random, layout),
        roads: roads(layout),
        programmes: school::programmes(layout),
        cohorts: school::cohorts(random, layout),
        admissions: school::admissions(random, layout),
        options: options(layout),
        staff: school::staff(random, layout),
        prices: Some(RawPrices {
            busing_per_km: figure(0.000_05),
            visiting_per_km: figure(0.000_1),
            ..RawPrices::default()
        }),
        rules: Some(rules(shape)),
        targets: Named(vec![(
            "registered".to_owned(),
            RawTarget {
                name: text("registered students"),
                metric: Some(Metric::Registered),
                at_least: figure((students * 1.02).round()),
                ..RawTarget::default()
            },
        )]),
        ..RawScenario::default()
    }
}

/// A text, the same in both languages.
#[allow(clippy::unnecessary_wraps)]
pub fn text(words: &str) -> Option<RawText> {
    Some(RawText { zh: Some(words.to_owned()), en: Some(words.to_owned()) })
}

/// A figure in the field's own unit.
#[allow(clippy::unnecessary_wraps)]
pub fn figure(number: f64) -> Option<Quantity> {
    Some(Quantity::Number(number))
}

/// Figures by key.
pub fn figures<'a>(numbers: impl IntoIterator<Item = (&'a str, f64)>) -> Named<Quantity> {
    let entry = |(key, number): (&str, f64)| (key.to_owned(), Quantity::Number(number));
    Named(numbers.into_iter().map(entry).collect())
}

fn named<T>(keys: impl IntoIterator<Item = &'static str>, of: impl Fn(&str) -> T) -> Named<T> {
    let entry = |key: &str| (key.to_owned(), of(key));
    Named(keys.into_iter().map(entry).collect())
}

/// The key of a campus.
pub fn campus(index: usize) -> String {
    format!("campus{index:02}")
}

/// The key of a programme.
pub fn programme(index: usize) -> String {
    format!("programme{index:02}")
}

fn resources() -> Named<RawResource> {
    let plain = |name: &str, per: Basis, default: f64| RawResource {
        name: text(name),
        unit: text("units"),
        per: Some(per),
        default_use: figure(default),
        ..RawResource::default()
    };
    let mut all = vec![
        ("classroom".to_owned(), plain("classrooms", Basis::Class, 1.0)),
        ("bed".to_owned(), plain("beds", Basis::Boarder, 1.0)),
        ("seat".to_owned(), plain("canteen seats", Basis::Student, 0.5)),
    ];
    for (key, _) in WORKSHOPS {
        let workshop = RawResource {
            hours: figure(OPEN),
            shared_visit: if key == "vehicle" { figure(2.0) } else { None },
            shipping: figure(0.3),
            ..plain(key, Basis::Student, 0.0)
        };
        all.push((key.to_owned(), workshop));
    }
    Named(all)
}

fn subjects() -> Named<RawSubject> {
    let keys = COMMON.map(|(key, _)| key).into_iter().chain(FIELDS);
    named(keys, |key| RawSubject {
        name: text(key),
        kind: Some(if FIELDS.contains(&key) {
            SubjectKind::Vocational
        } else {
            SubjectKind::Common
        }),
        hiring: Some(RawHiring {
            cost: figure(0.5),
            pay: figure(1.8),
            load: figure(LOAD),
            most_per_year: Some(20),
        }),
    })
}

fn campuses(random: &mut Random, layout: &Layout) -> Named<RawCampus> {
    let mut all = Vec::new();
    for (index, place) in layout.places.iter().enumerate() {
        let coming = place.life == Life::Coming;
        let classes = if coming { 20.0 } else { 3.0 * layout.yearly(index, |_| true) };
        let students = classes * SIZE;
        let rooms = (classes * random.between(0.95, 1.2)).ceil() + 2.0;
        let beds = (students * 0.7 * random.between(0.95, 1.25)).ceil() + 30.0;
        let seats = (students * 0.5 * random.between(0.9, 1.3)).ceil() + 40.0;
        let mut owns = vec![("classroom", rooms), ("bed", beds), ("seat", seats)];
        for (field, (key, hours)) in WORKSHOPS.into_iter().enumerate() {
            let users = 3.0 * SIZE * layout.yearly(index, |other| other == field);
            owns.push((key, (users * hours / OPEN * random.between(0.85, 1.15)).ceil()));
        }
        let tenure = match place.life {
            Life::Ending => Some((None, Some(format!("{}-spring", FIRST + 2)))),
            Life::Coming => Some((Some(format!("{}-autumn", FIRST + 1)), None)),
            Life::Lasting | Life::Closable => None,
        };
        let entry = RawCampus {
            name: text(&campus(index)),
            owner: text("County"),
            owns: figures(owns),
            tenure: tenure.map(|(from, until)| RawTenure { from, until }),
            in_use: Some(!coming),
            closable: Some(place.life != Life::Lasting),
            opening_cost: figure(if coming { 200.0 } else { 0.0 }),
            closing_cost: figure(5.0),
            running_cost: figure(random.between(10.0, 30.0).round()),
            ..RawCampus::default()
        };
        all.push((campus(index), entry));
    }
    Named(all)
}

fn roads(layout: &Layout) -> Vec<RawRoad> {
    let road = |(one, other): (usize, usize)| RawRoad {
        between: vec![campus(one), campus(other)],
        km: figure(layout.distance(one, other)),
        minutes: figure((layout.distance(one, other) * 1.5).round() + 3.0),
    };
    layout.roads().map(road).collect()
}

fn options(layout: &Layout) -> Named<RawOption> {
    let mut all = Vec::new();
    for (index, place) in layout.places.iter().enumerate() {
        if place.life == Life::Ending {
            continue;
        }
        let mut option = |resource: &str, units: f64, cost: f64, lead: u32| {
            let entry = RawOption {
                name: text(&format!("{resource} at {}", campus(index))),
                campus: Some(campus(index)),
                resource: Some(resource.to_owned()),
                units: figure(units),
                cost: figure(cost),
                lead_terms: Some(lead),
                most: Some(3),
                ..RawOption::default()
            };
            all.push((format!("{resource}_{index:02}"), entry));
        };
        option("classroom", 4.0, 100.0, 2);
        option("bed", 80.0, 120.0, 2);
        for (field, (key, _)) in WORKSHOPS.into_iter().enumerate() {
            if layout.yearly(index, |other| other == field) > 0.0 {
                option(key, 5.0, 20.0, 1);
            }
        }
    }
    Named(all)
}

/// The rules. Their limits grow with the number of campuses.
fn rules(shape: Shape) -> RawRules {
    #[allow(clippy::cast_precision_loss)]
    let scale = shape.campuses as f64 / CAMPUSES;
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    let most = |province: f64| Some((province * scale).ceil() as u32);
    let years = (FIRST..FIRST + shape.years).step_by(2);
    let capital = years.map(|year| (year.to_string(), Quantity::Number(4000.0 * scale)));
    RawRules {
        relocation: Some(RawRelocation {
            most_per_stage: most(60.0),
            cost: figure(0.5),
            ..RawRelocation::default()
        }),
        employment: Some(RawEmployment {
            hires_per_year: most(80.0),
            rebased_per_stage: most(200.0),
            ..RawEmployment::default()
        }),
        visiting: Some(RawVisiting {
            share: figure(0.2),
            minutes: figure(30.0),
            ..RawVisiting::default()
        }),
        budget: Some(RawBudget { capital: Some(Named(capital.collect())), ..RawBudget::default() }),
        ..RawRules::default()
    }
}
