//! Options side by side.

mod input;
mod limits;

pub use input::Comparison;

use super::{difference, gap_cell, reason, short_parts, tier_decimals};
use crate::analysis::compare::Case;
use crate::analysis::difference::{self as changes, Verdict, verdict};
use crate::domain::{Part, Term, Text};
use crate::plan::{Plan, TierResult};
use crate::report::document::{Cell, Column, Document, Row, Section, Table, numbered};
use crate::report::{format, sections};
use crate::scenario::{Difference, differences};
use crate::units::whole_up;
use crate::words::{analysis as words, standards};

/// The report.
pub fn document(all: &Comparison<'_>) -> Document {
    Document {
        title: all.say(&words::comparison_title(&all.name(all.base))),
        sections: numbered(
            vec![results(all), inputs(all), limits::section(all), plans(all)],
            all.language,
        ),
    }
}

fn results(all: &Comparison<'_>) -> Section {
    let mut section = Section::new(all.say(&words::options_heading()));
    for (index, result) in all.results.iter().enumerate() {
        if let Some(why) = reason(&result.ending, all.language) {
            section = section.note(all.say(&words::reason(&all.name(index), &why)));
        }
    }
    section = section.note(all.say(&words::marks_note())).table(options(all));
    if !all.cases[all.base].scenario().targets.is_empty() {
        section = section.table(targets(all));
    }
    section.table(figures(all))
}

/// Tiers by which the options are compared: those of the base, or of the first
/// option with a plan.
fn tiers<'a>(all: &Comparison<'a>) -> &'a [TierResult] {
    let plan = all.base_plan();
    let plan = plan.or_else(|| all.with_plans().next().map(|(_, one)| &one.plan));
    plan.map_or(&[], |plan| plan.tiers.as_slice())
}

fn options(all: &Comparison<'_>) -> Table {
    let tiers = tiers(all);
    let mut columns =
        vec![Column::text(all.say(&words::option())), Column::text(all.say(&words::outcome()))];
    for tier in tiers {
        columns.push(Column::figure(short_parts(&tier.parts, all.language)));
        columns.push(Column::figure(all.say(&words::against_base())));
    }
    columns.push(Column::figure(all.say(&words::cost_gap())));
    let rows = all.results.iter().enumerate().map(|(index, result)| {
        let mut cells = vec![Cell::Text(all.name(index)), Cell::Text(all.outcome(result))];
        let plan = all.planned(index).map(|planned| &planned.plan);
        for (tier, _) in tiers.iter().enumerate() {
            let own = plan.and_then(|plan| plan.tiers.get(tier));
            cells.push(own.map_or(Cell::Empty, |own| Cell::Amount(own.value, tier_decimals(own))));
            cells.push(against(all, index, tier).unwrap_or(Cell::Empty));
        }
        cells.push(plan.map_or(Cell::Empty, |plan| gap_cell(plan, Part::Cost)));
        Row::new(cells)
    });
    Table::new("options", all.say(&words::options_title()), String::new(), columns)
        .stub(1)
        .rows(rows)
}

/// A tier's difference from the base, with a mark where it decides nothing.
fn against(all: &Comparison<'_>, index: usize, tier: usize) -> Option<Cell> {
    if index == all.base {
        return None;
    }
    let base = all.base_plan()?.tiers.get(tier)?;
    let own = all.planned(index)?.plan.tiers.get(tier)?;
    let difference = format::number(own.value - base.value, tier_decimals(own));
    let sign = if own.value > base.value { "+" } else { "" };
    Some(Cell::Text(match verdict(own, base) {
        Verdict::Same => "=".to_owned(),
        Verdict::Less | Verdict::More => format!("{sign}{difference}"),
        Verdict::Unclear => format!("{sign}{difference}≈"),
    }))
}

