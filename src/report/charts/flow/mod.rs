//! Classes on the campuses stage by stage, and their moves from one to
//! another: a lane for each campus, so that who stays goes straight on.

mod drawing;

use super::Chart;
use crate::domain::Term;
use crate::plan::ClassPath;
use crate::report::document::{Cell, Column, Row, Table};
use crate::report::format;
use crate::report::view::{View, seat};
use crate::words::charts as words;
use std::collections::BTreeMap;

/// Classes that go from a campus to another, or stay, or come or go, between
/// a column and the next.
#[derive(Clone, Copy, Debug, Default)]
struct Step {
    classes: f64,
    students: f64,
}

/// By column of arrival, campus before and campus after.
type Steps = BTreeMap<(usize, Option<usize>, Option<usize>), Step>;

/// What is drawn.
struct Flow {
    /// Heads of the columns: today, then the first terms of the stages.
    columns: Vec<String>,
    /// First terms of the stages.
    stages: Vec<Term>,
    /// Keys of the campuses that hold a class at some time.
    lanes: Vec<String>,
    /// Classes by column and lane.
    held: Vec<Vec<f64>>,
    steps: Steps,
}

/// The chart; nothing without classes.
#[must_use]
pub fn chart(view: &View) -> Option<Chart> {
    let flow = Flow::new(view);
    if flow.lanes.is_empty() {
        return None;
    }
    let title = view.say(&words::flow_title());
    let description = description(view, &flow);
    Some(Chart {
        key: "flow",
        svg: drawing::draw(view, &flow, &title, &description),
        numbers: numbers(view, &flow),
        title,
        description,
    })
}

impl Flow {
    fn new(view: &View) -> Self {
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
    fn places<'p>(&self, view: &View, class: &'p ClassPath) -> Vec<Option<&'p str>> {
        let today = class.campus_today.as_deref();
        let stages = self.stages.iter().map(|stage| {
            let at = Self::first_there(view, class, *stage)?;
            seat(&class.seats, at)
        });
        std::iter::once(today).chain(stages).collect()
    }

    /// The first term of a stage in which a class is on the register.
    fn first_there(view: &View, class: &ClassPath, stage: Term) -> Option<Term> {
        let mut terms = view.stage_terms(stage).into_iter();
        terms.find(|term| view.registered(class, *term))
    }

    fn add(&mut self, view: &View, class: &ClassPath, path: &[Option<&str>]) {
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
    fn moves(&self) -> impl Iterator<Item = (usize, usize, usize, Step)> {
        self.steps.iter().filter_map(|((column, before, after), step)| {
            let (before, after) = ((*before)?, (*after)?);
            (before != after).then_some((*column, before, after, *step))
        })
    }
}

fn description(view: &View, flow: &Flow) -> String {
    let moves: Vec<_> = flow.moves().collect();
    let all: f64 = moves.iter().map(|(.., step)| step.classes).sum();
    let most = moves
        .iter()
        .copied()
        .reduce(|most, next| if next.3.classes > most.3.classes { next } else { most });
    let most = most.map(|(column, before, after, step)| {
        view.say(&words::most_moves(
            &view.campus(&flow.lanes[before]),
            &view.campus(&flow.lanes[after]),
            &view.term(flow.stages[column - 1]),
            &format::number(step.classes, 0),
        ))
    });
    let all = format::number(all, 0);
    view.say(&words::flow_description(&all, &most.unwrap_or_default()))
}

fn numbers(view: &View, flow: &Flow) -> Table {
    let columns = vec![
        Column::text(view.say(&words::at())),
        Column::text(view.say(&words::origin())),
        Column::text(view.say(&words::destination())),
        Column::figure(view.say(&words::classes())),
        Column::figure(view.say(&words::students())),
    ];
    let rows = flow.steps.iter().map(|((column, before, after), step)| {
        let name = |lane: &Option<usize>, outside: crate::domain::Text| match lane {
            Some(lane) => view.campus(&flow.lanes[*lane]),
            None => view.say(&outside),
        };
        Row::new(vec![
            Cell::Term(flow.stages[column - 1]),
            Cell::Text(name(before, words::newcomers())),
            Cell::Text(name(after, words::leavers())),
            Cell::Whole(step.classes),
            Cell::some(step.students),
        ])
    });
    let title = view.say(&words::flow_title());
    Table::new("chart_flow", title, String::new(), columns).grouped().rows(rows)
}
