//! From offsets of the folded text to offsets of the text.

use super::reference;
use super::span::Span;

/// The places where the distance between folded and original offsets changes, in order.
#[derive(Debug)]
pub(crate) struct Alignment {
    /// (folded offset, original offset): from here on the two advance together.
    breaks: Vec<(u32, u32)>,
    original_len: u32,
}

impl Alignment {
    pub(crate) fn new(original_len: u32) -> Self {
        Self {
            breaks: vec![(0, 0)],
            original_len,
        }
    }

    /// Records that the folded character at `folded` comes from the character at `original`. Offsets must not fall.
    pub(crate) fn push(&mut self, folded: u32, original: u32) {
        if self.original(folded) == original {
            return;
        }
        match self.breaks.last_mut() {
            Some(last) if last.0 == folded => last.1 = original,
            _ => self.breaks.push((folded, original)),
        }
    }

    /// The offset of the character that the folded character at this offset comes from.
    pub(crate) fn original(&self, folded: u32) -> u32 {
        // While the text is being folded the offset asked for is past the last break.
        let index = match self.breaks.last() {
            Some(last) if last.0 <= folded => self.breaks.len() - 1,
            _ => self.breaks.partition_point(|(at, _)| *at <= folded).saturating_sub(1),
        };
        self.breaks
            .get(index)
            .map_or(folded, |(at, original)| original + (folded - at))
            .min(self.original_len)
    }

    /// The span of the text that a folded range comes from: from its first character to the end of its last, with the
    /// marks that sit on it.
    pub(crate) fn span(&self, text: &str, folded: &str, start: u32, end: u32) -> Span {
        if start >= end {
            let at = self.original(start);
            return Span::new(at, at);
        }
        let last = folded
            .get(..end as usize)
            .and_then(|head| head.char_indices().next_back())
            .map_or(start, |(at, _)| at as u32);
        let last = self.original(last);
        let rest = text.get(last as usize..).unwrap_or_default();
        let own = reference::read(rest).map_or_else(|| rest.chars().next().map_or(0, char::len_utf8), |(len, _)| len);
        let marks = rest[own..]
            .find(|c| !musnad_data::fold::is_mark(c))
            .unwrap_or(rest.len() - own);
        let len = own + marks;
        Span::new(self.original(start), last + len as u32)
    }
}

#[cfg(test)]
mod tests {
    use super::super::normalize::normalize;

    /// The text behind the folded words.
    fn behind(text: &str, words: &str) -> String {
        let normalized = normalize(text);
        let at = normalized.folded.find(words).unwrap();
        let span = normalized
            .alignment
            .span(text, &normalized.folded, at as u32, (at + words.len()) as u32);
        span.of(text).to_owned()
    }

    #[test]
    fn spans_take_marks_and_leave_controls() {
        assert_eq!(behind("ثم قَالَتِ المصادرُ", "قالت"), "قَالَتِ");
        assert_eq!(behind("ثم \u{200f}قالت\u{200f} المصادر", "قالت"), "قالت");
        assert_eq!(behind("مســـلحون هنا", "مسلحون"), "مســـلحون");
        assert_eq!(behind("في ﻻهاي اليوم", "لاهاي"), "ﻻهاي");
        assert_eq!(behind("عام ٢٠١٥م", "2015"), "٢٠١٥");
        assert_eq!(behind("قال &quot;نعم&quot; ثم", "\"نعم\""), "&quot;نعم&quot;");
    }
}
