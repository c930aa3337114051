//! Rule `PartTime`: only in subjects that part-time teachers can be had for, at
//! campuses that are open, and for each subject and term Σ periods bought ≤
//! share · Σ periods needed.

use super::facts::Facts;
use super::ledger::{At, Ledger, Sides};
use crate::domain::Rule;
use crate::words::violations as words;

pub(super) fn check(facts: &Facts, ledger: &mut Ledger) {
    let rule = &facts.scenario.rules.part_time;
    if rule.pay.is_empty() && facts.part_time.is_empty() {
        return;
    }
    let mut tally = ledger.rule(Rule::PartTime);
    for bought in &facts.part_time {
        let subject = &facts.scenario.subjects[bought.subject].name;
        let start = facts.scenario.calendar.start(bought.stage);
        let at = At::new(&[facts.campus(bought.campus), subject], Some(start));
        let priced = rule.pay.contains_key(&bought.subject);
        tally.holds(&at, priced, words::no_part_time);
        let open = facts.open[bought.campus][bought.stage];
        tally.holds(&at, open, words::closed);
    }
    for subject in rule.pay.keys() {
        let name = &facts.scenario.subjects[*subject].name;
        let (needed, bought) = (facts.needed(*subject), facts.bought(*subject));
        for (term, stage) in facts.terms() {
            let all: f64 = needed.iter().map(|terms| terms[term]).sum();
            let bought: f64 = bought.iter().map(|stages| stages[stage]).sum();
            let at = At::new(&[name], Some(facts.scenario.calendar.term(term)));
            let sides = Sides::measured(words::bought(), words::at_most(), words::periods());
            tally.at_most(&at, &sides, bought, rule.share * all);
        }
    }
}
