//! The named periods as the plan writes them, and their sums.
//!
//! The periods of a place are counted for its group and base, whoever takes it:
//! in an exchange each of a pair teaches what the other would.

use super::crew::{Crew, Member};
use super::exchange::Exchanged;
use super::periods::Periods;
use super::weekdays::{Visits, Week};
use crate::domain::Scenario;
use crate::ids::{CampusId, StageId, SubjectId, TermId};
use crate::plan::{Assignment, Lesson, PartTime, Teaching, TermKey, Visit, Visiting};
use crate::units;
use std::collections::BTreeMap;

/// Periods stage by stage, with the base of their place.
fn places<'p>(
    crew: &'p Crew,
    periods: &'p [Periods],
) -> impl Iterator<Item = (StageId, usize, CampusId, SubjectId, CampusId, f64)> + 'p {
    periods.iter().enumerate().flat_map(move |(stage, split)| {
        let stage = StageId(stage);
        split.iter().filter_map(move |((person, subject, campus), periods)| {
            let base = crew.0[*person].base(stage)?;
            Some((stage, *person, base, *subject, *campus, *periods))
        })
    })
}

/// Sums by group and base.
pub(super) fn teaching(scenario: &Scenario, crew: &Crew, periods: &[Periods]) -> Vec<Teaching> {
    let mut sums: BTreeMap<_, f64> = BTreeMap::new();
    for (stage, person, base, subject, _, periods) in places(crew, periods) {
        let group = crew.0[person].group;
        // Recruits come last.
        let leaves = crew.0[person].leaves_within(stage);
        let key = (subject, base, stage, group.is_none(), group, leaves);
        *sums.entry(key).or_default() += periods;
    }
    let sums = sums.into_iter();
    sums.map(|((subject, campus, stage, _, group, leaves), periods)| Teaching {
        group: group.map(|group| scenario.staff[group].id.clone()),
        subject: scenario.subjects[subject].id.clone(),
        campus: scenario.campuses[campus].id.clone(),
        from: TermKey(scenario.calendar.start(stage)),
        until: leaves.map(|leaves| TermKey(scenario.calendar.term(TermId(leaves.0 - 1)))),
        periods_per_week: units::Periods(periods),
    })
    .collect()
}

/// Sums of what is taught away from the base.
pub(super) fn visiting(scenario: &Scenario, crew: &Crew, periods: &[Periods]) -> Vec<Visiting> {
    let mut sums: BTreeMap<_, f64> = BTreeMap::new();
    for (stage, _, base, subject, host, periods) in places(crew, periods) {
        if host != base {
            *sums.entry((subject, base, host, stage)).or_default() += periods;
        }
    }
    let sums = sums.into_iter();
    sums.map(|((subject, base, host, stage), periods)| Visiting {
        subject: scenario.subjects[subject].id.clone(),
        base: scenario.campuses[base].id.clone(),
        host: scenario.campuses[host].id.clone(),
        from: TermKey(scenario.calendar.start(stage)),
        periods_per_week: units::Periods(periods),
    })
    .collect()
}

/// What is bought stage by stage.
pub(super) fn part_time(
    scenario: &Scenario,
    bought: &[BTreeMap<(SubjectId, CampusId), f64>],
) -> Vec<PartTime> {
    let mut all: BTreeMap<_, f64> = BTreeMap::new();
    for (stage, bought) in bought.iter().enumerate() {
        for ((subject, campus), periods) in bought {
            all.insert((*subject, *campus, StageId(stage)), *periods);
        }
    }
    let all = all.into_iter();
    all.map(|((subject, campus, stage), periods)| PartTime {
        subject: scenario.subjects[subject].id.clone(),
        campus: scenario.campuses[campus].id.clone(),
        from: TermKey(scenario.calendar.start(stage)),
        periods_per_week: units::Periods(periods),
    })
    .collect()
}

/// What somebody does in a stage.
#[derive(Clone, Default, PartialEq)]
struct Doing {
    lessons: BTreeMap<(CampusId, SubjectId), f64>,
    visits: Visits,
}

/// Everybody's periods and weekdays; stages alike are one entry.
pub(super) fn assignments(
    scenario: &Scenario,
    (crew, exchanged): (&Crew, &Exchanged),
    periods: &[Periods],
) -> Vec<Assignment> {
    let mut doing = vec![vec![Doing::default(); periods.len()]; crew.0.len()];
    for (stage, place, _, subject, campus, periods) in places(crew, periods) {
        let person = exchanged.partner(stage, place).unwrap_or(place);
        let lessons = &mut doing[person][stage.0].lessons;
        lessons.insert((campus, subject), periods);
    }
    for stage in scenario.calendar.stage_ids() {
        let mut week = Week::new(scenario);
        for (person, stages) in doing.iter_mut().enumerate() {
            let place = exchanged.partner(stage, person).unwrap_or(person);
            let home = crew.0[place].base(stage);
            let mut away: BTreeMap<CampusId, f64> = BTreeMap::new();
            for ((campus, _), periods) in &stages[stage.0].lessons {
                if Some(*campus) != home {
                    *away.entry(*campus).or_default() += periods;
                }
            }
            let before = stage.0.checked_sub(1).map(|before| &stages[before].visits);
            let before = before.cloned().unwrap_or_default();
            stages[stage.0].visits = week.visit(&away, &before);
        }
    }
    let people = doing.into_iter().enumerate();
    people.flat_map(|(person, stages)| runs(scenario, &crew.0[person], &stages)).collect()
}

fn runs(scenario: &Scenario, person: &Member, stages: &[Doing]) -> Vec<Assignment> {
    let mut runs: Vec<Assignment> = Vec::new();
    let mut before = None;
    for (index, doing) in stages.iter().enumerate() {
        let stage = StageId(index);
        let leaves = person.leaves_within(stage).map(|leaves| leaves.0);
        let end = leaves.unwrap_or(scenario.calendar.stages[stage].end);
        let last = end.saturating_sub(1);
        let until = TermKey(scenario.calendar.term(TermId(last)));
        match runs.last_mut() {
            _ if doing.lessons.is_empty() => {}
            Some(run) if before == Some(doing) => run.until = until,
            _ => runs.push(Assignment {
                person: person.key.clone(),
                from: TermKey(scenario.calendar.start(StageId(index))),
                until,
                lessons: lessons(scenario, doing),
                visits: visits(scenario, doing),
            }),
        }
        before = Some(doing);
    }
    runs
}

fn lessons(scenario: &Scenario, doing: &Doing) -> Vec<Lesson> {
    let lessons = doing.lessons.iter();
    lessons
        .map(|((campus, subject), periods)| Lesson {
            subject: scenario.subjects[*subject].id.clone(),
            campus: scenario.campuses[*campus].id.clone(),
            periods_per_week: units::Periods(*periods),
        })
        .collect()
}

fn visits(scenario: &Scenario, doing: &Doing) -> Vec<Visit> {
    let day = |day: &usize| u32::try_from(day + 1).unwrap_or(u32::MAX);
    let visits = doing.visits.iter();
    visits
        .map(|(campus, days)| Visit {
            campus: scenario.campuses[*campus].id.clone(),
            weekdays: days.iter().map(day).collect(),
        })
        .collect()
}
