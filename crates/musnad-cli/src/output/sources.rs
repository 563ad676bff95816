//! `musnad sources`: who says so, as a tree of each event and as data.
//!
//! Below an event stands everybody who says whether it happened, with what he makes of it; below him who relays it, step by
//! step out to the outlet.

use std::fmt::Write;

use anstyle::{AnsiColor, Style};
use musnad::sources::{Sourced, Voice, of_events};
use musnad::{ArgumentRole, Document, EventStatus, Extraction, SectionKind, Source};
use musnad_proto::v1 as pb;
use serde_json::{Value, json};

use super::bidi::{clean, isolate};
use super::labels;
use super::table::Canvas;

/// One step of a tree: in spaces that lines are not broken at.
const INDENT: &str = "\u{a0}\u{a0}\u{a0}";

/// Writes the trees of one document; `origin` says where it comes from.
pub(crate) fn tree(document: &Document<'_>, extraction: &Extraction, origin: &str, canvas: &Canvas) -> String {
    let (before, after) = canvas.order.envelope();
    let mut page = String::from(before);
    let drawing = Drawing {
        document,
        extraction,
        canvas,
    };
    drawing.head(&mut page, origin);
    let sourced = of_events(extraction);
    if sourced.is_empty() {
        page.push('\n');
        canvas.paragraph(&mut page, "No events found.", Style::new());
    }
    for event in &sourced {
        page.push('\n');
        drawing.event(&mut page, event);
    }
    page.push_str(after);
    page.push('\n');
    page
}

struct Drawing<'d> {
    document: &'d Document<'d>,
    extraction: &'d Extraction,
    canvas: &'d Canvas,
}

impl Drawing<'_> {
    fn head(&self, page: &mut String, origin: &str) {
        let title = self
            .extraction
            .sections
            .iter()
            .find(|section| section.kind == SectionKind::Title);
        if let Some(title) = title {
            let words = clean(title.span.of(self.document.text));
            self.canvas.paragraph(page, &words, Style::new().bold().underline());
        }
        let mut parts = vec![isolate(origin)];
        parts.extend(self.document.published_at.map(|day| day.to_string()));
        if !self.document.source.is_empty() {
            parts.push(isolate(self.document.source));
        }
        self.canvas.paragraph(page, &parts.join(" · "), Style::new().dimmed());
    }

    fn event(&self, page: &mut String, sourced: &Sourced<'_>) {
        let event = sourced.event;
        let words = |role: ArgumentRole| {
            let spans = event.arguments.iter().filter(move |argument| argument.role == role);
            let found: Vec<String> = spans
                .map(|argument| isolate(argument.span.of(self.document.text)))
                .collect();
            found.join(", ")
        };
        let mut line = format!(
            "e{} {} {}",
            sourced.number + 1,
            labels::event(event),
            isolate(&format!("«{}»", event.trigger.of(self.document.text)))
        );
        let parts = [
            ("by", words(ArgumentRole::Actor)),
            ("to", words(ArgumentRole::Recipient)),
            ("in", words(ArgumentRole::Place)),
            ("on", labels::days(event.when)),
        ];
        for (name, part) in parts.iter().filter(|(_, part)| !part.is_empty()) {
            let _ = write!(line, " {name} {part}");
        }
        self.canvas.paragraph(page, &line, Style::new().bold());
        for (at, voice) in sourced.voices.iter().enumerate() {
            self.voice(page, voice, at + 1 == sourced.voices.len());
        }
    }

    fn voice(&self, page: &mut String, voice: &Voice<'_>, is_last: bool) {
        let colour = match voice.status {
            EventStatus::Negated => AnsiColor::Red,
            EventStatus::Occurred => AnsiColor::Green,
            EventStatus::Planned | EventStatus::Demanded | EventStatus::Possible => AnsiColor::Yellow,
        };
        let style = Style::new().fg_color(Some(colour.into()));
        let branch = if is_last { "└─\u{a0}" } else { "├─\u{a0}" };
        let Some((number, statement)) = voice.statement else {
            let line = format!("{branch}{} itself: {}", self.outlet(), labels::words(voice.status));
            self.canvas.paragraph(page, &line, style);
            return;
        };
        let source = voice
            .source
            .map_or_else(|| "(unnamed)".to_owned(), |source| self.source(source));
        let mut line = format!(
            "{branch}{source} {} {}: {} (s{}, {})",
            labels::words(statement.stance),
            isolate(&format!("«{}»", statement.cue.of(self.document.text))),
            labels::words(voice.status),
            number + 1,
            labels::words(statement.quotation),
        );
        if let Some(medium) = statement.medium {
            let _ = write!(line, " {}", isolate(medium.of(self.document.text)));
        }
        self.canvas.paragraph(page, &line, style);
        let trunk = if is_last { INDENT } else { "│\u{a0}\u{a0}" };
        let links = voice.relays.iter().map(|relay| self.source(relay));
        for (depth, link) in links.chain([self.outlet()]).enumerate() {
            let line = format!("{trunk}{}└─\u{a0}{link}", INDENT.repeat(depth));
            self.canvas.paragraph(page, &line, Style::new());
        }
    }

    fn outlet(&self) -> String {
        if self.document.source.is_empty() {
            "(the outlet)".to_owned()
        } else {
            isolate(self.document.source)
        }
    }

    fn source(&self, source: &Source) -> String {
        let mut words = isolate(source.span.of(self.document.text));
        let body = source
            .speaks_for
            .and_then(|id| self.extraction.entities.get(id.0 as usize));
        if let Some(body) = body {
            let _ = write!(words, " [for {}]", isolate(&body.name));
        }
        words
    }
}

/// The same as data. Spans and ids are those of the extraction that `message` is.
pub(crate) fn record(document: &Document<'_>, extraction: &Extraction, message: &pb::Extraction) -> Value {
    let events: Vec<Value> = of_events(extraction)
        .iter()
        .zip(&message.events)
        .map(|(sourced, event)| {
            let voices: Vec<Value> = sourced
                .voices
                .iter()
                .map(|voice| voice_record(document, voice, message))
                .collect();
            json!({
                "event": event.id,
                "trigger": sourced.event.trigger.of(document.text),
                "span": event.trigger.as_ref().map(|span| json!({"start": span.start, "end": span.end})),
                "type": sourced.event.event_type.code(),
                "mode": sourced.event.mode.map(musnad::EventMode::code),
                "status": upper(&labels::words(sourced.event.status)),
                "voices": voices,
            })
        })
        .collect();
    json!({"id": document.id, "source": document.source, "events": events})
}

fn voice_record(document: &Document<'_>, voice: &Voice<'_>, message: &pb::Extraction) -> Value {
    let link = |source: &Source| {
        json!({
            "text": source.span.of(document.text),
            "kind": upper(&labels::words(source.kind)),
            "entity": source.entity.map(|id| id.to_string()),
            "speaks_for": source.speaks_for.map(|id| id.to_string()),
        })
    };
    let statement = voice.statement.and_then(|(number, statement)| {
        let id = &message.statements.get(number)?.id;
        Some(json!({
            "id": id,
            "cue": statement.cue.of(document.text),
            "stance": upper(&labels::words(statement.stance)),
            "medium": statement.medium.map(|span| span.of(document.text)),
        }))
    });
    let chain: Vec<Value> = voice
        .source
        .into_iter()
        .chain(voice.relays.iter().copied())
        .map(link)
        .collect();
    json!({"status": upper(&labels::words(voice.status)), "statement": statement, "chain": chain})
}

/// The name of an enum value as the contract writes it.
fn upper(words: &str) -> String {
    words.to_uppercase().replace(' ', "_")
}
