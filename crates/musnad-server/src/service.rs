//! The RPCs of `musnad.v1.ExtractionService`.

use std::pin::Pin;

use futures_util::{Stream, StreamExt, stream};
use musnad::{Layer, wire};
use musnad_proto::v1 as pb;
use musnad_proto::v1::document_result::Outcome;
use musnad_proto::v1::extraction_service_server::ExtractionService;
use tonic::{Code, Request, Response, Status, Streaming};

use crate::limits::{Admission, Deadline};
use crate::shutdown::Shutdown;
use crate::status::{self, Refusal};
use crate::telemetry::Call;
use crate::worker::{Options, Worker};

/// The ontologies that events are coded in.
const ONTOLOGIES: [&str; 2] = ["PLOVER", "ACLED"];

/// Answers requests. Clones share everything.
#[derive(Debug, Clone)]
pub(crate) struct Service {
    worker: Worker,
    admission: Admission,
    shutdown: Shutdown,
    limits: pb::Limits,
}

impl Service {
    pub(crate) fn new(worker: Worker, admission: Admission, shutdown: Shutdown, limits: pb::Limits) -> Self {
        Self {
            worker,
            admission,
            shutdown,
            limits,
        }
    }

    async fn one(&self, request: pb::ExtractRequest) -> Result<pb::ExtractResponse, Status> {
        let options = Options::read(request.options.as_ref())?;
        let extraction = self.worker.extract(request.document, options).await?;
        Ok(pb::ExtractResponse {
            extraction: Some(extraction),
        })
    }

    async fn batch(
        &self,
        request: pb::ExtractBatchRequest,
        call: &mut Call,
    ) -> Result<pb::ExtractBatchResponse, Status> {
        let (count, limit) = (request.documents.len(), self.limits.max_batch_documents);
        if count > limit as usize {
            let message = format!("documents has {count} documents; the limit is {limit}: send smaller batches");
            return Err(Refusal::invalid("documents", message).into());
        }
        let options = Options::read(request.options.as_ref())?;
        let results: Vec<pb::DocumentResult> = stream::iter(request.documents)
            .map(|document| result(self.worker.clone(), Some(document), Ok(options)))
            .buffered(self.worker.count())
            .collect()
            .await;
        results
            .iter()
            .filter(|result| is_error(result))
            .for_each(|_| call.refused());
        Ok(pb::ExtractBatchResponse { results })
    }
}

/// One result or one error for a document.
async fn result(
    worker: Worker,
    document: Option<pb::Document>,
    options: Result<Options, Refusal>,
) -> pb::DocumentResult {
    let id = document
        .as_ref()
        .map(|document| document.id.clone())
        .unwrap_or_default();
    let extracted = match options {
        Ok(options) => worker.extract(document, options).await,
        Err(refusal) => Err(refusal),
    };
    let outcome = match extracted {
        Ok(extraction) => Outcome::Extraction(extraction),
        Err(refusal) => Outcome::Error(refusal.into_document_error(id)),
    };
    pb::DocumentResult { outcome: Some(outcome) }
}

fn is_error(result: &pb::DocumentResult) -> bool {
    matches!(result.outcome, Some(Outcome::Error(_)))
}

#[tonic::async_trait]
impl ExtractionService for Service {
    async fn extract(&self, request: Request<pb::ExtractRequest>) -> Result<Response<pb::ExtractResponse>, Status> {
        let mut call = Call::begin("Extract");
        let work = async {
            let _place = self.admission.enter()?;
            let deadline = Deadline::of(request.metadata());
            let request = request.into_inner();
            call.document(request.document.as_ref().map_or(0, |document| document.text.len()));
            deadline.limit(self.one(request)).await
        };
        let result = work.await;
        call.finish(result).map(Response::new)
    }

    async fn extract_batch(
        &self,
        request: Request<pb::ExtractBatchRequest>,
    ) -> Result<Response<pb::ExtractBatchResponse>, Status> {
        let mut call = Call::begin("ExtractBatch");
        let work = async {
            let _place = self.admission.enter()?;
            let deadline = Deadline::of(request.metadata());
            let request = request.into_inner();
            request
                .documents
                .iter()
                .for_each(|document| call.document(document.text.len()));
            deadline.limit(self.batch(request, &mut call)).await
        };
        let result = work.await;
        call.finish(result).map(Response::new)
    }

    type ExtractStreamStream = Pin<Box<dyn Stream<Item = Result<pb::ExtractStreamResponse, Status>> + Send>>;

    async fn extract_stream(
        &self,
        request: Request<Streaming<pb::ExtractStreamRequest>>,
    ) -> Result<Response<Self::ExtractStreamStream>, Status> {
        let call = Call::begin("ExtractStream");
        let place = match self.admission.enter() {
            Ok(place) => place,
            Err(status) => return call.finish(Err(status)),
        };
        let deadline = Deadline::of(request.metadata());
        let worker = self.worker.clone();
        let parallel = worker.count();

        // Requests are read until they end, or the server shuts down; what was read by then is still answered.
        let requests = request.into_inner().map(Some).chain(stream::once(async { None }));
        let interrupted = stream::once(self.shutdown.clone().begun()).map(|()| Some(Err(status::unavailable())));
        let requests = stream::select(requests, interrupted).scan(false, |ended, request| {
            let request = request.filter(|_| !*ended);
            *ended |= matches!(request, Some(Err(_)));
            std::future::ready(request)
        });
        let results = requests
            .map(move |request| {
                let worker = worker.clone();
                async move {
                    let request = request?;
                    let options = Options::read(request.options.as_ref());
                    let bytes = request.document.as_ref().map_or(0, |document| document.text.len());
                    Ok((result(worker, request.document, options).await, bytes))
                }
            })
            .buffered(parallel);
        let deadline = stream::once(deadline.passed()).map(|()| Err(status::deadline_exceeded()));
        let answers = stream::select(
            results.map(Some).chain(stream::once(async { None })),
            deadline.map(Some),
        )
        .scan((call, place, false), |(call, _place, ended), answer| {
            let answer = answer
                .filter(|_| !*ended)
                .map(|answer: Result<(pb::DocumentResult, usize), Status>| match answer {
                    Ok((result, bytes)) => {
                        call.document(bytes);
                        if is_error(&result) {
                            call.refused();
                        }
                        Ok(pb::ExtractStreamResponse { result: Some(result) })
                    }
                    Err(status) => {
                        *ended = true;
                        Err(status::unreadable(&status).map_or(status, Status::from))
                    }
                });
            match &answer {
                None => call.end(Code::Ok),
                Some(Err(status)) => call.end(status.code()),
                Some(Ok(_)) => {}
            }
            std::future::ready(answer)
        });
        Ok(Response::new(Box::pin(answers)))
    }

    async fn corroborate(
        &self,
        _request: Request<Streaming<pb::CorroborateRequest>>,
    ) -> Result<Response<pb::CorroborateResponse>, Status> {
        let message = "Corroborate is not part of this version; extract the documents with ExtractStream and compare their events";
        Call::begin("Corroborate").finish(Err(Status::unimplemented(message)))
    }

    async fn get_info(&self, _request: Request<pb::GetInfoRequest>) -> Result<Response<pb::GetInfoResponse>, Status> {
        Call::begin("GetInfo").finish(Ok(Response::new(pb::GetInfoResponse {
            engine: Some(wire::engine(self.worker.model())),
            ontologies: ONTOLOGIES.map(str::to_owned).to_vec(),
            limits: Some(self.limits),
            layers: Layer::ALL.map(|layer| pb::Layer::from(layer).into()).to_vec(),
        })))
    }
}
