//! The program's files from outside: nothing foreign is replaced, nothing is
//! left behind, and no plan is lost.

#![cfg(unix)]

use crate::support::program::{MINIMAL, ran, run, text};
use std::fs;
use std::os::unix::fs::{FileTypeExt, MetadataExt, symlink};
use std::path::{Path, PathBuf};
use std::process::Command;

/// The minimal scenario with a milestone, so that there is a calendar.
fn scenario(dir: &Path) -> PathBuf {
    let scenario = fs::read_to_string(MINIMAL).unwrap();
    let end = scenario.rfind(')').unwrap();
    let milestone = r#"milestones: {
        "draft": (name: (zh: "起草方案", en: "Draft"), start: "2007-11-01", days: 40, due: "2007-11-30"),
    },"#;
    let path = dir.join("case.ron");
    fs::write(&path, format!("{}{milestone}\n)\n", &scenario[..end])).unwrap();
    path
}

/// A scenario and the folder of its plan.
fn planned(dir: &Path) -> (PathBuf, PathBuf) {
    let scenario = scenario(dir);
    let out = dir.join("out");
    let arguments = ["plan", text(&scenario), "--out", text(&out), "--quiet"];
    let (code, _, notes) = run(&arguments);
    assert_eq!(code, 0, "{notes}");
    (scenario, out)
}

fn names(dir: &Path) -> Vec<String> {
    let entries = fs::read_dir(dir).unwrap();
    let name = |entry: std::io::Result<fs::DirEntry>| entry.unwrap().file_name();
    let mut names: Vec<String> =
        entries.map(|entry| name(entry).to_string_lossy().into_owned()).collect();
    names.sort();
    names
}

fn make_fifo(path: &Path) {
    assert!(Command::new("mkfifo").arg(path).status().unwrap().success());
}

#[test]
fn a_calendar_replaces_only_a_calendar_of_ours() {
    let dir = tempfile::tempdir().unwrap();
    let (scenario, out) = planned(dir.path());
    let plan = out.join("plan.json");
    let calendar = |to: &Path| {
        run(&["calendar", text(&scenario), text(&plan), "--lang", "en", "--out", text(to)])
    };
    let plan_before = fs::read(&plan).unwrap();
    let theirs = dir.path().join("theirs.ics");
    let foreign = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//other//EN\r\nEND:VCALENDAR\r\n";
    fs::write(&theirs, foreign).unwrap();
    let link = dir.path().join("link.ics");
    symlink(&theirs, &link).unwrap();
    let fifo = dir.path().join("fifo.ics");
    make_fifo(&fifo);
    for target in [&plan, &theirs, &link, &fifo, &scenario] {
        let (code, printed, notes) = calendar(target);
        assert_eq!((code, printed.as_str()), (1, ""), "{}", target.display());
        assert!(notes.contains(text(target)), "{notes}");
    }
    assert_eq!(fs::read(&plan).unwrap(), plan_before);
    assert_eq!(fs::read_to_string(&theirs).unwrap(), foreign);
    assert!(fs::symlink_metadata(&link).unwrap().is_symlink());
    assert!(fs::symlink_metadata(&fifo).unwrap().file_type().is_fifo());
    let own = dir.path().join("own.ics");
    assert_eq!(calendar(&own).0, 0);
    assert_eq!(calendar(&own).0, 0);
    fs::write(&own, "").unwrap();
    assert_eq!(calendar(&own).0, 0);
    assert!(fs::read_to_string(&own).unwrap().contains("BEGIN:VEVENT"));
}

#[test]
fn what_a_killed_run_has_left_is_cleaned_away() {
    let dir = tempfile::tempdir().unwrap();
    let (scenario, out) = planned(dir.path());
    let left = |above: &Path, name: &str| {
        let left = above.join(name);
        fs::create_dir(&left).unwrap();
        fs::write(left.join("plan.json"), "half").unwrap();
    };
    left(dir.path(), ".out.campusplan-new-a1b2c3");
    left(&out, ".report.campusplan-new-a1b2c3");
    left(&out, ".report.campusplan-old-a1b2c3");
    let arguments = ["plan", text(&scenario), "--out", text(&out), "--quiet"];
    let (code, _, notes) = run(&arguments);
    assert_eq!(code, 0, "{notes}");
    assert_eq!(names(dir.path()), ["case.ron", "out"]);
    assert!(names(&out).iter().all(|name| !name.starts_with('.')));
    left(&out, ".report.campusplan-new-a1b2c3");
    let plan = out.join("plan.json");
    let (code, _, notes) = run(&["report", text(&plan), "--format", "html", "--quiet"]);
    assert_eq!(code, 0, "{notes}");
    assert!(names(&out).iter().all(|name| !name.starts_with('.')));
}

