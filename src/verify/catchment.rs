//! Rule Catchment. For each class of a cohort that a zone covers:
//!
//! - Σ_f pupils(f) = its students, at entry;
//! - each f with pupils in it is assigned to the campus of its first seat, and
//!   no campus of its seats is too far from f, where those with a long way
//!   don't board.
//!
//! For each such cohort k and feeder school f:
//!
//! - pupils(k,f) ≤ applicants(k,f) for a programme in no pool; for each pool and
//!   entry term, Σ_k max(0, pupils(k,f) − applicants(k,f)) ≤ willing · Σ_k max(0,
//!   applicants(k,f) − pupils(k,f)), where a cohort that no zone covers has of
//!   each feeder school its share;
//! - in a zone that is whole, all pupils of f in a programme begin at one campus.
//!
//! For each campus with school buses and each term: Σ_f riders(f) ≤ seats; beyond
//! it at a price per seat. riders(f) = the day pupils of f in school there whose
//! way is longer than the walk; day pupils = pupils · survive · (1 − board), board
//! = 1 where the way is too long.
//!
//! Boarders, the way home and the cost of the buses are recomputed from the same.

use super::decisions::Class;
use super::facts::Facts;
use super::ledger::{At, Ledger, Limit, Sides, Tally, count, same};
use crate::domain::{CatchmentRule, Feeder, Pool, Road, Rule, Term};
use crate::forecast;
use crate::ids::{CampusId, CohortId, FeederId, ProgrammeId, StageId, TermId};
use crate::words::{catchment as words, violations};
use std::collections::{BTreeMap, BTreeSet};

/// Pupils and riders below this are a rounding.
const NOBODY: f64 = 1e-6;

/// Pupils by cohort and feeder school, at entry.
type Pupils = BTreeMap<(CohortId, FeederId), f64>;

pub(super) fn check(facts: &Facts, ledger: &mut Ledger) {
    let Some(rule) = &facts.scenario.rules.catchment else {
        let mut tally = ledger.of(super::Check::Reference);
        for class in facts.classes.iter().filter(|class| !class.feeders.is_empty()) {
            tally.holds(&at(class), false, words::not_apart);
        }
        return;
    };
    let mut tally = ledger.rule(Rule::Catchment);
    for class in &facts.classes {
        let kept = facts.scenario.cohorts[class.cohort].by_feeder;
        tally.holds(&at(class), kept || class.feeders.is_empty(), words::not_apart);
        if kept {
            mixture(class, &mut tally);
            assigned(facts, (rule, class), &mut tally);
        }
    }
    supply(facts, &mut tally);
    whole(facts, rule, &mut tally);
    seats(facts, rule, &mut tally);
}

fn at(class: &Class) -> At {
    At::new(&[&same(&class.path.name)], None)
}

fn feeder<'a>(facts: &'a Facts, id: FeederId) -> Option<&'a Feeder> {
    facts.scenario.enrolment.as_ref().map(|one| &one.feeders[id])
}

/// The feeder schools of a class add up to its students.
fn mixture(class: &Class, tally: &mut Tally) {
    let all: f64 = class.feeders.iter().map(|(_, pupils)| pupils).sum();
    let sides = Sides::measured(words::from_feeders(), words::in_class(), violations::students());
    tally.equal(&at(class), &sides, all, class.students);
}

/// Where pupils enter and move is assigned to them and not too far away.
fn assigned(facts: &Facts, (rule, class): (&CatchmentRule, &Class), tally: &mut Tally) {
    let cohort = &facts.scenario.cohorts[class.cohort];
    let first = class.seats.first().map(|(_, campus)| *campus);
    let campuses: BTreeSet<CampusId> = class.base.iter().flatten().copied().collect();
    for (id, _) in class.feeders.iter().filter(|(_, pupils)| *pupils > NOBODY) {
        let Some(feeder) = feeder(facts, *id) else { continue };
        let mut zones = rule.zones.iter();
        let zone = zones.find(|zone| {
            let entered = zone
                .entries
                .is_none_or(|(from, until)| from <= cohort.entry && cohort.entry <= until);
            entered && zone.programmes.contains(&cohort.programme) && zone.feeders.contains(id)
        });
        let inside = zone.is_none_or(|zone| first.is_none_or(|at| zone.campuses.contains(&at)));
        let name = &feeder.name;
        tally.holds(&at(class), inside, || words::outside_zone(&name.zh, &name.en));
        let far = campuses.iter().any(|at| board(facts, cohort.programme, *id, *at).is_none());
        tally.holds(&at(class), !far, || words::way_too_long(&name.zh, &name.en));
    }
}

