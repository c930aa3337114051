//! Enrolment: who applies, who is admitted, who is in school.

use super::chart::{self, Entries};
use super::{courses, forecast, intakes};
use crate::analysis;
use crate::domain::{Demand, Estimate, Term};
use crate::plan::{Admission, TermIndicators};
use crate::report::document::{Cell, Column, Mark, Row, Section, Table};
use crate::report::format;
use crate::report::view::{View, figures};
use crate::words::report as words;

/// The section.
#[must_use]
pub fn section(view: &View) -> Section {
    let mut section = Section::new(view.say(&words::enrolment_heading()));
    if view.plan.admissions.iter().any(|one| one.projected.is_some()) {
        let path = words::demand(view.plan.options.demand);
        section = section.note(view.say(&words::on_demand(path.get(view.language))));
    }
    section = section.table(students(view)).table(admissions(view)).table(chart(view));
    section.tables.extend(intakes::table(view));
    section.tables.extend(courses::table(view));
    let behind = analysis::forecast::forecast(view.scenario);
    let tables = forecast::tables(view.scenario, &behind, view.language);
    tables.into_iter().fold(section, Section::table)
}

/// A figure of a term.
type Figure = fn(&TermIndicators) -> f64;

fn students(view: &View) -> Table {
    let terms = view.terms();
    let mut columns = vec![Column::text(view.say(&words::item()))];
    columns.extend(view.term_columns(&terms));
    let lines: [(crate::domain::Text, Figure); 6] = [
        (words::registered(), |at| at.registered.0),
        (words::students_in_school(), |at| at.students_in_school.0),
        (words::on_internship(), |at| at.on_internship.0),
        (words::boarders(), |at| at.boarders.0),
        (words::classes_registered(), |at| at.classes_registered.into()),
        (words::classes_in_school(), |at| at.classes_in_school.into()),
    ];
    let row = |title: &crate::domain::Text, figure: &dyn Fn(&TermIndicators) -> Cell| {
        let mut cells = vec![Cell::Text(view.say(title))];
        cells.extend(terms.iter().map(|term| {
            let indicators = view.indicators(*term);
            indicators.map_or(Cell::Empty, figure)
        }));
        Row::new(cells)
    };
    let mut rows: Vec<Row> =
        (lines.iter()).map(|(title, figure)| row(title, &|at| Cell::Whole(figure(at)))).collect();
    let limit = format::percent_up(view.scenario.attrition_limit);
    rows.extend([
        row(&words::students_lost(), &|at| Cell::Whole(at.students_lost.0)),
        row(&words::attrition_share(&limit), &|at| {
            let mark = if at.attrition > at.attrition_limit { Mark::Short } else { Mark::Ok };
            Cell::Rate(at.attrition, mark)
        }),
        row(&words::classes_over_limit(), &|at| Cell::Whole(at.classes_over_limit.into())),
    ]);
    if view.plan.indicators.iter().any(|at| at.home_hours.is_some()) {
        rows.push(row(&words::home_hours(), &|at| {
            let each = at.home_hours.map(|hours| hours.0 / at.students_in_school.0.max(1.0));
            each.map_or(Cell::Empty, |hours| Cell::Amount(hours, 1))
        }));
    }
    Table::new("students", view.say(&words::students_title()), String::new(), columns)
        .stub(1)
        .rows(rows)
}

fn admissions(view: &View) -> Table {
    let mut entries: Vec<Term> = view.plan.admissions.iter().map(|one| one.entry.0).collect();
    entries.sort();
    entries.dedup();
    let mut columns =
        vec![Column::text(view.say(&words::programme())), Column::text(view.say(&words::item()))];
    columns.extend(view.term_columns(&entries));
    columns.push(Column::figure(view.say(&words::total())));
    let mut rows = Vec::new();
    for programme in view.programmes() {
        let mine: Vec<&Admission> =
            view.plan.admissions.iter().filter(|one| one.programme == programme).collect();
        if !mine.is_empty() {
            let lines = lines(view, &view.programme(programme), &entries, &mine, false);
            rows.extend(lines.into_iter().map(|line| line.keyed([programme])));
        }
    }
    if !rows.is_empty() {
        let all: Vec<&Admission> = view.plan.admissions.iter().collect();
        let total = view.say(&words::all_programmes());
        rows.extend(lines(view, &total, &entries, &all, true));
    }
    Table::new(
        "admissions",
        view.say(&words::admissions_title()),
        view.say(&words::no_admissions()),
        columns,
    )
    .stub(2)
    .keyed(&[0])
    .grouped()
    .rows(rows)
    .totals(|total, row| total.cells[1] == row.cells[1])
    .last_sums()
}

/// The range of a programme's applicants; none where they are stated.
fn range_of(one: &Admission) -> Estimate {
    one.projected.unwrap_or(Estimate::sure(one.applicants.0))
}

/// Applicants by entry term as bars, with those admitted beside them.
fn chart(view: &View) -> Table {
    let mut entries = Entries::new();
    for one in &view.plan.admissions {
        let sum = entries.entry(one.entry.0).or_default();
        sum.add(range_of(one), Some(one.students.0));
    }
    chart::applicants("applicants", &entries, view.language)
}

fn lines(view: &View, name: &str, entries: &[Term], mine: &[&Admission], all: bool) -> Vec<Row> {
    let line = |title: String, figure: &dyn Fn(&Admission) -> f64| -> Option<Row> {
        let values: Vec<f64> = entries
            .iter()
            .map(|entry| {
                let at = mine.iter().filter(|one| one.entry.0 == *entry);
                at.map(|one| figure(one)).sum()
            })
            .collect();
        let total: f64 = values.iter().sum();
        let mut cells = vec![Cell::text(name), Cell::Text(title)];
        cells.extend(figures(values));
        cells.push(Cell::Whole(total));
        let row = Row { total: all, ..Row::new(cells) };
        (total > 1e-6).then_some(row)
    };
    let ranged = mine.iter().any(|one| one.projected.is_some());
    let range = |on: Demand| {
        let other = ranged && on != view.plan.options.demand;
        let on_path = |one: &Admission| range_of(one).at(on);
        other.then(|| line(view.say(&words::applicants_on(on)), &on_path))?
    };
    let lines = [
        line(view.say(&words::applicants()), &|one| one.applicants.0),
        range(Demand::Low),
        range(Demand::Likely),
        range(Demand::High),
        line(view.say(&words::admitted()), &|one| one.students.0),
        line(view.say(&words::classes_admitted()), &|one| one.classes.into()),
        line(view.say(&words::turned_away()), &|one| (one.applicants.0 - one.students.0).max(0.0)),
        line(view.say(&words::switched()), &|one| (one.students.0 - one.applicants.0).max(0.0)),
    ];
    lines.into_iter().flatten().collect()
}
