//! The order in which people are on duty 值班.
//!
//! At each open campus and in each term leaders take turns, and so do class
//! teachers. Where those with a class are fewer than the rule needs, others who
//! could have one stand in, those first who have done so least. Everybody who
//! takes turns comes again after all the others, so no two differ by more than
//! one day over the term, and with n people, k a day and d days a week nobody
//! is on duty on more than ⌈k · d / n⌉ days of any week.

use super::class_teachers::may_have_class;
use super::crew::Crew;
use super::exchange::{Exchanged, is_open};
use crate::domain::{DutyRule, Scenario};
use crate::ids::{CampusId, TermId};
use crate::plan::{DutyOrder, Plan, Registered, TermKey};
use std::collections::BTreeMap;

/// The orders of all campuses and terms.
pub(super) fn orders(
    scenario: &Scenario,
    rule: &DutyRule,
    who: (&Crew, &Exchanged),
    (plan, rooms): (&Plan, &[Registered]),
) -> Vec<DutyOrder> {
    let mut orders = Vec::new();
    let mut stood_in: BTreeMap<usize, usize> = BTreeMap::new();
    let (crew, _) = who;
    let with_class = with_class(scenario, crew, plan, rooms);
    for term in scenario.calendar.term_ids() {
        let stage = scenario.calendar.stage_of(term);
        for campus in scenario.campuses.keys() {
            let usable = scenario.usable(campus, scenario.calendar.term(term));
            if !usable || !is_open(scenario, plan, campus, stage) {
                continue;
            }
            let mut leaders: Vec<usize> = crew
                .based(campus, stage)
                .filter(|(_, member)| member.leader && rule.leaders > 0)
                .map(|(person, _)| person)
                .collect();
            let mut teachers = Vec::new();
            if rule.class_teachers(campus) > 0 {
                teachers = with_class.get(&(campus, term)).cloned().unwrap_or_default();
                let may = |person: &usize| may_have_class(scenario, who, (*person, campus), term);
                let others = crew.working(campus, (stage, term));
                let others = others.map(|(person, _)| person);
                let others: Vec<usize> =
                    others.filter(|person| may(person) && !teachers.contains(person)).collect();
                let needed = rule.class_teachers_needed(campus) as usize;
                fill(&mut teachers, needed, others, &mut stood_in);
            }
            // Who comes first has a day more in some terms: not always the same.
            turn(&mut leaders, term);
            turn(&mut teachers, term);
            let keys = |people: &[usize]| -> Vec<String> {
                let people = people.iter();
                people.map(|person| crew.0[*person].key.clone()).collect()
            };
            orders.push(DutyOrder {
                campus: scenario.campuses[campus].id.clone(),
                term: TermKey(scenario.calendar.term(term)),
                leaders: keys(&leaders),
                class_teachers: keys(&teachers),
            });
        }
    }
    orders
}

fn turn(people: &mut [usize], term: TermId) {
    if !people.is_empty() {
        people.rotate_left(term.0 % people.len());
    }
}

/// Adds others up to the number needed.
fn fill(
    teachers: &mut Vec<usize>,
    needed: usize,
    mut others: Vec<usize>,
    stood_in: &mut BTreeMap<usize, usize>,
) {
    let missing = needed.saturating_sub(teachers.len());
    others.sort_by_key(|person| stood_in.get(person).copied().unwrap_or(0));
    for person in others.into_iter().take(missing) {
        *stood_in.entry(person).or_default() += 1;
        teachers.push(person);
    }
}

/// Class teachers by campus and term, in the order of the classes.
fn with_class(
    scenario: &Scenario,
    crew: &Crew,
    plan: &Plan,
    rooms: &[Registered],
) -> BTreeMap<(CampusId, TermId), Vec<usize>> {
    let mut found: BTreeMap<_, Vec<usize>> = BTreeMap::new();
    for one in &plan.class_teachers {
        let person = crew.0.iter().position(|member| member.key == one.person);
        let class = (plan.classes.iter())
            .position(|class| class.name == one.class && class.programme == one.programme);
        let (Some(person), Some(class)) = (person, class) else {
            continue;
        };
        for room in rooms.iter().filter(|room| room.class == class) {
            let term = scenario.calendar.term(room.term);
            if one.from.0 <= term && term <= one.until.0 {
                let people = found.entry((room.campus, room.term)).or_default();
                people.push(person);
            }
        }
    }
    found
}
