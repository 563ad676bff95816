//! What a thread does with a document.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::time::Instant;

use musnad::wire;
use musnad_proto::v1 as pb;

use super::{Queued, Shared};
use crate::metrics::Stage;
use crate::status::Refusal;

/// Reads until the queue is closed.
pub(super) fn run(shared: &Shared) {
    while let Some((_, queued)) = shared.next() {
        shared.metrics.busy(1);
        read(shared, queued);
        shared.metrics.busy(-1);
    }
}

fn read(shared: &Shared, queued: Queued) {
    let Queued { job, since, reply } = queued;
    // It was taken from the queue in the moment in which the caller went.
    if reply.is_closed() {
        return;
    }
    if let Some(seat) = &job.seat {
        seat.begin();
    }
    let begun = Instant::now();
    let part = |stage, since: Instant| {
        shared.metrics.stage(stage, since.elapsed());
        if let Some(span) = &job.span {
            span.part(stage.name(), since);
        }
    };
    part(Stage::Queue, since);
    let extracted = |document: &pb::Document| {
        let input = wire::document(document)?;
        let extraction = job.extractor.extract_layers(&input, job.options.layers)?;
        part(Stage::Extract, begun);
        if reply.is_closed() {
            return Err(Refusal::stopping());
        }
        let encoding = Instant::now();
        let encoded = wire::encode(&extraction, &document.text, job.options.offsets);
        part(Stage::Encode, encoding);
        Ok(encoded)
    };
    // A defect of the library costs this document and not the thread.
    let result = catch_unwind(AssertUnwindSafe(|| extracted(&job.document)))
        .unwrap_or_else(|_| Err(Refusal::internal("the document could not be read: a defect of musnad")));
    shared.observe(begun.elapsed());
    shared.metrics.document(result.is_ok(), &job.document.text);
    if let Some(seat) = &job.seat {
        seat.end();
    }
    drop(job.slot);
    // An error means that nobody waits any more.
    let _ = reply.send(result);
}
