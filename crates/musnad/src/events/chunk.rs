//! A sentence as a row of items: finite verbs, noun phrases with the preposition before them, and the marks and words between clauses.

use std::ops::Range;

use musnad_data::lexicon;

use super::words::WordMap;
use super::{Findings, Resources};
use crate::document::{EntityType, MentionForm, QuantityKind};
use crate::morphology::{Analysis, Features, Pos, Proclitics};
use crate::syntax::noun_phrase;
use crate::text::token::TokenKind;

/// A preposition or a phrase that works like one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Prep {
    #[default]
    None,
    In,
    Bi,
    On,
    To,
    Li,
    From,
    About,
    With,
    Between,
    Against,
    Toward,
    /// «بحق» against, of crimes.
    Upon,
    /// «من قبل», «على يد»: by.
    By,
    /// «قرب», «شمال», «داخل»: a place relative to a place.
    Near,
    /// «بعد», «قبل», «خلال»: a time.
    When,
    /// «ك», «حول», «وسط» and the rest.
    Other,
}

impl Prep {
    /// The preposition of that spelling, folded or not.
    pub(super) fn from_word(word: &str) -> Option<Self> {
        Some(match word {
            "في" => Self::In,
            "ب" => Self::Bi,
            "على" | "علي" => Self::On,
            "إلى" | "الي" => Self::To,
            "ل" => Self::Li,
            "من" => Self::From,
            "عن" => Self::About,
            "مع" => Self::With,
            "بين" => Self::Between,
            "ضد" => Self::Against,
            "نحو" | "باتجاه" | "صوب" | "تجاه" => Self::Toward,
            "بحق" => Self::Upon,
            _ => return None,
        })
    }

    /// As above, with the words of place and time that tables do not name.
    fn from_token(key: &str) -> Option<Self> {
        Self::from_word(key).or_else(|| {
            Some(match key {
                "قرب" | "شمال" | "جنوب" | "شرق" | "غرب" | "شمالي" | "جنوبي" | "شرقي" | "غربي" | "داخل" | "خارج"
                | "قباله" | "عند" | "لدي" | "بالقرب" | "وسط" | "فوق" | "تحت" | "امام" | "عبر" => {
                    Self::Near
                }
                "بعد" | "قبل" | "خلال" | "اثناء" | "منذ" | "عقب" | "اثر" | "قبيل" | "بعيد" | "غداه" | "فور" => {
                    Self::When
                }
                "حول" | "بشان" | "بسبب" | "رغم" | "دون" | "بدون" | "ضمن" | "حسب" | "وفق" | "مقابل" | "سوي" | "كما"
                | "مثل" | "باسم" | "لصالح" | "جراء" | "نتيجه" | "حيال" | "ازاء" | "ضمنها" | "عدا" | "حتي" => {
                    Self::Other
                }
                _ => return None,
            })
        })
    }
}

macro_rules! classes {
    ($($name:ident = $bit:expr, $tag:expr;)*) => {
        impl Class {
            $(pub(super) const $name: Self = Self(1 << $bit);)*
            /// The class of a tag of the lexicon.
            pub(super) fn from_tag(tag: &str) -> Option<Self> {
                match tag {
                    $($tag => Some(Self::$name),)*
                    _ => None,
                }
            }
        }
    };
}

/// What kind of thing a phrase names, as bits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Class(u32);

classes! {
    HUMAN = 0, "human";
    ARMED = 1, "combatant";
    CIVILIAN = 2, "civilian";
    OFFICIAL = 3, "official";
    CROWD = 4, "crowd";
    ORG = 5, "org";
    PLACE = 6, "place";
    FACILITY = 7, "facility";
    WEAPON = 8, "weapon";
    VEHICLE = 9, "vehicle";
    DOCUMENT = 10, "document";
    KILLED = 11, "killed";
    INJURED = 12, "injured";
    DETAINED = 13, "detained";
    EVENT = 14, "event";
    MONEY = 15, "money";
    MEDIA = 16, "media";
    JOURNALIST = 17, "journalist";
    MEDIC = 18, "medic";
    COURT = 19, "court";
    PERSON = 20, "person-name";
    GPE = 21, "gpe-name";
    NAME = 22, "name";
    QUANTITY = 23, "quantity";
    DISPLACED = 24, "displaced";
    PRONOUN = 25, "pronoun";
}

