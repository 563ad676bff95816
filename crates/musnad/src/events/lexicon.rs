//! The trigger lexicon: which words say that something happened, in which company, and who is who beside them.
//!
//! A row of `triggers.tsv` has the key of a word, its parts (`v` finite verb, `m` masdar, `p` participle, `n` noun), a frame, roles,
//! PLOVER type and mode; type `-` says that the word tells of nothing there («ضربة جزاء»). The first row whose frame holds wins. A frame is a list of conditions:
//! `+على` the preposition follows, `-على` it does not, `o=نار/نيران` one of the words follows closely, `o2=` follows at some distance,
//! `!=` none of the words is the very next, `s=` is the subject, `o@human` the object is of that class, `ctx` fighting is told of nearby, `pol` a party stands beside it,
//! `harm` people are hurt, `crowd` a crowd does it, `person` a person does it, `visit`, `attempt`, `cyber`, `b-=` none of the words
//! stands closely before, `b=` one does, `gen` a genitive follows, `acc` it is an accusative of circumstance, `perf`, `plural`.
//! `فرض~I` in a list is the verb in all its forms.
//!
//! Roles: `pat` the subject has it done to them, `rec` all are actors, `hosts` the object travels, `subj=I` the subject is a means, `gen=A`, `R`, `I`, `X`, `-`
//! whose the genitive is (actor, recipient, means, the side that fights or the place, nobody), `r=` prepositions of the recipient, `r=-` none, `o` the object
//! beside them, `neg` the negation before it is part of what it says («لن نقبل»).

use std::collections::HashMap;
use std::sync::Arc;

use musnad_data::{events, lexicon};

use super::class::Class;
use super::prep::Prep;
use super::user::UserOntology;
use super::words::{Words, fault, rows};
use crate::document::{EventMode, EventType};
use crate::error::{Error, ErrorKind};

const TABLE: &str = "events/triggers.tsv";

/// Parts of speech a row covers.
pub(super) const FINITE: u8 = 1;
pub(super) const MASDAR: u8 = 2;
pub(super) const PARTICIPLE: u8 = 4;
pub(super) const NOUN: u8 = 8;

/// One condition of a frame.
#[derive(Debug, Clone)]
pub(super) enum Condition {
    /// One of the prepositions follows.
    Prep(Vec<Prep>),
    /// The preposition does not follow.
    NoPrep(Prep),
    /// One of the words follows closely.
    Object(Words),
    /// One of the words follows at some distance.
    Far(Words),
    /// None of the words follows.
    NoObject(Words),
    /// The very next word is none of them, unless the trigger has a pronoun.
    NotNext(Words),
    /// The subject is one of the words.
    Subject(Words),
    /// The object is of the class.
    ObjectClass(Class),
    /// The subject is of the class.
    SubjectClass(Class),
    /// Fighting is told of nearby.
    Fighting,
    /// A party stands beside it.
    Political,
    /// People are hurt.
    Harm,
    /// A crowd does it.
    Crowd,
    /// A person does it.
    Person,
    /// A visit is spoken of.
    Visit,
    /// An attempt, attack or smuggling follows.
    Attempt,
    /// Networks, sites, data.
    Cyber,
    /// None of the words stands closely before.
    NotBefore(Words),
    /// One of the words stands closely before.
    Before(Words),
    /// The verb is in the perfect.
    Perfect,
    /// The noun is in the plural.
    Plural,
    /// A genitive or a pronoun says whose.
    Genitive,
    /// An accusative of circumstance: «منددا».
    Circumstance,
    /// Never by itself: the row is a proposal to the classifier.
    Weak,
}

impl Condition {
    /// Whether the condition asks for company that may be named elsewhere: without it the word is still proposed to the classifier.
    pub(super) const fn is_contextual(&self) -> bool {
        matches!(
            self,
            Self::Fighting
                | Self::Political
                | Self::Harm
                | Self::Crowd
                | Self::Person
                | Self::Perfect
                | Self::Genitive
                | Self::Weak
        )
    }
}

/// Who the genitive of an event noun is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Genitive {
    Nobody,
    Actor,
    Recipient,
    /// Actor if an object follows or it is a fighting side, else recipient.
    #[default]
    Auto,
    /// Actor if it is a fighting side, place if it is one, else recipient.
    Open,
    Instrument,
}

/// Who is who beside a trigger.
#[derive(Debug, Clone, Default)]
#[allow(clippy::struct_excessive_bools, reason = "one bit for each word of the table")]
pub(super) struct Roles {
    /// The subject of the verb has it done to them.
    pub(super) patient: bool,
    /// All parties are actors.
    pub(super) reciprocal: bool,
    /// The subject is a host: the object travels.
    pub(super) hosts: bool,
    /// The subject is a means.
    pub(super) subject_is_means: bool,
    pub(super) genitive: Genitive,
    /// Prepositions of the recipient; the direct object is the recipient where there is none.
    pub(super) preps: Vec<Prep>,
    /// The direct object is no recipient.
    pub(super) no_object: bool,
    /// The negation before it is part of what it says: «لن نقبل» refuses.
    pub(super) refuses: bool,
}

