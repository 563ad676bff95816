//! The reading desk: a page that shows what the service finds in an article, at `/` of the same port (`--ui`).
//!
//! The page is `ui/` of this crate, bundled by `make ui` and committed, so that building the server needs no node. It is all
//! in the binary: nothing comes from another host, and the headers forbid that anything does. It has no rights of its own,
//! but calls the service through gRPC-Web, with the token of the one who reads; the files themselves hold no secret and need
//! none.

use std::convert::Infallible;
use std::fmt::Write;
use std::future::Ready;
use std::sync::Arc;
use std::task::{Context, Poll};

use futures_util::future::Either;
use http::{HeaderMap, HeaderValue, Method, Request, Response, StatusCode, header};
use sha2::{Digest, Sha256};
use tonic::body::Body;
use tower::Service;

/// Path, kind, content.
const FILES: [(&str, &str, &[u8]); 6] = [
    ("/", "text/html; charset=utf-8", include_bytes!("../ui/dist/index.html")),
    (
        "/desk.js",
        "text/javascript; charset=utf-8",
        include_bytes!("../ui/dist/desk.js"),
    ),
    (
        "/desk.css",
        "text/css; charset=utf-8",
        include_bytes!("../ui/dist/desk.css"),
    ),
    (
        "/world.json",
        "application/json",
        include_bytes!("../ui/dist/world.json"),
    ),
    ("/icon.svg", "image/svg+xml", include_bytes!("../ui/dist/icon.svg")),
    (
        "/licences.txt",
        "text/plain; charset=utf-8",
        include_bytes!("../ui/dist/licences.txt"),
    ),
];

/// What a browser is told beside the file: run nothing and ask nobody but this server, and be in no frame.
const HEADERS: [(&str, &str); 7] = [
    (
        "content-security-policy",
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; base-uri 'none'; \
         form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'",
    ),
    ("x-content-type-options", "nosniff"),
    ("x-frame-options", "DENY"),
    ("referrer-policy", "no-referrer"),
    ("cross-origin-opener-policy", "same-origin"),
    ("cross-origin-resource-policy", "same-origin"),
    (
        "permissions-policy",
        "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    ),
];

/// Answers for the files, and leaves everything else to the services.
#[derive(Debug, Clone)]
pub(crate) struct Desk<S> {
    inner: S,
    /// By the place in [`FILES`]; none, where the page is switched off.
    tags: Option<Arc<[HeaderValue]>>,
}

impl<S> Desk<S> {
    pub(crate) fn new(inner: S, is_on: bool) -> Self {
        let tags = || FILES.iter().map(|(_, _, content)| tag(content)).collect();
        Self {
            inner,
            tags: is_on.then(tags),
        }
    }

    fn file<B>(&self, request: &Request<B>) -> Option<Response<Body>> {
        let tags = self.tags.as_ref()?;
        let is_head = match *request.method() {
            Method::GET => false,
            Method::HEAD => true,
            _ => return None,
        };
        let number = FILES.iter().position(|(path, ..)| *path == request.uri().path())?;
        let ((_, kind, content), tag) = (FILES.get(number)?, tags.get(number)?);
        let is_known = is_known(request.headers(), tag);
        let body = if is_known || is_head {
            Body::empty()
        } else {
            Body::new(http_body_util::Full::new(bytes::Bytes::from_static(content)))
        };
        let mut response = Response::new(body);
        let headers = response.headers_mut();
        for (name, value) in HEADERS {
            headers.insert(name, HeaderValue::from_static(value));
        }
        // A new version of the server has a new page.
        headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-cache"));
        headers.insert(header::ETAG, tag.clone());
        if is_known {
            *response.status_mut() = StatusCode::NOT_MODIFIED;
        } else {
            headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(kind));
            headers.insert(header::CONTENT_LENGTH, content.len().into());
        }
        Some(response)
    }
}

impl<S> Service<Request<Body>> for Desk<S>
where
    S: Service<Request<Body>, Response = Response<Body>, Error = Infallible>,
{
    type Response = Response<Body>;
    type Error = Infallible;
    type Future = Either<Ready<Result<Response<Body>, Infallible>>, S::Future>;

    fn poll_ready(&mut self, context: &mut Context<'_>) -> Poll<Result<(), Infallible>> {
        self.inner.poll_ready(context)
    }

    fn call(&mut self, request: Request<Body>) -> Self::Future {
        match self.file(&request) {
            Some(response) => Either::Left(std::future::ready(Ok(response))),
            None => Either::Right(self.inner.call(request)),
        }
    }
}

/// The entity tag of a content: its hash.
fn tag(content: &[u8]) -> HeaderValue {
    let hash: [u8; 32] = Sha256::digest(content).into();
    let mut text = String::from("\"");
    for byte in hash.iter().take(16) {
        // Writing to a string does not fail.
        let _ = write!(text, "{byte:02x}");
    }
    text.push('"');
    HeaderValue::from_str(&text).unwrap_or(HeaderValue::from_static("\"\""))
}

/// Whether the browser has the file already.
fn is_known(headers: &HeaderMap, tag: &HeaderValue) -> bool {
    let wanted = headers.get(header::IF_NONE_MATCH).and_then(|value| value.to_str().ok());
    let matches = |candidate: &str| candidate.trim().trim_start_matches("W/").as_bytes() == tag.as_bytes();
    wanted.is_some_and(|list| list.split(',').any(matches))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_page_names_only_files_that_are_served() {
        let (_, _, page) = FILES[0];
        let page = std::str::from_utf8(page).unwrap();
        let named = page.split("href=\"").chain(page.split("src=\"")).skip(1);
        let mut count = 0;
        for name in named.filter_map(|rest| rest.split('"').next()) {
            if name.contains(['<', '>', '\n']) {
                continue;
            }
            count += 1;
            assert!(
                FILES.iter().any(|(path, ..)| path.trim_start_matches('/') == name),
                "{name}"
            );
        }
        assert_eq!(count, 3);
        assert!(!page.contains("http://") && !page.contains("https://"));
    }

    #[test]
    fn every_header_can_be_sent_and_every_tag_is_another() {
        for (name, value) in HEADERS {
            assert!(HeaderValue::from_str(value).is_ok(), "{name}");
        }
        let mut tags: Vec<_> = FILES.iter().map(|(_, _, content)| tag(content)).collect();
        tags.sort_by(|a, b| a.as_bytes().cmp(b.as_bytes()));
        tags.dedup();
        assert_eq!(tags.len(), FILES.len());
    }
}
