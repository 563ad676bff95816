//! Everything put together: listen, serve, drain.

use std::fmt;
use std::future::Future;
use std::io;
use std::net::SocketAddr;
use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use http::{HeaderName, HeaderValue};
use musnad_proto::FILE_DESCRIPTOR_SET;
use musnad_proto::v1 as pb;
use musnad_proto::v1::extraction_service_server::ExtractionServiceServer;
use tokio::net::TcpListener;
use tokio::sync::Semaphore;
use tokio::task::JoinSet;
use tonic::service::Routes;
use tonic_web::GrpcWebLayer;
use tower::Layer;
use tower::util::MapResponseLayer;
use tower_http::cors::{AllowHeaders, AllowMethods, AllowOrigin, CorsLayer};

use crate::admin::Admin;
use crate::admission::Admission;
use crate::bulk::Slots;
use crate::calls::{Calls, Rules};
use crate::config::Config;
use crate::connection::{Acceptor, Tls, Told};
use crate::health::Condition;
use crate::metrics::Metrics;
use crate::models::{Models, Recipe};
use crate::reload::{self, Reloader, Reloads};
use crate::scheduler::Scheduler;
use crate::service::Service;
use crate::shutdown::{Shutdown, Signals};
use crate::spans::Traces;
use crate::tokens::Tokens;
use crate::ui::Desk;
use crate::{status, telemetry};

/// Why the server cannot start or had to stop.
#[derive(Debug)]
pub struct ServerError {
    kind: Kind,
    message: String,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// A flag or a file is wrong.
    Configuration,
    /// The system does not do what it should.
    Failure,
    /// Calls did not finish in the grace period.
    CutOff,
}

impl ServerError {
    fn configuration(message: impl Into<String>) -> Self {
        Self {
            kind: Kind::Configuration,
            message: message.into(),
        }
    }

    fn failure(message: impl Into<String>) -> Self {
        Self {
            kind: Kind::Failure,
            message: message.into(),
        }
    }

    /// The exit status that says the kind: 1 the system failed, 2 a flag or a file is wrong, 3 calls were cut off.
    pub fn exit_status(&self) -> u8 {
        match self.kind {
            Kind::Failure => 1,
            Kind::Configuration => 2,
            Kind::CutOff => 3,
        }
    }
}

impl fmt::Display for ServerError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl std::error::Error for ServerError {}

/// A server that listens and does not serve yet.
#[derive(Debug)]
pub struct Server {
    config: Config,
    models: Models,
    /// What the models are made of.
    files: Vec<PathBuf>,
    scheduler: Scheduler,
    metrics: Arc<Metrics>,
    traces: Option<Traces>,
    tokens: Option<Tokens>,
    tls: Option<Tls>,
    listener: TcpListener,
    address: SocketAddr,
    watched: Option<(TcpListener, SocketAddr)>,
    reloader: Reloader,
}

impl Server {
    /// Reads certificates and tokens, loads the lexicons and listens.
    ///
    /// # Errors
    /// The message says whether the address is wrong or taken, which file cannot be read, or what is missing for an address
    /// that others can reach.
    pub async fn bind(config: Config) -> Result<Self, ServerError> {
        let security = &config.security;
        let tokens = match &security.tokens {
            None => None,
            Some(path) => {
                let text = reload::read(path).map_err(ServerError::configuration)?;
                let parsed = Tokens::parse(&text);
                Some(parsed.map_err(|error| ServerError::configuration(format!("{}: {error}", path.display())))?)
            }
        };
        let tls = load_tls(&config)?;
        let (listener, address) = listen(&config.listen).await?;
        if !address.ip().is_loopback() && tls.is_none() && !security.allow_plaintext {
            return Err(ServerError::configuration(format!(
                "{address} can be reached from other machines, and nothing would be encrypted: give --tls-cert and --tls-key, \
                 or --allow-plaintext if a proxy or a mesh in front encrypts"
            )));
        }
        let watched = match &config.metrics_listen {
            None => None,
            Some(address) => Some(listen(address).await?),
        };
        let recipe = Recipe::of(&config);
        let files = recipe.paths();
        let models = Models::load(move || recipe.build()).map_err(ServerError::configuration)?;
        let traces = match config.otlp_endpoint.as_deref().filter(|endpoint| !endpoint.is_empty()) {
            None => None,
            Some(endpoint) => Some(Traces::start(endpoint).map_err(ServerError::configuration)?),
        };
        let metrics = Metrics::new(models.current().model(), config.workers());
        let scheduler = Scheduler::start(config.workers(), Arc::clone(&metrics))
            .map_err(|error| ServerError::failure(format!("the threads cannot be started: {error}")))?;
        Ok(Self {
            config,
            models,
            files,
            scheduler,
            metrics,
            traces,
            tokens,
            tls,
            listener,
            address,
            watched,
            reloader: Reloader::default(),
        })
    }

