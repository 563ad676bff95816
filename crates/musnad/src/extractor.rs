//! The pipeline.

use std::path::Path;
use std::sync::Arc;
use std::time::{Duration, Instant};

use musnad_data::gazetteer::OwnRow;
use musnad_data::reader::{ARGUMENTS, TRIGGERS, WEIGHTS};
use sha2::{Digest, Sha256};

use crate::config::Config;
use crate::document::{
    Date, Document, Entity, EntityType, Event, Extraction, Layer, Layers, Mention, MentionIndex, Number, Quantity,
    Score, Sentence, Statement, TimeExpression, Token, Warning, WarningCode, Word,
};
use crate::entities::{self, Found, Resolver};
use crate::error::{Error, ErrorKind};
use crate::events::{EventReader, Findings, TriggerCandidate, UserOntology};
use crate::morphology::{Analyser, Morphology};
use crate::names::learned::Proposal;
use crate::names::lookup::Lookup;
use crate::names::{Name, Tagger};
use crate::number::{NumberMention, NumberReader};
use crate::quantity::QuantityReader;
use crate::reader::{self, FoundName, NameScheme, Projected, Projection, Reader, TaggedName, TokenInput, Wanted};
use crate::statements::StatementReader;
use crate::syntax::Trees;
use crate::text::{Span, Text, sentence};
use crate::time::TimeReader;
use crate::{own, syntax, time};

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
    /// [`ErrorKind::Resources`] names the file and the line that does not fit.
    pub fn actors(mut self, file: &str, table: &str) -> Result<Self, Error> {
        self.own.extend(own::actors(file, table)?);
        Ok(self)
    }

    /// Adds places of the caller's own: the text of a table with the columns names, English name, country, latitude and
    /// longitude in degrees, as in [`ExtractorBuilder::actors`].
    ///
    /// # Errors
    /// [`ErrorKind::Resources`] names the file and the line that does not fit.
    pub fn places(mut self, file: &str, table: &str) -> Result<Self, Error> {
        self.own.extend(own::places(file, table)?);
        Ok(self)
    }

    /// [`ExtractorBuilder::actors`] from a file.
    ///
    /// # Errors
    /// [`ErrorKind::Resources`] if it cannot be read, or names the line that does not fit.
    pub fn actors_file(self, path: &Path) -> Result<Self, Error> {
        self.actors(&path.display().to_string(), &own::read(path)?)
    }

    /// [`ExtractorBuilder::places`] from a file.
    ///
    /// # Errors
    /// [`ErrorKind::Resources`] if it cannot be read, or names the line that does not fit.
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
    /// [`ErrorKind::Resources`] if a table or the weights cannot be read, [`ErrorKind::InvalidOntology`] for a user's ontology.
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

