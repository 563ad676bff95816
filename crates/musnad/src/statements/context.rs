//! What the rules of this stage ask about a token, answered in constant time.

use super::cue::{Candidate, Cues};
use crate::document::{EntityType, MentionForm, SourceKind};
use crate::events::Findings;
use crate::morphology::{Features, Pos, Proclitics};
use crate::text::Span;
use crate::text::quote::Quote;
use crate::text::token::TokenKind;

/// No index.
const NONE: u32 = u32::MAX;

/// The text with what earlier stages found, by token.
pub(super) struct Context<'a> {
    pub(super) findings: Findings<'a>,
    pub(super) cues: &'a Cues,
    /// The name that covers a token.
    name: Vec<u32>,
    /// The nominal mention that covers a token.
    nominal: Vec<u32>,
    time: Vec<bool>,
    /// Innermost quotation that the token stands in.
    enclosing: Vec<u32>,
    /// Quotation that the token opens.
    opens: Vec<u32>,
    pub(super) candidates: Vec<Option<Candidate>>,
}

impl<'a> Context<'a> {
    pub(super) fn new(findings: Findings<'a>, cues: &'a Cues) -> Self {
        let text = findings.text;
        let len = text.tokens.len();
        let mut name = vec![NONE; len];
        let mut nominal = vec![NONE; len];
        for (index, mention) in findings.mentions.iter().enumerate() {
            let layer = match mention.form {
                MentionForm::Name => &mut name,
                MentionForm::Nominal => &mut nominal,
                MentionForm::Pronoun => continue,
            };
            for token in text.tokens_in(mention.span) {
                if let Some(slot) = layer.get_mut(token) {
                    *slot = index as u32;
                }
            }
        }
        let mut time = vec![false; len];
        for expression in findings.times {
            for token in text.tokens_in(expression.span) {
                if let Some(slot) = time.get_mut(token) {
                    *slot = true;
                }
            }
        }
        let mut opens = vec![NONE; len];
        let mut enclosing = vec![NONE; len];
        // Quotations come by opening mark, so that inner ones overwrite outer ones; each token is written once a level, and
        // levels are few.
        for (index, quote) in text.quotes.iter().enumerate() {
            if let Some(slot) = opens.get_mut(quote.open) {
                *slot = index as u32;
            }
        }
        let mut stack: Vec<usize> = Vec::new();
        for token in 0..len {
            while stack
                .last()
                .is_some_and(|&top| text.quotes.get(top).is_none_or(|quote| quote.close <= token))
            {
                stack.pop();
            }
            if let Some(&top) = stack.last() {
                enclosing[token] = top as u32;
            }
            if opens[token] != NONE {
                stack.push(opens[token] as usize);
            }
        }
        let candidates = (0..len)
            .map(|token| {
                let candidate = cues.candidate(text, findings.morphology, findings.trees.upos(token), token)?;
                // A place holds no cue («أبين», «تعز»), nor does a longer name; but «أفاد» is a verb, whatever body has its letters.
                let Some(mention) = findings.mentions.get(name[token] as usize) else {
                    return Some(candidate);
                };
                let alone = text.tokens_in(mention.span).len() == 1;
                let verb =
                    findings.morphology.best(token).pos == Pos::Verb && mention.entity_type == EntityType::Organization;
                (alone && verb).then_some(candidate)
            })
            .collect();
        Self {
            findings,
            cues,
            name,
            nominal,
            time,
            enclosing,
            opens,
            candidates,
        }
    }

    pub(super) fn key(&self, token: usize) -> &str {
        self.findings.text.key(token)
    }

    pub(super) fn is_word(&self, token: usize) -> bool {
        matches!(
            self.findings.text.kind(token),
            TokenKind::Word | TokenKind::Foreign | TokenKind::Number
        )
    }

    pub(super) fn sentence(&self, token: usize) -> std::ops::Range<usize> {
        self.findings
            .text
            .sentence_tokens(self.findings.text.sentence_of(token))
    }

    /// The quotation that opens at the token.
    pub(super) fn quote_at(&self, token: usize) -> Option<Quote> {
        self.findings.text.quotes.get(*self.opens.get(token)? as usize).copied()
    }

    /// The innermost quotation around the token.
    pub(super) fn quote_around(&self, token: usize) -> Option<Quote> {
        self.findings
            .text
            .quotes
            .get(*self.enclosing.get(token)? as usize)
            .copied()
    }

