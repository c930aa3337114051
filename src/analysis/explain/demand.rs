//! What a rule asks for at a place and a term, in words.

use crate::domain::{Origin, Pin, Rule, Scenario, Text};
use crate::ids::{CampusId, CohortId, PinId};
use crate::model::problem::{Label, Place};
use crate::words::{bands, catchment, common, explain as words, pins};

/// What the row with this label asks for.
pub fn asked(scenario: &Scenario, label: Label) -> Text {
    let rules = &scenario.rules;
    match (label.rule, label.name, label.place) {
        (Rule::Capacity, _, place) => room(scenario, place),
        (Rule::Staffing, _, Place::SubjectAt(id, _) | Place::Subject(id)) => {
            let name = &scenario.subjects[id].name;
            words::taught(&name.zh, &name.en)
        }
        (Rule::Admission, name, Place::Cohort(id)) => admitted(scenario, name, id),
        (Rule::Admission, _, _) => words::applicants(),
        (Rule::Bands, "takes", Place::CohortAt(cohort, campus)) => taken(scenario, cohort, campus),
        (Rule::Bands, _, _) => bands::changes(),
        (Rule::Catchment, "seats", Place::Campus(id)) => seats(scenario, id),
        (Rule::Catchment, _, _) => catchment::assigned(),
        (Rule::Relocation, "cap", _) => words::moves(rules.relocation.most_per_stage.unwrap_or(0)),
        (Rule::Relocation, _, _) => words::empty(),
        (Rule::Tenure, _, _) => words::tenure(),
        (Rule::Employment, "cap", _) => {
            words::rebased(rules.employment.rebased_per_stage.unwrap_or(0))
        }
        (Rule::Employment, _, Place::Subject(id)) => {
            let hiring = scenario.subjects[id].hiring;
            words::hires(hiring.map_or(0, |hiring| hiring.most_per_year))
        }
        (Rule::Employment, _, _) => words::hires(rules.employment.hires_per_year.unwrap_or(0)),
        (Rule::Budget, name, Place::Year(year)) => budget(scenario, name, year),
        (Rule::Role, _, place) => words::role(&share(scenario, place)),
        (Rule::Standards, _, Place::Standard(set, indicator, _)) => {
            let standards = scenario.standards.as_ref();
            let name = standards.map(|one| &one.sets[set].indicators[indicator].name);
            name.map_or_else(Text::default, |name| words::standard(&name.zh, &name.en))
        }
        (Rule::Target, _, Place::Target(id)) => {
            words::target(&common::number(scenario.targets[id].at_least))
        }
        (Rule::Target, _, _) => words::ceiling(),
        (Rule::Courses, _, _) => words::course(),
        (Rule::ClassTeacher, _, _) => words::class_teachers(),
        (Rule::Duty, "leaders", _) => words::leaders(),
        (Rule::Duty, _, _) => words::on_duty(),
        (Rule::Exchange, _, _) => words::exchange(),
        (Rule::Retraining, _, _) => words::retraining(),
        (Rule::PartTime, _, _) => words::part_time(),
        (Rule::Pins, name, Place::Pin(id)) => pinned(scenario, name, id),
        (Rule::Placement, "band", Place::Cohort(id)) => class_size(scenario, id),
        (Rule::Equipment | Rule::Assets, _, _) => words::equipment(),
        (Rule::Visiting, _, Place::Subject(id)) => {
            let share = common::number(rules.visiting.share * 100.0);
            let name = &scenario.subjects[id].name;
            words::visiting(&name.zh, &name.en, &format!("{share}%"))
        }
        (Rule::Merging, "size", _) => {
            let most = rules.merging.map_or(0.0, |rule| rule.most_students.0);
            words::merged_size(&common::number(most))
        }
        (Rule::Merging, _, _) => words::merged(),
        (Rule::Internship, _, _) => words::internship(),
        // No row of these rules stands at another place.
        (
            Rule::Placement
            | Rule::Staffing
            | Rule::Budget
            | Rule::Standards
            | Rule::Visiting
            | Rule::Pins,
            _,
            _,
        ) => words::placed(),
    }
}

