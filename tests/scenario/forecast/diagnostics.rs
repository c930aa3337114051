//! Mistakes in the enrolment section are told with their place.

use crate::support::feeders;
use campusplan::diagnostic::Severity;
use campusplan::scenario;

/// Exactly one error: at `path`, with every one of `said` in English.
fn one_error(changes: &[(&str, &str)], path: &str, said: &[&str]) {
    let text = feeders::text(changes);
    let found = scenario::read(&text).expect_err("a mistake");
    let errors: Vec<_> = (found.iter()).filter(|one| one.severity == Severity::Error).collect();
    assert_eq!(errors.len(), 1, "{found:#?}");
    assert_eq!(errors[0].path, path);
    assert!(errors[0].position.is_some());
    let hints = errors[0].hints.iter().map(|hint| hint.en.as_str());
    let words: Vec<&str> = std::iter::once(errors[0].message.en.as_str()).chain(hints).collect();
    let words = words.join("\n");
    for part in said {
        assert!(words.contains(part), "`{part}` is not said: {words}");
    }
}

#[test]
fn applicants_have_exactly_one_source() {
    one_error(
        &[("\"2009-autumn\", least: 1, most: 3", "\"2009-autumn\", applicants: 95")],
        "admissions[1].applicants",
        &["two sources", "remove `applicants`"],
    );
    one_error(
        &[(
            "\"clerk\", entry: \"2009-autumn\", applicants: 70",
            "\"clerk\", entry: \"2009-autumn\", applicants: 70, assumed: 60",
        )],
        "admissions[3].assumed",
        &["`clerk` are stated", "remove `assumed`"],
    );
    one_error(
        &[(
            "\"clerk\", entry: \"2009-autumn\", applicants: 70",
            "\"clerk\", entry: \"2009-autumn\"",
        )],
        "admissions[3].applicants",
        &["no applicants", "no `clerk` under enrolment.preferences"],
    );
    one_error(
        &[("\"9\": 200, \"8\": 210", "\"9\": 200")],
        "admissions[1].applicants",
        &["2009-autumn", "`north` gives no pupils of grade 8"],
    );
    one_error(
        &[("\"8\": (low: \"97%\", likely: \"98%\", high: \"99%\"),", "")],
        "admissions[1].applicants",
        &["no \"8\" under enrolment.progression"],
    );
    one_error(
        &[("year: 2007,", "year: 2008,")],
        "admissions[0].applicants",
        &["begins with the autumn after"],
    );
}

#[test]
fn ratios_make_sense() {
    let vocational = "vocational: (low: \"45%\", likely: \"50%\", high: \"55%\", years: {\"2009\": (likely: \"60%\")})";
    for (ratio, path, said) in [
        ("(low: \"55%\", likely: \"50%\")", "enrolment.vocational.low", "more than the most"),
        ("(likely: \"50%\", high: \"45%\")", "enrolment.vocational.high", "more than the most"),
        ("(likely: \"150%\")", "enrolment.vocational.likely", "1.5"),
        ("(low: \"45%\")", "enrolment.vocational.likely", "missing"),
        ("(likely: 0.5, fitted: (last: 2))", "enrolment.vocational", "not both"),
        ("(fitted: (last: 2))", "enrolment.vocational", "nothing to fit"),
        ("(fitted: (last: 0))", "enrolment.vocational.fitted.last", "0"),
        (
            "(likely: 0.5, years: {\"last\": (likely: 0.5)})",
            "enrolment.vocational.years.last",
            "not a year",
        ),
    ] {
        let changed = format!("vocational: {ratio}");
        let text = feeders::text(&[(vocational, &changed)]);
        let found = scenario::read(&text).expect_err("a mistake");
        let mut errors = found.iter().filter(|one| one.severity == Severity::Error);
        let error = errors.find(|one| one.path == path);
        let error = error.unwrap_or_else(|| panic!("{ratio}: {found:#?}"));
        assert!(error.message.en.contains(said), "{error:#?}");
    }
    one_error(
        &[("\"9\": (likely: \"95%\")", "\"9\": (likely: 2.5)")],
        "enrolment.progression[\"9\"].likely".replace("[\"9\"]", ".9").as_str(),
        &["2.5"],
    );
    one_error(
        &[
            feeders::BOTH[0],
            feeders::BOTH[1],
            (
                "{\"machinist\": (likely: \"90%\")}",
                "{\"machinist\": (likely: \"70%\"), \"clerk\": (likely: \"40%\")}",
            ),
        ],
        "enrolment.preferences",
        &["110.00%"],
    );
}

#[test]
fn keys_refer_to_something() {
    one_error(
        &[("\"8\": (low", "\"10\": (low: 1, likely: 1, high: 1), \"8\": (low")],
        "enrolment.progression.10",
        &["not a grade from 0 to 9"],
    );
    one_error(
        &[(
            "{\"machinist\": (likely: \"90%\")}",
            "{\"machinist\": (likely: \"90%\"), \"weaver\": (likely: 0)}",
        )],
        "enrolment.preferences.weaver",
        &["weaver"],
    );
    one_error(
        &[(", \"west\": (km: 12, minutes: 25)", "")],
        "enrolment.feeders.north.roads.west",
        &["missing"],
    );
    one_error(
        &[("roads: {\"east\": (km: 10, minutes: 20), \"west\": (km: 12, minutes: 25)},", "")],
        "enrolment.feeders.north.roads",
        &["missing"],
    );
    one_error(
        &[("preferences:", "history: (pupils: {\"2007\": {\"9\": 1}}), preferences:")],
        "enrolment.history.pupils.2007",
        &["not history"],
    );
}
