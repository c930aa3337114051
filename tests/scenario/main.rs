//! Scenarios: files, overlays, workbooks, applicants, and the shipped cases.

mod arithmetic;
mod bands;
mod catchment;
mod diagnostics;
mod forecast;
mod import_files;
mod intakes_premises_pay;
mod longyou_facts;
mod minimal;
mod mutations;
mod overlay;
mod standards;
#[path = "../support/mod.rs"]
mod support;
mod whatifs;
mod workbook;
