//! Plans that say something wrong of an asset are caught by rule Assets.

use super::cases::{planned, three_campuses};
use campusplan::domain::{Rule, Scenario, Text};
use campusplan::plan::{AssetLine, AssetStanding, Plan, TermKey};
use campusplan::units::Money;
use campusplan::verify::{Check, Verification, verify};

/// Six of ten lathes are shipped at once, the others later, when that is
/// cheaper: campus b must be empty from 2009-autumn on. Beside that, a module is bought at a; two of
/// B2 and ten desks are disposed of.
const MORE: &str = r#"
    prices: (discount: 0.1),
    options: {"bench": (name: (zh: "台位", en: "Benches"), campus: "a", resource: "bench", units: 4, cost: "3.5 万元", most: 1)},
    disposals: [
        (resource: "lathe", campus: "b", at: "2009-autumn", units: 2, asset: "B2"),
        (asset: "A1", at: "2009-autumn", units: 10),
    ],"#;

fn case() -> (Scenario, Plan) {
    planned(
        MORE,
        &[
            ("terms: 2,", "terms: 4,"),
            ("/*rules*/", r#"relocation: (vacate: {"b": "2009-autumn"})"#),
            (
                "shipping: 0.1)",
                r#"shipping: 0.1),
                "bench": (name: (zh: "台位", en: "Benches"), unit: (zh: "个", en: "benches"), per: class, default_use: 2)"#,
            ),
        ],
    )
}

fn check(change: impl FnOnce(&mut Plan)) -> Verification {
    let (scenario, mut plan) = case();
    change(&mut plan);
    verify(&scenario, &plan)
}

fn line<'p>(plan: &'p mut Plan, key: &str) -> &'p mut AssetLine {
    let mut lines = plan.assets.iter_mut();
    let line = lines.find(|line| line.asset.as_deref().unwrap_or("bought") == key);
    line.expect("the line")
}

fn entry<'l>(line: &'l mut AssetLine, campus: &str, from: &str) -> &'l mut AssetStanding {
    let mut standing = line.standing.iter_mut();
    let entry = standing.find(|one| one.campus == campus && one.from.to_string() == from);
    entry.expect("the entry")
}

/// Rule Assets catches the change, and says `what` of it.
#[track_caller]
fn caught(what: &str, change: impl FnOnce(&mut Plan)) {
    caught_in(case(), what, change);
}

#[test]
fn the_plan_itself_holds() {
    let verification = check(|_| ());
    assert!(verification.passed(), "{:#?}", verification.violations);
    assert!(verification.compared[&Check::Rule(Rule::Assets)] > 100);
}

#[test]
fn a_unit_lost() {
    caught("Old lathes, autumn 2008: the plan states 6", |plan| {
        entry(line(plan, "B1"), "a", "2008-autumn").number -= 1;
    });
    caught("Desks, autumn 2009: the plan states 69", |plan| {
        entry(line(plan, "A1"), "a", "2009-autumn").number -= 1;
    });
}

#[test]
fn a_value_off_by_a_hundredth() {
    caught("by 100 yuan", |plan| {
        entry(line(plan, "B1"), "a", "2008-autumn").value_wan_yuan.0 -= 0.01;
    });
    // made up for elsewhere: out of proportion
    caught("value off its share by", |plan| {
        let lathes = line(plan, "B1");
        entry(lathes, "a", "2008-autumn").value_wan_yuan.0 -= 0.01;
        entry(lathes, "b", "2008-autumn").value_wan_yuan.0 += 0.01;
    });
    // of the whole line
    caught("by 100 yuan", |plan| {
        line(plan, "B4").value_wan_yuan.0 += 0.01;
    });
    // by a single fen
    caught("by 0.01 yuan", |plan| {
        let books = line(plan, "B3");
        let value = &mut entry(books, "b", "2008-autumn").value_wan_yuan;
        *value = Money::of_fen(value.fen() + 1);
    });
    // what was bought, at less than it cost
    caught("Benches, autumn 2008: the plan states 34000", |plan| {
        let bought = line(plan, "bought");
        bought.value_wan_yuan = Money(3.4);
        bought.standing[0].value_wan_yuan = Money(3.4);
    });
}

#[test]
fn an_owner_changed() {
    caught("the owner of record", |plan| {
        line(plan, "B4").owner = Text { zh: "县".to_owned(), en: "County".to_owned() };
    });
}

#[test]
fn something_immovable_moved() {
    caught("has left its place", |plan| {
        let premises = line(plan, "B4");
        premises.standing[0].campus = "a".to_owned();
    });
}

