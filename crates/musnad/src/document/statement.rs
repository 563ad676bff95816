//! Who says so.

use super::{EntityId, Evidence, MentionIndex, Score};
use crate::text::Span;

/// What kind of source speaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum SourceKind {
    /// A named person.
    Named,
    /// «مصدر عسكري», «شهود عيان».
    Unnamed,
    /// A named organisation or state that is no medium.
    Organization,
    /// A news outlet, agency or correspondent.
    Media,
    /// A report, statement or letter.
    Document,
}

/// What the source does by saying it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[expect(
    missing_docs,
    reason = "the names are the documentation; borders are in docs/ontology.md"
)]
pub enum Stance {
    Assert,
    Deny,
    Accuse,
    Condemn,
    Warn,
    Threaten,
    Demand,
    Promise,
    Reject,
    Support,
    Doubt,
    Concern,
}

/// Whose words the content gives.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Quotation {
    /// All of it stands between quotation marks.
    Direct,
    /// Reported speech.
    Indirect,
    /// Reported speech with quoted parts.
    Mixed,
}

/// Who says it, or who relays it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Source {
    /// Where it is named.
    pub span: Span,
    /// The mention, where it is one.
    pub mention: Option<MentionIndex>,
    /// The entity, where known.
    pub entity: Option<EntityId>,
    /// What kind.
    pub kind: SourceKind,
    /// The organisation that a spokesman speaks for, the army in «المتحدث باسم الجيش», or that issued the statement which
    /// speaks, «البيان».
    pub speaks_for: Option<EntityId>,
}

/// One time that the article says that someone said something.
#[derive(Debug, Clone, PartialEq)]
pub struct Statement {
    /// Who says it; absent where nobody is named.
    pub source: Option<Source>,
    /// The relay chain, the nearest to the article first.
    pub via: Vec<Source>,
    /// The word that reports.
    pub cue: Span,
    /// Its dictionary form without vowel signs.
    pub cue_lemma: String,
    /// What is said.
    pub content: Span,
    /// What the source does by saying it.
    pub stance: Stance,
    /// Whose words.
    pub quotation: Quotation,
    /// Through what it was said, as written.
    pub medium: Option<Span>,
    /// Indexes of the events inside the content.
    pub events: Vec<u32>,
    /// Confidence.
    pub score: Score,
    /// The rule.
    pub evidence: Evidence,
}
