//! Proper names, their types, and titles beside them.
//!
//! Recognises persons, organisations, places, natural features, facilities and agreements: «قال **المسماري** إن **قوات
//! حفتر** قصفت مدينة **سرت**» (al-Mismari said that Haftar's forces shelled the city of Sirte). Names do not nest; the
//! longest is taken. Three sources of evidence, best first:
//! - the gazetteer of [`musnad_data`] ([`lookup`]);
//! - class nouns that open names ([`heads`]) and titles and given names ([`persons`]);
//! - full names elsewhere in the same text ([`again`]), and places beside a town whose name is a common word ([`doubtful`]).
//!
//! Not handled: names of works, brands; names in Latin letters unless listed or given in brackets behind the Arabic name.
//! What counts as a name follows the annotation guidelines of the project's evaluation; the tables' sources are in
//! `musnad-data/SOURCES.md`.

mod again;
mod doubtful;
mod heads;
pub(crate) mod learned;
pub(crate) mod lookup;
mod persons;
mod words;

use std::ops::Range;

use musnad_data::gazetteer::{Gazetteer, Kind, OwnRow};

use crate::document::{EntityType, Evidence, Score, TimeExpression};
use crate::error::{Error, ErrorKind};
use crate::morphology::Morphology;
use crate::text::token::TokenKind;
use crate::text::{Span, Text};
use again::ShortForms;
use lookup::{Lookup, Match};
use words::Words;

/// A proper name in the text.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Name {
    /// Without particles written onto it.
    pub(crate) span: Span,
    /// The tokens it touches.
    pub(crate) tokens: Range<usize>,
    /// What it names.
    pub(crate) entity_type: EntityType,
    /// Row of the gazetteer, where it is there.
    pub(crate) entry: Option<u32>,
    /// The title or office beside it.
    pub(crate) title: Option<Span>,
    /// Confidence.
    pub(crate) score: Score,
    /// The rule or table.
    pub(crate) evidence: Evidence,
}

/// Finds names.
#[derive(Debug, Clone)]
pub(crate) struct Tagger {
    gazetteer: Gazetteer,
}

/// A name before it is checked against its neighbours.
#[derive(Debug, Clone, Copy)]
struct Candidate {
    start: usize,
    skip: u8,
    end: usize,
    entity_type: EntityType,
    entry: Option<u32>,
    score: Score,
    evidence: &'static str,
}

impl Tagger {
    /// Opens the gazetteer, with rows of the caller.
    pub(crate) fn new(own: Vec<OwnRow>) -> Result<Self, Error> {
        let gazetteer = Gazetteer::new()
            .and_then(|gazetteer| gazetteer.with(own))
            .map_err(|error| Error::new(ErrorKind::Resources, format!("gazetteer: {error}")))?;
        Ok(Self { gazetteer })
    }

    /// The gazetteer, for facts about the rows that names point at.
    pub(crate) fn gazetteer(&self) -> &Gazetteer {
        &self.gazetteer
    }

    /// What the gazetteer says about each token of a text.
    pub(crate) fn lookup(&self, text: &Text<'_>) -> Lookup {
        Lookup::new(text, &self.gazetteer)
    }

    /// The names of a text, in order, without overlap.
    pub(crate) fn tag(
        &self,
        text: &Text<'_>,
        morphology: &Morphology,
        times: &[TimeExpression],
        lookup: &Lookup,
    ) -> Vec<Name> {
        let timed = timed(text, times);
        let words = Words {
            text,
            morphology,
            lookup,
            gazetteer: &self.gazetteer,
            timed: &timed,
        };
        let mut names = first_pass(&words);
        let short = ShortForms::new(&words, &names);
        let more = second_pass(&words, &names, &short);
        if !more.is_empty() {
            names.extend(more);
            names.sort_by_key(|name| name.span);
        }
        let towns = doubtful::find(&words, &names);
        if !towns.is_empty() {
            names.extend(towns);
            names.sort_by_key(|name| name.span);
        }
        names
    }
}

