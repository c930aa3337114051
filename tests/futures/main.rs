//! What studies in many futures say.

#![allow(missing_docs)]

mod known;
mod made_up;
mod printed;
