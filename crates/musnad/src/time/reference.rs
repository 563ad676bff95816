//! Vague times, and those that point at one told before: «مؤخرا» (lately), «لاحقا» (later), «آنذاك» (then), «في وقت سابق الأحد».

use super::calendar::Stretch;
use super::lexicon::{Class, Reference, Unit};
use super::scan::{Moment, Scan};
use crate::document::{Days, TimeKind};

impl Scan<'_, '_> {
    /// «مؤخرا», «لاحقا», «آنذاك».
    pub(super) fn reference(&self, at: usize) -> Option<Moment> {
        let found = self.word(at, |c| matches!(c, Class::Reference(_) | Class::Anaphor))?;
        // «آلان» is a man.
        if self.text.key(at) == "الان" && self.text.raw_of(at).starts_with('آ') {
            return None;
        }
        let Class::Reference(reference) = found.class else {
            let rule = if self.last_unresolved {
                "time.relative.anaphor"
            } else {
                "time.anaphor"
            };
            let stretch = self.last.clone().filter(|_| !self.last_unresolved).unwrap_or(Stretch {
                days: None,
                value: "PAST_REF".to_owned(),
                grain: Unit::Day,
            });
            return Some(Moment::date(at, found.end, found.prefix, stretch, rule));
        };
        let value = match reference {
            Reference::Past => "PAST_REF",
            Reference::Present => "PRESENT_REF",
            Reference::Future => "FUTURE_REF",
            Reference::Later if self.is_future(at) || self.imperfect_nearby(at) => "FUTURE_REF",
            Reference::Later => "PAST_REF",
        };
        // «سابقا» and its like say when by the day beside them: «وقت سابق الأحد», «وقت سابق من العام الحالي».
        if matches!(self.text.key(found.end - 1), "سابق" | "لاحق" | "مبكر") {
            let of = usize::from(self.text.key(found.end) == "من");
            if let Some(day) = self.date(found.end + of) {
                let mut stretch = day.stretch;
                if stretch.grain > Unit::Day
                    && let (Some(days), Some(today)) = (stretch.days, self.today)
                    && days.first <= today
                    && today <= days.last
                {
                    // «وقت لاحق من هذا الشهر» is still to come, «وقت سابق» has been.
                    let later = self.text.key(found.end - 1) == "لاحق" && (self.alone || self.is_future(at));
                    let days = if value == "PAST_REF" && !later {
                        Days {
                            first: days.first,
                            last: today,
                        }
                    } else {
                        Days {
                            first: today,
                            last: days.last,
                        }
                    };
                    stretch.days = Some(days);
                }
                return Some(Moment::date(
                    at,
                    day.end,
                    found.prefix,
                    stretch,
                    "time.relative.earlier_in",
                ));
            }
        }
        Some(Moment::bare(
            at,
            found.end,
            found.prefix,
            TimeKind::Date,
            value.to_owned(),
            "time.vague",
        ))
    }
}
