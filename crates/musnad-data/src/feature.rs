//! The bits of [`crate::lexicon::Reading::features`]. Also compiled into the build script.

/// Perfect («قصف»).
pub const PERFECT: u32 = 1;
/// Imperfect («يقصف»).
pub const IMPERFECT: u32 = 1 << 1;
/// Jussive or subjunctive where the spelling shows it («يقولوا», «يقل»).
pub const SHORT: u32 = 1 << 2;
/// Imperative.
pub const IMPERATIVE: u32 = 1 << 3;
/// Passive where the spelling without vowel signs shows it («قيل», «يعاد»); most verbs write both voices alike.
pub const PASSIVE: u32 = 1 << 4;
/// Active participle. Set together with [`PASSIVE_PARTICIPLE`] where the two are spelled alike («محتل»).
pub const PARTICIPLE: u32 = 1 << 5;
/// Passive participle.
pub const PASSIVE_PARTICIPLE: u32 = 1 << 6;
/// Verbal noun.
pub const MASDAR: u32 = 1 << 7;
/// First person.
pub const FIRST: u32 = 1 << 8;
/// Second person.
pub const SECOND: u32 = 1 << 9;
/// Third person.
pub const THIRD: u32 = 1 << 10;
/// Masculine.
pub const MASCULINE: u32 = 1 << 11;
/// Feminine.
pub const FEMININE: u32 = 1 << 12;
/// Singular.
pub const SINGULAR: u32 = 1 << 13;
/// Dual.
pub const DUAL: u32 = 1 << 14;
/// Plural.
pub const PLURAL: u32 = 1 << 15;
/// Accusative written with alif («مشيرا»); with [`GENITIVE`] the oblique case of duals and sound plurals («مسلحين»).
pub const ACCUSATIVE: u32 = 1 << 16;
/// Genitive; see [`ACCUSATIVE`].
pub const GENITIVE: u32 = 1 << 17;
/// Nominative written with waw or alif («مسلحون»).
pub const NOMINATIVE: u32 = 1 << 18;
/// Dual or sound plural without its nun («مسؤولو», «غارتي»).
pub const CONSTRUCT: u32 = 1 << 19;
/// Definite by ال; never in the table, set by the analyser.
pub const DEFINITE: u32 = 1 << 20;
/// Spelled so only without a pronoun at its end («قالوا», «مدينة»).
pub const FREE: u32 = 1 << 24;
/// Spelled so only before a pronoun («قالو»ه, «مدينت»هم).
pub const JOINED: u32 = 1 << 25;
