//! Independent work done side by side.

use rayon::prelude::*;

/// Does the work for each item, so many at a time; results in the order of the
/// items. Where no threads are to be had, one item after the other.
pub fn side_by_side<T: Sync, R: Send>(
    together: u32,
    items: &[T],
    work: impl Fn(&T) -> R + Sync,
) -> Vec<R> {
    let threads = usize::try_from(together).unwrap_or(1);
    match rayon::ThreadPoolBuilder::new().num_threads(threads).build() {
        // Work is long and uneven, so no thread takes two items at once.
        Ok(pool) => pool.install(|| items.par_iter().with_max_len(1).map(&work).collect()),
        Err(_) => items.iter().map(work).collect(),
    }
}
