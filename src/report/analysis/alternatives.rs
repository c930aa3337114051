//! Plans nearly as good as the best, and different.

use super::{decimals, difference, percent, reason, short};
use crate::analysis::alternatives::{Alternative, Alternatives, Others};
use crate::analysis::difference::differences;
use crate::domain::{Language, Part, Text};
use crate::plan::part_value;
use crate::planning::Ending;
use crate::report::document::{Cell, Column, Document, Row, Section, Table};
use crate::words::analysis as words;

/// The report.
pub fn document(
    asked: &Alternatives<'_>,
    best: &Ending,
    others: &Others,
    language: Language,
) -> Document {
    let found = &others.found;
    let say = |text: Text| text.get(language).to_owned();
    let mut section =
        Section::new(say(words::alternatives_heading())).note(say(words::alternatives_note()));
    if let Some(why) = reason(best, language) {
        section = section.note(say(words::reason(&say(words::best()), &why)));
    }
    if others.out_of_time {
        section = section.note(say(words::fewer_alternatives(found.len())));
    } else if found.is_empty() {
        section = section.note(say(words::no_alternative()));
    }
    for (index, one) in found.iter().enumerate() {
        let (Some(plan), Some(best)) = (one.ending.verified(), best.verified()) else {
            continue;
        };
        let scenario = asked.scenario;
        let differences = differences((scenario, &best.plan), (scenario, &plan.plan));
        let name = say(words::alternative(index + 1));
        let told = difference::told([scenario, scenario], &differences, language);
        section = section.note(say(match told {
            Some(told) => words::differs(&name, &told),
            None => words::same_plan(&name),
        }));
    }
    Document {
        title: say(words::alternatives_title(&percent(asked.within))),
        sections: vec![section.table(table(best, found, language))],
    }
}

fn table(best: &Ending, found: &[Alternative], language: Language) -> Table {
    let say = |text: Text| text.get(language).to_owned();
    let mut columns = vec![Column::text(say(words::option()))];
    columns.extend(Part::ALL.map(|part| Column::figure(say(short(part)))));
    columns.push(Column::figure(say(words::class_moves())));
    columns.push(Column::figure(say(words::new_share())));
    let first = [(say(words::best()), best, None)].into_iter();
    let others = found.iter().enumerate().map(|(index, one)| {
        let name = say(words::alternative(index + 1));
        (name, &one.ending, Some(one.new))
    });
    let rows = first.chain(others).filter_map(|(name, ending, new)| {
        let plan = &ending.verified()?.plan;
        let mut cells = vec![Cell::Text(name)];
        for part in Part::ALL {
            let value = part_value(&plan.accounts, part);
            cells.push(Cell::Amount(value, decimals(part)));
        }
        cells.push(Cell::Whole(plan.accounts.classes_moved.into()));
        cells.push(new.map_or(Cell::Empty, Cell::Share));
        Some(Row::new(cells))
    });
    Table::new("alternatives", say(words::options_title()), String::new(), columns)
        .stub(1)
        .rows(rows)
}
