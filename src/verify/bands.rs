//! Rule Bands:
//!
//! - an entry of the rule with several bands has one choice among them in the
//!   plan, and the plan has no other choice;
//! - a class on the register at a campus in a term, from the term on from which
//!   the entry of its programme there holds ⇒ its term of study lies in the
//!   band;
//! - after the term of study of a change that must be made the campus of a class
//!   is another one than in it (than today, where that term was before the plan).

use super::Check;
use super::decisions::Class;
use super::facts::Facts;
use super::ledger::{At, Ledger, Tally, same};
use crate::domain::{Band, BandChange, BandEntry, BandsRule, Origin, Rule};
use crate::ids::{CampusId, TermId};
use crate::plan::BandChoice;
use crate::words::{bands as words, violations};

pub(super) fn check(facts: &Facts, ledger: &mut Ledger) {
    let Some(rule) = &facts.scenario.rules.bands else {
        let mut tally = ledger.of(Check::Reference);
        for choice in &facts.plan.bands {
            let at = At::path("bands");
            tally.holds(&at, false, || violations::unknown(&choice.campus));
        }
        return;
    };
    let mut tally = ledger.rule(Rule::Bands);
    let chosen: Vec<Option<Band>> =
        rule.entries.iter().map(|entry| choice(facts, entry, &mut tally)).collect();
    spare(facts, rule, &mut tally);
    for class in &facts.classes {
        taken(facts, (rule, &chosen), class, &mut tally);
        for change in rule.changes.iter().filter(|one| one.must) {
            changed(facts, change, class, &mut tally);
        }
    }
}

/// Whether a choice of the plan is that of an entry.
fn is_of(facts: &Facts, choice: &BandChoice, entry: &BandEntry) -> bool {
    let keys = entry.programmes.iter().map(|id| &facts.scenario.programmes[*id].id);
    let same = if entry.named { keys.eq(&choice.programmes) } else { choice.programmes.is_empty() };
    same && facts.scenario.campuses[entry.campus].id == choice.campus
}

/// The band of an entry: the only one, or that of the plan.
fn choice(facts: &Facts, entry: &BandEntry, tally: &mut Tally) -> Option<Band> {
    if let [only] = entry.bands[..] {
        return Some(only);
    }
    let at = At::new(&[facts.campus(entry.campus)], None);
    let mut found = facts.plan.bands.iter().filter(|one| is_of(facts, one, entry));
    let first = found.next();
    tally.holds(&at, first.is_some(), words::no_choice);
    tally.holds(&at, found.next().is_none(), violations::twice);
    let band = Band { first: first?.first, last: first?.last };
    tally.holds(&at, entry.bands.contains(&band), || words::not_offered(&band.to_string()));
    Some(band)
}

/// The plan chooses nothing that is not open.
fn spare(facts: &Facts, rule: &BandsRule, tally: &mut Tally) {
    for choice in &facts.plan.bands {
        let mut open = rule.entries.iter().filter(|entry| entry.bands.len() > 1);
        let known = open.any(|entry| is_of(facts, choice, entry));
        tally.holds(&At::path("bands"), known, || violations::unknown(&choice.campus));
    }
}

fn taken(
    facts: &Facts,
    (rule, chosen): (&BandsRule, &[Option<Band>]),
    class: &Class,
    tally: &mut Tally,
) {
    let programme = facts.programme(class);
    for (term, campus) in class.base.iter_enumerated() {
        let (Some(campus), Some(study)) = (*campus, facts.study(class, term)) else {
            continue;
        };
        let date = facts.scenario.calendar.term(term);
        let mut entries = rule.entries.iter().zip(chosen);
        let entry = entries
            .find(|(entry, _)| entry.campus == campus && entry.programmes.contains(&programme));
        if let Some((entry, Some(band))) = entry
            && entry.from <= date
        {
            let name = same(&class.path.name);
            let at = At::new(&[&name, facts.campus(campus)], Some(date));
            let inside = band.first <= study && study <= band.last;
            tally.holds(&at, inside, || words::out_of_band(study, &band.to_string()));
        }
    }
}

fn changed(facts: &Facts, change: &BandChange, class: &Class, tally: &mut Tally) {
    if !change.programmes.contains(&facts.programme(class)) {
        return;
    }
    let due = facts.scenario.calendar.term_ids().find(|term| {
        facts.study(class, *term) == Some(change.after + 1) && class.base[*term].is_some()
    });
    let Some(due) = due else { return };
    let at = At::new(&[&same(&class.path.name)], Some(facts.scenario.calendar.term(due)));
    let moves = before(facts, class, due) != class.base[due];
    tally.holds(&at, moves, || words::stays(change.after));
}

/// Where a class was in the term before.
fn before(facts: &Facts, class: &Class, term: TermId) -> Option<CampusId> {
    match term.0.checked_sub(1) {
        Some(before) => class.base[TermId(before)],
        None => match facts.scenario.cohorts[class.cohort].origin {
            Origin::Existing { campus, .. } => Some(campus),
            Origin::Future { .. } => None,
        },
    }
}

/// Whether a class may leave a campus in its last school year: a band of the
/// campus does not hold all its terms of study in the stage, or a change of
/// campus is due or allowed.
pub(super) fn may_leave(facts: &Facts, class: &Class, origin: CampusId, term: TermId) -> bool {
    let Some(rule) = &facts.scenario.rules.bands else {
        return false;
    };
    let programme = facts.programme(class);
    let study = facts.study(class, term);
    let due = rule
        .changes
        .iter()
        .any(|one| one.programmes.contains(&programme) && study == Some(one.after + 1));
    let mut entries = rule.entries.iter();
    let entry = entries.find(|one| one.campus == origin && one.programmes.contains(&programme));
    let calendar = &facts.scenario.calendar;
    due || entry.is_some_and(|entry| {
        let terms = calendar.terms_of(calendar.stage_of(term));
        let dates = terms.map(|term| calendar.term(term)).filter(|date| *date >= entry.from);
        let mut studies = dates.filter_map(|date| facts.scenario.term_of_study(class.cohort, date));
        studies.any(|study| entry.bands.iter().any(|band| study < band.first || band.last < study))
    })
}
