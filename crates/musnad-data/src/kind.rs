//! What a key of the gazetteer is. Also compiled into the build script.

/// What a key of the gazetteer stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[repr(u8)]
pub enum Kind {
    /// A person's name.
    Person,
    /// An organisation's name.
    Organization,
    /// The name of a newspaper, channel or agency; its class noun is no part of it.
    Media,
    /// A country, province, town, district.
    Place,
    /// A sea, river, mountain, region, continent.
    Location,
    /// An airport, base, port, crossing, building.
    Facility,
    /// An agreement, conference, operation, weapon model.
    Miscellaneous,
    /// An adjective of nationality or group: «سوري», «الحوثية».
    Demonym,
    /// A class noun that opens names, without article: «وزارة».
    Head,
    /// A class noun with article: «الحكومة».
    HeadDefinite,
    /// An adjective that names are made with: «المسلحة», «الدولي».
    Qualifier,
    /// A noun inside a construct chain of a name: «حقوق», «مكافحة».
    Nested,
    /// A title that stands right before a name: «الدكتور», «اللواء».
    Title,
    /// An office that takes a complement before the name: «وزير», «المتحدث».
    Office,
    /// An adjective between a title and a name: «المتقاعد», «السابق».
    TitleAdjunct,
    /// A given name.
    GivenName,
    /// A word that is mostly the later part of a person's name.
    FamilyName,
    /// A frequent word that is hardly ever a name.
    Common,
    /// The title of an office that tables know the holders of: «وزير الخارجية».
    Post,
}

impl Kind {
    /// All kinds, in the order of their numbers.
    pub const ALL: [Self; 19] = [
        Self::Person,
        Self::Organization,
        Self::Media,
        Self::Place,
        Self::Location,
        Self::Facility,
        Self::Miscellaneous,
        Self::Demonym,
        Self::Head,
        Self::HeadDefinite,
        Self::Qualifier,
        Self::Nested,
        Self::Title,
        Self::Office,
        Self::TitleAdjunct,
        Self::GivenName,
        Self::FamilyName,
        Self::Common,
        Self::Post,
    ];

    /// Whether a key of this kind is a name of its own.
    pub const fn is_name(self) -> bool {
        (self as u8) <= Self::Miscellaneous as u8
    }
}
