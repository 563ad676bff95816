//! Everything put together: listen, serve, drain.

use std::fmt;
use std::future::{Future, IntoFuture};
use std::io;
use std::net::SocketAddr;
use std::process::ExitCode;

use http::{HeaderName, HeaderValue};
use musnad::Extractor;
use musnad_proto::FILE_DESCRIPTOR_SET;
use musnad_proto::v1 as pb;
use musnad_proto::v1::extraction_service_server::ExtractionServiceServer;
use tokio::net::TcpListener;
use tonic::transport::server::TcpIncoming;
use tonic_web::GrpcWebLayer;
use tower::util::MapResponseLayer;
use tower_http::cors::{AllowHeaders, AllowMethods, AllowOrigin, CorsLayer};

use crate::config::Config;
use crate::health::Condition;
use crate::limits::Admission;
use crate::service::Service;
use crate::shutdown::{Shutdown, Signals};
use crate::worker::Worker;
use crate::{status, telemetry};

/// Why the server cannot start or had to stop.
#[derive(Debug)]
pub struct ServerError(String);

impl fmt::Display for ServerError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for ServerError {}

/// A server that listens and does not serve yet.
#[derive(Debug)]
pub struct Server {
    config: Config,
    worker: Worker,
    listener: TcpListener,
    address: SocketAddr,
}

impl Server {
    /// Loads the lexicons and listens.
    ///
    /// # Errors
    /// The message says whether the address is wrong or taken, or which table cannot be read.
    pub async fn bind(config: Config) -> Result<Self, ServerError> {
        let extractor = Extractor::builder()
            .max_document_bytes(config.max_document_bytes)
            .build()
            .map_err(|error| ServerError(format!("the lexicons cannot be loaded: {error}")))?;
        let worker = Worker::new(extractor, config.workers());
        let failed = |error: &io::Error| ServerError(format!("cannot listen on {}: {}", config.listen, remedy(error)));
        let listener = TcpListener::bind(&config.listen)
            .await
            .map_err(|error| failed(&error))?;
        let address = listener.local_addr().map_err(|error| failed(&error))?;
        Ok(Self {
            config,
            worker,
            listener,
            address,
        })
    }

    /// The address with the port that was taken.
    pub fn local_address(&self) -> SocketAddr {
        self.address
    }

    /// Serves until `stop` is done, then drains: health says `NOT_SERVING`, new requests are refused, and running ones
    /// have the grace period to finish.
    ///
    /// # Errors
    /// The transport failed, or an origin of `cors_origins` cannot be read.
    pub async fn serve(self, stop: impl Future<Output = ()> + Send + 'static) -> Result<(), ServerError> {
        let Self {
            config,
            worker,
            listener,
            ..
        } = self;
        let shutdown = Shutdown::new();
        let (condition, health) = Condition::new().await;
        let limits = pb::Limits {
            max_document_bytes: worker.max_document_bytes() as u64,
            max_batch_documents: config.max_batch_documents,
            max_message_bytes: config.max_message_bytes as u64,
            max_concurrent_requests: config.max_concurrent_requests,
        };
        let admission = Admission::new(config.max_concurrent_requests, shutdown.clone());
        let service = ExtractionServiceServer::new(Service::new(worker, admission, shutdown.clone(), limits))
            .max_decoding_message_size(config.max_message_bytes);
        let reflection = || {
            tonic_reflection::server::Builder::configure()
                .register_encoded_file_descriptor_set(FILE_DESCRIPTOR_SET)
                .register_encoded_file_descriptor_set(tonic_health::pb::FILE_DESCRIPTOR_SET)
        };
        let unreadable = |error| ServerError(format!("the descriptors cannot be read: {error}"));
        let router = tonic::transport::Server::builder()
            // gRPC-Web comes over HTTP/1.1 as well.
            .accept_http1(true)
            .tcp_nodelay(true)
            .layer(cors(&config.cors_origins)?)
            .layer(GrpcWebLayer::new())
            .layer(MapResponseLayer::new(status::blame_caller))
            .add_service(health)
            .add_service(reflection().build_v1().map_err(unreadable)?)
            .add_service(reflection().build_v1alpha().map_err(unreadable)?)
            .add_service(service);

        let serving = router.serve_with_incoming_shutdown(TcpIncoming::from(listener), shutdown.clone().begun());
        let mut serving = tokio::spawn(serving.into_future());
        condition.ready().await;
        let failed = |error: &dyn fmt::Display| ServerError(format!("the server failed: {error}"));
        tokio::select! {
            ended = &mut serving => {
                return match ended {
                    Ok(Ok(())) => Ok(()),
                    Ok(Err(error)) => Err(failed(&error)),
                    Err(error) => Err(failed(&error)),
                };
            }
            () = stop => {}
        }
        condition.draining().await;
        shutdown.begin();
        let grace = config.grace_period();
        if tokio::time::timeout(grace, &mut serving).await.is_err() {
            tracing::warn!(
                seconds = grace.as_secs(),
                "requests did not finish in the grace period and are cut off"
            );
            serving.abort();
        }
        Ok(())
    }
}

