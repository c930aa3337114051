//! Lists taken into a scenario, from outside.

use crate::support::import_list::{csv, merged, put, xlsx};
use crate::support::program::{MINIMAL, ran, run, text};
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

const LONGYOU: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/scenarios/longyou.ron");

/// Imports a list and gives exit code, report and notes.
fn import(list: &Path, kind: &str, into: &str, out: &Path, more: &[&str]) -> (i32, String, String) {
    let arguments = ["import", text(list), "--as", kind, "--into", into, "-o", text(out)];
    run(&[&arguments[..], &["--date", "2008-01-15"], more].concat())
}

/// The scenario as it reads.
fn shown(path: &Path) -> String {
    let (code, ron, err) = run(&["show", text(path)]);
    assert_eq!(code, 0, "{err}");
    ron
}

#[test]
fn a_staff_list_in_gb18030_becomes_an_overlay() {
    let dir = tempfile::tempdir().unwrap();
    let rows: &[&[&str]] = &[
        &[
            "序号",
            "人员编号",
            "姓名",
            "性别",
            "出生年月",
            "身份证号",
            "任教学科",
            "职称",
            "所在学校",
            "周课时",
        ],
        &[
            "1",
            "li",
            "李老师",
            "女",
            "1970年3月",
            "11010519491231002X",
            "文化课",
            "高级讲师",
            "东校区",
            "12节",
        ],
        &["2", "w7", "张　三", "男", "1980.05", "", "商贸", "助理讲师", "第二职业学校", "１４"],
        &["合计", "", "2人", "", "", "", "", "", "", ""],
    ];
    let content = csv(rows);
    let (bytes, _, _) = encoding_rs::GB18030.encode(&content);
    let list = put(dir.path(), "花名册.csv", &bytes);
    let out = dir.path().join("new.ron");
    let (code, report, err) = import(&list, "roster", MINIMAL, &out, &[]);
    assert_eq!(code, 0, "{report}{err}");
    assert!(report.contains("新增1项；改动3处"), "{report}");
    assert!(report.contains("文化课、机械 -> 文化课") && report.contains("- -> 高级"), "{report}");
    assert!(
        err.contains("gb18030") && err.contains("个人信息") && err.contains("略过1行"),
        "{err}"
    );
    let overlay = fs::read_to_string(&out).unwrap();
    assert!(overlay.contains("set(\"roster.li.born\", 1970)"), "{overlay}");
    assert!(overlay.contains("add(\"roster.w7\""), "{overlay}");
    assert!(overlay.contains("\"roster.w7\": (kind: statistic"), "{overlay}");
    assert!(overlay.contains("花名册.csv") && overlay.contains("2008-01-15"), "{overlay}");
    for personal in ["1101051949", "男", "女", "1949"] {
        assert!(!overlay.contains(personal) && !report.contains("1101051949"), "{overlay}");
        assert!(!err.contains("19491231"), "{err}");
    }
    let ron = shown(&out);
    assert!(
        ron.contains("name: \"张　三\"") && ron.contains("en: \"Second Vocational School\""),
        "{ron}"
    );
    // Nothing is written twice.
    let (code, _, err) = import(&list, "roster", MINIMAL, &out, &[]);
    assert!(code == 2 && err.contains("不覆盖"), "{err}");
}

