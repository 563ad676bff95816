//! The messages of the gRPC client, so that it needs no protobuf package.

use musnad::{Layer, wire};
use musnad_proto::v1 as pb;
use prost::Message;
use pyo3::prelude::*;
use pyo3::pybacked::PyBackedStr;
use pyo3::types::{PyBytes, PyDict};

use crate::errors::{InvalidArgument, MusnadError, exception};
use crate::extraction::Extraction;
use crate::extractor::{Input, read_layers};

/// `ExtractRequest`; `ExtractStreamRequest` has the same fields under the same numbers.
#[pyfunction]
pub(crate) fn write_request(
    py: Python<'_>,
    document: Input,
    layers: Option<Vec<String>>,
) -> PyResult<Bound<'_, PyBytes>> {
    let asked = layers.is_some();
    let layers = read_layers(layers)?;
    let names = Layer::ALL.into_iter().filter(|layer| asked && layers.contains(*layer));
    let request = pb::ExtractRequest {
        document: Some(document.message().map_err(|error| exception(&error))?),
        options: Some(pb::ExtractOptions {
            layers: names.map(|layer| pb::Layer::from(layer).into()).collect(),
            offset_encoding: pb::OffsetEncoding::Utf32.into(),
        }),
    };
    Ok(PyBytes::new(py, &request.encode_to_vec()))
}

/// `ExtractResponse` for a document with that text.
#[pyfunction]
pub(crate) fn read_response(data: &[u8], text: PyBackedStr) -> PyResult<Extraction> {
    let response = pb::ExtractResponse::decode(data).map_err(unreadable)?;
    Extraction::receive(
        response
            .extraction
            .ok_or_else(|| MusnadError::new_err("the server sent no extraction"))?,
        text,
    )
}

/// `ExtractStreamResponse`: an extraction, or `(code, message, field)`.
#[pyfunction]
pub(crate) fn read_stream_response(py: Python<'_>, data: &[u8], text: PyBackedStr) -> PyResult<Py<PyAny>> {
    let response = pb::ExtractStreamResponse::decode(data).map_err(unreadable)?;
    match response.result.and_then(|result| result.outcome) {
        Some(pb::document_result::Outcome::Extraction(message)) => {
            Ok(Py::new(py, Extraction::receive(message, text)?)?.into_any())
        }
        Some(pb::document_result::Outcome::Error(error)) => Ok((error.code, error.message, error.field)
            .into_pyobject(py)?
            .into_any()
            .unbind()),
        None => Err(MusnadError::new_err(
            "the server sent neither an extraction nor an error",
        )),
    }
}

/// `GetInfoResponse` as a dictionary.
#[pyfunction]
pub(crate) fn read_info<'py>(py: Python<'py>, data: &[u8]) -> PyResult<Bound<'py, PyDict>> {
    let response = pb::GetInfoResponse::decode(data).map_err(unreadable)?;
    let engine = response.engine.unwrap_or_default();
    let limits = response.limits.unwrap_or_default();
    let layers = wire::layers(&response.layers).map_err(|error| exception(&error))?;
    let info = PyDict::new(py);
    info.set_item("version", engine.version)?;
    info.set_item("model", engine.model)?;
    info.set_item("ontologies", response.ontologies)?;
    info.set_item(
        "layers",
        Layer::ALL
            .into_iter()
            .filter(|l| layers.contains(*l))
            .map(Layer::name)
            .collect::<Vec<_>>(),
    )?;
    info.set_item("max_document_bytes", limits.max_document_bytes)?;
    info.set_item("max_batch_documents", limits.max_batch_documents)?;
    info.set_item("max_message_bytes", limits.max_message_bytes)?;
    info.set_item("max_concurrent_requests", limits.max_concurrent_requests)?;
    info.set_item("max_concurrent_streams", limits.max_concurrent_streams)?;
    info.set_item("stream_window", limits.stream_window)?;
    info.set_item("max_call_seconds", limits.max_call_seconds)?;
    info.set_item("stream_idle_seconds", limits.stream_idle_seconds)?;
    info.set_item("documents_per_second", limits.caller_documents_per_second)?;
    info.set_item("concurrent_calls", limits.caller_concurrent_calls)?;
    Ok(info)
}

/// What `google.rpc.Status` says beside its message: the field at fault, and the seconds to wait.
#[pyfunction]
pub(crate) fn read_status(data: &[u8]) -> PyResult<(Option<String>, Option<f64>)> {
    let (mut field, mut delay) = (None, None);
    for detail in Status::decode(data).map_err(unreadable)?.details {
        match detail.type_url.rsplit('/').next() {
            Some("google.rpc.BadRequest") => {
                let request = BadRequest::decode(&*detail.value).map_err(unreadable)?;
                field = request
                    .field_violations
                    .into_iter()
                    .next()
                    .map(|violation| violation.field);
            }
            Some("google.rpc.RetryInfo") => {
                let info = RetryInfo::decode(&*detail.value).map_err(unreadable)?;
                delay = info
                    .retry_delay
                    .map(|delay| delay.seconds as f64 + f64::from(delay.nanos) / 1e9);
            }
            _ => {}
        }
    }
    Ok((field, delay))
}

fn unreadable(error: prost::DecodeError) -> PyErr {
    InvalidArgument::new_err((format!("the server's message cannot be read: {error}"), "response"))
}

/// The few messages of googleapis that carry error details, with the fields that are read here.
#[derive(Clone, PartialEq, Message)]
struct Status {
    #[prost(message, repeated, tag = "3")]
    details: Vec<Detail>,
}

#[derive(Clone, PartialEq, Message)]
struct Detail {
    #[prost(string, tag = "1")]
    type_url: String,
    #[prost(bytes = "vec", tag = "2")]
    value: Vec<u8>,
}

#[derive(Clone, PartialEq, Message)]
struct BadRequest {
    #[prost(message, repeated, tag = "1")]
    field_violations: Vec<FieldViolation>,
}

#[derive(Clone, PartialEq, Message)]
struct FieldViolation {
    #[prost(string, tag = "1")]
    field: String,
}

#[derive(Clone, PartialEq, Message)]
struct RetryInfo {
    #[prost(message, optional, tag = "1")]
    retry_delay: Option<Delay>,
}

#[derive(Clone, Copy, PartialEq, Message)]
struct Delay {
    #[prost(int64, tag = "1")]
    seconds: i64,
    #[prost(int32, tag = "2")]
    nanos: i32,
}
