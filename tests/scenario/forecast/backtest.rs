//! The projection against a published series: pupils by grade of the public
//! schools of the United States; the source stands in the data file.

use campusplan::domain::Enrolment;
use campusplan::forecast::{Measure, backtest, by_lead};
use campusplan::scenario;
use std::collections::BTreeMap;
use std::fmt::Write;

const SERIES: &str = include_str!("../../data/enrolment_by_grade.csv");
const MINIMAL: &str = include_str!("../../../scenarios/minimal.ron");
const LAST_GRADE: u32 = 12;

/// Figures by year and column.
fn series() -> BTreeMap<i32, BTreeMap<String, f64>> {
    let mut reader = csv::ReaderBuilder::new().comment(Some(b'#')).from_reader(SERIES.as_bytes());
    let heads = reader.headers().unwrap().clone();
    let rows = reader.records().map(|row| {
        let row = row.unwrap();
        let figure = |(head, text): (&str, &str)| (head.to_owned(), text.parse().unwrap());
        let figures = heads.iter().zip(row.iter()).skip(1).map(figure);
        (row[0].parse().unwrap(), figures.collect())
    });
    rows.collect()
}

/// The series as the history of one feeder school, its last year as today.
fn enrolment(last: usize) -> Enrolment {
    let series = series();
    let grades = |row: &BTreeMap<String, f64>| {
        let grades =
            (1..=LAST_GRADE).map(|grade| format!("\"{grade}\": {}", row[&grade.to_string()]));
        grades.collect::<Vec<_>>().join(", ")
    };
    let (today, row) = series.last_key_value().unwrap();
    let mut history = String::new();
    for (year, row) in series.range(..today) {
        write!(history, "\"{year}\": {{{}}}, ", grades(row)).unwrap();
    }
    let mut progression = String::new();
    for grade in 1..LAST_GRADE {
        write!(progression, "\"{grade}\": (fitted: (last: {last})), ").unwrap();
    }
    let section = format!(
        r#"enrolment: (
            year: {today},
            last_grade: {LAST_GRADE},
            feeders: {{"public": (name: (zh: "公立学校"), pupils: {{{}}})}},
            progression: {{{progression}}},
            vocational: (likely: 1), captured: (likely: 1),
            history: (pupils: {{{history}}}),
        ),
        cohorts: ["#,
        grades(row)
    );
    assert_eq!(MINIMAL.matches("cohorts: [").count(), 1);
    let text = MINIMAL.replace("cohorts: [", &section);
    let loaded = scenario::read(&text).unwrap_or_else(|found| panic!("{found:#?}"));
    loaded.scenario.enrolment.expect("the section")
}

#[test]
fn the_series_is_as_published() {
    let series = series();
    assert_eq!(series.keys().copied().collect::<Vec<_>>(), (1990..=1999).collect::<Vec<_>>());
    for (year, row) in &series {
        let grades =
            |from: u32, to: u32| -> f64 { (from..=to).map(|grade| row[&grade.to_string()]).sum() };
        let elementary = grades(1, 8)
            + row["prekindergarten"]
            + row["kindergarten"]
            + row["elementary_ungraded"];
        let secondary = grades(9, 12) + row["secondary_ungraded"];
        // parts and totals are each rounded to thousands
        assert!((elementary - row["elementary"]).abs() <= 2.0, "{year}: {elementary}");
        assert!((secondary - row["secondary"]).abs() <= 2.0, "{year}: {secondary}");
        let all = row["elementary"] + row["secondary"];
        assert!((all - row["all"]).abs() <= 1.0, "{year}: {all}");
    }
}

#[test]
fn cohort_survival_beats_standing_still() {
    let errors = by_lead(&backtest(&enrolment(3)));
    for one in &errors {
        println!(
            "{} years ahead: {:.2} % over {} comparisons; standing still {:.2} %",
            one.lead,
            one.mape * 100.0,
            one.comparisons,
            one.naive * 100.0
        );
    }
    // About a third above what was computed, far below standing still.
    for (lead, bound) in [(1, 0.006), (2, 0.010), (3, 0.013), (4, 0.017), (5, 0.021)] {
        let one = errors.iter().find(|one| one.lead == lead).expect("a lead");
        assert!(one.mape <= bound, "{lead} years ahead: {}", one.mape);
        assert!(one.naive > bound, "{lead} years ahead: {} standing still", one.naive);
    }
    let means: Vec<f64> = errors.iter().take(5).map(|one| one.mape).collect();
    assert!(means.is_sorted(), "errors grow with the years: {means:?}");
}

#[test]
fn a_comparison_is_the_formula_on_what_was_known() {
    let series = series();
    let at = |year: i32, grade: u32| series[&year][&grade.to_string()];
    // Grade 7 of 1998 from grade 5 of 1996, by the ratios observed in 1994-96.
    let ratio = |grade: u32| {
        let after: f64 = (1994..=1996).map(|year| at(year, grade + 1)).sum();
        let before: f64 = (1993..=1995).map(|year| at(year, grade)).sum();
        after / before
    };
    let due = at(1996, 5) * ratio(5) * ratio(6);
    let all = backtest(&enrolment(3));
    let found = all
        .iter()
        .find(|one| (one.known, one.year, one.measure) == (1996, 1998, Measure::Pupils(7)))
        .expect("the comparison");
    assert!((found.projected - due).abs() < 1e-6, "{} {due}", found.projected);
    assert!((found.observed - at(1998, 7)).abs() < 1e-9);
    assert!((found.naive - at(1996, 7)).abs() < 1e-9);
    // Nothing needs births that are not known: grade 1 is never projected.
    assert!(all.iter().all(|one| one.measure != Measure::Pupils(1)));
}
