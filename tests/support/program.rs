//! The program from outside.

use assert_cmd::Command;
use std::path::Path;

/// The smallest scenario.
pub const MINIMAL: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/scenarios/minimal.ron");

/// The shipped scenarios, on which files of tests build from anywhere.
const SCENARIOS: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/scenarios");

/// Exit code, standard output and standard error.
pub fn run(arguments: &[&str]) -> (i32, String, String) {
    let temporary = std::env::temp_dir();
    let allowed = ["--allow-dir", SCENARIOS, "--allow-dir", text(&temporary)];
    ran(&[&allowed, arguments].concat())
}

/// The same with these arguments alone.
pub fn ran(arguments: &[&str]) -> (i32, String, String) {
    let mut command = Command::cargo_bin("campusplan").unwrap();
    let output = command.args(arguments).output().unwrap();
    (
        output.status.code().unwrap(),
        String::from_utf8(output.stdout).unwrap(),
        String::from_utf8(output.stderr).unwrap(),
    )
}

/// A path as an argument.
pub fn text(path: &Path) -> &str {
    path.to_str().unwrap()
}
