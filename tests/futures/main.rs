//! What studies in many futures say.

#![allow(missing_docs)]

mod from_outside;
mod known;
mod made_up;
mod printed;
#[path = "../program/mod.rs"]
mod program;
mod regret;
