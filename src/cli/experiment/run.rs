//! `campusplan study run`: all shards on this machine, so many at a time, each
//! with a worker of its own.

use super::args::Run;
use super::progress::Progress;
use super::worker::Worker;
use super::{counted, failure};
use crate::cli::exit::{Exit, Failure};
use crate::cli::output;
use crate::cli::watch::Watch;
use crate::domain::Language;
use crate::experiment::run::folder::Folder;
use crate::experiment::run::shard::work;
use crate::experiment::run::status::{array, open, rows};
use crate::experiment::specification::manifest::PlanLimits;
use crate::experiment::{Kind, Trouble};
use crate::solve::Observer;
use crate::words::experiment as words;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;
use std::time::Duration;

/// Times that a shard is tried again without a further row.
const TRIES: u32 = 3;
/// Time between two looks at the clock.
const TICK: Duration = Duration::from_millis(100);
/// Time before a shard is tried again.
const PAUSE: Duration = Duration::from_secs(1);

/// A study being run.
struct Running<'a> {
    folder: &'a Folder,
    language: Language,
    limits: PlanLimits,
    watch: &'a Watch,
    progress: Progress,
    /// What stopped everything: wrong input, which is wrong for every shard.
    wrong: Mutex<Option<Trouble>>,
}

pub fn run(arguments: &Run) -> Result<Exit, Failure> {
    let language = arguments.lang;
    let failed = |trouble: Trouble| failure(&trouble, language);
    let folder = Folder::new(&arguments.dir);
    let manifest = folder.manifest().map_err(failed)?;
    let todo = open(&folder, &manifest).map_err(failed)?;
    let there = rows(&folder, &manifest).map_err(failed)?;
    let watch = Watch::new(None, language, true);
    // Said above the bar, once it is noticed.
    watch.hear(None);
    let running = Running {
        folder: &folder,
        language,
        limits: manifest.limits,
        watch: &watch,
        progress: Progress::new(manifest.plans, there, language, arguments.quiet),
        wrong: Mutex::default(),
    };
    running.all(&todo, jobs(arguments));
    let counts = running.progress.done();
    if let Ok(Some(trouble)) = running.wrong.into_inner() {
        return Err(failed(trouble));
    }
    if watch.stop() {
        output::note(words::interrupted().get(language));
        return Ok(Exit::Interrupted);
    }
    let left = open(&folder, &manifest).map_err(failed)?;
    if !left.is_empty() {
        return Err(failed(Trouble {
            kind: Kind::Incomplete,
            text: words::incomplete(left.len(), manifest.shards, &array(&left)),
        }));
    }
    if !arguments.quiet {
        let note = words::all_done(manifest.plans);
        let counted = counted(&counts, language).unwrap_or_default();
        output::note(&format!("{}{counted}", note.get(language)));
    }
    Ok(Exit::Done)
}

fn jobs(arguments: &Run) -> usize {
    let cores = || thread::available_parallelism().map_or(1, std::num::NonZero::get);
    let jobs = arguments.jobs.and_then(|jobs| usize::try_from(jobs).ok());
    jobs.unwrap_or_else(cores)
}

impl Running<'_> {
    /// Works on shards, so many at a time, until all are done or nothing more
    /// is to be made.
    fn all(&self, open: &[usize], jobs: usize) {
        let next = AtomicUsize::new(0);
        let jobs = jobs.clamp(1, open.len().max(1));
        let left = AtomicUsize::new(jobs);
        thread::scope(|scope| {
            for _ in 0..jobs {
                scope.spawn(|| {
                    let stop = || self.stop();
                    let mut worker = Worker::new(self.folder, self.language, &stop, &self.limits);
                    while let Some(shard) = open.get(next.fetch_add(1, Ordering::Relaxed)) {
                        self.shard(*shard, &mut worker);
                    }
                    left.fetch_sub(1, Ordering::SeqCst);
                });
            }
            let mut stopping = false;
            while left.load(Ordering::SeqCst) > 0 {
                thread::sleep(TICK);
                self.progress.tick();
                if self.watch.stop() && !stopping {
                    stopping = true;
                    let note = words::stopping_run();
                    self.progress.note(note.get(self.language));
                }
            }
        });
    }

    /// Whether nothing more is to be made.
    fn stop(&self) -> bool {
        self.watch.stop() || self.wrong.lock().is_ok_and(|wrong| wrong.is_some())
    }

    /// Works on a shard, again where it ends without all its rows.
    fn shard(&self, shard: usize, worker: &mut Worker<'_>) {
        let mut tries = 0;
        while !self.stop() {
            let mut made = 0;
            let ended = work(self.folder, shard, worker, &mut |row| {
                made += 1;
                self.progress.add(row.status);
            });
            let Err(trouble) = ended else {
                return;
            };
            if trouble.kind == Kind::Wrong {
                if let Ok(mut wrong) = self.wrong.lock() {
                    wrong.get_or_insert(trouble);
                }
                return;
            }
            tries = if made > 0 { 1 } else { tries + 1 };
            if tries > TRIES {
                let why = &trouble.text;
                let text = words::given_up(shard, &why.zh, &why.en);
                self.progress.note(text.get(self.language));
                return;
            }
            thread::sleep(PAUSE);
        }
    }
}
