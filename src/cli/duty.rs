//! `campusplan duty`.

use super::args::Duty as Arguments;
use super::exit::{Exit, Failure};
use super::input::{self, Input};
use super::{output, verify};
use crate::domain::{Language, Scenario, Term};
use crate::plan::{DutyOrder, Plan, TermKey};
use crate::report::sections::people::{Rota, days, duty_date, duty_weeks};
use crate::report::view::View;
use crate::report::{csv, duty_document, duty_lines, format, terminal};
use crate::words::cli::output_failed;
use crate::words::report::people as words;
use chrono::NaiveDate;
use serde::Serialize;

pub fn run(arguments: &Arguments) -> Result<Exit, Failure> {
    let input = Input::read(&arguments.scenario, &arguments.changes, arguments.lang)?;
    let language = input.language;
    let scenario = input.usable(&arguments.scenario)?.scenario;
    let plan = input::read_plan(&arguments.plan, language)?;
    let verification = crate::verify::verify(&scenario, &plan);
    if !verification.passed() {
        verify::print(&verification, arguments.json, language)?;
        return Ok(Exit::Unverified);
    }
    let Some(rule) = &scenario.rules.duty else {
        return Err(input::wrong(&words::no_rota(), language));
    };
    let target = scenario.calendar.term(scenario.calendar.target);
    let term = arguments.term.unwrap_or(target);
    let orders = orders(&scenario, &plan, (term, arguments.campus.as_deref()), language)?;
    let view = View { scenario: &scenario, plan: &plan, verification: &verification, language };
    if arguments.json {
        let mut rota = Vec::new();
        for order in orders {
            let at = scenario.campuses.position(|one| one.id == order.campus);
            let days = at.map(|at| days(rule, at, duty_weeks(&view), order));
            rota.extend(
                days.unwrap_or_default()
                    .into_iter()
                    .map(|day| Day::new(&view, order, day))
                    .filter(|day| scenario.calendar.holiday(day.date).is_none()),
            );
        }
        output::json(&rota, language)?;
    } else if arguments.csv {
        let failed = |error: &dyn std::fmt::Display| Failure {
            exit: Exit::Failed,
            message: output_failed(error).get(language).to_owned(),
        };
        let bytes = csv::render(&duty_lines(&view, rule, &orders), language);
        let bytes = bytes.map_err(|error| failed(&error))?;
        let text = String::from_utf8(bytes).map_err(|error| failed(&error))?;
        output::data(&text, language)?;
    } else {
        let document = duty_document(&view, rule, &orders, term);
        output::data(&terminal::render(&document, language), language)?;
    }
    Ok(Exit::Done)
}

/// The orders of a term, of all campuses or one.
fn orders<'p>(
    scenario: &Scenario,
    plan: &'p Plan,
    (term, campus): (Term, Option<&str>),
    language: Language,
) -> Result<Vec<&'p DutyOrder>, Failure> {
    let calendar = &scenario.calendar;
    let in_term = plan.duty.iter().filter(|order| order.term.0 == term);
    let in_term: Vec<&DutyOrder> = in_term.collect();
    if in_term.is_empty() {
        let last = calendar.term_ids().last().map(|id| calendar.term(id));
        let say = |term: Term| format::term(term, language);
        let (first, last) = (say(calendar.first), say(last.unwrap_or(calendar.first)));
        let message = words::no_rota_in(&say(term), &first, &last);
        return Err(input::wrong(&message, language));
    }
    let Some(campus) = campus else {
        return Ok(in_term);
    };
    let known: Vec<&str> = in_term.iter().map(|order| order.campus.as_str()).collect();
    let known = known.join(", ");
    let mut found = in_term.into_iter();
    match found.find(|order| order.campus == campus) {
        Some(order) => Ok(vec![order]),
        None => Err(input::wrong(&words::no_rota_at(campus, &known), language)),
    }
}

/// A school day for machines.
#[derive(Serialize)]
struct Day<'a> {
    term: TermKey,
    campus: &'a str,
    week: usize,
    weekday: u32,
    date: NaiveDate,
    leaders: Vec<&'a str>,
    class_teachers: Vec<&'a str>,
}

impl<'a> Day<'a> {
    fn new(view: &View, order: &'a DutyOrder, day: Rota<'a>) -> Self {
        Self {
            date: duty_date(view, order.term.0, (day.week, day.weekday)),
            term: order.term,
            campus: &order.campus,
            week: day.week,
            weekday: day.weekday,
            leaders: day.leaders,
            class_teachers: day.class_teachers,
        }
    }
}
