//! The language that a file states, read from its text: what is said of a file
//! that cannot be read is said in its own language too.

use super::File;
use crate::domain::Language;

/// The language stated by the first of the files that states one.
pub fn stated_language(files: &[File]) -> Option<Language> {
    files.iter().find_map(|file| in_text(&file.text))
}

/// The value of the field `language` of the outermost structure.
fn in_text(text: &str) -> Option<Language> {
    let mut depth = 0_usize;
    let mut words: Vec<String> = Vec::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        if let Some(after) = rest.strip_prefix("//") {
            rest = after.find('\n').map_or("", |end| &after[end..]);
        } else if let Some(after) = rest.strip_prefix("/*") {
            rest = after.find("*/").map_or("", |end| &after[end + 2..]);
        } else if let Some(after) = rest.strip_prefix('"') {
            rest = after_string(after);
            words.clear();
        } else if first.is_alphanumeric() || first == '_' {
            let end = rest.find(|one: char| !one.is_alphanumeric() && one != '_');
            let (word, after) = rest.split_at(end.unwrap_or(rest.len()));
            if depth == 1 {
                if words == ["language", ":"] {
                    return named(word);
                }
                words = vec![word.to_owned()];
            }
            rest = after;
        } else {
            match first {
                '(' | '[' | '{' => depth += 1,
                ')' | ']' | '}' => depth = depth.saturating_sub(1),
                _ => {}
            }
            if first == ':' && depth == 1 {
                words.push(":".to_owned());
            } else if !first.is_whitespace() {
                words.clear();
            }
            rest = &rest[first.len_utf8()..];
        }
    }
    None
}

/// What follows a string, whose opening mark is gone.
fn after_string(text: &str) -> &str {
    let mut escaped = false;
    for (index, one) in text.char_indices() {
        match one {
            '\\' if !escaped => escaped = true,
            '"' if !escaped => return &text[index + 1..],
            _ => escaped = false,
        }
    }
    ""
}

fn named(word: &str) -> Option<Language> {
    match word {
        "zh" => Some(Language::Zh),
        "en" => Some(Language::En),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::in_text;
    use crate::domain::Language;

    #[test]
    fn the_outermost_field_counts_and_nothing_in_a_text_or_a_comment() {
        assert_eq!(in_text("(name: \"x\", language: en, terms: ?)"), Some(Language::En));
        assert_eq!(
            in_text("// language: en\n( /* language: en */ language:zh)"),
            Some(Language::Zh)
        );
        assert_eq!(in_text("(name: \"(language: en\\\" language: en\")"), None);
        assert_eq!(in_text("(a: (language: en), b: 3)"), None);
        assert_eq!(in_text("(language: klingon)"), None);
        assert_eq!(in_text("(language: en"), Some(Language::En));
    }
}
