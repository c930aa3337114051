//! A drawing surface: shapes with a class for the page's style sheet and, for
//! pictures that have none, the colours of the light theme.
//!
//! All lengths are in units of which [`WIDTH`] make the drawing's width.

use super::fill::{Fill, Ink};
use super::lettering;
use super::pen::{Anchor, Letters, Stroke};
use std::collections::BTreeSet;
use svg::Document;
use svg::node::element::{
    self, Definitions, Description, Element, Group, Line, Path, Pattern, Rectangle, Title,
};
use svg::node::{Node, Text as Content};

/// Width of every drawing.
pub const WIDTH: f64 = 800.0;
/// Room at both sides, for letters that reach over their place.
const EDGE: f64 = 4.0;

/// Fonts with Chinese letters on common systems, then any.
const FONTS: &str = "'Noto Sans CJK SC','Source Han Sans SC','Microsoft YaHei','PingFang SC',\
    'WenQuanYi Micro Hei',SimHei,sans-serif";

/// A rectangle.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Area {
    /// Left edge.
    pub x: f64,
    /// Upper edge.
    pub y: f64,
    /// Width.
    pub width: f64,
    /// Height.
    pub height: f64,
}

/// A drawing.
pub struct Canvas {
    key: &'static str,
    fills: BTreeSet<Fill>,
    shapes: Vec<Box<dyn Node>>,
}

impl Canvas {
    /// An empty drawing. Its key tells its parts from those of other drawings
    /// on one page.
    pub fn new(key: &'static str) -> Self {
        Self { key, fills: BTreeSet::new(), shapes: Vec::new() }
    }

    /// A filled rectangle; `told` is what it stands for.
    pub fn rectangle(&mut self, area: Area, fill: Fill, told: &str) {
        let shape = Rectangle::new()
            .set("x", rounded(area.x))
            .set("y", rounded(area.y))
            .set("width", rounded(area.width.max(0.0)))
            .set("height", rounded(area.height.max(0.0)));
        self.filled(shape.into(), fill, told);
    }

    /// A filled outline, given as the data of an SVG path.
    pub fn outline(&mut self, data: String, fill: Fill, told: &str) {
        let shape = Path::new().set("d", data);
        self.filled(shape.into(), fill, told);
    }

    fn filled(&mut self, mut shape: Element, fill: Fill, told: &str) {
        self.fills.insert(fill);
        let paint = if fill.hatch().is_some() {
            format!("url(#{})", self.pattern_id(fill))
        } else {
            fill.colour().to_owned()
        };
        if fill.hatch().is_none() {
            shape.assign("class", fill.class());
        }
        shape.assign("fill", paint);
        if let Some(opacity) = fill.opacity() {
            shape.assign("fill-opacity", opacity);
        }
        if !told.is_empty() {
            shape.append(Title::new(lettering::printable(told)));
        }
        self.shapes.push(Box::new(shape));
    }

    /// A straight line.
    pub fn line(&mut self, from: (f64, f64), to: (f64, f64), stroke: Stroke) {
        let mut line = Line::new()
            .set("x1", rounded(from.0))
            .set("y1", rounded(from.1))
            .set("x2", rounded(to.0))
            .set("y2", rounded(to.1))
            .set("class", stroke.ink.stroke_class())
            .set("stroke", stroke.ink.colour())
            .set("stroke-width", stroke.width);
        if !stroke.dashes.is_empty() {
            line = line.set("stroke-dasharray", stroke.dashes);
        }
        self.shapes.push(Box::new(line));
    }

    /// The edge of a rectangle.
    pub fn frame(&mut self, area: Area, stroke: Stroke) {
        let frame = Rectangle::new()
            .set("x", rounded(area.x))
            .set("y", rounded(area.y))
            .set("width", rounded(area.width))
            .set("height", rounded(area.height))
            .set("fill", "none")
            .set("class", stroke.ink.stroke_class())
            .set("stroke", stroke.ink.colour())
            .set("stroke-width", stroke.width);
        self.shapes.push(Box::new(frame));
    }

