//! What comes out.

use std::borrow::Cow;

use super::{Entity, Event, EventContext, Mention, Quantity, Section, Sentence, Statement, TimeExpression, Token};
use crate::error::{Error, ErrorKind};
use crate::text::Span;

/// A layer of the extraction that can be asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Layer {
    /// Sections and sentences.
    Text,
    /// Tokens with their words.
    Syntax,
    /// Mentions and entities.
    Entities,
    /// Time expressions.
    Times,
    /// Quantities.
    Quantities,
    /// Events.
    Events,
    /// Statements.
    Statements,
}

impl Layer {
    /// All layers, in the order of the pipeline.
    pub const ALL: [Self; 7] = [
        Self::Text,
        Self::Syntax,
        Self::Entities,
        Self::Times,
        Self::Quantities,
        Self::Events,
        Self::Statements,
    ];

    /// The name used on the command line and in Python: `syntax`.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Syntax => "syntax",
            Self::Entities => "entities",
            Self::Times => "times",
            Self::Quantities => "quantities",
            Self::Events => "events",
            Self::Statements => "statements",
        }
    }

    /// The layer of that name.
    ///
    /// # Errors
    /// [`ErrorKind::UnknownLayer`] lists the names that exist.
    pub fn from_name(name: &str) -> Result<Self, Error> {
        Self::ALL.into_iter().find(|layer| layer.name() == name).ok_or_else(|| {
            let known = Self::ALL.map(Self::name).join(", ");
            Error::new(
                ErrorKind::UnknownLayer,
                format!("unknown layer {name:?}; layers are {known}"),
            )
        })
    }
}

/// A set of layers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Layers(u8);

impl Layers {
    /// No layer.
    pub const NONE: Self = Self(0);

    /// Every layer.
    pub const ALL: Self = Self(0x7f);

    /// Whether the set has the layer.
    pub const fn contains(self, layer: Layer) -> bool {
        self.0 & (1 << layer as u8) != 0
    }

    /// The set with the layer added.
    #[must_use]
    pub const fn with(self, layer: Layer) -> Self {
        Self(self.0 | 1 << layer as u8)
    }
}

impl Default for Layers {
    /// Every layer but syntax.
    fn default() -> Self {
        Self(Self::ALL.0 & !(1 << Layer::Syntax as u8))
    }
}

impl FromIterator<Layer> for Layers {
    fn from_iter<I: IntoIterator<Item = Layer>>(layers: I) -> Self {
        layers.into_iter().fold(Self::NONE, Self::with)
    }
}

/// What a warning is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum WarningCode {
    /// The text has relative times and there is no publication date.
    NoPublicationDate,
    /// The text has no Arabic letters.
    NoArabic,
    /// A quotation mark has no partner.
    UnbalancedQuotes,
    /// A sentence was read in parts.
    LongSentence,
    /// Control characters that do not belong into text were passed over.
    ControlCharacters,
}

/// Something that could not be done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Warning {
    /// What it is about.
    pub code: WarningCode,
    /// For a person to read, in English.
    pub message: String,
    /// Where, if it is in one place.
    pub span: Option<Span>,
}

/// What an article reports. Spans are byte ranges of the text as given.
#[derive(Debug, Clone, PartialEq, Default)]
#[non_exhaustive]
pub struct Extraction {
    /// [`super::Document::id`].
    pub document_id: String,
    /// SHA-256 of the text, lower-case hexadecimal.
    pub text_sha256: String,
    /// What read it: [`crate::Extractor::model`].
    pub model: Cow<'static, str>,
    /// What could not be done.
    pub warnings: Vec<Warning>,
    /// Parts of the article.
    pub sections: Vec<Section>,
    /// Sentences.
    pub sentences: Vec<Sentence>,
    /// Tokens; empty unless [`Layer::Syntax`] was asked for.
    pub tokens: Vec<Token>,
    /// Mentions, in the order of the text.
    pub mentions: Vec<Mention>,
    /// Entities, in the order of first mention.
    pub entities: Vec<Entity>,
    /// Time expressions, in the order of the text.
    pub times: Vec<TimeExpression>,
    /// Quantities, in the order of the text.
    pub quantities: Vec<Quantity>,
    /// Events, in the order of the text.
    pub events: Vec<Event>,
    /// Statements, in the order of the text.
    pub statements: Vec<Statement>,
    /// What the whole article is about, the most telling first.
    pub contexts: Vec<EventContext>,
}
