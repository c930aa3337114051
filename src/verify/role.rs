//! Rule Role, from a term on:
//!
//! - classes in school of the leading field at the campus ≥ share · classes in
//!   school there;
//! - classes in school of the programme at its main campus ≥ share · classes in
//!   school of the programme.
//!
//! Below it at a price (class, per term).

use super::facts::Facts;
use super::ledger::{At, Ledger, Limit, Sides, Tally, count};
use crate::domain::{Rule, Term, Text};
use crate::ids::{CampusId, ProgrammeId, TermId};
use crate::words::violations as words;

pub(super) fn check(facts: &Facts, ledger: &mut Ledger) {
    let mut tally = ledger.rule(Rule::Role);
    let scenario = facts.scenario;
    for lead in &scenario.rules.role.leads {
        let field = &scenario.fields[lead.field];
        let campus = &scenario.campuses[lead.campus];
        let share = Share {
            place: [&campus.name, &field.name],
            keys: [&campus.id, &field.id],
            from: lead.from,
            least: lead.share,
        };
        let leading = |programme: ProgrammeId| scenario.programmes[programme].field == lead.field;
        share.check(facts, &mut tally, |programme, at| {
            (at == lead.campus).then(|| leading(programme))
        });
    }
    for main in &scenario.rules.role.mains {
        let programme = &scenario.programmes[main.programme];
        let campus = &scenario.campuses[main.campus];
        let share = Share {
            place: [&programme.name, &campus.name],
            keys: [&programme.id, &campus.id],
            from: main.from,
            least: main.share,
        };
        share.check(facts, &mut tally, |programme, at| {
            (programme == main.programme).then_some(at == main.campus)
        });
    }
}

/// A share of some classes in school, from a term on.
struct Share<'a> {
    place: [&'a Text; 2],
    keys: [&'a str; 2],
    from: Term,
    least: f64,
}

impl Share<'_> {
    /// `part` says of a class whether it is in the share, or nothing if it is
    /// not in the whole.
    fn check(
        &self,
        facts: &Facts,
        tally: &mut Tally,
        part: impl Fn(ProgrammeId, CampusId) -> Option<bool>,
    ) {
        for id in facts.scenario.calendar.term_ids() {
            let term = facts.scenario.calendar.term(id);
            if term < self.from {
                continue;
            }
            let (share, whole) = counts(facts, id, &part);
            let limit = Limit {
                enforce: facts.scenario.rules.role.enforce,
                keys: self.keys.map(str::to_owned).to_vec(),
                year: term.fiscal_year(),
            };
            let sides = Sides::measured(words::at_least(), words::have(), words::classes());
            let at = At::new(&self.place, Some(term));
            tally.limit(&at, &sides, limit, (self.least * whole, share));
        }
    }
}

fn counts(
    facts: &Facts,
    term: TermId,
    part: impl Fn(ProgrammeId, CampusId) -> Option<bool>,
) -> (f64, f64) {
    let classes = facts.in_school(term);
    let whole = classes.filter_map(|(class, campus, _)| part(facts.programme(class), campus));
    let whole: Vec<bool> = whole.collect();
    let share = whole.iter().filter(|inside| **inside).count();
    (count(share), count(whole.len()))
}
