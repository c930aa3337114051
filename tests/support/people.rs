//! Names for the periods that a plan written by hand counts, in the simplest
//! way: one after the other up to their load, visits in the order of the week.

use campusplan::domain::Scenario;
use campusplan::plan::{Assignment, Lesson, Plan, Post, TermKey, Visit};
use campusplan::units::Periods;
use std::collections::BTreeMap;

/// Periods by subject and campus.
type Lessons = BTreeMap<(String, String), f64>;

/// Names what the plan counts, stage by stage.
pub fn named(scenario: &Scenario, plan: &Plan) -> Vec<Assignment> {
    let calendar = &scenario.calendar;
    let stages = calendar.stage_ids().flat_map(|stage| {
        let last = calendar.terms_of(stage).last().expect("a term");
        let span = (calendar.start(stage), calendar.term(last));
        in_stage(scenario, plan, (TermKey(span.0), TermKey(span.1)))
    });
    stages.collect()
}

fn in_stage(scenario: &Scenario, plan: &Plan, span: (TermKey, TermKey)) -> Vec<Assignment> {
    let mut doing: Vec<Lessons> = vec![Lessons::new(); plan.posts.len()];
    let base = |post: &Post| {
        let stays = post.leaves.is_none_or(|leaves| span.1 < leaves);
        let seat = post.seats.iter().rfind(|seat| seat.from <= span.0);
        seat.filter(|_| stays).map(|seat| seat.campus.clone())
    };
    for taught in plan.teaching.iter().filter(|one| one.from == span.0) {
        let mut left = taught.periods_per_week.0;
        let mut last = None;
        for (index, post) in plan.posts.iter().enumerate() {
            let recruit = post.group.is_none() && post.subjects[0] == taught.subject;
            let mine = post.group == taught.group && (post.group.is_some() || recruit);
            if mine && base(post).as_ref() == Some(&taught.campus) {
                let has: f64 = doing[index].values().sum();
                let takes = (load(scenario, post) - has).clamp(0.0, left);
                give(&mut doing[index], &taught.subject, &taught.campus, takes);
                left -= takes;
                last = Some(index);
            }
        }
        // What is beyond everybody's load is the last one's.
        if let Some(last) = last {
            give(&mut doing[last], &taught.subject, &taught.campus, left);
        }
    }
    for visit in plan.visiting.iter().filter(|one| one.from == span.0) {
        let mut left = visit.periods_per_week.0;
        for (index, post) in plan.posts.iter().enumerate() {
            if base(post).as_ref() == Some(&visit.base) {
                let key = (visit.subject.clone(), visit.base.clone());
                let has = doing[index].get(&key).copied().unwrap_or(0.0);
                let goes = has.min(left);
                give(&mut doing[index], &visit.subject, &visit.base, -goes);
                give(&mut doing[index], &visit.subject, &visit.host, goes);
                left -= goes;
            }
        }
    }
    let people = plan.posts.iter().zip(doing);
    let people = people.filter(|(_, lessons)| !lessons.is_empty());
    people
        .map(|(post, lessons)| Assignment {
            person: post.key().to_owned(),
            from: span.0,
            until: span.1,
            visits: visits(scenario, base(post).as_deref(), &lessons),
            lessons: (lessons.into_iter())
                .map(|((subject, campus), periods)| Lesson {
                    subject,
                    campus,
                    periods_per_week: Periods(periods),
                })
                .collect(),
        })
        .collect()
}

fn give(lessons: &mut Lessons, subject: &str, campus: &str, periods: f64) {
    let key = (subject.to_owned(), campus.to_owned());
    *lessons.entry(key).or_default() += periods;
    lessons.retain(|_, periods| *periods > 0.0);
}

fn load(scenario: &Scenario, post: &Post) -> f64 {
    let mut groups = scenario.staff.iter();
    let group = groups.find(|group| Some(&group.id) == post.group.as_ref());
    let mut subjects = scenario.subjects.iter();
    let subject = subjects.find(|subject| subject.id == post.subjects[0]);
    let hiring = subject.and_then(|subject| subject.hiring);
    group.map_or(hiring.map_or(0.0, |hiring| hiring.load.0), |one| one.load.0)
}

fn visits(scenario: &Scenario, base: Option<&str>, lessons: &Lessons) -> Vec<Visit> {
    let mut away: BTreeMap<&str, f64> = BTreeMap::new();
    for ((_, campus), periods) in lessons {
        if Some(campus.as_str()) != base {
            *away.entry(campus).or_default() += periods;
        }
    }
    let mut day = 0;
    let visits = away.into_iter().map(|(campus, periods)| {
        let half_days = scenario.half_days(periods);
        let weekdays = (0..half_days).map(|_| {
            day = day % scenario.school_days() + 1;
            day
        });
        Visit { campus: campus.to_owned(), weekdays: weekdays.collect() }
    });
    visits.collect()
}
