//! Who may ask, and for what.

use super::client::{Workbench, folder};

#[test]
fn only_pages_of_the_workbench_itself_are_answered() {
    let dir = folder();
    let served = Workbench::serve(dir.path());
    let own = format!("http://{}", served.host);
    let cookie = ("Cookie", served.cookie.as_str());
    let ask = |headers: &[(&str, &str)]| served.send("GET", "/", headers, b"").unwrap().status;
    let form = ("Content-Type", "application/x-www-form-urlencoded");
    let post = |headers: &[(&str, &str)]| {
        let headers = [headers, &[form]].concat();
        served.send("POST", "/options", &headers, b"name=x").unwrap().status
    };
    // The pages themselves.
    assert_eq!(ask(&[cookie]), 200);
    assert_eq!(ask(&[cookie, ("Sec-Fetch-Site", "none")]), 200);
    assert_eq!(post(&[cookie, ("Origin", &own)]), 303);
    // Nobody known: other users of the machine.
    assert_eq!(ask(&[]), 401);
    assert_eq!(ask(&[("Cookie", "campusplan-1=00")]), 401);
    assert_eq!(served.send("GET", "/?token=00", &[], b"").unwrap().status, 401);
    // A name that was made to lead here.
    let (_, number) = served.host.split_once(':').unwrap();
    for host in ["evil.example", &format!("evil.example:{number}"), "127.0.0.1", ""] {
        assert_eq!(ask(&[cookie, ("Host", host)]), 421, "{host}");
    }
    let twice = ask(&[cookie, ("Host", &served.host), ("Host", "evil.example")]);
    assert!([400, 421].contains(&twice), "{twice}");
    // Links and posts of other sites, and of other ports of this machine.
    for site in ["cross-site", "same-site"] {
        assert_eq!(ask(&[cookie, ("Sec-Fetch-Site", site)]), 403, "{site}");
        let headers = [cookie, ("Origin", own.as_str()), ("Sec-Fetch-Site", site)];
        assert_eq!(post(&headers), 403, "{site}");
    }
    for origin in ["http://evil.example", "null", "http://127.0.0.1:1", "https://127.0.0.1"] {
        assert_eq!(post(&[cookie, ("Origin", origin)]), 403, "{origin}");
    }
    assert_eq!(post(&[cookie]), 403, "a post that does not say where it comes from");
    // The token opens nothing but the first page, and not for other sites.
    let link = format!("/?token={}", served.token);
    let strange = served.send("GET", &link, &[("Sec-Fetch-Site", "cross-site")], b"");
    assert_eq!(strange.unwrap().status, 403);
    assert_eq!(served.send("DELETE", "/", &[cookie], b"").unwrap().status, 405);
}

#[test]
fn every_route_is_behind_the_guard_and_has_its_policy() {
    let dir = folder();
    let served = Workbench::serve(dir.path());
    let paths = [
        "/",
        "/jobs",
        "/jobs/list",
        "/compare",
        "/explain",
        "/options/0/data",
        "/results/1",
        "/results/1/plan.json",
        "/plans/1",
        "/template.xlsx",
        "/assets/style.css",
        "/assets/workbench.js",
        "/assets/old.js",
        "/lang/en",
        "/nothing",
    ];
    for path in paths {
        let strange = served.send("GET", path, &[], b"").unwrap();
        assert_eq!(strange.status, 401, "{path}");
        let own = served.get(path);
        assert_ne!(own.status, 401, "{path}");
        for answer in [strange, own] {
            let policy = answer.header("content-security-policy");
            assert!(policy.starts_with("default-src 'none'"), "{path}: {policy}");
            assert!(!policy.contains("unsafe"), "{path}: {policy}");
            assert_eq!(answer.header("x-frame-options"), "DENY", "{path}");
            assert_eq!(answer.header("x-content-type-options"), "nosniff", "{path}");
        }
    }
    let pages = ["/", "/jobs", "/compare", "/explain", "/options/0/data?sheet=4"];
    for path in pages {
        let page = served.get(path).body;
        assert!(!page.contains(" style=") && !page.contains(" onclick="), "{path}");
    }
}

