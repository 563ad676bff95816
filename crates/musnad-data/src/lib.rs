//! Lexicons and gazetteers of musnad, compiled at build time from the tables under `tables/`.
//!
//! `SOURCES.md` says where each table comes from and under which licence.

pub mod bodies;
pub mod events;
pub mod feature;
pub mod fold;
pub mod gazetteer;
mod kind;
pub mod lexicon;
pub mod measure;
pub mod reader;
pub mod spelling;
pub mod statements;
pub mod stems;
pub mod words;
