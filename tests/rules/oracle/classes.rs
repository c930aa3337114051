//! What single classes can do, and what all classes together ask for.

use super::merging::merged;
use super::{discounted, number, spread};
use campusplan::domain::{Basis, Metric, Origin, Scenario, Term};
use campusplan::ids::{CampusId, CohortId, StageId, TermId};
use std::collections::BTreeMap;

/// The life of one class.
#[derive(Clone, Debug, PartialEq)]
pub struct Life {
    /// Campus in each stage of the horizon.
    pub seats: Vec<Option<CampusId>>,
    /// Terms of study away, first and last.
    pub away: Option<(usize, usize)>,
    /// Students who join, from which stage on.
    pub joined: Option<(usize, f64)>,
}

/// What classes ask for and are.
#[derive(Clone, Debug, Default)]
pub struct Load {
    /// Use by resource, campus and term.
    pub used: BTreeMap<(usize, usize, usize), f64>,
    /// Weekly periods by subject, campus and term.
    pub needed: BTreeMap<(usize, usize, usize), f64>,
    /// Campuses and stages with a class.
    pub present: BTreeMap<(usize, usize), usize>,
    /// Cost of moving and teaching.
    pub cost: f64,
    moved: BTreeMap<usize, usize>,
    classes: BTreeMap<usize, f64>,
    students: BTreeMap<usize, f64>,
    registered: BTreeMap<usize, f64>,
}

impl Load {
    /// What a target counts.
    pub fn counted(&self, metric: Metric, term: TermId) -> f64 {
        let map = match metric {
            Metric::ClassesInSchool => &self.classes,
            Metric::StudentsInSchool => &self.students,
            Metric::Registered => &self.registered,
        };
        map.get(&term.0).copied().unwrap_or(0.0)
    }

    /// The needed periods as a key, and where classes are.
    pub fn needed_key(&self) -> Vec<u64> {
        let entries = self.needed.iter();
        entries
            .flat_map(|((subject, campus, term), periods)| {
                let place = (subject * 100 + campus) * 100 + term;
                [place as u64, periods.to_bits()]
            })
            .collect()
    }

    /// Adds money spent at the start of a stage.
    pub fn spend(&mut self, scenario: &Scenario, stage: usize, money: f64) {
        let year = scenario.calendar.start(StageId(stage)).year;
        self.cost += discounted(scenario, money, year);
    }

    /// Adds what others ask for.
    pub fn add(&mut self, other: &Self) {
        fn merge<K: Ord + Copy, V: Copy + std::ops::AddAssign + Default>(
            into: &mut BTreeMap<K, V>,
            from: &BTreeMap<K, V>,
        ) {
            for (key, value) in from {
                *into.entry(*key).or_default() += *value;
            }
        }
        merge(&mut self.used, &other.used);
        merge(&mut self.needed, &other.needed);
        merge(&mut self.present, &other.present);
        merge(&mut self.moved, &other.moved);
        merge(&mut self.classes, &other.classes);
        merge(&mut self.students, &other.students);
        merge(&mut self.registered, &other.registered);
        self.cost += other.cost;
    }
}

/// All combinations of lives, within the cap on moves.
pub fn loads(scenario: &Scenario) -> Vec<Load> {
    let mut all = vec![Load::default()];
    for cohort in scenario.cohorts.keys() {
        let choices = choices(scenario, cohort);
        let mut longer = Vec::new();
        for load in &all {
            for choice in &choices {
                let mut sum = load.clone();
                sum.add(choice);
                let most = scenario.rules.relocation.most_per_stage;
                let within = |moved: &usize| most.is_none_or(|most| *moved <= most as usize);
                if sum.moved.values().all(within) {
                    longer.push(sum);
                }
            }
        }
        all = longer;
    }
    all
}

