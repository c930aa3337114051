//! Loading a scenario, an overlay on one, and changes from the command line.

use super::cells::in_cells;
use super::file::File;
use super::lenient::{self, locate_value};
use super::loaded::Loaded;
use super::overlay::{Change, Changes, Draft, RawOverlay, text_of};
use super::parse::{Parsed, nearest, parse_all, without_mark};
use super::path::{Path, covers};
use super::raw::{RawScenario, RawStandardSet};
use super::read::{self, finished, hash};
use super::resolve::resolve;
use super::source::Source;
use super::standards::parse_set;
use super::tree::Node;
use crate::diagnostic::{Diagnostic, Severity};
use crate::domain::{BaseFile, Lineage, OverlayFile, Text};
use crate::words::{diagnostics, overlay as words, standards};
use std::path::{self as files, PathBuf};

/// What came of loading a scenario.
#[derive(Debug)]
pub struct Reading {
    /// The files that findings speak of: the one asked for, then the bases
    /// below it, then the command line if it has changes.
    pub files: Vec<File>,
    /// The scenario, or everything that is wrong with it.
    pub result: Result<Loaded, Vec<Diagnostic>>,
}

/// Gives the text of a file, or says why it can't be read.
pub type Reader<'r> = &'r dyn Fn(&files::Path) -> Result<String, String>;

/// Opens a file, of text or of sheets, or says why it can't be read.
pub type Opener<'r> = &'r dyn Fn(&files::Path) -> Result<Source, String>;

/// Loads a scenario or an overlay from files of text, as [`load_from`] does.
///
/// # Errors
///
/// When the file itself can't be read: why. All else is in the reading.
pub fn load(path: &files::Path, changes: &[Change], reader: Reader) -> Result<Reading, String> {
    load_from(path, changes, &|path| reader(path).map(Source::from))
}

/// Loads a scenario or an overlay and makes changes to it: the bases from the
/// bottom up, then `changes` in order. The result is resolved and checked like
/// any scenario. A scenario without changes is what [`read::read`] makes of
/// its text. One that was put together has the text that [`Loaded::text`]
/// gives, which reads as the same scenario with the same hash.
///
/// # Errors
///
/// When the file itself can't be read: why. All else is in the reading.
pub fn load_from(
    path: &files::Path,
    changes: &[Change],
    reader: Opener,
) -> Result<Reading, String> {
    let source = reader(path)?;
    let mut stack = Stack {
        files: vec![File::new(path.display().to_string(), source)],
        paths: vec![path.to_owned()],
        overlays: Vec::new(),
    };
    let result = stack.load(changes, reader);
    let result = in_cells(&stack.files, result);
    Ok(Reading { files: stack.files, result })
}

/// The files on top of each other.
struct Stack {
    /// The file asked for, its base, and so on.
    files: Vec<File>,
    paths: Vec<PathBuf>,
    /// The overlays among them: all but the last.
    overlays: Vec<RawOverlay>,
}

impl Stack {
    fn load(&mut self, changes: &[Change], reader: Opener) -> Result<Loaded, Vec<Diagnostic>> {
        self.descend(reader)?;
        let base = self.files.len() - 1;
        let of_base = |mut finding: Diagnostic| {
            finding.file = base;
            finding
        };
        let Parsed { raw, found, .. } = parse_all::<RawScenario>(&self.files[base].text);
        let whole = |raw: &RawScenario| standard_files(raw).is_empty();
        if base == 0 && changes.is_empty() && raw.as_ref().is_none_or(whole) {
            return read::read_besides(&self.files[0].text, self.files[0].sheets.as_deref());
        }
        let found: Vec<Diagnostic> = found.into_iter().map(of_base).collect();
        let (Some(raw), true) = (raw, found.is_empty() && self.spoiled(base).is_empty()) else {
            return Err(found);
        };
        let mut draft = Draft::new(&raw);
        for (file, overlay) in self.overlays.iter().enumerate().rev() {
            let text = without_mark(&self.files[file].text);
            let name = file_name(&self.paths[file]);
            draft.change(Changes::of(overlay, file, text, &name))?;
        }
        if !changes.is_empty() {
            let lines: Vec<String> = changes.iter().map(Change::as_given).collect();
            let name = words::command_line();
            self.files.push(File {
                name: format!("{} / {}", name.zh, name.en),
                text: lines.join("\n"),
                sheets: None,
            });
            let changes = Changes::given(self.files.len() - 1, changes, &draft.raw()?)?;
            draft.change(changes)?;
        }
        let mut raw = draft.raw()?;
        let sets = self.take_in(&mut raw, base, &draft, reader)?;
        let text = Node::of(&raw).to_ron();
        let (mut scenario, mut found) = resolve(&raw, hash(&text));
        if let Some(scenario) = &mut scenario {
            let mut lineage = self.lineage(base, changes);
            let files = sets.iter().map(|set| &self.files[set.file]);
            lineage.standards = files.map(base_file).collect();
            scenario.lineage = Some(lineage);
        }
        self.place(base, &draft, &mut found);
        for set in &sets {
            set.place(&self.files[set.file].text, &mut found);
        }
        finished(scenario, raw, text, found)
    }

