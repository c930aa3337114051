//! Costs by purpose, and income, by fiscal year.

use super::Chart;
use super::bars::{self, Bars, Layer};
use super::fill::Fill;
use crate::domain::Text;
use crate::plan::MoneyItem;
use crate::report::document::{Cell, Column, Row, Sum, Table};
use crate::report::format;
use crate::report::sections::money;
use crate::report::view::View;
use crate::units::Money;
use crate::words::charts as words;
use crate::words::report as heads;

/// What money is for, so far as the chart tells it apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Purpose {
    Building,
    Changes,
    Premises,
    Teaching,
    People,
    Travel,
    Income,
    Fees,
    Proceeds,
}

impl Purpose {
    /// From the bottom of the bars up.
    const ALL: [Self; 9] = [
        Self::Building,
        Self::Changes,
        Self::Premises,
        Self::Teaching,
        Self::People,
        Self::Travel,
        Self::Income,
        Self::Fees,
        Self::Proceeds,
    ];

    /// The price of missed rules is no money that anybody pays or gets.
    fn of(item: MoneyItem) -> Option<Self> {
        Some(match item {
            MoneyItem::Building => Self::Building,
            MoneyItem::Opening
            | MoneyItem::Closing
            | MoneyItem::Shipping
            | MoneyItem::Relocation
            | MoneyItem::Merging
            | MoneyItem::Release => Self::Changes,
            MoneyItem::Running | MoneyItem::Upkeep | MoneyItem::Vacant => Self::Premises,
            MoneyItem::Teaching | MoneyItem::CourseCosts => Self::Teaching,
            MoneyItem::Staff
            | MoneyItem::Posts
            | MoneyItem::Hiring
            | MoneyItem::Pay
            | MoneyItem::Training
            | MoneyItem::PartTime => Self::People,
            MoneyItem::Busing | MoneyItem::Visiting => Self::Travel,
            MoneyItem::Penalty => return None,
            MoneyItem::Income => Self::Income,
            MoneyItem::CourseFees => Self::Fees,
            MoneyItem::Rent | MoneyItem::Sale => Self::Proceeds,
        })
    }

    fn name(self) -> Text {
        match self {
            Self::Building => words::building(),
            Self::Changes => words::changes(),
            Self::Premises => words::premises(),
            Self::Teaching => words::teaching(),
            Self::People => words::people(),
            Self::Travel => words::travel(),
            Self::Income => words::income(),
            Self::Fees => words::fees(),
            Self::Proceeds => words::proceeds(),
        }
    }

    /// Costs stand at the left, income at the right.
    fn bar(self) -> usize {
        usize::from(matches!(self, Self::Income | Self::Fees | Self::Proceeds))
    }
}

/// The chart; nothing without money.
pub fn chart(view: &View) -> Option<Chart> {
    let years = money::years(view);
    let layers = layers(view, &years);
    if layers.is_empty() {
        return None;
    }
    let year = |year: &i32| view.say(&heads::fiscal_year(*year));
    let bars = Bars {
        key: "money",
        columns: years.iter().map(year).collect(),
        goals: Vec::new(),
        feet: Vec::new(),
        layers,
        names: vec![view.say(&words::costs_bar()), view.say(&words::income_bar())],
        unit: view.say(&heads::wan_yuan()),
        decimals: 1,
    };
    let title = view.say(&words::money_title());
    let told = |of: fn(MoneyItem) -> bool| format::number(money::sum(view, of).0, 1);
    let description = view.say(&words::money_description(
        &told(|item| item.is_capital() || item.is_running()),
        &told(MoneyItem::is_capital),
        &told(MoneyItem::is_income),
    ));
    Some(Chart {
        key: bars.key,
        svg: bars::draw(&bars, &title, &description),
        numbers: numbers(view, &bars),
        title,
        description,
    })
}

fn layers(view: &View, years: &[i32]) -> Vec<Layer> {
    let printed = money::printed(view.plan);
    let mut layers: Vec<Layer> = Vec::new();
    for purpose in Purpose::ALL {
        let in_year = |year: &i32| -> f64 {
            let lines = printed.iter();
            let mine = lines.filter(|line| {
                line.fiscal_year == *year && Purpose::of(line.item) == Some(purpose)
            });
            mine.map(|line| line.amount_wan_yuan.0).sum()
        };
        let values: Vec<f64> = years.iter().map(in_year).collect();
        if values.iter().any(|value| value.abs() > 1e-9) {
            layers.push(Layer {
                name: view.say(&purpose.name()),
                fill: Fill::Series(layers.len()),
                bar: purpose.bar(),
                values,
            });
        }
    }
    layers
}

fn numbers(view: &View, bars: &Bars) -> Table {
    let mut columns = vec![Column::text(view.say(&words::chart_item()))];
    columns.extend(bars.columns.iter().cloned().map(Column::figure));
    columns.push(Column::figure(view.say(&heads::total())));
    let row = |name: &str, values: &[f64]| {
        let mut cells = vec![Cell::text(name)];
        cells.extend(values.iter().map(|value| Cell::some_money(Money(*value))));
        cells.push(Cell::Money(Money(values.iter().sum())));
        cells
    };
    let (mut rows, mut sums) = (Vec::new(), Vec::new());
    for (bar, sum) in [(0, words::all_costs()), (1, words::all_income())] {
        let mine: Vec<&Layer> = bars.layers.iter().filter(|layer| layer.bar == bar).collect();
        let first = rows.len();
        rows.extend(mine.iter().map(|layer| Row::new(row(&layer.name, &layer.values))));
        let total = |column: usize| mine.iter().map(|layer| layer.values[column]).sum();
        let totals: Vec<f64> = (0..bars.columns.len()).map(total).collect();
        sums.push(Sum { row: rows.len(), plus: (first..rows.len()).collect(), minus: Vec::new() });
        rows.push(Row::total(row(&view.say(&sum), &totals)));
    }
    let title = view.say(&words::money_title());
    let table = Table::new("chart_money", title, String::new(), columns);
    let mut table = table.stub(1).rows(rows).last_sums();
    table.sums = sums;
    table
}
