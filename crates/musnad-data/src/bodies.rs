//! Bodies that every country has: ministries, armies, courts.

/// Names, English name and sector, a row a body.
pub const BODIES: &str = include_str!("../tables/names/bodies.tsv");
