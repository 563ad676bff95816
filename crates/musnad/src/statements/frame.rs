//! What may follow a cue: its government, as the table of cues writes it.
//!
//! «دعا» governs «إلى» (call for), «قال» a clause (say that), «وصف» an object and «بـ» (describe as).

/// A preposition that opens a content.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Preposition {
    About,
    To,
    On,
    Of,
    In,
    /// Written onto the word.
    By,
    /// Written onto the word.
    For,
}

impl Preposition {
    pub(super) fn parse(word: &str) -> Option<Self> {
        Some(match word {
            "عن" => Self::About,
            "إلى" => Self::To,
            "على" => Self::On,
            "من" => Self::Of,
            "في" => Self::In,
            "ب" => Self::By,
            "ل" => Self::For,
            _ => return None,
        })
    }

    /// The folded word, for those that are one.
    pub(super) const fn word(self) -> Option<&'static str> {
        Some(match self {
            Self::About => "عن",
            Self::To => "الي",
            Self::On => "علي",
            Self::Of => "من",
            Self::In => "في",
            Self::By | Self::For => return None,
        })
    }
}

/// What may follow a cue.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Frame {
    /// «إن», «أن», «بأن», «إلى أن» and a clause; a quotation; a colon.
    Clause,
    /// A quotation or a colon.
    Quotation,
    /// A noun phrase: «أعلن مقتل جندي».
    Object,
    /// A preposition and a noun phrase: «دعا إلى وقف القتال».
    Prepositional(Preposition),
    /// «اعتبرها انتهاكا»: what is spoken of and what it is called.
    Describe,
    /// «وصفه بالخطير»: the same with ب.
    DescribeBy,
    /// «ما أسماه العدوان»: the name follows.
    Name,
    /// «طلب من المجلس عقد جلسة».
    Ask,
    /// «نقل عن مسؤول قوله»: the source stands after the preposition, the subject relays.
    Relay(Preposition),
    /// «جاء في البيان أن»: the document is the source.
    Appear,
    /// «حمّل الحكومة مسؤولية الهجوم»: an object, with the word for responsibility.
    Blame,
    /// «أعرب عن قلقه من»: a noun says how the source stands to the content.
    Attitude(Option<Preposition>),
}

impl Frame {
    pub(super) fn parse(name: &str) -> Option<Self> {
        Some(match name {
            "clause" => Self::Clause,
            "quotation" => Self::Quotation,
            "object" => Self::Object,
            "describe" => Self::Describe,
            "describe:ب" => Self::DescribeBy,
            "name" => Self::Name,
            "ask" => Self::Ask,
            "blame" => Self::Blame,
            "appear:في" => Self::Appear,
            "attitude:object" => Self::Attitude(None),
            _ => match name.split_once(':') {
                Some(("relay", word)) => Self::Relay(Preposition::parse(word)?),
                Some(("attitude", word)) => Self::Attitude(Some(Preposition::parse(word)?)),
                Some(_) => return None,
                None => Self::Prepositional(Preposition::parse(name)?),
            },
        })
    }
}
