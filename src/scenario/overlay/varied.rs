//! Variations of a scenario that was read before: changes that a study asks
//! for, told of in the study's file.

use super::edit::{Edit, Operation};
use super::sources::Origin;
use super::{Changes, Draft, Mark, RawChange};
use crate::diagnostic::{Diagnostic, Position};
use crate::domain::{BaseFile, Lineage, Text};
use crate::scenario::loaded::Loaded;
use crate::scenario::path::covers;
use crate::scenario::quantity::Quantity;
use crate::scenario::read::{finished, hash};
use crate::scenario::resolve::resolve;
use crate::scenario::tree::{Node, plain, quoted};

/// Where the path and the value of a change stand in the file of who asks for
/// it, if that is known.
#[derive(Clone, Copy, Debug, Default)]
pub struct Places {
    /// The path.
    pub path: Option<Position>,
    /// The value.
    pub value: Option<Position>,
}

/// Changes to a scenario that was read before.
#[derive(Debug)]
pub struct Variation {
    by: Text,
    edits: Vec<Edit>,
    told: Vec<String>,
}

/// A place that a variation changes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Changed {
    /// Its path.
    pub path: String,
    /// Whether what was there is replaced, rather than multiplied.
    pub replaced: bool,
}

impl Variation {
    /// No changes yet. `by` is whoever asks for them: figures that change
    /// become its assumptions.
    pub fn new(by: Text) -> Self {
        Self { by, edits: Vec::new(), told: Vec::new() }
    }

    /// Gives the places of a path a number or a text.
    pub fn set(&mut self, path: &str, value: &Quantity, at: Places) {
        let value = match value {
            Quantity::Number(number) => plain(*number),
            Quantity::Text(text) => quoted(text),
        };
        self.push(path, Operation::Set(value), at);
    }

    /// Multiplies the figures of a path.
    pub fn scale(&mut self, path: &str, factor: f64, at: Places) {
        self.push(path, Operation::Scale(factor), at);
    }

    /// A change as files write it.
    pub fn change(&mut self, change: &RawChange, at: Places) {
        let (path, operation) = super::file::operation(change);
        self.push(path, operation, at);
    }

    fn push(&mut self, path: &str, operation: Operation, at: Places) {
        let mark = |position| Mark { file: 0, position };
        self.told.push(match &operation {
            Operation::Set(value) => format!("set {path}={value}"),
            Operation::Add(value) => format!("add {path}={value}"),
            Operation::Remove => format!("remove {path}"),
            Operation::Scale(factor) => format!("scale {path}={factor}"),
        });
        self.edits.push(Edit {
            path: path.to_owned(),
            path_at: mark(at.path),
            operation,
            value_at: mark(at.value),
            loose: false,
        });
    }

    /// The scenario with the changes made, resolved and checked in full.
    ///
    /// # Errors
    ///
    /// Everything that is wrong with it. Findings are about file 0, that of
    /// who asks; those about what was not changed are about file 1, the
    /// scenario.
    pub fn of(self, base: &Loaded) -> Result<Loaded, Vec<Diagnostic>> {
        let lineage = lineage(base, self.told.clone());
        let draft = self.made(base)?;
        let raw = draft.raw()?;
        let text = Node::of(&raw).to_ron();
        let (mut scenario, mut found) = resolve(&raw, hash(&text));
        if let Some(scenario) = &mut scenario {
            scenario.lineage = Some(lineage);
        }
        place(&draft, &mut found);
        finished(scenario, raw, text, found)
    }

    /// The places that the changes touch.
    ///
    /// # Errors
    ///
    /// What is wrong with the changes themselves.
    pub fn touches(self, base: &Loaded) -> Result<Vec<Changed>, Vec<Diagnostic>> {
        let scales: Vec<bool> = self.scales();
        let mut places = Vec::new();
        let mut draft = Draft::new(&base.raw);
        for (edit, scales) in self.edits.iter().zip(scales) {
            let before = draft.touched.len();
            draft.edit(edit)?;
            let touched = draft.touched[before..].iter();
            places.extend(
                touched.map(|touched| Changed { path: touched.path.clone(), replaced: !scales }),
            );
        }
        Ok(places)
    }

    fn scales(&self) -> Vec<bool> {
        let scales = |edit: &Edit| matches!(edit.operation, Operation::Scale(_));
        self.edits.iter().map(scales).collect()
    }

    fn made(self, base: &Loaded) -> Result<Draft, Vec<Diagnostic>> {
        let mut draft = Draft::new(&base.raw);
        draft.change(Changes {
            edits: self.edits,
            sources: Vec::new(),
            name: None,
            origin: Origin::Study(self.by),
        })?;
        Ok(draft)
    }
}

/// Says of findings about the result which change they come from.
fn place(draft: &Draft, found: &mut [Diagnostic]) {
    for finding in found {
        let here = |path: &str| covers(path, &finding.path) || covers(&finding.path, path);
        let mut touched = draft.touched.iter().rev();
        let touched = touched.find(|touched| here(&touched.path));
        (finding.file, finding.position) =
            touched.map_or((1, None), |touched| (0, touched.at.position));
    }
}

fn lineage(base: &Loaded, changes: Vec<String>) -> Lineage {
    let own = base.scenario.lineage.clone();
    let mut lineage = own.unwrap_or_else(|| Lineage {
        base: BaseFile { file: String::new(), sha256: base.scenario.hash.clone() },
        overlays: Vec::new(),
        standards: Vec::new(),
        changes: Vec::new(),
    });
    lineage.changes.extend(changes);
    lineage
}
