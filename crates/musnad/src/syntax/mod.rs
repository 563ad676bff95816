//! How words hang together: noun phrases, and the syntax layer of the result.

mod attach;
mod feats;
mod heads;
mod phrase;
mod tree;
mod words;

use crate::document::{Token, Word};
use crate::morphology::Morphology;
use crate::text::Text;

pub(crate) use heads::Trees;
pub(crate) use phrase::noun_phrase;
pub(crate) use tree::Tree;

/// The syntax layer: tokens with their words, features, heads and relations.
pub(crate) fn read(text: &Text<'_>, morphology: &Morphology) -> Vec<Token> {
    let mut tokens = Vec::with_capacity(text.tokens.len());
    for sentence in 0..text.sentences.len() {
        read_sentence(text, morphology, sentence, &mut tokens);
    }
    tokens
}

/// Reads the sentences whose tokens have no words yet: those without Arabic, which the learned reader leaves out.
pub(crate) fn fill(text: &Text<'_>, morphology: &Morphology, mut tokens: Vec<Token>) -> Vec<Token> {
    let mut read = Vec::new();
    for sentence in 0..text.sentences.len() {
        let range = text.sentence_tokens(sentence);
        let Some(empty) = tokens.get_mut(range) else { continue };
        if empty.iter().all(|token| token.words.is_empty()) {
            read_sentence(text, morphology, sentence, &mut read);
            for (token, found) in empty.iter_mut().zip(read.drain(..)) {
                *token = found;
            }
        }
    }
    tokens
}

fn read_sentence(text: &Text<'_>, morphology: &Morphology, sentence: usize, tokens: &mut Vec<Token>) {
    let first = tokens.len();
    let mut nodes = Vec::new();
    for token in text.sentence_tokens(sentence) {
        let mut words = Vec::new();
        for (word, node) in words::words(text, morphology, token) {
            words.push(word);
            nodes.push(node);
        }
        tokens.push(Token {
            span: text.span(token),
            words,
        });
    }
    let mut words: Vec<&mut Word> = tokens
        .iter_mut()
        .skip(first)
        .flat_map(|token| token.words.iter_mut())
        .collect();
    attach::attach(&mut words, &nodes);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::morphology::Analyser;

    fn parse(sentence: &str) -> Vec<(String, u32, &'static str)> {
        let text = Text::new(sentence);
        let morphology = Analyser::new().unwrap().read(&text);
        let tokens = read(&text, &morphology);
        tokens
            .into_iter()
            .flat_map(|token| token.words)
            .map(|word| (word.form, word.head, word.deprel))
            .collect()
    }

    fn expect(sentence: &str, expected: &[(&str, u32, &str)]) {
        let found = parse(sentence);
        let found: Vec<(&str, u32, &str)> = found
            .iter()
            .map(|(form, head, deprel)| (form.as_str(), *head, *deprel))
            .collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn particles_are_words_and_the_article_is_not() {
        expect(
            "وقالت السفارة",
            &[("و", 2, "cc"), ("قالت", 0, "root"), ("السفارة", 2, "nsubj")],
        );
        let words = parse("وصلت للسفارة");
        assert_eq!(words[1].0, "ل");
        assert_eq!(words[2].0, "السفارة");
    }

    #[test]
    fn verb_subject_object_and_place() {
        expect(
            "قصف الجيش المدينة في الشمال",
            &[
                ("قصف", 0, "root"),
                ("الجيش", 1, "nsubj"),
                ("المدينة", 1, "obj"),
                ("في", 5, "case"),
                ("الشمال", 3, "nmod"),
            ],
        );
    }

    #[test]
    fn a_verb_takes_over_from_the_noun_before_it() {
        expect(
            "القوات دخلت المدينة",
            &[("القوات", 2, "nsubj"), ("دخلت", 0, "root"), ("المدينة", 2, "obj")],
        );
    }

    #[test]
    fn every_sentence_is_a_tree_with_one_root() {
        for sentence in [
            "",
            "و",
            "، .",
            "و و و",
            "الذي التي من في",
            "قال إن القوات التي دخلت المدينة أمس قتلت جنودا وأصابت آخرين.",
            "لم يقل بعد أن عليهم أن يخرجوا منها",
            "\"في\" (على) 15 - 20",
        ] {
            let words = parse(sentence);
            let roots = words.iter().filter(|(_, head, _)| *head == 0).count();
            assert_eq!(roots, usize::from(!words.is_empty()), "{sentence}: {words:?}");
            for start in 0..words.len() {
                let (mut at, mut steps) = (start, 0);
                while words[at].1 != 0 {
                    at = words[at].1 as usize - 1;
                    steps += 1;
                    assert!(steps <= words.len(), "{sentence} has a cycle: {words:?}");
                }
            }
        }
    }
}
