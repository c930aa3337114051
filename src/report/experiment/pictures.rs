//! A study in pictures.

use super::{Telling, short, spread, tornado};
use crate::experiment::summary::Tornado;
use crate::experiment::summary::influence::{Influence, Verdict};
use crate::report::charts::Chart;
use crate::report::charts::spans::{Group, Span, draw};
use crate::report::document::Table;
use crate::words::summary as words;

/// The charts; none of a study without a plan.
pub fn charts(telling: Telling<'_>) -> Vec<Chart> {
    if telling.planned() == 0 {
        return Vec::new();
    }
    let all = [distributions(telling), tornados(telling)];
    all.into_iter().flatten().collect()
}

/// The indicators that differ, each on an axis of its own.
fn distributions(telling: Telling<'_>) -> Option<Chart> {
    let (_, differ) = spread::by_sameness(telling);
    let spans: Vec<Span> = differ
        .iter()
        .filter_map(|indicator| {
            let told = spread::distribution(telling, *indicator)?;
            let reach = told.greatest - told.least;
            let at = |value: f64| (value - told.least) / reach;
            let [low, first, middle, third, high] = told.quantiles;
            Some(Span {
                name: telling.indicator(*indicator),
                said: format!(
                    "{} · {} · {}",
                    short(told.least),
                    short(middle),
                    short(told.greatest)
                ),
                whole: Some([0.0, 1.0]),
                most: Some([at(low), at(high)]),
                half: Some([at(first), at(third)]),
                middle: Some(at(middle)),
                open: None,
            })
        })
        .collect();
    if spans.is_empty() {
        return None;
    }
    let group = Group { heading: String::new(), origin: None, spans };
    let title = telling.say(&words::spread_title());
    let description = telling.say(&words::spread_picture());
    Some(Chart {
        key: "study_spread",
        svg: draw("study_spread", &[group], &title, &description),
        numbers: spread::figures(telling, "chart_study_spread", &differ),
        title,
        description,
    })
}

/// What each factor does to what is shown one by one.
fn tornados(telling: Telling<'_>) -> Option<Chart> {
    let groups: Vec<Group> =
        tornado::shown(telling).into_iter().filter_map(|tornado| group(telling, tornado)).collect();
    if groups.is_empty() {
        return None;
    }
    let title = telling.say(&words::tornado_heading());
    let description = telling.say(&words::tornado_picture());
    Some(Chart {
        key: "study_tornado",
        svg: draw("study_tornado", &groups, &title, &description),
        numbers: Table { key: "chart_study_tornado", ..tornado::all(telling) },
        title,
        description,
    })
}

/// A figure's tornado, the largest swing first; nothing where nothing swings.
fn group(telling: Telling<'_>, tornado: &Tornado) -> Option<Group> {
    let largest = tornado::largest(tornado);
    if largest <= 0.0 {
        return None;
    }
    let swing = |one: &Influence| one.swing.map_or(0.0, |swing| swing.by);
    let mut all: Vec<&Influence> = tornado.influences.iter().collect();
    all.sort_by(|one, other| swing(other).abs().total_cmp(&swing(one).abs()));
    let spans = all.into_iter().map(|influence| {
        let by = swing(influence);
        let end = 0.5 + 0.5 * by / largest;
        let ends = Some([end.min(0.5), end.max(0.5)]);
        let verdict = influence.swing.map(|swing| swing.verdict);
        let clear = verdict == Some(Verdict::Clear);
        let said = telling.say(&tornado::verdict(influence));
        Span {
            name: tornado::ends(telling, influence),
            said: match verdict {
                None | Some(Verdict::None) => said,
                Some(_) => format!("{}{} {said}", if by > 0.0 { "+" } else { "" }, short(by)),
            },
            half: ends.filter(|_| clear),
            open: ends.filter(|_| !clear),
            ..Span::default()
        }
    });
    Some(Group {
        heading: telling.figure(tornado.figure),
        origin: Some(0.5),
        spans: spans.collect(),
    })
}
