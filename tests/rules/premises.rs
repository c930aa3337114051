//! Capacity, Equipment.

use crate::support::tiny::{close, cost, read, solved, text};
use campusplan::domain::Part;
use campusplan::model::{Form, build};
use campusplan::solve::Highs;
use campusplan::solve::backend::{
    Backend, SolveRequest, SolveResult, Strategy, Termination, Watch,
};

/// Three classes of p to be admitted.
const THREE: (&str, &str) =
    ("/*admissions*/", r#"(programme: "p", entry: "2008-autumn", applicants: 120, least: 3)"#);
/// Two classes of 20 of p to be admitted: 40 students.
const FORTY: (&str, &str) =
    ("/*admissions*/", r#"(programme: "p", entry: "2008-autumn", applicants: 40, least: 2)"#);
const BEDS: (&str, &str) = (
    "/*resources*/",
    r#""bed": (name: (zh: "床位"), unit: (zh: "张"), per: boarder, default_use: 1)"#,
);
const TWO_HOURS: (&str, &str) = ("/*taught*/", r#"uses: {"lathe": 2}"#);

/// Lathes that 40 students use for 80 hours a week: four of 20 hours.
fn lathes(more: &str) -> String {
    format!(r#""lathe": (name: (zh: "车床"), unit: (zh: "台"), per: student, hours: 20, {more})"#)
}

#[test]
fn a_room_short_is_built() {
    let wing = (
        "/*more*/",
        r#"options: {"wing": (name: (zh: "教室"), campus: "a", resource: "room", units: 1,
            cost: 5, upkeep: 0.5, most: 2)},"#,
    );
    let with = |rooms: &str| {
        let rooms = format!("\"room\": {rooms}");
        cost(&[THREE, wing, ("\"room\": 4 /*owned at a*/", &rooms)])
    };
    // slack: 3 x 2
    close(with("3"), 6.0);
    // one room for 5, and 0.5 a term
    close(with("2"), 12.0);
    close(with("1"), 18.0);
}

#[test]
fn a_missing_room_is_paid_for_when_that_is_cheaper() {
    let changes = |rules| {
        [
            THREE,
            (
                "/*more*/",
                r#"options: {"wing": (name: (zh: "教室"), campus: "a", resource: "room", units: 1,
                    cost: 5, most: 2)},"#,
            ),
            ("\"room\": 4 /*owned at a*/", "\"room\": 2"),
            ("/*rules*/", rules),
        ]
    };
    // 1 a term, or 5 once
    let plan = solved(&changes("capacity: (enforce: priced(1))"));
    close(plan.accounts.cost_wan_yuan.0, 8.0);
    assert_eq!(plan.missed_rules.len(), 2);
    let plan = solved(&changes("capacity: (enforce: priced(4))"));
    close(plan.accounts.cost_wan_yuan.0, 11.0);
    assert!(plan.missed_rules.is_empty());
}

#[test]
fn boarders_need_beds_and_students_stations() {
    let boarding = ("/*p*/", "boarding: 0.5,");
    let option = (
        "/*more*/",
        r#"options: {"house": (name: (zh: "宿舍"), campus: "a", resource: "bed", units: 10, cost: 4, most: 2)},"#,
    );
    let with = |beds: &str| {
        let owned = format!(", \"bed\": {beds}");
        cost(&[FORTY, BEDS, boarding, option, ("/*owned at a*/", &owned)])
    };
    // 20 of 40 board: 2 x 2, and 4 for ten beds more
    close(with("20"), 4.0);
    close(with("19"), 8.0);
    close(with("9"), 12.0);

    let lathe = lathes("");
    let option = (
        "/*more*/",
        r#"options: {"lathes": (name: (zh: "车床"), campus: "a", resource: "lathe", units: 1, cost: 3, most: 9)},"#,
    );
    let with = |owned: &str, more: &str| {
        let lathe = lathe.replace("hours: 20,", &format!("hours: 20, {more}"));
        let owned = format!(", \"lathe\": {owned}");
        let changes = [FORTY, TWO_HOURS, option, ("/*owned at a*/", &owned)];
        cost(&[&changes[..], &[("/*resources*/", &lathe)]].concat())
    };
    close(with("4", ""), 4.0);
    close(with("3", ""), 7.0);
    // with half the hours in use, eight are needed
    close(with("7", "utilisation: 0.5,"), 7.0);
}

#[test]
fn nothing_is_in_service_before_its_time() {
    // a room that takes two terms is there in the second year only
    let changes = |lead: &str| {
        let option = format!(
            r#"options: {{"wing": (name: (zh: "教室"), campus: "a", resource: "room", units: 1,
                cost: 5, most: 1, lead_terms: {lead})}},"#
        );
        let target = (
            "/*targets*/",
            r#""size": (name: (zh: "规模"), metric: registered, at_least: 40, from: "2008-autumn")"#,
        );
        let admissions = (
            "/*admissions*/",
            r#"(programme: "p", entry: "2008-autumn", applicants: 40),
               (programme: "p", entry: "2009-autumn", applicants: 40)"#,
        );
        let rooms = ("\"room\": 4 /*owned at a*/", "\"room\": 0");
        let changes = [("terms: 2,", "terms: 4,"), target, admissions, rooms];
        solved(&[&changes[..], &[("/*more*/", &option)]].concat())
    };
    close(changes("0").accounts.targets_percent, 0.0);
    close(changes("2").accounts.targets_percent, 50.0);
    close(changes("3").accounts.targets_percent, 100.0);
}

