//! Money by fiscal year.

use super::payroll;
use crate::domain::{AfterUse, Afterwards, Scenario, Text};
use crate::plan::{MoneyItem, MoneyLine, Plan};
use crate::report::document::{Cell, Column, Row, Section, Sum, Table};
use crate::report::view::View;
use crate::units::Money;
use crate::words::report as words;

const CAPITAL: [MoneyItem; 5] = [
    MoneyItem::Opening,
    MoneyItem::Closing,
    MoneyItem::Building,
    MoneyItem::Shipping,
    MoneyItem::Release,
];

const RUNNING: [MoneyItem; 15] = [
    MoneyItem::Relocation,
    MoneyItem::Merging,
    MoneyItem::Running,
    MoneyItem::Upkeep,
    MoneyItem::Vacant,
    MoneyItem::Teaching,
    MoneyItem::CourseCosts,
    MoneyItem::Hiring,
    MoneyItem::Staff,
    MoneyItem::Posts,
    MoneyItem::Pay,
    MoneyItem::Training,
    MoneyItem::PartTime,
    MoneyItem::Busing,
    MoneyItem::Visiting,
];

/// The section.
#[must_use]
pub fn section(view: &View) -> Section {
    let mut section =
        Section::new(view.say(&words::money_heading())).note(view.say(&words::money_note()));
    if !view.scenario.courses.is_empty() {
        section = section.note(view.say(&words::fees_note()));
    }
    section.tables.extend([by_year(view)].into_iter().chain(payroll::table(view)));
    section.note(view.say(&wages_note(view.scenario)))
}

/// Whether the wages of the present staff are in the costs.
#[must_use]
pub fn wages_note(scenario: &Scenario) -> Text {
    match scenario.payroll {
        Some(_) => crate::words::payroll::included(),
        None => words::wages_note(),
    }
}

/// Printed digits in 万元.
const DIGITS: f64 = 10.0;

/// The money of a plan as it is printed, to a tenth of 10,000 yuan: rounded
/// once, along the lines in the order capital, running, the rest, each by item
/// and year, so that every sum of what is printed is within a tenth of the exact
/// one.
#[must_use]
pub fn printed(plan: &Plan) -> Vec<MoneyLine> {
    let mut lines = in_order(plan);
    let (mut exact, mut told) = (0.0, 0.0);
    for line in &mut lines {
        exact += line.amount_wan_yuan.0;
        let now = (exact * DIGITS).round();
        line.amount_wan_yuan = Money((now - told) / DIGITS);
        told = now;
    }
    lines
}

fn in_order(plan: &Plan) -> Vec<MoneyLine> {
    let mut lines = plan.accounts.money.clone();
    lines.sort_by_key(|line| {
        let kind = (!line.item.is_capital(), !line.item.is_running());
        (kind, line.item, line.fiscal_year)
    });
    lines
}

/// The parts of a line of the money, rounded so that they add up to it as it is
/// printed.
#[must_use]
pub fn printed_parts(plan: &Plan, (item, year): (MoneyItem, i32), parts: &[Money]) -> Vec<Money> {
    let before = in_order(plan).into_iter();
    let before = before.take_while(|line| (line.item, line.fiscal_year) != (item, year));
    let mut exact: f64 = before.map(|line| line.amount_wan_yuan.0).sum();
    let mut rounded = Vec::new();
    for part in parts {
        let told = (exact * DIGITS).round();
        exact += part.0;
        rounded.push(Money(((exact * DIGITS).round() - told) / DIGITS));
    }
    rounded
}

/// Money of some kinds, over all years.
#[must_use]
pub fn sum(view: &View, of: impl Fn(MoneyItem) -> bool) -> Money {
    let lines = printed(view.plan).into_iter();
    lines.filter(|line| of(line.item)).map(|line| line.amount_wan_yuan).sum()
}

/// Whether the scenario states any income: of students or of short courses.
#[must_use]
pub fn states_income(scenario: &Scenario) -> bool {
    let mut programmes = scenario.programmes.iter();
    let mut courses = scenario.courses.iter();
    let mut campuses = scenario.campuses.iter();
    let lets = |one: &Afterwards| one.how == AfterUse::Let && !one.proceeds.is_zero();
    programmes.any(|one| !one.income.is_zero())
        || courses.any(|one| !one.fee.is_zero())
        || campuses.any(|one| one.afterwards.as_ref().is_some_and(lets))
}

/// The fiscal years in which there is any money, and those of the horizon.
#[must_use]
pub fn years(view: &View) -> Vec<i32> {
    let mut years: Vec<i32> = view.terms().iter().map(|term| term.fiscal_year()).collect();
    years.extend(view.plan.accounts.money.iter().map(|line| line.fiscal_year));
    years.sort_unstable();
    years.dedup();
    years
}

