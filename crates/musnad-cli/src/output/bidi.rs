//! Right-to-left text where nobody may reorder it for us.
//!
//! Text is kept in logical order: the order in which it is read. What shows it decides what it needs:
//! - a file, a pipe, or a terminal that reorders by itself gets logical order, each cell in Unicode isolates, so that
//!   the Arabic of one column does not pull the next column to its other side;
//! - a terminal that puts cells where they come gets visual order, reordered here by the Unicode Bidirectional
//!   Algorithm, with letters in their joined forms; «سلام» is sent as «ﻡﻼﺳ»;
//! - a terminal that would reorder but can be told not to (ECMA-48 mode 8, `BDSM`: VTE, mintty) is told, and gets
//!   visual order too, since only then a table keeps its columns.
//!
//! Not handled: terminals that reorder and cannot be known by their environment. `--bidi logical` is for them.

use std::borrow::Cow;

use ar_reshaper::prelude::{ArabicReshaper, LigatureNames, ReshaperConfig};
use clap::ValueEnum;
use unicode_bidi::{BidiInfo, Level};
use unicode_width::UnicodeWidthChar;

/// First-strong isolate: what follows has the direction of its first letter and does not touch what stands around it.
const FSI: char = '\u{2068}';
/// Left-to-right isolate.
const LRI: char = '\u{2066}';
/// Right-to-left isolate.
const RLI: char = '\u{2067}';
/// Pop directional isolate: ends any of them.
const PDI: char = '\u{2069}';

/// What the user asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Choice {
    /// Visual order on terminals that do not reorder, else logical order
    Auto,
    /// Logical order with Unicode isolates
    Logical,
    /// Visual order with joined letters
    Visual,
}

/// In which order lines are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Order {
    Logical,
    /// `explicit`: the terminal has to be told not to reorder.
    Visual {
        explicit: bool,
    },
}

impl Order {
    /// The order for an output, by the variables of the environment.
    pub(crate) fn choose(choice: Choice, is_terminal: bool, variable: impl Fn(&str) -> Option<String>) -> Self {
        let is = |name: &str, value: &str| variable(name).is_some_and(|found| found == value);
        let has = |name: &str| variable(name).is_some_and(|found| !found.is_empty());
        // VTE has modes of direction since 0.58 (GNOME Terminal 3.34).
        let vte = variable("VTE_VERSION")
            .and_then(|version| version.parse::<u32>().ok())
            .is_some_and(|version| version >= 5800);
        let obeys = (vte || is("TERM_PROGRAM", "mintty")) && !has("TMUX");
        let reorders = vte
            || has("KONSOLE_VERSION")
            || has("KITTY_WINDOW_ID")
            || is("TERM", "xterm-kitty")
            || is("TERM", "mlterm")
            || is("TERM_PROGRAM", "Apple_Terminal");
        match choice {
            Choice::Logical => Self::Logical,
            Choice::Visual => Self::Visual {
                explicit: is_terminal && obeys,
            },
            Choice::Auto if !is_terminal => Self::Logical,
            Choice::Auto if obeys => Self::Visual { explicit: true },
            Choice::Auto if reorders => Self::Logical,
            Choice::Auto => Self::Visual { explicit: false },
        }
    }

    /// What has to be sent before and after a record.
    pub(crate) fn envelope(self) -> (&'static str, &'static str) {
        match self {
            Self::Visual { explicit: true } => ("\u{1b}[8l", "\u{1b}[8h"),
            _ => ("", ""),
        }
    }

    /// Letters in their joined forms, where nobody else joins them. This comes before anything is measured, since lam
    /// and alef become one.
    pub(crate) fn shape<'t>(self, text: &'t str, shaper: &Shaper) -> Cow<'t, str> {
        match self {
            Self::Logical => Cow::Borrowed(text),
            Self::Visual { .. } => Cow::Owned(shaper.0.reshape(text)),
        }
    }

    /// One line, ready to be written.
    pub(crate) fn line(self, line: &str, is_rtl: bool) -> String {
        match self {
            Self::Logical if line.is_ascii() => line.to_owned(),
            Self::Logical => format!("{}{line}{PDI}", if is_rtl { RLI } else { LRI }),
            Self::Visual { .. } => reorder(line, is_rtl),
        }
    }
}

/// Joins letters.
pub(crate) struct Shaper(ArabicReshaper);

impl Shaper {
    pub(crate) fn new() -> Self {
        let mut config = ReshaperConfig {
            delete_harakat: false,
            ..ReshaperConfig::default()
        };
        // Many fixed-width fonts have no glyph for it. What stays is lam-alef, which is not optional in Arabic.
        config.update_ligature(LigatureNames::ARABIC_LIGATURE_ALLAH, false);
        Self(ArabicReshaper::new(config))
    }
}

/// Text of an article as part of a cell: white space as single spaces, nothing that could steer a terminal or reach
/// beyond the cell.
pub(crate) fn clean(text: &str) -> String {
    let is_steering = |c: char| matches!(c, '\u{200e}' | '\u{200f}' | '\u{061c}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}');
    let words = text
        .split(|c: char| c.is_whitespace() || c.is_control())
        .filter(|word| !word.is_empty());
    let mut cleaned = String::with_capacity(text.len());
    for word in words {
        if !cleaned.is_empty() {
            cleaned.push(' ');
        }
        cleaned.extend(word.chars().filter(|c| !is_steering(*c)));
    }
    cleaned
}

/// Text of an article inside a cell of another direction.
pub(crate) fn isolate(text: &str) -> String {
    format!("{FSI}{}{PDI}", clean(text))
}

