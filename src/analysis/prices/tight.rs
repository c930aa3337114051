//! What is tight in a plan: of which one more unit may change something.

use crate::analysis::explain::{Granted, concessions, most_steps};
use crate::analysis::usage::{Restriction, Usage, usage};
use crate::domain::{Concession, Negotiable, Scenario, Term};
use crate::ids::{CampusId, ProgrammeId, ResourceId, SubjectId};
use crate::plan::{Plan, bus_use};
use crate::units::Money;
use std::collections::BTreeMap;

/// From this share on, a limit is tight.
const TIGHT: f64 = 0.95;

/// One step of each concession that is about something tight, those of one
/// kind spread among those of others, the tightest of each kind first.
pub fn tight(scenario: &Scenario, plan: &Plan) -> Vec<Granted> {
    let mut all = concessions(scenario);
    let teacher = |one: &Concession| matches!(one.what, Negotiable::Teacher { .. });
    if !all.iter().any(teacher) {
        all.extend(teachers(scenario, plan));
    }
    let usage = usage(scenario, plan);
    let mut found: Vec<(usize, f64, &Concession)> = Vec::new();
    for concession in &all {
        let share = share(scenario, plan, (&usage, concession.what));
        let possible = most_steps(scenario, concession) > 0;
        if let Some(share) = share.filter(|share| possible && *share >= TIGHT) {
            found.push((kind(concession.what), share, concession));
        }
    }
    // A stable sort keeps the order of the scenario where all else is equal.
    found.sort_by(|one, other| one.0.cmp(&other.0).then(other.1.total_cmp(&one.1)));
    let mut counts: BTreeMap<usize, usize> = BTreeMap::new();
    let mut ranked: Vec<(usize, usize, &Concession)> = found
        .into_iter()
        .map(|(kind, _, concession)| {
            let count = counts.entry(kind).or_default();
            *count += 1;
            (*count, kind, concession)
        })
        .collect();
    ranked.sort_by_key(|(rank, kind, _)| (*rank, *kind));
    let granted = ranked.into_iter();
    granted.map(|(_, _, one)| Granted::new(one, 1, None)).collect()
}

/// Concessions of one kind have one number.
fn kind(what: Negotiable) -> usize {
    match what {
        Negotiable::Units { .. } | Negotiable::Seats { .. } => 0,
        Negotiable::Teacher { .. } => 1,
        Negotiable::Capital { .. } | Negotiable::Running { .. } => 2,
        Negotiable::Moves | Negotiable::ClassMoves | Negotiable::LastYear => 3,
        Negotiable::Hires | Negotiable::HiresOf(_) | Negotiable::Rebased => 4,
        Negotiable::Tenure(_) | Negotiable::Vacate(_) | Negotiable::Point(_) => 5,
        Negotiable::Least(_) => 6,
        Negotiable::Target(_) | Negotiable::Without(_) => 7,
    }
}

/// A teacher of each subject, where most of its periods are needed.
fn teachers(scenario: &Scenario, plan: &Plan) -> Vec<Concession> {
    let mut most: BTreeMap<SubjectId, (f64, CampusId)> = BTreeMap::new();
    for at in plan.indicators.iter().flat_map(|one| &one.periods) {
        let subject = scenario.subjects.position(|one| one.id == at.subject);
        let campus = scenario.campuses.position(|one| one.id == at.campus);
        if let (Some(subject), Some(campus)) = (subject, campus) {
            let best = most.entry(subject).or_insert((0.0, campus));
            if at.periods_per_week.0 > best.0 {
                *best = (at.periods_per_week.0, campus);
            }
        }
    }
    let each = most.into_iter().map(|(subject, (_, campus))| Concession {
        what: Negotiable::Teacher { subject, campus },
        price: Money::ZERO,
        most: 1,
    });
    each.collect()
}

