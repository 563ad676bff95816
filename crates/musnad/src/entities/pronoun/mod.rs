//! Personal pronouns of the third person, alone or written onto a word, and the entity that each means.
//!
//! «وصل الوزير إلى القاهرة حيث التقى نظيره» (the minister arrived in Cairo, where he met his counterpart): «ه» means the
//! minister. Whatever noun agrees with the pronoun in gender and number competes, also nouns that name no entity; subjects
//! go before other words, near ones before far ones (salience after Lappin & Leass 1994, «An algorithm for pronominal
//! anaphora resolution», with weights for news in Arabic, where a plural of things is a feminine singular). Where a noun
//! without an entity wins, the pronoun is left out.
//!
//! Not handled: dropped subjects, which events and statements read where they need them; the dual and the first person; the
//! pronoun that stands for a clause («إنه من الضروري»). Without the trees of the learned reader no pronoun is read.
mod referent;
mod salience;

use std::collections::VecDeque;

use crate::document::{Mention, MentionForm, MentionIndex, Token, Word};
use crate::morphology::Morphology;
use crate::syntax::Trees;
use crate::text::Text;
use referent::{Agreement, Referent};
use salience::antecedent;

/// How many sentences back a noun is still meant.
const SENTENCES: usize = 2;

/// How many nouns are kept at most.
const KEPT: usize = 96;

/// What the trees and earlier stages say.
#[derive(Clone, Copy)]
pub(super) struct Reading<'a, 't> {
    pub(super) text: &'a Text<'t>,
    pub(super) morphology: &'a Morphology,
    pub(super) trees: &'a Trees,
    pub(super) tokens: &'a [Token],
}

/// The pronouns that mean an entity, in order.
pub(super) fn find(reading: Reading<'_, '_>, mentions: &[Mention]) -> Vec<Mention> {
    let heads = referent::heads(reading, mentions);
    let mut referents: VecDeque<Referent> = VecDeque::new();
    let mut found = Vec::new();
    for (token, read) in reading.tokens.iter().enumerate() {
        let sentence = reading.text.sentence_of(token);
        while referents
            .front()
            .is_some_and(|first| first.sentence + SENTENCES < sentence)
            || referents.len() > KEPT
        {
            referents.pop_front();
        }
        if let Some((word, agreement)) = pronoun(read).filter(|_| refers(reading, token))
            && let Some((referent, score)) = antecedent(reading, token, sentence, agreement, word, &referents)
            && let Some((entity, entity_type)) = referent.entity
        {
            found.push(Mention {
                span: word.span,
                head: word.span,
                entity_type,
                form: MentionForm::Pronoun,
                entity,
                title: None,
                score,
                evidence: "entities.pronoun".into(),
            });
        }
        if let Some(referent) = heads.referent(reading, mentions, token, sentence) {
            referents.push_back(referent);
        }
    }
    found
}

/// Puts pronouns and sources without a name among the mentions, in order of the text; returns the new place of each mention
/// by its old one.
///
/// They come last because they may lie inside a mention («وزير خارجيته») or hold one («مسؤول في وزارة الدفاع»), which events
/// and statements do not expect.
pub(crate) fn join(mentions: &mut Vec<Mention>, later: impl Iterator<Item = Mention>) -> Vec<MentionIndex> {
    let mut ordered: Vec<(usize, Mention)> = mentions.drain(..).chain(later).enumerate().collect();
    ordered.sort_by_key(|(_, mention)| (mention.span, mention.form != MentionForm::Name));
    let mut places = vec![MentionIndex(0); ordered.len()];
    for (new, (old, mention)) in ordered.into_iter().enumerate() {
        if let Some(place) = places.get_mut(old) {
            *place = MentionIndex(new as u32);
        }
        mentions.push(mention);
    }
    places
}

