//! What a caller's offsets count: bytes inside, the caller's encoding at the edge. This is the one place that converts.

use super::span::Span;

/// What the spans of a result count.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum OffsetEncoding {
    /// Unicode code points, as Python counts.
    #[default]
    Utf32,
    /// Bytes.
    Utf8,
    /// UTF-16 code units, as JavaScript and Java count.
    Utf16,
}

/// One sampled offset every so many bytes keeps look-ups short and the table small.
const STRIDE: usize = 64;

/// Converts between byte offsets of one text and offsets in another encoding.
#[derive(Debug)]
pub(crate) struct OffsetMap<'t> {
    text: &'t str,
    encoding: OffsetEncoding,
    /// Units before the first character that starts at or after `i * STRIDE` bytes, with that character's offset.
    samples: Vec<(u32, u32)>,
}

impl<'t> OffsetMap<'t> {
    /// Prepares the text, in one pass.
    pub(crate) fn new(text: &'t str, encoding: OffsetEncoding) -> Self {
        let mut samples = Vec::new();
        if encoding != OffsetEncoding::Utf8 {
            samples.reserve(text.len() / STRIDE + 1);
            let mut units = 0;
            for (at, c) in text.char_indices() {
                while samples.len() * STRIDE <= at {
                    samples.push((units, at as u32));
                }
                units += width(c, encoding);
            }
        }
        Self {
            text,
            encoding,
            samples,
        }
    }

    /// From bytes to the caller's units. Offsets past the end give the end.
    pub(crate) fn encode(&self, byte: u32) -> u32 {
        if self.encoding == OffsetEncoding::Utf8 {
            return byte.min(self.text.len() as u32);
        }
        let sample = self.samples.partition_point(|(_, at)| *at <= byte).saturating_sub(1);
        let (units, start) = self.samples.get(sample).copied().unwrap_or((0, 0));
        let head = self
            .text
            .get(start as usize..(byte as usize).min(self.text.len()))
            .unwrap_or_default();
        units + head.chars().map(|c| width(c, self.encoding)).sum::<u32>()
    }

    /// From the caller's units to bytes; `None` past the end or inside a character.
    pub(crate) fn decode(&self, unit: u32) -> Option<u32> {
        if self.encoding == OffsetEncoding::Utf8 {
            return self.text.is_char_boundary(unit as usize).then_some(unit);
        }
        let sample = self
            .samples
            .partition_point(|(units, _)| *units <= unit)
            .saturating_sub(1);
        let (mut units, start) = self.samples.get(sample).copied().unwrap_or((0, 0));
        for (at, c) in self.text.get(start as usize..)?.char_indices() {
            if units == unit {
                return Some(start + at as u32);
            }
            if units > unit {
                return None;
            }
            units += width(c, self.encoding);
        }
        (units == unit).then_some(self.text.len() as u32)
    }

    /// [`Self::encode`] for both ends.
    pub(crate) fn encode_span(&self, span: Span) -> (u32, u32) {
        (self.encode(span.start), self.encode(span.end))
    }

    /// [`Self::decode`] for both ends; `None` too where the end is before the start.
    pub(crate) fn decode_span(&self, start: u32, end: u32) -> Option<Span> {
        let (start, end) = (self.decode(start)?, self.decode(end)?);
        (start <= end).then(|| Span::new(start, end))
    }
}

fn width(c: char, encoding: OffsetEncoding) -> u32 {
    match encoding {
        OffsetEncoding::Utf32 => 1,
        OffsetEncoding::Utf8 => c.len_utf8() as u32,
        OffsetEncoding::Utf16 => c.len_utf16() as u32,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn offsets_round_trip_in_every_encoding(text in "[\\u{0}-\\u{ff}ء-ي😀-😂]{0,200}") {
            for encoding in [OffsetEncoding::Utf8, OffsetEncoding::Utf16, OffsetEncoding::Utf32] {
                let map = OffsetMap::new(&text, encoding);
                let mut units = 0;
                for (at, c) in text.char_indices() {
                    prop_assert_eq!(map.encode(at as u32), units);
                    prop_assert_eq!(map.decode(units), Some(at as u32));
                    units += width(c, encoding);
                }
                prop_assert_eq!(map.encode(text.len() as u32), units);
                prop_assert_eq!(map.decode(units), Some(text.len() as u32));
                prop_assert_eq!(map.decode(units + 1), None);
            }
        }
    }
}
