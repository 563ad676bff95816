//! The pipeline: [`builder`] sets it up, [`read`] runs the stages before the events, [`single`] runs one stage alone, [`measuring`]
//! serves training and measuring, [`finish`] makes the result.

mod builder;
mod finish;
mod measuring;
mod read;
mod single;

use std::sync::Arc;

use sha2::{Digest, Sha256};

use crate::config::Config;
use crate::document::{Document, Extraction, Layers};
use crate::entities::{self, Resolver};
use crate::error::{Error, ErrorKind};
use crate::events::{EventReader, UserOntology};
use crate::morphology::Analyser;
use crate::names::Tagger;
use crate::number::NumberReader;
use crate::quantity::QuantityReader;
use crate::reader::Reader;
use crate::statements::StatementReader;
use crate::time::TimeReader;
pub use builder::ExtractorBuilder;
use finish::{hexadecimal, keep, renumber, warnings};
pub use measuring::Prepared;
use read::Read;

/// The version of the library, as in every result.
pub const VERSION: &str = env!("CARGO_PKG_VERSION");

/// Reads documents. Built once, shared by any number of threads.
#[derive(Debug, Clone)]
pub struct Extractor {
    config: Config,
    analyser: Analyser,
    numbers: NumberReader,
    times: TimeReader,
    quantities: QuantityReader,
    tagger: Tagger,
    resolver: Resolver,
    events: EventReader,
    statements: StatementReader,
    /// `None` in a build without weights.
    reader: Option<Arc<Reader<'static>>>,
    ontologies: Arc<Vec<UserOntology>>,
}

impl Extractor {
    /// Starts to set up an extractor.
    pub fn builder() -> ExtractorBuilder {
        ExtractorBuilder::default()
    }

    /// Name and version of what reads: rules alone, or the learned reader with them.
    pub fn model(&self) -> &'static str {
        match self.reader {
            Some(_) => concat!("reader-", env!("CARGO_PKG_VERSION")),
            None => concat!("rules-", env!("CARGO_PKG_VERSION")),
        }
    }

    /// The ontologies that events are coded in: PLOVER, ACLED, and those that were added.
    pub fn ontologies(&self) -> Vec<&str> {
        let own = self.ontologies.iter().map(|ontology| ontology.name.as_str());
        ["PLOVER", "ACLED"].into_iter().chain(own).collect()
    }

    /// Largest document that is read, in bytes.
    pub fn max_document_bytes(&self) -> usize {
        self.config.max_document_bytes
    }

    /// Reads a document and returns all layers but syntax.
    ///
    /// # Errors
    /// [`ErrorKind::EmptyText`], [`ErrorKind::DocumentTooLarge`].
    pub fn extract(&self, document: &Document<'_>) -> Result<Extraction, Error> {
        self.extract_layers(document, Layers::default())
    }

    /// Reads a document and returns the layers asked for.
    ///
    /// # Errors
    /// [`ErrorKind::EmptyText`], [`ErrorKind::DocumentTooLarge`].
    pub fn extract_layers(&self, document: &Document<'_>, layers: Layers) -> Result<Extraction, Error> {
        let read = self.read(document, layers)?;
        let findings = read.findings(document);
        let reading = self.events.read(findings);
        let mut events = reading.events;
        let (mut statements, unnamed) = self.statements.read(findings, &mut events);
        entities::give_codes(
            &read.text,
            &read.morphology,
            &self.tagger,
            &read.lookup,
            &read.entities,
            &mut events,
        );
        let Read {
            text,
            times,
            quantities,
            mut mentions,
            pronouns,
            mut entities,
            tokens,
            ..
        } = read;
        entities.extend(unnamed.entities);
        let places = entities::join(&mut mentions, unnamed.mentions.into_iter().chain(pronouns));
        renumber(&places, &mut events, &mut statements);
        self.resolver
            .governments(&self.tagger, &mentions, &mut entities, &mut events, &mut statements);

        let mut extraction = Extraction {
            document_id: document.id.to_owned(),
            text_sha256: hexadecimal(&Sha256::digest(document.text.as_bytes())),
            model: self.model().into(),
            warnings: warnings(&text, &times, document),
            sections: text.sections,
            sentences: text.sentences,
            tokens,
            mentions,
            entities,
            times,
            quantities,
            events,
            statements,
            contexts: reading.contexts,
        };
        keep(&mut extraction, layers);
        Ok(extraction)
    }

    fn check(&self, text: &str) -> Result<(), Error> {
        let limit = self.config.max_document_bytes;
        if text.len() > limit {
            let message = format!(
                "document.text has {} bytes; the limit is {limit}: split the document",
                text.len()
            );
            return Err(Error::new(ErrorKind::DocumentTooLarge, message));
        }
        if text
            .chars()
            .all(|c| c.is_whitespace() || musnad_data::fold::is_format(c))
        {
            return Err(Error::new(
                ErrorKind::EmptyText,
                "document.text is empty: give the text of an article",
            ));
        }
        Ok(())
    }
}
