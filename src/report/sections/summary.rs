//! The plan in a few sentences, and how good it is proven to be.

use super::bounds::DECIMALS;
use super::campuses::{self, Change};
use super::{
    agenda, assets, bounds, capacity, courses, findings, money, standards, verification, watched,
};
use crate::certificate::{Basis, CertifiedTier};
use crate::domain::{Language, OverlayFile, Scenario, Text};
use crate::plan::{MoneyItem, Status, TierResult};
use crate::report::document::{Cell, Column, Mark, Row, Section, Table};
use crate::report::format;
use crate::report::view::View;
use crate::words::pins;
use crate::words::report as words;
use crate::words::standards as standard_words;

/// Gaps up to this are rounding: the value is the best there is.
const NO_GAP: f64 = 1e-6;

/// The section.
pub fn section(view: &View) -> Section {
    let mut section = Section::new(view.say(&words::summary_heading()));
    section.notes = lineage(view.scenario, view.language);
    let sentences = [
        Some(horizon(view)),
        size(view),
        Some(reached(view)),
        admitted(view),
        agenda::sentence(view),
        standards::summary(view),
        watched::summary(view),
        Some(places(view)),
        Some(moves(view)),
        mergers(view),
        Some(staff(view)),
        Some(cost(view)),
        assets::sentence(view),
        courses::sentence(view),
        Some(tight(view)),
        Some(missed(view)),
        pinned(view),
        Some(verification::verdict(view.verification)),
    ];
    let (aims, others) = sentences.split_at(3);
    let told = aims.iter().flatten().cloned();
    let told = told.chain(findings::sentences(view));
    for sentence in told.chain(others.iter().flatten().cloned()) {
        section = section.note(view.say(&sentence));
    }
    section
}

/// How the plan was computed: its tiers, and how good each is proven to be.
pub fn computed(view: &View) -> Section {
    Section::new(view.say(&words::brief::computed_heading())).table(quality(view))
}

/// What a scenario was put together from, if it is not one file.
pub fn lineage(scenario: &Scenario, language: Language) -> Vec<String> {
    let Some(lineage) = &scenario.lineage else {
        return Vec::new();
    };
    let say = |text: Text| text.get(language).to_owned();
    let named = |overlay: &OverlayFile| {
        let name = overlay.name.as_ref();
        name.map_or_else(|| overlay.file.clone(), |name| name.get(language).to_owned())
    };
    let overlays = lineage.overlays.iter();
    let by = overlays.map(|overlay| say(words::by_overlay(&named(overlay), &overlay.file)));
    let sets = lineage.standards.iter();
    let sets = sets.map(|set| say(standard_words::by_file(&set.file)));
    let changes = lineage.changes.iter().cloned();
    let by: Vec<String> = by.chain(sets).chain(changes).collect();
    let by = by.join(match language {
        Language::Zh => "；",
        Language::En => "; ",
    });
    let about = lineage.overlays.iter().filter_map(|overlay| {
        let note = overlay.note.as_ref()?.get(language);
        Some(say(words::overlay_note(&named(overlay), note)))
    });
    let mut notes = vec![say(words::made_from(&lineage.base.file, &by))];
    notes.extend(about);
    notes
}

pub(in crate::report) fn horizon(view: &View) -> Text {
    let terms = view.terms();
    let last = terms[terms.len() - 1];
    words::horizon(
        &view.term(terms[0]),
        &view.term(last),
        terms.len(),
        &view.term(view.scenario.calendar.term(view.scenario.calendar.target)),
    )
}

pub(in crate::report) fn size(view: &View) -> Option<Text> {
    let calendar = &view.scenario.calendar;
    let first = view.indicators(calendar.first)?;
    let target = calendar.term(calendar.target);
    let then = view.indicators(target)?;
    let whole = |value: f64| format::number(value, 0);
    Some(words::size(
        &view.term(target),
        then.classes_in_school,
        &whole(then.students_in_school.0),
        &whole(then.registered.0),
        first.classes_in_school,
        &whole(first.students_in_school.0),
        &whole(first.registered.0),
    ))
}

pub(in crate::report) fn reached(view: &View) -> Text {
    let results = &view.plan.targets;
    if results.is_empty() {
        return words::no_targets();
    }
    let mut missed: Vec<String> = Vec::new();
    for target in &view.scenario.targets {
        let mine = results.iter().filter(|result| result.target == target.id);
        let worst = mine
            .rev()
            .filter(|result| result.is_missed())
            .max_by(|one, other| one.missed.total_cmp(&other.missed));
        if let Some(worst) = worst {
            missed.push(view.say(&words::target_missed(
                &view.target(&target.id),
                &view.term(worst.term.0),
                &format::number(worst.value, 0),
                &format::number(worst.at_least, 0),
            )));
        }
    }
    if missed.is_empty() {
        words::targets_reached()
    } else {
        words::targets_missed(&view.list(&missed))
    }
}

