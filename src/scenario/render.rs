//! Findings as text for the terminal.

use super::file::File;
use super::parse::without_mark;
use crate::diagnostic::{Cell, Diagnostic, Position, Severity};
use crate::domain::Language;
use crate::words::{diagnostics as words, workbook};
use annotate_snippets::{
    Annotation, AnnotationKind, Group, Level, Origin, Renderer, Snippet, Title,
};
use std::ops::Range;

/// The findings, one after another: what is wrong, the file (of `files`) with line and
/// column, the line itself with a mark, the field path and the hints. No
/// colours.
pub fn render(findings: &[Diagnostic], files: &[File], language: Language) -> String {
    let lines_of = |file: &File| -> Vec<String> {
        let lines = without_mark(&file.text).lines();
        lines.map(str::to_owned).collect()
    };
    let texts: Vec<Vec<String>> = files.iter().map(lines_of).collect();
    let renderer = Renderer::plain();
    let mut out = String::new();
    for finding in findings {
        let name = files.get(finding.file).map_or("", |file| &file.name);
        let lines = texts.get(finding.file).map_or(&[][..], Vec::as_slice);
        let group = group(finding, name, lines, language);
        out.push_str(&renderer.render(&[group]));
        out.push_str("\n\n");
    }
    out
}

fn group<'a>(
    finding: &'a Diagnostic,
    file: &'a str,
    lines: &'a [String],
    language: Language,
) -> Group<'a> {
    let level = match finding.severity {
        Severity::Error => Level::ERROR.with_name(words::error_level().get(language).to_owned()),
        Severity::Warning => {
            Level::WARNING.with_name(words::warning_level().get(language).to_owned())
        }
    };
    let title = level.primary_title(finding.message.get(language));
    let source = finding.position.and_then(|position| line_at(lines, position));
    let mut group = match source {
        Some((position, line)) => title.element(
            Snippet::source(line)
                .path(file)
                .line_start(position.line)
                .annotation(mark(line, position).label(finding.path.as_str())),
        ),
        None => match &finding.cell {
            Some(cell) => cell_group(title, file, cell, language),
            None => title.element(Origin::path(file)),
        },
    };
    if source.is_none() && finding.cell.is_none() && !finding.path.is_empty() {
        let place = words::place_level();
        let note = Level::NOTE.with_name(place.get(language).to_owned());
        group = group.element(note.message(finding.path.as_str()));
    }
    for hint in &finding.hints {
        let help = Level::HELP.with_name(words::hint_level().get(language).to_owned());
        group = group.element(help.message(hint.get(language)));
    }
    group
}

/// A finding in a cell of a workbook: file, sheet and cell, and what stands
/// there under which head.
fn cell_group<'a>(title: Title<'a>, file: &str, cell: &Cell, language: Language) -> Group<'a> {
    let place = title.element(Origin::path(format!("{file} {cell}")));
    if cell.head.is_empty() && cell.value.is_empty() {
        return place;
    }
    let held = if cell.value.is_empty() {
        workbook::cell_empty(&cell.head)
    } else {
        workbook::cell_holds(&cell.head, &shortened(&cell.value))
    };
    let level = Level::NOTE.with_name(workbook::found_level().get(language).to_owned());
    place.element(level.message(held.get(language).to_owned()))
}

/// The beginning of a long text, on one line.
fn shortened(text: &str) -> String {
    let line: String = text.chars().take(60).collect();
    let more = if text.chars().count() > 60 { "…" } else { "" };
    format!("{}{more}", line.replace('\n', " "))
}

/// The line at a position; the end of the last one for a position after it.
fn line_at(lines: &[String], position: Position) -> Option<(Position, &str)> {
    if let Some(line) = lines.get(position.line.saturating_sub(1)) {
        return Some((position, line));
    }
    let last = lines.last()?;
    let end = Position { line: lines.len(), column: last.chars().count() + 1 };
    Some((end, last))
}

/// The mark under the value that begins at a position.
fn mark(line: &str, position: Position) -> Annotation<'_> {
    let start = line
        .char_indices()
        .nth(position.column.saturating_sub(1))
        .map_or(line.len(), |(start, _)| start);
    let rest = &line[start..];
    let span: Range<usize> = start..start + value_length(rest);
    AnnotationKind::Primary.span(span)
}

/// How many bytes of a line the value at its beginning takes: a quoted text,
/// a word or a number, or one character.
fn value_length(rest: &str) -> usize {
    if let Some(inside) = rest.strip_prefix('"') {
        return inside.find('"').map_or(1, |end| end + 2);
    }
    let part = |letter: char| letter.is_alphanumeric() || matches!(letter, '_' | '.' | '-' | '+');
    let word = rest.find(|letter| !part(letter)).unwrap_or(rest.len());
    let first = rest.chars().next().map_or(0, char::len_utf8);
    word.max(first)
}