/// Which tokens stand inside time expressions.
fn timed(text: &Text<'_>, times: &[TimeExpression]) -> Vec<bool> {
    let mut timed = vec![false; text.tokens.len()];
    for time in times {
        for token in text.tokens_in(time.span) {
            if let Some(flag) = timed.get_mut(token) {
                *flag = true;
            }
        }
    }
    timed
}

fn first_pass(words: &Words<'_, '_>) -> Vec<Name> {
    let mut names = Vec::new();
    // A person whose title has been read, and the title.
    let mut titled: Option<persons::Titled> = None;
    let mut token = 0;
    while token < words.text.tokens.len() {
        if !matches!(words.text.kind(token), TokenKind::Word | TokenKind::Foreign) {
            token += 1;
            continue;
        }
        if let Some(person) = titled.filter(|person| person.start == token) {
            let entry = words
                .lookup
                .name(token, true)
                .filter(|m| m.kind == Kind::Person && m.end as usize == person.end)
                .map(|m| m.entry);
            let candidate = Candidate {
                start: token,
                skip: 0,
                end: person.end,
                entity_type: EntityType::Person,
                entry,
                score: 0.85,
                evidence: "names.title",
            };
            let mut name = name(words, candidate);
            name.title = Some(title_span(words, person));
            names.push(name);
            token = person.end;
            titled = None;
            continue;
        }
        let candidate = candidate(words, token);
        // A title inside a name («مكتب الرئيس») announces nobody.
        if titled.is_none_or(|person| person.start <= token) {
            titled = words.titled(token).filter(|person| {
                candidate.is_none_or(|found| found.entity_type != EntityType::Person && found.end <= person.start)
            });
        }
        match candidate {
            Some(found) if titled.is_none_or(|person| person.start <= token || found.end <= person.start) => {
                names.push(name(words, found));
                token = found.end.max(token + 1);
            }
            _ => token += 1,
        }
    }
    names
}

/// The best name that starts at a token.
fn candidate(words: &Words<'_, '_>, token: usize) -> Option<Candidate> {
    let listed = words
        .lookup
        .name(token, words.is_set_off(token))
        .filter(|m| allowed(words, token, *m))
        .map(|found| listed(words, token, found));
    let headed = words.headed(token).map(|found| Candidate {
        start: found.start,
        skip: found.skip,
        end: found.end,
        entity_type: found.entity_type,
        entry: found.entry,
        score: 0.75,
        evidence: found.evidence,
    });
    let person = words.person(token).map(|(skip, end)| Candidate {
        start: token,
        skip,
        end,
        entity_type: EntityType::Person,
        entry: None,
        score: 0.7,
        evidence: "names.given_name",
    });
    // A longer name wins; the tables win a tie.
    [listed, headed, person].into_iter().flatten().max_by(|a, b| {
        (a.end)
            .cmp(&b.end)
            .then(b.start.cmp(&a.start))
            .then_with(|| a.score.total_cmp(&b.score))
    })
}

/// Whether a listed name may stand here.
fn allowed(words: &Words<'_, '_>, token: usize, found: Match) -> bool {
    if words.timed.get(token).copied().unwrap_or(false) && found.kind != Kind::Media {
        return false;
    }
    // A particle taken off a word that the lexicon knows whole is a guess: only where the name is long enough.
    if found.skip > 0 && found.end as usize == token + 1 {
        let whole = words.morphology.best(token);
        if whole.prefix == 0 && whole.lexeme.is_some() {
            return false;
        }
    }
    // The tables say that the name is as often something else («~الباب»), whatever another row says.
    let doubtful = |m: &&Match| {
        m.weak && m.kind == found.kind && m.end == found.end && m.skip == found.skip && m.entry != found.entry
    };
    if found.end as usize == token + 1
        && words
            .lookup
            .at(token)
            .iter()
            .filter(doubtful)
            .any(|m| words.gazetteer.entry(m.entry).is_some_and(|entry| entry.by_hand))
    {
        return words.is_set_off(token);
    }
    // «جنديا بريطانيا», a British soldier in the accusative, is not Britain.
    if found.kind == Kind::Place
        && found.skip == 0
        && words.text.key(token).ends_with("يا")
        && words.follows_accusative(token)
    {
        return false;
    }
    // A small place whose name is a word of the lexicon needs a place word before it («قرية الهدى»).
    !words.is_doubtful_place(token, found)
}

