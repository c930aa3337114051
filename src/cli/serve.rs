//! `campusplan serve`.

use super::args::Serve;
use super::exit::{Exit, Failure};
use super::output;
use crate::domain::Language;
use crate::fs;
use crate::words::{cli as words, workbench as messages};
use crate::workbench::{Opened, Served, serve};
use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

pub fn run(arguments: &Serve, allowed: &[PathBuf]) -> Result<Exit, Failure> {
    let language = arguments.lang;
    fs::allow(allowed);
    let opened = Opened::new(&arguments.folder).map_err(|why| Failure {
        exit: Exit::Wrong,
        message: why.text().get(language).to_owned(),
    })?;
    let over = Arc::new(AtomicBool::new(false));
    let heard = Arc::clone(&over);
    if let Err(error) = ctrlc::set_handler(move || heard.store(true, Ordering::Relaxed)) {
        output::note(words::no_interrupt(&error).get(language));
    }
    let ready = |link: &str| ready(link, arguments.open, language);
    let served = Served {
        opened,
        together: usize::try_from(arguments.jobs).unwrap_or(1),
        ready: &ready,
        over: &|| over.load(Ordering::Relaxed),
    };
    serve(served).map_err(|error| Failure {
        exit: Exit::Failed,
        message: messages::not_served(&error).get(language).to_owned(),
    })?;
    Ok(Exit::Done)
}

/// Says where the workbench is: the link on standard output, alone on its line.
fn ready(link: &str, open: bool, language: Language) {
    output::note(messages::open_link().get(language));
    let _ = output::data(&format!("{link}\n"), language);
    if open {
        let (program, first) = if cfg!(target_os = "macos") {
            ("open", None)
        } else if cfg!(windows) {
            ("explorer", None)
        } else {
            ("xdg-open", None::<&str>)
        };
        let started = Command::new(program)
            .args(first)
            .arg(link)
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn();
        if started.is_err() {
            output::note(messages::no_browser().get(language));
        }
    }
}
