//! The folding of characters that all tables are keyed by. Also compiled into the build script.
//!
//! Sources: Unicode 16 `UnicodeData.txt` (compatibility decompositions of the Arabic presentation forms); the
//! normalisation common to Arabic retrieval (Larkey, Ballesteros, Connell 2002) for hamza, alif maqsura, ta marbuta.

/// What a character becomes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Folded {
    /// Nothing: a vowel sign, tatweel, or an invisible format control.
    Dropped,
    /// A space: a control character that does not belong into text.
    Control,
    /// One character.
    One(char),
    /// Two, of a ligature.
    Two(char, char),
}

/// Whether the character is a mark that sits on the letter before it, or prolongs it (tatweel).
pub const fn is_mark(c: char) -> bool {
    matches!(c,
        '\u{610}'..='\u{61a}' | '\u{640}' | '\u{64b}'..='\u{65f}' | '\u{670}' | '\u{6d6}'..='\u{6dc}'
        | '\u{6df}'..='\u{6e4}' | '\u{6e7}' | '\u{6e8}' | '\u{6ea}'..='\u{6ed}' | '\u{8d3}'..='\u{8ff}'
        | '\u{300}'..='\u{36f}')
}

/// Whether the character is an invisible format control: zero-width, bidi, byte order mark, soft hyphen.
pub const fn is_format(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{61c}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
}

/// Folds one character.
pub fn fold_char(c: char) -> Folded {
    if c.is_ascii() {
        return match c {
            '\n' | '\t' | ' '..='~' => Folded::One(c),
            _ => Folded::Control,
        };
    }
    if is_mark(c) || is_format(c) {
        return Folded::Dropped;
    }
    let one = match c {
        'أ' | 'إ' | 'آ' | 'ٱ' | '\u{672}' | '\u{673}' => 'ا',
        'ى' | 'ئ' | 'ی' | 'ې' | 'ے' => 'ي',
        'ة' | 'ہ' | 'ھ' | 'ۀ' | 'ە' | 'ۂ' => 'ه',
        'ؤ' | 'ۆ' | 'ۇ' => 'و',
        'ک' | 'گ' | 'ڪ' | 'ڭ' => 'ك',
        'پ' => 'ب',
        'چ' | 'ژ' => 'ج',
        'ڤ' | 'ڥ' | 'ڢ' => 'ف',
        'ڨ' | 'ڧ' => 'ق',
        '٠'..='٩' => char::from(b'0' + (c as u32 - 0x660) as u8),
        '۰'..='۹' => char::from(b'0' + (c as u32 - 0x6f0) as u8),
        '٪' | '﹪' | '％' => '%',
        '٫' => '.',
        '٬' => ',',
        '﴾' => '(',
        '﴿' => ')',
        '\u{2028}' | '\u{2029}' | '\u{85}' => '\n',
        '\u{a0}' | '\u{1680}' | '\u{2000}'..='\u{200a}' | '\u{202f}' | '\u{205f}' | '\u{3000}' => ' ',
        '\u{80}'..='\u{9f}' => return Folded::Control,
        '\u{fb50}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}' => return fold_presentation(c),
        _ => c,
    };
    Folded::One(one)
}

/// Letters of the presentation forms B (U+FE80 to U+FEF4), each given with its number of contextual forms.
const FORMS_B: [(char, u8); 36] = [
    ('ء', 1),
    ('آ', 2),
    ('أ', 2),
    ('ؤ', 2),
    ('إ', 2),
    ('ئ', 4),
    ('ا', 2),
    ('ب', 4),
    ('ة', 2),
    ('ت', 4),
    ('ث', 4),
    ('ج', 4),
    ('ح', 4),
    ('خ', 4),
    ('د', 2),
    ('ذ', 2),
    ('ر', 2),
    ('ز', 2),
    ('س', 4),
    ('ش', 4),
    ('ص', 4),
    ('ض', 4),
    ('ط', 4),
    ('ظ', 4),
    ('ع', 4),
    ('غ', 4),
    ('ف', 4),
    ('ق', 4),
    ('ك', 4),
    ('ل', 4),
    ('م', 4),
    ('ن', 4),
    ('ه', 4),
    ('و', 2),
    ('ى', 2),
    ('ي', 4),
];