#[test]
fn stations_are_moved_when_that_is_cheaper_than_building() {
    let option = (
        "/*more*/",
        r#"options: {"lathes": (name: (zh: "车床"), campus: "a", resource: "lathe", units: 1, cost: 1, most: 9)},"#,
    );
    let with = |shipping: &str, at_b: &str| {
        let lathe = lathes(&format!("shipping: {shipping}"));
        let owned = format!(", \"lathe\": {at_b}");
        let changes = [FORTY, TWO_HOURS, option, ("/*owned at b*/", &owned)];
        solved(&[&changes[..], &[("/*resources*/", &lathe)]].concat())
    };
    // four moved for 0.3 each
    let plan = with("0.3", "4");
    close(plan.accounts.cost_wan_yuan.0, 4.0 + 1.2);
    assert_eq!(plan.shipments.iter().map(|one| one.units).sum::<u32>(), 4);
    // only two to move: two built for 1 each
    close(with("0.3", "2").accounts.cost_wan_yuan.0, 4.0 + 0.6 + 2.0);
    // moving is dearer
    close(with("2", "4").accounts.cost_wan_yuan.0, 4.0 + 4.0);
    // not movable: built
    let lathe = lathes("");
    let owned = ("/*owned at b*/", ", \"lathe\": 4");
    let changes = [FORTY, TWO_HOURS, option, owned, ("/*resources*/", &*lathe)];
    close(cost(&changes), 8.0);
}

#[test]
fn what_is_disposed_of_is_gone() {
    let lathe = lathes("shipping: 0.3");
    let more = r#"
        options: {"lathes": (name: (zh: "车床"), campus: "a", resource: "lathe", units: 1, cost: 1, most: 9)},
        disposals: [(resource: "lathe", campus: "b", at: "2008-autumn", units: 1)],"#;
    let changes = [
        FORTY,
        TWO_HOURS,
        ("/*resources*/", &*lathe),
        ("/*owned at b*/", ", \"lathe\": 4"),
        ("/*more*/", more),
    ];
    // three moved, one built
    close(cost(&changes), 4.0 + 0.9 + 1.0);
}

#[test]
fn students_go_to_the_stations_of_another_campus() {
    let lathe = lathes("shared_visit: 2, shipping: 0.3");
    let with = |per_km: &str| {
        let prices = format!("prices: (busing_per_km: {per_km}),");
        let changes = [FORTY, TWO_HOURS, ("/*owned at b*/", ", \"lathe\": 4")];
        solved(&[&changes[..], &[("/*resources*/", &lathe), ("/*more*/", &prices)]].concat())
    };
    // 80 hours are 40 visits a week, ten weeks, 2 x 5 km: 4000 km a term for
    // 0.4; a quarter of an hour each way: 200 hours a term
    let plan = with("0.0001");
    close(plan.accounts.cost_wan_yuan.0, 4.0 + 0.8);
    close(plan.accounts.student_hours.0, 400.0);
    // four stations moved for 1.2 are cheaper than 1.6
    let plan = with("0.0002");
    close(plan.accounts.cost_wan_yuan.0, 4.0 + 1.2);
    close(plan.accounts.student_hours.0, 0.0);
}

#[test]
fn a_closed_campus_shares_nothing() {
    // 80 hours used at b for 0.8; b costs 1 a term to keep open, and closing
    // it nothing. Kept: 4 + 0.8 + 2; closed and the four stations moved for
    // 0.5 each: 4 + 2; at 0.8 each it is kept
    let with = |shipping: &str| {
        let lathe = lathes(&format!("shared_visit: 2, shipping: {shipping}"));
        let changes = [
            FORTY,
            TWO_HOURS,
            ("/*owned at b*/", ", \"lathe\": 4"),
            ("/*campus b*/", "running_cost: 1, closable: true,"),
            ("/*more*/", "prices: (busing_per_km: 0.0001),"),
        ];
        cost(&[&changes[..], &[("/*resources*/", &lathe)]].concat())
    };
    close(with("0.5"), 6.0);
    close(with("0.8"), 6.8);
}

#[test]
fn nothing_is_sent_to_a_campus_that_is_not_in_use() {
    let lathe = lathes("shipping: 0.3");
    let changes = [
        FORTY,
        TWO_HOURS,
        ("/*resources*/", &*lathe),
        ("owns: {\"room\": 4 /*owned at a*/}", "owns: {\"room\": 4, \"lathe\": 5}"),
        ("/*campus b*/", "in_use: false, opening_cost: 7,"),
    ];
    let scenario = read(&text(&changes));
    let model = build(&scenario, Form::PLAN);
    // one lathe more than needed, held at b
    let cost_with = |at_b: f64| {
        let mut problem = model.problem.clone();
        for ((_, campus, _), stock) in &model.decisions.stock {
            if scenario.campuses[*campus].id == "b" {
                problem.columns[stock.0].lower = at_b;
            }
        }
        let cost = &model.parts[&Part::Cost];
        let request = SolveRequest {
            problem: &problem,
            objective_cuts: &[],
            objective: cost,
            start: None,
            termination: Termination {
                time: None,
                gap: 0.0,
                objective_target: None,
                nodes: None,
                threads: 1,
                seed: 0,
                strategy: Strategy::Default,
            },
        };
        match Highs.solve(&request, &Blind).expect("the solver works") {
            SolveResult::Solution(found) => cost.value(&found.values),
            other => panic!("{other:?}"),
        }
    };
    close(cost_with(0.0), 4.0);
    // it is sent for 0.3 only once b is opened for 7
    close(cost_with(1.0), 4.0 + 0.3 + 7.0);
}

struct Blind;

impl Watch for Blind {
    fn progress(&self, _best: f64, _bound: f64) {}

    fn stop(&self) -> bool {
        false
    }
}
