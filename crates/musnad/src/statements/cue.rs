//! The cue lexicon: which words report what somebody says, and what may follow each.
//!
//! «قال إن» (said that), «دعا إلى» (called for), «مشيرا إلى أن» (pointing out that). Tables: `musnad_data::statements`.

use std::collections::{HashMap, HashSet};

use musnad_data::{fold, lexicon, statements as tables};

use super::frame::{Frame, Preposition};
use crate::document::Stance;
use crate::error::{Error, ErrorKind};
use crate::morphology::{Analysis, Features, Morphology, Pos, Proclitics};
use crate::text::Text;

/// An entry of the cue lexicon.
#[derive(Debug, Clone)]
pub(super) struct Cue {
    /// Dictionary form without vowel signs.
    pub(super) lemma: &'static str,
    finite: bool,
    participle: bool,
    masdar: bool,
    /// What may follow.
    pub(super) frames: Vec<Frame>,
    /// What the source does by saying it.
    pub(super) stance: Stance,
}

impl Cue {
    fn takes(&self, form: Form) -> bool {
        match form {
            Form::Finite => self.finite,
            Form::Participle => self.participle,
            Form::Masdar => self.masdar,
        }
    }
}

/// How a cue stands in the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    /// «قال»
    Finite,
    /// «مشيرا»
    Participle,
    /// «إعلان»
    Masdar,
}

/// A token that can be a cue.
#[derive(Debug, Clone, Copy)]
pub(super) struct Candidate {
    pub(super) token: usize,
    /// Index of the entry.
    pub(super) cue: usize,
    pub(super) form: Form,
    pub(super) reading: Analysis,
}

impl Candidate {
    /// «القائلة» in «التقارير القائلة إن»: of the noun before it.
    pub(super) fn is_attributive(self) -> bool {
        self.form == Form::Participle && self.reading.features.has(Features::DEFINITE)
    }
}

/// What a phrase like «وفقا لـ» does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum PhraseKind {
    /// Names the source.
    Source,
    /// Names the source behind the source: «نقلا عن».
    Relay,
    /// Opens a clause with the cue: «حسبما».
    Clause,
}

/// A phrase that introduces a source.
#[derive(Debug, Clone)]
pub(super) struct Phrase {
    /// Folded words.
    words: Vec<String>,
    /// Whether the last word is ل, written onto what follows.
    joined: bool,
    pub(super) kind: PhraseKind,
}

impl Phrase {
    /// The token after the phrase, where it stands at `token`; for a phrase that ends in ل the token that ل is written onto.
    pub(super) fn end(&self, text: &Text<'_>, morphology: &Morphology, token: usize) -> Option<usize> {
        for (offset, word) in self.words.iter().enumerate() {
            let key = text.key(token + offset);
            let bare = if offset == 0 {
                key.strip_prefix('و').unwrap_or(key)
            } else {
                key
            };
            // «وفق» begins with the letter that elsewhere is «and».
            if key != word && bare != word {
                return None;
            }
        }
        let end = token + self.words.len();
        if self.joined {
            let next = text.key(end);
            let split = morphology.best(end).prefix > 0 || next == "ل" || next.starts_with('ل');
            return (split && next.starts_with('ل')).then_some(end);
        }
        Some(end)
    }
}

/// All tables of this stage.
#[derive(Debug, Clone)]
pub(super) struct Cues {
    entries: Vec<Cue>,
    by_lexeme: HashMap<u32, Vec<usize>>,
    phrases: Vec<Phrase>,
    attitudes: HashMap<String, Stance>,
    mediums: HashSet<String>,
    acts: HashMap<String, Act>,
    /// Lexemes of the verbs that perform an act.
    light: HashSet<u32>,
    /// By the first word: the second, where there is one, and the stance.
    verdicts: HashMap<String, Vec<(Option<String>, Stance)>>,
}

/// An act of speech that a noun names: «تحذير».
#[derive(Debug, Clone)]
pub(super) struct Act {
    /// As the table has it.
    pub(super) noun: &'static str,
    /// What opens the content; nothing where the act only is about somebody.
    prepositions: Vec<Preposition>,
    pub(super) stance: Stance,
}

impl Act {
    pub(super) fn opens(&self, preposition: Preposition) -> bool {
        self.prepositions.contains(&preposition)
    }

    /// Whether it says nothing but whom it is about: «انتقادات».
    pub(super) fn is_about(&self) -> bool {
        self.prepositions.is_empty()
    }
}

