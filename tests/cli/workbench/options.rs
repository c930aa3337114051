//! Base and options: changes, undo, taking back, stale writes, uploads.

use super::client::{Answer, Workbench, folder};
use crate::support::program::{ran, text};
use serde_json::Value;

fn json(answer: &Answer) -> Value {
    assert_eq!(answer.status, 200, "{}", answer.body);
    serde_json::from_str(&answer.body).unwrap()
}

/// The revision that a page of an option would send.
fn revision(served: &Workbench, option: u32) -> String {
    let page = served.get(&format!("/options/{option}/data?sheet=4")).body;
    let rest = page.split_once("data-revision=\"").unwrap().1;
    rest.split_once('"').unwrap().0.to_owned()
}

fn set(served: &Workbench, option: u32, path: &str, value: &str) -> Answer {
    let rev = revision(served, option);
    let fields = [("rev", rev.as_str()), ("path", path), ("value", value), ("kind", "assumption")];
    served.post(&format!("/options/{option}/set"), &fields)
}

#[test]
fn figures_are_changed_undone_and_taken_back_one_by_one() {
    let dir = folder();
    let served = Workbench::serve(dir.path());
    served.get("/");
    assert_eq!(served.post("/options", &[("name", "车床")]).status, 303);
    let told = json(&set(&served, 1, "campuses.a.owns.lathe", "2"));
    assert_eq!(told["shown"]["campuses.a.owns.lathe"], "2");
    assert_eq!(told["marked"][0], "campuses.a.owns.lathe");
    // 76 students have to work at two lathes: the arithmetic says so at once.
    let sums = told["arithmetic"].as_str().unwrap();
    assert!(sums.contains("class=\"short\""), "{sums}");
    // A value as it is written in a workbook, with its unit.
    let told = json(&set(&served, 1, "campuses.b.running_cost", "50000元"));
    assert_eq!(told["shown"]["campuses.b.running_cost"], "50000 元");
    let overlay = served.get("/options/1/option.ron").body;
    assert!(overlay.contains("set(\"campuses.a.owns.lathe\", 2)"), "{overlay}");
    // The overlay is one for the command line.
    let file = dir.path().join("overlay.ron");
    std::fs::write(&file, &overlay).unwrap();
    assert_eq!(ran(&["check", text(&file)]).0, 0);

    let rev = revision(&served, 1);
    assert_eq!(served.post("/options/1/undo", &[("rev", &rev)]).status, 303);
    let overlay = served.get("/options/1/option.ron").body;
    assert!(!overlay.contains("running_cost"), "{overlay}");
    let rev = revision(&served, 1);
    assert_eq!(served.post("/options/1/redo", &[("rev", &rev)]).status, 303);
    let rev = revision(&served, 1);
    let revert = [("rev", rev.as_str()), ("mark", "campuses.a.owns.lathe")];
    assert_eq!(served.post("/options/1/revert", &revert).status, 303);
    let overlay = served.get("/options/1/option.ron").body;
    assert!(overlay.contains("running_cost") && !overlay.contains("lathe"), "{overlay}");
    // What means nothing there is refused, with what is allowed.
    let wrong = set(&served, 1, "campuses.a.owns.lathe", "许多");
    assert_eq!(wrong.status, 422);
    assert!(wrong.body.contains("许多"), "{}", wrong.body);
    // A correction of the base holds in its options too.
    json(&set(&served, 0, "campuses.b.owns.room", "4"));
    let sheets = (0..12).map(|sheet| served.get(&format!("/options/1/data?sheet={sheet}")).body);
    let shown = "name=\"campuses.b.owns.room\" value=\"4\"";
    assert!(sheets.into_iter().any(|sheet| sheet.contains(shown)));
}

#[test]
fn a_stale_write_changes_nothing_and_shows_what_was_done() {
    let dir = folder();
    let served = Workbench::serve(dir.path());
    served.get("/");
    served.post("/options", &[("name", "x")]);
    // Eight tabs that all saw the same write at once: one is first.
    let rev = revision(&served, 1);
    let answers: Vec<Answer> = std::thread::scope(|scope| {
        let tabs: Vec<_> = (2..10)
            .map(|lathes| {
                let (served, rev, value) = (&served, &rev, lathes.to_string());
                scope.spawn(move || {
                    let path = ("path", "campuses.a.owns.lathe");
                    let fields = [("rev", rev.as_str()), path, ("value", value.as_str())];
                    served.post("/options/1/set", &fields)
                })
            })
            .collect();
        tabs.into_iter().map(|tab| tab.join().unwrap()).collect()
    });
    let (done, stale): (Vec<&Answer>, Vec<&Answer>) =
        answers.iter().partition(|answer| answer.status == 200);
    assert_eq!((done.len(), stale.len()), (1, 7));
    let overlay = served.get("/options/1/option.ron").body;
    let line = overlay.lines().find(|line| line.contains("lathe")).unwrap().trim();
    for answer in stale {
        assert_eq!(answer.status, 409);
        let shown = line.trim_end_matches(',').replace('"', "&quot;");
        assert!(answer.body.contains(&shown), "{shown}: {}", answer.body);
    }
}

#[test]
fn an_empty_folder_begins_with_a_workbook_and_takes_a_changed_copy() {
    let dir = tempfile::tempdir().unwrap();
    let served = Workbench::serve(dir.path());
    assert!(served.get("/").body.contains("还没有基准方案"));
    let template = served.get("/template.xlsx");
    assert!(template.bytes.starts_with(b"PK"));
    let case = dir.path().join("c.xlsx");
    let minimal = crate::support::program::MINIMAL;
    assert_eq!(ran(&["export", minimal, "-o", text(&case)]).0, 0);
    let bytes = std::fs::read(&case).unwrap();
    std::fs::remove_file(&case).unwrap();
    assert_eq!(served.upload("base", "case.xlsx", &bytes).status, 200);
    let page = served.get("/").body;
    assert!(page.contains("workbench/imports/1/case.xlsx"), "{page}");
    // The option's own workbook, changed by the program itself, comes back as an option.
    let changed = dir.path().join("d.xlsx");
    let more = "campuses.east.owns.classroom=11";
    assert_eq!(ran(&["export", minimal, "--set", more, "-o", text(&changed)]).0, 0);
    let answer = served.upload("option", "more.xlsx", &std::fs::read(&changed).unwrap());
    assert_eq!(json(&answer)["to"], "/options/1/data");
    let overlay = served.get("/options/1/option.ron").body;
    assert!(overlay.contains("set(\"campuses.east.owns.classroom\", 11"), "{overlay}");
    assert_eq!(served.upload("option", "same.xlsx", &bytes).status, 422);
    // A workbook with a mistake is taken as the base, and its cell is named.
    let answer = served.upload("base", "bad.xlsx", b"no workbook");
    assert_eq!(answer.status, 200);
    assert!(served.get("/").body.contains("数据有误"));
}
