//! Workbooks as people leave them: moved, renamed, padded, merged, hidden.

use crate::support::xlsx_parts::{Parts, found, load, row};
use campusplan::workbook::source;

fn text(parts: &Parts) -> String {
    source(&parts.zipped()).text
}

fn problems(parts: &Parts) -> Vec<String> {
    found(&load(&source(&parts.zipped())))
}

fn holds(text: &str, piece: &str) {
    assert!(text.contains(piece), "no {piece} in\n{text}");
}

fn about(problems: &[String], cell: &str) -> String {
    let here: Vec<&str> = problems
        .iter()
        .filter(|one| one.contains(&format!(" {cell}:")))
        .map(String::as_str)
        .collect();
    assert!(!here.is_empty(), "nothing about {cell} in {problems:#?}");
    here.join("\n")
}

#[test]
fn columns_may_be_moved_and_called_by_synonyms() {
    let rows = [
        row(1, &["某县校区情况（2008年）"]),
        row(3, &["运行经费（万元/学期）", "可停用", "校区名称", "备注", "土地（亩）"]),
        row(4, &["=18", "是", " 东校区 ", "好", "=75"]),
        row(5, &["５０００元", "否", "西校区", "", "30 亩"]),
        row(6, &["", "", "", "", ""]),
        row(7, &["合计", "", "", "", "=105"]),
    ];
    let parts = Parts::default().sheet("校区表", &rows.concat());
    let said = text(&parts);
    holds(&said, "\"东校区\": (");
    holds(&said, "running_cost: 18,");
    holds(&said, "running_cost: \"5000 元\"");
    holds(&said, "land: \"75 亩\"");
    holds(&said, "land: \"30 亩\"");
    holds(&said, "closable: true");
    assert!(!said.contains("合计"), "{said}");
    assert!(about(&problems(&parts), "校区表!D3").contains("备注"));
}

#[test]
fn heads_may_stand_in_two_rows_with_merged_cells() {
    let rows = [
        row(1, &["名称", "费用", "", "现有", ""]),
        row(2, &["", "启用费用（万元）", "停用费用（万元）", "教室", "床位"]),
        row(3, &["东校区", "=25", "=5", "=12", "=380"]),
    ];
    let mut parts = Parts::default().sheet("校区", &rows.concat()).sheet(
        "资源",
        &[
            row(1, &["名称", "代码", "量词"]),
            row(2, &["教室", "room", "间"]),
            row(3, &["床位", "bed", "个"]),
        ]
        .concat(),
    );
    parts.sheets[0].3 = "<mergeCells><mergeCell ref=\"A1:A2\"/><mergeCell ref=\"B1:C1\"/><mergeCell ref=\"D1:E1\"/></mergeCells>".to_owned();
    let said = text(&parts);
    holds(&said, "opening_cost: 25");
    holds(&said, "closing_cost: 5");
    holds(&said, "\"room\": 12");
    holds(&said, "\"bed\": 380");
}

#[test]
fn hidden_rows_are_read_with_a_warning() {
    let rows = [
        row(1, &["名称", "占地面积"]),
        row(2, &["东校区", "=100"]).replace("<row ", "<row hidden=\"1\" "),
    ];
    let parts = Parts::default().sheet("校区", &rows.concat());
    holds(&text(&parts), "land: 100");
    assert!(about(&problems(&parts), "校区!A2").contains("隐藏"));
}

#[test]
fn formulas_without_a_result_are_not_taken_as_blank() {
    let rows = [
        row(1, &["名称", "占地面积"]),
        "<row r=\"2\"><c r=\"A2\" t=\"inlineStr\"><is><t>东校区</t></is></c><c r=\"B2\"><f>A1*2</f></c></row>".to_owned(),
        "<row r=\"3\"><c r=\"A3\" t=\"inlineStr\"><is><t>西校区</t></is></c><c r=\"B3\"><f>A1*2</f><v>7</v></c></row>".to_owned(),
        "<row r=\"4\"><c r=\"A4\" t=\"inlineStr\"><is><t>南校区</t></is></c><c r=\"B4\" t=\"e\"><f>A1/0</f><v>#DIV/0!</v></c></row>".to_owned(),
    ];
    let parts = Parts::default().sheet("校区", &rows.concat());
    holds(&text(&parts), "land: 7");
    let problems = problems(&parts);
    assert!(about(&problems, "校区!B2").contains("没有存下计算结果"));
    assert!(about(&problems, "校区!B4").contains("#DIV/0!"));
}