fn stance(name: &str) -> Option<Stance> {
    Some(match name {
        "assert" => Stance::Assert,
        "deny" => Stance::Deny,
        "accuse" => Stance::Accuse,
        "condemn" => Stance::Condemn,
        "warn" => Stance::Warn,
        "threaten" => Stance::Threaten,
        "demand" => Stance::Demand,
        "promise" => Stance::Promise,
        "reject" => Stance::Reject,
        "support" => Stance::Support,
        "doubt" => Stance::Doubt,
        "concern" => Stance::Concern,
        _ => return None,
    })
}

/// The rows of a table with their line numbers.
fn rows(table: &'static str) -> impl Iterator<Item = (usize, Vec<&'static str>)> {
    let lines = table
        .lines()
        .enumerate()
        .filter(|(_, line)| !line.is_empty() && !line.starts_with('#'));
    lines.map(|(number, line)| (number + 1, line.split('\t').collect()))
}

fn bad(table: &str, line: usize, why: &str) -> Error {
    Error::new(
        ErrorKind::Resources,
        format!("tables/statements/{table}.tsv:{line}: {why}"),
    )
}

impl Cues {
    /// Reads the tables.
    pub(super) fn new() -> Result<Self, Error> {
        let mut entries = Vec::new();
        let mut by_lexeme: HashMap<u32, Vec<usize>> = HashMap::new();
        for (line, row) in rows(tables::CUES) {
            let [key, parts, frames, kind, ..] = row[..] else {
                return Err(bad("cues", line, "four columns are needed"));
            };
            let frames = frames.split(',').map(Frame::parse).collect::<Option<Vec<_>>>();
            let frames = frames.ok_or_else(|| bad("cues", line, "unknown frame"))?;
            let stance = stance(kind).ok_or_else(|| bad("cues", line, "unknown stance"))?;
            let mut known = false;
            for id in lexicon::find(key) {
                let lemma = lexicon::lexeme(id).map_or("", |lexeme| lexeme.lemma);
                by_lexeme.entry(id).or_default().push(entries.len());
                let has = |part| parts.contains(part);
                let frames = frames.clone();
                entries.push(Cue {
                    lemma,
                    finite: has('v'),
                    participle: has('p'),
                    masdar: has('m'),
                    frames,
                    stance,
                });
                known = true;
            }
            if !known {
                return Err(bad("cues", line, &format!("{key} is not in the lexicon")));
            }
        }
        let mut phrases = Vec::new();
        for (line, row) in rows(tables::PHRASES) {
            let [words, kind] = row[..] else {
                return Err(bad("phrases", line, "two columns are needed"));
            };
            let mut words: Vec<String> = words.split(' ').map(fold::key).collect();
            let joined = words.last().is_some_and(|last| last == "ل");
            if joined {
                words.pop();
            }
            let kind = match kind {
                "source" => PhraseKind::Source,
                "relay" => PhraseKind::Relay,
                "clause" => PhraseKind::Clause,
                _ => return Err(bad("phrases", line, "unknown kind")),
            };
            phrases.push(Phrase { words, joined, kind });
        }
        // The longest phrase that fits is meant.
        phrases.sort_by_key(|phrase| std::cmp::Reverse(phrase.words.len()));
        let mut attitudes = HashMap::new();
        for (line, row) in rows(tables::ATTITUDES) {
            let [noun, kind] = row[..] else {
                return Err(bad("attitudes", line, "two columns are needed"));
            };
            attitudes.insert(
                fold::key(noun),
                stance(kind).ok_or_else(|| bad("attitudes", line, "unknown stance"))?,
            );
        }
        let mediums = rows(tables::MEDIUMS)
            .map(|(_, row)| fold::key(row.first().unwrap_or(&"")))
            .collect();
        let mut acts = HashMap::new();
        for (line, row) in rows(tables::ACTS) {
            let [noun, words, kind] = row[..] else {
                return Err(bad("acts", line, "three columns are needed"));
            };
            let words = words.split(',').filter(|word| *word != "-");
            let prepositions = words.map(Preposition::parse).collect::<Option<Vec<_>>>();
            let prepositions = prepositions.ok_or_else(|| bad("acts", line, "unknown preposition"))?;
            let stance = stance(kind).ok_or_else(|| bad("acts", line, "unknown stance"))?;
            let act = Act {
                noun,
                prepositions,
                stance,
            };
            acts.insert(fold::key(noun), act);
        }
        let mut light = HashSet::new();
        for (line, row) in rows(tables::LIGHT) {
            let known = light.len();
            light.extend(row.first().into_iter().flat_map(|key| lexicon::find(key)));
            if light.len() == known {
                return Err(bad("light", line, "not in the lexicon"));
            }
        }
        let mut verdicts: HashMap<String, Vec<(Option<String>, Stance)>> = HashMap::new();
        for (line, row) in rows(tables::VERDICTS) {
            let [words, kind] = row[..] else {
                return Err(bad("verdicts", line, "two columns are needed"));
            };
            let stance = stance(kind).ok_or_else(|| bad("verdicts", line, "unknown stance"))?;
            let (first, second) = match words.split_once(' ') {
                Some((first, second)) => (first, Some(fold::key(second))),
                None => (words, None),
            };
            verdicts.entry(fold::key(first)).or_default().push((second, stance));
        }
        Ok(Self {
            entries,
            by_lexeme,
            phrases,
            attitudes,
            mediums,
            acts,
            light,
            verdicts,
        })
    }

