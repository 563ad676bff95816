//! Encrypted connections.

use std::sync::Arc;

use hyper_util::rt::TokioIo;
use rustls::pki_types::pem::PemObject;
use rustls::pki_types::{CertificateDer, PrivateKeyDer, ServerName};
use rustls::{ClientConfig, RootCertStore};
use tokio::net::TcpStream;
use tokio_rustls::TlsConnector;
use tonic::transport::{Channel, Endpoint, Uri};

use crate::error::Error;

/// Whom to trust, and what to show.
#[derive(Debug, Clone)]
pub struct Tls(Arc<ClientConfig>);

impl Tls {
    /// Trusts servers with a certificate of these authorities (PEM).
    ///
    /// # Errors
    /// There is no certificate in the text.
    pub fn trusting(authorities: &[u8]) -> Result<Self, Error> {
        let builder = trusting(authorities)?;
        Ok(Self::over(builder.with_no_client_auth()))
    }

    /// The same, and shows a certificate of its own (PEM), where the server wants one.
    ///
    /// # Errors
    /// The texts have no certificates or no key, or they do not belong together.
    pub fn trusting_as(authorities: &[u8], certificate: &[u8], key: &[u8]) -> Result<Self, Error> {
        let chain = certificates(certificate)?;
        let key = PrivateKeyDer::from_pem_slice(key).map_err(|error| failed(&error))?;
        let config = trusting(authorities)?.with_client_auth_cert(chain, key);
        Ok(Self::over(config.map_err(|error| failed(&error))?))
    }

    fn over(mut config: ClientConfig) -> Self {
        config.alpn_protocols = vec![b"h2".to_vec()];
        Self(Arc::new(config))
    }

    /// Connects to an endpoint that says `http`: that the bytes are encrypted is not tonic's concern.
    pub(crate) async fn connect(&self, endpoint: Endpoint) -> Result<Channel, Error> {
        let connector = TlsConnector::from(Arc::clone(&self.0));
        let uri = endpoint.uri();
        let host = uri.host().ok_or_else(|| failed(&"the address has no host"))?.to_owned();
        let address = (host.trim_matches(['[', ']']).to_owned(), uri.port_u16().unwrap_or(443));
        let name = ServerName::try_from(address.0.clone()).map_err(|error| failed(&error))?;
        let connect = tower::service_fn(move |_: Uri| {
            let (connector, address, name) = (connector.clone(), address.clone(), name.clone());
            async move {
                let stream = TcpStream::connect(address).await?;
                stream.set_nodelay(true)?;
                Ok::<_, std::io::Error>(TokioIo::new(connector.connect(name, stream).await?))
            }
        });
        Ok(endpoint.connect_with_connector(connect).await?)
    }
}

fn trusting(authorities: &[u8]) -> Result<rustls::ConfigBuilder<ClientConfig, rustls::client::WantsClientCert>, Error> {
    let mut roots = RootCertStore::empty();
    for certificate in certificates(authorities)? {
        roots.add(certificate).map_err(|error| failed(&error))?;
    }
    Ok(
        ClientConfig::builder_with_provider(Arc::new(rustls_graviola::default_provider()))
            .with_safe_default_protocol_versions()
            .map_err(|error| failed(&error))?
            .with_root_certificates(roots),
    )
}

fn certificates(pem: &[u8]) -> Result<Vec<CertificateDer<'static>>, Error> {
    let certificates = CertificateDer::pem_slice_iter(pem).collect::<Result<Vec<_>, _>>();
    let certificates = certificates.map_err(|error| failed(&error))?;
    if certificates.is_empty() {
        return Err(failed(&"there is no certificate (PEM) in the text"));
    }
    Ok(certificates)
}

fn failed(error: &dyn std::fmt::Display) -> Error {
    Error::Connect(error.to_string())
}