/// How much of its limit the plan uses; nothing where there is no limit, or
/// where more of it only changes what is asked for.
fn share(scenario: &Scenario, plan: &Plan, (usage, what): (&[Usage], Negotiable)) -> Option<f64> {
    let rules = &scenario.rules;
    let used_of = |restriction: &Restriction| {
        let mut usage = usage.iter();
        let one = usage.find(|one| one.restriction == *restriction);
        one.map(Usage::share)
    };
    match what {
        Negotiable::Units { resource, campus, .. } => used(scenario, plan, (resource, campus)),
        Negotiable::Seats { campus, .. } => {
            let seats = rules.catchment.as_ref()?.buses.get(&campus)?.seats?;
            let riders = bus_use(scenario, plan).get(&campus).map_or(0.0, |one| one.riders);
            Some(if seats.0 > 0.0 { riders / seats.0 } else { 1.0 })
        }
        Negotiable::Teacher { subject, .. } => taught(scenario, plan, subject),
        Negotiable::Tenure(id) => {
            let until = scenario.campuses[id].until?;
            open(scenario, plan, id, until)
        }
        Negotiable::Vacate(id) => {
            let by = rules.relocation.vacate.get(&id)?;
            let before = by.plus(-1);
            // In use today counts where the first term is too late already.
            let today = before < scenario.calendar.first && scenario.campuses[id].in_use;
            let today = today.then_some(1.0);
            today.or_else(|| open(scenario, plan, id, before))
        }
        Negotiable::Moves => used_of(&Restriction::Moves),
        Negotiable::Rebased => used_of(&Restriction::Rebased),
        Negotiable::Hires => used_of(&Restriction::Hires),
        Negotiable::HiresOf(id) => {
            used_of(&Restriction::HiresOf { subject: scenario.subjects[id].id.clone() })
        }
        Negotiable::Capital { year, .. } => used_of(&Restriction::Capital { year }),
        Negotiable::Running { year, .. } => used_of(&Restriction::Running { year }),
        Negotiable::Least(id) => least(scenario, plan, id),
        Negotiable::Point(_)
        | Negotiable::ClassMoves
        | Negotiable::LastYear
        | Negotiable::Without(_) => Some(1.0),
        Negotiable::Target(_) => None,
    }
}

fn used(scenario: &Scenario, plan: &Plan, (what, at): (ResourceId, CampusId)) -> Option<f64> {
    let (what, at) = (&scenario.resources[what].id, &scenario.campuses[at].id);
    let uses = plan.indicators.iter().flat_map(|one| &one.capacity);
    let here = uses.filter(|one| one.resource == *what && one.campus == *at);
    let shares = here.filter(|one| one.available > 0.0);
    shares.map(|one| one.used / one.available).reduce(f64::max)
}

/// A subject is tight where people are hired or periods bought for it, or
/// where they all teach.
fn taught(scenario: &Scenario, plan: &Plan, id: SubjectId) -> Option<f64> {
    let key = &scenario.subjects[id].id;
    let hired = plan.hires.iter().any(|one| one.subject == *key);
    let bought = plan.part_time.iter().any(|one| one.subject == *key);
    if hired || bought {
        return Some(1.0);
    }
    let shares = plan.indicators.iter().map(|at| {
        let needed = at.periods.iter().filter(|one| one.subject == *key);
        let needed: f64 = needed.map(|one| one.periods_per_week.0).sum();
        let groups = scenario.staff.iter();
        let able = groups.filter(|group| group.subjects.contains(&id));
        #[allow(clippy::cast_precision_loss)]
        let able: f64 = able.map(|group| group.load.0 * group.working(at.term.0) as f64).sum();
        needed / able.max(f64::MIN_POSITIVE)
    });
    shares.reduce(f64::max)
}

/// Whether a campus is in use in a term of the horizon.
fn open(scenario: &Scenario, plan: &Plan, id: CampusId, term: Term) -> Option<f64> {
    let term = scenario.calendar.find(term)?;
    let stage = scenario.calendar.stage_of(term);
    let start = scenario.calendar.start(stage);
    let mut uses = plan.campuses.iter();
    let key = &scenario.campuses[id].id;
    let open = uses.any(|one| one.campus == *key && one.from.0 == start && one.open);
    (open && scenario.in_use_when_open(id, term)).then_some(1.0)
}

/// Whether no more is admitted somewhere than must be.
fn least(scenario: &Scenario, plan: &Plan, id: ProgrammeId) -> Option<f64> {
    let key = &scenario.programmes[id].id;
    let mut admitted = plan.admissions.iter().filter(|one| one.programme == *key);
    let bound = admitted.any(|one| {
        let mut cohorts = scenario.cohorts.iter();
        cohorts.any(|cohort| {
            let least = match cohort.origin {
                crate::domain::Origin::Future { least, .. } => least,
                crate::domain::Origin::Existing { .. } => 0,
            };
            let this = cohort.programme == id && cohort.entry == one.entry.0;
            this && least > 0 && one.classes <= least
        })
    });
    bound.then_some(1.0)
}