fn listed(words: &Words<'_, '_>, token: usize, found: Match) -> Candidate {
    let end = words.close_quote(token, found.end as usize);
    Candidate {
        start: token,
        skip: found.skip,
        end,
        entity_type: entity_type(found.kind),
        entry: Some(found.entry),
        score: 0.9,
        evidence: "names.gazetteer",
    }
}

fn entity_type(kind: Kind) -> EntityType {
    match kind {
        Kind::Person => EntityType::Person,
        Kind::Place => EntityType::Geopolitical,
        Kind::Location => EntityType::Location,
        Kind::Facility => EntityType::Facility,
        Kind::Miscellaneous => EntityType::Miscellaneous,
        _ => EntityType::Organization,
    }
}

fn name(words: &Words<'_, '_>, found: Candidate) -> Name {
    let start = words
        .text
        .tokens
        .get(found.start)
        .map_or(0, |token| token.start + u32::from(found.skip));
    let end = words
        .text
        .tokens
        .get(found.end.saturating_sub(1))
        .map_or(start, |token| token.end);
    Name {
        span: words.text.span_of_key(start, end),
        tokens: found.start..found.end,
        entity_type: found.entity_type,
        entry: found.entry,
        title: None,
        score: found.score,
        evidence: found.evidence.into(),
    }
}

fn title_span(words: &Words<'_, '_>, person: persons::Titled) -> Span {
    let skip = words
        .lookup
        .word(person.title, Kind::Title)
        .or(words.lookup.word(person.title, Kind::Office))
        .map_or(0, |m| m.skip);
    let start = words
        .text
        .tokens
        .get(person.title)
        .map_or(0, |token| token.start + u32::from(skip));
    let end = words
        .text
        .tokens
        .get(person.title_end.saturating_sub(1))
        .map_or(start, |token| token.end);
    words.text.span_of_key(start, end)
}

/// Short forms and Latin forms, in the gaps between the names of the first pass.
fn second_pass(words: &Words<'_, '_>, names: &[Name], short: &ShortForms<'_>) -> Vec<Name> {
    let mut more = Vec::new();
    let mut token = 0;
    let mut next = names.iter().peekable();
    let mut before: Option<&Name> = None;
    while token < words.text.tokens.len() {
        if let Some(name) = next.peek()
            && name.tokens.start <= token
        {
            token = name.tokens.end.max(token + 1);
            before = next.next();
            continue;
        }
        if let Some((skip, entity_type, entry)) = short.at(words, token) {
            let found = Candidate {
                start: token,
                skip,
                end: token + 1,
                entity_type,
                entry,
                score: 0.7,
                evidence: "names.short_form",
            };
            more.push(name(words, found));
        } else if words.text.kind(token) == TokenKind::Foreign
            && let Some(full) = before.filter(|full| full.tokens.end + 1 == token && words.text.key(token - 1) == "(")
        {
            // «لوكهيد مارتن (Lockheed Martin)»: the same name in Latin letters.
            let end = (token..words.text.tokens.len())
                .find(|at| words.text.kind(*at) != TokenKind::Foreign)
                .unwrap_or(words.text.tokens.len());
            if words.text.key(end) == ")" {
                let found = Candidate {
                    start: token,
                    skip: 0,
                    end,
                    entity_type: full.entity_type,
                    entry: full.entry,
                    score: 0.7,
                    evidence: "names.latin",
                };
                more.push(name(words, found));
                token = end;
                continue;
            }
        }
        token += 1;
    }
    more
}