#[test]
fn the_year_of_birth_comes_from_identity_numbers_only_when_asked() {
    let dir = tempfile::tempdir().unwrap();
    let rows: &[&[&str]] = &[&["工号", "姓名", "身份证号"], &["li", "李老师", "130503670401001"]];
    let list = put(dir.path(), "a.csv", csv(rows));
    let out = dir.path().join("a.ron");
    let (code, report, _) = import(&list, "roster", MINIMAL, &out, &[]);
    assert!(code == 0 && report.contains("没有改动"), "{report}");
    let out = dir.path().join("b.ron");
    let asked = ["--birth-year-from-id"];
    let (code, _, _) = import(&list, "roster", MINIMAL, &out, &asked);
    assert_eq!(code, 0);
    let overlay = fs::read_to_string(&out).unwrap();
    assert!(overlay.contains("set(\"roster.li.born\", 1967)"), "{overlay}");
    assert!(!overlay.contains("1305"), "{overlay}");
    // In another column it would be kept or shown: an error.
    let rows: &[&[&str]] = &[&["工号", "姓名"], &["11010519491231002X", "李老师"]];
    let list = put(dir.path(), "d.csv", csv(rows));
    let out = dir.path().join("d.ron");
    let (code, report, err) = import(&list, "roster", MINIMAL, &out, &[]);
    assert!(code == 2 && err.contains("d!A2") && err.contains("身份证号，不能读入"), "{err}");
    assert!(!out.exists() && !err.contains("194912") && !report.contains("194912"), "{err}");
    // Stored as a number: the last digits are gone, which is told.
    let rows: &[&[&str]] =
        &[&["工号", "姓名", "身份证号"], &["li", "李老师", "#110105196912310016"]];
    let list = put(dir.path(), "c.xlsx", xlsx("表", rows));
    let out = dir.path().join("c.ron");
    let (code, _, err) = import(&list, "roster", MINIMAL, &out, &asked);
    assert!(code == 0 && err.contains("存成了数字"), "{err}");
    assert!(!err.contains("196912"), "{err}");
    assert!(fs::read_to_string(&out).unwrap().contains("born\", 1969"));
}

#[test]
fn merged_heads_fill_and_a_mapping_that_is_used_again() {
    let dir = tempfile::tempdir().unwrap();
    let list = put(dir.path(), "list.xlsx", merged());
    let (out, map) = (dir.path().join("new.xlsx"), dir.path().join("map.ron"));
    let more = ["--retirement-ages", "60,55", "--save-map", text(&map)];
    let (code, report, err) = import(&list, "roster", MINIMAL, &out, &more);
    assert_eq!(code, 0, "{report}{err}");
    assert!(report.contains("用人单位") && err.contains("重复计算"), "{report}{err}");
    assert_eq!(run(&["check", text(&out)]).0, 0);
    let kept = fs::read_to_string(&map).unwrap();
    assert!(kept.contains("head: \"任教情况·周课时\", field: \"load\""), "{kept}");
    // The same form again, with what the file says of a column.
    fs::write(&map, kept.replace("field: \"title\"", "field: \"\"")).unwrap();
    let again = dir.path().join("again.ron");
    let (code, _, err) = import(&list, "roster", MINIMAL, &again, &["--map", text(&map)]);
    assert!(code == 0 && err.contains("指明不读") && err.contains("对照文件"), "{err}");
    assert!(!fs::read_to_string(&again).unwrap().contains("title"));
    // Heads that nothing but a mapping knows.
    let odd = csv(&[&["人号", "人名", "每周节数"], &["li", "李老师", "11"]]);
    let odd = put(dir.path(), "odd.csv", odd);
    let columns = ["--column", "人号=工号", "--column", "人名=姓名", "--column", "C=周课时"];
    let first = dir.path().join("odd.ron");
    let saved = [&columns[..], &["--save-map", text(&map)]].concat();
    let (code, _, err) = import(&odd, "roster", MINIMAL, &first, &saved);
    assert!(code == 0 && err.contains("--column"), "{err}");
    let second = dir.path().join("odd2.ron");
    let (code, _, err) = import(&odd, "roster", MINIMAL, &second, &["--map", text(&map)]);
    assert_eq!(code, 0, "{err}");
    assert_eq!(fs::read(&first).unwrap(), fs::read(&second).unwrap());
    // Another form.
    let other =
        put(dir.path(), "o.csv", csv(&[&["工号", "姓名", "周课时"], &["li", "李老师", "11"]]));
    let refused = dir.path().join("refused.ron");
    let (code, _, err) = import(&other, "roster", MINIMAL, &refused, &["--map", text(&map)]);
    assert!(code == 2 && err.contains("多了：周课时") && !refused.exists(), "{err}");
    let (code, _, err) = import(&other, "roster", MINIMAL, &refused, &["--map", MINIMAL]);
    assert!(code == 2 && err.contains("不是对照文件"), "{err}");
    let (code, _, err) = import(&other, "roster", MINIMAL, &refused, &["--save-map", MINIMAL]);
    assert!(code == 2 && err.contains("不是对照文件") && !refused.exists(), "{err}");
}

