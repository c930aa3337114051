//! The plan held against standards of school conditions.

use super::watched;
use crate::domain::{
    Bound, Grade, Indicator, School, StandardMetric, StandardSet, StudentBasis, Text,
};
use crate::plan::{ComplianceLine, Plan};
use crate::report::document::{Cell, Column, Mark, Row, Section, Table};
use crate::report::format;
use crate::report::view::View;
use crate::words::standards as words;

/// The section; none for a scenario without standards and indicators.
#[must_use]
pub fn section(view: &View) -> Option<Section> {
    let standards = view.scenario.standards.is_some();
    let watching = !view.scenario.watched.is_empty();
    if !standards && !watching {
        return None;
    }
    let mut section = Section::new(view.say(&words::heading()));
    if standards {
        section.notes = notes(view);
        section = section.table(table(view)).table(sources(view)).table(lines(view));
    }
    if watching {
        let computed = |one: &crate::domain::Watched| one.metric.is_computed();
        if !view.scenario.watched.iter().all(computed) {
            section = section.note(view.say(&words::declared_note()));
        }
        section = section.table(watched::table(view));
    }
    Some(section)
}

/// The sets that are chosen.
pub fn sets<'a>(view: &View<'a>) -> impl Iterator<Item = &'a StandardSet> + use<'a> {
    let standards = view.scenario.standards.iter();
    standards.flat_map(|standards| standards.sets.iter())
}

/// The schools that are held against them.
pub fn schools<'a>(view: &View<'a>) -> impl Iterator<Item = &'a School> + use<'a> {
    view.scenario.schools.iter().filter(|one| !one.separate)
}

fn notes(view: &View) -> Vec<String> {
    let mut notes: Vec<String> = sets(view).map(|set| view.say(&set_note(view, set))).collect();
    notes.push(view.say(&words::basis_note()));
    notes.push(view.say(&words::grade_note()));
    notes.extend(to_be_confirmed(view));
    notes.push(view.say(&words::things_note()));
    let left_out = |one: &Indicator| one.without_separate;
    let leaves_out = sets(view).any(|set| set.indicators.iter().any(left_out));
    for unit in view.scenario.schools.iter().filter(|unit| unit.separate && leaves_out) {
        let campuses = unit.campuses.iter();
        let campuses = campuses.map(|id| view.say(&view.scenario.campuses[*id].name));
        let campuses: Vec<String> = campuses.collect();
        let name = view.say(&unit.name);
        notes.push(view.say(&words::separate_note(&name, &view.list(&campuses))));
    }
    notes.extend(borrowed(view));
    notes.extend(titles(view));
    notes.extend(sets(view).filter_map(|set| lacking(view, set)));
    notes
}

/// The indicators whose thresholds are to be confirmed.
fn to_be_confirmed(view: &View) -> Option<String> {
    let indicators = sets(view).flat_map(|set| set.indicators.iter().map(move |one| (set, one)));
    let known = indicators.filter(|(_, one)| one.grade == Grade::Known);
    let named = known.map(|(set, one)| {
        let (set, name) = (view.say(&set.short), view.say(&one.name));
        view.say(&words::of_the_set(&set, &name))
    });
    let named: Vec<String> = named.collect();
    let note = || view.say(&words::confirm_note(&view.list(&named)));
    (!named.is_empty()).then(note)
}

fn set_note(view: &View, set: &StandardSet) -> Text {
    let force = match (set.from, set.until) {
        (Some(from), Some(until)) => words::in_force_between(from, until),
        (Some(from), None) => words::in_force_from(from),
        (None, Some(until)) => words::in_force_until(until),
        (None, None) => words::in_force_always(),
    };
    let always = set.years.iter().all(|year| set.in_force(*year));
    let force = if always { words::in_force_always() } else { force };
    let column = set.column.as_ref();
    let column = column.map(|column| view.say(&words::set_column(&view.say(column))));
    words::set_note(
        &view.say(&set.title),
        &set.number,
        &view.say(&set.issuer),
        &column.unwrap_or_default(),
        &view.say(&force),
    )
}

