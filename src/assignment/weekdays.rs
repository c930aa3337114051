//! On which weekdays those who visit are away: each campus takes as many
//! half-days as its periods need, no day has more than two, nobody is at more
//! campuses on a day than the rule allows, and a campus has its visitors spread
//! over the week.

use crate::domain::Scenario;
use crate::ids::CampusId;
use std::collections::BTreeMap;

/// Half-days of a school day.
const HALVES: usize = 2;

/// Weekdays, from 0, of the half-days at each campus visited.
pub(super) type Visits = BTreeMap<CampusId, Vec<usize>>;

/// The week of all people in a stage.
pub(super) struct Week<'a> {
    scenario: &'a Scenario,
    days: usize,
    /// Visitors at each campus on each day.
    crowd: BTreeMap<CampusId, Vec<usize>>,
}

impl<'a> Week<'a> {
    /// A week without visits.
    pub(super) fn new(scenario: &'a Scenario) -> Self {
        Self { scenario, days: scenario.school_days() as usize, crowd: BTreeMap::new() }
    }

    /// Half-days that weekly periods at another campus take.
    fn half_days(&self, periods: f64) -> usize {
        self.scenario.half_days(periods) as usize
    }

    /// Finds the days for a person's periods at other campuses; as in the
    /// stage before where that still fits.
    pub(super) fn visit(&mut self, away: &BTreeMap<CampusId, f64>, before: &Visits) -> Visits {
        let wanted: BTreeMap<CampusId, usize> =
            (away.iter()).map(|(campus, periods)| (*campus, self.half_days(*periods))).collect();
        let same = before.len() == wanted.len()
            && (wanted.iter()).all(|(campus, count)| {
                (before.get(campus)).is_some_and(|days| days.len() == *count)
            });
        let visits = if same { before.clone() } else { self.choose(&wanted) };
        for (campus, days) in &visits {
            let crowd = self.crowd.entry(*campus).or_default();
            crowd.resize(self.days, 0);
            for day in days {
                crowd[*day] += 1;
            }
        }
        visits
    }

    fn choose(&self, wanted: &BTreeMap<CampusId, usize>) -> Visits {
        let mut own: Vec<Vec<CampusId>> = vec![Vec::new(); self.days];
        let mut visits = Visits::new();
        for (campus, count) in wanted {
            let days = visits.entry(*campus).or_default();
            for _ in 0..*count {
                let day = self.best(&own, *campus);
                own[day].push(*campus);
                days.push(day);
            }
            days.sort_unstable();
        }
        visits
    }

    /// The day for one more half-day at a campus.
    fn best(&self, own: &[Vec<CampusId>], campus: CampusId) -> usize {
        let whole_days = self.scenario.rules.visiting.campuses_per_day < 2;
        let crowd = |day: usize| {
            let crowd = self.crowd.get(&campus);
            crowd.map_or(0, |crowd| crowd[day])
        };
        let rank = |day: &usize| {
            let taken = &own[*day];
            let full = taken.len() >= HALVES;
            let elsewhere = whole_days && taken.iter().any(|one| *one != campus);
            // One campus a day: fill a day that is begun. Two: a fresh day.
            let begun = taken.is_empty() == whole_days;
            (full, elsewhere, begun, crowd(*day), *day)
        };
        (0..self.days).min_by_key(rank).unwrap_or(0)
    }
}
