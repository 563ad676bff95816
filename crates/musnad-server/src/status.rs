//! Errors as gRPC gives them: a code, a message for a person, and details for a program.
//!
//! | what | code | detail |
//! | --- | --- | --- |
//! | a document, date, layer or encoding at fault | `INVALID_ARGUMENT` | `BadRequest` names the field |
//! | a message that is not protobuf, or text in it that is not UTF-8 | `INVALID_ARGUMENT` | `BadRequest` |
//! | too many requests or streams at once; another caller needs the place; the limits of the token | `RESOURCE_EXHAUSTED` | `RetryInfo` |
//! | no token, a wrong or a revoked one | `UNAUTHENTICATED` | |
//! | shutting down | `UNAVAILABLE` | `RetryInfo` |
//! | the deadline has passed | `DEADLINE_EXCEEDED` | |

use std::time::Duration;

use http::HeaderValue;
use musnad::{Error, ErrorKind};
use musnad_proto::v1::DocumentError;
use tonic::{Code, Status};
use tonic_types::{ErrorDetails, StatusExt};

/// When a refused caller may come again, where nothing better is known.
const RETRY_AFTER: Duration = Duration::from_secs(1);

/// Why a document was not extracted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Refusal {
    pub(crate) code: Code,
    pub(crate) message: String,
    /// The field at fault; empty where it is none.
    pub(crate) field: &'static str,
}

impl From<Error> for Refusal {
    fn from(error: Error) -> Self {
        let code = match error.kind() {
            ErrorKind::EmptyText
            | ErrorKind::InvalidUtf8
            | ErrorKind::DocumentTooLarge
            | ErrorKind::InvalidDate
            | ErrorKind::UnknownLayer
            | ErrorKind::InvalidMessage => Code::InvalidArgument,
            _ => Code::Internal,
        };
        Self {
            code,
            message: error.to_string(),
            field: error.field(),
        }
    }
}

impl Refusal {
    /// A field that is missing or wrong.
    pub(crate) fn invalid(field: &'static str, message: impl Into<String>) -> Self {
        Self {
            code: Code::InvalidArgument,
            message: message.into(),
            field,
        }
    }

    /// A defect of the server.
    pub(crate) fn internal(message: impl Into<String>) -> Self {
        Self {
            code: Code::Internal,
            message: message.into(),
            field: "",
        }
    }

    /// A request without its document.
    pub(crate) fn no_document() -> Self {
        Self::invalid("document", "document is missing: give one with a text")
    }

    /// Nobody reads any more.
    pub(crate) fn stopping() -> Self {
        Self {
            code: Code::Unavailable,
            message: "the server stopped before the document was read".to_owned(),
            field: "",
        }
    }

    /// As the outcome of one document among others.
    pub(crate) fn into_document_error(self, document_id: String) -> DocumentError {
        DocumentError {
            document_id,
            code: self.code.into(),
            message: self.message,
            field: self.field.to_owned(),
        }
    }
}

impl From<Refusal> for Status {
    fn from(refusal: Refusal) -> Self {
        if refusal.field.is_empty() {
            return Self::new(refusal.code, refusal.message);
        }
        let details = ErrorDetails::with_bad_request_violation(refusal.field, refusal.message.clone());
        // The message alone must name the field too, for callers that do not read details.
        let message = if refusal.message.contains(refusal.field) {
            refusal.message
        } else {
            format!("{}: {}", refusal.field, refusal.message)
        };
        Self::with_error_details(refusal.code, message, details)
    }
}

/// Too many calls at once.
pub(crate) fn exhausted(limit: usize, what: &str, after: Duration) -> Status {
    let message = format!(
        "{limit} {what} are running or waiting, which is the limit; try again in {} ms",
        after.as_millis()
    );
    come_again(message, after)
}

/// The place is needed for a caller who has fewer.
pub(crate) fn displaced() -> Status {
    let message =
        "another caller needed the place, and this one had more than its share; try again with fewer calls at once";
    come_again(message.to_owned(), RETRY_AFTER)
}

