//! From one date to another: «من 3 حتى 12 سبتمبر», «بين الخامس والثامن من الشهر الجاري», «17 يوليو حتى 19 منه».

use super::calendar::Stretch;
use super::lexicon::Unit;
use super::scan::{Moment, Scan};
use crate::document::Date;

impl Scan<'_, '_> {
    /// «من 3 حتى 12 سبتمبر», «بين الخامس والثامن من الشهر الجاري», «17 يوليو حتى 19 منه», «5 أو 12 نوفمبر».
    pub(super) fn range(&self, at: usize) -> Option<Moment> {
        let (mut start, mut opened) = (at, 0);
        // «الفترة [الممتدة|ما] بين …».
        if matches!(self.text.key(start), "الفتره" | "المده" | "للفتره" | "بالفتره") {
            start += 1 + usize::from(matches!(self.text.key(start + 1), "الممتده" | "الواقعه" | "ما"));
            opened = 1;
        }
        if self.text.key(start) == "ما" && self.text.key(start + 1) == "بين" {
            start += 1;
        }
        let between = self.text.key(start) == "بين";
        let from = matches!(self.text.key(start), "من" | "ومن");
        if opened == 1 && !between && !from {
            return None;
        }
        let first = start + usize::from(between || from);
        let joint = |at: usize| match self.text.key(at) {
            "و" if between => Some(at + 1),
            "الي" | "حتي" | "وحتي" | "لغايه" if !between => Some(at + 1),
            "-" | "–" | "او" if !between => Some(at + 1),
            key if between && key.starts_with('و') && key.len() > 2 => Some(at),
            _ => None,
        };
        // Both ends are dates.
        if let Some(a) = self
            .date(first)
            .filter(|a| a.prefix == 0 && a.stretch.grain >= Unit::Day)
            && let Some(second) = joint(a.end)
        {
            // «19 منه»: the day of the same month.
            if let Some((day, end, _)) = self.day_number(second)
                && self.text.key(end) == "منه"
                && let Some(days) = a.stretch.days
            {
                let last = Date::new(days.first.year(), days.first.month(), day)?;
                let stretch = Stretch::span(&a.stretch, &Stretch::day(last))?;
                return Some(Moment {
                    start: at,
                    end: end + 1,
                    stretch,
                    ..a
                });
            }
            let marked = between || from || matches!(self.text.key(a.end), "حتي" | "الي");
            let b = self
                .date(second)
                .filter(|b| (b.prefix == 0 || (between && b.prefix == 2)) && b.stretch.grain == a.stretch.grain);
            if let (true, Some(b)) = (marked, b)
                && let Some(stretch) = Stretch::span(&a.stretch, &b.stretch)
            {
                return Some(Moment {
                    start: at,
                    end: b.end,
                    stretch,
                    prefix: 0,
                    rule: if a.rule.starts_with("time.relative") {
                        "time.relative.range"
                    } else {
                        "time.range"
                    },
                    ..a
                });
            }
        }
        // The first end is a day only; month and year are those of the second.
        let (day, after, prefix) = self.day_number(first)?;
        let second = joint(after)?;
        let b = self
            .day_month_year(second)
            .filter(|b| b.stretch.grain == Unit::Day && (b.prefix == 0 || between))?;
        let last = b.stretch.days.map(|days| days.first);
        let stretch = match last {
            Some(last) => {
                let begin = Date::new(last.year(), last.month(), day).filter(|begin| *begin < last)?;
                Stretch::from_to(begin, last)
            }
            None => b.stretch.clone(),
        };
        Some(Moment {
            start: at,
            end: b.end,
            prefix: if start == at && first == at { prefix } else { 0 },
            stretch,
            ..b
        })
    }
}