fn targets(all: &Comparison<'_>) -> Table {
    let targets = &all.cases[all.base].scenario().targets;
    let mut columns = vec![Column::text(all.say(&words::option()))];
    columns.extend(targets.iter().map(|one| Column::text(all.say(&one.name))));
    let rows = all.with_plans().map(|(index, planned)| {
        let mut cells = vec![Cell::Text(all.name(index))];
        for target in targets {
            let own = planned.plan.targets.iter();
            let own: Vec<_> = own.filter(|one| one.target == target.id).collect();
            let missed = |one: &&&crate::plan::TargetResult| one.is_missed();
            let after = own.iter().rposition(|one| missed(&one));
            let kept = after.map_or(own.first(), |last| own.get(last + 1));
            let worst = own.iter().map(|one| one.missed).fold(0.0, f64::max);
            cells.push(Cell::Text(all.say(&match kept {
                Some(kept) => words::reached_from(&format::term(kept.term.0, all.language)),
                None => words::never_reached(&format::number(whole_up(worst), 0)),
            })));
        }
        Row::new(cells)
    });
    Table::new("option_targets", all.say(&words::targets_title()), String::new(), columns)
        .stub(1)
        .rows(rows)
}

fn figures(all: &Comparison<'_>) -> Table {
    let calendar = &all.cases[all.base].scenario().calendar;
    let then = calendar.term(calendar.target);
    let term = format::term(then, all.language);
    let years = score_years(all);
    let mut columns = vec![
        Column::text(all.say(&words::option())),
        Column::figure(all.say(&words::classes_then(&term))),
        Column::figure(all.say(&words::students_then(&term))),
        Column::figure(all.say(&words::registered_then(&term))),
        Column::figure(all.say(&words::class_moves())),
        Column::figure(all.say(&words::students_moved())),
        Column::figure(all.say(&words::staff_rebased())),
        Column::figure(all.say(&words::hired())),
        Column::figure(all.say(&words::capital())),
        Column::figure(all.say(&words::tightest())),
    ];
    let scored = years.iter();
    columns.extend(scored.map(|year| Column::figure(all.say(&standards::score_head(*year)))));
    let rows = all.with_plans().map(|(index, planned)| {
        let mut row = figures_of(all.name(index), &planned.plan, then);
        let scored = years.iter();
        row.cells.extend(scored.map(|year| score(all, index, *year)));
        row
    });
    Table::new("option_figures", all.say(&words::figures_title()), String::new(), columns)
        .stub(1)
        .rows(rows)
}

/// The school years in which the options' scores against standards are told;
/// none where no option has standards.
fn score_years(all: &Comparison<'_>) -> Vec<i32> {
    let held = |case: &Case| case.scenario().standards.is_some();
    if all.cases.iter().any(held) {
        sections::standards::score_years(all.cases[all.base].scenario())
    } else {
        Vec::new()
    }
}

/// How many indicators of its standards an option meets in a school year.
fn score(all: &Comparison<'_>, index: usize, year: i32) -> Cell {
    let held = all.cases[index].scenario().standards.as_ref();
    let score = held.zip(all.planned(index)).and_then(|(held, planned)| {
        sections::standards::score(&planned.plan, held.sets.iter(), year)
    });
    score.map_or(Cell::Empty, |score| {
        let sections::standards::Score { met, of, unknown } = score;
        Cell::Text(all.say(&match unknown {
            0 => standards::score_cell(met, of),
            _ => standards::score_cell_unknown(met, of, unknown),
        }))
    })
}

