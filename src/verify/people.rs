//! What a plan says of people by name, resolved: who teaches what where in each
//! stage, on which days they are away, who takes whose place, who has which
//! class, who is on duty.

use super::decisions::Holder;
use super::facts::Facts;
use super::named::{Doing, Order, Pair, People, Tutor};
use super::reader::Reader;
use crate::ids::{CampusId, StageId, TermId};
use crate::plan::{Assignment, Plan, TermKey};
use crate::words::people as words;
use std::collections::{BTreeMap, BTreeSet};

impl Facts<'_> {
    /// Whether somebody may be class teacher at a campus in a term.
    pub(super) fn may_have_class(&self, person: usize, campus: CampusId, term: TermId) -> bool {
        let post = &self.posts[person];
        let calendar = &self.scenario.calendar;
        let stage = calendar.stage_of(term);
        let away = self.people.partner(stage, person).is_some();
        post.base_in(stage, calendar.term(term)) == Some(campus)
            && self.teaches_class(person)
            && !away
    }

    /// Whether somebody is of those who may be class teachers.
    pub(super) fn teaches_class(&self, person: usize) -> bool {
        match self.posts[person].holder {
            Holder::Group(group) | Holder::Retrained(group, _) => {
                self.scenario.staff[group].class_teacher
            }
            Holder::Recruit(_) => true,
        }
    }

    /// Whether somebody is a leader.
    pub(super) fn leads(&self, person: usize) -> bool {
        match self.posts[person].holder {
            Holder::Group(group) | Holder::Retrained(group, _) => self.scenario.staff[group].leader,
            Holder::Recruit(_) => false,
        }
    }

    /// Campuses that somebody cannot be sent to.
    pub(super) fn barred(&self, person: usize) -> &[CampusId] {
        match self.posts[person].holder {
            Holder::Group(group) | Holder::Retrained(group, _) => {
                &self.scenario.staff[group].barred
            }
            Holder::Recruit(_) => &[],
        }
    }
}

/// Reads the lists about people once the posts and classes are known.
pub(super) fn read(reader: &mut Reader, plan: &Plan, facts: &Facts) -> People {
    let mut people = People::default();
    let lists = [
        plan.assignments.is_empty(),
        plan.class_teachers.is_empty(),
        plan.duty.is_empty(),
        plan.exchanges.is_empty(),
    ];
    if lists.into_iter().all(|empty| empty) {
        return people;
    }
    let names = Names::new(reader, facts);
    for (index, one) in plan.assignments.iter().enumerate() {
        let path = format!("assignments[{index}]");
        assignment(reader, &path, one, (&names, &mut people, facts));
    }
    for (index, one) in plan.exchanges.iter().enumerate() {
        let path = format!("exchanges[{index}]");
        let branch = reader.campus(&path, &one.branch);
        let stage = reader.stage(&path, one.from);
        let out = names.person(reader, &path, &one.out);
        let back = names.person(reader, &path, &one.back);
        if let (Some(branch), Some(stage), Some(out), Some(back)) = (branch, stage, out, back) {
            people.pairs.push(Pair { branch, stage, out, back });
        }
    }
    for (index, one) in plan.class_teachers.iter().enumerate() {
        let path = format!("class_teachers[{index}]");
        let key = (one.programme.as_str(), one.class.as_str());
        let class = names.classes.get(&key).copied();
        let class = reader.told(&path, class, || words::no_class(&one.class));
        let person = names.person(reader, &path, &one.person);
        let terms = terms(reader, &path, one.from, one.until);
        if let (Some(class), Some(person)) = (class, person) {
            people.tutors.extend(terms.into_iter().map(|term| Tutor { class, term, person }));
        }
    }
    for (index, one) in plan.duty.iter().enumerate() {
        let path = format!("duty[{index}]");
        let campus = reader.campus(&path, &one.campus);
        let term = reader.term(&path, one.term);
        let mut all = |keys: &[String]| -> Vec<usize> {
            let keys = keys.iter();
            keys.filter_map(|key| names.person(reader, &path, key)).collect()
        };
        let (leaders, class_teachers) = (all(&one.leaders), all(&one.class_teachers));
        if let (Some(campus), Some(term)) = (campus, term) {
            people.orders.push(Order { campus, term, leaders, class_teachers });
        }
    }
    people
}

/// Posts and classes by what the plan calls them.
struct Names<'f> {
    people: BTreeMap<&'f str, usize>,
    classes: BTreeMap<(&'f str, &'f str), usize>,
}

impl<'f> Names<'f> {
    fn new(reader: &mut Reader, facts: &Facts<'f>) -> Self {
        let mut people = BTreeMap::new();
        for (index, post) in facts.posts.iter().enumerate() {
            let key = post.post.key();
            let fresh = people.insert(key, index).is_none().then_some(());
            reader.told(key, fresh, words::called_alike);
        }
        let classes = facts.classes.iter().enumerate();
        let key = |path: &'f crate::plan::ClassPath| (path.programme.as_str(), path.name.as_str());
        Self { people, classes: classes.map(|(index, class)| (key(class.path), index)).collect() }
    }

    fn person(&self, reader: &mut Reader, path: &str, key: &str) -> Option<usize> {
        let found = self.people.get(key).copied();
        reader.told(path, found, || words::nobody(key))
    }
}

/// The terms from one to another.
fn terms(reader: &mut Reader, path: &str, from: TermKey, until: TermKey) -> Vec<TermId> {
    let (first, last) = (reader.term(path, from), reader.term(path, until));
    match (first, last) {
        (Some(first), Some(last)) => (first.0..=last.0).map(TermId).collect(),
        _ => Vec::new(),
    }
}

fn assignment(
    reader: &mut Reader,
    path: &str,
    one: &Assignment,
    (names, people, facts): (&Names, &mut People, &Facts),
) {
    let person = names.person(reader, path, &one.person);
    let terms = terms(reader, path, one.from, one.until);
    let calendar = &reader.scenario.calendar;
    let stages: BTreeSet<StageId> = (terms.iter()).map(|term| calendar.stage_of(*term)).collect();
    let leaves = person.and_then(|person| facts.posts[person].post.leaves);
    let works = |term: &TermId| leaves.is_none_or(|leaves| calendar.term(*term) < leaves.0);
    let all: Vec<TermId> =
        (stages.iter()).flat_map(|stage| calendar.terms_of(*stage)).filter(works).collect();
    let whole = (all == terms && !terms.is_empty()).then_some(());
    reader.told(path, whole, words::not_stages);
    let mut doing = Doing::default();
    for (index, lesson) in one.lessons.iter().enumerate() {
        let at = format!("{path}.lessons[{index}]");
        let subject = reader.subject(&at, &lesson.subject);
        let campus = reader.campus(&at, &lesson.campus);
        let periods = reader.amount(&at, lesson.periods_per_week.0);
        if let (Some(subject), Some(campus), Some(periods)) = (subject, campus, periods) {
            *doing.lessons.entry((subject, campus)).or_default() += periods;
        }
    }
    for (index, visit) in one.visits.iter().enumerate() {
        let at = format!("{path}.visits[{index}]");
        if let Some(campus) = reader.campus(&at, &visit.campus) {
            let days = doing.visits.entry(campus).or_default();
            days.extend(&visit.weekdays);
        }
    }
    let Some(person) = person else {
        return;
    };
    for stage in stages {
        let same = Doing { lessons: doing.lessons.clone(), visits: doing.visits.clone() };
        let fresh = people.doing.insert((person, stage), same).is_none();
        reader.told(path, fresh.then_some(()), words::two_entries);
    }
}
