//! School buses of rule Catchment: who goes where from which feeder school, who
//! rides, which routes run and what they cost.
//!
//! riders = day pupils whose way is longer than the walk; a route runs in all terms
//! of a stage if somebody rides in one of them.

use super::Plan;
use super::book::Book;
use super::catchment::{board, pupils};
use crate::domain::{Road, Scenario};
use crate::ids::{CampusId, FeederId, StageId, TermId};
use crate::units::Money;
use std::collections::{BTreeMap, BTreeSet};

/// Riders below this are none.
const NOBODY: f64 = 1e-6;

/// Those who go to a campus from a feeder school in a term, in expected numbers.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Coming {
    /// Students in school.
    pub students: f64,
    /// Of them, boarders.
    pub boarders: f64,
    /// Of the others, those who ride in a school bus.
    pub riders: f64,
}

/// By feeder school and campus, those who go there in a term.
pub(super) fn coming(book: &Book, term: TermId) -> BTreeMap<(FeederId, CampusId), Coming> {
    let mut all: BTreeMap<(FeederId, CampusId), Coming> = BTreeMap::new();
    let rule = book.scenario.rules.catchment.as_ref();
    for row in book.in_school(term) {
        for (feeder, students) in pupils(book.scenario, &book.plan.classes[row.class], row) {
            let sum = all.entry((feeder, row.campus)).or_default();
            let boarders = students * board(book.scenario, row, feeder);
            sum.students += students;
            sum.boarders += boarders;
            let way = book.scenario.way(feeder, row.campus);
            if rule.zip(way).is_some_and(|(rule, way)| way.length.0 > rule.walk.0) {
                sum.riders += students - boarders;
            }
        }
    }
    all
}

/// Routes of school buses in a stage: those with a rider in one of its terms.
pub(super) fn routes(book: &Book, stage: StageId) -> BTreeSet<(FeederId, CampusId)> {
    let terms = book.scenario.calendar.terms_of(stage);
    let ridden = terms.flat_map(|term| coming(book, term));
    ridden.filter(|(_, coming)| coming.riders > NOBODY).map(|(place, _)| place).collect()
}

/// What the school buses cost: campus, fiscal year, 万元.
pub(super) fn buses(book: &Book) -> Vec<(CampusId, i32, f64)> {
    let mut entries = Vec::new();
    let Some(rule) = book.scenario.rules.catchment.as_ref().filter(|one| !one.buses.is_empty())
    else {
        return entries;
    };
    let calendar = &book.scenario.calendar;
    for stage in calendar.stage_ids() {
        let routes = routes(book, stage);
        for term in calendar.terms_of(stage) {
            let year = calendar.term(term).fiscal_year();
            let mut pay = |campus, amount| entries.push((campus, year, amount));
            for ((_, campus), coming) in coming(book, term) {
                let buses = rule.buses.get(&campus);
                pay(campus, buses.map_or(0.0, |one| one.per_pupil.0) * coming.riders);
            }
            for (feeder, campus) in &routes {
                let way: Option<Road> = book.scenario.way(*feeder, *campus);
                let buses = rule.buses.get(campus).zip(way);
                pay(*campus, buses.map_or(0.0, |(buses, way)| buses.route(way).0));
            }
        }
    }
    entries
}

/// Bus seats missing at a campus in a term.
pub(super) fn seats_missing(book: &Book, campus: CampusId, term: TermId) -> f64 {
    let rule = book.scenario.rules.catchment.as_ref();
    let seats = rule.and_then(|rule| rule.buses.get(&campus)?.seats);
    let riders = coming(book, term).into_iter().filter(|((_, at), _)| *at == campus);
    let riders: f64 = riders.map(|(_, coming)| coming.riders).sum();
    seats.map_or(0.0, |seats| riders - seats.0)
}

/// What is known of a campus's school buses.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct BusUse {
    /// The most riders of a term, in expected numbers.
    pub riders: f64,
    /// Routes that run in some term.
    pub routes: usize,
    /// Longest way of a day pupil.
    pub longest: Road,
    /// What they cost over the horizon.
    pub cost: Money,
}

/// Who goes where from which feeder school in a term, in expected numbers.
#[must_use]
pub fn ways(
    scenario: &Scenario,
    plan: &Plan,
    term: TermId,
) -> BTreeMap<(FeederId, CampusId), Coming> {
    coming(&Book::new(scenario, plan), term)
}

/// The school buses and the way of the day pupils of each campus to which
/// pupils go who are kept apart by feeder school.
#[must_use]
pub fn bus_use(scenario: &Scenario, plan: &Plan) -> BTreeMap<CampusId, BusUse> {
    let book = Book::new(scenario, plan);
    let mut all: BTreeMap<CampusId, BusUse> = BTreeMap::new();
    let mut run: BTreeSet<(FeederId, CampusId)> = BTreeSet::new();
    for term in scenario.calendar.term_ids() {
        let mut riders: BTreeMap<CampusId, f64> = BTreeMap::new();
        for ((feeder, campus), coming) in coming(&book, term) {
            let one = all.entry(campus).or_default();
            let way = scenario.way(feeder, campus);
            if let Some(way) = way.filter(|_| coming.students - coming.boarders > NOBODY) {
                let (km, time) = (&mut one.longest.length.0, &mut one.longest.time.0);
                (*km, *time) = (km.max(way.length.0), time.max(way.time.0));
            }
            *riders.entry(campus).or_default() += coming.riders;
        }
        for (campus, riders) in riders {
            let one = all.entry(campus).or_default();
            one.riders = one.riders.max(riders);
        }
    }
    for stage in scenario.calendar.stage_ids() {
        run.extend(routes(&book, stage));
    }
    for (_, campus) in run {
        all.entry(campus).or_default().routes += 1;
    }
    for (campus, _, amount) in buses(&book) {
        all.entry(campus).or_default().cost += Money(amount);
    }
    all
}