/// A row.
#[derive(Debug, Clone)]
pub(super) struct Row {
    pub(super) parts: u8,
    pub(super) frame: Vec<Condition>,
    pub(super) roles: Roles,
    pub(super) kind: EventType,
    /// The company makes the word a figure: «ضربة جزاء».
    pub(super) void: bool,
    pub(super) mode: Option<EventMode>,
    /// Type of a user's ontology.
    pub(super) custom: Option<Arc<str>>,
    /// A user's ontology has the row.
    pub(super) by_user: bool,
}

/// All rows, by lexeme.
#[derive(Debug, Clone)]
pub(super) struct TriggerLexicon {
    rows: Vec<Row>,
    /// First row and number of rows of each lexeme.
    of: Vec<(u16, u16)>,
    /// Rows of users' ontologies for words by their spelling.
    forms: HashMap<String, Vec<Row>>,
}

impl TriggerLexicon {
    pub(super) fn new() -> Result<Self, Error> {
        let mut this = Self {
            rows: Vec::new(),
            of: vec![(0, 0); lexicon::len() as usize],
            forms: HashMap::new(),
        };
        let mut key_before = "";
        let mut first = 0;
        for (line, row) in rows(events::TRIGGERS) {
            let columns: Vec<&str> = row.split('\t').collect();
            let &[key, parts, frame, roles, kind, mode, ..] = columns.as_slice() else {
                return Err(fault(TABLE, line, "wants six columns"));
            };
            if key != key_before {
                first = this.rows.len();
                key_before = key;
            }
            this.rows.push(Row {
                parts: read_parts(parts).ok_or_else(|| fault(TABLE, line, "parts are of v m p n"))?,
                frame: read_frame(frame).ok_or_else(|| fault(TABLE, line, "unknown condition"))?,
                roles: read_roles(roles).ok_or_else(|| fault(TABLE, line, "unknown role"))?,
                kind: if kind == "-" {
                    EventType::Assault
                } else {
                    EventType::from_code(kind).ok_or_else(|| fault(TABLE, line, "no PLOVER type"))?
                },
                void: kind == "-",
                mode: read_mode(mode).map_err(|()| fault(TABLE, line, "no PLOVER mode"))?,
                custom: None,
                by_user: false,
            });
            let mut known = false;
            for id in lexicon::find(key) {
                known = true;
                if let Some(of) = this.of.get_mut(id as usize) {
                    *of = (first as u16, (this.rows.len() - first) as u16);
                }
            }
            if !known {
                return Err(fault(TABLE, line, &format!("{key} is not in the lexicon")));
            }
        }
        Ok(this)
    }

    /// Adds the rows of a user's ontology before those that are there.
    pub(super) fn extend(&mut self, ontology: &UserOntology) -> Result<(), Error> {
        let mut of_word: Vec<(u32, Vec<Row>)> = Vec::new();
        for (id, row) in &ontology.rows {
            match of_word.iter_mut().find(|(known, _)| known == id) {
                Some((_, rows)) => rows.push(row.clone()),
                None => of_word.push((*id, vec![row.clone()])),
            }
        }
        for (id, mut rows) in of_word {
            rows.extend_from_slice(self.rows(id));
            let first = self.rows.len();
            if first + rows.len() > usize::from(u16::MAX) {
                return Err(Error::new(
                    ErrorKind::InvalidOntology,
                    format!("{}: too many triggers", ontology.name),
                ));
            }
            if let Some(of) = self.of.get_mut(id as usize) {
                *of = (first as u16, rows.len() as u16);
            }
            self.rows.append(&mut rows);
        }
        for (form, row) in &ontology.forms {
            self.forms.entry(form.clone()).or_default().push(row.clone());
        }
        Ok(())
    }

    /// The rows of a word by its spelling, from users' ontologies.
    pub(super) fn of_form(&self, stem: &str) -> &[Row] {
        if self.forms.is_empty() {
            return &[];
        }
        self.forms.get(stem).map_or(&[], Vec::as_slice)
    }

    /// The rows of a lexeme.
    pub(super) fn rows(&self, lexeme: u32) -> &[Row] {
        let (first, count) = self.of.get(lexeme as usize).copied().unwrap_or_default();
        self.rows
            .get(usize::from(first)..usize::from(first + count))
            .unwrap_or_default()
    }

    /// Whether the lexeme has a row for the part; a definite noun cannot meet the condition of a genitive.
    pub(super) fn has(&self, lexeme: u32, part: u8, definite: bool) -> bool {
        self.rows(lexeme).iter().any(|row| {
            row.parts & part != 0
                && !row.void
                && !(definite
                    && row
                        .frame
                        .iter()
                        .any(|condition| matches!(condition, Condition::Genitive)))
        })
    }
}