fn figures_of(name: String, plan: &Plan, then: Term) -> Row {
    let mut indicators = plan.indicators.iter();
    let then = indicators.find(|one| one.term.0 == then);
    let of = |figure: &dyn Fn(&crate::plan::TermIndicators) -> f64| {
        then.map_or(Cell::Empty, |then| Cell::Whole(figure(then)))
    };
    let accounts = &plan.accounts;
    let capital: f64 = (crate::report::sections::money::printed(plan).iter())
        .filter(|line| line.item.is_capital())
        .map(|line| line.amount_wan_yuan.0)
        .sum();
    let uses = plan.indicators.iter().flat_map(|one| &one.capacity);
    let tightest = uses.filter_map(crate::report::sections::capacity::share).fold(0.0, f64::max);
    let hired: u32 = plan.hires.iter().map(|one| one.people).sum();
    Row::new(vec![
        Cell::Text(name),
        of(&|one| f64::from(one.classes_in_school)),
        of(&|one| one.students_in_school.0),
        of(&|one| one.registered.0),
        Cell::Whole(accounts.classes_moved.into()),
        Cell::Whole(accounts.students_moved.0),
        Cell::Whole(accounts.staff_rebased.into()),
        Cell::Whole(hired.into()),
        Cell::Amount(capital, 1),
        Cell::Share(tightest),
    ])
}

/// Differences in the inputs shown for each option; the rest is in the files.
const MOST_INPUTS: usize = 12;

/// Characters of a value that are shown; all of it is in the files.
const LONGEST_INPUT: usize = 24;

fn inputs(all: &Comparison<'_>) -> Section {
    let base = &all.cases[all.base].loaded;
    let others = (0..all.cases.len()).filter(|index| *index != all.base);
    let differing: Vec<(usize, Vec<Difference>)> =
        others.map(|index| (index, differences(base, &all.cases[index].loaded))).collect();
    let mut section = Section::new(all.say(&words::inputs_heading()));
    for (index, found) in &differing {
        let name = all.name(*index);
        if found.is_empty() {
            section = section.note(all.say(&words::same_inputs(&name)));
        } else if found.len() > MOST_INPUTS {
            let more = words::more_inputs(&name, found.len(), MOST_INPUTS);
            section = section.note(all.say(&more));
        }
    }
    let table = |key, most: usize, longest: usize| {
        let rows = differing.iter().flat_map(|(index, found)| {
            let rows = found.iter().take(most);
            rows.map(|one| input_row(all, *index, one, longest))
        });
        let columns = vec![
            Column::text(all.say(&words::option())),
            Column::text(all.say(&words::about())),
            Column::text(all.say(&words::field())),
            Column::text(all.say(&words::before())),
            Column::text(all.say(&words::after())),
        ];
        let title = all.say(&words::inputs_title());
        Table::new(key, title, all.say(&words::no_inputs()), columns).grouped().rows(rows)
    };
    section
        .table(table("option_inputs", MOST_INPUTS, LONGEST_INPUT))
        .table(table("option_inputs_all", usize::MAX, usize::MAX).for_files())
}

fn input_row(all: &Comparison<'_>, index: usize, one: &Difference, longest: usize) -> Row {
    let value = |value: &Option<Text>| {
        let value = value.as_ref();
        value.map_or(Cell::Empty, |value| {
            let text = all.say(value);
            Cell::Text(if text.chars().count() > longest {
                let begin: String = text.chars().take(longest).collect();
                begin + "……"
            } else {
                text
            })
        })
    };
    Row::new(vec![
        Cell::Text(all.name(index)),
        Cell::Text(all.say(&one.subject)),
        Cell::text(&one.path),
        value(&one.before),
        value(&one.after),
    ])
}

fn plans(all: &Comparison<'_>) -> Section {
    let mut section = Section::new(all.say(&words::plans_heading()));
    let Some(base) = all.base_plan() else {
        return section;
    };
    let base_case = all.cases[all.base].scenario();
    for (index, planned) in all.with_plans() {
        if index == all.base {
            continue;
        }
        let case = all.cases[index].scenario();
        let found = changes::differences((base_case, base), (case, &planned.plan));
        let name = all.name(index);
        let told = difference::told([case, base_case], &found, all.language);
        section = section.note(all.say(&match told {
            Some(told) => words::differs(&name, &told),
            None => words::same_plan(&name),
        }));
    }
    section
}
