//! What the words of a source without a name say about who it is.

use std::ops::Range;

use crate::document::{EntityType, SourceKind};
use crate::morphology::{Analysis, Features, Pos};
use crate::statements::context::Context;
use crate::statements::source;

/// One, two or many.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Count {
    One,
    Two,
    Many,
}

/// What a noun means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Class {
    /// People and sources.
    Human,
    /// Organisations and outlets.
    Body,
    /// Whatever else the lexicon knows: a statement, a draft, an inquiry.
    Text,
    /// A word that the lexicon does not know.
    Unknown,
}

impl Class {
    fn of(reading: Analysis) -> Self {
        let Some(lexeme) = reading.entry() else {
            return Self::Unknown;
        };
        let has = |tags: &[&str]| tags.iter().any(|tag| lexeme.has_tag(tag));
        if has(&["human", "speaker", "crowd", "journalist"]) {
            Self::Human
        } else if has(&["org", "media"]) {
            Self::Body
        } else if reading.features.has(Features::MASDAR) || lexeme.class == musnad_data::lexicon::Class::Noun {
            Self::Text
        } else {
            Self::Unknown
        }
    }
}

/// A common noun with what qualifies it.
#[derive(Debug, Clone)]
pub(super) struct Phrase {
    /// Token of the noun.
    pub(super) token: usize,
    /// Its dictionary form, or its stem where the lexicon does not have it.
    pub(super) head: String,
    pub(super) count: Count,
    /// Whether it speaks of somebody known: «المصدر», «المصدر ذاته», «ذات المصدر».
    pub(super) refers: bool,
    /// «مصدر آخر», another one.
    pub(super) other: bool,
    /// Stems of the words around it.
    pub(super) qualities: Vec<String>,
    pub(super) class: Class,
    /// Whether the noun is one of officials.
    pub(super) official: bool,
    /// PLOVER sector of its words; empty where they have none.
    pub(super) sector: &'static str,
}

impl Phrase {
    /// Reads the noun phrase of a source; `None` where it has no noun.
    pub(super) fn read(context: &Context<'_>, tokens: Range<usize>) -> Option<Self> {
        let (text, morphology) = (context.findings.text, context.findings.morphology);
        let mut token = tokens.start;
        let mut count = None;
        let (mut again, mut some) = (false, false);
        // «أحد المسؤولين», «ثلاثة شهود», «هذا المصدر», «ذات المصدر»
        while token + 1 < tokens.end {
            let key = context.key(token);
            let best = morphology.best(token);
            some |= matches!(key, "احد" | "احدي" | "بعض" | "عدد" | "العديد");
            if matches!(key, "احد" | "احدي") {
                count = Some(Count::One);
            } else if is_sameness(key) {
                again = true;
            } else if best.pos == Pos::Number {
                count = Some(Count::Many);
            } else if !(source::is_quantifier(key)
                || best.pos == Pos::Determiner
                || matches!(key, "من" | "عدد" | "العديد"))
            {
                break;
            }
            token += 1;
        }
        let reading = noun(context, token);
        let head = reading.entry().map_or_else(
            || text.stem_key(token, reading).to_owned(),
            |lexeme| lemma(lexeme.lemma),
        );
        if head.is_empty() || !context.is_word(token) {
            return None;
        }
        let definite = reading.features.has(Features::DEFINITE) || text.word_key(token, reading).starts_with("ال");
        let mut phrase = Self {
            token,
            head,
            count: count.unwrap_or(if reading.features.has(Features::PLURAL) {
                Count::Many
            } else if reading.features.has(Features::DUAL) {
                Count::Two
            } else {
                Count::One
            }),
            refers: (definite || again) && !some,
            other: false,
            qualities: Vec::new(),
            class: Class::of(reading),
            official: reading.entry().is_some_and(|lexeme| lexeme.has_tag("official")),
            sector: morphology.sector(token),
        };
        for at in token + 1..tokens.end {
            let key = context.key(at);
            if is_another(key) {
                phrase.other = true;
            } else if context.is_word(at) && !is_sameness(key) && !matches!(key, "المذكور" | "المذكوره" | "المذكورين")
            {
                let stem = text.stem_key(at, morphology.best(at));
                phrase.qualities.push(stem.to_owned());
                if phrase.sector.is_empty() {
                    phrase.sector = morphology.sector(at);
                }
            }
        }
        Some(phrase)
    }

    /// Whether «المصدر العسكري» can be this one: the same noun, and nothing said of it that this one is not.
    pub(super) fn is_meant_by(&self, definite: &Self) -> bool {
        self.head == definite.head
            && self.count == definite.count
            && definite.qualities.iter().all(|word| self.qualities.contains(word))
    }

    /// Whether both have the same words.
    pub(super) fn has_words_of(&self, other: &Self) -> bool {
        self.head == other.head && self.count == other.count && self.qualities == other.qualities
    }

    /// What kind of thing speaks.
    pub(super) fn entity_type(&self, kind: SourceKind) -> EntityType {
        match (self.class, kind) {
            (Class::Human, _) => EntityType::Person,
            (Class::Body, _) => EntityType::Organization,
            (Class::Text, _) | (_, SourceKind::Document) => EntityType::Miscellaneous,
            (Class::Unknown, SourceKind::Media | SourceKind::Organization) => EntityType::Organization,
            (Class::Unknown, SourceKind::Named | SourceKind::Unnamed) => EntityType::Person,
        }
    }
}

/// The reading of a noun of somebody who speaks, before others: «مصدر» is a source, not who exports.
fn noun(context: &Context<'_>, token: usize) -> Analysis {
    let morphology = context.findings.morphology;
    let speaks = |reading: &Analysis| {
        reading.pos == Pos::Noun && reading.entry().is_some_and(|lexeme| lexeme.has_tag("speaker"))
    };
    morphology
        .all(token)
        .find(speaks)
        .unwrap_or_else(|| morphology.best(token))
}

/// Nouns that mean the same are one.
fn lemma(lemma: &str) -> String {
    match lemma {
        "ناطق" => "متحدث".to_owned(),
        "ناطقة" => "متحدثة".to_owned(),
        _ => musnad_data::fold::key(lemma),
    }
}

/// «ذاته», «نفسها», «ذات».
fn is_sameness(key: &str) -> bool {
    ["ذات", "نفس", "عين"].iter().any(|stem| {
        key.strip_prefix(stem)
            .is_some_and(|rest| matches!(rest, "ه" | "ها" | "هم" | "هما") || rest.is_empty() && *stem != "عين")
    })
}

fn is_another(key: &str) -> bool {
    matches!(
        key,
        "اخر"
            | "اخري"
            | "اخرون"
            | "اخرين"
            | "اخران"
            | "ثان"
            | "ثاني"
            | "ثانيه"
            | "ثالث"
            | "ثالثه"
            | "غيره"
            | "غيرها"
    )
}
