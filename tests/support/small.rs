//! A small case with a valid plan, written by hand.

use campusplan::domain::{Scenario, Text};
use campusplan::plan::{
    self, Admission, Built, CampusUse, ClassPath, FORMAT, Hire, Plan, Post, Program, RunOptions,
    ScenarioReference, Seat, Sharing, Shipment, Status, Teaching, TermKey, TierPart, TierResult,
    Visiting,
};
use campusplan::scenario;
use campusplan::units::{Hours, Periods, Students};
use std::collections::BTreeMap;

/// The small scenario's file.
pub const SMALL: &str = include_str!("../data/small.ron");

/// Reads a scenario.
pub fn read(text: &str) -> Scenario {
    let loaded = scenario::read(text).unwrap_or_else(|found| panic!("{found:#?}"));
    loaded.scenario
}

/// A term like `2008-autumn`.
pub fn term(text: &str) -> TermKey {
    TermKey(text.parse().expect("a term"))
}

/// A seat.
pub fn seat(from: &str, campus: &str) -> Seat {
    Seat { from: term(from), campus: campus.to_owned() }
}

/// The small scenario and a plan for it that holds.
pub fn small() -> (Scenario, Plan) {
    let scenario = read(SMALL);
    let plan = small_plan(&scenario);
    (scenario, plan)
}

/// The plan written by hand for the small scenario, with its accounts.
pub fn small_plan(scenario: &Scenario) -> Plan {
    let mut plan = Plan {
        format: FORMAT,
        program: Program { name: "campusplan".to_owned(), version: "test".to_owned() },
        scenario: ScenarioReference {
            name: scenario.name.zh.clone(),
            sha256: scenario.hash.clone(),
            lineage: scenario.lineage.clone(),
        },
        options: RunOptions {
            time_limit_seconds: None,
            gap: 0.0,
            step_limit: None,
            threads: 1,
            seed: 0,
            demand: scenario.demand,
        },
        status: Status::GapReached,
        tiers: Vec::new(),
        admissions: admissions(),
        classes: classes(),
        campuses: campuses(),
        bands: vec![],
        built: vec![built("2008-autumn", 1), built("2009-autumn", 1)],
        shipments: vec![shipment("main"), shipment("new")],
        assets: Vec::new(),
        sharing: vec![Sharing {
            resource: "lathe".to_owned(),
            user: "main".to_owned(),
            host: "old".to_owned(),
            from: term("2008-autumn"),
            hours_per_week: Hours(10.0),
        }],
        hires: vec![Hire { subject: "common".to_owned(), at: term("2008-autumn"), people: 1 }],
        posts: posts(),
        teaching: teaching(),
        visiting: vec![Visiting {
            subject: "common".to_owned(),
            base: "old".to_owned(),
            host: "main".to_owned(),
            from: term("2008-autumn"),
            periods_per_week: Periods(2.0),
        }],
        courses: vec![],
        part_time: vec![],
        assignments: Vec::new(),
        class_teachers: Vec::new(),
        duty: Vec::new(),
        exchanges: Vec::new(),
        missed_rules: Vec::new(),
        targets: Vec::new(),
        milestones: Vec::new(),
        accounts: plan::Accounts::default(),
        indicators: Vec::new(),
        compliance: Vec::new(),
        watched: Vec::new(),
    };
    settle(scenario, &mut plan);
    plan
}

/// Computes what follows from a plan's decisions.
pub fn settle(scenario: &Scenario, plan: &mut Plan) {
    plan::count_heads(scenario, plan);
    plan.assignments = super::people::named(scenario, plan);
    plan.missed_rules = plan::missed_rules(scenario, plan);
    plan.assets = plan::assets(scenario, plan);
    plan.targets = plan::targets(scenario, plan);
    plan.milestones = plan::milestones(scenario, plan);
    plan.accounts = plan::accounts(scenario, plan);
    plan.indicators = plan::indicators(scenario, plan);
    plan.compliance = plan::compliance(scenario, plan);
    plan.watched = plan::watched(scenario, plan);
    plan.tiers = (scenario.tiers.iter())
        .map(|tier| {
            let parts = tier.parts.iter();
            let values = parts.clone();
            let value =
                values.map(|(part, weight)| weight * plan::part_value(&plan.accounts, *part)).sum();
            TierResult {
                parts: parts.map(|&(part, weight)| TierPart { part, weight }).collect(),
                value,
                bound: Some(value),
                gap: Some(0.0),
                status: Status::GapReached,
                certificate: None,
            }
        })
        .collect();
}

fn admissions() -> Vec<Admission> {
    let one = |programme: &str, entry: &str, applicants, classes, students| Admission {
        programme: programme.to_owned(),
        entry: term(entry),
        applicants: Students(applicants),
        projected: None,
        classes,
        students: Students(students),
    };
    vec![
        one("mech", "2008-autumn", 50.0, 2, 54.0),
        one("mech", "2009-autumn", 40.0, 1, 40.0),
        one("shop", "2008-autumn", 40.0, 1, 30.0),
        one("cook", "2009-autumn", 30.0, 1, 30.0),
    ]
}

