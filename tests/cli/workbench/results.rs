//! What jobs come to, against the command line.

use super::client::{Workbench, folder};
use crate::support::program::{ran, text};

#[test]
fn downloads_are_what_the_command_line_writes() {
    let dir = folder();
    let served = Workbench::serve(dir.path());
    served.get("/");
    assert_eq!(served.post("/jobs", &[("option", "0"), ("steps", "0")]).status, 303);
    served.wait("a plan", |list| list.contains("核验通过"));
    let case = dir.path().join("case.ron");
    let out = dir.path().join("out");
    let limits = ["--steps", "0", "--threads", "1"];
    let plan = ["plan", text(&case), "--quiet", "--out", text(&out)];
    assert_eq!(ran(&[&plan[..], &limits].concat()).0, 0);
    assert_eq!(ran(&["report", text(&out.join("plan.json")), "--quiet"]).0, 0);
    for file in ["plan.json", "report.docx", "report.xlsx", "report.html"] {
        let answer = served.get(&format!("/results/1/{file}"));
        assert_eq!(answer.status, 200, "{file}: {}", answer.body);
        assert!(answer.header("content-disposition").starts_with("attachment"), "{file}");
        let expected = std::fs::read(out.join(file)).unwrap();
        assert!(answer.bytes == expected, "{file} differs");
    }
    let zip = served.get("/results/1/all.zip");
    let mut zip = zip::ZipArchive::new(std::io::Cursor::new(zip.bytes)).unwrap();
    let mut names: Vec<String> = zip.file_names().map(|name| name.unwrap().into_owned()).collect();
    names.sort();
    let mut written: Vec<String> = std::fs::read_dir(&out)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    written.sort();
    assert_eq!(names, written);
    for name in names {
        let mut content = Vec::new();
        std::io::Read::read_to_end(&mut zip.by_name(&name).unwrap(), &mut content).unwrap();
        assert!(content == std::fs::read(out.join(&name)).unwrap(), "{name} differs");
    }
}

#[test]
fn options_are_pinned_asked_about_and_compared() {
    let dir = folder();
    let served = Workbench::serve(dir.path());
    served.get("/");
    served.post("/jobs", &[("option", "0"), ("steps", "0")]);
    served.wait("a plan", |list| list.contains("核验通过"));
    let page = served.get("/plans/1").body;
    let said = "p 2008-autumn @ a 2008-autumn..2009-spring";
    assert!(page.contains(said), "{page}");
    // Two decisions together, as a new option.
    let fields = [("rev", "1"), ("name", "甲专"), ("pin", said), ("forbid", "q 2009-autumn @ a")];
    assert_eq!(served.post("/options/0/decide", &fields).status, 303);
    let overlay = served.get("/options/1/option.ron").body;
    assert_eq!(overlay.matches("add(\"pins\", ").count(), 2, "{overlay}");
    let dear = [("rev", "6"), ("path", "campuses.a.running_cost"), ("value", "7")];
    assert_eq!(served.post("/options/1/set", &dear).status, 200);
    served.post("/jobs", &[("option", "1"), ("steps", "0")]);
    served.wait("two plans", |list| list.matches("核验通过").count() == 2);
    let compared = served.get("/compare?o=0&o=1").body;
    assert!(compared.contains("甲专") && compared.contains("总成本"), "{compared}");
    // Why: a child asks the command line's own question.
    let why = [("job", "1"), ("decision", "p 2008-autumn @ a")];
    assert_eq!(served.post("/why", &why).status, 303);
    let list = served.wait("an answer", |list| !list.contains("data-open"));
    assert!(list.contains("3. 为什么"), "{list}");
    let answer = served.get("/results/3").body;
    assert!(answer.contains("所问"), "{answer}");
    assert_eq!(served.post("/why", &[("job", "1"), ("decision", "--out=/tmp/x")]).status, 422);
}

#[test]
fn a_repair_becomes_an_option() {
    let dir = folder();
    let served = Workbench::serve(dir.path());
    served.get("/");
    served.post("/options", &[("name", "缺教室")]);
    let fields = [("rev", "2"), ("path", "campuses.a.owns.room"), ("value", "1")];
    assert_eq!(served.post("/options/1/set", &fields).status, 200);
    let fields = [("rev", "3"), ("path", "campuses.b.owns.room"), ("value", "1")];
    assert_eq!(served.post("/options/1/set", &fields).status, 200);
    let ask = [("option", "1"), ("target", ""), ("minutes", "0.3")];
    assert_eq!(served.post("/explain", &ask).status, 303);
    served.wait("an answer", |list| !list.contains("data-open"));
    let page = served.get("/results/1").body;
    assert!(page.contains("作为新方案采用"), "{page}");
    let taken = served.post("/repairs", &[("job", "1"), ("number", "0")]);
    assert_eq!(taken.status, 303, "{}", taken.body);
    served.post("/jobs", &[("option", "2"), ("steps", "0")]);
    let list = served.wait("a plan", |list| !list.contains("data-open"));
    assert!(list.contains("办法1"), "{list}");
    assert_eq!(list.matches("核验通过").count(), 2, "{list}");
}
