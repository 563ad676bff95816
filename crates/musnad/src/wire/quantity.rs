//! `quantity.proto`.

use musnad_proto::v1 as pb;

use super::Context;
use super::entity::score;
use super::enums::ReadEnum;
use crate::document::{Number, Quantity, QuantityKind};
use crate::error::Error;
use crate::text::OffsetEncoding;

/// The messages of the numbers of `text`.
pub fn number_messages(numbers: &[Number], text: &str, encoding: OffsetEncoding) -> Vec<pb::Number> {
    let context = Context::new(text, encoding);
    let message = |number: &Number| pb::Number {
        span: context.some_span(number.span),
        kind: pb::NumberKind::from(number.kind).into(),
        value: number.value,
        min: number.min,
        max: number.max,
    };
    numbers.iter().map(message).collect()
}

pub(super) fn quantity(quantity: &Quantity, context: &Context<'_>) -> pb::Quantity {
    pb::Quantity {
        span: context.some_span(quantity.span),
        kind: pb::QuantityKind::from(quantity.kind).into(),
        min: quantity.min,
        max: quantity.max,
        item: quantity.item.clone(),
        currency: quantity.currency.clone(),
        unit: quantity.unit.clone(),
        score: score(quantity.score),
        evidence: quantity.evidence.to_string(),
    }
}

pub(super) fn read_quantity(message: &pb::Quantity, context: &Context<'_>) -> Result<Quantity, Error> {
    Ok(Quantity {
        span: context.read_span(message.span.as_ref(), "quantity")?,
        kind: QuantityKind::read(message.kind)?,
        min: message.min,
        max: message.max,
        item: message.item.clone(),
        currency: message.currency.clone(),
        unit: message.unit.clone(),
        score: message.score as f32,
        evidence: message.evidence.clone().into(),
    })
}
