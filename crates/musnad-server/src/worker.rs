//! Extraction beside the runtime: on blocking threads, never more at once than there are workers, so that the runtime
//! answers health checks and refusals however busy the server is.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use musnad::{Extractor, Layers, OffsetEncoding, wire};
use musnad_proto::v1 as pb;
use tokio::sync::Semaphore;

use crate::status::Refusal;

/// What to return, checked.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Options {
    layers: Layers,
    offsets: OffsetEncoding,
}

impl Options {
    /// Checks the options of a request; absent ones are the default.
    pub(crate) fn read(options: Option<&pb::ExtractOptions>) -> Result<Self, Refusal> {
        let Some(options) = options else {
            return Ok(Self {
                layers: Layers::default(),
                offsets: OffsetEncoding::default(),
            });
        };
        let offsets = wire::offset_encoding(options.offset_encoding)
            .map_err(|error| Refusal::invalid("options.offset_encoding", error.to_string()))?;
        Ok(Self {
            layers: wire::layers(&options.layers)?,
            offsets,
        })
    }
}

/// Extracts documents for all requests.
#[derive(Debug, Clone)]
pub(crate) struct Worker {
    extractor: Arc<Extractor>,
    threads: Arc<Semaphore>,
    count: usize,
}

impl Worker {
    pub(crate) fn new(extractor: Extractor, count: usize) -> Self {
        Self {
            extractor: Arc::new(extractor),
            threads: Arc::new(Semaphore::new(count)),
            count,
        }
    }

    /// Documents that are extracted at once.
    pub(crate) fn count(&self) -> usize {
        self.count
    }

    /// Name and version of what reads.
    pub(crate) fn model(&self) -> &'static str {
        self.extractor.model()
    }

    /// Largest document that is read.
    pub(crate) fn max_document_bytes(&self) -> usize {
        self.extractor.max_document_bytes()
    }

    /// Extracts a document. When the future is dropped, because the caller has gone or the deadline has passed, a
    /// document that waits is not begun, and one that is being read is not encoded.
    pub(crate) async fn extract(
        &self,
        document: Option<pb::Document>,
        options: Options,
    ) -> Result<pb::Extraction, Refusal> {
        let Some(document) = document else {
            return Err(Refusal::invalid(
                "document",
                "document is missing: give one with a text",
            ));
        };
        let Ok(thread) = Arc::clone(&self.threads).acquire_owned().await else {
            return Err(Refusal::internal("the workers are gone"));
        };
        let extractor = Arc::clone(&self.extractor);
        let guard = Abandoned::default();
        let is_abandoned = Arc::clone(&guard.0);
        let work = tokio::task::spawn_blocking(move || {
            let _thread = thread;
            if is_abandoned.load(Ordering::Relaxed) {
                return Err(Refusal::internal("nobody waits for this document"));
            }
            let input = wire::document(&document)?;
            let extraction = extractor.extract_layers(&input, options.layers)?;
            if is_abandoned.load(Ordering::Relaxed) {
                return Err(Refusal::internal("nobody waits for this document"));
            }
            Ok(wire::encode(&extraction, &document.text, options.offsets))
        });
        let result = work.await;
        drop(guard);
        result.unwrap_or_else(|error| Err(Refusal::internal(format!("the document could not be read: {error}"))))
    }
}

/// Says, when it is dropped, that nobody waits any more.
#[derive(Debug, Default)]
struct Abandoned(Arc<AtomicBool>);

impl Drop for Abandoned {
    fn drop(&mut self) {
        self.0.store(true, Ordering::Relaxed);
    }
}
