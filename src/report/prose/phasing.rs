//! What is done in which year.

use super::money::{capital_of, project_name};
use super::{Chapter, gather, in_words, phrases, point, relocation};
use crate::domain::Term;
use crate::report::format;
use crate::report::sections::building::works;
use crate::report::sections::campuses::{Change, changes, when};
use crate::report::sections::money::years;
use crate::report::view::{View, moves};
use crate::words::report as common;
use crate::words::report::prose as words;

pub(super) fn chapter(view: &View) -> Chapter {
    let items = years(view).into_iter().map(|year| {
        let mut told = campuses(view, year);
        told.extend(moved(view, year));
        told.extend(building(view, year));
        told.extend(staff(view, year));
        told.extend(capital(view, year));
        if told.is_empty() {
            told.push(view.say(&words::year_quiet()));
        }
        let year = view.say(&common::fiscal_year(year));
        view.say(&words::in_year(&year, &phrases(view, &told)))
    });
    let items: Vec<String> = items.collect();
    let all = (!items.is_empty()).then(|| point(view, &words::phasing(), []).alone().items(items));
    gather(view, &words::phasing(), [all])
}

fn within(year: i32) -> impl Fn(&Term) -> bool {
    move |term| term.fiscal_year() == year
}

fn campuses(view: &View, year: i32) -> Vec<String> {
    let mut told = Vec::new();
    for campus in &view.scenario.campuses {
        let name = view.say(&campus.name);
        for (start, change) in changes(view, campus) {
            let term = when(view, campus, (start, change));
            if within(year)(&term) {
                let term = in_words(view, term);
                match change {
                    Change::Opens => told.push(view.say(&words::year_opens(&name, &term))),
                    Change::Closes => told.push(view.say(&words::year_closes(&name, &term))),
                    Change::Open | Change::Closed => {}
                }
            }
        }
    }
    told
}

fn moved(view: &View, year: i32) -> Option<String> {
    let all = relocation::all(view);
    let here = all.iter().filter(|(_, step)| within(year)(&step.at));
    let (classes, students) = here.fold((0, 0.0), |(classes, students), (class, step)| {
        (classes + 1, students + view.students(class, step.at))
    });
    let told = words::year_moves(classes, &format::number(students, 0));
    (classes > 0).then(|| view.say(&told))
}

fn building(view: &View, year: i32) -> Vec<String> {
    let mut told = Vec::new();
    for work in works(view) {
        let name = project_name(view, &work);
        if within(year)(&work.option.begun(work.service)) {
            told.push(view.say(&words::year_begins(&name)));
        }
        if within(year)(&work.service) {
            told.push(view.say(&words::year_serves(&name)));
        }
    }
    told
}

fn staff(view: &View, year: i32) -> Vec<String> {
    let of_year = view.plan.hires.iter().filter(|hire| within(year)(&hire.at.0));
    let hired: u32 = of_year.map(|hire| hire.people).sum();
    let posts = view.plan.posts.iter();
    let steps = posts.flat_map(|post| moves(post.campus_today.as_deref(), &post.seats));
    let posted = steps.filter(|step| within(year)(&step.at)).count();
    let told = [
        (hired > 0).then(|| words::year_hires(hired)),
        (posted > 0).then(|| words::year_posted(posted)),
    ];
    told.into_iter().flatten().map(|text| view.say(&text)).collect()
}

fn capital(view: &View, year: i32) -> Option<String> {
    let spent = capital_of(view, year);
    let told = words::year_capital(&format::number(spent.0, 1));
    (!spent.is_zero()).then(|| view.say(&told))
}
