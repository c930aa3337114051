//! Reading a value where it will stand.

use super::edit::Edit;
use crate::diagnostic::{Diagnostic, Position};
use crate::scenario::parse::parse_all;
use crate::scenario::path::covers;
use crate::scenario::raw::RawScenario;
use crate::scenario::tree::{Hop, Node, path_of, quoted};
use ron::value::RawValue;

impl Edit {
    /// The value as it reads at a place.
    pub(super) fn value(
        &self,
        root: &Node,
        place: &[Hop],
        below: &[String],
        text: &str,
    ) -> Result<Node, Vec<Diagnostic>> {
        let framed = Framed::new(root, place, below);
        if !self.loose {
            return framed.read(text).map_err(|found| self.told(&framed, found));
        }
        // On the command line a text may stand without quotes.
        let as_ron = RawValue::from_ron(text).is_ok();
        let read = as_ron.then(|| framed.read(text));
        match (read, framed.read(&quoted(text))) {
            (Some(Ok(node)), _) | (_, Ok(node)) => Ok(node),
            (Some(Err(found)), Err(_)) | (None, Err(found)) => Err(self.told(&framed, found)),
        }
    }

    /// Findings about a framed value as findings about the change.
    fn told(&self, framed: &Framed, found: Vec<Diagnostic>) -> Vec<Diagnostic> {
        let tell = |mut finding: Diagnostic| {
            finding.file = self.value_at.file;
            finding.position = match (finding.position, self.value_at.position) {
                // What is wrong with the frame is wrong with the path.
                (Some(inside), Some(start)) if !self.loose => {
                    framed.outside(inside, start).or(self.path_at.position)
                }
                _ => self.value_at.position,
            };
            if covers(&framed.alone, &finding.path) {
                let rest = &finding.path[framed.alone.len()..];
                finding.path = format!("{}{rest}", framed.path);
            }
            finding
        };
        found.into_iter().map(tell).collect()
    }
}

/// The frame around a value.
struct Framed {
    before: String,
    after: String,
    place: Vec<Hop>,
    /// Path in the whole scenario.
    path: String,
    /// Path in the frame, where lists have one entry.
    alone: String,
}

impl Framed {
    fn new(root: &Node, place: &[Hop], below: &[String]) -> Self {
        let (before, after) = root.frame(place, below);
        let only = |hop: &Hop| match hop {
            Hop::Entry(_) => Hop::Entry(0),
            key @ Hop::Key(_) => key.clone(),
        };
        let framed: Vec<Hop> = place.iter().map(only).collect();
        Self {
            before,
            after,
            path: path_of(place).to_string(),
            alone: path_of(&framed).to_string(),
            place: framed,
        }
    }

    fn read(&self, value: &str) -> Result<Node, Vec<Diagnostic>> {
        // A line of its own ends a comment behind the value.
        let text = format!("{}{value}\n{}", self.before, self.after);
        let parsed = parse_all::<RawScenario>(&text);
        let raw = parsed.raw.filter(|_| parsed.found.is_empty());
        raw.and_then(|raw| Node::of(&raw).at(&self.place).cloned()).ok_or(parsed.found)
    }

    /// A position in the frame as one in the file in which the value stands;
    /// nothing for one in the frame itself.
    fn outside(&self, inside: Position, start: Position) -> Option<Position> {
        let before = self.before.chars().count();
        match inside.line {
            1 => Some(Position {
                line: start.line,
                column: start.column + inside.column.checked_sub(before + 1)?,
            }),
            line => Some(Position { line: start.line + line - 1, column: inside.column }),
        }
    }
}