#[test]
fn unknown_names_are_errors_with_what_may_be_meant() {
    let dir = tempfile::tempdir().unwrap();
    let rows: &[&[&str]] = &[
        &["工号", "姓名", "任教学科", "校区", "周课时"],
        &["t1", "张三", "机戒", "东小区", "14"],
        &["t2", "李四", "机戒", "东校区实训楼301", "14"],
    ];
    let list = put(dir.path(), "list.csv", csv(rows));
    let out = dir.path().join("new.ron");
    let (code, report, err) = import(&list, "roster", MINIMAL, &out, &[]);
    assert!(code == 2 && !out.exists(), "{report}{err}");
    assert!(report.contains("方案里没有的名称（2个）"), "{report}");
    assert!(err.contains("list.csv list!D2") && err.contains("东校区"), "{err}");
    assert!(err.contains("--name \"机戒="), "{err}");
    let more = ["--name", "机戒=mechanics", "--skip-unmatched"];
    let (code, report, err) = import(&list, "roster", MINIMAL, &out, &more);
    assert_eq!(code, 0, "{report}{err}");
    let overlay = fs::read_to_string(&out).unwrap();
    assert!(overlay.contains("roster.t2") && !overlay.contains("roster.t1"), "{overlay}");
}

#[test]
fn what_new_people_lack_is_told_once_and_can_be_filled_in() {
    let dir = tempfile::tempdir().unwrap();
    let rows: &[&[&str]] = &[
        &["工号", "姓名", "任教学科", "校区"],
        &["t1", "张三", "机械", "东校区"],
        &["t2", "李四", "机械", "东校区"],
    ];
    let list = put(dir.path(), "list.csv", csv(rows));
    let out = dir.path().join("new.ron");
    let (code, _, err) = import(&list, "roster", MINIMAL, &out, &[]);
    assert!(code == 2 && err.contains("“t1”等2行缺少“周课时”"), "{err}");
    assert!(err.contains("--fill \"周课时=…\""), "{err}");
    let (code, _, err) = import(&list, "roster", MINIMAL, &out, &["--fill", "周课时=13"]);
    assert_eq!(code, 0, "{err}");
    let overlay = fs::read_to_string(&out).unwrap();
    assert!(overlay.contains("\"roster.t2.load\": (kind: assumption"), "{overlay}");
    assert!(overlay.contains("周课时=13"), "{overlay}");
}

#[test]
fn staff_counts_can_give_way_to_names() {
    let dir = tempfile::tempdir().unwrap();
    let rows: &[&[&str]] = &[
        &["工号", "姓名", "任教学科", "校区", "周课时", "用人单位"],
        &["t1", "张三", "文化课", "西校区", "14", "第二职业学校"],
        &["t2", "李四", "商贸", "西校区", "14", "第二职业学校"],
    ];
    let list = put(dir.path(), "list.csv", csv(rows));
    let out = dir.path().join("new.ron");
    let (code, report, err) = import(&list, "roster", MINIMAL, &out, &["--replace-counts"]);
    assert_eq!(code, 0, "{report}{err}");
    let ron = shown(&out);
    assert!(!ron.contains("west_general") && ron.contains("east_general"), "{ron}");
}