    /// An entry.
    pub(super) fn entry(&self, index: usize) -> Option<&Cue> {
        self.entries.get(index)
    }

    /// The reading of a token as a cue, the likeliest first; `upos` is what the tree says of the token.
    pub(super) fn candidate(
        &self,
        text: &Text<'_>,
        morphology: &Morphology,
        upos: Option<&str>,
        token: usize,
    ) -> Option<Candidate> {
        let best = morphology.best(token);
        let is_noun = matches!(upos, Some("NOUN" | "PROPN" | "ADJ"));
        morphology.all(token).enumerate().find_map(|(rank, reading)| {
            let form = form(reading)?;
            // «شكرنا», «رفضهم» with the letters of a verb.
            if is_noun && form == Form::Finite {
                return None;
            }
            let rank = if is_noun && form == Form::Masdar && best.pos == Pos::Verb
                || upos == Some("VERB") && form == Form::Finite
            {
                0
            } else {
                rank
            };
            // «بين», «دون» are prepositions first; an unlikely noun of action or adverb is none.
            if rank > 0
                && !(form == Form::Participle && text.key(token).ends_with('ا') && best.pos != Pos::Verb)
                && (form != Form::Finite
                    || matches!(best.pos, Pos::Adposition | Pos::Pronoun | Pos::Particle | Pos::Number))
            {
                return None;
            }
            let entries = self.by_lexeme.get(&reading.lexeme?.0)?;
            let cue = entries
                .iter()
                .copied()
                .find(|&index| self.entries.get(index).is_some_and(|entry| entry.takes(form)))?;
            let entry = self.entries.get(cue)?;
            (form != Form::Finite || is_third_person(text, token, reading, entry)).then_some(Candidate {
                token,
                cue,
                form,
                reading,
            })
        })
    }

