//! Every call, whatever its service: who makes it, until when, what is written about it when it ends.
//!
//! This is a layer around the services. It checks the token before anything of the request is read, ends what takes too
//! long or whose token is taken away, and writes one record a call to the log and to the figures, also for calls that no
//! service ever saw.

use std::convert::Infallible;
use std::pin::Pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::task::{Context, Poll};
use std::time::Duration;

use bytes::Bytes;
use http::{HeaderMap, Request, Response, header};
use http_body::{Frame, SizeHint};
use tokio::time::Instant;
use tonic::body::Body;
use tonic::{Code, Status};
use tower::Service;

use crate::caller::Caller;
use crate::connection::{Active, Connection};
use crate::deadline;
use crate::metrics::{Metrics, Refused};
use crate::spans::{CallSpan, Traces};
use crate::status;
use crate::tokens::{Lease, Limits, Tokens};
use crate::trace::Trace;

/// What the services learn of a call, in the extensions of its request.
#[derive(Debug)]
pub(crate) struct Call {
    method: Method,
    caller: Caller,
    lease: Option<Lease>,
    trace: Option<Trace>,
    span: Option<CallSpan>,
    deadline: Option<Instant>,
    started: Instant,
    documents: AtomicU64,
    refused: AtomicU64,
    bytes: AtomicU64,
    metrics: Arc<Metrics>,
}

impl Call {
    /// The call of a request, which the layer has put there.
    pub(crate) fn of<T>(request: &tonic::Request<T>) -> Result<Arc<Self>, Status> {
        let call = request.extensions().get::<Arc<Self>>();
        call.cloned()
            .ok_or_else(|| Status::internal("the layer of calls is missing"))
    }

    pub(crate) fn caller(&self) -> &Caller {
        &self.caller
    }

    /// What the token of the caller allows.
    pub(crate) fn limits(&self) -> Limits {
        self.lease.as_ref().map(Lease::limits).unwrap_or_default()
    }

    /// Takes so many documents from what the token allows a second, or says how long to wait.
    pub(crate) fn take(&self, documents: usize) -> Result<(), Duration> {
        self.lease.as_ref().map_or(Ok(()), |lease| lease.take(documents))
    }

    /// One more document of so many bytes.
    pub(crate) fn document(&self, bytes: usize) {
        self.documents.fetch_add(1, Ordering::Relaxed);
        self.bytes.fetch_add(bytes as u64, Ordering::Relaxed);
    }

    /// One more document that was refused.
    pub(crate) fn document_refused(&self) {
        self.refused.fetch_add(1, Ordering::Relaxed);
    }

    /// Counts a refusal.
    pub(crate) fn refused(&self, reason: Refused) {
        self.metrics.refused(reason);
    }

    /// The span of the call, if it is traced.
    pub(crate) fn span(&self) -> Option<&CallSpan> {
        self.span.as_ref()
    }

    /// Done when the call has to end before its time.
    fn ended(&self) -> impl Future<Output = Status> + Send + 'static {
        let revoked = self.lease.as_ref().map(Lease::revoked);
        let (at, metrics) = (self.deadline, Arc::clone(&self.metrics));
        async move {
            let revoked = async {
                match revoked {
                    Some(revoked) => revoked.await,
                    None => std::future::pending().await,
                }
            };
            tokio::select! {
                () = deadline::passed(at) => status::deadline_exceeded(),
                () = revoked => {
                    metrics.refused(Refused::Revoked);
                    Status::unauthenticated("the token was revoked")
                }
            }
        }
    }
}

/// The methods by which calls are counted; there must not be more labels than these, whatever callers ask for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Method {
    Extract,
    ExtractBatch,
    ExtractStream,
    Corroborate,
    GetInfo,
    Health,
    Reflection,
    Other,
}

impl Method {
    fn of(path: &str) -> Self {
        match path.trim_start_matches('/').split_once('/') {
            Some(("musnad.v1.ExtractionService", method)) => match method {
                "Extract" => Self::Extract,
                "ExtractBatch" => Self::ExtractBatch,
                "ExtractStream" => Self::ExtractStream,
                "Corroborate" => Self::Corroborate,
                "GetInfo" => Self::GetInfo,
                _ => Self::Other,
            },
            Some(("grpc.health.v1.Health", _)) => Self::Health,
            Some((service, _)) if service.starts_with("grpc.reflection.") => Self::Reflection,
            _ => Self::Other,
        }
    }

