//! Every pattern of campuses in use.

use super::{decimals, list, outcome, short};
use crate::analysis::atlas::{Atlas, Entry, Known, MOST_PATTERNS, Pattern};
use crate::domain::{Language, Part, Scenario, Term, Text};
use crate::plan::part_value;
use crate::report::document::{Cell, Column, Document, Row, Section, Table};
use crate::report::format;
use crate::words::analysis as words;
use std::collections::BTreeMap;

/// The report.
pub fn document(scenario: &Scenario, atlas: &Atlas, language: Language) -> Document {
    let say = |text: Text| text.get(language).to_owned();
    let mut section = Section::new(say(words::atlas_heading()));
    if atlas.best.verified().is_none() {
        section = section.note(say(words::no_best()));
    } else if atlas.entries.is_empty() {
        section = section.note(say(words::too_many(atlas.admissible, MOST_PATTERNS)));
    } else {
        section = section.note(say(counts(atlas))).note(say(words::atlas_note()));
    }
    Document {
        title: say(words::atlas_title()),
        sections: vec![
            section.table(possible(scenario, atlas, language)),
            Section::new(say(words::impossible_heading()))
                .note(say(words::impossible_note()))
                .table(impossible(scenario, atlas, language)),
        ],
    }
}

fn counts(atlas: &Atlas) -> Text {
    let count = |wanted: &dyn Fn(&Known) -> bool| {
        let entries = atlas.entries.iter();
        entries.filter(|entry| wanted(&entry.known)).count()
    };
    words::atlas_counts(
        &format::number(atlas.on_paper, 0),
        atlas.admissible,
        count(&|known| matches!(known, Known::Impossible(_))),
        count(&|known| matches!(known, Known::Dominated)),
        count(&|known| matches!(known, Known::Planned(_))),
        count(&|known| matches!(known, Known::Open)),
    )
}

/// The patterns that no rule forbids, with what is known of their plans.
fn possible(scenario: &Scenario, atlas: &Atlas, language: Language) -> Table {
    let say = |text: Text| text.get(language).to_owned();
    let tiers = scenario.tiers.iter().take(2);
    let leading: Vec<Part> =
        tiers.filter_map(|tier| tier.parts.first().map(|(part, _)| *part)).collect();
    let mut columns = vec![Column::text(say(words::pattern()))];
    for part in &leading {
        columns.push(Column::figure(say(words::bound_on(&say(short(*part))))));
    }
    columns.extend(Part::ALL.map(|part| Column::figure(say(short(part)))));
    columns.push(Column::text(say(words::standing())));
    let entries = atlas.entries.iter();
    let entries = entries.filter(|entry| !matches!(entry.known, Known::Impossible(_)));
    let rows = entries.map(|entry| {
        let mut cells = vec![Cell::Text(pattern(scenario, &entry.pattern, language))];
        let bounds = [entry.first_bound, entry.second_bound];
        for (part, bound) in leading.iter().zip(bounds) {
            let bound = bound.filter(|bound| bound.is_finite());
            cells.push(bound.map_or(Cell::Empty, |bound| Cell::Amount(bound, decimals(*part))));
        }
        let planned = match &entry.known {
            Known::Planned(ending) => ending.verified(),
            _ => None,
        };
        for part in Part::ALL {
            cells.push(planned.map_or(Cell::Empty, |planned| {
                let value = part_value(&planned.plan.accounts, part);
                Cell::Amount(value, decimals(part))
            }));
        }
        cells.push(Cell::Text(say(standing(entry))));
        Row::new(cells)
    });
    Table::new("atlas", say(words::atlas_heading()), String::new(), columns).stub(1).rows(rows)
}

/// The patterns that no plan can have, by what they come up short of.
fn impossible(scenario: &Scenario, atlas: &Atlas, language: Language) -> Table {
    let say = |text: Text| text.get(language).to_owned();
    let mut by_reason: BTreeMap<String, Vec<&Pattern>> = BTreeMap::new();
    for entry in &atlas.entries {
        if let Known::Impossible(short) = &entry.known {
            let reason = short.first().map_or_else(
                || say(words::impossible_plain()),
                |first| first.message.get(language).to_owned(),
            );
            by_reason.entry(reason).or_default().push(&entry.pattern);
        }
    }
    let rows = by_reason.iter().flat_map(|(reason, patterns)| {
        patterns.iter().map(move |one| {
            let own = pattern(scenario, one, language);
            Row::new(vec![Cell::text(reason), Cell::text(own)])
        })
    });
    let columns = vec![Column::text(say(words::why())), Column::text(say(words::pattern()))];
    let title = say(words::impossible_heading());
    Table::new("atlas_impossible", title, say(words::none()), columns).grouped().rows(rows)
}

fn standing(entry: &Entry) -> Text {
    match &entry.known {
        Known::Impossible(_) => words::impossible_plain(),
        Known::Dominated if entry.second_bound.is_none() => words::dominated_targets(),
        Known::Dominated => words::dominated_cost(),
        Known::Planned(ending) => outcome(ending, false),
        Known::Open => words::bounds_only(),
    }
}

/// A pattern in words: each campus with a choice and when it is in use.
fn pattern(scenario: &Scenario, pattern: &Pattern, language: Language) -> String {
    let say = |text: Text| text.get(language).to_owned();
    let mut parts = Vec::new();
    for (campus, open) in pattern {
        let mut runs: Vec<(Term, Term)> = Vec::new();
        for (stage, _) in (scenario.calendar.stage_ids().zip(open)).filter(|(_, open)| **open) {
            let start = scenario.calendar.start(stage);
            let last = scenario.calendar.terms_of(stage).last();
            let last = last.map_or(start, |last| scenario.calendar.term(last));
            match runs.last_mut() {
                Some((_, end)) if end.plus(1) == start => *end = last,
                _ => runs.push((start, last)),
            }
        }
        if runs.is_empty() {
            continue;
        }
        let term = |term: Term| format::term(term, language);
        let runs = runs.iter().map(|(from, to)| {
            if from == to {
                return term(*from);
            }
            say(words::used(&term(*from), &term(*to)))
        });
        let runs = list(&runs.collect::<Vec<_>>(), language);
        let name = scenario.campuses[*campus].name.get(language);
        parts.push(format!("{name} {runs}"));
    }
    if parts.is_empty() { say(words::nothing_used()) } else { super::sentences(&parts, language) }
}