/// What can be done about an address that cannot be listened on.
fn remedy(error: &io::Error) -> String {
    match error.kind() {
        io::ErrorKind::AddrInUse => "another process listens there; stop it or give another port".to_owned(),
        io::ErrorKind::AddrNotAvailable => "this machine does not have the address".to_owned(),
        io::ErrorKind::PermissionDenied => "permission denied; ports below 1024 are reserved".to_owned(),
        io::ErrorKind::InvalidInput => "give HOST:PORT, e.g. 127.0.0.1:50051".to_owned(),
        _ => error.to_string(),
    }
}

/// Lets browsers of the origins call.
fn cors(origins: &[String]) -> Result<CorsLayer, ServerError> {
    let origin = if origins.iter().any(|origin| origin.trim() == "*") {
        AllowOrigin::any()
    } else {
        let read = |origin: &String| {
            HeaderValue::from_str(origin.trim())
                .map_err(|_| ServerError(format!("cors_origins: {origin:?} is no origin")))
        };
        AllowOrigin::list(origins.iter().map(read).collect::<Result<Vec<_>, _>>()?)
    };
    let exposed = ["grpc-status", "grpc-message", "grpc-status-details-bin"].map(HeaderName::from_static);
    Ok(CorsLayer::new()
        .allow_origin(origin)
        .allow_methods(AllowMethods::list([http::Method::POST]))
        .allow_headers(AllowHeaders::mirror_request())
        .expose_headers(exposed))
}

/// Runs a server until SIGTERM or Ctrl-C. Writes the address to the log.
pub fn run(config: Config) -> ExitCode {
    let log = telemetry::start(&config);
    let runtime = match tokio::runtime::Builder::new_multi_thread().enable_all().build() {
        Ok(runtime) => runtime,
        Err(error) => {
            tracing::error!(%error, "the runtime cannot start");
            return ExitCode::FAILURE;
        }
    };
    let outcome = runtime.block_on(async {
        let server = Server::bind(config).await?;
        let signals = Signals::listen().map_err(|error| ServerError(format!("cannot listen for signals: {error}")))?;
        let (version, address) = (musnad::VERSION, server.local_address());
        tracing::info!(version, %address, workers = server.worker.count(), "listening");
        server
            .serve(async {
                let signal = signals.first().await;
                tracing::info!(signal, "shutting down");
            })
            .await
    });
    // A document that is being read cannot be stopped; nobody waits for it.
    runtime.shutdown_background();
    log.report_lost();
    match outcome {
        Ok(()) => {
            tracing::info!("stopped");
            ExitCode::SUCCESS
        }
        Err(error) => {
            tracing::error!("{error}");
            ExitCode::FAILURE
        }
    }
}
