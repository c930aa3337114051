//! Imports of a file: the leaves of its `use` declarations.

/// A leaf of a `use` declaration.
#[derive(Clone, Debug)]
pub struct Import {
    /// The path as written, such as `super`, `outcome`, `Outcome`; `*` at the end of
    /// a glob.
    pub path: Vec<String>,
    /// The name that it has in the file.
    pub name: String,
    /// Whether it is exported again.
    pub exported: bool,
}

/// The imports of a file, and its code without them.
pub fn imports(code: &str) -> (Vec<Import>, String) {
    let mut found = Vec::new();
    let mut rest = String::new();
    let mut pending = code;
    while let Some((before, body, after)) = next(pending) {
        let exported = is_exported(before);
        rest.push_str(before);
        tree(body, &[], exported, &mut found);
        pending = after;
    }
    rest.push_str(pending);
    (found, rest)
}

/// What stands before the next `use`, its tree, and what stands after it.
fn next(code: &str) -> Option<(&str, &str, &str)> {
    let start = code
        .match_indices("use ")
        .map(|(start, _)| start)
        .find(|start| code[..*start].chars().next_back().is_none_or(char::is_whitespace))?;
    let body = &code[start + 4..];
    let end = body.find(';')?;
    Some((&code[..start], &body[..end], &body[end + 1..]))
}

fn is_exported(before: &str) -> bool {
    let before = before.trim_end();
    let last = before.rsplit(['\n', ';', '}']).next().unwrap_or_default().trim();
    last == "pub" || (last.starts_with("pub(") && last.ends_with(')'))
}

fn tree(text: &str, above: &[String], exported: bool, found: &mut Vec<Import>) {
    let text = text.trim();
    if let Some(list) = text.strip_prefix('{') {
        let list = list.trim_end().strip_suffix('}').expect("the end of a list");
        for part in parts(list) {
            tree(part, above, exported, found);
        }
        return;
    }
    if let Some((head, below)) = text.split_once("::") {
        let path = [above, &[head.trim().to_owned()]].concat();
        return tree(below, &path, exported, found);
    }
    let (name, alias) = text.split_once(" as ").unwrap_or((text, text));
    let (name, alias) = (name.trim(), alias.trim());
    let path = if name == "self" { above.to_vec() } else { [above, &[name.to_owned()]].concat() };
    let own = if alias == "self" { path.last().cloned().unwrap_or_default() } else { alias.into() };
    found.push(Import { path, name: own, exported });
}

/// The parts of a list, which may have lists in them.
fn parts(list: &str) -> Vec<&str> {
    let mut depth = 0;
    let split = list.split(|letter| {
        depth += i32::from(letter == '{') - i32::from(letter == '}');
        letter == ',' && depth == 0
    });
    split.filter(|part| !part.trim().is_empty()).collect()
}