/// That nobody is admitted although there are applicants.
pub(in crate::report) fn admitted(view: &View) -> Option<Text> {
    let applicants = view.scenario.all_applicants();
    let nobody = view.plan.admissions.iter().all(|one| one.classes == 0);
    let told = format::number(applicants.0, 0);
    (nobody && !applicants.is_zero()).then(|| {
        if view.scenario.asks_for_admissions() {
            words::nobody_admitted(&told)
        } else {
            words::nobody_asked_for(&told)
        }
    })
}

pub(in crate::report) fn places(view: &View) -> Text {
    let named = |wanted: Change| {
        let mut names = Vec::new();
        for campus in &view.scenario.campuses {
            for (start, change) in campuses::changes(view, campus) {
                if change == wanted {
                    let when = campuses::when(view, campus, (start, change));
                    let name = view.say(&campus.name);
                    names.push(view.say(&words::name_at(&name, &view.term(when))));
                }
            }
        }
        if names.is_empty() { view.say(&words::none()) } else { view.list(&names) }
    };
    words::places(&named(Change::Opens), &named(Change::Closes))
}

pub(in crate::report) fn moves(view: &View) -> Text {
    let accounts = &view.plan.accounts;
    words::moved(accounts.classes_moved, &format::number(accounts.students_moved.0, 0))
}

/// The classes dissolved, if there are any.
pub(in crate::report) fn mergers(view: &View) -> Option<Text> {
    let (classes, students) = view.dissolved();
    (classes > 0).then(|| words::merged(classes, &format::number(students, 0)))
}

pub(in crate::report) fn staff(view: &View) -> Text {
    let hired: u32 = view.plan.hires.iter().map(|hire| hire.people).sum();
    let retired = view.plan.posts.iter().filter(|post| post.leaves.is_some());
    words::staff_changes(hired, retired.count(), view.plan.accounts.staff_rebased)
}

fn cost(view: &View) -> Text {
    let amount = |of: fn(MoneyItem) -> bool| format::number(money::sum(view, of).0, 1);
    let income = income(view);
    let cost = format::number(view.plan.accounts.cost_wan_yuan.0, 1);
    let cost = if view.scenario.prices.discount > 0.0 {
        words::cost_discounted(&cost)
    } else {
        words::cost_plain(&cost)
    };
    let costs = match view.scenario.payroll {
        Some(_) => words::costs_with_pay,
        None => words::costs,
    };
    costs(
        &amount(MoneyItem::is_capital),
        &amount(MoneyItem::is_running),
        &income.zh,
        &income.en,
        &cost.zh,
        &cost.en,
    )
}

/// Income and what it leaves after running costs, or that none is given.
pub fn income(view: &View) -> Text {
    if !money::states_income(view.scenario) {
        return words::income_not_given();
    }
    let income = money::sum(view, MoneyItem::is_income);
    let surplus = income - money::sum(view, MoneyItem::is_running);
    let income = format::number(income.0, 1);
    let amount = format::number(surplus.0.abs(), 1);
    if surplus.0 < 0.0 {
        words::with_deficit(&income, &amount)
    } else {
        words::with_surplus(&income, &amount)
    }
}

/// The most used place and how many others are tight.
fn tight(view: &View) -> Text {
    let mut tight = Vec::new();
    for indicators in &view.plan.indicators {
        for at in &indicators.capacity {
            if capacity::mark(at) != Mark::Ok {
                let share = capacity::share(at).unwrap_or(f64::INFINITY);
                tight.push((share, indicators.term.0, at));
            }
        }
    }
    let Some((share, term, at)) =
        tight.iter().copied().reduce(|best, next| if next.0 > best.0 { next } else { best })
    else {
        return words::nothing_tight();
    };
    let percent = format::number(share * 100.0, 0);
    let (campus, resource) = (view.campus(&at.campus), view.resource(&at.resource));
    words::tight(&campus, &resource, &view.term(term), &percent, tight.len())
}

pub(in crate::report) fn missed(view: &View) -> Text {
    let price = money::sum(view, |item| item == MoneyItem::Penalty);
    match view.plan.missed_rules.len() {
        0 => words::nothing_missed(),
        places => words::missed(places, &format::number(price.0, 1)),
    }
}

/// Pins told in the summary; the scenario has them all.
const MOST_PINS: usize = 6;

