//! The client.

use std::time::Duration;

use futures_util::Stream;
use musnad_proto::v1 as pb;
use musnad_proto::v1::extraction_service_client::ExtractionServiceClient;
use tonic::metadata::{Ascii, MetadataValue};
#[cfg(feature = "tls")]
use tonic::transport::Uri;
use tonic::transport::{Channel, Endpoint};
use tonic::{Request, Status};

use crate::error::Error;
use crate::retry::Retry;
#[cfg(feature = "tls")]
use crate::tls::Tls;

/// A connection to a server. Clones share it; it is made anew when it breaks.
#[derive(Debug, Clone)]
pub struct Client {
    pub(crate) stub: ExtractionServiceClient<Channel>,
    token: Option<MetadataValue<Ascii>>,
    pub(crate) retry: Retry,
    timeout: Option<Duration>,
}

impl Client {
    /// Connects in the clear: `http://localhost:50051`.
    ///
    /// # Errors
    /// The address is wrong, or nobody answers there.
    pub async fn connect(address: impl Into<String>) -> Result<Self, Error> {
        let endpoint = endpoint(address.into())?;
        Ok(Self::new(endpoint.connect().await?))
    }

    /// Connects with TLS: `https://news.example:50051`.
    ///
    /// # Errors
    /// The address or the certificates are wrong, or the server cannot be trusted.
    #[cfg(feature = "tls")]
    pub async fn connect_tls(address: impl Into<String>, tls: &Tls) -> Result<Self, Error> {
        let address: String = address.into();
        let origin = Uri::try_from(address.as_str()).map_err(|error| Error::Connect(error.to_string()))?;
        let endpoint = endpoint(address.replacen("https://", "http://", 1))?.origin(origin);
        Ok(Self::new(tls.connect(endpoint).await?))
    }

    /// Over a channel with settings of its own.
    pub fn new(channel: Channel) -> Self {
        Self {
            // An extraction is larger than its text; the server's own limits are what counts.
            stub: ExtractionServiceClient::new(channel).max_decoding_message_size(usize::MAX),
            token: None,
            retry: Retry::default(),
            timeout: None,
        }
    }

    /// Gives this token with every call.
    ///
    /// # Errors
    /// The token is not printable ASCII.
    pub fn with_token(mut self, token: &str) -> Result<Self, Error> {
        let mut value: MetadataValue<Ascii> = format!("Bearer {token}")
            .parse()
            .map_err(|_| Error::Connect("a token is printable ASCII".to_owned()))?;
        value.set_sensitive(true);
        self.token = Some(value);
        Ok(self)
    }

    /// Tries again like this.
    #[must_use]
    pub fn with_retry(mut self, retry: Retry) -> Self {
        self.retry = retry;
        self
    }

    /// Gives every try so much time; a stream as a whole.
    #[must_use]
    pub fn with_timeout(mut self, timeout: Duration) -> Self {
        self.timeout = Some(timeout);
        self
    }

    /// Reads one document.
    ///
    /// # Errors
    /// The status of the last try.
    pub async fn extract(
        &self,
        document: pb::Document,
        options: Option<pb::ExtractOptions>,
    ) -> Result<pb::Extraction, Error> {
        let request = pb::ExtractRequest {
            document: Some(document),
            options,
        };
        let answer = self
            .retried(async || self.stub.clone().extract(self.request(request.clone())).await)
            .await?;
        answer.extraction.ok_or(Error::Incomplete("extraction"))
    }

    /// Reads a list of documents in one call; there is one result a document, in order.
    ///
    /// # Errors
    /// The status of the last try; a bad document is not an error of the call but a result.
    pub async fn extract_batch(
        &self,
        documents: Vec<pb::Document>,
        options: Option<pb::ExtractOptions>,
    ) -> Result<Vec<pb::DocumentResult>, Error> {
        let count = documents.len();
        let request = pb::ExtractBatchRequest { documents, options };
        let answer = self
            .retried(async || self.stub.clone().extract_batch(self.request(request.clone())).await)
            .await?;
        if answer.results.len() == count {
            Ok(answer.results)
        } else {
            Err(Error::Incomplete("result for some documents"))
        }
    }

    /// Reads any number of documents over a stream, in order. A stream that breaks off is opened again, and goes on with the
    /// first document that has no answer: each has one result. After an error there are no more.
    pub fn extract_many(
        &self,
        documents: impl Stream<Item = pb::Document> + Send,
        options: Option<pb::ExtractOptions>,
    ) -> impl Stream<Item = Result<pb::DocumentResult, Error>> + Send {
        crate::many::results(self.clone(), documents, options)
    }

    /// Says which version the server runs, with which limits.
    ///
    /// # Errors
    /// The status of the last try.
    pub async fn info(&self) -> Result<pb::GetInfoResponse, Error> {
        self.retried(async || self.stub.clone().get_info(self.request(pb::GetInfoRequest {})).await)
            .await
    }

    /// A request with what goes along with every call.
    pub(crate) fn request<T>(&self, message: T) -> Request<T> {
        let mut request = Request::new(message);
        if let Some(token) = &self.token {
            request.metadata_mut().insert("authorization", token.clone());
        }
        if let Some(timeout) = self.timeout {
            request.set_timeout(timeout);
        }
        request
    }

    async fn retried<T>(&self, call: impl AsyncFn() -> Result<tonic::Response<T>, Status>) -> Result<T, Error> {
        let mut tried = 0;
        loop {
            let status = match call().await {
                Ok(answer) => return Ok(answer.into_inner()),
                Err(status) => status,
            };
            tried += 1;
            match self.retry.wait(tried, &status) {
                Some(wait) => tokio::time::sleep(wait).await,
                None => return Err(status.into()),
            }
        }
    }
}

fn endpoint(address: String) -> Result<Endpoint, Error> {
    Ok(Endpoint::from_shared(address)?
        .connect_timeout(Duration::from_secs(10))
        .http2_keep_alive_interval(Duration::from_secs(30))
        .keep_alive_timeout(Duration::from_secs(20))
        .tcp_nodelay(true))
}
