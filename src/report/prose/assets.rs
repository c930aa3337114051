//! The register of assets: that it adds up, what moves, what stays.

use super::{Chapter, Point, gather, point};
use crate::report::format;
use crate::report::sections::assets::{Totals, totals};
use crate::report::view::View;
use crate::units::Money;
use crate::words::report::prose as words;

pub(super) fn chapter(view: &View) -> Chapter {
    let totals = totals(view);
    let points =
        [totals.map(|totals| balance(view, &totals)), totals.map(|totals| moved(view, &totals))];
    gather(view, &words::assets(), points)
}

fn sum(value: Money) -> String {
    format::number(value.0, 2)
}

fn balance(view: &View, totals: &Totals) -> Point {
    let Totals { today, bought, disposed, at_end, .. } = *totals;
    let off = today.fen() + bought.fen() - disposed.fen() - at_end.fen();
    let sentences = [
        words::balance(totals.lines, &sum(today), &sum(bought), &sum(disposed), &sum(at_end)),
        match off {
            0 => words::adds_up(),
            off => words::does_not_add_up(&format::number(Money::of_fen(off).0.abs(), 6)),
        },
        words::owners_kept(totals.owners),
    ];
    point(view, &words::reconciled(), sentences.map(Some))
}

fn moved(view: &View, totals: &Totals) -> Point {
    let sentences = [
        Some(match totals.moves {
            0 => words::no_moved_lines(),
            moves => words::moved_lines(moves, &sum(totals.moved)),
        }),
        (totals.left > 0).then(|| words::left_lines(totals.left)),
        (totals.unvalued > 0).then(|| words::unvalued(totals.unvalued)),
    ];
    point(view, &words::assets_moved(), sentences)
}
