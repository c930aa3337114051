//! Sheets, what their rows are, and their columns.

use super::bilingual::Bi;
use super::kind::{Dim, Kind};

/// A sheet of the scenario.
#[derive(Clone, Copy, Debug)]
pub struct Sheet {
    /// Its name.
    pub title: Bi,
    /// Other names under which it is found.
    pub synonyms: &'static [&'static str],
    /// What it holds, for the line above the heads.
    pub about: Bi,
    /// What a row may be. Where there are several, columns say which it is.
    pub rows: &'static [Row],
    /// The columns.
    pub columns: &'static [Column],
}

/// What a row may stand for.
#[derive(Clone, Copy, Debug)]
pub struct Row {
    /// Path of its place; `*` stands for a key, `[]` for an entry of a list.
    pub at: &'static str,
    /// The keys in the path, in order: the column's name and what it holds.
    pub keys: &'static [(&'static str, Kind)],
    /// The group it belongs to, where there are several kinds of rows.
    pub group: Bi,
    /// What it is called there.
    pub label: Bi,
    /// What stands in the column of values, of a row with one value.
    pub value: Option<Kind>,
}

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Field {
    /// The group of the row's kind.
    Group,
    /// The label of the row's kind.
    Label,
    /// A key in the row's path.
    Key(&'static str),
    /// A field at a path below the row.
    At(&'static str),
    /// The map of this name below the row, one column for each key.
    Each(&'static str, Dim),
    /// The value of a row with one value.
    Value,
    /// Its unit.
    Unit,
    /// Where the row's figures come from; for readers only.
    Source,
}

/// A column.
#[derive(Clone, Copy, Debug)]
pub struct Column {
    /// What it holds.
    pub field: Field,
    /// Its head; of several columns the beginning of each.
    pub title: Bi,
    /// Other heads under which it is found.
    pub synonyms: &'static [&'static str],
    /// How its cells are written; of keys and values the row says it.
    pub kind: Kind,
    /// A note on the head.
    pub note: Bi,
    /// Of columns for each key: whether only those in use are written.
    pub sparse: bool,
}

impl Column {
    /// With columns for keys in use only.
    pub(super) const fn sparse(mut self) -> Self {
        self.sparse = true;
        self
    }

    /// With other heads.
    pub(super) const fn or(mut self, synonyms: &'static [&'static str]) -> Self {
        self.synonyms = synonyms;
        self
    }

    /// With a note.
    pub(super) const fn note(mut self, zh: &'static str, en: &'static str) -> Self {
        self.note = Bi(zh, en);
        self
    }
}

/// A column of any kind.
pub(super) const fn column(field: Field, zh: &'static str, en: &'static str, kind: Kind) -> Column {
    Column { field, title: Bi(zh, en), synonyms: &[], kind, note: Bi::NONE, sparse: false }
}

/// A column of a field.
pub(super) const fn at(
    path: &'static str,
    zh: &'static str,
    en: &'static str,
    kind: Kind,
) -> Column {
    column(Field::At(path), zh, en, kind)
}

/// Columns of a map, one for each key.
pub(super) const fn each(
    map: &'static str,
    of: Dim,
    zh: &'static str,
    en: &'static str,
    kind: Kind,
) -> Column {
    column(Field::Each(map, of), zh, en, kind)
}

/// A column of a key.
pub(super) const fn key(name: &'static str, zh: &'static str, en: &'static str) -> Column {
    column(Field::Key(name), zh, en, Kind::Text)
}

/// The key of a sheet's own entries.
pub(super) const OWN: Column = key("key", "代码", "Key").or(&["编码", "标识", "code", "id"]).note(
    "程序内部的代码，用于引用；新增的行可以空着，程序用名称代替",
    "The key by which others refer to it; may be empty in new rows, the name is used then",
);

/// The name of an entry.
pub(super) const NAME: Column = at("name.zh", "名称", "Name (Chinese)", Kind::Text);

/// Its English name.
pub(super) const NAME_EN: Column =
    at("name.en", "英文名称", "Name", Kind::Text).or(&["英文名", "name (English)"]);

/// Which kind of row it is.
pub(super) const LABEL: Column = column(Field::Label, "项目", "Item", Kind::Text).or(&["事项"]);

/// Where figures come from.
pub(super) const SOURCE: Column = column(Field::Source, "来源", "Source", Kind::Text).note(
    "仅供查看，读入时不看这一列；修改请到“数据来源”表",
    "For reading only; change it on the sheet Sources",
);

/// The columns of a sheet of single values.
pub(super) const ITEMS: [Column; 6] = [
    column(Field::Group, "类别", "Group", Kind::Text).or(&["规则", "分类", "rule"]),
    LABEL.or(&["参数", "名称", "parameter"]),
    key("object", "对象", "Object"),
    column(Field::Value, "值", "Value", Kind::Text).or(&["数值", "内容", "取值"]),
    column(Field::Unit, "单位", "Unit", Kind::Text),
    SOURCE,
];

/// Entries of a map that have a sheet of their own.
pub(super) const fn entries(at: &'static str) -> Row {
    rows(at, &[("key", Kind::Own)])
}

/// Rows with keys in their path.
pub(super) const fn rows(at: &'static str, keys: &'static [(&'static str, Kind)]) -> Row {
    Row { at, keys, group: Bi::NONE, label: Bi::NONE, value: None }
}

/// Rows that a label tells from others.
pub(super) const fn labelled(
    at: &'static str,
    zh: &'static str,
    en: &'static str,
    keys: &'static [(&'static str, Kind)],
) -> Row {
    Row { label: Bi(zh, en), ..rows(at, keys) }
}

/// A row with one value.
pub(super) const fn item(
    group: Bi,
    at: &'static str,
    zh: &'static str,
    en: &'static str,
    value: Kind,
) -> Row {
    Row { group, value: Some(value), ..labelled(at, zh, en, &[]) }
}

/// A row with one value for each object.
pub(super) const fn item_of(
    group: Bi,
    at: &'static str,
    zh: &'static str,
    en: &'static str,
    keys: &'static [(&'static str, Kind)],
    value: Kind,
) -> Row {
    Row { keys, ..item(group, at, zh, en, value) }
}
