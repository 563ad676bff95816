//! `grpc.health.v1`: `SERVING` when the lexicons are loaded and the server listens, `NOT_SERVING` before and while it drains.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use musnad_proto::v1::extraction_service_server::SERVICE_NAME;
use tonic_health::ServingStatus;
use tonic_health::pb::health_server::{Health, HealthServer};
use tonic_health::server::HealthReporter;

/// Says how the server is, for the whole (the empty name) and for the service.
#[derive(Debug, Clone)]
pub(crate) struct Condition {
    reporter: HealthReporter,
    /// The same, for probes over HTTP.
    ready: Arc<AtomicBool>,
}

impl Condition {
    /// Not serving yet.
    pub(crate) async fn new() -> (Self, HealthServer<impl Health>) {
        let (reporter, service) = tonic_health::server::health_reporter();
        let ready = Arc::default();
        let condition = Self { reporter, ready };
        condition.set(ServingStatus::NotServing).await;
        (condition, service)
    }

    /// Ready for requests.
    pub(crate) async fn ready(&self) {
        self.set(ServingStatus::Serving).await;
    }

    /// No longer ready: load balancers send nothing more.
    pub(crate) async fn draining(&self) {
        self.set(ServingStatus::NotServing).await;
    }

    /// Whether the server takes calls.
    pub(crate) fn is_ready(&self) -> Arc<AtomicBool> {
        Arc::clone(&self.ready)
    }

    async fn set(&self, status: ServingStatus) {
        self.ready
            .store(matches!(status, ServingStatus::Serving), Ordering::Relaxed);
        for name in ["", SERVICE_NAME] {
            self.reporter.set_service_status(name, status).await;
        }
    }
}
