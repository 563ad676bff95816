//! Streams that go on after a break.

use std::collections::VecDeque;
use std::pin::Pin;

use futures_util::{FutureExt, Stream, StreamExt, stream};
use musnad_proto::v1 as pb;
use musnad_proto::v1::document_result::Outcome;
use tokio::sync::mpsc;
use tonic::{Code, Status, Streaming};

use crate::client::Client;
use crate::error::Error;

/// Documents that may be under way: what has to be sent again after a break.
const AHEAD: usize = 32;

struct State<S> {
    client: Client,
    documents: Pin<Box<S>>,
    options: Option<pb::ExtractOptions>,
    /// Sent, or to be sent, and without an answer.
    waiting: VecDeque<pb::Document>,
    is_over: bool,
    call: Option<Call>,
    tried: u32,
}

struct Call {
    /// Nothing, when the last document was sent.
    requests: Option<mpsc::UnboundedSender<pb::ExtractStreamRequest>>,
    answers: Streaming<pb::ExtractStreamResponse>,
}

pub(crate) fn results(
    client: Client,
    documents: impl Stream<Item = pb::Document> + Send,
    options: Option<pb::ExtractOptions>,
) -> impl Stream<Item = Result<pb::DocumentResult, Error>> + Send {
    let state = State {
        client,
        documents: Box::pin(documents),
        options,
        waiting: VecDeque::new(),
        is_over: false,
        call: None,
        tried: 0,
    };
    stream::unfold(Some(state), |state| async move {
        let mut state = state?;
        match state.next().await {
            Ok(None) => None,
            Ok(Some(result)) => Some((Ok(result), Some(state))),
            Err(error) => Some((Err(error), None)),
        }
    })
}

impl<S: Stream<Item = pb::Document> + Send> State<S> {
    async fn next(&mut self) -> Result<Option<pb::DocumentResult>, Error> {
        loop {
            self.fill().await;
            if self.waiting.is_empty() {
                return Ok(None);
            }
            match self.answer().await {
                Ok(result) => {
                    self.waiting.pop_front();
                    self.tried = 0;
                    return Ok(Some(result));
                }
                Err(status) => {
                    self.call = None;
                    self.tried += 1;
                    match self.client.retry.wait(self.tried, &status) {
                        Some(wait) => tokio::time::sleep(wait).await,
                        None => return Err(status.into()),
                    }
                }
            }
        }
    }

    /// Takes further documents; waits for one only when no answer is outstanding.
    async fn fill(&mut self) {
        while !self.is_over && self.waiting.len() < AHEAD {
            let next = self.documents.next();
            let next = if self.waiting.is_empty() {
                next.await
            } else {
                // While an answer is outstanding only those are taken that are there already.
                match next.now_or_never() {
                    Some(next) => next,
                    None => return,
                }
            };
            let Some(document) = next else {
                self.is_over = true;
                if let Some(call) = &mut self.call {
                    call.requests = None;
                }
                return;
            };
            if let Some(requests) = self.call.as_ref().and_then(|call| call.requests.as_ref()) {
                // A call that is over says so when its answer is asked for.
                let _ = requests.send(request(&document, self.options.as_ref()));
            }
            self.waiting.push_back(document);
        }
    }

    async fn answer(&mut self) -> Result<pb::DocumentResult, Status> {
        let mut call = match self.call.take() {
            Some(call) => call,
            None => self.open().await?,
        };
        let answer = call.answers.message().await?;
        let answer =
            answer.ok_or_else(|| Status::unavailable("the server ended the stream before its last document"))?;
        self.call = Some(call);
        let result = answer
            .result
            .ok_or_else(|| Status::internal("an answer of the stream has no result"))?;
        match &result.outcome {
            // The server stopped before it read the document.
            Some(Outcome::Error(error)) if error.code == i32::from(Code::Unavailable) => {
                Err(Status::unavailable(error.message.clone()))
            }
            _ => Ok(result),
        }
    }

    /// Opens a call, and sends what has no answer.
    async fn open(&mut self) -> Result<Call, Status> {
        let (sender, receiver) = mpsc::unbounded_channel();
        for document in &self.waiting {
            let _ = sender.send(request(document, self.options.as_ref()));
        }
        let requests = stream::unfold(receiver, |mut receiver| async move {
            receiver.recv().await.map(|request| (request, receiver))
        });
        let answers = self
            .client
            .stub
            .clone()
            .extract_stream(self.client.request(requests))
            .await?;
        Ok(Call {
            requests: (!self.is_over).then_some(sender),
            answers: answers.into_inner(),
        })
    }
}

fn request(document: &pb::Document, options: Option<&pb::ExtractOptions>) -> pb::ExtractStreamRequest {
    pb::ExtractStreamRequest {
        document: Some(document.clone()),
        options: options.cloned(),
    }
}
