//! Short courses: trainees against demand, with their fees and costs.

use super::money::{self, printed_parts};
use crate::domain::{Course, Term, Text};
use crate::plan::{MoneyItem, Trainees};
use crate::report::document::{Cell, Column, Row, Table};
use crate::report::format;
use crate::report::view::{View, figures};
use crate::units::Money;
use crate::words::report as words;

/// Trainees by course and term; nothing for a scenario without short courses.
#[must_use]
pub fn table(view: &View) -> Option<Table> {
    let courses = &view.scenario.courses;
    if courses.is_empty() {
        return None;
    }
    let mut columns =
        vec![Column::text(view.say(&words::course())), Column::text(view.say(&words::item()))];
    columns.extend(view.term_columns(&view.terms()));
    columns.push(Column::figure(view.say(&words::total())));
    let mut rows = Vec::new();
    for course in courses {
        let all = Lines::new(view, vec![course]);
        let lines = all.rows(&view.say(&course.name), false);
        rows.extend(lines.into_iter().map(|line| line.keyed([&course.id])));
    }
    if courses.len() > 1 {
        let all = Lines::new(view, courses.iter().collect());
        rows.extend(all.rows(&view.say(&words::all_courses()), true));
    }
    let table = Table::new(
        "courses",
        view.say(&words::courses_title()),
        view.say(&words::no_courses()),
        columns,
    );
    let table = table.stub(2).keyed(&[0]).grouped().rows(rows);
    let table = table.totals(|total, row| total.cells[1] == row.cells[1]);
    Some(table.last_sums())
}

/// The short courses in a sentence, if there are any.
#[must_use]
pub fn sentence(view: &View) -> Option<Text> {
    let courses: Vec<&Course> = view.scenario.courses.iter().collect();
    (!courses.is_empty()).then(|| {
        let all = Lines::new(view, courses);
        let people = |of: &dyn Fn(Term) -> f64| {
            let terms = all.terms.iter();
            format::number(terms.map(|term| of(*term)).sum(), 0)
        };
        let amount = |item| format::number(money::sum(view, |one| one == item).0, 1);
        words::trained(
            &people(&|term| all.taken(term, None)),
            &people(&|term| all.demand(term)),
            &amount(MoneyItem::CourseFees),
            &amount(MoneyItem::CourseCosts),
        )
    })
}

/// The lines of one course, or of all together.
struct Lines<'a> {
    view: &'a View<'a>,
    terms: Vec<Term>,
    courses: Vec<&'a Course>,
}

impl<'a> Lines<'a> {
    fn new(view: &'a View<'a>, courses: Vec<&'a Course>) -> Self {
        Self { view, terms: view.terms(), courses }
    }

    fn entries(&self, term: Term) -> impl Iterator<Item = (&'a Course, &'a Trainees)> {
        let all = self.view.plan.courses.iter();
        all.filter_map(move |one| {
            let mut courses = self.courses.iter();
            let course = courses.find(|course| course.id == one.course)?;
            (one.term.0 == term).then_some((*course, one))
        })
    }

    fn demand(&self, term: Term) -> f64 {
        let courses = self.courses.iter();
        courses.map(|course| course.demanded(term).0).sum()
    }

    fn least(&self, term: Term) -> f64 {
        let courses = self.courses.iter();
        courses.map(|course| course.contracted(term).0).sum()
    }

    /// Trainees taken, at one campus or at all.
    fn taken(&self, term: Term, campus: Option<&str>) -> f64 {
        let entries = self.entries(term);
        let here = entries.filter(|(_, one)| campus.is_none_or(|campus| one.campus == campus));
        here.map(|(_, one)| f64::from(one.trainees)).sum()
    }

    /// What the courses cost or bring in in a term, as it is printed: the
    /// amounts of all courses and terms of a year add up to the money's line.
    fn money(&self, term: Term, (item, each): (MoneyItem, fn(&Course) -> Money)) -> Money {
        let year = term.fiscal_year();
        let in_year = self.terms.iter().filter(|term| term.fiscal_year() == year);
        let all = &self.view.scenario.courses;
        let places: Vec<(Term, &Course)> =
            in_year.flat_map(|term| all.iter().map(move |course| (*term, course))).collect();
        let amount = |(term, course): &(Term, &Course)| {
            let taken = self.view.plan.courses.iter();
            let taken = taken.filter(|one| one.term.0 == *term && one.course == course.id);
            let trainees: f64 = taken.map(|one| f64::from(one.trainees)).sum();
            each(course) * trainees
        };
        let amounts: Vec<Money> = places.iter().map(amount).collect();
        let printed = printed_parts(self.view.plan, (item, year), &amounts);
        let mine = |course: &Course| self.courses.iter().any(|one| one.id == course.id);
        let here = places.iter().zip(printed);
        here.filter(|((at, course), _)| *at == term && mine(course)).map(|(_, amount)| amount).sum()
    }

    fn rows(&self, name: &str, total: bool) -> Vec<Row> {
        let people = |title: &Text, of: &dyn Fn(Term) -> f64| {
            let values: Vec<f64> = self.terms.iter().map(|term| of(*term)).collect();
            let all: f64 = values.iter().sum();
            let mut cells = self.stub(name, title);
            cells.extend(figures(values));
            cells.push(Cell::Whole(all));
            (all > 0.0).then_some(Row { total, ..Row::new(cells) })
        };
        let money = |title: &Text, what: (MoneyItem, fn(&Course) -> Money)| {
            let values = self.terms.iter().map(|term| self.money(*term, what));
            let values: Vec<Money> = values.collect();
            let all: Money = values.iter().copied().sum();
            let mut cells = self.stub(name, title);
            cells.extend(values.into_iter().map(Cell::some_money));
            cells.push(Cell::Money(all));
            (!all.is_zero()).then_some(Row { total, ..Row::new(cells) })
        };
        let demand = people(&words::in_demand(), &|term| self.demand(term));
        let least = people(&words::contracted(), &|term| self.least(term));
        let taken = people(&words::taken(), &|term| self.taken(term, None));
        let mut rows: Vec<Option<Row>> = vec![demand, least, taken];
        for campus in self.campuses() {
            let title = words::taken_at(&self.view.campus(campus));
            rows.push(people(&title, &|term| self.taken(term, Some(campus))));
        }
        rows.push(people(&words::not_taken(), &|term| {
            (self.demand(term) - self.taken(term, None)).max(0.0)
        }));
        rows.push(money(&words::fees(), (MoneyItem::CourseFees, |course| course.fee)));
        rows.push(money(&words::costs_of(), (MoneyItem::CourseCosts, |course| course.cost)));
        rows.into_iter().flatten().collect()
    }

    /// The campuses of a course that may be given at several.
    fn campuses(&self) -> Vec<&'a str> {
        match self.courses[..] {
            [course] if course.sites.len() > 1 => {
                let sites = course.sites.iter();
                let campuses = &self.view.scenario.campuses;
                sites.map(|id| campuses[*id].id.as_str()).collect()
            }
            _ => Vec::new(),
        }
    }

    fn stub(&self, name: &str, title: &Text) -> Vec<Cell> {
        vec![Cell::text(name), Cell::Text(self.view.say(title))]
    }
}
