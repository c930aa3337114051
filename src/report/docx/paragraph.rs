//! Paragraphs of the document.

use super::xml::{Element, element, value};

/// A paragraph; lines of its text are kept apart.
pub fn paragraph(style: &str, text: &str, bold: bool) -> Element {
    with_format(style, text, bold, [])
}

/// A paragraph that stays on one page with what comes next.
pub fn kept(style: &str, text: &str, bold: bool) -> Element {
    with_format(style, text, bold, [element("w:keepNext")])
}

/// A paragraph that begins a page.
pub fn on_new_page(style: &str, text: &str) -> Element {
    with_format(style, text, false, [element("w:pageBreakBefore")])
}

/// A heading that a line of the contents can refer to, perhaps at the head of a
/// page.
pub fn marked(style: &str, text: &str, mark: Mark, new_page: bool) -> Element {
    let break_before = new_page.then(|| element("w:pageBreakBefore"));
    let begin = element("w:bookmarkStart").with("w:id", mark.number).with("w:name", mark.name());
    let end = element("w:bookmarkEnd").with("w:id", mark.number);
    let paragraph = element("w:p").child(style_of(style, break_before));
    paragraph.child(begin).child(run(text, false)).child(end)
}

/// A line of the contents: a text, and the number of the page on which its
/// heading stands, which programs fill in.
pub fn contents_line(text: &str, mark: Mark) -> Element {
    let tab = element("w:r").child(element("w:tab"));
    let page = element("w:fldSimple")
        .with("w:instr", format!(" PAGEREF {} \\h ", mark.name()))
        .with("w:dirty", 1)
        .child(run("…", false));
    let link = element("w:hyperlink").with("w:anchor", mark.name()).with("w:history", 1);
    let link = link.child(run(text, false)).child(tab).child(page);
    element("w:p").child(style_of("Contents", [])).child(link)
}

/// A place that the contents refer to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mark {
    /// Its number, from 0.
    pub number: usize,
}

impl Mark {
    fn name(self) -> String {
        format!("_Toc{:03}", self.number)
    }
}

fn with_format(
    style: &str,
    text: &str,
    bold: bool,
    more: impl IntoIterator<Item = Element>,
) -> Element {
    let paragraph = element("w:p").child(style_of(style, more));
    if text.is_empty() { paragraph } else { paragraph.child(run(text, bold)) }
}

fn style_of(style: &str, more: impl IntoIterator<Item = Element>) -> Element {
    element("w:pPr").child(value("w:pStyle", style)).children(more)
}

fn run(text: &str, bold: bool) -> Element {
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
    run
}
