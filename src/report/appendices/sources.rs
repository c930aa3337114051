//! Where the figures come from, on paper: what has one source stands together,
//! and figures have their names in place of paths.

use crate::domain::{Scenario, Source, SourceKind, Text};
use crate::report::document::{Cell, Column, Row, Table};
use crate::report::view::View;
use crate::words::report as common;
use crate::words::report::appendices as words;
use crate::workbook::layout::{self, Bi};

const KINDS: [SourceKind; 4] =
    [SourceKind::Assumption, SourceKind::Seed, SourceKind::Statistic, SourceKind::Standard];

/// A row for each source, with all that it covers.
pub(super) fn table(view: &View) -> Table {
    let mut groups: Vec<(&Source, Vec<String>)> = Vec::new();
    for kind in KINDS {
        for source in view.scenario.sources.iter().filter(|one| one.kind == kind) {
            let name = readable(view, &source.path);
            let alike = |(one, _): &&mut (&Source, Vec<String>)| {
                (one.kind, &one.note, &one.date) == (source.kind, &source.note, &source.date)
            };
            match groups.iter_mut().find(alike) {
                Some((_, names)) if names.contains(&name) => {}
                Some((_, names)) => names.push(name),
                None => groups.push((source, vec![name])),
            }
        }
    }
    let columns = vec![
        Column::text(view.say(&common::kind())),
        Column::text(view.say(&words::figures_of())),
        Column::text(view.say(&common::note())),
        Column::text(view.say(&common::date())),
    ];
    let rows = groups.into_iter().map(|(source, names)| {
        Row::new(vec![
            Cell::Text(view.say(&common::source_kind(source.kind))),
            Cell::Text(view.list(&names)),
            Cell::Text(view.say(&source.note)),
            Cell::text(&source.date),
        ])
    });
    let title = view.say(&words::sources_grouped_title());
    Table::new("sources_grouped", title, view.say(&common::no_sources()), columns)
        .grouped()
        .rows(rows)
}

/// A path of the scenario as it is called in the workbook, with the names of
/// its entries; the path itself where the workbook has no place for it.
fn readable(view: &View, path: &str) -> String {
    let Some(title) = layout::title(path) else {
        return path.to_owned();
    };
    let bi = |name: Bi| view.language_mark(name.0, name.1).to_owned();
    let mut said = vec![bi(title.sheet)];
    said.extend(title.group.map(bi));
    let section = path.split('.').next().unwrap_or_default();
    said.extend(title.keys.iter().map(|key| {
        entry(view.scenario, section, key).map_or_else(|| (*key).to_owned(), |name| view.say(name))
    }));
    said.extend(title.field.map(bi));
    said.join(view.language_mark("·", " · "))
}

/// The name of an entry: of the section that its path begins with, or of
/// another that has the key.
fn entry<'s>(scenario: &'s Scenario, section: &str, key: &str) -> Option<&'s Text> {
    let own = match section {
        "resources" => scenario.resources.iter().find(|one| one.id == key).map(|one| &one.name),
        "subjects" => scenario.subjects.iter().find(|one| one.id == key).map(|one| &one.name),
        "options" => scenario.options.iter().find(|one| one.id == key).map(|one| &one.name),
        "targets" => scenario.targets.iter().find(|one| one.id == key).map(|one| &one.name),
        "milestones" => scenario.milestones.iter().find(|one| one.id == key).map(|one| &one.name),
        "events" => scenario.events.iter().find(|one| one.id == key).map(|one| &one.name),
        "courses" => scenario.courses.iter().find(|one| one.id == key).map(|one| &one.name),
        "fields" => scenario.fields.iter().find(|one| one.id == key).map(|one| &one.name),
        "schools" => scenario.schools.iter().find(|one| one.id == key).map(|one| &one.name),
        "watched" => scenario.watched.iter().find(|one| one.id == key).map(|one| &one.name),
        _ => None,
    };
    own.or_else(|| scenario.find_campus(key).map(|one| &one.name))
        .or_else(|| scenario.find_programme(key).map(|one| &one.name))
        .or_else(|| scenario.subjects.iter().find(|one| one.id == key).map(|one| &one.name))
        .or_else(|| scenario.resources.iter().find(|one| one.id == key).map(|one| &one.name))
}