/// Premises that are had only for a time and used in the plan.
fn borrowed(view: &View) -> Option<String> {
    let used = |key: &str| {
        let mut uses = view.plan.campuses.iter();
        uses.any(|one| one.open && one.campus == key)
    };
    let campuses = view.scenario.campuses.iter();
    let borrowed = campuses.filter(|campus| campus.until.is_some() && used(&campus.id));
    let borrowed: Vec<String> = borrowed.map(|campus| view.say(&campus.name)).collect();
    let note = || view.say(&words::borrowed_note(&view.list(&borrowed)));
    (!borrowed.is_empty()).then(note)
}

/// People whose titles are not known, in the last school year.
fn titles(view: &View) -> Option<String> {
    let last = view.plan.compliance.iter().map(|line| line.school_year).max()?;
    let unknown = |metric: StandardMetric| -> u32 {
        let found = sets(view).find_map(|set| {
            let one = set.indicators.iter().find(|one| one.metric == metric)?;
            Some((set, one))
        });
        let Some((set, one)) = found else {
            return 0;
        };
        let lines = view.plan.compliance.iter();
        lines
            .filter(|line| line.set == set.id && line.indicator == one.id)
            .filter(|line| line.school_year == last)
            .map(|line| line.unknown)
            .sum()
    };
    let senior = unknown(StandardMetric::SeniorShare);
    let dual = unknown(StandardMetric::DualQualifiedShare);
    (senior + dual > 0).then(|| view.say(&words::titles_note(last, senior, dual)))
}

/// Programmes short of titled teachers, in the last school year.
fn lacking(view: &View, set: &StandardSet) -> Option<String> {
    let mut lines = view.plan.compliance.iter();
    let last = lines.rfind(|line| line.set == set.id && !line.lacking.is_empty())?;
    let programmes: Vec<String> = (last.lacking.iter()).map(|key| view.programme(key)).collect();
    let short = view.say(&set.short);
    let note = words::lacking_note(last.school_year, &short, &view.list(&programmes));
    Some(view.say(&note))
}

/// Lines of an indicator at a school.
#[must_use]
pub fn mine<'a>(
    plan: &'a Plan,
    (set, school, one): (&StandardSet, &School, &Indicator),
) -> Vec<&'a ComplianceLine> {
    let lines = plan.compliance.iter();
    lines
        .filter(|line| line.set == set.id && line.school == school.id && line.indicator == one.id)
        .collect()
}

fn table(view: &View) -> Table {
    let years = view.years();
    let mut columns =
        vec![Column::text(view.say(&words::indicator())), Column::text(view.say(&words::basis()))];
    columns.extend(view.year_columns());
    columns.push(Column::text(view.say(&words::reached())));
    let mut rows = Vec::new();
    for set in sets(view) {
        for school in schools(view) {
            let mut cells = vec![Cell::Text(view.say(&head(view, set, school)))];
            cells.resize(columns.len(), Cell::Empty);
            rows.push(Row::new(cells));
            for one in &set.indicators {
                let mine = mine(view.plan, (set, school, one));
                rows.extend(rows_of(view, set, one, &mine, &years));
            }
        }
    }
    Table::new("standards", view.say(&words::title()), view.say(&words::nothing()), columns)
        .signs(view.say(&words::signs()))
        .stub(2)
        .grouped()
        .rows(rows)
}

/// What the lines of a set at a school stand below; the school is named only
/// where there are several.
#[must_use]
pub fn head(view: &View, set: &StandardSet, school: &School) -> Text {
    let short = view.say(&set.short);
    if schools(view).count() == 1 {
        words::of_set(&short)
    } else {
        words::of_school(&short, &view.say(&school.name))
    }
}