/// Share of the pupils of a feeder school who board at a campus; none where
/// they can't be there.
fn board(facts: &Facts, programme: ProgrammeId, id: FeederId, campus: CampusId) -> Option<f64> {
    let rule = facts.scenario.rules.catchment.as_ref()?;
    let feeder = feeder(facts, id)?;
    let long = feeder.roads.get(&campus).is_some_and(|road| {
        let (km, minutes) = rule.longest;
        km.is_some_and(|most| most.0 < road.length.0)
            || minutes.is_some_and(|most| most.0 < road.time.0)
    });
    let usual = feeder.boarding.unwrap_or(facts.scenario.programmes[programme].boarding);
    match (long, rule.boarding) {
        (false, _) => Some(usual),
        (true, true) => Some(1.0),
        (true, false) => None,
    }
}

/// Pupils of a class in a term, by feeder school.
fn there(facts: &Facts, class: &Class, term: TermId) -> Vec<(FeederId, f64)> {
    let date = facts.scenario.calendar.term(term);
    let left = forecast::survive(facts.scenario, class.cohort, date);
    class.feeders.iter().map(|(feeder, pupils)| (*feeder, pupils * left)).collect()
}

/// Boarders of a class at a campus in a term.
pub(super) fn boarders(facts: &Facts, class: &Class, campus: CampusId, term: TermId) -> f64 {
    if class.feeders.is_empty() {
        return facts.students(class, term) * facts.scenario.cohorts[class.cohort].boarding;
    }
    let programme = facts.programme(class);
    let all = there(facts, class, term).into_iter();
    all.map(|(feeder, pupils)| pupils * board(facts, programme, feeder, campus).unwrap_or(1.0))
        .sum()
}

/// Kilometres and hours of a class between home and a campus in a term, if its
/// students are told apart.
pub(super) fn home(
    facts: &Facts,
    class: &Class,
    campus: CampusId,
    term: TermId,
) -> Option<(f64, f64)> {
    let journeys = facts.scenario.enrolment.as_ref()?.journeys;
    let programme = facts.programme(class);
    let (mut km, mut hours) = (0.0, 0.0);
    for (id, pupils) in there(facts, class, term) {
        let Some(road) = road(facts, id, campus) else { continue };
        let board = board(facts, programme, id, campus).unwrap_or(1.0);
        let weekly = board * journeys.boarder + (1.0 - board) * journeys.day;
        let times = pupils * weekly * 2.0 * facts.scenario.calendar.weeks;
        km += times * road.length.0;
        hours += times * road.time.0 / 60.0;
    }
    (!class.feeders.is_empty()).then_some((km, hours))
}

fn road(facts: &Facts, id: FeederId, campus: CampusId) -> Option<Road> {
    feeder(facts, id)?.roads.get(&campus).copied()
}

fn supply(facts: &Facts, tally: &mut Tally) {
    let mut pupils = Pupils::new();
    for class in &facts.classes {
        for (feeder, amount) in &class.feeders {
            *pupils.entry((class.cohort, *feeder)).or_default() += amount;
        }
    }
    let kept = facts.scenario.cohorts.iter_enumerated().filter(|(_, cohort)| cohort.by_feeder);
    for (id, cohort) in kept {
        let pooled = facts.scenario.pools.iter();
        let mut pooled = pooled.filter(|pool| pool.programmes.contains(&cohort.programme));
        if pooled.next().is_some() {
            continue;
        }
        for (feeder, applicants) in
            forecast::applicants_by_feeder(facts.scenario, id).iter_enumerated()
        {
            let entering = pupils.get(&(id, feeder)).copied().unwrap_or(0.0);
            let place = place(facts, cohort.programme, feeder, Some(cohort.entry));
            let sides =
                Sides::measured(words::entering(), words::applying(), violations::students());
            tally.at_most(&place, &sides, entering, *applicants);
        }
    }
    for pool in &facts.scenario.pools {
        switching(facts, pool, &pupils, tally);
    }
}

fn place(facts: &Facts, programme: ProgrammeId, id: FeederId, entry: Option<Term>) -> At {
    let name = feeder(facts, id).map(|one| one.name.clone()).unwrap_or_default();
    At::new(&[&facts.scenario.programmes[programme].name, &name], entry)
}

/// Those of a feeder school who take another programme of a pool.
fn switching(facts: &Facts, pool: &Pool, pupils: &Pupils, tally: &mut Tally) {
    let mut sums: BTreeMap<(Term, FeederId), (f64, f64)> = BTreeMap::new();
    let mut kept: BTreeSet<Term> = BTreeSet::new();
    for (id, cohort) in facts.scenario.cohorts.iter_enumerated() {
        if cohort.exists() || !pool.programmes.contains(&cohort.programme) {
            continue;
        }
        if cohort.by_feeder {
            kept.insert(cohort.entry);
        }
        let applicants = forecast::applicants_by_feeder(facts.scenario, id);
        let all: f64 = applicants.iter().sum();
        for (feeder, own) in applicants.iter_enumerated() {
            let share = if all > 0.0 { own / all } else { 0.0 };
            let admitted = if cohort.by_feeder {
                pupils.get(&(id, feeder)).copied().unwrap_or(0.0)
            } else {
                facts.admitted[id].1 * share
            };
            let sum = sums.entry((cohort.entry, feeder)).or_default();
            sum.0 += (admitted - own).max(0.0);
            sum.1 += (own - admitted).max(0.0);
        }
    }
    for ((entry, id), (switched, away)) in sums {
        if kept.contains(&entry) {
            let name = feeder(facts, id).map(|one| one.name.clone()).unwrap_or_default();
            let at = At::new(&[&pool.name, &name], Some(entry));
            let sides = Sides::measured(
                violations::switched(),
                violations::willing(),
                violations::students(),
            );
            tally.at_most(&at, &sides, switched, pool.willing * away);
        }
    }
}

