//! `time.proto`.

use musnad_proto::v1 as pb;

use super::entity::score;
use super::enums::ReadEnum;
use super::{Context, invalid};
use crate::document::{Calendar, Date, Days, TimeExpression, TimeKind, TimeModifier};
use crate::error::Error;
use crate::text::OffsetEncoding;

pub(super) fn time(time: &TimeExpression, context: &Context<'_>) -> pb::TimeExpression {
    pb::TimeExpression {
        span: context.some_span(time.span),
        kind: pb::TimeKind::from(time.kind).into(),
        value: time.value.clone(),
        r#mod: time
            .modifier
            .map_or(0, |modifier| pb::TimeModifier::from(modifier).into()),
        first_day: time.days.map(|days| days.first.to_string()).unwrap_or_default(),
        last_day: time.days.map(|days| days.last.to_string()).unwrap_or_default(),
        calendar: pb::Calendar::from(time.calendar).into(),
        score: score(time.score),
        evidence: time.evidence.to_string(),
    }
}

/// The messages of all time expressions of `text`.
pub fn time_messages(expressions: &[TimeExpression], text: &str, encoding: OffsetEncoding) -> Vec<pb::TimeExpression> {
    let context = Context::new(text, encoding);
    expressions
        .iter()
        .map(|expression| time(expression, &context))
        .collect()
}

/// The message of one time expression of `text`.
pub fn time_message(expression: &TimeExpression, text: &str, encoding: OffsetEncoding) -> pb::TimeExpression {
    time(expression, &Context::new(text, encoding))
}

pub(super) fn read_time(message: &pb::TimeExpression, context: &Context<'_>) -> Result<TimeExpression, Error> {
    Ok(TimeExpression {
        span: context.read_span(message.span.as_ref(), "time")?,
        kind: TimeKind::read(message.kind)?,
        value: message.value.clone(),
        modifier: TimeModifier::read_optional(message.r#mod)?,
        days: read_days(&message.first_day, &message.last_day)?,
        calendar: Calendar::read(message.calendar)?,
        score: message.score as f32,
        evidence: message.evidence.clone().into(),
    })
}

pub(super) fn days(days: Days) -> pb::Days {
    pb::Days {
        first_day: days.first.to_string(),
        last_day: days.last.to_string(),
    }
}

pub(super) fn read_days(first: &str, last: &str) -> Result<Option<Days>, Error> {
    if first.is_empty() && last.is_empty() {
        return Ok(None);
    }
    let (first, last) = (Date::parse_iso(first), Date::parse_iso(last));
    match (first, last) {
        (Ok(first), Ok(last)) if first <= last => Ok(Some(Days { first, last })),
        _ => Err(invalid("first_day and last_day are no days in order".to_owned())),
    }
}
