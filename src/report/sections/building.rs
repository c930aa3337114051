//! What is built, bought and moved.

use crate::domain::{BuildOption, Term};
use crate::report::document::{Cell, Column, Row, Section, Table};
use crate::report::view::View;
use crate::words::report as words;

/// The section.
#[must_use]
pub fn section(view: &View) -> Section {
    Section::new(view.say(&words::building_heading())).table(built(view)).table(shipments(view))
}

/// Modules of an option that go into service together.
#[derive(Clone, Copy, Debug)]
pub struct Work<'a> {
    /// The option.
    pub option: &'a BuildOption,
    /// First term in service.
    pub service: Term,
    /// How many modules.
    pub modules: f64,
}

/// What is built, by option and then by term.
#[must_use]
pub fn works<'a>(view: &View<'a>) -> Vec<Work<'a>> {
    let mut works = Vec::new();
    for option in &view.scenario.options {
        let mut before = 0;
        for service in view.terms() {
            let built = view.plan.built.iter();
            let mut here = built.filter(|one| one.option == option.id && one.from.0 == service);
            let modules = here.next().map_or(before, |one| one.modules);
            let added = f64::from(modules.saturating_sub(before));
            before = modules;
            if added > 0.0 {
                works.push(Work { option, service, modules: added });
            }
        }
    }
    works
}

fn built(view: &View) -> Table {
    let columns = vec![
        Column::text(view.say(&words::project())),
        Column::text(view.say(&words::campus())),
        Column::text(view.say(&words::work_begins())),
        Column::text(view.say(&words::in_service())),
        Column::figure(view.say(&words::modules())),
        Column::text(view.say(&words::resource())),
        Column::figure(view.say(&words::adds())),
        Column::text(view.say(&words::measure())),
        Column::figure(view.say(&words::cost())).unit(view.say(&words::wan_yuan())),
    ];
    let rows = works(view).into_iter().map(|work| {
        let option = work.option;
        let resource = &view.scenario.resources[option.resource];
        Row::new(vec![
            Cell::Text(view.say(&option.name)),
            Cell::Text(view.say(&view.scenario.campuses[option.campus].name)),
            Cell::Term(option.begun(work.service)),
            Cell::Term(work.service),
            Cell::Whole(work.modules),
            Cell::Text(view.say(&resource.name)),
            Cell::Whole(work.modules * option.units),
            Cell::Text(view.say(&resource.unit)),
            Cell::Money(option.cost * work.modules),
        ])
        .keyed([&option.id])
    });
    Table::new(
        "building",
        view.say(&words::building_title()),
        view.say(&words::no_building()),
        columns,
    )
    .keyed(&[0])
    .grouped()
    .rows(rows)
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
    let mut shipments: Vec<_> = view.plan.shipments.iter().collect();
    shipments.sort_by_key(|one| one.at);
    let rows = shipments.into_iter().map(|one| {
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
