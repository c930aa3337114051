//! Where a rule with a price is missed, and at what price.

use crate::domain::{Enforcement, Rule, Scenario};
use crate::plan::MissedRule;
use crate::report::document::{Cell, Column, Row, Section, Table};
use crate::report::places;
use crate::report::view::View;
use crate::units::Money;
use crate::words::report as words;
use crate::words::rules;
use crate::words::standards as standard_words;

/// The section.
pub fn section(view: &View) -> Section {
    let columns = vec![
        Column::text(view.say(&words::rule())),
        Column::text(view.say(&words::place())),
        Column::text(view.say(&words::term_head())),
        Column::figure(view.say(&words::short_by())),
        Column::text(view.say(&words::measure())),
        Column::figure(view.say(&words::price())).unit(view.say(&words::wan_yuan())),
    ];
    let rows = view.plan.missed_rules.iter().map(|missed| {
        Row::new(vec![
            Cell::Text(view.say(&rules::rule(missed.rule))),
            Cell::Text(places::name(view.scenario, view.language, missed.rule, &missed.place)),
            missed.term.map_or(Cell::Empty, |term| Cell::Term(term.0)),
            Cell::Amount(missed.amount, decimals(missed.amount)),
            Cell::Text(unit(view, missed)),
            price(view.scenario, missed)
                .map_or(Cell::Empty, |price| Cell::Money(price * missed.amount)),
        ])
    });
    Section::new(view.say(&words::missed_heading())).table(
        Table::new(
            "missed_rules",
            view.say(&words::missed_title()),
            view.say(&words::none_missed()),
            columns,
        )
        .grouped()
        .rows(rows),
    )
}

/// Decimals with which an amount does not print as nothing.
fn decimals(amount: f64) -> usize {
    let shows = |decimals: &usize| {
        format!("{amount:.decimals$}").contains(|digit| ('1'..='9').contains(&digit))
    };
    (1..=6).find(shows).unwrap_or(1)
}

fn unit(view: &View, missed: &MissedRule) -> String {
    if missed.rule == Rule::Capacity {
        let mut resources = view.scenario.resources.iter();
        let resource = resources.find(|resource| missed.place.contains(&resource.id));
        return resource.map_or_else(String::new, |resource| view.say(&resource.unit));
    }
    if missed.rule == Rule::Standards {
        let standards = view.scenario.standards.iter();
        let sets = standards.flat_map(|standards| standards.sets.iter());
        let mut indicators = sets
            .filter(|set| missed.place.first() == Some(&set.id))
            .flat_map(|set| set.indicators.iter());
        let one = indicators.find(|one| missed.place.get(1) == Some(&one.id));
        return one
            .map_or_else(String::new, |one| view.say(&standard_words::short_unit(one.metric)));
    }
    view.say(&words::rule_unit(missed.rule))
}

fn price(scenario: &Scenario, missed: &MissedRule) -> Option<Money> {
    match scenario.enforcement(missed.rule, &missed.place) {
        Enforcement::Hard => None,
        Enforcement::Priced(price) => Some(price),
    }
}
