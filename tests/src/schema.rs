//! The kinds of record that a case can ask for, their fields, and which values are possible.

use musnad_proto::v1 as pb;

/// What the values of a field are.
#[derive(Clone, Copy)]
pub enum Field {
    /// Words of the text: they must occur in it.
    Surface(&'static str),
    /// Any string: a lemma, a day, a TIMEX3 value.
    Word(&'static str),
    /// The name of an enum value without its prefix.
    Enum(&'static str, &'static str, fn(&str) -> bool),
    /// A number.
    Number(&'static str),
    /// `[min, max]`, `false` for an open bound.
    Bounds(&'static str),
}

impl Field {
    /// The key in the case.
    pub fn name(self) -> &'static str {
        match self {
            Self::Surface(name) | Self::Word(name) | Self::Enum(name, ..) | Self::Number(name) | Self::Bounds(name) => {
                name
            }
        }
    }
}

/// A kind of record: its name in a case (`no_` before it makes a negative), and its fields.
pub struct Kind {
    /// The key in the case.
    pub name: &'static str,
    /// What can be asked of it; the first ones say which record it is.
    pub fields: &'static [Field],
}

macro_rules! values {
    ($message:ident, $prefix:literal) => {
        |name| pb::$message::from_str_name(&format!(concat!($prefix, "_{}"), name)).is_some() && name != "UNSPECIFIED"
    };
}

use Field::{Bounds, Enum, Number, Surface, Word};

/// Every kind.
pub const KINDS: &[Kind] = &[
    Kind {
        name: "event",
        fields: &[
            Surface("trigger"),
            Enum("type", "EVENT_TYPE_", values!(EventType, "EVENT_TYPE")),
            Enum("mode", "EVENT_MODE_", values!(EventMode, "EVENT_MODE")),
            Enum("status", "EVENT_STATUS_", values!(EventStatus, "EVENT_STATUS")),
            Surface("actor"),
            Surface("recipient"),
            Surface("place"),
            Surface("time"),
            Surface("instrument"),
            Word("first_day"),
            Word("last_day"),
            Bounds("killed"),
            Bounds("injured"),
            Bounds("missing"),
            Bounds("detained"),
            Bounds("displaced"),
            Surface("item"),
            Word("acled"),
            Enum("contexts", "EVENT_CONTEXT_", values!(EventContext, "EVENT_CONTEXT")),
            Enum("quad", "QUAD_CLASS_", values!(QuadClass, "QUAD_CLASS")),
            Number("intensity"),
            Word("lemma"),
            Word("revised"),
            Surface("same_as"),
            Surface("statements"),
            Surface("affirmed_by"),
            Surface("denied_by"),
        ],
    },
    Kind {
        name: "name",
        fields: &[
            Surface("text"),
            Enum("type", "ENTITY_TYPE_", values!(EntityType, "ENTITY_TYPE")),
            Surface("title"),
        ],
    },
    Kind {
        name: "nominal",
        fields: &[
            Surface("text"),
            Enum("type", "ENTITY_TYPE_", values!(EntityType, "ENTITY_TYPE")),
        ],
    },
    Kind {
        name: "entity",
        fields: &[
            Surface("mentions"),
            Word("name"),
            Word("name_en"),
            Enum("type", "ENTITY_TYPE_", values!(EntityType, "ENTITY_TYPE")),
            Word("country"),
            Number("geonames"),
            Word("wikidata"),
            Word("sectors"),
            Word("romanized"),
            Word("admin1"),
            Word("admin2"),
            Enum(
                "resolution",
                "PLACE_RESOLUTION_",
                values!(PlaceResolution, "PLACE_RESOLUTION"),
            ),
        ],
    },
    Kind {
        name: "time",
        fields: &[
            Surface("text"),
            Enum("kind", "TIME_KIND_", values!(TimeKind, "TIME_KIND")),
            Word("value"),
            Enum("mod", "TIME_MODIFIER_", values!(TimeModifier, "TIME_MODIFIER")),
            Word("first_day"),
            Word("last_day"),
            Enum("calendar", "CALENDAR_", values!(Calendar, "CALENDAR")),
        ],
    },
    Kind {
        name: "quantity",
        fields: &[
            Surface("text"),
            Enum("kind", "QUANTITY_KIND_", values!(QuantityKind, "QUANTITY_KIND")),
            Number("min"),
            Number("max"),
            Surface("item"),
            Word("currency"),
            Surface("unit"),
        ],
    },
    Kind {
        name: "number",
        fields: &[
            Surface("text"),
            Enum("kind", "NUMBER_KIND_", values!(NumberKind, "NUMBER_KIND")),
            Number("value"),
            Number("min"),
            Number("max"),
        ],
    },
    Kind {
        name: "statement",
        fields: &[
            Surface("cue"),
            Surface("source"),
            Surface("via"),
            Surface("content"),
            Enum("stance", "STANCE_", values!(Stance, "STANCE")),
            Enum("quotation", "QUOTATION_", values!(Quotation, "QUOTATION")),
            Surface("medium"),
            Enum("kind", "SOURCE_KIND_", values!(SourceKind, "SOURCE_KIND")),
            Word("lemma"),
            Surface("events"),
            Word("speaks_for"),
        ],
    },
    Kind {
        name: "section",
        fields: &[
            Surface("text"),
            Enum("kind", "SECTION_KIND_", values!(SectionKind, "SECTION_KIND")),
        ],
    },
    Kind {
        name: "sentence",
        fields: &[Surface("text")],
    },
    Kind {
        name: "word",
        fields: &[Word("form"), Word("lemma"), Word("upos"), Word("feats"), Word("deprel")],
    },
    Kind {
        name: "article",
        fields: &[Enum(
            "contexts",
            "EVENT_CONTEXT_",
            values!(EventContext, "EVENT_CONTEXT"),
        )],
    },
    Kind {
        name: "warning",
        fields: &[
            Enum("code", "WARNING_CODE_", values!(WarningCode, "WARNING_CODE")),
            Surface("text"),
        ],
    },
];
