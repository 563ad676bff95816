//! From what the stages found to the result: new places of mentions, layers that were not asked for, warnings.

use crate::document::{
    Document, Event, Extraction, Layer, Layers, MentionIndex, Statement, TimeExpression, Warning, WarningCode,
};
use crate::text::{Span, Text, sentence};

/// Gives events and statements the new places of their mentions.
pub(super) fn renumber(places: &[MentionIndex], events: &mut [Event], statements: &mut [Statement]) {
    let arguments = events.iter_mut().flat_map(|event| &mut event.arguments);
    let sources = statements
        .iter_mut()
        .flat_map(|statement| statement.source.iter_mut().chain(&mut statement.via));
    for mention in arguments
        .map(|argument| &mut argument.mention)
        .chain(sources.map(|source| &mut source.mention))
    {
        *mention = mention.and_then(|MentionIndex(old)| places.get(old as usize).copied());
    }
}

/// Empties the layers that were not asked for.
pub(super) fn keep(extraction: &mut Extraction, layers: Layers) {
    if !layers.contains(Layer::Syntax) {
        extraction.tokens = Vec::new();
    }
    if !layers.contains(Layer::Text) {
        extraction.sections.clear();
        extraction.sentences.clear();
    }
    if !layers.contains(Layer::Entities) {
        extraction.mentions.clear();
        extraction.entities.clear();
    }
    if !layers.contains(Layer::Times) {
        extraction.times.clear();
    }
    if !layers.contains(Layer::Quantities) {
        extraction.quantities.clear();
    }
    if !layers.contains(Layer::Events) {
        extraction.events.clear();
        extraction.contexts.clear();
    }
    if !layers.contains(Layer::Statements) {
        extraction.statements.clear();
    }
}

pub(super) fn warnings(text: &Text<'_>, times: &[TimeExpression], document: &Document<'_>) -> Vec<Warning> {
    let mut warnings = Vec::new();
    let mut warn = |code, message: &str, span| {
        warnings.push(Warning {
            code,
            message: message.to_owned(),
            span,
        });
    };
    if !text.has_arabic {
        warn(
            WarningCode::NoArabic,
            "the text has no Arabic letters: nothing can be found in it",
            None,
        );
    }
    if document.published_at.is_none()
        && let Some(time) = times
            .iter()
            .find(|time| time.days.is_none() && time.evidence.starts_with("time.relative"))
    {
        warn(
            WarningCode::NoPublicationDate,
            "there is no publication date, so that relative times stay unresolved",
            Some(time.span),
        );
    }
    if let Some(token) = text.unbalanced_quote {
        warn(
            WarningCode::UnbalancedQuotes,
            "a quotation mark has no partner; quotations after it may be missed",
            Some(text.span(token)),
        );
    }
    if let Some(long) = text
        .sentences
        .iter()
        .find(|s| (s.end_token - s.first_token) as usize >= sentence::LONGEST)
    {
        warn(
            WarningCode::LongSentence,
            "a sentence is too long to be read as one and was read in parts",
            Some(long.span),
        );
    }
    if let Some(at) = text.control {
        let len = text
            .raw
            .get(at as usize..)
            .and_then(|rest| rest.chars().next())
            .map_or(1, char::len_utf8);
        warn(
            WarningCode::ControlCharacters,
            "control characters were passed over as spaces",
            Some(Span::new(at, at + len as u32)),
        );
    }
    warnings
}

pub(super) fn hexadecimal(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    bytes
        .iter()
        .flat_map(|byte| [DIGITS[usize::from(byte >> 4)], DIGITS[usize::from(byte & 15)]])
        .map(char::from)
        .collect()
}
