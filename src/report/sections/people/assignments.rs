//! 人员安排表: everybody in one line, and what each teaches line by line.

use super::{name, works_at};
use crate::domain::{Person, Text};
use crate::plan::{Assignment, Post, Visit};
use crate::report::document::{Cell, Column, Row, Table};
use crate::report::format;
use crate::report::view::View;
use crate::words::report::people as words;
use crate::words::report::{
    bases, from_term, leaves, periods_a_week, person, subject, subjects, to_term, today,
};

/// Texts one after the other where each has commas of its own.
fn joined(view: &View, items: &[String]) -> String {
    items.join(view.language_mark("；", "; "))
}

/// The person of the roster behind a post.
fn of_roster<'a>(view: &View<'a>, post: &Post) -> Option<&'a Person> {
    let groups = view.scenario.staff.iter();
    let mut people = groups.flat_map(|group| &group.people);
    people.find(|one| one.id.is_some() && one.id == post.person)
}

/// What stands first in either table: who it is.
fn identity(view: &View, post: &Post) -> Vec<Cell> {
    let yes = |holds: bool| {
        if holds { Cell::Text(view.say(&words::yes())) } else { Cell::Empty }
    };
    let text = |text: Option<Text>| text.map_or(Cell::Empty, |text| Cell::Text(view.say(&text)));
    let dual = of_roster(view, post).and_then(|one| one.dual_qualified);
    vec![
        Cell::Text(name(view, post.key())),
        text(post.employer.clone()),
        text(post.title.map(words::title)),
        yes(dual == Some(true)),
        yes(post.leader),
    ]
}

fn identity_columns(view: &View) -> Vec<Column> {
    let heads = [
        person(),
        words::employer(),
        words::title_head(),
        words::dual_qualified(),
        words::leader(),
    ];
    heads.map(|head| Column::text(view.say(&head))).into()
}

/// Everybody in one line; for files.
pub(super) fn people(view: &View) -> Table {
    let mut columns = identity_columns(view);
    let heads = [subjects(), today(), bases(), words::works_at(), words::visiting_days(), leaves()];
    columns.extend(heads.map(|head| Column::text(view.say(&head))));
    let rows = view.plan.posts.iter().map(|post| {
        let campus = post.campus_today.as_deref();
        let seats: Vec<String> = (post.seats.iter())
            .map(|seat| format!("{} {}", view.term(seat.from.0), view.campus(&seat.campus)))
            .collect();
        let mine: Vec<&Assignment> =
            (view.plan.assignments.iter()).filter(|one| one.person == post.key()).collect();
        let taught: Vec<String> =
            mine.iter().map(|one| in_terms(view, one, &lessons(view, one))).collect();
        let away: Vec<String> = (mine.iter())
            .filter(|one| !one.visits.is_empty())
            .map(|one| in_terms(view, one, &visits(view, &one.visits)))
            .collect();
        let mut cells = identity(view, post);
        cells.extend([
            Cell::Text(view.subjects(&post.subjects)),
            campus.map_or(Cell::Empty, |campus| Cell::Text(view.campus(campus))),
            Cell::Text(view.list(&seats)),
            Cell::Text(joined(view, &taught)),
            Cell::Text(joined(view, &away)),
            post.leaves.map_or(Cell::Empty, |leaves| Cell::Term(leaves.0)),
        ]);
        Row::new(cells).keyed([post.person.as_deref().unwrap_or_default()])
    });
    Table::new("people", view.say(&words::people_title()), view.say(&words::no_people()), columns)
        .keyed(&[0])
        .rows(rows)
        .for_files()
}

fn in_terms(view: &View, one: &Assignment, what: &str) -> String {
    let (from, until) = (view.term(one.from.0), view.term(one.until.0));
    view.say(&if from == until {
        words::in_one_term(&from, what)
    } else {
        words::in_terms(&from, &until, what)
    })
}

fn lessons(view: &View, one: &Assignment) -> String {
    let lessons: Vec<String> = (one.lessons.iter())
        .map(|lesson| {
            let periods = format::plain_number(lesson.periods_per_week.0, 2);
            let (subject, campus) = (view.subject(&lesson.subject), view.campus(&lesson.campus));
            view.say(&words::lesson(&subject, &campus, &periods))
        })
        .collect();
    view.list(&lessons)
}

fn visits(view: &View, visits: &[Visit]) -> String {
    let visits: Vec<String> = (visits.iter())
        .map(|visit| view.say(&words::days_at(&view.campus(&visit.campus), &days(view, visit))))
        .collect();
    view.list(&visits)
}

/// The weekdays of a visit: a day that comes twice is a whole one.
fn days(view: &View, visit: &Visit) -> String {
    let mut days = visit.weekdays.clone();
    days.dedup();
    let days: Vec<String> = (days.iter())
        .map(|day| {
            let name = view.say(&words::weekday(*day));
            let times = visit.weekdays.iter().filter(|one| *one == day).count();
            view.say(&if times > 1 { words::whole_day(&name) } else { words::half_day(&name) })
        })
        .collect();
    view.list(&days)
}

/// Everybody's lessons, line by line; for files.
pub(super) fn lines(view: &View) -> Table {
    let mut columns = identity_columns(view);
    let texts = [from_term(), to_term(), words::works_in(), subject(), words::taught_at()];
    columns.extend(texts.map(|head| Column::text(view.say(&head))));
    columns.push(Column::figure(view.say(&periods_a_week())));
    columns.push(Column::text(view.say(&words::visiting_days())));
    let mut rows = Vec::new();
    for post in &view.plan.posts {
        let mine = view.plan.assignments.iter();
        for one in mine.filter(|one| one.person == post.key()) {
            for lesson in &one.lessons {
                let mut visits = one.visits.iter();
                let visit = visits.find(|visit| visit.campus == lesson.campus);
                let mut cells = identity(view, post);
                cells.extend([
                    Cell::Term(one.from.0),
                    Cell::Term(one.until.0),
                    works_at(view, post, one.from.0)
                        .map_or(Cell::Empty, |campus| Cell::Text(view.campus(campus))),
                    Cell::Text(view.subject(&lesson.subject)),
                    Cell::Text(view.campus(&lesson.campus)),
                    Cell::Figure(lesson.periods_per_week.0),
                    visit.map_or(Cell::Empty, |visit| Cell::Text(days(view, visit))),
                ]);
                rows.push(Row::new(cells));
            }
        }
    }
    Table::new(
        "assignments",
        view.say(&words::assignments_title()),
        view.say(&words::no_people()),
        columns,
    )
    .rows(rows)
    .for_files()
}
