//! Ontologies of users: types, triggers, frames and actor codes that are added at run time, from a TOML file.
//!
//! A monitor of labour strikes adds a type `STRIKE_ACTION` under PLOVER's PROTEST and has «توقف العمال عن العمل» (the workers stopped
//! work) tell of one. What a file adds goes before what the tables say of the same words. `docs/ontology.md` has a worked example.
//!
//! Errors name the file and the line. Not handled: types outside of PLOVER's sixteen (a type refines one of them); names of actors that no
//! stage takes for a name.

use std::collections::HashMap;
use std::sync::Arc;

use musnad_data::{fold, lexicon};
use serde::Deserialize;
use toml::Spanned;

use super::lexicon::{Row, read_frame, read_parts, read_roles};
use super::ontology::Ontology;
use crate::document::{Entity, EventMode, EventType};
use crate::error::{Error, ErrorKind};

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    name: String,
    #[serde(default, rename = "type")]
    types: Vec<Spanned<TypeEntry>>,
    #[serde(default, rename = "trigger")]
    triggers: Vec<Spanned<TriggerEntry>>,
    #[serde(default, rename = "actor")]
    actors: Vec<Spanned<ActorEntry>>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct TypeEntry {
    code: Spanned<String>,
    plover: Spanned<String>,
    mode: Option<Spanned<String>>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct TriggerEntry {
    r#type: Spanned<String>,
    mode: Option<Spanned<String>>,
    word: Option<Spanned<String>>,
    #[serde(default)]
    forms: Vec<Spanned<String>>,
    parts: Option<Spanned<String>>,
    frame: Option<Spanned<String>>,
    roles: Option<Spanned<String>>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct ActorEntry {
    names: Vec<Spanned<String>>,
    code: Spanned<String>,
    #[serde(default)]
    sectors: Vec<String>,
}

/// What a file adds.
#[derive(Debug, Clone, Default)]
pub(crate) struct UserOntology {
    /// As the file calls itself.
    pub(crate) name: String,
    /// Rows by lexeme.
    pub(super) rows: Vec<(u32, Row)>,
    /// Rows by spelling, folded.
    pub(super) forms: Vec<(String, Row)>,
    /// Codes and sectors by name, folded.
    actors: HashMap<String, (String, Vec<String>)>,
}

/// Reads one file and says where it is wrong.
struct Reader<'a> {
    file: &'a str,
    text: &'a str,
    plover: Ontology,
}

impl Reader<'_> {
    fn wrong(&self, at: usize, what: impl std::fmt::Display) -> Error {
        let before = self.text.get(..at).unwrap_or(self.text);
        let line = before.bytes().filter(|byte| *byte == b'\n').count() + 1;
        Error::new(ErrorKind::InvalidOntology, format!("{} line {line}: {what}", self.file))
    }

    fn mode(&self, kind: EventType, mode: Option<&Spanned<String>>) -> Result<Option<EventMode>, Error> {
        let Some(mode) = mode else { return Ok(None) };
        let code = mode.get_ref();
        match EventMode::from_code(code) {
            Some(found) if self.plover.allows(kind, found) => Ok(Some(found)),
            Some(_) => Err(self.wrong(mode.span().start, format!("{} has no mode {code:?}", kind.code()))),
            None => Err(self.wrong(mode.span().start, format!("PLOVER has no mode {code:?}"))),
        }
    }
}

/// The types of a file: code, PLOVER type and mode.
type Types = HashMap<String, (EventType, Option<EventMode>)>;

