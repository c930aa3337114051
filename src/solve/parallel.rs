//! Work on several threads: independent items, and sequences whose results are
//! merged in a fixed order.

use std::collections::{BTreeMap, VecDeque};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};
use std::thread;

/// Does the work for each item, `together` at a time; results in the order of
/// the items.
///
/// A thread takes the next item only when it is done with the one before, also
/// where the work does work of its own side by side: a pool that lets waiting
/// threads take other items would start the clocks of runs that then wait.
///
/// # Panics
///
/// Where the work does.
pub fn parallel_map<T: Sync, R: Send>(
    together: u32,
    items: &[T],
    work: impl Fn(&T) -> R + Sync,
) -> Vec<R> {
    let threads = usize::try_from(together).unwrap_or(1).clamp(1, items.len().max(1));
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

/// Jobs whose results are merged in the order in which they were handed out.
pub trait Sequence {
    /// A job.
    type Job: Send;
    /// Its result.
    type Outcome: Send;

    /// The next job, made from what has been merged so far; `None` when there is
    /// none any more.
    fn next(&mut self) -> Option<Self::Job>;

    /// Takes a result in, in the order of the jobs.
    fn merge(&mut self, outcome: Self::Outcome);
}

/// Work beside a sequence, whose result the sequence does not depend on.
pub type SideTask<'a> = Box<dyn FnOnce() + Send + 'a>;

/// What the threads of a pipeline share.
struct Shared<'a, J, R> {
    waiting: VecDeque<Task<'a, J>>,
    done: BTreeMap<usize, R>,
    closed: bool,
    broken: bool,
}

enum Task<'a, J> {
    Job(usize, J),
    Side(SideTask<'a>),
}

/// In which order the results of a pipeline are merged.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Order {
    /// Job `n` is made once the results of all jobs up to `n` − `threads` are merged,
    /// whenever they end: what the sequence does depends on the number of threads and
    /// not on the clock.
    AsMade,
    /// As they end, so that no thread waits for another.
    AsDone,
}

/// Works through a sequence on a number of threads.
///
/// # Panics
///
/// Where the work does.
pub fn pipeline<S: Sequence>(
    (threads, order): (u32, Order),
    sequence: &mut S,
    side_tasks: Vec<SideTask<'_>>,
    work: impl Fn(S::Job) -> S::Outcome + Sync,
) {
    let threads = usize::try_from(threads).unwrap_or(1).max(1);
    let shared = Mutex::new(Shared {
        waiting: side_tasks.into_iter().map(Task::Side).collect(),
        done: BTreeMap::new(),
        closed: false,
        broken: false,
    });
    let changed = Condvar::new();
    thread::scope(|scope| {
        for _ in 0..threads {
            scope.spawn(|| serve(&shared, &changed, &work));
        }
        let (mut made, mut merged) = (0, 0);
        loop {
            while made - merged < threads {
                let Some(job) = sequence.next() else { break };
                lock(&shared).waiting.push_back(Task::Job(made, job));
                changed.notify_all();
                made += 1;
            }
            if made == merged {
                break;
            }
            let mut state = lock(&shared);
            let outcome = loop {
                let next = match order {
                    Order::AsMade => state.done.remove(&merged),
                    Order::AsDone => state.done.pop_first().map(|(_, outcome)| outcome),
                };
                if let Some(outcome) = next {
                    break outcome;
                }
                assert!(!state.broken, "a thread of the pipeline has panicked");
                state = changed.wait(state).unwrap_or_else(PoisonError::into_inner);
            };
            drop(state);
            sequence.merge(outcome);
            merged += 1;
        }
        lock(&shared).closed = true;
        changed.notify_all();
    });
}

/// Works on tasks until there are no more.
fn serve<J, R>(
    shared: &Mutex<Shared<'_, J, R>>,
    changed: &Condvar,
    work: &(impl Fn(J) -> R + Sync),
) {
    let _alarm = Alarm { shared, changed };
    loop {
        let mut state = lock(shared);
        let task = loop {
            if let Some(task) = state.waiting.pop_front() {
                break task;
            }
            if state.closed {
                return;
            }
            state = changed.wait(state).unwrap_or_else(PoisonError::into_inner);
        };
        drop(state);
        match task {
            Task::Side(task) => task(),
            Task::Job(index, job) => {
                let outcome = work(job);
                lock(shared).done.insert(index, outcome);
                changed.notify_all();
            }
        }
    }
}