    fn name(self) -> &'static str {
        match self {
            Self::Extract => "Extract",
            Self::ExtractBatch => "ExtractBatch",
            Self::ExtractStream => "ExtractStream",
            Self::Corroborate => "Corroborate",
            Self::GetInfo => "GetInfo",
            Self::Health => "Health",
            Self::Reflection => "Reflection",
            Self::Other => "other",
        }
    }

    /// Probes have no token.
    fn needs_token(self) -> bool {
        self != Self::Health
    }

    /// Whether the whole call has a greatest length.
    fn is_short(self) -> bool {
        matches!(self, Self::Extract | Self::ExtractBatch | Self::GetInfo)
    }

    /// Whether it is work, for which a server that stops waits.
    fn is_work(self) -> bool {
        !matches!(self, Self::Health | Self::Reflection | Self::Other)
    }
}

/// What the layer needs.
#[derive(Debug, Clone)]
pub(crate) struct Rules {
    pub(crate) tokens: Option<Tokens>,
    pub(crate) max_call_time: Duration,
    pub(crate) metrics: Arc<Metrics>,
    pub(crate) traces: Option<Traces>,
    /// Calls that are work and have not ended.
    pub(crate) running: Arc<AtomicU64>,
}

/// The layer.
#[derive(Debug, Clone)]
pub(crate) struct Calls<S> {
    inner: S,
    rules: Rules,
}

impl<S> Calls<S> {
    pub(crate) fn new(inner: S, rules: Rules) -> Self {
        Self { inner, rules }
    }
}

impl<S> Service<Request<Body>> for Calls<S>
where
    S: Service<Request<Body>, Response = Response<Body>, Error = Infallible> + Clone + Send + 'static,
    S::Future: Send,
{
    type Response = Response<Body>;
    type Error = Infallible;
    type Future = Pin<Box<dyn Future<Output = Result<Response<Body>, Infallible>> + Send>>;

    fn poll_ready(&mut self, context: &mut Context<'_>) -> Poll<Result<(), Infallible>> {
        self.inner.poll_ready(context)
    }

    fn call(&mut self, request: Request<Body>) -> Self::Future {
        // The one that said it is ready is the one to be called.
        let clone = self.inner.clone();
        let inner = std::mem::replace(&mut self.inner, clone);
        Box::pin(answer(inner, request, self.rules.clone()))
    }
}

async fn answer<S>(mut inner: S, mut request: Request<Body>, rules: Rules) -> Result<Response<Body>, Infallible>
where
    S: Service<Request<Body>, Response = Response<Body>, Error = Infallible>,
{
    let method = Method::of(request.uri().path());
    let connection = request.extensions().get::<Connection>().cloned();
    let known = match leave(&rules, method, request.headers()) {
        Ok(lease) => Ok(lease),
        Err((status, reason)) => {
            rules.metrics.refused(reason);
            Err(status)
        }
    };
    // Nothing behind this layer needs the secret.
    request.headers_mut().remove(header::AUTHORIZATION);
    let (lease, refusal) = match known {
        Ok(lease) => (lease, None),
        Err(status) => (None, Some(status)),
    };
    let deadline = deadline::of(request.headers());
    let longest = method.is_short().then(|| Instant::now() + rules.max_call_time);
    let caller = match (&lease, &connection) {
        (Some(lease), _) => lease.caller(),
        (None, Some(connection)) => connection.caller().clone(),
        (None, None) => Caller::address(std::net::Ipv4Addr::UNSPECIFIED.into()),
    };
    let trace = Trace::of(request.headers());
    // A probe a second says nothing, and what is no method of the service is no work.
    let traces = rules.traces.as_ref().filter(|_| method.is_work());
    let span = traces.map(|traces| traces.call(method.name(), request.headers(), trace.as_ref()));
    let call = Arc::new(Call {
        method,
        caller,
        lease,
        trace,
        span,
        deadline: [deadline, longest].into_iter().flatten().min(),
        started: Instant::now(),
        documents: AtomicU64::new(0),
        refused: AtomicU64::new(0),
        bytes: AtomicU64::new(0),
        metrics: Arc::clone(&rules.metrics),
    });
    let record = Record::begin(
        Arc::clone(&call),
        rules.running,
        connection.as_ref().map(Connection::begin),
    );
    if let Some(status) = refusal {
        return Ok(record.refuse(&status));
    }
    // The timer looks at the work first, and ticks by the millisecond: what is late already must not start.
    if call.deadline.is_some_and(|at| at <= Instant::now()) {
        return Ok(record.refuse(&status::deadline_exceeded()));
    }
    let mut ended: Pin<Box<dyn Future<Output = Status> + Send>> = Box::pin(call.ended());
    request.extensions_mut().insert(call);
    let response = tokio::select! {
        response = inner.call(request) => response?,
        status = &mut ended => return Ok(record.refuse(&status)),
    };
    Ok(record.watch(response, ended))
}

