//! Dictionary forms: a small dictionary, and scripts that turn a form into its lemma.
//!
//! A script is «prefix;suffix» of operations on the letters at either end: `=` copies one, `-` deletes one, `+x` writes x;
//! what lies between stays. «!x» is the lemma x itself.

use super::file::{File, damaged};
use crate::error::Error;

#[derive(Debug)]
pub(crate) struct Lemmatizer<'f> {
    scripts: Vec<Script>,
    /// Lines «form⇥UPOS⇥lemma», sorted.
    dictionary: &'f str,
    lines: Vec<u32>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Script {
    Whole(String),
    Edits { prefix: Vec<Edit>, suffix: Vec<Edit> },
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Edit {
    Copy,
    Delete,
    Write(char),
}

impl<'f> Lemmatizer<'f> {
    pub(crate) fn read(file: &File<'f>) -> Result<Self, Error> {
        let scripts = file.labels().lemma.iter();
        let dictionary = file.text("lemma.dict")?;
        if !dictionary.lines().zip(dictionary.lines().skip(1)).all(|(a, b)| a < b) {
            return Err(damaged("lemma.dict is not sorted"));
        }
        Ok(Self {
            scripts: scripts
                .map(|script| {
                    Script::read(script).ok_or_else(|| damaged(format!("{script:?} is no script of a lemma")))
                })
                .collect::<Result<_, _>>()?,
            lines: line_starts(dictionary),
            dictionary,
        })
    }

    /// The lemma of a form, by the dictionary or else by the script.
    pub(crate) fn lemma(&self, form: &str, upos: &str, script: usize) -> String {
        if let Some(lemma) = self.known(form, upos) {
            return lemma.to_owned();
        }
        self.scripts
            .get(script)
            .map_or_else(|| form.to_owned(), |script| script.apply(form))
    }

    fn known(&self, form: &str, upos: &str) -> Option<&'f str> {
        let fields = |start: u32| {
            let line = self.dictionary.get(start as usize..)?.lines().next()?;
            let (word, rest) = line.split_once('\t')?;
            let (tag, lemma) = rest.split_once('\t')?;
            Some((word, tag, lemma))
        };
        let first = self
            .lines
            .partition_point(|start| fields(*start).is_some_and(|(word, tag, _)| (word, tag) < (form, upos)));
        let (word, tag, lemma) = fields(*self.lines.get(first)?)?;
        ((word, tag) == (form, upos)).then_some(lemma)
    }
}

fn line_starts(text: &str) -> Vec<u32> {
    let mut next = 0;
    let start = |line: &str| {
        let start = next;
        next += line.len() as u32;
        start
    };
    text.split_inclusive('\n').map(start).collect()
}

impl Script {
    fn read(script: &str) -> Option<Self> {
        if let Some(whole) = script.strip_prefix('!') {
            return Some(Self::Whole(whole.to_owned()));
        }
        let edits = |operations: &str| {
            let mut edits = Vec::new();
            let mut letters = operations.chars();
            while let Some(operation) = letters.next() {
                edits.push(match operation {
                    '=' => Edit::Copy,
                    '-' => Edit::Delete,
                    '+' => Edit::Write(letters.next()?),
                    _ => return None,
                });
            }
            Some(edits)
        };
        // What is written may be «;» itself.
        script.match_indices(';').find_map(|(at, _)| {
            Some(Self::Edits {
                prefix: edits(&script[..at])?,
                suffix: edits(&script[at + 1..])?,
            })
        })
    }

    /// The form itself where the script does not fit.
    fn apply(&self, form: &str) -> String {
        let (prefix, suffix) = match self {
            Self::Whole(lemma) => return lemma.clone(),
            Self::Edits { prefix, suffix } => (prefix, suffix),
        };
        let taken = |edits: &[Edit]| edits.iter().filter(|edit| !matches!(edit, Edit::Write(_))).count();
        let letters: Vec<char> = form.chars().collect();
        let Some(middle) = letters.len().checked_sub(taken(prefix) + taken(suffix)) else {
            return form.to_owned();
        };
        let mut lemma = String::with_capacity(form.len() + 4);
        let mut letters = letters.into_iter();
        let run = |edits: &[Edit], letters: &mut std::vec::IntoIter<char>, lemma: &mut String| {
            for edit in edits {
                match edit {
                    Edit::Copy => lemma.extend(letters.next()),
                    Edit::Delete => drop(letters.next()),
                    Edit::Write(letter) => lemma.push(*letter),
                }
            }
        };
        run(prefix, &mut letters, &mut lemma);
        lemma.extend(letters.by_ref().take(middle));
        run(suffix, &mut letters, &mut lemma);
        lemma
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn scripts_turn_forms_into_lemmas() {
        for (script, form, lemma) in [
            (";", "قال", "قال"),
            ("--;", "المدينة", "مدينة"),
            ("-+أ;-", "احمدا", "أحمد"),
            (";--+ة", "مدينات", "مدينة"),
            ("!كان", "يكن", "كان"),
            ("---;--", "في", "في"),
            ("+;;", "", ";"),
        ] {
            assert_eq!(Script::read(script).unwrap().apply(form), lemma, "{script}");
        }
        assert_eq!(Script::read("=x;"), None);
        assert_eq!(Script::read("=+"), None);
    }

    #[test]
    fn the_dictionary_goes_first() {
        let dictionary = "علم\tNOUN\tعلم\nعلم\tVERB\tعلّم\nيكن\tVERB\tكان\n";
        let lines = line_starts(dictionary);
        let lemmatizer = Lemmatizer {
            scripts: vec![Script::read("--;").unwrap()],
            dictionary,
            lines,
        };
        assert_eq!(lemmatizer.lemma("علم", "VERB", 0), "علّم");
        assert_eq!(lemmatizer.lemma("يكن", "VERB", 0), "كان");
        assert_eq!(lemmatizer.lemma("البحر", "NOUN", 0), "بحر");
        assert_eq!(lemmatizer.lemma("البحر", "NOUN", 9), "البحر");
    }
}
