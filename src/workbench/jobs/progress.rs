//! What a child process says of its progress.

use serde::Deserialize;
use std::fs;
use std::path::Path;

/// Name of the file with what the child says of its progress, and its notes.
pub const PROGRESS: &str = "progress";

/// A moment of a run.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(default)]
pub struct Moment {
    /// Seconds since the run began.
    pub elapsed: f64,
    /// What it is doing.
    pub phase: String,
    /// Which tier of the objective, from 1.
    pub tier: Option<u32>,
    /// Of how many.
    pub tiers: Option<u32>,
    /// Best value found in this tier.
    pub best: Option<f64>,
    /// Bound proven in this tier.
    pub bound: Option<f64>,
    /// Relative gap.
    pub gap: Option<f64>,
    /// Time limit in seconds.
    pub limit: Option<f64>,
}

/// How a child process says that it ended.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct End {
    /// Exit code.
    pub exit: i32,
    /// `no`, `asked` or `left`.
    pub stopped: String,
}

#[derive(Deserialize)]
#[serde(rename_all = "snake_case")]
enum Line {
    Progress(Moment),
    Ended(End),
}

/// What an attempt has said so far: its moments, its end, and its notes.
pub fn read(path: &Path) -> (Vec<Moment>, Option<End>, String) {
    let bytes = fs::read(path).unwrap_or_default();
    let text = String::from_utf8_lossy(&bytes);
    let (mut moments, mut end, mut notes) = (Vec::new(), None, String::new());
    for line in text.lines() {
        match serde_json::from_str(line) {
            Ok(Line::Progress(moment)) => moments.push(moment),
            Ok(Line::Ended(ended)) => end = Some(ended),
            Err(_) if line.starts_with('{') => {}
            Err(_) => {
                notes.push_str(line);
                notes.push('\n');
            }
        }
    }
    (moments, end, notes)
}

/// The moments and the notes of an attempt.
pub fn moments(attempt: &Path) -> (Vec<Moment>, String) {
    let (moments, _, notes) = read(&attempt.join(PROGRESS));
    (moments, notes)
}
