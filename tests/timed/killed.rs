//! Studies that are killed, interrupted or worked on twice.

#![cfg(unix)]
#![allow(clippy::cast_precision_loss)]

use crate::support::exclusive::alone;
use crate::support::experiment::{self, STUDY, collected, made, shard};
use crate::support::program::{run, text};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

fn start(arguments: &[&str]) -> Child {
    Command::new(env!("CARGO_BIN_EXE_campusplan"))
        .args(arguments)
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .unwrap()
}

fn signal(child: &Child, signal: &str) {
    let id = child.id().to_string();
    let sent = Command::new("kill").args([signal, &id]).status();
    assert!(sent.unwrap().success());
}

/// Numbers that look random and are the same every time.
struct Moments(u64);

impl Moments {
    /// Up to a time.
    fn within(&mut self, most: Duration) -> Duration {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005);
        self.0 = self.0.wrapping_add(1_442_695_040_888_963_407);
        most.mul_f64((self.0 >> 11) as f64 / (1_u64 << 53) as f64)
    }
}

/// An undisturbed run: its rows, and how long a shard of all plans takes.
fn undisturbed(dir: &Path) -> (Vec<u8>, Duration) {
    let made = made(dir, STUDY, 1);
    let began = Instant::now();
    shard(&made, 0, 1);
    let took = began.elapsed();
    (collected(&made), took)
}

fn attempts(made: &Path) -> Vec<PathBuf> {
    let files = fs::read_dir(made.join("parts")).unwrap();
    let files = files.map(|file| file.unwrap().path());
    files.filter(|path| path.to_string_lossy().contains(".try-")).collect()
}

#[test]
fn killed_at_many_moments_a_shard_goes_on_where_it_stopped() {
    let _alone = alone();
    let dir = tempfile::tempdir().unwrap();
    let (expected, took) = undisturbed(&dir.path().join("a"));
    let mut moments = Moments(2008);
    let mut killed = 0;
    // Several studies, so that many moments are tried.
    for round in 0..4 {
        let made = made(&dir.path().join(format!("b{round}")), STUDY, 1);
        let part = made.join("parts/part-0-of-1.jsonl");
        while !part.exists() {
            let mut child = start(&["study", "shard", text(&made), "--shard", "0/1"]);
            sleep(moments.within(took / 2));
            let _ = child.kill();
            let ended = child.wait().unwrap();
            killed += u32::from(!ended.success());
        }
        assert_eq!(collected(&made), expected, "round {round}");
    }
    assert!(killed >= 8, "only {killed} were killed before their end");
}

#[test]
fn a_line_torn_anywhere_is_made_again() {
    let _alone = alone();
    let dir = tempfile::tempdir().unwrap();
    let (expected, _) = undisturbed(&dir.path().join("a"));
    let lines: Vec<&[u8]> = expected.split_inclusive(|byte| *byte == b'\n').collect();
    let all_but_the_last = lines[..11].concat();
    for (round, torn) in
        [0, 1, 40, lines[11].len() / 2, lines[11].len() - 1].into_iter().enumerate()
    {
        let made = made(&dir.path().join(format!("b{round}")), STUDY, 1);
        let left = made.join("parts/part-0.try-elsewhere-1");
        fs::write(left, [&all_but_the_last, &lines[11][..torn]].concat()).unwrap();
        let (code, told, _) = run(&["study", "status", text(&made), "--lang", "en"]);
        assert_eq!(code, 6);
        assert!(told.contains("11 of 12 plans done"), "{told}");
        let arguments = ["study", "shard", text(&made), "--shard", "0/1"];
        let (code, printed, notes) = run(&arguments);
        assert_eq!(code, 0, "{notes}");
        // Only the torn one is planned again.
        assert_eq!(printed, "11 verified\n");
        assert_eq!(collected(&made), expected);
    }
}

#[test]
fn two_at_the_same_shard_do_each_other_no_harm() {
    let _alone = alone();
    let dir = tempfile::tempdir().unwrap();
    let (expected, took) = undisturbed(&dir.path().join("a"));
    let made = made(&dir.path().join("b"), STUDY, 1);
    let arguments = ["study", "shard", text(&made), "--shard", "0/1"];
    let mut orphan = start(&arguments);
    sleep(took / 3);
    let mut retry = start(&arguments);
    assert!(orphan.wait().unwrap().success());
    assert!(retry.wait().unwrap().success());
    assert_eq!(collected(&made), expected);
}

#[test]
fn an_interrupted_shard_keeps_its_rows_and_goes_on() {
    let _alone = alone();
    let dir = tempfile::tempdir().unwrap();
    let (expected, took) = undisturbed(&dir.path().join("a"));
    let made = made(&dir.path().join("b"), STUDY, 1);
    let mut child = start(&["study", "shard", text(&made), "--shard", "0/1"]);
    // Rows are there, and more to come.
    while attempts(&made).is_empty() {
        sleep(Duration::from_millis(5));
    }
    sleep(took / 4);
    signal(&child, "-INT");
    let code = child.wait().unwrap().code();
    assert!(code == Some(130) || code == Some(0), "{code:?}");
    shard(&made, 0, 1);
    assert_eq!(collected(&made), expected);
}

