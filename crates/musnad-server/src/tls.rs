//! TLS and mutual TLS: rustls, with certificates that are read again when their files change.
//!
//! The cryptography is graviola: proven assembly and Rust, so that the server builds without a C compiler (ring and
//! aws-lc-rs are mostly C; the providers in pure Rust are not constant in time throughout). TLS 1.3 and 1.2.

use std::path::{Path, PathBuf};
use std::sync::{Arc, PoisonError, RwLock};

use rustls::RootCertStore;
use rustls::pki_types::pem::PemObject;
use rustls::pki_types::{CertificateDer, PrivateKeyDer};
use rustls::server::{ServerConfig, WebPkiClientVerifier};
use sha2::{Digest, Sha256};
use tokio_rustls::TlsAcceptor;

use crate::config::Security;

/// The settings in force. Clones share them.
#[derive(Debug, Clone)]
pub(crate) struct Tls {
    files: Arc<Files>,
    current: Arc<RwLock<Arc<ServerConfig>>>,
}

#[derive(Debug)]
struct Files {
    cert: PathBuf,
    key: PathBuf,
    client_ca: Option<PathBuf>,
}

impl Tls {
    /// Reads the files; nothing, if no certificate is given.
    ///
    /// # Errors
    /// The message names the file and what is wrong with it.
    pub(crate) fn load(security: &Security) -> Result<Option<Self>, String> {
        let (Some(cert), Some(key)) = (&security.tls_cert, &security.tls_key) else {
            return Ok(None);
        };
        if !graviola::util::is_cpu_supported() {
            return Err("TLS needs a processor with AVX2, ADX and AES (x86-64) or AES and SHA2 (AArch64): let a proxy encrypt, and give --allow-plaintext".to_owned());
        }
        let files = Files {
            cert: cert.clone(),
            key: key.clone(),
            client_ca: security.tls_client_ca.clone(),
        };
        let current = Arc::new(RwLock::new(Arc::new(files.read()?)));
        Ok(Some(Self {
            files: Arc::new(files),
            current,
        }))
    }

    /// Reads the files again; on an error the old certificates stay.
    pub(crate) fn reload(&self) -> Result<(), String> {
        let config = Arc::new(self.files.read()?);
        *self.current.write().unwrap_or_else(PoisonError::into_inner) = config;
        Ok(())
    }

    /// The files to watch.
    pub(crate) fn paths(&self) -> Vec<PathBuf> {
        let Files { cert, key, client_ca } = &*self.files;
        [Some(cert), Some(key), client_ca.as_ref()]
            .into_iter()
            .flatten()
            .cloned()
            .collect()
    }

    /// Takes connections with the certificate that is in force now.
    pub(crate) fn acceptor(&self) -> TlsAcceptor {
        TlsAcceptor::from(Arc::clone(&self.current.read().unwrap_or_else(PoisonError::into_inner)))
    }
}

impl Files {
    fn read(&self) -> Result<ServerConfig, String> {
        let certificates = certificates(&self.cert)?;
        let key =
            PrivateKeyDer::from_pem_file(&self.key).map_err(|error| format!("{}: {error}", self.key.display()))?;
        let provider = Arc::new(rustls_graviola::default_provider());
        let builder = ServerConfig::builder_with_provider(Arc::clone(&provider))
            .with_safe_default_protocol_versions()
            .map_err(|error| error.to_string())?;
        let builder = match &self.client_ca {
            None => builder.with_no_client_auth(),
            Some(path) => {
                let mut roots = RootCertStore::empty();
                for certificate in self::certificates(path)? {
                    roots
                        .add(certificate)
                        .map_err(|error| format!("{}: {error}", path.display()))?;
                }
                let verifier = WebPkiClientVerifier::builder_with_provider(Arc::new(roots), provider)
                    .build()
                    .map_err(|error| format!("{}: {error}", path.display()))?;
                builder.with_client_cert_verifier(verifier)
            }
        };
        let mut config = builder.with_single_cert(certificates, key).map_err(|error| {
            format!(
                "{} and {} do not make a pair: {error}",
                self.cert.display(),
                self.key.display()
            )
        })?;
        config.alpn_protocols = vec![b"h2".to_vec(), b"http/1.1".to_vec()];
        Ok(config)
    }
}

fn certificates(path: &Path) -> Result<Vec<CertificateDer<'static>>, String> {
    let failed = |error: &dyn std::fmt::Display| format!("{}: {error}", path.display());
    let certificates = CertificateDer::pem_file_iter(path)
        .map_err(|error| failed(&error))?
        .collect::<Result<Vec<_>, _>>()
        .map_err(|error| failed(&error))?;
    if certificates.is_empty() {
        return Err(failed(&"there is no certificate (PEM) in it"));
    }
    Ok(certificates)
}

/// A short name for the certificate that a caller showed.
pub(crate) fn fingerprint(certificate: &CertificateDer<'_>) -> String {
    let hash: [u8; 32] = Sha256::digest(certificate.as_ref()).into();
    let [a, b, c, d, e, f, g, h, ..] = hash;
    format!("{:016x}", u64::from_be_bytes([a, b, c, d, e, f, g, h]))
}
