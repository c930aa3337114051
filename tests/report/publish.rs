//! Files are written whole or not at all.

use campusplan::fs::{File, PublishError};
use campusplan::report::publish::destination;
use std::fs;
use std::path::Path;

fn files(money: &str) -> Vec<File> {
    vec![
        File::new("plan.json", r#"{"program": {"name": "campusplan"}}"#),
        File::new("money.csv", money),
    ]
}

fn names(dir: &Path) -> Vec<String> {
    let mut names: Vec<String> = fs::read_dir(dir)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned())
        .collect();
    names.sort();
    names
}

fn publish(dir: &Path, files: &[File]) -> Result<(), PublishError> {
    destination(dir)?.publish(files)
}

#[test]
fn a_new_directory_holds_the_files_and_nothing_is_left_beside_it() {
    let above = tempfile::tempdir().unwrap();
    let dir = above.path().join("deep").join("out");
    publish(&dir, &files("1")).unwrap();
    assert_eq!(names(&dir), ["money.csv", "plan.json"]);
    assert_eq!(names(dir.parent().unwrap()), ["out"]);
    assert_eq!(fs::read_to_string(dir.join("money.csv")).unwrap(), "1");
}

#[test]
fn checking_leaves_nothing_behind() {
    let above = tempfile::tempdir().unwrap();
    destination(&above.path().join("deep").join("out")).unwrap();
    assert!(names(above.path()).is_empty());
}

#[test]
fn an_empty_directory_and_a_former_plan_are_replaced() {
    let above = tempfile::tempdir().unwrap();
    let dir = above.path().join("out");
    fs::create_dir(&dir).unwrap();
    publish(&dir, &files("1")).unwrap();
    publish(&dir, &files("2")[..1]).unwrap();
    assert_eq!(names(&dir), ["plan.json"]);
    publish(&dir, &files("3")).unwrap();
    assert_eq!(fs::read_to_string(dir.join("money.csv")).unwrap(), "3");
    assert_eq!(names(above.path()), ["out"]);
}

#[test]
fn what_is_not_from_a_plan_is_not_replaced() {
    for (name, content) in [
        ("thesis.docx", "years of work"),
        ("notes.csv", "1"),
        ("money.csv", "the user's own"),
        ("plan.json", r#"{"program": {"name": "another"}}"#),
        ("plan.json", "not JSON"),
    ] {
        let above = tempfile::tempdir().unwrap();
        let dir = above.path().join("out");
        fs::create_dir(&dir).unwrap();
        fs::write(dir.join(name), content).unwrap();
        let error = publish(&dir, &files("1")).unwrap_err();
        assert!(matches!(error, PublishError::Foreign { .. }), "{name}: {error}");
        assert!(error.to_string().contains(name), "{error}");
        assert_eq!(names(&dir), [name]);
        assert_eq!(fs::read_to_string(dir.join(name)).unwrap(), content);
    }
}

#[test]
fn a_directory_inside_is_not_replaced() {
    let above = tempfile::tempdir().unwrap();
    let dir = above.path().join("out");
    publish(&dir, &files("1")).unwrap();
    fs::create_dir(dir.join("staff.csv")).unwrap();
    let error = publish(&dir, &files("2")).unwrap_err();
    assert!(error.to_string().contains("staff.csv"), "{error}");
    assert_eq!(fs::read_to_string(dir.join("money.csv")).unwrap(), "1");
}

#[test]
fn a_file_that_cannot_be_written_leaves_everything_as_it_was() {
    let above = tempfile::tempdir().unwrap();
    let dir = above.path().join("out");
    let mut broken = files("2");
    broken.push(File::new("nowhere/inner.csv", "x"));
    assert!(publish(&dir, &broken).is_err());
    assert!(names(above.path()).is_empty());

    publish(&dir, &files("1")).unwrap();
    let error = publish(&dir, &broken).unwrap_err();
    assert!(matches!(error, PublishError::Io { .. }), "{error}");
    assert_eq!(names(&dir), ["money.csv", "plan.json"]);
    assert_eq!(fs::read_to_string(dir.join("money.csv")).unwrap(), "1");
    assert_eq!(names(above.path()), ["out"]);
}

#[test]
fn a_file_in_the_way_is_named() {
    let above = tempfile::tempdir().unwrap();
    let file = above.path().join("file");
    fs::write(&file, "x").unwrap();
    let error = destination(&file).unwrap_err();
    assert!(matches!(error, PublishError::NotADirectory(_)), "{error}");
    let error = destination(&file.join("out")).unwrap_err();
    assert!(error.to_string().contains("file"), "{error}");
    assert_eq!(fs::read_to_string(&file).unwrap(), "x");
}

#[test]
fn something_put_there_meanwhile_is_not_replaced() {
    let above = tempfile::tempdir().unwrap();
    let dir = above.path().join("out");
    let destination = destination(&dir).unwrap();
    fs::create_dir(&dir).unwrap();
    fs::write(dir.join("mine.txt"), "x").unwrap();
    assert!(destination.publish(&files("1")).is_err());
    assert_eq!(names(&dir), ["mine.txt"]);
    assert_eq!(names(above.path()), ["out"]);
}
