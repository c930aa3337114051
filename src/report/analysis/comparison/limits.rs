//! Whether the restrictions of the options bind.

use super::Comparison;
use crate::analysis::usage::{Usage, is_tighter, tightest, usage};
use crate::report::analysis::{sentences, usage as used};
use crate::report::document::Section;
use crate::words::{analysis as words, usage as restrictions};

/// How far the options use their restrictions, and which of those that are tighter
/// than the base's do not bind.
pub(super) fn section(all: &Comparison<'_>) -> Section {
    let own: Vec<(usize, Vec<Usage>)> = all
        .with_plans()
        .map(|(index, planned)| (index, usage(all.cases[index].scenario(), &planned.plan)))
        .collect();
    let base = own.iter().find(|(index, _)| *index == all.base);
    let others = || own.iter().filter(|(index, _)| *index != all.base);
    let tighter = others().filter_map(|(index, own)| {
        let (_, base) = base?;
        let tighter = own.iter().filter(|one| is_tighter(one, base));
        Some((*index, tightest(tighter)))
    });
    let tighter: Vec<(usize, Vec<&Usage>)> = tighter.collect();
    let mut section = Section::new(all.say(&words::limits_heading()));
    for (index, tighter) in &tighter {
        let slack: Vec<&Usage> = tighter.iter().copied().filter(|one| one.is_slack()).collect();
        let list = used::list(all.cases[*index].scenario(), &slack, all.language);
        if let Some(list) = list {
            let note = restrictions::not_binding(&all.name(*index), &list);
            section = section.note(all.say(&note));
        }
    }
    let keeps = others().filter(|(index, _)| all.results[*index].keeps_base_plan);
    let keeps: Vec<String> = keeps.map(|(index, _)| all.name(*index)).collect();
    if !keeps.is_empty() {
        let list = sentences(&keeps, all.language);
        section = section.note(all.say(&restrictions::keeps_base_plan(&list)));
    }
    let row = |index: usize, one: &Usage| {
        let scenario = all.cases[index].scenario();
        (all.name(index), used::row(scenario, one, all.language))
    };
    let shown = tighter.iter().flat_map(|(index, usage)| {
        let usage = usage.iter();
        usage.map(|one| row(*index, one))
    });
    let every = own.iter().flat_map(|(index, usage)| {
        let usage = usage.iter();
        usage.map(|one| row(*index, one))
    });
    let (title, title_all) = (restrictions::title(), restrictions::title_all());
    section
        .table(used::table(("option_limits", &title), shown, all.language))
        .table(used::table(("option_limits_all", &title_all), every, all.language).for_files())
}
