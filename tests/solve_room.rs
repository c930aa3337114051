//! Once classes are placed a tier need only come within what later tiers may
//! give away anyway.

#![allow(missing_docs)]

use campusplan::scenario;
use campusplan::solve::backend::{Answer, Backend, Question, SolverError, Watch};
use campusplan::solve::{Highs, Unwatched};
use campusplan::study::{Outcome, plan_with};
use std::sync::Mutex;

/// Asks the solver and remembers what was enough and what came.
#[derive(Default)]
struct Recorder(Mutex<Vec<(Option<f64>, f64)>>);

impl Backend for Recorder {
    fn ask(&self, question: &Question<'_>, watch: &dyn Watch) -> Result<Answer, SolverError> {
        let answer = Highs.ask(question, watch)?;
        if let Answer::Solution(found) = &answer {
            let value = question.objective.value(&found.values);
            self.0.lock().unwrap().push((question.stop.enough, value));
        }
        Ok(answer)
    }
}

#[test]
fn what_is_enough_is_reached_and_asked_for_only_before_the_last_tier() {
    let file = concat!(env!("CARGO_MANIFEST_DIR"), "/scenarios/minimal.ron");
    let text = std::fs::read_to_string(file).unwrap();
    let scenario = scenario::read(&text).unwrap().scenario;
    let recorder = Recorder::default();
    let outcome = plan_with(&recorder, &scenario, &scenario.limits, &Unwatched).unwrap();
    assert!(matches!(outcome, Outcome::Planned(planned) if planned.verification.passed()));
    let asked = recorder.0.into_inner().unwrap();
    let bounded: Vec<(f64, f64)> = asked
        .iter()
        .filter_map(|(enough, value)| Some(((*enough)?, *value)))
        .collect();
    assert!(!bounded.is_empty());
    for (enough, value) in bounded {
        assert!(
            value <= enough + 1e-6 * enough.abs().max(1.0),
            "{value} > {enough}"
        );
    }
    let (last, _) = asked.last().unwrap();
    assert_eq!(*last, None);
}
