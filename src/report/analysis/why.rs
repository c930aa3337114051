//! Why a plan decides as it does.

use super::usage as used;
use super::{difference, moves, reason, short_parts, tier_decimals};
use crate::analysis::difference as changes;
use crate::analysis::difference::{Verdict, differences, verdict};
use crate::analysis::moved::moved;
use crate::analysis::usage::{Restriction, Usage, unused, usage};
use crate::analysis::why::{Answer, Binding, How, Place, binding};
use crate::domain::{Language, Scenario, Text};
use crate::plan::{Plan, TierResult};
use crate::planning::Ending;
use crate::planning::Planned;
use crate::report::document::{Cell, Column, Document, Row, Section, Table};
use crate::report::{format, places};
use crate::verify::Verification;
use crate::words::{pins, report as common, rules, usage as restrictions, why as words};

/// Rows of rules that are shown; all are in the files.
const MOST_RULES: usize = 15;

/// The plan asked about, and what is asked.
#[derive(Clone, Copy)]
pub struct Asked<'a> {
    /// Its case.
    pub scenario: &'a Scenario,
    /// The plan.
    pub plan: &'a Plan,
    /// Its verification.
    pub verification: &'a Verification,
    /// What is asked, as it was put.
    pub said: &'a str,
    /// Language.
    pub language: Language,
}

impl Asked<'_> {
    fn say(&self, text: &Text) -> String {
        text.get(self.language).to_owned()
    }
}

/// The report.
pub fn document(asked: &Asked<'_>, answers: &[Answer]) -> Document {
    let title = words::title(asked.scenario.name.get(asked.language));
    let mut sections = Vec::new();
    for (index, answer) in answers.iter().enumerate() {
        let mut own = vec![conclusion(asked, answer)];
        if let Some(other) = answer.ending.verified() {
            own.push(binding_rules(asked, answer, other));
            own.push(differing(asked, answer, other));
            own.push(moving(asked, answer, other));
        }
        if index > 0 {
            let tables = own.iter_mut().flat_map(|section| &mut section.tables);
            tables.for_each(|table| table.key = again(table.key));
        }
        sections.extend(own);
    }
    Document {
        title: asked.say(&title),
        sections: crate::report::document::numbered(sections, asked.language),
    }
}

