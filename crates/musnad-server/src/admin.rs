//! The port for machines that watch: `/metrics`, `/livez`, `/readyz` over HTTP/1, apart from the port for callers.
//!
//! Kubernetes' probes of gRPC know no TLS and no tokens; these need neither.

use std::convert::Infallible;
use std::io::{Read, Write};
use std::net::{SocketAddr, TcpStream, ToSocketAddrs};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use bytes::Bytes;
use http::{Method, Request, Response, StatusCode, header};
use http_body_util::Full;
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::{TokioIo, TokioTimer};
use tokio::net::TcpListener;
use tokio::sync::Semaphore;

use crate::metrics::Metrics;

/// Connections at once; nobody needs more.
const CONNECTIONS: usize = 32;
/// A scrape or probe that takes longer is nobody's.
const LONGEST: Duration = Duration::from_secs(10);

/// What is answered from.
#[derive(Debug, Clone)]
pub(crate) struct Admin {
    pub(crate) metrics: Arc<Metrics>,
    /// Whether the server takes calls.
    pub(crate) ready: Arc<AtomicBool>,
}

impl Admin {
    /// Answers until it is dropped.
    pub(crate) async fn run(self, listener: TcpListener) {
        let places = Arc::new(Semaphore::new(CONNECTIONS));
        loop {
            let Ok(place) = Arc::clone(&places).acquire_owned().await else {
                return;
            };
            let Ok((stream, _)) = listener.accept().await else {
                tokio::time::sleep(Duration::from_millis(50)).await;
                continue;
            };
            let admin = self.clone();
            tokio::spawn(async move {
                let _place = place;
                let answer = service_fn(move |request: Request<Incoming>| {
                    std::future::ready(Ok::<_, Infallible>(
                        admin.answer(request.method(), request.uri().path()),
                    ))
                });
                let connection = http1::Builder::new()
                    .timer(TokioTimer::new())
                    .header_read_timeout(LONGEST)
                    .keep_alive(false)
                    .serve_connection(TokioIo::new(stream), answer);
                // A caller that goes away is no fault of anybody's.
                let _ = tokio::time::timeout(LONGEST, connection).await;
            });
        }
    }

    fn answer(&self, method: &Method, path: &str) -> Response<Full<Bytes>> {
        let is_ready = self.ready.load(Ordering::Relaxed);
        let (status, kind, body) = match path {
            _ if method != Method::GET && method != Method::HEAD => {
                (StatusCode::METHOD_NOT_ALLOWED, "text/plain", "GET only\n".to_owned())
            }
            "/metrics" => (
                StatusCode::OK,
                "application/openmetrics-text; version=1.0.0; charset=utf-8",
                self.metrics.render(),
            ),
            "/livez" => (StatusCode::OK, "text/plain", "ok\n".to_owned()),
            "/readyz" if is_ready => (StatusCode::OK, "text/plain", "ok\n".to_owned()),
            "/readyz" => (
                StatusCode::SERVICE_UNAVAILABLE,
                "text/plain",
                "not serving\n".to_owned(),
            ),
            _ => (
                StatusCode::NOT_FOUND,
                "text/plain",
                "/metrics, /livez, /readyz\n".to_owned(),
            ),
        };
        let mut response = Response::new(Full::new(Bytes::from(body)));
        *response.status_mut() = status;
        response
            .headers_mut()
            .insert(header::CONTENT_TYPE, http::HeaderValue::from_static(kind));
        response
    }
}

/// Asks a server's `/readyz`: the healthcheck of a container that has no other program in it.
///
/// # Errors
/// The message says what the server answered, or why it did not.
pub fn probe(address: &str) -> Result<(), String> {
    let limit = Duration::from_secs(3);
    let mut addresses = address
        .to_socket_addrs()
        .map_err(|error| format!("{address}: {error}"))?
        .map(reachable);
    let first = addresses.next().ok_or_else(|| format!("{address} is no address"))?;
    let ask = || -> std::io::Result<String> {
        let mut stream = TcpStream::connect_timeout(&first, limit)?;
        stream.set_read_timeout(Some(limit))?;
        stream.set_write_timeout(Some(limit))?;
        write!(
            stream,
            "GET /readyz HTTP/1.1\r\nhost: {address}\r\nconnection: close\r\n\r\n"
        )?;
        let mut answer = String::new();
        stream.take(4096).read_to_string(&mut answer)?;
        Ok(answer)
    };
    let answer = ask().map_err(|error| format!("{address}: {error}"))?;
    match answer.lines().next() {
        Some(line) if line.contains(" 200 ") => Ok(()),
        line => Err(format!("{address}: {}", line.unwrap_or("no answer"))),
    }
}

/// A server that listens everywhere is asked on this machine.
fn reachable(address: SocketAddr) -> SocketAddr {
    let loopback = match address {
        SocketAddr::V4(_) => std::net::Ipv4Addr::LOCALHOST.into(),
        SocketAddr::V6(_) => std::net::Ipv6Addr::LOCALHOST.into(),
    };
    if address.ip().is_unspecified() {
        SocketAddr::new(loopback, address.port())
    } else {
        address
    }
}
