//! Which campuses are used when, what sits on each, and how full they are.

use super::{Chapter, Point, gather, in_words, point};
use crate::domain::{Campus, Lead, Term, Text};
use crate::plan::ClassPath;
use crate::report::document::Mark;
use crate::report::format;
use crate::report::sections::campuses::{Change, changes, when};
use crate::report::sections::capacity;
use crate::report::view::{View, count, seat};
use crate::words::report::prose as words;

pub(super) fn chapter(view: &View) -> Chapter {
    let points = [changed(view), arranged(view), used(view)];
    gather(view, &words::layout(), points.map(Some))
}

/// Campuses that open and close as items, the others in sentences.
fn changed(view: &View) -> Point {
    let mut items = Vec::new();
    let (mut always, mut never) = (Vec::new(), Vec::new());
    for campus in &view.scenario.campuses {
        let changes = changes(view, campus);
        let all = |wanted: Change| changes.iter().all(|(_, change)| *change == wanted);
        if all(Change::Open) {
            always.push(view.say(&campus.name));
        } else if all(Change::Closed) {
            never.push(view.say(&campus.name));
        }
        for (start, change) in changes {
            let start = when(view, campus, (start, change));
            let told = match change {
                Change::Opens => opens(view, campus, start),
                Change::Closes => closes(view, campus, start),
                Change::Open | Change::Closed => continue,
            };
            items.push(view.say(&words::stop(&told.zh, &told.en)));
        }
    }
    let throughout = || words::used_throughout(&view.list(&always));
    let unused = || words::never_used(&view.list(&never));
    let sentences = [(!always.is_empty()).then(throughout), (!never.is_empty()).then(unused)];
    point(view, &words::opened_and_closed(), sentences).items(items)
}

fn opens(view: &View, campus: &Campus, start: Term) -> Text {
    let told = words::opens(&view.say(&campus.name), &in_words(view, start));
    match campus.until {
        Some(until) => both(told, &words::usable_until(&in_words(view, until))),
        None => told,
    }
}

fn closes(view: &View, campus: &Campus, start: Term) -> Text {
    let told = words::closes(&view.say(&campus.name), &in_words(view, start));
    let owner = view.say(&campus.owner);
    if owner.is_empty() {
        return told;
    }
    let over = campus.until.is_some_and(|until| until < start);
    let premises = if over { words::given_back(&owner) } else { words::stays_with(&owner) };
    both(told, &premises)
}

fn both(first: Text, second: &Text) -> Text {
    Text { zh: first.zh + &second.zh, en: first.en + &second.en }
}

/// What sits where in the term in which the targets are due.
fn arranged(view: &View) -> Point {
    let calendar = &view.scenario.calendar;
    let term = calendar.term(calendar.target);
    let items = view.scenario.campuses.iter().filter_map(|campus| {
        let here = classes_at(view, &campus.id, term);
        (!here.is_empty()).then(|| holds(view, campus, &here, term))
    });
    let heading = words::arranged(&in_words(view, term));
    point(view, &heading, []).items(items)
}

/// The classes in school at a campus in a term.
pub(super) fn classes_at<'a>(view: &View<'a>, campus: &str, term: Term) -> Vec<&'a ClassPath> {
    let classes = view.plan.classes.iter();
    let here = |class: &&ClassPath| {
        view.in_school(class, term) && seat(&class.seats, term) == Some(campus)
    };
    classes.filter(here).collect()
}

fn holds(view: &View, campus: &Campus, here: &[&ClassPath], term: Term) -> String {
    let students: f64 = here.iter().map(|class| view.students(class, term)).sum();
    let programmes = view.programmes().filter_map(|programme| {
        let mine = here.iter().filter(|class| class.programme == programme);
        let classes = mine.count();
        let name = view.programme(programme);
        (classes > 0).then(|| view.say(&words::programme_classes(&name, classes)))
    });
    let programmes: Vec<String> = programmes.collect();
    let held = words::holds(
        &view.say(&campus.name),
        here.len(),
        &format::number(students, 0),
        &view.list(&programmes),
    );
    let lead = view.scenario.rules.role.leads.iter();
    let leads = lead.filter(|lead| view.scenario.campuses[lead.campus].id == campus.id);
    let leads = leads.filter(|lead| lead.from <= term);
    leads.fold(view.say(&held), |told, lead| {
        let more = leading(view, lead, here);
        told + view.language_mark("", " ") + &view.say(&more)
    })
}

/// The share that a leading field really has of the classes.
fn leading(view: &View, lead: &Lead, here: &[&ClassPath]) -> Text {
    let of_field = |class: &&&ClassPath| {
        let programme = view.scenario.find_programme(&class.programme);
        programme.is_some_and(|one| one.field == lead.field)
    };
    let share = count(here.iter().filter(of_field).count()) / count(here.len());
    let field = view.say(&view.scenario.fields[lead.field].name);
    words::leads(&field, &percent(share))
}

/// A share as a whole percentage.
pub(super) fn percent(share: f64) -> String {
    format!("{}%", format::number(share * 100.0, 0))
}

fn used(view: &View) -> Point {
    let uses = view.plan.indicators.iter();
    let uses = uses.flat_map(|at| at.capacity.iter().map(move |one| (at.term.0, one)));
    let shares = uses.clone().filter_map(|(term, one)| Some((capacity::share(one)?, term, one)));
    let most = shares.reduce(|most, next| if next.0 > most.0 { next } else { most });
    let marked = |mark: Mark| uses.clone().filter(|(_, one)| capacity::mark(one) == mark).count();
    let (tight, short) = (marked(Mark::Tight), marked(Mark::Short));
    let sentences = [
        most.map(|(share, term, one)| {
            words::tightest(
                &view.campus(&one.campus),
                &view.resource(&one.resource),
                &in_words(view, term),
                &percent(share),
            )
        }),
        Some(match (tight, short) {
            (0, 0) => words::no_tight_places(),
            (tight, 0) => words::tight_places(tight),
            (tight, short) => words::tight_and_short_places(tight + short, short),
        }),
    ];
    point(view, &words::premises_used(), sentences)
}
