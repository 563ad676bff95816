//! The answers of `ExtractStream`: one a document, in order, as long as the caller sends.

use std::pin::pin;
use std::sync::Arc;
use std::time::Duration;

use futures_util::{Stream, stream};
use musnad_proto::v1 as pb;
use tokio::time::{Instant, sleep_until};
use tonic::{Status, Streaming};

use crate::admission::Place;
use crate::bulk::{Bulk, is_error};
use crate::calls::Call;
use crate::metrics::Refused;
use crate::options::Options;
use crate::shutdown::Shutdown;
use crate::status;

/// What a stream needs.
pub(crate) struct Answering {
    pub(crate) requests: Streaming<pb::ExtractStreamRequest>,
    pub(crate) bulk: Bulk,
    pub(crate) call: Arc<Call>,
    pub(crate) place: Place,
    pub(crate) shutdown: Shutdown,
    pub(crate) idle: Duration,
}

struct State {
    answering: Answering,
    /// Whether more is read from the caller.
    is_open: bool,
    /// How the stream ends, when what was read is answered.
    end: Option<Status>,
    /// When the last document came or went.
    active: Instant,
    /// The token allows no document before that.
    not_before: Option<Instant>,
}

/// The answers.
pub(crate) fn answers(answering: Answering) -> impl Stream<Item = Result<pb::ExtractStreamResponse, Status>> + Send {
    let state = State {
        answering,
        is_open: true,
        end: None,
        active: Instant::now(),
        not_before: None,
    };
    stream::unfold(state, |mut state| async move {
        let next = state.next().await?;
        Some((next, state))
    })
}

impl State {
    async fn next(&mut self) -> Option<Result<pb::ExtractStreamResponse, Status>> {
        loop {
            if !self.is_open && self.answering.bulk.is_empty() {
                return self.end.take().map(Err);
            }
            let Answering {
                requests,
                bulk,
                call,
                place,
                shutdown,
                idle,
            } = &mut self.answering;
            let idle = *idle;
            let may_read = self.is_open && bulk.has_room();
            let is_idle = self.is_open && bulk.is_empty();
            let stopping = pin!(shutdown.clone().begun());
            let held_back = self.not_before;
            tokio::select! {
                // What is done goes out before more is taken.
                biased;
                result = bulk.next() => {
                    self.active = Instant::now();
                    if is_error(&result) {
                        call.document_refused();
                    }
                    return Some(Ok(pb::ExtractStreamResponse { result: Some(result) }));
                }
                () = place.seat().displaced(), if is_idle => {
                    call.refused(Refused::Displaced);
                    self.close(Some(status::displaced()));
                }
                () = stopping, if self.is_open => self.close(Some(status::unavailable())),
                () = sleep_until(held_back.unwrap_or(self.active)), if may_read && held_back.is_some() => {
                    self.not_before = None;
                }
                request = requests.message(), if may_read && held_back.is_none() => match request {
                    Ok(Some(request)) => self.take(request),
                    Ok(None) => self.close(None),
                    Err(status) => self.close(Some(status::unreadable(&status).map_or(status, Status::from))),
                },
                () = sleep_until(self.active + idle), if is_idle => self.close(Some(status::idle(idle))),
            }
        }
    }

    fn take(&mut self, request: pb::ExtractStreamRequest) {
        let Answering { bulk, call, .. } = &mut self.answering;
        self.active = Instant::now();
        call.document(request.document.as_ref().map_or(0, |document| document.text.len()));
        let options = Options::read(request.options.as_ref());
        bulk.push(request.document, options);
        // The document is paid for with the time until the next: a stream is held back and not refused.
        if let Err(wait) = call.take(1) {
            self.not_before = Some(Instant::now() + wait);
        }
    }

    fn close(&mut self, end: Option<Status>) {
        self.is_open = false;
        self.end = end;
    }
}
