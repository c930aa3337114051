//! What a plan decides otherwise than the one that was to be kept.

use super::{difference, moves};
use crate::analysis::difference::differences;
use crate::analysis::moved::moved;
use crate::domain::{Language, Part, Scenario, Text};
use crate::plan::Plan;
use crate::report::document::{Document, Section, numbered};
use crate::report::format;
use crate::words::why as words;

/// The table of what moves.
pub const TABLE: &str = "kept_moves";

/// The report.
pub fn document(scenario: &Scenario, kept: &Plan, plan: &Plan, language: Language) -> Document {
    let say = |text: Text| text.get(language).to_owned();
    let (before, after) = ((scenario, kept), (scenario, plan));
    let found = differences(before, after);
    let told = difference::told([scenario; 2], &found, language);
    let value = crate::plan::part_value(&plan.accounts, Part::Deviation);
    let value = format::plain_number(value, 2);
    let sections = vec![
        Section::new(say(words::changes_heading()))
            .note(say(words::departs(&value)))
            .note(say(told.map_or_else(words::same_plan, |told| words::all(&told)))),
        Section::new(say(words::moves_heading())).table(moves::table(
            TABLE,
            scenario,
            &moved(before, after),
            language,
        )),
    ];
    Document { title: say(words::kept_title()), sections: numbered(sections, language) }
}
