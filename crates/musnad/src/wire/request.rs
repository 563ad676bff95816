//! `document.proto`, `service.proto`: what comes in.

use musnad_proto::v1 as pb;

use super::enums::ReadEnum;
use super::invalid;
use crate::document::{Document, Layer, Layers};
use crate::error::{Error, ErrorKind};
use crate::text::OffsetEncoding;

/// Reads a document; its text and id stay borrowed.
///
/// # Errors
/// [`ErrorKind::InvalidDate`].
pub fn document(message: &pb::Document) -> Result<Document<'_>, Error> {
    Document::new(&message.text)
        .id(&message.id)
        .source(&message.source)
        .published_at(&message.published_at)
}

/// Reads the layers asked for; none means the default.
///
/// # Errors
/// [`ErrorKind::UnknownLayer`].
pub fn layers(layers: &[i32]) -> Result<Layers, Error> {
    if layers.is_empty() {
        return Ok(Layers::default());
    }
    layers
        .iter()
        .map(|layer| {
            Layer::read(*layer)
                .map_err(|_| Error::new(ErrorKind::UnknownLayer, format!("options.layers: {layer} is no layer")))
        })
        .collect()
}

/// Reads an offset encoding; unspecified means UTF-32.
///
/// # Errors
/// [`ErrorKind::InvalidMessage`] for a value that the contract does not define.
pub fn offset_encoding(encoding: i32) -> Result<OffsetEncoding, Error> {
    match pb::OffsetEncoding::try_from(encoding) {
        Ok(pb::OffsetEncoding::Unspecified | pb::OffsetEncoding::Utf32) => Ok(OffsetEncoding::Utf32),
        Ok(pb::OffsetEncoding::Utf8) => Ok(OffsetEncoding::Utf8),
        Ok(pb::OffsetEncoding::Utf16) => Ok(OffsetEncoding::Utf16),
        Err(_) => Err(invalid(format!("{encoding} is no OffsetEncoding"))),
    }
}
