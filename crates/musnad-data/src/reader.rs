//! Weights of the learned reader.

/// The file that training writes (`python/training`); empty in a build without the feature `reader`, which reads by rules.
pub static WEIGHTS: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/reader.bin"));

/// Weights of the classifier of event triggers, likewise.
pub static TRIGGERS: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/triggers.bin"));

/// Weights of the chooser of the days of events, likewise.
pub static DAYS: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/days.bin"));

/// Weights of the classifier of the participants of events, likewise.
pub static ARGUMENTS: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/arguments.bin"));