    pub(super) fn is_time(&self, token: usize) -> bool {
        self.time.get(token).copied().unwrap_or(false)
    }

    pub(super) fn candidate(&self, token: usize) -> Option<Candidate> {
        self.candidates.get(token).copied().flatten()
    }

    /// The name over the token, as its index and its tokens.
    pub(super) fn name_at(&self, token: usize) -> Option<(u32, std::ops::Range<usize>)> {
        let index = *self.name.get(token)?;
        let mention = self.findings.mentions.get(index as usize)?;
        Some((index, self.findings.text.tokens_in(mention.span)))
    }

    /// The mention that covers the token, a name before a common noun.
    pub(super) fn mention_over(&self, token: usize) -> Option<u32> {
        let over = |layer: &[u32]| layer.get(token).copied().filter(|&index| index != NONE);
        over(&self.name).or_else(|| over(&self.nominal))
    }

    /// The tokens of the person's name at the token.
    pub(super) fn person_at(&self, token: usize) -> Option<std::ops::Range<usize>> {
        let (index, tokens) = self.name_at(token)?;
        (self.entity_type(index) == Some(EntityType::Person)).then_some(tokens)
    }

    /// The mention whose words the span shares, a name before a common noun.
    pub(super) fn mention_in(&self, span: Span) -> Option<u32> {
        let tokens = self.findings.text.tokens_in(span);
        let head = tokens.start;
        let name = |token: usize| self.name.get(token).copied().filter(|&index| index != NONE);
        let person = |index: &u32| self.entity_type(*index) == Some(EntityType::Person);
        let first = tokens.clone().find_map(name);
        let named = tokens.clone().filter_map(name).find(person);
        let nominal = tokens
            .filter_map(|token| self.nominal.get(token).copied())
            .find(|&index| index != NONE);
        // «المتحدث باسم الجيش»: the army is not who speaks; in «وكالة رويترز» it is the agency that is named.
        let outlet = self.is_outlet_noun(head);
        let begins = first.filter(|&index| {
            self.findings.mentions.get(index as usize).is_some_and(|mention| {
                let named = mention.entity_type == EntityType::Organization;
                let called = outlet && named && self.findings.text.tokens_in(mention.span).start == head + 1;
                called || mention.span.start <= span.start + 1
            })
        });
        named.or(begins).or(nominal)
    }

    pub(super) fn entity_type(&self, mention: u32) -> Option<EntityType> {
        self.findings
            .mentions
            .get(mention as usize)
            .map(|mention| mention.entity_type)
    }

    pub(super) fn is_verb(&self, token: usize) -> bool {
        if let Some(upos) = self.findings.trees.upos(token) {
            return upos == "VERB";
        }
        let reading = self.findings.morphology.best(token);
        reading.pos == Pos::Verb && reading.features.any(Features::PERFECT.with(Features::IMPERFECT))
    }

    pub(super) fn has_wa(&self, token: usize) -> bool {
        let best = self.findings.morphology.best(token);
        best.proclitics.any(Proclitics::WA.with(Proclitics::FA)) || matches!(self.key(token), "و" | "ف")
    }

    /// Whether the token is a preposition, alone or written onto its noun.
    pub(super) fn in_preposition(&self, token: usize) -> bool {
        let best = self.findings.morphology.best(token);
        best.pos != Pos::Verb
            && best
                .proclitics
                .any(Proclitics::BI.with(Proclitics::LI).with(Proclitics::KA))
    }

    pub(super) fn is_preposition(&self, token: usize) -> bool {
        let key = self.key(token);
        let key = if self.has_wa(token) && key.len() > 4 {
            key.strip_prefix('و').unwrap_or(key)
        } else {
            key
        };
        matches!(
            key,
            "في" | "من"
                | "الي"
                | "علي"
                | "عن"
                | "مع"
                | "خلال"
                | "عبر"
                | "بعد"
                | "قبل"
                | "عقب"
                | "منذ"
                | "حول"
                | "لدي"
                | "عند"
                | "ضد"
                | "بين"
                | "تحت"
                | "اثر"
                | "اثناء"
                | "ازاء"
                | "تجاه"
                | "بشان"
                | "امام"
                | "فور"
                | "حتي"
                | "رغم"
                | "بسبب"
                | "وسط"
                | "نحو"
                | "دون"
        ) || self.findings.morphology.best(token).pos == Pos::Adposition
    }

