//! Resolves the lists of a plan, one function per list, into [`Facts`].

use super::decisions::{
    Bought, Class, Hired, Holder, Merged, Move, Posted, Shared, Shipped, Taught, Trained, Visit,
};
use super::facts::Facts;
use super::reader::Reader;
use super::{headcount, people, register};
use crate::domain::{Origin, Scenario, Term};
use crate::ids::{CampusId, CohortId, ProgrammeId, StageId, TermId};
use crate::plan::{ClassPath, Plan, Post, Seat};
use std::collections::BTreeMap;
use typed_index_collections::TiVec;

/// Everything that can be resolved.
pub(super) fn facts<'a>(reader: &mut Reader<'a, '_>, plan: &'a Plan) -> Facts<'a> {
    let mut facts = Facts::empty(reader.scenario, plan);
    admissions(reader, plan, &mut facts);
    campuses(reader, plan, &mut facts);
    built(reader, plan, &mut facts);
    let paths = |list: &'static str| move |index: usize| format!("{list}[{index}]");
    let all = collect(&plan.classes, paths("classes"), |path, one| class(reader, path, one));
    facts.classes = all;
    mergers(reader, &mut facts);
    headcount::count(&mut facts);
    facts.shipments = collect(&plan.shipments, paths("shipments"), |path, one| {
        let key = format!("{} {} {} {}", one.resource, one.origin, one.destination, one.at);
        let resource = reader.resource(path, &one.resource);
        let origin = reader.campus(path, &one.origin);
        let destination = reader.campus(path, &one.destination);
        let stage = reader.stage(path, one.at);
        reader.fresh("shipments", path, &key)?;
        Some(Shipped {
            resource: resource?,
            origin: origin?,
            destination: destination?,
            stage: stage?,
            units: f64::from(one.units),
        })
    });
    facts.sharing = collect(&plan.sharing, paths("sharing"), |path, one| {
        let key = format!("{} {} {} {}", one.resource, one.user, one.host, one.from);
        let resource = reader.resource(path, &one.resource);
        let user = reader.campus(path, &one.user);
        let host = reader.campus(path, &one.host);
        let stage = reader.stage(path, one.from);
        let hours = reader.amount(path, one.hours_per_week.0);
        reader.fresh("sharing", path, &key)?;
        Some(Shared { resource: resource?, user: user?, host: host?, stage: stage?, hours: hours? })
    });
    staff(reader, plan, &mut facts);
    facts.assets = register::lines(reader, plan);
    facts.trained = collect(&plan.courses, paths("courses"), |path, one| {
        let key = format!("{} {} {}", one.course, one.campus, one.term);
        let course = reader.course(path, &one.course);
        let campus = reader.campus(path, &one.campus);
        let term = reader.term(path, one.term);
        reader.fresh("courses", path, &key)?;
        Some(Trained {
            course: course?,
            campus: campus?,
            term: term?,
            trainees: f64::from(one.trainees),
        })
    });
    facts.people = people::read(reader, plan, &facts);
    for (index, missed) in plan.missed_rules.iter().enumerate() {
        reader.missed(&format!("missed_rules[{index}]"), missed);
    }
    facts
}

fn collect<'p, T, U>(
    list: &'p [T],
    path: impl Fn(usize) -> String,
    mut read: impl FnMut(&str, &'p T) -> Option<U>,
) -> Vec<U> {
    let entries = list.iter().enumerate();
    entries.filter_map(|(index, entry)| read(&path(index), entry)).collect()
}

fn admissions(reader: &mut Reader, plan: &Plan, facts: &mut Facts) {
    for (index, one) in plan.admissions.iter().enumerate() {
        let path = format!("admissions[{index}]");
        let key = format!("{} {}", one.programme, one.entry);
        let cohort = reader.cohort(&path, &one.programme, one.entry, None);
        let students = reader.amount(&path, one.students.0);
        let fresh = reader.fresh("admissions", &path, &key);
        if let (Some(cohort), Some(())) = (cohort, fresh) {
            facts.admitted[cohort] = (f64::from(one.classes), students.unwrap_or(0.0));
        }
    }
}

fn campuses(reader: &mut Reader, plan: &Plan, facts: &mut Facts) {
    for (index, one) in plan.campuses.iter().enumerate() {
        let path = format!("campuses[{index}]");
        let campus = reader.campus(&path, &one.campus);
        let stage = reader.stage(&path, one.from);
        let fresh = reader.fresh("campuses", &path, &format!("{} {}", one.campus, one.from));
        if let (Some(campus), Some(stage), Some(())) = (campus, stage, fresh) {
            facts.open[campus][stage] = one.open;
        }
    }
}