/// Whether a cell runs from right to left: by its first letter outside isolates.
pub(crate) fn is_rtl(cell: &str) -> bool {
    BidiInfo::new(cell, None)
        .paragraphs
        .first()
        .is_some_and(|paragraph| paragraph.level.is_rtl())
}

/// Columns that a text takes. Counted by character: a terminal gives lam and alef a column each, and marks none.
pub(crate) fn width(text: &str) -> usize {
    text.chars().map(|c| c.width().unwrap_or(0)).sum()
}

/// Isolates that are open at the end of a line, given those at its start.
pub(crate) fn track_isolates(open: &mut Vec<char>, text: &str) {
    for c in text.chars() {
        match c {
            FSI | LRI | RLI => open.push(c),
            PDI => {
                open.pop();
            }
            _ => {}
        }
    }
}

/// Closes what is open.
pub(crate) fn close(open: &[char]) -> impl Iterator<Item = char> {
    open.iter().map(|_| PDI)
}

/// Visual order of a line (rules L2 to L4 of the algorithm).
fn reorder(line: &str, is_rtl: bool) -> String {
    let info = BidiInfo::new(line, Some(if is_rtl { Level::rtl() } else { Level::ltr() }));
    let mut visual = String::with_capacity(line.len());
    for paragraph in &info.paragraphs {
        let (levels, runs) = info.visual_runs(paragraph, paragraph.range.clone());
        for run in runs {
            let text = line.get(run.clone()).unwrap_or_default();
            let backwards = levels.get(run.start).is_some_and(Level::is_rtl);
            let mut letters: Vec<char> = Vec::with_capacity(text.len());
            for c in text.chars().filter(|c| !matches!(*c, FSI | LRI | RLI | PDI)) {
                letters.push(if backwards { mirrored(c) } else { c });
            }
            if backwards {
                // A mark stays behind its letter.
                let mut end = letters.len();
                while end > 0 {
                    let mut start = end - 1;
                    while start > 0 && letters.get(start).is_some_and(|c| c.width() == Some(0)) {
                        start -= 1;
                    }
                    visual.extend(letters.get(start..end).unwrap_or_default());
                    end = start;
                }
            } else {
                visual.extend(letters);
            }
        }
    }
    visual
}

/// The mark that looks the other way (rule L4), for those that news has.
fn mirrored(c: char) -> char {
    match c {
        '(' => ')',
        ')' => '(',
        '[' => ']',
        ']' => '[',
        '{' => '}',
        '}' => '{',
        '<' => '>',
        '>' => '<',
        '«' => '»',
        '»' => '«',
        '‹' => '›',
        '›' => '‹',
        '≤' => '≥',
        '≥' => '≤',
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn order(choice: Choice, is_terminal: bool, environment: &[(&str, &str)]) -> Order {
        Order::choose(choice, is_terminal, |name| {
            environment
                .iter()
                .find(|(known, _)| *known == name)
                .map(|(_, value)| (*value).to_owned())
        })
    }

    #[test]
    fn a_pipe_gets_logical_order_and_a_plain_terminal_visual_order() {
        assert_eq!(order(Choice::Auto, false, &[("VTE_VERSION", "7400")]), Order::Logical);
        assert_eq!(
            order(Choice::Auto, true, &[("TERM", "xterm-256color")]),
            Order::Visual { explicit: false }
        );
    }

    #[test]
    fn terminals_that_reorder_are_told_not_to_or_left_to_it() {
        assert_eq!(
            order(Choice::Auto, true, &[("VTE_VERSION", "7400")]),
            Order::Visual { explicit: true }
        );
        assert_eq!(
            order(Choice::Auto, true, &[("VTE_VERSION", "7400"), ("TMUX", "/tmp/t,1,0")]),
            Order::Logical
        );
        assert_eq!(
            order(Choice::Auto, true, &[("KONSOLE_VERSION", "230800")]),
            Order::Logical
        );
        assert_eq!(order(Choice::Auto, true, &[("TERM", "xterm-kitty")]), Order::Logical);
        assert_eq!(order(Choice::Logical, true, &[]), Order::Logical);
        assert_eq!(order(Choice::Visual, false, &[]), Order::Visual { explicit: false });
    }

    #[test]
    fn visual_order_is_reversed_joined_and_mirrored() {
        let visual = Order::Visual { explicit: false };
        let shaper = Shaper::new();
        assert_eq!(visual.line(&visual.shape("سلام", &shaper), true), "ﻡﻼﺳ");
        // Numbers keep their order; brackets open to the other side.
        assert_eq!(visual.line("قتل 25 (جنديا)", true), "(ايدنج) 25 لتق");
        // The base direction decides where parts go.
        assert_eq!(visual.line("assault \u{2068}قصف\u{2069} x", false), "assault فصق x");
    }

    #[test]
    fn marks_stay_behind_their_letters() {
        assert_eq!(reorder("قَتل", true), "لتقَ");
        assert_eq!(width("قَتل"), 3);
        assert_eq!(width("لا"), 2);
    }

    #[test]
    fn logical_order_is_isolated() {
        assert_eq!(Order::Logical.line("سرت", true), "\u{2067}سرت\u{2069}");
        assert_eq!(Order::Logical.line("2020-06-11", false), "2020-06-11");
    }

    #[test]
    fn the_text_of_an_article_cannot_steer_the_terminal() {
        assert_eq!(clean("a\u{1b}[2Jb\u{202e}c\n\t d\0"), "a [2Jbc d");
        assert!(is_rtl("مدينة Sirte"));
        assert!(!is_rtl("\u{2068}قصف\u{2069} \u{2190} \u{2068}نقل\u{2069}"));
    }
}
