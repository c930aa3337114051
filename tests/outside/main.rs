//! Tests with other programs, which `.ci/setup outside` installs. They are ignored
//! unless asked for.

mod browser;
mod docx;
mod duckdb;
mod page;
mod slurm;
mod snakemake;
#[path = "../support/mod.rs"]
mod support;
mod workbench;
mod workbook;
mod xlsx;