#[test]
fn an_interrupted_run_ends_its_processes_and_goes_on_later() {
    let _alone = alone();
    let dir = tempfile::tempdir().unwrap();
    let (expected, took) = undisturbed(&dir.path().join("a"));
    let made = made(&dir.path().join("b"), STUDY, 4);
    let mut child = start(&["study", "run", text(&made), "--jobs", "2"]);
    while attempts(&made).is_empty() {
        sleep(Duration::from_millis(5));
    }
    sleep(took / 6);
    signal(&child, "-INT");
    assert_eq!(child.wait().unwrap().code(), Some(130));
    // Nobody is left who writes.
    let bytes = || -> u64 {
        let files = fs::read_dir(made.join("parts")).unwrap();
        files.map(|file| file.unwrap().metadata().unwrap().len()).sum()
    };
    let before = bytes();
    sleep(took / 2);
    assert_eq!(bytes(), before);
    assert_eq!(run(&["study", "run", text(&made)]).0, 0);
    assert_eq!(collected(&made), expected);
}

#[test]
fn a_run_that_is_killed_leaves_nothing_that_harms() {
    let _alone = alone();
    let dir = tempfile::tempdir().unwrap();
    let (expected, took) = undisturbed(&dir.path().join("a"));
    let mut moments = Moments(12);
    let made = made(&dir.path().join("b"), STUDY, 3);
    for _ in 0..4 {
        let mut child = start(&["study", "run", text(&made), "--jobs", "2"]);
        sleep(moments.within(took / 2));
        let _ = child.kill();
        let _ = child.wait();
    }
    // Its processes may still be at work beside those of the next run.
    assert_eq!(run(&["study", "run", text(&made)]).0, 0);
    assert_eq!(collected(&made), expected);
}

/// The process that makes the rows of a shard.
#[cfg(target_os = "linux")]
fn worker(shard: &Child) -> Option<String> {
    let threads = fs::read_dir(format!("/proc/{}/task", shard.id())).ok()?;
    let mut children = threads.filter_map(|thread| {
        let children = fs::read_to_string(thread.ok()?.path().join("children")).ok()?;
        children.split_whitespace().next().map(str::to_owned)
    });
    children.next()
}

/// Works on a shard whose worker gets a signal; how the shard ends.
#[cfg(target_os = "linux")]
fn struck(made: &Path, strike: &str) -> i32 {
    let mut child = start(&["study", "shard", text(made), "--shard", "0/1"]);
    let hit = loop {
        if let Some(worker) = worker(&child) {
            break worker;
        }
        sleep(Duration::from_millis(1));
    };
    // It reads the study first, and is then at a plan.
    sleep(Duration::from_millis(20));
    let sent = Command::new("kill").args([strike, &hit]).status();
    assert!(sent.unwrap().success());
    child.wait().unwrap().code().unwrap()
}

#[cfg(target_os = "linux")]
#[test]
fn a_plan_at_which_the_solver_crashes_is_a_row_that_says_so() {
    let _alone = alone();
    let dir = tempfile::tempdir().unwrap();
    let (expected, _) = undisturbed(&dir.path().join("a"));
    let made = made(&dir.path().join("b"), STUDY, 1);
    assert_eq!(struck(&made, "-ABRT"), 0);
    let (own, expected) = (experiment::rows(&collected(&made)), experiment::rows(&expected));
    let differing: Vec<usize> =
        (0..expected.len()).filter(|plan| own[*plan] != expected[*plan]).collect();
    let [crashed] = differing[..] else {
        panic!("{differing:?} differ");
    };
    let row = &own[crashed];
    assert_eq!(row["status"], "failed");
    assert_eq!(row["factors"], expected[crashed]["factors"]);
    let reason = row["reason"]["en"].as_str().unwrap();
    assert!(reason.contains("signal 6"), "{reason}");
}

#[cfg(target_os = "linux")]
#[test]
fn a_shard_whose_worker_is_killed_asks_to_be_tried_again() {
    let _alone = alone();
    let dir = tempfile::tempdir().unwrap();
    let (expected, _) = undisturbed(&dir.path().join("a"));
    let made = made(&dir.path().join("b"), STUDY, 1);
    assert_eq!(struck(&made, "-KILL"), 75);
    assert!(!made.join("parts/part-0-of-1.jsonl").exists());
    shard(&made, 0, 1);
    assert_eq!(collected(&made), expected);
}

#[cfg(target_os = "linux")]
#[test]
fn a_plan_that_does_not_come_to_an_end_is_a_row_that_says_so() {
    let _alone = alone();
    let dir = tempfile::tempdir().unwrap();
    let factors = r#""x": (scales: ["admissions[*].applicants"], levels: list([0.9, 1, 1.1]))"#;
    let content = experiment::study(factors, "grid").replace("steps: 5", "steps: 5, patience: 30");
    let file = dir.path().join("study.ron");
    fs::write(&file, &content).unwrap();
    let patient = made(dir.path(), text(&file), 1);
    shard(&patient, 0, 1);
    // The checksum is of the study as well, and these are two.
    let unsealed = |bytes: &[u8]| {
        let mut rows = experiment::rows(bytes);
        for row in &mut rows {
            row.as_object_mut().unwrap().remove("check");
        }
        rows
    };
    let expected = unsealed(&collected(&patient));
    fs::write(&file, content.replace("patience: 30", "patience: 2")).unwrap();
    let made = made(&dir.path().join("b"), text(&file), 1);
    // It hears of its limits no more than a solver in an endless loop.
    assert_eq!(struck(&made, "-STOP"), 0);
    let own = unsealed(&collected(&made));
    let differing: Vec<usize> =
        (0..expected.len()).filter(|plan| own[*plan] != expected[*plan]).collect();
    let [given_up] = differing[..] else {
        panic!("{differing:?} differ");
    };
    let row = &own[given_up];
    assert_eq!(row["status"], "failed");
    assert_eq!(row["factors"], expected[given_up]["factors"]);
    assert_eq!(row["reason"]["zh"], "2秒后仍无结果，已放弃");
    assert_eq!(row["reason"]["en"], "given up: no answer after 2 s");
}
