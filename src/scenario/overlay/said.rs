//! The decision that an expression names: what begins it, which things it
//! calls by key or name, and the terms behind them.

use super::Unread;
use crate::domain::{Decision, Term};
use crate::scenario::named::Named;
use crate::scenario::raw::{RawPin, RawScenario, RawText};
use crate::scenario::resolve::{guess_term, suggestions};
use crate::words::pins as words;

/// The decision that is said, without any bound.
pub(super) fn said(body: &str, raw: &RawScenario) -> Result<RawPin, Unread> {
    Reading { raw }.pin(body)
}

/// The words that begin an expression, by decision.
const VERBS: [(Decision, &[&str]); 5] = [
    (Decision::Open, &["open", "启用"]),
    (Decision::Built, &["build", "built", "建设"]),
    (Decision::Admitted, &["admit", "招生"]),
    (Decision::Posted, &["post", "任职"]),
    (Decision::Hired, &["hire", "招聘"]),
];

struct Reading<'a> {
    raw: &'a RawScenario,
}

impl Reading<'_> {
    fn pin(&self, body: &str) -> Result<RawPin, Unread> {
        let verb = VERBS.iter().find_map(|(decision, verbs)| {
            let rest = verbs.iter().find_map(|verb| after(body, verb))?;
            Some((*decision, rest))
        });
        match verb {
            Some((Decision::Posted, rest)) => self.posted(rest),
            Some((decision, rest)) => self.plain(decision, rest),
            None if body.contains('@') => self.placed(body),
            None => Err(Unread {
                message: words::no_expression(body),
                hints: vec![words::expression_form()],
            }),
        }
    }

    /// `zaozhi 2008-autumn @ erzhong 2009-autumn..`
    fn placed(&self, body: &str) -> Result<RawPin, Unread> {
        let (programme, campus) = body.split_once('@').unwrap_or((body, ""));
        let (programme, entry) = in_one_term(programme)?;
        let (campus, from, until) = timed(campus)?;
        Ok(RawPin {
            decision: Some(Decision::Placement),
            programme: Some(self.programme(programme)?),
            entry,
            campus: Some(self.campus(campus)?),
            from,
            until,
            ..RawPin::default()
        })
    }

    /// `post zb001 @ erzhong`
    fn posted(&self, rest: &str) -> Result<RawPin, Unread> {
        let Some((who, campus)) = rest.split_once('@') else {
            return Err(Unread {
                message: words::no_campus(rest),
                hints: vec![words::expression_form()],
            });
        };
        let (campus, from, until) = timed(campus)?;
        let mut pin = RawPin {
            decision: Some(Decision::Posted),
            campus: Some(self.campus(campus)?),
            from,
            until,
            ..RawPin::default()
        };
        let who = who.trim();
        let people = self.raw.roster.iter();
        let people: Vec<Called<'_>> =
            people.map(|(key, one)| (key, one.name.as_deref(), None)).collect();
        let staff = called(&self.raw.staff, |one| one.name.as_ref());
        let subjects = called(&self.raw.subjects, |one| one.name.as_ref());
        if let Some(key) = known(who, &people) {
            pin.person = Some(key.to_owned());
        } else if let Some(key) = known(who, &staff) {
            pin.staff = Some(key.to_owned());
        } else {
            let all = [people, staff, subjects.clone()].concat();
            let key = known(who, &subjects).ok_or_else(|| {
                unknown(who, ("教职工或学科", "person, staff group or subject"), &all)
            })?;
            pin.subject = Some(key.to_owned());
        }
        Ok(pin)
    }

    /// `open erzhong 2008-autumn`, `admit shukong 2008-autumn`, …
    fn plain(&self, decision: Decision, rest: &str) -> Result<RawPin, Unread> {
        let mut pin = RawPin { decision: Some(decision), ..RawPin::default() };
        if decision == Decision::Admitted {
            let (programme, entry) = in_one_term(rest)?;
            (pin.programme, pin.entry) = (Some(self.programme(programme)?), entry);
            return Ok(pin);
        }
        let (name, from, until) = timed(rest)?;
        (pin.from, pin.until) = (from, until);
        match decision {
            Decision::Built => {
                let options = called(&self.raw.options, |one| one.name.as_ref());
                pin.option = Some(find(name, ("建设项目", "building option"), &options)?);
            }
            Decision::Hired => {
                let subjects = called(&self.raw.subjects, |one| one.name.as_ref());
                pin.subject = Some(find(name, ("学科", "subject"), &subjects)?);
            }
            _ => pin.campus = Some(self.campus(name)?),
        }
        Ok(pin)
    }

    fn programme(&self, name: &str) -> Result<String, Unread> {
        let programmes = called(&self.raw.programmes, |one| one.name.as_ref());
        find(name, ("专业", "programme"), &programmes)
    }

    fn campus(&self, name: &str) -> Result<String, Unread> {
        let campuses = called(&self.raw.campuses, |one| one.name.as_ref());
        find(name, ("校区", "campus"), &campuses)
    }
}

