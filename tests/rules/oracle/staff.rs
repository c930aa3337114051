//! Posts of staff and recruits, stage by stage, and what they cost.

use super::classes::Load;
use super::things::State;
use super::{discounted, number, spread, terms};
use campusplan::domain::{Hiring, Scenario, StaffGroup};
use campusplan::ids::{CampusId, GroupId, StageId, SubjectId};
use std::collections::HashMap;

/// People by campus: of each group, then of the recruits of each subject.
type Posts = Vec<Vec<usize>>;

/// The least cost of recruits and visits; `None` when the periods cannot be
/// taught.
pub fn cheapest(scenario: &Scenario, load: &Load, state: &State) -> Option<f64> {
    let groups = scenario.staff.iter();
    let today = |group: &StaffGroup| {
        let mut posts = vec![0; scenario.campuses.len()];
        posts[group.campus.0] = group.people.len();
        posts
    };
    let nobody = vec![vec![0; scenario.campuses.len()]; scenario.subjects.len()];
    let start: Posts = groups.map(today).chain(nobody).collect();
    let mut frontier = HashMap::from([(start, 0.0)]);
    let mut years = Vec::new();
    for stage in 0..scenario.calendar.stages.len() {
        let year = scenario.calendar.start(StageId(stage)).year;
        assert!(!years.contains(&year), "the oracle counts hires by stage");
        years.push(year);
        let mut after: HashMap<Posts, f64> = HashMap::new();
        for posts in choices(scenario, &state.open[stage], stage) {
            let Some(cost) = taught(scenario, load, (&posts, stage)) else {
                continue;
            };
            for (before, spent) in &frontier {
                let Some(hiring) = change(scenario, before, &posts, stage) else {
                    continue;
                };
                let cost = spent + cost + hiring;
                let best = after.entry(posts.clone()).or_insert(cost);
                *best = best.min(cost);
            }
        }
        frontier = after;
    }
    frontier.into_values().min_by(f64::total_cmp)
}

fn hiring(scenario: &Scenario, index: usize) -> Option<Hiring> {
    let subject = index.checked_sub(scenario.staff.len())?;
    scenario.subjects[SubjectId(subject)].hiring
}

/// All posts of a stage, at open campuses.
fn choices(scenario: &Scenario, open: &[bool], stage: usize) -> Vec<Posts> {
    let last = *terms(scenario, stage).last().expect("a term");
    let mut all: Vec<Posts> = vec![vec![]];
    for index in 0..scenario.staff.len() + scenario.subjects.len() {
        let counts = match (scenario.staff.get(GroupId(index)), hiring(scenario, index)) {
            (Some(group), _) => {
                let people = group.working(last);
                people..=people
            }
            (None, Some(hiring)) => 0..=hiring.most_per_year as usize * (stage + 1),
            (None, None) => 0..=0,
        };
        let ways: Vec<Vec<usize>> = counts
            .flat_map(|count| spread(count, scenario.campuses.len()))
            .filter(|way| way.iter().zip(open).all(|(people, open)| *open || *people == 0))
            .collect();
        let longer = all.iter().flat_map(|posts: &Posts| {
            let with = |way: &Vec<usize>| [posts.clone(), vec![way.clone()]].concat();
            ways.iter().map(with).collect::<Vec<_>>()
        });
        all = longer.collect();
    }
    all
}

/// Cost of going from one stage's posts to the next, with the pay of the
/// recruits; `None` when a cap of rule Employment forbids it.
fn change(scenario: &Scenario, before: &Posts, now: &Posts, stage: usize) -> Option<f64> {
    let rule = &scenario.rules.employment;
    let year = scenario.calendar.start(StageId(stage)).year;
    let (mut arrived, mut hired_in_all, mut cost) = (0, 0, 0.0);
    for (index, (was, is)) in before.iter().zip(now).enumerate() {
        let more = was.iter().zip(is).map(|(was, is)| is.saturating_sub(*was));
        arrived += more.sum::<usize>();
        let Some(hiring) = hiring(scenario, index) else {
            continue;
        };
        let people: usize = is.iter().sum();
        let hired = people.checked_sub(was.iter().sum())?;
        if hired > hiring.most_per_year as usize {
            return None;
        }
        hired_in_all += hired;
        cost += discounted(scenario, number(hired) * hiring.cost.0, year);
        for term in terms(scenario, stage) {
            cost += discounted(scenario, number(people) * hiring.pay.0, term.year);
        }
    }
    let within = |most: Option<u32>, count: usize| most.is_none_or(|most| count <= most as usize);
    let rebased = arrived - hired_in_all;
    let kept = within(rule.hires_per_year, hired_in_all) && within(rule.rebased_per_stage, rebased);
    kept.then_some(cost)
}

/// Cost of the visits of a stage; `None` when something cannot be taught.
fn taught(scenario: &Scenario, load: &Load, (posts, stage): (&Posts, usize)) -> Option<f64> {
    let mut cost = 0.0;
    for subject in scenario.subjects.keys() {
        let supply = |campus: CampusId| {
            let of_groups = scenario.staff.iter().zip(posts);
            let of_groups = of_groups.filter(|(group, _)| group.subjects == [subject]);
            let of_groups: f64 =
                of_groups.map(|(group, posts)| group.load.0 * number(posts[campus.0])).sum();
            let index = scenario.staff.len() + subject.0;
            let each = hiring(scenario, index).map_or(0.0, |hiring| hiring.load.0);
            of_groups + each * number(posts[index][campus.0])
        };
        let needed = |campus: CampusId, term: usize| {
            let key = (subject.0, campus.0, term);
            load.needed.get(&key).copied().unwrap_or(0.0)
        };
        let span = scenario.calendar.stages[StageId(stage)].clone();
        let most = |campus| span.clone().map(|term| needed(campus, term)).fold(0.0, f64::max);
        for host in scenario.campuses.keys() {
            let periods = most(host) - supply(host);
            if periods <= 1e-9 {
                continue;
            }
            assert_eq!(scenario.campuses.len(), 2, "the oracle visits between two");
            let base = CampusId(1 - host.0);
            let road = scenario.road(host, base)?;
            let rule = &scenario.rules.visiting;
            let near = rule.time.is_none_or(|most| road.time <= most);
            let share = |term: usize| rule.share * (needed(host, term) + needed(base, term));
            let shared = span.clone().all(|term| periods <= share(term) + 1e-9);
            if !near || !shared || most(base) + periods > supply(base) + 1e-9 {
                return None;
            }
            let trips = periods / scenario.prices.periods_per_visit * scenario.calendar.weeks;
            let money = trips * 2.0 * road.length.0 * scenario.prices.visiting_per_km.0;
            for term in terms(scenario, stage) {
                cost += discounted(scenario, money, term.year);
            }
        }
    }
    Some(cost)
}
