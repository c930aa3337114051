//! Paragraphs of the document.

use super::xml::{Element, element, value};

/// A paragraph; lines of its text are kept apart.
pub fn paragraph(style: &str, text: &str, bold: bool) -> Element {
    let format = element("w:pPr").child(value("w:pStyle", style));
    let paragraph = element("w:p").child(format);
    if text.is_empty() {
        return paragraph;
    }
    let mut run = element("w:r");
    if bold {
        run = run.child(element("w:rPr").child(element("w:b")));
    }
    for (at, line) in text.split('\n').enumerate() {
        if at > 0 {
            run = run.child(element("w:br"));
        }
        let line = element("w:t").with("xml:space", "preserve").text(line);
        run = run.child(line);
    }
    paragraph.child(run)
}
