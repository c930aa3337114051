//! Spending: what is paid when, by item.

use super::book::{Book, Entry};
use super::buses::buses;
use super::courses::find;
use super::{MoneyItem, TermKey};
use crate::domain::{Retraining, Road};
use crate::ids::GroupId;
use crate::units::Hours;

/// All money but the prices of missed rules.
pub(crate) fn spending(book: &Book) -> Vec<Entry> {
    let mut entries = switches(book);
    entries.extend(works(book));
    entries.extend(events(book));
    entries.extend(campus_terms(book));
    entries.extend(recruits(book));
    entries.extend(people(book));
    entries.extend(classes(book));
    entries.extend(courses(book));
    entries.extend(super::afterwards::spending(book));
    entries.extend(super::payroll::spending(book));
    let paid = buses(book).into_iter();
    entries.extend(paid.map(|(_, year, amount)| (MoneyItem::Busing, year, amount)));
    let prices = book.scenario.prices;
    let km = |(year, trips, road): Trip| (year, trips * 2.0 * road.length.0);
    entries.extend(trips_to_share(book).into_iter().map(km).map(|(year, km)| {
        let price = prices.busing_per_km.0;
        (MoneyItem::Busing, year, km * price)
    }));
    entries.extend(trips_to_teach(book).into_iter().map(km).map(|(year, km)| {
        let price = prices.visiting_per_km.0;
        (MoneyItem::Visiting, year, km * price)
    }));
    entries
}

/// Campuses opening, in the year in which they are first in use, and closing;
/// one whose use ends within the last stage closes then.
pub(super) fn switches(book: &Book) -> Vec<Entry> {
    let mut entries = Vec::new();
    for (id, campus) in book.scenario.campuses.iter_enumerated() {
        let mut before = campus.in_use;
        for stage in book.scenario.calendar.stage_ids() {
            let year = book.start(stage).0.fiscal_year();
            let now = book.open(id, stage);
            match (before, now) {
                (false, true) => {
                    let terms = book.scenario.terms_in_use(id, stage);
                    let year = terms.first().map_or(year, |term| term.fiscal_year());
                    entries.push((MoneyItem::Opening, year, campus.opening_cost.0));
                }
                (true, false) => entries.push((MoneyItem::Closing, year, campus.closing_cost.0)),
                _ => {}
            }
            let last = stage.0 + 1 == book.scenario.calendar.stages.len();
            let ends = book.scenario.ends_within(id, stage);
            if let Some(ends) = ends.filter(|_| now && last) {
                let year = ends.fiscal_year();
                entries.push((MoneyItem::Closing, year, campus.closing_cost.0));
            }
            before = now;
        }
    }
    entries
}

/// Modules, paid when their work begins, and their upkeep in service.
pub(super) fn works(book: &Book) -> Vec<Entry> {
    let calendar = &book.scenario.calendar;
    let mut entries = Vec::new();
    for option in &book.scenario.options {
        let mut before = 0;
        for term in calendar.term_ids().map(|term| calendar.term(term)) {
            let modules = book.modules(&option.id, term);
            let added = f64::from(modules.saturating_sub(before));
            let begun = option.begun(term).fiscal_year();
            entries.push((MoneyItem::Building, begun, added * option.cost.0));
            let upkeep = f64::from(modules) * option.upkeep.0;
            entries.push((MoneyItem::Upkeep, term.fiscal_year(), upkeep));
            before = modules;
        }
    }
    entries
}

/// Equipment shipped, classes moved and merged, recruits hired.
pub(super) fn events(book: &Book) -> Vec<Entry> {
    let shipping = book.plan.shipments.iter().filter_map(|one| {
        let price = book.scenario.resources[book.resource(&one.resource)?].shipping?;
        let cost = f64::from(one.units) * price.0;
        Some((MoneyItem::Shipping, one.at.0.fiscal_year(), cost))
    });
    let each = book.scenario.rules.relocation.cost.0;
    let moves = book.moved.iter();
    let moves = moves.map(|one| (MoneyItem::Relocation, one.at.fiscal_year(), each));
    let each = book.scenario.rules.merging.map_or(0.0, |rule| rule.cost.0);
    let merged = book.plan.classes.iter();
    let merged = merged.filter_map(|class| class.merged.as_ref());
    let merged = merged.map(|one| (MoneyItem::Merging, one.at.0.fiscal_year(), each));
    let hires = book.plan.hires.iter().filter_map(|one| {
        let mut subjects = book.scenario.subjects.iter();
        let subject = subjects.find(|subject| subject.id == one.subject)?;
        let cost = f64::from(one.people) * subject.hiring?.cost.0;
        Some((MoneyItem::Hiring, one.at.0.fiscal_year(), cost))
    });
    shipping.chain(moves).chain(merged).chain(hires).collect()
}

/// Running costs of campuses in the terms in which they are in use.
pub(super) fn campus_terms(book: &Book) -> Vec<Entry> {
    let mut entries = Vec::new();
    for (id, campus) in book.scenario.campuses.iter_enumerated() {
        let terms = book.scenario.calendar.term_ids();
        entries.extend(terms.filter(|term| book.in_use(id, *term)).map(|term| {
            let year = book.scenario.calendar.term(term).fiscal_year();
            (MoneyItem::Running, year, campus.running_cost.0)
        }));
    }
    entries
}