#[test]
fn paths_lead_nowhere_else() {
    let dir = folder();
    std::fs::write(dir.path().parent().unwrap().join("secret.ron"), "(secret)").unwrap();
    let served = Workbench::serve(dir.path());
    served.get("/");
    for path in [
        "/results/1/..%2f..%2fmain",
        "/results/1/%2e%2e/journal",
        "/assets/..%2f..%2fjournal",
        "/options/0/..%2fcase.xlsx",
        "/../case.ron",
    ] {
        let answer = served.get(path);
        assert!([400, 404, 405].contains(&answer.status), "{path}: {}", answer.status);
    }
    for file in ["../secret.ron", "/etc/passwd", "workbench/journal", "..\\secret.ron"] {
        assert_eq!(served.post("/base", &[("file", file)]).status, 404, "{file}");
    }
    // An upload stays in its folder whatever it is called, and an overlay may not
    // name a base outside the folder.
    let text = b"(base: \"../../../../secret.ron\", changes: [])";
    assert_eq!(served.upload("base", "..%2f..%2fx.ron", text).status, 200);
    assert!(dir.path().join("workbench/imports/1/x.ron").is_file());
    let page = served.get("/").body;
    assert!(!page.contains("(secret)"), "{page}");
    assert!(page.contains("不在允许的目录之内"), "{page}");
}

#[test]
fn what_is_too_large_is_not_read() {
    let dir = folder();
    let served = Workbench::serve(dir.path());
    let origin = format!("http://{}", served.host);
    let most = (65 << 20).to_string();
    let headers = [
        ("Cookie", served.cookie.as_str()),
        ("Origin", origin.as_str()),
        ("Content-Length", most.as_str()),
    ];
    let answer = served.send("POST", "/upload?as=base&name=a.xlsx", &headers, b"x").unwrap();
    assert_eq!(answer.status, 413);
    let form = vec![b'x'; 5 << 20];
    let headers = [headers[0], headers[1], ("Content-Type", "application/x-www-form-urlencoded")];
    assert_eq!(served.send("POST", "/options", &headers, &form).unwrap().status, 413);
}

#[test]
fn names_that_are_markup_or_formulas_are_texts() {
    let dir = folder();
    let served = Workbench::serve(dir.path());
    served.get("/");
    for name in ["<script>alert(1)</script>", "\"><img src=x>", "=HYPERLINK(\"http://x\")", "'; --"]
    {
        assert_eq!(served.post("/options", &[("name", name)]).status, 303);
    }
    for path in ["/", "/jobs", "/options/1/data", "/options/2/data"] {
        let page = served.get(path).body;
        assert!(!page.contains("<script>alert") && !page.contains("<img"), "{path}: {page}");
    }
    let overlay = served.get("/options/3/option.ron");
    assert!(overlay.body.contains("=HYPERLINK(\\\"http://x\\\")"), "{}", overlay.body);
    // A change can't bring further changes with it.
    let evil = [("rev", "1"), ("path", "campuses.a.land"), ("value", "1), remove(\"pins\"")];
    assert_eq!(served.post("/options/1/set", &evil).status, 422);
    let evil = [("rev", "1"), ("pin", "x @ y\"), remove(\"z")];
    assert_eq!(served.post("/options/1/decide", &evil).status, 422);
}

#[test]
fn a_folder_is_open_once() {
    let dir = folder();
    let _served = Workbench::serve(dir.path());
    let (code, _, notes) =
        crate::support::program::ran(&["serve", crate::support::program::text(dir.path())]);
    assert_eq!(code, 2);
    assert!(notes.contains("另一个工作台"), "{notes}");
}
