//! What comes back: «يوميا» (daily), «كل يوم جمعة» (every Friday), «كل ثلاثة أشهر», «مرتين في الأسبوع», «أيام الجمعة».
//!
//! The value is the period (P1W); how often within it is told by the words alone.

use super::lexicon::{Class, Unit};
use super::scan::{Moment, Scan};
use crate::document::TimeKind;

impl Scan<'_, '_> {
    fn set(&self, at: usize, end: usize, prefix: u8, period: &str) -> Moment {
        Moment::bare(at, end, prefix, TimeKind::Set, period.to_owned(), "time.set")
    }

    /// The token after further weekdays: «[كل اثنين] وخميس».
    fn further_weekdays(&self, mut end: usize) -> usize {
        while let Some(next) = self
            .word(end, |c| matches!(c, Class::Weekday { .. }))
            .filter(|next| next.and && !next.governed)
        {
            end = next.end;
        }
        end
    }

    /// «أيام الجمعة»: Fridays; not «أيام الثلاثاء والأربعاء الماضيين».
    fn weekdays_of_weeks(&self, at: usize) -> Option<Moment> {
        if self.text.key(at) != "ايام" {
            return None;
        }
        let day = self
            .word(at + 1, |c| matches!(c, Class::Weekday { bare: false, .. }))
            .filter(|day| day.prefix == 0)?;
        let end = self.further_weekdays(day.end);
        let single = self.direction(end).is_some() || self.day_number(end).is_some() || self.text.key(end) == "من";
        (!single).then(|| self.set(at, end, 0, "P1W"))
    }

    /// «مرتين في الأسبوع», «ثلاث مرات يوميا», «مرة كل شهرين»: so often in a period.
    pub(super) fn frequency(&self, at: usize) -> Option<Moment> {
        let (after, prefix) = match self.text.key(at) {
            "مره" | "مرتين" | "مرتان" => (at + 1 + usize::from(self.text.key(at + 1) == "واحده"), 0),
            _ => {
                let (_, end, prefix) = self.cardinal(at)?;
                (matches!(self.text.key(end), "مرات" | "مره")).then_some((end + 1, prefix))?
            }
        };
        // «مرة كل شهرين», «3 مرات يوميا».
        if let Some(again) = self
            .recurrence(after)
            .filter(|again| again.prefix == 0 && again.kind == TimeKind::Set)
        {
            return Some(Moment {
                start: at,
                prefix,
                ..again
            });
        }
        if !matches!(self.text.key(after), "في" | "خلال") {
            return None;
        }
        let (unit, end) = if matches!(self.text.key(after + 1), "اليوم") {
            (Unit::Day, after + 2)
        } else {
            let found = self
                .word(after + 1, |c| matches!(c, Class::Unit(_)))
                .filter(|found| found.definite && found.prefix == 0)?;
            let Class::Unit(unit) = found.class else { return None };
            (unit, found.end)
        };
        if unit > Unit::Year || self.direction(end).is_some() || self.word(end, |c| c == Class::Same).is_some() {
            return None;
        }
        let end = end + usize::from(matches!(self.text.key(end), "الواحد" | "الواحده"));
        let time = if unit.is_clock() { "T" } else { "" };
        Some(self.set(at, end, prefix, &format!("P{time}1{}", unit.code())))
    }

    /// «يوميا», «كل أسبوع», «كل يوم جمعة», «كل ثلاثة أشهر», «15 مايو من كل عام».
    pub(super) fn recurrence(&self, at: usize) -> Option<Moment> {
        if let Some(found) = self.word(at, |c| matches!(c, Class::Set(_))) {
            let Class::Set(period) = found.class else { return None };
            // «كل يوم جمعة» is longer.
            let weekday = self
                .word(found.end, |c| matches!(c, Class::Weekday { .. }))
                .filter(|day| day.prefix == 0 && period == "P1D");
            let (period, end) = weekday.map_or((period, found.end), |day| ("P1W", self.further_weekdays(day.end)));
            return Some(Moment::bare(
                at,
                end,
                found.prefix,
                TimeKind::Set,
                period.to_owned(),
                "time.set",
            ));
        }
        if let Some(weekdays) = self.weekdays_of_weeks(at) {
            return Some(weekdays);
        }
        let prefix = match self.text.key(at) {
            "كل" => 0,
            "وكل" | "بكل" => 2,
            _ => return None,
        };
        let day_word = self
            .word(at + 1, |c| matches!(c, Class::Unit(Unit::Day)))
            .map_or(at + 1, |found| found.end);
        if let Some(day) = self
            .word(day_word, |c| matches!(c, Class::Weekday { .. }))
            .filter(|day| day.prefix == 0)
        {
            return Some(self.set(at, self.further_weekdays(day.end), prefix, "P1W"));
        }
        let amount = self
            .amount(at + 1)
            .filter(|amount| amount.prefix == 0 && (amount.value.is_some() || amount.few) && !amount.prefixless_noun)?;
        Some(Moment::bare(
            at,
            amount.end,
            prefix,
            TimeKind::Set,
            amount.timex(),
            "time.set",
        ))
    }
}
