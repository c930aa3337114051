//! Attributes and texts of the XML.

use quick_xml::events::{BytesRef, BytesStart, BytesText};

/// The value of an attribute, whatever its prefix.
pub fn attribute(tag: &BytesStart<'_>, name: &str) -> Option<String> {
    let mut attributes = tag.attributes();
    let found = attributes
        .with_checks(false)
        .flatten()
        .find(|one| one.key.local_name().as_ref() == name)?;
    let raw = found.value.to_string();
    Some(unescaped(&raw))
}

/// A text without XML's own escapes.
fn unescaped(raw: &str) -> String {
    quick_xml::escape::unescape(raw).map_or_else(|_| raw.to_owned(), std::borrow::Cow::into_owned)
}

/// The characters of a text.
pub fn characters(text: &BytesText<'_>) -> String {
    unescaped(text)
}

/// The characters that an entity stands for.
pub fn entity(reference: &BytesRef<'_>) -> String {
    unescaped(&format!("&{};", &**reference))
}

/// A text without the escapes of workbooks: `_x000D_` is a character.
pub fn without_escapes(text: &str) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some(at) = rest.find("_x") {
        out.push_str(&rest[..at]);
        let escape = rest.get(at + 2..at + 7).filter(|escape| escape.ends_with('_'));
        let code = escape.and_then(|escape| u32::from_str_radix(&escape[..4], 16).ok());
        if let Some(letter) = code.and_then(char::from_u32) {
            out.push(letter);
            rest = &rest[at + 7..];
        } else {
            out.push_str("_x");
            rest = &rest[at + 2..];
        }
    }
    out.push_str(rest);
    out
}

#[cfg(test)]
mod tests {
    use super::without_escapes;

    #[test]
    fn escapes_of_workbooks_are_undone() {
        assert_eq!(without_escapes("a_x000A_b_x5F_c"), "a\nb_x5F_c");
        assert_eq!(without_escapes("_x_x0041__x"), "_xA_x");
        assert_eq!(without_escapes("校区_x汉字_"), "校区_x汉字_");
    }
}
