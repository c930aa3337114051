//! Why there is no plan, and what it would take.

use super::{decimals, list, sentences, short};
use crate::analysis::explain::{
    Conflict, Demand, Explanation, Goal, Granted, Repair, Repairs, Why, phrase,
};
use crate::domain::{Language, Part, Scenario, Text};
use crate::plan::part_value;
use crate::report::document::{Cell, Column, Document, Row, Section, Table, numbered};
use crate::words::{common, explain as words, report, rules};

/// What is reported.
#[derive(Clone, Copy)]
pub struct Explained<'a> {
    /// The case.
    pub scenario: &'a Scenario,
    /// The target asked about.
    pub goal: Option<Goal>,
    /// The answer.
    pub explanation: &'a Explanation,
    /// How each way is planned again, as the user would type it.
    pub commands: &'a [String],
    /// Language.
    pub language: Language,
}

impl Explained<'_> {
    fn say(&self, text: &Text) -> String {
        text.get(self.language).to_owned()
    }
}

/// The report.
pub fn document(of: &Explained<'_>) -> Document {
    let mut sections = vec![answer(of)];
    if !of.explanation.possible() {
        sections.push(arithmetic(of));
        sections.push(conflict(of));
        sections.push(repairs(of));
    }
    sections.extend(again(of));
    Document {
        title: of.say(&words::title(of.scenario.name.get(of.language))),
        sections: numbered(sections, of.language),
    }
}

/// The target asked about, with its term.
fn goal(scenario: &Scenario, goal: Goal) -> Text {
    let name = &scenario.targets[goal.target].name;
    match goal.at.map(common::term) {
        Some(term) => words::target_at(&name.zh, &name.en, &term.zh, &term.en),
        None => name.clone(),
    }
}

fn answer(of: &Explained<'_>) -> Section {
    let repairs = &of.explanation.repairs;
    let goal = of.goal.map(|one| goal(of.scenario, one));
    let shown = of.explanation.conflict.is_some() || !repairs.found.is_empty();
    // A way that grants nothing is the case as it is: there may be a plan of it.
    let as_it_is = repairs.unplanned.iter().any(|one| one.granted.is_empty());
    let result = match (of.explanation.possible(), &goal) {
        (true, None) => words::possible(),
        (true, Some(goal)) => words::reachable(&goal.zh, &goal.en),
        (false, _) if !shown && (as_it_is || !repairs.exhausted) => words::undecided(),
        (false, None) => words::impossible(),
        (false, Some(goal)) => words::unreachable(&goal.zh, &goal.en),
    };
    let mut section = Section::new(of.say(&words::answer_heading())).note(of.say(&result));
    if of.explanation.possible() {
        return section;
    }
    section = section.note(of.say(&match (repairs.found.len(), repairs.exhausted) {
        (0, true) if repairs.unplanned.is_empty() => words::no_way(),
        (0, _) => words::no_way_found(),
        (count, _) => words::ways(count),
    }));
    if repairs.exhausted && !repairs.found.is_empty() {
        section = section.note(of.say(&words::exhausted()));
    }
    if !repairs.complete {
        section = section.note(of.say(&words::incomplete()));
    }
    section
}

fn arithmetic(of: &Explained<'_>) -> Section {
    let section = Section::new(of.say(&words::arithmetic_heading()));
    let findings = &of.explanation.findings;
    if findings.is_empty() {
        return section.note(of.say(&words::no_arithmetic()));
    }
    let notes = findings.iter().map(|finding| of.say(&finding.message));
    notes.fold(section, Section::note)
}

fn conflict(of: &Explained<'_>) -> Section {
    let section = Section::new(of.say(&words::conflict_heading()));
    match &of.explanation.conflict {
        None => section.note(of.say(&words::no_conflict())),
        Some(found) => {
            let proven = if found.irreducible { words::irreducible() } else { words::reducible() };
            section.note(of.say(&proven)).table(demands(of, found))
        }
    }
}

fn demands(of: &Explained<'_>, found: &Conflict) -> Table {
    let columns = vec![
        Column::text(of.say(&report::rule())),
        Column::text(of.say(&report::place())),
        Column::text(of.say(&report::term_head())),
        Column::text(of.say(&words::demand())),
    ];
    let rows = alike(found).into_iter().map(|group| {
        let first = group[0];
        let places: Vec<String> = group.iter().map(|one| of.say(&one.name)).collect();
        Row::new(vec![
            Cell::Text(of.say(&rules::rule(first.label.rule))),
            Cell::Text(list(&places, of.language)),
            first.term.map_or(Cell::Empty, Cell::Term),
            Cell::Text(of.say(&first.asks)),
        ])
    });
    let title = of.say(&words::conflict_title());
    Table::new("conflict", title, String::new(), columns).grouped().rows(rows)
}

/// Demands of one rule that ask for the same in the same term stand together.
fn alike(found: &Conflict) -> Vec<Vec<&Demand>> {
    let mut groups: Vec<Vec<&Demand>> = Vec::new();
    for demand in &found.demands {
        let same = |one: &Demand| {
            one.label.rule == demand.label.rule
                && one.term == demand.term
                && one.asks == demand.asks
        };
        match groups.iter_mut().find(|group| same(group[0])) {
            Some(group) => group.push(demand),
            None => groups.push(vec![demand]),
        }
    }
    groups
}

