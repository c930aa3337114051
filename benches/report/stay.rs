//! A plan made without a solver: every class stays where it is, those to be
//! admitted sit at the first campus of their programme, and so do the staff.

use campusplan::domain::{Demand, Origin, Scenario};
use campusplan::plan::{
    Accounts, Admission, CampusUse, ClassPath, FORMAT, Plan, Post, Program, RunOptions,
    ScenarioReference, Seat, Status, TermKey, accounts, count_heads, indicators, targets,
};
use campusplan::units::{Hours, Money, Students};
use std::collections::BTreeMap;

/// The plan.
pub fn plan(scenario: &Scenario) -> Plan {
    let first = TermKey(scenario.calendar.first);
    let mut plan = Plan {
        format: FORMAT,
        bands: Vec::new(),
        program: Program { name: "campusplan".to_owned(), version: "0".to_owned() },
        scenario: ScenarioReference {
            name: scenario.name.zh.clone(),
            sha256: scenario.hash.clone(),
            lineage: None,
        },
        options: RunOptions {
            time_limit_seconds: None,
            gap: 0.0,
            step_limit: None,
            threads: 1,
            seed: 0,
            demand: Demand::Likely,
        },
        status: Status::TimeLimit,
        tiers: Vec::new(),
        admissions: admissions(scenario),
        classes: classes(scenario, first),
        campuses: campuses(scenario),
        built: Vec::new(),
        shipments: Vec::new(),
        assets: Vec::new(),
        sharing: Vec::new(),
        hires: Vec::new(),
        posts: posts(scenario, first),
        teaching: Vec::new(),
        visiting: Vec::new(),
        courses: Vec::new(),
        part_time: Vec::new(),
        assignments: Vec::new(),
        class_teachers: Vec::new(),
        duty: Vec::new(),
        exchanges: Vec::new(),
        missed_rules: Vec::new(),
        targets: Vec::new(),
        milestones: Vec::new(),
        accounts: nothing(),
        indicators: Vec::new(),
        compliance: Vec::new(),
        watched: Vec::new(),
    };
    count_heads(scenario, &mut plan);
    plan.accounts = accounts(scenario, &plan);
    plan.indicators = indicators(scenario, &plan);
    plan.targets = targets(scenario, &plan);
    plan
}

fn nothing() -> Accounts {
    Accounts {
        money: Vec::new(),
        cost_wan_yuan: Money(0.0),
        targets_percent: 0.0,
        students_moved: Students(0.0),
        classes_moved: 0,
        staff_rebased: 0,
        disruption: 0.0,
        student_hours: Hours(0.0),
        home_hours: Hours(0.0),
        teacher_hours: Hours(0.0),
        deviation: None,
        intakes: None,
    }
}

fn classes(scenario: &Scenario, first: TermKey) -> Vec<ClassPath> {
    let mut all = Vec::new();
    for cohort in &scenario.cohorts {
        let programme = &scenario.programmes[cohort.programme];
        let (campus, count, students, from) = match cohort.origin {
            Origin::Existing { campus, classes, students, .. } => {
                (campus, classes, students.0 / f64::from(classes.max(1)), first)
            }
            Origin::Future { most, .. } => {
                let Some(campus) = programme.sites.keys().next() else {
                    continue;
                };
                (*campus, most, 40.0, TermKey(cohort.entry))
            }
        };
        let existing = matches!(cohort.origin, Origin::Existing { .. });
        let campus = &scenario.campuses[campus].id;
        for number in 1..=count {
            all.push(ClassPath {
                name: format!("{:02}{}{number}", cohort.entry.year % 100, programme.id),
                programme: programme.id.clone(),
                entry: TermKey(cohort.entry),
                campus_today: existing.then(|| campus.clone()),
                students: Students(students),
                feeders: BTreeMap::new(),
                headcount: BTreeMap::new(),
                seats: vec![Seat { from, campus: campus.clone() }],
                internship: Vec::new(),
                merged: None,
            });
        }
    }
    all
}

fn admissions(scenario: &Scenario) -> Vec<Admission> {
    let future = scenario.cohorts.iter().filter_map(|cohort| match cohort.origin {
        Origin::Future { applicants, most, .. } => Some((cohort, applicants, most)),
        Origin::Existing { .. } => None,
    });
    future
        .map(|(cohort, applicants, classes)| Admission {
            programme: scenario.programmes[cohort.programme].id.clone(),
            entry: TermKey(cohort.entry),
            applicants,
            projected: None,
            classes,
            students: Students(40.0 * f64::from(classes)),
        })
        .collect()
}

fn campuses(scenario: &Scenario) -> Vec<CampusUse> {
    let mut all = Vec::new();
    for campus in &scenario.campuses {
        for stage in scenario.calendar.stage_ids() {
            let from = TermKey(scenario.calendar.start(stage));
            all.push(CampusUse { campus: campus.id.clone(), from, open: campus.in_use });
        }
    }
    all
}

fn posts(scenario: &Scenario, first: TermKey) -> Vec<Post> {
    let mut all = Vec::new();
    for group in &scenario.staff {
        let campus = scenario.campuses[group.campus].id.clone();
        for (number, person) in group.people.iter().enumerate() {
            all.push(Post {
                name: format!("{} {}", group.id, number + 1),
                group: Some(group.id.clone()),
                person: person.id.clone(),
                subjects: group
                    .subjects
                    .iter()
                    .map(|id| scenario.subjects[*id].id.clone())
                    .collect(),
                campus_today: Some(campus.clone()),
                seats: vec![Seat { from: first, campus: campus.clone() }],
                leaves: person.retires.map(TermKey),
                retrained: None,
                employer: None,
                title: None,
                leader: false,
            });
        }
    }
    all
}