fn built(reader: &mut Reader, plan: &Plan, facts: &mut Facts) {
    for (index, one) in plan.built.iter().enumerate() {
        let path = format!("built[{index}]");
        let option = reader.option(&path, &one.option);
        let term = reader.term(&path, one.from);
        let fresh = reader.fresh("built", &path, &format!("{} {}", one.option, one.from));
        if let (Some(option), Some(from), Some(())) = (option, term, fresh) {
            let calendar = &reader.scenario.calendar;
            let terms = calendar.terms_of(calendar.stage_of(from));
            for term in terms.filter(|term| from <= *term) {
                facts.built[option][term] = f64::from(one.modules);
            }
        }
    }
}

fn seats(reader: &mut Reader, path: &str, seats: &[Seat]) -> Vec<(Term, CampusId)> {
    let mut resolved = Vec::new();
    for (index, seat) in seats.iter().enumerate() {
        let path = format!("{path}.seats[{index}]");
        let campus = reader.campus(&path, &seat.campus);
        let term = reader.term(&path, seat.from);
        if let (Some(campus), Some(_)) = (campus, term) {
            resolved.push((seat.from.0, campus));
        }
    }
    resolved
}

/// The seat in a term: the last that begins in or before it.
fn seat(seats: &[(Term, CampusId)], term: Term) -> Option<CampusId> {
    let mut begun = seats.iter().filter(|(from, _)| *from <= term);
    begun.next_back().map(|(_, campus)| *campus)
}

fn class<'a>(reader: &mut Reader<'a, '_>, path: &str, one: &'a ClassPath) -> Option<Class<'a>> {
    let cohort = reader.cohort(path, &one.programme, one.entry, one.campus_today.as_deref())?;
    let students = reader.amount(path, one.students.0);
    let feeders = one.feeders.iter().filter_map(|(key, students)| {
        let path = format!("{path}.feeders");
        Some((reader.feeder(&path, key)?, reader.amount(&path, students.0)?))
    });
    let feeders = feeders.collect();
    let seats = seats(reader, path, &one.seats);
    let mut away = std::collections::BTreeSet::new();
    for term in &one.internship {
        if let Some(id) = reader.term(path, *term) {
            away.insert(id);
        }
        let key = format!("{path} {term}");
        reader.fresh("internship", path, &key);
    }
    let merged = one.merged.as_ref().map(|merged| {
        reader.term(path, merged.at);
        Merged { term: merged.at.0, into: Vec::new() }
    });
    let end = merged.as_ref().map(|merged| merged.term);
    let scenario = reader.scenario;
    let terms = scenario.calendar.term_ids();
    let base = terms.map(|term| {
        let term = scenario.calendar.term(term);
        let study = scenario.term_of_study(cohort, term);
        let study = study.filter(|_| end.is_none_or(|end| term < end));
        study.and_then(|_| seat(&seats, term))
    });
    Some(Class {
        path: one,
        cohort,
        students: students.unwrap_or(0.0),
        feeders,
        heads: TiVec::new(),
        away,
        base: base.collect(),
        moves: moves(scenario, cohort, &seats),
        seats,
        merged,
        joined: Vec::new(),
    })
}

/// Who joins which class, once all classes are known by their names.
fn mergers(reader: &mut Reader, facts: &mut Facts) {
    let mut names: BTreeMap<(ProgrammeId, &str), usize> = BTreeMap::new();
    for (index, class) in facts.classes.iter().enumerate() {
        names.insert((facts.programme(class), &class.path.name), index);
    }
    let mut joined = Vec::new();
    for (index, class) in facts.classes.iter().enumerate() {
        let Some(merged) = &class.path.merged else {
            continue;
        };
        for one in &merged.into {
            let path = format!("{}.merged", class.path.name);
            let other = names.get(&(facts.programme(class), one.class.as_str()));
            let other = reader.class(&path, &one.class, other.copied());
            let students = reader.amount(&path, one.students.0);
            let key = format!("{index} {}", one.class);
            let fresh = reader.fresh("merged", &path, &key);
            if let (Some(other), Some(students), Some(())) = (other, students, fresh) {
                joined.push((index, other, merged.at.0, students));
            }
        }
    }
    for (index, other, term, students) in joined {
        if let Some(merged) = &mut facts.classes[index].merged {
            merged.into.push((other, students));
        }
        facts.classes[other].joined.push((term, students));
    }
}

fn moves(scenario: &Scenario, cohort: CohortId, seats: &[(Term, CampusId)]) -> Vec<Move> {
    let mut before = match scenario.cohorts[cohort].origin {
        Origin::Existing { campus, .. } => Some(campus),
        Origin::Future { .. } => None,
    };
    let mut moves = Vec::new();
    for (from, destination) in seats {
        let origin = before.replace(*destination);
        let origin = origin.filter(|origin| origin != destination);
        if let (Some(origin), Some(term)) = (origin, scenario.calendar.find(*from)) {
            moves.push(Move { term, origin });
        }
    }
    moves
}