fn whole(facts: &Facts, rule: &CatchmentRule, tally: &mut Tally) {
    let mut begun: BTreeMap<(usize, ProgrammeId, FeederId), BTreeSet<CampusId>> = BTreeMap::new();
    for class in &facts.classes {
        let cohort = &facts.scenario.cohorts[class.cohort];
        let Some((_, campus)) = class.seats.first() else { continue };
        for (id, _) in class.feeders.iter().filter(|(_, pupils)| *pupils > NOBODY) {
            let zone = rule.zone(cohort.programme, *id, cohort.entry);
            if let Some((index, _)) = zone.filter(|(_, zone)| zone.whole) {
                begun.entry((index, cohort.programme, *id)).or_default().insert(*campus);
            }
        }
    }
    for ((_, programme, id), campuses) in begun {
        let sides =
            Sides::counted(words::campuses_of_feeder(), violations::at_most(), words::campuses());
        tally.at_most(&place(facts, programme, id, None), &sides, count(campuses.len()), 1.0);
    }
}

/// Riders by feeder school and campus in a term.
fn riders(facts: &Facts, term: TermId) -> BTreeMap<(FeederId, CampusId), f64> {
    let mut riders: BTreeMap<(FeederId, CampusId), f64> = BTreeMap::new();
    let walk = facts.scenario.rules.catchment.as_ref().map_or(0.0, |rule| rule.walk.0);
    for (class, campus, _) in facts.in_school(term) {
        for (id, pupils) in there(facts, class, term) {
            if road(facts, id, campus).is_some_and(|road| road.length.0 > walk) {
                let board = board(facts, facts.programme(class), id, campus).unwrap_or(1.0);
                *riders.entry((id, campus)).or_default() += pupils * (1.0 - board);
            }
        }
    }
    riders
}

fn seats(facts: &Facts, rule: &CatchmentRule, tally: &mut Tally) {
    for (term, _) in facts.terms() {
        let riders = riders(facts, term);
        for (campus, buses) in &rule.buses {
            let Some(seats) = buses.seats else { continue };
            let here = riders.iter().filter(|((_, at), _)| at == campus);
            let here: f64 = here.map(|(_, riders)| riders).sum();
            let date = facts.scenario.calendar.term(term);
            let limit = Limit {
                enforce: rule.enforce,
                keys: vec![facts.scenario.campuses[*campus].id.clone()],
                year: date.fiscal_year(),
            };
            let at = At::new(&[facts.campus(*campus)], Some(date));
            let sides = Sides::measured(words::riders(), words::seats_there(), words::unit_seats());
            tally.limit(&at, &sides, limit, (here, seats.0));
        }
    }
}

/// What the school buses cost in a stage, by fiscal year: each rider, and each
/// route in all terms of the stage if anybody rides in one of them.
pub(super) fn buses(facts: &Facts, stage: StageId) -> Vec<(i32, f64)> {
    let mut paid = Vec::new();
    let Some(rule) = facts.scenario.rules.catchment.as_ref().filter(|one| !one.buses.is_empty())
    else {
        return paid;
    };
    let calendar = &facts.scenario.calendar;
    let by_term: Vec<_> =
        calendar.terms_of(stage).map(|term| (term, riders(facts, term))).collect();
    let ridden = by_term.iter().flat_map(|(_, riders)| riders);
    let routes: BTreeSet<(FeederId, CampusId)> =
        ridden.filter(|(_, riders)| **riders > NOBODY).map(|(route, _)| *route).collect();
    for (term, riders) in &by_term {
        let year = calendar.term(*term).fiscal_year();
        for ((_, campus), riders) in riders {
            let each = rule.buses.get(campus).map_or(0.0, |buses| buses.per_pupil.0);
            paid.push((year, each * riders));
        }
        for (id, campus) in &routes {
            let road = road(facts, *id, *campus);
            if let (Some(buses), Some(road)) = (rule.buses.get(campus), road) {
                paid.push((year, buses.per_route.0 + buses.per_km.0 * road.length.0));
            }
        }
    }
    paid
}
