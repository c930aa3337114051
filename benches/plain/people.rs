//! Rules Staffing and Employment.

use super::campuses::Open;
use super::classes::Classes;
use super::{Plain, Visits, before, or_zero, sum};
use campusplan::domain::{MoneyItem, Rule, StaffGroup};
use campusplan::ids::{CampusId, SubjectId, TermId};
use campusplan::model::linear::{Linear, Variable};
use std::collections::BTreeMap;

/// Weekly periods of a subject at a campus in a term.
type Periods = BTreeMap<(SubjectId, CampusId, TermId), Linear>;

/// Adds the variables and rows.
pub fn add(plain: &mut Plain<'_>, classes: &Classes, open: &Open) {
    let mut supply = Periods::new();
    let mut rebased: BTreeMap<TermId, Linear> = BTreeMap::new();
    for group in &plain.scenario.staff {
        employ(plain, open, group, (&mut supply, &mut rebased));
    }
    let mut hires: BTreeMap<i32, Linear> = BTreeMap::new();
    for subject in plain.scenario.subjects.keys() {
        recruit(plain, open, subject, (&mut supply, &mut rebased), &mut hires);
    }
    let rule = &plain.scenario.rules.employment;
    let enforced = (Rule::Employment, rule.enforce);
    for (year, all) in hires {
        if let Some(most) = rule.hires_per_year {
            plain.priced(enforced, (1.0, year), all, Linear::from(f64::from(most)));
        }
    }
    for (term, moved) in rebased {
        if let Some(most) = rule.rebased_per_stage {
            let unit = (1.0, plain.year(term));
            plain.priced(enforced, unit, moved, Linear::from(f64::from(most)));
        }
    }
    teach(plain, classes, open, &supply);
}

/// People at a campus in each term, held between relocation points; those who
/// arrive are added to `rebased`. `today` were there before the first term.
fn post(
    plain: &mut Plain<'_>,
    open: &Open,
    (campus, today, most): (CampusId, f64, f64),
    rebased: &mut BTreeMap<TermId, Linear>,
) -> BTreeMap<TermId, Variable> {
    let mut posted = BTreeMap::new();
    for term in plain.terms() {
        let Some(open) = open.get(&(campus, term)) else {
            continue;
        };
        let people = plain.problem.whole(most);
        plain.at_most(Rule::Staffing, people.into(), Linear::from(*open) * most);
        let was = match before(term) {
            Some(earlier) => or_zero(posted.get(&earlier)),
            None => Linear::from(today),
        };
        if plain.movable(term) {
            let arriving = plain.real();
            let more = Linear::from(people) - was;
            plain.at_most(Rule::Employment, more, arriving.into());
            rebased.entry(term).or_default().push(arriving, 1.0);
        } else {
            plain.equal(Rule::Employment, people.into(), was);
        }
        posted.insert(term, people);
    }
    posted
}

#[allow(clippy::cast_precision_loss)]
fn employ(
    plain: &mut Plain<'_>,
    open: &Open,
    group: &StaffGroup,
    (supply, rebased): (&mut Periods, &mut BTreeMap<TermId, Linear>),
) {
    let all = group.people.len() as f64;
    let mut everywhere: BTreeMap<TermId, Linear> = BTreeMap::new();
    for campus in plain.scenario.campuses.keys() {
        let today = if campus == group.campus { all } else { 0.0 };
        let posted = post(plain, open, (campus, today, all), rebased);
        for (term, people) in posted {
            everywhere.entry(term).or_default().push(people, 1.0);
            let load = Linear::from(people) * group.load.0;
            if let [subject] = group.subjects[..] {
                *supply.entry((subject, campus, term)).or_default() += load;
                continue;
            }
            let mut taught = Linear::default();
            for subject in &group.subjects {
                let periods = plain.real();
                taught.push(periods, 1.0);
                let sum = supply.entry((*subject, campus, term)).or_default();
                sum.push(periods, 1.0);
            }
            plain.at_most(Rule::Staffing, taught, load);
        }
    }
    for term in plain.terms() {
        let last = plain.scenario.calendar.stages[plain.stage(term)].end - 1;
        let people = group.working(plain.scenario.calendar.term(TermId(last))) as f64;
        let posted = everywhere.remove(&term).unwrap_or_default();
        plain.equal(Rule::Employment, posted, Linear::from(people));
    }
}

