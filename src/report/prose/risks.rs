//! What may come otherwise, and what was assumed.

use super::layout::classes_at;
use super::{Chapter, Point, gather, in_words, point};
use crate::certificate::{Basis, CertifiedTier};
use crate::domain::{Demand, Part, Rule, SourceKind, Term, Text};
use crate::plan::{MilestoneStatus, MoneyItem, TierResult};
use crate::report::format;
use crate::report::sections::bounds;
use crate::report::sections::findings::unfinished;
use crate::report::sections::money::sum;
use crate::report::sections::summary::proven_gap;
use crate::report::view::View;
use crate::words::report::bounds as bound_words;
use crate::words::report::prose as words;
use crate::words::rules;
use std::collections::BTreeMap;

pub(super) fn chapter(view: &View) -> Chapter {
    let points = [
        assumed(view),
        Some(tenure(view)),
        applicants(view),
        late(view),
        priced(view),
        optimality(view),
    ];
    gather(view, &words::risks(), points)
}

fn assumed(view: &View) -> Option<Point> {
    let sources = &view.scenario.sources;
    let assumed = sources.iter().filter(|one| one.kind == SourceKind::Assumption);
    let told = words::sources(sources.len(), assumed.count());
    (!sources.is_empty()).then(|| point(view, &words::assumed(), [Some(told)]))
}

/// Campuses had only for a time, or only from a term on.
fn tenure(view: &View) -> Point {
    let mut items = Vec::new();
    for campus in &view.scenario.campuses {
        let name = view.say(&campus.name);
        let classes = |term| classes_at(view, &campus.id, term).len();
        let within = |term: &Term| view.terms().contains(term);
        if let Some(until) = campus.until.filter(within) {
            let term = in_words(view, until);
            let (left, students) = unfinished(view, &campus.id, until);
            items.push(match (classes(until), left) {
                (0, 0) => words::tenure_ends_empty(&name, &term),
                (here, 0) => words::tenure_ends_graduated(&name, &term, here),
                _ if Some(&until) == view.terms().last() => {
                    words::tenure_ends(&name, &term, left, &format::number(students, 0))
                }
                _ => words::tenure_ends_within(&name, &term, left, &format::number(students, 0)),
            });
        }
        let first = view.terms().into_iter().find(|term| classes(*term) > 0);
        if let (Some(from), Some(first)) = (campus.from.filter(within), first) {
            let term = in_words(view, from);
            items.push(words::tenure_begins(&name, &term, classes(first)));
        }
    }
    let items = items.iter().map(|told| view.say(told));
    point(view, &words::tenure(), []).items(items)
}

/// What the low path of the projection would leave short.
fn applicants(view: &View) -> Option<Point> {
    let projected = view.plan.admissions.iter();
    let projected: Vec<(f64, f64)> = projected
        .filter_map(|one| Some((one.projected?.at(Demand::Low), one.students.0)))
        .collect();
    let low: f64 = projected.iter().map(|(low, _)| low).sum();
    let short = projected.iter().map(|(low, admitted)| admitted - low);
    let short: Vec<f64> = short.filter(|short| *short >= 0.5).collect();
    let low = format::number(low, 0);
    let told = match short.len() {
        0 => words::enough_on_low(&low),
        places => {
            let all = format::number(short.iter().sum(), 0);
            words::fewer_on_low(&low, &all, places)
        }
    };
    (!projected.is_empty()).then(|| point(view, &words::fewer_applicants(), [Some(told)]))
}

fn late(view: &View) -> Option<Point> {
    let off = view.plan.milestones.iter();
    let off: Vec<_> = off.filter(|one| one.status != MilestoneStatus::OnTime).collect();
    let days = off.iter().map(|one| one.late_days).max()?;
    let told = words::late_milestones(off.len(), days);
    Some(point(view, &words::late(), [Some(told)]))
}

fn priced(view: &View) -> Option<Point> {
    let missed = &view.plan.missed_rules;
    let mut places: BTreeMap<Rule, usize> = BTreeMap::new();
    for one in missed {
        *places.entry(one.rule).or_default() += 1;
    }
    let told = places.into_iter().map(|(rule, count)| {
        let name = view.say(&rules::rule(rule));
        view.say(&words::missed_rule(&name, count))
    });
    let list = view.list(&told.collect::<Vec<_>>());
    let price = sum(view, |item| item == MoneyItem::Penalty);
    let told = words::missed(missed.len(), &list, &format::number(price.0, 1));
    (!missed.is_empty()).then(|| point(view, &words::priced(), [Some(told)]))
}

/// How far the cost is from the best that is possible.
fn optimality(view: &View) -> Option<Point> {
    let cost = |tier: &TierResult| tier.parts.iter().any(|one| one.part == Part::Cost);
    let index = view.plan.tiers.iter().position(cost)?;
    let tier = &view.plan.tiers[index];
    if tier.parts.len() > 1 {
        return None;
    }
    let value = format::number(tier.value, 1);
    let told: Text = match (proven_gap(tier), tier.bound) {
        (Some(gap), _) if gap <= 0.0 => words::cost_proven(),
        (Some(gap), Some(bound)) => {
            let bound = format::number(bound, 1);
            words::cost_gap(&value, &bound, &format::percent_up(gap))
        }
        _ => words::cost_unproven(&value),
    };
    let certified = bounds::of(view).and_then(|all| all.get(index).copied());
    Some(point(view, &words::optimality(), [Some(told), certified.and_then(certificate)]))
}

/// How much of the bound of the cost can be checked without a solver.
fn certificate(tier: CertifiedTier) -> Option<Text> {
    if tier.basis != Basis::Duals || tier.reported.is_none() {
        return None;
    }
    if tier.covers() {
        return Some(bound_words::cost_fully_certified());
    }
    let proven = bounds::printed(&tier, 1)?;
    Some(bound_words::cost_certified(&format::number(proven, 1)))
}