/// What stands behind a word that begins a text.
fn after<'t>(text: &'t str, word: &str) -> Option<&'t str> {
    let begin = text.get(..word.len())?;
    let rest = &text[word.len()..];
    // A Chinese word needs no space behind it.
    let ends = !word.is_ascii() || rest.starts_with(char::is_whitespace);
    (begin.eq_ignore_ascii_case(word) && ends).then(|| rest.trim())
}

/// A thing: its key and its names.
type Called<'a> = (&'a str, Option<&'a str>, Option<&'a str>);

fn called<'a, T>(
    things: &'a Named<T>,
    name: impl Fn(&'a T) -> Option<&'a RawText>,
) -> Vec<Called<'a>> {
    let things = things.iter();
    things
        .map(|(key, thing)| {
            let name = name(thing);
            let zh = name.and_then(|name| name.zh.as_deref());
            let en = name.and_then(|name| name.en.as_deref());
            (key, zh, en)
        })
        .collect()
}

/// The key of the thing with this key or, if there is just one, this name.
fn known<'a>(name: &str, things: &[Called<'a>]) -> Option<&'a str> {
    let name = name.trim();
    if let Some((key, _, _)) = things.iter().find(|(key, _, _)| *key == name) {
        return Some(key);
    }
    let same =
        |text: Option<&str>| text.is_some_and(|text| text.to_lowercase() == name.to_lowercase());
    let mut named = (things.iter()).filter(|(_, zh, en)| same(*zh) || same(*en));
    let (key, _, _) = named.next()?;
    named.next().is_none().then_some(key)
}

fn find(name: &str, noun: (&str, &str), things: &[Called<'_>]) -> Result<String, Unread> {
    let key = known(name, things);
    key.map(str::to_owned).ok_or_else(|| unknown(name, noun, things))
}

fn unknown(name: &str, (zh, en): (&str, &str), things: &[Called<'_>]) -> Unread {
    let name = name.trim();
    let keys = things.iter().map(|(key, _, _)| *key);
    let names = things.iter().flat_map(|(_, zh, en)| [*zh, *en]).flatten();
    let known: Vec<&str> = keys.chain(names).collect();
    Unread {
        message: crate::words::diagnostics::unknown(name, zh, en),
        hints: suggestions(name, known.into_iter()),
    }
}

/// A name and the term behind it, if there is one.
fn in_one_term(text: &str) -> Result<(&str, Option<String>), Unread> {
    let (name, from, until) = timed(text)?;
    if from == until {
        return Ok((name, from));
    }
    Err(Unread { message: words::one_term(text.trim()), hints: vec![words::expression_form()] })
}

type Timed<'t> = (&'t str, Option<String>, Option<String>);

/// A name and the terms behind it: `2009-autumn`, `2009-autumn..2010-spring`,
/// `2009-autumn..`, `..2010-spring`.
fn timed(text: &str) -> Result<Timed<'_>, Unread> {
    let text = text.trim();
    let begin = text
        .rfind(char::is_whitespace)
        .map_or(0, |at| at + text[at..].chars().next().map_or(1, char::len_utf8));
    let (name, last) = (text[..begin].trim(), &text[begin..]);
    if name.is_empty() {
        return Ok((text, None, None));
    }
    if let Some((from, until)) = last.split_once("..") {
        let term = |part: &str| match part {
            "" => Ok(None),
            part => match read_term(part) {
                Some(term) => Ok(Some(term.to_string())),
                None => Err(Unread {
                    message: crate::words::diagnostics::not_a_term(part),
                    hints: vec![words::terms_form()],
                }),
            },
        };
        return Ok((name, term(from)?, term(until)?));
    }
    Ok(match read_term(last) {
        Some(term) => (name, Some(term.to_string()), Some(term.to_string())),
        None => (text, None, None),
    })
}

/// A term, as in scenario files or as `2009秋`.
fn read_term(text: &str) -> Option<Term> {
    let begins = text.starts_with(|letter: char| letter.is_ascii_digit());
    text.parse().ok().or_else(|| guess_term(text).filter(|_| begins))
}