#[test]
fn dates_are_read_in_every_form() {
    let dated = |name: &str, cell: &str, number: usize| {
        format!(
            "<row r=\"{number}\"><c r=\"A{number}\" t=\"inlineStr\"><is><t>{name}</t></is></c>{cell}</row>"
        )
    };
    let text_cell = |number: usize, text: &str| {
        format!("<c r=\"B{number}\" t=\"inlineStr\"><is><t>{text}</t></is></c>")
    };
    let forms = |first: usize| {
        [
            (text_cell(first, "2008年9月"), "2008-09"),
            (format!("<c r=\"B{}\"><v>200809</v></c>", first + 1), "2008-09"),
            (text_cell(first + 2, "2008.09"), "2008-09"),
            (text_cell(first + 3, "2013-1-1"), "2013-01-01"),
        ]
    };
    for (workbook_pr, serial) in [("", "39692"), ("date1904=\"1\"", "38230")] {
        let mut rows = vec![row(1, &["名称", "评估日期"])];
        for (number, (cell, _)) in (2..).zip(forms(2)) {
            rows.push(dated(&format!("资产{number}"), &cell, number));
        }
        rows.push(dated("资产9", &format!("<c r=\"B9\" s=\"1\"><v>{serial}</v></c>"), 9));
        let parts = Parts { workbook_pr, ..Parts::default() };
        let said = text(&parts.sheet("资产", &rows.concat()));
        for (_, meant) in forms(2) {
            holds(&said, &format!("valued: \"{meant}\""));
        }
        holds(&said, "valued: \"2008-09-01\"");
    }
}

#[test]
fn phonetic_runs_and_rich_texts_are_no_part_of_a_name() {
    let rows = "<row><c t=\"s\"><v>0</v></c><c t=\"s\"><v>1</v></c></row><row><c t=\"s\"><v>2</v></c><c><v>3</v></c></row>";
    let parts = Parts {
        strings: "<si><t>名称</t></si><si><t>占地面积</t></si>\
                  <si><r><t>东</t></r><r><t>校&amp;区</t></r><rPh sb=\"0\" eb=\"1\"><t>ひがし</t></rPh></si>"
            .to_owned(),
        ..Parts::default()
    };
    let said = text(&parts.sheet("校区", rows));
    holds(&said, "\"东校&区\": (");
    holds(&said, "land: 3");
}

#[test]
fn blank_is_not_stated_to_be_empty() {
    let items = |value: &str| {
        let rows = [
            row(1, &["项目", "值"]),
            row(2, &["首学期", "2008年春"]),
            row(3, &["可搬迁的学期", value]),
        ];
        text(&Parts::default().sheet("基本信息", &rows.concat()))
    };
    holds(&items("无"), "relocation_points: []");
    holds(&items("2008年春、2009秋"), "relocation_points: [\"2008-spring\", \"2009-autumn\"]");
    assert!(!items("").contains("relocation_points"));
    holds(&items(""), "first_term: \"2008-spring\"");
}

#[test]
fn mistakes_are_told_with_cell_and_what_is_allowed() {
    let campuses = [
        row(1, &["名称", "占地面积（千亩）", "可停用"]),
        row(2, &["东校区", "=1", "也许"]),
        row(3, &["东校区", "=1", "是"]),
    ];
    let roads = [row(1, &["校区甲", "校区乙", "里程"]), row(2, &["东校区", "东小区", "很远"])];
    let items = [
        row(1, &["项目", "值"]),
        row(2, &["首学期", "2008年夏"]),
        row(3, &["学期书", "=4"]),
        row(4, &["学期数", "四"]),
    ];
    let parts = Parts::default()
        .sheet("校区", &campuses.concat())
        .sheet("道路", &roads.concat())
        .sheet("基本信息", &items.concat())
        .sheet("随便", &row(1, &["x"]));
    let reading = load(&source(&parts.zipped()));
    let problems = found(&reading);
    for (cell, piece) in [
        ("校区!B1", "千亩"),
        ("校区!C2", "也许"),
        ("校区!A3", "出现两次"),
        ("道路!B2", "东小区"),
        ("道路!C2", "很远"),
        ("基本信息!B2", "2008年夏"),
        ("基本信息!A3", "学期书"),
        ("基本信息!B4", "四"),
        ("随便!A1", "随便"),
    ] {
        assert!(about(&problems, cell).contains(piece), "{cell} {piece}: {problems:#?}");
    }
    let hints: Vec<String> = reading
        .result
        .unwrap_err()
        .iter()
        .flat_map(|one| one.hints.iter().map(|hint| hint.zh.clone()))
        .collect();
    assert!(hints.iter().any(|hint| hint.contains("东校区")), "{hints:?}");
    assert!(hints.iter().any(|hint| hint.contains("学期数")), "{hints:?}");
}