/// The pronoun of a token: alone, or the last of its words.
fn pronoun(token: &Token) -> Option<(&Word, Agreement)> {
    let word = token.words.last().filter(|word| word.upos == "PRON")?;
    let third = word.feats.contains("Person=3") && !word.feats.contains("Number=Dual");
    // The pronoun of separation between subject and predicate is none of its own.
    let separates = matches!(word.deprel, "cop" | "expl" | "fixed" | "discourse" | "dep" | "det");
    let agreement = Agreement {
        feminine: Some(word.feats.contains("Gender=Fem")),
        plural: Some(word.feats.contains("Number=Plur")),
    };
    (third && !separates && !word.span.is_empty()).then_some((word, agreement))
}

/// Whether the pronoun can mean an entity: not in «حينها» (then), «بعضهم» (some of them, whoever was named last), «ما وصفه»
/// (what he called), «المشتبه به» (the suspect), «وهو ما» (which is what).
fn refers(reading: Reading<'_, '_>, token: usize) -> bool {
    let text = reading.text;
    let key = text.key(token);
    let free = |key: &str| {
        matches!(
            key,
            "ما" | "بما" | "مما" | "لما" | "وما" | "فيما" | "عما" | "من" | "لمن" | "بمن"
        )
    };
    let verb = reading.trees.upos(token) == Some("VERB");
    // «إنها» is no pronoun alone.
    let words = reading.tokens.get(token).map_or(&[][..], |token| &token.words);
    let alone = words.iter().all(|word| matches!(word.upos, "PRON" | "CCONJ"));
    let stem = PARTITIVES.iter().any(|stem| {
        let bare = key.strip_prefix(['و', 'ب', 'ل', 'ف']).unwrap_or(key);
        [key, bare].iter().any(|key| {
            key.strip_prefix(stem)
                .is_some_and(|rest| matches!(rest, "ه" | "ها" | "هم"))
        })
    });
    !(stem
        || token > 0 && matches!(text.key(token - 1), "مشتبه" | "المشتبه" | "المشكوك" | "المعمول")
        || verb && token > 0 && free(text.key(token - 1))
        || alone && (free(text.key(token + 1)) || key.starts_with('و') || !opens_clause(reading, token)))
}

/// Whether a pronoun alone begins its clause: after a noun («القاضي هو …») it only separates subject and predicate.
fn opens_clause(reading: Reading<'_, '_>, token: usize) -> bool {
    let before = token.checked_sub(1).and_then(|before| reading.trees.upos(before));
    before.is_none_or(|upos| matches!(upos, "PUNCT" | "SCONJ" | "DET" | "PRON" | "ADV" | "PART"))
}

/// Words whose pronoun means a set or a time of which they take a part, or who speaks next («من جانبه»). Folded.
const PARTITIVES: [&str; 16] = [
    "احد",
    "احدي",
    "اغلب",
    "بعض",
    "بين",
    "جل",
    "جميع",
    "حين",
    "عند",
    "غالبيه",
    "غير",
    "كل",
    "كلا",
    "معظم",
    "من",
    "وقت",
];

#[cfg(test)]
#[cfg(feature = "reader")]
mod tests {
    use crate::Extractor;
    use crate::document::{Document, MentionForm};

    /// Each pronoun with the name of what it means.
    fn pronouns(text: &str) -> Vec<(String, String)> {
        let extractor = Extractor::builder().build().unwrap();
        let extraction = extractor.extract(&Document::new(text)).unwrap();
        let mention = |m: &&crate::document::Mention| m.form == MentionForm::Pronoun;
        extraction
            .mentions
            .iter()
            .filter(mention)
            .map(|m| {
                let name = extraction.entities[m.entity.0 as usize].name.clone();
                (m.span.of(text).to_owned(), name)
            })
            .collect()
    }

    #[test]
    fn a_pronoun_means_the_subject() {
        let found = pronouns("زار عبد الحميد الدبيبة أنقرة أمس، وأكد دعمه للاتفاق.");
        assert!(found.contains(&("ه".into(), "عبد الحميد الدبيبة".into())), "{found:?}");
    }

    #[test]
    fn a_nearer_thing_takes_the_pronoun_away() {
        let found = pronouns("سلم خليفة حفتر التقرير بعد قراءته.");
        assert!(found.is_empty(), "{found:?}");
    }
}
