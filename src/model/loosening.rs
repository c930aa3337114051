//! Concessions in the model: rows that give in whole steps, at a price.
//!
//! `left ≤ right` of a row that concession i moves becomes `left ≤ right +
//! by[i] · steps[i]`, steps[i] ≤ most[i] whole. More units of a resource are an
//! option of their own: steps[i] = built[i, last stage].
//!
//! `without[n]`: Σ_i∈n used[i] ≤ |n| − 1, for each set n of concessions that is
//! not to be taken together again, with steps[i] ≤ most[i] · used[i].
//!
//! The price: Σ price[i] · steps[i], and next to nothing for units that are
//! there earlier than they need to be and for steps that cost nothing.
//!
//! Sets: concessions i. Units: steps; 万元.

use super::Model;
use super::linear::{Linear, Variable};
use super::problem::{Label, Place};
use crate::domain::{
    AssetKind, BuildOption, Concession, Negotiable, Rule, Scenario, StaffGroup, Text,
};
use crate::ids::{CampusId, OptionId, ResourceId, StageId, SubjectId};
use crate::units::Money;

/// What a step costs at least, 万元: less than any price that matters.
const NEXT_TO_NOTHING: f64 = 1e-3;

/// The same for a step that is there a stage earlier.
const EARLIER: f64 = 1e-5;

/// A concession in a model.
#[derive(Clone, Debug)]
pub struct Loosened {
    /// Its index in the list of concessions.
    pub concession: usize,
    /// How many steps are taken.
    pub taken: Variable,
    /// How many are taken by each stage, if the plan decides when.
    pub by_stage: Vec<(StageId, Variable)>,
}

/// Whether a concession can be written into the rows of a model; others change
/// the case itself.
pub fn in_rows(what: Negotiable) -> bool {
    use Negotiable as Of;
    match what {
        Of::Units { .. }
        | Of::Seats { .. }
        | Of::Teacher { .. }
        | Of::Moves
        | Of::Rebased
        | Of::Hires
        | Of::HiresOf(_)
        | Of::Capital { .. }
        | Of::Running { .. }
        | Of::Least(_) => true,
        Of::Tenure(_)
        | Of::Vacate(_)
        | Of::Point(_)
        | Of::ClassMoves
        | Of::LastYear
        | Of::Target(_)
        | Of::Without(_) => false,
    }
}

/// The key of the option that stands for more units of a resource.
pub fn option_key(scenario: &Scenario, resource: ResourceId, campus: CampusId) -> String {
    let (resource, campus) = (&scenario.resources[resource].id, &scenario.campuses[campus].id);
    format!("negotiated_{resource}_{campus}")
}

/// The case with an option for each concession of more units.
pub fn with_options(scenario: &Scenario, concessions: &[Concession]) -> Scenario {
    let mut scenario = scenario.clone();
    for concession in concessions {
        let Negotiable::Units { resource, campus, units } = concession.what else {
            continue;
        };
        let option = BuildOption {
            id: option_key(&scenario, resource, campus),
            name: Text::default(),
            campus,
            resource,
            units,
            cost: Money::ZERO,
            upkeep: Money::ZERO,
            lead: 0,
            earliest: scenario.calendar.first,
            most: concession.most,
            owner: scenario.campuses[campus].owner.clone(),
            kind: AssetKind::Building,
        };
        scenario.options.push(option);
    }
    scenario
}

/// Weekly periods of one more teacher of a subject: as many as a recruit
/// would give, or else as anybody who teaches it does.
pub fn teacher_load(scenario: &Scenario, subject: SubjectId) -> f64 {
    let hiring = scenario.subjects[subject].hiring;
    let teaches = |group: &&StaffGroup| group.subjects.contains(&subject);
    let loads = scenario.staff.iter().filter(teaches);
    let most = loads.map(|group| group.load.0).fold(0.0, f64::max);
    hiring.map_or(most, |hiring| hiring.load.0)
}

/// Lets the rows of a model of [`with_options`] give.
pub fn loosen(scenario: &Scenario, model: &mut Model, concessions: &[Concession]) -> Vec<Loosened> {
    let rows = concessions.iter().enumerate();
    rows.filter(|(_, one)| in_rows(one.what))
        .filter_map(|(index, one)| {
            let (taken, by_stage) = match one.what {
                Negotiable::Units { resource, campus, .. } => {
                    built(scenario, model, &option_key(scenario, resource, campus))?
                }
                what => (moved(scenario, model, what, one.most), Vec::new()),
            };
            Some(Loosened { concession: index, taken, by_stage })
        })
        .collect()
}

