//! Short courses against what their campuses have and who instructs.

use super::{Finding, Grade, staff};
use crate::domain::{Course, Scenario, Term, Text};
use crate::ids::ResourceId;
use crate::words::courses as words;

/// Every short course in the first term in which anybody would come, against
/// what there is least of.
pub(super) fn findings(scenario: &Scenario) -> Vec<Finding> {
    let courses = scenario.courses.iter();
    courses.filter_map(|one| finding(scenario, one)).collect()
}

fn finding(scenario: &Scenario, course: &Course) -> Option<Finding> {
    let terms = scenario.calendar.term_ids();
    let mut terms = terms.map(|id| scenario.calendar.term(id));
    let term = terms.find(|term| !course.demanded(*term).is_zero())?;
    let weeks = scenario.calendar.weeks;
    let by_resource = course.weekly_uses(weeks).map(|(resource, each)| {
        let name = &scenario.resources[resource].name;
        (served(scenario, course, resource, term) / each, name)
    });
    let by_subject = course.weekly_periods(weeks).map(|(subject, each)| {
        let name = &scenario.subjects[subject].name;
        (staff::taught(scenario, subject, term) / each, name)
    });
    let all: Vec<(f64, &Text)> = by_resource.chain(by_subject).collect();
    let (most, by) = all.into_iter().min_by(|one, other| one.0.total_cmp(&other.0))?;
    let most = (most + 1e-9).floor();
    let demand = course.demanded(term).0;
    let grade = if course.contracted(term).0 > most {
        Grade::Short
    } else if demand > most {
        Grade::Tight
    } else {
        Grade::Enough
    };
    Some(Finding { grade, message: words::room(&course.name, term, demand, most, by) })
}

/// Use a week that the campuses of a course could serve with what they own.
fn served(scenario: &Scenario, course: &Course, resource: ResourceId, term: Term) -> f64 {
    let sites = course.sites.iter();
    let usable = sites.filter(|campus| scenario.usable(**campus, term));
    let units = usable.map(|campus| scenario.campuses[*campus].owns[resource]);
    units.sum::<f64>() * scenario.resources[resource].serves()
}