/// The leave to make the call; none where no token is needed.
fn leave(rules: &Rules, method: Method, headers: &HeaderMap) -> Result<Option<Lease>, (Status, Refused)> {
    let Some(tokens) = rules.tokens.as_ref().filter(|_| method.needs_token()) else {
        return Ok(None);
    };
    let bearer = |value: &http::HeaderValue| {
        let (scheme, token) = value.as_bytes().split_at_checked(7)?;
        scheme
            .eq_ignore_ascii_case(b"bearer ")
            .then(|| token.trim_ascii().to_vec())
    };
    let token = headers.get(header::AUTHORIZATION).and_then(bearer);
    match token.and_then(|token| tokens.find(&token)) {
        Some(Ok(lease)) => Ok(Some(lease)),
        Some(Err(too_many)) => Err((status::too_many_calls(too_many.limit), Refused::Calls)),
        None => {
            let message = "give a token that this server knows: the header authorization with Bearer and the token";
            Err((Status::unauthenticated(message), Refused::Unauthenticated))
        }
    }
}

/// One call, written down when it ends, also when it ends because the caller has gone.
struct Record {
    call: Arc<Call>,
    running: Arc<AtomicU64>,
    code: Option<Code>,
    _active: Option<Active>,
}

impl Record {
    fn begin(call: Arc<Call>, running: Arc<AtomicU64>, active: Option<Active>) -> Self {
        call.metrics.call_began(call.method.name());
        if call.method.is_work() {
            running.fetch_add(1, Ordering::Relaxed);
        }
        Self {
            call,
            running,
            code: None,
            _active: active,
        }
    }

    fn refuse(mut self, status: &Status) -> Response<Body> {
        self.code = Some(status.code());
        status.clone().into_http()
    }

    /// Follows the answer to its end.
    fn watch(
        mut self,
        response: Response<Body>,
        ended: Pin<Box<dyn Future<Output = Status> + Send>>,
    ) -> Response<Body> {
        self.code = code(response.headers());
        let is_over = self.code.is_some();
        response.map(|body| {
            if is_over {
                return body;
            }
            Body::new(Watched {
                body: Some(body),
                ended,
                record: Some(self),
            })
        })
    }
}

impl Drop for Record {
    fn drop(&mut self) {
        let call = &self.call;
        if call.method.is_work() {
            self.running.fetch_sub(1, Ordering::Relaxed);
        }
        let code = self.code.unwrap_or(Code::Cancelled);
        let time = call.started.elapsed();
        call.metrics.call_ended(call.method.name(), code_name(code), time);
        // Probes come every second, and say nothing.
        if call.method == Method::Health && code == Code::Ok {
            return;
        }
        let method = call.method.name();
        let (documents, refused) = (
            call.documents.load(Ordering::Relaxed),
            call.refused.load(Ordering::Relaxed),
        );
        let bytes = call.bytes.load(Ordering::Relaxed);
        let milliseconds = (time.as_secs_f64() * 1e4).round() / 10.0;
        let caller = &call.caller;
        if let Some(span) = &call.span {
            span.end(code, documents, refused, bytes);
        }
        let ids = call.span.as_ref().map(CallSpan::ids);
        let trace = call.trace.as_ref();
        let trace_id = ids
            .map(|(trace, _)| trace.to_string())
            .or_else(|| trace.map(|trace| trace.id.clone()));
        let span_id = ids.map(|(_, span)| span.to_string());
        let parent_id = trace.map(|trace| trace.parent.as_str());
        match code {
            Code::Internal | Code::Unknown | Code::DataLoss => {
                tracing::error!(method, ?code, %caller, documents, refused, bytes, milliseconds, trace_id, span_id, parent_id, "call");
            }
            _ => {
                tracing::info!(method, ?code, %caller, documents, refused, bytes, milliseconds, trace_id, span_id, parent_id, "call");
            }
        }
    }
}

