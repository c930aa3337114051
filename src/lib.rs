//! `campusplan` plans the consolidation of vocational schools: which programme
//! sits on which campus, term by term, what is opened, built, moved and
//! staffed, and what it costs.
//!
//! The walk goes one way: a scenario file is parsed and checked ([`scenario`]),
//! becomes a valid case ([`domain`]), is given its applicants ([`forecast`]),
//! turned into a mixed-integer model ([`model`]), solved ([`solve`]), read back
//! ([`extract`]) as a plan ([`plan`]) in which people are named ([`assignment`]),
//! recomputed from scratch ([`verify`]) and printed ([`report`]). [`planning`] runs
//! that sequence; [`analysis`] and [`experiment`] run it several times; `cli` and
//! [`workbench`] are the edges.

pub mod analysis;
pub mod assignment;
pub mod certificate;
pub mod cli;
pub mod diagnostic;
pub mod domain;
pub mod experiment;
pub mod extract;
pub mod forecast;
pub mod fs;
pub mod ids;
pub mod lists;
pub mod model;
pub mod plan;
pub mod planning;
pub mod report;
pub mod scenario;
pub mod solve;
pub mod units;
pub mod verify;
pub mod words;
pub mod workbench;
pub mod workbook;
