//! What a study in many futures says.

mod decision;
mod first_stage;
mod overview;
mod pictures;
mod regret;
mod spread;
mod telling;
mod tornado;

pub use pictures::charts;
pub use telling::Telling;

use super::document::{Document, numbered};
use crate::words::summary as words;
use telling::{digits, scaled, share, short};

/// The report.
pub fn document(telling: Telling<'_>) -> Document {
    let mut sections = vec![overview::section(telling)];
    if let Some(told) = telling.follow_up {
        sections.push(regret::regrets(telling, told));
        sections.push(regret::waiting(telling, told));
    }
    if telling.planned() > 0 {
        sections.push(spread::targets(telling));
        sections.push(spread::section(telling));
        sections.push(tornado::section(telling));
        if telling.follow_up.is_none() {
            sections.push(first_stage::decisions(telling));
            sections.push(first_stage::candidates(telling));
        }
    }
    Document {
        title: telling.say(&words::title(telling.manifest.name.get(telling.language))),
        sections: numbered(sections, telling.language),
    }
}
