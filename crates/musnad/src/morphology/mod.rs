//! Words inside tokens: particles split off, dictionary forms, parts of speech.
//!
//! Arabic writes short words onto their neighbours: «وسيقصفونها» is و + س + يقصفون + ها (and + will + they-bombard + it).
//! For every token the analyser tries each way to take particles off, looks the rest up in the form table of
//! [`musnad_data`], and keeps the reading that fits best.

pub(crate) mod analyser;
pub(crate) mod analysis;
mod clitics;
mod context;
mod entry;
mod guess;
mod weigh;

pub(crate) use analyser::Analyser;
pub(crate) use analysis::{Analysis, Features, LexemeId, Morphology, Pos, Proclitics};
