//! Reads an extraction's JSON into flat records, with surface strings in place of spans and references.

use std::collections::BTreeMap;

use anyhow::{Context, Result, bail};
use musnad::{Document, Extractor};
use musnad_proto::v1 as pb;
use serde_json::{Map, Value, json};

use crate::schema::{Field, KINDS, Kind};

/// Field names to values: a string, a number, or a list of strings. What is absent or empty is left out.
pub type Record = BTreeMap<&'static str, Value>;

/// Everything found in one text, by kind.
pub type Found = BTreeMap<&'static str, Vec<Record>>;

/// Reads the numbers, which are no part of an extraction, through the crate.
pub fn numbers(extractor: &Extractor, document: &Document<'_>) -> Result<Value> {
    let place = |byte: u32| {
        document
            .text
            .get(..byte as usize)
            .map_or(0, |head| head.chars().count())
    };
    let numbers = extractor.numbers(document)?.into_iter().map(|number| {
        let kind = pb::NumberKind::from(number.kind).as_str_name();
        json!({
            "span": {"start": place(number.span.start), "end": place(number.span.end)},
            "kind": kind, "value": number.value, "min": number.min, "max": number.max,
        })
    });
    Ok(numbers.collect())
}

/// Flattens an extraction. `numbers` is the list of `musnad numbers`, where the surface has it.
pub fn read(text: &str, extraction: &Value, numbers: Option<&Value>) -> Result<Found> {
    let reader = Reader {
        text: text.chars().collect(),
        extraction,
    };
    let mut found = Found::new();
    for kind in KINDS {
        let records: Vec<Record> = match kind.name {
            "name" | "nominal" => {
                let form = format!("MENTION_FORM_{}", kind.name.to_uppercase());
                reader.records(kind, "mentions", |mention| mention["form"] == form.as_str())?
            }
            "article" => vec![reader.record(kind, extraction)?],
            "word" => {
                let tokens = list(&extraction["tokens"]);
                tokens
                    .iter()
                    .flat_map(|token| list(&token["words"]))
                    .map(|word| reader.record(kind, word))
                    .collect::<Result<_>>()?
            }
            "number" => match numbers {
                Some(numbers) => list(numbers)
                    .iter()
                    .map(|number| reader.record(kind, number))
                    .collect::<Result<_>>()?,
                None => continue,
            },
            "entity" => reader.records(kind, "entities", |_| true)?,
            "quantity" => reader.records(kind, "quantities", |_| true)?,
            name => reader.records(kind, &format!("{name}s"), |_| true)?,
        };
        found.insert(kind.name, records);
    }
    Ok(found)
}

struct Reader<'x> {
    text: Vec<char>,
    extraction: &'x Value,
}

