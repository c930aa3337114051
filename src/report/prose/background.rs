//! Why the consolidation is proposed, what it keeps to and what secures it, as
//! the scenario states them.

use super::{Chapter, Point, gather, point};
use crate::domain::{StatementKind, Text};
use crate::report::view::View;
use crate::words::report::prose as words;

pub(super) fn chapter(view: &View) -> Chapter {
    let points = [
        of(view, StatementKind::Reason, &words::reasons()),
        of(view, StatementKind::Principle, &words::principles()),
    ];
    gather(view, &words::background(), points)
}

/// What secures that the plan is carried out.
pub(super) fn safeguards(view: &View) -> Chapter {
    let stated = of(view, StatementKind::Safeguard, &words::safeguards());
    gather(view, &words::safeguards(), [stated.map(Point::alone)])
}

fn of(view: &View, kind: StatementKind, heading: &Text) -> Option<Point> {
    let items: Vec<String> = view.scenario.proposal.of(kind).map(|text| view.say(text)).collect();
    (!items.is_empty()).then(|| point(view, heading, []).items(items))
}