fn staff<'a>(reader: &mut Reader<'a, '_>, plan: &'a Plan, facts: &mut Facts<'a>) {
    let paths = |list: &'static str| move |index: usize| format!("{list}[{index}]");
    facts.hires = collect(&plan.hires, paths("hires"), |path, one| {
        let subject = reader.subject(path, &one.subject);
        let stage = reader.stage(path, one.at);
        reader.fresh("hires", path, &format!("{} {}", one.subject, one.at))?;
        Some(Hired { subject: subject?, stage: stage?, people: f64::from(one.people) })
    });
    facts.posts = collect(&plan.posts, paths("posts"), |path, one| post(reader, path, one));
    facts.teaching = collect(&plan.teaching, paths("teaching"), |path, one| {
        let group = one.group.as_deref().unwrap_or("–");
        let until = one.until.map_or_else(String::new, |until| until.to_string());
        let key = format!("{group} {} {} {} {until}", one.subject, one.campus, one.from);
        let subject = reader.subject(path, &one.subject)?;
        let holder = match &one.group {
            Some(group) => reader.group(path, group).map(|group| {
                let qualified = reader.scenario.staff[group].subjects.contains(&subject);
                if qualified { Holder::Group(group) } else { Holder::Retrained(group, subject) }
            }),
            None => Some(Holder::Recruit(subject)),
        };
        let campus = reader.campus(path, &one.campus);
        let stage = reader.stage(path, one.from);
        let until = match one.until {
            None => None,
            Some(until) => {
                let until = reader.term(path, until)?;
                let within =
                    stage.filter(|stage| reader.scenario.calendar.stage_of(until) == *stage);
                reader.told(path, within, crate::words::people::not_stages)?;
                Some(until)
            }
        };
        let periods = reader.amount(path, one.periods_per_week.0);
        reader.fresh("teaching", path, &key)?;
        Some(Taught {
            holder: holder?,
            subject,
            campus: campus?,
            stage: stage?,
            until,
            periods: periods?,
        })
    });
    facts.visiting = collect(&plan.visiting, paths("visiting"), |path, one| {
        let key = format!("{} {} {} {}", one.subject, one.base, one.host, one.from);
        let subject = reader.subject(path, &one.subject);
        let base = reader.campus(path, &one.base);
        let host = reader.campus(path, &one.host);
        let stage = reader.stage(path, one.from);
        let periods = reader.amount(path, one.periods_per_week.0);
        reader.fresh("visiting", path, &key)?;
        Some(Visit {
            subject: subject?,
            base: base?,
            host: host?,
            stage: stage?,
            periods: periods?,
        })
    });
    facts.part_time = collect(&plan.part_time, paths("part_time"), |path, one| {
        let key = format!("{} {} {}", one.subject, one.campus, one.from);
        let subject = reader.subject(path, &one.subject);
        let campus = reader.campus(path, &one.campus);
        let stage = reader.stage(path, one.from);
        let periods = reader.amount(path, one.periods_per_week.0);
        reader.fresh("part_time", path, &key)?;
        Some(Bought { subject: subject?, campus: campus?, stage: stage?, periods: periods? })
    });
}

fn post<'a>(reader: &mut Reader<'a, '_>, path: &str, one: &'a Post) -> Option<Posted<'a>> {
    for subject in &one.subjects {
        reader.subject(path, subject);
    }
    if let Some(campus) = &one.campus_today {
        reader.campus(path, campus);
    }
    let holder = match (&one.group, one.subjects.first()) {
        (Some(group), _) => Holder::Group(reader.group(path, group)?),
        (None, Some(subject)) => Holder::Recruit(reader.subject(path, subject)?),
        (None, None) => Holder::Recruit(reader.subject(path, "")?),
    };
    let seats = seats(reader, path, &one.seats);
    let retrained = one.retrained.as_ref().and_then(|change| {
        let subject = reader.subject(path, &change.subject);
        let stage = reader.stage(path, change.from);
        Some((stage?, subject?))
    });
    if let Some(term) = one.leaves {
        reader.term(path, term);
    }
    let calendar = &reader.scenario.calendar;
    let base: TiVec<StageId, _> =
        calendar.stage_ids().map(|stage| seat(&seats, calendar.start(stage))).collect();
    let through = calendar.stages.iter_enumerated().map(|(stage, terms)| {
        let last = calendar.term(TermId(terms.end.saturating_sub(1)));
        let stays = one.leaves.is_none_or(|leaves| last < leaves.0);
        let begun = matches!(holder, Holder::Group(_)) || base[stage].is_some();
        stays && begun
    });
    Some(Posted { post: one, holder, retrained, through: through.collect(), base, seats })
}
