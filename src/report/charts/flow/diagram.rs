//! A flow diagram, ready to be drawn.

use crate::domain::Term;
use crate::plan::ClassPath;
use crate::report::view::{View, seat};
use crate::words::charts as words;
use std::collections::BTreeMap;

/// Classes that go from a campus to another, or stay, or come or go, between
/// a column and the next.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Step {
    pub(super) classes: f64,
    pub(super) students: f64,
}

/// By column of arrival, campus before and campus after.
pub(super) type Steps = BTreeMap<(usize, Option<usize>, Option<usize>), Step>;

/// What is drawn.
pub(super) struct Flow {
    /// Heads of the columns: today, then the first terms of the stages.
    pub(super) columns: Vec<String>,
    /// First terms of the stages.
    pub(super) stages: Vec<Term>,
    /// Keys of the campuses that hold a class at some time.
    pub(super) lanes: Vec<String>,
    /// Classes by column and lane.
    pub(super) held: Vec<Vec<f64>>,
    pub(super) steps: Steps,
}

impl Flow {
    pub(super) fn new(view: &View) -> Self {
        let stages = view.stages();
        let columns = view.term_columns(&stages).into_iter();
        let columns = columns.map(|one| one.narrow.unwrap_or(one.title));
        let mut flow = Self {
            columns: std::iter::once(view.say(&words::today())).chain(columns).collect(),
            stages,
            lanes: Vec::new(),
            held: Vec::new(),
            steps: Steps::new(),
        };
        let paths: Vec<(&ClassPath, Vec<Option<&str>>)> =
            (view.plan.classes.iter()).map(|class| (class, flow.places(view, class))).collect();
        let sits = |campus: &&str| paths.iter().any(|(_, path)| path.contains(&Some(*campus)));
        flow.lanes = view.campuses().filter(sits).map(str::to_owned).collect();
        flow.held = vec![vec![0.0; flow.lanes.len()]; flow.columns.len()];
        for (class, path) in &paths {
            flow.add(view, class, path);
        }
        flow
    }

    /// Where a class sits today and in each stage; nothing where it is not
    /// there.
    pub(super) fn places<'p>(&self, view: &View, class: &'p ClassPath) -> Vec<Option<&'p str>> {
        let today = class.campus_today.as_deref();
        let stages = self.stages.iter().map(|stage| {
            let at = Self::first_there(view, class, *stage)?;
            seat(&class.seats, at)
        });
        std::iter::once(today).chain(stages).collect()
    }

    /// The first term of a stage in which a class is on the register.
    pub(super) fn first_there(view: &View, class: &ClassPath, stage: Term) -> Option<Term> {
        let mut terms = view.stage_terms(stage).into_iter();
        terms.find(|term| view.registered(class, *term))
    }

    pub(super) fn add(&mut self, view: &View, class: &ClassPath, path: &[Option<&str>]) {
        let find = |campus: &str| self.lanes.iter().position(|lane| lane == campus);
        let path: Vec<Option<usize>> = path.iter().map(|at| at.and_then(find)).collect();
        for (column, lane) in path.iter().enumerate() {
            if let Some(lane) = lane {
                self.held[column][*lane] += 1.0;
            }
        }
        for column in 1..path.len() {
            let (before, after) = (path[column - 1], path[column]);
            if before.is_none() && after.is_none() {
                continue;
            }
            let at = Self::first_there(view, class, self.stages[column - 1]);
            let students = at.map_or(0.0, |at| view.students(class, at));
            let step = self.steps.entry((column, before, after)).or_default();
            step.classes += 1.0;
            step.students += students;
        }
    }

    /// The moves from one campus to another.
    pub(super) fn moves(&self) -> impl Iterator<Item = (usize, usize, usize, Step)> {
        self.steps.iter().filter_map(|((column, before, after), step)| {
            let (before, after) = ((*before)?, (*after)?);
            (before != after).then_some((*column, before, after, *step))
        })
    }
}
