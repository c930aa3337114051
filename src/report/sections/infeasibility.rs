//! Why there is no plan.

use crate::domain::{Language, Scenario, Text};
use crate::planning::Infeasibility;
use crate::report::document::{Cell, Column, Document, Row, Section, Table};
use crate::report::places;
use crate::words::report as words;
use crate::words::rules;

/// The report of a scenario without a plan.
pub fn document(scenario: &Scenario, found: &Infeasibility, language: Language) -> Document {
    let say = |text: Text| text.get(language).to_owned();
    let mut result = Section::new(say(words::infeasible_heading())).note(say(words::infeasible()));
    if !found.conflict.is_empty() {
        let names = found.conflict.iter().map(|rule| say(rules::rule(*rule)));
        let separator = match language {
            Language::Zh => "、",
            Language::En => ", ",
        };
        let names = names.collect::<Vec<_>>().join(separator);
        result = result.note(say(words::conflict(&names)));
    }
    if !found.complete {
        result = result.note(say(words::search_incomplete()));
    }
    Document {
        title: scenario.name.get(language).to_owned(),
        sections: vec![result.table(shortages(scenario, found, language))],
    }
}

fn shortages(scenario: &Scenario, found: &Infeasibility, language: Language) -> Table {
    let say = |text: Text| text.get(language).to_owned();
    let columns = vec![
        Column::text(say(words::rule())),
        Column::text(say(words::place())),
        Column::text(say(words::term_head())),
        Column::text(say(words::what_is_short())),
        Column::figure(say(words::short_by())),
    ];
    let rows = found.shortages.iter().map(|shortage| {
        Row::new(vec![
            Cell::Text(say(rules::rule(shortage.rule))),
            Cell::Text(places::name(scenario, language, shortage.rule, &shortage.place)),
            shortage.term.map_or(Cell::Empty, Cell::Term),
            Cell::Text(say(shortage.message.clone())),
            Cell::Figure(shortage.amount),
        ])
    });
    Table::new("shortages", say(words::shortages_title()), say(words::no_shortages()), columns)
        .grouped()
        .rows(rows)
}