impl Reader<'_> {
    fn records(&self, kind: &Kind, list_name: &str, wanted: impl Fn(&Value) -> bool) -> Result<Vec<Record>> {
        list(&self.extraction[list_name])
            .iter()
            .filter(|item| wanted(item))
            .map(|item| self.record(kind, item))
            .collect()
    }

    fn record(&self, kind: &Kind, item: &Value) -> Result<Record> {
        let mut record = Record::new();
        for field in kind.fields {
            let mut value = self.value(kind.name, field.name(), item)?;
            if let Field::Enum(_, prefix, _) = field {
                value = without_prefix(value, prefix);
            }
            let empty = match &value {
                Value::Null => true,
                Value::String(text) => text.is_empty(),
                Value::Array(items) => items.is_empty(),
                _ => false,
            };
            if !empty {
                record.insert(field.name(), value);
            }
        }
        Ok(record)
    }

    fn value(&self, kind: &str, field: &str, item: &Value) -> Result<Value> {
        Ok(match (kind, field) {
            ("event", "trigger") | ("statement", "cue" | "content") | ("name", "title") => {
                self.surface(&item[field])?
            }
            (_, "text") => self.surface(&item["span"])?,
            ("event", "actor" | "recipient" | "place" | "time" | "instrument") => {
                let role = format!("ARGUMENT_ROLE_{}", field.to_uppercase());
                self.surfaces(
                    list(&item["arguments"])
                        .iter()
                        .filter(|argument| argument["role"] == role.as_str()),
                    "span",
                )?
            }
            ("event", "first_day") => item["when"]["firstDay"].clone(),
            ("event", "last_day") => item["when"]["lastDay"].clone(),
            ("event", "killed" | "injured" | "missing" | "detained" | "displaced") => {
                match &item["casualties"][field] {
                    Value::Object(bounds) => json!([bound(bounds, "min"), bound(bounds, "max")]),
                    _ => Value::Null,
                }
            }
            ("event", "item") => item["casualties"]["item"].clone(),
            ("event", "revised") => Value::String((item["casualties"]["revised"] == true).to_string()),
            ("event", "same_as") => self.referred(
                "events",
                &Value::Array(item["sameAs"].as_str().map(Value::from).into_iter().collect()),
                "trigger",
            )?,
            ("event", "acled") => match (&item["acled"]["eventType"], &item["acled"]["subEventType"]) {
                (Value::String(kind), Value::String(sub)) => Value::String(format!("{kind}/{sub}")),
                _ => Value::Null,
            },
            ("event", "lemma") => item["triggerLemma"].clone(),
            ("statement", "lemma") => item["cueLemma"].clone(),
            ("event", "statements") => self.referred("statements", &item[field], "cue")?,
            ("event", "affirmed_by") => self.attested(item, |status| status != "EVENT_STATUS_NEGATED")?,
            ("event", "denied_by") => self.attested(item, |status| status == "EVENT_STATUS_NEGATED")?,
            ("statement", "speaks_for") => list(&self.extraction["entities"])
                .iter()
                .find(|entity| entity["id"] == item["source"]["speaksFor"])
                .map_or(Value::Null, |entity| entity["name"].clone()),
            ("statement", "events") => self.referred("events", &item[field], "trigger")?,
            ("statement", "source") => self.surface(&item["source"]["span"])?,
            ("statement", "kind") => item["source"]["kind"].clone(),
            ("statement", "via") => self.surfaces(list(&item["via"]).iter(), "span")?,
            ("entity", "mentions") => self.surfaces(
                list(&self.extraction["mentions"])
                    .iter()
                    .filter(|mention| mention["entity"] == item["id"]),
                "span",
            )?,
            ("word", "feats") => item["feats"]
                .as_str()
                .unwrap_or_default()
                .split('|')
                .filter(|feat| !feat.is_empty())
                .collect(),
            (_, "first_day") => item["firstDay"].clone(),
            (_, "last_day") => item["lastDay"].clone(),
            (_, "name_en") => item["nameEn"].clone(),
            _ => item[field].clone(),
        })
    }

    /// The sources of the statements that attest an event with such a status.
    fn attested(&self, event: &Value, wanted: impl Fn(&str) -> bool) -> Result<Value> {
        let statements = list(&self.extraction["statements"]);
        let attestations = list(&event["attestations"]).iter();
        let found = attestations
            .filter(|attestation| attestation["status"].as_str().is_some_and(&wanted))
            .filter_map(|attestation| {
                statements
                    .iter()
                    .find(|statement| statement["id"] == attestation["statement"])
            });
        self.surfaces(found.map(|statement| &statement["source"]), "span")
    }

    /// The words of a span; nothing where there is no span.
    fn surface(&self, span: &Value) -> Result<Value> {
        let Value::Object(ends) = span else {
            return Ok(Value::Null);
        };
        let at = |name| ends.get(name).and_then(Value::as_u64).unwrap_or(0) as usize;
        let Some(words) = self.text.get(at("start")..at("end")) else {
            bail!(
                "span {}..{} is outside the text of {} characters",
                at("start"),
                at("end"),
                self.text.len()
            );
        };
        Ok(Value::String(words.iter().collect()))
    }

    fn surfaces<'v>(&self, items: impl Iterator<Item = &'v Value>, span: &str) -> Result<Value> {
        items.map(|item| self.surface(&item[span])).collect()
    }

    /// The words of the records with these ids.
    fn referred(&self, list_name: &str, ids: &Value, span: &str) -> Result<Value> {
        let item = |id: &Value| {
            let found = list(&self.extraction[list_name]).iter().find(|item| item["id"] == *id);
            self.surface(&found.with_context(|| format!("there is no {id} among the {list_name}"))?[span])
        };
        list(ids).iter().map(item).collect()
    }
}

fn list(value: &Value) -> &[Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}

fn bound(bounds: &Map<String, Value>, name: &str) -> Value {
    bounds
        .get(name)
        .filter(|value| !value.is_null())
        .cloned()
        .unwrap_or(Value::Bool(false))
}

fn without_prefix(value: Value, prefix: &str) -> Value {
    match value {
        Value::String(name) => Value::String(name.strip_prefix(prefix).map(str::to_owned).unwrap_or(name)),
        Value::Array(names) => names.into_iter().map(|name| without_prefix(name, prefix)).collect(),
        other => other,
    }
}