fn repairs(of: &Explained<'_>) -> Section {
    let repairs = &of.explanation.repairs;
    let mut section =
        Section::new(of.say(&words::repairs_heading())).note(of.say(&words::price_note()));
    if of.scenario.negotiable.is_none() {
        section = section.note(of.say(&words::defaults_note()));
    }
    section.notes.extend(unplanned(of, repairs));
    if repairs.found.is_empty() {
        let none = if repairs.exhausted && repairs.unplanned.is_empty() {
            words::no_way()
        } else {
            words::no_way_found()
        };
        return section.note(of.say(&none));
    }
    section.table(ways(of, repairs)).table(plans(of, repairs))
}

fn unplanned(of: &Explained<'_>, repairs: &Repairs) -> Vec<String> {
    let line = |what: &[Granted], price: f64, why: &Why| {
        let why = of.say(&match why {
            Why::NothingFound => words::none_in_time(),
            Why::Impossible => words::not_whole(),
            Why::Unverified => words::not_verified(),
            Why::Refused(_) => words::refused(),
        });
        let what = granted(of, what);
        of.say(&words::unplanned(&what, &common::number(price), &why))
    };
    let all = repairs.unplanned.iter();
    all.filter(|one| !one.granted.is_empty())
        .map(|one| line(&one.granted, one.price, &one.why))
        .collect()
}

/// What is granted, in one sentence.
fn granted(of: &Explained<'_>, granted: &[Granted]) -> String {
    let all: Vec<String> = granted.iter().map(|one| of.say(&phrase(of.scenario, one))).collect();
    sentences(&all, of.language)
}

/// A line for each concession of each way.
fn ways(of: &Explained<'_>, repairs: &Repairs) -> Table {
    let columns = vec![
        Column::text(of.say(&words::number())),
        Column::text(of.say(&words::granted())),
        Column::figure(of.say(&words::price())),
        Column::text(of.say(&words::cheapest())),
    ];
    let rows = repairs.found.iter().zip(1..).flat_map(|(repair, number)| {
        let several = repair.granted.len() > 1;
        let proven = if repair.proven { words::proven() } else { words::unproven() };
        let single = repair.granted.iter().map(move |one| (number, one));
        let mut rows: Vec<Row> = single
            .map(|(number, one)| {
                Row::new(vec![
                    Cell::Text(number_of(number)),
                    Cell::Text(of.say(&phrase(of.scenario, one))),
                    Cell::Money(one.price),
                    if several { Cell::Empty } else { Cell::Text(of.say(&proven)) },
                ])
            })
            .collect();
        if several {
            rows.push(Row::new(vec![
                Cell::Text(number_of(number)),
                Cell::Text(of.say(&report::total())),
                Cell::Amount(repair.price, 1),
                Cell::Text(of.say(&proven)),
            ]));
        }
        rows
    });
    let title = of.say(&words::repairs_title());
    Table::new("repairs", title, String::new(), columns).grouped().rows(rows)
}

fn number_of(number: u32) -> String {
    number.to_string()
}

fn plans(of: &Explained<'_>, repairs: &Repairs) -> Table {
    let mut columns = vec![Column::text(of.say(&words::number()))];
    columns.extend(Part::ALL.map(|part| Column::figure(of.say(&short(part)))));
    columns.push(Column::figure(of.say(&words::with_price())));
    let row = |(repair, number): (&Repair, u32)| {
        let accounts = &repair.planned.plan.accounts;
        let mut cells = vec![Cell::Text(number_of(number))];
        cells.extend(Part::ALL.map(|part| {
            let value = part_value(accounts, part);
            Cell::Amount(value, decimals(part))
        }));
        let both = part_value(accounts, Part::Cost) + repair.price;
        cells.push(Cell::Amount(both, decimals(Part::Cost)));
        Row::new(cells)
    };
    let title = of.say(&words::plans_title());
    Table::new("repair_plans", title, String::new(), columns)
        .stub(1)
        .rows(repairs.found.iter().zip(1..).map(row))
}

/// How the ways are planned again.
fn again(of: &Explained<'_>) -> Option<Section> {
    if of.commands.is_empty() {
        return None;
    }
    let section = Section::new(of.say(&words::rerun_heading()));
    let commands = of.commands.iter().zip(1..);
    let notes = commands.map(|(command, number)| of.say(&words::rerun(number, command)));
    Some(notes.fold(section, Section::note))
}

#[cfg(test)]
mod tests {
    use super::{Explained, document};
    use crate::analysis::explain::{Explanation, Repairs, Unplanned, Why};
    use crate::domain::Language;

    #[test]
    fn a_case_that_was_not_planned_in_time_is_not_called_impossible() {
        let text = include_str!("../../../scenarios/minimal.ron");
        let scenario = crate::scenario::read(text).expect("a scenario").scenario;
        let told = |unplanned: Vec<Unplanned>| {
            let explanation = Explanation {
                findings: Vec::new(),
                conflict: None,
                repairs: Repairs {
                    negotiable: Vec::new(),
                    found: Vec::new(),
                    unplanned,
                    complete: true,
                    exhausted: true,
                },
            };
            let document = document(&Explained {
                scenario: &scenario,
                goal: None,
                explanation: &explanation,
                commands: &[],
                language: Language::En,
            });
            document.sections[0].notes[0].clone()
        };
        let as_it_is = Unplanned { granted: Vec::new(), price: 0.0, why: Why::NothingFound };
        assert!(told(vec![as_it_is]).starts_with("Undecided"));
        assert!(told(Vec::new()).starts_with("There is no plan"));
    }
}