#[test]
fn a_plan_is_kept_into_its_own_folder_again_and_again() {
    let dir = tempfile::tempdir().unwrap();
    let (scenario, out) = planned(dir.path());
    let plan = out.join("plan.json");
    for _ in 0..2 {
        let (code, _, notes) =
            run(&["plan", text(&scenario), "--keep", text(&plan), "--out", text(&out), "--quiet"]);
        assert_eq!(code, 0, "{notes}");
        assert!(out.join("kept.txt").exists());
    }
}

/// A directory that cannot be renamed, as a mount point, is filled in place.
#[test]
fn the_current_directory_is_filled_in_place() {
    let dir = tempfile::tempdir().unwrap();
    let out = dir.path().join("here");
    fs::create_dir(&out).unwrap();
    for round in 0..2 {
        let mut command = Command::new(env!("CARGO_BIN_EXE_campusplan"));
        command.args(["plan", MINIMAL, "--out", ".", "--quiet"]);
        let before = fs::metadata(&out).unwrap().ino();
        let output = command.current_dir(&out).output().unwrap();
        assert!(output.status.success(), "{output:?}");
        assert_eq!(fs::metadata(&out).unwrap().ino(), before, "round {round}");
        assert!(out.join("plan.json").exists());
        fs::write(out.join("retraining.csv"), "of an earlier plan").unwrap();
    }
    let output = Command::new(env!("CARGO_BIN_EXE_campusplan"))
        .args(["plan", MINIMAL, "--out", ".", "--quiet"])
        .current_dir(&out)
        .output()
        .unwrap();
    assert!(output.status.success(), "{output:?}");
    let stale = fs::read_to_string(out.join("retraining.csv")).unwrap_or_default();
    assert_ne!(stale, "of an earlier plan");
}

#[test]
fn inputs_are_regular_files_of_a_stated_size() {
    let dir = tempfile::tempdir().unwrap();
    let fifo = dir.path().join("fifo.ron");
    make_fifo(&fifo);
    let huge = dir.path().join("huge.ron");
    fs::File::create(&huge).unwrap().set_len(1 << 30).unwrap();
    for input in [fifo.as_path(), huge.as_path(), Path::new("/dev/zero")] {
        for command in ["check", "plan"] {
            let began = std::time::Instant::now();
            let (code, _, notes) = run(&[command, text(input), "--lang", "en"]);
            assert_eq!(code, 2, "{notes}");
            assert!(notes.contains(text(input)), "{notes}");
            assert!(began.elapsed().as_secs() < 5);
        }
        let (code, _, notes) = run(&["verify", MINIMAL, text(input)]);
        assert_eq!(code, 2, "{notes}");
    }
}

