//! Posts from counts: who of a group is based where, with as few changes of
//! base as the counts allow.
//!
//! Going back from the last stage, everyone at a campus is traced to the same
//! campus in the stage before as long as there were enough; the others came
//! from where people were left over. Who is not traced on left the group after
//! that stage, and is matched with someone who retires then; those who teach for
//! some terms of the next stage stay where the counts have them do so.

use crate::domain::{Person, Scenario, StaffGroup};
use crate::ids::{CampusId, GroupId, StageId, SubjectId, TermId};
use crate::model::decisions::Decisions;
use crate::plan::{Post, Retrained, Seat, TermKey};

/// People by campus (index) in one stage.
type Counts = Vec<usize>;

/// The bases of one person: a campus for each stage from `first` on.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Chain {
    first: usize,
    campuses: Vec<CampusId>,
    /// The term with which they leave, where it lies within the stage after the
    /// last and they teach until then.
    leaves: Option<TermId>,
}

impl Chain {
    /// The last stage.
    fn last(&self) -> usize {
        self.first + self.campuses.len() - 1
    }
}

/// All posts: today's staff group by group, then the recruits.
pub(super) fn posts(scenario: &Scenario, decisions: &Decisions, values: &[f64]) -> Vec<Post> {
    let mut posts = Vec::new();
    for id in scenario.staff.keys() {
        posts.extend(group_posts(scenario, decisions, values, id));
    }
    for id in scenario.subjects.keys() {
        posts.extend(recruit_posts(scenario, decisions, values, id));
    }
    posts
}

/// Counts by stage and campus, from the variables of a group or subject.
#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
fn counts(scenario: &Scenario, count: impl Fn(CampusId, StageId) -> f64) -> Vec<Counts> {
    let stages = scenario.calendar.stage_ids();
    let at = |stage: StageId| {
        let campuses = scenario.campuses.keys();
        campuses.map(|campus| count(campus, stage).round() as usize).collect()
    };
    stages.map(at).collect()
}

fn group_posts(
    scenario: &Scenario,
    decisions: &Decisions,
    values: &[f64],
    id: GroupId,
) -> Vec<Post> {
    let group = &scenario.staff[id];
    let counts = counts(scenario, |campus, stage| {
        let variable = decisions.posted.get(&(id, campus, stage));
        variable.map_or(0.0, |variable| values[variable.0])
    });
    let mut chains = shrinking(&counts, &leaving(scenario, decisions, values, id));
    let mut changed = retrained(scenario, decisions, values, id, &mut chains).into_iter();
    let first = scenario.calendar.first;
    let people = group.people.iter().enumerate();
    let working = people.filter(|(_, person)| person.retires.is_none_or(|term| term > first));
    working
        .map(|(index, person)| {
            let last = last_stage(scenario, person);
            let stays = last.is_some_and(|last| last + 1 == counts.len());
            if let Some((chain, change)) = stays.then(|| changed.next()).flatten() {
                let mut post = post(scenario, id, (index, person), Some(&chain));
                post.retrained = Some(change);
                return post;
            }
            let retires = person.retires.and_then(|term| scenario.calendar.find(term));
            let ends = |chain: &Chain, leaves: Option<TermId>| {
                Some(chain.last()) == last && chain.leaves == leaves
            };
            let found = chains.iter().position(|chain| ends(chain, retires));
            let found = found.or_else(|| chains.iter().position(|chain| ends(chain, None)));
            let chain = found.map(|position| chains.remove(position));
            post(scenario, id, (index, person), chain.as_ref())
        })
        .collect()
}

/// The bases of those of a group who change subject: a chain that ends where
/// another of the new subject begins, at the same campus where there is one.
fn retrained(
    scenario: &Scenario,
    decisions: &Decisions,
    values: &[f64],
    id: GroupId,
    chains: &mut Vec<Chain>,
) -> Vec<(Chain, Retrained)> {
    let mut changed = Vec::new();
    for (_, course) in scenario.retrainable().into_iter().filter(|(group, _)| *group == id) {
        let counts = counts(scenario, |campus, stage| {
            let key = (id, course.to, campus, stage);
            let variable = decisions.retrained_posted.get(&key);
            variable.map_or(0.0, |variable| values[variable.0])
        });
        for after in growing(&counts) {
            let change = Retrained {
                from: TermKey(scenario.calendar.start(StageId(after.first))),
                subject: scenario.subjects[course.to].id.clone(),
            };
            let ends = |chain: &Chain| chain.last() + 1 == after.first;
            let here = |chain: &Chain| chain.campuses.last() == after.campuses.first();
            let found = (chains.iter().position(|chain| ends(chain) && here(chain)))
                .or_else(|| chains.iter().position(ends));
            let whole = match found.map(|position| chains.remove(position)) {
                Some(mut before) => {
                    before.campuses.extend(&after.campuses);
                    before
                }
                None => after,
            };
            changed.push((whole, change));
        }
    }
    changed
}