fn room(scenario: &Scenario, place: Place) -> Text {
    match place {
        Place::ResourceAt(id, campus) => {
            let resource = &scenario.resources[id];
            let owned = common::number(scenario.campuses[campus].owns[id]);
            let (name, unit) = (&resource.name, &resource.unit);
            words::room_at(&name.zh, &name.en, &owned, &unit.zh)
        }
        Place::Resource(id) => {
            let name = &scenario.resources[id].name;
            words::room(&name.zh, &name.en)
        }
        _ => Text::default(),
    }
}

fn admitted(scenario: &Scenario, name: &str, id: CohortId) -> Text {
    let (fewest, greatest) = match scenario.cohorts[id].origin {
        Origin::Future { least, most, .. } => (least, most),
        Origin::Existing { classes, .. } => (classes, classes),
    };
    match name {
        "least" => words::at_least(fewest),
        "most" => words::at_most(greatest),
        _ => words::applicants(),
    }
}

/// What a pin forces or forbids: the side of it that its row is about.
fn pinned(scenario: &Scenario, name: &str, id: PinId) -> Text {
    let pin = &scenario.pins[id];
    let side =
        if name == "most" { Pin { at_least: None, ..*pin } } else { Pin { at_most: None, ..*pin } };
    let pin = pins::pin(scenario, &side);
    words::pinned(&pin.zh, &pin.en)
}

fn class_size(scenario: &Scenario, id: CohortId) -> Text {
    let (min, max) = scenario.programme_of(id).class_size;
    words::class_size(&common::number(min), &common::number(max))
}

fn budget(scenario: &Scenario, name: &str, year: i32) -> Text {
    let budget = &scenario.rules.budget;
    if name == "capital" {
        let years = budget.capital.iter();
        let granted = years.flat_map(|years| years.range(..=year));
        let granted: f64 = granted.map(|(_, money)| money.0).sum();
        words::capital(&common::number(granted))
    } else {
        let grant = budget.running.get(&year);
        words::running(&common::number(grant.map_or(0.0, |grant| grant.0)))
    }
}

fn taken(scenario: &Scenario, cohort: CohortId, campus: CampusId) -> Text {
    let programme = scenario.cohorts[cohort].programme;
    let rule = scenario.rules.bands.as_ref();
    let entry = rule.and_then(|rule| rule.entry(programme, campus));
    let bands = entry.iter().flat_map(|(_, entry)| &entry.bands).map(ToString::to_string);
    let bands = bands.map(|band| Text { zh: band.clone(), en: band });
    let joined = bands.reduce(|one, other| {
        let text = bands::or(&one.zh, &other.zh);
        Text { zh: text.zh, en: bands::or(&one.en, &other.en).en }
    });
    let joined = joined.unwrap_or_default();
    let (zh, en) = (bands::takes(&joined.zh).zh, bands::takes(&joined.en).en);
    Text { zh, en }
}

fn seats(scenario: &Scenario, id: CampusId) -> Text {
    let rule = scenario.rules.catchment.as_ref();
    let seats = rule.and_then(|rule| rule.buses.get(&id)?.seats);
    catchment::seats(&common::number(seats.map_or(0.0, |seats| seats.0)))
}

fn share(scenario: &Scenario, place: Place) -> String {
    let role = &scenario.rules.role;
    let share = match place {
        Place::Lead(campus, field) => {
            let mut leads = role.leads.iter();
            let lead = leads.find(|one| one.campus == campus && one.field == field);
            lead.map(|one| one.share)
        }
        Place::Main(programme, campus) => {
            let mut mains = role.mains.iter();
            let main = mains.find(|one| one.campus == campus && one.programme == programme);
            main.map(|one| one.share)
        }
        _ => None,
    };
    format!("{}%", common::number(share.unwrap_or(0.0) * 100.0))
}
