//! Programmes, classes in school, admissions and staff of the generated province.

use super::generate::{
    COMMON, FIRST, LOAD, VOCATIONAL, WORKSHOPS, campus, figure, figures, programme, text,
};
use super::layout::{FIELDS, Layout};
use super::random::Random;
use campusplan::scenario::named::Named;
use campusplan::scenario::quantity::Quantity;
use campusplan::scenario::raw::{
    RawAdmission, RawCohort, RawCurriculum, RawInternship, RawProgramme, RawRange, RawSite,
    RawStaff,
};

/// The programmes.
pub fn programmes(layout: &Layout) -> Named<RawProgramme> {
    let mut all = Vec::new();
    for (index, course) in layout.courses.iter().enumerate() {
        let field = FIELDS[course.field];
        let block = |terms: u32, common: f64, vocational: f64| {
            let periods = COMMON.map(|(key, periods)| (key, periods * common));
            RawCurriculum {
                terms: Some(terms),
                periods: figures(periods.into_iter().chain([(field, vocational)])),
                uses: figures(WORKSHOPS.get(course.field).copied()),
            }
        };
        let site = |campus_index: &usize| (campus(*campus_index), RawSite::default());
        let entry = RawProgramme {
            name: text(&programme(index)),
            field: Some(field.to_owned()),
            curriculum: vec![block(4, 1.0, VOCATIONAL.0), block(2, 0.5, VOCATIONAL.1)],
            class_size: Some(RawRange { min: figure(30.0), max: figure(50.0) }),
            internship: Some(RawInternship {
                first: Some(5),
                last: Some(6),
                length: Some(1),
                fixed: None,
            }),
            attrition: vec![Quantity::Number(0.02)],
            boarding: figure(0.7),
            sites: Named(course.sites.iter().map(site).collect()),
            ..RawProgramme::default()
        };
        all.push((programme(index), entry));
    }
    Named(all)
}

/// The cohorts.
pub fn cohorts(random: &mut Random, layout: &Layout) -> Vec<RawCohort> {
    let mut all = Vec::new();
    for (index, course) in layout.courses.iter().enumerate() {
        for year in FIRST - 2..FIRST {
            let counts = [course.classes - course.second, course.second];
            for (site, classes) in course.sites.iter().zip(counts) {
                if classes > 0 {
                    let students = f64::from(classes) * random.between(37.0, 44.0);
                    all.push(RawCohort {
                        programme: Some(programme(index)),
                        entry: Some(format!("{year}-autumn")),
                        campus: Some(campus(*site)),
                        classes: Some(classes),
                        students: figure(students.round()),
                        interned: None,
                    });
                }
            }
        }
    }
    all
}

/// The admissions.
pub fn admissions(random: &mut Random, layout: &Layout) -> Vec<RawAdmission> {
    let mut all = Vec::new();
    for (index, course) in layout.courses.iter().enumerate() {
        for year in FIRST..FIRST + layout.shape.years {
            let wanted = f64::from(course.classes) * 45.0 * random.between(0.95, 1.2);
            all.push(RawAdmission {
                programme: Some(programme(index)),
                entry: Some(format!("{year}-autumn")),
                applicants: figure(wanted.round()),
                assumed: None,
                least: Some(0),
                most: Some(course.classes + 1),
            });
        }
    }
    all
}

/// The staff.
pub fn staff(random: &mut Random, layout: &Layout) -> Named<RawStaff> {
    let mut all = Vec::new();
    for index in 0..layout.places.len() {
        let mut group = |subject: &str, periods: f64| {
            let people = (periods / LOAD * random.between(1.0, 1.15)).ceil();
            #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
            let count = people as u32;
            let leaves = FIRST + 1 + u32::try_from(random.below(4)).expect("small");
            if count == 0 {
                return;
            }
            let entry = RawStaff {
                employer: text("County"),
                campus: Some(campus(index)),
                subjects: vec![subject.to_owned()],
                count: Some(count),
                load: figure(LOAD),
                retirements: if count > 3 {
                    Named(vec![(format!("{leaves}-autumn"), 1)])
                } else {
                    Named::default()
                },
                ..RawStaff::default()
            };
            all.push((format!("{subject}_{index:02}"), entry));
        };
        let yearly = layout.yearly(index, |_| true);
        for (subject, periods) in COMMON {
            group(subject, yearly * periods * 2.25);
        }
        for (field, subject) in FIELDS.into_iter().enumerate() {
            let classes = layout.yearly(index, |other| other == field);
            group(subject, classes * (2.0 * VOCATIONAL.0 + 0.5 * VOCATIONAL.1));
        }
    }
    Named(all)
}
