//! Which lines go where, against what was worked out by hand.

use super::cases::{LEFT, line, planned, stands, three_campuses, yuan};
use crate::support::tiny;

fn at(campus: &str, number: u32, yuan: f64) -> (String, u32, f64) {
    (campus.to_owned(), number, yuan)
}

#[test]
fn six_of_ten_stations_are_shipped() {
    let (_, plan) = planned("", &[]);
    assert_eq!(plan.shipments.len(), 1);
    assert_eq!(plan.shipments[0].units, 6);
    // Both belong to the county, as campus a does. B2 was valued at some time
    // in 2008, so not surely before autumn: B1 first, six of its seven.
    let first = "2008-autumn";
    assert_eq!(stands(line(&plan, "B1"), first), [at("a", 6, 60_000.86), at("b", 1, 10_000.14)]);
    assert_eq!(stands(line(&plan, "B2"), first), [at("b", 3, 10.0)]);
    assert!(line(&plan, "B1").moved_unvalued.is_empty());
    // nothing else moves
    assert_eq!(stands(line(&plan, "B3"), "2009-spring"), [at("b", 1000, 20_000.0)]);
    assert_eq!(stands(line(&plan, "A1"), "2009-spring"), [at("a", 80, 8000.0)]);
    assert_eq!(plan.assets.len(), 5);
}

#[test]
fn things_go_home_to_their_owner_first() {
    // B2 belongs to campus a's owner, B1 no longer does: three of B2, three of
    // B1. B2 moves before it has surely been valued.
    let owner = (
        r#"campus: "b", valued: "2007-12""#,
        r#"campus: "b", owner: (zh: "乙校"), valued: "2007-12""#,
    );
    let text = super::cases::text("", &[]).replacen(owner.0, owner.1, 1);
    let plan = tiny::best(&tiny::read(&text));
    let first = "2008-autumn";
    assert_eq!(stands(line(&plan, "B2"), first), [at("a", 3, 10.0)]);
    let b1 = stands(line(&plan, "B1"), first);
    assert_eq!((b1[0].1, b1[1].1), (3, 4));
    assert_eq!(line(&plan, "B1").owner.zh, "乙校");
    assert_eq!(line(&plan, "B2").moved_unvalued.len(), 1);
    assert_eq!(line(&plan, "B2").moved_unvalued[0].to_string(), first);
}

#[test]
fn what_is_built_is_entered_at_its_cost() {
    // six lathes in modules of three, cheaper than six shipped for 0.1 each
    let option = r#"
        options: {"lathes": (name: (zh: "车床"), campus: "a", resource: "lathe", units: 3, cost: "500.01 元",
            most: 9, owner: (zh: "集团", en: "Group"))},"#;
    let (_, plan) = planned(option, &[]);
    assert!(plan.shipments.is_empty());
    let bought = plan.assets.last().expect("a line");
    let how = bought.bought.as_ref().expect("bought");
    assert_eq!((how.option.as_str(), how.at.to_string().as_str()), ("lathes", "2008-autumn"));
    assert_eq!((bought.number, yuan(bought.value_wan_yuan.0)), (6, 1000.02));
    assert_eq!(bought.owner.en, "Group");
    assert_eq!(stands(bought, "2008-autumn"), [at("a", 6, 1000.02)]);
}

#[test]
fn a_campus_is_vacated_with_its_books() {
    let (_, plan) = planned("", &[LEFT]);
    let first = "2008-autumn";
    // all ten lathes, the books; not the premises
    assert_eq!(stands(line(&plan, "B1"), first), [at("a", 7, 70_001.0)]);
    assert_eq!(stands(line(&plan, "B2"), first), [at("a", 3, 10.0)]);
    assert_eq!(stands(line(&plan, "B3"), first), [at("a", 1000, 20_000.0)]);
    assert_eq!(stands(line(&plan, "B4"), first), [at("b", 900, 500_000.0)]);
    // without a valuation: the books; not surely in time: the new lathes
    assert_eq!(line(&plan, "B3").moved_unvalued.len(), 1);
    assert_eq!(line(&plan, "B2").moved_unvalued.len(), 1);
    assert!(line(&plan, "B1").moved_unvalued.is_empty());
    assert!(line(&plan, "B4").moved_unvalued.is_empty());
    assert_eq!(line(&plan, "B4").owner.en, "Town");
}

#[test]
fn books_go_with_the_classes_not_to_the_nearest() {
    // a class of q at b may only go to c, the farther campus
    let (_, plan) = three_campuses();
    let books = stands(line(&plan, "B3"), "2008-autumn");
    assert_eq!(books, [at("c", 1000, 20_000.0)]);
}

#[test]
fn what_is_disposed_of_goes_out() {
    // two of B2 by name; one more, for which the rest of B2 fits exactly. 100
    // books in the second year.
    let more = r#"
        disposals: [
            (resource: "lathe", campus: "b", at: "2008-autumn", units: 2, asset: "B2"),
            (resource: "lathe", campus: "b", at: "2008-autumn", units: 1),
            (asset: "B3", at: "2009-autumn", units: 100),
        ],"#;
    let (_, plan) = planned(more, &[("terms: 2,", "terms: 4,")]);
    let gone = |key: &str| -> Vec<(u32, f64)> {
        let gone = line(&plan, key).disposed.iter();
        gone.map(|one| (one.number, yuan(one.value_wan_yuan.0))).collect()
    };
    assert_eq!(gone("B2"), [(3, 10.0)]);
    assert_eq!(gone("B1"), []);
    assert_eq!(gone("B3"), [(100, 2000.0)]);
    assert_eq!(stands(line(&plan, "B2"), "2009-autumn"), []);
    assert_eq!(stands(line(&plan, "B3"), "2009-spring"), [at("b", 1000, 20_000.0)]);
    assert_eq!(stands(line(&plan, "B3"), "2009-autumn"), [at("b", 900, 18_000.0)]);
}

#[test]
fn a_line_to_be_disposed_of_waits_for_it() {
    // Six of ten move. B1, valued in time, would give six of its seven, but
    // four of them are promised: three of B1 and, unvalued as they are, the
    // three of B2.
    let more = r#"
        disposals: [(resource: "lathe", campus: "b", at: "2009-autumn", units: 4, asset: "B1")],"#;
    let (_, plan) = planned(more, &[("terms: 2,", "terms: 4,")]);
    let b1 = line(&plan, "B1");
    assert_eq!(b1.disposed.len(), 1);
    assert_eq!((b1.disposed[0].number, b1.disposed[0].campus.as_str()), (4, "b"));
    let first = "2008-autumn";
    let number = |key: &str, campus: &str| {
        let stands = stands(line(&plan, key), first);
        let here = stands.into_iter().find(|(at, ..)| at == campus);
        here.map_or(0, |(_, number, _)| number)
    };
    assert_eq!((number("B1", "a"), number("B1", "b")), (3, 4));
    assert_eq!((number("B2", "a"), number("B2", "b")), (3, 0));
}

#[test]
fn no_register_no_lines() {
    let plan = tiny::solved(&super::cases::SIX);
    assert!(plan.assets.is_empty());
    let json = campusplan::report::plan_json(&plan).expect("JSON");
    assert!(!json.contains("\"assets\""));
}
