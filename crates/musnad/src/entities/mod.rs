//! Which mentions are one thing, and which thing it is.
//!
//! «خليفة حفتر», «حفتر» and «المشير» may be one man. Names become one entity when they share a row of the gazetteer, are the
//! same words, or one is the last name of the other. A definite class noun («البعثة», the mission) joins the nearest
//! organisation before it that opens with that noun.
//!
//! Not handled: pronouns; two persons of one family name in one text, where the shorter form joins the nearest before it.

mod cluster;
mod facts;
mod homonyms;
mod nominal;

use crate::document::{Entity, EntityId, Mention, MentionForm};
use crate::morphology::Morphology;
use crate::names::{Name, Tagger};
use crate::text::Text;
use cluster::Clusters;

/// Turns names (and nominals that refer) into mentions, in order of the text, and gathers them into entities.
pub(crate) fn resolve(
    text: &Text<'_>,
    morphology: &Morphology,
    tagger: &Tagger,
    names: &[Name],
) -> (Vec<Mention>, Vec<Entity>) {
    let mut clusters = Clusters::new(text, tagger.gazetteer());
    let mut mentions: Vec<Mention> = Vec::with_capacity(names.len() + names.len() / 4);
    for name in names {
        let entity = clusters.place(name);
        mentions.push(Mention {
            span: name.span,
            head: text.span(name.tokens.start),
            entity_type: name.entity_type,
            form: MentionForm::Name,
            entity: EntityId(entity),
            title: name.title,
            score: name.score,
            evidence: name.evidence.clone(),
        });
    }
    for mention in &mut mentions {
        // The head must lie inside: the first token may have particles before the name.
        mention.head = crate::text::Span::new(
            mention.head.start.max(mention.span.start),
            mention.head.end.min(mention.span.end),
        );
    }
    nominal::find(text, morphology, names, &mut mentions);
    mentions.sort_by_key(|mention| (mention.span, mention.form != MentionForm::Name));
    let entities = clusters.entities(text, &mut mentions);
    (mentions, entities)
}
