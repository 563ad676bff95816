//! `--format text`: an extraction for a person.
//!
//! Events as a table (when · who · did what · to whom · where · dead · status · who says so), statements with their
//! chains, times, quantities, and names by entity. Labels are English, the words of the article Arabic.

use std::fmt::Write;

use anstyle::{AnsiColor, Style};
use musnad::{
    Argument, ArgumentRole, Document, Entity, Event, Extraction, Mention, MentionForm, QuadClass, SectionKind, Source,
    Span, Statement,
};

use super::bidi::{clean, isolate};
use super::labels;
use super::table::{Canvas, Cell, Side};

/// The relay chain reads from the source to the outlet.
const RELAYED_BY: &str = " ← ";

/// Writes the report of one document; `origin` says where it comes from.
pub(crate) fn report(document: &Document<'_>, extraction: &Extraction, origin: &str, canvas: &Canvas) -> String {
    let report = Report {
        document,
        extraction,
        canvas,
    };
    let (before, after) = canvas.order.envelope();
    let mut page = String::from(before);
    report.head(&mut page, origin);
    report.events(&mut page);
    report.statements(&mut page);
    report.times(&mut page);
    report.quantities(&mut page);
    report.names(&mut page);
    report.warnings(&mut page);
    page.push_str(after);
    page.push('\n');
    page
}

struct Report<'r> {
    document: &'r Document<'r>,
    extraction: &'r Extraction,
    canvas: &'r Canvas,
}