/// The choices of one cohort.
fn choices(scenario: &Scenario, cohort: CohortId) -> Vec<Load> {
    match scenario.cohorts[cohort].origin {
        Origin::Existing { classes, interned, .. } => {
            let ahead = lives(scenario, cohort, false);
            let done = lives(scenario, cohort, true);
            let mut all = Vec::new();
            for one in spread((classes - interned) as usize, ahead.len()) {
                for other in spread(interned as usize, done.len()) {
                    let counts = one.iter().chain(&other);
                    let kinds = ahead.iter().chain(&done);
                    all.push(together(scenario, cohort, kinds.zip(counts)));
                }
            }
            match (classes, interned) {
                (2, 0) => all.extend(merged(scenario, cohort, &ahead)),
                (2, 2) => all.extend(merged(scenario, cohort, &done)),
                _ => {}
            }
            all
        }
        Origin::Future { applicants, least, most } => {
            let lives = lives(scenario, cohort, false);
            let size = scenario.programme_of(cohort).class_size.0;
            let fits = |classes: &u32| f64::from(*classes) * size <= applicants.0 + 1e-9;
            let counts: Vec<u32> = (least..=most).filter(fits).collect();
            let ways = counts.iter();
            let ways = ways.flat_map(|count| spread(*count as usize, lives.len()));
            let mut all: Vec<Load> =
                ways.map(|counts| together(scenario, cohort, lives.iter().zip(&counts))).collect();
            if counts.contains(&2) {
                all.extend(merged(scenario, cohort, &lives));
            }
            all
        }
    }
}

fn together<'a>(
    scenario: &Scenario,
    cohort: CohortId,
    lives: impl Iterator<Item = (&'a Life, &'a usize)>,
) -> Load {
    let mut sum = Load::default();
    for (life, count) in lives {
        let load = load(scenario, cohort, life);
        for _ in 0..*count {
            sum.add(&load);
        }
    }
    sum
}

/// Everything a class can do.
fn lives(scenario: &Scenario, cohort: CohortId, interned: bool) -> Vec<Life> {
    let blocks = if interned { vec![None] } else { blocks(scenario, cohort) };
    let mut seatings = vec![vec![]];
    for stage in scenario.calendar.stage_ids() {
        let mut longer = Vec::new();
        for seats in seatings {
            for seat in seats_after(scenario, cohort, &seats, stage) {
                let mut seats = seats.clone();
                seats.push(seat);
                longer.push(seats);
            }
        }
        seatings = longer;
    }
    let with = |seats: &Vec<Option<CampusId>>| {
        let seats = seats.clone();
        let lives =
            blocks.iter().map(move |away| Life { seats: seats.clone(), away: *away, joined: None });
        lives.collect::<Vec<_>>()
    };
    seatings.iter().flat_map(with).collect()
}

/// Where a class with these seats so far can be in the next stage.
fn seats_after(
    scenario: &Scenario,
    cohort: CohortId,
    seats: &[Option<CampusId>],
    stage: StageId,
) -> Vec<Option<CampusId>> {
    let terms = super::terms(scenario, stage.0);
    let registered = |term| scenario.term_of_study(cohort, term).is_some();
    if !terms.iter().any(|term| registered(*term)) {
        return vec![None];
    }
    let rule = &scenario.rules.relocation;
    let today = today(scenario, cohort);
    let was = seats.last().copied().flatten().or(today);
    let moves = moves(seats, today).len();
    let programme = scenario.programme_of(cohort);
    let may = |campus: &&CampusId| {
        let usable = terms.iter().all(|term| scenario.usable(**campus, *term));
        let Some(was) = was.filter(|was| was != *campus) else {
            return usable;
        };
        let study = scenario.term_of_study(cohort, terms[0]).unwrap_or(1);
        let forced = !terms.iter().all(|term| scenario.usable(was, *term));
        let in_time = rule.last_year || study + 1 < programme.length() || forced;
        usable && moves < rule.most_per_class as usize && in_time
    };
    let sites = programme.sites.keys().filter(may);
    sites.map(|campus| Some(*campus)).collect()
}

/// Where the classes of a cohort sit before the plan begins.
pub fn today(scenario: &Scenario, cohort: CohortId) -> Option<CampusId> {
    match scenario.cohorts[cohort].origin {
        Origin::Existing { campus, .. } => Some(campus),
        Origin::Future { .. } => None,
    }
}

