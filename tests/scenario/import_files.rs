//! Files of lists: formats, encodings, heads, bodies off their heads, and
//! files that are hostile.

use crate::support::import_list::{cells, merged, xlsx};
use crate::support::xlsx_parts;
use campusplan::domain::Language;
use campusplan::lists::file::{Book, open};
use campusplan::lists::format::Format;
use campusplan::lists::{Asked, ListKind, compare, table};
use campusplan::scenario;
use campusplan::workbook::{Cells, Spot, Value};

use proptest::prelude::*;
use std::fmt::Write as _;
use std::io::Write as _;
use std::path::Path;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

const MINIMAL: &str = include_str!("../../scenarios/minimal.ron");

fn asked(kind: ListKind) -> Asked {
    Asked {
        kind,
        sheet: None,
        header: None,
        columns: Vec::new(),
        fill: Vec::new(),
        names: Vec::new(),
        mappings: None,
        birth_year_from_id: false,
        retirement_ages: None,
        drop_missing: false,
        skip_unmatched: false,
        replace_counts: false,
        language: Language::Zh,
    }
}

fn read(bytes: &[u8]) -> Book {
    open(bytes, Path::new("名单.csv")).unwrap_or_else(|why| panic!("{:?}", why.message))
}

fn refused(bytes: &[u8], piece: &str) {
    let why = open(bytes, Path::new("名单.csv")).expect_err("it was read");
    assert!(why.message.zh.contains(piece), "{piece}: {}", why.message.zh);
}

fn shown(book: &Book) -> Vec<String> {
    book.sheets[0].cells.iter().map(|(spot, value)| format!("{spot}={value}")).collect()
}

#[test]
fn texts_are_read_in_every_encoding_and_with_every_separator() {
    let text = "工号;姓名\n1;张三\n\n2;\"李;四\"\n";
    let plain = ["A1=工号", "B1=姓名", "A2=1", "B2=张三", "A4=2", "B4=李;四"];
    let (gb, _, _) = encoding_rs::GB18030.encode(text);
    let utf16: Vec<u8> =
        [0xFF, 0xFE].into_iter().chain(text.encode_utf16().flat_map(u16::to_le_bytes)).collect();
    for (bytes, name) in [
        (text.as_bytes().to_vec(), "UTF-8"),
        ([b"\xEF\xBB\xBF", text.as_bytes()].concat(), "UTF-8"),
        (gb.into_owned(), "gb18030"),
        (utf16, "UTF-16LE"),
    ] {
        let book = read(&bytes);
        assert_eq!(book.format, Format::Text { encoding: name, separator: ';' });
        assert_eq!(shown(&book), plain, "{name}");
        assert_eq!(book.sheets[0].name, "名单");
    }
    let tabs = read("工号\t姓名\n1\t张三，李四\n".as_bytes());
    assert_eq!(shown(&tabs), ["A1=工号", "B1=姓名", "A2=1", "B2=张三，李四"]);
    let stated = read("sep=;\r\n工号;姓名,曾用名\r\n=\"0012\";'0013\r\n".as_bytes());
    assert_eq!(shown(&stated), ["A1=工号", "B1=姓名,曾用名", "A2=0012", "B2=0013"]);
}

#[test]
fn what_is_no_text_is_refused() {
    refused(b"\x00\x01\x02\x03binary", "空字节");
    refused("工号,姓名\n1,张\0三\n".as_bytes(), "第2行有空字节");
    refused(b"\xFF\xFF\x80 neither", "GB18030");
    let mut many = String::from("工号,姓名\n");
    for number in 0..100_001 {
        let _ = writeln!(many, "{number},张");
    }
    refused(many.as_bytes(), "200000");
}

