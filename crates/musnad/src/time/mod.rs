//! Time expressions, resolved to days (TIMEX3).
//!
//! Recognises dates in every order and with every set of month names, also two at once («26 مارس/آذار الماضي», 26 March
//! last), Hijri dates («25 شوال 1436 هـ»), weekdays and «أمس», parts of the year («أواخر 2019»), clock times («الساعة
//! السابعة مساء»), lengths («ثلاثة أشهر»), recurrences («يوميا») and vague times («مؤخرا»). Relative times are worked
//! out from the day of publication; where the text says what day today is («اليوم الثلاثاء») and that is not the day of
//! publication, from the nearest earlier such day.
//!
//! Conventions: weeks run from Monday to Sunday, those of a month from its first Monday; a bare weekday is the latest one, today included, or the next after a
//! future verb; «قبل ثلاثة أشهر» is a month, «قبل عامين» a year; the start of a year is January to March, its end October
//! to December; parts of a month are 1–10, 11–20, 21–end; «نهاية» of the year or month of writing is its last day. In a text
//! that is a time and nothing else, what is left open is still to come.
//!
//! No times: ages («37 عاما» after العمر or in brackets), numbers of decisions and battalions, «السبت» in names of
//! villages after a definite noun. Times of other zones keep their hour and day as printed. Not handled: ages of things.
//!
//! Source: TIMEX3 of ISO-TimeML; Umm al-Qura by `icu_calendar`.

mod absolute;
mod calendar;
mod clock;
mod day;
mod duration;
mod holiday;
mod lexicon;
mod month;
mod night;
mod nth;
mod numeric;
mod phase;
mod recurrence;
mod reference;
mod relative;
mod scan;
mod span;
mod spoken;
mod tense;
mod week;
mod year;
mod zone;

use crate::document::{Date, TimeExpression, TimeKind};
use crate::error::Error;
use crate::morphology::Morphology;
use crate::number::Lexicon as Numbers;
use crate::text::Text;

/// Finds time expressions.
#[derive(Debug, Clone)]
pub(crate) struct TimeReader {
    lexicon: lexicon::Lexicon,
}

impl TimeReader {
    /// Parses the words of time.
    ///
    /// # Errors
    /// [`crate::ErrorKind::Resources`], with table and line.
    pub(crate) fn new() -> Result<Self, Error> {
        Ok(Self {
            lexicon: lexicon::Lexicon::new()?,
        })
    }

    /// The time expressions of a text, in order, without overlap, resolved against the day of publication.
    pub(crate) fn read(
        &self,
        text: &Text<'_>,
        morphology: &Morphology,
        numbers: &Numbers,
        published_at: Option<Date>,
    ) -> Vec<TimeExpression> {
        scan::Scan::new(&self.lexicon, text, morphology, numbers, published_at).run()
    }
}

/// Whether the expression is a date or clock time, whose digits are no numbers.
pub(crate) fn is_calendar(time: &TimeExpression) -> bool {
    matches!(time.kind, TimeKind::Date | TimeKind::Time)
}

#[cfg(test)]
mod tests;
