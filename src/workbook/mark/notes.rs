//! The notes of marked cells, and the drawing that shows them.

use super::parts::{Package, before_end, failed, prefix, text_of};
use super::{Mark, Marks};
use crate::workbook::grid::Spot;
use crate::workbook::package::{Archive, Unreadable};
use quick_xml::escape::escape;
use std::fmt::Write as _;

const MAIN: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const COMMENTS: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml";
const DRAWING: &str = "application/vnd.openxmlformats-officedocument.vmlDrawing";

/// Adds notes to a sheet; the relation of the drawing if it is new.
pub fn add(
    package: &mut Package,
    archive: &mut Archive<'_>,
    sheet: &str,
    number: usize,
    marks: &Marks,
) -> Result<Option<String>, Unreadable> {
    let relations = archive.relations(sheet)?;
    let of = |kind: &str| {
        let found = relations.values().find(|(known, path)| known == kind && package.has(path));
        found.map(|(_, path)| path.clone())
    };
    let (comments, drawing) = (of("comments"), of("vmlDrawing"));
    let mut new = Vec::new();
    if let Some(path) = comments {
        let old = text_of(package.part(&path)?);
        let (xml, added) = joined(&old, marks).ok_or_else(|| failed(&path, &"commentList"))?;
        package.set(&path, xml.into_bytes());
        new.extend(added);
    } else {
        let path = package.free("xl/campusplanNotes", "xml");
        let list: String = marks.iter().map(|(spot, mark)| comment(*spot, mark, "")).collect();
        let xml = format!(
            "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<comments xmlns=\"{MAIN}\">\
             <authors><author>campusplan</author></authors><commentList>{list}</commentList></comments>"
        );
        package.set(&path, xml.into_bytes());
        package.relate(sheet, "comments", &path)?;
        let entry = format!("<Override PartName=\"/{path}\" ContentType=\"{COMMENTS}\"/>");
        package.name_type(&entry, &format!("\"/{path}\""))?;
        new.extend(marks.keys().copied());
    }
    let first = (900 + number) * 1024 + 1;
    let shapes: String =
        new.iter().enumerate().map(|(index, spot)| shape(*spot, first + index)).collect();
    if let Some(path) = drawing {
        let old = text_of(package.part(&path)?);
        let xml = before_end(&old, "xml", &shapes).ok_or_else(|| failed(&path, &"xml"))?;
        package.set(&path, xml.into_bytes());
        return Ok(None);
    }
    let path = package.free("xl/drawings/campusplanNotes", "vml");
    package.set(&path, drawing_of(&shapes, 900 + number).into_bytes());
    let entry = format!("<Default Extension=\"vml\" ContentType=\"{DRAWING}\"/>");
    package.name_type(&entry, "Extension=\"vml\"")?;
    package.relate(sheet, "vmlDrawing", &path).map(Some)
}

/// The list of notes with ours, and the cells that had none.
fn joined(old: &str, marks: &Marks) -> Option<(String, Vec<Spot>)> {
    let prefix = prefix(old, "commentList");
    let (mut xml, mut new, mut list) = (old.to_owned(), Vec::new(), String::new());
    for (spot, mark) in marks {
        let there = xml.find(&format!(" ref=\"{spot}\""));
        let end = format!("</{prefix}text>");
        if let Some(at) = there.and_then(|at| Some(at + xml[at..].find(&end)?)) {
            xml.insert_str(at, &run(&format!("\n{}", mark.text), &prefix));
        } else {
            list.push_str(&comment(*spot, mark, &prefix));
            new.push(*spot);
        }
    }
    Some((before_end(&xml, "commentList", &list)?, new))
}

fn comment(spot: Spot, mark: &Mark, prefix: &str) -> String {
    let run = run(&mark.text, prefix);
    format!(
        "<{prefix}comment ref=\"{spot}\" authorId=\"0\"><{prefix}text>{run}</{prefix}text></{prefix}comment>"
    )
}

fn run(text: &str, prefix: &str) -> String {
    let clean: String =
        text.chars().filter(|letter| *letter == '\n' || !letter.is_control()).collect();
    format!(
        "<{prefix}r><{prefix}t xml:space=\"preserve\">{}</{prefix}t></{prefix}r>",
        escape(clean)
    )
}

fn drawing_of(shapes: &str, block: usize) -> String {
    format!(
        "<xml xmlns:v=\"urn:schemas-microsoft-com:vml\" xmlns:o=\"urn:schemas-microsoft-com:office:office\" \
         xmlns:x=\"urn:schemas-microsoft-com:office:excel\"><o:shapelayout v:ext=\"edit\">\
         <o:idmap v:ext=\"edit\" data=\"{block}\"/></o:shapelayout>\
         <v:shapetype id=\"_x0000_t202\" coordsize=\"21600,21600\" o:spt=\"202\" path=\"m,l,21600r21600,l21600,xe\">\
         <v:stroke joinstyle=\"miter\"/><v:path gradientshapeok=\"t\" o:connecttype=\"rect\"/></v:shapetype>{shapes}</xml>"
    )
}

fn shape(spot: Spot, id: usize) -> String {
    let (column, row) = (spot.column, spot.row);
    let mut out = format!(
        "<v:shape id=\"_x0000_s{id}\" type=\"#_x0000_t202\" \
         style=\"position:absolute;margin-left:80pt;margin-top:5pt;width:220pt;height:90pt;z-index:1;visibility:hidden\" \
         fillcolor=\"#ffffe1\" o:insetmode=\"auto\" xmlns:v=\"urn:schemas-microsoft-com:vml\" \
         xmlns:o=\"urn:schemas-microsoft-com:office:office\" xmlns:x=\"urn:schemas-microsoft-com:office:excel\">\
         <v:fill color2=\"#ffffe1\"/><v:shadow on=\"t\" color=\"black\" obscured=\"t\"/>\
         <v:path o:connecttype=\"none\"/><v:textbox style=\"mso-direction-alt:auto\">\
         <div style=\"text-align:left\"></div></v:textbox><x:ClientData ObjectType=\"Note\">\
         <x:MoveWithCells/><x:SizeWithCells/>"
    );
    let _ = write!(
        out,
        "<x:Anchor>{}, 15, {row}, 2, {}, 15, {}, 4</x:Anchor><x:AutoFill>False</x:AutoFill>\
         <x:Row>{row}</x:Row><x:Column>{column}</x:Column></x:ClientData></v:shape>",
        column + 1,
        column + 4,
        row + 6,
    );
    out
}
