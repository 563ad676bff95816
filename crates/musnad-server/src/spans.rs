//! Traces: a call as a span of OpenTelemetry, with the parts of its work below, sent to a collector over gRPC.
//!
//! The parent is the span that the caller names in `traceparent`; whether a call is traced is then the caller's choice, else
//! that of `OTEL_TRACES_SAMPLER`. Spans are made after the fact, from the times that the figures need anyway, so that the
//! threads that read do nothing for calls that are not traced. They wait in a bounded queue; what a collector does not take
//! is dropped.

use std::time::{Duration, Instant, SystemTime};

use http::HeaderMap;
use opentelemetry::trace::{
    Span, SpanContext, SpanId, SpanKind, Status as SpanStatus, TraceContextExt, TraceFlags, TraceId, TraceState,
    Tracer, TracerProvider,
};
use opentelemetry::{Context, KeyValue};
use opentelemetry_otlp::{SpanExporter, WithExportConfig};
use opentelemetry_sdk::Resource;
use opentelemetry_sdk::trace::{SdkTracer, SdkTracerProvider};
use tonic::Code;

use crate::trace::Trace;

const SERVICE: &str = "musnad.v1.ExtractionService";
/// What is left to send when the server stops may take so long.
const LAST_WORDS: Duration = Duration::from_secs(5);

/// Makes spans and sends them. Clones share the queue.
#[derive(Debug, Clone)]
pub(crate) struct Traces {
    provider: SdkTracerProvider,
    tracer: SdkTracer,
}

impl Traces {
    /// Connects to a collector when there is something to send. Must be called inside the runtime.
    pub(crate) fn start(endpoint: &str) -> Result<Self, String> {
        let unusable = |error: String| format!("--otlp-endpoint {endpoint}: {error}");
        if !endpoint.starts_with("http://") {
            let message =
                "give http://HOST:4317; to send over an encrypted line, let a collector beside the server do it";
            return Err(unusable(message.to_owned()));
        }
        let exporter = SpanExporter::builder().with_tonic().with_endpoint(endpoint).build();
        let exporter = exporter.map_err(|error| unusable(error.to_string()))?;
        let mut resource = Resource::builder().with_attribute(KeyValue::new("service.version", musnad::VERSION));
        // Elsewhere the SDK reads the standard's variables itself.
        if std::env::var_os("OTEL_SERVICE_NAME").is_none_or(|name| name.is_empty()) {
            resource = resource.with_service_name("musnad");
        }
        let provider = SdkTracerProvider::builder()
            .with_resource(resource.build())
            .with_batch_exporter(exporter)
            .build();
        let tracer = provider.tracer("musnad-server");
        Ok(Self { provider, tracer })
    }

    /// The span of a call that begins now.
    pub(crate) fn call(&self, method: &'static str, headers: &HeaderMap, caller: Option<&Trace>) -> CallSpan {
        let parent = caller
            .and_then(|trace| remote(trace, headers))
            .map_or_else(Context::new, |span| Context::new().with_remote_span_context(span));
        let span = self
            .tracer
            .span_builder(format!("{SERVICE}/{method}"))
            .with_kind(SpanKind::Server)
            .with_attributes([
                KeyValue::new("rpc.system", "grpc"),
                KeyValue::new("rpc.service", SERVICE),
                KeyValue::new("rpc.method", method),
            ])
            .start_with_context(&self.tracer, &parent);
        CallSpan {
            tracer: self.tracer.clone(),
            context: parent.with_span(span),
        }
    }

    /// Sends what is left.
    pub(crate) async fn stop(self) {
        // It waits for its own thread, and nothing of the runtime may stand still.
        let stopped = tokio::task::spawn_blocking(move || self.provider.shutdown_with_timeout(LAST_WORDS));
        match stopped.await {
            Ok(Ok(())) => {}
            Ok(Err(error)) => tracing::warn!(%error, "the last spans were not sent"),
            Err(error) => tracing::warn!(%error, "the last spans were not sent"),
        }
    }
}

/// The span of a call. Clones are the same span.
#[derive(Debug, Clone)]
pub(crate) struct CallSpan {
    tracer: SdkTracer,
    context: Context,
}

impl CallSpan {
    /// Ids of trace and span, as records of the log have them.
    pub(crate) fn ids(&self) -> (TraceId, SpanId) {
        let span = self.context.span();
        (span.span_context().trace_id(), span.span_context().span_id())
    }

    /// A part of the work, which ended just now.
    pub(crate) fn part(&self, name: &'static str, begun: Instant) {
        if self.context.span().is_recording() {
            let now = SystemTime::now();
            let start = now.checked_sub(begun.elapsed()).unwrap_or(now);
            self.tracer
                .span_builder(name)
                .with_start_time(start)
                .start_with_context(&self.tracer, &self.context)
                .end_with_timestamp(now);
        }
    }

    /// The end of the call, and what it was.
    pub(crate) fn end(&self, code: Code, documents: u64, refused: u64, bytes: u64) {
        let span = self.context.span();
        let count = |count: u64| i64::try_from(count).unwrap_or(i64::MAX);
        span.set_attributes([
            KeyValue::new("rpc.grpc.status_code", i64::from(code as i32)),
            KeyValue::new("musnad.documents", count(documents)),
            KeyValue::new("musnad.documents_refused", count(refused)),
            KeyValue::new("musnad.document_bytes", count(bytes)),
        ]);
        // Of the standard's conventions: what is the caller's fault is no error of the server.
        if matches!(
            code,
            Code::Unknown
                | Code::DeadlineExceeded
                | Code::Unimplemented
                | Code::Internal
                | Code::Unavailable
                | Code::DataLoss
        ) {
            span.set_status(SpanStatus::error(code.description()));
        }
        span.end();
    }
}

/// The caller's span.
fn remote(trace: &Trace, headers: &HeaderMap) -> Option<SpanContext> {
    let flags = if trace.sampled {
        TraceFlags::SAMPLED
    } else {
        TraceFlags::default()
    };
    let state = headers.get("tracestate").and_then(|value| value.to_str().ok());
    Some(SpanContext::new(
        TraceId::from_hex(&trace.id).ok()?,
        SpanId::from_hex(&trace.parent).ok()?,
        flags,
        true,
        state
            .and_then(|state| state.parse::<TraceState>().ok())
            .unwrap_or_default(),
    ))
}
