//! The picture of a flow.

use super::Flow;
use crate::report::charts::canvas::{Area, Canvas, WIDTH, rounded};
use crate::report::charts::fill::{Fill, Ink};
use crate::report::charts::lettering::{self, SMALL};
use crate::report::charts::pen::{Letters, Stroke};
use crate::report::format;
use crate::report::view::{View, count};
use crate::words::charts as words;
use std::collections::BTreeMap;

/// Room for the names of the lanes.
const LEFT: f64 = 116.0;
/// Width of a block.
const BLOCK: f64 = 34.0;
/// Between two lanes.
const GAP: f64 = 36.0;
/// Height of all lanes without gaps, at most.
const HEIGHT: f64 = 330.0;
/// Height of a class, at most.
const MOST: f64 = 12.0;
/// Room for the heads.
const TOP: f64 = 48.0;

/// Where things are.
struct Frame {
    each: f64,
    apart: f64,
    lanes: Vec<f64>,
    bottom: f64,
}

impl Frame {
    fn new(flow: &Flow) -> Self {
        let most = |lane: usize| flow.held.iter().map(|at| at[lane]).fold(0.0, f64::max);
        let heights: Vec<f64> = (0..flow.lanes.len()).map(most).collect();
        let each = (HEIGHT / heights.iter().sum::<f64>().max(1.0)).min(MOST);
        let mut y = TOP;
        let mut lanes = Vec::new();
        for height in heights {
            lanes.push(y);
            y += height * each + GAP;
        }
        Self {
            each,
            apart: (WIDTH - LEFT - BLOCK) / count(flow.columns.len().max(2) - 1),
            lanes,
            bottom: y,
        }
    }

    fn x(&self, column: usize) -> f64 {
        LEFT + self.apart * count(column)
    }

    fn block(&self, flow: &Flow, column: usize, lane: usize) -> Area {
        Area {
            x: self.x(column),
            y: self.lanes[lane],
            width: BLOCK,
            height: flow.held[column][lane] * self.each,
        }
    }
}

/// Draws it.
pub fn draw(view: &View, flow: &Flow, title: &str, description: &str) -> String {
    let mut canvas = Canvas::new("flow");
    let frame = Frame::new(flow);
    for (column, head) in flow.columns.iter().enumerate() {
        let lines: Vec<String> = head.split('\n').map(str::to_owned).collect();
        let middle = (frame.x(column) + BLOCK / 2.0, 19.0);
        canvas.lines(middle, Letters::SMALL.ink(Ink::Muted).middle(), &lines);
    }
    for (lane, key) in flow.lanes.iter().enumerate() {
        let name = lettering::fitted(&view.campus(key), SMALL, LEFT - 12.0, 2);
        let middle = frame.lanes[lane] + 14.0;
        canvas.lines((0.0, middle), Letters::SMALL.bold(), &name);
    }
    let bands = bands(flow, &frame);
    // Those that move lie above those that stay, and figures above both.
    for moving in [false, true] {
        for band in bands.iter().filter(|band| (band.before != band.after) == moving) {
            band.draw(&mut canvas, view, flow, &frame);
        }
    }
    blocks(&mut canvas, view, flow, &frame);
    for (index, band) in bands.iter().filter(|band| band.before != band.after).enumerate() {
        band.label(&mut canvas, &frame, index);
    }
    let bottom = legend(&mut canvas, view, frame.bottom);
    canvas.finish(bottom, title, description)
}

/// A band from a block to another.
struct Band {
    column: usize,
    before: usize,
    after: usize,
    classes: f64,
    from: f64,
    to: f64,
}

/// The bands, those of a block one below the other in the order of where they
/// lead to and come from.
fn bands(flow: &Flow, frame: &Frame) -> Vec<Band> {
    let mut bands = Vec::new();
    let mut left: BTreeMap<(usize, usize), f64> = BTreeMap::new();
    let mut right: BTreeMap<(usize, usize), f64> = BTreeMap::new();
    for ((column, before, after), step) in &flow.steps {
        let (Some(before), Some(after)) = (*before, *after) else {
            continue;
        };
        let height = step.classes * frame.each;
        let from = left.entry((*column, before)).or_insert(frame.lanes[before]);
        let to = right.entry((*column, after)).or_insert(frame.lanes[after]);
        bands.push(Band {
            column: *column,
            before,
            after,
            classes: step.classes,
            from: *from,
            to: *to,
        });
        *from += height;
        *to += height;
    }
    bands
}

