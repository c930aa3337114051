//! The plan beside others.

use super::goal::worst;
use super::{Chapter, gather, point};
use crate::domain::Text;
use crate::plan::MoneyItem;
use crate::report::format;
use crate::report::option_names::names;
use crate::report::sections::money;
use crate::report::view::View;
use crate::words::report::prose as words;

pub(super) fn chapter(view: &View, others: &[View]) -> Chapter {
    let views: Vec<&View> = std::iter::once(view).chain(others).collect();
    let names = names(&views).into_iter().skip(1);
    let items = others.iter().zip(names).map(|(other, name)| beside(view, other, &name));
    let told = point(view, &words::options(), [Some(words::compared_with(others.len()))]);
    let told = (!others.is_empty()).then(|| told.alone().items(items));
    gather(view, &words::options(), [told])
}

fn beside(own: &View, other: &View, name: &str) -> String {
    let cost = |view: &View| view.plan.accounts.cost_wan_yuan.0;
    let capital = |view: &View| money::sum(view, MoneyItem::is_capital).0;
    let targets = match worst(other).len() {
        0 => words::targets_met(),
        count => words::targets_not_met(count),
    };
    own.say(&words::beside(
        name,
        &own.say(&against(cost(own), cost(other))),
        &own.say(&against(capital(own), capital(other))),
        other.plan.accounts.classes_moved,
        &own.say(&targets),
    ))
}

/// A sum of another plan against this plan's.
fn against(own: f64, other: f64) -> Text {
    let value = format::number(other, 1);
    let by = format::number((other - own).abs(), 1);
    if by == format::number(0.0, 1) {
        words::same(&value)
    } else if other > own {
        words::more(&value, &by)
    } else {
        words::less(&value, &by)
    }
}
