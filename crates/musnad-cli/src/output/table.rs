//! Tables for a terminal: columns as wide as they need, long cells wrapped, each line in its own direction.

use std::fmt::Write;

use anstyle::Style;

use super::bidi::{self, Order, Shaper};

/// Space between columns.
const GAP: usize = 2;
/// No column is made narrower than this, so that words stay whole.
const NARROWEST: usize = 9;

/// On which side the cells of a column stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Side {
    Left,
    /// For text that runs from right to left, and for numbers.
    Right,
}

/// A cell: its text in logical order, and its colour.
#[derive(Debug, Clone, Default)]
pub(crate) struct Cell {
    pub(crate) text: String,
    pub(crate) style: Style,
}

impl<T: Into<String>> From<T> for Cell {
    fn from(text: T) -> Self {
        Self {
            text: text.into(),
            style: Style::new(),
        }
    }
}

impl Cell {
    /// Gives the cell a colour.
    pub(crate) fn styled(mut self, style: Style) -> Self {
        self.style = style;
        self
    }
}

/// What lines are written for.
pub(crate) struct Canvas {
    pub(crate) order: Order,
    pub(crate) shaper: Shaper,
    pub(crate) width: usize,
    pub(crate) colour: bool,
}

impl Canvas {
    /// Writes one line of text, wrapped.
    pub(crate) fn paragraph(&self, page: &mut String, text: &str, style: Style) {
        let text = self.order.shape(text, &self.shaper);
        let is_rtl = bidi::is_rtl(&text);
        for line in wrap(&text, self.width) {
            self.styled(page, &self.order.line(&line, is_rtl), style);
            page.push('\n');
        }
    }

    fn styled(&self, page: &mut String, text: &str, style: Style) {
        // Writing to a string cannot fail.
        let _ = if self.colour {
            write!(page, "{style}{text}{style:#}")
        } else {
            write!(page, "{text}")
        };
    }

    /// Writes a table.
    pub(crate) fn table(&self, page: &mut String, columns: &[(&str, Side)], rows: &[Vec<Cell>]) {
        let shaped: Vec<Vec<(String, bool, Style)>> = rows
            .iter()
            .map(|row| {
                row.iter()
                    .map(|cell| {
                        let text = self.order.shape(&cell.text, &self.shaper).into_owned();
                        let is_rtl = bidi::is_rtl(&text);
                        (text, is_rtl, cell.style)
                    })
                    .collect()
            })
            .collect();
        let natural: Vec<usize> = columns
            .iter()
            .enumerate()
            .map(|(index, (title, _))| {
                let cells = shaped
                    .iter()
                    .filter_map(|row| row.get(index))
                    .map(|(text, ..)| bidi::width(text));
                cells.chain([bidi::width(title)]).max().unwrap_or(0)
            })
            .collect();
        let widths = fit(
            natural,
            self.width.saturating_sub(GAP * columns.len().saturating_sub(1)),
        );

        let header = Style::new().bold();
        let titles: Vec<Vec<String>> = columns.iter().map(|(title, _)| vec![(*title).to_owned()]).collect();
        self.row(page, columns, &widths, &titles, &vec![header; columns.len()]);
        let rule = widths
            .iter()
            .map(|width| "─".repeat(*width))
            .collect::<Vec<_>>()
            .join(&" ".repeat(GAP));
        self.styled(page, &rule, Style::new().dimmed());
        page.push('\n');

        let wrapped: Vec<Vec<Vec<String>>> = shaped
            .iter()
            .map(|row| {
                let lines = |((text, is_rtl, _), width): (&(String, bool, Style), &usize)| {
                    wrap(text, *width)
                        .iter()
                        .map(|line| self.order.line(line, *is_rtl))
                        .collect()
                };
                row.iter().zip(&widths).map(lines).collect()
            })
            .collect();
        // A blank line between rows helps the eye where rows have several lines, and only there.
        let is_tall = wrapped.iter().flatten().any(|lines| lines.len() > 1);
        for (number, (row, cells)) in wrapped.iter().zip(&shaped).enumerate() {
            if is_tall && number > 0 {
                page.push('\n');
            }
            let styles: Vec<Style> = cells.iter().map(|(_, _, style)| *style).collect();
            self.row(page, columns, &widths, row, &styles);
        }
    }

