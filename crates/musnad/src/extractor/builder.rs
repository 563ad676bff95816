//! Setting up an extractor.

use std::path::Path;
use std::sync::Arc;

use musnad_data::gazetteer::OwnRow;
use musnad_data::reader::{ARGUMENTS, DAYS, TRIGGERS, WEIGHTS};

use super::Extractor;
use crate::config::Config;
use crate::entities::Resolver;
use crate::error::Error;
use crate::events::{EventReader, UserOntology};
use crate::morphology::Analyser;
use crate::names::Tagger;
use crate::number::NumberReader;
use crate::own;
use crate::quantity::QuantityReader;
use crate::reader::{Projection, Reader};
use crate::statements::StatementReader;
use crate::time::TimeReader;

/// Sets up an [`Extractor`].
#[derive(Debug, Clone, Default)]
pub struct ExtractorBuilder {
    config: Config,
    by_rules: bool,
    own: Vec<OwnRow>,
    whole_states: bool,
    ontologies: Vec<(String, String)>,
}

impl ExtractorBuilder {
    /// Refuses documents of more bytes; at most (and by default) [`crate::MAX_DOCUMENT_BYTES`].
    #[must_use]
    pub fn max_document_bytes(mut self, bytes: usize) -> Self {
        self.config.max_document_bytes = bytes.min(crate::MAX_DOCUMENT_BYTES);
        self
    }

    /// Leaves the learned reader out: names and syntax by lexicon and rules alone, as in a build without weights. Faster,
    /// and less accurate.
    #[must_use]
    pub fn by_rules(mut self) -> Self {
        self.by_rules = true;
        self
    }

    /// Adds actors of the caller's own, which win over those of the tables: the text of a table with the columns names
    /// (parted by `|`, the fullest first), type (PERSON, ORGANIZATION, FACILITY, MISCELLANEOUS), English name, country (ISO
    /// 3166-1 alpha-3), PLOVER sectors (parted by commas), separated by tabs; `-` for what is unknown, `#` before a
    /// comment. `file` is what errors call it.
    ///
    /// # Errors
    /// [`crate::ErrorKind::Resources`] names the file and the line that does not fit.
    pub fn actors(mut self, file: &str, table: &str) -> Result<Self, Error> {
        self.own.extend(own::actors(file, table)?);
        Ok(self)
    }

    /// Adds places of the caller's own: the text of a table with the columns names, English name, country, latitude and
    /// longitude in degrees, as in [`ExtractorBuilder::actors`].
    ///
    /// # Errors
    /// [`crate::ErrorKind::Resources`] names the file and the line that does not fit.
    pub fn places(mut self, file: &str, table: &str) -> Result<Self, Error> {
        self.own.extend(own::places(file, table)?);
        Ok(self)
    }

    /// [`ExtractorBuilder::actors`] from a file.
    ///
    /// # Errors
    /// [`crate::ErrorKind::Resources`] if it cannot be read, or names the line that does not fit.
    pub fn actors_file(self, path: &Path) -> Result<Self, Error> {
        self.actors(&path.display().to_string(), &own::read(path)?)
    }

    /// [`ExtractorBuilder::places`] from a file.
    ///
    /// # Errors
    /// [`crate::ErrorKind::Resources`] if it cannot be read, or names the line that does not fit.
    pub fn places_file(self, path: &Path) -> Result<Self, Error> {
        self.places(&path.display().to_string(), &own::read(path)?)
    }

    /// Adds a user's ontology: types, triggers and actor codes, in TOML (see `docs/ontology.md`). Errors of [`Self::build`] call it
    /// `file`. Of several, what was added last goes first.
    #[must_use]
    pub fn ontology(mut self, file: impl Into<String>, toml: impl Into<String>) -> Self {
        self.ontologies.push((file.into(), toml.into()));
        self
    }

    /// Leaves the classifiers of events out and keeps the states of the reader, for [`Extractor::trigger_candidates`].
    #[must_use]
    pub fn for_training(mut self) -> Self {
        self.whole_states = true;
        self
    }

    /// Loads the lexicons, and the weights of the reader.
    ///
    /// # Errors
    /// [`crate::ErrorKind::Resources`] if a table or the weights cannot be read, [`crate::ErrorKind::InvalidOntology`] for a user's ontology.
    pub fn build(self) -> Result<Extractor, Error> {
        let mut events = EventReader::new()?;
        let ontologies = self
            .ontologies
            .iter()
            .map(|(file, text)| UserOntology::read(file, text))
            .collect::<Result<Vec<_>, _>>()?;
        events.extend(&ontologies)?;
        let reader = match WEIGHTS {
            [] => None,
            _ if self.by_rules => None,
            weights => {
                let mut reader = Reader::new(weights)?;
                if self.whole_states {
                    reader.project(Projection::Whole);
                } else {
                    if !TRIGGERS.is_empty() {
                        reader.project(events.learn(TRIGGERS, reader.state_size())?);
                    }
                    if !ARGUMENTS.is_empty() {
                        events.learn_roles(ARGUMENTS)?;
                    }
                    if !DAYS.is_empty() {
                        events.learn_days(DAYS)?;
                    }
                }
                Some(Arc::new(reader))
            }
        };
        Ok(Extractor {
            config: self.config,
            analyser: Analyser::new()?,
            numbers: NumberReader::new()?,
            times: TimeReader::new()?,
            quantities: QuantityReader::new()?,
            tagger: Tagger::new(self.own)?,
            resolver: Resolver::new()?,
            events,
            statements: StatementReader::new()?,
            reader,
            ontologies: Arc::new(ontologies),
        })
    }
}