    pub(super) fn is_relative(&self, token: usize) -> bool {
        let key = self.key(token);
        let key = key.strip_prefix('و').unwrap_or(key);
        matches!(
            key,
            "الذي"
                | "التي"
                | "الذين"
                | "اللذان"
                | "اللذين"
                | "اللتان"
                | "اللتين"
                | "اللواتي"
                | "اللاتي"
                | "التى"
                | "الذى"
        )
    }

    /// What kind of speaker the noun at the token is, if it can speak.
    pub(super) fn speaker(&self, token: usize) -> Option<SourceKind> {
        if let Some((index, _)) = self.name_at(token) {
            let mention = self.findings.mentions.get(index as usize)?;
            let media = || {
                let entity = self.findings.entities.get(mention.entity.0 as usize);
                entity.is_some_and(|entity| {
                    entity
                        .sectors
                        .iter()
                        .any(|sector| matches!(sector.as_str(), "JRN" | "MED" | "MEDIA"))
                })
            };
            return match mention.entity_type {
                EntityType::Person => Some(SourceKind::Named),
                EntityType::Organization if media() || self.is_outlet_noun(token) => Some(SourceKind::Media),
                EntityType::Organization | EntityType::Geopolitical => Some(SourceKind::Organization),
                EntityType::Location | EntityType::Facility | EntityType::Miscellaneous => None,
            };
        }
        self.findings.morphology.all(token).find_map(|reading| {
            let lexeme = reading.entry()?;
            let has = |tag| lexeme.has_tag(tag);
            if has("media") || has("journalist") {
                Some(SourceKind::Media)
            } else if has("document") {
                Some(SourceKind::Document)
            } else if has("human") || has("speaker") || has("crowd") {
                Some(SourceKind::Unnamed)
            } else if has("org") {
                Some(SourceKind::Organization)
            } else {
                None
            }
        })
    }

    /// Whether the words name the outlet of the article: «هسبريس».
    pub(super) fn is_outlet_itself(&self, tokens: std::ops::Range<usize>) -> bool {
        let bare = |key: &str| key.strip_prefix("ال").unwrap_or(key).to_owned();
        let outlet = bare(&musnad_data::fold::key(self.findings.outlet));
        let names_it = |token: usize| {
            let key = self.key(token);
            bare(key) == outlet || bare(key.strip_prefix('ل').unwrap_or(key)) == outlet
        };
        !outlet.is_empty() && tokens.into_iter().any(names_it)
    }

    /// Whether the token is a common noun of outlets: «وكالة», «صحيفة».
    fn is_outlet_noun(&self, token: usize) -> bool {
        let reading = self.findings.morphology.best(token);
        reading.entry().is_some_and(|lexeme| lexeme.has_tag("media"))
    }

    /// Whether the noun at the token is somebody or a document that can be the subject of a cue.
    pub(super) fn speaks(&self, token: usize) -> bool {
        self.speaker(token).is_some() || self.cues.is_medium(self.findings.text, self.findings.morphology, token)
    }

    /// Whether nothing is known about the word: likely a name that no table has.
    pub(super) fn is_unknown(&self, token: usize) -> bool {
        let best = self.findings.morphology.best(token);
        self.is_word(token)
            && best.lexeme.is_none()
            && matches!(best.pos, Pos::Noun | Pos::ProperNoun | Pos::Adjective | Pos::Other)
    }

    /// Whether the dash at the token, if it is one, joins two words.
    pub(super) fn joined_dash(&self, token: usize) -> bool {
        matches!(self.key(token), "-" | "–" | "—")
            && self.findings.text.joined_to_next(token)
            && token > 0
            && self.findings.text.joined_to_next(token - 1)
    }

    /// Span of the words of a range of tokens, without particles written onto the first.
    pub(super) fn words(&self, tokens: std::ops::Range<usize>) -> Span {
        if tokens.is_empty() {
            return Span::default();
        }
        let first = self.word_start(tokens.start);
        let last = self.findings.text.span(tokens.end - 1);
        Span::new(first, last.end)
    }

    /// First byte of the word at a token, without particles.
    pub(super) fn word_start(&self, token: usize) -> u32 {
        if let Some((index, tokens)) = self.name_at(token)
            && tokens.start == token
            && let Some(mention) = self.findings.mentions.get(index as usize)
        {
            return mention.span.start;
        }
        self.findings
            .text
            .word_span(token, self.findings.morphology.best(token))
            .start
    }
}