#[test]
fn left_behind_or_moved_without_need() {
    caught("things are left although", |plan| {
        line(plan, "B3").standing.truncate(1);
        line(plan, "B3").moved_unvalued.clear();
    });
    caught("the campus is not left", |plan| {
        let books = line(plan, "B3");
        books.standing[0].campus = "a".to_owned();
        books.standing.truncate(1);
        books.moved_unvalued[0] = books.standing[0].from;
    });
}

#[test]
fn units_where_rule_equipment_has_none() {
    // seven at a, where six were shipped
    caught("in the register 7", |plan| {
        let lathes = line(plan, "B1");
        let value = lathes.value_wan_yuan;
        entry(lathes, "a", "2008-autumn").number = 7;
        entry(lathes, "a", "2008-autumn").value_wan_yuan = value;
        entry(lathes, "b", "2008-autumn").number = 0;
        entry(lathes, "b", "2008-autumn").value_wan_yuan = Money(0.0);
    });
}

/// Only rule Assets finds something wrong with a changed plan: `what`.
#[track_caller]
fn caught_in((scenario, mut plan): (Scenario, Plan), what: &str, change: impl FnOnce(&mut Plan)) {
    change(&mut plan);
    let found = verify(&scenario, &plan).violations;
    let rule = Check::Rule(Rule::Assets);
    let told = found.iter().any(|one| one.message.en.contains(what));
    assert!(told, "{what}: {found:#?}");
    assert!(found.iter().all(|one| one.check == rule), "{found:#?}");
}

#[test]
fn lines_exchanged_without_a_shipment() {
    // three of B1 for three of B2, at a relocation point at which nothing moves
    let case = planned("", &[("terms: 2,", "terms: 4,")]);
    caught_in(case, "arriving by the register 3 > shipped 0", |plan| {
        let at = |campus: &str, number, yuan: f64| AssetStanding {
            from: "2009-autumn".parse().map(TermKey).unwrap(),
            campus: campus.to_owned(),
            number,
            value_wan_yuan: Money(yuan / 1e4),
        };
        let b1 = &mut line(plan, "B1").standing;
        b1.extend([at("a", 3, 30_000.43), at("b", 4, 40_000.57)]);
        let b2 = &mut line(plan, "B2").standing;
        b2.extend([at("a", 3, 10.0), at("b", 0, 0.0)]);
    });
}

#[test]
fn books_that_do_not_go_with_the_classes() {
    caught_in(three_campuses(), "neither with the classes", |plan| {
        line(plan, "B3").standing[0].campus = "a".to_owned();
    });
}

#[test]
fn disposals_of_another_line_or_undeclared() {
    caught("named for disposal 2 > disposed of 0", |plan| {
        line(plan, "B2").disposed.clear();
    });
    caught("disposed of 11 ≠ declared 10", |plan| {
        line(plan, "A1").disposed[0].number = 11;
    });
}

#[test]
fn a_finding_kept_silent() {
    caught("before it is valued is not as the plan tells", |plan| {
        line(plan, "B3").moved_unvalued.clear();
    });
    caught("before it is valued is not as the plan tells", |plan| {
        let from = line(plan, "B4").standing[0].from;
        line(plan, "B4").moved_unvalued.push(from);
    });
}

#[test]
fn a_purchase_not_entered() {
    caught("not entered in the register", |plan| {
        plan.assets.retain(|line| line.bought.is_none());
    });
}

#[test]
fn lines_missing_twice_or_of_nothing_are_references() {
    let broken = |change: fn(&mut Plan)| {
        let found = check(change).violations;
        assert!(found.iter().any(|one| one.check == Check::Reference), "{found:#?}");
    };
    broken(|plan| {
        plan.assets.retain(|line| line.asset.as_deref() != Some("A1"));
    });
    broken(|plan| plan.assets.push(plan.assets[0].clone()));
    broken(|plan| line(plan, "A1").asset = Some("A9".to_owned()));
    broken(|plan| line(plan, "A1").asset = None);
    broken(|plan| line(plan, "A1").standing[0].campus = "z".to_owned());
    broken(|plan| line(plan, "A1").standing[0].value_wan_yuan = Money(f64::NAN));
}

#[test]
fn lines_without_a_register_are_wrong() {
    let scenario = crate::support::tiny::read(&crate::support::tiny::text(&super::cases::SIX));
    let mut plan = crate::support::tiny::best(&scenario);
    plan.assets = case().1.assets;
    plan.assets.retain(|line| line.bought.is_some());
    let found = verify(&scenario, &plan).violations;
    assert!(found.iter().any(|one| one.check == Check::Rule(Rule::Assets)), "{found:#?}");
}
