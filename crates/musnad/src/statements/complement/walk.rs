//! The words after a cue, read in pieces: noun phrases, prepositional phrases, times, parentheses, relative clauses; until
//! one of the cue's frames is met.

use std::ops::Range;

use super::{Complement, REACH, complementizer, open_quote, phrase_end};
use crate::statements::context::Context;
use crate::statements::cue::{Candidate, Form, PhraseKind};
use crate::statements::frame::{Frame, Preposition};
use crate::statements::government::{Met, prepositional};
use crate::statements::parsed;
use crate::statements::source;
use crate::text::quote::Quote;

/// Longest aside between dashes or brackets, in tokens.
const ASIDE: usize = 40;
/// Most commas between a cue and its content.
const COMMAS: usize = 5;
/// How far from a noun of action its clause may begin, in tokens.
pub(super) const NOMINAL_REACH: usize = 8;

/// What a step of the walk comes to.
pub(super) enum Step {
    /// Go on at this token.
    To(usize),
    /// Here the content begins, or nothing is said.
    End(Option<Complement>),
}

/// A walk from a cue to its content.
pub(super) struct Walk<'w, 'a> {
    pub(super) context: &'w Context<'a>,
    pub(super) candidate: Candidate,
    pub(super) cue: usize,
    pub(super) frames: &'w [Frame],
    pub(super) limit: usize,
    /// Whether a subject stands before the cue.
    pub(super) has_subject: bool,
    /// The head of the subject after the cue, where the tree has one.
    pub(super) parsed: Option<usize>,
    pub(super) subject: Option<Range<usize>>,
    pub(super) relayed: Option<Range<usize>>,
    commas: usize,
}

/// Reads the complement of a cue by one entry of the lexicon.
pub(super) fn read(context: &Context<'_>, candidate: Candidate, cue: usize, has_subject: bool) -> Option<Complement> {
    let entry = context.cues.entry(cue)?;
    let sentence = context.sentence(candidate.token);
    // A cue inside a quotation has its content there too.
    let around = context.quote_around(candidate.token);
    let limit = around
        .map_or(sentence.end, |quote| quote.close)
        .min(candidate.token + REACH);
    let mut walk = Walk {
        context,
        candidate,
        cue,
        frames: &entry.frames,
        limit,
        has_subject,
        parsed: parsed::subject(context, candidate).filter(|&at| at > candidate.token),
        subject: None,
        relayed: None,
        commas: 0,
    };
    let mut token = candidate.token + 1;
    while token < limit {
        match walk.step(token) {
            Step::To(next) => token = next.max(token + 1),
            Step::End(found) => return found,
        }
    }
    None
}

impl Walk<'_, '_> {
    pub(super) fn has(&self, frame: Frame) -> bool {
        self.frames.contains(&frame)
    }

    pub(super) fn relays(&self) -> bool {
        self.frames.iter().any(|frame| matches!(frame, Frame::Relay(_)))
    }

    /// Whether a clause may follow.
    pub(super) fn takes_clause(&self) -> bool {
        self.has(Frame::Clause) || self.relays() || self.has(Frame::Appear)
    }

    fn takes_quotation(&self) -> bool {
        self.takes_clause() || self.has(Frame::Quotation)
    }

    pub(super) fn named(&self) -> bool {
        self.subject.is_some() || self.has_subject
    }

    pub(super) fn found(
        &self,
        frame: Frame,
        content: usize,
        start: u32,
        quote: Option<Quote>,
        zone_end: usize,
    ) -> Option<Complement> {
        Some(Complement {
            frame,
            cue: self.cue,
            subject: self.subject.clone(),
            relayed: self.relayed.clone(),
            content,
            content_start: start,
            quote,
            stance: None,
            zone_end,
        })
    }

    /// The content begins with the word at the token.
    pub(super) fn word(&self, frame: Frame, token: usize) -> Step {
        Step::End(self.found(frame, token, self.context.word_start(token), None, token))
    }

    /// The content begins with the word or the quotation at the token.
    pub(super) fn word_or_quote(&self, frame: Frame, token: usize, zone_end: usize) -> Step {
        let (content, start, quote) = open_quote(self.context, token);
        Step::End(self.found(frame, content, start, quote, zone_end))
    }

