//! The picture of a schedule.

use super::axis::{Axis, LEFT, RIGHT};
use super::{Bar, Kind};
use crate::domain::days_after;
use crate::report::charts::canvas::{Area, Canvas, WIDTH, rounded};
use crate::report::charts::fill::{Fill, Ink};
use crate::report::charts::lettering::{self, SMALL};
use crate::report::charts::pen::{Letters, Stroke};
use crate::report::view::{View, count};
use crate::words::charts as words;
use chrono::{Datelike, NaiveDate};

/// Height of a row with a line of text, and more for each further line.
const ROW: f64 = 24.0;
const LINE: f64 = 14.0;
/// Room for the years.
const TOP: f64 = 26.0;

/// Draws the bars with what they are called.
pub fn draw(view: &View, bars: &[Bar], axis: Axis, (title, description): (&str, &str)) -> String {
    let mut canvas = Canvas::new("schedule");
    let mut rows = Vec::new();
    let mut y = TOP + 4.0;
    for kind in Kind::ALL {
        let mut mine = bars.iter().filter(|bar| bar.kind == kind).peekable();
        if mine.peek().is_none() {
            continue;
        }
        rows.push((y, None, kind));
        y += ROW;
        for bar in mine {
            let height = Lines::of(bar).height();
            rows.push((y, Some(bar), kind));
            y += height;
        }
    }
    for (index, (top, ..)) in rows.iter().enumerate() {
        let below = rows.get(index + 1).map_or(y, |(next, ..)| *next);
        if index % 2 == 1 {
            let area = Area { x: 0.0, y: *top, width: WIDTH, height: below - top };
            canvas.rectangle(area, Fill::Stripe, "");
        }
    }
    years(&mut canvas, axis, y);
    for (top, bar, kind) in rows {
        match bar {
            None => {
                let name = view.say(&kind.name());
                canvas.text((0.0, top + 17.0), Letters::SMALL.bold(), &name);
            }
            Some(bar) => row(&mut canvas, bar, axis, top),
        }
    }
    let bottom = legend(&mut canvas, view, bars, y + 12.0);
    canvas.finish(bottom, title, description)
}

/// The texts of a row.
struct Lines {
    name: Vec<String>,
    standing: Vec<String>,
}

impl Lines {
    fn of(bar: &Bar) -> Self {
        Self {
            name: lettering::fitted(&bar.name, SMALL, LEFT - 20.0, 2),
            standing: lettering::fitted(&bar.standing, SMALL, RIGHT - 12.0, 3),
        }
    }

    fn height(&self) -> f64 {
        let lines = self.name.len().max(self.standing.len()).max(1);
        ROW + LINE * (count(lines) - 1.0)
    }
}

fn years(canvas: &mut Canvas, axis: Axis, bottom: f64) {
    let starts: Vec<NaiveDate> = axis.years().collect();
    for (index, day) in starts.iter().enumerate() {
        let x = axis.x(*day);
        canvas.line((x, TOP - 4.0), (x, bottom), Stroke::GRID);
        let next = starts.get(index + 1).map_or(axis.x(axis.last), |day| axis.x(*day));
        let name = day.year().to_string();
        if next - x > lettering::width(&name, SMALL) {
            let letters = Letters::SMALL.ink(Ink::Muted);
            canvas.text((x + 3.0, TOP - 10.0), letters, &name);
        }
    }
}

fn row(canvas: &mut Canvas, bar: &Bar, axis: Axis, top: f64) {
    let lines = Lines::of(bar);
    let middle = top + lines.height() / 2.0;
    canvas.lines((10.0, middle), Letters::SMALL, &lines.name);
    let ink = if bar.off { Ink::Short } else { Ink::Muted };
    let letters = Letters::SMALL.ink(ink);
    canvas.lines((WIDTH - RIGHT + 8.0, middle), letters, &lines.standing);
    let piece = |from: NaiveDate, to: NaiveDate| Area {
        x: axis.x(from),
        y: middle - 6.0,
        width: (axis.x(days_after(to, 1)) - axis.x(from)).max(3.0),
        height: 12.0,
    };
    if let (Some(begins), Some(ends)) = (bar.begins, bar.ends) {
        let told = format!("{} {begins} - {ends}", bar.name);
        let in_time = bar.due.map_or(ends, |due| due.min(ends));
        if begins <= in_time {
            canvas.rectangle(piece(begins, in_time), bar.kind.fill(), &told);
        }
        if ends > in_time {
            let late = begins.max(days_after(in_time, 1));
            canvas.rectangle(piece(late, ends), Fill::Overdue, &told);
        }
    }
    if let Some(due) = bar.due {
        diamond(canvas, (axis.x(due), middle), &format!("{} {due}", bar.name));
    }
}

/// Where something is due.
fn diamond(canvas: &mut Canvas, (x, y): (f64, f64), told: &str) {
    let [x, y] = [x, y].map(rounded);
    let ground = format!("M{x} {y}m0 -8.5l8 8.5l-8 8.5l-8 -8.5z");
    canvas.outline(ground, Fill::Paper, "");
    let mark = format!("M{x} {y}m0 -6l5.5 6l-5.5 6l-5.5 -6z");
    canvas.outline(mark, Fill::Ink, told);
}

/// What the marks mean; returns where it ends.
fn legend(canvas: &mut Canvas, view: &View, bars: &[Bar], top: f64) -> f64 {
    let has = |kind: Kind| bars.iter().any(|bar| bar.kind == kind);
    let marks = [
        (has(Kind::Milestone), Fill::Series(0), words::work()),
        (has(Kind::Milestone), Fill::Overdue, words::overdue()),
        (has(Kind::Work), Fill::Series(1), words::building_work()),
        (has(Kind::InUse), Fill::Series(2), words::in_use()),
    ];
    let mut x = 0.0;
    for (_, fill, name) in marks.into_iter().filter(|(there, ..)| *there) {
        let area = Area { x, y: top, width: 26.0, height: 12.0 };
        canvas.rectangle(area, fill, "");
        let name = view.say(&name);
        canvas.text((x + 34.0, top + 11.0), Letters::SMALL, &name);
        x += lettering::width(&name, SMALL) + 60.0;
    }
    if has(Kind::Milestone) {
        diamond(canvas, (x + 8.0, top + 6.0), "");
        canvas.text((x + 22.0, top + 11.0), Letters::SMALL, &view.say(&words::due_date()));
    }
    top + 22.0
}
