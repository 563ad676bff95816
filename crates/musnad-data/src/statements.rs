//! Tables of reported speech: tab-separated, one entry a line, `#` comments. The first line of each says its columns.

/// Words that report what somebody says, with what may follow them.
pub const CUES: &str = include_str!("../tables/statements/cues.tsv");
/// Phrases that name a source: «وفقا لـ».
pub const PHRASES: &str = include_str!("../tables/statements/phrases.tsv");
/// Nouns of attitude: «قلق», and the stance they show.
pub const ATTITUDES: &str = include_str!("../tables/statements/attitudes.tsv");
/// Nouns of what something is said through: «بيان».
pub const MEDIUMS: &str = include_str!("../tables/statements/mediums.tsv");
/// Nouns of acts of speech, «تحذير», with the prepositions that open what is said, and their stance.
pub const ACTS: &str = include_str!("../tables/statements/acts.tsv");
/// Verbs that only perform such an act: «وجه».
pub const LIGHT: &str = include_str!("../tables/statements/light.tsv");
/// Words at the start of a content by which a neutral cue takes a stance: «مرفوض», «لا أساس».
pub const VERDICTS: &str = include_str!("../tables/statements/verdicts.tsv");
