//! An option: an append-only list of steps, of which some are taken back.

use super::{Edit, Event, Source};

/// A step of an option.
#[derive(Clone, Debug, PartialEq)]
pub enum Step {
    /// Changes made together.
    Changed(Vec<Edit>, Vec<Source>),
    /// A change taken back, by what it is called.
    Reverted(String),
}

/// An option.
#[derive(Clone, Debug, PartialEq)]
pub struct Choice {
    /// Its number; 0 is the base.
    pub id: u32,
    /// Its title.
    pub name: String,
    /// Whether it is no longer shown.
    pub removed: bool,
    /// The revision of the folder that changed it last.
    pub revision: u64,
    steps: Vec<Step>,
    /// Steps that count; those behind were undone.
    made: usize,
}

impl Choice {
    /// An option that begins with the steps of another.
    pub fn new(id: u32, name: String, copied: Option<&Self>) -> Self {
        let steps = copied.map_or_else(Vec::new, |one| one.steps[..one.made].to_vec());
        Self { id, name, removed: false, revision: 0, made: steps.len(), steps }
    }

    /// Follows an event of its own.
    pub fn follow(&mut self, event: &Event) {
        match event {
            Event::Renamed { name, .. } => self.name.clone_from(name),
            Event::Removed { .. } => self.removed = true,
            Event::Changed { edits, sources, .. } => {
                self.step(Step::Changed(edits.clone(), sources.clone()));
            }
            Event::Reverted { mark, .. } => self.step(Step::Reverted(mark.clone())),
            Event::Undone { .. } => self.made = self.made.saturating_sub(1),
            Event::Redone { .. } => self.made = (self.made + 1).min(self.steps.len()),
            _ => {}
        }
    }

    fn step(&mut self, step: Step) {
        self.steps.truncate(self.made);
        self.steps.push(step);
        self.made = self.steps.len();
    }

    /// Whether there is a step to undo, and one to make again.
    pub fn can(&self) -> (bool, bool) {
        (self.made > 0, self.made < self.steps.len())
    }

    /// The changes that count, in order: of several values for one place the last.
    pub fn edits(&self) -> Vec<&Edit> {
        let mut edits: Vec<&Edit> = Vec::new();
        for step in &self.steps[..self.made] {
            match step {
                Step::Reverted(mark) => edits.retain(|edit| edit.mark() != *mark),
                Step::Changed(changed, _) => {
                    for edit in changed {
                        if let Edit::Set { path, .. } = edit {
                            let same = |one: &&Edit| matches!(one, Edit::Set { path: own, .. } if own == path);
                            edits.retain(|one| !same(one));
                        }
                        edits.push(edit);
                    }
                }
            }
        }
        edits
    }

    /// The sources of the figures that are changed.
    pub fn sources(&self) -> Vec<&Source> {
        let edits = self.edits();
        let mut sources: Vec<&Source> = Vec::new();
        for step in &self.steps[..self.made] {
            if let Step::Changed(_, stated) = step {
                for source in stated {
                    sources.retain(|one| one.path != source.path);
                    sources.push(source);
                }
            }
        }
        sources.retain(|source| edits.iter().any(|edit| edit.path() == source.path));
        sources
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn set(path: &str, value: &str) -> Event {
        let edits = vec![Edit::Set { path: path.to_owned(), value: value.to_owned() }];
        Event::Changed { option: 1, edits, sources: Vec::new() }
    }

    fn values(choice: &Choice) -> Vec<String> {
        choice.edits().iter().map(|edit| edit.as_ron()).collect()
    }

    #[test]
    fn steps_are_undone_made_again_and_taken_back_one_by_one() {
        let mut choice = Choice::new(1, "甲".to_owned(), None);
        choice.follow(&set("a", "1"));
        choice.follow(&set("b", "2"));
        choice.follow(&set("a", "3"));
        assert_eq!(values(&choice), ["set(\"b\", 2)", "set(\"a\", 3)"]);
        choice.follow(&Event::Undone { option: 1 });
        assert_eq!(values(&choice), ["set(\"a\", 1)", "set(\"b\", 2)"]);
        assert_eq!(choice.can(), (true, true));
        choice.follow(&Event::Redone { option: 1 });
        choice.follow(&Event::Reverted { option: 1, mark: "b".to_owned() });
        assert_eq!(values(&choice), ["set(\"a\", 3)"]);
        choice.follow(&Event::Undone { option: 1 });
        assert_eq!(values(&choice), ["set(\"b\", 2)", "set(\"a\", 3)"]);
        choice.follow(&set("c", "4"));
        assert_eq!(choice.can(), (true, false));
        let copy = Choice::new(2, "乙".to_owned(), Some(&choice));
        assert_eq!(values(&copy), values(&choice));
    }
}
