//! Options side by side: a panel for each measure, a bar for each option.

use super::Chart;
use super::canvas::{Area, Canvas, WIDTH};
use super::fill::Fill;
use super::lettering::{self, SMALL};
use super::pen::{Letters, Stroke};
use super::scale::Scale;
use crate::domain::Text;
use crate::plan::MoneyItem;
use crate::report::document::{Cell, Column, Row, Table};
use crate::report::format;
use crate::report::option_names::names;
use crate::report::sections::money;
use crate::report::view::{View, count};
use crate::words::charts as words;

/// What options are compared by.
struct Measure {
    name: String,
    decimals: usize,
    /// Values, one for each option.
    values: Vec<f64>,
}

/// The chart; nothing without another option.
pub fn chart(view: &View, compared: &[View]) -> Option<Chart> {
    if compared.is_empty() {
        return None;
    }
    let options: Vec<&View> = std::iter::once(view).chain(compared).collect();
    let names = names(&options);
    let measures = measures(&options);
    let title = view.say(&words::comparison_title());
    let description = view.say(&words::comparison_description(options.len()));
    Some(Chart {
        key: "comparison",
        svg: draw(&names, &measures, &title, &description),
        numbers: numbers(view, &names, &measures),
        title,
        description,
    })
}

fn measures(options: &[&View]) -> Vec<Measure> {
    let measure = |name: Text, decimals: usize, value: &dyn Fn(&View) -> f64| Measure {
        name: options.first().map_or_else(String::new, |view| view.say(&name)),
        decimals,
        values: options.iter().map(|view| value(view)).collect(),
    };
    let hired = |view: &View| view.plan.hires.iter().map(|hire| f64::from(hire.people)).sum();
    let missed = |view: &View| {
        let lines = view.plan.compliance.iter();
        count(lines.filter(|line| line.counts && line.met == Some(false)).count())
    };
    let mut measures = vec![
        measure(words::shortfall(), 2, &|view| view.plan.accounts.targets_percent),
        measure(words::cost(), 1, &|view| view.plan.accounts.cost_wan_yuan.0),
        measure(words::capital(), 1, &|view| money::sum(view, MoneyItem::is_capital).0),
        measure(words::running(), 1, &|view| money::sum(view, MoneyItem::is_running).0),
        measure(words::students_moved(), 0, &|view| view.plan.accounts.students_moved.0),
        measure(words::staff_rebased(), 0, &|view| view.plan.accounts.staff_rebased.into()),
        measure(words::hired(), 0, &hired),
    ];
    if options.iter().any(|view| !view.plan.compliance.is_empty()) {
        measures.push(measure(words::standards_missed(), 0, &missed));
    }
    measures
}

/// Width of a panel; two stand side by side.
const PANEL: f64 = 384.0;
/// Height of a bar with what is around it.
const ROW: f64 = 22.0;
/// Room for a figure behind the longest bar.
const FIGURE: f64 = 84.0;
/// Room for the number of an option.
const NUMBER: f64 = 26.0;

fn draw(names: &[String], measures: &[Measure], title: &str, description: &str) -> String {
    let mut canvas = Canvas::new("comparison");
    let mut y = legend(&mut canvas, names);
    let height = 30.0 + ROW * count(names.len()) + 16.0;
    for pair in measures.chunks(2) {
        for (measure, x) in pair.iter().zip([0.0, WIDTH - PANEL]) {
            panel(&mut canvas, names, measure, (x, y));
        }
        y += height;
    }
    canvas.finish(y, title, description)
}

/// The options with their numbers; returns where they end.
fn legend(canvas: &mut Canvas, names: &[String]) -> f64 {
    let mut y = 4.0;
    for (index, name) in names.iter().enumerate() {
        let area = Area { x: 0.0, y, width: 18.0, height: 14.0 };
        canvas.rectangle(area, Fill::Series(index), "");
        let lines = lettering::fitted(name, SMALL, WIDTH - 60.0, 1);
        let told = format!("{}  {}", index + 1, lines.concat());
        canvas.text((NUMBER, y + 12.0), Letters::SMALL, &told);
        y += ROW;
    }
    y + 10.0
}

fn panel(canvas: &mut Canvas, names: &[String], measure: &Measure, (x, top): (f64, f64)) {
    canvas.text((x, top + 14.0), Letters::SMALL.bold(), &measure.name);
    let most = measure.values.iter().copied().fold(0.0, f64::max);
    let scale = Scale::up_to(most);
    let length = PANEL - NUMBER - FIGURE;
    let (left, first) = (x + NUMBER, top + 24.0);
    for (index, value) in measure.values.iter().enumerate() {
        let y = first + ROW * count(index);
        let number = (index + 1).to_string();
        canvas.text((left - 8.0, y + 14.0), Letters::SMALL.end(), &number);
        let area = Area { x: left, y: y + 3.0, width: scale.of(*value, length), height: ROW - 6.0 };
        let figure = format::number(*value, measure.decimals);
        let told = format!("{} {} {figure}", names[index], measure.name);
        if *value > 0.0 {
            canvas.rectangle(area, Fill::Series(index), &told);
        }
        canvas.text((left + area.width + 6.0, y + 15.0), Letters::SMALL, &figure);
    }
    let bottom = first + ROW * count(measure.values.len());
    canvas.line((left, first), (left, bottom), Stroke::AXIS);
}

fn numbers(view: &View, names: &[String], measures: &[Measure]) -> Table {
    let mut columns =
        vec![Column::text(view.say(&words::option())), Column::text(view.say(&words::name()))];
    columns.extend(measures.iter().map(|measure| Column::figure(measure.name.clone())));
    let rows = names.iter().enumerate().map(|(index, name)| {
        let mut cells = vec![Cell::count(index + 1), Cell::text(name)];
        let values = measures.iter();
        cells.extend(values.map(|one| Cell::Amount(one.values[index], one.decimals)));
        Row::new(cells)
    });
    let title = view.say(&words::comparison_title());
    Table::new("chart_comparison", title, String::new(), columns).stub(2).rows(rows)
}
