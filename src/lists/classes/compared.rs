//! Cohorts of a list against those of the scenario.

use crate::diagnostic::Cell;
use crate::domain::Term;
use crate::lists::changes::{Change, Edit, What};
use crate::lists::figures::{number, same, shown};
use crate::lists::rows::{Changed, Entry, Taking};
use crate::lists::table::Said;
use crate::scenario::measure::Measure;
use crate::scenario::path::Path;
use crate::scenario::raw::RawCohort;
use crate::scenario::tree::Node;
use crate::workbook::Value;
use crate::workbook::layout::Dim;
use std::collections::{BTreeMap, BTreeSet};

/// A cohort as a list has it.
#[derive(Clone, Debug)]
pub struct Cohort {
    /// Classes.
    pub classes: u64,
    /// Students.
    pub students: u64,
    /// Classes back from internship, where the list says it.
    pub interned: Option<u64>,
    /// Whether the list says how many classes there are.
    pub counted: bool,
    /// Whether a figure was filled in.
    pub filled: bool,
    /// The first cell of it.
    pub cell: Cell,
}

impl Cohort {
    /// One without any class yet.
    pub fn new(cell: Cell) -> Self {
        Self { classes: 0, students: 0, interned: None, counted: true, filled: false, cell }
    }
}

/// Cohorts by programme, term of entry and campus.
pub type Cohorts = BTreeMap<(String, Term, String), Cohort>;

/// The key of a cohort of the scenario.
fn key_of(raw: &RawCohort) -> Option<(String, Term, String)> {
    let entry = raw.entry.as_ref()?.parse().ok()?;
    Some((raw.programme.clone()?, entry, raw.campus.clone()?))
}

/// Compares the cohorts of a list with the scenario's, of the campuses that the
/// list is about.
pub fn compare_cohorts(taking: &mut Taking<'_>, cohorts: &Cohorts) {
    let covered: BTreeSet<String> = cohorts.keys().map(|(_, _, campus)| campus.clone()).collect();
    let mut seen = BTreeSet::new();
    let mut lost = Vec::new();
    for (index, known) in taking.raw.cohorts.iter().enumerate() {
        let Some(key) = key_of(known) else { continue };
        match cohorts.get(&key) {
            Some(cohort) => {
                seen.insert(key.clone());
                taking.compare_cohort(index, known, &key, cohort);
            }
            None if covered.contains(&key.2) => lost.push((index, key, known)),
            None => taking.out.beyond += 1,
        }
    }
    for (key, cohort) in cohorts.iter().filter(|(key, _)| !seen.contains(*key)) {
        taking.add_cohort(key, cohort);
    }
    // From the end, so that the numbers of those before them hold.
    for (index, key, known) in lost.into_iter().rev() {
        let label = taking.label(&key);
        let classes = known.classes.unwrap_or(0);
        let students = known.students.as_ref().map(shown).unwrap_or_default();
        let here = path(index, &key);
        let entry = Entry { key: &label, name: "" };
        taking.missing(&entry, &Path::from_text(&here), format!("{classes} / {students}"));
    }
}

/// The path of a cohort: by its keys where a path can be written so, else
/// by its number.
fn path(index: usize, (programme, entry, campus): &(String, Term, String)) -> String {
    let plain = |key: &str| {
        !key.is_empty()
            && key.chars().all(|one| one.is_alphanumeric() || one == '_' || one == '-')
            && key.parse::<usize>().is_err()
    };
    if plain(programme) && plain(campus) {
        format!("cohorts[{programme},{entry},{campus}]")
    } else {
        format!("cohorts[{index}]")
    }
}

impl Taking<'_> {
    fn label(&self, (programme, entry, campus): &(String, Term, String)) -> String {
        let term = crate::workbook::value::term_label(*entry, self.asked.language);
        let programme = self.known.label(Dim::Programmes, programme);
        format!("{programme} {term} {}", self.known.label(Dim::Campuses, campus))
    }

    fn compare_cohort(
        &mut self,
        index: usize,
        known: &RawCohort,
        key: &(String, Term, String),
        cohort: &Cohort,
    ) {
        let before = self.out.changes.len();
        let label = self.label(key);
        let entry = Entry { key: &label, name: "" };
        let here = Path::from_text(&path(index, key));
        let students = known.students.as_ref();
        let old = students.and_then(|one| number(one, Measure::Students, &[]));
        #[allow(clippy::cast_precision_loss)]
        let new = cohort.students as f64;
        if !old.is_some_and(|old| same(old, new)) {
            let before = students.map(shown).unwrap_or_default();
            self.differ_in(&entry, &here, ("students", before, cohort.students), cohort);
        }
        if cohort.counted && known.classes.map(u64::from) != Some(cohort.classes) {
            let before = known.classes.map(|count| count.to_string()).unwrap_or_default();
            self.differ_in(&entry, &here, ("classes", before, cohort.classes), cohort);
        }
        let interned = cohort.interned.filter(|new| u64::from(known.interned.unwrap_or(0)) != *new);
        if let Some(interned) = interned {
            let before = known.interned.map(|count| count.to_string()).unwrap_or_default();
            self.differ_in(&entry, &here, ("interned", before, interned), cohort);
        }
        if self.out.changes.len() == before {
            self.out.same += 1;
        }
    }

    fn differ_in(
        &mut self,
        entry: &Entry<'_>,
        here: &Path,
        (id, before, new): (&'static str, String, u64),
        cohort: &Cohort,
    ) {
        let value = Value::Text(new.to_string());
        let said = Said { value, cell: cohort.cell.clone(), filled: cohort.filled };
        let (path, node, after) = (here.key(id), Node::Count(new), new.to_string());
        self.change(entry, Changed { id, path, before, after, node, said: &said, figure: true });
    }

    fn add_cohort(&mut self, key: &(String, Term, String), cohort: &Cohort) {
        let (programme, entry, campus) = key;
        let text = |name: &str, text: &str| (name.to_owned(), Node::Text(text.to_owned()));
        let count = |name: &str, count: u64| (name.to_owned(), Node::Count(count));
        let mut fields = vec![
            text("programme", programme),
            text("entry", &entry.to_string()),
            text("campus", campus),
            count("classes", cohort.classes),
            count("students", cohort.students),
        ];
        fields.extend(cohort.interned.filter(|count| *count > 0).map(|one| count("interned", one)));
        self.source(&path(self.raw.cohorts.len(), key), cohort.filled);
        self.out.changes.push(Change {
            what: What::Added,
            key: self.label(key),
            name: String::new(),
            field: None,
            before: String::new(),
            after: format!("{} / {}", cohort.classes, cohort.students),
            path: "cohorts".to_owned(),
            edit: Some(Edit::Add(Node::Fields { of: String::new(), fields })),
            cell: Some(cohort.cell.clone()),
        });
    }
}
