//! Enums in both directions. The compiler checks that each value of the domain has one of the contract.

use musnad_proto::v1 as pb;

use super::invalid;
use crate::document as doc;
use crate::error::Error;
use crate::text::OffsetEncoding;

macro_rules! both_ways {
    ($($name:ident { $($value:ident)* })*) => {$(
        impl From<doc::$name> for pb::$name {
            fn from(value: doc::$name) -> Self {
                match value { $(doc::$name::$value => Self::$value,)* }
            }
        }

        impl TryFrom<pb::$name> for doc::$name {
            type Error = Error;

            fn try_from(value: pb::$name) -> Result<Self, Error> {
                match value {
                    pb::$name::Unspecified => Err(invalid(concat!(stringify!($name), " is not specified").to_owned())),
                    $(pb::$name::$value => Ok(Self::$value),)*
                }
            }
        }

        impl ReadEnum for doc::$name {
            fn read(value: i32) -> Result<Self, Error> {
                pb::$name::try_from(value)
                    .map_err(|_| invalid(format!(concat!("{} is no ", stringify!($name)), value)))?
                    .try_into()
            }
        }
    )*};
}

/// Reads the number that protobuf carries for an enum.
pub(super) trait ReadEnum: Sized {
    fn read(value: i32) -> Result<Self, Error>;

    /// 0, which says nothing, is absent.
    fn read_optional(value: i32) -> Result<Option<Self>, Error> {
        if value == 0 {
            Ok(None)
        } else {
            Self::read(value).map(Some)
        }
    }
}

both_ways! {
    SectionKind {
        Title Dateline Heading Paragraph Credits
    }
    EntityType {
        Person Organization Geopolitical Location Facility Miscellaneous
    }
    PlaceResolution {
        Country Province District Town Site Area Offset
    }
    MentionForm {
        Name Nominal Pronoun
    }
    TimeKind {
        Date Time Duration Set
    }
    TimeModifier {
        Before After OnOrBefore OnOrAfter LessThan MoreThan EqualOrLess EqualOrMore Start Mid End
        Approx
    }
    Calendar {
        Gregorian Hijri
    }
    QuantityKind {
        Killed Injured Missing Detained Displaced People Weapons Vehicles DistanceKm Money Percent
        Count
    }
    SourceKind {
        Named Unnamed Organization Media Document
    }
    Stance {
        Assert Deny Accuse Condemn Warn Threaten Demand Promise Reject Support Doubt Concern
    }
    Quotation {
        Direct Indirect Mixed
    }
    EventType {
        Agree Consult Support Concede Cooperate Aid Retreat Request Accuse Reject Threaten Protest
        Sanction Mobilize Coerce Assault
    }
    EventMode {
        Visit ThirdParty Multilateral Phone Withdraw Release Disarm Ceasefire Access Resign Assist
        Change Yield Meet Disapprove Investigate Allege Restrict Arrest Relations Expel Territory
        Violence Demo Riot Strike Hunger Boycott Obstruct Vandalize Convict Discontinue Troops
        Weapons Police Militia Seize Censor Curfew MartialLaw Deport Withhold Misinformation Cyber
        Abduct Beat Torture Sexual Targeted Destroy Primitive Firearms Explosives SuicideAttack
        Aerial Drone HeavyWeapons CrowdControl Unconventional SideAb
    }
    EventContext {
        Military Intelligence Executive Legislative Election PoliticalInstitutions ProDemocracy
        ProAutocracy Economic Legal Reparations HumanRights RightsFreedoms Repression HumanSecurity
        Gender Lgbt ReligionEthnicity Inequality Diplomatic Territory Peacekeeping Health Asylum
        Migration Disasters NaturalResource Environment Technology Terrorism Cbrn Cyber
        Misinformation Crime Corruption IllegalDrugs Trafficking
    }
    EventStatus {
        Occurred Planned Demanded Possible Negated
    }
    QuadClass {
        VerbalCooperation MaterialCooperation VerbalConflict MaterialConflict
    }
    ArgumentRole {
        Actor Recipient Place Time Instrument
    }
    WarningCode {
        NoPublicationDate NoArabic UnbalancedQuotes LongSentence ControlCharacters
    }
    Layer {
        Text Syntax Entities Times Quantities Events Statements
    }
    NumberKind {
        Cardinal Ordinal Percent Range
    }
}

pub(super) fn offset_encoding(encoding: OffsetEncoding) -> pb::OffsetEncoding {
    match encoding {
        OffsetEncoding::Utf32 => pb::OffsetEncoding::Utf32,
        OffsetEncoding::Utf8 => pb::OffsetEncoding::Utf8,
        OffsetEncoding::Utf16 => pb::OffsetEncoding::Utf16,
    }
}
