//! The RPCs of `musnad.v1.ExtractionService`.

use std::pin::Pin;
use std::sync::Arc;
use std::time::Duration;

use futures_util::Stream;
use musnad::{Layer, wire};
use musnad_proto::v1 as pb;
use musnad_proto::v1::extraction_service_server::ExtractionService;
use tonic::{Request, Response, Status, Streaming};

use crate::admission::{Admission, Full, Place};
use crate::bulk::{Bulk, Slots, is_error};
use crate::calls::Call;
use crate::metrics::Refused;
use crate::models::Models;
use crate::options::Options;
use crate::scheduler::{Job, Lane};
use crate::shutdown::Shutdown;
use crate::status::{self, Refusal};
use crate::stream::{Answering, answers};

/// Answers requests. Clones share everything.
#[derive(Debug, Clone)]
pub(crate) struct Service {
    pub(crate) models: Models,
    pub(crate) slots: Slots,
    /// For `Extract` and `ExtractBatch`.
    pub(crate) requests: Admission,
    /// For `ExtractStream`.
    pub(crate) streams: Admission,
    pub(crate) shutdown: Shutdown,
    pub(crate) limits: pb::Limits,
    pub(crate) stream_idle: Duration,
}

impl Service {
    fn enter(&self, admission: &Admission, call: &Call, what: &str) -> Result<Place, Status> {
        if self.shutdown.has_begun() {
            return Err(status::unavailable());
        }
        admission.enter(call.caller()).map_err(|Full { limit }| {
            call.refused(Refused::Full);
            status::exhausted(limit, what, self.slots.scheduler.backlog())
        })
    }

    /// Takes documents from what the token of the caller allows.
    fn take(call: &Call, documents: usize) -> Result<(), Status> {
        call.take(documents).map_err(|wait| {
            call.refused(Refused::Rate);
            status::too_fast(call.limits().rate.unwrap_or_default(), wait)
        })
    }

    async fn one(&self, request: pb::ExtractRequest, call: &Call, place: &Place) -> Result<pb::Extraction, Status> {
        let options = Options::read(request.options.as_ref())?;
        let document = request.document.ok_or_else(Refusal::no_document)?;
        let job = Job {
            document,
            options,
            extractor: self.models.current(),
            seat: Some(Arc::clone(place.seat())),
            span: call.span().cloned(),
            slot: None,
        };
        Ok(self.slots.scheduler.submit(Lane::Single, call.caller(), job).await?)
    }

    async fn batch(
        &self,
        request: pb::ExtractBatchRequest,
        call: &Call,
        place: &Place,
    ) -> Result<Vec<pb::DocumentResult>, Status> {
        let options = Options::read(request.options.as_ref())?;
        let mut bulk = Bulk::new(&self.slots, call, self.models.current(), place.seat());
        let mut results = Vec::with_capacity(request.documents.len());
        let mut documents = request.documents.into_iter().peekable();
        while documents.peek().is_some() || !bulk.is_empty() {
            while documents.peek().is_some() && bulk.has_room() {
                bulk.push(documents.next(), Ok(options));
            }
            let result = bulk.next().await;
            if is_error(&result) {
                call.document_refused();
            }
            results.push(result);
        }
        Ok(results)
    }

    /// Does the work, unless the place is needed for another caller.
    async fn in_place<T>(
        &self,
        call: &Call,
        place: &Place,
        work: impl Future<Output = Result<T, Status>>,
    ) -> Result<T, Status> {
        tokio::select! {
            result = work => result,
            () = place.seat().displaced() => {
                call.refused(Refused::Displaced);
                Err(status::displaced())
            }
        }
    }
}

#[tonic::async_trait]
impl ExtractionService for Service {
    async fn extract(&self, request: Request<pb::ExtractRequest>) -> Result<Response<pb::ExtractResponse>, Status> {
        let call = Call::of(&request)?;
        let place = self.enter(&self.requests, &call, "requests")?;
        let request = request.into_inner();
        call.document(request.document.as_ref().map_or(0, |document| document.text.len()));
        Self::take(&call, 1)?;
        let work = self.one(request, &call, &place);
        let extraction = self.in_place(&call, &place, work).await?;
        Ok(Response::new(pb::ExtractResponse {
            extraction: Some(extraction),
        }))
    }

    async fn extract_batch(
        &self,
        request: Request<pb::ExtractBatchRequest>,
    ) -> Result<Response<pb::ExtractBatchResponse>, Status> {
        let call = Call::of(&request)?;
        let place = self.enter(&self.requests, &call, "requests")?;
        let request = request.into_inner();
        let documents = &request.documents;
        let (count, limit) = (documents.len(), self.limits.max_batch_documents);
        if count > limit as usize {
            let message = format!("documents has {count} documents; the limit is {limit}: send smaller batches");
            return Err(Refusal::invalid("documents", message).into());
        }
        for document in documents {
            call.document(document.text.len());
        }
        Self::take(&call, count)?;
        let work = self.batch(request, &call, &place);
        let results = self.in_place(&call, &place, work).await?;
        Ok(Response::new(pb::ExtractBatchResponse { results }))
    }

    type ExtractStreamStream = Pin<Box<dyn Stream<Item = Result<pb::ExtractStreamResponse, Status>> + Send>>;

    async fn extract_stream(
        &self,
        request: Request<Streaming<pb::ExtractStreamRequest>>,
    ) -> Result<Response<Self::ExtractStreamStream>, Status> {
        let call = Call::of(&request)?;
        let place = self.enter(&self.streams, &call, "streams")?;
        let bulk = Bulk::new(&self.slots, &call, self.models.current(), place.seat());
        Ok(Response::new(Box::pin(answers(Answering {
            requests: request.into_inner(),
            bulk,
            call,
            place,
            shutdown: self.shutdown.clone(),
            idle: self.stream_idle,
        }))))
    }

    async fn corroborate(
        &self,
        _request: Request<Streaming<pb::CorroborateRequest>>,
    ) -> Result<Response<pb::CorroborateResponse>, Status> {
        let message = "Corroborate is not part of this version; extract the documents with ExtractStream and compare their events";
        Err(Status::unimplemented(message))
    }

    async fn get_info(&self, request: Request<pb::GetInfoRequest>) -> Result<Response<pb::GetInfoResponse>, Status> {
        let allowed = Call::of(&request)?.limits();
        let mut limits = self.limits;
        limits.caller_documents_per_second = allowed.rate.unwrap_or_default();
        limits.caller_concurrent_calls = allowed.calls.unwrap_or_default();
        Ok(Response::new(pb::GetInfoResponse {
            engine: Some(wire::engine(self.models.current().model())),
            ontologies: self
                .models
                .current()
                .ontologies()
                .into_iter()
                .map(str::to_owned)
                .collect(),
            limits: Some(limits),
            layers: Layer::ALL.map(|layer| pb::Layer::from(layer).into()).to_vec(),
        }))
    }
}
