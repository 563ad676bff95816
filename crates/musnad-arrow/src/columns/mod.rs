//! The columns of each layer.

mod entities;
mod events;
mod mentions;
mod quantities;
mod statements;
mod times;
mod warnings;

use arrow_schema::Fields;

use crate::cell::Kind;
use crate::table::{Column, fields};

pub(crate) use entities::ENTITIES;
pub(crate) use events::EVENTS;
pub(crate) use mentions::MENTIONS;
pub(crate) use quantities::QUANTITIES;
pub(crate) use statements::STATEMENTS;
pub(crate) use times::TIMES;
pub(crate) use warnings::WARNINGS;

/// The lists of a document's row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Layer {
    /// Who did what to whom, where and when.
    Events,
    /// Who says so.
    Statements,
    /// Where a name or a noun stands in the text.
    Mentions,
    /// Whom and what the mentions mean.
    Entities,
    /// Expressions of time.
    Times,
    /// Counts and amounts.
    Quantities,
    /// What could not be done.
    Warnings,
}

/// A column as its users see it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ColumnInfo {
    /// Its name.
    pub name: &'static str,
    /// What it holds.
    pub kind: Kind,
    /// What that means.
    pub about: &'static str,
}

impl Layer {
    /// All layers, in the order of the columns of a document.
    pub const ALL: [Self; 7] = [
        Self::Events,
        Self::Statements,
        Self::Mentions,
        Self::Entities,
        Self::Times,
        Self::Quantities,
        Self::Warnings,
    ];

    /// The name of the column in a document's row.
    pub fn name(self) -> &'static str {
        match self {
            Self::Events => "events",
            Self::Statements => "statements",
            Self::Mentions => "mentions",
            Self::Entities => "entities",
            Self::Times => "times",
            Self::Quantities => "quantities",
            Self::Warnings => "warnings",
        }
    }

    /// The columns of a record, without the document's id.
    pub fn columns(self) -> Vec<ColumnInfo> {
        match self {
            Self::Events => info(&EVENTS),
            Self::Statements => info(&STATEMENTS),
            Self::Mentions => info(&MENTIONS),
            Self::Entities => info(&ENTITIES),
            Self::Times => info(&TIMES),
            Self::Quantities => info(&QUANTITIES),
            Self::Warnings => info(&WARNINGS),
        }
    }

    /// The Arrow fields of a record.
    pub(crate) fn fields(self) -> Fields {
        match self {
            Self::Events => fields(&EVENTS),
            Self::Statements => fields(&STATEMENTS),
            Self::Mentions => fields(&MENTIONS),
            Self::Entities => fields(&ENTITIES),
            Self::Times => fields(&TIMES),
            Self::Quantities => fields(&QUANTITIES),
            Self::Warnings => fields(&WARNINGS),
        }
    }
}

fn info<T>(columns: &[Column<T>]) -> Vec<ColumnInfo> {
    let info = |column: &Column<T>| ColumnInfo {
        name: column.name,
        kind: column.kind,
        about: column.about,
    };
    columns.iter().map(info).collect()
}

/// `Column`s, a line each: name, kind, what it is, and the value from the context and the record.
macro_rules! columns {
    ($($name:literal $kind:ident $about:literal, $value:expr;)*) => {
        [$($crate::table::Column {
            name: $name,
            kind: $crate::cell::Kind::$kind,
            about: $about,
            value: $value,
        }),*]
    };
}
pub(crate) use columns;

/// The name of an enum's value without what all its names begin with; nothing for the value 0.
macro_rules! member {
    ($message:ident, $prefix:literal, $number:expr) => {
        match musnad_proto::v1::$message::try_from($number) {
            Ok(value) if $number != 0 => {
                let name = value.as_str_name();
                $crate::cell::Cell::Text(name.strip_prefix($prefix).unwrap_or(name))
            }
            _ => $crate::cell::Cell::Null,
        }
    };
}
pub(crate) use member;
