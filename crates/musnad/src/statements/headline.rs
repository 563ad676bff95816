//! The colon of a headline: «المسماري: لن نقبل» (al-Mismari: we will not accept).
//!
//! What stands before the colon must be able to speak; «باكستان: مقتل جندي» (Pakistan: soldier killed) names a place, not a
//! speaker.

use std::ops::Range;

use super::content::{self, Content};
use super::context::Context;
use super::source;
use crate::document::{EntityType, SectionKind};

/// Longest source of a headline, in tokens.
const LONGEST: usize = 9;
/// Longest line that is a headline without being marked as one, in tokens.
const LINE: usize = 18;

/// The source before the colon and the content after it.
pub(super) fn read(context: &Context<'_>, colon: usize) -> Option<(Range<usize>, Content)> {
    let text = context.findings.text;
    let span = text.span(colon);
    let sections = &text.sections;
    let section = sections.get(sections.partition_point(|section| section.span.end <= span.start))?;
    let line = text.tokens_in(section.span);
    // A link to another article stands on a line of its own, like a heading.
    let short = line.len() <= LINE && line.end.checked_sub(1).is_some_and(|last| context.key(last) != ".");
    if !matches!(section.kind, SectionKind::Title | SectionKind::Heading) && !short {
        return None;
    }
    // «رفض واسع.. النهضة: …»: what stands before the points is a headline of its own.
    let begins = |at: usize| at == line.start || matches!(context.key(at - 1), "." | "…" | "-" | "|" | "؟" | "!");
    let first = (line.start.max(colon.saturating_sub(LONGEST))..colon)
        .rev()
        .find(|&at| begins(at))?;
    if first >= colon || colon + 1 >= line.end {
        return None;
    }
    let phrase = source::phrase(context, first, colon);
    if phrase.end != colon {
        return None;
    }
    let place = context
        .name_at(first)
        .is_some_and(|(index, _)| context.entity_type(index) == Some(EntityType::Geopolitical));
    let unknown = context.is_unknown(first) && colon - first <= 3;
    if place && context.quote_at(colon + 1).is_none() || context.speaker(first).is_none() && !unknown {
        return None;
    }
    let content = content::of_tokens(context, colon + 1..line.end)?;
    Some((phrase, content))
}
