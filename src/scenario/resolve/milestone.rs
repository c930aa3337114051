//! Milestones: what each is tied to, and that none waits for itself.

use super::checks::{Checks, Noun};
use super::names::Names;
use crate::domain::{Campus, Milestone, Tie};
use crate::ids::{CampusId, MilestoneId};
use crate::scenario::path::Path;
use crate::scenario::raw::{RawMilestone, RawScenario, RawTie};
use crate::words::diagnostics as words;
use typed_index_collections::TiVec;

/// Most days of work.
const MOST_DAYS: u32 = 3660;

/// The milestones.
pub(super) fn resolve(
    raw: &RawScenario,
    names: &Names<'_>,
    campuses: &TiVec<CampusId, Campus>,
    checks: &mut Checks<'_>,
) -> TiVec<MilestoneId, Milestone> {
    let known = |key: &String| names.milestones.iter().position(|name| name == key);
    let all = raw.milestones.iter();
    let after = all.map(|(_, raw)| raw.after.iter().filter_map(known).collect());
    for circle in circles(&after.collect::<Vec<_>>()) {
        let keys = circle.iter().chain(circle.first());
        let keys: Vec<&str> = keys.map(|index| names.milestones[*index]).collect();
        let at = Path::field("milestones").key(keys[0]).key("after");
        checks.error(&at, words::milestone_circle(&keys.join(" → ")), Vec::new());
    }
    let all = raw.milestones.iter();
    all.filter_map(|(key, raw)| milestone((key, raw), names, campuses, checks)).collect()
}

fn milestone(
    (key, raw): (&str, &RawMilestone),
    names: &Names<'_>,
    campuses: &TiVec<CampusId, Campus>,
    checks: &mut Checks<'_>,
) -> Option<Milestone> {
    let here = Path::field("milestones").key(key);
    let name = checks.need_text(&here, "name", raw.name.as_ref());
    let responsible = checks.text(&here.key("responsible"), raw.responsible.as_ref());
    let start = raw.start.as_ref();
    let start = start.and_then(|text| checks.day(&here.key("start"), text));
    let due = checks.need(&here, "due", raw.due.as_ref());
    let due = due.and_then(|text| checks.day(&here.key("due"), text));
    if let (Some(start), Some(due)) = (start, due)
        && due < start
    {
        let message = words::backwards(&start.to_string(), &due.to_string());
        checks.error(&here.key("due"), message, Vec::new());
    }
    let days = checks.optional_count(&here, "days", raw.days, 1, MOST_DAYS);
    let known = (Noun::Milestone, names.milestones.as_slice());
    let after = listed(&here.key("after"), &raw.after, known, checks);
    if raw.start.is_none() && raw.after.is_empty() && raw.tied.is_none() {
        checks.error(&here, words::milestone_undated(), Vec::new());
    }
    let tie = raw.tied.as_ref();
    let tie = tie.map(|tie| self::tie(&here.key("tied"), tie, names, checks));
    if let Some(Some(Tie::Opened(campus))) = &tie
        && campuses.get(*campus).is_some_and(|campus| campus.in_use)
    {
        let message = words::opened_already(names.campuses[campus.0]);
        checks.warn(&here.key("tied"), message, Vec::new());
    }
    Some(Milestone {
        id: key.to_owned(),
        name,
        start,
        due: due?,
        after: after?,
        days: days.unwrap_or(1),
        responsible,
        tie: match tie {
            Some(tie) => Some(tie?),
            None => None,
        },
    })
}

/// What a list of keys speaks of; none of them comes twice.
fn listed<I: From<usize>>(
    at: &Path,
    keys: &[String],
    (noun, known): (Noun, &[&str]),
    checks: &mut Checks<'_>,
) -> Option<Vec<I>> {
    let mut found = Vec::new();
    for (index, key) in keys.iter().enumerate() {
        let at = at.index(index);
        if keys[..index].contains(key) {
            checks.error(&at, words::key_twice(key), Vec::new());
        }
        found.push(checks.find(&at, key, noun, known));
    }
    found.into_iter().collect()
}

fn tie(at: &Path, raw: &RawTie, names: &Names<'_>, checks: &mut Checks<'_>) -> Option<Tie> {
    match raw {
        RawTie::Vacated(key) => {
            let id = checks.find(at, key, Noun::Campus, &names.campuses);
            id.map(Tie::Vacated)
        }
        RawTie::Opened(key) => {
            let id = checks.find(at, key, Noun::Campus, &names.campuses);
            id.map(Tie::Opened)
        }
        RawTie::Built(key) => {
            let id = checks.find(at, key, Noun::Option, &names.options);
            id.map(|id| Tie::Built(vec![id]))
        }
        RawTie::BuiltAny(keys) => {
            let at = at.key("built_any");
            if keys.is_empty() {
                checks.error(&at, words::no_options_named(), Vec::new());
            }
            let found = listed(&at, keys, (Noun::Option, &names.options), checks);
            found.filter(|found| !found.is_empty()).map(Tie::Built)
        }
        RawTie::Begins(key) => {
            let id = checks.find(at, key, Noun::Programme, &names.programmes);
            id.map(Tie::Begins)
        }
        RawTie::Target(key) => {
            let id = checks.find(at, key, Noun::Target, &names.targets);
            id.map(Tie::Target)
        }
    }
}

/// Circles of milestones that wait for one another, by the milestones that each
/// comes after: at least one circle of each knot.
fn circles(after: &[Vec<usize>]) -> Vec<Vec<usize>> {
    let mut open = vec![true; after.len()];
    loop {
        let free = |index: &usize| open[*index] && !after[*index].iter().any(|one| open[*one]);
        let free: Vec<usize> = (0..after.len()).filter(free).collect();
        if free.is_empty() {
            break;
        }
        for index in free {
            open[index] = false;
        }
    }
    // Whatever is still open comes after something open, so that a walk back
    // from it ends in a circle, or where an earlier walk has been.
    let mut found = Vec::new();
    for start in 0..after.len() {
        let mut walk: Vec<usize> = Vec::new();
        let mut at = Some(start).filter(|start| open[*start]);
        while let Some(here) = at {
            open[here] = false;
            walk.push(here);
            let before = after[here].iter().copied();
            let on_walk = before.clone().find_map(|one| walk.iter().position(|on| *on == one));
            if let Some(first) = on_walk {
                let mut circle = walk.split_off(first);
                circle.reverse();
                found.push(circle);
                break;
            }
            at = before.clone().find(|one| open[*one]);
        }
    }
    found
}
