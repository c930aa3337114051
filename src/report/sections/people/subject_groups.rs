//! 学科联组: for each subject those counted under it over the campuses, led by the campus
//! with the most of them; of those with as many, by that with more senior
//! titles, then by the first of the scenario.

use crate::domain::{Term, Title};
use crate::plan::Post;
use crate::report::document::{Cell, Column, Row, Table};
use crate::report::sections::staff::main_subject;
use crate::report::view::{View, seat};
use crate::words::report::people as words;
use crate::words::report::{people, subject};
use std::cmp::Reverse;

/// The groups of a term.
pub(super) fn table(view: &View, term: Term) -> Table {
    let columns = vec![
        Column::text(view.say(&subject())),
        Column::figure(view.say(&people())),
        Column::figure(view.say(&words::seniors())),
        Column::text(view.say(&words::lead_campus())),
        Column::text(view.say(&words::by_campus())),
    ];
    let mut rows = Vec::new();
    for key in view.subject_keys() {
        let teachers: Vec<&Post> = (view.plan.posts.iter())
            .filter(|post| view.works(post, term) && main_subject(post, term) == key)
            .collect();
        let at = |campus: &str, which: &dyn Fn(&Post) -> bool| {
            let here = |post: &&&Post| seat(&post.seats, term) == Some(campus) && which(post);
            teachers.iter().filter(here).count()
        };
        let senior = |post: &Post| post.title == Some(Title::Senior);
        let mut campuses: Vec<(&str, usize)> = (view.campuses())
            .map(|campus| (campus, at(campus, &|_| true)))
            .filter(|(_, people)| *people > 0)
            .collect();
        campuses.sort_by_key(|(campus, people)| (Reverse(*people), Reverse(at(campus, &senior))));
        let Some((lead, _)) = campuses.first() else {
            continue;
        };
        let parts: Vec<String> = (campuses.iter())
            .map(|(campus, people)| view.say(&words::at_campus(&view.campus(campus), *people)))
            .collect();
        let all: usize = campuses.iter().map(|(_, people)| people).sum();
        let seniors = teachers.iter().filter(|post| senior(post));
        rows.push(Row::new(vec![
            Cell::Text(view.subject(key)),
            Cell::count(all),
            Cell::some(crate::report::view::count(seniors.count())),
            Cell::Text(view.campus(lead)),
            Cell::Text(view.list(&parts)),
        ]));
    }
    Table::new(
        "subject_groups",
        view.say(&words::subject_groups_title(&view.term(term))),
        view.say(&words::no_people()),
        columns,
    )
    .rows(rows)
}