fn classes() -> Vec<ClassPath> {
    let one =
        |(name, programme, entry): (&str, &str, &str), students, seats, away: Option<&str>| {
            ClassPath {
                name: name.to_owned(),
                programme: programme.to_owned(),
                entry: term(entry),
                campus_today: None,
                students: Students(students),
                seats,
                internship: away.into_iter().map(term).collect(),
                feeders: BTreeMap::new(),
                headcount: BTreeMap::new(),
                merged: None,
            }
        };
    let today = |campus: &str, class: ClassPath| ClassPath {
        campus_today: Some(campus.to_owned()),
        ..class
    };
    let first = "2008-spring";
    let (autumn, next) = ("2008-autumn", "2009-autumn");
    let stay = |from: &str, campus: &str| vec![seat(from, campus)];
    let old_mech = |name| (name, "mech", "2006-autumn");
    vec![
        today("main", one(old_mech("06机械1班"), 30.0, stay(first, "main"), Some(first))),
        today("main", one(old_mech("06机械2班"), 30.0, stay(first, "main"), None)),
        today(
            "old",
            one(
                ("07机械1班", "mech", "2007-autumn"),
                36.0,
                stay(first, "old"),
                Some("2009-spring"),
            ),
        ),
        today("main", one(("07商贸1班", "shop", "2007-autumn"), 30.0, stay(first, "main"), None)),
        one(
            ("08机械1班", "mech", autumn),
            27.0,
            vec![seat(autumn, "old"), seat(next, "main")],
            Some(next),
        ),
        one(("08机械2班", "mech", autumn), 27.0, stay(autumn, "main"), None),
        one(("08商贸1班", "shop", autumn), 30.0, stay(autumn, "main"), None),
        one(("09机械1班", "mech", next), 40.0, stay(next, "new"), None),
        one(("09烹饪1班", "cook", next), 30.0, stay(next, "main"), None),
    ]
}

fn campuses() -> Vec<CampusUse> {
    let stages = ["2008-spring", "2008-autumn", "2009-autumn"];
    let open =
        [("main", [true, true, true]), ("old", [true, true, false]), ("new", [false, false, true])];
    open.into_iter()
        .flat_map(|(campus, open)| {
            stages.into_iter().zip(open).map(move |(from, open)| CampusUse {
                campus: campus.to_owned(),
                from: term(from),
                open,
            })
        })
        .collect()
}

fn built(from: &str, modules: u32) -> Built {
    Built { option: "wing".to_owned(), from: term(from), modules }
}

fn shipment(destination: &str) -> Shipment {
    Shipment {
        resource: "lathe".to_owned(),
        origin: "old".to_owned(),
        destination: destination.to_owned(),
        at: term("2009-autumn"),
        units: 4,
    }
}

fn posts() -> Vec<Post> {
    let one = |name: &str, group: Option<&str>, subject: &str, today: Option<&str>| Post {
        name: name.to_owned(),
        group: group.map(str::to_owned),
        person: None,
        subjects: vec![subject.to_owned()],
        campus_today: today.map(str::to_owned),
        seats: today.map(|campus| seat("2008-spring", campus)).into_iter().collect(),
        leaves: None,
        retrained: None,
        employer: today.map(|campus| {
            let (zh, en) = match campus {
                "old" => ("镇", "Town"),
                _ => ("县", "County"),
            };
            Text { zh: zh.to_owned(), en: en.to_owned() }
        }),
        title: None,
        leader: false,
    };
    let leaves = |at: &str, post: Post| Post { leaves: Some(term(at)), ..post };
    let to = |campus: &str, mut post: Post| {
        post.seats.push(seat("2009-autumn", campus));
        post
    };
    let common = |name, campus, group| one(name, Some(group), "common", Some(campus));
    let mech = |name| one(name, Some("old_mech"), "mechanics", Some("old"));
    let wang = Post {
        person: Some("wang".to_owned()),
        ..one("王强", Some("main-mechanics"), "mechanics", Some("main"))
    };
    let recruit = Post {
        seats: vec![seat("2008-autumn", "main")],
        ..one("新聘文化课1", None, "common", None)
    };
    vec![
        leaves("2009-autumn", common("main 1", "main", "main_common")),
        common("main 2", "main", "main_common"),
        to("main", common("old 1", "old", "old_common")),
        to("new", common("old 2", "old", "old_common")),
        leaves("2009-spring", mech("mech 1")),
        to("new", mech("mech 2")),
        to("new", mech("mech 3")),
        wang,
        recruit,
    ]
}

fn teaching() -> Vec<Teaching> {
    let one = |group: &str, subject: &str, campus: &str, from: &str, periods| Teaching {
        group: Some(group).filter(|key| !key.is_empty()).map(str::to_owned),
        subject: subject.to_owned(),
        campus: campus.to_owned(),
        from: term(from),
        until: None,
        periods_per_week: Periods(periods),
    };
    let (first, autumn, next) = ("2008-spring", "2008-autumn", "2009-autumn");
    vec![
        one("main_common", "common", "main", first, 20.0),
        one("old_common", "common", "old", first, 10.0),
        one("old_mech", "mechanics", "old", first, 8.0),
        one("main-mechanics", "mechanics", "main", first, 8.0),
        one("main_common", "common", "main", autumn, 24.0),
        one("", "common", "main", autumn, 4.0),
        one("old_common", "common", "old", autumn, 22.0),
        one("old_mech", "mechanics", "old", autumn, 16.0),
        one("main-mechanics", "mechanics", "main", autumn, 8.0),
        one("main_common", "common", "main", next, 12.0),
        one("", "common", "main", next, 12.0),
        one("old_common", "common", "main", next, 6.0),
        one("old_common", "common", "new", next, 9.0),
        one("old_mech", "mechanics", "new", next, 8.0),
        one("main-mechanics", "mechanics", "main", next, 8.0),
    ]
}
