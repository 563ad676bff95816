//! Character references of HTML that scrapers leave in the text: «&quot;», «&#34;», «&#x22;».
//!
//! Only the names that occur in news text are known (HTML 5, section 13.5); anything else stays as it is.

/// Longest reference read, in bytes.
const LONGEST: usize = 10;

/// If the text begins with a character reference: its length in bytes, and the character it stands for.
pub(super) fn read(text: &str) -> Option<(usize, char)> {
    let rest = text.strip_prefix('&')?;
    let len = rest.bytes().take(LONGEST).position(|b| b == b';')?;
    let name = rest.get(..len)?;
    let meant = match name {
        "quot" => '"',
        "amp" => '&',
        "apos" | "lsquo" | "rsquo" => '\'',
        "nbsp" => '\u{a0}',
        "laquo" => '«',
        "raquo" => '»',
        "ldquo" => '“',
        "rdquo" => '”',
        "lt" => '<',
        "gt" => '>',
        "ndash" => '–',
        "mdash" => '—',
        "hellip" => '…',
        "rlm" => '\u{200f}',
        "lrm" => '\u{200e}',
        _ => {
            let number = name.strip_prefix('#')?;
            let code = match number.strip_prefix(['x', 'X']) {
                Some(hexadecimal) => u32::from_str_radix(hexadecimal, 16).ok()?,
                None => number.parse().ok()?,
            };
            // A reference to a control character stands for nothing that belongs into text.
            char::from_u32(code).filter(|c| !c.is_control())?
        }
    };
    Some((len + 2, meant))
}

#[cfg(test)]
mod tests {
    use super::read;

    #[test]
    fn names_and_numbers() {
        assert_eq!(read("&quot; x"), Some((6, '"')));
        assert_eq!(read("&#1576;"), Some((7, 'ب')));
        assert_eq!(read("&#x628;"), Some((7, 'ب')));
        for not in ["&", "&;", "& quot;", "&#;", "&#0;", "&#99999999;", "&unknown;", "قال"] {
            assert_eq!(read(not), None, "{not}");
        }
    }
}
