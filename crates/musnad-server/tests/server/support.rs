//! A server on a free port, and clients for it.

use std::net::SocketAddr;

use musnad_proto::v1 as pb;
use musnad_proto::v1::extraction_service_client::ExtractionServiceClient;
use musnad_server::{Config, Server};
use tokio::sync::oneshot;
use tokio::task::JoinHandle;
use tonic::transport::Channel;

/// An article that the tests extract.
pub(crate) const ARTICLE: &str = "قال متحدث عسكري إن ثلاثة جنود قتلوا أمس في قصف قرب سبها.";

/// A server that runs until it is stopped or dropped.
pub(crate) struct Running {
    pub(crate) address: SocketAddr,
    stop: Option<oneshot::Sender<()>>,
    serving: JoinHandle<Result<(), musnad_server::ServerError>>,
}

impl Running {
    pub(crate) async fn start(change: impl FnOnce(&mut Config)) -> Self {
        let mut config = Config {
            listen: "127.0.0.1:0".to_owned(),
            grace_period: 20,
            ..Config::default()
        };
        change(&mut config);
        let server = Server::bind(config).await.unwrap();
        let address = server.local_address();
        let (stop, stopped) = oneshot::channel();
        let serving = tokio::spawn(server.serve(async {
            let _ = stopped.await;
        }));
        Self {
            address,
            stop: Some(stop),
            serving,
        }
    }

    pub(crate) async fn channel(&self) -> Channel {
        Channel::from_shared(format!("http://{}", self.address))
            .unwrap()
            .connect()
            .await
            .unwrap()
    }

    pub(crate) async fn client(&self) -> ExtractionServiceClient<Channel> {
        ExtractionServiceClient::new(self.channel().await).max_decoding_message_size(256 << 20)
    }

    /// Asks the server to stop.
    pub(crate) fn stop(&mut self) {
        self.stop.take().unwrap().send(()).unwrap();
    }

    /// Waits until it has stopped.
    pub(crate) async fn stopped(self) {
        self.serving.await.unwrap().unwrap();
    }
}

pub(crate) fn document(id: &str, text: &str) -> pb::Document {
    pb::Document {
        id: id.to_owned(),
        text: text.to_owned(),
        published_at: "2020-06-11".to_owned(),
        ..pb::Document::default()
    }
}

pub(crate) fn request(document: pb::Document) -> pb::ExtractRequest {
    pb::ExtractRequest {
        document: Some(document),
        options: None,
    }
}

/// Paragraphs of Arabic of about so many bytes.
pub(crate) fn long_text(bytes: usize) -> String {
    let mut text = String::with_capacity(bytes + ARTICLE.len() + 1);
    while text.len() < bytes {
        text.push_str(ARTICLE);
        text.push('\n');
    }
    text
}
