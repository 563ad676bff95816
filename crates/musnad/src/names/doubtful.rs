//! Towns whose name is also a common word: صور (pictures), القائم (standing), الباب (the door), نصيب (a share).
//!
//! They are towns only where the words around them speak for it and nothing against it:
//! - beside a place of the same country, joined by و or a comma: «في صيدا وصور» (in Sidon and Tyre), «الرمادي والقائم»;
//! - behind a preposition or a direction («في», «إلى», «قرب», «شرق»), where the text names the country or a place in it no
//!   farther than [`NEAR`] kilometres, and what follows is no genitive or attribute: «في صور نشرها» (in pictures that … spread)
//!   has a verb, «في صور جوية» (in aerial pictures) an adjective.
//!
//! Not handled: at the head of a sentence, as subject («صور تتعرض للقصف»), under a title («قضاء صور» is read by
//! [`super::heads`]).

use musnad_data::gazetteer::{Entry, Kind};
use musnad_data::words::names::is_place_lead;

use super::lookup::Match;
use super::words::Words;
use super::{Candidate, Name, name};
use crate::document::EntityType;
use crate::morphology::Pos;

/// Name of the rule.
pub(super) const RULE: &str = "names.doubtful_place";
/// How far another place of the country may be to speak for the town, in kilometres.
const NEAR: f64 = 250.0;
/// Fewest people of a town that a preposition alone makes likely.
const TOWN: u32 = 10_000;

/// The towns between the names that are known; both in order.
pub(super) fn find(words: &Words<'_, '_>, names: &[Name]) -> Vec<Name> {
    let mut found = Vec::new();
    let mut next = 0;
    for token in 0..words.text.tokens.len() {
        while names.get(next).is_some_and(|name| name.tokens.end <= token) {
            next += 1;
        }
        if names.get(next).is_some_and(|name| name.tokens.contains(&token)) {
            continue;
        }
        let before = next.checked_sub(1).and_then(|before| names.get(before));
        let scene = Scene {
            words,
            names,
            before,
            after: names.get(next),
        };
        if let Some(town) = scene.town(token) {
            found.push(name(words, town));
        }
    }
    found
}

struct Scene<'s, 'a, 't> {
    words: &'s Words<'a, 't>,
    names: &'s [Name],
    /// The names beside the token.
    before: Option<&'s Name>,
    after: Option<&'s Name>,
}