    /// Paths of a file about which nothing more need be said.
    fn spoiled(&self, file: usize) -> &[String] {
        let sheets = self.files[file].sheets.as_deref();
        sheets.map_or(&[], |sheets| &sheets.spoiled)
    }

    /// Reads overlay under overlay down to the scenario at the bottom.
    fn descend(&mut self, reader: Opener) -> Result<(), Vec<Diagnostic>> {
        loop {
            let file = self.files.len() - 1;
            if self.files[file].sheets.as_ref().is_some_and(|sheets| sheets.unreadable) {
                return Err(Vec::new());
            }
            let text = without_mark(&self.files[file].text);
            if !is_overlay(text) {
                return Ok(());
            }
            let Parsed { raw, mut found, .. } = parse_all::<RawOverlay>(text);
            let overlay = raw.unwrap_or_default();
            let at = locate_value(text, "base").or_else(|| locate_value(text, ""));
            let told = |message: Text, hints: Vec<Text>| Diagnostic {
                severity: Severity::Error,
                file,
                path: "base".to_owned(),
                position: at,
                cell: None,
                message,
                hints,
            };
            for finding in &mut found {
                finding.file = file;
            }
            let Some(base) = overlay.base.as_deref().filter(|_| found.is_empty()) else {
                if found.is_empty() {
                    found.push(told(diagnostics::missing("base"), Vec::new()));
                }
                return Err(found);
            };
            let folder = self.paths[file].parent().unwrap_or(files::Path::new(""));
            let path = normal(&folder.join(base));
            if self.paths.iter().any(|above| normal(above) == path) {
                let mut chain: Vec<String> =
                    self.paths.iter().map(|path| path.display().to_string()).collect();
                chain.push(path.display().to_string());
                return Err(vec![told(words::circle(&chain.join(" → ")), Vec::new())]);
            }
            let name = path.display().to_string();
            let source = reader(&path)
                .map_err(|why| vec![told(words::base_unreadable(&name, &why), Vec::new())])?;
            if !is_one_of_ours(&source.text) {
                return Err(vec![told(words::base_foreign(&name), Vec::new())]);
            }
            self.overlays.push(overlay);
            self.files.push(File::new(name, source));
            self.paths.push(path);
        }
    }

    /// Reads the files of standards that a scenario names, from the folder of
    /// the scenario at the bottom, and makes their sets the scenario's own.
    fn take_in(
        &mut self,
        raw: &mut RawScenario,
        base: usize,
        draft: &Draft,
        reader: Opener,
    ) -> Result<Vec<SetFile>, Vec<Diagnostic>> {
        let folder = self.paths[base].parent().unwrap_or(files::Path::new(""));
        let folder = folder.to_owned();
        let (mut sets, mut wrong) = (Vec::new(), Vec::new());
        let Some(standards) = &mut raw.standards else {
            return Ok(sets);
        };
        for (index, name) in std::mem::take(&mut standards.files).iter().enumerate() {
            let path = normal(&folder.join(name));
            let told = |message: Text| {
                let at = Path::field("standards").key("files").index(index);
                let mut found = [Diagnostic {
                    severity: Severity::Error,
                    file: base,
                    path: at.to_string(),
                    position: None,
                    cell: None,
                    message,
                    hints: Vec::new(),
                }];
                self.place(base, draft, &mut found);
                found
            };
            let text = match reader(&path) {
                Ok(source) => source.text,
                Err(why) => {
                    wrong.extend(told(standards::file_unreadable(name, &why)));
                    continue;
                }
            };
            if !is_one_of_ours(&text) {
                wrong.extend(told(standards::file_foreign(name)));
                continue;
            }
            let (set, found) = parse_set(&text);
            let key = set.as_ref().and_then(|set| set.id.clone());
            let twice = (key.as_ref()).filter(|key| standards.sets.get(key).is_some());
            if let Some(key) = twice {
                wrong.extend(told(standards::set_twice(key)));
            }
            let file = self.files.len();
            if key.is_none() && found.is_empty() {
                wrong.push(Diagnostic {
                    severity: Severity::Error,
                    file,
                    path: "id".to_owned(),
                    position: locate_value(without_mark(&text), ""),
                    cell: None,
                    message: diagnostics::missing("id"),
                    hints: Vec::new(),
                });
            }
            wrong.extend(found.into_iter().map(|one| Diagnostic { file, ..one }));
            let name = path.display().to_string();
            self.files.push(File::new(name, text.into()));
            if let (Some(key), Some(set)) = (key, set) {
                sets.push(SetFile { file, at: Path::field("standards").key("sets").key(&key) });
                let set = RawStandardSet { id: None, ..set };
                standards.sets.0.push((key, set));
            }
        }
        if wrong.is_empty() { Ok(sets) } else { Err(wrong) }
    }

