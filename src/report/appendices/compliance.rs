//! Compliance in the form of the official table of indicators: a line for each
//! school and school year, a column for each indicator in the order of that
//! table.

use crate::domain::{Indicator, School, StandardMetric, StandardSet, StudentBasis};
use crate::plan::ComplianceLine;
use crate::report::document::{Align, Cell, Column, Row, Table};
use crate::report::format;
use crate::report::sections::standards::{schools, sets, threshold, value};
use crate::report::view::View;
use crate::words::report::appendices as words;
use crate::words::standards as standard_words;

/// The order of the indicator table of 教职成〔2022〕5号, then what other sets
/// have besides.
const ORDER: [StandardMetric; 18] = [
    StandardMetric::Land,
    StandardMetric::LandPerStudent,
    StandardMetric::Building,
    StandardMetric::BuildingPerStudent,
    StandardMetric::Teachers,
    StandardMetric::StudentsPerTeacher,
    StandardMetric::Equipment,
    StandardMetric::EquipmentPerStudent,
    StandardMetric::BooksPerStudent,
    StandardMetric::ComputersPer100,
    StandardMetric::Students,
    StandardMetric::SeniorShare,
    StandardMetric::VocationalShare,
    StandardMetric::DualQualifiedShare,
    StandardMetric::ProgrammeTeachers,
    StandardMetric::PartTimeShare,
    StandardMetric::RunningTrack,
    StandardMetric::Periodicals,
];

/// A table for each set.
pub(super) fn tables(view: &View) -> Vec<Table> {
    sets(view).map(|set| table(view, set)).collect()
}

fn table(view: &View, set: &StandardSet) -> Table {
    let mut indicators: Vec<&Indicator> = set.indicators.iter().collect();
    let place = |one: &&Indicator| ORDER.iter().position(|metric| *metric == one.metric);
    indicators.sort_by_key(place);
    let mut columns = vec![
        Column::text(view.say(&standard_words::school())),
        Column::text(view.say(&standard_words::year())),
    ];
    columns.extend(
        indicators
            .iter()
            .map(|one| Column { align: Align::Right, ..Column::text(view.say(&one.name)) }),
    );
    columns.push(Column::figure(view.say(&words::met_of())));
    let mut bounds = vec![Cell::Empty, Cell::Text(view.say(&standard_words::threshold()))];
    bounds.extend(indicators.iter().map(|one| Cell::Text(bound(view, one))));
    bounds.push(Cell::Empty);
    let mut rows = vec![Row::total(bounds)];
    for school in schools(view) {
        let years = set.years.iter();
        rows.extend(years.map(|year| row(view, set, school, *year, &indicators)));
    }
    let title = words::conditions_title(&view.say(&set.title), &set.number);
    let key = match set.id.as_str() {
        "zhongzhi_2001" => "compliance_2001",
        "zhongzhi_2010" => "compliance_2010",
        _ => "compliance_set",
    };
    let empty = view.say(&standard_words::nothing());
    Table::new(key, view.say(&title), empty, columns).stub(2).grouped().rows(rows)
}

/// A threshold with what it bounds.
fn bound(view: &View, one: &Indicator) -> String {
    use crate::domain::Bound;
    let sign = match one.bound {
        Bound::AtLeast(_) => "≥",
        Bound::AtMost(_) => "≤",
        Bound::About(_) => view.language_mark("约", "about "),
    };
    format!("{sign}{}", threshold(view, one))
}

fn row(
    view: &View,
    set: &StandardSet,
    school: &School,
    year: i32,
    indicators: &[&Indicator],
) -> Row {
    let lines = view.plan.compliance.iter();
    let mine: Vec<&ComplianceLine> = lines
        .filter(|line| line.set == set.id && line.school == school.id)
        .filter(|line| line.school_year == year)
        .collect();
    let deciding = |one: &Indicator| {
        let basis: Option<StudentBasis> = one.metric.counts_students().then_some(set.basis);
        let mut lines = mine.iter();
        lines.find(|line| line.indicator == one.id && line.basis == basis)
    };
    let mut cells = vec![
        Cell::Text(view.say(&school.name)),
        Cell::Text(format::school_year(year, view.language)),
    ];
    cells.extend(
        indicators
            .iter()
            .map(|one| deciding(one).map_or(Cell::Empty, |line| value(view, one.metric, line))),
    );
    let counted = mine.iter().filter(|line| line.counts);
    let met = counted.clone().filter(|line| line.met == Some(true));
    cells.push(Cell::Text(format!("{}/{}", met.count(), counted.count())));
    Row::new(cells)
}
