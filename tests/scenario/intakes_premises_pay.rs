//! Mistakes in what is stated of intakes, vacated premises and pay.

use super::diagnostics::{findings, one_error, patched, told};
use campusplan::diagnostic::Severity;

#[test]
fn weights_of_intakes_refer_to_what_is_counted_and_are_counted() {
    let objective =
        "objective: [(parts: [(part: turned_away), (part: swing)])],\n    // 目标 / Targets";
    let case = |weights: &str| {
        let text = patched(&[("// 目标 / Targets", objective)]);
        text.replacen(
            "// 求解 / Solver",
            &format!("intakes: ({weights}),\n    // 求解 / Solver"),
            1,
        )
    };
    let error = |weights: &str, path: &str, said: &[&str]| {
        let text = case(weights);
        let found = findings(&text);
        let mut errors = found.iter().filter(|one| one.severity == Severity::Error);
        let first = errors.next().unwrap_or_else(|| panic!("{weights}: {found:#?}"));
        told(&text, first, path, "2.25}", said);
        assert!(errors.next().is_none(), "{found:#?}");
    };
    error(r#"swing: {"clark": 2.25}"#, "intakes.swing.clark", &["clark", "clerk"]);
    error(r#"turned_away: {"twon": 2.25}"#, "intakes.turned_away.twon", &["twon", "town"]);
    error(r#"turned_away: {"clerk": 2.25}"#, "intakes.turned_away.clerk", &["clerk", "town"]);
    let unused =
        patched(&[("// 求解 / Solver", "intakes: (swing: {\"clerk\": 2}),\n    // 求解 / Solver")]);
    let warned = findings(&unused);
    assert!(warned.iter().any(|one| one.path == "intakes.swing"), "{warned:#?}");
    let margins = patched(&[(
        "// 目标 / Targets",
        "objective: [(parts: [(part: margins)])],\n    // 目标 / Targets",
    )]);
    let found = findings(&margins);
    assert!(
        found.iter().any(|one| one.path == "objective[0]" && !one.hints.is_empty()),
        "{found:#?}"
    );
}

#[test]
fn what_becomes_of_premises_is_stated_where_it_can_come_about() {
    let west = "closing_cost: \"5 万元\",";
    let with = |more: &str| format!("{west} {more}");
    let one = |more: &str, path: &str, marker: &str, said: &[&str]| {
        one_error(west, &with(more), path, marker, said);
    };
    one(
        "afterwards: (proceeds: 7.5),",
        "campuses.west.afterwards.how",
        "(proceeds: 7.5)",
        &["how"],
    );
    one(
        "afterwards: (how: demolish, proceeds: 7.5),",
        "campuses.west.afterwards.proceeds",
        "7.5",
        &["sold or let", "sell or let"],
    );
    one(
        "afterwards: (how: sell, lag_terms: 97),",
        "campuses.west.afterwards.lag_terms",
        "97",
        &["0", "80"],
    );
    one(
        "reopenable: true, afterwards: (how: sell),",
        "campuses.west.afterwards",
        "(how: sell)",
        &["reopen"],
    );
    let text = patched(&[("land: \"30 亩\",", "land: \"30 亩\", afterwards: (how: sell),")]);
    let found = findings(&text);
    let never = found.iter().find(|one| one.path == "campuses.east.afterwards").expect("a warning");
    assert_eq!(never.severity, Severity::Warning);
    assert!(!never.hints.is_empty());
}

#[test]
fn pay_refers_to_titles_groups_and_posts_that_are_there() {
    let with = |payroll: &str| format!("payroll: ({payroll}),\n    // 单价 / Prices");
    let one = |payroll: &str, path: &str, marker: &str, said: &[&str]| {
        one_error("// 单价 / Prices", &with(payroll), path, marker, said);
    };
    one(r#"titles: {"senoir": 2.75}"#, "payroll.titles.senoir", "2.75}", &["senoir", "senior"]);
    one(
        r#"groups: {"east_genral": 2.75}"#,
        "payroll.groups.east_genral",
        "2.75}",
        &["east_general"],
    );
    let posts = |more: &str| format!(r#"posts: {{"guard": (name: (zh: "门卫"), {more})}}"#);
    one(&posts("present: 2"), "payroll.posts.guard.pay", "(name: (zh: \"门卫\")", &["pay"]);
    one(
        &posts(r#"pay: 1, present: 2, retirements: {"2009-autumn": 3}"#),
        "payroll.posts.guard.retirements",
        r#"{"2009-autumn": 3}"#,
        &["3", "2", "present"],
    );
}