impl Class {
    pub(super) const fn has(self, other: Self) -> bool {
        self.0 & other.0 == other.0
    }

    pub(super) const fn any(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    #[must_use]
    pub(super) const fn with(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Can do things: people, bodies, countries, the craft they steer, the papers they write.
    pub(super) const fn acts(self) -> bool {
        self.any(
            Self::HUMAN
                .with(Self::ARMED)
                .with(Self::CROWD)
                .with(Self::ORG)
                .with(Self::PERSON)
                .with(Self::GPE)
                .with(Self::VEHICLE),
        )
    }
}

/// The class of every lexeme, by id.
pub(super) fn lexeme_classes() -> Vec<Class> {
    (0..lexicon::len())
        .map(|id| {
            lexicon::lexeme(id).map_or(Class::default(), |lexeme| {
                let by_tag = lexeme
                    .tags
                    .split(',')
                    .filter_map(Class::from_tag)
                    .fold(Class::default(), Class::with);
                match lexeme.sector {
                    "MIL" | "COP" | "REB" | "PRM" | "UAF" | "IMG" => by_tag.with(Class::ARMED),
                    "JUD" => by_tag.with(Class::COURT),
                    _ if matches!(lexeme.lemma, "بلد" | "بلاد" | "دولة") => by_tag.with(Class::ORG),
                    _ => by_tag,
                }
            })
        })
        .collect()
}

/// What an item is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Phrase,
    /// A finite verb.
    Verb,
    /// «كان» and its sisters.
    Auxiliary,
    /// «الذي».
    Relative,
    /// «أن», «إن», «لأن», «حيث», «فيما».
    Clause,
    Comma,
    /// Full stop, semicolon, colon, bracket.
    Stop,
}

/// A part of a sentence.
#[derive(Debug, Clone, Copy)]
pub(super) struct Item {
    pub(super) kind: Kind,
    /// First token.
    pub(super) start: usize,
    /// Token after the last.
    pub(super) end: usize,
    pub(super) prep: Prep,
    /// Opened by و (and) or ف (so).
    pub(super) joined: bool,
    pub(super) class: Class,
    /// Name inside, as index of the mention.
    pub(super) name: Option<u32>,
    /// The first token can be a trigger.
    pub(super) trigger: bool,
    /// Definite by ال or a pronoun.
    pub(super) definite: bool,
}

impl Item {
    pub(super) fn is_bare(&self) -> bool {
        self.kind == Kind::Phrase && self.prep == Prep::None
    }
}

/// What earlier stages say of each token.
pub(super) struct TokenNotes {
    /// Index of the name that covers the token, plus one.
    names: Vec<u32>,
    /// Index of the quantity that covers the token, plus one.
    quantities: Vec<u16>,
    times: Vec<bool>,
}

impl TokenNotes {
    pub(super) fn new(findings: Findings<'_>) -> Self {
        let text = findings.text;
        let count = text.tokens.len();
        let mut notes = Self {
            names: vec![0; count],
            quantities: vec![0; count],
            times: vec![false; count],
        };
        for (index, mention) in findings
            .mentions
            .iter()
            .enumerate()
            .filter(|(_, m)| m.form == MentionForm::Name)
        {
            for token in text.tokens_in(mention.span) {
                if let Some(slot) = notes.names.get_mut(token) {
                    *slot = index as u32 + 1;
                }
            }
        }
        for (index, quantity) in findings.quantities.iter().enumerate() {
            for token in text.tokens_in(quantity.span) {
                if let Some(slot) = notes.quantities.get_mut(token) {
                    *slot = (index as u16).saturating_add(1);
                }
            }
        }
        for time in findings.times {
            for token in text.tokens_in(time.span) {
                if let Some(slot) = notes.times.get_mut(token) {
                    *slot = true;
                }
            }
        }
        notes
    }

