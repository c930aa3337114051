//! What the verification compared and what does not hold.

use crate::domain::{Language, Text};
use crate::report::document::{Cell, Column, Document, Row, Section, Table};
use crate::verify::{Check, Verification, Violation};
use crate::words::report as words;
use crate::words::rules;

/// The name of a check for readers.
pub fn check(check: Check) -> Text {
    match check {
        Check::Reference => words::check_reference(),
        Check::Rule(rule) => rules::rule(rule),
        Check::Accounts => words::check_accounts(),
        Check::Indicators => words::check_indicators(),
        Check::Milestones => words::check_milestones(),
    }
}

/// The report of a verification.
pub fn document(verification: &Verification, language: Language) -> Document {
    let say = |text: Text| text.get(language).to_owned();
    let mut result =
        Section::new(say(words::verification_result())).note(say(verdict(verification)));
    if !verification.passed() {
        result = result.table(violations(verification, language));
    }
    let compared =
        Section::new(say(words::compared_heading())).table(compared(verification, language));
    Document { title: say(words::verification_title()), sections: vec![result, compared] }
}

/// The result in one sentence.
pub fn verdict(verification: &Verification) -> Text {
    let compared: usize = verification.compared.values().sum();
    match verification.violations.len() {
        0 => words::all_hold(compared),
        broken => words::some_fail(compared, broken),
    }
}

/// The comparisons that do not hold.
pub fn violations(verification: &Verification, language: Language) -> Table {
    let say = |text: Text| text.get(language).to_owned();
    let columns = vec![
        Column::text(say(words::rule())),
        Column::text(say(words::place())),
        Column::text(say(words::term_head())),
        Column::text(say(words::compared())),
        Column::figure(say(words::left())),
        Column::figure(say(words::right())),
        Column::figure(say(words::excess())),
    ];
    let row = |violation: &Violation| {
        Row::new(vec![
            Cell::Text(say(check(violation.check))),
            Cell::Text(say(violation.place.clone())),
            violation.term.map_or(Cell::Empty, Cell::Term),
            Cell::Text(say(violation.message.clone())),
            Cell::Figure(violation.left),
            Cell::Figure(violation.right),
            Cell::Figure(violation.excess),
        ])
    };
    Table::new("violations", say(words::violations_title()), say(words::no_violations()), columns)
        .grouped()
        .rows(verification.violations.iter().map(row))
}

/// How many comparisons were made of each kind.
pub fn compared(verification: &Verification, language: Language) -> Table {
    let say = |text: Text| text.get(language).to_owned();
    let columns = vec![
        Column::text(say(words::rule())),
        Column::figure(say(words::comparisons())),
        Column::figure(say(words::failures())),
    ];
    let rows = verification.compared.iter().map(|(what, count)| {
        let violations = verification.violations.iter();
        let broken = violations.filter(|one| one.check == *what).count();
        Row::new(vec![Cell::Text(say(check(*what))), Cell::count(*count), Cell::count(broken)])
    });
    Table::new(
        "comparisons",
        say(words::comparisons_title()),
        say(words::nothing_compared()),
        columns,
    )
    .rows(rows)
}
