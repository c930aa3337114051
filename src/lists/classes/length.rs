//! The length of schooling (学制) that a list states, held to the curriculum of
//! the programme.

use crate::lists::rows::Taking;
use crate::words::lists as words;
use crate::workbook::layout::Dim;
use crate::workbook::value::narrow;

impl Taking<'_> {
    /// Warns once of each programme whose stated length is not that of its
    /// curriculum, in terms.
    pub fn length(&mut self, row: u32, programme: &str) {
        let Some((text, said)) = self.text(row, "length") else {
            return;
        };
        let known = self.raw.programmes.get(programme);
        let runs = known.into_iter().flat_map(|one| &one.curriculum);
        let terms: u32 = runs.map(|run| run.terms.unwrap_or(1)).sum();
        let stated = terms_of(&text);
        if terms == 0 || stated == Some(terms) {
            return;
        }
        let label = self.known.label(Dim::Programmes, programme).to_owned();
        let message = match stated {
            Some(_) => words::other_length(&label, &text, terms),
            None => words::no_length(&text),
        };
        if !self.out.found.iter().any(|one| one.message == message) {
            self.warn(Some(said.cell), message, Vec::new());
        }
    }
}

/// The terms that a length means: `3`, `三年`, `2.5年`, `6学期`.
fn terms_of(text: &str) -> Option<u32> {
    const DIGITS: [char; 6] = ['一', '二', '三', '四', '五', '六'];
    let text: String = narrow(text).split_whitespace().collect();
    let number = |text: &str| -> Option<f64> {
        let text = text.strip_suffix('制').unwrap_or(text);
        let (text, half) = match text.strip_suffix('半') {
            Some(text) => (text.strip_suffix('年').unwrap_or(text), 0.5),
            None => (text.strip_suffix('年').unwrap_or(text), 0.0),
        };
        let mut letters = text.chars();
        let whole = match (letters.next(), letters.next()) {
            (Some('两'), None) => Some(2.0),
            (Some(letter), None) => DIGITS
                .iter()
                .zip(1_u8..)
                .find_map(|(digit, value)| (*digit == letter).then_some(f64::from(value))),
            _ => None,
        };
        Some(whole.or_else(|| text.parse().ok())? + half)
    };
    let terms = match text.strip_suffix("个学期").or_else(|| text.strip_suffix("学期")) {
        Some(terms) => number(terms)?,
        None => number(&text)? * 2.0,
    };
    (1..=20_u32).find(|count| (f64::from(*count) - terms).abs() < 1e-9)
}

#[cfg(test)]
mod tests {
    use super::terms_of;

    #[test]
    fn lengths_are_read_in_every_form() {
        for (text, terms) in
            [("3", 6), ("三年", 6), ("3年制", 6), ("２.５", 5), ("两年半", 5), ("四学期", 4)]
        {
            assert_eq!(terms_of(text), Some(terms), "{text}");
        }
        for text in ["", "全日制", "3.3", "-2", "三+二"] {
            assert_eq!(terms_of(text), None, "{text}");
        }
    }
}
