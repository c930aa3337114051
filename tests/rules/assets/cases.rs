//! Tiny cases with a register: campus b has ten lathes of which campus a needs
//! six, and must be left in autumn 2009.

use crate::support::tiny;
use campusplan::domain::Scenario;
use campusplan::plan::{AssetLine, Plan};
use campusplan::scenario;

/// Ten lathes at b on two lines, desks, books and a building at b, a building
/// and a desk at a.
pub const REGISTER: &str = r#"
    assets: {
        "B1": (name: (zh: "旧车床", en: "Old lathes"), kind: equipment, resource: "lathe", number: 7,
            value: "7.0001 万元", campus: "b", valued: "2007-12"),
        "B2": (name: (zh: "新车床", en: "New lathes"), kind: equipment, resource: "lathe", number: 3,
            value: "10 元", campus: "b", valued: "2008"),
        "B3": (name: (zh: "图书", en: "Books"), kind: book, number: 1000, value: 2, campus: "b",
            owner: (zh: "乙校", en: "School B")),
        "B4": (name: (zh: "校舍", en: "Premises"), kind: building, number: 900, value: 50, campus: "b",
            owner: (zh: "镇", en: "Town")),
        "A1": (name: (zh: "课桌", en: "Desks"), kind: furniture, number: 80, value: 0.8, campus: "a"),
    },"#;

/// Two classes of 20 at a use lathes for 120 hours a week: six of 20 hours.
pub const SIX: [(&str, &str); 4] = [
    (
        "/*resources*/",
        r#""lathe": (name: (zh: "车床", en: "Lathes"), unit: (zh: "台", en: "lathes"), per: student,
            hours: 20, shipping: 0.1)"#,
    ),
    ("/*taught*/", r#"uses: {"lathe": 3}"#),
    ("/*admissions*/", r#"(programme: "p", entry: "2008-autumn", applicants: 40, least: 2)"#),
    ("/*owned at b*/", r#", "lathe": 10"#),
];

/// The text of a case: the register and more of the scenario, then changes.
pub fn text(more: &str, changes: &[(&str, &str)]) -> String {
    let more = format!("{REGISTER}{more}");
    tiny::text(&[&SIX[..], &[("/*more*/", &more)], changes].concat())
}

/// The best plan of a case, verified.
pub fn planned(more: &str, changes: &[(&str, &str)]) -> (Scenario, Plan) {
    let scenario = tiny::read(&text(more, changes));
    let plan = tiny::best(&scenario);
    (scenario, plan)
}

/// Campus b is left at once.
pub const LEFT: (&str, &str) = ("/*rules*/", r#"relocation: (vacate: {"b": "2008-autumn"})"#);

/// A third campus, to which the class at b must go when b is left; a is nearer.
pub fn three_campuses() -> (Scenario, Plan) {
    let cohort = (
        "/*cohorts*/",
        r#"(programme: "q", entry: "2007-autumn", campus: "b", classes: 1, students: 30)"#,
    );
    let programme = (
        "/*programmes*/",
        r#""q": (name: (zh: "专业乙"), label: (zh: "乙"), field: "g", curriculum: [(terms: 6)],
            class_size: (min: 20, max: 40), attrition: [0], sites: {"b": (), "c": ()})"#,
    );
    let campus = r#""c": (name: (zh: "丙校区", en: "Campus C"), owner: (zh: "县"), owns: {"room": 4}),
        "b": ("#;
    let road = r#"roads: [(between: ["b", "c"], km: 50, minutes: 90), "#;
    let text = text("", &[LEFT, cohort, programme])
        .replacen("\"b\": (\n", &format!("{campus}\n"), 1)
        .replacen("roads: [", road, 1);
    let scenario = tiny::read(&text);
    let plan = tiny::best(&scenario);
    (scenario, plan)
}

/// A line of the register.
#[track_caller]
pub fn line<'p>(plan: &'p Plan, key: &str) -> &'p AssetLine {
    let mut lines = plan.assets.iter();
    let line = lines.find(|line| line.asset.as_deref() == Some(key));
    line.expect("the line")
}

/// Where things of a line stand in a term: campus, number, yuan.
#[track_caller]
pub fn stands(line: &AssetLine, term: &str) -> Vec<(String, u32, f64)> {
    let standing = line.standing(term.parse().expect("a term"));
    let place = |(campus, (number, value)): (&str, (u32, campusplan::units::Money))| {
        (campus.to_owned(), number, yuan(value.0))
    };
    standing.into_iter().map(|(at, of)| place((at, of))).collect()
}

/// 万元 as yuan, to the fen.
pub fn yuan(value: f64) -> f64 {
    (value * 1e6).round() / 100.0
}

/// The findings about a text.
pub fn findings(text: &str) -> Vec<campusplan::diagnostic::Diagnostic> {
    match scenario::read(text) {
        Ok(loaded) => loaded.warnings,
        Err(found) => found,
    }
}
