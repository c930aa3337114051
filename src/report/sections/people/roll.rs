//! The people of a term by campus.

use super::{assignment, works_at};
use crate::domain::{Term, Text, Title};
use crate::plan::Post;
use crate::report::document::{Cell, Column, Row, Table};
use crate::report::view::{View, count, seat};
use crate::words::report::people as words;
use crate::words::report::{campus, total};

/// The people of a term.
pub(super) struct Roll<'a> {
    view: View<'a>,
    pub(super) term: Term,
    posts: Vec<&'a Post>,
}

impl<'a> Roll<'a> {
    pub(super) fn new(view: &View<'a>, term: Term) -> Self {
        let posts = view.plan.posts.iter();
        let there = |post: &&Post| view.works(post, term) && seat(&post.seats, term).is_some();
        Self { view: *view, term, posts: posts.filter(there).collect() }
    }

    pub(super) fn note(&self) -> Text {
        let named = self.posts.iter().filter(|post| post.person.is_some());
        let away = self.posts.iter().filter(|post| self.visits(post));
        let term = self.view.term(self.term);
        words::roster_note(self.posts.len(), named.count(), away.count(), &term)
    }

    fn visits(&self, post: &Post) -> bool {
        let doing = assignment(&self.view, post.key(), self.term);
        doing.is_some_and(|doing| !doing.visits.is_empty())
    }

    /// Figures of those at a campus, or of all.
    fn figures(&self, campus: Option<&str>) -> Vec<f64> {
        let view = &self.view;
        let at = |place: Option<&str>| campus.is_none() || place == campus;
        let here: Vec<&&Post> =
            (self.posts.iter()).filter(|post| at(seat(&post.seats, self.term))).collect();
        let tally = |which: &dyn Fn(&Post) -> bool| {
            let those = here.iter().filter(|post| which(post));
            count(those.count())
        };
        let backbone = |post: &Post| post.title >= Some(Title::Intermediate);
        let tutor = |post: &Post| {
            let mut tutors = view.plan.class_teachers.iter();
            tutors.any(|one| {
                one.person == post.key() && one.from.0 <= self.term && self.term <= one.until.0
            })
        };
        // Somebody who visits two campuses comes to each of them.
        let coming = self.posts.iter().map(|post| {
            let doing = assignment(view, post.key(), self.term);
            let visits = doing.map_or(&[][..], |doing| &doing.visits);
            let mut places: Vec<&str> = visits.iter().map(|one| one.campus.as_str()).collect();
            places.sort_unstable();
            places.dedup();
            places.into_iter().filter(|place| at(Some(place))).count()
        });
        let gone = |post: &Post| works_at(view, post, self.term) != seat(&post.seats, self.term);
        let periods: f64 = (here.iter())
            .filter_map(|post| assignment(view, post.key(), self.term))
            .flat_map(|doing| &doing.lessons)
            .map(|lesson| lesson.periods_per_week.0)
            .sum();
        vec![
            count(here.len()),
            tally(&|post| post.leader),
            tally(&|post| post.group.is_none()),
            tally(&backbone),
            tally(&tutor),
            tally(&|post| self.visits(post)),
            count(coming.sum()),
            tally(&gone),
            periods / count(here.len().max(1)),
        ]
    }

    pub(super) fn by_campus(&self) -> Table {
        let say = |text: Text| self.view.say(&text);
        let heads = [
            words::based(),
            words::leaders(),
            words::recruits(),
            words::backbone(),
            words::class_teachers(),
            words::going(),
            words::coming(),
            words::exchanged_out(),
            words::mean_load(),
        ];
        let mut columns = vec![Column::text(say(campus()))];
        columns.extend(heads.map(|head| Column::figure(say(head))));
        let row = |name: String, mut values: Vec<f64>| {
            let mean = values.pop().unwrap_or(0.0);
            let mut cells = vec![Cell::Text(name)];
            cells.extend(values.into_iter().map(Cell::some));
            cells.push(Cell::Amount(mean, 1));
            cells
        };
        let mut rows = Vec::new();
        for key in self.view.campuses() {
            let values = self.figures(Some(key));
            if values[0] > 0.0 {
                rows.push(Row::new(row(self.view.campus(key), values)));
            }
        }
        rows.push(Row::total(row(say(total()), self.figures(None))));
        Table::new(
            "people_by_campus",
            say(words::people_by_campus_title(&self.view.term(self.term))),
            say(words::no_people()),
            columns,
        )
        .stub(1)
        .rows(rows)
        .totals(|_, _| true)
    }
}
