//! Rust text without comments, literals, lifetimes and inline modules.

/// The text with comments, literals and lifetimes dropped, so that only code is left.
/// Inline modules, which are the unit tests, are dropped too.
pub fn code(text: &str) -> String {
    without_inline_modules(&without_literals(text))
}

fn without_literals(text: &str) -> String {
    let bytes = text.as_bytes();
    let mut kept = String::new();
    let mut at = 0;
    while at < bytes.len() {
        let rest = &text[at..];
        let skipped = if rest.starts_with("//") {
            rest.find('\n').unwrap_or(rest.len())
        } else if let Some(length) = raw_string(rest).filter(|_| !ends_with_word(&kept)) {
            length
        } else if rest.starts_with('"') {
            string(rest)
        } else {
            character(rest).unwrap_or(0)
        };
        if skipped > 0 {
            kept.push(' ');
            at += skipped;
        } else {
            let letter = rest.chars().next().expect("a letter");
            kept.push(letter);
            at += letter.len_utf8();
        }
    }
    kept
}

fn ends_with_word(text: &str) -> bool {
    text.chars().next_back().is_some_and(is_word)
}

/// Whether a letter is of an identifier.
pub fn is_word(letter: char) -> bool {
    letter.is_alphanumeric() || letter == '_'
}

/// Length of the raw string that a text begins with.
fn raw_string(text: &str) -> Option<usize> {
    let after = text.strip_prefix('r')?;
    let marks = after.len() - after.trim_start_matches('#').len();
    let body = after[marks..].strip_prefix('"')?;
    let end = format!("\"{}", "#".repeat(marks));
    let close = body.find(&end).expect("the end of a raw string");
    Some(1 + marks + 1 + close + end.len())
}

/// Length of the string that a text begins with.
fn string(text: &str) -> usize {
    let mut escaped = false;
    for (index, letter) in text.char_indices().skip(1) {
        match letter {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            '"' => return index + 1,
            _ => {}
        }
    }
    text.len()
}

/// Length of the character literal or the lifetime that a text begins with.
fn character(text: &str) -> Option<usize> {
    let body = text.strip_prefix('\'')?;
    if let Some(escape) = body.strip_prefix('\\') {
        let close = escape.char_indices().skip(1).find(|(_, letter)| *letter == '\'')?.0;
        return Some(2 + close + 1);
    }
    let letter = body.chars().next()?;
    if body[letter.len_utf8()..].starts_with('\'') {
        return Some(letter.len_utf8() + 2);
    }
    Some(1 + body.find(|letter| !is_word(letter)).unwrap_or(body.len()))
}

fn without_inline_modules(text: &str) -> String {
    let mut text = text.to_owned();
    while let Some((start, open)) = inline_module(&text) {
        let mut depth = 0;
        let close = text[open..].char_indices().find(|(_, letter)| {
            depth += i32::from(*letter == '{') - i32::from(*letter == '}');
            depth == 0
        });
        let end = open + close.expect("the end of a module").0;
        text.replace_range(start..=end, "");
    }
    text
}

/// Where an inline module begins, and its brace.
fn inline_module(text: &str) -> Option<(usize, usize)> {
    text.match_indices("mod ").find_map(|(start, word)| {
        let rest = text[start + word.len()..].trim_start_matches(is_word).trim_start();
        let own = !ends_with_word(&text[..start]) && rest.starts_with('{');
        own.then(|| (start, text.len() - rest.len()))
    })
}
