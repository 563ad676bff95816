//! What a counted noun says by itself: «قتيلا» (a dead one), «نازح» (displaced), «صاروخا» (a missile), «مدانين» (convicts).

use musnad_data::lexicon::Class;

use super::Reading;
use crate::document::QuantityKind;
use crate::morphology::{Features, Pos};

impl Reading<'_, '_> {
    /// The kind that the tags of a noun say.
    pub(super) fn tag_kind(&self, noun: usize) -> Option<QuantityKind> {
        const TAGS: [(&str, QuantityKind); 8] = [
            ("killed", QuantityKind::Killed),
            ("injured", QuantityKind::Injured),
            ("missing", QuantityKind::Missing),
            ("detained", QuantityKind::Detained),
            ("displaced", QuantityKind::Displaced),
            ("weapon", QuantityKind::Weapons),
            ("vehicle", QuantityKind::Vehicles),
            ("human", QuantityKind::People),
        ];
        // Bodies, sources and rounds are counted like things.
        const THINGS: [&str; 2] = ["مصدر", "رصاصة"];
        let tags = |reading: crate::morphology::Analysis| {
            let lexeme = reading.entry()?;
            if lexeme.has_tag("org") || THINGS.contains(&lexeme.lemma) {
                return Some(None);
            }
            TAGS.iter()
                .find(|(tag, _)| lexeme.has_tag(tag))
                .map(|(_, kind)| Some(*kind))
        };
        self.morphology.all(noun).find_map(tags).unwrap_or_else(|| {
            // «محافظة» is a province before it is a woman who governs.
            let known = |reading: crate::morphology::Analysis| {
                reading.entry().is_some_and(|lexeme| lexeme.class == Class::Noun)
            };
            let woman = self
                .lexicon
                .woman(self.text.key(noun))
                .filter(|_| !self.morphology.all(noun).any(known));
            let person = || self.is_person_by_origin(noun) || self.is_plural_of_persons(noun);
            woman.or_else(|| person().then_some(QuantityKind::People))
        })
    }

    /// «فلسطينيا», «حوثيين»: an adjective of origin that stands for a person.
    pub(super) fn is_person_by_origin(&self, noun: usize) -> bool {
        let key = self.text.key(noun);
        let best = self.morphology.best(noun);
        let adjective = best.pos == Pos::Adjective || best.lexeme.is_none();
        if key.starts_with("ال") {
            return adjective && ["يين", "يون"].iter().any(|ending| key.ends_with(ending));
        }
        adjective
            && ["يا", "يين", "يون", "يان", "ي"]
                .iter()
                .any(|ending| key.len() > ending.len() + 4 && key.ends_with(ending))
            && !key.starts_with("ال")
    }

    /// «مدانين», «مناصرون»: participles have this plural where they stand for people.
    fn is_plural_of_persons(&self, noun: usize) -> bool {
        let key = self.text.key(noun);
        let best = self.morphology.best(noun);
        let participle = Features::PARTICIPLE.with(Features::PASSIVE_PARTICIPLE);
        (key.ends_with("ون") || key.ends_with("ين"))
            && best.suffix == 0
            && best.features.has(Features::PLURAL)
            && best.features.any(participle)
    }
}