/// The modules of an option: all, and by stage.
fn built(
    scenario: &Scenario,
    model: &Model,
    key: &str,
) -> Option<(Variable, Vec<(StageId, Variable)>)> {
    let option = scenario.options.position(|option| option.id == key)?;
    let of_option = |((id, stage), variable): (&(OptionId, StageId), &Variable)| {
        (*id == option).then_some((*stage, *variable))
    };
    let stages: Vec<_> = model.decisions.built.iter().filter_map(of_option).collect();
    Some((stages.last()?.1, stages))
}

/// Moves the right sides of the rows that a concession is about.
fn moved(scenario: &Scenario, model: &mut Model, what: Negotiable, most: u32) -> Variable {
    let taken = model.problem.whole(f64::from(most));
    for row in &mut model.problem.rows {
        let by = by(scenario, what, row.label);
        if by != 0.0 {
            row.linear.push(taken, -by);
        }
    }
    taken
}

/// By how much a step of a concession moves the right side of a row.
fn by(scenario: &Scenario, what: Negotiable, label: Label) -> f64 {
    let moved = |holds: bool, by: f64| if holds { by } else { 0.0 };
    let cap = |rule: Rule| label.rule == rule && label.name == "cap";
    match (what, label.place) {
        (Negotiable::Seats { campus, seats }, Place::Campus(at)) => {
            let row = label.rule == Rule::Catchment && label.name == "seats";
            moved(row && campus == at, seats)
        }
        (Negotiable::Moves, _) => moved(cap(Rule::Relocation), 1.0),
        (Negotiable::Rebased, _) => moved(cap(Rule::Employment), 1.0),
        (Negotiable::Hires, Place::Year(_)) => {
            moved(label.rule == Rule::Employment && label.name == "hires", 1.0)
        }
        (Negotiable::HiresOf(wanted), Place::Subject(subject)) => {
            let year = label.rule == Rule::Employment && label.name == "year";
            moved(year && subject == wanted, 1.0)
        }
        // What is granted in a year and not spent is there in those after it.
        (Negotiable::Capital { year, amount }, Place::Year(spent)) => {
            let capital = label.rule == Rule::Budget && label.name == "capital";
            moved(capital && spent >= year, amount.0)
        }
        (Negotiable::Running { year, amount }, Place::Year(spent)) => {
            let running = label.rule == Rule::Budget && label.name == "running";
            moved(running && spent == year, amount.0)
        }
        (Negotiable::Least(programme), Place::Cohort(cohort)) => {
            let least = label.rule == Rule::Admission && label.name == "least";
            moved(least && scenario.cohorts[cohort].programme == programme, 1.0)
        }
        (Negotiable::Teacher { subject, campus }, Place::SubjectAt(needed, at)) => {
            let periods = label.rule == Rule::Staffing && label.name == "periods";
            let here = periods && needed == subject && at == campus;
            moved(here, teacher_load(scenario, subject))
        }
        (Negotiable::Teacher { subject, .. }, Place::Subject(needed)) => {
            let all = label.rule == Rule::Staffing && matches!(label.name, "all" | "peaks");
            moved(all && needed == subject, teacher_load(scenario, subject))
        }
        _ => 0.0,
    }
}

/// The price of all steps taken.
pub fn price(loosened: &[Loosened], concessions: &[Concession]) -> Linear {
    let mut sum = Linear::default();
    for one in loosened {
        let price = concessions[one.concession].price.0;
        sum.push(one.taken, price.max(NEXT_TO_NOTHING));
        for (_, variable) in &one.by_stage {
            sum.push(*variable, EARLIER);
        }
    }
    sum.tidy()
}

/// Rules out that all concessions of a set are used together.
pub fn rule_out(
    model: &mut Model,
    loosened: &[Loosened],
    concessions: &[Concession],
    sets: &[Vec<usize>],
) {
    let label =
        |name: &'static str| Label { rule: Rule::Target, name, place: Place::All, term: None };
    let used: Vec<(usize, Variable)> = loosened
        .iter()
        .map(|one| {
            let used = model.problem.whole(1.0);
            let most = f64::from(concessions[one.concession].most);
            let right = Linear::from(used) * most;
            model.problem.at_most(label("used"), one.taken.into(), right);
            (one.concession, used)
        })
        .collect();
    for set in sets {
        let mut sum = Linear::default();
        let mut count = 0.0;
        for (_, used) in used.iter().filter(|(index, _)| set.contains(index)) {
            sum.push(*used, 1.0);
            count += 1.0;
        }
        let most = Linear::from(count - 1.0);
        model.problem.at_most(label("without"), sum, most);
    }
}
