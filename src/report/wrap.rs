//! Breaking lines: Chinese anywhere but before closing punctuation, other
//! text at spaces.

use tabled::grid::util::string::{get_char_width, get_text_width};

/// Breaks a text into lines of at most `width` columns.
pub fn wrap(text: &str, width: usize) -> Vec<String> {
    let mut lines = Vec::new();
    for paragraph in text.split('\n') {
        let mut line = String::new();
        for piece in pieces(paragraph) {
            if get_text_width(&line) + get_text_width(piece.trim_end()) > width
                && !line.trim().is_empty()
            {
                lines.push(line.trim_end().to_owned());
                line = String::new();
            }
            for character in piece.chars() {
                if get_text_width(&line) + get_char_width(character) > width && character != ' ' {
                    lines.push(line.trim_end().to_owned());
                    line = String::new();
                }
                line.push(character);
            }
        }
        lines.push(line.trim_end().to_owned());
    }
    lines
}

/// The shortest pieces between which a line may break.
fn pieces(text: &str) -> Vec<&str> {
    let mut pieces = Vec::new();
    let mut start = 0;
    let mut before: Option<char> = None;
    for (index, character) in text.char_indices() {
        let may_break = before.is_some_and(|before| breaks(before, character));
        if may_break {
            pieces.push(&text[start..index]);
            start = index;
        }
        before = Some(character);
    }
    pieces.push(&text[start..]);
    pieces
}

fn breaks(before: char, after: char) -> bool {
    const CLOSING: &str = "，。、：；！？）】》,.:;!?)%";
    const OPENING: &str = "（【《(";
    if before == ' ' {
        return after != ' ';
    }
    let wide = |character| get_char_width(character) == 2;
    !CLOSING.contains(after)
        && !OPENING.contains(before)
        && after != ' '
        && (wide(before) || wide(after))
}
