//! What is told of a study that is wrong.

use crate::support::experiment::study;
use crate::support::program::{run, text};
use std::fs;

/// What `study init` says of a study in both languages; it must refuse it and
/// leave nothing behind.
fn refused(content: &str) -> String {
    let dir = tempfile::tempdir().unwrap();
    let file = dir.path().join("study.ron");
    fs::write(&file, content).unwrap();
    let made = dir.path().join("made");
    let mut told = String::new();
    for language in ["zh", "en"] {
        let arguments = ["study", "init", text(&file), text(&made), "--lang", language];
        let (code, printed, notes) = run(&arguments);
        assert_eq!(code, 2, "{notes}");
        assert_eq!(printed, "");
        told += &notes;
    }
    assert!(!made.exists());
    told
}

fn check(content: &str, words: &[&str]) {
    let told = refused(content);
    for word in words {
        assert!(told.contains(word), "{word:?} is not in\n{told}");
    }
}

const GOOD: &str = r#""x": (scales: ["admissions[*].applicants"], levels: list([0.9, 1]))"#;

#[test]
fn an_unknown_field_is_told_with_its_place_and_what_may_be_meant() {
    let content = study(&GOOD.replace("levels", "level"), "grid");
    check(
        &content,
        &["study.ron:1:", "`level`", "“level”", "did you mean `levels`?", "factors.x.level"],
    );
}

#[test]
fn a_path_that_leads_nowhere_is_told_with_its_place() {
    let content = study(
        "\n\"x\": (sets: [\"campuses.wets.tenure.until\"], levels: list([\"2008-spring\"]))",
        "grid",
    );
    check(&content, &["study.ron:2:14", "`wets`", "did you mean `west`?", "没有“wets”"]);
}

#[test]
fn a_level_that_makes_no_scenario_is_told_with_its_place() {
    let factor = "\n\"x\": (sets: [\"campuses.west.tenure.until\"],\n levels: list([\"2009-spring\", \"2008-sprnig\"]))";
    check(&study(factor, "grid"), &["study.ron:3:31", "2008-sprnig", "is not a term", "不是学期"]);
    // Also a change in a bundle that only the whole scenario shows to be wrong.
    let factor = "\n\"x\": (levels: bundles({\"a\": (changes: [\nset(\"programmes.clerk.class_size.min\", 60)])}))";
    check(&study(factor, "grid"), &["study.ron:3:", "60"]);
    // Both ends of a distribution are tried.
    let factor =
        "\n\"x\": (sets: [\"programmes.clerk.boarding\"], levels: uniform(from: 0.5, to: 1.5))";
    check(&study(factor, "monte_carlo(plans: 3)"), &["study.ron:2:", "1.5"]);
}

