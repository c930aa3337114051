//! The variables about people.

use super::{Decisions, both_usable, pairs, recruitable};
use crate::ids::{CampusId, GroupId, StageId};
use crate::model::Staff;
use crate::model::builder::{Builder, Purpose};
use crate::model::exchange::{kinds, takes_place};
use crate::model::linear::Variable;

impl Decisions {
    pub(super) fn add_recruits(&mut self, builder: &mut Builder<'_>, staff: Staff) {
        let scenario = builder.scenario;
        for (id, _) in recruitable(scenario) {
            for stage in scenario.calendar.stage_ids() {
                let so_far = people(builder, staff, f64::INFINITY);
                self.recruits.insert((id, stage), so_far);
            }
        }
    }

    pub(super) fn add_teaching_together(&mut self, builder: &mut Builder<'_>) {
        let scenario = builder.scenario;
        for subject in scenario.rules.part_time.pay.keys() {
            for stage in scenario.calendar.stage_ids() {
                let periods = builder.problem.real(f64::INFINITY);
                self.part_time_together.insert((*subject, stage), periods);
            }
        }
        for (id, group) in scenario.staff.iter_enumerated() {
            if group.subjects.len() > 1 {
                for subject in &group.subjects {
                    for stage in scenario.calendar.stage_ids() {
                        let periods = builder.problem.real(f64::INFINITY);
                        self.taught_together.insert((id, *subject, stage), periods);
                        for term in group.leaving(&scenario.calendar, stage).into_keys() {
                            let periods = builder.problem.real(f64::INFINITY);
                            let key = (id, *subject, term);
                            self.last_taught_together.insert(key, periods);
                        }
                    }
                }
            }
        }
    }

    /// Those who leave within a stage, where they have been based before it.
    pub(super) fn add_leaving(&mut self, builder: &mut Builder<'_>) {
        let scenario = builder.scenario;
        for (id, group) in scenario.staff.iter_enumerated() {
            for stage in scenario.calendar.stage_ids() {
                for (term, count) in group.leaving(&scenario.calendar, stage) {
                    for campus in scenario.campuses.keys() {
                        let there = match stage.0.checked_sub(1) {
                            Some(before) => {
                                self.posted.contains_key(&(id, campus, StageId(before)))
                            }
                            None => group.campus == campus,
                        };
                        let open = &self.open[&(campus, stage)];
                        if !there || open.is_constant() && open.constant <= 0.0 {
                            continue;
                        }
                        let people = builder.problem.whole(f64::from(count));
                        self.leaving.insert((id, campus, term), people);
                        for subject in group.subjects.iter().filter(|_| group.subjects.len() > 1) {
                            let periods = builder.problem.real(f64::INFINITY);
                            let key = (id, *subject, campus, term);
                            self.last_taught.insert(key, periods);
                        }
                    }
                }
            }
        }
    }

    pub(super) fn add_posts(&mut self, builder: &mut Builder<'_>) {
        let scenario = builder.scenario;
        let anywhere = builder.purpose != Purpose::Plan;
        for stage in scenario.calendar.stage_ids() {
            for campus in scenario.campuses.keys() {
                if !anywhere && !scenario.usable_within(campus, stage) {
                    continue;
                }
                for (id, group) in scenario.staff.iter_enumerated() {
                    if group.barred.contains(&campus) {
                        continue;
                    }
                    let key = (id, campus, stage);
                    let people = builder.problem.real(f64::INFINITY);
                    self.posted.insert(key, people);
                    let rebased = builder.problem.real(f64::INFINITY);
                    self.rebased.insert(key, rebased);
                    if group.subjects.len() > 1 {
                        for subject in &group.subjects {
                            let periods = builder.problem.real(f64::INFINITY);
                            let key = (id, *subject, campus, stage);
                            self.taught.insert(key, periods);
                        }
                    }
                }
                for (id, _) in recruitable(scenario) {
                    let key = (id, campus, stage);
                    let people = builder.problem.real(f64::INFINITY);
                    self.recruits_posted.insert(key, people);
                    let arriving = builder.problem.real(f64::INFINITY);
                    self.recruits_arriving.insert(key, arriving);
                }
                self.add_retrained_posts(builder, campus, stage);
                for subject in scenario.rules.part_time.pay.keys() {
                    let key = (*subject, campus, stage);
                    let periods = builder.problem.real(f64::INFINITY);
                    self.part_time.insert(key, periods);
                }
            }
        }
    }

    pub(super) fn add_visiting(&mut self, builder: &mut Builder<'_>) {
        let scenario = builder.scenario;
        let rule = &scenario.rules.visiting;
        if rule.share <= 0.0 {
            return;
        }
        for (base, host) in pairs(scenario) {
            let time = scenario.road(base, host).map(|road| road.time);
            if time.is_none_or(|time| rule.time.is_some_and(|most| time > most)) {
                continue;
            }
            for stage in both_usable(scenario, base, host) {
                for subject in scenario.subjects.keys() {
                    let periods = builder.problem.real(f64::INFINITY);
                    self.visiting.insert((subject, base, host, stage), periods);
                }
            }
        }
    }

    pub(super) fn add_retrained(&mut self, builder: &mut Builder<'_>, staff: Staff) {
        let scenario = builder.scenario;
        for (group, course) in scenario.retrainable() {
            for stage in scenario.calendar.stage_ids() {
                if course.begun(scenario.calendar.start(stage)) >= scenario.calendar.first {
                    let so_far = people(builder, staff, f64::from(course.most));
                    self.retrained.insert((group, course.to, stage), so_far);
                }
            }
        }
    }

    fn add_retrained_posts(&mut self, builder: &mut Builder<'_>, campus: CampusId, stage: StageId) {
        let here: Vec<_> = self.retrained.keys().copied().collect();
        let barred = |group: GroupId| builder.scenario.staff[group].barred.contains(&campus);
        let here: Vec<_> =
            here.into_iter().filter(|(group, _, when)| *when == stage && !barred(*group)).collect();
        for (group, subject, _) in here {
            let key = (group, subject, campus, stage);
            let people = builder.problem.real(f64::INFINITY);
            self.retrained_posted.insert(key, people);
            let arriving = builder.problem.real(f64::INFINITY);
            self.retrained_arriving.insert(key, arriving);
        }
    }

    pub(super) fn add_exchanges(&mut self, builder: &mut Builder<'_>) {
        let scenario = builder.scenario;
        let Some(rule) = &scenario.rules.exchange else {
            return;
        };
        for (branch, pairs) in &rule.pairs {
            for stage in scenario.calendar.stage_ids() {
                if !takes_place(scenario, rule, *branch, stage) {
                    continue;
                }
                for (index, _) in kinds(scenario).iter().enumerate() {
                    let pairs = builder.problem.real(f64::from(*pairs));
                    self.exchanged.insert((index, *branch, stage), pairs);
                }
            }
        }
    }
}

/// A new column that counts people. Where staff are counted together it is
/// real: next to that, whole people make good places far harder to find.
fn people(builder: &mut Builder<'_>, staff: Staff, most: f64) -> Variable {
    match staff {
        Staff::Posted => builder.problem.whole(most),
        Staff::Together => builder.problem.real(most),
    }
}