/// The body of an answer, followed to its end.
struct Watched {
    body: Option<Body>,
    ended: Pin<Box<dyn Future<Output = Status> + Send>>,
    record: Option<Record>,
}

impl http_body::Body for Watched {
    type Data = Bytes;
    type Error = Status;

    fn poll_frame(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Result<Frame<Bytes>, Status>>> {
        let this = &mut *self;
        let Some(body) = this.body.as_mut() else {
            return Poll::Ready(None);
        };
        if let Poll::Ready(frame) = Pin::new(body).poll_frame(context) {
            let code = match &frame {
                Some(Ok(frame)) => frame
                    .trailers_ref()
                    .map(|trailers| code(trailers).unwrap_or(Code::Unknown)),
                Some(Err(status)) => Some(status.code()),
                None => Some(Code::Unknown),
            };
            if let Some(code) = code {
                this.end(code);
            }
            return Poll::Ready(frame);
        }
        let status = std::task::ready!(this.ended.as_mut().poll(context));
        this.end(status.code());
        let mut trailers = HeaderMap::new();
        Poll::Ready(Some(
            status.add_header(&mut trailers).map(|()| Frame::trailers(trailers)),
        ))
    }

    fn is_end_stream(&self) -> bool {
        self.body.as_ref().is_none_or(Body::is_end_stream)
    }

    fn size_hint(&self) -> SizeHint {
        SizeHint::default()
    }
}

impl Watched {
    /// Drops what is behind the body, which ends its work, and writes the record.
    fn end(&mut self, code: Code) {
        self.body = None;
        if let Some(mut record) = self.record.take() {
            record.code = Some(code);
        }
    }
}

fn code(headers: &HeaderMap) -> Option<Code> {
    headers
        .get("grpc-status")
        .map(|value| Code::from_bytes(value.as_bytes()))
}

/// The name of a code as the protocol writes it.
fn code_name(code: Code) -> &'static str {
    match code {
        Code::Ok => "OK",
        Code::Cancelled => "CANCELLED",
        Code::Unknown => "UNKNOWN",
        Code::InvalidArgument => "INVALID_ARGUMENT",
        Code::DeadlineExceeded => "DEADLINE_EXCEEDED",
        Code::NotFound => "NOT_FOUND",
        Code::AlreadyExists => "ALREADY_EXISTS",
        Code::PermissionDenied => "PERMISSION_DENIED",
        Code::ResourceExhausted => "RESOURCE_EXHAUSTED",
        Code::FailedPrecondition => "FAILED_PRECONDITION",
        Code::Aborted => "ABORTED",
        Code::OutOfRange => "OUT_OF_RANGE",
        Code::Unimplemented => "UNIMPLEMENTED",
        Code::Internal => "INTERNAL",
        Code::Unavailable => "UNAVAILABLE",
        Code::DataLoss => "DATA_LOSS",
        Code::Unauthenticated => "UNAUTHENTICATED",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn callers_cannot_invent_labels() {
        assert_eq!(Method::of("/musnad.v1.ExtractionService/Extract"), Method::Extract);
        assert_eq!(
            Method::of("/grpc.reflection.v1alpha.ServerReflection/ServerReflectionInfo"),
            Method::Reflection
        );
        for other in ["/", "", "/x", "/musnad.v1.ExtractionService/Else", "/a/b/c"] {
            assert_eq!(Method::of(other), Method::Other, "{other}");
        }
    }
}