/// The last stage a person works through to its end; `None` if not even the
/// first.
fn last_stage(scenario: &Scenario, person: &Person) -> Option<usize> {
    let calendar = &scenario.calendar;
    let works_through = |stage: &StageId| {
        let last = calendar.term(TermId(calendar.stages[*stage].end - 1));
        person.retires.is_none_or(|retires| last < retires)
    };
    let stages = calendar.stage_ids().take_while(works_through);
    stages.last().map(|stage| stage.0)
}

/// Those who leave within a stage and teach until then: the stage before it,
/// their campus, and the term with which they leave.
type Leaving = Vec<(usize, CampusId, TermId)>;

#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
fn leaving(scenario: &Scenario, decisions: &Decisions, values: &[f64], id: GroupId) -> Leaving {
    let mut leaving = Leaving::new();
    for ((group, campus, term), people) in &decisions.leaving {
        let before = scenario.calendar.stage_of(*term).0.checked_sub(1);
        if let Some(before) = before.filter(|_| *group == id) {
            let count = values[people.0].round() as usize;
            leaving.extend(std::iter::repeat_n((before, *campus, *term), count));
        }
    }
    leaving
}

/// Traces a group that only loses people.
fn shrinking(counts: &[Counts], leaving: &Leaving) -> Vec<Chain> {
    let mut done: Vec<Chain> = Vec::new();
    for (stage, now) in counts.iter().enumerate().rev() {
        let mut free = now.clone();
        let mut waiting = Vec::new();
        let mut last = Vec::new();
        for (_, campus, term) in leaving.iter().filter(|one| one.0 == stage) {
            if free[campus.0] > 0 {
                free[campus.0] -= 1;
                last.push(Chain { first: stage, campuses: vec![*campus], leaves: Some(*term) });
            }
        }
        for (index, chain) in done.iter_mut().enumerate() {
            let campus = chain.campuses[0];
            if free[campus.0] > 0 {
                free[campus.0] -= 1;
                chain.campuses.insert(0, campus);
                chain.first = stage;
            } else {
                waiting.push(index);
            }
        }
        let mut left = spread(&free);
        for index in waiting {
            if let Some(campus) = left.pop_front() {
                done[index].campuses.insert(0, campus);
                done[index].first = stage;
            }
        }
        done.extend(last);
        done.extend(left.into_iter().map(|campus| Chain {
            first: stage,
            campuses: vec![campus],
            leaves: None,
        }));
    }
    done
}

/// Traces recruits, who only grow in number.
fn growing(counts: &[Counts]) -> Vec<Chain> {
    let mut done: Vec<Chain> = Vec::new();
    for (stage, now) in counts.iter().enumerate() {
        let mut free = now.clone();
        let mut waiting = Vec::new();
        for (index, chain) in done.iter_mut().enumerate() {
            let campus = chain.campuses[chain.campuses.len() - 1];
            if free[campus.0] > 0 {
                free[campus.0] -= 1;
                chain.campuses.push(campus);
            } else {
                waiting.push(index);
            }
        }
        let mut left = spread(&free);
        for index in waiting {
            if let Some(campus) = left.pop_front() {
                done[index].campuses.push(campus);
            }
        }
        done.extend(left.into_iter().map(|campus| Chain {
            first: stage,
            campuses: vec![campus],
            leaves: None,
        }));
    }
    done
}

/// Campuses, each as often as it is counted.
fn spread(counts: &Counts) -> std::collections::VecDeque<CampusId> {
    let campuses = counts.iter().enumerate();
    campuses.flat_map(|(index, count)| std::iter::repeat_n(CampusId(index), *count)).collect()
}

fn seats(scenario: &Scenario, chain: &Chain) -> Vec<Seat> {
    let mut seats: Vec<Seat> = Vec::new();
    for (index, campus) in chain.campuses.iter().enumerate() {
        let campus = &scenario.campuses[*campus].id;
        if seats.last().is_none_or(|last| last.campus != *campus) {
            seats.push(Seat {
                from: TermKey(scenario.calendar.start(StageId(chain.first + index))),
                campus: campus.clone(),
            });
        }
    }
    seats
}

fn keys(scenario: &Scenario, subjects: &[SubjectId]) -> Vec<String> {
    let keys = subjects.iter().map(|id| scenario.subjects[*id].id.clone());
    keys.collect()
}

fn post(
    scenario: &Scenario,
    id: GroupId,
    (index, person): (usize, &Person),
    chain: Option<&Chain>,
) -> Post {
    let group: &StaffGroup = &scenario.staff[id];
    let today = scenario.campuses[group.campus].id.clone();
    let name = person.name.clone().unwrap_or_else(|| {
        let group = group.name.get(scenario.language);
        format!("{group}{}", index + 1)
    });
    let stay = || vec![Seat { from: TermKey(scenario.calendar.first), campus: today.clone() }];
    let end = scenario.calendar.first.plus(i64::try_from(scenario.calendar.terms).unwrap_or(0));
    Post {
        name,
        group: Some(group.id.clone()),
        person: person.id.clone(),
        subjects: keys(scenario, &group.subjects),
        seats: chain.map_or_else(stay, |chain| seats(scenario, chain)),
        campus_today: Some(today),
        leaves: person.retires.filter(|term| *term < end).map(TermKey),
        retrained: None,
        employer: scenario.names_people().then(|| group.employer.clone()),
        title: person.title.filter(|_| scenario.names_people()),
        leader: group.leader && scenario.names_people(),
    }
}

