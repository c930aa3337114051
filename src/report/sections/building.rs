//! What is built, bought and moved.

use crate::domain::{BuildOption, Term};
use crate::report::document::{Cell, Column, Row, Section, Table};
use crate::report::view::View;
use crate::units::Money;
use crate::words::report as words;

/// The section.
#[must_use]
pub fn section(view: &View) -> Section {
    Section::new(view.say(&words::building_heading()))
        .table(built(view))
        .table(shipments(view))
}

fn built(view: &View) -> Table {
    let columns = vec![
        Column::text(view.say(&words::project())),
        Column::text(view.say(&words::campus())),
        Column::text(view.say(&words::work_begins())),
        Column::text(view.say(&words::in_service())),
        Column::figure(view.say(&words::modules())),
        Column::figure(view.say(&words::adds())),
        Column::text(view.say(&words::measure())),
        Column::figure(view.say(&words::cost())).unit(view.say(&words::wan_yuan())),
    ];
    let rows = projects(view).into_iter().map(|project| {
        let option = project.option;
        let resource = &view.scenario.resources[option.resource];
        Row::new(vec![
            Cell::Text(view.say(&option.name)),
            Cell::Text(view.say(&view.scenario.campuses[option.campus].name)),
            Cell::Term(option.begun(project.service)),
            Cell::Term(project.service),
            Cell::Whole(project.modules),
            Cell::Whole(project.units()),
            Cell::Text(view.say(&words::of(
                &view.say(&resource.unit),
                &view.say(&resource.name),
            ))),
            Cell::Money(project.cost()),
        ])
    });
    Table::new(
        "building",
        view.say(&words::building_title()),
        view.say(&words::no_building()),
        columns,
    )
    .grouped()
    .rows(rows)
}

/// Modules of an option that come into service together.
#[derive(Clone, Copy, Debug)]
pub struct Project<'a> {
    /// The option.
    pub option: &'a BuildOption,
    /// First term in service.
    pub service: Term,
    /// How many modules.
    pub modules: f64,
}

impl Project<'_> {
    /// Units that it adds.
    #[must_use]
    pub fn units(&self) -> f64 {
        self.modules * self.option.units
    }

    /// What it costs.
    #[must_use]
    pub fn cost(&self) -> Money {
        self.option.cost * self.modules
    }
}

/// What is built, option by option.
#[must_use]
pub fn projects<'a>(view: &View<'a>) -> Vec<Project<'a>> {
    let mut projects = Vec::new();
    for option in &view.scenario.options {
        let mut before = 0;
        for service in view.stages() {
            let built = view.plan.built.iter();
            let mut here = built.filter(|one| one.option == option.id && one.from.0 == service);
            let now = here.next().map_or(before, |one| one.modules);
            let modules = f64::from(now.saturating_sub(before));
            before = now;
            if modules > 0.0 {
                projects.push(Project {
                    option,
                    service,
                    modules,
                });
            }
        }
    }
    projects
}

fn shipments(view: &View) -> Table {
    let columns = vec![
        Column::text(view.say(&words::when())),
        Column::text(view.say(&words::what())),
        Column::text(view.say(&words::from())),
        Column::text(view.say(&words::to())),
        Column::figure(view.say(&words::units())),
        Column::figure(view.say(&words::cost())).unit(view.say(&words::wan_yuan())),
    ];
    let rows = view.plan.shipments.iter().map(|one| {
        let mut resources = view.scenario.resources.iter();
        let resource = resources.find(|resource| resource.id == one.resource);
        let price = resource.and_then(|resource| resource.shipping);
        Row::new(vec![
            Cell::Term(one.at.0),
            Cell::Text(view.resource(&one.resource)),
            Cell::Text(view.campus(&one.origin)),
            Cell::Text(view.campus(&one.destination)),
            Cell::Whole(one.units.into()),
            price.map_or(Cell::Empty, |price| Cell::Money(price * one.units.into())),
        ])
    });
    Table::new(
        "shipments",
        view.say(&words::shipments_title()),
        view.say(&words::no_shipments()),
        columns,
    )
    .grouped()
    .rows(rows)
}
