//! The way from a phrase to a trigger in the tree.
//!
//! In «قال إن الجيش قصف المدينة» (he said that the army shelled the city) the way from «المدينة» to «قصف» is one step up over `obj`.

use super::relation::Relation;
use crate::syntax::Tree;

/// Longest way on either side.
const STEPS: usize = 5;

/// Relations on the way.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Path<'a> {
    up: [Relation<'a>; STEPS],
    ups: usize,
    down: [Relation<'a>; STEPS],
    downs: usize,
    /// The word where both ways meet; none where it is too far.
    pub(super) meet: Option<usize>,
}

impl<'a> Path<'a> {
    /// The way between two words.
    pub(super) fn between(tree: &Tree<'a>, from: usize, to: usize) -> Self {
        let mut path = Self::default();
        let mut line = [to; STEPS + 1];
        let mut last = 0;
        while last < STEPS
            && let Some(head) = line.get(last).and_then(|at| tree.head(*at))
        {
            last += 1;
            if let Some(slot) = line.get_mut(last) {
                *slot = head;
            }
        }
        let line = line.get(..=last).unwrap_or_default();
        let mut at = from;
        loop {
            if let Some(meet) = line.iter().position(|word| *word == at) {
                path.meet = Some(at);
                path.downs = meet;
                for (slot, word) in path.down.iter_mut().zip(line.iter().take(meet)) {
                    *slot = Relation::of(tree, *word);
                }
                return path;
            }
            let (Some(slot), Some(head)) = (path.up.get_mut(path.ups), tree.head(at)) else {
                return path;
            };
            *slot = Relation::of(tree, at);
            path.ups += 1;
            at = head;
        }
    }

    /// Relations up from the phrase.
    pub(super) fn up(&self) -> &[Relation<'a>] {
        self.up.get(..self.ups).unwrap_or_default()
    }

    /// Relations from the trigger up.
    pub(super) fn down(&self) -> &[Relation<'a>] {
        self.down.get(..self.downs).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::{Token, Word};
    use crate::text::Span;

    /// A tree of one word a token, with the head of each.
    fn words(heads: &[(u32, &'static str)]) -> Vec<Token> {
        heads
            .iter()
            .map(|(head, deprel)| Token {
                span: Span::default(),
                words: vec![Word {
                    form: "كلمة".to_owned(),
                    lemma: String::new(),
                    upos: "NOUN",
                    xpos: String::new(),
                    feats: String::new(),
                    head: *head,
                    deprel,
                    span: Span::default(),
                    score: 1.0,
                }],
            })
            .collect()
    }

    #[test]
    fn ways_meet_at_the_common_head() {
        // «قال إن الجيش قصف المدينة»
        let tokens = words(&[(0, "root"), (4, "mark"), (4, "nsubj"), (1, "ccomp"), (4, "obj")]);
        let tree = Tree::over(&tokens, 0..5);
        let path = Path::between(&tree, 4, 3);
        assert_eq!(
            (path.up(), path.down(), path.meet),
            (&[Relation::new("obj")][..], &[][..], Some(3))
        );
        let path = Path::between(&tree, 4, 2);
        assert_eq!(
            (path.up(), path.down(), path.meet),
            (&[Relation::new("obj")][..], &[Relation::new("nsubj")][..], Some(3))
        );
    }

    #[test]
    fn what_is_too_far_does_not_meet() {
        let chain: Vec<(u32, &'static str)> = (0..20).map(|head| (head, "nmod")).collect();
        let tokens = words(&chain);
        let tree = Tree::over(&tokens, 0..20);
        assert_eq!(Path::between(&tree, 19, 0).meet, None);
        assert!(Path::between(&tree, 3, 0).meet.is_some());
    }
}
