//! Rules Role, Budget and Target, and the objective.

use super::Plain;
use super::classes::Classes;
use campusplan::domain::{Metric, MoneyItem, Rule, Term};
use campusplan::ids::{CampusId, ProgrammeId, TermId};
use campusplan::model::linear::Linear;

/// Classes in school in a term, of the programmes and campuses picked.
fn classes_in_school(
    plain: &Plain<'_>,
    classes: &Classes,
    term: TermId,
    pick: impl Fn(ProgrammeId, CampusId) -> bool,
) -> Linear {
    let mut sum = Linear::default();
    for ((cohort, campus, when), seat) in &classes.seats {
        if *when == term && pick(plain.scenario.cohorts[*cohort].programme, *campus) {
            sum += seat.in_school();
        }
    }
    sum
}

/// Adds rule Role.
pub fn role(plain: &mut Plain<'_>, classes: &Classes) {
    let scenario = plain.scenario;
    let role = &scenario.rules.role;
    let enforced = (Rule::Role, role.enforce);
    let from = |first: Term| {
        let terms = scenario.calendar.term_ids();
        terms.filter(move |term| scenario.calendar.term(*term) >= first)
    };
    for lead in &role.leads {
        for term in from(lead.from) {
            let all = classes_in_school(plain, classes, term, |_, at| at == lead.campus);
            let of_field = classes_in_school(plain, classes, term, |id, at| {
                at == lead.campus && scenario.programmes[id].field == lead.field
            });
            let unit = (1.0, plain.year(term));
            plain.priced(enforced, unit, all * lead.share, of_field);
        }
    }
    for main in &role.mains {
        for term in from(main.from) {
            let all = classes_in_school(plain, classes, term, |id, _| id == main.programme);
            let here = classes_in_school(plain, classes, term, |id, at| {
                id == main.programme && at == main.campus
            });
            let unit = (1.0, plain.year(term));
            plain.priced(enforced, unit, all * main.share, here);
        }
    }
}

/// Adds rule Target and returns the part targets.
pub fn targets(plain: &mut Plain<'_>, classes: &Classes) -> Linear {
    let scenario = plain.scenario;
    let mut part = Linear::default();
    for target in &scenario.targets {
        let applies = |term: &TermId| target.applies(scenario.calendar.term(*term));
        let terms: Vec<TermId> = plain.terms().filter(applies).collect();
        #[allow(clippy::cast_precision_loss)]
        let mean = 1.0 / terms.len() as f64;
        for term in terms {
            let missed = plain.real();
            let value = counted(plain, classes, target.metric, term);
            let short = Linear::from(target.at_least) - value;
            plain.at_most(Rule::Target, short, missed.into());
            part.push(missed, target.weight * mean * 100.0 / target.at_least);
        }
    }
    part
}

fn counted(plain: &Plain<'_>, classes: &Classes, metric: Metric, term: TermId) -> Linear {
    let mut sum = Linear::default();
    match metric {
        Metric::ClassesInSchool => sum = classes_in_school(plain, classes, term, |_, _| true),
        Metric::StudentsInSchool => {
            for key in classes.seats.keys().filter(|key| key.2 == term) {
                sum += classes.students(plain, *key);
            }
        }
        Metric::Registered => {
            for cohort in plain.scenario.cohorts.keys() {
                sum += classes.registered(plain, cohort, term);
            }
        }
    }
    sum
}

/// Adds up what teaching costs and what students bring in.
pub fn teaching(plain: &mut Plain<'_>, classes: &Classes) {
    let scenario = plain.scenario;
    for (key, seat) in &classes.seats {
        let (cohort, campus, term) = *key;
        let site = &scenario.programme_of(cohort).sites[&campus];
        let year = plain.year(term);
        plain.spend(MoneyItem::Teaching, year, &seat.in_school(), site.cost_per_class);
        let students = classes.students(plain, *key);
        plain.spend(MoneyItem::Teaching, year, &students, site.cost_per_student);
    }
    for cohort in scenario.cohorts.keys() {
        for term in plain.terms() {
            let students = classes.registered(plain, cohort, term);
            let income = scenario.programme_of(cohort).income;
            plain.spend(MoneyItem::Income, plain.year(term), &students, income);
        }
    }
}

/// Adds rule Budget.
pub fn budget(plain: &mut Plain<'_>) {
    let scenario = plain.scenario;
    let budget = &scenario.rules.budget;
    let enforced = (Rule::Budget, budget.enforce);
    let last = plain.year(TermId(scenario.calendar.terms - 1));
    let (mut spent, mut granted) = (Linear::default(), 0.0);
    if let Some(capital) = &budget.capital {
        let early = capital.range(..scenario.calendar.first.fiscal_year());
        granted += early.map(|(_, money)| money.0).sum::<f64>();
    }
    for year in scenario.calendar.first.fiscal_year()..=last {
        let mut running = Linear::default();
        for ((item, when), amount) in &plain.money {
            if *when == year && item.is_capital() {
                spent.add_scaled(amount, 1.0);
            } else if *when == year && item.is_running() {
                running.add_scaled(amount, 1.0);
            } else if *when == year && *item == MoneyItem::Income {
                running.add_scaled(amount, -1.0);
            }
        }
        if let Some(capital) = &budget.capital {
            granted += capital.get(&year).map_or(0.0, |money| money.0);
            plain.priced(enforced, (1.0, year), spent.clone(), Linear::from(granted));
        }
        if let Some(grant) = budget.running.get(&year) {
            plain.priced(enforced, (1.0, year), running, Linear::from(grant.0));
        }
    }
}

/// The part cost.
pub fn cost(plain: &Plain<'_>) -> Linear {
    let first = plain.scenario.calendar.first.fiscal_year();
    let mut sum = Linear::default();
    for ((item, year), amount) in &plain.money {
        if *item != MoneyItem::Income {
            let discount = (1.0 + plain.scenario.prices.discount).powi(first - year);
            sum.add_scaled(amount, discount);
        }
    }
    sum
}
