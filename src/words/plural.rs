//! Singular and plural in English: a message offers both as `⟨class|classes⟩`
//! behind a number, and the number chooses.

/// The text with each choice made: the first form behind the number 1, the
/// second behind any other.
pub(crate) fn chosen(text: String) -> String {
    if !text.contains('⟨') {
        return text;
    }
    let mut out = String::with_capacity(text.len());
    let mut rest = text.as_str();
    while let Some((before, after)) = rest.split_once('⟨') {
        out.push_str(before);
        let choice = after.split_once('⟩').and_then(|(forms, rest)| {
            let (one, many) = forms.split_once('|')?;
            Some((one, many, rest))
        });
        let Some((one, many, behind)) = choice else {
            out.push('⟨');
            rest = after;
            continue;
        };
        out.push_str(if last_number(&out) == "1" { one } else { many });
        rest = behind;
    }
    out.push_str(rest);
    out
}

/// The last number in a text, with its sign, commas and decimals.
fn last_number(text: &str) -> &str {
    let digit = |letter: char| letter.is_ascii_digit();
    let Some(last) = text.rfind(digit) else {
        return "";
    };
    let number = &text[..=last];
    let within = |letter: char| letter.is_ascii_digit() || matches!(letter, ',' | '.' | '-');
    number.rfind(|letter| !within(letter)).map_or(number, |at| {
        let letter = number[at..].chars().next().map_or(0, char::len_utf8);
        &number[at + letter..]
    })
}

#[cfg(test)]
mod tests {
    use super::chosen;

    #[test]
    fn the_number_before_chooses_the_form() {
        for (text, expected) in [
            ("1 ⟨class|classes⟩, 2 ⟨student|students⟩", "1 class, 2 students"),
            ("0 ⟨class|classes⟩", "0 classes"),
            ("11 ⟨class|classes⟩", "11 classes"),
            ("1,001 ⟨class|classes⟩", "1,001 classes"),
            ("0.1 ⟨mile|miles⟩", "0.1 miles"),
            ("of 21, 1 ⟨retires|retire⟩", "of 21, 1 retires"),
            ("⟨class|classes⟩", "classes"),
            ("a ⟨ b", "a ⟨ b"),
        ] {
            assert_eq!(chosen(text.to_owned()), expected);
        }
    }
}