    fn step(&mut self, token: usize) -> Step {
        let context = self.context;
        if let Some(quote) = context.quote_at(token) {
            return self.quotation(token, quote);
        }
        if let Some(found) = complementizer(context, token) {
            return Step::End(self.clause(token, &found));
        }
        if let Some(step) = self.punctuation(token) {
            return step;
        }
        if context.is_relative(token) {
            // The relative clause of the subject: up to its comma, or to what the cue waits for.
            return Step::To(self.relative_end(token));
        }
        if context.is_time(token) {
            return Step::To(token + 1);
        }
        if self.is_next_cue(token) {
            return Step::End(None);
        }
        let (text, morphology) = (context.findings.text, context.findings.morphology);
        match context.cues.phrase(text, morphology, token) {
            // Another source phrase ends the search: «قال …، وفق …».
            Some((PhraseKind::Source, _)) if context.key(token - 1) == "،" => return Step::End(None),
            // «أفادت الوكالة، نقلا عن شهود، بأن»: whom it relays stands in between.
            Some((PhraseKind::Relay, next)) => {
                return Step::To(source::phrase(context, next, self.limit).end.max(next));
            }
            _ => {}
        }
        if let Some(step) = self.preposition(token) {
            return step;
        }
        if let Some(step) = self.relayed_act(token) {
            return step;
        }
        let key = context.key(token);
        // «نفى من جانبه القيام بذلك»
        if key == "من"
            && matches!(
                context.key(token + 1),
                "جانبه" | "جانبها" | "جانبهم" | "جهته" | "جهتها" | "جهتهم"
            )
        {
            return Step::To(token + 2);
        }
        // «اعتبرتها من المواقف المسؤولة»
        let suffix = self.candidate.reading.suffix > 0;
        if suffix && self.has(Frame::Describe) && token == self.candidate.token + 1 && key == "من" {
            return self.word(Frame::Name, token);
        }
        // «اتهم ما وصفها بتنظيمات», «أدان ما أسماه»
        if self.has(Frame::Object)
            && matches!(key, "ما" | "من")
            && context
                .candidate(token + 1)
                .is_some_and(|next| next.form == Form::Finite)
        {
            return self.word(Frame::Object, token);
        }
        if context.is_preposition(token) {
            // The noun of the phrase is no subject.
            return Step::To(self.skip_phrase(token + 1));
        }
        if context.in_preposition(token) && context.name_at(token).is_none_or(|(_, tokens)| tokens.start == token) {
            return Step::To(self.skip_phrase(token));
        }
        if matches!(key, "قوله" | "قولها" | "قولهم" | "قولهما" | "القول") {
            return Step::To(token + 1);
        }
        self.noun(token)
    }

    fn quotation(&mut self, token: usize, quote: Quote) -> Step {
        let context = self.context;
        let sentence = context.sentence(self.candidate.token);
        let short = quote.close - quote.open <= source::NAME_IN_QUOTES;
        let closes = quote.close + 1 >= sentence.end || matches!(context.key(quote.close + 1), "." | "،" | ",");
        let after_relay = self.relayed.is_some() || !self.relays();
        // «قال رئيس جمعية "عهد"، إن»: a name, if a clause comes.
        let mut ahead = quote.close + 1..self.limit.min(quote.close + 12);
        let named = short && self.takes_clause() && ahead.any(|at| complementizer(context, at).is_some());
        if self.takes_quotation() && after_relay && !named && (!short || closes) && (self.named() || !short) {
            let start = context.findings.text.span(token + 1).start;
            return Step::End(self.found(Frame::Quotation, token + 1, start, Some(quote), token));
        }
        if self.has_subject && short && self.has(Frame::Object) {
            return self.object(token);
        }
        if self.subject.is_none() && !self.has_subject && short {
            let phrase = source::phrase(context, token, self.limit);
            if !phrase.is_empty() {
                let end = phrase.end;
                self.subject = Some(phrase);
                return Step::To(end);
            }
        }
        Step::To(quote.close + 1)
    }

    /// The clause after إن or أن, whose letters are `found` where they carry its subject.
    pub(super) fn clause(&self, token: usize, found: &Range<u32>) -> Option<Complement> {
        let context = self.context;
        let far = self.candidate.form == Form::Masdar && token > self.candidate.token + NOMINAL_REACH;
        // «وصفهم بأنهم», «اتهمه بأنه»: ب with a clause for its noun.
        let by = [Frame::DescribeBy, Frame::Prepositional(Preposition::By)];
        let by = by.into_iter().find(|&frame| self.has(frame));
        let frame = match by.filter(|_| context.key(token).starts_with('ب')) {
            _ if self.takes_clause() => Frame::Clause,
            Some(frame) => frame,
            None => return None,
        };
        if far || self.relays() && self.relayed.is_none() {
            return None;
        }
        if !found.is_empty() {
            return self.found(frame, token, found.start, None, token);
        }
        let mut content = token + 1;
        let quote = context.quote_at(content);
        if quote.is_some() {
            content += 1;
        }
        if content >= context.sentence(self.candidate.token).end {
            return None;
        }
        let start = context.findings.text.span(content).start;
        self.found(frame, content, start, quote, token)
    }

