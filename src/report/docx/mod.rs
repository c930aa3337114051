//! The dossier as docx, in the form of GB/T 9704-2012: a document of our own
//! making, for what the crates make fails the validation of Open XML.

mod arrange;
mod draw;
mod fit;
mod fonts;
mod package;
mod page;
mod paper;
mod paragraph;
mod picture;
mod styles;
mod table;
mod xml;

pub use page::Page;
pub use paper::{Block, Section, Style};
pub use picture::Picture;

use super::appendices::appendices;
use super::dossier::Dossier;
use super::front;
use super::prose::{chapters, paragraphs};
use crate::domain::Language;
use arrange::Content;
use package::{Part, Relation, package, relations};
use xml::{Element, element, value};

/// Renders it: the same bytes for the same dossier.
///
/// # Errors
///
/// When it can't be put into the format.
pub fn render(dossier: &Dossier) -> Result<Vec<u8>, Box<dyn std::error::Error>> {
    let language = dossier.view.language;
    let prose = paragraphs(&chapters(dossier), language);
    let annexes = appendices(dossier);
    let pictures = draw::pictures(&dossier.charts)?;
    let (cover, decision) = (front::cover(&dossier.view), front::decision(dossier));
    let content = Content {
        title: &dossier.title,
        cover: &cover,
        decision: &decision,
        prose: &prose,
        annexes: &annexes,
        pictures: &pictures,
        language,
    };
    write(&dossier.title, &content.sections(), &pictures, language)
}

/// Writes a document: the same bytes for the same sections.
///
/// # Errors
///
/// When it can't be put into the format.
pub fn write(
    title: &str,
    sections: &[Section],
    pictures: &[Picture],
    language: Language,
) -> Result<Vec<u8>, Box<dyn std::error::Error>> {
    let document = namespaces(element("w:document")).child(paper::body(sections, language));
    let own = relations(&related(pictures))?;
    let mut parts = vec![
        plain("_rels/.rels", relations(&top())?),
        Part::xml("word/document.xml", kinds::DOCUMENT, &document)?,
        plain("word/_rels/document.xml.rels", own),
        Part::xml("word/styles.xml", kinds::STYLES, &styles::styles(language, namespaces))?,
        Part::xml("word/settings.xml", kinds::SETTINGS, &settings(language))?,
        Part::xml("word/fontTable.xml", kinds::FONTS, &fonts::table(namespaces))?,
    ];
    for page in Page::ALL {
        for (odd, key) in [true, false].into_iter().zip(page.footers()) {
            let footer = page::footer(page, odd, namespaces);
            let path = format!("word/{}", footer_path(key));
            parts.push(Part::xml(&path, kinds::FOOTER, &footer)?);
        }
    }
    for picture in pictures {
        parts.push(plain(&format!("word/{}", picture.path()), picture.png.clone()));
    }
    parts.push(Part::xml("docProps/core.xml", kinds::CORE, &core(title))?);
    parts.push(Part::xml("docProps/app.xml", kinds::APP, &app())?);
    package(&parts)
}

/// What the parts hold.
mod kinds {
    pub const DOCUMENT: &str =
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";
    pub const STYLES: &str =
        "application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml";
    pub const SETTINGS: &str =
        "application/vnd.openxmlformats-officedocument.wordprocessingml.settings+xml";
    pub const FONTS: &str =
        "application/vnd.openxmlformats-officedocument.wordprocessingml.fontTable+xml";
    pub const FOOTER: &str =
        "application/vnd.openxmlformats-officedocument.wordprocessingml.footer+xml";
    pub const CORE: &str = "application/vnd.openxmlformats-package.core-properties+xml";
    pub const APP: &str = "application/vnd.openxmlformats-officedocument.extended-properties+xml";
}

/// A part that goes by the ending of its path.
fn plain(path: &str, bytes: Vec<u8>) -> Part {
    Part { path: path.to_owned(), kind: None, bytes }
}

fn footer_path(key: &str) -> String {
    format!("{key}Footer.xml")
}

fn relation(id: impl Into<String>, kind: &'static str, target: impl Into<String>) -> Relation {
    Relation { id: id.into(), kind, target: target.into() }
}

/// Relations of the package.
fn top() -> [Relation; 3] {
    [
        relation("document", "officeDocument", "word/document.xml"),
        relation("core", "core-properties", "docProps/core.xml"),
        relation("app", "extended-properties", "docProps/app.xml"),
    ]
}

/// Relations of the document.
fn related(pictures: &[Picture]) -> Vec<Relation> {
    let mut all = vec![
        relation("styles", "styles", "styles.xml"),
        relation("settings", "settings", "settings.xml"),
        relation("fonts", "fontTable", "fontTable.xml"),
    ];
    let footers = Page::ALL.into_iter().flat_map(Page::footers);
    all.extend(footers.map(|key| relation(key, "footer", footer_path(key))));
    let pictures = pictures.iter();
    all.extend(pictures.map(|one| relation(one.relation(), "image", one.path())));
    all
}

/// A root element with the namespaces that the parts use.
fn namespaces(root: Element) -> Element {
    let open = "http://schemas.openxmlformats.org";
    let microsoft = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape";
    root.with("xmlns:w", format!("{open}/wordprocessingml/2006/main"))
        .with("xmlns:r", format!("{open}/officeDocument/2006/relationships"))
        .with("xmlns:wp", format!("{open}/drawingml/2006/wordprocessingDrawing"))
        .with("xmlns:a", format!("{open}/drawingml/2006/main"))
        .with("xmlns:pic", format!("{open}/drawingml/2006/picture"))
        .with("xmlns:mc", format!("{open}/markup-compatibility/2006"))
        .with("xmlns:wps", microsoft)
}

/// What holds of the whole document: odd and even pages differ, and the file
/// is of the present format, not to be shown as an older one.
fn settings(language: Language) -> Element {
    let compatibility = element("w:compatSetting")
        .with("w:name", "compatibilityMode")
        .with("w:uri", "http://schemas.microsoft.com/office/word")
        .with("w:val", 15);
    let spacing = match language {
        Language::Zh => "compressPunctuation",
        Language::En => "doNotCompress",
    };
    namespaces(element("w:settings"))
        .child(element("w:evenAndOddHeaders"))
        .child(value("w:characterSpacingControl", spacing))
        .child(element("w:compat").child(compatibility))
}

/// The title, for programs that list documents.
fn core(title: &str) -> Element {
    element("cp:coreProperties")
        .with("xmlns:cp", "http://schemas.openxmlformats.org/package/2006/metadata/core-properties")
        .with("xmlns:dc", "http://purl.org/dc/elements/1.1/")
        .child(element("dc:title").text(title))
}

/// The program.
fn app() -> Element {
    element("Properties")
        .with("xmlns", "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties")
        .child(element("Application").text(env!("CARGO_PKG_NAME")))
}
