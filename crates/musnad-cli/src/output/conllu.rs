//! `--format conllu`: sentences, tokens and words as Universal Dependencies writes them.
//!
//! Valid by the levels 1 and 2 of UD's validator: one root a sentence, no cycles, and the text is what the forms spell
//! (runs of white space become one space, characters that no reader sees are left out). A token of several words («وقالت»
//! is «و» + «قالت») gets a range line with the letters of the text. MISC gives the offsets of the letters in the text as
//! given (`start_char`, `end_char`, in the units of `--offsets`), how sure the word is (`score`), and `SpaceAfter=No`.

use std::fmt::Write;

use musnad::{Document, Extraction, Sentence, Span, Token, Word};
use musnad_proto::v1 as pb;

/// Writes the sentences of one document. `message` is the same extraction with the caller's offsets.
pub(crate) fn conllu(
    document: &Document<'_>,
    number: &str,
    extraction: &Extraction,
    message: &pb::Extraction,
) -> String {
    let id = one_line(if document.id.is_empty() { number } else { document.id });
    let mut page = format!("# newdoc id = {id}\n");
    for (index, sentence) in extraction.sentences.iter().enumerate() {
        // Writing to a string cannot fail.
        let _ = writeln!(
            page,
            "# sent_id = {}-s{}",
            id.replace(char::is_whitespace, "_"),
            index + 1
        );
        let _ = writeln!(page, "# text = {}", spelled(document.text, *sentence, extraction));
        write_sentence(&mut page, document.text, *sentence, extraction, message);
        page.push('\n');
    }
    page
}

fn tokens(sentence: Sentence, extraction: &Extraction) -> &[Token] {
    extraction
        .tokens
        .get(sentence.first_token as usize..sentence.end_token as usize)
        .unwrap_or_default()
}

/// Whether nothing stands between a token and the one after it.
fn is_joined(token: &Token, next: Option<&Token>) -> bool {
    next.is_some_and(|next| next.span.start == token.span.end)
}

/// The text of a sentence as its forms spell it.
fn spelled(text: &str, sentence: Sentence, extraction: &Extraction) -> String {
    let tokens = tokens(sentence, extraction);
    let mut spelled = String::new();
    for (index, token) in tokens.iter().enumerate() {
        spelled.push_str(&surface(text, token.span));
        let next = tokens.get(index + 1);
        if next.is_some() && !is_joined(token, next) {
            spelled.push(' ');
        }
    }
    spelled
}

fn write_sentence(
    page: &mut String,
    text: &str,
    sentence: Sentence,
    extraction: &Extraction,
    message: &pb::Extraction,
) {
    let tokens = tokens(sentence, extraction);
    let offsets = message
        .tokens
        .get(sentence.first_token as usize..sentence.end_token as usize)
        .unwrap_or_default();
    let mut number = 1;
    for (index, (token, offsets)) in tokens.iter().zip(offsets).enumerate() {
        let is_joined = is_joined(token, tokens.get(index + 1));
        let misc = |span: Option<pb::Span>, space: bool, score: Option<f32>| {
            let span = span.unwrap_or_default();
            let space = if space { "" } else { "|SpaceAfter=No" };
            let score = score.map_or_else(String::new, |score| format!("|score={score:.3}"));
            format!("start_char={}|end_char={}{score}{space}", span.start, span.end)
        };
        if let [word] = token.words.as_slice() {
            write_word(
                page,
                number,
                word,
                &surface(text, token.span),
                &misc(offsets.span, !is_joined, Some(word.score)),
            );
        } else {
            let last = number + token.words.len().saturating_sub(1);
            let form = surface(text, token.span);
            let _ = writeln!(
                page,
                "{number}-{last}\t{form}\t_\t_\t_\t_\t_\t_\t_\t{}",
                misc(offsets.span, !is_joined, None)
            );
            for (at, (word, offsets)) in token.words.iter().zip(&offsets.words).enumerate() {
                write_word(
                    page,
                    number + at,
                    word,
                    &or_underscore(&one_line(&word.form)),
                    &misc(offsets.span, true, Some(word.score)),
                );
            }
        }
        number += token.words.len();
    }
}

fn write_word(page: &mut String, number: usize, word: &Word, form: &str, misc: &str) {
    let field = |value: &str| or_underscore(&one_line(value));
    let _ = writeln!(
        page,
        "{number}\t{form}\t{}\t{}\t{}\t{}\t{}\t{}\t_\t{misc}",
        field(&word.lemma),
        field(word.upos),
        field(&word.xpos),
        field(&word.feats),
        word.head,
        field(word.deprel),
    );
}

fn surface(text: &str, span: Span) -> String {
    or_underscore(&one_line(span.of(text)))
}

fn or_underscore(value: &str) -> String {
    if value.is_empty() {
        "_".to_owned()
    } else {
        value.to_owned()
    }
}

/// Fields and comments end at a tab and at the end of the line; the text's own become spaces.
fn one_line(text: &str) -> String {
    text.chars()
        .map(|c| {
            if c.is_control() || matches!(c, '\u{2028}' | '\u{2029}') {
                ' '
            } else {
                c
            }
        })
        .collect()
}
