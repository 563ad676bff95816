//! Results for programs and for people.

pub(crate) mod info;
pub(crate) mod sink;
