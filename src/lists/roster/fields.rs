//! The fields of a person whom the scenario knows.

use crate::lists::figures::{number, quantity, same, shown};
use crate::lists::people::PersonSaid;
use crate::lists::rows::{Entry, Taking};
use crate::lists::titles;
use crate::scenario::measure::Measure;
use crate::scenario::path::Path;
use crate::scenario::raw::{RawPerson, RawText};
use crate::scenario::tree::Node;
use crate::workbook::layout::Dim;
use crate::workbook::value::folded;

/// A text in both languages as a value of the format.
pub fn both(zh: &str, en: Option<&str>) -> Node {
    let field = |name: &str, text: &str| (name.to_owned(), Node::Text(text.to_owned()));
    let mut fields = vec![field("zh", zh)];
    fields.extend(en.map(|en| field("en", en)));
    Node::Fields { of: String::new(), fields }
}

impl Taking<'_> {
    /// Compares a person with a row.
    pub fn compare_person(&mut self, key: &str, known: &RawPerson, said: &PersonSaid) {
        let before = self.out.changes.len();
        let name = known.name.as_deref().unwrap_or_default();
        let entry = Entry { key, name };
        let here = Path::field("roster").key(key);
        if let Some((text, at)) = &said.name
            && folded(text) != folded(name)
        {
            let (old, new, node) = (name.to_owned(), text.clone(), Node::Text(text.clone()));
            self.differ(&entry, &here, "name", (old, new, node), at);
        }
        self.compare_employer(&entry, &here, known, said);
        self.compare_places(&entry, &here, known, said);
        self.compare_figures(&entry, &here, known, said);
        self.compare_flags(&entry, &here, known, said);
        if self.out.changes.len() == before {
            self.out.same += 1;
        }
    }

    /// The employer: in either language the same one.
    fn compare_employer(
        &mut self,
        entry: &Entry<'_>,
        here: &Path,
        known: &RawPerson,
        said: &PersonSaid,
    ) {
        let Some((text, at)) = &said.employer else {
            return;
        };
        let is =
            |name: &Option<String>| name.as_ref().is_some_and(|name| folded(name) == folded(text));
        let old = known.employer.as_ref();
        if old.is_some_and(|old| is(&old.zh) || is(&old.en)) {
            return;
        }
        let en = said.employer_en.as_ref().map(|(en, _)| en.clone());
        let node = self.employer(text, en.as_deref());
        let before = old.and_then(|old| old.zh.clone().or_else(|| old.en.clone()));
        self.differ(entry, here, "employer", (before.unwrap_or_default(), text.clone(), node), at);
    }

    /// An employer as the scenario writes it, in both languages where it has
    /// it already.
    pub fn employer(&self, text: &str, en: Option<&str>) -> Node {
        let people = self.raw.roster.iter().filter_map(|(_, one)| one.employer.as_ref());
        let groups = self.raw.staff.iter().filter_map(|(_, one)| one.employer.as_ref());
        let is = |one: &&RawText| {
            [&one.zh, &one.en].into_iter().flatten().any(|name| folded(name) == folded(text))
        };
        match people.chain(groups).find(is) {
            Some(RawText { zh, en }) => both(zh.as_deref().unwrap_or(text), en.as_deref()),
            None => both(text, en),
        }
    }

    fn compare_places(
        &mut self,
        entry: &Entry<'_>,
        here: &Path,
        known: &RawPerson,
        said: &PersonSaid,
    ) {
        if let Some((campus, at)) = &said.campus
            && known.campus.as_ref() != Some(campus)
        {
            let old = known.campus.as_deref().unwrap_or_default();
            let before = self.known.label(Dim::Campuses, old).to_owned();
            let after = self.known.label(Dim::Campuses, campus).to_owned();
            let node = Node::Text(campus.clone());
            self.differ(entry, here, "campus", (before, after, node), at);
        }
        let lists = [
            ("subjects", Dim::Subjects, &known.subjects, &said.subjects),
            ("barred", Dim::Campuses, &known.barred, &said.barred),
        ];
        for (id, of, old, new) in lists {
            let Some((keys, at)) = new else { continue };
            let alike = old.len() == keys.len() && keys.iter().all(|key| old.contains(key));
            if !alike {
                let names = |keys: &[String]| {
                    let names = keys.iter().map(|key| self.known.label(of, key));
                    names.collect::<Vec<_>>().join("、")
                };
                let values = (names(old), names(keys), texts(keys));
                self.differ(entry, here, id, values, at);
            }
        }
    }

    fn compare_figures(
        &mut self,
        entry: &Entry<'_>,
        here: &Path,
        known: &RawPerson,
        said: &PersonSaid,
    ) {
        if let Some((node, at)) = &said.load
            && let Some(new) = quantity(node)
        {
            let of = |quantity| number(quantity, Measure::Periods, &[]);
            let old = known.load.as_ref();
            let alike = matches!((old.and_then(of), of(&new)), (Some(one), Some(other)) if same(one, other));
            if !alike {
                let before = old.map(shown).unwrap_or_default();
                self.differ(entry, here, "load", (before, shown(&new), node.clone()), at);
            }
        }
        if let Some((year, at)) = &said.born
            && known.born != Some(*year)
        {
            let before = known.born.map(|year| year.to_string()).unwrap_or_default();
            let node = Node::Count(u64::try_from(*year).unwrap_or(0));
            self.differ(entry, here, "born", (before, year.to_string(), node), at);
        }
        if let Some((Node::Count(age), at)) = &said.retirement_age
            && known.retirement_age.map(u64::from) != Some(*age)
        {
            let before = known.retirement_age.map(|age| age.to_string()).unwrap_or_default();
            let values = (before, age.to_string(), Node::Count(*age));
            self.differ(entry, here, "retirement_age", values, at);
        }
        if let Some((Node::Text(term), at)) = &said.retires
            && known.retires.as_ref() != Some(term)
        {
            let before = known.retires.clone().unwrap_or_default();
            let values = (before, term.clone(), Node::Text(term.clone()));
            self.differ(entry, here, "retires", values, at);
        }
    }

    fn compare_flags(
        &mut self,
        entry: &Entry<'_>,
        here: &Path,
        known: &RawPerson,
        said: &PersonSaid,
    ) {
        if let Some((title, at)) = &said.title
            && known.title != Some(*title)
        {
            let language = self.asked.language;
            let before = known.title.map(|title| titles::named(title).1.get(language).to_owned());
            let (word, name) = titles::named(*title);
            let after = name.get(language).to_owned();
            let values = (before.unwrap_or_default(), after, Node::Word(word.to_owned()));
            self.differ(entry, here, "title", values, at);
        }
        let leads = known.leader.unwrap_or(false);
        let flags = [
            ("dual_qualified", known.dual_qualified, &said.dual_qualified),
            ("leader", Some(leads), &said.leader),
            ("class_teacher", Some(known.class_teacher.unwrap_or(!leads)), &said.class_teacher),
        ];
        for (id, old, new) in flags {
            if let Some((Node::Bool(new), at)) = new
                && old != Some(*new)
            {
                let name = |flag: bool| {
                    let said = crate::words::overlay::yes();
                    let said = if flag { said } else { crate::words::overlay::no() };
                    said.get(self.asked.language).to_owned()
                };
                let values = (old.map(name).unwrap_or_default(), name(*new), Node::Bool(*new));
                self.differ(entry, here, id, values, at);
            }
        }
    }
}

/// Texts as a list of the format.
pub fn texts(keys: &[String]) -> Node {
    let entries = keys.iter().map(|key| Node::Text(key.clone())).collect();
    Node::List { entries, stated: true }
}
