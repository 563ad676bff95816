//! Quotations that no word of saying reports.
//!
//! «"خرجنا قبل الفجر ولم نعد". هكذا لخص أبو أحمد رحلته» ("we left before dawn and did not return". So Abu Ahmad summed his
//! way up): a quotation that is a sentence of its own belongs to whom the next sentence gives such words to, to the speaker
//! who goes on there («وأضاف …»), or to whoever spoke last before it, no further off than the paragraph before. The cue
//! is the verb of the next sentence, or else the opening mark.
//!
//! Not handled: dialogue in which only the marks change the speaker; quotations of fewer than four words, or without a verb,
//! which are mostly titles and slogans.

use std::borrow::Cow;
use std::ops::Range;

use super::content::{self, Content};
use super::context::Context;
use super::{Found, goes_on, parsed, source, stance};
use crate::document::{Quotation, SectionKind, Source, Statement};
use crate::morphology::{Analysis, Features, Pos};
use crate::text::Span;
use crate::text::quote::Quote;

/// Fewest words of a quotation that is somebody's speech.
const SHORTEST: usize = 4;
/// Farthest that the verb of «بهذه الكلمات رد …» stands from the start of its sentence, in tokens.
const NEAR: usize = 4;

/// Adds the quotations that no statement has yet.
pub(super) fn add(context: &Context<'_>, found: &mut Vec<Found>) {
    let mut added = Vec::new();
    for &quote in &context.findings.text.quotes {
        if let Some(content) = speech(context, found, quote)
            && let Some(statement) = attribute(context, found, quote, content)
        {
            added.push(statement);
        }
    }
    if !added.is_empty() {
        found.append(&mut added);
        found.sort_by_key(|found| found.token);
    }
}

/// The content of a quotation that is one or more whole sentences and stands in no statement.
fn speech(context: &Context<'_>, found: &[Found], quote: Quote) -> Option<Content> {
    let text = context.findings.text;
    let first = context.sentence(quote.open).start;
    let opens = (first..quote.open).all(|token| !context.is_word(token));
    let last = context.sentence(quote.close);
    let closes = (quote.close + 1..last.end).all(|token| !context.is_word(token) && context.key(token) != ":");
    if !opens || !closes || context.quote_around(quote.open).is_some() {
        return None;
    }
    let section = section(context, quote.open)?;
    let kind = text.sections.get(section)?.kind;
    let words = (quote.open + 1..quote.close).filter(|&token| context.is_word(token));
    let verb = (quote.open + 1..quote.close).any(|token| may_be_verb(context, token));
    let told = found.iter().any(|found| {
        found.content.start < quote.close && quote.open < found.content.end && !within(found.token, quote)
            || found.token == quote.open
    });
    if kind != SectionKind::Paragraph || words.count() < SHORTEST || !verb || told {
        return None;
    }
    content::of_tokens(context, quote.open..quote.close + 1)
}

/// Verbs of the first person («خرجنا») are rare in treebanks of news, and no word to the trees.
fn may_be_verb(context: &Context<'_>, token: usize) -> bool {
    let unread = context.findings.trees.upos(token) == Some("X") && context.name_at(token).is_none();
    let finite = |reading: Analysis| {
        reading.pos == Pos::Verb && reading.features.any(Features::PERFECT.with(Features::IMPERFECT))
    };
    context.is_verb(token) || unread && context.findings.morphology.all(token).any(finite)
}

fn within(token: usize, quote: Quote) -> bool {
    quote.open < token && token < quote.close
}

fn section(context: &Context<'_>, token: usize) -> Option<usize> {
    let text = context.findings.text;
    let at = text.span(token).start;
    let index = text.sections.partition_point(|section| section.span.end <= at);
    (index < text.sections.len()).then_some(index)
}

