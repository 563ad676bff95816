//! From bytes to text: UTF-8 or a refusal that says what the bytes look like instead.
//!
//! Old Arabic files are often Windows-1256. They are not converted silently, since spans count in the text that was
//! given; the error names the likely encoding, so that the caller can convert the file and keep the result.

use crate::error::{Error, ErrorKind};

/// Reads bytes as UTF-8.
///
/// ```
/// // «قال» in Windows-1256.
/// let error = musnad::read_utf8(&[0xDE, 0xC7, 0xE1]).unwrap_err();
/// assert_eq!(error.kind(), musnad::ErrorKind::InvalidUtf8);
/// assert!(error.to_string().contains("Windows-1256"));
/// ```
///
/// # Errors
/// [`ErrorKind::InvalidUtf8`] with the offset of the first bad byte and, where it can be told, the likely encoding.
pub fn read_utf8(bytes: &[u8]) -> Result<&str, Error> {
    std::str::from_utf8(bytes).map_err(|error| {
        let at = error.valid_up_to();
        let hint = match likely_encoding(bytes) {
            Some((name, iconv)) => {
                format!("the bytes look like {name}: convert them first, e.g. with `iconv -f {iconv} -t UTF-8`")
            }
            None => "give the text in UTF-8".to_owned(),
        };
        Error::new(
            ErrorKind::InvalidUtf8,
            format!("document.text is not UTF-8 (byte {at}); {hint}"),
        )
    })
}

/// Most bytes looked at: a guess needs no more.
const SAMPLE: usize = 64 << 10;

/// The encoding the bytes look like, and its name for iconv.
fn likely_encoding(bytes: &[u8]) -> Option<(&'static str, &'static str)> {
    match bytes {
        [0xFF, 0xFE, ..] => return Some(("UTF-16 (little-endian)", "UTF-16")),
        [0xFE, 0xFF, ..] => return Some(("UTF-16 (big-endian)", "UTF-16")),
        _ => {}
    }
    let sample = bytes.get(..SAMPLE).unwrap_or(bytes);
    let high = sample.iter().filter(|byte| **byte >= 0x80).count();
    // A byte sequence that is UTF-8 but for a few places is damaged UTF-8 and no other encoding.
    let valid = sample
        .utf8_chunks()
        .map(|chunk| chunk.valid().bytes().filter(|byte| *byte >= 0x80).count())
        .sum::<usize>();
    if high == 0 || valid * 2 > high {
        return None;
    }
    let letters = |is_letter: fn(u8) -> bool| sample.iter().filter(|byte| is_letter(**byte)).count();
    let mostly = |count: usize| count * 10 >= high * 9;
    let pairs = |second: u8| sample.windows(2).filter(|pair| *pair == [0xC7, second]).count();
    // The two share alef (C7) and the letters up to ghain; lam is E1 in one and E4 in the other, and «ال» is everywhere.
    let (windows, iso) = (
        mostly(letters(is_windows_1256_letter)),
        mostly(letters(is_iso_8859_6_letter)),
    );
    match (windows, iso) {
        (_, true) if pairs(0xE4) > pairs(0xE1) => Some(("ISO-8859-6", "ISO-8859-6")),
        (true, _) => Some(("Windows-1256", "WINDOWS-1256")),
        (false, true) => Some(("ISO-8859-6", "ISO-8859-6")),
        (false, false) => None,
    }
}

/// Arabic letters, marks and punctuation of Windows-1256, without its French letters.
fn is_windows_1256_letter(byte: u8) -> bool {
    matches!(byte, 0x81 | 0x8D..=0x90 | 0x98 | 0x9A | 0x9F | 0xA1 | 0xAA | 0xAB | 0xBA..=0xBB | 0xBF..=0xD6 | 0xD8..=0xDF
        | 0xE1 | 0xE3..=0xE6 | 0xEC..=0xED | 0xF0..=0xF3 | 0xF5..=0xF6 | 0xF8 | 0xFA)
}

/// Arabic letters, marks and punctuation of ISO 8859-6.
fn is_iso_8859_6_letter(byte: u8) -> bool {
    matches!(byte, 0xAC | 0xBB | 0xBF | 0xC1..=0xDA | 0xE0..=0xF2)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn refused(bytes: &[u8]) -> String {
        let error = read_utf8(bytes).unwrap_err();
        assert_eq!((error.kind(), error.field()), (ErrorKind::InvalidUtf8, "document.text"));
        error.to_string()
    }

    #[test]
    fn utf8_is_read_as_it_is() {
        assert_eq!(read_utf8("قال «نعم»".as_bytes()).unwrap(), "قال «نعم»");
    }

    #[test]
    fn windows_1256_is_named() {
        // «قالت المصادر إن الجيش» (the sources said that the army)
        let bytes = b"\xDE\xC7\xE1\xCA \xC7\xE1\xE3\xD5\xC7\xCF\xD1 \xC5\xE4 \xC7\xE1\xCC\xED\xD4";
        assert!(refused(bytes).contains("Windows-1256"));
        assert!(refused(bytes).contains("byte 0"));
    }

    #[test]
    fn iso_8859_6_is_told_apart_by_its_lam() {
        // The same words.
        let bytes = b"\xE2\xC7\xE4\xCA \xC7\xE4\xE5\xD5\xC7\xCF\xD1 \xC5\xE6 \xC7\xE4\xCC\xEA\xD4";
        assert!(refused(bytes).contains("ISO-8859-6"));
    }

    #[test]
    fn utf16_is_named_by_its_mark() {
        assert!(refused(b"\xFF\xFE\x42\x06").contains("UTF-16 (little-endian)"));
    }

    #[test]
    fn damaged_utf8_is_nothing_else() {
        let mut bytes = "قالت المصادر إن الجيش انسحب".as_bytes().to_vec();
        bytes[9] = b' ';
        let message = refused(&bytes);
        assert!(
            !message.contains("Windows-1256") && message.contains("byte 10"),
            "{message}"
        );
    }

    #[test]
    fn french_bytes_are_not_taken_for_arabic() {
        assert!(!refused(b"d\xE9clar\xE9 \xE0 la pr\xEAt").contains("Windows-1256"));
    }
}
