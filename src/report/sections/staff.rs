//! Staff by subject and campus, who comes, who goes, and who teaches away.

use super::retraining;
use crate::domain::Term;
use crate::plan::{Post, Visiting};
use crate::report::document::{Cell, Column, Row, Section, Sum, Table};
use crate::report::tally::Tally;
use crate::report::view::{View, count, figures, moves, seat};
use crate::units::Periods;
use crate::words::report as words;

/// The section.
#[must_use]
pub fn section(view: &View) -> Section {
    let section = Section::new(view.say(&words::staff_heading()))
        .note(view.say(&words::staff_note()))
        .table(by_year(view))
        .table(by_campus(view))
        .table(by_subject(view))
        .table(hires(view))
        .table(visiting(view));
    retraining::tables(view).into_iter().fold(section, Section::table)
}

/// The subject under which a post is counted in a term: the first of its own, or
/// the one that its holder has changed to. All tables count people so.
#[must_use]
pub fn main_subject(post: &Post, term: Term) -> &str {
    let changed = post.retrained.as_ref();
    let changed = changed.filter(|change| change.from.0 <= term);
    changed.map_or(own_subject(post), |change| &change.subject)
}

/// The subject under which a post is counted before any change.
fn own_subject(post: &Post) -> &str {
    post.subjects.first().map_or("", String::as_str)
}

/// Whether a post is filled before a term: at its end, or today.
fn filled_before(view: &View, post: &Post, term: Term) -> bool {
    if term == view.scenario.calendar.first {
        post.group.is_some()
    } else {
        filled(view, post, term.plus(-1))
    }
}

/// Whether a post is filled in a term.
fn filled(view: &View, post: &Post, term: Term) -> bool {
    based(view, post, term).is_some()
}

/// The campus at which a post is filled in a term.
fn based<'p>(view: &View, post: &'p Post, term: Term) -> Option<&'p str> {
    seat(&post.seats, term).filter(|_| view.works(post, term))
}

/// Whether the person of a post leaves in one of the terms.
fn leaves_in(post: &Post, terms: &[Term]) -> bool {
    post.leaves.is_some_and(|leaves| terms.contains(&leaves.0))
}

/// How many times the person of a post is re-based in the terms, or takes up
/// another subject.
fn rebased_in(post: &Post, terms: &[Term]) -> usize {
    let moves = moves(post.campus_today.as_deref(), &post.seats);
    let mut changes: Vec<Term> = moves.iter().map(|step| step.at).collect();
    changes.extend(post.retrained.as_ref().map(|change| change.from.0));
    changes.sort_unstable();
    changes.dedup();
    changes.iter().filter(|at| terms.contains(at)).count()
}

/// Most weekly periods needed in a term, of one subject or all.
fn needed(view: &View, subject: Option<&str>, terms: &[Term]) -> f64 {
    let at = |term: &Term| -> f64 {
        let periods = view.indicators(*term).into_iter().flat_map(|at| &at.periods);
        let mine = periods.filter(|one| subject.is_none_or(|subject| one.subject == subject));
        mine.map(|one| one.periods_per_week).sum::<Periods>().0
    };
    terms.iter().map(at).fold(0.0, f64::max)
}

/// Most weekly periods taught away from the base in a term, of one subject or
/// all.
fn away(view: &View, subject: Option<&str>, terms: &[Term]) -> f64 {
    let at = |term: &Term| -> f64 {
        let stage = view.stage_of(*term);
        let visits = view.plan.visiting.iter();
        let mine = visits.filter(|one| {
            one.from.0 == stage && subject.is_none_or(|subject| one.subject == subject)
        });
        mine.map(|one| one.periods_per_week).sum::<Periods>().0
    };
    terms.iter().map(at).fold(0.0, f64::max)
}