fn rows_of(
    view: &View,
    set: &StandardSet,
    one: &Indicator,
    mine: &[&ComplianceLine],
    years: &[i32],
) -> Vec<Row> {
    let name = view.say(&bounded(view, one));
    let row = |what: Text, cell: &dyn Fn(&ComplianceLine) -> Cell, basis, last: String| {
        let mut cells = vec![Cell::text(&name), Cell::Text(view.say(&what))];
        cells.extend(years.iter().map(|year| {
            let of = |line: &&&ComplianceLine| line.school_year == *year && line.basis == basis;
            mine.iter().find(of).map_or(Cell::Empty, |line| cell(line))
        }));
        cells.push(Cell::Text(last));
        Row::new(cells)
    };
    let counted = one.metric.counts_students().then_some(set.basis);
    let other = match counted {
        Some(StudentBasis::Registered) => Some(StudentBasis::InSchool),
        Some(StudentBasis::InSchool) => Some(StudentBasis::Registered),
        None => None,
    };
    let deciding: Vec<&ComplianceLine> =
        (mine.iter().copied()).filter(|line| line.basis == counted).collect();
    let shown = |line: &ComplianceLine| value(view, one.metric, line);
    let result = view.say(&standing(one, &deciding));
    let mut rows = vec![row(words::student_basis(counted), &shown, counted, result)];
    if other.is_some() {
        rows.push(row(words::student_basis(other), &shown, other, String::new()));
    }
    let short = |line: &&ComplianceLine| line.missed.is_some_and(|missed| missed > 0.0);
    if deciding.iter().any(short) {
        let missed = |line: &ComplianceLine| missing(one.metric, line);
        let head = words::short_row(one.metric);
        rows.push(row(head, &missed, counted, String::new()));
    }
    rows
}

/// The name of an indicator with its threshold.
#[must_use]
pub fn bounded(view: &View, one: &Indicator) -> Text {
    words::bounded(one.bound, &view.say(&one.name), &threshold(view, one))
}

/// A threshold with its unit.
#[must_use]
pub fn threshold(view: &View, one: &Indicator) -> String {
    let unit = match one.metric {
        StandardMetric::Students | StandardMetric::Teachers => Text::default(),
        metric if is_share(metric) => Text::default(),
        metric => words::metric_unit(metric),
    };
    let figure = |figure: f64| threshold_text(one.metric, figure);
    let higher = one.engineering.map(|higher| format!("/{}", figure(higher)));
    let figure = figure(one.bound.figure()) + &higher.unwrap_or_default();
    let told = view.say(&words::quantity(&figure, &view.say(&unit)));
    told.trim_end().to_owned()
}

fn is_share(metric: StandardMetric) -> bool {
    use StandardMetric as Of;
    matches!(
        metric,
        Of::SeniorShare | Of::VocationalShare | Of::DualQualifiedShare | Of::PartTimeShare
    )
}

/// Decimals of a metric's values.
fn decimals(metric: StandardMetric) -> usize {
    use StandardMetric as Of;
    match metric {
        Of::StudentsPerTeacher
        | Of::LandPerStudent
        | Of::BuildingPerStudent
        | Of::BooksPerStudent
        | Of::ComputersPer100 => 1,
        _ => 0,
    }
}

/// A threshold, with the decimals that it has.
fn threshold_text(metric: StandardMetric, value: f64) -> String {
    if is_share(metric) {
        format!("{}%", format::plain_number(value * 100.0, 2))
    } else {
        format::plain_number(value, 2)
    }
}

/// A figure of a metric. Without commas: areas and years stand side by side on
/// one page.
fn figure(metric: StandardMetric, value: f64, mark: Mark) -> Cell {
    if is_share(metric) {
        Cell::Load(value, mark)
    } else {
        Cell::Plain(value, decimals(metric), mark)
    }
}

