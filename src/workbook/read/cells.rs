//! Reading a cell: its value with its unit, into its place in the tree.

use super::heads::{Head, Unit, named_unit, spread};
use super::keys::text_at;
use super::rows::head_of;
use super::tree::Steps;
use super::{Match, Place, Said};
use crate::scenario::tree::Node;
use crate::words::{diagnostics, workbook as words};
use crate::workbook::grid::Spot;
use crate::workbook::layout::{Dim, Field, Kind, Part, Row, parts, place};
use crate::workbook::value::{Context, Names, is_blank, parse, units};

impl Said {
    pub(super) fn read_cell(
        &mut self,
        one: &Match<'_>,
        row: u32,
        kind: &Row,
        head: &Head,
        steps: &Steps,
        names: &Names,
    ) {
        let (field, cell_kind) = match (head.column.field, &head.key) {
            (Field::At(path), _) => (parts(path), head.column.kind),
            (Field::Each(map, _), Some(_)) => {
                ([parts(map), vec![Part::Key]].concat(), head.column.kind)
            }
            (Field::Value, _) => (Vec::new(), kind.value.unwrap_or(head.column.kind)),
            _ => return,
        };
        let keys: Vec<&str> = head.key.as_deref().into_iter().collect();
        let Some(below) = place(&field, &keys, 0) else {
            return;
        };
        let at = steps.below(&field, below);
        let path = at.path();
        let place = Place::new(one.cells, Spot { row, column: head.at }, &head_of(one, row, head));
        self.sheets.add(path.as_str(), place.cell());
        let value = match cell_kind {
            Kind::Ref(_) | Kind::Term => spread(one.cells, row, head.at),
            _ => one.cells.get(row, head.at),
        };
        let Some(value) = value.filter(|value| !is_blank(&value.to_string())) else {
            return;
        };
        let unit = match head.column.field {
            Field::Value => self.unit_of_row(one, row, cell_kind),
            _ => match &head.unit {
                Unit::Known(unit) => Some(unit.clone()),
                _ => None,
            },
        };
        let words: &[String] = match (head.column.field, &head.key) {
            (Field::Each(_, Dim::Resources), Some(key)) => names.units(key),
            _ => &[],
        };
        let context = Context { names, unit: unit.as_deref(), words, language: self.language };
        match parse(cell_kind, value, context) {
            Ok(node) => self.put(&at, place, node),
            Err(wrong) => {
                self.sheets.spoiled.push(path.to_string());
                self.error(Some(place), wrong.message, wrong.hints);
            }
        }
    }

    fn put(&mut self, at: &Steps, place: Place, node: Node) {
        let Some(slot) = at.slot(&mut self.root) else {
            return;
        };
        if *slot == Node::Absent || *slot == Node::Text(String::new()) {
            *slot = node;
        } else {
            let message = words::twice_said(at.path().as_str());
            self.error(Some(place), message, Vec::new());
        }
    }

    /// The unit beside a value.
    fn unit_of_row(&mut self, one: &Match<'_>, row: u32, kind: Kind) -> Option<String> {
        let measure = kind.measure()?;
        let text = text_at(one, row, Field::Unit)?;
        match named_unit(&text, measure, false) {
            Unit::Known(unit) => Some(unit),
            Unit::None => None,
            Unit::Unknown(unit) => {
                let head = one.heads.known.iter().find(|head| head.column.field == Field::Unit)?;
                let place = Place::new(one.cells, Spot { row, column: head.at }, &head.text);
                self.error(Some(place), diagnostics::wrong_unit(&unit), units(measure));
                None
            }
        }
    }
}