impl Report<'_> {
    fn words(&self, span: Span) -> String {
        clean(span.of(self.document.text))
    }

    fn head(&self, page: &mut String, origin: &str) {
        let bold = Style::new().bold();
        let title = self
            .extraction
            .sections
            .iter()
            .find(|section| section.kind == SectionKind::Title);
        if let Some(title) = title {
            self.canvas.paragraph(page, &self.words(title.span), bold.underline());
        }
        let day = self
            .document
            .published_at
            .map(|day| day.to_string())
            .unwrap_or_default();
        let parts = [isolate(origin), day, isolate(self.document.source)];
        let parts: Vec<&str> = parts
            .iter()
            .map(String::as_str)
            .filter(|part| !part.is_empty() && *part != isolate(""))
            .collect();
        self.canvas.paragraph(page, &parts.join(" · "), Style::new().dimmed());
    }

    fn section(&self, page: &mut String, title: &str, columns: &[(&str, Side)], rows: &[Vec<Cell>]) {
        if rows.is_empty() {
            return;
        }
        let heading = Style::new().bold().fg_color(Some(AnsiColor::Cyan.into()));
        page.push('\n');
        self.canvas
            .paragraph(page, &format!("{title} ({})", rows.len()), heading);
        self.canvas.table(page, columns, rows);
    }

    fn events(&self, page: &mut String) {
        let columns = [
            ("When", Side::Left),
            ("Who", Side::Right),
            ("Did what", Side::Left),
            ("To whom", Side::Right),
            ("Where", Side::Right),
            ("Dead", Side::Right),
            ("Status", Side::Left),
            ("Who says so", Side::Left),
        ];
        let rows: Vec<Vec<Cell>> = self.extraction.events.iter().map(|event| self.event(event)).collect();
        if rows.is_empty() {
            page.push('\n');
            self.canvas.paragraph(page, "No events found.", Style::new());
        }
        self.section(page, "Events", &columns, &rows);
    }

    fn event(&self, event: &Event) -> Vec<Cell> {
        let role = |role: ArgumentRole| {
            let mut surfaces: Vec<String> = Vec::new();
            for Argument { span, .. } in event.arguments.iter().filter(|argument| argument.role == role) {
                let surface = self.words(*span);
                if !surfaces.contains(&surface) {
                    surfaces.push(surface);
                }
            }
            surfaces.join("، ")
        };
        let colour = match event.quad {
            QuadClass::MaterialConflict => AnsiColor::Red,
            QuadClass::VerbalConflict => AnsiColor::Yellow,
            QuadClass::VerbalCooperation | QuadClass::MaterialCooperation => AnsiColor::Green,
        };
        let what = format!(
            "{} {}",
            labels::event(event),
            isolate(&format!("«{}»", event.trigger.of(self.document.text)))
        );
        let when = match labels::days(event.when) {
            days if days.is_empty() => isolate(&role(ArgumentRole::Time)).replace(&isolate(""), ""),
            days => days,
        };
        vec![
            when.into(),
            role(ArgumentRole::Actor).into(),
            Cell::from(what).styled(Style::new().fg_color(Some(colour.into()))),
            role(ArgumentRole::Recipient).into(),
            role(ArgumentRole::Place).into(),
            labels::count(event.casualties.as_ref().and_then(|casualties| casualties.killed)).into(),
            labels::words(event.status).into(),
            self.chain(&event.statements).into(),
        ]
    }

    fn statements(&self, page: &mut String) {
        let columns = [("Who says so", Side::Left), ("Says", Side::Left), ("What", Side::Right)];
        let row = |(index, statement): (usize, &Statement)| -> Vec<Cell> {
            let mut says = format!(
                "{} {}",
                labels::words(statement.stance),
                isolate(&format!("«{}»", statement.cue.of(self.document.text)))
            );
            if let Some(medium) = statement.medium {
                let _ = write!(says, " {}", isolate(medium.of(self.document.text)));
            }
            vec![
                self.chain(&[index as u32]).into(),
                says.into(),
                self.words(statement.content).into(),
            ]
        };
        let rows: Vec<Vec<Cell>> = self.extraction.statements.iter().enumerate().map(row).collect();
        self.section(page, "Statements", &columns, &rows);
    }

    /// From the source over those who relay it to the outlet. Of nested statements the innermost comes first.
    fn chain(&self, statements: &[u32]) -> String {
        let mut links: Vec<String> = Vec::new();
        for statement in statements
            .iter()
            .filter_map(|index| self.extraction.statements.get(*index as usize))
        {
            links.push(
                statement
                    .source
                    .as_ref()
                    .map_or_else(|| "(unnamed)".to_owned(), |source| self.source(source)),
            );
            links.extend(statement.via.iter().rev().map(|source| self.source(source)));
        }
        if !self.document.source.is_empty() {
            links.push(isolate(self.document.source));
        } else if links.is_empty() {
            links.push("(the outlet)".to_owned());
        }
        links.dedup();
        links.join(RELAYED_BY)
    }

    fn source(&self, source: &Source) -> String {
        isolate(source.span.of(self.document.text))
    }

    fn times(&self, page: &mut String) {
        let columns = [
            ("Time", Side::Right),
            ("Kind", Side::Left),
            ("Days", Side::Left),
            ("Value", Side::Left),
        ];
        let rows: Vec<Vec<Cell>> = self
            .extraction
            .times
            .iter()
            .map(|time| {
                let modifier = time
                    .modifier
                    .map(|modifier| format!(" ({})", labels::words(modifier)))
                    .unwrap_or_default();
                vec![
                    self.words(time.span).into(),
                    labels::words(time.kind).into(),
                    labels::days(time.days).into(),
                    format!("{}{modifier}", time.value).into(),
                ]
            })
            .collect();
        self.section(page, "Times", &columns, &rows);
    }

    fn quantities(&self, page: &mut String) {
        let columns = [
            ("Quantity", Side::Right),
            ("Kind", Side::Left),
            ("Amount", Side::Right),
            ("Of", Side::Right),
        ];
        let rows: Vec<Vec<Cell>> = self
            .extraction
            .quantities
            .iter()
            .map(|quantity| {
                let kind = labels::words(quantity.kind);
                let kind = kind.strip_suffix(" km").unwrap_or(&kind).to_owned();
                vec![
                    self.words(quantity.span).into(),
                    kind.into(),
                    labels::amount(quantity).into(),
                    clean(&quantity.item).into(),
                ]
            })
            .collect();
        self.section(page, "Quantities", &columns, &rows);
    }

    fn names(&self, page: &mut String) {
        let columns = [
            ("Name", Side::Right),
            ("Type", Side::Left),
            ("English", Side::Left),
            ("Country", Side::Left),
            ("Sectors", Side::Left),
            ("Title", Side::Right),
            ("Also as", Side::Right),
            ("Times", Side::Right),
        ];
        let rows: Vec<Vec<Cell>> = self
            .extraction
            .entities
            .iter()
            .filter_map(|entity| self.name(entity))
            .collect();
        self.section(page, "Names", &columns, &rows);
    }

    fn name(&self, entity: &Entity) -> Option<Vec<Cell>> {
        let mentions: Vec<&Mention> = self
            .extraction
            .mentions
            .iter()
            .filter(|mention| mention.entity == entity.id)
            .collect();
        if !mentions.iter().any(|mention| mention.form == MentionForm::Name) {
            return None;
        }
        let name = clean(&entity.name);
        let (mut titles, mut others): (Vec<String>, Vec<String>) = (Vec::new(), Vec::new());
        for mention in &mentions {
            let surface = self.words(mention.span);
            if mention.form != MentionForm::Pronoun && surface != name && !others.contains(&surface) {
                others.push(surface);
            }
            if let Some(title) = mention
                .title
                .map(|title| self.words(title))
                .filter(|title| !titles.contains(title))
            {
                titles.push(title);
            }
        }
        Some(vec![
            name.into(),
            labels::words(entity.entity_type).into(),
            clean(&entity.name_en).into(),
            entity.country.clone().into(),
            entity.sectors.join(" ").into(),
            titles.join("، ").into(),
            others.join("، ").into(),
            mentions.len().to_string().into(),
        ])
    }

    fn warnings(&self, page: &mut String) {
        let yellow = Style::new().fg_color(Some(AnsiColor::Yellow.into()));
        for (number, warning) in self.extraction.warnings.iter().enumerate() {
            if number == 0 {
                page.push('\n');
            }
            self.canvas
                .paragraph(page, &format!("warning: {}", warning.message), yellow);
        }
    }
}