impl Band {
    fn draw(&self, canvas: &mut Canvas, view: &View, flow: &Flow, frame: &Frame) {
        let (x0, x1) = (frame.x(self.column - 1) + BLOCK, frame.x(self.column));
        let height = self.classes * frame.each;
        let middle = rounded(f64::midpoint(x0, x1));
        let [x0, x1, from, to] = [x0, x1, self.from, self.to].map(rounded);
        let [from_end, to_end] = [self.from + height, self.to + height].map(rounded);
        let outline = format!(
            "M{x0} {from}C{middle} {from} {middle} {to} {x1} {to}V{to_end}\
             C{middle} {to_end} {middle} {from_end} {x0} {from_end}Z"
        );
        let fill = if self.before == self.after {
            Fill::Faint(self.before)
        } else {
            Fill::Flow(self.before)
        };
        let names = [self.before, self.after].map(|lane| view.campus(&flow.lanes[lane]));
        let [before, after] = names;
        let told = format!("{before} → {after} {}", format::number(self.classes, 0));
        canvas.outline(outline, fill, &told);
    }

    /// The figure of a band that moves, somewhere along it so that figures of
    /// bands that cross do not meet.
    fn label(&self, canvas: &mut Canvas, frame: &Frame, index: usize) {
        const PLACES: [f64; 3] = [0.3, 0.62, 0.46];
        let at = PLACES[index % PLACES.len()];
        let (x0, x1) = (frame.x(self.column - 1) + BLOCK, frame.x(self.column));
        let half = self.classes * frame.each / 2.0;
        // Height of the curve there, and its x for the same parameter.
        let rest = 1.0 - at;
        let (near, far) = (rest * rest * (rest + 3.0 * at), at * at * (at + 3.0 * rest));
        let middle = f64::midpoint(x0, x1);
        let x = rest * rest * rest * x0 + 3.0 * rest * at * middle + at * at * at * x1;
        let y = (self.from + half) * near + (self.to + half) * far;
        let letters = Letters::SMALL.middle().bold().seam();
        canvas.text((x, y + 4.0), letters, &format::number(self.classes, 0));
    }
}

/// The blocks with their classes, and who comes and goes below them.
fn blocks(canvas: &mut Canvas, view: &View, flow: &Flow, frame: &Frame) {
    for column in 0..flow.columns.len() {
        for lane in 0..flow.lanes.len() {
            let area = frame.block(flow, column, lane);
            let classes = format::number(flow.held[column][lane], 0);
            let middle = area.x + BLOCK / 2.0;
            if area.height > 0.0 {
                let head = flow.columns[column].replace('\n', "");
                let told = format!("{} {head} {classes}", view.campus(&flow.lanes[lane]));
                canvas.rectangle(area, Fill::Ink, &told);
            }
            if area.height >= 15.0 {
                let letters = Letters::SMALL.middle().bold().ink(Ink::Paper);
                let base = area.y + area.height / 2.0 + 4.0;
                canvas.text((middle, base), letters, &classes);
            } else if area.height > 0.0 {
                let letters = Letters::SMALL.middle().bold().seam();
                canvas.text((middle, area.y - 4.0), letters, &classes);
            }
            let below = area.y + area.height + 14.0;
            let told = comings(flow, column, lane);
            let letters = Letters::SMALL.middle().ink(Ink::Muted).seam();
            canvas.text((middle, below), letters, &told);
        }
    }
}

/// Who comes to a campus and who leaves it from outside, at the start of a
/// stage.
fn comings(flow: &Flow, column: usize, lane: usize) -> String {
    let of = |before, after| {
        let step = flow.steps.get(&(column, before, after));
        step.map_or(0.0, |step| step.classes)
    };
    let figure = |sign: &str, classes: f64| match classes {
        none if none <= 0.0 => String::new(),
        some => format!("{sign}{}", format::number(some, 0)),
    };
    let (comes, goes) = (of(None, Some(lane)), of(Some(lane), None));
    let told = format!("{} {}", figure("+", comes), figure("-", goes));
    told.trim().to_owned()
}

/// What the bands mean; returns where it ends.
fn legend(canvas: &mut Canvas, view: &View, top: f64) -> f64 {
    let fills = [(Fill::Faint(0), words::stays()), (Fill::Flow(0), words::moves())];
    let mut x = 0.0;
    for (fill, name) in fills {
        let name = view.say(&name);
        let area = Area { x, y: top, width: 26.0, height: 12.0 };
        canvas.rectangle(area, fill, "");
        canvas.text((x + 34.0, top + 11.0), Letters::SMALL, &name);
        x += lettering::width(&name, SMALL) + 60.0;
    }
    let signs = view.say(&words::comings());
    canvas.text((x, top + 11.0), Letters::SMALL.ink(Ink::Muted), &signs);
    canvas.line((0.0, top - 8.0), (WIDTH, top - 8.0), Stroke::GRID);
    top + 22.0
}