/// A document with its text cut and its words read.
#[derive(Debug)]
pub struct Prepared<'t> {
    text: Text<'t>,
    morphology: Morphology,
    published_at: Option<Date>,
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
        let mut events = self.events.read(findings);
        let mut statements = self.statements.read(findings, &mut events);
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
        let places = entities::join(&mut mentions, pronouns);
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
        };
        keep(&mut extraction, layers);
        Ok(extraction)
    }

    /// The words that the lexicon proposes as triggers, with all that the classifier is told of them, for training; the extractor is
    /// [`ExtractorBuilder::for_training`].
    ///
    /// # Errors
    /// [`ErrorKind::EmptyText`], [`ErrorKind::DocumentTooLarge`].
    pub fn trigger_candidates(&self, document: &Document<'_>) -> Result<Vec<TriggerCandidate>, Error> {
        let read = self.read(document, Layers::default())?;
        Ok(self.events.candidates(read.findings(document)))
    }

    /// Runs the event layer alone, `rounds` times, over what the stages before it have read once: the tokens of the document and the
    /// time of the fastest round. For measuring.
    ///
    /// # Errors
    /// [`ErrorKind::EmptyText`], [`ErrorKind::DocumentTooLarge`].
    pub fn time_events(&self, document: &Document<'_>, rounds: usize) -> Result<(usize, Duration), Error> {
        let read = self.read(document, Layers::default())?;
        let mut best = Duration::MAX;
        for _ in 0..rounds {
            let start = Instant::now();
            std::hint::black_box(self.events.read(read.findings(document)));
            best = best.min(start.elapsed());
        }
        Ok((read.text.tokens.len(), best))
    }

    /// All stages before the events.
    fn read<'t>(&self, document: &Document<'t>, layers: Layers) -> Result<Read<'t>, Error> {
        self.check(document.text)?;
        let text = Text::new(document.text);
        let morphology = self.analyser.read(&text);
        let numbers = self.numbers.read(&text);
        let mut times = self
            .times
            .read(&text, &morphology, &self.numbers.lexicon, document.published_at);
        let mut quantities = self
            .quantities
            .read(&text, &morphology, &self.numbers, &numbers, &times);
        let lookup = self.tagger.lookup(&text);
        let names = self.tagger.tag(&text, &morphology, &times, &lookup);
        let wanted = Wanted::new(layers);
        let reading = self
            .reader
            .as_ref()
            .filter(|_| wanted.names || wanted.words)
            .map(|reader| {
                let features = reader::features(&text, &morphology, &lookup, &times, &names);
                reader.read(&text, features, &names, wanted)
            });
        // By the rules alone, so that times and quantities do not depend on the other layers that are asked for.
        yield_to_names(&names, &mut times, &mut quantities);
        let mut projected = None;
        let (names, trees, tokens) = match reading {
            Some(reading) => {
                projected = wanted.words.then_some(reading.projected);
                let proposals: Vec<Proposal> = reading.names.iter().map(|name| proposal(&text, name)).collect();
                let rules = names.into_iter().zip(reading.rules);
                let names = self.tagger.join(&text, &morphology, &times, &lookup, rules, &proposals);
                let trees = Trees::new(&text, &reading.tokens);
                let tokens = if wanted.words {
                    syntax::fill(&text, &morphology, reading.tokens)
                } else {
                    Vec::new()
                };
                (names, trees, tokens)
            }
            None if layers.contains(Layer::Syntax) => (names, Trees::default(), syntax::read(&text, &morphology)),
            None => (names, Trees::default(), Vec::new()),
        };
        let (mentions, mut entities, pronouns) = self.resolver.resolve(Found {
            text: &text,
            morphology: &morphology,
            tagger: &self.tagger,
            lookup: &lookup,
            names: &names,
            quantities: &quantities,
            published_at: document.published_at,
            trees: &trees,
            tokens: if projected.is_some() { &tokens } else { &[] },
        });
        for ontology in self.ontologies.iter() {
            ontology.code(&mut entities);
        }
        Ok(Read {
            text,
            morphology,
            lookup,
            times,
            quantities,
            mentions,
            pronouns,
            entities,
            trees,
            tokens,
            projected,
        })
    }

    /// Reads text and words of a document and no more, for measuring [`Extractor::measures`] by itself.
    ///
    /// # Errors
    /// [`ErrorKind::EmptyText`], [`ErrorKind::DocumentTooLarge`].
    pub fn prepare<'t>(&self, document: &Document<'t>) -> Result<Prepared<'t>, Error> {
        self.check(document.text)?;
        let text = Text::new(document.text);
        let morphology = self.analyser.read(&text);
        Ok(Prepared {
            text,
            morphology,
            published_at: document.published_at,
        })
    }

    /// How many numbers, times and quantities a prepared document has: these stages and nothing else.
    pub fn measures(&self, prepared: &Prepared<'_>) -> (usize, usize, usize) {
        let Prepared {
            text,
            morphology,
            published_at,
        } = prepared;
        let numbers = self.numbers.read(text);
        let times = self.times.read(text, morphology, &self.numbers.lexicon, *published_at);
        let quantities = self.quantities.read(text, morphology, &self.numbers, &numbers, &times);
        (numbers.len(), times.len(), quantities.len())
    }

    /// Reads the times of a document and nothing else.
    ///
    /// # Errors
    /// [`ErrorKind::EmptyText`], [`ErrorKind::DocumentTooLarge`].
    pub fn times(&self, document: &Document<'_>) -> Result<Vec<TimeExpression>, Error> {
        self.check(document.text)?;
        let text = Text::new(document.text);
        let morphology = self.analyser.read(&text);
        Ok(self
            .times
            .read(&text, &morphology, &self.numbers.lexicon, document.published_at))
    }

    /// Reads every number of a document, also those that count nothing.
    ///
    /// # Errors
    /// [`ErrorKind::EmptyText`], [`ErrorKind::DocumentTooLarge`].
    pub fn numbers(&self, document: &Document<'_>) -> Result<Vec<Number>, Error> {
        self.check(document.text)?;
        let text = Text::new(document.text);
        let morphology = self.analyser.read(&text);
        let times = self
            .times
            .read(&text, &morphology, &self.numbers.lexicon, document.published_at);
        // The digits of a date or clock time are no numbers.
        let in_date = |number: &NumberMention| {
            let span = number.span(&text);
            times
                .iter()
                .any(|time| time::is_calendar(time) && time.span.start < span.end && span.start < time.span.end)
        };
        let number = |found: NumberMention| Number {
            span: found.span(&text),
            kind: found.kind,
            value: found.value,
            min: found.min,
            max: found.max,
        };
        Ok(self
            .numbers
            .read(&text)
            .into_iter()
            .filter(|found| !in_date(found) && !found.is_glued(&text))
            .map(number)
            .collect())
    }

    /// The tokens of a document as the learned reader takes them, and its sentences, for training.
    ///
    /// # Errors
    /// [`ErrorKind::EmptyText`], [`ErrorKind::DocumentTooLarge`].
    pub fn reader_input(&self, document: &Document<'_>) -> Result<(Vec<TokenInput>, Vec<Sentence>), Error> {
        self.check(document.text)?;
        let text = Text::new(document.text);
        let features = self.features(&text, &self.analyser.read(&text), document);
        let input = |(token, features)| {
            let mut plain = String::new();
            text.plain_into(token, &mut plain);
            TokenInput {
                text: plain,
                span: text.span(token),
                features,
            }
        };
        Ok((features.into_iter().enumerate().map(input).collect(), text.sentences))
    }

    /// The names that the learned reader sees in sentences of tokens, without the rules; nothing in a build without
    /// weights. For corpora that come cut into tokens.
    pub fn reader_names(&self, sentences: &[&[TokenInput]], scheme: NameScheme) -> Vec<FoundName> {
        self.reader
            .as_ref()
            .map_or_else(Vec::new, |reader| reader.names(sentences, scheme))
    }

    /// How sure the learned reader is of each word of the syntax layer, in order: of the cut of its token, its part of
    /// speech, its head, and its relation. The score of the word is the least of them. Nothing in a build without weights.
    ///
    /// # Errors
    /// [`ErrorKind::EmptyText`], [`ErrorKind::DocumentTooLarge`].
    pub fn word_probabilities(&self, document: &Document<'_>) -> Result<Vec<[Score; 4]>, Error> {
        self.check(document.text)?;
        let Some(reader) = &self.reader else {
            return Ok(Vec::new());
        };
        let text = Text::new(document.text);
        let morphology = self.analyser.read(&text);
        let features = self.features(&text, &morphology, document);
        let reading = reader.read(&text, features, &[], Wanted::new(Layers::NONE.with(Layer::Syntax)));
        let read: Vec<bool> = reading.tokens.iter().map(|token| !token.words.is_empty()).collect();
        let tokens = syntax::fill(&text, &morphology, reading.tokens);
        let mut probabilities = reading.probabilities.into_iter();
        let of_word = |(word, is_read): (&Word, bool)| {
            // By the rules, which are not sure of anything.
            let flat = [word.score; 4];
            if is_read {
                probabilities.next().unwrap_or(flat)
            } else {
                flat
            }
        };
        Ok(tokens
            .iter()
            .zip(read)
            .flat_map(|(token, is_read)| token.words.iter().map(move |word| (word, is_read)))
            .map(of_word)
            .collect())
    }

    /// The bits of the tokens of a text.
    fn features(&self, text: &Text<'_>, morphology: &Morphology, document: &Document<'_>) -> Vec<u64> {
        let times = self
            .times
            .read(text, morphology, &self.numbers.lexicon, document.published_at);
        let lookup = self.tagger.lookup(text);
        let names = self.tagger.tag(text, morphology, &times, &lookup);
        reader::features(text, morphology, &lookup, &times, &names)
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

/// Gives events and statements the new places of their mentions.
fn renumber(places: &[MentionIndex], events: &mut [Event], statements: &mut [Statement]) {
    let arguments = events.iter_mut().flat_map(|event| &mut event.arguments);
    let sources = statements
        .iter_mut()
        .flat_map(|statement| statement.source.iter_mut().chain(&mut statement.via));
    for mention in arguments
        .map(|argument| &mut argument.mention)
        .chain(sources.map(|source| &mut source.mention))
    {
        *mention = mention.and_then(|MentionIndex(old)| places.get(old as usize).copied());
    }
}

/// What the stages before the events found.
struct Read<'t> {
    text: Text<'t>,
    morphology: Morphology,
    lookup: Lookup,
    times: Vec<TimeExpression>,
    quantities: Vec<Quantity>,
    mentions: Vec<Mention>,
    pronouns: Vec<Mention>,
    entities: Vec<Entity>,
    trees: Trees,
    tokens: Vec<Token>,
    projected: Option<Projected>,
}

