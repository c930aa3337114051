//! What a superior asks first: by how much each target is met and whether it
//! holds under the low forecast, who is turned away, which classes are full,
//! which standards fail, and what is still in use when its tenure ends.

use super::standards::{score_years, sets};
use crate::domain::{Demand, Metric, Target, Term, Text};
use crate::ids::TermId;
use crate::plan::{Admission, ClassPath, TargetResult, TermKey};
use crate::report::format;
use crate::report::view::{View, count, seat};
use crate::words::report::findings as words;

/// A class this close to the largest size is full.
const FULL: f64 = 1e-6;

/// The sentences, in the order in which they are asked.
pub fn sentences(view: &View) -> Vec<Text> {
    let sentences = [margins(view), turned_away(view), full_classes(view), failing(view)];
    let mut told: Vec<Text> = sentences.into_iter().flatten().collect();
    told.extend(expiring(view));
    told
}

/// The least margin of each target that is met.
pub(in crate::report) fn margins(view: &View) -> Option<Text> {
    let told =
        view.scenario.targets.iter().filter_map(|target| {
            let mine = || view.plan.targets.iter().filter(|one| one.target == target.id);
            if mine().any(TargetResult::is_missed) {
                return None;
            }
            let margin = |one: &TargetResult| one.value - one.at_least;
            let least = mine().min_by(|one, other| margin(one).total_cmp(&margin(other)))?;
            let (name, term) = (view.target(&target.id), view.term(least.term.0));
            let text = words::margin(&name, &format::number(margin(least), 0), &term);
            Some(view.say(&on_low(view, target).map_or_else(
                || text.clone(),
                |low| words::with(&text.zh, &text.en, &low.zh, &low.en),
            )))
        });
    let told: Vec<String> = told.collect();
    (!told.is_empty()).then(|| words::margins(&told.join(view.language_mark("；", "; "))))
}

/// Whether a target that counts students is met when no more apply than the low
/// forecast says and the same classes are kept; nothing without a forecast.
fn on_low(view: &View, target: &Target) -> Option<Text> {
    let projected = view.plan.admissions.iter().any(|one| one.projected.is_some());
    if target.metric == Metric::ClassesInSchool || !projected {
        return None;
    }
    let mine = view.plan.targets.iter();
    let mine = mine.filter(|one| one.target == target.id);
    let short = mine.map(|one| {
        let low = students_on_low(view, target.metric, one.term.0);
        ((one.at_least - low).max(0.0).ceil(), one.term.0)
    });
    let (short, term) = short.reduce(|worst, next| if next.0 > worst.0 { next } else { worst })?;
    Some(if short > 0.0 {
        words::fails_on_low(&format::number(short, 0), &view.term(term))
    } else {
        words::holds_on_low()
    })
}

/// Students of a term if each admission is cut to the low forecast.
fn students_on_low(view: &View, metric: Metric, term: Term) -> f64 {
    let counted = |class: &&ClassPath| match metric {
        Metric::StudentsInSchool => view.in_school(class, term),
        Metric::ClassesInSchool | Metric::Registered => view.registered(class, term),
    };
    let classes = view.plan.classes.iter().filter(counted);
    let students = classes.map(|class| view.students(class, term) * share_on_low(view, class));
    students.sum::<f64>().round()
}

/// Share of a class that the low forecast leaves.
fn share_on_low(view: &View, class: &ClassPath) -> f64 {
    let mut admissions = view.plan.admissions.iter();
    let mine = |one: &&Admission| {
        class.campus_today.is_none() && one.programme == class.programme && one.entry == class.entry
    };
    let low = admissions.find(mine).and_then(|one| {
        let low = one.projected?.at(Demand::Low);
        (one.students.0 > 0.0).then(|| low / one.students.0)
    });
    low.unwrap_or(1.0).clamp(0.0, 1.0)
}

