//! The rules' parameters.

use super::checks::{Bounds, Checks, Noun};
use super::enforcement::{MOST, Surroundings, enforce};
use super::{people, standards};
use crate::domain::{
    BudgetRule, EmploymentRule, Enforcement, Lead, Main, MergingRule, RelocationRule, RoleRule,
    Rules, Term,
};
use crate::ids::CampusId;
use crate::scenario::measure::Measure;
use crate::scenario::named::Named;
use crate::scenario::path::Path;
use crate::scenario::quantity::Quantity;
use crate::scenario::raw::{
    RawBudget, RawEmployment, RawLead, RawMain, RawMerging, RawPlainRule, RawRelocation, RawRole,
    RawRules,
};
use crate::units::{Money, Students};
use crate::words::diagnostics as words;
use std::collections::BTreeMap;

/// Most moves of one class.
const MOST_MOVES: u32 = 40;

/// The rules; those the scenario does not name have their defaults.
pub(super) fn resolve(
    raw: Option<&RawRules>,
    around: Surroundings<'_>,
    checks: &mut Checks<'_>,
) -> Rules {
    let Some(raw) = raw else {
        return Rules::default();
    };
    let here = Path::field("rules");
    let relocation = raw.relocation.as_ref();
    let merging = raw.merging.as_ref();
    let employment = raw.employment.as_ref();
    let budget = raw.budget.as_ref();
    let role = raw.role.as_ref();
    Rules {
        admission: plain(&here.key("admission"), raw.admission.as_ref(), checks),
        catchment: None,
        bands: None,
        relocation: relocation
            .map(|raw| self::relocation(&here.key("relocation"), raw, around, checks))
            .unwrap_or_default(),
        merging: merging.map(|raw| self::merging(&here.key("merging"), raw, checks)),
        capacity: plain(&here.key("capacity"), raw.capacity.as_ref(), checks),
        staffing: plain(&here.key("staffing"), raw.staffing.as_ref(), checks),
        employment: employment
            .map(|raw| self::employment(&here.key("employment"), raw, checks))
            .unwrap_or_default(),
        courses: plain(&here.key("courses"), raw.courses.as_ref(), checks),
        visiting: (raw.visiting.as_ref())
            .map(|raw| people::visiting(&here.key("visiting"), raw, checks))
            .unwrap_or_default(),
        retraining: (raw.retraining.as_ref())
            .map(|raw| people::retraining(&here.key("retraining"), raw, around, checks))
            .unwrap_or_default(),
        part_time: (raw.part_time.as_ref())
            .map(|raw| people::part_time(&here.key("part_time"), raw, around, checks))
            .unwrap_or_default(),
        class_teacher: raw.class_teacher.unwrap_or(false),
        duty: (raw.duty.as_ref()).map(|raw| people::duty(&here.key("duty"), raw, around, checks)),
        exchange: (raw.exchange.as_ref())
            .and_then(|raw| people::exchange(&here.key("exchange"), raw, around, checks)),
        budget: budget
            .map(|raw| self::budget(&here.key("budget"), raw, around, checks))
            .unwrap_or_default(),
        role: role
            .map(|raw| self::role(&here.key("role"), raw, around, checks))
            .unwrap_or_default(),
        standards: standards::enforced(
            &raw.standards,
            around.standards,
            (around.calendar, around.target),
            checks,
        ),
    }
}

fn plain(here: &Path, raw: Option<&RawPlainRule>, checks: &mut Checks<'_>) -> Enforcement {
    raw.map_or(Enforcement::Hard, |raw| enforce(here, &raw.enforce, checks))
}

fn relocation(
    here: &Path,
    raw: &RawRelocation,
    around: Surroundings<'_>,
    checks: &mut Checks<'_>,
) -> RelocationRule {
    let mut vacate = BTreeMap::new();
    for (key, term) in raw.vacate.iter() {
        let at = here.key("vacate").key(key);
        let campus: Option<CampusId> = checks.find(&at, key, Noun::Campus, &around.names.campuses);
        let term = checks.term_within(&at, term, around.calendar);
        if let (Some(campus), Some(term)) = (campus, term) {
            vacate.insert(campus, term);
        }
    }
    let moves = checks.optional_count(here, "most_per_class", raw.most_per_class, 0, MOST_MOVES);
    let cost = raw.cost.as_ref();
    let cost = checks.optional(here, "cost", cost, Measure::Money, Bounds::Amount);
    let cap = raw.most_per_stage;
    RelocationRule {
        enforce: enforce(here, &raw.enforce, checks),
        most_per_stage: checks.optional_count(here, "most_per_stage", cap, 0, MOST),
        most_per_class: moves.unwrap_or(1),
        last_year: raw.last_year.unwrap_or(false),
        vacate,
        cost: Money(cost.unwrap_or(0.0)),
    }
}

