//! A server on a free port, and clients for it.

use std::net::SocketAddr;
use std::time::Duration;

use musnad_proto::v1 as pb;
use musnad_proto::v1::extraction_service_client::ExtractionServiceClient;
use musnad_server::{Config, Reloader, Server};
use sha2::{Digest, Sha256};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio::sync::oneshot;
use tokio::task::JoinHandle;
use tonic::metadata::{Ascii, MetadataValue};
use tonic::service::interceptor::InterceptedService;
use tonic::transport::Channel;

/// An article that the tests extract.
pub(crate) const ARTICLE: &str = "قال متحدث عسكري إن ثلاثة جنود قتلوا أمس في قصف قرب سبها.";

/// A server that runs until it is stopped or dropped.
pub(crate) struct Running {
    pub(crate) address: SocketAddr,
    pub(crate) metrics: Option<SocketAddr>,
    pub(crate) reloader: Reloader,
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
        let (metrics, reloader) = (server.metrics_address(), server.reloader());
        let (stop, stopped) = oneshot::channel();
        let serving = tokio::spawn(server.serve(async {
            let _ = stopped.await;
        }));
        Self {
            address,
            metrics,
            reloader,
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

/// A client that gives a token.
#[expect(clippy::type_complexity, reason = "what tonic's interceptors are")]
pub(crate) fn with_token(
    channel: Channel,
    token: &str,
) -> ExtractionServiceClient<
    InterceptedService<
        Channel,
        impl FnMut(tonic::Request<()>) -> Result<tonic::Request<()>, tonic::Status> + Clone + use<>,
    >,
> {
    let value: MetadataValue<Ascii> = format!("Bearer {token}").parse().unwrap();
    ExtractionServiceClient::with_interceptor(channel, move |mut request: tonic::Request<()>| {
        request.metadata_mut().insert("authorization", value.clone());
        Ok(request)
    })
    .max_decoding_message_size(256 << 20)
}

/// A line of a file of tokens.
pub(crate) fn token_line(name: &str, token: &str, limits: &str) -> String {
    let hash: [u8; 32] = Sha256::digest(token).into();
    let hex = hash
        .iter()
        .fold(String::new(), |hex, byte| hex + &format!("{byte:02x}"));
    format!("{name} sha256:{hex} {limits}\n")
}

/// What the port of metrics and probes answers.
pub(crate) async fn get(address: SocketAddr, path: &str) -> String {
    let mut stream = TcpStream::connect(address).await.unwrap();
    let head = format!("GET {path} HTTP/1.1\r\nhost: {address}\r\n\r\n");
    stream.write_all(head.as_bytes()).await.unwrap();
    let mut answer = String::new();
    stream.read_to_string(&mut answer).await.unwrap();
    answer
}

/// A figure of `/metrics`: the value after the name and labels; those that never counted anything are not there.
pub(crate) async fn figure(address: SocketAddr, name: &str) -> f64 {
    let text = get(address, "/metrics").await;
    let line = text.lines().find_map(|line| line.strip_prefix(name));
    line.map_or(0.0, |value| value.trim().parse().unwrap())
}

/// Waits until it is so; fails after some seconds.
pub(crate) async fn until(what: &str, mut is_so: impl AsyncFnMut() -> bool) {
    for _ in 0..600 {
        if is_so().await {
            return;
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    panic!("it never came to this: {what}");
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