/// A value, with the most it may be, and a mark where it falls short.
#[must_use]
pub fn value(view: &View, metric: StandardMetric, line: &ComplianceLine) -> Cell {
    let not_known = || Cell::Text(view.say(&words::not_known()));
    let mark = Mark::of(line.met);
    match (line.value, line.value_up_to) {
        (None, _) if line.met == Some(false) => Cell::text("!"),
        (None, _) => not_known(),
        (Some(known), None) => figure(metric, known, mark),
        // Nobody's title is known.
        (Some(known), Some(_)) if known <= 0.0 && line.met.is_none() => not_known(),
        (Some(known), Some(most)) => {
            let text = |value, mark| format::cell(&figure(metric, value, mark), view.language);
            let known = text(known, Mark::Ok);
            let known = known.trim_end_matches('%');
            Cell::Text(format!("{known}-{}", text(most, mark)))
        }
    }
}

/// What is missing; part of a person or a computer is a whole one.
fn missing(metric: StandardMetric, line: &ComplianceLine) -> Cell {
    let missed = line.missed.unwrap_or(0.0);
    if missed <= 0.0 {
        return Cell::Empty;
    }
    match metric {
        StandardMetric::Equipment | StandardMetric::EquipmentPerStudent => {
            Cell::Plain(missed, 1, Mark::Ok)
        }
        StandardMetric::PartTimeShare => figure(metric, missed, Mark::Ok),
        _ => Cell::Plain((missed - 1e-6).ceil(), 0, Mark::Ok),
    }
}

/// From when on an indicator is met, by the lines that decide.
fn standing(one: &Indicator, lines: &[&ComplianceLine]) -> Text {
    if matches!(one.bound, Bound::About(_)) {
        return words::guide();
    }
    if !lines.iter().any(|line| line.counts) && one.new_schools {
        return words::new_only();
    }
    if lines.iter().all(|line| line.met.is_none()) {
        return words::not_known();
    }
    let met: Vec<bool> = lines.iter().map(|line| line.met == Some(true)).collect();
    let year = |index: usize| lines[index].school_year;
    match met.iter().rposition(|met| !met) {
        None => words::met_always(),
        Some(last) if last + 1 < met.len() => words::met_from(year(last + 1)),
        Some(_) => match met.iter().rposition(|met| *met) {
            Some(until) => words::met_until(year(until)),
            None if lines.iter().any(|line| line.met.is_none()) => words::not_known(),
            None => words::met_never(),
        },
    }
}

/// Where each threshold comes from.
fn sources(view: &View) -> Table {
    let columns = vec![
        Column::text(view.say(&words::document())),
        Column::text(view.say(&words::indicator())),
        Column::text(view.say(&words::grade())),
        Column::text(view.say(&words::source())),
    ];
    let rows = sets(view).flat_map(|set| {
        set.indicators.iter().map(|one| {
            let source = view.say(&one.source);
            let source = if one.new_schools {
                view.say(&words::remarked(&source, &view.say(&words::for_new_schools())))
            } else {
                source
            };
            Row::new(vec![
                Cell::text(&set.number),
                Cell::Text(view.say(&bounded(view, one))),
                Cell::text(words::grade_mark(one.grade)),
                Cell::Text(source),
            ])
        })
    });
    Table::new(
        "standards_sources",
        view.say(&words::sources_title()),
        view.say(&words::nothing()),
        columns,
    )
    .grouped()
    .rows(rows)
}