/// More calls at once than the token allows.
pub(crate) fn too_many_calls(limit: u32) -> Status {
    let message = format!("the token allows {limit} calls at once; wait until one has ended");
    come_again(message, RETRY_AFTER)
}

/// More documents a second than the token allows.
pub(crate) fn too_fast(rate: f64, after: Duration) -> Status {
    let message = format!(
        "the token allows {rate} documents a second; try again in {} ms",
        after.as_millis()
    );
    come_again(message, after)
}

fn come_again(message: String, after: Duration) -> Status {
    let details = ErrorDetails::with_retry_info(Some(after));
    Status::with_error_details(Code::ResourceExhausted, message, details)
}

/// A stream on which nothing comes.
pub(crate) fn idle(limit: Duration) -> Status {
    let message = format!(
        "no document came for {} s; open a new stream when there is one",
        limit.as_secs()
    );
    Status::unavailable(message)
}

/// Shutting down.
pub(crate) fn unavailable() -> Status {
    let details = ErrorDetails::with_retry_info(Some(RETRY_AFTER));
    Status::with_error_details(
        Code::Unavailable,
        "the server is shutting down; try again, or another one",
        details,
    )
}

/// The caller's deadline has passed.
pub(crate) fn deadline_exceeded() -> Status {
    Status::deadline_exceeded("the deadline passed before the work was done")
}

/// Requests that cannot be read are the caller's fault; tonic takes broken protobuf for an internal error and a message
/// over the limit for one out of range.
pub(crate) fn blame_caller<B: Default>(response: http::Response<B>) -> http::Response<B> {
    let Some(status) = Status::from_header_map(response.headers()) else {
        return response;
    };
    let Some(refusal) = unreadable(&status) else {
        return response;
    };
    let mut blamed = Status::from(refusal).into_http();
    // gRPC-Web answers keep their own content type.
    let kind = response.headers().get(http::header::CONTENT_TYPE).cloned();
    let kind = kind.unwrap_or_else(|| HeaderValue::from_static("application/grpc"));
    blamed.headers_mut().insert(http::header::CONTENT_TYPE, kind);
    blamed
}

/// The refusal for a request that could not be decoded.
pub(crate) fn unreadable(status: &Status) -> Option<Refusal> {
    let message = status.message();
    match status.code() {
        Code::Internal if message.starts_with("failed to decode Protobuf message") => {
            let field = if message.contains("Document.text") {
                "document.text"
            } else if message.contains("Document.published_at") {
                "document.published_at"
            } else if message.contains("Document.") {
                "document"
            } else {
                "request"
            };
            let message = if message.contains("UTF-8") {
                format!("{field} is not UTF-8: convert the text before it is sent")
            } else {
                format!("{field} is no message of musnad.v1: {message}")
            };
            Some(Refusal::invalid(field, message))
        }
        Code::OutOfRange if message.contains("message length too large") => {
            let message = message.trim_start_matches("Error, ");
            Some(Refusal::invalid(
                "request",
                format!("{message}; send the documents in smaller requests"),
            ))
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn refusals_name_the_field_in_words_and_in_details() {
        let status = Status::from(Refusal::invalid(
            "document.published_at",
            "\"soon\" is no ISO 8601 date",
        ));
        assert_eq!(status.code(), Code::InvalidArgument);
        assert!(status.message().starts_with("document.published_at: "));
        let details = status.get_error_details();
        assert_eq!(
            details.bad_request().unwrap().field_violations[0].field,
            "document.published_at"
        );
    }

    #[test]
    fn undecodable_requests_are_the_callers_fault() {
        let error = "failed to decode Protobuf message: Document.text: ExtractRequest.document: invalid string value: data is not UTF-8 encoded";
        let refusal = unreadable(&Status::internal(error)).unwrap();
        assert_eq!((refusal.code, refusal.field), (Code::InvalidArgument, "document.text"));
        assert!(unreadable(&Status::internal("a defect")).is_none());
    }
}
