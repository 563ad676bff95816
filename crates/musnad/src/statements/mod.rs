//! Who says so: reported speech with its source, its chain, its content and its stance.
//!
//! «ونقلت رويترز عن مصدر عسكري قوله إن القصف توقف» (and Reuters quoted a military source as saying that the shelling had
//! stopped): the cue is «نقلت», the source «مصدر عسكري», the chain «رويترز», the content «القصف توقف».
//!
//! A cue is a verb of saying with what it governs ([`cue`], [`complement`]), the noun of an act («وجه تحذيرا من», [`light`]), a
//! phrase («وفقا لـ»), or the colon of a headline. Its subject stands after it ([`source`]), before it, or earlier in the text
//! ([`speaker`]). Contents end before the next cue of the same speaker ([`content`]); a statement inside another one is relayed
//! by that one's source. Whole sentences in quotation marks need no cue ([`unreported`]). Sources without a name are one thing
//! across the text ([`unnamed`]).
//!
//! Not handled: free indirect speech, dialogue in which only the quotation marks change the speaker.
//! The meaning of source, chain and content is that of `docs/ontology.md`; cues are compiled from the usage of Arabic desks.

mod chain;
mod complement;
mod content;
mod context;
mod cue;
mod frame;
mod government;
mod headline;
mod inverse;
mod judge;
mod light;
mod medium;
mod memory;
mod nominal;
mod parsed;
mod source;
mod speaker;
mod stance;
mod subject;
mod tie;
mod unnamed;
mod unreported;
mod voice;

use std::borrow::Cow;
use std::ops::Range;

use crate::document::{EntityId, Event, Source, SourceKind, Stance, Statement};
use crate::error::Error;
use crate::events::Findings;
use crate::text::Span;
use chain::Chain;
use complement::Complement;
use content::Content;
use context::Context;
use cue::{Candidate, Cues, Form, PhraseKind};
use frame::Frame;
use memory::{Agreement, Memory, Speaker};
use speaker::Before;
pub(crate) use unnamed::Unnamed;

/// Finds statements.
#[derive(Debug, Clone)]
pub(crate) struct StatementReader {
    cues: Cues,
}

/// A statement with what later ones need of it.
struct Found {
    statement: Statement,
    /// Token of the cue.
    token: usize,
    /// Tokens of the content.
    content: Range<usize>,
}

/// What is settled about a cue before its content is read.
struct Reading {
    source: Option<Source>,
    agreement: Agreement,
    /// Links of its own: who relays it, the outlet that heard it.
    own: Vec<Source>,
    /// Links taken over from the statement that it continues.
    inherited: Option<Vec<Source>>,
    content: Content,
    stance: Option<Stance>,
    medium: Option<Span>,
    score: f32,
    rule: &'static str,
}

/// A source with its agreement and the links that it brings along.
type Sourced = (Option<Source>, Agreement, Option<Vec<Source>>);

impl Reading {
    /// Of a cue that is no verb: nobody relays it by the same word, and it names no medium.
    fn nominal(found: &Complement, content: Content, by: Sourced, trust: f32, name: &'static str) -> Self {
        let (source, agreement, inherited) = by;
        Self {
            source,
            agreement,
            own: Vec::new(),
            inherited,
            content,
            stance: found.stance,
            medium: None,
            score: rule(found.frame).0 * trust,
            rule: name,
        }
    }
}

impl StatementReader {
    /// Opens the cue lexicon.
    pub(crate) fn new() -> Result<Self, Error> {
        Ok(Self { cues: Cues::new()? })
    }

    /// The statements of a text, by cue in order, tied to the events inside them; what a source denies becomes negated.
    /// Sources without a name are mentions and entities to come after those of the findings.
    pub(crate) fn read(&self, findings: Findings<'_>, events: &mut [Event]) -> (Vec<Statement>, Unnamed) {
        let context = Context::new(findings, &self.cues);
        let mut state = State {
            context: &context,
            memory: Memory::default(),
            found: Vec::new(),
            zone_end: 0,
        };
        let mut token = 0;
        while token < findings.text.tokens.len() {
            token = state.step(token).max(token + 1);
        }
        let mut found = state.found;
        chain::relay_by_later(&mut found);
        unreported::add(&context, &mut found);
        let mut statements: Vec<Statement> = found.into_iter().map(|found| found.statement).collect();
        let unnamed = unnamed::gather(&context, &mut statements);
        spokesmen(&mut statements);
        tie::tie(findings.text, &mut statements, events);
        (statements, unnamed)
    }
}