    fn row(
        &self,
        page: &mut String,
        columns: &[(&str, Side)],
        widths: &[usize],
        cells: &[Vec<String>],
        styles: &[Style],
    ) {
        let height = cells.iter().map(Vec::len).max().unwrap_or(0).max(1);
        for number in 0..height {
            let start = page.len();
            let parts = columns.iter().zip(widths).zip(cells).zip(styles);
            for (index, ((((_, side), width), lines), style)) in parts.enumerate() {
                if index > 0 {
                    page.push_str("  ");
                }
                let line = lines.get(number).map_or("", String::as_str);
                let padding = " ".repeat(width.saturating_sub(bidi::width(line)));
                if *side == Side::Right {
                    page.push_str(&padding);
                }
                if !line.is_empty() {
                    self.styled(page, line, *style);
                }
                if *side == Side::Left {
                    page.push_str(&padding);
                }
            }
            let end = start + page.get(start..).unwrap_or_default().trim_end_matches(' ').len();
            page.truncate(end);
            page.push('\n');
        }
    }
}

/// Narrows the widest columns until all fit.
fn fit(mut widths: Vec<usize>, available: usize) -> Vec<usize> {
    let mut excess = widths.iter().sum::<usize>().saturating_sub(available);
    while excess > 0 {
        let Some(widest) = widths.iter_mut().max() else { break };
        if *widest <= NARROWEST {
            break;
        }
        *widest -= 1;
        excess -= 1;
    }
    widths
}

/// Breaks a text at spaces, and inside a word only where that is longer than the line. Isolates that a break cuts are
/// closed before it and opened again after it.
fn wrap(text: &str, width: usize) -> Vec<String> {
    let mut lines = Vec::new();
    let mut line = String::new();
    let mut used = 0;
    let mut open = Vec::new();
    let finish = |line: &mut String, open: &[char]| {
        line.extend(bidi::close(open));
        let done = std::mem::take(line);
        line.extend(open);
        done
    };
    for word in text.split(' ').filter(|word| !word.is_empty()) {
        let length = bidi::width(word);
        if used > 0 && used + 1 + length > width {
            lines.push(finish(&mut line, &open));
            used = 0;
        }
        if used > 0 {
            line.push(' ');
            used += 1;
        }
        for c in word.chars() {
            let mut buffer = [0; 4];
            let c = &*c.encode_utf8(&mut buffer);
            let columns = bidi::width(c);
            if used > 0 && used + columns > width {
                lines.push(finish(&mut line, &open));
                used = 0;
            }
            line.push_str(c);
            used += columns;
            bidi::track_isolates(&mut open, c);
        }
    }
    if used > 0 || lines.is_empty() {
        lines.push(finish(&mut line, &open));
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    fn canvas(width: usize) -> Canvas {
        Canvas {
            order: Order::Logical,
            shaper: Shaper::new(),
            width,
            colour: false,
        }
    }

    #[test]
    fn words_are_kept_whole_and_long_ones_are_broken() {
        assert_eq!(wrap("one two three", 7), ["one two", "three"]);
        assert_eq!(wrap("abcdefgh", 3), ["abc", "def", "gh"]);
        assert_eq!(wrap("", 3), [""]);
    }

    #[test]
    fn a_cut_isolate_is_closed_and_opened_again() {
        assert_eq!(
            wrap("\u{2068}قوات الجيش\u{2069}", 5),
            ["\u{2068}قوات\u{2069}", "\u{2068}الجيش\u{2069}"]
        );
    }

    #[test]
    fn widths_shrink_to_the_line() {
        assert_eq!(fit(vec![10, 40, 60], 80), [10, 35, 35]);
        assert_eq!(fit(vec![5, 9, 9], 10), [5, 9, 9]);
    }

    #[test]
    fn columns_line_up_whatever_the_script() {
        let mut page = String::new();
        let rows = vec![vec![Cell::from("سرت"), "x".into()], vec!["طَرابلس".into(), "y".into()]];
        canvas(40).table(&mut page, &[("Where", Side::Right), ("What", Side::Left)], &rows);
        let last_column =
            |line: &str| bidi::width(line.get(..line.find(['x', 'y', 'W']).unwrap_or(0)).unwrap_or_default());
        assert_eq!(page.lines().skip(2).map(last_column).collect::<Vec<_>>(), [8, 8]);
        assert!(!page.contains('\u{1b}'));
    }
}