/// What the scenario forces or forbids, if anything.
pub(in crate::report) fn pinned(view: &View) -> Option<Text> {
    let told = view.scenario.pins.iter().take(MOST_PINS);
    let told = told.map(|pin| view.say(&pins::pin(view.scenario, pin)));
    let told: Vec<String> = told.collect();
    let list = view.list(&told);
    match view.scenario.pins.len() {
        0 => None,
        all if all > MOST_PINS => Some(pins::some(&list, all)),
        _ => Some(pins::all(&list)),
    }
}

fn quality(view: &View) -> Table {
    let certified = bounds::of(view);
    let mut columns = vec![
        Column::figure(view.say(&words::tier())),
        Column::text(view.say(&words::aim())),
        Column::figure(view.say(&words::value())),
        Column::figure(view.say(&words::bound())),
        Column::text(view.say(&words::proven())),
    ];
    if certified.is_some() {
        columns.push(Column::figure(view.say(&words::bounds::certified())));
    }
    let rows = view.plan.tiers.iter().enumerate().map(|(index, tier)| {
        let mut cells = vec![
            Cell::count(index + 1),
            Cell::Text(view.parts(&tier.parts)),
            Cell::Amount(tier.value, DECIMALS),
            tier.bound.map_or(Cell::Empty, |bound| Cell::Amount(bound, DECIMALS)),
            Cell::Text(view.say(&standing(tier))),
        ];
        if let Some(certified) = &certified {
            let certified = certified.get(index);
            // That an amount is not negative needs no proof.
            let told = |one: &&CertifiedTier| one.reported.is_some() || one.basis == Basis::Duals;
            let proven = certified.filter(told).and_then(|one| bounds::printed(one, DECIMALS));
            cells.push(proven.map_or(Cell::Empty, |proven| Cell::Amount(proven, DECIMALS)));
        }
        Row::new(cells)
    });
    Table::new("tiers", view.say(&words::tiers_title()), view.say(&words::no_tiers()), columns)
        .rows(rows)
}

/// Decimals that a tier's value is told with in a sentence: none where it is whole.
pub(in crate::report) fn decimals(tier: &TierResult) -> usize {
    let whole = (tier.value - tier.value.round()).abs() < 0.05;
    usize::from(!whole)
}

/// Beyond this a gap is told in the tier's own unit: the tier is within its
/// tolerance, but a share of next to nothing says little.
const WIDE: f64 = 0.05;

/// Whether a tier's value and its bound print alike: to the last printed digit
/// nothing better is possible.
fn alike(tier: &TierResult) -> bool {
    let print = |value| format::number(value, DECIMALS);
    tier.bound.is_some_and(|bound| print(bound) == print(tier.value))
}

/// The gap of a tier, 0 where its value is proven to be the best; nothing
/// where nothing is proven.
pub fn proven_gap(tier: &TierResult) -> Option<f64> {
    if alike(tier) {
        return Some(0.0);
    }
    let reached = |bound: f64| tier.value - bound <= NO_GAP * tier.value.abs().min(1.0);
    let at_bound = || tier.bound.is_some_and(reached).then_some(0.0);
    let gap = tier.gap.or_else(at_bound)?;
    // A bound of 0 under an amount says only that it is an amount.
    let told = (-NO_GAP..1.0).contains(&gap);
    told.then_some(if gap <= NO_GAP { 0.0 } else { gap })
}

/// How good a tier's value is proven to be, in words that claim no more.
pub fn standing(tier: &TierResult) -> Text {
    let exact = tier.bound.map_or(0.0, |bound| tier.value - bound);
    if alike(tier) && exact > NO_GAP * tier.value.abs().min(1.0) {
        return words::proven_as_printed();
    }
    match (tier.status, proven_gap(tier)) {
        (_, None) if tier.gap.is_some_and(|gap| gap < 0.0) => words::no_bound(),
        (_, Some(gap)) if gap <= NO_GAP => words::proven_best(),
        (Status::GapReached, Some(gap)) if gap > WIDE => {
            let better = tier.bound.map_or(0.0, |bound| tier.value - bound);
            words::little_better(&format::plain_number(better, 4))
        }
        (Status::GapReached, Some(gap)) => words::proven_within(&format::percent_up(gap)),
        (Status::Settled, Some(gap)) => words::settled_gap(&format::percent_up(gap)),
        (Status::TimeLimit, Some(gap)) => words::time_limit_gap(&format::percent_up(gap)),
        (Status::WorkLimit, Some(gap)) => words::work_limit_gap(&format::percent_up(gap)),
        (Status::Interrupted, Some(gap)) => words::interrupted_gap(&format::percent_up(gap)),
        (Status::GapReached, None) => words::no_bound(),
        (Status::Settled, None) => words::settled_no_bound(),
        (Status::TimeLimit, None) => words::time_limit_no_bound(),
        (Status::WorkLimit, None) => words::work_limit_no_bound(),
        (Status::Interrupted, None) => words::interrupted_no_bound(),
    }
}