struct State<'c, 'a> {
    context: &'c Context<'a>,
    memory: Memory,
    found: Vec<Found>,
    /// Nouns and participles before this token belong to the words between the last cue and its content («قوله»).
    zone_end: usize,
}

impl State<'_, '_> {
    /// Reads what begins at the token; returns the token to go on with.
    fn step(&mut self, token: usize) -> usize {
        let context = self.context;
        let (text, morphology) = (context.findings.text, context.findings.morphology);
        if context.key(token) == ":"
            && let Some((tokens, content)) = headline::read(context, token)
        {
            let source = source::of_phrase(context, tokens.clone());
            let reading = Reading {
                agreement: Agreement::of_phrase(context, tokens),
                source: Some(source),
                own: Vec::new(),
                inherited: None,
                content,
                stance: None,
                medium: None,
                score: 0.75,
                rule: "statements.headline_colon",
            };
            self.add(token, text.span(token), ":", reading, Stance::Assert, false);
            return token + 1;
        }
        if let Some((kind, next)) = context.cues.phrase(text, morphology, token) {
            match kind {
                PhraseKind::Source => {
                    if let Some(reading) = inverse::by_phrase(context, token, next)
                        && !self.is_own_document(token, &reading)
                    {
                        let lemma = context.key(token).to_owned();
                        self.add(token, self.phrase_span(token), &lemma, reading, Stance::Assert, false);
                    }
                    return next;
                }
                PhraseKind::Relay => return next,
                PhraseKind::Clause => {}
            }
        }
        if let Some((act, reading)) = self.act(token) {
            let span = text.word_span(token, morphology.best(token));
            self.add(token, span, act.noun, reading, act.stance, true);
            return token + 1;
        }
        let Some(candidate) = context.candidate(token) else {
            return token + 1;
        };
        // «طلب عدم كشف هويته»: a word after «عدم» names what was not said.
        let unsaid = token
            .checked_sub(1)
            .is_some_and(|before| matches!(context.key(before), "عدم" | "بعدم" | "لعدم" | "دون" | "بدون"));
        if unsaid || self.is_taken(candidate) {
            return token + 1;
        }
        let reading = match candidate.form {
            Form::Finite => self.finite(candidate),
            Form::Participle => self.participle(candidate),
            Form::Masdar => self.masdar(candidate),
        };
        let Some((cue, reading)) = reading else {
            return token + 1;
        };
        let Some(entry) = context.cues.entry(cue) else {
            return token + 1;
        };
        let span = text.word_span(token, candidate.reading);
        self.add(
            token,
            span,
            entry.lemma,
            reading,
            entry.stance,
            candidate.form != Form::Masdar,
        );
        token + 1
    }

    /// «قالت الكتلة إن …، حسب نص البيان»: the document of somebody who has spoken in the sentence is no voice of its own.
    fn is_own_document(&self, token: usize, reading: &Reading) -> bool {
        let context = self.context;
        let Some(source) = reading.source else { return false };
        let spoken = self
            .found
            .last()
            .is_some_and(|last| last.token >= context.sentence(token).start && last.token < token);
        let text = context.findings.text;
        let words = text.tokens_in(source.span);
        let unowned = source.entity.is_none()
            && words.len() <= 2
            && words
                .clone()
                .any(|at| context.cues.is_medium(text, context.findings.morphology, at));
        spoken && unowned && reading.content.tokens.end <= token
    }

