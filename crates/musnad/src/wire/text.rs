//! `text.proto`, and the warnings of `document.proto`.

use musnad_proto::v1 as pb;

use super::enums::ReadEnum;
use super::{Context, invalid};
use crate::document::{Section, SectionKind, Sentence, Token, Warning, WarningCode, Word, known_deprel, known_upos};
use crate::error::Error;

pub(super) fn warning(warning: &Warning, context: &Context<'_>) -> pb::Warning {
    pb::Warning {
        code: pb::WarningCode::from(warning.code).into(),
        message: warning.message.clone(),
        span: warning.span.map(|span| context.span(span)),
    }
}

pub(super) fn read_warning(message: &pb::Warning, context: &Context<'_>) -> Result<Warning, Error> {
    Ok(Warning {
        code: WarningCode::read(message.code)?,
        message: message.message.clone(),
        span: message
            .span
            .as_ref()
            .map(|span| context.read_span(Some(span), "warning"))
            .transpose()?,
    })
}

pub(super) fn section(section: &Section, context: &Context<'_>) -> pb::Section {
    pb::Section {
        span: context.some_span(section.span),
        kind: pb::SectionKind::from(section.kind).into(),
    }
}

pub(super) fn read_section(message: &pb::Section, context: &Context<'_>) -> Result<Section, Error> {
    Ok(Section {
        span: context.read_span(message.span.as_ref(), "section")?,
        kind: SectionKind::read(message.kind)?,
    })
}

pub(super) fn sentence(sentence: &Sentence, context: &Context<'_>) -> pb::Sentence {
    pb::Sentence {
        span: context.some_span(sentence.span),
        first_token: sentence.first_token,
        end_token: sentence.end_token,
    }
}

pub(super) fn read_sentence(message: &pb::Sentence, context: &Context<'_>) -> Result<Sentence, Error> {
    Ok(Sentence {
        span: context.read_span(message.span.as_ref(), "sentence")?,
        first_token: message.first_token,
        end_token: message.end_token,
    })
}

pub(super) fn token(token: &Token, context: &Context<'_>) -> pb::Token {
    let word = |word: &Word| pb::Word {
        form: word.form.clone(),
        lemma: word.lemma.clone(),
        upos: word.upos.to_owned(),
        feats: word.feats.clone(),
        head: word.head,
        deprel: word.deprel.to_owned(),
        span: context.some_span(word.span),
        xpos: word.xpos.clone(),
        score: word.score,
    };
    pb::Token {
        span: context.some_span(token.span),
        words: token.words.iter().map(word).collect(),
    }
}

pub(super) fn read_token(message: &pb::Token, context: &Context<'_>) -> Result<Token, Error> {
    let word = |word: &pb::Word| {
        Ok(Word {
            form: word.form.clone(),
            lemma: word.lemma.clone(),
            upos: known(known_upos(&word.upos), &word.upos)?,
            feats: word.feats.clone(),
            head: word.head,
            deprel: known(known_deprel(&word.deprel), &word.deprel)?,
            span: context.read_span(word.span.as_ref(), "word")?,
            xpos: word.xpos.clone(),
            score: word.score,
        })
    };
    Ok(Token {
        span: context.read_span(message.span.as_ref(), "token")?,
        words: message.words.iter().map(word).collect::<Result<_, Error>>()?,
    })
}

/// The string of the table, so that tags stay `&'static str`; nothing stands for an unknown one.
fn known(found: Option<&'static str>, name: &str) -> Result<&'static str, Error> {
    if name.is_empty() {
        return Ok("");
    }
    found.ok_or_else(|| invalid(format!("{name:?} is no tag of UD")))
}
