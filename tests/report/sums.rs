//! Every total is the sum of what is printed: in the tables of the report, in
//! those behind its charts, on paper and in prose.

use crate::support::report_sample;
use crate::support::tiny;
use campusplan::domain::{Language, Scenario};
use campusplan::plan::Plan;
use campusplan::report::appendices::appendices;
use campusplan::report::document::Table;
use campusplan::report::dossier::Dossier;
use campusplan::report::view::View;
use campusplan::report::{format, prose};
use campusplan::units::Students;
use campusplan::verify::Verification;

const MINIMAL: &str = include_str!("../../scenarios/minimal.ron");
const SMALL: &str = include_str!("../data/small.ron");
const BUILDING: &str = include_str!("../data/cases/midyear_building.ron");
const LEASE: &str = include_str!("../data/cases/midyear_lease_end.ron");
const VACATED: &str = include_str!("../data/cases/overfull_today_vacated.ron");

/// Columns of rows of totals that are means: table and column.
const MEANS: [(&str, usize); 1] = [("people_by_campus", 9)];

/// Tables whose rows of totals add up nothing: thresholds above what is held
/// against them.
const NO_TOTALS: [&str; 1] = ["compliance"];

/// A scenario with its plan: those composed by hand, and those soon planned.
fn cases() -> Vec<(Scenario, Plan)> {
    let sample = report_sample::scenario();
    let plan = report_sample::plan(&sample);
    let mut cases = vec![(sample, settled(plan))];
    for text in [MINIMAL, SMALL, BUILDING, LEASE, VACATED] {
        let scenario = tiny::read(text);
        let plan = tiny::outcome(&scenario).expect("a plan");
        cases.push((scenario, plan));
    }
    cases
}

/// The sample with students as its classes have them.
fn settled(mut plan: Plan) -> Plan {
    for at in &mut plan.indicators {
        let heads = |away: bool| {
            let classes = plan.classes.iter();
            let here = classes.filter(|class| class.internship.contains(&at.term) == away);
            let heads = here.filter_map(|class| class.headcount.get(&at.term));
            Students(f64::from(heads.sum::<u32>()))
        };
        (at.students_in_school, at.on_internship) = (heads(false), heads(true));
        at.registered = at.students_in_school + at.on_internship;
    }
    plan
}

/// All tables of a dossier: of the report, of its charts and of its annexes.
fn tables(dossier: &Dossier) -> Vec<Table> {
    let mut tables: Vec<Table> = dossier.document.tables().cloned().collect();
    tables.extend(dossier.charts.iter().map(|chart| chart.numbers.clone()));
    for annex in appendices(dossier) {
        tables.extend(annex.tables.iter().map(|table| table.as_ref().clone()));
    }
    tables
}

/// What is printed in a cell, as a number; 0 where nothing is.
fn printed(table: &Table, (row, column): (usize, usize), language: Language) -> f64 {
    let text = format::cell(&table.rows[row].cells[column], language);
    let text = text.replace(',', "");
    let text = text.trim_end_matches(['%', '*', '!']);
    text.parse().unwrap_or(0.0)
}

/// Holds a printed total to the sum of the printed parts.
fn adds_up(
    table: &Table,
    place: (usize, usize),
    parts: &[(usize, f64)],
    language: Language,
) -> Option<String> {
    let (row, column) = place;
    let cell = &table.rows[row].cells[column];
    if cell.number().is_none() || MEANS.contains(&(table.key, column)) {
        return None;
    }
    let sum: f64 =
        (parts.iter()).map(|(row, sign)| sign * printed(table, (*row, column), language)).sum();
    let total = printed(table, place, language);
    let names = &table.rows[row].cells[..table.stub.max(1)];
    ((sum - total).abs() > 1e-6).then(|| {
        let key = table.key;
        format!("{key} {names:?} column {column}: {total} printed, {sum} by its parts")
    })
}

/// What does not add up in a table.
fn check(table: &Table, language: Language) -> Vec<String> {
    let mut wrong = Vec::new();
    for sum in &table.sums {
        let plus = sum.plus.iter().map(|row| (*row, 1.0));
        let minus = sum.minus.iter().map(|row| (*row, -1.0));
        let parts: Vec<(usize, f64)> = plus.chain(minus).collect();
        for column in table.stub.max(1)..table.columns.len() {
            wrong.extend(adds_up(table, (sum.row, column), &parts, language));
        }
    }
    let last = table.columns.len() - 1;
    for (row, data) in table.rows.iter().enumerate() {
        if table.last_sums && data.cells[last].number().is_some() {
            let before = (table.stub..last).map(|column| printed(table, (row, column), language));
            let (sum, total) = (before.sum::<f64>(), printed(table, (row, last), language));
            let name = &data.cells[0];
            if (sum - total).abs() > 1e-6 {
                let key = table.key;
                wrong.push(format!("{key} {name:?}: {total} printed, {sum} across"));
            }
        }
    }
    let totals = table.rows.iter().any(|row| row.total) && table.rows.len() > 1;
    let exempt = NO_TOTALS.iter().any(|key| table.key.starts_with(key));
    if totals && !exempt && table.sums.is_empty() {
        wrong.push(format!("{}: a row of totals, and nothing that it adds up", table.key));
    }
    wrong
}

#[test]
fn every_total_is_the_sum_of_what_is_printed() {
    let mut wrong = Vec::new();
    for (scenario, plan) in &cases() {
        for language in [Language::Zh, Language::En] {
            let verification = Verification::default();
            let view = View { scenario, plan, verification: &verification, language };
            let dossier = Dossier::new(view, None, Vec::new());
            for table in tables(&dossier) {
                wrong.extend(check(&table, language));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn tables_agree_with_one_another_and_with_the_prose() {
    for (scenario, plan) in &cases()[1..] {
        let verification = Verification::default();
        let view = View { scenario, plan, verification: &verification, language: Language::Zh };
        for at in &plan.indicators {
            assert_eq!(
                at.registered.0.to_bits(),
                (at.students_in_school.0 + at.on_internship.0).to_bits()
            );
            let classes = plan.classes.iter();
            let in_school = classes.filter(|class| view.in_school(class, at.term.0));
            let students: f64 = in_school.map(|class| view.students(class, at.term.0)).sum();
            assert_eq!(students.to_bits(), at.students_in_school.0.to_bits());
            assert!(at.boarders.0 <= at.students_in_school.0);
        }
        let dossier = Dossier::new(view, None, Vec::new());
        let calendar = &scenario.calendar;
        let target = calendar.term(calendar.target);
        let then = plan.indicators.iter().find(|at| at.term.0 == target).unwrap();
        let said: f64 = (prose::chapters(&dossier).iter())
            .flat_map(|chapter| &chapter.points)
            .flat_map(|point| &point.items)
            .filter_map(|item| students_held(item))
            .sum();
        assert_eq!(said.to_bits(), then.students_in_school.0.to_bits());
    }
}

/// The students that a sentence says a campus holds.
fn students_held(item: &str) -> Option<f64> {
    let (_, rest) = item.split_once("个、学生")?;
    let (number, _) = rest.split_once('人')?;
    number.replace(',', "").parse().ok()
}