    /// Whether the word belongs to the cue before it: «قوله» in «نقل عنه قوله», «رفضها» in «أعلنت رفضها».
    fn is_taken(&self, candidate: Candidate) -> bool {
        let last = self.found.last();
        let begins = last.is_some_and(|last| last.content.start == candidate.token && last.token < candidate.token);
        let object =
            last.is_some_and(|last| !matches!(&*last.statement.evidence, "statements.clause" | "statements.quotation"));
        begins && (object || candidate.form != Form::Finite)
            || candidate.form != Form::Finite && candidate.token < self.zone_end
    }

    fn finite(&self, candidate: Candidate) -> Option<(usize, Reading)> {
        let context = self.context;
        let token = candidate.token;
        let verb = context.is_verb(token);
        let opener = inverse::opener(context, token);
        // «حسبما قالت النيابة»: the content stands before.
        if let Some(from) = opener
            && context.key(token.saturating_sub(1)) != "كما"
            && let Some(reading) = inverse::by_verb(context, candidate, from, &self.memory)
        {
            return Some((candidate.cue, reading));
        }
        let before = self.before(candidate);
        let found = complement::read(
            context,
            candidate,
            matches!(&before, Before::Phrase(phrase) if judge::can_speak(context, phrase.start)),
        );
        let Some(found) = found.filter(|found| verb || found.frame == Frame::Clause || found.frame == Frame::Quotation)
        else {
            let from = opener.or_else(|| inverse::after_comma(context, token))?;
            return inverse::by_verb(context, candidate, from, &self.memory).map(|reading| (candidate.cue, reading));
        };
        if !judge::reports(context, candidate, &before, &found) || judge::withholds(context, &found) {
            return None;
        }
        let mut found = found;
        let behind = subject_behind(context, candidate, &found);
        let limit = behind.as_ref().map(|phrase| phrase.start);
        if found.subject.is_none() && !matches!(before, Before::Outer) {
            found.subject = behind;
        }
        let content = content::after(context, candidate, &found, limit)?;
        let mut channel = medium::read(context, token + 1..found.zone_end, found.subject.as_ref());
        if channel.medium.is_none() && channel.via.is_empty() {
            channel = medium::before(context, token);
        }
        // «نفى ذلك في بيان»: the medium after a content that only points back.
        if channel.medium.is_none() && context.key(content.tokens.start) == "ذلك" {
            let sentence = context.sentence(token);
            channel = medium::read(context, content.tokens.end..sentence.end, None);
        }
        let (subject, agreement, inherited) = self.subject(candidate, found.subject.clone(), &before);
        let mut own = Vec::new();
        let mut agreement = agreement;
        let mut inherited = inherited;
        let source = match &found.relayed {
            Some(phrase)
                if found.frame == Frame::Appear
                    || context
                        .cues
                        .entry(found.cue)
                        .is_some_and(|cue| cue.frames.contains(&Frame::Appear)) =>
            {
                agreement = Agreement::of_phrase(context, phrase.clone());
                inherited = None;
                Some(source::of_phrase(context, phrase.clone()))
            }
            Some(phrase) => {
                own.extend(subject);
                agreement = Agreement::of_phrase(context, phrase.clone());
                Some(source::of_phrase(context, phrase.clone()))
            }
            None => match inverse::relayed(context, token + 1..found.zone_end) {
                Some(phrase) => {
                    own.extend(subject);
                    agreement = Agreement::of_phrase(context, phrase.clone());
                    Some(source::of_phrase(context, phrase))
                }
                None => subject,
            },
        };
        own.extend(channel.via);
        let (score, rule) = rule(found.frame);
        let describes = matches!(found.frame, Frame::DescribeBy | Frame::Describe | Frame::Name);
        let stance = if describes && matches!(before, Before::Outer) {
            Some(stance::of_description(context, content.tokens.clone()))
        } else {
            found.stance
        };
        Some((
            found.cue,
            Reading {
                source,
                agreement,
                own,
                inherited,
                content,
                stance,
                medium: channel.medium,
                score,
                rule,
            },
        ))
    }

    /// The first word of a phrase without «و» before it; the و of «وفق» is its own.
    fn phrase_span(&self, token: usize) -> Span {
        let span = self.context.findings.text.span(token);
        let key = self.context.key(token);
        let joined = key.starts_with('و') && !key.starts_with("وفق");
        if joined || key.starts_with("ووفق") {
            Span::new(span.start + 2, span.end)
        } else {
            span
        }
    }