    /// A line of text on a base line.
    pub fn text(&mut self, (x, y): (f64, f64), letters: Letters, text: &str) {
        if text.is_empty() {
            return;
        }
        let mut shape = element::Text::new(lettering::printable(text))
            .set("x", rounded(x))
            .set("y", rounded(y))
            .set("font-size", letters.size)
            .set("class", letters.ink.fill_class())
            .set("fill", letters.ink.colour());
        match letters.anchor {
            Anchor::Start => {}
            Anchor::Middle => shape = shape.set("text-anchor", "middle"),
            Anchor::End => shape = shape.set("text-anchor", "end"),
        }
        if letters.bold {
            shape = shape.set("font-weight", "bold");
        }
        if letters.seam {
            shape = shape
                .set("paint-order", "stroke")
                .set("stroke", Ink::Paper.colour())
                .set("stroke-width", 3.5)
                .set("stroke-linejoin", "round")
                .set("class", format!("{} k-paper", letters.ink.fill_class()));
        }
        self.shapes.push(Box::new(shape));
    }

    /// Lines of text around a height.
    pub fn lines(&mut self, (x, middle): (f64, f64), letters: Letters, lines: &[String]) {
        let height = letters.size * 1.2;
        let count = super::super::view::count(lines.len());
        let mut base = middle - height * (count - 1.0) / 2.0 + letters.size * 0.36;
        for line in lines {
            self.text((x, base), letters, line);
            base += height;
        }
    }

    /// The finished picture.
    pub fn finish(self, height: f64, title: &str, description: &str) -> String {
        let ids = [format!("{}-title", self.key), format!("{}-desc", self.key)];
        let mut patterns = Definitions::new();
        let mut any = false;
        for fill in &self.fills {
            if let Some(hatch) = fill.hatch() {
                any = true;
                patterns = patterns.add(self.pattern(*fill, hatch));
            }
        }
        let (width, height) = (WIDTH + 2.0 * EDGE, rounded(height));
        let mut picture = Document::new()
            .set("viewBox", format!("-{EDGE} 0 {width} {height}"))
            .set("width", width)
            .set("height", height)
            .set("role", "img")
            .set("aria-labelledby", ids.join(" "))
            .set("font-family", FONTS)
            .add(titled(Title::new(lettering::printable(title)), &ids[0]))
            .add(titled(
                Description::new().add(Content::new(lettering::printable(description))),
                &ids[1],
            ));
        if any {
            picture = picture.add(patterns);
        }
        for shape in self.shapes {
            picture = picture.add(shape);
        }
        picture.to_string()
    }

    fn pattern_id(&self, fill: Fill) -> String {
        match fill {
            Fill::Series(index) => format!("{}-hatch-{index}", self.key),
            other => format!("{}-hatch-{}", self.key, other.class()),
        }
    }

    /// A hatched fill: its colour with marks of the paper's.
    fn pattern(&self, fill: Fill, hatch: &'static str) -> Pattern {
        let ground = Rectangle::new()
            .set("width", 8)
            .set("height", 8)
            .set("class", fill.class())
            .set("fill", fill.colour());
        let marks = Path::new()
            .set("d", hatch)
            .set("class", Ink::Paper.stroke_class())
            .set("stroke", Ink::Paper.colour())
            .set("stroke-width", 1.2)
            .set("stroke-opacity", 0.7)
            .set("stroke-linecap", "square")
            .set("fill", "none");
        Pattern::new()
            .set("id", self.pattern_id(fill))
            .set("width", 8)
            .set("height", 8)
            .set("patternUnits", "userSpaceOnUse")
            .add(Group::new().add(ground).add(marks))
    }
}

fn titled<T: Node>(mut node: T, id: &str) -> T {
    node.assign("id", id);
    node
}

/// A length with two decimals: enough for any screen, and the same digits on
/// every machine.
pub fn rounded(length: f64) -> f64 {
    (length * 100.0).round() / 100.0
}
