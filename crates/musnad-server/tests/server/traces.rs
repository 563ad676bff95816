//! Traces, as a collector receives them.

use std::net::SocketAddr;
use std::sync::{Arc, Mutex};

use musnad_proto::v1 as pb;
use musnad_server::{Config, Server};
use opentelemetry_proto::tonic::collector::trace::v1::trace_service_server::{TraceService, TraceServiceServer};
use opentelemetry_proto::tonic::collector::trace::v1::{ExportTraceServiceRequest, ExportTraceServiceResponse};
use opentelemetry_proto::tonic::common::v1::any_value::Value;
use opentelemetry_proto::tonic::trace::v1::span::SpanKind;
use opentelemetry_proto::tonic::trace::v1::{Span, status::StatusCode};
use tokio::net::TcpListener;
use tonic::{Code, Request, Response, Status};

use crate::support::{ARTICLE, Running, document, request};

const TRACE: &str = "4bf92f3577b34da6a3ce929d0e0e4736";
const PARENT: &str = "00f067aa0ba902b7";

/// Keeps what it is sent.
#[derive(Clone, Default)]
struct Collector {
    received: Arc<Mutex<Vec<ExportTraceServiceRequest>>>,
}

#[tonic::async_trait]
impl TraceService for Collector {
    async fn export(
        &self,
        request: Request<ExportTraceServiceRequest>,
    ) -> Result<Response<ExportTraceServiceResponse>, Status> {
        self.received.lock().unwrap().push(request.into_inner());
        Ok(Response::new(ExportTraceServiceResponse::default()))
    }
}

impl Collector {
    async fn start() -> (Self, SocketAddr) {
        let collector = Self::default();
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        let incoming = futures_util::stream::unfold(listener, |listener| async move {
            let stream = listener.accept().await.map(|(stream, _)| stream);
            Some((stream, listener))
        });
        let service = TraceServiceServer::new(collector.clone());
        let serving = tonic::transport::Server::builder()
            .add_service(service)
            .serve_with_incoming(incoming);
        tokio::spawn(serving);
        (collector, address)
    }

    fn spans(&self) -> Vec<Span> {
        let received = self.received.lock().unwrap();
        let scopes = received
            .iter()
            .flat_map(|request| &request.resource_spans)
            .flat_map(|resource| &resource.scope_spans);
        scopes.flat_map(|scope| scope.spans.clone()).collect()
    }

    fn resource(&self, key: &str) -> Option<Value> {
        let received = self.received.lock().unwrap();
        let resource = received.first()?.resource_spans.first()?.resource.clone()?;
        let found = resource.attributes.into_iter().find(|attribute| attribute.key == key)?;
        found.value?.value
    }
}

fn hex(bytes: &[u8]) -> String {
    bytes
        .iter()
        .fold(String::new(), |hex, byte| hex + &format!("{byte:02x}"))
}

fn attribute(span: &Span, key: &str) -> Option<Value> {
    let found = span.attributes.iter().find(|attribute| attribute.key == key)?;
    found.value.clone()?.value
}

fn traced<T>(message: T, flags: &str) -> Request<T> {
    let mut request = Request::new(message);
    let parent = format!("00-{TRACE}-{PARENT}-{flags}").parse().unwrap();
    request.metadata_mut().insert("traceparent", parent);
    request
        .metadata_mut()
        .insert("tracestate", "vendor=seven".parse().unwrap());
    request
}