/// Applicants who are turned away, and who take another programme.
pub(in crate::report) fn turned_away(view: &View) -> Option<Text> {
    let all = || view.plan.admissions.iter();
    let sum = |of: fn(&Admission) -> f64| format::number(all().map(of).sum(), 0);
    let away: f64 = all().map(|one| (one.applicants.0 - one.students.0).max(0.0)).sum();
    (all().next().is_some() && away >= 0.5).then(|| {
        words::turned_away(
            &sum(|one| one.applicants.0),
            &sum(|one| one.students.0),
            &format::number(away, 0),
            &sum(|one| (one.students.0 - one.applicants.0).max(0.0)),
        )
    })
}

/// New classes at the largest size.
fn full_classes(view: &View) -> Option<Text> {
    let new = || view.plan.classes.iter().filter(|one| one.campus_today.is_none());
    let full = new().filter(|class| {
        let mut programmes = view.scenario.programmes.iter();
        let programme = programmes.find(|one| one.id == class.programme);
        programme.is_some_and(|one| view.students_at_base(class) >= one.class_size.1.floor() - FULL)
    });
    let (full, all) = (full.count(), new().count());
    (full > 0).then(|| words::full_classes(full, all))
}

/// The standards that fail for certain, by name.
pub(in crate::report) fn failing(view: &View) -> Option<Text> {
    let told = score_years(view.scenario).into_iter().filter_map(|year| {
        let here = sets(view).filter(|set| set.years.contains(&year));
        let here: Vec<_> = here.collect();
        let forced = here.iter().any(|set| set.in_force(year));
        let mut names: Vec<String> = Vec::new();
        for line in &view.plan.compliance {
            let set = here.iter().find(|set| set.id == line.set);
            let set = set.filter(|set| !forced || set.in_force(year));
            let one =
                set.and_then(|set| set.indicators.iter().find(|one| one.id == line.indicator));
            let fails = line.counts && line.school_year == year && line.met == Some(false);
            if let Some(one) = one.filter(|_| fails) {
                let name = view.say(&one.name);
                if !names.contains(&name) {
                    names.push(name);
                }
            }
        }
        (!names.is_empty()).then(|| view.say(&words::failing_in(year, &view.list(&names))))
    });
    let told: Vec<String> = told.collect();
    (!told.is_empty()).then(|| words::failing(&told.join(view.language_mark("；", "; "))))
}

/// Registered classes based at a campus in the last term of its tenure that have
/// terms of study left, and their students.
pub(in crate::report) fn unfinished(view: &View, campus: &str, until: Term) -> (usize, f64) {
    let classes = view.plan.classes.iter().filter(|class| {
        seat(&class.seats, until) == Some(campus)
            && class.headcount.contains_key(&TermKey(until))
            && view.registered(class, until)
            && view.registered(class, until.plus(1))
    });
    let classes: Vec<&ClassPath> = classes.collect();
    (classes.len(), classes.iter().map(|class| view.students(class, until)).sum())
}

/// Campuses whose tenure ends within the horizon or with it, and the classes
/// that are there in its last term and have terms of study left.
pub(in crate::report) fn expiring(view: &View) -> Vec<Text> {
    let calendar = &view.scenario.calendar;
    let end = calendar.term(TermId(calendar.terms - 1));
    let ended = |until: &Term| *until <= end;
    let campuses = view.scenario.campuses.iter();
    let told = campuses.filter_map(|campus| {
        let until = campus.until.filter(ended)?;
        let (classes, students) = unfinished(view, &campus.id, until);
        if classes == 0 {
            return None;
        }
        let (name, term) = (view.say(&campus.name), view.term(until));
        let (classes, students) = (format::number(count(classes), 0), format::number(students, 0));
        Some(if until == end {
            words::expires_at_the_end(&name, &term, &classes, &students)
        } else {
            words::expires(&name, &term, &classes, &students)
        })
    });
    told.collect()
}
