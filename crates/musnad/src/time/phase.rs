//! Parts of months, years, decades: «مطلع 2017», «منتصف يناير», «أواخر الأسبوع المقبل».

use super::calendar::Stretch;
use super::lexicon::{Class, Phase, Unit};
use super::scan::{Moment, Scan};
use crate::document::TimeModifier;
use crate::number::plain_digits;

impl Scan<'_, '_> {
    /// «مطلع 2017», «منتصف يناير», «نهاية العام الماضي», «بداية شهر نوفمبر», «أواخر الأسبوع المقبل».
    pub(super) fn phase(&self, at: usize) -> Option<Moment> {
        let found = self.word(at, |c| matches!(c, Class::Phase(_)))?;
        let Class::Phase(phase) = found.class else { return None };
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