fn hired(view: &View, subject: Option<&str>, terms: &[Term]) -> f64 {
    let hires = view.plan.hires.iter();
    let mine = hires.filter(|hire| {
        terms.contains(&hire.at.0) && subject.is_none_or(|subject| hire.subject == subject)
    });
    mine.map(|hire| f64::from(hire.people)).sum()
}

/// A figure of some terms.
type Figure<'f> = &'f dyn Fn(&[Term]) -> f64;

fn by_year(view: &View) -> Table {
    let mut columns = vec![Column::text(view.say(&words::item()))];
    columns.extend(view.year_columns());
    let posts = &view.plan.posts;
    let lines: [(crate::domain::Text, Figure); 7] = [
        (words::staff_at_start(), &|terms| {
            let start = terms.first();
            let there = |post: &&Post| start.is_some_and(|at| filled_before(view, post, *at));
            count(posts.iter().filter(there).count())
        }),
        (words::hired(), &|terms| hired(view, None, terms)),
        (words::retired(), &|terms| {
            count(posts.iter().filter(|post| leaves_in(post, terms)).count())
        }),
        (words::staff_at_end(), &|terms| {
            let end = terms.last();
            let there = |post: &&Post| end.is_some_and(|at| filled(view, post, *at));
            count(posts.iter().filter(there).count())
        }),
        (words::rebased(), &|terms| count(posts.iter().map(|post| rebased_in(post, terms)).sum())),
        (words::periods_needed(), &|terms| needed(view, None, terms)),
        (words::periods_visiting(), &|terms| away(view, None, terms)),
    ];
    let rows = lines.map(|(title, figure)| {
        let years = view.years();
        let values = years.iter().map(|year| figure(&view.year_terms(*year)));
        let mut cells = vec![Cell::Text(view.say(&title))];
        cells.extend(values.map(Cell::Whole));
        Row::new(cells)
    });
    let mut table = Table::new(
        "staff_by_year",
        view.say(&words::staff_by_year_title()),
        String::new(),
        columns,
    )
    .stub(1)
    .rows(rows);
    // At work at the end: those at the start and the hired, less the retired.
    table.sums.push(Sum { row: 3, plus: vec![0, 1], minus: vec![2] });
    table
}

fn by_campus(view: &View) -> Table {
    let mut columns =
        vec![Column::text(view.say(&words::subject())), Column::text(view.say(&words::campus()))];
    columns.extend(view.year_columns());
    let starts: Vec<Term> = view.years().iter().map(|year| view.year_terms(*year)[0]).collect();
    let posts = &view.plan.posts;
    let of_subject = Tally::over(posts, &starts, |post, start| {
        Some(((Some(main_subject(post, start)), based(view, post, start)?), 1.0))
    });
    let of_all =
        Tally::over(posts, &starts, |post, start| Some(((None, based(view, post, start)?), 1.0)));
    let mut rows = Vec::new();
    let mut add = |name: String, subject: Option<&str>, total: bool| {
        for campus in view.campuses() {
            let tally = if subject.is_some() { &of_subject } else { &of_all };
            if let Some(values) = tally.some(&(subject, campus)) {
                let mut cells = vec![Cell::text(&name), Cell::Text(view.campus(campus))];
                cells.extend(figures(values));
                let keys = [subject.unwrap_or_default(), campus];
                rows.push(Row { total, ..Row::new(cells) }.keyed(keys));
            }
        }
    };
    for subject in view.subject_keys() {
        add(view.subject(subject), Some(subject), false);
    }
    add(view.say(&words::all_subjects()), None, true);
    Table::new("staff", view.say(&words::staff_title()), view.say(&words::no_staff()), columns)
        .stub(2)
        .keyed(&[0, 1])
        .grouped()
        .rows(rows)
        .totals(|total, row| total.cells[1] == row.cells[1])
}

