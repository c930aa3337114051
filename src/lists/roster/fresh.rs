//! People whom the scenario does not know yet.

use super::fields::{both, texts};
use crate::lists::changes::{Change, Edit, What};
use crate::lists::people::PersonSaid;
use crate::lists::rows::Taking;
use crate::lists::table::Said;
use crate::lists::titles;
use crate::scenario::path::Path;
use crate::scenario::raw::RawText;
use crate::scenario::tree::Node;
use crate::words::lists as words;
use crate::workbook::layout::Dim;
use crate::workbook::value::folded;
use std::collections::BTreeSet;

impl Taking<'_> {
    /// Adds a person. What the format needs and the row lacks is noted.
    pub fn add_person(&mut self, key: &str, row: u32, said: &PersonSaid) {
        let here = Path::field("roster").key(key);
        let mut fields: Vec<(String, Node)> = Vec::new();
        let mut put = |name: &str, node: Node| fields.push((name.to_owned(), node));
        let mut lacking = Vec::new();
        match &said.name {
            Some((name, _)) => put("name", Node::Text(name.clone())),
            None => lacking.push("name"),
        }
        match self.employer_of(said) {
            Some(employer) => put("employer", employer),
            None => lacking.push("employer"),
        }
        match &said.campus {
            Some((campus, _)) => put("campus", Node::Text(campus.clone())),
            None => lacking.push("campus"),
        }
        match &said.subjects {
            Some((subjects, _)) if !subjects.is_empty() => put("subjects", texts(subjects)),
            _ => lacking.push("subjects"),
        }
        match &said.load {
            Some((load, _)) => put("load", load.clone()),
            None => lacking.push("load"),
        }
        let age = self.retirement_age(said);
        for (name, node) in optional(said) {
            put(name, node);
        }
        if let Some(age) = age {
            put("retirement_age", Node::Count(age.into()));
        }
        if !lacking.is_empty() {
            for id in lacking {
                self.lacks(id, key, row);
            }
            return;
        }
        self.source(here.as_str(), false);
        let filled = |said: &Option<(Node, Said)>| said.as_ref().is_some_and(|(_, at)| at.filled);
        if filled(&said.load) {
            self.source(here.key("load").as_str(), true);
        }
        if age.is_some() || filled(&said.retirement_age) {
            self.source(here.key("retirement_age").as_str(), true);
        }
        let name = said.name.as_ref().map(|(name, _)| name.clone()).unwrap_or_default();
        self.look_for_name(key, &name, said);
        let campus = said.campus.as_ref().map_or("", |(campus, _)| campus);
        self.out.changes.push(Change {
            what: What::Added,
            key: key.to_owned(),
            name,
            field: None,
            before: String::new(),
            after: self.known.label(Dim::Campuses, campus).to_owned(),
            path: here.to_string(),
            edit: Some(Edit::Add(Node::Fields { of: String::new(), fields })),
            cell: Some(self.table.first_cell(row)),
        });
    }

    /// The employer: as the list says, else the one of all who work at the
    /// campus today.
    fn employer_of(&mut self, said: &PersonSaid) -> Option<Node> {
        if let Some((text, _)) = &said.employer {
            let en = said.employer_en.as_ref().map(|(en, _)| en.as_str());
            return Some(self.employer(text, en));
        }
        let (campus, _) = said.campus.as_ref()?;
        let people = self.raw.roster.iter().map(|(_, one)| (&one.campus, &one.employer));
        let groups = self.raw.staff.iter().map(|(_, one)| (&one.campus, &one.employer));
        let here = people.chain(groups).filter(|(at, _)| at.as_ref() == Some(campus));
        let mut employers: Vec<&RawText> = here.filter_map(|(_, one)| one.as_ref()).collect();
        employers.dedup_by(|one, other| one.zh == other.zh);
        let names: BTreeSet<&Option<String>> = employers.iter().map(|one| &one.zh).collect();
        if names.len() != 1 {
            return None;
        }
        let employer = employers.first()?;
        let zh = employer.zh.as_deref().or(employer.en.as_deref())?;
        let node = both(zh, employer.en.as_deref());
        let campus = self.known.label(Dim::Campuses, campus).to_owned();
        self.out.note(words::employer_taken(&campus, zh));
        Some(node)
    }

    /// The age of retirement by sex, where the list does not say it and the
    /// user does.
    fn retirement_age(&self, said: &PersonSaid) -> Option<u32> {
        let (men, women) = self.asked.retirement_ages?;
        let open = said.retirement_age.is_none() && said.retires.is_none();
        said.woman.filter(|_| open).map(|woman| if woman { women } else { men })
    }

    /// Tells of a new person who has the name of one that is known.
    fn look_for_name(&mut self, key: &str, name: &str, said: &PersonSaid) {
        let same = |(_, one): &(&str, &crate::scenario::raw::RawPerson)| {
            one.name.as_ref().is_some_and(|known| folded(known) == folded(name))
        };
        let other = self.raw.roster.iter().find(same).map(|(key, _)| key.to_owned());
        if let (Some(other), Some((_, at))) = (other, &said.name) {
            self.warn(Some(at.cell.clone()), words::same_name(name, &other, key), Vec::new());
        }
    }
}

/// The fields that a person may lack.
fn optional(said: &PersonSaid) -> Vec<(&'static str, Node)> {
    let plain = |said: &Option<(Node, Said)>| said.as_ref().map(|(node, _)| node.clone());
    let born = said.born.as_ref().and_then(|(year, _)| u64::try_from(*year).ok());
    let title = said.title.as_ref().map(|(title, _)| titles::named(*title).0);
    let barred = said.barred.as_ref().filter(|(keys, _)| !keys.is_empty());
    let all = [
        ("retires", plain(&said.retires)),
        ("born", born.map(Node::Count)),
        ("retirement_age", plain(&said.retirement_age)),
        ("title", title.map(|word| Node::Word(word.to_owned()))),
        ("dual_qualified", plain(&said.dual_qualified)),
        ("leader", plain(&said.leader)),
        ("class_teacher", plain(&said.class_teacher)),
        ("barred", barred.map(|(keys, _)| texts(keys))),
    ];
    all.into_iter().filter_map(|(name, node)| Some((name, node?))).collect()
}