    /// Further entries of the same lexeme and form, for verbs with more than one government.
    pub(super) fn alternatives(&self, candidate: Candidate) -> impl Iterator<Item = usize> + '_ {
        let entries = candidate
            .reading
            .lexeme
            .and_then(|lexeme| self.by_lexeme.get(&lexeme.0));
        let takes = move |&index: &usize| self.entries.get(index).is_some_and(|entry| entry.takes(candidate.form));
        entries.into_iter().flatten().copied().filter(takes)
    }

    /// The phrase that introduces a source at the token, and the token after it.
    pub(super) fn phrase(&self, text: &Text<'_>, morphology: &Morphology, token: usize) -> Option<(PhraseKind, usize)> {
        let key = text.key(token);
        let bare = key.strip_prefix('و').unwrap_or(key);
        // Nearly every token fails here.
        let first = |phrase: &&Phrase| phrase.words.first().is_some_and(|word| word == key || word == bare);
        let mut fitting = self.phrases.iter().filter(first);
        fitting.find_map(|phrase| Some((phrase.kind, phrase.end(text, morphology, token)?)))
    }

    /// The stance that a noun of attitude shows.
    pub(super) fn attitude(&self, text: &Text<'_>, morphology: &Morphology, token: usize) -> Option<Stance> {
        let found = morphology.all(token).find_map(|reading| {
            let stem = text.stem_key(token, reading);
            self.attitudes.get(stem).or_else(|| {
                // Before a pronoun ة is ت.
                let open = stem.strip_suffix('ت')?;
                self.attitudes.get(format!("{open}ه").as_str())
            })
        });
        found.copied()
    }

    /// The act of speech that the noun at the token names, also with the alif of the accusative.
    pub(super) fn act(&self, text: &Text<'_>, morphology: &Morphology, token: usize) -> Option<&Act> {
        morphology.all(token).find_map(|reading| {
            let stem = text.stem_key(token, reading);
            let act = |word: &str| self.acts.get(word);
            act(stem).or_else(|| act(stem.strip_suffix('ا')?))
        })
    }

    /// Whether a verb only performs the act that its object names.
    pub(super) fn is_light(&self, lexeme: u32) -> bool {
        self.light.contains(&lexeme)
    }

    /// The stance that the words at the token take.
    pub(super) fn verdict(&self, text: &Text<'_>, token: usize) -> Option<Stance> {
        let bare = |at: usize| {
            let key = text.key(at);
            let key = key
                .strip_prefix(['ب', 'ل', 'و', 'ف'])
                .filter(|rest| rest.starts_with("ال"))
                .unwrap_or(key);
            key.strip_prefix("ال").unwrap_or(key)
        };
        // With an ending of up to three letters: «مرفوضة», «وقوفها».
        let ends = |word: &'_ str| {
            let cuts: Vec<usize> = word.char_indices().rev().take(3).map(|(at, _)| at).collect();
            std::iter::once(word.len()).chain(cuts)
        };
        let word = bare(token);
        ends(word).find_map(|end| {
            let options = self.verdicts.get(word.get(..end)?)?;
            let fits = |second: &Option<String>| match second {
                Some(second) => bare(token + 1).starts_with(second.as_str()),
                None => true,
            };
            options
                .iter()
                .find(|(second, _)| fits(second))
                .map(|(_, stance)| *stance)
        })
    }

    /// Whether the token is a noun of what something is said through.
    pub(super) fn is_medium(&self, text: &Text<'_>, morphology: &Morphology, token: usize) -> bool {
        morphology.all(token).any(|reading| {
            let stem = text.stem_key(token, reading);
            self.mediums.contains(stem)
                || stem
                    .strip_suffix('ت')
                    .is_some_and(|open| self.mediums.contains(format!("{open}ه").as_str()))
        })
    }
}

/// Whether somebody else is reported: «أعتقد» and «نأمل» are the speaker's own words; «يجب» is no shortened «يجيب».
fn is_third_person(text: &Text<'_>, token: usize, reading: Analysis, entry: &Cue) -> bool {
    let features = reading.features;
    if features.any(Features::FIRST.with(Features::SECOND)) && !features.has(Features::THIRD) {
        return false;
    }
    // «اعتقد» of form VIII has no hamza in the third person.
    let bare_alif = entry.lemma.starts_with('ا');
    if bare_alif && text.raw_of(token).starts_with('أ') {
        return false;
    }
    let before = token.checked_sub(1).map_or("", |before| text.key(before));
    let short = features.has(Features::SHORT) && features.has(Features::SINGULAR) && features.has(Features::IMPERFECT);
    !short || matches!(before, "لم" | "ولم" | "فلم" | "الم" | "لا" | "ان" | "لن")
}

fn form(reading: Analysis) -> Option<Form> {
    let features = reading.features;
    if features.has(Features::MASDAR) {
        return Some(Form::Masdar);
    }
    if features.any(Features::PARTICIPLE.with(Features::PASSIVE_PARTICIPLE)) {
        // «مشيرا», «مشيرة», «موضحين»: an indefinite adverb; as a noun or adjective it reports nothing, but for «القائلة».
        let adverbial = features.has(Features::ACCUSATIVE) || features.has(Features::FEMININE);
        let bare = reading.proclitics.0 == 0 && reading.suffix == 0;
        let says = reading.entry().is_some_and(|lexeme| lexeme.lemma == "قال") && features.has(Features::PARTICIPLE);
        if says && (features.has(Features::DEFINITE) || reading.proclitics.has(Proclitics::AL)) {
            return Some(Form::Participle);
        }
        return (features.has(Features::PARTICIPLE) && adverbial && bare).then_some(Form::Participle);
    }
    let finite = reading.pos == Pos::Verb && features.any(Features::PERFECT.with(Features::IMPERFECT));
    (finite && !features.has(Features::IMPERATIVE)).then_some(Form::Finite)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_table_loads() {
        let cues = Cues::new().unwrap();
        assert!(cues.entries.len() > 140, "{}", cues.entries.len());
        assert!(cues.phrases.len() > 15);
        assert_eq!(cues.attitudes.get("قلق"), Some(&Stance::Concern));
    }
}