pub(super) fn read_parts(parts: &str) -> Option<u8> {
    parts.chars().try_fold(0, |all, part| {
        Some(
            all | match part {
                'v' => FINITE,
                'm' => MASDAR,
                'p' => PARTICIPLE,
                'n' => NOUN,
                _ => return None,
            },
        )
    })
}

/// A mode, `-` for none.
pub(super) fn read_mode(mode: &str) -> Result<Option<EventMode>, ()> {
    if mode == "-" {
        Ok(None)
    } else {
        EventMode::from_code(mode).map(Some).ok_or(())
    }
}

pub(super) fn read_frame(frame: &str) -> Option<Vec<Condition>> {
    if frame == "-" {
        return Some(Vec::new());
    }
    frame.split(',').map(condition).collect()
}

fn condition(one: &str) -> Option<Condition> {
    Some(match one {
        "ctx" => Condition::Fighting,
        "pol" => Condition::Political,
        "harm" => Condition::Harm,
        "crowd" => Condition::Crowd,
        "person" => Condition::Person,
        "visit" => Condition::Visit,
        "attempt" => Condition::Attempt,
        "cyber" => Condition::Cyber,
        "gen" => Condition::Genitive,
        "perf" => Condition::Perfect,
        "plural" => Condition::Plural,
        "acc" => Condition::Circumstance,
        "weak" => Condition::Weak,
        _ => {
            if let Some(list) = one.strip_prefix('+') {
                Condition::Prep(list.split('/').map(Prep::from_word).collect::<Option<_>>()?)
            } else if let Some(list) = one.strip_prefix("o=") {
                Condition::Object(Words::parse(list))
            } else if let Some(list) = one.strip_prefix("b=") {
                Condition::Before(Words::parse(list))
            } else if let Some(list) = one.strip_prefix("b-=") {
                Condition::NotBefore(Words::parse(list))
            } else if let Some(list) = one.strip_prefix("o2=") {
                Condition::Far(Words::parse(list))
            } else if let Some(list) = one.strip_prefix("!=") {
                Condition::NotNext(Words::parse(list))
            } else if let Some(list) = one.strip_prefix("s=") {
                Condition::Subject(Words::parse(list))
            } else if let Some(tag) = one.strip_prefix("o@") {
                Condition::ObjectClass(Class::from_tag(tag)?)
            } else if let Some(tag) = one.strip_prefix("s@") {
                Condition::SubjectClass(Class::from_tag(tag)?)
            } else {
                let list = one.strip_prefix('-')?;
                match Prep::from_word(list) {
                    Some(prep) => Condition::NoPrep(prep),
                    None => Condition::NoObject(Words::parse(list)),
                }
            }
        }
    })
}

pub(super) fn read_roles(roles: &str) -> Option<Roles> {
    let mut out = Roles::default();
    let mut object_too = false;
    if roles == "-" {
        return Some(out);
    }
    for one in roles.split(',') {
        match one {
            "pat" => out.patient = true,
            "rec" => {
                out.reciprocal = true;
                out.genitive = Genitive::Actor;
            }
            "hosts" => out.hosts = true,
            "subj=I" => out.subject_is_means = true,
            "neg" => out.refuses = true,
            "gen=A" => out.genitive = Genitive::Actor,
            "gen=R" => out.genitive = Genitive::Recipient,
            "gen=X" => out.genitive = Genitive::Open,
            "gen=I" => out.genitive = Genitive::Instrument,
            "gen=auto" => out.genitive = Genitive::Auto,
            "gen=-" => out.genitive = Genitive::Nobody,
            "r=-" => {
                out.no_object = true;
                out.genitive = Genitive::Actor;
            }
            "o" => object_too = true,
            _ => {
                out.preps = one
                    .strip_prefix("r=")?
                    .split('/')
                    .map(Prep::from_word)
                    .collect::<Option<_>>()?;
            }
        }
    }
    out.no_object |= !out.preps.is_empty() && !object_too && !out.reciprocal;
    Some(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_loads_and_knows_its_words() {
        let lexicon = TriggerLexicon::new().unwrap();
        let id = musnad_data::lexicon::find("قصف/I").next().unwrap();
        assert!(lexicon.has(id, FINITE, false));
        assert!(!lexicon.has(id, NOUN, false));
        assert_eq!(lexicon.rows(id)[0].kind, EventType::Assault);
    }

    #[test]
    fn conditions_that_are_none_are_refused() {
        assert!(read_frame("+قرب").is_none());
        assert!(read_frame("o@nothing").is_none());
        assert!(read_roles("gen=Q").is_none());
        assert!(read_parts("vx").is_none());
    }
}