    fn lineage(&self, base: usize, changes: &[Change]) -> Lineage {
        let overlays = self.overlays.iter().enumerate().rev();
        let overlay = |(file, overlay): (usize, &RawOverlay)| OverlayFile {
            file: file_name(&self.paths[file]),
            name: overlay.name.as_ref().and_then(text_of),
            note: overlay.note.as_ref().and_then(text_of),
            sha256: hash(&self.files[file].text),
        };
        Lineage {
            base: BaseFile {
                file: file_name(&self.paths[base]),
                sha256: hash(&self.files[base].text),
            },
            overlays: overlays.map(overlay).collect(),
            standards: Vec::new(),
            changes: changes.iter().map(Change::as_given).collect(),
        }
    }

    /// Says of findings about the result where they come from: the last change
    /// there, or the base.
    fn place(&self, base: usize, draft: &Draft, found: &mut [Diagnostic]) {
        let text = without_mark(&self.files[base].text);
        let known = lenient::paths(text);
        for finding in found {
            let here = |path: &str| covers(path, &finding.path) || covers(&finding.path, path);
            let mut touched = draft.touched.iter().rev();
            if let Some(touched) = touched.find(|touched| here(&touched.path)) {
                finding.file = touched.at.file;
                finding.position = touched.at.position;
                continue;
            }
            finding.file = base;
            let shifted = |list: &Path| covers(list.as_str(), &finding.path);
            if !draft.shifted.iter().any(shifted) {
                finding.position = nearest(text, &finding.path, &known);
            }
        }
    }
}

/// A file with a set of standards, and where its set stands in the scenario.
struct SetFile {
    file: usize,
    at: Path,
}

impl SetFile {
    /// Says of findings about the set where they stand in its file.
    fn place(&self, text: &str, found: &mut [Diagnostic]) {
        let text = without_mark(text);
        let known = lenient::paths(text);
        for finding in found {
            if covers(self.at.as_str(), &finding.path) {
                let inside = &finding.path[self.at.as_str().len()..];
                let inside = inside.trim_start_matches('.').to_owned();
                finding.file = self.file;
                finding.position =
                    nearest(text, &inside, &known).or_else(|| locate_value(text, ""));
                finding.path = inside;
            }
        }
    }
}

/// The files of standards that a scenario names.
fn standard_files(raw: &RawScenario) -> &[String] {
    let standards = raw.standards.as_ref();
    standards.map_or(&[], |standards| &standards.files)
}

fn base_file(file: &File) -> BaseFile {
    BaseFile { file: file_name(files::Path::new(&file.name)), sha256: hash(&file.text) }
}

/// Whether a text is an overlay rather than a scenario.
fn is_overlay(text: &str) -> bool {
    let paths = lenient::paths(text);
    paths.contains("base") || paths.contains("changes")
}

/// Whether a text is meant to be one of our formats, as far as its fields go.
/// The lines of any other file are none that a finding may show.
fn is_one_of_ours(text: &str) -> bool {
    const FIELDS: [&str; 12] = [
        "base",
        "calendar",
        "campuses",
        "changes",
        "cohorts",
        "fields",
        "id",
        "indicators",
        "issuer",
        "programmes",
        "resources",
        "title",
    ];
    let paths = lenient::paths(without_mark(text));
    FIELDS.iter().any(|field| paths.contains(*field))
}

fn file_name(path: &files::Path) -> String {
    let name = path.file_name().unwrap_or(path.as_os_str());
    name.to_string_lossy().into_owned()
}

/// A path without `.` and without `..` behind a folder.
fn normal(path: &files::Path) -> PathBuf {
    let mut normal = PathBuf::new();
    for part in path.components() {
        match part {
            files::Component::CurDir => {}
            files::Component::ParentDir
                if matches!(normal.components().next_back(), Some(files::Component::Normal(_))) =>
            {
                normal.pop();
            }
            part => normal.push(part),
        }
    }
    normal
}
