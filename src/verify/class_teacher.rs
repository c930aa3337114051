//! Rule `ClassTeacher`: each class in school has one class teacher in each
//! term, based on its campus, neither a leader nor exchanged; nobody has two
//! classes.

use super::facts::Facts;
use super::ledger::{At, Ledger, Sides, count, same};
use crate::domain::Rule;
use crate::ids::TermId;
use crate::words::{people as words, violations};
use std::collections::BTreeMap;

pub(super) fn check(facts: &Facts, ledger: &mut Ledger) {
    if !facts.scenario.rules.class_teacher && facts.people.tutors.is_empty() {
        return;
    }
    let mut tally = ledger.rule(Rule::ClassTeacher);
    let calendar = &facts.scenario.calendar;
    let mut tutors: BTreeMap<(usize, TermId), usize> = BTreeMap::new();
    let mut classes: BTreeMap<(usize, TermId), usize> = BTreeMap::new();
    for tutor in &facts.people.tutors {
        let class = &facts.classes[tutor.class];
        let name = same(&facts.posts[tutor.person].post.name);
        let term = calendar.term(tutor.term);
        let at = At::new(&[&same(&class.path.name), &name], Some(term));
        let seat = class.base[tutor.term].filter(|_| !class.away.contains(&tutor.term));
        let asked = facts.scenario.rules.class_teacher;
        tally.holds(&at, asked, words::unasked);
        tally.holds(&at, seat.is_some(), words::not_in_school);
        if let Some(campus) = seat {
            let may = facts.may_have_class(tutor.person, campus, tutor.term);
            tally.holds(&at, may, words::no_class_teacher);
        }
        *tutors.entry((tutor.class, tutor.term)).or_default() += 1;
        *classes.entry((tutor.person, tutor.term)).or_default() += 1;
    }
    for (index, class) in facts.classes.iter().enumerate() {
        for term in calendar.term_ids() {
            if class.base[term].is_some() && !class.away.contains(&term) {
                let has = tutors.get(&(index, term)).copied().unwrap_or(0);
                let name = same(&class.path.name);
                let at = At::new(&[&name], Some(calendar.term(term)));
                let sides = Sides::counted(
                    words::class_teachers(),
                    violations::due(),
                    violations::people(),
                );
                tally.equal(&at, &sides, count(has), 1.0);
            }
        }
    }
    for ((person, term), held) in classes {
        let name = same(&facts.posts[person].post.name);
        let at = At::new(&[&name], Some(calendar.term(term)));
        let (left, right) = (words::classes_of_one(), violations::at_most());
        let sides = Sides::counted(left, right, violations::classes());
        tally.at_most(&at, &sides, count(held), 1.0);
    }
}