/// Pay of recruits from hiring on.
pub(super) fn recruits(book: &Book) -> Vec<Entry> {
    let calendar = &book.scenario.calendar;
    let mut entries = Vec::new();
    for post in book.plan.posts.iter().filter(|post| post.group.is_none()) {
        let mut subjects = book.scenario.subjects.iter();
        let subject = subjects.find(|subject| post.subjects.contains(&subject.id));
        let hiring = subject.and_then(|subject| subject.hiring);
        let from = post.seats.first().map(|seat| seat.from.0);
        if let (Some(hiring), Some(from)) = (hiring, from) {
            let terms = calendar.term_ids().map(|term| calendar.term(term));
            let terms = terms.filter(|term| from <= *term);
            entries.extend(terms.map(|term| (MoneyItem::Pay, term.fiscal_year(), hiring.pay.0)));
        }
    }
    entries
}

/// Training of those who change subject, and periods bought.
pub(super) fn people(book: &Book) -> Vec<Entry> {
    let courses = book.scenario.retrainable();
    let trained = book.plan.posts.iter().filter_map(|post| {
        let change = post.retrained.as_ref()?;
        let fits = |(group, course): &&(GroupId, Retraining)| {
            Some(&book.scenario.staff[*group].id) == post.group.as_ref()
                && book.scenario.subjects[course.to].id == change.subject
        };
        let (_, course) = courses.iter().find(fits)?;
        let year = course.begun(change.from.0).fiscal_year();
        Some((MoneyItem::Training, year, course.cost.0))
    });
    let bought = book.plan.part_time.iter().flat_map(|one| {
        let pay = book.scenario.rules.part_time.pay.iter();
        let mut pay = pay.filter(|(id, _)| book.scenario.subjects[**id].id == one.subject);
        let price = pay.next().map_or(0.0, |(_, price)| price.0);
        let cost = price * one.periods_per_week.0;
        let terms = book.terms_from(one.from).into_iter();
        terms.map(move |term| (MoneyItem::PartTime, term.fiscal_year(), cost))
    });
    trained.chain(bought).collect()
}

/// Cost of teaching, and income from registered students.
pub(super) fn classes(book: &Book) -> Vec<Entry> {
    let mut entries = Vec::new();
    for row in &book.rows {
        let year = book.scenario.calendar.term(row.term).fiscal_year();
        let income = row.students * row.programme.income.0;
        entries.push((MoneyItem::Income, year, income));
        let site = row.programme.sites.get(&row.campus);
        if let Some(site) = site.filter(|_| row.in_school) {
            let cost = site.cost_per_class.0 + row.students * site.cost_per_student.0;
            entries.push((MoneyItem::Teaching, year, cost));
        }
    }
    entries
}

/// Trips in a term: fiscal year, number, road.
pub(super) type Trip = (i32, f64, Road);

pub(super) fn trips_to_share(book: &Book) -> Vec<Trip> {
    let trips = book.plan.sharing.iter().filter_map(|one| {
        let resource = &book.scenario.resources[book.resource(&one.resource)?];
        let visits = one.hours_per_week.0 / resource.shared_visit?.0;
        Some((one.from, visits, book.road(&one.user, &one.host)?))
    });
    each_term(book, trips)
}

pub(super) fn trips_to_teach(book: &Book) -> Vec<Trip> {
    let trips = book.plan.visiting.iter().filter_map(|one| {
        let visits = one.periods_per_week.0 / book.scenario.prices.periods_per_visit;
        Some((one.from, visits, book.road(&one.base, &one.host)?))
    });
    each_term(book, trips)
}

/// Weekly visits of a stage as trips in each of its terms.
pub(super) fn each_term(
    book: &Book,
    weekly: impl Iterator<Item = (TermKey, f64, Road)>,
) -> Vec<Trip> {
    let weeks = book.scenario.calendar.weeks;
    weekly
        .flat_map(|(from, visits, road)| {
            let terms = book.terms_from(from).into_iter();
            terms.map(move |term| (term.fiscal_year(), visits * weeks, road))
        })
        .collect()
}

/// Hours between home and campus, where they count.
pub(super) fn home_hours(book: &Book) -> Hours {
    if !book.scenario.counts_home() {
        return Hours::ZERO;
    }
    let rows = book.rows.iter().filter(|row| row.in_school);
    rows.map(|row| Hours(book.home(row).time.0 / 60.0)).sum()
}

pub(super) fn hours(trips: Vec<Trip>) -> f64 {
    let hours = trips.into_iter();
    hours.map(|(_, trips, road)| trips * 2.0 * road.time.0 / 60.0).sum()
}

/// Fees and costs of the short courses.
fn courses(book: &Book) -> Vec<Entry> {
    let all = book.plan.courses.iter();
    all.filter_map(|one| {
        let course = find(book.scenario, &one.course)?;
        let (year, trainees) = (one.term.0.fiscal_year(), f64::from(one.trainees));
        Some([
            (MoneyItem::CourseCosts, year, trainees * course.cost.0),
            (MoneyItem::CourseFees, year, trainees * course.fee.0),
        ])
    })
    .flatten()
    .collect()
}