fn by_year(view: &View) -> Table {
    let years = years(view);
    let mut columns = vec![Column::text(view.say(&words::item()))];
    let year = |year: &i32| Column::figure(view.say(&words::fiscal_year(*year)));
    columns.extend(years.iter().map(year));
    columns.push(Column::figure(view.say(&words::total())));

    let mut lines = lines(view, &years);
    lines.retain(|line| line.always || line.values.iter().any(|value| !value.is_zero()));
    let sums = sums(&lines);
    let rows = lines.into_iter().map(|line| {
        let all = line.values.iter().copied().sum();
        let mut cells = vec![Cell::Text(line.title)];
        cells.extend(line.values.into_iter().map(Cell::some_money));
        cells.push(Cell::Money(all));
        Row { total: line.total, ..Row::new(cells) }
    });
    let title = view.say(&words::money_title());
    let table = Table::new("money", title, String::new(), columns);
    let mut table = table.stub(1).rows(rows).last_sums();
    table.sums = sums;
    table
}

/// The lines that add up items, with the items that have a line.
fn sums(lines: &[Line]) -> Vec<Sum> {
    let of = |row: usize, sign: Sign| {
        let rows = |wanted: f64| {
            let items = lines.iter().enumerate();
            let rows = items.filter(|(_, line)| line.item.map(sign) == Some(wanted));
            rows.map(|(index, _)| index).collect()
        };
        Sum { row, plus: rows(1.0), minus: rows(-1.0) }
    };
    let lines = lines.iter().enumerate();
    lines.filter_map(|(row, line)| Some(of(row, line.adds?))).collect()
}

/// What an item counts for in a sum: 1, -1 or nothing.
type Sign = fn(MoneyItem) -> f64;

/// A line of the table.
struct Line {
    title: String,
    values: Vec<Money>,
    /// Of which item it tells, if of one.
    item: Option<MoneyItem>,
    /// Which items it adds up, if any.
    adds: Option<Sign>,
    /// Whether it belongs below the items, with the sums.
    total: bool,
    /// Whether it stands even where all is zero.
    always: bool,
}

fn lines(view: &View, years: &[i32]) -> Vec<Line> {
    let item = |item: MoneyItem| Line {
        title: view.say(&words::money_item(item)),
        values: by_years(view, years, |other| one(other == item)),
        item: Some(item),
        adds: None,
        total: false,
        always: false,
    };
    let total = |title: &Text, sign: Sign| Line {
        title: view.say(title),
        values: by_years(view, years, sign),
        item: None,
        adds: Some(sign),
        total: true,
        always: true,
    };
    let mut lines: Vec<Line> = CAPITAL.map(item).into();
    lines.push(total(&words::capital(), |item| one(item.is_capital())));
    lines.push(granted(view, years, &words::capital_granted(), |year| {
        let capital = view.scenario.rules.budget.capital.as_ref()?;
        capital.get(&year).copied()
    }));
    lines.extend(RUNNING.map(item));
    lines.push(total(&words::running(), |item| one(item.is_running())));
    lines.push(total(&words::spent(), |item| one(item.is_capital() || item.is_running())));
    if states_income(view.scenario) {
        lines.push(item(MoneyItem::Income));
        lines.push(item(MoneyItem::CourseFees));
        lines.push(item(MoneyItem::Rent));
        lines.push(total(&words::all_income(), |item| one(item.is_income())));
        lines.push(total(&words::surplus(), |item| match item {
            item if item.is_income() => 1.0,
            item => -one(item.is_running()),
        }));
    }
    lines.push(granted(view, years, &words::running_granted(), |year| {
        view.scenario.rules.budget.running.get(&year).copied()
    }));
    lines.push(item(MoneyItem::Sale));
    lines.push(item(MoneyItem::Penalty));
    lines
}

fn granted(view: &View, years: &[i32], title: &Text, grant: impl Fn(i32) -> Option<Money>) -> Line {
    let values = years.iter().map(|year| grant(*year).unwrap_or_default());
    Line {
        title: view.say(title),
        values: values.collect(),
        item: None,
        adds: None,
        total: true,
        always: false,
    }
}

fn by_years(view: &View, years: &[i32], sign: impl Fn(MoneyItem) -> f64) -> Vec<Money> {
    let lines = printed(view.plan);
    let signed = |line: &MoneyLine| line.amount_wan_yuan * sign(line.item);
    let in_year = |year: &i32| {
        let lines = lines.iter();
        lines.filter(|line| line.fiscal_year == *year).map(signed).sum()
    };
    years.iter().map(in_year).collect()
}

fn one(whether: bool) -> f64 {
    f64::from(u8::from(whether))
}
