//! Best value and bound over time, as a line each.

use crate::domain::Language;
use crate::report::format;
use crate::words::workbench as words;
use crate::workbench::jobs::Moment;
use maud::{Markup, html};

const WIDTH: f64 = 560.0;
const HEIGHT: f64 = 140.0;
const LEFT: f64 = 64.0;
const BELOW: f64 = 20.0;

/// The moments of the tier solved last, with a best value or a bound.
pub fn course(moments: &[Moment]) -> Vec<&Moment> {
    let last = moments.iter().rfind(|one| one.best.is_some() || one.bound.is_some());
    let tier = last.and_then(|one| one.tier);
    let own = moments.iter().filter(|one| one.best.is_some() || one.bound.is_some());
    own.filter(|one| one.tier == tier).collect()
}

/// The picture.
pub fn chart(moments: &[Moment], language: Language) -> Markup {
    let course = course(moments);
    let values = course.iter().flat_map(|one| [one.best, one.bound]).flatten();
    let (least, most) = values.fold((f64::INFINITY, f64::NEG_INFINITY), |(least, most), value| {
        (least.min(value), most.max(value))
    });
    if course.len() < 2 || !least.is_finite() {
        return html! {};
    }
    let (first, end) = (course[0].elapsed, course[course.len() - 1].elapsed);
    let span = (end - first).max(1e-3);
    let range = (most - least).max(most.abs() * 1e-6).max(1e-9);
    let x = |at: f64| LEFT + (at - first) / span * (WIDTH - LEFT - 8.0);
    let y = |value: f64| 8.0 + (most - value) / range * (HEIGHT - BELOW - 16.0);
    // The parts that are improved one after another each have a best value of their own:
    // the least so far is the plan's.
    let best = course.iter().filter_map(|one| Some((one.elapsed, one.best?)));
    let best = best.scan(f64::INFINITY, |least, (at, value)| {
        *least = least.min(value);
        Some((at, *least))
    });
    let best: Vec<(f64, f64)> = best.collect();
    let points = |points: &[(f64, f64)]| {
        let points = points.iter().map(|(at, value)| format!("{:.1},{:.1}", x(*at), y(*value)));
        points.collect::<Vec<_>>().join(" ")
    };
    let bound = course.iter().filter_map(|one| Some((one.elapsed, one.bound?)));
    let bound: Vec<(f64, f64)> = bound.collect();
    let label = words::course(&format::number(most, 2), &format::number(least, 2));
    html! {
        figure.course {
            svg viewBox={ "0 0 " (WIDTH) " " (HEIGHT) } role="img" aria-label=(label.get(language)) {
                line.k-grid x1=(LEFT) x2=(WIDTH) y1=(y(most)) y2=(y(most)) {}
                line.k-grid x1=(LEFT) x2=(WIDTH) y1=(y(least)) y2=(y(least)) {}
                text.f-muted x=(LEFT - 6.0) y=(y(most) + 4.0) text-anchor="end" font-size="12" { (format::number(most, 1)) }
                text.f-muted x=(LEFT - 6.0) y=(y(least) + 4.0) text-anchor="end" font-size="12" { (format::number(least, 1)) }
                text.f-muted x=(LEFT) y=(HEIGHT - 4.0) font-size="12" { (format!("{first:.0} s")) }
                text.f-muted x=(WIDTH - 4.0) y=(HEIGHT - 4.0) text-anchor="end" font-size="12" { (format!("{end:.0} s")) }
                polyline.bound points=(points(&bound)) {}
                polyline.best points=(points(&best)) {}
            }
            figcaption {
                span.key-best { (words::best().get(language)) } " "
                span.key-bound { (words::bound().get(language)) }
            }
        }
    }
}
