//! What training and measuring need of the stages: their input, their probabilities, and their time.

use std::time::{Duration, Instant};

use super::Extractor;
use crate::document::{Date, Document, Layer, Layers, Score, Sentence, Word};
use crate::error::Error;
use crate::events::{DatedEvent, TriggerCandidate};
use crate::morphology::Morphology;
use crate::reader::{self, FoundName, NameScheme, TokenInput, Wanted};
use crate::syntax;
use crate::text::Text;

/// A document with its text cut and its words read.
#[derive(Debug)]
pub struct Prepared<'t> {
    text: Text<'t>,
    morphology: Morphology,
    published_at: Option<Date>,
}

impl Extractor {
    /// The words that the lexicon proposes as triggers, with all that the classifier is told of them, for training; the extractor is
    /// [`ExtractorBuilder::for_training`](super::ExtractorBuilder::for_training).
    ///
    /// # Errors
    /// [`crate::ErrorKind::EmptyText`], [`crate::ErrorKind::DocumentTooLarge`].
    pub fn trigger_candidates(&self, document: &Document<'_>) -> Result<Vec<TriggerCandidate>, Error> {
        let read = self.read(document, Layers::default())?;
        Ok(self.events.candidates(read.findings(document)))
    }

    /// The events of a document with the days that each may be of, for training.
    ///
    /// # Errors
    /// [`crate::ErrorKind::EmptyText`], [`crate::ErrorKind::DocumentTooLarge`].
    pub fn dated_events(&self, document: &Document<'_>) -> Result<Vec<DatedEvent>, Error> {
        let read = self.read(document, Layers::default())?;
        Ok(self.events.dated(read.findings(document)))
    }

    /// Runs the event layer alone, `rounds` times, over what the stages before it have read once: the tokens of the document and the
    /// time of the fastest round. For measuring.
    ///
    /// # Errors
    /// [`crate::ErrorKind::EmptyText`], [`crate::ErrorKind::DocumentTooLarge`].
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

    /// Reads text and words of a document and no more, for measuring [`Extractor::measures`] by itself.
    ///
    /// # Errors
    /// [`crate::ErrorKind::EmptyText`], [`crate::ErrorKind::DocumentTooLarge`].
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

    /// The tokens of a document as the learned reader takes them, and its sentences, for training.
    ///
    /// # Errors
    /// [`crate::ErrorKind::EmptyText`], [`crate::ErrorKind::DocumentTooLarge`].
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
    /// [`crate::ErrorKind::EmptyText`], [`crate::ErrorKind::DocumentTooLarge`].
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
}
