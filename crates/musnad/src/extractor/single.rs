//! One stage alone: times, or every number.

use super::Extractor;
use crate::document::{Document, Number, TimeExpression};
use crate::error::Error;
use crate::number::NumberMention;
use crate::text::Text;
use crate::time;

impl Extractor {
    /// Reads the times of a document and nothing else.
    ///
    /// # Errors
    /// [`crate::ErrorKind::EmptyText`], [`crate::ErrorKind::DocumentTooLarge`].
    pub fn times(&self, document: &Document<'_>) -> Result<Vec<TimeExpression>, Error> {
        self.check(document.text)?;
        let text = Text::new(document.text);
        let morphology = self.analyser.read(&text);
        Ok(self
            .times
            .read(&text, &morphology, &self.numbers.lexicon, document.published_at))
    }

    /// Reads every number of a document, also those that count nothing.
    ///
    /// # Errors
    /// [`crate::ErrorKind::EmptyText`], [`crate::ErrorKind::DocumentTooLarge`].
    pub fn numbers(&self, document: &Document<'_>) -> Result<Vec<Number>, Error> {
        self.check(document.text)?;
        let text = Text::new(document.text);
        let morphology = self.analyser.read(&text);
        let times = self
            .times
            .read(&text, &morphology, &self.numbers.lexicon, document.published_at);
        // The digits of a date or clock time are no numbers.
        let in_date = |number: &NumberMention| {
            let span = number.span(&text);
            times
                .iter()
                .any(|time| time::is_calendar(time) && time.span.start < span.end && span.start < time.span.end)
        };
        let number = |found: NumberMention| Number {
            span: found.span(&text),
            kind: found.kind,
            value: found.value,
            min: found.min,
            max: found.max,
        };
        Ok(self
            .numbers
            .read(&text)
            .into_iter()
            .filter(|found| !in_date(found) && !found.is_glued(&text))
            .map(number)
            .collect())
    }
}
