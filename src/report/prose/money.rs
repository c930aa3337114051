//! What is built, what it costs, and what comes in.

use super::{Chapter, Point, gather, in_words, point};
use crate::domain::Text;
use crate::plan::MoneyItem;
use crate::report::format;
use crate::report::sections::building::{Work, works};
use crate::report::sections::money::wages_note;
use crate::report::sections::money::{printed, sum, years};
use crate::report::sections::summary;
use crate::report::view::View;
use crate::units::Money;
use crate::words::report as common;
use crate::words::report::prose as words;

pub(super) fn chapter(view: &View) -> Chapter {
    let points = [built(view), capital(view), running(view), funding(view)];
    gather(view, &words::money(), points.map(Some))
}

fn amount(value: Money) -> String {
    format::number(value.0, 1)
}

fn built(view: &View) -> Point {
    let works = works(view);
    let cost = works.iter().map(cost_of).sum();
    let sentence = match works.len() {
        0 => words::no_projects(),
        count => words::project_sum(count, &amount(cost)),
    };
    let items = works.iter().map(|work| project(view, work));
    point(view, &words::projects(), [Some(sentence)]).items(items)
}

fn cost_of(work: &Work) -> Money {
    work.option.cost * work.modules
}

/// What is built, and where unless its name says that already.
pub(in crate::report) fn project_name(view: &View, work: &Work) -> String {
    let name = view.say(&work.option.name);
    let campus = view.say(&view.scenario.campuses[work.option.campus].name);
    let says = name.to_lowercase().contains(&campus.to_lowercase());
    if says { name } else { view.say(&common::name_at(&name, &campus)) }
}

fn project(view: &View, work: &Work) -> String {
    let option = work.option;
    let resource = &view.scenario.resources[option.resource];
    let unit = common::of(&view.say(&resource.unit), &view.say(&resource.name));
    let name = project_name(view, work);
    view.say(&words::project(
        &name,
        &in_words(view, option.begun(work.service)),
        &in_words(view, work.service),
        &format::number(work.modules * option.units, 0),
        &view.say(&unit),
        &amount(cost_of(work)),
    ))
}

/// Where the money comes from, and what is left of it.
fn funding(view: &View) -> Point {
    let spent = sum(view, MoneyItem::is_capital);
    let running = sum(view, MoneyItem::is_running);
    let income = by_item(view, MoneyItem::is_income);
    let mut sentences = grants(view, spent);
    let stated = !income.is_empty() && !running.is_zero();
    sentences.push(stated.then(|| words::funded(&amount(running), &income)));
    point(view, &words::funding(), sentences)
}

/// The grants of capital against what is spent, year by year.
pub(in crate::report) fn grants(view: &View, spent: Money) -> Vec<Option<Text>> {
    let Some(grants) = &view.scenario.rules.budget.capital else {
        return vec![(!spent.is_zero()).then(words::no_grant)];
    };
    let granted = grants.values().copied().sum::<Money>();
    let by_year = years(view).into_iter().filter_map(|year| {
        let grant = grants.get(&year).copied().unwrap_or_default();
        let here = capital_of(view, year);
        let name = view.say(&common::fiscal_year(year));
        let told = words::grant_year(&name, &amount(grant), &amount(here));
        (!grant.is_zero() || !here.is_zero()).then(|| view.say(&told))
    });
    let by_year: Vec<String> = by_year.collect();
    let rest = Money(granted.0 - spent.0);
    vec![
        (!spent.is_zero()).then(|| {
            words::grant(
                &amount(granted),
                &amount(spent),
                &by_year.join(view.language_mark("；", "; ")),
            )
        }),
        Some(if rest.0 >= 0.05 { words::reserve(&amount(rest)) } else { words::no_reserve() }),
    ]
}

/// The capital spent in a fiscal year.
pub(in crate::report) fn capital_of(view: &View, year: i32) -> Money {
    let lines = printed(view.plan).into_iter();
    let here = lines.filter(|line| line.fiscal_year == year && line.item.is_capital());
    here.map(|line| line.amount_wan_yuan).sum()
}

/// The sums of the items of a kind, in the order of the tables.
pub(in crate::report) fn by_item(view: &View, of: fn(MoneyItem) -> bool) -> String {
    let mut items: Vec<MoneyItem> = Vec::new();
    for line in &printed(view.plan) {
        if of(line.item) && !items.contains(&line.item) {
            items.push(line.item);
        }
    }
    items.sort_unstable();
    let told = items.into_iter().filter_map(|item| {
        let all = sum(view, |one| one == item);
        let name = view.say(&common::money_item(item));
        (!all.is_zero()).then(|| view.say(&words::sum_of(&name, &amount(all))))
    });
    view.list(&told.collect::<Vec<_>>())
}

fn capital(view: &View) -> Point {
    let all = sum(view, MoneyItem::is_capital);
    if all.is_zero() {
        return point(view, &words::capital(), [Some(words::no_capital())]);
    }
    let by_year = years(view).into_iter().filter_map(|year| {
        let spent = capital_of(view, year);
        let name = view.say(&common::fiscal_year(year));
        (!spent.is_zero()).then(|| view.say(&words::sum_of(&name, &amount(spent))))
    });
    let by_year: Vec<String> = by_year.collect();
    let granted = view.scenario.rules.budget.capital.as_ref();
    let granted = granted.map(|granted| granted.values().copied().sum::<Money>());
    let sentences = [
        Some(words::capital_sum(&amount(all), &by_item(view, MoneyItem::is_capital))),
        Some(words::by_year(&view.list(&by_year))),
        granted.map(|granted| words::granted(&amount(granted), &amount(all))),
    ];
    point(view, &words::capital(), sentences)
}

fn running(view: &View) -> Point {
    let all = sum(view, MoneyItem::is_running);
    let income = summary::income(view);
    let penalty = sum(view, |item| item == MoneyItem::Penalty);
    let sentences = [
        Some(words::running_sum(&amount(all), &by_item(view, MoneyItem::is_running))),
        Some(words::income(&income.zh, &income.en)),
        Some(cost(view)),
        (!penalty.is_zero()).then(|| words::with_penalty(&amount(penalty))),
        Some(wages_note(view.scenario)),
    ];
    point(view, &words::running(), sentences)
}

fn cost(view: &View) -> Text {
    let cost = amount(view.plan.accounts.cost_wan_yuan);
    let fees = sum(view, |item| item == MoneyItem::CourseFees);
    match (view.scenario.prices.discount > 0.0, fees.is_zero()) {
        (true, true) => words::cost(&cost),
        (true, false) => words::cost_less_fees(&cost),
        (false, true) => words::cost_undiscounted(&cost),
        (false, false) => words::cost_less_fees_undiscounted(&cost),
    }
}