/// Stages at whose start the class moves.
pub fn moves(seats: &[Option<CampusId>], today: Option<CampusId>) -> Vec<usize> {
    let mut was = today;
    let mut moves = Vec::new();
    for (stage, seat) in seats.iter().enumerate() {
        if was.is_some() && seat.is_some() && was != *seat {
            moves.push(stage);
        }
        was = seat.or(was);
    }
    moves
}

/// Terms of study in which a class can be away.
fn blocks(scenario: &Scenario, cohort: CohortId) -> Vec<Option<(usize, usize)>> {
    let Some(internship) = scenario.programme_of(cohort).internship else {
        return vec![None];
    };
    let now = scenario.term_of_study(cohort, scenario.calendar.first);
    let now = now.unwrap_or(1);
    let (opens, closes) = internship.window;
    let whole = |first: usize| Some((first, first + internship.length - 1));
    if let Some(first) = internship.fixed {
        return vec![whole(first)];
    }
    let starts = (opens.max(now)..=closes).filter(|first| first + internship.length - 1 <= closes);
    let blocks: Vec<_> = starts.map(whole).collect();
    match blocks.is_empty() {
        true if now <= closes => vec![Some((now, closes))],
        true => vec![None],
        false => blocks,
    }
}

/// Students of a class today or at entry.
pub fn heads(scenario: &Scenario, cohort: CohortId) -> f64 {
    match scenario.cohorts[cohort].origin {
        Origin::Existing { classes, students, .. } => students.0 / f64::from(classes),
        Origin::Future { .. } => scenario.programme_of(cohort).class_size.0,
    }
}

/// Share of them who are left in a term in which the cohort is on the register.
pub fn remaining(scenario: &Scenario, cohort: CohortId, term: Term) -> f64 {
    let base = match scenario.cohorts[cohort].origin {
        Origin::Existing { .. } => scenario.term_of_study(cohort, scenario.calendar.first),
        Origin::Future { .. } => None,
    };
    let study = scenario.term_of_study(cohort, term).expect("on the register");
    let lost = &scenario.programme_of(cohort).attrition[base.unwrap_or(1) - 1..study - 1];
    lost.iter().map(|lost| 1.0 - lost).product()
}

/// What a class asks for.
pub fn load(scenario: &Scenario, cohort: CohortId, life: &Life) -> Load {
    let mut load = Load::default();
    let programme = scenario.programme_of(cohort);
    for stage in moves(&life.seats, today(scenario, cohort)) {
        *load.moved.entry(stage).or_default() += 1;
        load.spend(scenario, stage, scenario.rules.relocation.cost.0);
    }
    for term in scenario.calendar.term_ids() {
        let date = scenario.calendar.term(term);
        let stage = scenario.calendar.stage_of(term);
        let Some(study) = scenario.term_of_study(cohort, date) else {
            continue;
        };
        let Some(campus) = life.seats[stage.0] else {
            continue;
        };
        *load.present.entry((campus.0, stage.0)).or_default() += 1;
        let joined = life.joined.filter(|(from, _)| *from <= stage.0);
        let heads = heads(scenario, cohort) + joined.map_or(0.0, |(_, heads)| heads);
        let students = heads * remaining(scenario, cohort, date);
        *load.registered.entry(term.0).or_default() += students;
        if life.away.is_some_and(|(first, last)| (first..=last).contains(&study)) {
            continue;
        }
        *load.classes.entry(term.0).or_default() += 1.0;
        *load.students.entry(term.0).or_default() += students;
        let site = &programme.sites[&campus];
        let teaching = site.cost_per_class.0 + site.cost_per_student.0 * students;
        load.cost += discounted(scenario, teaching, date.year);
        for (resource, data) in scenario.resources.iter_enumerated() {
            let persons = match data.basis {
                Basis::Class => number(1),
                Basis::Student => students,
                Basis::Boarder => students * scenario.cohorts[cohort].boarding,
            };
            let amount = programme.uses((resource, data), campus, study) * persons;
            *load.used.entry((resource.0, campus.0, term.0)).or_default() += amount;
        }
        for (subject, periods) in &programme.curriculum[study - 1].periods {
            *load.needed.entry((subject.0, campus.0, term.0)).or_default() += periods;
        }
    }
    load
}