#[test]
fn classes_and_pupils_are_counted_into_cohorts() {
    let dir = tempfile::tempdir().unwrap();
    let rows: &[&[&str]] = &[
        &["班级名称", "年级", "所属专业", "班主任姓名", "学生人数", "校区"],
        &["07文秘1班", "一年级", "商务文秘", "王老师", "38人", "西校区"],
        &["07文秘2班", "一年级", "商务文秘", "赵老师", "40", "西校区"],
        &["07文秘3班", "2007级", "商务文秘", "钱老师", "３５", "西校区"],
        &["06文秘1班", "二年级", "商务文秘", "孙老师", "38", "西校区"],
    ];
    let list = put(dir.path(), "班级.csv", csv(rows));
    let out = dir.path().join("new.ron");
    let (code, report, err) = import(&list, "cohorts", MINIMAL, &out, &[]);
    assert_eq!(code, 0, "{report}{err}");
    let overlay = fs::read_to_string(&out).unwrap();
    assert!(
        overlay.contains("set(\"cohorts[clerk,2007-autumn,west].students\", 113)"),
        "{overlay}"
    );
    assert!(overlay.contains("set(\"cohorts[clerk,2007-autumn,west].classes\", 3)"), "{overlay}");
    assert!(!overlay.contains("老师") && report.contains("2项属于名单没有涉及的校区"), "{report}");
    assert!(!err.contains("王老师") && !report.contains("王老师"), "{err}");

    let mut rows: Vec<Vec<String>> = vec![
        ["身份证号", "姓名", "民族", "入学年月", "修读专业", "学制", "班级", "学籍状态"]
            .map(str::to_owned)
            .to_vec(),
    ];
    for number in 0..80 {
        let class = if number % 2 == 0 { "07机加1班" } else { "07机加2班" };
        let status = if number == 79 { "退学" } else { "在籍" };
        let id = format!("33082519910101{number:04}");
        let row = [&id, "张三", "汉族", "200709", "机械加工技术", "2年", class, status];
        rows.push(row.map(str::to_owned).to_vec());
    }
    let rows: Vec<Vec<&str>> =
        rows.iter().map(|row| row.iter().map(String::as_str).collect()).collect();
    let rows: Vec<&[&str]> = rows.iter().map(Vec::as_slice).collect();
    let list = put(dir.path(), "学生.csv", csv(&rows));
    let out = dir.path().join("pupils.ron");
    let (code, report, err) = import(&list, "pupils", MINIMAL, &out, &[]);
    assert_eq!(code, 0, "{report}{err}");
    let overlay = fs::read_to_string(&out).unwrap();
    assert!(
        overlay.contains("set(\"cohorts[machinist,2007-autumn,east].students\", 79)"),
        "{overlay}"
    );
    assert!(!overlay.contains(".classes\"") && report.contains("1名已毕业"), "{overlay}{report}");
    assert!(report.contains("名单里没有1项"), "{report}");
    let other = "名单中“机械加工技术”的学制是“2年”";
    assert_eq!(err.matches(other).count(), 1, "{err}");
    for personal in ["张三", "汉族", "330825"] {
        assert!(![&overlay, &report, &err].iter().any(|one| one.contains(personal)), "{personal}");
    }
}

#[test]
fn a_cohort_that_cannot_be_is_told_at_its_cell() {
    let dir = tempfile::tempdir().unwrap();
    let rows: &[&[&str]] = &[
        &["班级名称", "入学年月", "所属专业", "学生人数", "校区"],
        &["09文秘1班", "2009年9月", "商务文秘", "38", "西校区"],
    ];
    let list = put(dir.path(), "班级.csv", csv(rows));
    let out = dir.path().join("new.ron");
    let (code, report, err) = import(&list, "cohorts", MINIMAL, &out, &[]);
    assert!(code == 2 && !out.exists(), "{report}{err}");
    assert!(err.contains("班级.csv 班级!A2") && err.contains("2009-autumn"), "{err}");
    let (code, json, _) = import(&list, "cohorts", MINIMAL, &out, &["--json", "--quiet"]);
    let json: serde_json::Value = serde_json::from_str(&json).unwrap();
    assert!(
        code == 2 && json["written"].is_null() && json["findings"][0]["cell"] == "A2",
        "{json}"
    );
}