#[test]
fn bases_and_standards_stay_in_the_folder_of_the_case() {
    let dir = tempfile::tempdir().unwrap();
    let case = dir.path().join("county/whatif");
    fs::create_dir_all(&case).unwrap();
    let secret = dir.path().join("secret.txt");
    fs::write(&secret, "root:hunter2:0\n").unwrap();
    let overlay = |base: &str| {
        let path = case.join("over.ron");
        fs::write(&path, format!(r#"(base: "{base}", changes: [])"#)).unwrap();
        let link = case.join("link.ron");
        let _ = symlink(&secret, &link);
        let (code, printed, notes) = ran(&["check", text(&path), "--lang", "en"]);
        (code, printed + &notes)
    };
    for base in [text(&secret), "../../secret.txt", "link.ron", MINIMAL] {
        let (code, told) = overlay(base);
        assert_eq!(code, 2, "{base}: {told}");
        assert!(told.contains("--allow-dir") && !told.contains("hunter2"), "{told}");
    }
    // One folder up is the case's own: what-ifs lie beside their base.
    fs::copy(MINIMAL, dir.path().join("county/minimal.ron")).unwrap();
    assert_eq!(overlay("../minimal.ron").0, 0);
    // A file that may be read and is no scenario is not shown either.
    fs::copy(&secret, case.join("notes.txt")).unwrap();
    let (code, told) = overlay("notes.txt");
    assert_eq!(code, 2, "{told}");
    assert!(told.contains("notes.txt") && !told.contains("hunter2"), "{told}");
    let path = case.join("over.ron");
    fs::write(&path, format!(r#"(base: "{MINIMAL}", changes: [])"#)).unwrap();
    let folder = Path::new(MINIMAL).parent().unwrap();
    let (code, _, notes) = ran(&["check", text(&path), "--allow-dir", text(folder)]);
    assert_eq!(code, 0, "{notes}");
}

/// Without room for a single byte, on any disk, the plan is still printed.
#[test]
fn a_plan_that_can_be_saved_nowhere_is_printed() {
    let dir = tempfile::tempdir().unwrap();
    let out = dir.path().join("out");
    let program = env!("CARGO_BIN_EXE_campusplan");
    let shell = format!(
        "ulimit -f 0; trap '' XFSZ; exec {program} plan {MINIMAL} --quiet --lang en --out {}",
        out.display()
    );
    let output = Command::new("sh").args(["-c", &shell]).output().unwrap();
    let notes = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(1), "{notes}");
    assert!(notes.contains("on standard output"), "{notes}");
    let plan: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(plan["program"]["name"], "campusplan");
    assert!(names(dir.path()).is_empty());
}

fn is(name: &str, extension: &str) -> bool {
    Path::new(name).extension().is_some_and(|own| own == extension)
}

/// The texts of a zip file's XML parts, each of which must be well-formed.
fn parts(path: &Path) -> Vec<String> {
    let mut zip = zip::ZipArchive::new(fs::File::open(path).unwrap()).unwrap();
    let mut parts = Vec::new();
    for index in 0..zip.len() {
        let mut part = zip.by_index(index).unwrap();
        let name = part.name().unwrap().into_owned();
        if is(&name, "png") {
            continue;
        }
        let mut text = String::new();
        std::io::Read::read_to_string(&mut part, &mut text).unwrap();
        roxmltree::Document::parse(&text).unwrap_or_else(|why| panic!("{name}: {why}"));
        parts.push(text);
    }
    parts
}

#[test]
fn names_do_nothing_to_a_terminal_a_document_or_a_workbook() {
    let dir = tempfile::tempdir().unwrap();
    let scenario = fs::read_to_string(MINIMAL).unwrap();
    let long = "长".repeat(40_000);
    let hostile = scenario
        .replace("东校区", r"东\u{1b}[31m校\u{fffe}区\u{202e}")
        .replace("两校合并", &format!(r"两校\u{{9b}}合并{long}"))
        .replace("商务文秘", "\\n=商务文秘");
    assert_ne!(hostile, scenario);
    let path = dir.path().join("hostile\u{1b}[31m.ron");
    fs::write(&path, hostile).unwrap();
    let out = dir.path().join("out");
    let (code, printed, notes) = run(&["plan", text(&path), "--full", "--out", text(&out)]);
    assert_eq!(code, 0, "{notes}");
    let plan = out.join("plan.json");
    let (code, _, more) = run(&["report", text(&plan)]);
    assert_eq!(code, 0, "{more}");
    let mut shown = vec![printed, notes, more];
    for name in names(&out) {
        let path = out.join(&name);
        if is(&name, "docx") || is(&name, "xlsx") {
            shown.extend(parts(&path));
        } else if !is(&name, "ron") && !is(&name, "json") {
            shown.push(fs::read_to_string(path).unwrap());
        }
    }
    let bad = ['\u{1b}', '\u{9b}', '\u{fffe}', '\u{202e}'];
    for text in &shown {
        assert!(!text.contains(bad), "{}", &text[..text.len().min(400)]);
    }
    let cut = |text: &String| text.contains("已截断");
    assert!(shown.iter().any(cut), "no mark where a text is cut");
    let csv = fs::read_to_string(out.join("admissions.csv")).unwrap();
    assert!(csv.contains("'\n=商务文秘"), "{csv}");
    // Nor does a message, whatever the file is called.
    let (_, printed, notes) = run(&["check", text(&dir.path().join("no\u{1b}[2J.ron"))]);
    assert!(!(printed + &notes).contains(bad));
}

#[test]
fn rows_are_joined_only_into_a_file_of_rows() {
    let dir = tempfile::tempdir().unwrap();
    let study = concat!(env!("CARGO_MANIFEST_DIR"), "/scenarios/studies/minimal.ron");
    let made = dir.path().join("made");
    let (code, _, notes) = run(&["study", "init", study, text(&made), "--shards", "2"]);
    assert_eq!(code, 0, "{notes}");
    assert_eq!(run(&["study", "run", text(&made), "--quiet"]).0, 0);
    let collect = |out: &Path| run(&["study", "collect", text(&made), text(out), "--lang", "en"]);
    let out = dir.path().join("rows.jsonl");
    assert_eq!(collect(&out).0, 0);
    let rows = fs::read(&out).unwrap();
    assert_eq!(collect(&out).0, 0);
    let thesis = dir.path().join("thesis.txt");
    fs::write(&thesis, "years of work").unwrap();
    let link = dir.path().join("link");
    symlink(&thesis, &link).unwrap();
    let fifo = dir.path().join("fifo");
    make_fifo(&fifo);
    let manifest = made.join("manifest.json");
    for target in [&thesis, &link, &fifo, &manifest] {
        let (code, _, notes) = collect(target);
        assert_eq!(code, 1, "{}: {notes}", target.display());
    }
    assert_eq!(fs::read_to_string(&thesis).unwrap(), "years of work");
    assert!(fs::symlink_metadata(&fifo).unwrap().file_type().is_fifo());

    // A row that was changed is found, and made again.
    let part = made.join("parts/part-1-of-2.jsonl");
    let whole = fs::read_to_string(&part).unwrap();
    for (from, to) in [("verified", "infeasible"), ("\"plan\":3", "\"plan\":5")] {
        fs::write(&part, whole.replacen(from, to, 1)).unwrap();
        let (code, told, _) = run(&["study", "status", text(&made), "--lang", "en"]);
        assert_eq!(code, 6, "{told}");
        assert!(told.contains("damaged: 1"), "{told}");
        assert_eq!(collect(&out).0, 1);
        let (code, _, notes) = run(&["study", "run", text(&made), "--quiet"]);
        assert_eq!(code, 0, "{notes}");
        assert_eq!(fs::read_to_string(&part).unwrap(), whole);
        assert_eq!(names(&made.join("parts")).len(), 2);
    }
    assert_eq!(collect(&out).0, 0);
    assert_eq!(fs::read(&out).unwrap(), rows);

    // No study has so many plans or shards.
    let text_of = fs::read_to_string(&manifest).unwrap();
    for (from, to) in [
        ("\"shards\": 2", "\"shards\": 0"),
        ("\"shards\": 2", "\"shards\": 4000000000000000000"),
        ("\"plans\": 12,\n  \"shards\"", "\"plans\": 1000000000000,\n  \"shards\""),
    ] {
        assert!(text_of.contains(from), "{text_of}");
        fs::write(&manifest, text_of.replacen(from, to, 1)).unwrap();
        let (code, _, notes) = run(&["study", "status", text(&made), "--lang", "en"]);
        assert_eq!(code, 2, "{notes}");
        assert!(notes.contains("out of range"), "{notes}");
    }
}

#[test]
fn a_study_is_not_made_over_files_of_others() {
    let dir = tempfile::tempdir().unwrap();
    fs::copy(MINIMAL, dir.path().join("base.ron")).unwrap();
    let before = fs::read(dir.path().join("base.ron")).unwrap();
    let study = concat!(env!("CARGO_MANIFEST_DIR"), "/scenarios/studies/minimal.ron");
    let (code, _, notes) = run(&["study", "init", study, text(dir.path())]);
    assert_eq!(code, 2, "{notes}");
    assert!(notes.contains("base.ron"), "{notes}");
    assert_eq!(fs::read(dir.path().join("base.ron")).unwrap(), before);
    assert_eq!(names(dir.path()), ["base.ron"]);
}
