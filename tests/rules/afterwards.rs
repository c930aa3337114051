//! What becomes of vacated premises. Campus b costs 3 a term in use and stands empty
//! in every case: nobody is taught there.

use crate::support::tiny::{best, broken, close, cost, read, solved, text};
use campusplan::domain::{AfterUse, Rule};
use campusplan::plan::{MoneyItem, Plan};
use campusplan::verify::Check;

/// Two stages of two terms: 2008-autumn and 2009-spring, then 2009-autumn and
/// 2010-spring.
const FOUR: (&str, &str) = ("terms: 2,", "terms: 4,");

/// Campus b, which may close or must be left, and what becomes of it.
fn b(more: &str, afterwards: &str) -> String {
    format!("running_cost: 3, {more} afterwards: ({afterwards}),")
}

/// Campus b may be used until the end of the first school year.
const UNTIL: &str = r#"tenure: (until: "2009-spring"),"#;

fn paid(plan: &Plan, item: MoneyItem) -> Vec<(i32, f64)> {
    let lines = plan.accounts.money.iter().filter(|line| line.item == item);
    lines.map(|line| (line.fiscal_year, line.amount_wan_yuan.0)).collect()
}

/// Somebody must be at b in the first school year.
const USED: (&str, &str) = (
    "/*more*/",
    r#"pins: [(decision: open, campus: "b", from: "2008-autumn", until: "2009-spring", at_least: 1)],"#,
);

#[test]
fn a_sale_brings_its_proceeds_once_a_lag_after_the_last_use() {
    // In use for two terms (6), vacant from 2009-autumn with an upkeep of 1, sold in
    // 2010-spring for 20 at a cost of 2: 6 + 1 + 2 − 20.
    let campus = b("closable: true,", "how: sell, lag_terms: 1, cost: 2, proceeds: 20, upkeep: 1");
    let plan = solved(&[FOUR, USED, ("/*campus b*/", &campus)]);
    close(plan.accounts.cost_wan_yuan.0, -11.0);
    assert_eq!(paid(&plan, MoneyItem::Sale), [(2010, 20.0)]);
    assert_eq!(paid(&plan, MoneyItem::Release), [(2010, 2.0)]);
    assert_eq!(paid(&plan, MoneyItem::Vacant), [(2009, 1.0)]);
    // two terms later it is sold behind the horizon, and stands empty for two terms
    let later = campus.replace("lag_terms: 1", "lag_terms: 2");
    close(cost(&[FOUR, USED, ("/*campus b*/", &later)]), 8.0);
}

#[test]
fn premises_are_not_kept_open_where_selling_them_pays() {
    // At once: 20 − 2. Not closing costs 4 terms of 3.
    let campus = b("closable: true,", "how: sell, cost: 2, proceeds: 20");
    close(cost(&[FOUR, ("/*campus b*/", &campus)]), -18.0);
    // Demolishing at 13 costs more than keeping it open.
    let campus = b("closable: true,", "how: demolish, cost: 13");
    close(cost(&[FOUR, ("/*campus b*/", &campus)]), 12.0);
    // A dearer upkeep of mothballed premises is never better: 4 · 2, then 12 in use.
    for (upkeep, least) in [("2", 8.0), ("2.5", 10.0), ("5", 12.0)] {
        let campus = b("closable: true,", &format!("how: mothball, upkeep: {upkeep}"));
        close(cost(&[FOUR, ("/*campus b*/", &campus)]), least);
    }
}

