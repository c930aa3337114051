//! Staff who are counted in groups and come by name now.

use super::changes::{Change, Edit, What};
use super::rows::Taking;
use crate::scenario::path::Path;
use crate::words::lists as words;
use crate::workbook::layout::Dim;
use std::collections::BTreeSet;

/// Staff groups of the campuses that a list of people is about would count
/// the same people twice: they are removed if asked for, else reported.
pub fn counted_twice(taking: &mut Taking<'_>, covered: &BTreeSet<String>) {
    let raw = taking.raw;
    let here = |campus: Option<&String>| campus.is_some_and(|campus| covered.contains(campus));
    let groups = raw.staff.iter().filter(|(_, group)| here(group.campus.as_ref()));
    let groups: Vec<_> = groups.collect();
    let count: u32 = groups.iter().filter_map(|(_, group)| group.count).sum();
    if groups.is_empty() || taking.out.count(What::Added) == 0 {
        return;
    }
    if !taking.asked.replace_counts {
        let keys: Vec<&str> = groups.iter().map(|(key, _)| *key).collect();
        let message = words::counted_twice(&keys.join(", "), count);
        taking.warn(None, message, vec![words::replace_counts()]);
        return;
    }
    for (key, group) in groups {
        let campus = group.campus.as_deref().unwrap_or_default();
        taking.out.changes.push(Change {
            what: What::Removed,
            key: key.to_owned(),
            name: taking.known.label(Dim::Campuses, campus).to_owned(),
            field: None,
            before: group.count.map(|count| count.to_string()).unwrap_or_default(),
            after: String::new(),
            path: Path::field("staff").key(key).to_string(),
            edit: Some(Edit::Remove),
            cell: None,
        });
    }
}