impl Read<'_> {
    fn findings<'a>(&'a self, document: &'a Document<'_>) -> Findings<'a> {
        Findings {
            text: &self.text,
            morphology: &self.morphology,
            times: &self.times,
            quantities: &self.quantities,
            mentions: &self.mentions,
            entities: &self.entities,
            outlet: document.source,
            trees: &self.trees,
            // Trees by the rules would make events depend on the layers that are asked for.
            tokens: if self.projected.is_some() { &self.tokens } else { &[] },
            projected: self.projected.as_ref(),
            published_at: document.published_at,
        }
    }
}

fn proposal(text: &Text<'_>, name: &TaggedName) -> Proposal {
    let key = text.key(name.tokens.start);
    let skip = key.char_indices().nth(name.particles).map_or(0, |(at, _)| at);
    Proposal {
        tokens: name.tokens.clone(),
        skip: skip as u8,
        entity_type: name.entity_type,
        score: name.probability,
    }
}

/// A name tells no time («المصري اليوم», a paper) and counts nothing («لبنان», «سلمان», shaped like duals). Times keep
/// their place in names of happenings («ثورة 25 يناير»).
fn yield_to_names(names: &[Name], times: &mut Vec<TimeExpression>, quantities: &mut Vec<Quantity>) {
    let covering = |at: u32| {
        let name = names.get(names.partition_point(|name| name.span.end <= at))?;
        (name.span.start <= at).then_some(name)
    };
    times.retain(|time| {
        covering(time.span.start).is_none_or(|name| {
            name.entity_type == EntityType::Miscellaneous
                || !name.span.contains(time.span)
                || name.span.len() == time.span.len()
        })
    });
    quantities.retain(|quantity| covering(quantity.span.start).is_none());
}

