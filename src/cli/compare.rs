//! `campusplan compare`.

use super::args::{Compare as Arguments, Study};
use super::exit::{Exit, Failure};
use super::input::{Input, wrong};
use super::studies::{Told, destination, exit, publish, together};
use super::watch::Watch;
use crate::analysis::compare::{Case, Compared, compare};
use crate::analysis::difference::{Difference, differences};
use crate::analysis::usage::{Usage, is_tighter, usage};
use crate::domain::{Language, Scenario};
use crate::fs;
use crate::plan::Plan;
use crate::planning::store::Store;
use crate::planning::time_budget::rounds;
use crate::report::analysis::comparison::{self, Comparison};
use crate::scenario::Change;
use crate::solve::Observer;
use crate::words::analysis as messages;
use crate::workbook;
use serde::Serialize;
use std::path::Path;

pub fn run(arguments: &Arguments) -> Result<Exit, Failure> {
    let study = &arguments.study;
    let together = together(study);
    let (mut cases, mut language) = (Vec::new(), study.lang);
    let base = base(arguments)?;
    let mut place = 0;
    for (index, path) in arguments.scenarios.iter().enumerate() {
        let input = Input::read(path, &study.changes, study.lang)?;
        let own = input.language;
        let sheets = input.files.first().is_some_and(|file| file.sheets.is_some());
        if index == base {
            language = Some(own);
        }
        let loaded = input.usable(path)?;
        // The base comes first and has all threads to itself.
        let threads = if index == base { together } else { 1 };
        let name = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        if index == base {
            place = cases.len();
        }
        cases.push(Case {
            name: name.clone(),
            limits: study.effort.limits(&loaded.scenario.limits, threads),
            loaded,
        });
        if sheets {
            cases.extend(what_ifs(path, &name, arguments, own)?);
        }
    }
    let base = place;
    let limit = limit(study, &cases, base);
    let language = language.unwrap_or_default();
    named_apart(&cases, language)?;
    let destination = destination(study, language)?;

    let names: Vec<String> =
        cases.iter().map(|case| case.scenario().name.get(language).to_owned()).collect();
    let watches = Watch::several(&names, limit, language, study.quiet);
    watches[base].hear_interrupts();
    let observers: Vec<&dyn Observer> = watches.iter().map(|one| one as &dyn Observer).collect();
    let store = store(arguments);
    let results = compare(&cases, base, (together, limit), store.as_ref(), &observers);
    for watch in &watches {
        watch.done();
    }

    let all = Comparison { cases: &cases, results: &results, base, language };
    let told: Vec<ToldCase<'_>> =
        (0..cases.len()).map(|index| told(&cases, &results, base, index)).collect();
    let plans: Vec<(String, &Plan)> = cases
        .iter()
        .zip(&results)
        .filter_map(|(case, result)| Some((case.name.clone(), &result.ending.verified()?.plan)))
        .collect();
    let document = comparison::document(&all);
    let case_of = |name: &String| cases.iter().find(|case| case.name == *name);
    let scenarios: Vec<(String, &str)> = plans
        .iter()
        .filter_map(|(name, _)| Some((name.clone(), case_of(name)?.loaded.text.as_str())))
        .collect();
    let files = (plans.as_slice(), scenarios.as_slice());
    publish(study, language, destination.as_ref(), (&document, &[]), files, &told)?;
    Ok(exit(&results[base].ending))
}

/// The time limit of the comparison: the user's, or that of the base for each
/// round of plans.
fn limit(study: &Study, cases: &[Case], base: usize) -> Option<f64> {
    let others = u32::try_from(cases.len() - 1).unwrap_or(u32::MAX);
    let together = together(study);
    let rounds = rounds(others, together).saturating_add(1);
    let own = &cases[base].scenario().limits;
    study.effort.budget(own, rounds)
}

