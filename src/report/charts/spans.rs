//! Spans on lines: a tornado, or distributions side by side.

use super::canvas::{Area, Canvas, WIDTH};
use super::fill::{Fill, Ink};
use super::lettering::{SMALL, fitted};
use super::pen::{Letters, Stroke};

/// A line with its span. Places are shares of the axis, 0 to 1.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Span {
    /// What it is of.
    pub name: String,
    /// Its figures, beside it.
    pub said: String,
    /// A thin line.
    pub whole: Option<[f64; 2]>,
    /// A light bar.
    pub most: Option<[f64; 2]>,
    /// A dark bar within it.
    pub half: Option<[f64; 2]>,
    /// A hatched bar: it is not known where in it something lies.
    pub open: Option<[f64; 2]>,
    /// A mark across.
    pub middle: Option<f64>,
}

/// Spans on one axis.
#[derive(Clone, Debug, PartialEq)]
pub struct Group {
    /// Above them.
    pub heading: String,
    /// Where the axis has its 0, a share of its length.
    pub origin: Option<f64>,
    /// From top to bottom.
    pub spans: Vec<Span>,
}

/// Room for names, the axis and figures.
const NAMES: f64 = 236.0;
const AXIS: f64 = 372.0;
/// Between them.
const BETWEEN: f64 = 12.0;
/// Height of a line, of a heading and of bars.
const LINE: f64 = 34.0;
const HEADING: f64 = 30.0;
const BAR: f64 = 16.0;

/// The drawing.
pub fn draw(key: &'static str, groups: &[Group], title: &str, description: &str) -> String {
    let mut canvas = Canvas::new(key);
    let mut top = 4.0;
    for group in groups {
        if !group.heading.is_empty() {
            let letters = Letters::PLAIN.bold();
            canvas.text((0.0, top + HEADING * 0.62), letters, &group.heading);
            top += HEADING;
        }
        let bottom = top + LINE * super::super::view::count(group.spans.len());
        for (span, place) in group.spans.iter().zip(0_u16..) {
            line(&mut canvas, span, top + LINE * (f64::from(place) + 0.5));
        }
        if let Some(origin) = group.origin {
            canvas.line((at(origin), top), (at(origin), bottom), Stroke::AXIS);
        }
        top = bottom + 6.0;
    }
    canvas.finish(top, title, description)
}

/// Where a share of the axis is.
fn at(share: f64) -> f64 {
    NAMES + BETWEEN + AXIS * share.clamp(0.0, 1.0)
}

fn line(canvas: &mut Canvas, span: &Span, middle: f64) {
    let names = fitted(&span.name, SMALL, NAMES, 2);
    canvas.lines((0.0, middle), Letters::SMALL, &names);
    canvas.line((at(0.0), middle), (at(1.0), middle), Stroke::GRID);
    if let Some([from, to]) = span.whole {
        let stroke = Stroke::AXIS;
        canvas.line((at(from), middle), (at(to), middle), stroke);
        for end in [from, to] {
            let (above, below) = (middle - BAR / 4.0, middle + BAR / 4.0);
            canvas.line((at(end), above), (at(end), below), stroke);
        }
    }
    let bars = [
        (span.open, Fill::Unknown, BAR),
        (span.most, Fill::Degree(1), BAR * 0.6),
        (span.half, Fill::Degree(3), BAR),
    ];
    for (ends, fill, height) in bars {
        let Some([from, to]) = ends else { continue };
        let area = Area { x: at(from), y: middle - height / 2.0, width: at(to) - at(from), height };
        canvas.rectangle(area, fill, &span.said);
    }
    if let Some(mark) = span.middle {
        let (above, below) = (middle - BAR / 2.0, middle + BAR / 2.0);
        let stroke = Stroke { ink: Ink::Short, width: 2.0, dashes: "" };
        canvas.line((at(mark), above), (at(mark), below), stroke);
    }
    let left = at(1.0) + BETWEEN;
    let said = fitted(&span.said, SMALL, WIDTH - left, 2);
    canvas.lines((left, middle), Letters::SMALL, &said);
}

#[cfg(test)]
mod tests {
    use super::{AXIS, Group, Span, at, draw};

    #[test]
    fn bars_are_drawn_to_scale() {
        let span = Span {
            name: "one".to_owned(),
            said: "said".to_owned(),
            half: Some([0.25, 0.75]),
            ..Span::default()
        };
        let group = Group { heading: "group".to_owned(), origin: Some(0.5), spans: vec![span] };
        let drawn = draw("key", &[group], "title", "description");
        let bar = format!("x=\"{}\"", at(0.25));
        let width = format!("width=\"{}\"", AXIS / 2.0);
        let rectangle = drawn.split('<').find(|tag| tag.starts_with("rect "));
        let rectangle = rectangle.expect("a bar");
        assert!(rectangle.contains(&bar), "{rectangle}");
        assert!(rectangle.contains(&width), "{rectangle}");
        for text in ["group", "one", "said", "title", "description"] {
            assert!(drawn.contains(text), "{text}");
        }
    }
}
