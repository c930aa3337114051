//! The plan held against standards of school conditions.

use super::{Chapter, Point, gather, point};
use crate::domain::{School, StandardSet};
use crate::plan::ComplianceLine;
use crate::report::format;
use crate::report::sections::standards::{bounded, schools, score_years, sets, value};
use crate::report::sections::watched;
use crate::report::view::View;
use crate::words::report::prose as words;

pub(super) fn chapter(view: &View) -> Chapter {
    let mut points = Vec::new();
    for year in score_years(view.scenario) {
        for set in in_force(view, year) {
            points.extend(schools(view).map(|school| against(view, set, school, year)));
        }
    }
    points.push(watched_of(view));
    gather(view, &words::conditions(), points)
}

/// The sets in force in a school year or, if none of those chosen is, all.
fn in_force<'a>(view: &View<'a>, year: i32) -> Vec<&'a StandardSet> {
    let held: Vec<&StandardSet> = sets(view).filter(|set| set.years.contains(&year)).collect();
    let forced: Vec<&StandardSet> =
        (held.iter().copied()).filter(|set| set.in_force(year)).collect();
    if forced.is_empty() { held } else { forced }
}

fn against(view: &View, set: &StandardSet, school: &School, year: i32) -> Option<Point> {
    let lines = view.plan.compliance.iter();
    let lines: Vec<&ComplianceLine> = lines
        .filter(|line| line.set == set.id && line.school == school.id)
        .filter(|line| line.school_year == year && line.counts)
        .collect();
    if lines.is_empty() {
        return None;
    }
    let count = |met: Option<bool>| lines.iter().filter(|line| line.met == met).count();
    let missed = lines.iter().filter(|line| line.met == Some(false));
    let missed: Vec<String> = missed.filter_map(|line| short(view, set, line)).collect();
    let short = view.say(&set.short);
    let year = format::school_year(year, view.language);
    let heading = match schools(view).count() {
        1 => words::of_year(&year, &short),
        _ => words::of_school(&view.say(&school.name), &year, &short),
    };
    let sentences = [
        Some(words::score(lines.len(), count(Some(true)), count(Some(false)), count(None))),
        (!missed.is_empty()).then(|| words::not_up(&view.list(&missed))),
    ];
    Some(point(view, &heading, sentences))
}

/// An indicator that is not met, with its value.
fn short(view: &View, set: &StandardSet, line: &ComplianceLine) -> Option<String> {
    let mut indicators = set.indicators.iter();
    let one = indicators.find(|one| one.id == line.indicator)?;
    let name = view.say(&bounded(view, one));
    let value = format::cell(&value(view, one.metric, line), view.language);
    Some(match value.trim_end_matches('!') {
        "" => name,
        value => view.say(&words::indicator(&name, value)),
    })
}

fn watched_of(view: &View) -> Option<Point> {
    if view.scenario.watched.is_empty() {
        return None;
    }
    let out = watched::beyond(view);
    let told =
        if out.is_empty() { words::watched_kept() } else { words::watched_out(&view.list(&out)) };
    Some(point(view, &words::watched(), [Some(told)]))
}