/// Every line with its figures.
fn lines(view: &View) -> Table {
    let texts = [words::set(), words::school(), words::indicator(), words::grade()];
    let mut columns: Vec<Column> = texts.map(|text| Column::text(view.say(&text))).to_vec();
    columns.push(Column::figure(view.say(&words::year())));
    columns.push(Column::text(view.say(&words::basis())));
    let figures = [words::threshold(), words::value(), words::value_up_to()];
    columns.extend(figures.map(|text| Column::figure(view.say(&text))));
    columns.push(Column::text(view.say(&words::reached())));
    columns.push(Column::figure(view.say(&words::missing())));
    columns.push(Column::text(view.say(&words::unit())));
    columns.push(Column::text(view.say(&words::judged())));
    let rows = sets(view).flat_map(|set| {
        let here = view.plan.compliance.iter();
        let here = here.filter(|line| line.set == set.id);
        here.filter_map(|line| {
            let one = set.indicators.iter().find(|one| one.id == line.indicator)?;
            Some(line_row(view, set, one, line))
        })
    });
    Table::new("compliance", view.say(&words::lines_title()), view.say(&words::nothing()), columns)
        .for_files()
        .rows(rows)
}

fn line_row(view: &View, set: &StandardSet, one: &Indicator, line: &ComplianceLine) -> Row {
    let school = view.scenario.schools.iter().find(|school| school.id == line.school);
    let figure = |value: Option<f64>| value.map_or(Cell::Empty, Cell::Figure);
    let mark = |is: bool| view.say(&if is { words::yes() } else { words::no() });
    Row::new(vec![
        Cell::Text(view.say(&set.short)),
        Cell::Text(school.map_or_else(String::new, |school| view.say(&school.name))),
        Cell::Text(view.say(&one.name)),
        Cell::text(words::grade_mark(line.grade)),
        Cell::Plain(line.school_year.into(), 0, Mark::Ok),
        Cell::Text(view.say(&words::student_basis(line.basis))),
        Cell::Figure(line.bound.figure()),
        figure(line.value),
        figure(line.value_up_to),
        Cell::Text(line.met.map_or_else(String::new, mark)),
        figure(line.missed),
        Cell::Text(view.say(&words::short_unit(one.metric))),
        Cell::Text(mark(line.counts)),
    ])
}

/// How many indicators are met.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Score {
    /// Met for certain.
    pub met: usize,
    /// That decide.
    pub of: usize,
    /// Of which it is not known.
    pub unknown: usize,
}

/// The score of a plan in a school year, by the sets in force then or, if none
/// of those chosen is, by all of them; nothing without lines.
#[must_use]
pub fn score<'a>(
    plan: &Plan,
    sets: impl Iterator<Item = &'a StandardSet>,
    year: i32,
) -> Option<Score> {
    let held: Vec<&StandardSet> = sets.filter(|set| set.years.contains(&year)).collect();
    let forced: Vec<&str> =
        (held.iter()).filter(|set| set.in_force(year)).map(|set| set.id.as_str()).collect();
    let mut score = Score::default();
    for line in &plan.compliance {
        let of = forced.is_empty() || forced.contains(&line.set.as_str());
        if of && line.counts && line.school_year == year {
            score.of += 1;
            score.met += usize::from(line.met == Some(true));
            score.unknown += usize::from(line.met.is_none());
        }
    }
    (score.of > 0).then_some(score)
}

/// The scores at the target and at the end; nothing without standards.
#[must_use]
pub fn summary(view: &View) -> Option<Text> {
    view.scenario.standards.as_ref()?;
    let scores = score_years(view.scenario).into_iter().filter_map(|year| {
        let score = score(view.plan, sets(view), year)?;
        let Score { met, of, unknown } = score;
        Some(view.say(&match unknown {
            0 => words::score(year, met, of),
            _ => words::score_unknown(year, met, of, unknown),
        }))
    });
    let scores: Vec<String> = scores.collect();
    (!scores.is_empty()).then(|| words::summary(&view.list(&scores)))
}

/// The school years whose scores are told: the target's and the last.
#[must_use]
pub fn score_years(scenario: &crate::domain::Scenario) -> Vec<i32> {
    let calendar = &scenario.calendar;
    let target = calendar.term(calendar.target).school_year();
    let last = calendar.school_years().last().map(|(year, _)| *year);
    let mut years = vec![target];
    years.extend(last.filter(|last| *last != target));
    years
}
