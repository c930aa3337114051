//! Chromium without a window.

use serde_json::Value;
use std::fs;
use std::path::Path;
use std::process::{Command, Output};

/// What is asked of a page.
const QUESTIONS: &str = include_str!("questions.js");

/// Light or dark.
#[derive(Clone, Copy)]
pub enum Theme {
    Light,
    Dark,
}

/// Opens a page and lets it finish.
fn open(page: &str, width: u32) -> Output {
    let dir = tempfile::tempdir().unwrap();
    let file = dir.path().join("page.html");
    fs::write(&file, page).unwrap();
    let mut command = Command::new("chromium");
    command
        .args([
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-background-networking",
            "--no-first-run",
            "--hide-scrollbars",
            "--enable-logging=stderr",
            "--v=0",
            "--virtual-time-budget=20000",
            "--dump-dom",
        ])
        .arg(format!("--window-size={width},900"))
        .arg(format!("--user-data-dir={}", dir.path().join("profile").display()))
        .arg(format!("file://{}", file.display()));
    let output = command.output().expect("chromium; see .ci/setup outside");
    assert!(output.status.success(), "{output:?}");
    output
}

/// What the browser's console says of a page.
pub fn console(page: &str) -> Vec<String> {
    let output = open(page, 1200);
    let told = String::from_utf8_lossy(&output.stderr).into_owned();
    let lines = told.lines().filter(|line| line.contains(":CONSOLE"));
    lines.map(str::to_owned).collect()
}

/// The JSON that a page leaves in its element `answer`.
fn answer(page: &str) -> Value {
    let output = open(page, 1300);
    let page = String::from_utf8_lossy(&output.stdout).into_owned();
    let text = page.split_once("<pre id=\"answer\">").map_or("", |(_, rest)| rest);
    let text = text.split_once("</pre>").map_or("", |(text, _)| text);
    let text = text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
    serde_json::from_str(&text).unwrap_or_else(|error| {
        panic!("no answer ({error}): {text}{}", String::from_utf8_lossy(&output.stderr))
    })
}

/// Asks something of a page, unchanged, in a frame of a width.
pub fn harness(page: &str, width: u32, question: &str) -> Value {
    let inside = page.replace('&', "&amp;").replace('"', "&quot;");
    answer(&format!(
        "<!doctype html><meta charset=utf-8><body style='margin:0'>\
         <iframe id=frame style='border:0;width:{width}px;height:900px' srcdoc=\"{inside}\"></iframe>\
         <pre id=answer></pre><script>{QUESTIONS}\nask(() => {question});</script>"
    ))
}

/// Rules of axe-core that a page breaks seriously, with where.
pub fn judged(page: &str, theme: Theme) -> Vec<String> {
    let axe = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("target/outside/node_modules/axe-core/axe.min.js");
    let axe = fs::read_to_string(axe).expect("axe-core; see .ci/setup outside");
    // The page's policy would keep a strange script out.
    let open = page.replace("http-equiv=\"Content-Security-Policy\"", "name=\"policy\"");
    assert!(open != page, "the page has no policy");
    let theme = match theme {
        Theme::Light => "light",
        Theme::Dark => "dark",
    };
    let script =
        format!("<script>{axe}</script><script>{QUESTIONS}\njudge({theme:?});</script></body>");
    let judged = answer(&open.replace("</body>", &script));
    let found = judged.as_array().unwrap().iter();
    found.map(Value::to_string).collect()
}