/// Wakes the pipeline when its thread panics, so that nobody waits for a result
/// that does not come.
struct Alarm<'a, 'b, J, R> {
    shared: &'a Mutex<Shared<'b, J, R>>,
    changed: &'a Condvar,
}

impl<J, R> Drop for Alarm<'_, '_, J, R> {
    fn drop(&mut self) {
        if thread::panicking() {
            let mut state = lock(self.shared);
            (state.closed, state.broken) = (true, true);
            self.changed.notify_all();
        }
    }
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests {
    use super::{Order, Sequence, parallel_map, pipeline};
    use std::sync::atomic::{AtomicU32, Ordering};
    use std::thread::sleep;
    use std::time::Duration;

    #[test]
    fn no_more_at_once_than_asked_for_also_where_the_work_is_done_side_by_side() {
        let (now, most) = (AtomicU32::new(0), AtomicU32::new(0));
        let items: Vec<u64> = (0..8).collect();
        let results = parallel_map(2, &items, |item| {
            let running = now.fetch_add(1, Ordering::SeqCst) + 1;
            most.fetch_max(running, Ordering::SeqCst);
            let inner = parallel_map(2, &[1, 2], |part| {
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

    /// Ten jobs, each the sum of the results merged before it was made.
    #[derive(Default)]
    struct Sums {
        made: u64,
        merged: Vec<u64>,
    }

    impl Sequence for Sums {
        type Job = (u64, u64);
        type Outcome = u64;

        fn next(&mut self) -> Option<(u64, u64)> {
            self.made += 1;
            (self.made <= 10).then(|| (self.made, self.merged.iter().sum()))
        }

        fn merge(&mut self, outcome: u64) {
            self.merged.push(outcome);
        }
    }

    /// Five jobs; which ones are merged, in which order.
    #[derive(Default)]
    struct Merges {
        made: u64,
        merged: Vec<u64>,
    }

    impl Sequence for Merges {
        type Job = u64;
        type Outcome = u64;

        fn next(&mut self) -> Option<u64> {
            self.made += 1;
            (self.made <= 5).then_some(self.made - 1)
        }

        fn merge(&mut self, outcome: u64) {
            self.merged.push(outcome);
        }
    }

    #[test]
    fn results_merged_as_they_end_do_not_wait_for_an_earlier_job() {
        let done = AtomicU32::new(0);
        let mut merges = Merges::default();
        pipeline((2, Order::AsDone), &mut merges, Vec::new(), |job| {
            // The first job ends after the others, which the order of jobs forbids.
            let mut patience = 2000;
            while job == 0 && done.load(Ordering::SeqCst) < 4 && patience > 0 {
                sleep(Duration::from_millis(5));
                patience -= 1;
            }
            done.fetch_add(1, Ordering::SeqCst);
            job
        });
        // The fifth job was made once those before it were merged, but for the first.
        assert_eq!(merges.merged[..3], [1, 2, 3]);
    }

    #[test]
    fn a_pipeline_depends_on_the_number_of_threads_and_not_on_the_clock() {
        let merged = |delays: fn(u64) -> u64| {
            let mut sums = Sums::default();
            let side = AtomicU32::new(0);
            let task = Box::new(|| {
                side.fetch_add(1, Ordering::SeqCst);
            });
            pipeline((3, Order::AsMade), &mut sums, vec![task], |(job, before)| {
                sleep(Duration::from_millis(delays(job)));
                job + before
            });
            assert_eq!(side.into_inner(), 1);
            sums.merged
        };
        let steady = merged(|_| 1);
        // job 4 knows of job 1, job 5 of jobs 1 and 2
        assert_eq!(steady[..5], [1, 2, 3, 5, 8]);
        assert_eq!(merged(|job| 12 - job), steady);
        assert_eq!(merged(|job| job % 3 * 7), steady);
    }
}
