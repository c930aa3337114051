//! What tests of several binaries share.

#![allow(dead_code)] // each binary uses a part of it

pub mod docx_parts;
pub mod exclusive;
pub mod experiment;
pub mod feeders;
pub mod import_list;
pub mod leaves;
pub mod mutation;
pub mod page_tree;
pub mod people;
pub mod program;
pub mod report_sample;
pub mod small;
pub mod tiny;
pub mod workbook;
pub mod xlsx_parts;
