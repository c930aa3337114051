//! Which lines of the register a number of units is taken from.

/// What a line could give.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Offer<R> {
    /// How gladly it is taken: the least rank first.
    pub(super) rank: R,
    /// Which line, in the register's order.
    pub(super) line: usize,
    /// How many units.
    pub(super) number: u32,
}

/// Takes a number of units: from the least rank first; within a rank a line
/// that has just so many as are still wanted, else whole lines in the
/// register's order, and only when all left have more than is wanted is the
/// first of them split. So at most one line is split.
pub(super) fn choose<R: Ord + Copy>(mut offers: Vec<Offer<R>>, wanted: u32) -> Vec<(usize, u32)> {
    offers.sort_by_key(|offer| (offer.rank, offer.line));
    let mut left = wanted;
    let mut taken = Vec::new();
    while let (Some(first), true) = (offers.first(), left > 0) {
        let rank = first.rank;
        let alike = || offers.iter().take_while(|offer| offer.rank == rank);
        let exact = alike().position(|offer| offer.number == left);
        let whole = || alike().position(|offer| offer.number < left);
        let offer = offers.remove(exact.or_else(whole).unwrap_or(0));
        let number = offer.number.min(left);
        left -= number;
        taken.push((offer.line, number));
    }
    taken
}

#[cfg(test)]
mod tests {
    use super::{Offer, choose};

    fn taken(offers: &[(u8, u32)], wanted: u32) -> Vec<(usize, u32)> {
        let offer = |(line, (rank, number)): (usize, &(u8, u32))| Offer {
            rank: *rank,
            line,
            number: *number,
        };
        choose(offers.iter().enumerate().map(offer).collect(), wanted)
    }

    #[test]
    fn whole_lines_before_parts() {
        // one that fits exactly, though it is not the first
        assert_eq!(taken(&[(0, 4), (0, 6)], 6), [(1, 6)]);
        // whole lines in order, then the first that is left is split
        assert_eq!(taken(&[(0, 4), (0, 7), (0, 9)], 6), [(0, 4), (1, 2)]);
        assert_eq!(taken(&[(0, 10), (0, 3), (0, 2)], 4), [(1, 3), (0, 1)]);
        // what is left fits exactly
        assert_eq!(taken(&[(0, 3), (0, 8), (0, 5)], 8), [(1, 8)]);
        assert_eq!(taken(&[(0, 3), (0, 9), (0, 5)], 8), [(0, 3), (2, 5)]);
    }

    #[test]
    fn the_least_rank_first_even_if_it_must_be_split() {
        assert_eq!(taken(&[(1, 6), (0, 10)], 6), [(1, 6)]);
        assert_eq!(taken(&[(1, 6), (0, 5)], 8), [(1, 5), (0, 3)]);
    }

    #[test]
    fn no_more_than_there_is() {
        assert_eq!(taken(&[(0, 2)], 5), [(0, 2)]);
        assert_eq!(taken(&[], 5), []);
        assert_eq!(taken(&[(0, 2)], 0), []);
    }
}
