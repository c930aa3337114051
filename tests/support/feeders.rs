//! The minimal scenario with the applicants of one or both of its programmes
//! projected from two feeder schools.

use campusplan::domain::Scenario;
use campusplan::scenario;

const MINIMAL: &str = include_str!("../../scenarios/minimal.ron");

/// The section; the tests change it.
pub const SECTION: &str = r#"enrolment: (
    year: 2007,
    feeders: {
        "north": (
            name: (zh: "北乡"), pupils: {"9": 200, "8": 210}, boarding: "80%",
            roads: {"east": (km: 10, minutes: 20), "west": (km: 12, minutes: 25)},
        ),
        "south": (
            name: (zh: "南镇"), pupils: {"9": 100, "8": 90}, boarding: "30%",
            captured: (likely: "60%"),
            roads: {"east": (km: 2, minutes: 6), "west": (km: 1, minutes: 4)},
        ),
    },
    progression: {
        "8": (low: "97%", likely: "98%", high: "99%"),
        "9": (likely: "95%"),
    },
    vocational: (low: "45%", likely: "50%", high: "55%", years: {"2009": (likely: "60%")}),
    captured: (low: "70%", likely: "80%", high: "90%"),
    preferences: {"machinist": (likely: "90%")},
),
"#;

/// The scenario's text with changes, each of a text that stands there once.
pub fn text(changes: &[(&str, &str)]) -> String {
    let mut text = MINIMAL.replacen("    // 调剂", &format!("{SECTION}    // 调剂"), 1);
    for stated in ["applicants: 90", "applicants: 95"] {
        text = text.replacen(&format!(", {stated}"), "", 1);
    }
    for (from, to) in changes {
        assert_eq!(text.matches(from).count(), 1, "{from}");
        text = text.replace(from, to);
    }
    text
}

/// The changes by which the clerks are projected too.
pub const BOTH: [(&str, &str); 3] = [
    ("\"clerk\", entry: \"2008-autumn\", applicants: 70", "\"clerk\", entry: \"2008-autumn\""),
    ("\"clerk\", entry: \"2009-autumn\", applicants: 70", "\"clerk\", entry: \"2009-autumn\""),
    (
        "{\"machinist\": (likely: \"90%\")}",
        "{\"machinist\": (likely: \"60%\"), \"clerk\": (likely: \"40%\")}",
    ),
];

/// Two years of history before the pupils of today.
pub const HISTORY: &str = r#"history: (
    pupils: {"2005": {"8": 300, "9": 280}, "2006": {"8": 310, "9": 270}},
    graduates: {"2006": 266, "2007": 243},
    vocational: {"2006": 133, "2007": 108},
    captured: {"2007": 81},
    applicants: {"2006": {"machinist": 30, "clerk": 30}, "2007": {"machinist": 60, "clerk": 20}},
), preferences:"#;

/// Reads a scenario.
pub fn read(text: &str) -> Scenario {
    let loaded = scenario::read(text).unwrap_or_else(|found| panic!("{found:#?}"));
    loaded.scenario
}

/// The scenario with changes.
pub fn scenario(changes: &[(&str, &str)]) -> Scenario {
    read(&text(changes))
}
