//! Two classes of a cohort that become one.

use super::classes::{Life, Load, heads, load, moves, remaining, today};
use campusplan::domain::Scenario;
use campusplan::ids::{CohortId, StageId};

/// What a cohort of two classes asks for in every way in which one of them is
/// dissolved.
pub fn merged(scenario: &Scenario, cohort: CohortId, lives: &[Life]) -> Vec<Load> {
    let mut all = Vec::new();
    for stage in 1..scenario.calendar.stages.len() {
        let Some(study) = point(scenario, cohort, stage) else {
            continue;
        };
        let mut ended: Vec<Life> = Vec::new();
        for life in lives {
            if let Some(life) = end(life, stage, study)
                && !ended.contains(&life)
            {
                ended.push(life);
            }
        }
        for ended in &ended {
            for other in lives {
                if may(scenario, cohort, (ended, other), (stage, study)) {
                    let own = heads(scenario, cohort);
                    let joined = Life { joined: Some((stage, own)), ..other.clone() };
                    let mut sum = load(scenario, cohort, ended);
                    sum.add(&load(scenario, cohort, &joined));
                    sum.spend(scenario, stage, scenario.rules.merging.unwrap().cost.0);
                    all.push(sum);
                }
            }
        }
    }
    all
}

/// The term of study in which two classes may merge into one that is not too
/// large, at the start of a stage.
fn point(scenario: &Scenario, cohort: CohortId, stage: usize) -> Option<usize> {
    let rule = scenario.rules.merging?;
    let start = scenario.calendar.start(StageId(stage));
    let study = scenario.term_of_study(cohort, start)?;
    let programme = scenario.programme_of(cohort);
    let spared = study + 1 >= programme.length() && !scenario.rules.relocation.last_year;
    let together = 2.0 * remaining(scenario, cohort, start) * heads(scenario, cohort);
    let most = rule.most_students.0.min(programme.class_size.1);
    (!spared && together <= most + 1e-9).then_some(study)
}

/// A life that ends; none if the class is then on internship.
fn end(life: &Life, stage: usize, study: usize) -> Option<Life> {
    let mut life = life.clone();
    life.seats[stage - 1]?;
    life.seats[stage..].fill(None);
    match life.away {
        Some((first, last)) if first < study && study <= last => return None,
        Some((first, _)) if first >= study => life.away = None,
        _ => {}
    }
    Some(life)
}

fn may(
    scenario: &Scenario,
    cohort: CohortId,
    (ended, other): (&Life, &Life),
    (stage, study): (usize, usize),
) -> bool {
    let today = today(scenario, cohort);
    let before = moves(&ended.seats, today).len();
    let after = moves(&other.seats, today).into_iter();
    let after = after.filter(|at| *at >= stage).count();
    let most = scenario.rules.relocation.most_per_class as usize;
    let alike = match other.away {
        Some((first, last)) if first < study => last < study && ended.away.is_some(),
        _ => ended.away.is_none(),
    };
    ended.seats[stage - 1] == other.seats[stage - 1] && before + after <= most && alike
}
