//! Rows are made in a process of their own, a worker, which is told the numbers
//! of plans and answers with rows.
//!
//! Whatever brings the worker down is told from its end by whoever waits for
//! it: a solver that crashes at a plan makes a row that says so, and the rest
//! goes on; a worker that was killed leaves its plan to be tried again. One
//! that does not come to an end is ended, and its plan is a row as well: the
//! solver's own limits and interrupts are not looked at everywhere (`HiGHS`
//! 1.16 can strengthen inequalities for ever). A worker writes no files, so one
//! that is left alone can do no harm, and ends by itself.

use super::args::Worker as Arguments;
use super::failure;
use crate::cli::exit::{Exit, Failure};
use crate::cli::output;
use crate::domain::{Language, Text};
use crate::experiment::run::folder::Folder;
use crate::experiment::run::planner::{Made, Planner, Timings};
use crate::experiment::run::shard::Maker;
use crate::experiment::specification::manifest::PlanLimits;
use crate::experiment::{Kind, Trouble};
use crate::words::experiment as words;
use std::io::{self, BufRead, BufReader, Read, Write};
use std::path::Path;
use std::process::{Child, ChildStdin, Command, ExitStatus, Stdio};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

/// Time between two looks at whether to stop.
const TICK: Duration = Duration::from_millis(50);

/// `campusplan study worker`: answers every number on standard input with a row
/// on standard output.
pub fn answer(arguments: &Arguments) -> Result<Exit, Failure> {
    let language = arguments.lang;
    let failed = |trouble: Trouble| failure(&trouble, language);
    let folder = Folder::new(&arguments.dir);
    let manifest = folder.manifest().map_err(failed)?;
    let planner = Planner::open(&folder, &manifest).map_err(failed)?;
    for line in io::stdin().lines().map_while(Result::ok) {
        let plan = line.trim().parse().ok();
        let Some(plan) = plan.filter(|plan| *plan < manifest.plans) else {
            continue;
        };
        let row = serde_json::to_string(&planner.row(plan));
        let row = row.map_err(|error| failed(Trouble::io(&arguments.dir, &error.into())))?;
        output::data(&(row + "\n"), language)?;
    }
    Ok(Exit::Done)
}

/// Makes rows by a worker.
pub struct Worker<'a> {
    folder: &'a Folder,
    language: Language,
    stop: &'a (dyn Fn() -> bool + Sync),
    patience_s: f64,
    process: Option<Process>,
}

impl<'a> Worker<'a> {
    /// A worker for a study, begun with its first row, that ends when `stop`
    /// says so; `limits` are those of the study's manifest.
    pub fn new(
        folder: &'a Folder,
        language: Language,
        stop: &'a (dyn Fn() -> bool + Sync),
        limits: &PlanLimits,
    ) -> Self {
        Self { folder, language, stop, patience_s: limits.patience_seconds, process: None }
    }

    /// What the end of a worker means for the plan it was at.
    fn ended(&self, plan: usize, process: Process) -> Result<Made, Trouble> {
        let (status, said) = process.end();
        let status = status.map_err(|error| Trouble::io(self.folder.dir(), &error))?;
        if let Some(signal) = crash(status) {
            return self.failed(plan, words::crashed(signal));
        }
        let code = status.code();
        let kind = match code {
            Some(code) if code == Exit::Wrong as i32 => Kind::Wrong,
            Some(code) if code == Exit::Failed as i32 => Kind::Failed,
            _ => Kind::Temporary,
        };
        let text = match code {
            Some(_) if !said.is_empty() => words::as_said(&said),
            _ => words::worker_ended(&status),
        };
        Err(Trouble { kind, text })
    }

    /// The row of a plan that brought its worker down.
    fn failed(&self, plan: usize, why: Text) -> Result<Made, Trouble> {
        let manifest = self.folder.manifest()?;
        let planner = Planner::open(self.folder, &manifest)?;
        Ok(Made { row: planner.failed(plan, why), timings: Timings::new() })
    }
}

impl Maker for Worker<'_> {
    fn make(&mut self, plan: usize) -> Result<Option<Made>, Trouble> {
        if (self.stop)() {
            return Ok(None);
        }
        let mut process = match self.process.take() {
            Some(process) => process,
            None => Process::begin(self.folder.dir(), self.language)
                .map_err(|error| Trouble::io(self.folder.dir(), &error))?,
        };
        // A worker that has ended answers nothing.
        let _ = writeln!(process.input, "{plan}").and_then(|()| process.input.flush());
        let began = Instant::now();
        loop {
            match process.answers.recv_timeout(TICK) {
                Ok(answer) => {
                    let made = serde_json::from_str::<Made>(&answer).ok();
                    // An answer that was cut off is the last one.
                    if let Some(made) = made.filter(|made| made.row.plan == plan) {
                        self.process = Some(process);
                        return Ok(Some(made));
                    }
                }
                Err(RecvTimeoutError::Timeout) if (self.stop)() => return Ok(None),
                Err(RecvTimeoutError::Timeout)
                    if began.elapsed().as_secs_f64() > self.patience_s =>
                {
                    drop(process);
                    return self.failed(plan, words::hung(self.patience_s)).map(Some);
                }
                Err(RecvTimeoutError::Timeout) => {}
                Err(RecvTimeoutError::Disconnected) => {
                    // Ctrl-C ends the worker as well, and may be heard of later.
                    thread::sleep(TICK);
                    if (self.stop)() {
                        return Ok(None);
                    }
                    return self.ended(plan, process).map(Some);
                }
            }
        }
    }
}

/// A running worker; dropping it kills it.
struct Process {
    child: Child,
    input: ChildStdin,
    answers: Receiver<String>,
    errors: Option<JoinHandle<String>>,
}

impl Process {
    fn begin(dir: &Path, language: Language) -> io::Result<Self> {
        let mut child = Command::new(std::env::current_exe()?)
            .args(["study", "worker"])
            .arg(dir)
            .args(["--lang", language.key()])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()?;
        let missing = || io::Error::other("a pipe is missing");
        let input = child.stdin.take().ok_or_else(missing)?;
        let output = child.stdout.take().ok_or_else(missing)?;
        let mut errors = child.stderr.take().ok_or_else(missing)?;
        let (tell, answers) = channel();
        thread::spawn(move || {
            let lines = BufReader::new(output).lines().map_while(Result::ok);
            for line in lines {
                if tell.send(line).is_err() {
                    break;
                }
            }
        });
        let errors = thread::spawn(move || {
            let mut said = Vec::new();
            let _ = errors.read_to_end(&mut said);
            String::from_utf8_lossy(&said).trim().to_owned()
        });
        Ok(Self { child, input, answers, errors: Some(errors) })
    }

    /// Waits for the end of a worker that answers no more: how it ended, and
    /// what it said.
    fn end(mut self) -> (io::Result<ExitStatus>, String) {
        let status = self.child.wait();
        let said = self.errors.take().map(JoinHandle::join);
        (status, said.and_then(Result::ok).unwrap_or_default())
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// The signal by which a program ends that has gone wrong itself, rather than
/// having been ended by others: illegal instruction, trap, abort, bus error,
/// floating-point exception, segmentation fault.
#[cfg(unix)]
fn crash(status: ExitStatus) -> Option<i32> {
    use std::os::unix::process::ExitStatusExt;
    let signal = status.signal();
    signal.filter(|signal| [4, 5, 6, 7, 8, 11].contains(signal))
}

/// Without signals, a code that the program does not have.
#[cfg(not(unix))]
fn crash(status: ExitStatus) -> Option<i32> {
    status.code().filter(|code| !(0..=130).contains(code))
}
