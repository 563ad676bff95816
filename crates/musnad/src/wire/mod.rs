//! Between the domain types and the messages of `musnad.v1`.
//!
//! [`encode`] turns an [`Extraction`] into its message, with spans in the caller's [`OffsetEncoding`]; [`decode`] reads
//! one back and refuses, with [`ErrorKind::InvalidMessage`], spans outside the text and enum values that the contract
//! does not define. One file for each `.proto`.

mod entity;
mod enums;
mod event;
mod quantity;
mod request;
mod statement;
mod text;
mod time;

use musnad_proto::v1 as pb;

use crate::document::Extraction;
use crate::error::{Error, ErrorKind};
use crate::text::offset::OffsetMap;
use crate::text::{OffsetEncoding, Span};

pub use quantity::number_messages;
pub use request::{document, layers, offset_encoding};
pub use time::{time_message, time_messages};

/// What the conversions need beside the record: the text's offsets.
struct Context<'t> {
    text: &'t str,
    offsets: OffsetMap<'t>,
}

impl<'t> Context<'t> {
    fn new(text: &'t str, encoding: OffsetEncoding) -> Self {
        Self {
            text,
            offsets: OffsetMap::new(text, encoding),
        }
    }

    fn span(&self, span: Span) -> pb::Span {
        let (start, end) = self.offsets.encode_span(span);
        pb::Span { start, end }
    }

    fn some_span(&self, span: Span) -> Option<pb::Span> {
        Some(self.span(span))
    }

    fn read_span(&self, span: Option<&pb::Span>, what: &str) -> Result<Span, Error> {
        let span = span.ok_or_else(|| invalid(format!("{what} has no span")))?;
        self.offsets.decode_span(span.start, span.end).ok_or_else(|| {
            invalid(format!(
                "{what}: span {}..{} does not fit the text",
                span.start, span.end
            ))
        })
    }
}

fn invalid(message: String) -> Error {
    Error::new(ErrorKind::InvalidMessage, message)
}

/// The message of an extraction made from `text`.
pub fn encode(extraction: &Extraction, text: &str, encoding: OffsetEncoding) -> pb::Extraction {
    let context = Context::new(text, encoding);
    pb::Extraction {
        document_id: extraction.document_id.clone(),
        text_sha256: extraction.text_sha256.clone(),
        engine: Some(engine(&extraction.model)),
        warnings: extraction
            .warnings
            .iter()
            .map(|warning| text::warning(warning, &context))
            .collect(),
        sections: extraction
            .sections
            .iter()
            .map(|section| text::section(section, &context))
            .collect(),
        sentences: extraction
            .sentences
            .iter()
            .map(|sentence| text::sentence(sentence, &context))
            .collect(),
        tokens: extraction
            .tokens
            .iter()
            .map(|token| text::token(token, &context))
            .collect(),
        mentions: extraction
            .mentions
            .iter()
            .map(|mention| entity::mention(mention, &context))
            .collect(),
        entities: extraction
            .entities
            .iter()
            .map(|entity| entity::entity(entity, &context))
            .collect(),
        times: extraction.times.iter().map(|time| time::time(time, &context)).collect(),
        quantities: extraction
            .quantities
            .iter()
            .map(|quantity| quantity::quantity(quantity, &context))
            .collect(),
        events: extraction
            .events
            .iter()
            .enumerate()
            .map(|(n, event)| event::event(n, event, &context))
            .collect(),
        statements: extraction
            .statements
            .iter()
            .enumerate()
            .map(|(n, s)| statement::statement(n, s, &context))
            .collect(),
        offset_encoding: enums::offset_encoding(encoding).into(),
        contexts: event::contexts(&extraction.contexts),
    }
}

/// Reads back the message of an extraction made from `text`.
///
/// # Errors
/// [`ErrorKind::InvalidMessage`] says which record does not fit.
pub fn decode(message: &pb::Extraction, text: &str) -> Result<Extraction, Error> {
    let context = Context::new(text, offset_encoding(message.offset_encoding)?);
    Ok(Extraction {
        document_id: message.document_id.clone(),
        text_sha256: message.text_sha256.clone(),
        model: message
            .engine
            .as_ref()
            .map(|engine| engine.model.clone())
            .unwrap_or_default()
            .into(),
        warnings: message
            .warnings
            .iter()
            .map(|x| text::read_warning(x, &context))
            .collect::<Result<_, _>>()?,
        sections: message
            .sections
            .iter()
            .map(|x| text::read_section(x, &context))
            .collect::<Result<_, _>>()?,
        sentences: message
            .sentences
            .iter()
            .map(|x| text::read_sentence(x, &context))
            .collect::<Result<_, _>>()?,
        tokens: message
            .tokens
            .iter()
            .map(|x| text::read_token(x, &context))
            .collect::<Result<_, _>>()?,
        mentions: message
            .mentions
            .iter()
            .map(|x| entity::read_mention(x, &context))
            .collect::<Result<_, _>>()?,
        entities: message
            .entities
            .iter()
            .map(|x| entity::read_entity(x, &context))
            .collect::<Result<_, _>>()?,
        times: message
            .times
            .iter()
            .map(|x| time::read_time(x, &context))
            .collect::<Result<_, _>>()?,
        quantities: message
            .quantities
            .iter()
            .map(|x| quantity::read_quantity(x, &context))
            .collect::<Result<_, _>>()?,
        events: message
            .events
            .iter()
            .map(|x| event::read_event(x, &context))
            .collect::<Result<_, _>>()?,
        statements: message
            .statements
            .iter()
            .map(|x| statement::read_statement(x, &context))
            .collect::<Result<_, _>>()?,
        contexts: event::read_contexts(&message.contexts)?,
    })
}

/// What made an extraction: this version, with a model ([`crate::Extractor::model`]).
pub fn engine(model: &str) -> pb::Engine {
    pb::Engine {
        version: crate::VERSION.to_owned(),
        model: model.to_owned(),
    }
}
