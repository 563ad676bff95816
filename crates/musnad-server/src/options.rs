//! What a request asks for, checked.

use musnad::{Layers, OffsetEncoding, wire};
use musnad_proto::v1 as pb;

use crate::status::Refusal;

/// What to return.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Options {
    pub(crate) layers: Layers,
    pub(crate) offsets: OffsetEncoding,
}

impl Options {
    /// Checks the options of a request; absent ones are the default.
    pub(crate) fn read(options: Option<&pb::ExtractOptions>) -> Result<Self, Refusal> {
        let Some(options) = options else {
            return Ok(Self {
                layers: Layers::default(),
                offsets: OffsetEncoding::default(),
            });
        };
        let offsets = wire::offset_encoding(options.offset_encoding)
            .map_err(|error| Refusal::invalid("options.offset_encoding", error.to_string()))?;
        Ok(Self {
            layers: wire::layers(&options.layers)?,
            offsets,
        })
    }
}
