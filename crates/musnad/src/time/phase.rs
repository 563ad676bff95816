//! Parts of months, years, decades: «مطلع 2017», «منتصف يناير», «أواخر الأسبوع المقبل».

use super::calendar::Stretch;
use super::lexicon::{Class, Phase, Unit};
use super::scan::{Moment, Scan};
use crate::document::TimeModifier;
use crate::morphology::Pos;
use crate::number::plain_digits;
use crate::text::token::TokenKind;

impl Scan<'_, '_> {
    /// «[نهاية] الشهر»: the one in which the text was written.
    fn bare_unit(&self, at: usize) -> Option<Moment> {
        let found = self
            .word(at, |c| matches!(c, Class::Unit(Unit::Week | Unit::Month | Unit::Year)))
            .filter(|found| found.definite && found.prefix == 0)?;
        let Class::Unit(unit) = found.class else { return None };
        if self.numbers.is_number_word(self.text, found.end) || !self.clause_ends_or_goes_on(found.end) {
            return None;
        }
        let rule = "time.relative.unit";
        let stretch = match self.today {
            Some(today) if unit == Unit::Year => Stretch::year(today.year())?,
            Some(today) if unit == Unit::Week => Stretch::week(today)?,
            Some(today) => Stretch::month(today.year(), today.month())?,
            None => Stretch {
                days: None,
                value: "PRESENT_REF".to_owned(),
                grain: unit,
            },
        };
        Some(Moment::date(at, found.end, 0, stretch, rule))
    }

    /// Whether no adjective or genitive follows that would tell which one is meant.
    fn clause_ends_or_goes_on(&self, at: usize) -> bool {
        self.text.kind(at) != TokenKind::Word
            || !matches!(
                self.morphology.best(at).pos,
                Pos::Noun | Pos::Adjective | Pos::ProperNoun
            )
            || !self.text.key(at).starts_with("ال")
    }

    /// Whether an indefinite noun or its adjective stands before the token.
    fn follows_noun(&self, at: usize) -> bool {
        let Some(before) = at.checked_sub(1) else { return false };
        let best = self.morphology.best(before);
        self.text.kind(before) == TokenKind::Word
            && matches!(best.pos, Pos::Noun | Pos::Adjective)
            && best.lexeme.is_some()
            && !self.text.word_key(before, best).starts_with("ال")
    }

    /// «مطلع 2017», «منتصف يناير», «نهاية العام الماضي», «بداية شهر نوفمبر», «أواخر الأسبوع المقبل».
    pub(super) fn phase(&self, at: usize) -> Option<Moment> {
        let found = self.word(at, |c| matches!(c, Class::Phase(_)))?;
        let Class::Phase(phase) = found.class else { return None };
        // «جندي إماراتي آخر الأسبوع الماضي»: another one.
        if self.text.key(at) == "اخر" && self.follows_noun(at) {
            return None;
        }
        let bare_year = plain_digits(self.text.key(found.end))
            .filter(|year| (1800..2100).contains(year))
            .and_then(|year| Stretch::year(year.cast_signed()));
        let inner = match bare_year {
            Some(stretch) => Moment::date(found.end, found.end + 1, 0, stretch, "time.phase"),
            None => self
                .month_year(found.end)
                .or_else(|| self.year(found.end))
                .or_else(|| self.decade_or_century(found.end))
                .or_else(|| self.unit_with_direction(found.end))
                .or_else(|| self.bare_unit(found.end))
                .filter(|inner| inner.prefix == 0)?,
        };
        if inner.stretch.grain < Unit::Week {
            return None;
        }
        let mut stretch = inner.stretch.phase(phase);
        if self.text.key(found.end - 1) == "بدء"
            && let Some(days) = stretch.days
        {
            stretch = Stretch::day(days.first);
        }
        // «نهاية العام الجاري»: the day on which it ends.
        if self.text.key(found.end - 1).ends_with("نهايه")
            && let (Some(days), Some(whole), Some(today)) = (stretch.days, inner.stretch.days, self.today)
            && whole.first <= today
            && today <= whole.last
        {
            stretch = Stretch::day(days.last);
        }
        let modifier = match phase {
            Phase::Start => TimeModifier::Start,
            Phase::Mid => TimeModifier::Mid,
            Phase::End => TimeModifier::End,
        };
        let rule = if inner.rule.starts_with("time.relative") {
            "time.relative.phase"
        } else {
            "time.phase"
        };
        Some(Moment {
            start: at,
            end: inner.end,
            prefix: found.prefix,
            stretch,
            modifier: Some(modifier),
            rule,
            ..inner
        })
    }
}