/// The options of a workbook's sheet of what-ifs.
fn what_ifs(
    path: &Path,
    name: &str,
    arguments: &Arguments,
    language: Language,
) -> Result<Vec<Case>, Failure> {
    let study = &arguments.study;
    let unreadable = |why: &dyn std::fmt::Display| {
        wrong(&crate::words::cli::unreadable(&path.display(), why), language)
    };
    let bytes = fs::read(path, fs::LARGEST_TEXT).map_err(|why| unreadable(&why.both()))?;
    let variants =
        workbook::variants(&bytes).map_err(|why| unreadable(&why.message.get(language)))?;
    let mut cases = Vec::new();
    for variant in variants {
        if !variant.lost.is_empty() {
            let lost = variant.lost.join(", ");
            return Err(wrong(
                &crate::words::workbook::no_such_cell(&variant.name, &lost),
                language,
            ));
        }
        let own = study.changes.in_order();
        let changes: Vec<Change> =
            own.into_iter().chain(variant.set.iter().cloned().map(Change::Set)).collect();
        let open = |other: &Path| {
            if other == path { Ok(variant.source.clone()) } else { workbook::open(other) }
        };
        let input = Input::opened(path, &changes, study.lang, &open)?;
        let mut loaded = input.usable(path)?;
        let title = &mut loaded.scenario.name;
        title.zh = format!("{}：{}", title.zh, variant.name);
        title.en = format!("{}: {}", title.en, variant.name);
        cases.push(Case {
            name: format!("{name}-{}", variant.name.replace(['/', '\\'], "_")),
            limits: study.effort.limits(&loaded.scenario.limits, 1),
            loaded,
        });
    }
    Ok(cases)
}

/// Which scenario is the base.
fn base(arguments: &Arguments) -> Result<usize, Failure> {
    let Some(base) = &arguments.base else {
        return Ok(0);
    };
    let place = arguments.scenarios.iter().position(|one| one == base);
    place.ok_or_else(|| {
        let language = arguments.study.lang.unwrap_or_default();
        wrong(&messages::base_unknown(&base.display()), language)
    })
}

/// Files are named after the scenarios, so these must differ in name.
fn named_apart(cases: &[Case], language: Language) -> Result<(), Failure> {
    for (index, case) in cases.iter().enumerate() {
        if cases[..index].iter().any(|one| one.name == case.name) {
            return Err(wrong(&messages::same_name(&case.name), language));
        }
    }
    Ok(())
}

/// Where plans are kept: as asked, or in the user's cache directory.
fn store(arguments: &Arguments) -> Option<Store> {
    if arguments.no_cache {
        return None;
    }
    match &arguments.cache {
        Some(dir) => Some(Store::new(dir)),
        None => Some(Store::new(&cache_dir()?.join("campusplan"))),
    }
}

fn cache_dir() -> Option<std::path::PathBuf> {
    dirs::cache_dir().filter(|dir| dir.is_absolute() && *dir != Path::new("/"))
}

/// A case, for machines.
#[derive(Serialize)]
struct ToldCase<'a> {
    name: &'a str,
    base: bool,
    reused: bool,
    from: Option<&'a str>,
    /// Whether the base's plan is valid here.
    keeps_base_plan: bool,
    #[serde(flatten)]
    run: Told<'a>,
    differs: Vec<Difference>,
    restrictions: Vec<ToldUsage>,
}

/// How far a restriction is used, for machines.
#[derive(Serialize)]
struct ToldUsage {
    #[serde(flatten)]
    usage: Usage,
    unused: f64,
    /// Whether it is tighter than the base's; none without a plan of the base.
    tighter: Option<bool>,
}

fn told<'a>(cases: &'a [Case], results: &'a [Compared], base: usize, index: usize) -> ToldCase<'a> {
    let plan = |index: usize| {
        let planned = results[index].ending.verified()?;
        Some((cases[index].scenario(), &planned.plan))
    };
    ToldCase {
        name: &cases[index].name,
        base: index == base,
        reused: results[index].reused,
        from: results[index].from.as_deref(),
        keeps_base_plan: results[index].keeps_base_plan,
        run: Told::new(&results[index].ending),
        differs: match (plan(base), plan(index)) {
            (Some(base), Some(own)) => differences(base, own),
            _ => Vec::new(),
        },
        restrictions: plan(index).map_or_else(Vec::new, |own| restrictions(own, plan(base))),
    }
}

/// How far a plan uses its restrictions, beside those of the base.
fn restrictions(own: Planned<'_>, base: Option<Planned<'_>>) -> Vec<ToldUsage> {
    let base = base.map(|(scenario, plan)| usage(scenario, plan));
    let own = usage(own.0, own.1).into_iter();
    own.map(|usage| ToldUsage {
        unused: usage.unused(),
        tighter: base.as_ref().map(|base| is_tighter(&usage, base)),
        usage,
    })
    .collect()
}

/// A case with its plan.
type Planned<'a> = (&'a Scenario, &'a Plan);
