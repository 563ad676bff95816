//! Definite class nouns that refer back: «البعثة» after «بعثة الأمم المتحدة», «الحكومة» after «حكومة الوفاق».

use std::collections::HashMap;

use crate::document::{Mention, MentionForm};
use crate::morphology::Morphology;
use crate::names::Name;
use crate::text::Text;
use crate::text::token::TokenKind;

/// Adds the nominal mentions of a text; `mentions` holds those of `names`, in the same order.
pub(crate) fn find(text: &Text<'_>, morphology: &Morphology, names: &[Name], mentions: &mut Vec<Mention>) {
    let mut latest: HashMap<String, usize> = HashMap::new();
    let mut next = 0;
    let mut token = 0;
    let mut found = Vec::new();
    while token < text.tokens.len() {
        if let Some(name) = names.get(next)
            && name.tokens.start <= token
        {
            if name.entity_type == crate::document::EntityType::Organization && name.tokens.len() > 1 {
                let first = musnad_data::fold::key(name.span.of(text.raw));
                let first = first.split(' ').next().unwrap_or_default();
                latest.insert(first.strip_prefix("ال").unwrap_or(first).to_owned(), next);
            }
            token = name.tokens.end.max(token + 1);
            next += 1;
            continue;
        }
        if text.kind(token) == TokenKind::Word && !latest.is_empty() {
            let reading = morphology.best(token);
            let key = text.word_key(token, reading);
            let noun = key.strip_prefix("ال").or_else(|| {
                key.strip_prefix("لل")
                    .or(key.strip_prefix('ل'))
                    .filter(|_| reading.prefix > 0)
            });
            if let Some(antecedent) = noun.and_then(|noun| latest.get(noun))
                && let Some(mention) = mentions.get(*antecedent)
            {
                let span = text.word_span(token, reading);
                found.push(Mention {
                    span,
                    head: span,
                    entity_type: mention.entity_type,
                    form: MentionForm::Nominal,
                    entity: mention.entity,
                    title: None,
                    score: 0.6,
                    evidence: "entities.class_noun".into(),
                });
            }
        }
        token += 1;
    }
    mentions.append(&mut found);
}