    /// The address with the port that was taken.
    pub fn local_address(&self) -> SocketAddr {
        self.address
    }

    /// The address of metrics and probes, if there is one.
    pub fn metrics_address(&self) -> Option<SocketAddr> {
        self.watched.as_ref().map(|(_, address)| *address)
    }

    /// Asks the running server to look at its files.
    pub fn reloader(&self) -> Reloader {
        self.reloader.clone()
    }

    /// Serves until `stop` is done, then drains: health says `NOT_SERVING`, new calls are refused, and running ones have the
    /// grace period to finish.
    ///
    /// # Errors
    /// An origin of `cors_origins` cannot be read, or calls had to be cut off at the end of the grace period.
    pub async fn serve(self, stop: impl Future<Output = ()> + Send + 'static) -> Result<(), ServerError> {
        let Self {
            config,
            models,
            files,
            scheduler,
            metrics,
            traces,
            tokens,
            tls,
            listener,
            watched,
            reloader,
            ..
        } = self;
        let shutdown = Shutdown::new();
        let running = Arc::new(AtomicU64::new(0));
        let (condition, health) = Condition::new().await;
        // Whatever is spawned here ends with this function.
        let mut helpers = JoinSet::new();
        if let Some((listener, _)) = watched {
            let admin = Admin {
                metrics: Arc::clone(&metrics),
                ready: condition.is_ready(),
            };
            helpers.spawn(admin.run(listener));
        }
        let reloads = Reloads {
            interval: config.security.reload_interval(),
            models: models.clone(),
            files,
            tokens: config.security.tokens.clone().zip(tokens.clone()),
            #[cfg(feature = "tls")]
            tls: tls.clone(),
            metrics: Arc::clone(&metrics),
        };
        helpers.spawn(reloads.run(reloader));

        let slots = Slots {
            scheduler,
            window: config.stream_window as usize,
            further: Arc::new(Semaphore::new(config.max_queued_documents as usize)),
        };
        let service = Service {
            models,
            slots,
            requests: Admission::new(config.max_concurrent_requests),
            streams: Admission::new(config.max_streams),
            shutdown: shutdown.clone(),
            limits: limits(&config),
            stream_idle: Duration::from_secs(config.stream_idle_timeout),
        };
        let service = ExtractionServiceServer::new(service).max_decoding_message_size(config.max_message_bytes);
        let mut routes = Routes::new(health).add_service(service);
        if !config.no_reflection {
            let reflection = || {
                tonic_reflection::server::Builder::configure()
                    .register_encoded_file_descriptor_set(FILE_DESCRIPTOR_SET)
                    .register_encoded_file_descriptor_set(tonic_health::pb::FILE_DESCRIPTOR_SET)
            };
            let unreadable = |error| ServerError::failure(format!("the descriptors cannot be read: {error}"));
            routes = routes
                .add_service(reflection().build_v1().map_err(unreadable)?)
                .add_service(reflection().build_v1alpha().map_err(unreadable)?);
        }
        let rules = Rules {
            tokens,
            max_call_time: Duration::from_secs(config.max_call_time),
            metrics: Arc::clone(&metrics),
            traces: traces.clone(),
            running: Arc::clone(&running),
        };
        let service = MapResponseLayer::new(status::blame_caller).layer(routes.prepare());
        let service = GrpcWebLayer::new().layer(Calls::new(service, rules));
        let service = MapResponseLayer::new(|response: http::Response<_>| response.map(tonic::body::Body::new))
            .layer(cors(&config.cors_origins)?.layer(service));
        let service = Desk::new(service, config.ui);

        let acceptor = Acceptor::new(config.connections.clone(), tls, shutdown.clone(), metrics);
        let told = acceptor.told();
        let accepting = tokio::spawn(acceptor.run(listener, service));
        condition.ready().await;
        stop.await;
        condition.draining().await;
        shutdown.begin();
        let connections = accepting
            .await
            .map_err(|error| ServerError::failure(format!("the server failed: {error}")))?;
        let drained = drain(connections, &running, &told, config.grace_period()).await;
        if let Some(traces) = traces {
            traces.stop().await;
        }
        drained
    }
}

