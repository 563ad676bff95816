//! Tables of number, time and quantity words, as they stand in `tables/`; parsed once when an extractor is built.

/// Number words and their classes.
pub const NUMBER_WORDS: &str = include_str!("../tables/number/words.tsv");
/// Words that make a number a bound.
pub const NUMBER_BOUNDS: &str = include_str!("../tables/number/bounds.tsv");

/// Words of time.
pub const TIME_WORDS: &str = include_str!("../tables/time/words.tsv");

/// Words that say what happened to people.
pub const PREDICATES: &str = include_str!("../tables/quantity/predicates.tsv");
/// Names and nouns written like duals.
pub const LOOKALIKES: &str = include_str!("../tables/quantity/lookalikes.tsv");
/// Units of measure.
pub const UNITS: &str = include_str!("../tables/quantity/units.tsv");
/// Currencies.
pub const CURRENCIES: &str = include_str!("../tables/quantity/currencies.tsv");

/// Rows of a table: line number from 1, columns. Comment lines and empty lines are left out.
///
/// ```
/// let rows: Vec<_> = musnad_data::measure::rows("# a\tb\nx\ty\n").collect();
/// assert_eq!(rows, [(2, vec!["x", "y"])]);
/// ```
pub fn rows(table: &str) -> impl Iterator<Item = (usize, Vec<&str>)> {
    table
        .lines()
        .enumerate()
        .filter(|(_, line)| !line.is_empty() && !line.starts_with('#'))
        .map(|(number, line)| (number + 1, line.split('\t').collect()))
}
