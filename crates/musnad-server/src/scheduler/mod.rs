//! Extraction beside the runtime: a fixed number of threads, one [`Queue`] in front of them.
//!
//! The runtime answers health checks and refusals however busy the threads are. Who may put how many documents into the
//! queue is not decided here but by [`crate::admission`] (calls) and [`crate::bulk`] (documents of batches and streams).

mod queue;
mod reader;

use std::pin::Pin;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::task::{Context, Poll};
use std::time::{Duration, Instant};

use musnad::Extractor;
use musnad_proto::v1 as pb;
use tokio::sync::{OwnedSemaphorePermit, oneshot};

use crate::admission::Seat;
use crate::caller::Caller;
use crate::metrics::Metrics;
use crate::options::Options;
use crate::spans::CallSpan;
use crate::status::Refusal;

pub(crate) use queue::Lane;
use queue::Queue;

/// Reads documents for all calls. Clones share everything; the threads end when the last clone is dropped.
#[derive(Debug, Clone)]
pub(crate) struct Scheduler {
    shared: Arc<Shared>,
    _threads: Arc<Threads>,
}

/// What the threads and the calls share.
#[derive(Debug)]
struct Shared {
    state: Mutex<State>,
    work: Condvar,
    workers: usize,
    /// Nanoseconds that a document takes, smoothed.
    pace: AtomicU64,
    metrics: Arc<Metrics>,
}

#[derive(Debug)]
struct State {
    queue: Queue<Queued>,
    next_id: u64,
    closed: bool,
}

/// A document to be read.
#[derive(Debug)]
pub(crate) struct Job {
    pub(crate) document: pb::Document,
    pub(crate) options: Options,
    /// The one that was in use when the call began.
    pub(crate) extractor: Arc<Extractor>,
    /// Told when the document is begun: from then on the call cannot make room for others.
    pub(crate) seat: Option<Arc<Seat>>,
    /// The span of the call, if it is traced.
    pub(crate) span: Option<CallSpan>,
    /// Given back when the document is done.
    pub(crate) slot: Option<OwnedSemaphorePermit>,
}

/// A job in the queue.
#[derive(Debug)]
struct Queued {
    job: Job,
    since: Instant,
    reply: oneshot::Sender<Result<pb::Extraction, Refusal>>,
}

impl Scheduler {
    /// Starts the threads.
    pub(crate) fn start(workers: usize, metrics: Arc<Metrics>) -> std::io::Result<Self> {
        let shared = Arc::new(Shared {
            state: Mutex::new(State {
                queue: Queue::new(),
                next_id: 0,
                closed: false,
            }),
            work: Condvar::new(),
            workers,
            // A guess for the first estimates: an article of 400 words.
            pace: AtomicU64::new(15_000_000),
            metrics,
        });
        let threads = Arc::new(Threads(Arc::clone(&shared)));
        for number in 0..workers {
            let shared = Arc::clone(&shared);
            std::thread::Builder::new()
                .name(format!("extract-{number}"))
                .spawn(move || reader::run(&shared))?;
        }
        Ok(Self {
            shared,
            _threads: threads,
        })
    }

    /// Documents that are read at once.
    pub(crate) fn workers(&self) -> usize {
        self.shared.workers
    }

    /// Puts a document into the queue. When the ticket is dropped, because the caller has gone or the deadline has passed, a
    /// document that waits is taken out, and one that is being read is not encoded.
    pub(crate) fn submit(&self, lane: Lane, caller: &Caller, job: Job) -> Ticket {
        let (reply, answer) = oneshot::channel();
        let queued = Queued {
            job,
            since: Instant::now(),
            reply,
        };
        let mut state = self.shared.lock();
        let id = state.next_id;
        state.next_id += 1;
        // A closed queue takes nothing: the reply is dropped, and the ticket says so.
        if !state.closed {
            state.queue.push(lane, caller, id, queued);
            self.shared.show(&state);
        }
        drop(state);
        self.shared.work.notify_one();
        Ticket {
            answer,
            waits: Waits {
                shared: Arc::clone(&self.shared),
                lane,
                caller: caller.clone(),
                id,
                done: false,
            },
        }
    }

    /// How long what waits will take: when a refused caller should come again.
    pub(crate) fn backlog(&self) -> Duration {
        let state = self.shared.lock();
        let waiting = state.queue.len(Lane::Single) + state.queue.len(Lane::Bulk);
        drop(state);
        let pace = Duration::from_nanos(self.shared.pace.load(Ordering::Relaxed));
        let turns = waiting / self.shared.workers.max(1) + 1;
        pace.saturating_mul(u32::try_from(turns).unwrap_or(u32::MAX))
            .clamp(Duration::from_millis(100), Duration::from_secs(10))
    }
}

impl Shared {
    fn lock(&self) -> MutexGuard<'_, State> {
        // A thread that panics does so outside of the lock.
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn show(&self, state: &State) {
        self.metrics
            .queued(state.queue.len(Lane::Single), state.queue.len(Lane::Bulk));
    }

    /// The next job; none when the queue is closed.
    fn next(&self) -> Option<(Lane, Queued)> {
        let mut state = self.lock();
        loop {
            if state.closed {
                return None;
            }
            if let Some(next) = state.queue.pop() {
                self.show(&state);
                return Some(next);
            }
            state = self.work.wait(state).unwrap_or_else(PoisonError::into_inner);
        }
    }

    fn observe(&self, time: Duration) {
        let time = u64::try_from(time.as_nanos()).unwrap_or(u64::MAX);
        let pace = self.pace.load(Ordering::Relaxed);
        self.pace.store(pace - pace / 8 + time / 8, Ordering::Relaxed);
    }
}

/// Ends the threads when nobody can send them work any more.
#[derive(Debug)]
struct Threads(Arc<Shared>);

impl Drop for Threads {
    fn drop(&mut self) {
        let mut state = self.0.lock();
        state.closed = true;
        // Dropping the jobs tells those who wait for them.
        state.queue = Queue::new();
        drop(state);
        self.0.work.notify_all();
    }
}

/// The promise of an extraction.
#[derive(Debug)]
pub(crate) struct Ticket {
    answer: oneshot::Receiver<Result<pb::Extraction, Refusal>>,
    waits: Waits,
}

impl Future for Ticket {
    type Output = Result<pb::Extraction, Refusal>;

    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Self::Output> {
        let answer = std::task::ready!(Pin::new(&mut self.answer).poll(context));
        self.waits.done = true;
        Poll::Ready(answer.unwrap_or_else(|_| Err(Refusal::stopping())))
    }
}

/// A place in the queue, left when it is dropped.
#[derive(Debug)]
struct Waits {
    shared: Arc<Shared>,
    lane: Lane,
    caller: Caller,
    id: u64,
    /// There is nothing left to be taken out.
    done: bool,
}

impl Drop for Waits {
    fn drop(&mut self) {
        if self.done {
            return;
        }
        let mut state = self.shared.lock();
        let removed = state.queue.remove(self.lane, &self.caller, self.id);
        self.shared.show(&state);
        drop(state);
        // The text may be large: it is freed outside of the lock.
        drop(removed);
    }
}
