//! The documents of one batch or stream on their way through the queue.
//!
//! A call has at most a window of documents under way, so that a caller who sends fast, or reads slowly, fills neither the
//! queue nor the memory: what is not taken stays with HTTP/2's flow control, and in the end with the caller. One document
//! a call always has a place; further ones share a number of slots, which a document gives back as soon as it is read,
//! however long its result then waits for the caller.

use std::pin::Pin;
use std::sync::Arc;

use futures_util::StreamExt;
use futures_util::stream::FuturesOrdered;
use musnad::Extractor;
use musnad_proto::v1 as pb;
use musnad_proto::v1::document_result::Outcome;
use tokio::sync::Semaphore;

use crate::admission::Seat;
use crate::caller::Caller;
use crate::calls::Call;
use crate::options::Options;
use crate::scheduler::{Job, Lane, Scheduler};
use crate::spans::CallSpan;
use crate::status::Refusal;

type Outcoming = Pin<Box<dyn Future<Output = pb::DocumentResult> + Send>>;

/// What all batches and streams share.
#[derive(Debug, Clone)]
pub(crate) struct Slots {
    pub(crate) scheduler: Scheduler,
    pub(crate) window: usize,
    pub(crate) further: Arc<Semaphore>,
}

/// One batch or stream.
pub(crate) struct Bulk {
    slots: Slots,
    caller: Caller,
    extractor: Arc<Extractor>,
    seat: Arc<Seat>,
    span: Option<CallSpan>,
    under_way: FuturesOrdered<Outcoming>,
}

impl Bulk {
    pub(crate) fn new(slots: &Slots, call: &Call, extractor: Arc<Extractor>, seat: &Arc<Seat>) -> Self {
        Self {
            slots: slots.clone(),
            caller: call.caller().clone(),
            span: call.span().cloned(),
            extractor,
            seat: Arc::clone(seat),
            under_way: FuturesOrdered::new(),
        }
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.under_way.is_empty()
    }

    /// Whether a further document may be taken now.
    pub(crate) fn has_room(&self) -> bool {
        let under_way = self.under_way.len();
        under_way == 0 || under_way < self.slots.window && self.slots.further.available_permits() > 0
    }

    /// Takes a document.
    pub(crate) fn push(&mut self, document: Option<pb::Document>, options: Result<Options, Refusal>) {
        // Another call may have been faster: then there is one document more than there are slots.
        let further = !self.under_way.is_empty();
        let slot = further.then(|| Arc::clone(&self.slots.further).try_acquire_owned().ok());
        let id = document
            .as_ref()
            .map(|document| document.id.clone())
            .unwrap_or_default();
        let (document, options) = match (document, options) {
            (Some(document), Ok(options)) => (document, options),
            (None, _) => return self.refuse(id, Refusal::no_document()),
            (_, Err(refusal)) => return self.refuse(id, refusal),
        };
        let job = Job {
            document,
            options,
            extractor: Arc::clone(&self.extractor),
            seat: Some(Arc::clone(&self.seat)),
            span: self.span.clone(),
            slot: slot.flatten(),
        };
        let ticket = self.slots.scheduler.submit(Lane::Bulk, &self.caller, job);
        self.under_way.push_back(Box::pin(async move {
            let outcome = match ticket.await {
                Ok(extraction) => Outcome::Extraction(extraction),
                Err(refusal) => Outcome::Error(refusal.into_document_error(id)),
            };
            pb::DocumentResult { outcome: Some(outcome) }
        }));
    }

    fn refuse(&mut self, id: String, refusal: Refusal) {
        let outcome = Some(Outcome::Error(refusal.into_document_error(id)));
        self.under_way
            .push_back(Box::pin(std::future::ready(pb::DocumentResult { outcome })));
    }

    /// The result of the first document that is under way; waits for ever when there is none.
    pub(crate) async fn next(&mut self) -> pb::DocumentResult {
        match self.under_way.next().await {
            Some(result) => result,
            None => std::future::pending().await,
        }
    }
}

/// Whether a document was refused.
pub(crate) fn is_error(result: &pb::DocumentResult) -> bool {
    matches!(result.outcome, Some(Outcome::Error(_)))
}
