//! What the reports look like: tables fit the page and line up, in both
//! languages, and files hold the same figures.

#![allow(
    missing_docs,
    clippy::cast_precision_loss,
    clippy::cast_possible_truncation
)]

mod report_sample;

use campusplan::domain::Language;
use campusplan::report::document::Document;
use campusplan::report::view::View;
use campusplan::report::{self, csv, terminal};
use campusplan::verify::Verification;
use tabled::grid::util::string::get_line_width;

fn document(language: Language) -> Document {
    let scenario = report_sample::scenario();
    let plan = report_sample::plan(&scenario);
    let verification = Verification::default();
    report::plan_document(&View {
        scenario: &scenario,
        plan: &plan,
        verification: &verification,
        language,
    })
}

#[test]
#[ignore = "for looking at"]
fn show() {
    for language in [Language::Zh, Language::En] {
        println!("{}", terminal::render(&document(language), language));
    }
}
