//! Single days told from the day of writing: «أمس الأربعاء», «اليوم», «الاثنين الماضي»; a bare weekday is the nearest one in the direction of
//! the tense.

use super::calendar::Stretch;
use super::lexicon::{Class, Unit};
use super::scan::{Direction, Moment, Scan};

impl Scan<'_, '_> {
    /// «[يوم] أمس [الأربعاء]», «اليوم (الاثنين)», «الأحد», «السبت الماضي».
    pub(super) fn near_day(&self, at: usize) -> Option<Moment> {
        let day_word = self
            .word(at, |c| matches!(c, Class::Unit(Unit::Day)))
            .filter(|found| !found.definite);
        let start = day_word.map_or(at, |found| found.end);
        // «يوم، الأحد».
        let start = start + usize::from(day_word.is_some() && self.text.key(start) == "،");
        let mut moment = self
            .deictic_day(start)
            .or_else(|| self.weekday(start, day_word.is_some()))?;
        if let Some(word) = day_word {
            if moment.prefix > 0 {
                return None;
            }
            (moment.start, moment.prefix) = (at, word.prefix);
        }
        Some(moment)
    }

    pub(super) fn deictic_day(&self, at: usize) -> Option<Moment> {
        let found = self.word(at, |c| matches!(c, Class::Deictic(_)))?;
        let Class::Deictic(offset) = found.class else {
            return None;
        };
        let mut end = found.end;
        if offset == 0 && self.text.key(found.end - 1).ends_with("اليوم") {
            // «اليوم الأول», «ذلك اليوم», «اليوم نفسه», «اليوم التالي».
            if self
                .numbers
                .ordinal(self.text, end)
                .is_some_and(|ordinal| ordinal.definite && self.text.key(end) != "الاحد")
                || matches!(self.before(at), "ذلك" | "نفس" | "ذات")
                || self
                    .word(end, |c| matches!(c, Class::Same | Class::Past | Class::Next))
                    .is_some()
            {
                return None;
            }
        }
        // «غد» without ال is also a name of papers.
        if let Some(date) = self.day_after_today_word(&mut end) {
            return Some(Moment::date(at, end, found.prefix, date, "time.relative.deictic_date"));
        }
        let stretch = match self.today.and_then(|today| today.plus_days(offset)) {
            Some(day) => Stretch::day(day),
            None => Stretch {
                days: None,
                value: "XXXX-XX-XX".to_owned(),
                grain: Unit::Day,
            },
        };
        Some(Moment::date(at, end, found.prefix, stretch, "time.relative.deictic"))
    }

    /// The weekday after «أمس», in brackets or not, and the full date where one follows («اليوم الخميس 15 ديسمبر»).
    pub(super) fn day_after_today_word(&self, end: &mut usize) -> Option<Stretch> {
        let open = usize::from(self.text.key(*end) == "(");
        let comma = usize::from(open == 0 && self.text.key(*end) == "،");
        let is_weekday = |c: Class| matches!(c, Class::Weekday { bare: false, .. });
        if let Some(weekday) = self
            .word(*end + open + comma, is_weekday)
            .filter(|found| found.prefix == 0)
        {
            if open == 1 && self.text.key(weekday.end) != ")" {
                return None;
            }
            if comma == 0 || matches!(self.text.key(weekday.end), "،" | ".") {
                let with_date = self.date_of_number(weekday.end);
                *end = with_date.as_ref().map_or(weekday.end + open, |moment| moment.end);
                return with_date.map(|moment| moment.stretch);
            }
        }
        let with_date = self.date_of_number(*end)?;
        *end = with_date.end;
        Some(with_date.stretch)
    }

    pub(super) fn date_of_number(&self, at: usize) -> Option<Moment> {
        self.day_number(at)?;
        self.date(at)
            .filter(|moment| moment.prefix == 0 && moment.stretch.grain == Unit::Day)
    }

    pub(super) fn weekday(&self, at: usize, after_day: bool) -> Option<Moment> {
        const PLACES: [&str; 12] = [
            "قريه",
            "بلده",
            "حي",
            "سوق",
            "مدينه",
            "قري",
            "صلاه",
            "خطبه",
            "جامع",
            "شارع",
            "عزبه",
            "مخيم",
        ];
        let found = self.word(at, |c| matches!(c, Class::Weekday { .. }))?;
        let Class::Weekday { day, bare } = found.class else {
            return None;
        };
        if (bare && !after_day) || PLACES.contains(&self.before(at)) || (found.governed && bare) {
            return None;
        }
        let unresolved = |end| {
            Moment::date(
                at,
                end,
                found.prefix,
                Stretch {
                    days: None,
                    value: format!("XXXX-WXX-{}", day + 1),
                    grain: Unit::Day,
                },
                "time.relative.weekday",
            )
        };
        let of = usize::from(self.text.key(found.end) == "من");
        let week = self
            .unit_with_direction(found.end + of)
            .filter(|moment| moment.stretch.grain == Unit::Week && moment.prefix == 0);
        let (direction, end) = self.direction(found.end).unwrap_or((Direction::Unsaid, found.end));
        let Some(today) = self.today else {
            return Some(unresolved(end));
        };
        if let Some(week) = week {
            let date = week.stretch.days?.first.plus_days(i64::from(day))?;
            return Some(Moment::date(
                at,
                week.end,
                found.prefix,
                Stretch::day(date),
                "time.relative.weekday_of_week",
            ));
        }
        let back = i64::from((today.weekday() + 7 - day) % 7);
        let ahead = i64::from((day + 7 - today.weekday()) % 7);
        let offset = match direction {
            Direction::Past => -(if back == 0 { 7 } else { back }),
            Direction::Next => {
                if ahead == 0 {
                    7
                } else {
                    ahead
                }
            }
            Direction::This => i64::from(day) - i64::from(today.weekday()),
            Direction::Unsaid if self.is_future(at) => ahead,
            Direction::Unsaid => -back,
        };
        Some(Moment::date(
            at,
            end,
            found.prefix,
            Stretch::day(today.plus_days(offset)?),
            "time.relative.weekday",
        ))
    }
}
