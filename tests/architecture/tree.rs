//! The files of the crate, and which file uses which.
//!
//! A file uses another if it names something that is defined there. What a module
//! exports again counts for the file that defines it. Not counted are `mod`
//! declarations and re-exports (`pub use`): they make a file's content reachable
//! and do not use it.

use crate::imports::{Import, imports};
use crate::source::{code, is_word};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

/// A module's path, without `crate`.
pub type Module = Vec<String>;

struct File {
    name: String,
    imports: Vec<Import>,
    code: String,
    defined: BTreeSet<String>,
}

/// All files, by module.
pub struct Tree {
    files: BTreeMap<Module, File>,
}

/// What a path leads to.
enum Target {
    Module(Module),
    Item(Module),
    Glob(Module),
}

impl Tree {
    /// Reads the files below a folder.
    pub fn read(src: &Path) -> Self {
        let mut files = BTreeMap::new();
        read(src, &[], &mut files);
        Self { files }
    }

    /// Names of the files, by module, without those of the crate's roots.
    pub fn names(&self) -> impl Iterator<Item = (&Module, &str)> {
        self.files.iter().map(|(module, file)| (module, file.name.as_str()))
    }

    /// Modules that each module uses something of.
    pub fn uses(&self) -> BTreeMap<Module, BTreeSet<Module>> {
        self.files.keys().map(|module| (module.clone(), self.used_by(module))).collect()
    }

    fn used_by(&self, module: &Module) -> BTreeSet<Module> {
        let file = &self.files[module];
        let mut used = BTreeSet::new();
        let mut heads: BTreeMap<&str, Module> = BTreeMap::new();
        for child in self.children(module) {
            heads.insert(child.last().expect("a name"), child.clone());
        }
        for import in &file.imports {
            match self.absolute(module, &import.path).and_then(|path| self.resolve(&path, 0)) {
                Some(Target::Module(target)) => {
                    heads.insert(&import.name, target);
                }
                Some(Target::Item(target)) if !import.exported => {
                    used.insert(target);
                }
                Some(Target::Glob(target)) if !import.exported => {
                    let names = &self.files[&target].defined;
                    if words(&file.code).any(|word| names.contains(word)) {
                        used.insert(target);
                    }
                }
                _ => {}
            }
        }
        for path in paths(&file.code) {
            let absolute = match heads.get(path[0].as_str()) {
                Some(head) => Some([head, &path[1..]].concat()),
                None if ["crate", "self", "super"].contains(&path[0].as_str()) => {
                    self.absolute(module, &path)
                }
                None => None,
            };
            if let Some(Target::Item(target)) = absolute.and_then(|path| self.resolve(&path, 0)) {
                used.insert(target);
            }
        }
        used.remove(module);
        used
    }

    fn children<'a>(&'a self, module: &'a Module) -> impl Iterator<Item = &'a Module> {
        let own = |one: &&Module| one.len() == module.len() + 1 && one.starts_with(module);
        self.files.keys().filter(own)
    }

    /// A path from the crate's root; none if it leads out of the crate.
    fn absolute(&self, module: &Module, path: &[String]) -> Option<Module> {
        let mut base = module.clone();
        match path[0].as_str() {
            "crate" => return Some(path[1..].to_vec()),
            "self" => return Some([&base, &path[1..]].concat()),
            "super" => {
                let up = path.iter().take_while(|part| *part == "super").count();
                base.truncate(base.len().checked_sub(up)?);
                return Some([&base, &path[up..]].concat());
            }
            _ => {}
        }
        base.push(path[0].clone());
        self.files.contains_key(&base).then(|| [module, path].concat())
    }

    /// Where the thing at a path is defined.
    fn resolve(&self, path: &[String], depth: usize) -> Option<Target> {
        let known = (0..=path.len()).rev().find(|end| self.files.contains_key(&path[..*end]))?;
        let (module, rest) = (path[..known].to_vec(), &path[known..]);
        let Some(name) = rest.first() else {
            return Some(Target::Module(module));
        };
        if name == "*" {
            return Some(Target::Glob(module));
        }
        let file = &self.files[&module];
        if file.defined.contains(name) || depth > 8 {
            return Some(Target::Item(module));
        }
        if let Some(import) = file.imports.iter().find(|import| import.name == *name) {
            let path = [&self.absolute(&module, &import.path)?, &rest[1..]].concat();
            return self.resolve(&path, depth + 1);
        }
        for glob in file.imports.iter().filter(|import| import.name == "*") {
            let Some(Target::Glob(target)) =
                self.absolute(&module, &glob.path).and_then(|path| self.resolve(&path, 0))
            else {
                continue;
            };
            if self.files[&target].defined.contains(name) {
                return Some(Target::Item(target));
            }
        }
        Some(Target::Item(module))
    }
}

fn read(dir: &Path, above: &[String], files: &mut BTreeMap<Module, File>) {
    for entry in fs::read_dir(dir).expect("a readable folder") {
        let path = entry.expect("a readable entry").path();
        let name = path.file_name().expect("a name").to_string_lossy().into_owned();
        if path.is_dir() {
            read(&path, &[above, &[name]].concat(), files);
            continue;
        }
        let Some(stem) = name.strip_suffix(".rs").filter(|stem| *stem != "main") else {
            continue;
        };
        let module = match stem {
            "mod" | "lib" => above.to_vec(),
            stem => [above, &[stem.to_owned()]].concat(),
        };
        let (imports, code) = imports(&code(&fs::read_to_string(&path).expect("a readable file")));
        let name = [above, &[name]].concat().join("/");
        let defined = defined(&code);
        files.insert(module, File { name, imports, code, defined });
    }
}

fn words(code: &str) -> impl Iterator<Item = &str> {
    code.split(|letter| !is_word(letter)).filter(|word| !word.is_empty())
}

/// Names of functions, types, constants and macros that a file defines.
fn defined(code: &str) -> BTreeSet<String> {
    const KINDS: [&str; 8] =
        ["fn", "struct", "enum", "trait", "type", "const", "static", "macro_rules"];
    let words: Vec<&str> = words(code).collect();
    let pairs = words.windows(2).filter(|pair| KINDS.contains(&pair[0]));
    pairs.map(|pair| pair[1].to_owned()).collect()
}

/// Paths of two parts and more.
fn paths(code: &str) -> Vec<Module> {
    let runs = code.split(|letter: char| !is_word(letter) && letter != ':');
    let paths = runs.map(|run| run.split("::").map(str::to_owned).collect::<Module>());
    paths.filter(|path| path.len() > 1 && !path[0].is_empty()).collect()
}