/// Waits for calls that are work, and then until nothing is sent any more: the last answers have gone out, and what is still
/// open is a watch of the health.
async fn drain(
    mut connections: JoinSet<()>,
    running: &AtomicU64,
    told: &Told,
    grace: Duration,
) -> Result<(), ServerError> {
    let closed = async { while connections.join_next().await.is_some() {} };
    let finished = async {
        while running.load(Ordering::Relaxed) > 0 {
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
        let mut before = None;
        while before != Some(told.bytes()) {
            before = Some(told.bytes());
            tokio::time::sleep(Duration::from_millis(500)).await;
        }
    };
    tokio::select! {
        () = closed => return Ok(()),
        () = finished => {}
        () = tokio::time::sleep(grace) => {}
    }
    let calls = running.load(Ordering::Relaxed);
    connections.abort_all();
    if calls == 0 {
        return Ok(());
    }
    let message = format!("{calls} calls did not finish in {} s and were cut off", grace.as_secs());
    Err(ServerError {
        kind: Kind::CutOff,
        message,
    })
}

async fn listen(address: &str) -> Result<(TcpListener, SocketAddr), ServerError> {
    let failed = |error: &io::Error| {
        let message = format!("cannot listen on {address}: {}", remedy(error));
        match error.kind() {
            io::ErrorKind::InvalidInput => ServerError::configuration(message),
            _ => ServerError::failure(message),
        }
    };
    let listener = TcpListener::bind(address).await.map_err(|error| failed(&error))?;
    let local = listener.local_addr().map_err(|error| failed(&error))?;
    Ok((listener, local))
}

#[cfg(feature = "tls")]
fn load_tls(config: &Config) -> Result<Option<Tls>, ServerError> {
    Tls::load(&config.security).map_err(ServerError::configuration)
}

#[cfg(not(feature = "tls"))]
fn load_tls(config: &Config) -> Result<Option<Tls>, ServerError> {
    match config.security.tls_cert {
        None => Ok(None),
        Some(_) => Err(ServerError::configuration(
            "this server was built without TLS (feature tls)",
        )),
    }
}

fn limits(config: &Config) -> pb::Limits {
    pb::Limits {
        max_document_bytes: config.max_document_bytes as u64,
        max_batch_documents: config.max_batch_documents,
        max_message_bytes: config.max_message_bytes as u64,
        max_concurrent_requests: config.max_concurrent_requests,
        max_concurrent_streams: config.max_streams,
        stream_window: config.stream_window,
        max_header_bytes: config.connections.max_header_bytes,
        max_streams_per_connection: config.connections.max_streams_per_connection,
        max_connection_age_seconds: config.connections.max_connection_age,
        max_call_seconds: config.max_call_time,
        stream_idle_seconds: config.stream_idle_timeout,
        caller_documents_per_second: 0.0,
        caller_concurrent_calls: 0,
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
                .map_err(|_| ServerError::configuration(format!("cors_origins: {origin:?} is no origin")))
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

/// Runs a server until SIGTERM or Ctrl-C; SIGHUP makes it look at its files. Writes the address to the log. The exit status
/// is 0 after a clean stop, else that of [`ServerError::exit_status`].
pub fn run(config: Config) -> ExitCode {
    let log = telemetry::start(&config);
    let runtime = match tokio::runtime::Builder::new_multi_thread().enable_all().build() {
        Ok(runtime) => runtime,
        Err(error) => {
            tracing::error!(%error, "the runtime cannot start");
            return ExitCode::FAILURE;
        }
    };
    let outcome = runtime.block_on(serve_until_signal(config));
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
            ExitCode::from(error.exit_status())
        }
    }
}

async fn serve_until_signal(config: Config) -> Result<(), ServerError> {
    let ui = config.ui;
    let open_to_all = config.security.tokens.is_none() && config.security.tls_client_ca.is_none();
    let server = Server::bind(config).await?;
    let mut signals =
        Signals::listen().map_err(|error| ServerError::failure(format!("cannot listen for signals: {error}")))?;
    let (version, address) = (musnad::VERSION, server.local_address());
    let metrics = server.metrics_address().map(tracing::field::display);
    let (workers, tls) = (server.scheduler.workers(), server.tls.is_some());
    tracing::info!(version, %address, metrics, workers, tls, "listening");
    if ui {
        let scheme = if tls { "https" } else { "http" };
        tracing::info!("the reading desk is at {scheme}://{address}/");
    }
    if open_to_all && !address.ip().is_loopback() {
        tracing::warn!("whoever reaches the address may call: there are neither tokens nor client certificates");
    }
    let reloader = server.reloader();
    server
        .serve(async move {
            let signal = signals.next(|| reloader.reload()).await;
            tracing::info!(signal, "shutting down");
            tokio::spawn(async move {
                // Who asks twice does not want to wait.
                let signal = signals.next(|| ()).await;
                tracing::warn!(signal, "ended at once");
                std::process::exit(3);
            });
        })
        .await
}
