//! The picture of bars.

use super::{Bars, Goal};
use crate::report::charts::canvas::{Area, Canvas, WIDTH};
use crate::report::charts::fill::Ink;
use crate::report::charts::lettering::{self, SMALL, TEXT};
use crate::report::charts::pen::{Letters, Stroke};
use crate::report::charts::scale::Scale;
use crate::report::format;
use crate::report::view::count;

/// Width of the legend at the right.
const LEGEND: f64 = 188.0;
/// Height of the plot.
const HEIGHT: f64 = 300.0;
/// Where the plot begins, below the unit.
const TOP: f64 = 34.0;
/// Height of a line of small text.
const LINE: f64 = 17.0;

/// Dashes by which goals differ.
const DASHES: [&str; 3] = ["9 4", "2 3", "12 3 2 3"];

/// The frame of a chart.
struct Plot {
    area: Area,
    scale: Scale,
    column: f64,
    bars: usize,
}

impl Plot {
    fn new(bars: &Bars) -> Self {
        let goals = bars.goals.iter().flat_map(|goal| &goal.values).flatten();
        let bar_count = bars.layers.iter().map(|layer| layer.bar + 1).max();
        let bar_count = bar_count.unwrap_or(1);
        let indices = 0..bars.columns.len();
        let tops = indices.flat_map(|column| (0..bar_count).map(move |bar| (column, bar)));
        let tops = tops.map(|(column, bar)| bars.height(column, bar));
        let most = tops.chain(goals.copied()).fold(0.0, f64::max);
        let scale =
            if bars.decimals == 0 { Scale::up_to(most.max(4.0)) } else { Scale::up_to(most) };
        let marks = scale.lines().map(|value| format::number(value, decimals(scale)));
        let feet = bars.feet.iter().map(|foot| foot.name.clone());
        let names = marks.chain(feet);
        let left = names.map(|name| lettering::width(&name, SMALL)).fold(0.0, f64::max) + 12.0;
        let area = Area { x: left, y: TOP, width: WIDTH - left - LEGEND - 14.0, height: HEIGHT };
        Self { area, scale, column: area.width / count(bars.columns.len().max(1)), bars: bar_count }
    }

    fn bottom(&self) -> f64 {
        self.area.y + self.area.height
    }

    fn right(&self) -> f64 {
        self.area.x + self.area.width
    }

    fn y(&self, value: f64) -> f64 {
        self.bottom() - self.scale.of(value, self.area.height)
    }

    fn middle(&self, column: usize) -> f64 {
        self.area.x + self.column * (count(column) + 0.5)
    }

    /// Left edge and width of a bar.
    fn bar(&self, column: usize, bar: usize) -> (f64, f64) {
        let all = (self.column * 0.8).min(56.0 * count(self.bars));
        let each = all / count(self.bars);
        let left = self.middle(column) - all / 2.0 + each * count(bar);
        (left, each - if self.bars > 1 { 2.0 } else { 0.0 })
    }
}

/// Decimals of the marks of an axis.
fn decimals(scale: Scale) -> usize {
    if scale.step < 1.0 || (scale.step * 10.0) % 10.0 > 1e-9 {
        if scale.step < 0.1 { 2 } else { 1 }
    } else {
        0
    }
}

/// Draws a chart.
pub fn draw(bars: &Bars, title: &str, description: &str) -> String {
    let mut canvas = Canvas::new(bars.key);
    let plot = Plot::new(bars);
    grid(&mut canvas, bars, &plot);
    for column in 0..bars.columns.len() {
        for bar in 0..plot.bars {
            stack(&mut canvas, bars, &plot, (column, bar));
        }
    }
    for (goal, dashes) in bars.goals.iter().zip(DASHES.into_iter().cycle()) {
        goal_line(&mut canvas, goal, &plot, dashes);
    }
    let below = heads(&mut canvas, bars, &plot);
    let beside = legend(&mut canvas, bars, &plot);
    canvas.finish(below.max(beside) + 8.0, title, description)
}

fn grid(canvas: &mut Canvas, bars: &Bars, plot: &Plot) {
    canvas.text((plot.area.x, TOP - 18.0), Letters::SMALL.ink(Ink::Muted), &bars.unit);
    for value in plot.scale.lines() {
        let y = plot.y(value);
        canvas.line((plot.area.x, y), (plot.right(), y), Stroke::GRID);
        let mark = format::number(value, decimals(plot.scale));
        let letters = Letters::SMALL.ink(Ink::Muted).end();
        canvas.text((plot.area.x - 6.0, y + 4.0), letters, &mark);
    }
}

