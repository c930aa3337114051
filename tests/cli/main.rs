//! The program run as a user runs it: output, files, exit codes.

mod bounds;
mod calendar;
mod commands;
mod duty;
mod exit_codes;
mod experiment;
mod files;
mod forecast;
mod import_lists;
mod overlay;
mod pins;
mod plan;
mod report;
mod standards;
mod studies;
mod summary;
#[path = "../support/mod.rs"]
mod support;
mod workbench;
mod workbook;
