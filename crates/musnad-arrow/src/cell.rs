//! A value of a table, and the columns that values are collected in.

use arrow_array::ArrayRef;
use arrow_array::builder::{Date32Builder, Float64Builder, Int64Builder, ListBuilder, StringBuilder};
use arrow_array::types::Date32Type;
use arrow_schema::{DataType, Field};
use std::sync::Arc;

/// What a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Text; null where there is none.
    Text,
    /// Any number of texts.
    Texts,
    /// A whole number.
    Count,
    /// A real number.
    Number,
    /// A day of the Gregorian calendar.
    Day,
}

impl Kind {
    /// The Arrow type.
    pub fn data_type(self) -> DataType {
        match self {
            Self::Text => DataType::Utf8,
            Self::Texts => DataType::List(Arc::new(Field::new_list_field(DataType::Utf8, true))),
            Self::Count => DataType::Int64,
            Self::Number => DataType::Float64,
            Self::Day => DataType::Date32,
        }
    }
}

/// One value. What does not fit its column is null.
pub(crate) enum Cell<'a> {
    Null,
    Text(&'a str),
    /// Text put together for the table.
    Owned(String),
    Texts(Vec<&'a str>),
    Count(i64),
    Number(f64),
}

impl<'a> Cell<'a> {
    /// Text, where an empty one says nothing.
    pub(crate) fn text(text: &'a str) -> Self {
        if text.is_empty() { Self::Null } else { Self::Text(text) }
    }

    pub(crate) fn count(count: Option<impl Into<i64>>) -> Self {
        count.map_or(Self::Null, |count| Self::Count(count.into()))
    }

    /// A bound of a count; bounds are whole where people or things are counted.
    pub(crate) fn rounded(number: Option<f64>) -> Self {
        #[expect(clippy::cast_possible_truncation, reason = "saturates; no count comes near")]
        number.map_or(Self::Null, |number| Self::Count(number.round() as i64))
    }

    pub(crate) fn number(number: Option<f64>) -> Self {
        number.map_or(Self::Null, Self::Number)
    }
}

/// A column under construction.
#[derive(Debug)]
pub(crate) enum Values {
    Text(StringBuilder),
    Texts(ListBuilder<StringBuilder>),
    Count(Int64Builder),
    Number(Float64Builder),
    Day(Date32Builder),
}

impl Values {
    pub(crate) fn new(kind: Kind) -> Self {
        match kind {
            Kind::Text => Self::Text(StringBuilder::new()),
            Kind::Texts => Self::Texts(ListBuilder::new(StringBuilder::new())),
            Kind::Count => Self::Count(Int64Builder::new()),
            Kind::Number => Self::Number(Float64Builder::new()),
            Kind::Day => Self::Day(Date32Builder::new()),
        }
    }

    pub(crate) fn push(&mut self, cell: &Cell<'_>) {
        match (self, cell) {
            (Self::Text(values), Cell::Text(text)) => values.append_value(text),
            (Self::Text(values), Cell::Owned(text)) => values.append_value(text),
            (Self::Text(values), _) => values.append_null(),
            (Self::Texts(values), cell) => {
                if let Cell::Texts(texts) = cell {
                    for text in texts {
                        values.values().append_value(text);
                    }
                }
                values.append(true);
            }
            (Self::Count(values), Cell::Count(count)) => values.append_value(*count),
            (Self::Count(values), _) => values.append_null(),
            (Self::Number(values), Cell::Number(number)) => values.append_value(*number),
            (Self::Number(values), _) => values.append_null(),
            (Self::Day(values), Cell::Text(day)) => values.append_option(day_number(day)),
            (Self::Day(values), _) => values.append_null(),
        }
    }

    pub(crate) fn finish(self) -> ArrayRef {
        match self {
            Self::Text(mut values) => Arc::new(values.finish()) as ArrayRef,
            Self::Texts(mut values) => Arc::new(values.finish()),
            Self::Count(mut values) => Arc::new(values.finish()),
            Self::Number(mut values) => Arc::new(values.finish()),
            Self::Day(mut values) => Arc::new(values.finish()),
        }
    }
}

/// Days since 1970-01-01 of `YYYY-MM-DD`.
fn day_number(day: &str) -> Option<i32> {
    day.parse().ok().map(Date32Type::from_naive_date)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_count_from_1970() {
        assert_eq!(day_number("1970-01-01"), Some(0));
        assert_eq!(day_number("1969-12-31"), Some(-1));
        assert_eq!(day_number("2000-03-01"), Some(11_017));
        assert_eq!(day_number("2020-02-29"), Some(18_321));
        assert_eq!(day_number("2020-13-01"), None);
        assert_eq!(day_number("2020"), None);
        assert_eq!(day_number(""), None);
    }
}