impl Scene<'_, '_, '_> {
    fn town(&self, token: usize) -> Option<Candidate> {
        let words = self.words;
        let one = |found: &&Match| found.kind == Kind::Place && found.end as usize == token + 1;
        let mut matches: Vec<Match> = words.lookup.at(token).iter().filter(one).copied().collect();
        if matches.is_empty() {
            matches = self.behind_wa(token);
        }
        let timed = words.timed.get(token).copied().unwrap_or(false);
        // Only words: «شرق» with a strong name is one already.
        if matches.is_empty() || timed {
            return None;
        }
        let meant = matches.iter().find(|found| {
            let row = words.gazetteer.entry(found.entry);
            row.is_some_and(|row| self.joins(token, **found, &row) || self.lies(token, **found, &row))
        })?;
        Some(Candidate {
            start: token,
            skip: meant.skip,
            end: token + 1,
            entity_type: EntityType::Geopolitical,
            entry: Some(meant.entry),
            score: 0.6,
            evidence: RULE,
        })
    }

    /// The places behind و where a table has the word with it («وصور»), so that no particle was taken off.
    fn behind_wa(&self, token: usize) -> Vec<Match> {
        let words = self.words;
        let Some(bare) = words.text.key(token).strip_prefix('و').filter(|_| words.is_word(token)) else {
            return Vec::new();
        };
        let postings = words.gazetteer.find(bare).filter(|posting| posting.kind == Kind::Place);
        let found = postings.map(|posting| Match {
            skip: 2,
            end: token as u32 + 1,
            kind: posting.kind,
            entry: posting.entry,
            weak: posting.weak,
        });
        found.collect()
    }

    /// «صيدا وصور», «صور وصيدا»: beside a place of the same country.
    fn joins(&self, token: usize, found: Match, row: &Entry<'_>) -> bool {
        let text = self.words.text;
        let joined = found.skip > 0 && text.key(token).starts_with('و');
        let behind = self.before.filter(|name| self.is_of(name, row)).is_some_and(|name| {
            let end = name.tokens.end;
            joined && (end == token || end + 1 == token && matches!(text.key(end), "،" | ","))
                || found.skip == 0 && end + 1 == token && matches!(text.key(end), "،" | "," | "و")
        });
        let ahead = self.after.filter(|name| self.is_of(name, row)).is_some_and(|name| {
            let start = name.tokens.start;
            let comma = start == token + 2 && matches!(text.key(token + 1), "،" | ",");
            let and =
                start == token + 1 && text.key(start).starts_with('و') && name.span.start > text.span(start).start;
            self.is_led(token, found) && (and || comma)
        });
        behind && !self.is_qualified(token) || ahead
    }

    /// «في صور», where the text is about its country.
    fn lies(&self, token: usize, found: Match, row: &Entry<'_>) -> bool {
        if self.words.is_verb(token) {
            return false;
        }
        let known = row.population.is_some_and(|people| people >= TOWN);
        let adjective = self
            .words
            .demonym(token + 1)
            .and_then(|found| self.words.gazetteer.entry(found.entry));
        let of_country = adjective.is_some_and(|adjective| adjective.country == row.country);
        known && self.is_led(token, found) && (of_country || !self.is_qualified(token) && self.is_near(row))
    }

    /// Whether a preposition or direction stands before it.
    fn is_led(&self, token: usize, found: Match) -> bool {
        let text = self.words.text;
        let Some(before) = token.checked_sub(1).map(|before| text.key(before)) else {
            return false;
        };
        let bare = before.strip_prefix('و').unwrap_or(before);
        found.skip == 0 && is_place_lead(bare)
    }

    /// Whether the next word makes it a common noun: a genitive, an attribute, a clause that describes it.
    fn is_qualified(&self, token: usize) -> bool {
        let words = self.words;
        let next = token + 1;
        // «صور جنوب لبنان»
        let where_it_lies = is_place_lead(words.text.key(next));
        if where_it_lies || !words.is_word(next) || words.timed.get(next).copied().unwrap_or(false) {
            return false;
        }
        let reading = words.morphology.best(next);
        let joined = reading.prefix > 0;
        match reading.pos {
            Pos::Noun | Pos::Adjective | Pos::ProperNoun | Pos::Number | Pos::Other => !joined,
            // «في صور نشرها …» describes the pictures.
            Pos::Verb => !joined && reading.suffix > 0,
            _ => false,
        }
    }

    fn is_of(&self, name: &Name, row: &Entry<'_>) -> bool {
        let place = name.entity_type == EntityType::Geopolitical;
        place
            && self
                .rows(name)
                .any(|other| !row.country.is_empty() && other.country == row.country)
    }

    /// All places that a name may be: «صيدا» in Lebanon, or the village in Palestine.
    fn rows<'r>(&'r self, name: &'r Name) -> impl Iterator<Item = Entry<'r>> {
        let same = |found: &&Match| found.kind.is_name() && found.end as usize == name.tokens.end;
        let matches = self.words.lookup.at(name.tokens.start).iter().filter(same);
        matches.filter_map(|found| self.words.gazetteer.entry(found.entry))
    }

    /// Whether the text names the country of the row or a place of it nearby.
    fn is_near(&self, row: &Entry<'_>) -> bool {
        let Some((lat, lon)) = row.location else { return false };
        self.names.iter().any(|name| {
            let place = matches!(name.entity_type, EntityType::Geopolitical | EntityType::Facility);
            place
                && self.rows(name).any(|other| {
                    let near = other.location.is_some_and(|(a, b)| {
                        let east = (b - lon) * lat.to_radians().cos();
                        111.2 * (a - lat).hypot(east) < NEAR
                    });
                    other.country == row.country && (other.remark == "country" || near)
                })
        })
    }
}
