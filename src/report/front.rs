//! What stands before the text of a document: title page and the page that a
//! head decides from.

use super::document::{Cell, Column, Row, Table};
use super::dossier::Dossier;
use super::format;
use super::prose::{money as spending, relocation};
use super::sections::building::works;
use super::sections::campuses::{Change, changes, when};
use super::sections::money::{states_income, sum, years};
use super::sections::{agenda, findings, summary};
use super::view::{View, moves};
use crate::domain::{SourceKind, Term, Text};
use crate::plan::{MilestoneStatus, MoneyItem};
use crate::words::common as terms;
use crate::words::report as common;
use crate::words::report::front as words;

/// The title page.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Cover {
    /// To whom the document goes, in words, if the scenario says.
    pub addressee: Option<String>,
    /// Who submits it, if the scenario says.
    pub issuer: Option<String>,
    /// Its date in words, if the scenario says.
    pub date: Option<String>,
}

/// The title page of a plan's document.
#[must_use]
pub fn cover(view: &View) -> Cover {
    let proposal = &view.scenario.proposal;
    let to = proposal.addressee.as_ref().map(|one| view.say(&words::to(&view.say(one))));
    let issuer = proposal.issuer.as_ref().map(|one| view.say(one));
    let date = (!proposal.date.is_empty()).then(|| view.say(&date(&proposal.date)));
    Cover { addressee: to, issuer, date }
}

/// A date of a scenario in words.
fn date(text: &str) -> Text {
    let parts: Vec<&str> = text.split('-').collect();
    let number = |part: &str| part.parse::<u32>().unwrap_or_default();
    match parts[..] {
        [year, month] => words::month(year, number(month)),
        [year, month, day] => {
            common::prose::date(year.parse().unwrap_or_default(), number(month), number(day))
        }
        _ => words::year(text),
    }
}

/// What is asked, what it brings, what it costs and from where, what could go
/// wrong, and what must be decided when: a row each.
#[must_use]
pub fn decision(dossier: &Dossier) -> Table {
    let view = &dossier.view;
    let rows = [
        (words::asked(), asked(view)),
        (words::brings(), brings(view)),
        (words::costs(), costs(view)),
        (words::risks(), risks(view)),
        (words::when(), decisions(view)),
    ];
    let row = |(title, told): (Text, Vec<String>)| {
        Row::new(vec![Cell::Text(view.say(&title)), Cell::Text(told.join("\n"))])
    };
    let columns =
        vec![Column::text(view.say(&words::question())), Column::text(view.say(&words::answer()))];
    let rows = rows.into_iter().filter(|(_, told)| !told.is_empty()).map(row);
    let title = view.say(&words::abstract_heading());
    Table::new("decision", title, String::new(), columns).rows(rows)
}

/// Sentences in the reader's language.
fn say(view: &View, sentences: impl IntoIterator<Item = Option<Text>>) -> Vec<String> {
    sentences.into_iter().flatten().map(|text| view.say(&text)).collect()
}

fn asked(view: &View) -> Vec<String> {
    let all = view.terms();
    let name = |term: Term| view.say(&terms::term(term));
    let capital = sum(view, MoneyItem::is_capital);
    let hired: u32 = view.plan.hires.iter().map(|hire| hire.people).sum();
    let changes: Vec<String> = campus_steps(view).into_iter().map(|(_, told)| told).collect();
    say(
        view,
        [
            Some(words::approve(&name(all[0]), &name(all[all.len() - 1]))),
            (!changes.is_empty()).then(|| words::campuses(&view.list(&changes))),
            Some(if capital.is_zero() {
                words::no_investment()
            } else {
                words::investment(&format::number(capital.0, 1))
            }),
            (hired > 0).then(|| words::recruits(hired)),
        ],
    )
}

fn brings(view: &View) -> Vec<String> {
    let sentences = [summary::size(view), Some(summary::reached(view)), findings::margins(view)];
    say(view, sentences)
}

