//! What studies in many futures say.

#![allow(missing_docs)]

mod from_outside;
mod known;
mod made_up;
#[allow(dead_code)] // the same tree serves other tests
#[path = "../page_tree/mod.rs"]
mod page_tree;
mod printed;
#[path = "../program/mod.rs"]
mod program;
mod regret;
