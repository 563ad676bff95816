//! Connections: accepting them, TLS, how many, how long.
//!
//! hyper is driven here and not by tonic, for what tonic's own server does not have: certificates that change, a time limit
//! for a connection that says nothing, and a limit on connections that slow or silent ones cannot exhaust.

mod registry;
mod wire;

use std::convert::Infallible;
use std::io;
use std::net::SocketAddr;
use std::pin::pin;
use std::sync::Arc;
use std::time::Duration;

use http::{Request, Response};
use hyper::body::Incoming;
use hyper_util::rt::{TokioExecutor, TokioIo, TokioTimer};
use hyper_util::server::conn::auto::Builder;
use hyper_util::service::TowerToHyperService;
use tokio::net::{TcpListener, TcpStream};
use tokio::task::JoinSet;
use tonic::body::Body;
use tower::{Service, ServiceExt};

use crate::caller::Caller;
use crate::config::Connections;
use crate::metrics::{Connected, Metrics};
use crate::shutdown::Shutdown;
#[cfg(feature = "tls")]
use crate::tls;
#[cfg(feature = "tls")]
pub(crate) use crate::tls::Tls;

use registry::Registry;
pub(crate) use registry::{Active, Connection};
pub(crate) use wire::Told;
use wire::Wire;

/// The preface of HTTP/2, and more than any request line of HTTP/1 can be without being one.
const FIRST_WORDS: u64 = 24;

/// Without the feature there is none.
#[cfg(not(feature = "tls"))]
pub(crate) type Tls = Infallible;

/// What all connections share.
#[derive(Debug, Clone)]
pub(crate) struct Acceptor {
    limits: Connections,
    tls: Option<Tls>,
    shutdown: Shutdown,
    metrics: Arc<Metrics>,
    registry: Registry,
    told: Told,
}

impl Acceptor {
    /// What all callers were sent.
    pub(crate) fn told(&self) -> Told {
        self.told.clone()
    }

    pub(crate) fn new(limits: Connections, tls: Option<Tls>, shutdown: Shutdown, metrics: Arc<Metrics>) -> Self {
        let registry = Registry::new(limits.max_connections as usize, Arc::clone(&metrics));
        Self {
            limits,
            tls,
            shutdown,
            metrics,
            registry,
            told: Told::default(),
        }
    }

    /// Accepts until the server shuts down. The connections that are open then are returned: they finish what they do.
    pub(crate) async fn run<S>(self, listener: TcpListener, service: S) -> JoinSet<()>
    where
        S: Service<Request<Body>, Response = Response<Body>, Error = Infallible> + Clone + Send + 'static,
        S::Future: Send,
    {
        let mut connections = JoinSet::new();
        let mut stopping = pin!(self.shutdown.clone().begun());
        loop {
            tokio::select! {
                () = &mut stopping => return connections,
                Some(_) = connections.join_next() => {}
                accepted = listener.accept() => match accepted {
                    Ok((stream, peer)) => {
                        connections.spawn(self.clone().connection(stream, peer, service.clone()));
                    }
                    Err(error) => {
                        // Out of file descriptors, or the caller was gone already.
                        tracing::warn!(%error, "a connection could not be accepted");
                        tokio::time::sleep(Duration::from_millis(50)).await;
                    }
                },
            }
        }
    }

    async fn connection<S>(self, stream: TcpStream, peer: SocketAddr, service: S)
    where
        S: Service<Request<Body>, Response = Response<Body>, Error = Infallible> + Clone + Send + 'static,
        S::Future: Send,
    {
        // Without it small answers wait for others; nothing is wrong if it cannot be set.
        let _ = stream.set_nodelay(true);
        let Some(entry) = self.registry.enter(Caller::address(peer.ip())) else {
            self.metrics.connected(Connected::Refused);
            return;
        };
        let evicted = entry.evicted();
        let work = async {
            let handshake = tokio::time::timeout(self.limits.handshake_timeout(), self.secure(stream));
            match handshake.await {
                Ok(Ok((wire, caller))) => self.serve(wire, entry.known_as(caller), service).await,
                Ok(Err(error)) => {
                    self.metrics.connected(Connected::Handshake);
                    tracing::debug!(%peer, %error, "the TLS handshake failed");
                }
                Err(_) => {
                    self.metrics.connected(Connected::Handshake);
                    tracing::debug!(%peer, "the TLS handshake took too long");
                }
            }
        };
        tokio::select! {
            () = evicted => self.metrics.connected(Connected::Evicted),
            () = work => {}
        }
    }