fn costs(view: &View) -> Vec<String> {
    let amount = |value: f64| format::number(value, 1);
    let capital = sum(view, MoneyItem::is_capital);
    let by_year = years(view).into_iter().filter_map(|year| {
        let spent = spending::capital_of(view, year);
        let name = view.say(&common::fiscal_year(year));
        let told = common::prose::sum_of(&name, &amount(spent.0));
        (!spent.is_zero()).then(|| view.say(&told))
    });
    let by_year: Vec<String> = by_year.collect();
    let running = sum(view, MoneyItem::is_running);
    let income = spending::by_item(view, MoneyItem::is_income);
    // The grants tell the years already.
    let granted = view.scenario.rules.budget.capital.is_some();
    let mut told = say(
        view,
        [
            (!capital.is_zero() && !granted)
                .then(|| words::capital(&amount(capital.0), &view.list(&by_year))),
            Some(words::running(&amount(running.0))),
            (states_income(view.scenario) && !income.is_empty()).then(|| words::income(&income)),
        ],
    );
    told.extend(say(view, spending::grants(view, capital)));
    told
}

fn risks(view: &View) -> Vec<String> {
    let sources = &view.scenario.sources;
    let assumed = sources.iter().filter(|one| one.kind == SourceKind::Assumption).count();
    let late = view.plan.milestones.iter().any(|one| one.status != MilestoneStatus::OnTime);
    let missed = !view.plan.missed_rules.is_empty();
    let sentences = findings::expiring(view).into_iter().map(Some).chain([
        late.then(|| agenda::sentence(view)).flatten(),
        findings::failing(view),
        missed.then(|| summary::missed(view)),
        (assumed > 0).then(|| words::assumptions(sources.len(), assumed)),
    ]);
    say(view, sentences)
}

/// Campuses that open and are left, with the term.
fn campus_steps(view: &View) -> Vec<(Term, String)> {
    let mut told = Vec::new();
    for campus in &view.scenario.campuses {
        let name = view.say(&campus.name);
        for (start, change) in changes(view, campus) {
            let text = match change {
                Change::Opens => words::opens(&name),
                Change::Closes => words::closes(&name),
                Change::Open | Change::Closed => continue,
            };
            told.push((when(view, campus, (start, change)), view.say(&text)));
        }
    }
    told
}

/// What is to be decided before which term.
fn decisions(view: &View) -> Vec<String> {
    let mut all = campus_steps(view);
    for work in works(view) {
        let name = spending::project_name(view, &work);
        all.push((work.option.begun(work.service), view.say(&words::begins(&name))));
    }
    let steps = relocation::all(view);
    for term in view.terms() {
        let classes = steps.iter().filter(|(_, step)| step.at == term).count();
        if classes > 0 {
            all.push((term, view.say(&words::moves(classes))));
        }
        let here = view.plan.hires.iter().filter(|hire| hire.at.0 == term);
        let people: u32 = here.map(|hire| hire.people).sum();
        if people > 0 {
            all.push((term, view.say(&words::hires(people))));
        }
        let posts = view.plan.posts.iter();
        let moved = posts.flat_map(|post| moves(post.campus_today.as_deref(), &post.seats));
        let posted = moved.filter(|step| step.at == term).count();
        if posted > 0 {
            all.push((term, view.say(&common::prose::year_posted(posted))));
        }
    }
    let mut starts: Vec<Term> = all.iter().map(|(term, _)| *term).collect();
    starts.sort_unstable();
    starts.dedup();
    if starts.is_empty() {
        return say(view, [Some(words::nothing_to_decide())]);
    }
    let told = starts.into_iter().map(|start| {
        let here = all.iter().filter(|(term, _)| *term == start);
        let here: Vec<String> = here.map(|(_, told)| told.clone()).collect();
        let term = view.say(&terms::term(start));
        view.say(&words::before(&term, &view.list(&here)))
    });
    told.collect()
}
