//! Cases: a text, what must be found in it, and what must not.

use std::collections::HashSet;
use std::fmt::Write;
use std::path::Path;

use anyhow::{Context, Result, bail};
use musnad::Document;
use musnad_proto::v1 as pb;
use serde_json::Value as Json;
use toml::{Table, Value};

use crate::found::{Found, Record};
use crate::schema::{Field, KINDS, Kind};

/// A text with what must be found in it.
pub struct Case {
    /// File and name: `events/attacks: waw_is_split_before_a_verb`.
    pub name: String,
    /// The text.
    pub text: String,
    /// The day of publication, empty where the case gives none.
    pub published_at: String,
    /// The outlet, empty where the case gives none.
    pub source: String,
    expectations: Vec<Expectation>,
}

struct Expectation {
    kind: &'static Kind,
    negative: bool,
    fields: Vec<(Field, Value)>,
}

/// Reads every case below a folder. All that is wrong with the files is in the one error.
pub fn load(folder: &Path) -> Result<Vec<Case>> {
    let (mut cases, mut faults) = (Vec::new(), String::new());
    for path in crate::files(folder, "toml")? {
        let name = path
            .strip_prefix(folder)
            .unwrap_or(&path)
            .with_extension("")
            .display()
            .to_string();
        let content = std::fs::read_to_string(&path).with_context(|| format!("reading {}", path.display()))?;
        if let Err(fault) = parse(&name, &content, &mut cases) {
            let _ = writeln!(faults, "{fault:#}");
        }
    }
    if faults.is_empty() {
        Ok(cases)
    } else {
        bail!("{}", faults.trim_end())
    }
}

/// Reads the cases of one file.
pub fn parse(file: &str, content: &str, cases: &mut Vec<Case>) -> Result<()> {
    let table: Table = content.parse().with_context(|| format!("{file}.toml"))?;
    let (mut names, mut faults) = (HashSet::new(), Vec::new());
    for (key, value) in &table {
        let Some(items) = value.as_array().filter(|_| key == "case") else {
            bail!("{file}.toml: {key:?} is no [[case]]");
        };
        for (number, item) in items.iter().enumerate() {
            let item = item
                .as_table()
                .with_context(|| format!("{file}.toml: \"case\" must be a list of tables"))?;
            let title = item.get("name").and_then(Value::as_str).unwrap_or_default();
            let name = if title.is_empty() {
                format!("{file}: case {}", number + 1)
            } else {
                format!("{file}: {title}")
            };
            match case(&name, item) {
                Ok(_) if title.is_empty() => faults.push(format!("{name}: a case needs a name")),
                Ok(_) if !names.insert(title) => faults.push(format!("{name}: another case has the same name")),
                Ok(case) => cases.push(case),
                Err(fault) => faults.push(format!("{name}: {fault:#}")),
            }
        }
    }
    if faults.is_empty() {
        Ok(())
    } else {
        bail!("{}", faults.join("\n"))
    }
}

fn case(name: &str, table: &Table) -> Result<Case> {
    let mut case = Case {
        name: name.to_owned(),
        text: String::new(),
        published_at: String::new(),
        source: String::new(),
        expectations: Vec::new(),
    };
    let string = |value: &Value, key: &str| {
        value
            .as_str()
            .map(str::to_owned)
            .with_context(|| format!("{key:?} must be a string"))
    };
    if let Some(text) = table.get("text") {
        case.text = string(text, "text")?;
    }
    if case.text.is_empty() {
        bail!("a case needs a text");
    }
    for (key, value) in table {
        match key.as_str() {
            "name" | "text" => {}
            "published_at" => case.published_at = string(value, key)?,
            "source" => case.source = string(value, key)?,
            _ => {
                let (kind_name, negative) = key
                    .strip_prefix("no_")
                    .map_or((key.as_str(), false), |kind| (kind, true));
                // `name` is the case's own name.
                let kind_name = if kind_name == "named" { "name" } else { kind_name };
                let Some(kind) = KINDS.iter().find(|kind| kind.name == kind_name) else {
                    let known: Vec<_> = KINDS.iter().map(|kind| kind.name).collect();
                    bail!(
                        "unknown key {key:?}; known are name, text, published_at, source, and {} (also with no_)",
                        known.join(", ")
                    );
                };
                let tables = value.as_array().with_context(|| format!("write [[case.{key}]]"))?;
                for table in tables {
                    let table = table.as_table().with_context(|| format!("write [[case.{key}]]"))?;
                    case.expectations.push(expectation(kind, negative, table, &case.text)?);
                }
            }
        }
    }
    if case.expectations.is_empty() {
        bail!("the case expects nothing, so that it cannot fail");
    }
    Ok(case)
}

fn expectation(kind: &'static Kind, negative: bool, table: &Table, text: &str) -> Result<Expectation> {
    let mut fields = Vec::new();
    for (key, value) in table {
        let Some(field) = kind.fields.iter().find(|field| field.name() == key) else {
            let known: Vec<_> = kind.fields.iter().map(|field| field.name()).collect();
            bail!("{} has no field {key:?}; it has {}", kind.name, known.join(", "));
        };
        check(*field, value, text).with_context(|| format!("{} {key}", kind.name))?;
        fields.push((*field, value.clone()));
    }
    if fields.is_empty() && !negative {
        bail!("[[case.{}]] asks for nothing", kind.name);
    }
    Ok(Expectation { kind, negative, fields })
}