fn recruit(
    plain: &mut Plain<'_>,
    open: &Open,
    subject: SubjectId,
    (supply, rebased): (&mut Periods, &mut BTreeMap<TermId, Linear>),
    hires: &mut BTreeMap<i32, Linear>,
) {
    let Some(offer) = plain.scenario.subjects[subject].hiring else {
        return;
    };
    let mut so_far = Linear::default();
    let mut total: BTreeMap<TermId, Linear> = BTreeMap::new();
    let mut yearly: BTreeMap<i32, Linear> = BTreeMap::new();
    for term in plain.terms() {
        let year = plain.year(term);
        if plain.movable(term) {
            let recruits = Linear::from(plain.problem.whole(f64::from(offer.most_per_year)));
            plain.spend(MoneyItem::Hiring, year, &recruits, offer.cost);
            *yearly.entry(year).or_default() += recruits.clone();
            rebased.entry(term).or_default().add_scaled(&recruits, -1.0);
            so_far += recruits;
        }
        plain.spend(MoneyItem::Pay, year, &so_far, offer.pay);
        total.insert(term, so_far.clone());
    }
    #[allow(clippy::cast_precision_loss)]
    let most = f64::from(offer.most_per_year) * yearly.len() as f64;
    for (year, recruits) in yearly {
        *hires.entry(year).or_default() += recruits.clone();
        let most = Linear::from(f64::from(offer.most_per_year));
        plain.at_most(Rule::Employment, recruits, most);
    }
    let mut everywhere: BTreeMap<TermId, Linear> = BTreeMap::new();
    for campus in plain.scenario.campuses.keys() {
        for (term, people) in post(plain, open, (campus, 0.0, most), rebased) {
            everywhere.entry(term).or_default().push(people, 1.0);
            let sum = supply.entry((subject, campus, term)).or_default();
            sum.push(people, offer.load.0);
        }
    }
    for (term, people) in total {
        let posted = everywhere.remove(&term).unwrap_or_default();
        plain.equal(Rule::Employment, posted, people);
    }
}

fn teach(plain: &mut Plain<'_>, classes: &Classes, open: &Open, supply: &Periods) {
    let scenario = plain.scenario;
    let mut needed = Periods::new();
    for ((cohort, campus, term), seat) in &classes.seats {
        let date = scenario.calendar.term(*term);
        let Some(now) = scenario.term_of_study(*cohort, date) else {
            continue;
        };
        for (subject, periods) in &scenario.programme_of(*cohort).curriculum[now - 1].periods {
            let sum = needed.entry((*subject, *campus, *term)).or_default();
            sum.add_scaled(&seat.in_school(), *periods);
        }
    }
    let visiting = visit(plain, open);
    for subject in scenario.subjects.keys() {
        for term in plain.terms() {
            let visits = |pick: &dyn Fn(CampusId, CampusId) -> bool| {
                let all = visiting.iter().filter(|((what, base, host, when), _)| {
                    *what == subject && *when == term && pick(*base, *host)
                });
                sum(all.map(|(_, periods)| periods))
            };
            let mut everywhere = Linear::default();
            for campus in scenario.campuses.keys() {
                let key = (subject, campus, term);
                let own = supply.get(&key).cloned().unwrap_or_default();
                let out = visits(&|base, _| base == campus);
                let into = visits(&|_, host| host == campus);
                if !out.is_constant() {
                    plain.at_most(Rule::Staffing, out.clone(), own.clone());
                }
                if let Some(needed) = needed.get(&key) {
                    let rule = (Rule::Staffing, scenario.rules.staffing);
                    let unit = (1.0, plain.year(term));
                    plain.priced(rule, unit, needed.clone(), own - out + into);
                    everywhere += needed.clone();
                }
            }
            let share = scenario.rules.visiting.share;
            let all = visits(&|_, _| true);
            if !all.is_constant() {
                plain.at_most(Rule::Employment, all, everywhere * share);
            }
        }
    }
}

/// `visiting[s,c,c',t]`.
fn visit(
    plain: &mut Plain<'_>,
    open: &Open,
) -> BTreeMap<(SubjectId, CampusId, CampusId, TermId), Variable> {
    let mut visiting = BTreeMap::new();
    let scenario = plain.scenario;
    let rule = &scenario.rules.visiting;
    for ((one, other), road) in &scenario.roads {
        let far = rule.time.is_some_and(|most| road.time > most);
        if far || rule.share <= 0.0 {
            continue;
        }
        let weekly = scenario.prices.visiting_per_km * (2.0 * road.length.0);
        let price = weekly * (scenario.calendar.weeks / scenario.prices.periods_per_visit);
        for (base, host) in [(*one, *other), (*other, *one)] {
            for term in plain.terms() {
                let both = [base, host].map(|campus| open.contains_key(&(campus, term)));
                if both != [true, true] {
                    continue;
                }
                for subject in scenario.subjects.keys() {
                    let periods = plain.real();
                    plain.spend(MoneyItem::Visiting, plain.year(term), &periods.into(), price);
                    visiting.insert((subject, base, host, term), periods);
                    if plain.visits == Visits::Held && !plain.movable(term) {
                        let was = before(term)
                            .and_then(|earlier| visiting.get(&(subject, base, host, earlier)));
                        plain.equal(Rule::Staffing, periods.into(), or_zero(was));
                    }
                }
            }
        }
    }
    visiting
}
