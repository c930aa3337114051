//! Names by which readers tell compared plans apart.

use super::view::View;
use crate::domain::Lineage;
use crate::words::charts as numbers;
use crate::words::pins;
use crate::words::report::appendices as words;

/// The options' names: the scenario's, or those of the what-ifs laid over it.
/// Where several are alike, all but the first say what differs from it, and what
/// cannot be told apart even so is numbered.
#[must_use]
pub fn names(options: &[&View]) -> Vec<String> {
    let plain: Vec<String> = options.iter().map(|view| name(view)).collect();
    let told = options.iter().enumerate().map(|(at, view)| {
        let first = plain.iter().position(|one| *one == plain[at]).unwrap_or(at);
        let differs = if first < at { differences(options[first], view) } else { Vec::new() };
        if differs.is_empty() {
            plain[at].clone()
        } else {
            let list = differs.join(view.language_mark("；", "; "));
            view.say(&words::option_with(&plain[at], &list))
        }
    });
    let told: Vec<String> = told.collect();
    let numbered = told.iter().zip(options).zip(1..).map(|((name, view), number)| {
        let same = told.iter().filter(|other| *other == name).count();
        if same > 1 { view.say(&numbers::numbered(name, number)) } else { name.clone() }
    });
    numbered.collect()
}

fn name(view: &View) -> String {
    let overlays = lineage(view).into_iter().flat_map(|lineage| &lineage.overlays);
    let names: Vec<String> =
        overlays.filter_map(|overlay| overlay.name.as_ref()).map(|name| view.say(name)).collect();
    if names.is_empty() { view.say(&view.scenario.name) } else { view.list(&names) }
}

/// What the plan's scenario was put together from: the plan keeps it where the
/// scenario beside it is one text.
fn lineage<'a>(view: &View<'a>) -> Option<&'a Lineage> {
    view.scenario.lineage.as_ref().or(view.plan.scenario.lineage.as_ref())
}

/// What another option has that the first has not, and the reverse: pins in
/// words, then changes from the command line as given.
fn differences(first: &View, other: &View) -> Vec<String> {
    let pinned = |view: &View| -> Vec<String> {
        view.scenario.pins.iter().map(|pin| other.say(&pins::pin(view.scenario, pin))).collect()
    };
    let (before, after) = (pinned(first), pinned(other));
    let mut told: Vec<String> = after.iter().filter(|pin| !before.contains(pin)).cloned().collect();
    let lost: Vec<String> = before.into_iter().filter(|pin| !after.contains(pin)).collect();
    if !lost.is_empty() {
        told.push(other.say(&words::without_pins(&other.list(&lost))));
    }
    let changes = |view: &View| -> Vec<String> {
        let lineage = lineage(view).into_iter().flat_map(|lineage| &lineage.changes);
        let set = lineage
            .filter(|change| !["--pin", "--forbid"].iter().any(|one| change.starts_with(one)));
        set.cloned().collect()
    };
    let before = changes(first);
    told.extend(changes(other).into_iter().filter(|change| !before.contains(change)));
    told
}
