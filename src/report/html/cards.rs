//! Targets as cards, reached or not.

use crate::domain::{Metric, Target};
use crate::plan::TargetResult;
use crate::report::format;
use crate::report::view::View;
use crate::words::page as words;
use maud::{Markup, html};

/// A card for each target that applies.
pub fn cards(view: &View) -> Markup {
    html! {
        ul.cards { @for target in &view.scenario.targets { (card(view, target)) } }
    }
}

fn card(view: &View, target: &Target) -> Markup {
    let results = view.plan.targets.iter();
    let mine: Vec<&TargetResult> = results.filter(|one| one.target == target.id).collect();
    let Some(worst) = mine.iter().min_by(|one, other| one.value.total_cmp(&other.value)) else {
        return html! {};
    };
    let due = view.scenario.calendar.term(view.scenario.calendar.target);
    let told = mine.iter().find(|one| one.term.0 == due).unwrap_or(worst);
    let short = mine.iter().filter(|one| one.is_missed()).count();
    let standing = match short {
        0 => words::reached(),
        short => words::missed(short, mine.len()),
    };
    let whole = |value: f64| format::number(value, 0);
    let least = words::least(&whole(worst.value), &view.term(worst.term.0));
    let of = words::of(&whole(told.at_least), &view.term(told.term.0));
    html! {
        li.card.missed[short > 0] {
            p.name { (view.say(&target.name)) }
            p.figure { (whole(told.value)) " " small { (view.say(&unit(target.metric))) } }
            p.standing { (if short == 0 { "✓ " } else { "✗ " }) (view.say(&standing)) }
            p.more { (view.say(&of)) }
            p.more { (view.say(&least)) }
        }
    }
}

fn unit(metric: Metric) -> crate::domain::Text {
    match metric {
        Metric::ClassesInSchool => words::classes(),
        Metric::StudentsInSchool | Metric::Registered => words::students(),
    }
}
