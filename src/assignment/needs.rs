//! Periods needed, as the plan's indicators have them.

use crate::domain::Scenario;
use crate::ids::{CampusId, StageId, SubjectId, TermId};
use crate::plan::Plan;
use std::collections::BTreeMap;
use std::ops::Range;

/// Weekly periods needed, by subject and campus, term by term.
pub(super) struct Needs(BTreeMap<(SubjectId, CampusId), Vec<f64>>);

impl Needs {
    /// Reads a plan's indicators.
    pub(super) fn new(scenario: &Scenario, plan: &Plan) -> Self {
        let mut needs = BTreeMap::new();
        for (term, indicators) in plan.indicators.iter().enumerate() {
            for one in &indicators.periods {
                let subject = scenario.subjects.position(|noun| noun.id == one.subject);
                let campus = scenario.campuses.position(|noun| noun.id == one.campus);
                if let (Some(subject), Some(campus)) = (subject, campus) {
                    let terms = vec![0.0; scenario.calendar.terms];
                    let terms = needs.entry((subject, campus)).or_insert(terms);
                    terms[term] = one.periods_per_week.0;
                }
            }
        }
        Self(needs)
    }

    /// What the heaviest of some terms needs, where that is anything.
    pub(super) fn heaviest(&self, terms: Range<usize>) -> BTreeMap<(SubjectId, CampusId), f64> {
        let most = |needs: &Vec<f64>| needs[terms.clone()].iter().copied().fold(0.0, f64::max);
        let needs = self.0.iter().map(|(key, needs)| (*key, most(needs)));
        needs.filter(|(_, need)| *need > 0.0).collect()
    }

    /// Least of all campuses together in a term of a stage.
    pub(super) fn lightest(&self, scenario: &Scenario, subject: SubjectId, stage: StageId) -> f64 {
        let all = |term: TermId| -> f64 {
            let mine = self.0.iter().filter(|((id, _), _)| *id == subject);
            mine.map(|(_, needs)| needs[term.0]).sum()
        };
        let terms = scenario.calendar.terms_of(stage);
        terms.map(all).fold(f64::INFINITY, f64::min)
    }
}