fn recruit_posts(
    scenario: &Scenario,
    decisions: &Decisions,
    values: &[f64],
    id: SubjectId,
) -> Vec<Post> {
    let counts = counts(scenario, |campus, stage| {
        let variable = decisions.recruits_posted.get(&(id, campus, stage));
        variable.map_or(0.0, |variable| values[variable.0])
    });
    let subject = scenario.subjects[id].name.get(scenario.language);
    let chains = growing(&counts).into_iter().enumerate();
    chains
        .map(|(index, chain)| Post {
            name: match scenario.language {
                crate::domain::Language::Zh => format!("新聘{subject}教师{}", index + 1),
                crate::domain::Language::En => format!("{subject} recruit {}", index + 1),
            },
            group: None,
            person: None,
            subjects: keys(scenario, &[id]),
            campus_today: None,
            seats: seats(scenario, &chain),
            leaves: None,
            retrained: None,
            employer: None,
            title: None,
            leader: false,
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::{growing, shrinking};
    use crate::ids::{CampusId, TermId};

    fn moves(chains: &[super::Chain]) -> usize {
        let chains = chains.iter();
        chains
            .map(|chain| chain.campuses.windows(2).filter(|pair| pair[0] != pair[1]).count())
            .sum()
    }

    #[test]
    fn only_as_many_move_as_the_counts_force() {
        // 3 at campus 0; then 1 and 2; then one leaves campus 1.
        let chains = shrinking(&[vec![3, 0], vec![1, 2], vec![1, 1]], &vec![]);
        assert_eq!(chains.len(), 3);
        assert_eq!(moves(&chains), 2);
        assert_eq!(chains.iter().filter(|chain| chain.last() == 2).count(), 2);
    }

    #[test]
    fn who_retires_leaves_from_the_campus_that_shrinks() {
        let chains = shrinking(&[vec![2, 2], vec![2, 1]], &vec![]);
        assert_eq!(moves(&chains), 0);
        let gone = chains.iter().find(|chain| chain.last() == 0);
        assert_eq!(gone.map(|chain| chain.campuses[0]), Some(CampusId(1)));
    }

    #[test]
    fn who_teaches_to_the_last_stays_where_that_is() {
        let teaches = vec![(0, CampusId(0), TermId(3))];
        let chains = shrinking(&[vec![2, 2], vec![2, 1]], &teaches);
        assert_eq!(moves(&chains), 1);
        let gone = chains.iter().find(|chain| chain.last() == 0);
        let gone = gone.expect("somebody who leaves");
        assert_eq!((gone.campuses[0], gone.leaves), (CampusId(0), Some(TermId(3))));
    }

    /// Numbers that look as if drawn at random, always the same.
    fn draws() -> impl FnMut(usize) -> usize {
        let mut state: u64 = 1;
        move |below| {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
            usize::try_from(state >> 33).unwrap() % below
        }
    }

    /// People over three campuses in four stages; nobody, or one, leaves.
    fn drawn(draw: &mut impl FnMut(usize) -> usize) -> Vec<super::Counts> {
        let mut people = 6;
        let stage = |_| {
            let mut counts = vec![0; 3];
            for _ in 0..people {
                counts[draw(3)] += 1;
            }
            people -= draw(2);
            counts
        };
        (0..4).map(stage).collect()
    }

    /// Who must come from elsewhere: more at a campus than before.
    fn forced(counts: &[super::Counts]) -> usize {
        let pairs = counts.windows(2);
        let more = |pair: &[super::Counts]| -> usize {
            let both = pair[0].iter().zip(&pair[1]);
            both.map(|(before, now)| now.saturating_sub(*before)).sum()
        };
        pairs.map(more).sum()
    }

    #[test]
    fn never_more_move_than_the_counts_force() {
        let mut draw = draws();
        for _ in 0..200 {
            let counts = drawn(&mut draw);
            assert_eq!(moves(&shrinking(&counts, &vec![])), forced(&counts), "{counts:?}");
            let grown: Vec<super::Counts> = counts.into_iter().rev().collect();
            let back: Vec<super::Counts> = grown.iter().rev().cloned().collect();
            assert_eq!(moves(&growing(&grown)), forced(&back), "{grown:?}");
        }
    }

    #[test]
    fn recruits_join_where_they_are_missing() {
        let chains = growing(&[vec![1, 0], vec![1, 2]]);
        assert_eq!(chains.len(), 3);
        assert_eq!(moves(&chains), 0);
    }
}
