//! Making the directory of a study.

use super::folder::{BASE, Folder, MANIFEST, NEAR, STUDY, program, sha256, write_bytes};
use crate::diagnostic::{Diagnostic, Severity};
use crate::domain::Language;
use crate::experiment::specification::bounds::MOST_SHARDS;
use crate::experiment::specification::factor::Factor;
use crate::experiment::specification::manifest::{
    Base, FORMAT, IndicatorEntry, Input, Manifest, TargetEntry,
};
use crate::experiment::specification::resolve::{self, Study};
use crate::experiment::specification::trial::check;
use crate::experiment::trouble::Trouble;
use crate::model::keys::Places;
use crate::plan::Plan;
use crate::planning::places::places_of;
use crate::planning::{Outcome, plan_near};
use crate::scenario::{self, File, Loaded, position_of};
use crate::solve::Observer;
use crate::verify::verify;
use crate::words::experiment as words;
use crate::{forecast, fs, workbook};
use std::fmt::Display;
use std::path::Path;

/// Plans of a shard where nobody says how many there are.
const PLANS_PER_SHARD: usize = 10;

/// A study that was read, and found to be right.
#[derive(Debug)]
pub struct Prepared {
    /// The study.
    study: Study,
    /// The scenario that is varied.
    base: Loaded,
    /// The manifest, without the base's plan among the inputs.
    manifest: Manifest,
    /// Text of the study file.
    text: String,
    /// Other files of the directory. One with the base's plan is not made
    /// again.
    more: Vec<(&'static str, Vec<u8>)>,
    /// What someone should look at in the base, and the files of it.
    pub warnings: (Vec<File>, Vec<Diagnostic>),
}

/// Why a study was not made.
#[derive(Debug)]
pub enum Refusal {
    /// Something is wrong with the files: all of it.
    Findings {
        /// The files that findings speak of.
        files: Vec<File>,
        /// What is wrong.
        found: Vec<Diagnostic>,
    },
    /// Something else.
    Trouble(Trouble),
}

impl From<Trouble> for Refusal {
    fn from(trouble: Trouble) -> Self {
        Self::Trouble(trouble)
    }
}

/// How making a directory ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Made {
    /// It was made. Whether the base has a plan to begin near.
    New {
        /// Whether there is one.
        near: bool,
    },
    /// It was there already, for the same study.
    Already,
    /// The observer asked to stop; nothing was made.
    Interrupted,
}

/// Reads a study and its base and checks both: every path is there, and every
/// level makes a scenario that can be used.
///
/// # Errors
///
/// Everything that is wrong.
pub fn prepare(file: &Path, shards: Option<usize>) -> Result<Prepared, Refusal> {
    let read = |path: &Path| fs::read_text(path, fs::LARGEST_TEXT).map_err(|error| error.both());
    let text = read(file).map_err(|why| {
        let text = crate::words::cli::unreadable(&file.display(), &why);
        Refusal::Trouble(Trouble::wrong(text))
    })?;
    let own = File { name: file.display().to_string(), text: text.clone(), sheets: None };
    let told = |found: Vec<Diagnostic>| Refusal::Findings { files: vec![own.clone()], found };
    let study = resolve::read(&text).map_err(told)?;
    let path = file.parent().unwrap_or(Path::new("")).join(&study.base);
    let within = fs::Within::of(file);
    let near = |path: &Path| {
        within.holds(path).map_err(|error| error.both())?;
        workbook::open(path)
    };
    let reading = scenario::load_from(&path, &[], &near).map_err(|why| {
        let name = path.display().to_string();
        told(vec![Diagnostic {
            severity: Severity::Error,
            file: 0,
            path: "base".to_owned(),
            position: position_of(&text, "base"),
            cell: None,
            message: crate::words::overlay::base_unreadable(&name, &why),
            hints: Vec::new(),
        }])
    })?;
    let files = reading.files;
    let base = reading.result.map_err(|found| Refusal::Findings { files: files.clone(), found })?;
    let found = check(&study, &base, &text);
    if !found.is_empty() {
        let whole = File {
            name: path.display().to_string(),
            text: base.text.clone(),
            sheets: files[0].sheets.clone(),
        };
        return Err(Refusal::Findings { files: vec![own, whole], found });
    }
    let manifest = manifest(&study, &base, (&text, &path), shards)?;
    let warnings = (files, base.warnings.clone());
    Ok(Prepared { study, base, manifest, text, more: Vec::new(), warnings })
}