    /// The name that covers the token.
    pub(super) fn name(&self, token: usize) -> Option<u32> {
        self.names.get(token).and_then(|index| index.checked_sub(1))
    }

    /// The quantity that covers the token.
    pub(super) fn quantity(&self, token: usize) -> Option<usize> {
        self.quantities
            .get(token)
            .and_then(|index| index.checked_sub(1))
            .map(usize::from)
    }

    /// Whether the token belongs to a time expression.
    pub(super) fn is_time(&self, token: usize) -> bool {
        self.times.get(token).copied().unwrap_or_default()
    }
}

/// Cuts sentences into items.
pub(super) struct Chunker<'a> {
    pub(super) findings: Findings<'a>,
    pub(super) resources: &'a Resources,
    pub(super) notes: &'a TokenNotes,
}

impl Chunker<'_> {
    /// The items of a sentence, into `items`.
    pub(super) fn cut(&self, tokens: Range<usize>, items: &mut Vec<Item>) {
        items.clear();
        let text = self.findings.text;
        let mut pending = Prep::None;
        let mut pending_joined = false;
        let mut token = tokens.start;
        while token < tokens.end {
            let reading = self.findings.morphology.best(token);
            let key = text.key(token);
            let joined = std::mem::take(&mut pending_joined)
                || reading.proclitics.any(Proclitics::WA.with(Proclitics::FA))
                || self.notes.name(token).is_some() && self.before_name(token).contains(&"و");
            if text.kind(token) == TokenKind::Punctuation {
                match key {
                    "،" | "," => items.push(mark(Kind::Comma, token)),
                    "." | "؟" | "!" | "؛" | ";" | ":" | "(" | ")" | "[" | "]" | "…" | "-" | "–" | "—" => {
                        items.push(mark(Kind::Stop, token));
                    }
                    _ => {}
                }
                if !matches!(key, "\"" | "«" | "»" | "“" | "”" | "'" | "‘" | "’") {
                    pending = Prep::None;
                }
                token += 1;
                continue;
            }
            let named = self.notes.name(token);
            if named.is_none() {
                let word = text.word_key(token, reading);
                if word == "و" || word == "او" || word == "ثم" {
                    pending_joined = true;
                    token += 1;
                    continue;
                }
                if self.notes.is_time(token) {
                    pending = Prep::None;
                    token += 1;
                    continue;
                }
                if let Some(kind) = connective(word) {
                    items.push(mark(kind, token));
                    pending = Prep::None;
                    token += 1;
                    continue;
                }
                if reading.pos == Pos::Verb {
                    items.push(self.verb(token, reading, joined));
                    pending = Prep::None;
                    token += 1;
                    continue;
                }
                if reading.suffix > 0
                    && reading.pos == Pos::Adposition
                    && let Some(prep) =
                        Prep::from_token(text.stem_key(token, reading)).or_else(|| suffixed_preposition(word))
                {
                    items.push(Item {
                        prep,
                        class: Class::PRONOUN,
                        kind: Kind::Phrase,
                        definite: true,
                        ..mark(Kind::Phrase, token)
                    });
                    pending = Prep::None;
                    token += 1;
                    continue;
                }
                if let Some(prep) = self.preposition(token, word) {
                    let (prep, used) = prep;
                    // «من قبل القوات», «في شمال سوريا»: what is nearer the phrase says more.
                    pending = if pending == Prep::From && prep == Prep::Near {
                        Prep::From
                    } else {
                        prep
                    };
                    pending_joined = joined;
                    token += used;
                    continue;
                }
                if !opens_phrase(reading) {
                    pending = if matches!(reading.pos, Pos::Adverb | Pos::Determiner) {
                        pending
                    } else {
                        Prep::None
                    };
                    token += 1;
                    continue;
                }
            }
            let item = self.phrase(token, tokens.end, reading, std::mem::take(&mut pending), joined);
            token = item.end.max(token + 1);
            // «عدد من الجنود», «كل من الرئيس»: what is counted is what is meant.
            if item.prep == Prep::From
                && !item.joined
                && let Some(count) = items.last_mut()
                && count.kind == Kind::Phrase
                && count.end + 1 == item.start
                && self.is_quantifier(count.start)
            {
                count.end = item.end;
                count.class = count.class.with(item.class);
                count.name = count.name.or(item.name);
                continue;
            }
            items.push(item);
        }
    }

    fn verb(&self, token: usize, reading: Analysis, joined: bool) -> Item {
        let auxiliary = reading
            .lexeme
            .is_some_and(|id| self.resources.auxiliaries.contains(&id.0));
        Item {
            kind: if auxiliary { Kind::Auxiliary } else { Kind::Verb },
            start: token,
            end: token + 1,
            prep: Prep::None,
            joined,
            class: Class::default(),
            name: None,
            trigger: self.resources.can_trigger(self.findings.morphology, token),
            definite: false,
        }
    }

    /// The preposition at a token with the number of tokens it takes; a proclitic one is the phrase's own matter.
    fn preposition(&self, token: usize, word: &str) -> Option<(Prep, usize)> {
        let next = |at: usize| {
            let reading = self.findings.morphology.best(at);
            self.findings.text.word_key(at, reading)
        };
        match (word, next(token + 1)) {
            ("من", "قبل" | "جانب" | "طرف") | ("علي", "يد" | "ايدي" | "يدي") => {
                // «من قبل أن» is a time.
                return if next(token + 2) == "ان" {
                    Some((Prep::When, 2))
                } else {
                    Some((Prep::By, 2))
                };
            }
            ("بالقرب", "من") => return Some((Prep::Near, 2)),
            _ => {}
        }
        Prep::from_token(word)
            .or_else(|| Prep::from_token(self.findings.text.key(token)))
            .map(|prep| (prep, 1))
    }

    fn phrase(&self, token: usize, limit: usize, reading: Analysis, before: Prep, joined: bool) -> Item {
        let letters = if self.notes.name(token).is_some() {
            self.before_name(token)
        } else {
            Vec::new()
        };
        let proclitic = if letters.contains(&"ب") {
            Prep::Bi
        } else if letters.contains(&"ل") {
            Prep::Li
        } else if reading.proclitics.has(Proclitics::BI) {
            Prep::Bi
        } else if reading.proclitics.has(Proclitics::LI) {
            Prep::Li
        } else if reading.proclitics.has(Proclitics::KA) {
            Prep::Other
        } else {
            before
        };
        let named = self.notes.name(token);
        let trigger = named.is_none() && self.resources.can_trigger(self.findings.morphology, token);
        let mut end = token + 1;
        if trigger {
            end = self.adjectives(end, limit);
        } else {
            if named.is_none() {
                end = noun_phrase(self.findings.text, self.findings.morphology, token)
                    .end
                    .clamp(end, limit);
            }
            // An event noun in the middle opens an item of its own.
            if let Some(cut) = (token + 1..end).find(|at| {
                self.notes.name(*at).is_none() && self.resources.can_trigger(self.findings.morphology, *at)
                    || self.notes.is_time(*at)
            }) {
                end = cut;
            }
        }
        // Names are not cut; a name in apposition («رئيس الوزراء فايز السراج») belongs to the phrase.
        let mut name = named;
        loop {
            let inside = end.checked_sub(1).and_then(|last| self.notes.name(last));
            let next = self.notes.name(end);
            match (inside, next) {
                (Some(this), Some(other)) if this == other => end += 1,
                (None, Some(other)) if !trigger && end < limit && self.apposes(token, end, other) => {
                    name = name.or(Some(other));
                    end += 1;
                }
                _ => break,
            }
            if end >= limit {
                break;
            }
        }
        end = end.min(limit);
        for at in token..end {
            name = name.or_else(|| self.notes.name(at));
        }
        Item {
            kind: Kind::Phrase,
            start: token,
            end,
            prep: proclitic,
            joined,
            class: self.class_of(token, end),
            name,
            trigger,
            definite: reading.proclitics.has(Proclitics::AL) || reading.suffix > 0 || named.is_some(),
        }
    }

    /// The letters written onto the front of a name, by where the name begins.
    fn before_name(&self, token: usize) -> Vec<&str> {
        let (Some(name), span) = (self.notes.name(token), self.findings.text.span(token)) else {
            return Vec::new();
        };
        let start = self
            .findings
            .mentions
            .get(name as usize)
            .map_or(span.start, |mention| mention.span.start);
        if start <= span.start || start >= span.end {
            return Vec::new();
        }
        let letters = self
            .findings
            .text
            .raw
            .get(span.start as usize..start as usize)
            .unwrap_or_default();
        ["و", "ف", "ب", "ل", "ك"]
            .into_iter()
            .filter(|letter| letters.contains(letter))
            .collect()
    }

    /// «عدد», «كل», «عشرات»: words that count what follows.
    fn is_quantifier(&self, token: usize) -> bool {
        matches!(
            self.findings.text.stem_key(token, self.findings.morphology.best(token)),
            "عدد"
                | "عددا"
                | "كل"
                | "عشرات"
                | "ميات"
                | "الاف"
                | "عديد"
                | "بعض"
                | "مجموعه"
                | "جمع"
                | "كثير"
                | "اكثر"
                | "اثنين"
                | "اثنان"
                | "واحد"
                | "احد"
        ) || self.notes.quantity(token).is_some()
    }

    /// Whether the name at `at` stands in apposition to the phrase of people before it.
    fn apposes(&self, start: usize, at: usize, name: u32) -> bool {
        let reading = self.findings.morphology.best(at);
        if reading.proclitics.any(
            Proclitics::WA
                .with(Proclitics::BI)
                .with(Proclitics::LI)
                .with(Proclitics::FA),
        ) {
            return false;
        }
        let head = self
            .findings
            .morphology
            .best(start)
            .lexeme
            .map_or(Class::default(), |id| self.resources.class(id.0));
        let person = self
            .findings
            .mentions
            .get(name as usize)
            .is_some_and(|mention| mention.entity_type == EntityType::Person);
        person && head.any(Class::HUMAN.with(Class::OFFICIAL))
            || !person && head.any(Class::PLACE.with(Class::FACILITY)) && at == start + 1
    }

    /// The end of the adjectives that begin at a token.
    fn adjectives(&self, mut at: usize, limit: usize) -> usize {
        while at < limit && self.notes.name(at).is_none() && !self.notes.is_time(at) {
            let reading = self.findings.morphology.best(at);
            let is_one = self.findings.text.kind(at) == TokenKind::Word
                && reading.proclitics.0 & !Proclitics::AL.0 == 0
                && (reading.pos == Pos::Adjective
                    || self
                        .resources
                        .nationalities
                        .get(self.findings.text, self.findings.morphology, at)
                        .is_some());
            if !is_one {
                break;
            }
            at += 1;
        }
        at
    }

    /// What the phrase names: its head's class, and what names and quantities inside say.
    fn class_of(&self, start: usize, end: usize) -> Class {
        let mut class = Class::default();
        let mut headless = true;
        for token in start..end.min(start + 6) {
            let reading = self.findings.morphology.best(token);
            if headless && let Some(id) = reading.lexeme {
                let of = self.resources.class(id.0);
                // A participle or masdar of a verb has no tags of its own; numbers and «عدد من» leave the head to what they count.
                class = class.with(of);
                headless = of == Class::default() && token < start + 3;
            }
            if self.findings.text.key(token) == "الاحتلال" {
                class = class.with(Class::ORG).with(Class::ARMED);
            }
            if let Some(quantity) = self
                .notes
                .quantity(token)
                .and_then(|index| self.findings.quantities.get(index))
            {
                class = class.with(Class::QUANTITY).with(match quantity.kind {
                    QuantityKind::Killed => Class::KILLED.with(Class::HUMAN),
                    QuantityKind::Injured => Class::INJURED.with(Class::HUMAN),
                    QuantityKind::Detained => Class::DETAINED.with(Class::HUMAN),
                    QuantityKind::Displaced => Class::DISPLACED.with(Class::HUMAN),
                    QuantityKind::People | QuantityKind::Missing => Class::HUMAN,
                    QuantityKind::Weapons => Class::WEAPON,
                    QuantityKind::Vehicles => Class::VEHICLE,
                    QuantityKind::Money => Class::MONEY,
                    _ => Class::default(),
                });
            }
            if let Some(mention) = self
                .notes
                .name(token)
                .and_then(|index| self.findings.mentions.get(index as usize))
                && (token == start || headless || class.any(Class::HUMAN.with(Class::ORG)))
            {
                class = class.with(Class::NAME).with(match mention.entity_type {
                    EntityType::Person => Class::PERSON.with(Class::HUMAN),
                    EntityType::Organization => Class::ORG,
                    EntityType::Geopolitical if class.any(Class::HUMAN.with(Class::ORG)) => Class::default(),
                    EntityType::Geopolitical => Class::GPE,
                    EntityType::Location => Class::PLACE,
                    EntityType::Facility => Class::FACILITY.with(Class::PLACE),
                    EntityType::Miscellaneous => Class::default(),
                });
                if let Some(entity) = self.findings.entities.get(mention.entity.0 as usize)
                    && entity
                        .sectors
                        .iter()
                        .any(|s| matches!(s.as_str(), "MIL" | "COP" | "REB" | "PRM" | "UAF" | "IMG"))
                {
                    class = class.with(Class::ARMED);
                }
                headless = false;
            }
        }
        class
    }
}

