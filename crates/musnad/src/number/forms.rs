//! Words of closed classes with every particle that may be written onto them, so that a token is looked up once.
//!
//! «وبالثلاثين» stands in the table as a form of «ثلاثين», with what its particles و, ب and ال say. Built when a reader is
//! made; one hash and one comparison a look-up after that.

use std::collections::HashMap;

use rustc_hash::FxBuildHasher;

/// A word as it may stand in the text.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Form<T> {
    /// What the table says of the word.
    pub(crate) value: T,
    /// Bytes of the particles in front of it (ال belongs to the word).
    pub(crate) prefix: u8,
    /// Joined by و or ف.
    pub(crate) and: bool,
    /// Governed by ب, ل or ك.
    pub(crate) governed: bool,
    /// Definite by ال.
    pub(crate) definite: bool,
}

/// The forms of a table of words.
#[derive(Debug, Clone)]
pub(crate) struct Forms<T> {
    index: HashMap<Box<str>, (u32, u32), FxBuildHasher>,
    forms: Vec<Form<T>>,
}

/// What stands in front of the word and of its ال: written, bytes, governed, definite. The fewer particles the sooner.
const PARTICLES: [(&str, u8, bool, bool); 9] = [
    ("", 0, false, false),
    ("ال", 0, false, true),
    // ل swallows the alif of ال: «للثلاثين».
    ("لل", 2, true, true),
    ("ب", 2, true, false),
    ("ل", 2, true, false),
    ("ك", 2, true, false),
    ("بال", 2, true, true),
    ("لال", 2, true, true),
    ("كال", 2, true, true),
];

impl<T: Copy> Forms<T> {
    /// The forms of words, which are folded; a word may come more than once.
    pub(crate) fn new(words: impl IntoIterator<Item = (String, T)>) -> Self {
        let mut all: Vec<(String, Form<T>)> = Vec::new();
        let words: Vec<(String, T)> = words.into_iter().collect();
        for joint in ["", "و", "ف"] {
            for (particles, bytes, governed, definite) in PARTICLES {
                for (word, value) in &words {
                    let form = Form {
                        value: *value,
                        prefix: joint.len() as u8 + bytes,
                        and: !joint.is_empty(),
                        governed,
                        definite,
                    };
                    all.push((format!("{joint}{particles}{word}"), form));
                }
            }
        }
        // Stable: of one form the reading with fewer particles stays in front.
        all.sort_by(|a, b| a.0.cmp(&b.0));
        let mut index: HashMap<Box<str>, (u32, u32), FxBuildHasher> =
            HashMap::with_capacity_and_hasher(all.len(), FxBuildHasher);
        let mut forms = Vec::with_capacity(all.len());
        for chunk in all.chunk_by(|a, b| a.0 == b.0) {
            let start = forms.len() as u32;
            forms.extend(chunk.iter().map(|(_, form)| *form));
            if let Some((form, _)) = chunk.first() {
                index.insert(form.as_str().into(), (start, forms.len() as u32));
            }
        }
        Self { index, forms }
    }

    /// The readings of a folded token, those with fewer particles first.
    #[inline]
    pub(crate) fn get(&self, key: &str) -> &[Form<T>] {
        match self.index.get(key) {
            Some(&(start, end)) => self.forms.get(start as usize..end as usize).unwrap_or_default(),
            None => &[],
        }
    }

    /// Whether the token has a reading.
    #[inline]
    pub(crate) fn has(&self, key: &str) -> bool {
        self.index.contains_key(key)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn particles_are_read_off_a_word() {
        let forms = Forms::new([("ثلاثين".to_owned(), 30), ("ولي".to_owned(), 1), ("لي".to_owned(), 2)]);
        let found = forms.get("وبالثلاثين")[0];
        assert_eq!(
            (found.value, found.prefix, found.and, found.governed, found.definite),
            (30, 4, true, true, true)
        );
        let found = forms.get("للثلاثين")[0];
        assert_eq!(
            (found.prefix, found.and, found.governed, found.definite),
            (2, false, true, true)
        );
        // The word itself before a word with a particle.
        let values: Vec<i32> = forms.get("ولي").iter().map(|form| form.value).collect();
        assert_eq!(values, [1, 2]);
        assert!(forms.get("ثلاثي").is_empty());
    }
}