#[test]
fn a_register_changes_what_campuses_own() {
    let dir = tempfile::tempdir().unwrap();
    let rows: &[&[&str]] = &[
        &[
            "序号",
            "资产编号",
            "资产名称",
            "固定资产分类代码",
            "数量",
            "计量单位",
            "使用状况",
            "价值",
            "入账日期",
            "存放地点",
        ],
        &[
            "1",
            "ZB-16",
            "计算机（2005年购）",
            "2010104",
            "90",
            "台",
            "在用",
            "336000.00",
            "2005-9-1",
            "县职校",
        ],
        &[
            "2",
            "ZB-02",
            "教学楼",
            "1020200",
            "1",
            "栋",
            "在用",
            "3800000",
            "1998年9月",
            "县职校教学区",
        ],
        &["3", "ZB-99", "投影机", "2020202", "12", "台", "在用", "60000", "39692", "县职校"],
        &["4", "ZB-98", "旧课桌", "6010200", "50", "套", "已报废", "100", "1990-1-1", "县职校"],
    ];
    let list = put(dir.path(), "资产.csv", csv(rows));
    let out = dir.path().join("new.ron");
    let (code, report, err) = import(&list, "assets", LONGYOU, &out, &[]);
    assert_eq!(code, 0, "{report}{err}");
    assert!(report.contains("120 -> 130 计算机"), "{report}");
    assert!(report.contains("按元读入") && err.contains("数量没有读入"), "{report}{err}");
    assert!(report.contains("新增1项；改动1处"), "{report}");
    let overlay = fs::read_to_string(&out).unwrap();
    assert!(overlay.contains("set(\"campuses.zongbu.owns.computer\", 130)"), "{overlay}");
    assert!(overlay.contains("value: \"60000 元\"") && !overlay.contains("ZB-98"), "{overlay}");
    assert_eq!(run(&["check", text(&out)]).0, 0);
}

/// The sheets of the program's own workbook are lists too: nothing changes.
#[test]
fn lists_from_an_export_change_nothing() {
    let dir = tempfile::tempdir().unwrap();
    let cases = [(LONGYOU, "zh"), (LONGYOU, "en"), (MINIMAL, "zh")];
    for (number, (case, language)) in cases.into_iter().enumerate() {
        let book = dir.path().join("case.xlsx");
        assert_eq!(run(&["export", case, "-o", text(&book), "--force", "--lang", language]).0, 0);
        for kind in ["roster", "assets", "cohorts"] {
            if case == MINIMAL && kind == "assets" {
                continue;
            }
            let out = dir.path().join(format!("{kind}-{number}.ron"));
            let (code, report, err) = import(&book, kind, case, &out, &[]);
            assert_eq!(code, 0, "{kind} {language}\n{report}{err}");
            assert!(report.contains("没有改动"), "{kind} {language}\n{report}");
            let (code, told, _) = run(&["diff", case, text(&out)]);
            assert!(code == 0 && told.contains("输入没有差别"), "{told}");
        }
    }
}

#[test]
fn a_preview_writes_nothing_and_needs_no_scenario() {
    let dir = tempfile::tempdir().unwrap();
    let rows: &[&[&str]] = &[
        &["工号", "姓名", "性别", "身份证号", "血型"],
        &["", "t1", "张三", "男", "11010519491231002X", "A"],
        &["", "t2", "李四", "女", "11010519491231002X", "B"],
    ];
    let list = put(dir.path(), "list.csv", csv(rows));
    let (code, out, err) = ran(&["import", text(&list), "--as", "roster", "--preview"]);
    assert_eq!(code, 0, "{err}");
    assert!(out.contains("血型") && out.contains("表头不认识"), "{out}");
    assert!(err.contains("偏右一列"), "{err}");
    assert!(!out.contains("110105"), "{out}");
    assert!(out.lines().all(|line| line.chars().count() <= 100), "{out}");
    let (code, json, _) =
        ran(&["import", text(&list), "--as", "roster", "--preview", "--json", "--quiet"]);
    let json: serde_json::Value = serde_json::from_str(&json).unwrap();
    assert!(code == 0 && json["shift"] == 1 && json["columns"][4]["field"].is_null(), "{json}");
    let arguments = ["import", text(&list), "--as", "assets", "--preview"];
    let (code, _, err) = ran(&arguments);
    assert!(code == 2 && err.contains("没有找到资产清册的表头"), "{err}");
    assert_eq!(fs::read_dir(dir.path()).unwrap().count(), 1);
}

