//! Tables of the event stage, as text. Words in them are spelled in full; fold them with [`crate::fold::key`].

/// Which words say that something happened: `key  parts  frame  roles  type  mode`.
pub const TRIGGERS: &str = include_str!("../tables/events/triggers.tsv");
/// Triggers that have an everyday sense, and what tells the other: `key  needs`.
pub const AMBIGUOUS: &str = include_str!("../tables/events/ambiguous.tsv");
/// Words of play and show, and abstract things that one attacks only in a figure: `word  register`.
pub const REGISTERS: &str = include_str!("../tables/events/registers.tsv");
/// Weapons and means: `word  mode`.
pub const INSTRUMENTS: &str = include_str!("../tables/events/instruments.tsv");
/// What is asked for, refused or threatened: `type  word  mode`.
pub const CONTENTS: &str = include_str!("../tables/events/contents.tsv");
/// Verbs that lend their subject to an event noun: `key  role`.
pub const LIGHT_VERBS: &str = include_str!("../tables/events/light.tsv");
/// Verbs that take an action noun, and who does it: `key  prepositions  doer`.
pub const CONTROL: &str = include_str!("../tables/events/control.tsv");
/// Words that say whom a protest is against: `word  how that one stands`.
pub const CAUSES: &str = include_str!("../tables/events/causes.tsv");
/// Common nouns that say where: `word`.
pub const SITES: &str = include_str!("../tables/events/sites.tsv");
/// Words that take an event as their content: `key  status`.
pub const GOVERNORS: &str = include_str!("../tables/events/governors.tsv");
/// Adjectives of countries and movements: `word`.
pub const NATIONALITIES: &str = include_str!("../tables/events/nationalities.tsv");
/// What an event is about: `word  context`.
pub const CONTEXTS: &str = include_str!("../tables/events/contexts.tsv");
/// Quad class and intensity: `type  mode  quad  intensity`.
pub const PLOVER: &str = include_str!("../tables/events/plover.tsv");
/// Rules from PLOVER to ACLED, in order: `type  modes  condition  event type  sub-event type`.
pub const ACLED: &str = include_str!("../tables/events/acled.tsv");
