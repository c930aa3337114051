//! Names and assignments of people.

use crate::domain::Term;
use crate::plan::{Assignment, Post};
use crate::report::view::{View, seat};
use crate::words::report::people as words;

/// The post of somebody whom the plan names.
pub(super) fn post<'a>(view: &View<'a>, key: &str) -> Option<&'a Post> {
    view.plan.posts.iter().find(|post| post.key() == key)
}

/// The name of somebody whom the plan names, with the key where another has
/// the same name.
pub(super) fn name(view: &View, key: &str) -> String {
    let name = post(view, key).map_or(key, |post| post.name.as_str());
    let alike = view.plan.posts.iter().filter(|post| post.name == name);
    if alike.count() > 1 { view.say(&words::titled(name, key)) } else { name.to_owned() }
}

/// Names in one text.
pub(super) fn names(view: &View, keys: &[String]) -> String {
    let names: Vec<String> = keys.iter().map(|key| name(view, key)).collect();
    view.list(&names)
}

/// Where somebody works in a term: at the base or, in an exchange, at the
/// partner's.
pub(super) fn works_at<'a>(view: &View<'a>, post: &'a Post, term: Term) -> Option<&'a str> {
    let base = seat(&post.seats, term).filter(|_| view.works(post, term))?;
    let head = view.scenario.rules.exchange.as_ref();
    let head = head.map(|rule| view.scenario.campuses[rule.head].id.as_str());
    let stage = view.stage_of(term);
    let mut pairs = view.plan.exchanges.iter();
    let pair = pairs.find(|pair| {
        pair.from.0 == stage && [&pair.out, &pair.back].iter().any(|key| **key == post.key())
    });
    Some(match (pair, head) {
        (Some(pair), _) if pair.out == post.key() => &pair.branch,
        (Some(_), Some(head)) => head,
        _ => base,
    })
}

/// What somebody does in a term.
pub(super) fn assignment<'a>(view: &View<'a>, key: &str, term: Term) -> Option<&'a Assignment> {
    let mut assignments = view.plan.assignments.iter();
    assignments.find(|one| one.person == key && one.from.0 <= term && term <= one.until.0)
}
