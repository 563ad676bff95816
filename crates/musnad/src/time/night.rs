//! Nights and parts of this day: «الليلة الماضية» (last night), «ليلة 14 على 15 يوليو» (the night to 15 July), «هذا الصباح».

use super::clock::part_of;
use super::lexicon::{Class, Part, Unit};
use super::scan::{Moment, Scan};
use super::tense::Direction;
use crate::document::Days;

impl Scan<'_, '_> {
    /// «الليلة», «الليلة الماضية», «منتصف الليلة الماضية».
    pub(super) fn named_night(&self, at: usize) -> Option<Moment> {
        // «الليلة قبل الماضية».
        if self.text.key(at) == "الليله"
            && self.text.key(at + 1) == "قبل"
            && let Some((Direction::Past, end)) = self.direction(at + 2)
        {
            let day = self.today.and_then(|today| today.plus_days(-2));
            return Some(self.time_moment(at, end, 0, day, "TNI", "time.part_of_day"));
        }
        if matches!(self.text.key(at), "الليله" | "والليله" | "لليله")
            && let Some((direction, end)) = self.direction(at + 1)
        {
            let days = match direction {
                Direction::Past => -1,
                Direction::Next => 1,
                _ => 0,
            };
            let day = self.today.and_then(|today| today.plus_days(days));
            let prefix = (self.text.key(at).len() - "الليله".len()) as u8;
            return Some(self.time_moment(at, end, prefix, day, "TNI", "time.part_of_day"));
        }
        // «سيجتمع المجلس الليلة».
        if self.text.key(at) == "الليله"
            && self.clause_ends(at + 1)
            && (self.alone || self.is_future(at))
            && !matches!(self.before(at), "تلك" | "ذات" | "نفس" | "في")
        {
            return Some(self.time_moment(at, at + 1, 0, self.today, "TNI", "time.part_of_day"));
        }
        // «منتصف الليلة الماضية»: when one day becomes another.
        if self.text.key(at) == "منتصف"
            && self.text.key(at + 1) == "الليله"
            && let Some((Direction::Past, end)) = self.direction(at + 2)
        {
            let yesterday = self.today.and_then(|today| today.plus_days(-1));
            let mut moment = self.time_moment(at, end, 0, yesterday, "T24:00", "time.part_of_day");
            if let (Some(first), Some(last)) = (yesterday, self.today) {
                moment.stretch.days = Some(Days { first, last });
            }
            return Some(moment);
        }
        None
    }

    /// «هذا الصباح», «هذه الليلة»: of today.
    pub(super) fn this_part(&self, at: usize) -> Option<Moment> {
        if !matches!(self.text.key(at), "هذا" | "هذه") {
            return None;
        }
        let key = self.text.key(at + 1);
        let part = if key == "الليله" {
            Part::Night
        } else {
            self.word(at + 1, |c| matches!(c, Class::Part(_)))
                .filter(|found| found.end == at + 2 && found.prefix == 0 && key.starts_with("ال"))
                .and_then(|found| part_of(found.class))?
        };
        let code = format!("T{}", part.code());
        Some(self.time_moment(at, at + 2, 0, self.today, &code, "time.part_of_day"))
    }

    /// «ليلة 14 على 15 يوليو», «ليل 14-15 يوليو»: the night between two days.
    pub(super) fn night_of_dates(&self, at: usize) -> Option<Moment> {
        let night = self
            .word(at, |c| c == Class::Part(Part::Night))
            .filter(|found| found.end == at + 1)?;
        let (first, after, 0) = self.day_number(night.end)? else {
            return None;
        };
        if !matches!(self.text.key(after), "علي" | "الي" | "-" | "–" | "/") {
            return None;
        }
        let date = self
            .day_month_year(after + 1)
            .filter(|date| date.prefix == 0 && date.stretch.grain == Unit::Day)?;
        let last = date.stretch.days?.first;
        let first = last.plus_days(-1).filter(|day| day.day() == first)?;
        let mut moment = self.time_moment(at, date.end, night.prefix, Some(first), "TNI", "time.part_of_day");
        moment.stretch.days = Some(Days { first, last });
        Some(moment)
    }
}
