//! Milestones, building and campuses in use over time.

mod axis;
mod bar;
mod drawing;

use super::Chart;
use crate::plan::{MilestoneResult, MilestoneStatus};
use crate::report::document::{Cell, Column, Row, Table};
use crate::report::format;
use crate::report::sections::{agenda, building};
use crate::report::view::View;
use crate::words::charts as words;
use axis::Axis;
use bar::{Bar, Kind};
use chrono::NaiveDate;

/// The chart; nothing without milestones, building and campuses.
pub fn chart(view: &View) -> Option<Chart> {
    let mut bars: Vec<Bar> =
        (view.plan.milestones.iter()).map(|one| milestone(view, one)).collect();
    bars.extend(works(view));
    bars.extend(campuses(view));
    let axis = Axis::new(view, &bars)?;
    let title = view.say(&words::schedule_title());
    let of = |kind: Kind| bars.iter().filter(|bar| bar.kind == kind).count();
    let off = bars.iter().filter(|bar| bar.off).count();
    let description = view.say(&words::schedule_description(
        of(Kind::Milestone),
        off,
        of(Kind::Work),
        of(Kind::InUse),
    ));
    Some(Chart {
        key: "schedule",
        svg: drawing::draw(view, &bars, axis, (&title, &description)),
        numbers: numbers(view, &bars),
        title,
        description,
    })
}

fn milestone(view: &View, one: &MilestoneResult) -> Bar {
    Bar {
        kind: Kind::Milestone,
        name: agenda::name(view, &one.milestone),
        begins: one.begins,
        ends: one.done(),
        due: Some(one.due),
        standing: view.say(&agenda::standing(view, one)),
        off: one.status != MilestoneStatus::OnTime,
    }
}

fn works<'a>(view: &View<'a>) -> impl Iterator<Item = Bar> + use<'a> {
    let view = *view;
    let calendar = &view.scenario.calendar;
    building::works(&view).into_iter().map(move |work| {
        let option = work.option;
        let resource = &view.scenario.resources[option.resource];
        let units = format::plain_number(work.modules * option.units, 1);
        let added = words::added(&units, &view.say(&resource.unit), &view.say(&resource.name));
        Bar {
            kind: Kind::Work,
            name: view.say(&option.name),
            begins: Some(calendar.first_day(option.begun(work.service))),
            ends: calendar.first_day(work.service).pred_opt(),
            due: None,
            standing: view.say(&added),
            off: false,
        }
    })
}

/// Campuses from each term in which they open to the last before they close.
fn campuses(view: &View) -> Vec<Bar> {
    let calendar = &view.scenario.calendar;
    let mut bars: Vec<Bar> = Vec::new();
    for campus in view.campuses() {
        let mut before = false;
        for stage in view.stages() {
            let uses = view.plan.campuses.iter();
            let mut here = uses.filter(|one| one.campus == campus && one.from.0 == stage);
            let open = here.any(|one| one.open);
            let mut terms = view.stage_terms(stage);
            if let Some(id) = view.scenario.campuses.position(|one| one.id == campus) {
                terms.retain(|term| view.scenario.usable(id, *term));
            }
            let begins = terms.first().copied().unwrap_or(stage);
            let last = terms.last().copied().unwrap_or(stage);
            let ends = Some(calendar.last_day(last));
            if open && before {
                if let Some(bar) = bars.last_mut() {
                    bar.ends = ends;
                }
            } else if open {
                bars.push(Bar {
                    kind: Kind::InUse,
                    name: view.campus(campus),
                    begins: Some(calendar.first_day(begins)),
                    ends,
                    due: None,
                    standing: String::new(),
                    off: false,
                });
            }
            before = open;
        }
    }
    for bar in &mut bars {
        let ends = bar.begins.zip(bar.ends).map(|(from, to)| {
            let (from, to) = (calendar.begun_by(from), calendar.begun_by(to));
            view.say(&words::span(&view.term(from), &view.term(to)))
        });
        bar.standing = ends.unwrap_or_default();
    }
    bars
}

fn numbers(view: &View, bars: &[Bar]) -> Table {
    let columns = vec![
        Column::text(view.say(&words::kind())),
        Column::text(view.say(&words::chart_item())),
        Column::text(view.say(&words::begins())),
        Column::text(view.say(&words::ends())),
        Column::text(view.say(&words::due())),
        Column::text(view.say(&words::standing())),
    ];
    let day = |day: Option<NaiveDate>| day.map_or(Cell::Empty, Cell::Day);
    let rows = bars.iter().map(|bar| {
        Row::new(vec![
            Cell::Text(view.say(&bar.kind.name())),
            Cell::text(&bar.name),
            day(bar.begins),
            day(bar.ends),
            day(bar.due),
            Cell::text(&bar.standing),
        ])
    });
    let title = view.say(&words::schedule_title());
    Table::new("chart_schedule", title, String::new(), columns).grouped().rows(rows)
}
