//! The trees of a text, asked by token.
//!
//! In «وقالت السفارة إن …» (and the embassy said that …) the subject of «قالت» is «السفارة». A token is what its main word is:
//! the one whose head stands in another token. Where only rules have read, every answer is `None`, and who asks falls back
//! on rules of its own.

use super::tree::Tree;
use crate::document::{Token, Word};
use crate::text::Text;

/// No token.
const NONE: u32 = u32::MAX;

/// A token in its tree.
#[derive(Debug, Clone, Copy)]
struct Node {
    upos: &'static str,
    deprel: &'static str,
    head: u32,
    subject: u32,
    passive: bool,
}

const UNREAD: Node = Node {
    upos: "",
    deprel: "",
    head: NONE,
    subject: NONE,
    passive: false,
};

/// The trees of a text.
#[derive(Debug, Default)]
pub(crate) struct Trees {
    nodes: Vec<Node>,
}

impl Trees {
    /// Of the tokens that the learned reader has read; those without words stay unread.
    pub(crate) fn new(text: &Text<'_>, tokens: &[Token]) -> Self {
        let mut nodes = vec![UNREAD; tokens.len()];
        let mut tree = Tree::default();
        for sentence in 0..text.sentences.len() {
            let range = text.sentence_tokens(sentence);
            tree.read(tokens, range.clone());
            for token in range {
                read_token(token, &tree, &mut nodes);
            }
        }
        Self { nodes }
    }

    fn node(&self, token: usize) -> Option<&Node> {
        self.nodes.get(token).filter(|node| !node.upos.is_empty())
    }

    /// The universal part of speech of the token's main word.
    pub(crate) fn upos(&self, token: usize) -> Option<&'static str> {
        self.node(token).map(|node| node.upos)
    }

    /// The relation of the token to its head.
    pub(crate) fn relation(&self, token: usize) -> Option<&'static str> {
        self.node(token).map(|node| node.deprel)
    }

    /// The token that it depends on; `None` also at the root.
    pub(crate) fn head(&self, token: usize) -> Option<usize> {
        self.node(token).and_then(|node| known(node.head))
    }

    /// The token of the subject of a verb: its head word, or the pronoun written onto a particle («أنها»).
    pub(crate) fn subject(&self, token: usize) -> Option<usize> {
        self.node(token).and_then(|node| known(node.subject))
    }

    /// Whether the token is the direct object of the verb.
    pub(crate) fn is_object(&self, token: usize, verb: usize) -> bool {
        self.node(token)
            .is_some_and(|node| node.deprel == "obj" && known(node.head) == Some(verb))
    }

    /// Whether the token is a verb in the passive.
    pub(crate) fn is_passive(&self, token: usize) -> bool {
        self.node(token).is_some_and(|node| node.passive)
    }
}

fn known(token: u32) -> Option<usize> {
    (token != NONE).then_some(token as usize)
}

/// Enters a token, and what its words are to other tokens.
fn read_token(token: usize, tree: &Tree<'_>, nodes: &mut [Node]) {
    let words = || tree.of(token).filter_map(|index| Some((index, tree.word(index)?)));
    let owner = |index: usize| tree.head(index).and_then(|head| tree.token(head));
    for (index, _) in words().filter(|(_, word)| matches!(word.deprel, "nsubj" | "nsubj:pass")) {
        if let Some(head) = owner(index).filter(|&head| head != token)
            && let Some(node) = nodes.get_mut(head)
            && node.subject == NONE
        {
            node.subject = token as u32;
        }
    }
    // A particle before the word is not what the token is, even where it is the head: «و» of a sentence.
    let light = |word: &Word| matches!(word.upos, "CCONJ" | "ADP" | "PART" | "SCONJ" | "PUNCT");
    let Some((index, main)) = words().find(|(_, word)| !light(word)).or_else(|| words().next()) else {
        return;
    };
    let inside = owner(index) == Some(token);
    let outward = words().find(|(index, _)| owner(*index) != Some(token));
    let head = if inside {
        outward.and_then(|(index, _)| owner(index))
    } else {
        owner(index)
    };
    if let Some(node) = nodes.get_mut(token) {
        node.upos = main.upos;
        node.deprel = if inside {
            outward.map_or(main.deprel, |(_, word)| word.deprel)
        } else {
            main.deprel
        };
        node.head = head.map_or(NONE, |head| head as u32);
        node.passive = main.upos == "VERB" && main.feats.contains("Voice=Pass");
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::morphology::Analyser;

    #[test]
    fn a_token_is_its_main_word() {
        let text = Text::new("وقالت السفارة إنها ترفض القرار");
        let morphology = Analyser::new().unwrap().read(&text);
        // The rules' trees have the same shape as those of the reader.
        let trees = Trees::new(&text, &crate::syntax::read(&text, &morphology));
        assert_eq!(trees.upos(0), Some("VERB"));
        assert_eq!(trees.relation(0), Some("root"));
        assert_eq!(trees.head(0), None);
        assert_eq!(trees.subject(0), Some(1));
        assert_eq!(trees.relation(1), Some("nsubj"));
    }

    #[test]
    fn nothing_is_known_without_words() {
        let text = Text::new("قال إن");
        let trees = Trees::new(&text, &[]);
        assert_eq!((trees.upos(0), trees.subject(0)), (None, None));
        assert_eq!(trees.upos(99), None);
    }
}