#[test]
fn letting_brings_rent_each_term_and_lowers_the_running_budget() {
    // Used for two terms and let in the two after: 6 − 2 · 2. The budget of 2009 has 3 for
    // the spring less 2 of the autumn.
    let campus = b(UNTIL, "how: let, proceeds: 2");
    let changes = [FOUR, USED, ("/*campus b*/", campus.as_str())];
    let plan = solved(&changes);
    close(plan.accounts.cost_wan_yuan.0, 2.0);
    assert_eq!(paid(&plan, MoneyItem::Rent), [(2009, 2.0), (2010, 2.0)]);
    let grant = |grant: &str| {
        let rule = format!(r#"budget: (running: {{"2009": {grant}}})"#);
        let scenario = read(&text(&[&changes[..], &[("/*rules*/", &rule)]].concat()));
        crate::support::tiny::outcome(&scenario).is_some()
    };
    assert!(grant("1"));
    assert!(!grant("0.9"));
}

/// Lathes at b that can move, for nothing but their way.
const LATHES: [(&str, &str); 2] = [
    (
        "/*resources*/",
        r#""lathe": (name: (zh: "车床"), unit: (zh: "台"), per: student, hours: 20, shipping: 0.5)"#,
    ),
    ("/*owned at b*/", r#", "lathe": 4"#),
];

#[test]
fn nothing_that_can_move_is_left_in_premises_that_others_have() {
    // Handing back takes 4 · 0.5 for the lathes; mothballed they stay.
    let campus = b("closable: true,", "how: hand_back");
    let changes = [LATHES[0], LATHES[1], FOUR, ("/*campus b*/", campus.as_str())];
    close(cost(&changes), 2.0);
    let kept = campus.replace("hand_back", "mothball");
    close(cost(&[LATHES[0], LATHES[1], FOUR, ("/*campus b*/", &kept)]), 0.0);
    let found = broken(&changes, |plan| plan.shipments.clear());
    assert!(found.contains(&Check::Rule(Rule::Equipment)), "{found:?}");
}

#[test]
fn forged_proceeds_are_caught() {
    let campus = b("closable: true,", "how: sell, cost: 2, proceeds: 20");
    let changes = [FOUR, ("/*campus b*/", campus.as_str())];
    let found = broken(&changes, |plan| {
        for line in plan.accounts.money.iter_mut().filter(|line| line.item == MoneyItem::Sale) {
            line.amount_wan_yuan = campusplan::units::Money(25.0);
        }
    });
    assert!(found.contains(&Check::Accounts), "{found:?}");
}

/// Land and a building at b, and desks that can move; the land has been valued.
const REGISTER: &str = r#"assets: {
    "B1": (name: (zh: "土地"), kind: land, number: 1, value: 30, campus: "b", valued: "2007"),
    "B2": (name: (zh: "教学楼"), kind: building, resource: "room", number: 4, value: 12, campus: "b"),
    "A2": (name: (zh: "教学楼"), kind: building, resource: "room", number: 4, value: 12, campus: "a"),
    "B3": (name: (zh: "课桌"), kind: furniture, number: 40, value: 1, campus: "b"),
},"#;

fn registered(how: &str) -> [(&'static str, String); 3] {
    let campus = b(UNTIL, &format!("how: {how}, cost: 1"));
    let more = format!("{REGISTER}{}", USED.1);
    [(FOUR.0, FOUR.1.to_owned()), ("/*campus b*/", campus), ("/*more*/", more)]
}

fn changes<'c>(all: &'c [(&'static str, String)]) -> Vec<(&'c str, &'c str)> {
    all.iter().map(|(from, to)| (*from, to.as_str())).collect()
}

/// What leaves the register: line, number, 万元, whether it had not been valued.
fn released(plan: &Plan) -> Vec<(String, u32, f64, bool)> {
    let lines = plan.assets.iter().flat_map(|line| {
        let name = line.asset.clone().unwrap_or_default();
        line.released
            .iter()
            .map(move |gone| (name.clone(), gone.number, gone.value_wan_yuan.0, gone.unvalued))
    });
    lines.collect()
}

#[test]
fn the_register_follows_what_becomes_of_the_premises() {
    let of = |how: &str| {
        let all = registered(how);
        let plan = best(&read(&text(&changes(&all))));
        // the desks go with the school, whatever becomes of the walls
        let desks = plan.assets.iter().find(|line| line.asset.as_deref() == Some("B3")).unwrap();
        let stand = desks.standing("2010-spring".parse().unwrap());
        assert_eq!(stand.keys().copied().collect::<Vec<_>>(), ["a"]);
        released(&plan)
    };
    let (land, building) = (("B1".to_owned(), 1, 30.0, false), ("B2".to_owned(), 4, 12.0, true));
    assert_eq!(of("sell"), [land.clone(), building.clone()]);
    assert_eq!(of("hand_back"), [land, building.clone()]);
    assert_eq!(of("demolish"), [building]);
    assert_eq!(of("mothball"), []);
    assert_eq!(of("let"), []);
}

#[test]
fn what_leaves_the_register_otherwise_is_caught() {
    type Forgery = fn(&mut Plan);
    let all = registered("sell");
    let all = changes(&all);
    let forgeries: [Forgery; 4] = [
        |plan| plan.assets[0].released.clear(),
        |plan| plan.assets[1].released[0].unvalued = false,
        |plan| plan.assets[1].released[0].how = AfterUse::Demolish,
        |plan| {
            let gone = plan.assets[0].released[0].clone();
            plan.assets[3].released.push(gone);
        },
    ];
    for forgery in forgeries {
        assert!(broken(&all, forgery).contains(&Check::Rule(Rule::Assets)));
    }
}