impl Prepared {
    /// A study that follows another: the same plans with every level of one
    /// more factor, from the other's files and `more`.
    ///
    /// # Errors
    ///
    /// When there can't be so many shards.
    pub fn following(
        (study, base): (Study, Loaded),
        text: String,
        more: Vec<(&'static str, Vec<u8>)>,
        shards: Option<usize>,
    ) -> Result<Self, Trouble> {
        let mut manifest = manifest(&study, &base, (&text, Path::new(BASE)), shards)?;
        let inputs = more.iter().map(|(name, bytes)| input(name, bytes));
        manifest.inputs.extend(inputs);
        Ok(Self { study, base, manifest, text, more, warnings: (Vec::new(), Vec::new()) })
    }

    /// Every plan begins near this plan of the base, and none is made.
    ///
    /// # Errors
    ///
    /// When it is not a plan of the base.
    pub fn begin_near(&mut self, plan: &Plan, name: &dyn Display) -> Result<(), Trouble> {
        let scenario = self.base.scenario.clone();
        let scenario = forecast::on_path(scenario, self.study.demand);
        let verification = verify(&scenario, plan);
        if let Some(violation) = verification.violations.first() {
            let why = &violation.message;
            let text = words::no_plan_of_the_base(name, &why.zh, &why.en);
            return Err(Trouble::wrong(text));
        }
        let near = json(&places_of(&scenario, plan));
        self.manifest.inputs.push(input(NEAR, &near));
        self.more.push((NEAR, near));
        Ok(())
    }

    /// The manifest, as far as it is known before the base is planned.
    pub fn manifest(&self) -> &Manifest {
        &self.manifest
    }

    /// Language of the base.
    pub fn language(&self) -> Language {
        self.base.scenario.language
    }

    /// Makes the directory: the files, the base's plan to begin near, and last
    /// the manifest. A directory that holds the same study stays as it is.
    ///
    /// # Errors
    ///
    /// When the directory holds something else, or the operating system or the
    /// solver refuses.
    pub fn make(mut self, dir: &Path, observer: &dyn Observer) -> Result<Made, Trouble> {
        let folder = Folder::new(dir);
        if let Some(there) = folder.find_manifest()? {
            return self.same(&folder, &there).map(|()| Made::Already);
        }
        let foreign = folder.foreign()?;
        if !foreign.is_empty() {
            let names = foreign[..foreign.len().min(5)].join(", ");
            return Err(Trouble::wrong(words::foreign(&dir.display(), &names)));
        }
        folder.make()?;
        folder.begin()?;
        let has_near = self.more.iter().any(|(name, _)| *name == NEAR);
        let near = if has_near { None } else { self.near(observer) };
        if observer.stop() {
            folder.end();
            folder.unmake();
            return Ok(Made::Interrupted);
        }
        write_bytes(&folder.file(STUDY), self.text.as_bytes())?;
        write_bytes(&folder.file(BASE), self.base.text.as_bytes())?;
        if let Some(near) = &near {
            let json = json(near);
            write_bytes(&folder.file(NEAR), &json)?;
            self.manifest.inputs.push(input(NEAR, &json));
        }
        for (name, bytes) in &self.more {
            write_bytes(&folder.file(name), bytes)?;
        }
        write_bytes(&folder.file(MANIFEST), &json(&self.manifest))?;
        folder.end();
        Ok(Made::New { near: has_near || near.is_some() })
    }

    /// Looks whether a directory holds this study. The base's plan follows
    /// from the rest, unless it was given.
    fn same(&self, folder: &Folder, there: &Manifest) -> Result<(), Trouble> {
        let mut there = there.clone();
        let own = &self.manifest;
        if !own.inputs.iter().any(|one| one.file == NEAR) {
            there.inputs.retain(|one| one.file != NEAR);
        }
        if there == *own {
            return Ok(());
        }
        let dir = folder.dir().display();
        if there.program != own.program {
            let (made, now) = (&there.program.version, &own.program.version);
            return Err(Trouble::wrong(words::other_version(&dir, made, now)));
        }
        let what = if there.inputs != own.inputs {
            let changed = own.inputs.iter().filter(|one| !there.inputs.contains(one));
            let names: Vec<&str> = changed.map(|one| one.file.as_str()).collect();
            names.join(", ")
        } else if there.shards == own.shards {
            MANIFEST.to_owned()
        } else {
            format!("{} ≠ {} shards", there.shards, own.shards)
        };
        Err(Trouble::wrong(words::another_study(&dir, &what)))
    }

    /// What a plan of the base decides about places, if it soon has one.
    fn near(&self, observer: &dyn Observer) -> Option<Places> {
        let scenario = self.base.scenario.clone();
        let scenario = forecast::on_path(scenario, self.study.demand);
        match plan_near(&scenario, &self.study.limits, observer, None) {
            Ok(Outcome::Planned(planned)) if planned.verification.passed() => Some(planned.places),
            // Without it every plan is on its own.
            _ => None,
        }
    }
}

fn json(value: &impl serde::Serialize) -> Vec<u8> {
    // Only values that can't be serialised fail, and these can.
    let mut json = serde_json::to_vec_pretty(value).unwrap_or_default();
    json.push(b'\n');
    json
}

fn input(file: &str, bytes: &[u8]) -> Input {
    Input { file: file.to_owned(), sha256: sha256(bytes) }
}

fn manifest(
    study: &Study,
    base: &Loaded,
    (text, path): (&str, &Path),
    shards: Option<usize>,
) -> Result<Manifest, Trouble> {
    let plans = study.choices().len();
    let most = MOST_SHARDS.min(plans);
    let shards = shards.unwrap_or_else(|| plans.div_ceil(PLANS_PER_SHARD).min(most));
    if !(1..=most).contains(&shards) {
        return Err(Trouble::wrong(words::shards_out_of_range(shards, most)));
    }
    let scenario = &base.scenario;
    let file = path.file_name().unwrap_or_default();
    let indicators = study.keep.iter();
    let targets = scenario.targets.iter();
    Ok(Manifest {
        format: FORMAT,
        program: program(),
        name: study.name.clone(),
        base: Base {
            name: scenario.name.clone(),
            file: file.to_string_lossy().into_owned(),
            sha256: scenario.hash.clone(),
            lineage: scenario.lineage.clone(),
        },
        inputs: vec![input(STUDY, text.as_bytes()), input(BASE, base.text.as_bytes())],
        factors: study.factors.iter().map(Factor::entry).collect(),
        design: study.design,
        plans,
        shards,
        limits: study.plan_limits(),
        indicators: indicators
            .map(|one| IndicatorEntry {
                key: one.key().to_owned(),
                name: one.name(),
                unit: one.unit(),
            })
            .collect(),
        targets: targets
            .map(|one| TargetEntry { key: one.id.clone(), name: one.name.clone() })
            .collect(),
    })
}
