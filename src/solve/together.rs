//! Independent work done side by side.

use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

/// Does the work for each item, so many at a time; results in the order of the
/// items.
///
/// A thread takes the next item only when it is done with the one before, also
/// where the work does work of its own side by side: a pool that lets waiting
/// threads take other items would start the clocks of runs that then wait.
///
/// # Panics
///
/// Where the work does.
pub fn side_by_side<T: Sync, R: Send>(
    together: u32,
    items: &[T],
    work: impl Fn(&T) -> R + Sync,
) -> Vec<R> {
    let threads = usize::try_from(together)
        .unwrap_or(1)
        .clamp(1, items.len().max(1));
    let next = AtomicUsize::new(0);
    let done = Mutex::new(Vec::with_capacity(items.len()));
    thread::scope(|scope| {
        for _ in 0..threads {
            scope.spawn(|| {
                while let Some((index, item)) = take(&next, items) {
                    let result = work(item);
                    if let Ok(mut done) = done.lock() {
                        done.push((index, result));
                    }
                }
            });
        }
    });
    let mut done = done.into_inner().unwrap_or_default();
    done.sort_by_key(|(index, _)| *index);
    done.into_iter().map(|(_, result)| result).collect()
}

fn take<'a, T>(next: &AtomicUsize, items: &'a [T]) -> Option<(usize, &'a T)> {
    let index = next.fetch_add(1, Ordering::Relaxed);
    Some((index, items.get(index)?))
}

#[cfg(test)]
mod tests {
    use super::side_by_side;
    use std::sync::atomic::{AtomicU32, Ordering};
    use std::thread::sleep;
    use std::time::Duration;

    #[test]
    fn no_more_at_once_than_asked_for_also_where_the_work_is_done_side_by_side() {
        let (now, most) = (AtomicU32::new(0), AtomicU32::new(0));
        let items: Vec<u64> = (0..8).collect();
        let results = side_by_side(2, &items, |item| {
            let running = now.fetch_add(1, Ordering::SeqCst) + 1;
            most.fetch_max(running, Ordering::SeqCst);
            let inner = side_by_side(2, &[1, 2], |part| {
                sleep(Duration::from_millis(10));
                item * 10 + part
            });
            now.fetch_sub(1, Ordering::SeqCst);
            inner
        });
        assert_eq!(most.into_inner(), 2);
        let expected: Vec<Vec<u64>> = items.iter().map(|i| vec![i * 10 + 1, i * 10 + 2]).collect();
        assert_eq!(results, expected);
    }
}