/// Empties the layers that were not asked for.
fn keep(extraction: &mut Extraction, layers: Layers) {
    if !layers.contains(Layer::Syntax) {
        extraction.tokens = Vec::new();
    }
    if !layers.contains(Layer::Text) {
        extraction.sections.clear();
        extraction.sentences.clear();
    }
    if !layers.contains(Layer::Entities) {
        extraction.mentions.clear();
        extraction.entities.clear();
    }
    if !layers.contains(Layer::Times) {
        extraction.times.clear();
    }
    if !layers.contains(Layer::Quantities) {
        extraction.quantities.clear();
    }
    if !layers.contains(Layer::Events) {
        extraction.events.clear();
    }
    if !layers.contains(Layer::Statements) {
        extraction.statements.clear();
    }
}

fn warnings(text: &Text<'_>, times: &[TimeExpression], document: &Document<'_>) -> Vec<Warning> {
    let mut warnings = Vec::new();
    let mut warn = |code, message: &str, span| {
        warnings.push(Warning {
            code,
            message: message.to_owned(),
            span,
        });
    };
    if !text.has_arabic {
        warn(
            WarningCode::NoArabic,
            "the text has no Arabic letters: nothing can be found in it",
            None,
        );
    }
    if document.published_at.is_none()
        && let Some(time) = times
            .iter()
            .find(|time| time.days.is_none() && time.evidence.starts_with("time.relative"))
    {
        warn(
            WarningCode::NoPublicationDate,
            "there is no publication date, so that relative times stay unresolved",
            Some(time.span),
        );
    }
    if let Some(token) = text.unbalanced_quote {
        warn(
            WarningCode::UnbalancedQuotes,
            "a quotation mark has no partner; quotations after it may be missed",
            Some(text.span(token)),
        );
    }
    if let Some(long) = text
        .sentences
        .iter()
        .find(|s| (s.end_token - s.first_token) as usize >= sentence::LONGEST)
    {
        warn(
            WarningCode::LongSentence,
            "a sentence is too long to be read as one and was read in parts",
            Some(long.span),
        );
    }
    if let Some(at) = text.control {
        let len = text
            .raw
            .get(at as usize..)
            .and_then(|rest| rest.chars().next())
            .map_or(1, char::len_utf8);
        warn(
            WarningCode::ControlCharacters,
            "control characters were passed over as spaces",
            Some(Span::new(at, at + len as u32)),
        );
    }
    warnings
}

fn hexadecimal(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    bytes
        .iter()
        .flat_map(|byte| [DIGITS[usize::from(byte >> 4)], DIGITS[usize::from(byte & 15)]])
        .map(char::from)
        .collect()
}