fn named<'s>(spans: &'s [Span], name: &str) -> Vec<&'s Span> {
    spans.iter().filter(|span| span.name == name).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_call_is_a_span_below_the_callers_with_its_parts_below_it() {
    let (collector, address) = Collector::start().await;
    let mut server = Running::start(|config| config.otlp_endpoint = Some(format!("http://{address}"))).await;
    let mut client = server.client().await;
    client
        .extract(traced(request(document("a", ARTICLE)), "01"))
        .await
        .unwrap();
    let batch = pb::ExtractBatchRequest {
        documents: vec![document("b", ARTICLE), document("c", "")],
        options: None,
    };
    client.extract_batch(batch).await.unwrap();
    let refused = client.extract(request(document("d", ""))).await.unwrap_err();
    assert_eq!(refused.code(), Code::InvalidArgument);
    // The caller does not record this one, so neither does the server.
    client
        .extract(traced(request(document("e", ARTICLE)), "00"))
        .await
        .unwrap();
    // What is left is sent when the server stops.
    drop(client);
    server.stop();
    server.stopped().await;

    let spans = collector.spans();
    let calls = named(&spans, "musnad.v1.ExtractionService/Extract");
    assert_eq!(calls.len(), 2, "{spans:#?}");
    let call = calls.iter().find(|span| hex(&span.trace_id) == TRACE).unwrap();
    assert_eq!(hex(&call.parent_span_id), PARENT);
    assert_eq!(call.trace_state, "vendor=seven");
    assert_eq!(call.kind(), SpanKind::Server);
    assert_eq!(attribute(call, "rpc.grpc.status_code"), Some(Value::IntValue(0)));
    assert_eq!(attribute(call, "musnad.documents"), Some(Value::IntValue(1)));
    for part in ["queue", "extract", "encode"] {
        let parts = named(&spans, part);
        let below = parts.iter().find(|span| span.parent_span_id == call.span_id);
        let below = below.unwrap_or_else(|| panic!("{part} is not below the call: {spans:#?}"));
        assert_eq!(below.trace_id, call.trace_id);
        assert!(below.start_time_unix_nano <= below.end_time_unix_nano);
        assert!(below.start_time_unix_nano + 1_000_000 >= call.start_time_unix_nano);
        assert!(below.end_time_unix_nano <= call.end_time_unix_nano + 1_000_000);
    }

    // A refusal is the caller's fault.
    let refused = calls.iter().find(|span| hex(&span.trace_id) != TRACE).unwrap();
    assert_eq!(attribute(refused, "rpc.grpc.status_code"), Some(Value::IntValue(3)));
    assert_ne!(refused.status.clone().unwrap_or_default().code(), StatusCode::Error);

    let batch = named(&spans, "musnad.v1.ExtractionService/ExtractBatch");
    assert_eq!(attribute(batch[0], "musnad.documents"), Some(Value::IntValue(2)));
    assert_eq!(
        attribute(batch[0], "musnad.documents_refused"),
        Some(Value::IntValue(1))
    );
    let below = spans.iter().filter(|span| span.parent_span_id == batch[0].span_id);
    assert_eq!(below.filter(|span| span.name == "queue").count(), 2);

    assert_eq!(
        collector.resource("service.name"),
        Some(Value::StringValue("musnad".to_owned()))
    );
    assert_eq!(
        collector.resource("service.version"),
        Some(Value::StringValue(musnad::VERSION.to_owned()))
    );
}

/// No text, no name and no id of a document goes to the collector.
#[tokio::test(flavor = "multi_thread")]
async fn spans_say_nothing_of_what_is_read() {
    let (collector, address) = Collector::start().await;
    let mut server = Running::start(|config| config.otlp_endpoint = Some(format!("http://{address}"))).await;
    let mut client = server.client().await;
    client
        .extract(request(document("the-id-of-it", ARTICLE)))
        .await
        .unwrap();
    drop(client);
    server.stop();
    server.stopped().await;
    let all = format!("{:?}", collector.received.lock().unwrap());
    assert!(all.contains("ExtractionService"));
    assert!(!all.contains("the-id-of-it") && !all.contains("سبها"));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_collector_that_is_not_there_costs_no_call() {
    let gone = TcpListener::bind("127.0.0.1:0").await.unwrap().local_addr().unwrap();
    let mut server = Running::start(|config| config.otlp_endpoint = Some(format!("http://{gone}"))).await;
    let mut client = server.client().await;
    for _ in 0..20 {
        client.extract(request(document("a", ARTICLE))).await.unwrap();
    }
    drop(client);
    server.stop();
    tokio::time::timeout(std::time::Duration::from_secs(30), server.stopped())
        .await
        .unwrap();
}

#[tokio::test]
async fn an_endpoint_that_cannot_be_is_named() {
    for endpoint in ["https://collector:4317", "collector:4317", "http://"] {
        let config = Config {
            listen: "127.0.0.1:0".to_owned(),
            otlp_endpoint: Some(endpoint.to_owned()),
            ..Config::default()
        };
        let error = Server::bind(config).await.unwrap_err();
        assert!(error.to_string().contains(endpoint), "{error}");
        assert_eq!(error.exit_status(), 2);
    }
}
