//! What every country has: ministries, armies, courts, a capital.

/// Names, English name and sector, a row a body.
pub const BODIES: &str = include_str!("../tables/names/bodies.tsv");

/// Capitals as the desks spell them, with the ISO 3166-1 alpha-3 code of their country, a row a spelling.
pub const CAPITALS: &str = include_str!(concat!(env!("OUT_DIR"), "/capitals.tsv"));