    fn punctuation(&mut self, token: usize) -> Option<Step> {
        let context = self.context;
        let closing = |is: fn(&str) -> bool| {
            let end = self.limit.min(token + ASIDE);
            let close = (token + 1..end).find(|&at| is(context.key(at)));
            Step::To(close.map_or(token + 1, |close| close + 1))
        };
        Some(match context.key(token) {
            "(" => closing(|key| key == ")"),
            "-" | "–" | "—" | "ـ" => closing(|key| matches!(key, "-" | "–" | "—" | "ـ")),
            ":" => Step::End(self.colon(token)),
            "؛" | "؟" | "!" | ";" => Step::End(None),
            "." if token + 1 >= self.limit => Step::End(None),
            "." => Step::To(token + 1),
            "،" | "," => {
                self.commas += 1;
                if self.commas > COMMAS {
                    Step::End(None)
                } else {
                    Step::To(token + 1)
                }
            }
            _ => return None,
        })
    }

    pub(super) fn colon(&self, token: usize) -> Option<Complement> {
        let context = self.context;
        let mut content = token + 1;
        let quote = context.quote_at(content);
        if quote.is_some() {
            content += 1;
        }
        if !self.takes_quotation() || content >= context.sentence(token).end {
            return None;
        }
        let start = context.findings.text.span(content).start;
        self.found(Frame::Quotation, content, start, quote, token)
    }

    /// Whether another cue begins at the token, which has the content that comes: «وقال», «، مضيفا أن».
    fn is_next_cue(&self, token: usize) -> bool {
        let context = self.context;
        let Some(other) = context.candidate(token) else {
            return false;
        };
        let before = context.key(token - 1);
        match other.form {
            Form::Finite => {
                context.is_verb(token)
                    && self.candidate.form != Form::Masdar
                    && (context.has_wa(token) || matches!(before, "،" | "كما" | "فيما" | "بينما"))
            }
            Form::Participle => {
                !other.is_attributive() && matches!(before, "،" | ",") && super::read(context, other, true).is_some()
            }
            Form::Masdar => false,
        }
    }

    fn preposition(&mut self, token: usize) -> Option<Step> {
        let context = self.context;
        let met = prepositional(context, self.frames, token, self.named(), self.relayed.is_some())?;
        if matches!(met, Met::Content(..)) && self.belongs_to_subject(token) {
            return None;
        }
        Some(match met {
            // «أعلن عن أن», «دعا إلى أن»: the clause wins where the frame has one.
            Met::Content(_, content) if complementizer(context, content).is_some() && self.takes_clause() => {
                Step::To(content)
            }
            Met::Content(frame, content) => self.word_or_quote(frame, content, token),
            Met::Relayed(phrase) => {
                let end = phrase.end;
                self.relayed = Some(phrase);
                Step::To(end)
            }
            Met::Attitude(noun) => Step::End(self.attitude(noun, token)),
        })
    }

    /// «أكد مسؤول مطلع على الوضع … أن»: by the tree the phrase hangs on a word of the subject, and a clause comes.
    fn belongs_to_subject(&self, token: usize) -> bool {
        let context = self.context;
        let trees = context.findings.trees;
        let noun = if trees.upos(token) == Some("ADP") {
            token + 1
        } else {
            token
        };
        let on_subject = trees
            .head(noun)
            .is_some_and(|head| self.candidate.token < head && head < token && trees.upos(head) != Some("VERB"));
        on_subject
            && self.takes_clause()
            && (noun..self.limit.min(noun + NOMINAL_REACH)).any(|at| complementizer(context, at).is_some())
    }

    /// Skips the phrase of a preposition.
    fn skip_phrase(&self, token: usize) -> usize {
        let context = self.context;
        if token >= self.limit
            || complementizer(context, token).is_some()
            || context.quote_at(token).is_some()
            || context.is_preposition(token)
        {
            return token;
        }
        if context.is_relative(token) || matches!(context.key(token), "ما" | "من") {
            return token + 1;
        }
        phrase_end(context, token, self.limit)
    }

    fn relative_end(&self, token: usize) -> usize {
        let context = self.context;
        let long = |at: usize| {
            let quote = context.quote_at(at);
            quote.is_some_and(|quote| quote.close - quote.open > source::NAME_IN_QUOTES)
        };
        let ends = |&at: &usize| {
            matches!(context.key(at), "،" | "," | "-" | "–" | "؛" | "." | ":")
                || self.takes_quotation() && (complementizer(context, at).is_some() || long(at))
        };
        (token + 1..self.limit).find(ends).unwrap_or(self.limit)
    }
}
