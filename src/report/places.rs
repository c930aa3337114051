//! Names for places that results give as keys of the scenario.

use super::format;
use crate::domain::{Language, Rule, Scenario, StandardSet, Term, Text};
use crate::words::report as words;

/// A kind of thing a key may mean.
#[derive(Clone, Copy)]
enum Noun {
    Campus,
    Programme,
    Field,
    Resource,
    Subject,
    Option,
    Target,
    Set,
    Indicator,
    School,
    Course,
}

/// A place in words. Keys of different nouns may be alike, so the rule says
/// which nouns to look at first.
pub fn name(scenario: &Scenario, language: Language, rule: Rule, place: &[String]) -> String {
    let names = place.iter().map(|key| {
        let nouns = nouns(rule).iter();
        let found = nouns.copied().find_map(|noun| find(scenario, noun, key));
        let found = found.map(|name| name.get(language).to_owned());
        found.unwrap_or_else(|| word(key, language))
    });
    names.collect::<Vec<_>>().join(match language {
        Language::Zh => "，",
        Language::En => ", ",
    })
}

fn nouns(rule: Rule) -> &'static [Noun] {
    use Noun::{
        Campus, Course, Field, Indicator, Option, Programme, Resource, School, Set, Subject, Target,
    };
    match rule {
        Rule::Staffing
        | Rule::Employment
        | Rule::Visiting
        | Rule::Retraining
        | Rule::PartTime
        | Rule::ClassTeacher
        | Rule::Duty
        | Rule::Exchange => &[Subject, Campus, Programme],
        Rule::Capacity | Rule::Equipment | Rule::Assets => &[Resource, Campus, Option],
        Rule::Role => &[Campus, Field, Programme],
        Rule::Standards => &[Set, Indicator, School],
        Rule::Target => &[Target],
        Rule::Courses => &[Course, Campus],
        Rule::Admission
        | Rule::Catchment
        | Rule::Placement
        | Rule::Bands
        | Rule::Relocation
        | Rule::Merging
        | Rule::Internship
        | Rule::Tenure
        | Rule::Pins
        | Rule::Budget => &[Programme, Campus, Option, Resource],
    }
}

fn find<'a>(scenario: &'a Scenario, noun: Noun, key: &str) -> Option<&'a Text> {
    fn by_key<'a>(
        mut things: impl Iterator<Item = (&'a String, &'a Text)>,
        key: &str,
    ) -> Option<&'a Text> {
        things.find(|(id, _)| *id == key).map(|(_, name)| name)
    }
    match noun {
        Noun::Campus => by_key(scenario.campuses.iter().map(|one| (&one.id, &one.name)), key),
        Noun::Programme => by_key(scenario.programmes.iter().map(|one| (&one.id, &one.name)), key),
        Noun::Field => by_key(scenario.fields.iter().map(|one| (&one.id, &one.name)), key),
        Noun::Resource => by_key(scenario.resources.iter().map(|one| (&one.id, &one.name)), key),
        Noun::Subject => by_key(scenario.subjects.iter().map(|one| (&one.id, &one.name)), key),
        Noun::Option => by_key(scenario.options.iter().map(|one| (&one.id, &one.name)), key),
        Noun::Course => by_key(scenario.courses.iter().map(|one| (&one.id, &one.name)), key),
        Noun::Target => by_key(scenario.targets.iter().map(|one| (&one.id, &one.name)), key),
        Noun::School => by_key(scenario.schools.iter().map(|one| (&one.id, &one.name)), key),
        Noun::Set => by_key(sets(scenario).map(|one| (&one.id, &one.short)), key),
        Noun::Indicator => {
            let indicators = sets(scenario).flat_map(|set| set.indicators.iter());
            by_key(indicators.map(|one| (&one.id, &one.name)), key)
        }
    }
}

fn sets(scenario: &Scenario) -> impl Iterator<Item = &StandardSet> {
    let standards = scenario.standards.iter();
    standards.flat_map(|standards| standards.sets.iter())
}

/// A key that is no noun: a term, or a word such as `capital`.
fn word(key: &str, language: Language) -> String {
    if let Ok(term) = key.parse::<Term>() {
        return format::term(term, language);
    }
    let word = match key {
        "capital" => words::capital(),
        "running" => words::running(),
        "hires" => words::hired(),
        "rebased" => words::rebased(),
        _ => return key.to_owned(),
    };
    word.get(language).to_owned()
}