#[test]
fn results_have_their_endings_and_lie_where_they_can_be_read() {
    let dir = tempfile::tempdir().unwrap();
    let rows: &[&[&str]] = &[&["工号", "姓名", "周课时"], &["li", "李老师", "11"]];
    let list = put(dir.path(), "list.csv", csv(rows));
    let (code, _, err) = import(&list, "roster", MINIMAL, &dir.path().join("new.csv"), &[]);
    assert!(code == 2 && err.contains(".ron或.xlsx"), "{err}");
    // Without folders that are allowed besides, in the folder of the case.
    let case = dir.path().join("case");
    fs::create_dir_all(case.join("whatif")).unwrap();
    fs::copy(MINIMAL, case.join("base.ron")).unwrap();
    let base = case.join("base.ron");
    for out in ["new.ron", "whatif/new.ron", "new.xlsx"] {
        let out = case.join(out);
        let kind = ["import", text(&list), "--as", "roster", "--into", text(&base)];
        let (code, _, err) = ran(&[&kind[..], &["-o", text(&out)]].concat());
        assert_eq!(code, 0, "{err}");
        let (code, ron, err) = ran(&["show", text(&out)]);
        assert!(code == 0 && ron.contains("load: 11"), "{err}");
        assert!(!err.contains("/case/"), "{err}");
    }
    assert!(fs::read_to_string(case.join("whatif/new.ron")).unwrap().contains("\"../base.ron\""));
    assert_eq!(fs::read(&base).unwrap(), fs::read(MINIMAL).unwrap());
    // The overlay that `diff` writes is read from there too.
    let (a, b) = (case.join("base.ron"), case.join("new.xlsx"));
    let out = case.join("diff.ron");
    let (code, _, err) = ran(&["diff", text(&a), text(&b), "--overlay", text(&out)]);
    assert_eq!(code, 0, "{err}");
}

#[test]
fn lists_of_other_programs_are_taken() {
    let dir = tempfile::tempdir().unwrap();
    let folder = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/lists"));
    let mut reports = Vec::new();
    for ending in ["xlsx", "ods", "xls"] {
        let list = folder.join(format!("staff.{ending}"));
        let out = dir.path().join(format!("{ending}.ron"));
        let more = ["--fill", "周课时=14", "--fill", "校区=西校区", "--replace-counts"];
        let (code, report, err) = import(&list, "roster", MINIMAL, &out, &more);
        assert_eq!(code, 0, "{report}{err}");
        assert!(err.contains("1行被隐藏"), "{err}");
        let overlay = fs::read_to_string(&out).unwrap();
        assert!(overlay.contains("roster.1002") && overlay.contains("born: 1978"), "{overlay}");
        assert!(overlay.contains("title: junior"), "{overlay}");
        reports.push(report);
    }
    assert!(reports.windows(2).all(|pair| pair[0] == pair[1]), "{reports:#?}");
}

/// Long overlays are located piece by piece: findings still name their cells.
#[test]
fn a_mistake_far_down_a_long_list_is_told_at_its_cell() {
    let dir = tempfile::tempdir().unwrap();
    let mut list = "工号,姓名,任教学科,校区,周课时,出生年份\n".to_owned();
    for number in 1..=150 {
        let born = if number == 140 { 2005 } else { 1970 };
        writeln!(list, "t{number},张老师,机械,东校区,14,{born}").unwrap();
    }
    let list = put(dir.path(), "list.csv", list);
    let out = dir.path().join("new.ron");
    let (code, report, err) = import(&list, "roster", MINIMAL, &out, &[]);
    assert!(code == 2 && !out.exists(), "{report}{err}");
    assert!(err.contains("list!A141") && err.contains("2005"), "{err}");
    let rows = "\nt,张三,机械,东校区,14,1970".repeat(5001);
    let list =
        put(dir.path(), "long.csv", format!("工号,姓名,任教学科,校区,周课时,出生年份{rows}\n"));
    let (code, _, err) = import(&list, "roster", MINIMAL, &out, &[]);
    assert!(code == 2 && err.contains("最多5000行"), "{err}");
}