/// The letters that a presentation form stands for, spelled in full; others stay.
fn compose(c: char) -> Folded {
    let one = match c {
        '\u{fe70}'..='\u{fe7f}' | '\u{fbb2}'..='\u{fbc1}' => return Folded::Dropped,
        '\u{fef5}' | '\u{fef6}' => return Folded::Two('ل', 'آ'),
        '\u{fef7}' | '\u{fef8}' => return Folded::Two('ل', 'أ'),
        '\u{fef9}' | '\u{fefa}' => return Folded::Two('ل', 'إ'),
        '\u{fefb}' | '\u{fefc}' => return Folded::Two('ل', 'ا'),
        '\u{fb56}'..='\u{fb59}' => 'پ',
        '\u{fb7a}'..='\u{fb7d}' => 'چ',
        '\u{fb8a}' | '\u{fb8b}' => 'ژ',
        '\u{fb6a}'..='\u{fb6d}' => 'ڤ',
        '\u{fb8e}'..='\u{fb91}' => 'ک',
        '\u{fb92}'..='\u{fb95}' => 'گ',
        '\u{fba6}'..='\u{fbad}' => 'ه',
        '\u{fbfc}'..='\u{fbff}' => 'ی',
        '\u{fbae}'..='\u{fbb1}' => 'ے',
        '\u{fe80}'..='\u{fef4}' => {
            let mut at = 0xfe80;
            for (letter, forms) in FORMS_B {
                at += u32::from(forms);
                if (c as u32) < at {
                    return Folded::One(letter);
                }
            }
            c
        }
        _ => c,
    };
    Folded::One(one)
}

fn fold_presentation(c: char) -> Folded {
    // The letters that come out are no presentation forms, so that folding them ends here.
    match compose(c) {
        Folded::One(letter) if letter != c => fold_char(letter),
        Folded::Two(first, _) => Folded::Two(first, 'ا'),
        other => other,
    }
}

/// The character as a reader sees it: as [`fold_char`], but letters keep their hamzas and dots («أ», «ى», «ة»). Gives as
/// many characters as folding does.
pub fn plain_char(c: char) -> Folded {
    match fold_char(c) {
        Folded::One(folded)
            if folded.is_alphabetic() || matches!(c, '\u{fb50}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}') =>
        {
            compose(c)
        }
        Folded::Two(..) => compose(c),
        other => other,
    }
}

/// Folds a whole string; runs of white space become one space, and none is left at the ends.
///
/// ```
/// assert_eq!(musnad_data::fold::key("  أَعْلَنَت  المدينةُ "), "اعلنت المدينه");
/// ```
pub fn key(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        let (first, second) = match fold_char(c) {
            Folded::Dropped => continue,
            Folded::Control => (' ', None),
            Folded::One(c) => (c, None),
            Folded::Two(a, b) => (a, Some(b)),
        };
        if first.is_whitespace() {
            if !out.is_empty() && !out.ends_with(' ') {
                out.push(' ');
            }
            continue;
        }
        out.push(first);
        out.extend(second);
    }
    out.truncate(out.trim_end().len());
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plain_text_keeps_hamzas_and_has_as_many_letters() {
        for (c, plain) in [
            ('أ', Folded::One('أ')),
            ('ة', Folded::One('ة')),
            ('ى', Folded::One('ى')),
            ('\u{fef7}', Folded::Two('ل', 'أ')),
            ('\u{fe94}', Folded::One('ة')),
            ('٣', Folded::One('3')),
            ('\u{64e}', Folded::Dropped),
            ('\u{640}', Folded::Dropped),
        ] {
            assert_eq!(plain_char(c), plain, "{c:?}");
        }
        let letters = |folded| match folded {
            Folded::Dropped => 0,
            Folded::Control | Folded::One(_) => 1,
            Folded::Two(..) => 2,
        };
        for c in '\0'..='\u{ffff}' {
            assert_eq!(letters(plain_char(c)), letters(fold_char(c)), "{c:?}");
        }
    }

    #[test]
    fn forms_b_cover_their_block() {
        let total: u32 = FORMS_B.iter().map(|(_, n)| u32::from(*n)).sum();
        assert_eq!(0xfe80 + total - 1, 0xfef4);
        assert_eq!(fold_char('\u{fe8e}'), Folded::One('ا'));
        assert_eq!(fold_char('\u{fef3}'), Folded::One('ي'));
        assert_eq!(fold_char('\u{feed}'), Folded::One('و'));
    }
}