/// Whose words they are.
fn attribute(context: &Context<'_>, found: &[Found], quote: Quote, content: Content) -> Option<Found> {
    let text = context.findings.text;
    let mark = text.span(quote.open);
    let (cue, lemma, source, via, score, evidence) = if let Some((verb, phrase)) = named_after(context, quote) {
        let reading = context.findings.morphology.best(verb);
        let lemma = reading
            .entry()
            .map_or_else(|| context.key(verb).to_owned(), |entry| entry.lemma.to_owned());
        let source = source::of_phrase(context, phrase);
        (
            text.word_span(verb, reading),
            lemma,
            source,
            Vec::new(),
            0.6,
            "statements.quotation_summed_up",
        )
    } else if let Some(next) = goes_on_after(context, found, quote) {
        let (source, via) = spoken(next)?;
        (mark, String::new(), source, via, 0.5, "statements.quotation_before")
    } else {
        let (source, via) = spoken(spoke_before(context, found, quote)?)?;
        (mark, String::new(), source, via, 0.5, "statements.quotation_after")
    };
    Some(of(
        context,
        quote,
        content,
        Attribution {
            cue,
            lemma,
            source,
            via,
            score,
            evidence,
        },
    ))
}

struct Attribution {
    cue: Span,
    lemma: String,
    source: Source,
    via: Vec<Source>,
    score: f32,
    evidence: &'static str,
}

fn of(context: &Context<'_>, quote: Quote, content: Content, to: Attribution) -> Found {
    let lemma = if to.lemma.is_empty() {
        context.key(quote.open).to_owned()
    } else {
        to.lemma
    };
    let token = context.findings.text.tokens_in(to.cue).start;
    Found {
        token,
        statement: Statement {
            source: Some(to.source),
            via: to.via,
            cue: to.cue,
            cue_lemma: lemma,
            content: content.span,
            stance: stance::of_content(context, content.tokens.clone(), true),
            quotation: Quotation::Direct,
            medium: None,
            events: Vec::new(),
            score: to.score,
            evidence: Cow::Borrowed(to.evidence),
        },
        content: content.tokens,
    }
}

fn spoken(found: &Found) -> Option<(Source, Vec<Source>)> {
    Some((found.statement.source?, found.statement.via.clone()))
}

/// The tokens of the sentence after the quotation.
fn next_sentence(context: &Context<'_>, quote: Quote) -> Option<Range<usize>> {
    let next = context.sentence(quote.close).end;
    (next < context.findings.text.tokens.len()).then(|| context.sentence(next))
}

/// «هكذا لخص أبو أحمد …», «بهذه الكلمات رد عضو المجلس …»: the verb and its subject.
fn named_after(context: &Context<'_>, quote: Quote) -> Option<(usize, Range<usize>)> {
    let sentence = next_sentence(context, quote)?;
    let opens = match context.key(sentence.start) {
        "هكذا" => true,
        "بهذه" | "بتلك" => matches!(
            context.key(sentence.start + 1),
            "الكلمات" | "العباره" | "العبارات" | "الجمله" | "الجمل"
        ),
        "بهذا" => matches!(context.key(sentence.start + 1), "الكلام" | "التعليق" | "الوصف"),
        _ => false,
    };
    let reach = sentence.end.min(sentence.start + NEAR);
    let verb = (sentence.start + 1..reach)
        .find(|&token| context.is_verb(token))
        .filter(|_| opens)?;
    let head = parsed::subject_of(context, verb).filter(|&head| head > verb);
    let phrase = match head {
        Some(head) => parsed::phrase(context, head, sentence.end),
        None => source::phrase(context, verb + 1, sentence.end),
    };
    (!phrase.is_empty()).then_some((verb, phrase))
}

/// The statement of the next sentence that goes on with the speech: «وأضاف …», in the same paragraph or at the head of the next.
fn goes_on_after<'f>(context: &Context<'_>, found: &'f [Found], quote: Quote) -> Option<&'f Found> {
    let sentence = next_sentence(context, quote)?;
    let near = section(context, sentence.start)? <= section(context, quote.close)? + 1;
    let next = found.iter().find(|found| sentence.contains(&found.token))?;
    let first = next.token < sentence.start + NEAR;
    (near && first && goes_on(&next.statement.cue_lemma)).then_some(next)
}

/// The last statement before the quotation that stands in no other's content, in this paragraph or the one before.
fn spoke_before<'f>(context: &Context<'_>, found: &'f [Found], quote: Quote) -> Option<&'f Found> {
    let here = section(context, quote.open)?;
    let outer = |token: usize| {
        !found
            .iter()
            .any(|other| other.content.contains(&token) && other.token != token)
    };
    let last = found
        .iter()
        .rev()
        .find(|found| found.token < quote.open && found.statement.source.is_some() && outer(found.token))?;
    (section(context, last.token)? + 1 >= here).then_some(last)
}
