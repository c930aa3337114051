//! The server killed at random moments: nothing is lost and nothing doubled.

use super::client::{Workbench, folder};
use crate::support::program::{ran, text};
use rand_pcg::Pcg64;
use rand_pcg::rand_core::{Rng, SeedableRng};
use std::collections::BTreeMap;
use std::time::Duration;

const ROUNDS: usize = 30;

#[test]
fn a_killed_server_loses_nothing_and_doubles_nothing() {
    let dir = folder();
    let mut random = Pcg64::seed_from_u64(23);
    let (mut queued, mut named) = (0, Vec::new());
    for round in 0..ROUNDS {
        let mut served = Workbench::serve(dir.path());
        served.get("/");
        // What was acknowledged must be there at the end; what was cut off may be.
        for step in 0..2 {
            let name = format!("方案{round}-{step}");
            if served.try_post("/options", &[("name", &name)]).is_ok_and(|it| it.status == 303) {
                named.push(name);
            }
        }
        if round % 3 == 0 {
            let job = [("option", "0"), ("steps", "0")];
            queued += u32::from(served.try_post("/jobs", &job).is_ok_and(|it| it.status == 303));
        }
        std::thread::sleep(Duration::from_millis(random.next_u64() % 250));
        served.kill();
    }
    let served = Workbench::serve(dir.path());
    let list = served.wait("the end of all jobs", |list| !list.contains("data-open"));
    assert_eq!(list.matches("核验通过").count(), queued as usize, "{list}");
    let page = served.get("/").body;
    for name in named {
        assert_eq!(page.matches(&format!("<th scope=\"row\">{name}</th>")).count(), 1, "{name}");
    }
    let journal = std::fs::read_to_string(dir.path().join("workbench/journal")).unwrap();
    let mut ends: BTreeMap<u64, u32> = BTreeMap::new();
    for line in journal.lines() {
        let event: serde_json::Value = serde_json::from_str(line).unwrap();
        if event["event"] == "ended" {
            assert_eq!(event["exit"], 0, "{line}");
            *ends.entry(event["job"].as_u64().unwrap()).or_default() += 1;
        }
    }
    assert!(ends.len() == queued as usize && ends.values().all(|count| *count == 1), "{ends:?}");
    for job in ends.keys() {
        let plan = served.get(&format!("/results/{job}/plan.json"));
        assert!(plan.status == 200 && plan.body.contains("\"tiers\""), "{job}");
    }
}

#[test]
fn an_interrupted_run_is_begun_again_and_ends_once() {
    let dir = tempfile::tempdir().unwrap();
    let small = include_str!("../../data/small.ron");
    std::fs::write(dir.path().join("case.ron"), small).unwrap();
    let mut served = Workbench::serve(dir.path());
    served.get("/");
    served.post("/jobs", &[("option", "0"), ("minutes", "5")]);
    served.wait("a run", |list| list.contains("<dt>") || !list.contains("data-open"));
    served.kill();
    let served = Workbench::serve(dir.path());
    let list = served.wait("the end", |list| !list.contains("data-open"));
    assert!(list.contains("核验通过"), "{list}");
    let journal = std::fs::read_to_string(dir.path().join("workbench/journal")).unwrap();
    assert_eq!(journal.matches("\"ended\"").count(), 1, "{journal}");
    assert_eq!(served.get("/results/1/plan.json").status, 200);
    served.post("/jobs", &[("option", "0"), ("minutes", "5")]);
    served.post("/jobs/2/discard", &[]);
    let list = served.wait("the end of it", |list| !list.contains("data-open"));
    assert!(list.contains("已放弃"), "{list}");
}

#[test]
fn a_program_that_runs_this_one_is_told_how_it_gets_on() {
    let dir = tempfile::tempdir().unwrap();
    let case = dir.path().join("case.ron");
    std::fs::write(&case, include_str!("../../data/small.ron")).unwrap();
    let ends = |given: &[u8], near: Option<&std::path::Path>| {
        // Where it is asked before there is any plan, there is none (exit code 4).
        let mut command = assert_cmd::Command::cargo_bin("campusplan").unwrap();
        command.args(["--progress", "json", "--stop-by-stdin", "plan", "--json", "--quiet"]);
        command.arg(&case).args(near.iter().flat_map(|near| ["--near".as_ref(), near.as_os_str()]));
        let output = command.write_stdin(given).output().unwrap();
        assert!([0, 4].contains(&output.status.code().unwrap()), "{output:?}");
        let told = String::from_utf8(output.stderr).unwrap();
        assert!(told.contains("{\"progress\":{\"elapsed\":"), "{told}");
        let ended = told.lines().find(|line| line.starts_with("{\"ended\"")).unwrap();
        serde_json::from_str::<serde_json::Value>(ended).unwrap()["ended"]["stopped"].clone()
    };
    assert_eq!(ends(b"stop\n", None), "asked");
    assert_eq!(ends(b"", None), "left");
    let plan = ran(&["plan", "--json", "--quiet", text(&case)]);
    let file = dir.path().join("plan.json");
    std::fs::write(&file, plan.1).unwrap();
    // A plan to start near is one from the beginning.
    let mut near = assert_cmd::Command::cargo_bin("campusplan").unwrap();
    near.args(["plan", "--json", "--quiet", "--near"]).args([&file, &case]);
    near.assert().success();
    assert_eq!(ran(&["plan", text(&case), "--near", text(&case)]).0, 2);
}
