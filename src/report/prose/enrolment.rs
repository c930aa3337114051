//! Who is admitted, how many are in school, who comes for short courses.

use super::{Chapter, Point, gather, in_words, phrases, point};
use crate::domain::{Course, Demand, Season, Term};
use crate::plan::{Admission, MoneyItem};
use crate::report::format;
use crate::report::sections::money;
use crate::report::view::View;
use crate::words::report as common;
use crate::words::report::prose as words;

pub(super) fn chapter(view: &View) -> Chapter {
    let points = [Some(intake(view)), Some(size(view)), courses(view)];
    gather(view, &words::enrolment(), points)
}

fn whole(value: f64) -> String {
    format::number(value, 0)
}

/// Classes and students of some admissions.
fn sum<'p>(admissions: impl Iterator<Item = &'p Admission>) -> (u32, f64) {
    admissions.fold((0, 0.0), |(classes, students), one| {
        (classes + one.classes, students + one.students.0)
    })
}

fn intake(view: &View) -> Point {
    let all = &view.plan.admissions;
    let (classes, students) = sum(all.iter());
    if classes == 0 {
        return point(view, &words::intake(), [Some(words::nobody_admitted())]);
    }
    let mut entries: Vec<Term> = all.iter().map(|one| one.entry.0).collect();
    entries.sort_unstable();
    entries.dedup();
    let by_entry = entries.into_iter().filter_map(|entry| {
        let (classes, students) = sum(all.iter().filter(|one| one.entry.0 == entry));
        let told = words::admitted_in(&in_words(view, entry), classes, &whole(students));
        (classes > 0).then(|| view.say(&told))
    });
    let by_entry: Vec<String> = by_entry.collect();
    let by_programme = view.programmes().filter_map(|key| {
        let (classes, students) = sum(all.iter().filter(|one| one.programme == key));
        let told = words::programme_intake(&view.programme(key), classes, &whole(students));
        (classes > 0).then(|| view.say(&told))
    });
    let by_programme: Vec<String> = by_programme.collect();
    let admitted = words::admitted(classes, &whole(students), &phrases(view, &by_entry));
    let sentences = [
        Some(admitted),
        Some(words::by_programme(&phrases(view, &by_programme))),
        Some(applicants(view)),
        turned_away(all),
    ];
    point(view, &words::intake(), sentences)
}

fn applicants(view: &View) -> crate::domain::Text {
    let all = &view.plan.admissions;
    let total: f64 = all.iter().map(|one| one.applicants.0).sum();
    let on = |path: Demand| -> f64 {
        let of = |one: &Admission| one.projected.map_or(one.applicants.0, |range| range.at(path));
        all.iter().map(of).sum()
    };
    if all.iter().all(|one| one.projected.is_none()) {
        return words::applicants(&whole(total));
    }
    let path = view.say(&common::demand(view.plan.options.demand));
    let (low, high) = (on(Demand::Low), on(Demand::High));
    words::applicants_on(&whole(total), &whole(low), &whole(high), &path)
}

/// Applicants beyond what their programmes admit, and students beyond what
/// theirs were applied for, as the table of admissions counts them.
fn turned_away(all: &[Admission]) -> Option<crate::domain::Text> {
    let beyond = |more: &dyn Fn(&Admission) -> f64| -> f64 {
        all.iter().map(|one| more(one).max(0.0)).sum()
    };
    let away = beyond(&|one| one.applicants.0 - one.students.0);
    let switched = beyond(&|one| one.students.0 - one.applicants.0);
    (away >= 0.5).then(|| words::turned_away(&whole(away), &whole(switched)))
}

fn size(view: &View) -> Point {
    let at = view.plan.indicators.iter();
    let autumns = at.clone().filter(|at| at.term.0.season == Season::Autumn);
    let autumns: Vec<String> = autumns
        .map(|at| {
            view.say(&words::size_in(
                &in_words(view, at.term.0),
                &whole(at.registered.0),
                &whole(at.students_in_school.0),
                &whole(at.on_internship.0),
            ))
        })
        .collect();
    let worst = at.max_by(|one, other| one.attrition.total_cmp(&other.attrition));
    let by_year = || words::size_by_year(&phrases(view, &autumns));
    let sentences = [
        (!autumns.is_empty()).then(by_year),
        worst.map(|at| {
            words::attrition(
                &in_words(view, at.term.0),
                &format!("{}%", format::number(at.attrition * 100.0, 1)),
                &format::percent_up(at.attrition_limit),
            )
        }),
    ];
    point(view, &words::pupils(), sentences)
}

fn courses(view: &View) -> Option<Point> {
    if view.scenario.courses.is_empty() {
        return None;
    }
    let told = view.scenario.courses.iter().map(|course| trained(view, course));
    let told: Vec<String> = told.collect();
    let amount = |item| format::number(money::sum(view, |one| one == item).0, 1);
    let sentence = words::trained(
        &view.list(&told),
        &amount(MoneyItem::CourseFees),
        &amount(MoneyItem::CourseCosts),
    );
    Some(point(view, &words::short_courses(), [Some(sentence)]))
}

fn trained(view: &View, course: &Course) -> String {
    let lines = view.plan.indicators.iter().flat_map(|at| &at.courses);
    let mine = lines.filter(|one| one.course == course.id);
    let (taken, demand) = mine.fold((0.0, 0.0), |(taken, demand), one| {
        (taken + f64::from(one.trainees), demand + one.demand.0)
    });
    view.say(&words::trained_in(&view.say(&course.name), &whole(taken), &whole(demand)))
}
