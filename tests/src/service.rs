//! The service in this process, for tests that compare it with the crate.

use anyhow::{Context, Result};
use musnad::Layer;
use musnad_proto::v1 as pb;
use musnad_proto::v1::extraction_service_client::ExtractionServiceClient;
use musnad_server::{Config, Server};
use tokio::sync::oneshot;
use tokio::task::JoinHandle;
use tonic::transport::Channel;

/// A server on a free port of this machine, and a client of it.
pub struct Service {
    /// The client.
    pub client: ExtractionServiceClient<Channel>,
    stop: oneshot::Sender<()>,
    serving: JoinHandle<Result<(), musnad_server::ServerError>>,
}

impl Service {
    /// Starts the server and connects to it.
    pub async fn start() -> Result<Self> {
        let server = Server::bind(Config {
            listen: "127.0.0.1:0".to_owned(),
            ..Config::default()
        })
        .await?;
        let address = server.local_address();
        let (stop, stopped) = oneshot::channel::<()>();
        let serving = tokio::spawn(server.serve(async move {
            // A dropped sender stops the server too.
            let _ = stopped.await;
        }));
        let channel = Channel::from_shared(format!("http://{address}"))?.connect().await?;
        let client = ExtractionServiceClient::new(channel).max_decoding_message_size(64 << 20);
        Ok(Self { client, stop, serving })
    }

    /// Stops the server, and waits until it has.
    pub async fn stop(self) -> Result<()> {
        drop(self.client);
        self.stop.send(()).ok().context("the server had stopped before")?;
        Ok(self.serving.await??)
    }
}

/// Asks for every layer, with offsets in code points.
pub fn everything() -> pb::ExtractOptions {
    let layers = Layer::ALL.map(|layer| pb::Layer::from(layer).into());
    pb::ExtractOptions {
        layers: layers.to_vec(),
        offset_encoding: pb::OffsetEncoding::Utf32.into(),
    }
}