fn mark(kind: Kind, token: usize) -> Item {
    Item {
        kind,
        start: token,
        end: token + 1,
        prep: Prep::None,
        joined: false,
        class: Class::default(),
        name: None,
        trigger: false,
        definite: false,
    }
}

/// «إليه», «عليهم»: the preposition's last letter is ي before a pronoun.
fn suffixed_preposition(word: &str) -> Option<Prep> {
    if word.starts_with("الي") {
        Some(Prep::To)
    } else if word.starts_with("علي") {
        Some(Prep::On)
    } else {
        None
    }
}

/// Words that open a clause.
fn connective(word: &str) -> Option<Kind> {
    Some(match word {
        "الذي" | "التي" | "الذين" | "اللذان" | "اللذين" | "اللتان" | "اللتين" | "اللواتي" | "اللاتي" | "ممن" => {
            Kind::Relative
        }
        "ان" | "انه" | "انها" | "انهم" | "انهما" | "بان" | "بانه" | "بانها" | "بانهم" | "لان" | "لانه" | "لانها"
        | "حيث" | "فيما" | "بينما" | "اذا" | "لو" | "كي" | "لكي" | "لكن" | "لكنه" | "لكنها" | "اذ" | "عندما"
        | "حين" | "حينما" | "كما" | "مما" | "ما" | "لكنهم" | "انني" | "اننا" | "هل" => {
            Kind::Clause
        }
        _ => return None,
    })
}

fn opens_phrase(reading: Analysis) -> bool {
    matches!(
        reading.pos,
        Pos::Noun | Pos::ProperNoun | Pos::Adjective | Pos::Number | Pos::Other
    ) || matches!(reading.pos, Pos::Pronoun | Pos::Determiner) && reading.features.any(Features::FIRST)
}

/// Ids of «كان» and its sisters.
pub(super) fn auxiliaries() -> Vec<u32> {
    ["كان/I", "ظلّ/I", "بات/I", "أصبح/IV", "ليس/I", "كاد/I", "ليس"]
        .iter()
        .flat_map(|key| lexicon::find(key))
        .collect()
}

/// A map of plain words, for membership.
pub(super) type WordSet = WordMap<()>;
