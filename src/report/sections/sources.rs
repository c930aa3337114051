//! Where the figures come from, assumptions first.

use crate::domain::{Source, SourceKind};
use crate::report::document::{Cell, Column, Row, Section, Table};
use crate::report::view::View;
use crate::words::report as words;

const KINDS: [SourceKind; 4] =
    [SourceKind::Assumption, SourceKind::Seed, SourceKind::Statistic, SourceKind::Standard];

/// The section.
pub fn section(view: &View) -> Section {
    let columns = vec![
        Column::text(view.say(&words::kind())),
        Column::text(view.say(&words::figures())),
        Column::text(view.say(&words::note())),
        Column::text(view.say(&words::date())),
    ];
    let sources = &view.scenario.sources;
    let of_kind = |kind: SourceKind| sources.iter().filter(move |source| source.kind == kind);
    let row = |source: &Source| {
        Row::new(vec![
            Cell::Text(view.say(&words::source_kind(source.kind))),
            Cell::text(&source.path),
            Cell::Text(view.say(&source.note)),
            Cell::text(&source.date),
        ])
    };
    let assumed = of_kind(SourceKind::Assumption).count();
    let mut section = Section::new(view.say(&words::sources_heading()));
    if assumed > 0 {
        section = section.note(view.say(&words::sources_note(assumed)));
    }
    section.table(
        Table::new(
            "sources",
            view.say(&words::sources_title()),
            view.say(&words::no_sources()),
            columns,
        )
        .grouped()
        .rows(KINDS.into_iter().flat_map(of_kind).map(row)),
    )
}
