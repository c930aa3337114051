//! Which terms of study the campuses take; only for a scenario with rule Bands.

use crate::domain::{Band, BandEntry};
use crate::plan::{ClassPath, TermKey};
use crate::report::document::{Cell, Column, Row, Table};
use crate::report::view::{View, seat};
use crate::words::{bands as words, report as common};

/// The table; nothing for a scenario whose campuses all take all terms.
#[must_use]
pub fn table(view: &View) -> Option<Table> {
    let rule = view.scenario.rules.bands.as_ref().filter(|rule| !rule.entries.is_empty())?;
    let columns = vec![
        Column::text(view.say(&common::campus())),
        Column::text(view.say(&words::programmes())),
        Column::text(view.say(&words::terms())),
        Column::text(view.say(&words::how())),
        Column::text(view.say(&words::from())),
        Column::figure(view.say(&words::most_classes())),
    ];
    let rows = rule.entries.iter().map(|entry| {
        let band = chosen(view, entry);
        let how = if entry.is_decided() { words::chosen() } else { words::stated() };
        Row::new(vec![
            Cell::Text(view.say(&view.scenario.campuses[entry.campus].name)),
            Cell::Text(programmes(view, entry)),
            band.map_or(Cell::Empty, |band| Cell::Text(band.to_string())),
            Cell::Text(view.say(&how)),
            Cell::Term(entry.from),
            Cell::count(most_classes(view, entry)),
        ])
    });
    let table =
        Table::new("grade_bands", view.say(&words::title()), view.say(&words::nothing()), columns);
    Some(table.rows(rows))
}

/// The band that an entry has: the only one, or the one that the plan chooses.
fn chosen(view: &View, entry: &BandEntry) -> Option<Band> {
    if !entry.is_decided() {
        return entry.bands.first().copied();
    }
    let campus = &view.scenario.campuses[entry.campus].id;
    let keys = || entry.programmes.iter().map(|id| &view.scenario.programmes[*id].id);
    let mut choices = view.plan.bands.iter().filter(|one| one.campus == *campus);
    let one = choices.find(|one| {
        if entry.named { keys().eq(&one.programmes) } else { one.programmes.is_empty() }
    });
    one.map(|one| Band { first: one.first, last: one.last })
}

fn programmes(view: &View, entry: &BandEntry) -> String {
    if entry.named {
        let names = entry.programmes.iter().map(|id| &view.scenario.programmes[*id].name);
        let names: Vec<String> = names.map(|name| view.say(name)).collect();
        return view.list(&names);
    }
    let all = entry.programmes.len() == view.scenario.programmes.len();
    view.say(&if all { words::all() } else { words::others() })
}

/// The most classes of an entry in one term.
fn most_classes(view: &View, entry: &BandEntry) -> usize {
    let campus = &view.scenario.campuses[entry.campus].id;
    let of_entry = |class: &&ClassPath| {
        let programme = view.scenario.keys.programme(&class.programme);
        programme.is_some_and(|id| entry.programmes.contains(&id))
    };
    let counts = view.terms().into_iter().map(|term| {
        let classes = view.plan.classes.iter().filter(of_entry);
        classes
            .filter(|class| class.headcount.contains_key(&TermKey(term)))
            .filter(|class| seat(&class.seats, term) == Some(campus.as_str()))
            .count()
    });
    counts.max().unwrap_or(0)
}