impl UserOntology {
    /// Reads a file; `file` is what errors call it.
    pub(crate) fn read(file: &str, text: &str) -> Result<Self, Error> {
        let reader = Reader {
            file,
            text,
            plover: Ontology::new()?,
        };
        let read: File = toml::from_str(text)
            .map_err(|error| reader.wrong(error.span().map_or(0, |span| span.start), error.message()))?;
        let mut types = Types::new();
        for entry in &read.types {
            let entry = entry.get_ref();
            let (code, plover) = (entry.code.get_ref(), entry.plover.get_ref());
            let kind = EventType::from_code(plover)
                .ok_or_else(|| reader.wrong(entry.plover.span().start, format!("PLOVER has no type {plover:?}")))?;
            let at = entry.code.span().start;
            if code.is_empty() || EventType::from_code(code).is_some() {
                return Err(reader.wrong(
                    at,
                    format!("{code:?} is no name for a new type: it is empty or PLOVER's own"),
                ));
            }
            let mode = reader.mode(kind, entry.mode.as_ref())?;
            if types.insert(code.clone(), (kind, mode)).is_some() {
                return Err(reader.wrong(at, format!("the type {code:?} is there twice")));
            }
        }
        let mut this = Self {
            name: read.name,
            ..Self::default()
        };
        for entry in &read.triggers {
            this.add_trigger(&reader, &types, entry)?;
        }
        for entry in &read.actors {
            let entry = entry.get_ref();
            if entry.names.is_empty() {
                return Err(reader.wrong(entry.code.span().start, "an actor wants names"));
            }
            for name in &entry.names {
                let key = fold::key(name.get_ref());
                if key.trim().is_empty() {
                    return Err(reader.wrong(name.span().start, "the name is empty"));
                }
                this.actors
                    .insert(key, (entry.code.get_ref().clone(), entry.sectors.clone()));
            }
        }
        Ok(this)
    }

