//! The parts of a sentence that events are read from.

use super::class::Class;
use super::prep::Prep;

/// What an item is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Phrase,
    /// A finite verb.
    Verb,
    /// «كان» and its sisters.
    Auxiliary,
    /// «الذي».
    Relative,
    /// «أن», «إن», «لأن», «حيث», «فيما».
    Clause,
    Comma,
    /// Full stop, semicolon, colon, bracket.
    Stop,
}

/// A part of a sentence.
#[derive(Debug, Clone, Copy)]
pub(super) struct Item {
    pub(super) kind: Kind,
    /// First token.
    pub(super) start: usize,
    /// Token after the last.
    pub(super) end: usize,
    pub(super) prep: Prep,
    /// Opened by و (and) or ف (so).
    pub(super) joined: bool,
    pub(super) class: Class,
    /// Name inside, as index of the mention.
    pub(super) name: Option<u32>,
    /// The first token can be a trigger.
    pub(super) trigger: bool,
    /// Definite by ال or a pronoun.
    pub(super) definite: bool,
}

impl Item {
    pub(super) fn is_bare(&self) -> bool {
        self.kind == Kind::Phrase && self.prep == Prep::None
    }
}

/// An item of one token without anything known of it.
pub(super) fn mark(kind: Kind, token: usize) -> Item {
    Item {
        kind,
        start: token,
        end: token + 1,
        prep: Prep::None,
        joined: false,
        class: Class::default(),
        name: None,
        trigger: false,
        definite: false,
    }
}
