//! What the gazetteer says about each token: the names that start there, and the class of the word.
//!
//! Particles are tried off only where the token as written is in no table: «وادي» is a valley, «والي» is a governor, but
//! «وقوات» is «و» and «قوات». «لل» gives the article back its alif: «للسفارة» is «ل» and «السفارة».

use musnad_data::gazetteer::{Gazetteer, Kind, Walk};

use crate::text::Text;
use crate::text::token::TokenKind;

/// Most tokens of one name in the tables.
const LONGEST: usize = 10;

/// A key of the gazetteer found at a token.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Match {
    /// Bytes of particles before it in the first token's folded form.
    pub(crate) skip: u8,
    /// Token after the last.
    pub(crate) end: u32,
    /// What it is.
    pub(crate) kind: Kind,
    /// Row of the tables; 0 for words that are only classed.
    pub(crate) entry: u32,
    /// Whether context must speak for it.
    pub(crate) weak: bool,
}

/// All matches of a text.
#[derive(Debug)]
pub(crate) struct Lookup {
    matches: Vec<Match>,
    offsets: Vec<u32>,
}

/// The ways to take particles off: letters before the word, and what is left of an article that lost its alif.
const PARTICLES: [(&str, bool); 13] = [
    ("و", false),
    ("ب", false),
    ("ل", false),
    ("ف", false),
    ("لل", true),
    ("ك", false),
    ("وب", false),
    ("ول", false),
    ("ولل", true),
    ("فل", false),
    ("وك", false),
    ("فب", false),
    ("فلل", true),
];

impl Lookup {
    /// Looks up every token.
    pub(crate) fn new(text: &Text<'_>, gazetteer: &Gazetteer) -> Self {
        let mut lookup = Self {
            matches: Vec::with_capacity(text.tokens.len()),
            offsets: Vec::with_capacity(text.tokens.len() + 1),
        };
        for token in 0..text.tokens.len() {
            lookup.offsets.push(lookup.matches.len() as u32);
            if matches!(text.kind(token), TokenKind::Word | TokenKind::Foreign) {
                lookup.read(text, gazetteer, token);
            }
        }
        lookup.offsets.push(lookup.matches.len() as u32);
        lookup
    }

    fn read(&mut self, text: &Text<'_>, gazetteer: &Gazetteer, token: usize) {
        let first = self.matches.len();
        self.walk(text, gazetteer, token, 0, false);
        let settled = self.matches.get(first..).unwrap_or_default().iter().any(|m| !m.weak);
        if settled || text.kind(token) == TokenKind::Foreign {
            return;
        }
        let key = text.key(token);
        for (particles, article) in PARTICLES {
            if key.len() > particles.len() + 2 && key.starts_with(particles) {
                // The second ل of «لل» is the article's own.
                let skip = if article { particles.len() - 2 } else { particles.len() };
                self.walk(text, gazetteer, token, skip, article);
            }
        }
    }

    fn walk(&mut self, text: &Text<'_>, gazetteer: &Gazetteer, token: usize, skip: usize, article: bool) {
        let start = gazetteer.start();
        let mut walk = if article {
            gazetteer.advance(start, "ا".as_bytes())
        } else {
            Some(start)
        };
        let mut at = token;
        let mut rest = text.key(token).get(skip..).unwrap_or_default();
        while let Some(before) = walk {
            let Some(now) = gazetteer.advance(before, rest.as_bytes()) else {
                return;
            };
            self.add(gazetteer, now, skip, at + 1);
            let Some(next) = after_marks(text, at + 1) else { return };
            if next - token >= LONGEST {
                return;
            }
            walk = gazetteer.advance(now, b" ");
            at = next;
            rest = text.key(at);
        }
    }

    fn add(&mut self, gazetteer: &Gazetteer, walk: Walk, skip: usize, end: usize) {
        for posting in gazetteer.postings(walk) {
            self.matches.push(Match {
                skip: skip as u8,
                end: end as u32,
                kind: posting.kind,
                entry: posting.entry,
                weak: posting.weak,
            });
        }
    }

    /// All matches that start at a token.
    pub(crate) fn at(&self, token: usize) -> &[Match] {
        match (self.offsets.get(token), self.offsets.get(token + 1)) {
            (Some(start), Some(end)) => self.matches.get(*start as usize..*end as usize).unwrap_or_default(),
            _ => &[],
        }
    }

    /// The token as a word of that kind.
    pub(crate) fn word(&self, token: usize, kind: Kind) -> Option<Match> {
        self.at(token)
            .iter()
            .find(|m| m.kind == kind && m.end as usize == token + 1)
            .copied()
    }

    /// The token, without particles, as a word of that kind.
    pub(crate) fn bare(&self, token: usize, kind: Kind) -> Option<Match> {
        self.word(token, kind).filter(|m| m.skip == 0)
    }

    /// Whether the token as written is of that kind.
    pub(crate) fn is(&self, token: usize, kind: Kind) -> bool {
        self.bare(token, kind).is_some()
    }

    /// The longest name that starts at a token; a strong one before a weak one of the same length.
    pub(crate) fn name(&self, token: usize, weak_too: bool) -> Option<Match> {
        let mut best: Option<Match> = None;
        for found in self
            .at(token)
            .iter()
            .filter(|m| m.kind.is_name() && (weak_too || !m.weak))
        {
            let better = best.is_none_or(|best| {
                (found.end, !found.weak, u8::MAX - found.skip) > (best.end, !best.weak, u8::MAX - best.skip)
            });
            if better {
                best = Some(*found);
            }
        }
        best
    }
}

/// The next token of a name: past a quotation mark or hyphen, or a point between letters («بي.بي.سي»).
fn after_marks(text: &Text<'_>, token: usize) -> Option<usize> {
    match text.kind(token) {
        TokenKind::Word | TokenKind::Foreign | TokenKind::Number if token < text.tokens.len() => Some(token),
        TokenKind::Punctuation => {
            let mark = text.key(token);
            let joins = match mark {
                "\"" | "«" | "“" | "”" | "»" | "-" | "'" => true,
                "." => text.joined_to_next(token - 1) && text.joined_to_next(token),
                _ => false,
            };
            let next = token + 1;
            (joins
                && next < text.tokens.len()
                && text.kind(next) != TokenKind::Punctuation
                && !text.key(next).is_empty()
                && !(mark == "-" && !text.joined_to_next(token)))
            .then_some(next)
        }
        _ => None,
    }
}
