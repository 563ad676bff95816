//! Sets and maps of words from the tables: found by dictionary entry where the lexicon has one, else by stem.

use musnad_data::{fold, lexicon};
use rustc_hash::FxHashMap;

use crate::error::{Error, ErrorKind};
use crate::morphology::{Features, Morphology, Pos};
use crate::text::Text;

/// A map from words to values.
#[derive(Debug, Clone)]
pub(super) struct WordMap<V> {
    lexemes: FxHashMap<u32, V>,
    stems: FxHashMap<String, V>,
}

impl<V: Copy> WordMap<V> {
    pub(super) fn new() -> Self {
        Self {
            lexemes: FxHashMap::default(),
            stems: FxHashMap::default(),
        }
    }

    /// Adds a word: a verb by its key (`قصف/I`), anything else by its spelling.
    pub(super) fn insert(&mut self, word: &str, value: V) -> Result<(), Error> {
        if word.contains('/') {
            let mut found = false;
            for id in lexicon::find(word) {
                found = true;
                self.lexemes.insert(id, value);
            }
            if !found {
                return Err(Error::new(
                    ErrorKind::Resources,
                    format!("{word} is not in the lexicon"),
                ));
            }
        } else {
            for id in lexicon::find(word) {
                self.lexemes.entry(id).or_insert(value);
            }
            self.stems.insert(fold::key(word), value);
        }
        Ok(())
    }

    /// The value of a token, by its best reading.
    pub(super) fn get(&self, text: &Text<'_>, morphology: &Morphology, token: usize) -> Option<V> {
        let reading = morphology.best(token);
        if let Some(id) = reading.lexeme
            && let Some(value) = self.lexemes.get(&id.0)
            && (reading.pos == Pos::Verb
                || !reading
                    .features
                    .any(Features::PARTICIPLE.with(Features::PASSIVE_PARTICIPLE)))
        {
            return Some(*value);
        }
        if reading.pos == Pos::Verb {
            return None;
        }
        self.stems
            .get(text.stem_key(token, reading))
            .or_else(|| self.stems.get(text.word_key(token, reading)))
            .copied()
    }

    /// The value of a lexeme.
    pub(super) fn of_lexeme(&self, id: u32) -> Option<V> {
        self.lexemes.get(&id).copied()
    }
}

/// A short list of words, written `نار/نيران` in the tables.
#[derive(Debug, Clone, Default)]
pub(super) struct Words {
    lexemes: Vec<u32>,
    stems: Vec<String>,
}

impl Words {
    pub(super) fn parse(list: &str) -> Self {
        let mut words = Self::default();
        for word in list.split('/') {
            // `فرض~I` is the verb, in all its forms.
            let word = word.replace('~', "/");
            words.lexemes.extend(lexicon::find(&word));
            words.stems.push(fold::key(&word));
        }
        words
    }

    /// Whether the token is one of them.
    pub(super) fn has(&self, text: &Text<'_>, morphology: &Morphology, token: usize) -> bool {
        let reading = morphology.best(token);
        if reading.lexeme.is_some_and(|id| self.lexemes.contains(&id.0)) {
            return true;
        }
        let (bare, word, key) = (
            text.stem_key(token, reading),
            text.word_key(token, reading),
            text.key(token),
        );
        self.stems
            .iter()
            .any(|stem| same(stem, bare) || stem == word || stem == key)
    }
}

/// Whether a stem is the word, also where a pronoun has turned ة into ت («مسؤوليته») or the accusative has added alif («لاذعا»).
fn same(word: &str, stem: &str) -> bool {
    word == stem
        || stem.strip_suffix('ا') == Some(word)
        || matches!((word.strip_suffix('ه'), stem.strip_suffix('ت')), (Some(a), Some(b)) if a == b)
}

/// The rows of a table with their line numbers.
pub(super) fn rows(table: &'static str) -> impl Iterator<Item = (usize, &'static str)> {
    table
        .lines()
        .enumerate()
        .filter(|(_, line)| !line.is_empty() && !line.starts_with('#'))
        .map(|(n, line)| (n + 1, line))
}

/// An error at a line of a table.
pub(super) fn fault(table: &str, line: usize, what: &str) -> Error {
    Error::new(ErrorKind::Resources, format!("{table} line {line}: {what}"))
}