/// Refuses a value that nothing could ever match: a slip there would make a negative case pass for ever.
fn check(field: Field, value: &Value, text: &str) -> Result<()> {
    match (field, value) {
        (_, Value::Boolean(false)) => Ok(()),
        (Field::Bounds(_), Value::Array(bounds)) => {
            let bound = |value: &Value| number(value).is_some() || matches!(value, Value::Boolean(false));
            if bounds.len() == 2 && bounds.iter().all(bound) {
                Ok(())
            } else {
                bail!("bounds are [min, max], with false for an open one")
            }
        }
        (Field::Number(_), value) if number(value).is_some() => Ok(()),
        (Field::Surface(_) | Field::Word(_) | Field::Enum(..), Value::Array(items)) if !items.is_empty() => {
            items.iter().try_for_each(|item| check(field, item, text))
        }
        (Field::Surface(_), Value::String(words)) if !text.contains(words.as_str()) => {
            bail!("«{words}» does not stand in the text")
        }
        (Field::Enum(_, prefix, known), Value::String(name)) if !known(name) => bail!("there is no {prefix}{name}"),
        (Field::Surface(_) | Field::Word(_) | Field::Enum(..), Value::String(words)) if !words.is_empty() => Ok(()),
        _ => bail!("{value} is no value for this field (false says that it is absent)"),
    }
}

fn number(value: &Value) -> Option<f64> {
    value
        .as_float()
        .or_else(|| value.as_integer().map(|integer| integer as f64))
}

impl Case {
    /// The document to extract.
    pub fn document(&self) -> Result<Document<'_>> {
        Ok(Document::new(&self.text)
            .id(&self.name)
            .source(&self.source)
            .published_at(&self.published_at)?)
    }

    /// The same as a message.
    pub fn message(&self) -> pb::Document {
        pb::Document {
            id: self.name.clone(),
            text: self.text.clone(),
            published_at: self.published_at.clone(),
            source: self.source.clone(),
            ..pb::Document::default()
        }
    }

    /// Compares the case with what was found, and says what is wrong in words for a linguist.
    pub fn failures(&self, found: &Found) -> Vec<String> {
        let mut failures = Vec::new();
        for expectation in &self.expectations {
            let Some(records) = found.get(expectation.kind.name) else {
                continue;
            };
            if records.iter().any(|record| expectation.fits(record)) != expectation.negative {
                continue;
            }
            let mut message = format!(
                "{}\n    text:     {}\n",
                self.name,
                self.text.replace('\n', "\n              ")
            );
            if !self.published_at.is_empty() {
                let _ = writeln!(message, "    day:      {}", self.published_at);
            }
            let verb = if expectation.negative { "unwanted:" } else { "expected:" };
            let _ = writeln!(
                message,
                "    {verb} {} {}",
                expectation.kind.name,
                expectation.describe()
            );
            let _ = writeln!(message, "    found:    {} of this kind", records.len());
            for record in expectation.nearest(records) {
                let _ = writeln!(message, "      {}", expectation.show(record));
            }
            failures.push(message);
        }
        failures
    }
}

impl Expectation {
    fn fits(&self, record: &Record) -> bool {
        self.fields
            .iter()
            .all(|(field, value)| agrees(*field, value, record.get(field.name())))
    }

    /// The records in the order of how much of them fits, the best first; a long list is cut, and says so in `found`.
    fn nearest<'r>(&self, records: &'r [Record]) -> Vec<&'r Record> {
        const SHOWN: usize = 12;
        let mut records: Vec<_> = records.iter().collect();
        records.sort_by_key(|record| {
            self.fields
                .iter()
                .filter(|(field, value)| !agrees(*field, value, record.get(field.name())))
                .count()
        });
        records.truncate(SHOWN);
        records
    }

    fn describe(&self) -> String {
        let fields = self.fields.iter().map(|(field, value)| match value {
            Value::Boolean(false) => format!("no {}", field.name()),
            value => format!("{} {value}", field.name()),
        });
        fields.collect::<Vec<_>>().join(", ")
    }

    /// What identifies the record, then every field asked for; `≠` stands before what differs.
    fn show(&self, record: &Record) -> String {
        let mut parts = Vec::new();
        for field in self.kind.fields {
            let asked = self.fields.iter().find(|(asked, _)| asked.name() == field.name());
            let first = self
                .kind
                .fields
                .iter()
                .take(2)
                .any(|identity| identity.name() == field.name());
            let value = record
                .get(field.name())
                .map_or_else(|| "absent".to_owned(), ToString::to_string);
            match asked {
                Some((_, expected)) if !agrees(*field, expected, record.get(field.name())) => {
                    parts.push(format!("≠{} {value}", field.name()));
                }
                Some(_) => parts.push(format!("{} {value}", field.name())),
                None if first => parts.push(format!("{} {value}", field.name())),
                None => {}
            }
        }
        parts.join(", ")
    }
}

