//! Why a plan decides as it does: the same case planned again with the decision
//! made otherwise, beginning near the plan.

use crate::domain::{Limits, Pinned, Rule, Scenario, Term, Text};
use crate::model::keys::Places;
use crate::plan::{MissedRule, Plan};
use crate::planning::Ending;
use crate::planning::time_budget::TimeBudget;
use crate::solve::SearchOptions;
use crate::verify::{Check, Tight, Verification};
use crate::words::violations;
use std::collections::{BTreeMap, BTreeSet};

/// The case planned with the decision made otherwise.
#[derive(Debug)]
pub struct Answer {
    /// The case with its pin, which is the last.
    pub scenario: Scenario,
    /// Whether the plan asked about has the decision as it was put, so that the
    /// pin forbids it.
    pub had: bool,
    /// What became of it.
    pub ending: Ending,
}

/// Plans a case near a plan of a similar one, except for what its last pin is
/// about, within a share of a budget.
pub fn otherwise(
    scenario: &Scenario,
    near: &Places,
    limits: &Limits,
    (budget, share): (&TimeBudget<'_>, f64),
) -> Ending {
    let near = match scenario.pins.last() {
        Some(pin) => without_decision(scenario, near, pin.pinned),
        None => near.clone(),
    };
    let search = SearchOptions { start_plans: &[&near], objective_override: None };
    budget.plan(scenario, limits, share, search)
}

/// The places of a plan without those that a decision is about, so that all else
/// can stay where it is: the classes of the programme, or those that ever sit at
/// the campus; the campus; and what is built, which follows them.
fn without_decision(scenario: &Scenario, near: &Places, pinned: Pinned) -> Places {
    let (programme, campus) = match pinned {
        Pinned::Placement(programme, _, campus) => (Some(programme), Some(campus)),
        Pinned::Admitted(programme, _) => (Some(programme), None),
        Pinned::Open(campus) => (None, Some(campus)),
        Pinned::Built(_) | Pinned::Posted(..) | Pinned::Hired(_) => (None, None),
    };
    let programme = programme.map(|id| scenario.programmes[id].id.as_str());
    let campus = campus.map(|id| scenario.campuses[id].id.as_str());
    let free = |name: &str| {
        let mut words = name.split([' ', '>']);
        match words.next() {
            Some("built") => true,
            Some("open") => campus.is_some() && words.next() == campus,
            Some("classes") if programme.is_some() => words.next() == programme,
            Some("classes") => campus.is_some_and(|campus| words.any(|word| word == campus)),
            _ => false,
        }
    };
    let others = near.iter().filter(|(name, _)| !free(name));
    others.map(|(name, value)| (name.clone(), *value)).collect()
}

/// A rule that binds at a place.
#[derive(Clone, Debug, PartialEq)]
pub struct Binding {
    /// The rule.
    pub rule: Rule,
    /// Where.
    pub place: Place,
    /// In which terms.
    pub terms: Vec<Term>,
    /// How.
    pub how: How,
}

/// Where a rule binds.
#[derive(Clone, Debug, PartialEq)]
pub enum Place {
    /// In words.
    Named(Text),
    /// By the keys of a missed rule.
    Keys(Vec<String>),
}

/// How a rule binds.
#[derive(Clone, Debug, PartialEq)]
pub enum How {
    /// Both sides are the same.
    Tight(Box<Tight>),
    /// It is missed at its price by so much, over all its terms.
    Missed(f64),
}

/// Rules without a limit that one could run into: they say what is what.
const PLAIN: [Rule; 8] = [
    Rule::Placement,
    Rule::Bands,
    Rule::Internship,
    Rule::Merging,
    Rule::Equipment,
    Rule::Assets,
    Rule::Tenure,
    Rule::Target,
];

/// Rules that bind in `after` and did not in `before`: missed at a price first,
/// then those with nothing to spare, in the order of the rules. Nothing is said
/// of what is `asked` for itself, by the words of its pin, nor of single people:
/// most plans give some of them all they can teach, and others stand beside
/// them.
pub fn binding(
    scenario: &Scenario,
    before: (&Plan, &Verification),
    after: (&Plan, &Verification),
    asked: &Text,
) -> Vec<Binding> {
    let mut all = missed(&before.0.missed_rules, &after.0.missed_rules);
    let found = tight(&before.1.tight, &after.1.tight).into_iter();
    let people = scenario.staff.iter().flat_map(|group| &group.people);
    let people: BTreeSet<&str> = people.filter_map(|one| one.name.as_deref()).collect();
    let others = |one: &Binding| match &one.place {
        Place::Named(place) => place != asked && !people.contains(place.zh.as_str()),
        Place::Keys(_) => true,
    };
    all.extend(found.filter(others));
    all
}

fn missed(before: &[MissedRule], after: &[MissedRule]) -> Vec<Binding> {
    let mut all: Vec<Binding> = Vec::new();
    for one in after {
        let same = |other: &&MissedRule| {
            (other.rule, &other.place, other.term) == (one.rule, &one.place, one.term)
        };
        let had = before.iter().find(same).map_or(0.0, |had| had.amount);
        let more = one.amount - had;
        if more <= 1e-6 {
            continue;
        }
        let place = Place::Keys(one.place.clone());
        let term = one.term.map(|term| term.0);
        let known = all.iter_mut().find(|known| (known.rule, &known.place) == (one.rule, &place));
        if let Some(Binding { terms, how: How::Missed(amount), .. }) = known {
            terms.extend(term);
            *amount += more;
        } else {
            all.push(Binding {
                rule: one.rule,
                place,
                terms: term.into_iter().collect(),
                how: How::Missed(more),
            });
        }
    }
    all
}

/// Whether a limit is that of a single class: how large it may be, how often it
/// may move. Every plan has classes that are full or have moved.
fn of_one_class(rule: Rule, one: &Tight) -> bool {
    match rule {
        Rule::Admission => {
            one.left == violations::size_least() || one.right == violations::size_most()
        }
        Rule::Relocation => one.term.is_none(),
        _ => false,
    }
}

fn tight(before: &[Tight], after: &[Tight]) -> Vec<Binding> {
    let key = |one: &Tight| (one.check, one.place.zh.clone(), one.left.zh.clone(), one.term);
    let had: BTreeSet<_> = before.iter().map(key).collect();
    let mut places: BTreeMap<(Rule, String, String), Binding> = BTreeMap::new();
    for one in after.iter().filter(|one| !had.contains(&key(one))) {
        let Check::Rule(rule) = one.check else {
            continue;
        };
        if PLAIN.contains(&rule) || of_one_class(rule, one) {
            continue;
        }
        let key = (rule, one.place.zh.clone(), one.left.zh.clone());
        let binding = places.entry(key).or_insert_with(|| Binding {
            rule,
            place: Place::Named(one.place.clone()),
            terms: Vec::new(),
            how: How::Tight(Box::new(one.clone())),
        });
        binding.terms.extend(one.term);
    }
    places.into_values().collect()
}

#[cfg(test)]
mod tests {
    use super::{Place, binding};
    use crate::domain::{Limits, Rule, Text};
    use crate::planning::{Outcome, plan};
    use crate::solve::Unwatched;
    use crate::verify::{Check, Tight, Verification};

    #[test]
    fn nothing_is_said_of_single_people() {
        let text = include_str!("../../scenarios/minimal.ron");
        let scenario = crate::scenario::read(text).expect("a scenario").scenario;
        let limits = Limits { steps: Some(0), ..scenario.limits };
        let outcome = plan(&scenario, &limits, &Unwatched).expect("an outcome");
        let Outcome::Planned(planned) = outcome else {
            panic!("no plan");
        };
        let at = |name: &str| Tight {
            check: Check::Rule(Rule::Staffing),
            place: Text { zh: name.to_owned(), en: name.to_owned() },
            term: None,
            amount: 12.0,
            left: Text::default(),
            right: Text::default(),
            unit: Text::default(),
        };
        let after = Verification {
            tight: vec![at("李老师"), at("文化课")],
            ..Verification::default()
        };
        let before = Verification::default();
        let plan = &planned.plan;
        let found = binding(&scenario, (plan, &before), (plan, &after), &Text::default());
        let places: Vec<&Place> = found.iter().map(|one| &one.place).collect();
        assert_eq!(places, [&Place::Named(at("文化课").place)]);
    }
}