    fn add_trigger(&mut self, reader: &Reader<'_>, types: &Types, entry: &Spanned<TriggerEntry>) -> Result<(), Error> {
        let at = entry.span().start;
        let entry = entry.get_ref();
        let code = entry.r#type.get_ref();
        let own = types.get(code);
        let (kind, mode) = own
            .copied()
            .or_else(|| EventType::from_code(code).map(|kind| (kind, None)))
            .ok_or_else(|| {
                let what = format!("there is no type {code:?}: define it with [[type]], or give one of PLOVER's");
                reader.wrong(entry.r#type.span().start, what)
            })?;
        let part = |text: &Spanned<String>, what: &str| {
            reader.wrong(text.span().start, format!("{:?} {what}", text.get_ref()))
        };
        let row = Row {
            parts: match &entry.parts {
                None => read_parts("vmpn").unwrap_or_default(),
                Some(parts) => {
                    read_parts(parts.get_ref()).ok_or_else(|| part(parts, "has other letters than v m p n"))?
                }
            },
            frame: match &entry.frame {
                None => Vec::new(),
                Some(frame) => {
                    read_frame(frame.get_ref()).ok_or_else(|| part(frame, "has a condition that is none"))?
                }
            },
            roles: match &entry.roles {
                None => read_roles("-"),
                Some(roles) => read_roles(roles.get_ref()),
            }
            .ok_or_else(|| {
                entry.roles.as_ref().map_or_else(
                    || reader.wrong(at, "roles"),
                    |roles| part(roles, "has a role that is none"),
                )
            })?,
            kind,
            void: false,
            mode: reader.mode(kind, entry.mode.as_ref())?.or(mode),
            custom: own.is_some().then(|| Arc::from(code.as_str())),
            by_user: true,
        };
        if let Some(word) = &entry.word {
            let ids = dictionary(word.get_ref());
            self.rows.extend(ids.iter().map(|id| (*id, row.clone())));
            if ids.is_empty() {
                return Err(part(
                    word,
                    "is not in the dictionary (verbs are written with their form: أضرب/IV); give its spellings with forms = […]",
                ));
            }
        } else if entry.forms.is_empty() {
            return Err(reader.wrong(at, "a trigger wants a word of the dictionary, or forms"));
        }
        for form in &entry.forms {
            let key = fold::key(form.get_ref());
            if key.is_empty() || key.contains(' ') {
                return Err(part(form, "is no single word"));
            }
            self.forms.push((key, row.clone()));
        }
        Ok(())
    }

    /// Gives entities the codes of actors.
    pub(crate) fn code(&self, entities: &mut [Entity]) {
        for entity in entities {
            let found = std::iter::once(&entity.name)
                .chain(&entity.aliases)
                .find_map(|name| self.actors.get(&fold::key(name)));
            if let Some((code, sectors)) = found {
                entity.code.clone_from(code);
                if !sectors.is_empty() {
                    entity.sectors.clone_from(sectors);
                }
            }
        }
    }
}

/// The words of the dictionary with that key, written with or without vowel signs.
fn dictionary(key: &str) -> Vec<u32> {
    let exact: Vec<u32> = lexicon::find(key).collect();
    if !exact.is_empty() {
        return exact;
    }
    let (lemma, form) = key.split_once('/').unwrap_or((key, ""));
    let lemma = fold::key(lemma);
    (0..lexicon::len())
        .filter(|id| {
            lexicon::lexeme(*id).is_some_and(|lexeme| {
                let verb = lexeme.class == lexicon::Class::Verb;
                verb != form.is_empty() && (!verb || lexeme.form == form) && fold::key(lexeme.lemma) == lemma
            })
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn error(text: &str) -> String {
        UserOntology::read("strikes.toml", text).unwrap_err().to_string()
    }

    #[test]
    fn a_file_is_read() {
        let read = UserOntology::read(
            "strikes.toml",
            r#"
name = "strikes"
[[type]]
code = "STRIKE_ACTION"
plover = "PROTEST"
mode = "strike"
[[trigger]]
type = "STRIKE_ACTION"
word = "توقف/V"
frame = "+عن,o=عمل"
roles = "r=-"
[[trigger]]
type = "ACCUSE"
forms = ["تململ"]
[[actor]]
names = ["اتحاد الشغل"]
code = "UGTT"
"#,
        );
        let read = read.unwrap();
        assert_eq!(read.name, "strikes");
        assert_eq!(read.rows[0].1.mode, Some(EventMode::Strike));
        assert_eq!(read.rows[0].1.custom.as_deref(), Some("STRIKE_ACTION"));
        assert_eq!(read.forms[0].1.custom, None);
    }

    #[test]
    fn errors_name_the_line() {
        assert_eq!(
            error("name = \"x\"\n[[type]]\ncode = \"A\"\nplover = \"FIGHT\"\n"),
            "strikes.toml line 4: PLOVER has no type \"FIGHT\""
        );
        assert!(
            error("name = \"x\"\n\n[[trigger]]\ntype = \"B\"\nforms = [\"تململ\"]\n")
                .starts_with("strikes.toml line 4: there is no type")
        );
        assert!(
            error("name = \"x\"\n[[trigger]]\ntype = \"AID\"\nword = \"كلمةلاوجودلها\"\n")
                .starts_with("strikes.toml line 4:")
        );
        assert!(
            error("name = \"x\"\n[[trigger]]\ntype = \"AID\"\nforms = [\"تململ\"]\nframe = \"+قرب\"\n")
                .starts_with("strikes.toml line 5:")
        );
        assert!(error("name = \"x\"\nnmae = 1\n").starts_with("strikes.toml line 2:"));
        assert!(error("name = ").starts_with("strikes.toml line 1:"));
        assert!(
            error("name = \"x\"\n[[type]]\ncode = \"A\"\nplover = \"AID\"\nmode = \"riot\"\n")
                .contains("AID has no mode")
        );
    }

    #[test]
    fn what_a_file_adds_is_found() {
        let toml = r#"
name = "strikes"
[[type]]
code = "WORK_STOPPAGE"
plover = "PROTEST"
mode = "strike"
[[type]]
code = "DISMISSAL"
plover = "SANCTION"
[[trigger]]
type = "WORK_STOPPAGE"
word = "توقف/V"
parts = "v"
frame = "+عن,o=عمل"
roles = "r=-"
[[trigger]]
type = "DISMISSAL"
forms = ["تفنيش"]
roles = "gen=R"
[[actor]]
names = ["الاتحاد العام التونسي للشغل"]
code = "TUN_LAB_UGTT"
sectors = ["LAB"]
"#;
        let text =
            "توقف عمال الميناء عن العمل بدعوة من الاتحاد العام التونسي للشغل بعد تفنيش عشرين موظفا. وتوقف المطر مساء.";
        let extractor = crate::Extractor::builder()
            .by_rules()
            .ontology("strikes.toml", toml)
            .build()
            .unwrap();
        assert_eq!(extractor.ontologies(), ["PLOVER", "ACLED", "strikes"]);
        let found = extractor.extract(&crate::Document::new(text)).unwrap();
        let custom: Vec<&str> = found
            .events
            .iter()
            .filter_map(|event| event.custom_type.as_deref())
            .collect();
        assert_eq!(custom, ["WORK_STOPPAGE", "DISMISSAL"]);
        assert!(
            found
                .entities
                .iter()
                .any(|entity| entity.code == "TUN_LAB_UGTT" && entity.sectors == ["LAB"])
        );
        let plain = crate::Extractor::builder().by_rules().build().unwrap();
        let found = plain.extract(&crate::Document::new(text)).unwrap();
        assert!(found.events.iter().all(|event| event.custom_type.is_none()));
    }
}
