//! What kind of thing a phrase names, by the tags of the lexicon and the names and quantities inside it.

use musnad_data::lexicon;

macro_rules! classes {
    ($($name:ident = $bit:expr, $tag:expr;)*) => {
        impl Class {
            $(pub(super) const $name: Self = Self(1 << $bit);)*
            /// The class of a tag of the lexicon.
            pub(super) fn from_tag(tag: &str) -> Option<Self> {
                match tag {
                    $($tag => Some(Self::$name),)*
                    _ => None,
                }
            }
        }
    };
}

/// What kind of thing a phrase names, as bits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Class(u32);

classes! {
    HUMAN = 0, "human";
    ARMED = 1, "combatant";
    CIVILIAN = 2, "civilian";
    OFFICIAL = 3, "official";
    CROWD = 4, "crowd";
    ORG = 5, "org";
    PLACE = 6, "place";
    FACILITY = 7, "facility";
    WEAPON = 8, "weapon";
    VEHICLE = 9, "vehicle";
    DOCUMENT = 10, "document";
    KILLED = 11, "killed";
    INJURED = 12, "injured";
    DETAINED = 13, "detained";
    EVENT = 14, "event";
    MONEY = 15, "money";
    MEDIA = 16, "media";
    JOURNALIST = 17, "journalist";
    MEDIC = 18, "medic";
    COURT = 19, "court";
    PERSON = 20, "person-name";
    GPE = 21, "gpe-name";
    NAME = 22, "name";
    QUANTITY = 23, "quantity";
    DISPLACED = 24, "displaced";
    PRONOUN = 25, "pronoun";
}

impl Class {
    pub(super) const fn has(self, other: Self) -> bool {
        self.0 & other.0 == other.0
    }

    pub(super) const fn any(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    /// The numbers of the bits that are set.
    pub(super) fn bits(self) -> impl Iterator<Item = u8> {
        let mut rest = self.0;
        std::iter::from_fn(move || {
            let bit = (rest != 0).then(|| rest.trailing_zeros() as u8);
            rest &= rest.wrapping_sub(1);
            bit
        })
    }

    #[must_use]
    pub(super) const fn with(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Names people, whatever else.
    pub(super) const fn is_human(self) -> bool {
        self.any(
            Self::HUMAN
                .with(Self::PERSON)
                .with(Self::CIVILIAN)
                .with(Self::OFFICIAL)
                .with(Self::JOURNALIST)
                .with(Self::MEDIC),
        )
    }

    /// Can do things: people, bodies, countries, the craft they steer, the papers they write.
    pub(super) const fn acts(self) -> bool {
        self.any(
            Self::HUMAN
                .with(Self::ARMED)
                .with(Self::CROWD)
                .with(Self::ORG)
                .with(Self::PERSON)
                .with(Self::GPE)
                .with(Self::VEHICLE),
        )
    }
}

/// The class of every lexeme, by id.
pub(super) fn lexeme_classes() -> Vec<Class> {
    (0..lexicon::len())
        .map(|id| {
            lexicon::lexeme(id).map_or(Class::default(), |lexeme| {
                let by_tag = lexeme
                    .tags
                    .split(',')
                    .filter_map(Class::from_tag)
                    .fold(Class::default(), Class::with);
                match lexeme.sector {
                    "MIL" | "COP" | "REB" | "PRM" | "UAF" | "IMG" => by_tag.with(Class::ARMED),
                    "JUD" => by_tag.with(Class::COURT),
                    // Craft do what their crews do: «قصفت طائرات», «فتحت دبابة النار».
                    _ if matches!(
                        lexeme.lemma,
                        "طائرة" | "مقاتلة" | "دبابة" | "قاذفة" | "مدفعية" | "مدفعي"
                    ) =>
                    {
                        by_tag.with(Class::VEHICLE)
                    }
                    _ if matches!(lexeme.lemma, "بلد" | "بلاد" | "دولة") => by_tag.with(Class::ORG),
                    _ => by_tag,
                }
            })
        })
        .collect()
}