fn merging(here: &Path, raw: &RawMerging, checks: &mut Checks<'_>) -> MergingRule {
    let most = raw.most_students.as_ref();
    let most = checks.needed(here, "most_students", most, Measure::Students, Bounds::Positive);
    let cost = raw.cost.as_ref();
    let cost = checks.optional(here, "cost", cost, Measure::Money, Bounds::Amount);
    MergingRule { most_students: Students(most), cost: Money(cost.unwrap_or(0.0)) }
}

fn employment(here: &Path, raw: &RawEmployment, checks: &mut Checks<'_>) -> EmploymentRule {
    let (hires, rebased) = (raw.hires_per_year, raw.rebased_per_stage);
    EmploymentRule {
        enforce: enforce(here, &raw.enforce, checks),
        hires_per_year: checks.optional_count(here, "hires_per_year", hires, 0, MOST),
        rebased_per_stage: checks.optional_count(here, "rebased_per_stage", rebased, 0, MOST),
    }
}

fn budget(
    here: &Path,
    raw: &RawBudget,
    around: Surroundings<'_>,
    checks: &mut Checks<'_>,
) -> BudgetRule {
    let capital = raw.capital.as_ref();
    BudgetRule {
        enforce: enforce(here, &raw.enforce, checks),
        capital: capital.map(|years| by_year(&here.key("capital"), years, around, checks)),
        running: by_year(&here.key("running"), &raw.running, around, checks),
    }
}

/// Money by fiscal year. A year outside the horizon is odd but kept.
fn by_year(
    here: &Path,
    raw: &Named<Quantity>,
    around: Surroundings<'_>,
    checks: &mut Checks<'_>,
) -> BTreeMap<i32, Money> {
    let mut years = BTreeMap::new();
    for (key, amount) in raw.iter() {
        let at = here.key(key);
        let money = checks.figure(&at, amount, Measure::Money, Bounds::Amount, &[]);
        let Some(year) = checks.year(&at, key) else {
            continue;
        };
        if let Some(calendar) = around.calendar {
            let last = calendar.term((calendar.terms - 1).into()).fiscal_year();
            if !(calendar.first.fiscal_year()..=last).contains(&year) {
                checks.warn(&at, words::year_outside(year), Vec::new());
            }
        }
        if years.insert(year, Money(money.unwrap_or(0.0))).is_some() {
            checks.error(&at, words::key_twice(key), Vec::new());
        }
    }
    years
}

fn role(here: &Path, raw: &RawRole, around: Surroundings<'_>, checks: &mut Checks<'_>) -> RoleRule {
    let leads = raw.leads.iter().enumerate();
    let leads = leads
        .filter_map(|(index, raw)| lead(&here.key("leads").index(index), raw, around, checks))
        .collect();
    let mains = raw.mains.iter().enumerate();
    let mains = mains
        .filter_map(|(index, raw)| main(&here.key("mains").index(index), raw, around, checks))
        .collect();
    RoleRule { enforce: enforce(here, &raw.enforce, checks), leads, mains }
}

fn lead(
    here: &Path,
    raw: &RawLead,
    around: Surroundings<'_>,
    checks: &mut Checks<'_>,
) -> Option<Lead> {
    let names = around.names;
    let campus = raw.campus.as_ref();
    let campus = checks.refer(here, "campus", campus, Noun::Campus, &names.campuses);
    let field = raw.field.as_ref();
    let field = checks.refer(here, "field", field, Noun::Field, &names.fields);
    let share = raw.share.as_ref();
    let share = checks.needed(here, "share", share, Measure::Share, Bounds::Share);
    Some(Lead {
        campus: campus?,
        field: field?,
        share,
        from: since(here, raw.from.as_ref(), around, checks)?,
    })
}

fn main(
    here: &Path,
    raw: &RawMain,
    around: Surroundings<'_>,
    checks: &mut Checks<'_>,
) -> Option<Main> {
    let names = around.names;
    let programme = raw.programme.as_ref();
    let programme = checks.refer(here, "programme", programme, Noun::Programme, &names.programmes);
    let campus = raw.campus.as_ref();
    let campus = checks.refer(here, "campus", campus, Noun::Campus, &names.campuses);
    let share = raw.share.as_ref();
    let share = checks.needed(here, "share", share, Measure::Share, Bounds::Share);
    Some(Main {
        programme: programme?,
        campus: campus?,
        share,
        from: since(here, raw.from.as_ref(), around, checks)?,
    })
}

/// The term from which a share holds; the target term unless given.
fn since(
    here: &Path,
    raw: Option<&String>,
    around: Surroundings<'_>,
    checks: &mut Checks<'_>,
) -> Option<Term> {
    match raw {
        None => Some(around.target),
        Some(text) => checks.term_within(&here.key("from"), text, around.calendar),
    }
}