fn by_subject(view: &View) -> Table {
    let heads = [
        words::staff_first(),
        words::hired(),
        words::retrained_in(),
        words::retrained_out(),
        words::retired(),
        words::staff_last(),
        words::rebased(),
        words::most_needed(),
        words::most_visiting(),
    ];
    let mut columns = vec![Column::text(view.say(&words::subject()))];
    columns.extend(heads.map(|head| Column::figure(view.say(&head))));
    let terms = view.terms();
    let (first, last) = (terms[0], terms[terms.len() - 1]);
    let posts = &view.plan.posts;
    let of = |which: &dyn Fn(&Post) -> bool| {
        let mine = posts.iter().filter(|post| which(post));
        count(mine.count())
    };
    let row = |name: String, mine: &dyn Fn(&str) -> bool, subject: Option<&str>| {
        let changes = |post: &Post, into: bool| {
            let changed = post.retrained.as_ref();
            changed.is_some_and(|change| {
                mine(&change.subject) == into && mine(own_subject(post)) != into
            })
        };
        let leaves = |post: &Post| {
            let at = post.leaves.map(|leaves| main_subject(post, leaves.0));
            at.is_some_and(mine) && leaves_in(post, &terms)
        };
        let rebased = posts.iter().filter(|post| mine(main_subject(post, last)));
        let rebased = rebased.map(|post| rebased_in(post, &terms)).sum();
        vec![
            Cell::Text(name),
            Cell::Whole(of(&|post| mine(own_subject(post)) && filled_before(view, post, first))),
            Cell::some(hired(view, subject, &terms)),
            Cell::some(of(&|post| changes(post, true))),
            Cell::some(of(&|post| changes(post, false))),
            Cell::some(of(&leaves)),
            Cell::Whole(of(&|post| mine(main_subject(post, last)) && filled(view, post, last))),
            Cell::some(count(rebased)),
            Cell::some(needed(view, subject, &terms)),
            Cell::some(away(view, subject, &terms)),
        ]
    };
    let rows = view.subject_keys().map(|subject| {
        let mine = move |one: &str| one == subject;
        Row::new(row(view.subject(subject), &mine, Some(subject))).keyed([subject])
    });
    let rows: Vec<Row> = rows.collect();
    Table::new(
        "staff_by_subject",
        view.say(&words::staff_by_subject_title()),
        view.say(&words::no_staff()),
        columns,
    )
    .keyed(&[0])
    .rows(rows)
}

fn hires(view: &View) -> Table {
    let columns = vec![
        Column::text(view.say(&words::when())),
        Column::text(view.say(&words::subject())),
        Column::figure(view.say(&words::people())),
    ];
    let rows = view.plan.hires.iter().map(|hire| {
        Row::new(vec![
            Cell::Term(hire.at.0),
            Cell::Text(view.subject(&hire.subject)),
            Cell::Whole(hire.people.into()),
        ])
    });
    Table::new("hires", view.say(&words::hires_title()), view.say(&words::no_hires()), columns)
        .grouped()
        .rows(rows)
}

fn visiting(view: &View) -> Table {
    let columns = vec![
        Column::text(view.say(&words::subject())),
        Column::text(view.say(&words::base())),
        Column::text(view.say(&words::teaches_at())),
        Column::text(view.say(&words::from_term())),
        Column::text(view.say(&words::to_term())),
        Column::figure(view.say(&words::periods_a_week())),
    ];
    let visits: Vec<&Visiting> = view.plan.visiting.iter().collect();
    let rows = visits.iter().map(|one| {
        let last = view.stage_terms(one.from.0).last().copied();
        Row::new(vec![
            Cell::Text(view.subject(&one.subject)),
            Cell::Text(view.campus(&one.base)),
            Cell::Text(view.campus(&one.host)),
            Cell::Term(one.from.0),
            last.map_or(Cell::Empty, Cell::Term),
            Cell::Amount(one.periods_per_week.0, 1),
        ])
    });
    Table::new(
        "visiting",
        view.say(&words::visiting_title()),
        view.say(&words::no_visiting()),
        columns,
    )
    .grouped()
    .rows(rows)
}