#[test]
fn old_and_open_workbooks_give_the_same_cells() {
    let ods = read(include_bytes!("../data/lists/staff.ods"));
    let xls = read(include_bytes!("../data/lists/staff.xls"));
    assert_eq!((&ods.format, &xls.format), (&Format::Ods, &Format::Xls));
    let xlsx = read(include_bytes!("../data/lists/staff.xlsx"));
    assert_eq!(shown(&xls), shown(&xlsx));
    assert_eq!(shown(&ods), shown(&xlsx));
    assert!(shown(&xls).contains(&"D3=1978-05-06".to_owned()), "{:?}", shown(&xls));
    assert_eq!(xls.sheets[0].name, ods.sheets[0].name);
    assert_eq!(xls.sheets[0].hidden_rows, ods.sheets[0].hidden_rows);
    assert_eq!(xls.sheets[0].merged, ods.sheets[0].merged);
    assert!(!ods.sheets[0].merged.is_empty() && !ods.sheets[0].hidden_rows.is_empty());
}

/// A file of OpenDocument with these rows.
fn ods(rows: &str) -> Vec<u8> {
    let mut zip = ZipWriter::new(std::io::Cursor::new(Vec::new()));
    zip.start_file("content.xml", SimpleFileOptions::default()).unwrap();
    let content = format!(
        "<office:document-content><office:body><office:spreadsheet><table:table table:name=\"表\">{rows}</table:table></office:spreadsheet></office:body></office:document-content>"
    );
    zip.write_all(content.as_bytes()).unwrap();
    zip.finish().unwrap().into_inner()
}

#[test]
fn hostile_open_documents_take_neither_room_nor_time() {
    let text = "<text:p>张</text:p></table:table-cell>";
    let cell = format!("<table:table-cell office:value-type=\"string\">{text}");
    // A cell in the last corner, behind repeated empty ones.
    let corner = format!(
        "<table:table-row table:number-rows-repeated=\"1048575\"><table:table-cell table:number-columns-repeated=\"16384\"/></table:table-row><table:table-row><table:table-cell table:number-columns-repeated=\"16383\"/>{cell}</table:table-row>"
    );
    assert_eq!(shown(&read(&ods(&corner))), ["XFD1048576=张"]);
    // Cells that repeat a million times.
    let rows = format!(
        "<table:table-row table:number-rows-repeated=\"1048576\"><table:table-cell table:number-columns-repeated=\"16384\" office:value-type=\"string\">{text}</table:table-row>"
    );
    refused(&ods(&rows), "200000");
    refused(&ods(&"0".repeat(70 * 1024 * 1024)), "64 MiB");
    let deep = "<table:table table:name=\"x\">".repeat(100_000);
    let book = open(&ods(&deep), Path::new("x"));
    assert!(book.is_err() || book.is_ok_and(|book| book.sheets.len() < 3));
    let spans = "<table:table-row><table:covered-table-cell table:number-columns-spanned=\"4294967295\" table:number-rows-spanned=\"4294967295\"/></table:table-row>".repeat(3000);
    let book = read(&ods(&spans));
    let _ = table(&book, &asked(ListKind::Roster));
}

