//! An attempt at a job: a child process with files of its own.
//!
//! The child's standard output is a locked file. The lock goes with the child, not
//! with the server: as long as it is held, the child of a server that was killed
//! still lives, and no other attempt begins. Such a child finds the end of its
//! standard input and ends with the best plan that it has.

use super::progress::{self, End, PROGRESS};
use crate::domain::Language;
use crate::fs::lock;
use crate::report::publish::PLAN_FILE;
use crate::workbench::state::{Folder, Job, Kind};
use std::ffi::OsString;
use std::fs::{self, File, OpenOptions};
use std::io;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

/// What the child prints.
const OUTPUT: &str = "output";
/// Where the child writes its files.
pub const OUT: &str = "out";

/// A run shorter than this is not worth beginning again for.
const LEAST_SECONDS: f64 = 5.0;

/// Whether a child of this attempt still lives.
pub fn is_alive(attempt: &Path) -> bool {
    let file = OpenOptions::new().write(true).open(attempt.join(OUTPUT));
    file.is_ok_and(|file| !lock(&file))
}

/// How an attempt says that it ended.
pub fn end(attempt: &Path) -> Option<End> {
    progress::read(&attempt.join(PROGRESS)).1
}

/// Begins an attempt at a job.
///
/// # Errors
///
/// When the system refuses.
pub fn begin(folder: &Folder, job: &Job, attempt: u32, near: Option<&Path>) -> io::Result<Child> {
    let own = folder.attempt(job.id, attempt);
    fs::create_dir_all(&own)?;
    let output = File::create(own.join(OUTPUT))?;
    if !lock(&output) {
        return Err(io::Error::from(io::ErrorKind::ResourceBusy));
    }
    let mut command = Command::new(std::env::current_exe()?);
    command
        .args(["--progress", "json", "--stop-by-stdin", "--allow-dir"])
        .arg(folder.root())
        .args(arguments(folder, job, &own, near))
        .stdin(Stdio::piped())
        .stdout(output)
        .stderr(File::create(own.join(PROGRESS))?);
    // Ctrl-C in a terminal is for the server, which then tells its children.
    #[cfg(unix)]
    std::os::unix::process::CommandExt::process_group(&mut command, 0);
    command.spawn()
}

/// What the child is asked to do.
fn arguments(folder: &Folder, job: &Job, own: &Path, near: Option<&Path>) -> Vec<OsString> {
    let main = |id| main_file(folder, id);
    let mut all: Vec<OsString> = match &job.kind {
        Kind::Plan { .. } => vec!["plan".into(), main(job.id).into()],
        Kind::Why { decision, .. } => {
            vec!["why".into(), main(job.id).into(), "--json".into(), decision.into()]
        }
        Kind::Explain { target, .. } => {
            let mut all = vec!["explain".into(), main(job.id).into(), "--json".into()];
            if let Some(target) = target {
                all.extend(["--target".into(), target.into()]);
            }
            all
        }
    };
    if let Kind::Why { english, .. } | Kind::Explain { english, .. } = &job.kind {
        let language = if *english { Language::En } else { Language::Zh };
        all.extend(["--lang".into(), language.key().into()]);
    }
    all.extend(["--out".into(), own.join(OUT).into(), "--quiet".into()]);
    if let Some(seconds) = seconds(folder, job) {
        all.extend(["--time-limit".into(), format!("{seconds}").into()]);
    }
    if let Some(steps) = job.limits.steps {
        all.extend(["--steps".into(), steps.to_string().into(), "--threads".into(), "1".into()]);
    }
    if let Some(near) = near.filter(|_| matches!(job.kind, Kind::Plan { .. })) {
        all.extend(["--near".into(), near.into()]);
    }
    all
}

/// The file that a job is about, a scenario or a plan: named in its folder when it was
/// queued.
fn main_file(folder: &Folder, job: u32) -> PathBuf {
    let own = folder.job(job);
    let named = fs::read_to_string(own.join(MAIN)).unwrap_or_default();
    folder.root().join(named.trim())
}

/// Name of the file that names what a job is about, as a path from the folder.
pub const MAIN: &str = "main";

/// Where the plan of an attempt lies, if it has one.
pub fn plan(folder: &Folder, job: u32, attempt: u32) -> PathBuf {
    folder.attempt(job, attempt).join(OUT).join(PLAN_FILE)
}

/// Seconds for the next attempt: what earlier ones, which were interrupted, have left.
fn seconds(folder: &Folder, job: &Job) -> Option<f64> {
    let last = (1..=job.attempt).filter_map(|attempt| {
        progress::read(&folder.attempt(job.id, attempt).join(PROGRESS)).0.last().cloned()
    });
    let last: Vec<_> = last.collect();
    let limit = job.limits.seconds.or_else(|| last.first().and_then(|moment| moment.limit))?;
    let used: f64 = last.iter().map(|moment| moment.elapsed).sum();
    Some((limit - used).max(LEAST_SECONDS.min(limit)))
}
