//! Many documents on threads: results come lazily and in the order of the input.
//!
//! The threads belong to one run and not to the process, so that a child made by `fork` starts with none and none are
//! missing there. Documents are taken from the caller's iterator in the caller's thread, a few ahead of the results.

use std::any::Any;
use std::collections::VecDeque;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, RecvTimeoutError, sync_channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use musnad::Layers;
use musnad_proto::v1 as pb;
use pyo3::exceptions::PyBaseException;
use pyo3::prelude::*;
use rayon::{ThreadPool, ThreadPoolBuilder};

use crate::errors::{MusnadError, exception};
use crate::extraction::Extraction;
use crate::extractor::Input;

/// Documents in work a thread: enough that no thread waits for a slow neighbour, few enough to stay lazy.
const AHEAD: usize = 4;

/// How often a waiting caller looks for Ctrl-C.
const PATIENCE: Duration = Duration::from_millis(100);

type Outcome = Result<pb::Extraction, Failure>;

/// Why there is no message.
enum Failure {
    Refused(musnad::Error),
    /// A defect of the library: it costs one document and not the run.
    Panicked(String),
}

/// A place in the order of the results.
enum Slot {
    /// Being read on a thread.
    Working(Receiver<(Outcome, Input)>),
    /// The caller's own error for the document.
    Failed(Py<PyAny>),
}

struct State {
    documents: Option<Py<PyAny>>,
    pool: Option<ThreadPool>,
    slots: VecDeque<Slot>,
}

/// An iterator over results: extractions, and exceptions in place of the documents that cannot be read.
#[pyclass(frozen, module = "musnad._musnad")]
pub(crate) struct Results {
    extractor: Arc<musnad::Extractor>,
    layers: Layers,
    threads: usize,
    process: u32,
    stopped: Arc<AtomicBool>,
    state: Mutex<State>,
}

impl Results {
    pub(crate) fn new(extractor: Arc<musnad::Extractor>, documents: Py<PyAny>, layers: Layers, threads: usize) -> Self {
        let state = State {
            documents: Some(documents),
            pool: None,
            slots: VecDeque::new(),
        };
        let stopped = Arc::new(AtomicBool::new(false));
        Self {
            extractor,
            layers,
            threads,
            process: std::process::id(),
            stopped,
            state: Mutex::new(state),
        }
    }

    /// Takes documents until enough are in work or there are no more.
    fn fill(&self, py: Python<'_>, state: &mut State) -> PyResult<()> {
        if state.pool.is_none() {
            // With 0, rayon asks RAYON_NUM_THREADS and then the machine.
            let pool = ThreadPoolBuilder::new()
                .num_threads(self.threads)
                .thread_name(|n| format!("musnad-{n}"))
                .build();
            state.pool = Some(pool.map_err(|error| MusnadError::new_err(format!("cannot start threads: {error}")))?);
        }
        let Some(pool) = &state.pool else { return Ok(()) };
        while let Some(documents) = &state.documents
            && state.slots.len() < pool.current_num_threads() * AHEAD
        {
            let Some(item) = documents.bind(py).try_iter()?.next().transpose()? else {
                state.documents = None;
                break;
            };
            let slot = if item.is_instance_of::<PyBaseException>() {
                Slot::Failed(item.unbind())
            } else {
                match item.extract::<Input>() {
                    Ok(input) => self.submit(pool, input),
                    Err(error) => Slot::Failed(about(py, error, item.get_item(0)?)?),
                }
            };
            state.slots.push_back(slot);
        }
        Ok(())
    }

    fn submit(&self, pool: &ThreadPool, input: Input) -> Slot {
        let (sender, receiver) = sync_channel(1);
        let (extractor, layers, stopped) = (Arc::clone(&self.extractor), self.layers, Arc::clone(&self.stopped));
        pool.spawn(move || {
            if stopped.load(Ordering::Relaxed) {
                return;
            }
            let outcome = match catch_unwind(AssertUnwindSafe(|| input.extract(&extractor, layers))) {
                Ok(outcome) => outcome.map_err(Failure::Refused),
                Err(panic) => Err(Failure::Panicked(describe(&*panic))),
            };
            // The receiver is gone when the caller has stopped early; nobody wants the result then.
            drop(sender.send((outcome, input)));
        });
        Slot::Working(receiver)
    }
}

#[pymethods]
impl Results {
    fn __iter__(this: PyRef<'_, Self>) -> PyRef<'_, Self> {
        this
    }

    fn __next__(&self, py: Python<'_>) -> PyResult<Option<Py<PyAny>>> {
        if self.process != std::process::id() {
            return Err(MusnadError::new_err(
                "this iterator belongs to the parent process: start another one after fork",
            ));
        }
        // Held while the caller's iterator runs: a second thread that asks must not wait for it with the GIL held.
        let Ok(mut state) = self.state.try_lock() else {
            return Err(MusnadError::new_err(
                "another thread is taking the next result from this iterator",
            ));
        };
        self.fill(py, &mut state)?;
        let mut receiver = match state.slots.pop_front() {
            None => {
                state.pool = None;
                return Ok(None);
            }
            Some(Slot::Failed(error)) => return Ok(Some(error)),
            Some(Slot::Working(receiver)) => receiver,
        };
        loop {
            let (answer, waiting) = py.detach(move || (receiver.recv_timeout(PATIENCE), receiver));
            receiver = waiting;
            match answer {
                Ok((Ok(message), input)) => {
                    return Ok(Some(Py::new(py, Extraction::new(message, input.text))?.into_any()));
                }
                Ok((Err(failure), input)) => {
                    let error = match failure {
                        Failure::Refused(error) => exception(&error),
                        Failure::Panicked(message) => MusnadError::new_err(format!(
                            "internal error, please report it with the document: {message}"
                        )),
                    };
                    return about(py, error, &*input.id).map(Some);
                }
                Err(RecvTimeoutError::Timeout) => py.check_signals()?,
                Err(RecvTimeoutError::Disconnected) => {
                    return Err(MusnadError::new_err("a thread ended without a result"));
                }
            }
        }
    }

    /// Stops: documents that wait are not read any more.
    fn close(&self) {
        self.stopped.store(true, Ordering::Relaxed);
        // Another thread that waits for a result has the state; it finds the documents refused.
        if let Ok(mut state) = self.state.try_lock() {
            state.documents = None;
            state.slots.clear();
            state.pool = None;
        }
    }
}

impl Drop for Results {
    fn drop(&mut self) {
        self.stopped.store(true, Ordering::Relaxed);
        if self.process != std::process::id() {
            // After fork the pool's threads do not exist here, and its locks may be held for ever.
            let state = self.state.get_mut().unwrap_or_else(PoisonError::into_inner);
            std::mem::forget(state.pool.take());
        }
    }
}

/// The exception as an object that says which document it is about.
fn about<'py>(py: Python<'py>, error: PyErr, document_id: impl IntoPyObject<'py>) -> PyResult<Py<PyAny>> {
    let value = error.into_value(py).into_any();
    value.bind(py).setattr(pyo3::intern!(py, "document_id"), document_id)?;
    Ok(value)
}

fn describe(panic: &(dyn Any + Send)) -> String {
    let text = panic.downcast_ref::<&str>().map(ToString::to_string);
    text.or_else(|| panic.downcast_ref::<String>().cloned())
        .unwrap_or_else(|| "a panic without a message".to_owned())
}