/// Whether a field has what the case asks for. Lists: every one that is asked for is there.
fn agrees(field: Field, expected: &Value, found: Option<&Json>) -> bool {
    let Some(found) = found else {
        return matches!(expected, Value::Boolean(false));
    };
    match (field, expected, found) {
        (_, Value::Boolean(_), _) => false,
        (Field::Bounds(_), Value::Array(expected), Json::Array(found)) => {
            expected.iter().zip(found).all(|(expected, found)| match found {
                Json::Number(_) => number(expected).is_some_and(|expected| near(expected, found)),
                _ => number(expected).is_none(),
            })
        }
        (_, Value::Array(expected), found) => expected.iter().all(|one| agrees(field, one, Some(found))),
        (_, expected, Json::Array(found)) => found.iter().any(|one| agrees(field, expected, Some(one))),
        (_, Value::String(expected), Json::String(found)) => expected == found,
        (_, expected, Json::Number(_)) => number(expected).is_some_and(|expected| near(expected, found)),
        _ => false,
    }
}

fn near(expected: f64, found: &Json) -> bool {
    found
        .as_f64()
        .is_some_and(|found| (found - expected).abs() <= 1e-6 * expected.abs().max(1.0))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn one(content: &str) -> Result<Case> {
        let mut cases = Vec::new();
        parse("test", content, &mut cases)?;
        cases.pop().context("no case")
    }

    fn failures(expectation: &str) -> Vec<String> {
        let case = one(&format!("[[case]]\nname = 'x'\ntext = 'قصف الجيش سرت'\n{expectation}")).unwrap();
        let extraction = json!({
            "events": [{
                "trigger": {"end": 3}, "type": "EVENT_TYPE_ASSAULT", "mode": "EVENT_MODE_HEAVY_WEAPONS",
                "arguments": [
                    {"role": "ARGUMENT_ROLE_ACTOR", "span": {"start": 4, "end": 9}},
                    {"role": "ARGUMENT_ROLE_PLACE", "span": {"start": 10, "end": 13}}
                ],
                "casualties": {"killed": {"min": 19.0}},
            }],
        });
        case.failures(&crate::found::read(&case.text, &extraction, None).unwrap())
    }

    #[test]
    fn a_record_with_all_fields_is_found() {
        let expectation = "[[case.event]]\ntrigger = 'قصف'\ntype = 'ASSAULT'\nactor = ['الجيش']\nplace = 'سرت'\nkilled = [19, false]\nrecipient = false";
        assert_eq!(failures(expectation), Vec::<String>::new());
    }

    #[test]
    fn each_differing_field_fails() {
        for field in [
            "trigger = 'سرت'",
            "type = 'PROTEST'",
            "actor = ['سرت']",
            "actor = false",
            "place = 'الجيش'",
            "killed = [19, 19]",
            "killed = [18, false]",
            "recipient = 'الجيش'",
        ] {
            assert_eq!(failures(&format!("[[case.event]]\n{field}")).len(), 1, "{field}");
        }
    }

    #[test]
    fn a_negative_fails_where_the_record_is_there() {
        assert_eq!(failures("[[case.no_event]]\ntype = 'ASSAULT'").len(), 1);
        assert_eq!(failures("[[case.no_event]]").len(), 1);
        assert_eq!(failures("[[case.no_event]]\ntype = 'PROTEST'").len(), 0);
        assert_eq!(failures("[[case.no_name]]").len(), 0);
    }

    #[test]
    fn a_failure_names_the_case_the_text_and_what_was_found() {
        let message = failures("[[case.event]]\ntrigger = 'قصف'\ntype = 'PROTEST'").remove(0);
        for part in ["test: x", "قصف الجيش سرت", "type \"PROTEST\"", "≠type \"ASSAULT\""] {
            assert!(message.contains(part), "{part} is not in\n{message}");
        }
    }

    #[test]
    fn slips_in_a_case_are_errors() {
        for (slip, complaint) in [
            ("colour = 'red'", "unknown key"),
            ("[[case.event]]\ncolour = 'red'", "no field"),
            ("[[case.event]]\ntype = 'ASSALT'", "there is no EVENT_TYPE_ASSALT"),
            ("[[case.no_event]]\ntrigger = 'ضرب'", "does not stand in the text"),
            ("[[case.event]]\nkilled = [1]", "bounds are"),
            ("[[case.event]]\nkilled = 1", "no value"),
            ("[[case.event]]", "asks for nothing"),
            ("", "expects nothing"),
        ] {
            let fault = one(&format!("[[case]]\nname = 'x'\ntext = 'قصف الجيش سرت'\n{slip}"))
                .err()
                .unwrap();
            assert!(format!("{fault:#}").contains(complaint), "{slip}: {fault:#}");
        }
        assert!(one("[[case]]\nname = 'x'\n[[case.event]]\ntype = 'ASSAULT'").is_err());
        assert!(one("[[case]]\ntext = 'قصف'\n[[case.event]]\ntype = 'ASSAULT'").is_err());
        assert!(one("[other]").is_err());
    }
}
