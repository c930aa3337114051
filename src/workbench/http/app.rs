//! What all requests share.

use super::session::Session;
use crate::domain::{Language, Text};
use crate::plan::Plan;
use crate::scenario::Loaded;
use crate::words::workbench as words;
use crate::workbench::case::{self, Files};
use crate::workbench::jobs::OUT;
use crate::workbench::state::{Book, Job, Opened, Stamp, stamp};
use crate::{fs, planning, report};
use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::{Arc, Mutex, PoisonError};

/// What all requests share.
pub struct App {
    /// The folder.
    pub opened: Arc<Opened>,
    /// Secrets of this run.
    pub session: Session,
    plans: Mutex<BTreeMap<u32, Arc<Made>>>,
    read: Mutex<Vec<Read>>,
}

/// A plan of a job with the scenario it was made from.
pub struct Made {
    /// The plan.
    pub plan: Plan,
    /// Its scenario, on the plan's path of the projection.
    pub loaded: Loaded,
}

/// Most plans, and most options, that are kept in memory.
const MOST_KEPT: usize = 12;

impl App {
    /// For a folder and the secrets of a run.
    pub fn new(opened: Arc<Opened>, session: Session) -> Self {
        Self { opened, session, plans: Mutex::default(), read: Mutex::default() }
    }

    /// What there is now.
    pub fn book(&self) -> Book {
        self.opened.book()
    }

    /// Where the files of a job's last attempt lie.
    pub fn out(&self, job: &Job) -> PathBuf {
        self.opened.folder.attempt(job.id, job.attempt).join(OUT)
    }

    /// The plan of a job that has one.
    pub fn made(&self, job: &Job) -> Option<Arc<Made>> {
        let mut kept = self.plans.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(made) = kept.get(&job.id) {
            return Some(Arc::clone(made));
        }
        let out = self.out(job);
        let text = fs::read_text(&out.join(report::publish::PLAN_FILE), fs::LARGEST_PLAN).ok()?;
        let plan: Plan = serde_json::from_str(&text).ok()?;
        let scenario = out.join(report::SCENARIO_FILE);
        let reading = case::read_file(&self.opened.folder, &scenario).ok()?;
        let mut loaded = reading.result.ok()?;
        loaded.scenario = planning::on_path(loaded.scenario, plan.options.demand);
        let made = Arc::new(Made { plan, loaded });
        while kept.len() >= MOST_KEPT {
            kept.pop_first();
        }
        kept.insert(job.id, Arc::clone(&made));
        Some(made)
    }

    /// An option as it is now.
    ///
    /// # Errors
    ///
    /// What is wrong with it.
    pub fn loaded(&self, book: &Book, option: u32) -> Result<Arc<Loaded>, Vec<Text>> {
        let folder = &self.opened.folder;
        let files = case::files(folder, book, option, 0).ok_or_else(|| vec![words::unknown()])?;
        {
            let mut read = self.read.lock().unwrap_or_else(PoisonError::into_inner);
            if let Some(at) = read.iter().position(|one| one.files == files && one.is_current()) {
                // What is used stays longest.
                let found = read.remove(at);
                let loaded = Arc::clone(&found.loaded);
                read.push(found);
                return Ok(loaded);
            }
        }
        let (reading, opened) = case::read_noting(folder, &files, &[]);
        let reading = reading.map_err(|why| vec![Text { zh: why.clone(), en: why }])?;
        let loaded = Arc::new(case::loaded(reading)?);
        let opened = opened.into_iter().map(|path| (stamp(&path), path)).collect();
        let mut read = self.read.lock().unwrap_or_else(PoisonError::into_inner);
        if read.len() >= MOST_KEPT {
            read.remove(0);
        }
        read.push(Read { files, opened, loaded: Arc::clone(&loaded) });
        Ok(loaded)
    }
}

/// An option that was read, with the files it was read from as they were then.
struct Read {
    files: Files,
    opened: Vec<(Stamp, PathBuf)>,
    loaded: Arc<Loaded>,
}

impl Read {
    fn is_current(&self) -> bool {
        self.opened.iter().all(|(then, path)| stamp(path) == *then)
    }
}

/// The language that a page is shown in.
pub fn language(cookies: &str) -> Language {
    let mut pairs = cookies.split(';').filter_map(|pair| pair.trim().split_once('='));
    match pairs.find(|(name, _)| *name == "lang") {
        Some((_, "en")) => Language::En,
        _ => Language::Zh,
    }
}
