//! Results for programs and for people.

pub(crate) mod bidi;
pub(crate) mod conllu;
pub(crate) mod geojson;
pub(crate) mod info;
pub(crate) mod labels;
pub(crate) mod report;
pub(crate) mod sink;
pub(crate) mod sources;
pub(crate) mod table;