fn stack(canvas: &mut Canvas, bars: &Bars, plot: &Plot, (column, bar): (usize, usize)) {
    let (x, width) = plot.bar(column, bar);
    let mut sum = 0.0;
    for layer in bars.layers.iter().filter(|layer| layer.bar == bar) {
        let value = layer.values[column].max(0.0);
        if value <= 1e-9 {
            continue;
        }
        let (lower, upper) = (plot.y(sum), plot.y(sum + value));
        // A gap tells neighbours apart where colours do not.
        let gap = if lower - upper > 2.5 { 1.0 } else { 0.0 };
        let area = Area { x, y: upper, width, height: lower - upper - gap };
        let head = bars.columns[column].replace('\n', "");
        let figure = format::number(value, bars.decimals);
        canvas.rectangle(area, layer.fill, &format!("{head} {} {figure}", layer.name));
        sum += value;
    }
    // Where figures stand below, they would only be in the way of goals.
    if sum > 1e-9 && bars.feet.is_empty() {
        let letters = Letters::SMALL.middle().bold();
        let told = [bars.decimals, 0].map(|decimals| format::number(sum, decimals));
        let fits = |told: &&String| lettering::width(told, SMALL) * 1.06 <= width + 4.0;
        if let Some(told) = told.iter().find(fits) {
            canvas.text((x + width / 2.0, plot.y(sum) - 4.0), letters, told);
        }
    }
}

/// A line over the columns in which a goal applies, on a ground of its own so
/// that it shows on every fill.
fn goal_line(canvas: &mut Canvas, goal: &Goal, plot: &Plot, dashes: &'static str) {
    for (column, value) in goal.values.iter().enumerate() {
        let Some(value) = value else {
            continue;
        };
        let y = plot.y(*value);
        let left = plot.area.x + plot.column * count(column);
        let ends = ((left, y), (left + plot.column, y));
        let ground = Stroke { ink: Ink::Paper, width: 5.0, dashes: "" };
        canvas.line(ends.0, ends.1, ground);
        let line = Stroke { ink: Ink::Text, width: 2.2, dashes };
        canvas.line(ends.0, ends.1, line);
    }
}

/// Heads and figures below the columns; returns where they end.
fn heads(canvas: &mut Canvas, bars: &Bars, plot: &Plot) -> f64 {
    let bottom = plot.bottom();
    canvas.line((plot.area.x, bottom), (plot.right(), bottom), Stroke::AXIS);
    let mut deepest = bottom;
    for column in 0..bars.columns.len() {
        for (bar, name) in bars.names.iter().enumerate() {
            let (x, width) = plot.bar(column, bar);
            if lettering::width(name, SMALL) <= width + 4.0 {
                let letters = Letters::SMALL.ink(Ink::Muted).middle();
                canvas.text((x + width / 2.0, bottom + LINE), letters, name);
            }
        }
    }
    let bottom = if bars.names.is_empty() { bottom } else { bottom + LINE };
    for (column, head) in bars.columns.iter().enumerate() {
        for (line, text) in head.split('\n').enumerate() {
            let base = bottom + LINE * count(line + 1);
            canvas.text((plot.middle(column), base), Letters::SMALL.middle(), text);
            deepest = deepest.max(base);
        }
    }
    let all = bars.feet.iter().flat_map(|foot| &foot.texts);
    let widest = all.map(|text| lettering::width(text, SMALL)).fold(0.0, f64::max);
    if widest + 2.0 > plot.column {
        return deepest;
    }
    for foot in &bars.feet {
        deepest += LINE + 3.0;
        canvas.line(
            (0.0, deepest - LINE + 1.0),
            (plot.right(), deepest - LINE + 1.0),
            Stroke::GRID,
        );
        canvas.text((0.0, deepest), Letters::SMALL.ink(Ink::Muted), &foot.name);
        for (column, text) in foot.texts.iter().enumerate() {
            canvas.text((plot.middle(column), deepest), Letters::SMALL.middle(), text);
        }
    }
    deepest
}

/// Names of goals and layers, the layers in the order in which they lie;
/// returns where they end.
fn legend(canvas: &mut Canvas, bars: &Bars, plot: &Plot) -> f64 {
    let x = plot.right() + 18.0;
    let room = WIDTH - x - 32.0;
    let mut y = TOP - 8.0;
    let mut entry = |canvas: &mut Canvas, name: &str, swatch: &dyn Fn(&mut Canvas, f64)| {
        let lines = lettering::fitted(name, SMALL, room, 2);
        let height = 15.0 * count(lines.len()) + 5.0;
        let middle = y + height / 2.0;
        swatch(canvas, middle);
        canvas.lines((x + 32.0, middle), Letters::SMALL, &lines);
        y += height;
    };
    for (goal, dashes) in bars.goals.iter().zip(DASHES.into_iter().cycle()) {
        entry(canvas, &goal.name, &|canvas, middle| {
            let line = Stroke { ink: Ink::Text, width: 2.2, dashes };
            canvas.line((x, middle), (x + 26.0, middle), line);
        });
    }
    for layer in bars.layers.iter().rev() {
        entry(canvas, &layer.name, &|canvas, middle| {
            let area = Area { x: x + 5.0, y: middle - 7.0, width: TEXT + 2.0, height: TEXT };
            canvas.rectangle(area, layer.fill, "");
        });
    }
    y
}