    /// Encrypts the connection, if that is what the server does, and says who showed a certificate.
    async fn secure(&self, stream: TcpStream) -> io::Result<(Wire, Option<Caller>)> {
        match &self.tls {
            None => Ok((Wire::new(stream, self.told.clone()), None)),
            #[cfg(feature = "tls")]
            Some(tls) => {
                let stream = tls.acceptor().accept(stream).await?;
                let certificates = stream.get_ref().1.peer_certificates();
                let caller = certificates
                    .and_then(<[_]>::first)
                    .map(|certificate| Caller::certificate(&tls::fingerprint(certificate)));
                Ok((Wire::new(stream, self.told.clone()), caller))
            }
            #[cfg(not(feature = "tls"))]
            Some(never) => match *never {},
        }
    }

    async fn serve<S>(&self, wire: Wire, entry: Connection, service: S)
    where
        S: Service<Request<Body>, Response = Response<Body>, Error = Infallible> + Clone + Send + 'static,
        S::Future: Send,
    {
        let heard = wire.heard();
        let service = service.map_request(move |mut request: Request<Incoming>| {
            request.extensions_mut().insert(entry.clone());
            request.map(Body::new)
        });
        let builder = self.builder();
        let mut connection = pin!(builder.serve_connection(TokioIo::new(wire), TowerToHyperService::new(service)));
        let mut stopping = pin!(self.shutdown.clone().begun());
        let mut silent = pin!(tokio::time::sleep(self.limits.handshake_timeout()));
        let age = self.limits.max_age();
        let mut old = pin!(tokio::time::sleep(age.unwrap_or_default()));
        let (mut is_stopping, mut is_old, mut has_spoken) = (false, age.is_none(), false);
        loop {
            tokio::select! {
                ended = connection.as_mut() => {
                    if let Err(error) = ended {
                        tracing::debug!(error = &*error, "a connection broke off");
                    }
                    return;
                }
                () = &mut stopping, if !is_stopping => {
                    is_stopping = true;
                    connection.as_mut().graceful_shutdown();
                }
                () = &mut old, if !is_old => {
                    is_old = true;
                    connection.as_mut().graceful_shutdown();
                }
                () = &mut silent, if !has_spoken => {
                    has_spoken = true;
                    if heard.bytes() < FIRST_WORDS {
                        self.metrics.connected(Connected::Silent);
                        return;
                    }
                }
            }
        }
    }

    fn builder(&self) -> Builder<TokioExecutor> {
        let limits = &self.limits;
        let mut builder = Builder::new(TokioExecutor::new());
        // gRPC-Web comes over HTTP/1 as well.
        builder
            .http1()
            .timer(TokioTimer::new())
            .header_read_timeout(limits.handshake_timeout())
            .max_buf_size((limits.max_header_bytes as usize).max(64 << 10));
        builder
            .http2()
            .timer(TokioTimer::new())
            .max_concurrent_streams(limits.max_streams_per_connection)
            .max_header_list_size(limits.max_header_bytes)
            .keep_alive_interval(Duration::from_secs(limits.keep_alive_interval))
            .keep_alive_timeout(Duration::from_secs(limits.keep_alive_timeout))
            // What a caller may send ahead of what is read: for one stream, and for the connection.
            .initial_stream_window_size(256 << 10)
            .initial_connection_window_size(1 << 20)
            .max_send_buf_size(256 << 10);
        builder
    }
}
