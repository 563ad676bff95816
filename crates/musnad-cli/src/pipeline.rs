//! Many documents on many threads, with results in the order of the input and a bounded number of them in memory.
//!
//! The reader gives each document a ticket: a channel for one result. Workers take documents from a common queue; the
//! caller takes tickets in the order in which they were given. Both queues are bounded, so that a reader that is faster
//! than the workers, or workers that are faster than the output, wait.

use std::num::NonZeroUsize;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::mpsc::{Receiver, RecvTimeoutError, SyncSender, TryRecvError, sync_channel};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::Duration;

/// Documents in flight for each thread.
const WINDOW: usize = 8;
/// How often a waiting caller looks for a signal.
const TICK: Duration = Duration::from_millis(50);

/// A result, or nothing yet.
pub(crate) enum Next<R> {
    Ready(R),
    /// The next result is still being worked on: a good moment to flush.
    Waiting,
    /// The worker of this document failed on a defect of its own.
    Lost,
    End,
}

/// Results in the order of the input.
pub(crate) struct Results<R> {
    tickets: Receiver<Receiver<R>>,
    current: Option<Receiver<R>>,
}

/// Starts the reader and the workers.
///
/// `read` calls its argument with each item, and stops when that says false (nobody wants the results any more).
pub(crate) fn start<I, R>(
    threads: NonZeroUsize,
    read: impl FnOnce(&mut dyn FnMut(I) -> bool) + Send + 'static,
    work: impl Fn(I) -> R + Send + Sync + 'static,
) -> Results<R>
where
    I: Send + 'static,
    R: Send + 'static,
{
    let window = threads.get() * WINDOW;
    let (queue, items) = sync_channel::<(I, SyncSender<R>)>(window);
    let (order, tickets) = sync_channel(window);
    let items = Arc::new(Mutex::new(items));
    let work = Arc::new(work);
    for _ in 0..threads.get() {
        let (items, work) = (Arc::clone(&items), Arc::clone(&work));
        thread::spawn(move || {
            loop {
                let next = items.lock().ok().and_then(|items| items.recv().ok());
                let Some((item, ticket)) = next else { return };
                // A defect in one document must not take the others with it. Its ticket is dropped, which says so.
                if let Ok(result) = catch_unwind(AssertUnwindSafe(|| work(item))) {
                    let _ = ticket.send(result);
                }
            }
        });
    }
    thread::spawn(move || {
        read(&mut |item| {
            let (ticket, result) = sync_channel(1);
            order.send(result).is_ok() && queue.send((item, ticket)).is_ok()
        });
    });
    Results { tickets, current: None }
}

impl<R> Results<R> {
    /// The next result if it is there; does not wait.
    pub(crate) fn poll(&mut self) -> Next<R> {
        if self.current.is_none() {
            match self.tickets.try_recv() {
                Ok(ticket) => self.current = Some(ticket),
                Err(TryRecvError::Empty) => return Next::Waiting,
                Err(TryRecvError::Disconnected) => return Next::End,
            }
        }
        self.take(Receiver::try_recv, |error| *error == TryRecvError::Empty)
    }

    /// The next result; waits for it, but not long, so that the caller can look for signals.
    pub(crate) fn wait(&mut self) -> Next<R> {
        if self.current.is_none() {
            match self.tickets.recv_timeout(TICK) {
                Ok(ticket) => self.current = Some(ticket),
                Err(RecvTimeoutError::Timeout) => return Next::Waiting,
                Err(RecvTimeoutError::Disconnected) => return Next::End,
            }
        }
        self.take(
            |ticket| ticket.recv_timeout(TICK),
            |error| *error == RecvTimeoutError::Timeout,
        )
    }

    fn take<E>(&mut self, receive: impl Fn(&Receiver<R>) -> Result<R, E>, is_waiting: impl Fn(&E) -> bool) -> Next<R> {
        let Some(ticket) = &self.current else {
            return Next::Waiting;
        };
        match receive(ticket) {
            Ok(result) => {
                self.current = None;
                Next::Ready(result)
            }
            Err(error) if is_waiting(&error) => Next::Waiting,
            Err(_) => {
                self.current = None;
                Next::Lost
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn collect<R>(mut results: Results<R>) -> Vec<Option<R>> {
        let mut all = Vec::new();
        loop {
            match results.wait() {
                Next::Ready(result) => all.push(Some(result)),
                Next::Lost => all.push(None),
                Next::Waiting => {}
                Next::End => return all,
            }
        }
    }

    #[test]
    fn order_is_that_of_the_input_on_any_number_of_threads() {
        for threads in [1, 2, 7] {
            let threads = NonZeroUsize::new(threads).unwrap();
            let results = start(
                threads,
                |sink| (0..500_u64).for_each(|n| assert!(sink(n))),
                |n| {
                    // Early documents take longest.
                    thread::sleep(Duration::from_micros(if n % 7 == 0 { 900 } else { 10 }));
                    n * 2
                },
            );
            assert_eq!(collect(results), (0..500).map(|n| Some(n * 2)).collect::<Vec<_>>());
        }
    }

    #[test]
    fn a_defect_costs_its_own_document_only() {
        let threads = NonZeroUsize::new(2).unwrap();
        let results = start(
            threads,
            |sink| (0..9).for_each(|n| assert!(sink(n))),
            |n| if n == 4 { panic!("defect") } else { n },
        );
        let expected: Vec<Option<i32>> = (0..9).map(|n| (n != 4).then_some(n)).collect();
        assert_eq!(collect(results), expected);
    }

    #[test]
    fn the_reader_stops_when_nobody_listens() {
        let (done, stopped) = sync_channel(1);
        let results = start(
            NonZeroUsize::MIN,
            move |sink| {
                while sink(()) {}
                done.send(()).unwrap();
            },
            |()| (),
        );
        drop(results);
        stopped.recv_timeout(Duration::from_secs(10)).unwrap();
    }
}