/// The name of a table in the answer with more, where that with fewer has it
/// too: files are named after tables.
fn again(key: &'static str) -> &'static str {
    let names = [
        ("why_tiers", "why_tiers_more"),
        ("why_rules", "why_rules_more"),
        ("why_rules_all", "why_rules_all_more"),
        ("why_moves", "why_moves_more"),
    ];
    let name = names.into_iter().find(|(first, _)| *first == key);
    name.map_or(key, |(_, more)| more)
}

fn conclusion(asked: &Asked<'_>, answer: &Answer) -> Section {
    let mut section = Section::new(asked.say(&words::answer_heading()))
        .note(asked.say(&words::asked(asked.said)));
    if let Some(pin) = answer.scenario.pins.last() {
        let told = pins::pin(&answer.scenario, pin);
        let how = if answer.had {
            words::has_it(&told.zh, &told.en)
        } else {
            words::has_it_not(&told.zh, &told.en)
        };
        section = section.note(asked.say(&how));
    }
    let Some(other) = answer.ending.verified() else {
        return without(asked, answer).into_iter().fold(section, Section::note);
    };
    section.note(verdict_of(asked, &other.plan)).table(tiers(asked, &other.plan))
}

/// Why there is no plan to compare with.
fn without(asked: &Asked<'_>, answer: &Answer) -> Vec<String> {
    let told = match &answer.ending {
        Ending::Infeasible(_) => words::impossible(),
        Ending::NothingFound => words::none_in_time(),
        Ending::NotBegun => words::no_time(),
        Ending::Planned(_) | Ending::Failed(_) => words::unverified(),
    };
    let mut notes = vec![asked.say(&told)];
    match &answer.ending {
        Ending::Infeasible(why) => {
            notes.extend(reason(&answer.ending, asked.language));
            if !why.complete {
                notes.push(asked.say(&common::search_incomplete()));
            }
            notes.push(asked.say(&words::part_of_all()));
        }
        Ending::Failed(_) => notes.extend(reason(&answer.ending, asked.language)),
        Ending::Planned(_) | Ending::NothingFound | Ending::NotBegun => {}
    }
    notes
}

/// What the tiers say together: the first that differs decides, if that is
/// proven.
fn verdict_of(asked: &Asked<'_>, other: &Plan) -> String {
    let pairs = asked.plan.tiers.iter().zip(&other.tiers);
    let mut differing = pairs.filter(|(base, own)| verdict(own, base) != Verdict::Same);
    let Some((base, own)) = differing.next() else {
        return asked.say(&words::free());
    };
    let tier = short_parts(&own.parts, asked.language);
    let amount = |value: f64| format::number(value.abs(), tier_decimals(own).max(2));
    let difference = amount(own.value - base.value);
    asked.say(&match verdict(own, base) {
        Verdict::More => {
            let sure = own.bound.map_or(0.0, |bound| bound - base.value);
            words::worse(&tier, &difference, &amount(sure))
        }
        Verdict::Less => words::better(&tier, &difference),
        Verdict::Same | Verdict::Unclear => {
            let open = |tier: &TierResult| tier.bound.map(|bound| tier.value - bound);
            let gap = match (open(base), open(own)) {
                (Some(one), Some(other)) => amount(one.max(other)),
                _ => "∞".to_owned(),
            };
            words::unknown(&tier, &difference, &gap)
        }
    })
}

fn tiers(asked: &Asked<'_>, other: &Plan) -> Table {
    let columns = vec![
        Column::figure(asked.say(&words::tier_no())),
        Column::text(asked.say(&words::least())),
        Column::figure(asked.say(&words::this_plan())),
        Column::figure(asked.say(&words::its_bound())),
        Column::figure(asked.say(&words::other_plan())),
        Column::figure(asked.say(&words::its_bound())),
        Column::figure(asked.say(&words::difference())),
        Column::text(asked.say(&words::verdict())),
    ];
    let pairs = asked.plan.tiers.iter().zip(&other.tiers).zip(1_u32..);
    let rows = pairs.map(|((base, own), number)| {
        let decimals = tier_decimals(own).max(1);
        let amount = |value: f64| Cell::Amount(value, decimals);
        let bound = |tier: &TierResult| tier.bound.map_or(Cell::Empty, amount);
        let known = match verdict(own, base) {
            Verdict::Same => words::same(),
            Verdict::More => words::surely_more(),
            Verdict::Less => words::surely_less(),
            Verdict::Unclear => words::not_known(),
        };
        Row::new(vec![
            Cell::Whole(f64::from(number)),
            Cell::Text(short_parts(&own.parts, asked.language)),
            amount(base.value),
            bound(base),
            amount(own.value),
            bound(own),
            amount(own.value - base.value),
            Cell::Text(asked.say(&known)),
        ])
    });
    let title = asked.say(&words::tiers_title());
    Table::new("why_tiers", title, String::new(), columns).stub(2).rows(rows)
}

fn binding_rules(asked: &Asked<'_>, answer: &Answer, other: &Planned) -> Section {
    let before = (asked.plan, asked.verification);
    let pin = answer.scenario.pins.last();
    let pin = pin.map_or_else(Text::default, |pin| pins::pin(&answer.scenario, pin));
    let found = binding(&answer.scenario, before, (&other.plan, &other.verification), &pin);
    let mut section =
        Section::new(asked.say(&words::rules_heading())).note(asked.say(&words::rules_note()));
    if found.len() > MOST_RULES {
        let more = words::more_rules(found.len(), MOST_RULES);
        section = section.note(asked.say(&more));
    }
    section = neither(asked, answer, &other.plan).into_iter().fold(section, Section::note);
    let table = |key, most: usize| {
        let columns = vec![
            Column::text(asked.say(&words::rule())),
            Column::text(asked.say(&words::place())),
            Column::text(asked.say(&words::when())),
            Column::text(asked.say(&words::state())),
        ];
        let rows = found.iter().take(most);
        let rows = rows.map(|one| binding_row(asked, &answer.scenario, one));
        let title = asked.say(&words::rules_title());
        Table::new(key, title, asked.say(&words::no_rules()), columns).grouped().rows(rows)
    };
    section
        .table(table("why_rules", MOST_RULES))
        .table(table("why_rules_all", usize::MAX).for_files())
}

/// Restrictions that neither plan uses up; not those of what is built, of which
/// there are many.
fn neither(asked: &Asked<'_>, answer: &Answer, other: &Plan) -> Option<String> {
    let before = usage(asked.scenario, asked.plan);
    let after = usage(&answer.scenario, other);
    let before: Vec<&Usage> = unused(&before);
    let kept = unused(&after).into_iter().filter(|one| {
        let slack = before.iter().any(|other| other.restriction.is_like(&one.restriction));
        slack && !matches!(one.restriction, Restriction::Modules { .. })
    });
    let kept: Vec<&Usage> = kept.collect();
    let list = used::list(&answer.scenario, &kept, asked.language)?;
    Some(asked.say(&restrictions::neither(&list)))
}

fn binding_row(asked: &Asked<'_>, scenario: &Scenario, one: &Binding) -> Row {
    let place = match &one.place {
        Place::Named(text) => asked.say(text),
        Place::Keys(keys) => places::name(scenario, asked.language, one.rule, keys),
    };
    let terms = one.terms.iter().map(|term| format::term(*term, asked.language));
    let state = match &one.how {
        How::Tight(tight) => words::used_up(
            &tight.left.zh,
            &tight.left.en,
            &tight.right.zh,
            &tight.right.en,
            &format::plain_number(tight.amount, 2),
            &tight.unit.zh,
            &tight.unit.en,
        ),
        How::Missed(amount) => {
            let unit = common::rule_unit(one.rule);
            words::missed(&format::plain_number(*amount, 2), &unit.zh, &unit.en)
        }
    };
    Row::new(vec![
        Cell::Text(asked.say(&rules::rule(one.rule))),
        Cell::Text(place),
        Cell::Text(super::list(&terms.collect::<Vec<_>>(), asked.language)),
        Cell::Text(asked.say(&state)),
    ])
}

fn differing(asked: &Asked<'_>, answer: &Answer, other: &Planned) -> Section {
    let found = differences((asked.scenario, asked.plan), (&answer.scenario, &other.plan));
    let elsewhere = moved((asked.scenario, asked.plan), (&answer.scenario, &other.plan));
    let told = if found.is_empty() && !elsewhere.is_empty() {
        asked.say(&words::only_moves(elsewhere.len()))
    } else {
        told(asked, &answer.scenario, &found)
    };
    Section::new(asked.say(&words::changes_heading())).note(told)
}

fn told(asked: &Asked<'_>, scenario: &Scenario, found: &[changes::Difference]) -> String {
    let cases = [scenario, asked.scenario];
    difference::told(cases, found, asked.language)
        .map_or_else(|| asked.say(&words::same_plan()), |told| asked.say(&words::all(&told)))
}

fn moving(asked: &Asked<'_>, answer: &Answer, other: &Planned) -> Section {
    let found = moved((asked.scenario, asked.plan), (&answer.scenario, &other.plan));
    let table = moves::table("why_moves", asked.scenario, &found, asked.language);
    Section::new(asked.say(&words::moves_heading())).table(table)
}
