//! Two without a number: «جنديان», «شخصين».

use std::ops::Range;

use super::{Counted, Last, Reading};
use crate::document::{Quantity, QuantityKind};
use crate::morphology::{Analysis, Features, Pos};
use crate::text::token::TokenKind;

impl Reading<'_, '_> {
    /// «جنديان», «قذيفتي هاون»: an indefinite dual counts two.
    pub(super) fn of_dual(&self, at: usize, last: Last) -> Option<(Quantity, Range<usize>)> {
        // Most words end in no way that a dual does.
        let key = self.text.key(at);
        if self.text.kind(at) != TokenKind::Word || !key.ends_with(['ن', 'ا', 'ي']) {
            return if key == "احد" { self.one_of(at) } else { None };
        }
        let best = self.morphology.best(at);
        let is_dual = |reading: &Analysis| {
            reading.pos == Pos::Noun
                && reading.features.has(Features::DUAL)
                && reading.lexeme.is_some()
                && reading.suffix == 0
        };
        // «مقتل شرطيين»: written like the plural; right after its predicate it is the dual.
        let oblique = self.text.key(at).ends_with("ين")
            && !matches!(self.text.key(at + 1), "بينهم" | "بينهن" | "منهم")
            && self.tag_kind(at) == Some(QuantityKind::People)
            && at > 0
            && self.lexicon.predicate(self.text, self.morphology, at - 1).is_some();
        // «استشهد فلسطينيان»: an adjective of origin that stands for two people.
        let origin = key.ends_with("يان")
            && self.is_person_by_origin(at)
            && at > 0
            && self.lexicon.predicate(self.text, self.morphology, at - 1).is_some();
        let dual = is_dual(&best) || origin || oblique && self.morphology.all(at).any(|reading| is_dual(&reading));
        if !dual
            || best.features.has(Features::DEFINITE)
            || self.text.word_key(at, best).starts_with("ال")
            || self.numbers.lexicon.is_number_word(self.text, at)
            || self.lexicon.looks_like_dual(self.text.key(at))
        {
            return self.one_of(at);
        }
        // «مدنيين بينهم نساء»: more than two.
        if self.text.key(at).ends_with("ين") && matches!(self.text.key(at + 1), "بينهم" | "بينهن" | "منهم")
        {
            return self.one_of(at);
        }
        let tag = self.tag_kind(at);
        if best.features.has(Features::CONSTRUCT)
            && !matches!(tag, Some(QuantityKind::Weapons | QuantityKind::Vehicles))
        {
            return None;
        }
        if matches!(
            self.text.key(at),
            "الطرفين" | "طرفين" | "يدين" | "عينين" | "مرتين" | "حين" | "ضعفين"
        ) {
            return None;
        }
        let mut end = self.phrase_end(at);
        end += usize::from(matches!(self.text.key(end), "اثنين" | "اثنان" | "اثنتين" | "اثنتان"));
        let kind = self.people_kind(at, at..end, &last)?;
        let counted = Counted {
            tokens: at..end,
            prefix: best.prefix,
            kind,
            noun: Some(at),
            currency: "",
            unit: None,
            factor: 1.0,
            rule: "quantity.dual",
        };
        Some(self.quantity(&counted, at..end, Some(2.0), Some(2.0)))
    }

    /// «مقتل أحد أفراد القوى الأمنية»: one of several people, whose fate is told by the word before.
    pub(super) fn one_of(&self, at: usize) -> Option<(Quantity, Range<usize>)> {
        if !matches!(self.text.key(at), "احد" | "احدي") || self.tag_kind(at + 1) != Some(QuantityKind::People) {
            return None;
        }
        let kind = self.fate(at..at + 2, 1)?;
        let end = self.phrase_end(at + 1);
        let counted = Counted {
            tokens: at..end,
            prefix: 0,
            kind,
            noun: Some(at + 1),
            currency: "",
            unit: None,
            factor: 1.0,
            rule: "quantity.one_of",
        };
        Some(self.quantity(&counted, at..end, Some(1.0), Some(1.0)))
    }
}
