//! Whatever is shipped, built, left and disposed of: the lines that follow hold
//! against rule Assets, and today + bought − disposed of = at the end.

use super::cases::{SIX, planned};
use crate::support::tiny;
use campusplan::domain::{Rule, Scenario};
use campusplan::plan::{self, Plan, Shipment, TermKey};
use campusplan::verify::{Check, verify};
use proptest::prelude::*;

/// Three campuses with stations on several lines of odd values, to be shipped
/// at will in three stages; two disposals, one of which names its line.
fn case() -> (Scenario, Plan) {
    let more = r#""c": (name: (zh: "丙校区"), owner: (zh: "乙校"), owns: {"room": 4, "lathe": 9}),
        "a": ("#;
    let register = r#"
    assets: {
        "A1": (name: (zh: "一"), kind: equipment, resource: "lathe", number: 5, value: "33.33 元", campus: "a"),
        "B1": (name: (zh: "二"), kind: equipment, resource: "lathe", number: 7, value: "7.0001 万元", campus: "b", valued: "2007"),
        "B2": (name: (zh: "三"), kind: equipment, resource: "lathe", number: 3, value: "10 元", campus: "b", owner: (zh: "乙校")),
        "C1": (name: (zh: "四"), kind: equipment, resource: "lathe", number: 9, value: "0.07 元", campus: "c"),
        "C2": (name: (zh: "五"), kind: furniture, number: 11, value: "1 元", campus: "c"),
    },
    disposals: [
        (resource: "lathe", campus: "b", at: "2009-autumn", units: 2, asset: "B1"),
        (resource: "lathe", campus: "c", at: "2010-autumn", units: 1),
        (asset: "C2", at: "2009-spring", units: 4),
    ],"#;
    let changes = [
        ("terms: 2,", "terms: 6,"),
        ("\"room\": 4 /*owned at a*/", "\"room\": 4, \"lathe\": 5"),
        ("/*more*/", register),
        ("/*p*/", "boarding: 0,"),
    ];
    let text = tiny::text(&[&SIX[..], &changes[..]].concat()).replacen("\"a\": (", more, 1);
    let scenario = tiny::read(&text);
    let plan = tiny::best(&scenario);
    (scenario, plan)
}

/// Units that each campus has in a stage, as shipped so far.
fn left(plan: &Plan, stage: usize) -> [i64; 3] {
    let mut units = [5, 10, 9];
    let index = |key: &str| ["a", "b", "c"].iter().position(|one| *one == key).unwrap();
    for one in &plan.shipments {
        units[index(&one.origin)] -= i64::from(one.units);
        units[index(&one.destination)] += i64::from(one.units);
    }
    units[1] -= if stage >= 1 { 2 } else { 0 };
    units[2] -= i64::from(stage >= 2);
    units
}

fn total(plan: &Plan, term: &str) -> (u32, i64) {
    let mut sum = (0, 0);
    for line in &plan.assets {
        for (number, value) in line.standing(term.parse().unwrap()).into_values() {
            sum = (sum.0 + number, sum.1 + value.fen());
        }
    }
    sum
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]
    #[test]
    fn it_all_adds_up(moves in prop::collection::vec((0_usize..3, 0_usize..3, 0_u32..8), 9)) {
        let (scenario, mut plan) = CASE.with(Clone::clone);
        plan.shipments.clear();
        let stages = ["2008-autumn", "2009-autumn", "2010-autumn"];
        for (index, (from, to, wanted)) in moves.into_iter().enumerate() {
            let stage = index / 3;
            let keys = ["a", "b", "c"];
            // what a disposal still to come takes stays there
            let kept = [0, i64::from(stage == 0) * 2, i64::from(stage < 2)][from];
            let there = (left(&plan, stage)[from] - kept).max(0);
            let units = wanted.min(u32::try_from(there).unwrap());
            let at: TermKey = TermKey(stages[stage].parse().unwrap());
            let known = |one: &Shipment| {
                one.at == at && (one.origin == keys[from] || one.destination == keys[from]
                    || one.origin == keys[to] && one.destination != keys[to])
            };
            if from == to || units == 0 || plan.shipments.iter().any(known) {
                continue;
            }
            plan.shipments.push(Shipment {
                resource: "lathe".to_owned(),
                origin: keys[from].to_owned(),
                destination: keys[to].to_owned(),
                at,
                units,
            });
        }
        plan.assets = plan::assets(&scenario, &plan);
        let found = verify(&scenario, &plan).violations;
        let broken = found.iter().any(|one| one.check == Check::Rule(Rule::Assets));
        prop_assert!(!broken, "{:?} {found:#?}", plan.shipments);
        let gone = plan.assets.iter().flat_map(|line| &line.disposed);
        let gone = gone.fold((0, 0), |sum, one| {
            (sum.0 + one.number, sum.1 + one.value_wan_yuan.fen())
        });
        let first = total(&plan, "2008-autumn");
        prop_assert_eq!(first, (35, 3_333 + 7_000_100 + 1_000 + 7 + 100));
        let last = total(&plan, "2011-spring");
        prop_assert_eq!((last.0 + gone.0, last.1 + gone.1), first);
        prop_assert_eq!(gone.0, 2 + 1 + 4);
    }
}

thread_local! {
    static CASE: (Scenario, Plan) = case();
}

/// What-ifs of the tiny case, solved.
#[test]
fn what_ifs_add_up() {
    for (vacate, price) in [("2008-autumn", 1), ("2009-autumn", 5), ("2009-autumn", 0)] {
        let more = format!(
            r#"options: {{"lathes": (name: (zh: "车床"), campus: "a", resource: "lathe", units: 2,
                cost: "{price} 元", most: 9)}},"#
        );
        let rules = format!(r#"relocation: (vacate: {{"b": "{vacate}"}})"#);
        let (_, plan) = planned(&more, &[("/*rules*/", &rules), ("terms: 2,", "terms: 4,")]);
        let bought = plan.assets.iter().filter(|line| line.bought.is_some());
        let bought: i64 = bought.map(|line| line.value_wan_yuan.fen()).sum();
        let (number, fen) = total(&plan, "2010-spring");
        assert_eq!(fen, 7_000_100 + 1_000 + 2_000_000 + 50_000_000 + 800_000 + bought);
        assert!(number >= 10 + 1000 + 900 + 80);
    }
}