#[test]
fn hostile_old_workbooks_are_refused() {
    refused(b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1 cut off", "已损坏");
    // A directory whose chain of sectors goes round in a circle.
    let mut round = vec![0u8; 512 * 3];
    round[..8].copy_from_slice(b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1");
    round[24..34].copy_from_slice(&[0x3E, 0, 3, 0, 0xFE, 0xFF, 9, 0, 6, 0]);
    round[44] = 1;
    round[48..52].copy_from_slice(&1u32.to_le_bytes());
    round[56..60].copy_from_slice(&4096u32.to_le_bytes());
    round[60..64].copy_from_slice(&0xFFFF_FFFEu32.to_le_bytes());
    round[68..72].copy_from_slice(&0xFFFF_FFFEu32.to_le_bytes());
    round[80..512].fill(0xFF);
    round[76..80].fill(0);
    round[512..1024].fill(0xFF);
    round[512..516].copy_from_slice(&0xFFFF_FFFDu32.to_le_bytes());
    round[516..520].copy_from_slice(&1u32.to_le_bytes());
    refused(&round, "已损坏");
    let good = include_bytes!("../data/lists/staff.xls");
    for cut in (512..good.len()).step_by(499) {
        let _ = open(&good[..cut], Path::new("x"));
    }
}

#[test]
fn a_corner_of_a_new_workbook_takes_no_room() {
    let corner = "<row r=\"1048576\"><c r=\"XFD1048576\"><v>1</v></c></row>";
    let parts = xlsx_parts::Parts::default()
        .sheet("表", &[&xlsx_parts::row(1, &["工号", "姓名"]), corner].concat());
    assert_eq!(read(&parts.zipped()).sheets[0].cells.len(), 3);
}

#[test]
fn heads_are_found_over_several_rows() {
    let book = read(&merged());
    let found = table(&book, &asked(ListKind::Roster)).unwrap();
    assert_eq!((found.heads.row, found.heads.depth), (1, 2));
    let fields: Vec<&str> =
        found.heads.columns.iter().filter_map(|one| one.field.map(|field| field.id)).collect();
    assert_eq!(fields, ["key", "name", "subjects", "load", "campus", "title"]);
    assert_eq!((found.rows.len(), found.skipped.len()), (1, 1));
}

#[test]
fn the_more_certain_of_two_heads_is_taken() {
    let book = Book {
        format: Format::Xlsx,
        sheets: vec![cells(&[&["编号", "姓名", "工号"], &["1", "张三", "t1"]])],
    };
    let found = table(&book, &asked(ListKind::Roster)).unwrap();
    assert_eq!(found.heads.column("key").unwrap().at, 2);
    let mut lettered = asked(ListKind::Roster);
    lettered.columns =
        vec![("A".to_owned(), "工号".to_owned()), ("工号".to_owned(), "-".to_owned())];
    let found = table(&book, &lettered).unwrap();
    assert_eq!(found.heads.column("key").unwrap().at, 0);
    lettered.columns = vec![("A".to_owned(), "没有这一栏".to_owned())];
    let found = table(&book, &lettered).unwrap_err();
    assert!(found[0].message.zh.contains("没有这一栏") && found[0].hints[0].zh.contains("姓名"));
}

#[test]
fn a_body_off_its_heads_is_told_by_its_content() {
    let heads: &[&str] = &["工号", "姓名", "性别", "出生年月", "职称"];
    let right: &[&str] = &["", "t1", "张三", "男", "1978年5月", "讲师"];
    let left: &[&str] = &["张三", "男", "1978.05", "讲师"];
    let straight: &[&str] = &["t1", "张三", "男", "1978-05", "讲师"];
    for (row, shift) in [(right, 1), (left, -1), (straight, 0)] {
        let sheet = cells(&[heads, row, row]);
        let book = Book { format: Format::Xlsx, sheets: vec![sheet] };
        let found = table(&book, &asked(ListKind::Roster)).unwrap();
        assert_eq!(found.shift, shift, "{row:?}");
        assert_eq!(found.found.len(), usize::from(shift != 0));
        let said = found.said(1, "name").unwrap();
        assert_eq!(said.value.to_string(), "张三");
    }
}

#[test]
fn formulas_without_a_result_are_errors() {
    let parts = xlsx_parts::Parts::default().sheet(
        "表",
        &[
            xlsx_parts::row(1, &["工号", "姓名"]),
            "<row r=\"2\"><c r=\"A2\"><f>1+1</f></c><c r=\"B2\" t=\"e\"><v>#REF!</v></c></row>"
                .to_owned(),
        ]
        .concat(),
    );
    let book = read(&parts.zipped());
    let asked = asked(ListKind::Roster);
    let found = table(&book, &asked).unwrap();
    let raw = scenario::parse(MINIMAL).0.unwrap();
    let outcome = compare(&found, &raw, &asked);
    let told: Vec<String> = outcome
        .found
        .iter()
        .map(|one| format!("{} {}", one.cell.as_ref().unwrap(), one.message.zh))
        .collect();
    assert!(told.iter().any(|one| one.contains("表!A2 公式“=1+1”没有存下计算结果")), "{told:?}");
    assert!(told.iter().any(|one| one.contains("表!B2 单元格是错误值#REF!")), "{told:?}");
}

#[test]
fn texts_of_workbooks_are_read_whole() {
    let book = read(&xlsx("表", &[&["工号", "姓名"], &["#1001", "张三"]]));
    let found = table(&book, &asked(ListKind::Roster)).unwrap();
    assert_eq!(found.said(1, "key").unwrap().value.to_string(), "1001");
}

/// A cell of any kind.
fn any_value() -> impl Strategy<Value = Value> {
    let words = prop::sample::select(vec![
        "工号",
        "姓名",
        "东校区",
        "文化课",
        "机械、商贸",
        "1978年5月",
        "女",
        "讲师",
        "12节",
        "商务文秘",
        "07文秘1班",
        "2007级",
        "一年级",
        "38人",
        "教学楼",
        "A01020800",
        "３，８００元",
        "合计",
        "例：",
        "11010519491231002X",
        "第二职业学校",
        "1.1E+17",
        "",
        " ",
        "\u{0}",
        "=1+1",
        "无",
        "-",
        "😀",
        "2008-02-30",
    ]);
    prop_oneof![
        words.prop_map(|text| Value::Text(text.to_owned())),
        any::<f64>().prop_map(Value::Number),
        (0.0..200_000.0_f64).prop_map(|number| Value::Number(number.round())),
        any::<bool>().prop_map(Value::Flag),
        ".{0,12}".prop_map(Value::Text),
        "[0-9]{4}-[0-9]{2}-[0-9]{2}".prop_map(Value::Date),
        Just(Value::Error("#N/A".to_owned())),
        Just(Value::Unsaved("A1".to_owned())),
    ]
}

fn any_sheet() -> impl Strategy<Value = Cells> {
    let spot = prop_oneof![
        (0u32..8, 0u32..12).prop_map(|(row, column)| Spot { row, column }),
        (0u32..1_048_576, 0u32..16_384).prop_map(|(row, column)| Spot { row, column }),
    ];
    prop::collection::btree_map(spot, any_value(), 0..60).prop_map(|cells| Cells {
        name: "表".to_owned(),
        cells,
        ..Cells::default()
    })
}

/// Heads of each kind.
const HEADS: [(ListKind, &[&str]); 4] = [
    (
        ListKind::Roster,
        &["工号", "姓名", "性别", "出生年月", "身份证号", "任教学科", "职称", "校区", "周课时"],
    ),
    (
        ListKind::Assets,
        &[
            "资产编号",
            "资产名称",
            "固定资产分类代码",
            "计量单位",
            "使用状况",
            "价值",
            "存放地点",
            "数量",
        ],
    ),
    (ListKind::Cohorts, &["班级名称", "年级", "所属专业", "班主任姓名", "学生人数", "校区"]),
    (
        ListKind::Pupils,
        &["身份证号", "姓名", "年级", "入学年月", "修读专业", "学制", "班级", "学籍状态"],
    ),
];

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_cells_below_any_heads_never_panic(mut sheet in any_sheet(), kind in 0usize..4, headed in any::<bool>(), flags in any::<[bool; 4]>()) {
        let (kind, heads) = HEADS[kind];
        if headed {
            for (column, head) in (0..).zip(heads) {
                sheet.cells.insert(Spot { row: 0, column }, Value::Text((*head).to_owned()));
            }
        }
        let mut asked = asked(kind);
        asked.birth_year_from_id = flags[0];
        asked.drop_missing = flags[1];
        asked.skip_unmatched = flags[2];
        asked.retirement_ages = flags[3].then_some((60, 55));
        let book = Book { format: Format::Xlsx, sheets: vec![sheet] };
        if let Ok(found) = table(&book, &asked) {
            let raw = scenario::parse(MINIMAL).0.unwrap();
            let outcome = compare(&found, &raw, &asked);
            // No identity number is shown anywhere; the numbers of assets may be any.
            let coded = kind == ListKind::Assets && found.heads.column("key").is_some_and(|key| {
                found.rows.iter().any(|row| found.shown(*row, key).starts_with("11***"))
            });
            for one in &outcome.found {
                let shown = format!("{one:?}");
                prop_assert!(coded || !shown.contains("19491231002"), "{shown}");
            }
        }
    }

    #[test]
    fn mutated_old_workbooks_never_panic(at in 0usize..20_000, byte in any::<u8>(), more in 0usize..20_000) {
        let mut bytes = include_bytes!("../data/lists/staff.xls").to_vec();
        let length = bytes.len();
        bytes[at % length] = byte;
        bytes[more % length] ^= byte;
        let _ = open(&bytes, Path::new("x"));
    }
}
