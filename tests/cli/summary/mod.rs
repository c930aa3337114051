//! What studies in many futures say.

mod cases;
mod commands;
mod known;
mod printed;
mod regret;