    /// The innermost statement whose content holds the token.
    fn outer(&self, token: usize) -> Option<&Found> {
        chain::holding(&self.found, token)
    }

    fn add(&mut self, token: usize, cue: Span, lemma: &str, reading: Reading, lexical: Stance, speaks: bool) {
        let context = self.context;
        let outer = chain::holding(&self.found, token);
        if reading.content.tokens.start > token {
            self.zone_end = reading.content.tokens.start;
        }
        let nested = outer.is_some_and(|outer| !chain::same(outer.statement.source.as_ref(), reading.source.as_ref()));
        let via = Chain {
            outer: outer.map(|outer| &outer.statement),
            own: reading.own,
            inherited: reading.inherited,
        }
        .links(context.findings.text.raw, reading.source.as_ref());
        let stance = reading.stance.unwrap_or_else(|| {
            if lexical == Stance::Assert {
                stance::of_content(
                    context,
                    reading.content.tokens.clone(),
                    reading.content.quotation == crate::document::Quotation::Direct,
                )
            } else {
                lexical
            }
        });
        if let Some(source) = reading.source
            && (speaks || source.kind != SourceKind::Unnamed || !nested)
        {
            self.memory.add(Speaker {
                source,
                via: via.clone(),
                agreement: reading.agreement,
                token,
                nested,
            });
        }
        self.found.push(Found {
            token,
            content: reading.content.tokens,
            statement: Statement {
                source: reading.source,
                via,
                cue,
                cue_lemma: lemma.to_owned(),
                content: reading.content.span,
                stance,
                quotation: reading.content.quotation,
                medium: reading.medium,
                events: Vec::new(),
                score: reading.score,
                evidence: Cow::Borrowed(reading.rule),
            },
        });
    }
}

/// A spokesman who is named again without his organisation still speaks for it.
fn spokesmen(statements: &mut [Statement]) {
    let mut known: Vec<(EntityId, EntityId)> = Vec::new();
    for statement in statements.iter_mut() {
        for source in statement.source.iter_mut().chain(&mut statement.via) {
            let Some(person) = source.entity else { continue };
            if let Some(body) = source.speaks_for {
                known.push((person, body));
            } else {
                let found = known.iter().rev().find(|(known, _)| *known == person);
                source.speaks_for = found.map(|(_, body)| *body);
            }
        }
    }
}

/// «دعت إلى عقده المندوبة»: the subject behind what it calls for, where the tree sees it.
fn subject_behind(context: &Context<'_>, candidate: Candidate, found: &Complement) -> Option<Range<usize>> {
    let clause = matches!(found.frame, Frame::Clause | Frame::Quotation);
    let head = parsed::subject(context, candidate).filter(|&head| head > found.content)?;
    if clause || found.subject.is_some() || found.relayed.is_some() || !judge::can_speak(context, head) {
        return None;
    }
    let phrase = parsed::phrase(context, head, context.sentence(head).end);
    (phrase.start > found.content && !context.in_preposition(phrase.start)).then_some(phrase)
}

/// Verbs that go on with what was said before.
fn goes_on(lemma: &str) -> bool {
    matches!(
        lemma,
        "أضاف" | "تابع" | "أردف" | "استطرد" | "واصل" | "استدرك" | "ختم" | "مضى"
    )
}

/// Confidence and name of the rule of a frame.
fn rule(frame: Frame) -> (f32, &'static str) {
    match frame {
        Frame::Clause => (0.9, "statements.clause"),
        Frame::Quotation => (0.9, "statements.quotation"),
        Frame::Object | Frame::Blame => (0.65, "statements.object"),
        Frame::Prepositional(_) => (0.75, "statements.preposition"),
        Frame::Describe | Frame::DescribeBy | Frame::Name => (0.7, "statements.description"),
        Frame::Ask => (0.7, "statements.request"),
        Frame::Relay(_) => (0.85, "statements.relay"),
        Frame::Appear => (0.8, "statements.document"),
        Frame::Attitude(_) => (0.7, "statements.attitude"),
    }
}
