//! Ways to take particles off the front of a token, and pronouns off its end.

use super::analysis::Proclitics;

/// A place to cut: particles before it, the stem (with whatever stands at its end) behind it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Cut {
    /// The particles.
    pub(super) proclitics: Proclitics,
    /// Bytes before the word proper; see [`super::Analysis::prefix`].
    pub(super) prefix: u8,
    /// Bytes before the stem.
    pub(super) stem: u8,
}

impl Cut {
    /// Whether the article would be read into letters written otherwise («إلكتروني»).
    pub(super) fn misreads_article(self, raw: &str) -> bool {
        if !self.proclitics.has(Proclitics::AL) || self.proclitics.has(Proclitics::LI) {
            return false;
        }
        let alif = usize::from(self.stem) / LETTER - 2;
        let mut letters = raw.chars().filter(|c| !musnad_data::fold::is_mark(*c));
        letters
            .nth(alif)
            .is_some_and(|letter| matches!(letter, 'أ' | 'إ' | 'آ'))
    }
}

/// Letters are two bytes each in the folded Arabic of a word.
const LETTER: usize = 2;

/// Calls `visit` for every way to cut the front of a folded word, the whole word first.
pub(super) fn cuts(word: &str, mut visit: impl FnMut(Cut)) {
    cuts_after(word, 0, Proclitics::NONE, &mut visit);
    let conjunction = match word.chars().next() {
        Some('و') => Proclitics::WA,
        Some('ف') => Proclitics::FA,
        _ => return,
    };
    if word.len() > LETTER {
        cuts_after(word, LETTER, conjunction, &mut visit);
    }
}

fn cuts_after(word: &str, at: usize, before: Proclitics, visit: &mut impl FnMut(Cut)) {
    let Some(rest) = word.get(at..) else { return };
    let mut cut = |proclitics: Proclitics, prefix: usize, stem: usize| {
        // What is longer than this is no word, and would not fit the counters.
        if stem <= 16 && word.len() > stem {
            visit(Cut {
                proclitics: before.with(proclitics),
                prefix: prefix as u8,
                stem: stem as u8,
            });
        }
    };
    cut(Proclitics::NONE, at, at);
    if has_article(rest) {
        cut(Proclitics::AL, at, at + 2 * LETTER);
    }
    let Some(first) = rest.chars().next() else { return };
    let Some(rest) = rest.get(LETTER..) else { return };
    let after = at + LETTER;
    match first {
        'س' if rest.starts_with(['ي', 'ت', 'ن', 'ا']) => cut(Proclitics::SA, after, after),
        'ب' | 'ك' => {
            let preposition = if first == 'ب' { Proclitics::BI } else { Proclitics::KA };
            cut(preposition, after, after);
            if has_article(rest) {
                cut(preposition.with(Proclitics::AL), after, after + 2 * LETTER);
            }
        }
        'ل' => {
            if rest.starts_with('ل') && rest.len() > 2 * LETTER {
                // «للسفارة»: the alif of ال is not written; «للجنة»: nor is its lam before a word that begins with one.
                cut(Proclitics::LI.with(Proclitics::AL), after, after);
                cut(Proclitics::LI.with(Proclitics::AL), after, after + LETTER);
            } else {
                cut(Proclitics::LI, after, after);
            }
        }
        _ => {}
    }
}

/// ال with at least two letters behind it.
fn has_article(rest: &str) -> bool {
    rest.starts_with("ال") && rest.len() >= 4 * LETTER
}

/// What a pronoun at the end costs a reading, `None` where the letters are no pronoun. Rare ones cost more.
pub(super) fn pronoun_cost(letters: &str) -> Option<i16> {
    Some(match letters {
        "ه" | "ها" | "هم" => 6,
        "هما" => 8,
        "نا" | "ني" => 10,
        "هن" => 14,
        "ي" => 18,
        "ك" | "كم" => 22,
        "كما" | "كن" => 30,
        _ => return None,
    })
}

/// What particles at the front cost a reading.
pub(super) fn proclitics_cost(proclitics: Proclitics) -> i16 {
    [
        (Proclitics::WA, 5),
        (Proclitics::FA, 14),
        (Proclitics::SA, 3),
        (Proclitics::BI, 8),
        (Proclitics::LI, 8),
        (Proclitics::KA, 20),
    ]
    .iter()
    .map(|(particle, cost)| if proclitics.has(*particle) { *cost } else { 0 })
    .sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn stems(word: &str) -> Vec<&str> {
        let mut found = Vec::new();
        cuts(word, |cut| found.push(&word[usize::from(cut.stem)..]));
        found
    }

    #[test]
    fn all_ways_are_tried() {
        assert_eq!(stems("وبالمدينه"), ["وبالمدينه", "بالمدينه", "المدينه", "مدينه"]);
        assert_eq!(stems("للسفاره"), ["للسفاره", "لسفاره", "سفاره"]);
        assert_eq!(stems("سيقصف"), ["سيقصف", "يقصف"]);
        assert_eq!(stems("و"), ["و"]);
        assert_eq!(stems("الا"), ["الا"]);
    }
}
