//! What a row of a register says of a line.

use crate::domain::AssetKind;
use crate::lists::code;
use crate::lists::roster::both;
use crate::lists::rows::Taking;
use crate::lists::table::Said;
use crate::scenario::measure::Measure;
use crate::scenario::tree::Node;
use crate::words::lists as words;
use crate::workbook::layout::{Dim, Kind};
use crate::workbook::value::{Wrong, folded};

/// What a row says; what it does not say is left to the scenario.
#[derive(Default)]
pub struct LineSaid {
    pub key: Option<String>,
    pub name: Option<(String, Said)>,
    pub name_en: Option<(String, Said)>,
    pub kind: Option<(AssetKind, Said)>,
    pub resource: Option<(String, Said)>,
    pub number: Option<(Node, Said)>,
    pub unit: Option<(String, Said)>,
    pub unit_en: Option<(String, Said)>,
    pub value: Option<(Node, Said)>,
    pub campus: Option<(String, Said)>,
    pub owner: Option<(String, Said)>,
    pub owner_en: Option<(String, Said)>,
    pub movable: Option<(Node, Said)>,
    pub valued: Option<(Node, Said)>,
    /// Whether the asset is disposed of.
    pub gone: bool,
}

/// What registers say of assets that are there no longer.
const GONE: [&str; 8] =
    ["已处置", "已报废", "已核销", "已调出", "已出售", "已捐出", "处置完毕", "报废已处置"];

impl Taking<'_> {
    /// Reads a row of a register.
    pub fn line(&mut self, row: u32) -> LineSaid {
        let unit = self.money_unit("value");
        let status = self.text(row, "status").map(|(text, _)| folded(&text));
        LineSaid {
            key: self.key(row),
            name: self.text(row, "name"),
            name_en: self.text(row, "name_en"),
            kind: self.kind(row),
            resource: self.refer(row, "resource", Dim::Resources),
            number: self.amount(row),
            unit: self.text(row, "unit"),
            unit_en: self.text(row, "unit_en"),
            value: self.read_in(row, "value", Kind::Figure(Measure::Money), Some(&unit), &[]),
            campus: self.refer(row, "campus", Dim::Campuses),
            owner: self.text(row, "owner"),
            owner_en: self.text(row, "owner_en"),
            movable: self.read(row, "movable", Kind::Flag),
            valued: self.read(row, "valued", Kind::Date),
            gone: status.is_some_and(|status| GONE.contains(&status.as_str())),
        }
    }

    /// The quantity, without the measure word behind it where the row has it
    /// in a column of its own.
    fn amount(&mut self, row: u32) -> Option<(Node, Said)> {
        let (node, said) = self.read(row, "number", Kind::Figure(Measure::Units))?;
        let unit = self.text(row, "unit").map(|(unit, _)| unit);
        let node = match (&node, unit) {
            (Node::Text(text), Some(unit)) if text.trim_end().ends_with(&unit) => {
                let number = text.trim_end().trim_end_matches(&unit).trim().parse();
                number.map_or(node.clone(), Node::Number)
            }
            _ => node,
        };
        Some((node, said))
    }

    /// The kind: by the name of the class, or by its code.
    fn kind(&mut self, row: u32) -> Option<(AssetKind, Said)> {
        if let Some((text, said)) = self.text(row, "kind") {
            let kind = code::kind_named(&text).or_else(|| code::kind_of(&text));
            if kind.is_none() {
                let (message, hints) = (words::no_kind(&text), vec![words::kinds()]);
                self.wrong(said.cell.clone(), Wrong { message, hints });
            }
            return Some((kind?, said));
        }
        let (text, said) = self.text(row, "code")?;
        let kind = code::kind_of(&text);
        if kind.is_none() {
            let (cell, hints) = (said.cell.clone(), vec![words::codes()]);
            self.warn(Some(cell), words::no_code(&text), hints);
        }
        Some((kind?, said))
    }
}

impl LineSaid {
    /// The fields that the format needs and the row lacks.
    pub fn lacking(&self) -> Vec<&'static str> {
        let needed = [
            ("name", self.name.is_some()),
            ("kind", self.kind.is_some()),
            ("number", self.number.is_some()),
            ("value", self.value.is_some()),
            ("campus", self.campus.is_some()),
        ];
        needed.into_iter().filter(|(_, there)| !there).map(|(id, _)| id).collect()
    }

    /// The figures that were filled in.
    pub fn filled(&self) -> Vec<&'static str> {
        let all = [("number", &self.number), ("value", &self.value), ("valued", &self.valued)];
        let filled =
            all.into_iter().filter(|(_, said)| said.as_ref().is_some_and(|(_, at)| at.filled));
        filled.map(|(id, _)| id).collect()
    }

    /// The line as a value of the format.
    pub fn node(&self) -> Node {
        let text = |zh: &Option<(String, Said)>, en: &Option<(String, Said)>| {
            let en = en.as_ref().map(|(en, _)| en.as_str());
            zh.as_ref().map(|(zh, _)| both(zh, en))
        };
        let plain = |said: &Option<(Node, Said)>| said.as_ref().map(|(node, _)| node.clone());
        let key =
            |said: &Option<(String, Said)>| said.as_ref().map(|(key, _)| Node::Text(key.clone()));
        let word = self.kind.as_ref().map(|(kind, _)| code::named(*kind).0);
        let fields = [
            ("name", text(&self.name, &self.name_en)),
            ("kind", word.map(|word| Node::Word(word.to_owned()))),
            ("resource", key(&self.resource)),
            ("number", plain(&self.number)),
            ("unit", text(&self.unit, &self.unit_en)),
            ("value", plain(&self.value)),
            ("owner", text(&self.owner, &self.owner_en)),
            ("campus", key(&self.campus)),
            ("movable", plain(&self.movable)),
            ("valued", plain(&self.valued)),
        ];
        let said = fields.into_iter().filter_map(|(name, node)| Some((name.to_owned(), node?)));
        Node::Fields { of: String::new(), fields: said.collect() }
    }
}