#[test]
fn a_grid_needs_levels() {
    let factor = r#""x": (scales: ["prices"], levels: uniform(from: 1, to: 2))"#;
    check(
        &study(factor, "grid"),
        &["a grid needs levels", "latin_hypercube", "全组合", "factors.x.levels"],
    );
    check(&study(r#""x": (levels: forecast())"#, "grid"), &["forecast(draws: 5)"]);
}

#[test]
fn numbers_that_go_down_or_out_of_range_are_told() {
    let factor = |levels: &str| format!(r#""x": (scales: ["prices"], levels: {levels})"#);
    for (levels, word) in [
        ("range(from: 2, to: 1, steps: 3)", "must go up"),
        ("range(from: 1, to: 2, steps: 1)", "is not between 2 and 1000"),
        ("triangular(low: 1, likely: 3, high: 2)", "must go up"),
        ("normal(mean: 0, sd: 0, least: 0, most: 1)", "must be more than 0"),
        ("normal(mean: 0, sd: 1, least: 50, most: 60)", "standard deviations"),
        ("uniform(from: 1)", "`to` is missing"),
        ("list([1, 2, 1])", "there already"),
        ("list([])", "no levels"),
        ("list([1, \"much\"])", "not a number to multiply by"),
    ] {
        check(&study(&factor(levels), "monte_carlo(plans: 3)"), &[word]);
    }
    for (design, word) in [
        ("monte_carlo(plans: 0)", "not between 1 and 100000"),
        ("latin_hypercube(seed: 1)", "`plans` is missing"),
        ("hypercube(plans: 3)", "latin_hypercube"),
    ] {
        check(&study(GOOD, design), &[word]);
    }
}

#[test]
fn what_a_factor_changes_must_be_said_once() {
    let nothing = r#""x": (levels: list([1, 2]))"#;
    check(&study(nothing, "grid"), &["what it changes", "scales: ["]);
    let both = r#""x": (scales: ["prices"], levels: demand([]))"#;
    check(&study(both, "grid"), &["no `sets` or `scales`"]);
    let clash = r#"
        "x": (sets: ["programmes.*.attrition.*"], levels: list([0.01, 0.02])),
        "y": (scales: ["programmes.clerk.attrition"], levels: list([1, 2]))"#;
    check(
        &study(clash, "grid"),
        &["programmes.clerk.attrition", "one would undo the other", "因素“x”"],
    );
}

#[test]
fn factors_of_the_projection_need_a_projection() {
    check(
        &study(r#""x": (levels: demand([low, high]))"#, "grid"),
        &["projects no applicants", "没有推算的报名人数"],
    );
    let two = r#""x": (levels: demand([low, high])), "y": (levels: forecast(draws: 2))"#;
    check(&study(two, "grid"), &["only one factor may be"]);
}

#[test]
fn correlations_are_between_two_factors_and_possible() {
    let factor =
        |key: &str| format!(r#""{key}": (scales: ["prices"], levels: uniform(from: 1, to: 2))"#);
    let factors = [factor("x"), factor("y"), factor("z")].join(",");
    let with = |correlations: &str, design: &str| {
        let text = study(&factors, design);
        text.replacen("design:", &format!("correlations: {correlations}, design:"), 1)
    };
    let sampled = "monte_carlo(plans: 3)";
    for (correlations, word) in [
        (r#"[(between: ["x", "w"], value: 0.5)]"#, "there is no factor called `w`"),
        (r#"[(between: ["x"], value: 0.5)]"#, "two different factors"),
        (r#"[(between: ["x", "x"], value: 0.5)]"#, "two different factors"),
        (r#"[(between: ["x", "y"], value: 1)]"#, "between −1 and 1"),
        (
            r#"[(between: ["x", "y"], value: 0.9), (between: ["y", "z"], value: 0.9), (between: ["x", "z"], value: -0.9)]"#,
            "positive definite",
        ),
    ] {
        check(&with(correlations, sampled), &[word]);
    }
    let grid = study(GOOD, "grid").replacen(
        "design:",
        r#"correlations: [(between: ["x", "x"], value: 0.5)], design:"#,
        1,
    );
    check(&grid, &["are independent"]);
}

#[test]
fn a_plan_must_come_to_an_end() {
    let content = study(GOOD, "grid").replace("(gap: 0.05, steps: 5)", "(gap: 0.05)");
    check(&content, &["nothing ends a plan", "steps: 20", "每个计划没有上限"]);
    let content = study(GOOD, "grid").replace("gap: 0.05", "gap: 5");
    check(&content, &["5 is not between 0 and 1"]);
}

#[test]
fn patience_is_longer_than_what_a_plan_may_take() {
    let limits = "(gap: 0.05, time_limit: 60, patience: 60)";
    let content = study(GOOD, "grid").replace("(gap: 0.05, steps: 5)", limits);
    check(&content, &["60 is not between 60 and 1000000000"]);
}

#[test]
fn indicators_that_are_not_there_are_told() {
    let content = study(GOOD, "grid").replacen("design:", r#"keep: ["cost_wan"], design:"#, 1);
    check(&content, &["no indicator called `cost_wan`", "cost_wan_yuan"]);
}

#[test]
fn a_base_that_is_not_there_or_wrong_is_told() {
    let content = study(GOOD, "grid").replace("minimal.ron", "minimall.ron");
    check(&content, &["minimall.ron", "study.ron:1:8", "无法读取"]);
    let dir = tempfile::tempdir().unwrap();
    let base = dir.path().join("base.ron");
    fs::write(&base, "(campuses: 3)").unwrap();
    let content = study(GOOD, "grid").replace(crate::support::program::MINIMAL, text(&base));
    check(&content, &["base.ron:1:12"]);
}
