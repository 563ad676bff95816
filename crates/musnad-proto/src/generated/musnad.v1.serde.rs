impl serde::Serialize for AcledCode {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        use serde::ser::SerializeStruct;
        let mut len = 0;
        if !self.event_type.is_empty() {
            len += 1;
        }
        if !self.sub_event_type.is_empty() {
            len += 1;
        }
        let mut struct_ser = serializer.serialize_struct("musnad.v1.AcledCode", len)?;
        if !self.event_type.is_empty() {
            struct_ser.serialize_field("eventType", &self.event_type)?;
        }
        if !self.sub_event_type.is_empty() {
            struct_ser.serialize_field("subEventType", &self.sub_event_type)?;
        }
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for AcledCode {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "event_type",
            "eventType",
            "sub_event_type",
            "subEventType",
        ];

        #[allow(clippy::enum_variant_names)]
        enum GeneratedField {
            EventType,
            SubEventType,
        }
        impl<'de> serde::Deserialize<'de> for GeneratedField {
            fn deserialize<D>(deserializer: D) -> std::result::Result<GeneratedField, D::Error>
            where
                D: serde::Deserializer<'de>,
            {
                struct GeneratedVisitor;

                impl serde::de::Visitor<'_> for GeneratedVisitor {
                    type Value = GeneratedField;

                    fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                        write!(formatter, "expected one of: {:?}", &FIELDS)
                    }

                    #[allow(unused_variables)]
                    fn visit_str<E>(self, value: &str) -> std::result::Result<GeneratedField, E>
                    where
                        E: serde::de::Error,
                    {
                        match value {
                            "eventType" | "event_type" => Ok(GeneratedField::EventType),
                            "subEventType" | "sub_event_type" => Ok(GeneratedField::SubEventType),
                            _ => Err(serde::de::Error::unknown_field(value, FIELDS)),
                        }
                    }
                }
                deserializer.deserialize_identifier(GeneratedVisitor)
            }
        }
        struct GeneratedVisitor;
        impl<'de> serde::de::Visitor<'de> for GeneratedVisitor {
            type Value = AcledCode;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct musnad.v1.AcledCode")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<AcledCode, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                let mut event_type__ = None;
                let mut sub_event_type__ = None;
                while let Some(k) = map_.next_key()? {
                    match k {
                        GeneratedField::EventType => {
                            if event_type__.is_some() {
                                return Err(serde::de::Error::duplicate_field("eventType"));
                            }
                            event_type__ = Some(map_.next_value()?);
                        }
                        GeneratedField::SubEventType => {
                            if sub_event_type__.is_some() {
                                return Err(serde::de::Error::duplicate_field("subEventType"));
                            }
                            sub_event_type__ = Some(map_.next_value()?);
                        }
                    }
                }
                Ok(AcledCode {
                    event_type: event_type__.unwrap_or_default(),
                    sub_event_type: sub_event_type__.unwrap_or_default(),
                })
            }
        }
        deserializer.deserialize_struct("musnad.v1.AcledCode", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for Argument {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        use serde::ser::SerializeStruct;
        let mut len = 0;
        if self.role != 0 {
            len += 1;
        }
        if self.span.is_some() {
            len += 1;
        }
        if self.mention.is_some() {
            len += 1;
        }
        if !self.entity.is_empty() {
            len += 1;
        }
        if !self.country.is_empty() {
            len += 1;
        }
        if !self.sector.is_empty() {
            len += 1;
        }
        let mut struct_ser = serializer.serialize_struct("musnad.v1.Argument", len)?;
        if self.role != 0 {
            let v = ArgumentRole::try_from(self.role)
                .map_err(|_| serde::ser::Error::custom(format!("Invalid variant {}", self.role)))?;
            struct_ser.serialize_field("role", &v)?;
        }
        if let Some(v) = self.span.as_ref() {
            struct_ser.serialize_field("span", v)?;
        }
        if let Some(v) = self.mention.as_ref() {
            struct_ser.serialize_field("mention", v)?;
        }
        if !self.entity.is_empty() {
            struct_ser.serialize_field("entity", &self.entity)?;
        }
        if !self.country.is_empty() {
            struct_ser.serialize_field("country", &self.country)?;
        }
        if !self.sector.is_empty() {
            struct_ser.serialize_field("sector", &self.sector)?;
        }
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for Argument {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "role",
            "span",
            "mention",
            "entity",
            "country",
            "sector",
        ];

        #[allow(clippy::enum_variant_names)]
        enum GeneratedField {
            Role,
            Span,
            Mention,
            Entity,
            Country,
            Sector,
        }
        impl<'de> serde::Deserialize<'de> for GeneratedField {
            fn deserialize<D>(deserializer: D) -> std::result::Result<GeneratedField, D::Error>
            where
                D: serde::Deserializer<'de>,
            {
                struct GeneratedVisitor;

                impl serde::de::Visitor<'_> for GeneratedVisitor {
                    type Value = GeneratedField;

                    fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                        write!(formatter, "expected one of: {:?}", &FIELDS)
                    }

                    #[allow(unused_variables)]
                    fn visit_str<E>(self, value: &str) -> std::result::Result<GeneratedField, E>
                    where
                        E: serde::de::Error,
                    {
                        match value {
                            "role" => Ok(GeneratedField::Role),
                            "span" => Ok(GeneratedField::Span),
                            "mention" => Ok(GeneratedField::Mention),
                            "entity" => Ok(GeneratedField::Entity),
                            "country" => Ok(GeneratedField::Country),
                            "sector" => Ok(GeneratedField::Sector),
                            _ => Err(serde::de::Error::unknown_field(value, FIELDS)),
                        }
                    }
                }
                deserializer.deserialize_identifier(GeneratedVisitor)
            }
        }
        struct GeneratedVisitor;
        impl<'de> serde::de::Visitor<'de> for GeneratedVisitor {
            type Value = Argument;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct musnad.v1.Argument")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<Argument, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                let mut role__ = None;
                let mut span__ = None;
                let mut mention__ = None;
                let mut entity__ = None;
                let mut country__ = None;
                let mut sector__ = None;
                while let Some(k) = map_.next_key()? {
                    match k {
                        GeneratedField::Role => {
                            if role__.is_some() {
                                return Err(serde::de::Error::duplicate_field("role"));
                            }
                            role__ = Some(map_.next_value::<ArgumentRole>()? as i32);
                        }
                        GeneratedField::Span => {
                            if span__.is_some() {
                                return Err(serde::de::Error::duplicate_field("span"));
                            }
                            span__ = map_.next_value()?;
                        }
                        GeneratedField::Mention => {
                            if mention__.is_some() {
                                return Err(serde::de::Error::duplicate_field("mention"));
                            }
                            mention__ = 
                                map_.next_value::<::std::option::Option<::pbjson::private::NumberDeserialize<_>>>()?.map(|x| x.0)
                            ;
                        }
                        GeneratedField::Entity => {
                            if entity__.is_some() {
                                return Err(serde::de::Error::duplicate_field("entity"));
                            }
                            entity__ = Some(map_.next_value()?);
                        }
                        GeneratedField::Country => {
                            if country__.is_some() {
                                return Err(serde::de::Error::duplicate_field("country"));
                            }
                            country__ = Some(map_.next_value()?);
                        }
                        GeneratedField::Sector => {
                            if sector__.is_some() {
                                return Err(serde::de::Error::duplicate_field("sector"));
                            }
                            sector__ = Some(map_.next_value()?);
                        }
                    }
                }
                Ok(Argument {
                    role: role__.unwrap_or_default(),
                    span: span__,
                    mention: mention__,
                    entity: entity__.unwrap_or_default(),
                    country: country__.unwrap_or_default(),
                    sector: sector__.unwrap_or_default(),
                })
            }
        }
        deserializer.deserialize_struct("musnad.v1.Argument", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for ArgumentRole {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        let variant = match self {
            Self::Unspecified => "ARGUMENT_ROLE_UNSPECIFIED",
            Self::Actor => "ARGUMENT_ROLE_ACTOR",
            Self::Recipient => "ARGUMENT_ROLE_RECIPIENT",
            Self::Place => "ARGUMENT_ROLE_PLACE",
            Self::Time => "ARGUMENT_ROLE_TIME",
            Self::Instrument => "ARGUMENT_ROLE_INSTRUMENT",
        };
        serializer.serialize_str(variant)
    }
}
impl<'de> serde::Deserialize<'de> for ArgumentRole {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "ARGUMENT_ROLE_UNSPECIFIED",
            "ARGUMENT_ROLE_ACTOR",
            "ARGUMENT_ROLE_RECIPIENT",
            "ARGUMENT_ROLE_PLACE",
            "ARGUMENT_ROLE_TIME",
            "ARGUMENT_ROLE_INSTRUMENT",
        ];

        struct GeneratedVisitor;

        impl serde::de::Visitor<'_> for GeneratedVisitor {
            type Value = ArgumentRole;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                write!(formatter, "expected one of: {:?}", &FIELDS)
            }

            fn visit_i64<E>(self, v: i64) -> std::result::Result<Self::Value, E>
            where
                E: serde::de::Error,
            {
                i32::try_from(v)
                    .ok()
                    .and_then(|x| x.try_into().ok())
                    .ok_or_else(|| {
                        serde::de::Error::invalid_value(serde::de::Unexpected::Signed(v), &self)
                    })
            }

            fn visit_u64<E>(self, v: u64) -> std::result::Result<Self::Value, E>
            where
                E: serde::de::Error,
            {
                i32::try_from(v)
                    .ok()
                    .and_then(|x| x.try_into().ok())
                    .ok_or_else(|| {
                        serde::de::Error::invalid_value(serde::de::Unexpected::Unsigned(v), &self)
                    })
            }

            fn visit_str<E>(self, value: &str) -> std::result::Result<Self::Value, E>
            where
                E: serde::de::Error,
            {
                match value {
                    "ARGUMENT_ROLE_UNSPECIFIED" => Ok(ArgumentRole::Unspecified),
                    "ARGUMENT_ROLE_ACTOR" => Ok(ArgumentRole::Actor),
                    "ARGUMENT_ROLE_RECIPIENT" => Ok(ArgumentRole::Recipient),
                    "ARGUMENT_ROLE_PLACE" => Ok(ArgumentRole::Place),
                    "ARGUMENT_ROLE_TIME" => Ok(ArgumentRole::Time),
                    "ARGUMENT_ROLE_INSTRUMENT" => Ok(ArgumentRole::Instrument),
                    _ => Err(serde::de::Error::unknown_variant(value, FIELDS)),
                }
            }
        }
        deserializer.deserialize_any(GeneratedVisitor)
    }
}
impl serde::Serialize for Attestation {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        use serde::ser::SerializeStruct;
        let mut len = 0;
        if !self.statement.is_empty() {
            len += 1;
        }
        if self.status != 0 {
            len += 1;
        }
        let mut struct_ser = serializer.serialize_struct("musnad.v1.Attestation", len)?;
        if !self.statement.is_empty() {
            struct_ser.serialize_field("statement", &self.statement)?;
        }
        if self.status != 0 {
            let v = EventStatus::try_from(self.status)
                .map_err(|_| serde::ser::Error::custom(format!("Invalid variant {}", self.status)))?;
            struct_ser.serialize_field("status", &v)?;
        }
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for Attestation {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "statement",
            "status",
        ];

        #[allow(clippy::enum_variant_names)]
        enum GeneratedField {
            Statement,
            Status,
        }
        impl<'de> serde::Deserialize<'de> for GeneratedField {
            fn deserialize<D>(deserializer: D) -> std::result::Result<GeneratedField, D::Error>
            where
                D: serde::Deserializer<'de>,
            {
                struct GeneratedVisitor;

                impl serde::de::Visitor<'_> for GeneratedVisitor {
                    type Value = GeneratedField;

                    fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                        write!(formatter, "expected one of: {:?}", &FIELDS)
                    }

                    #[allow(unused_variables)]
                    fn visit_str<E>(self, value: &str) -> std::result::Result<GeneratedField, E>
                    where
                        E: serde::de::Error,
                    {
                        match value {
                            "statement" => Ok(GeneratedField::Statement),
                            "status" => Ok(GeneratedField::Status),
                            _ => Err(serde::de::Error::unknown_field(value, FIELDS)),
                        }
                    }
                }
                deserializer.deserialize_identifier(GeneratedVisitor)
            }
        }
        struct GeneratedVisitor;
        impl<'de> serde::de::Visitor<'de> for GeneratedVisitor {
            type Value = Attestation;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct musnad.v1.Attestation")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<Attestation, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                let mut statement__ = None;
                let mut status__ = None;
                while let Some(k) = map_.next_key()? {
                    match k {
                        GeneratedField::Statement => {
                            if statement__.is_some() {
                                return Err(serde::de::Error::duplicate_field("statement"));
                            }
                            statement__ = Some(map_.next_value()?);
                        }
                        GeneratedField::Status => {
                            if status__.is_some() {
                                return Err(serde::de::Error::duplicate_field("status"));
                            }
                            status__ = Some(map_.next_value::<EventStatus>()? as i32);
                        }
                    }
                }
                Ok(Attestation {
                    statement: statement__.unwrap_or_default(),
                    status: status__.unwrap_or_default(),
                })
            }
        }
        deserializer.deserialize_struct("musnad.v1.Attestation", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for Bounds {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        use serde::ser::SerializeStruct;
        let mut len = 0;
        if self.min.is_some() {
            len += 1;
        }
        if self.max.is_some() {
            len += 1;
        }
        let mut struct_ser = serializer.serialize_struct("musnad.v1.Bounds", len)?;
        if let Some(v) = self.min.as_ref() {
            struct_ser.serialize_field("min", v)?;
        }
        if let Some(v) = self.max.as_ref() {
            struct_ser.serialize_field("max", v)?;
        }
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for Bounds {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "min",
            "max",
        ];

        #[allow(clippy::enum_variant_names)]
        enum GeneratedField {
            Min,
            Max,
        }
        impl<'de> serde::Deserialize<'de> for GeneratedField {
            fn deserialize<D>(deserializer: D) -> std::result::Result<GeneratedField, D::Error>
            where
                D: serde::Deserializer<'de>,
            {
                struct GeneratedVisitor;

                impl serde::de::Visitor<'_> for GeneratedVisitor {
                    type Value = GeneratedField;

                    fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                        write!(formatter, "expected one of: {:?}", &FIELDS)
                    }

                    #[allow(unused_variables)]
                    fn visit_str<E>(self, value: &str) -> std::result::Result<GeneratedField, E>
                    where
                        E: serde::de::Error,
                    {
                        match value {
                            "min" => Ok(GeneratedField::Min),
                            "max" => Ok(GeneratedField::Max),
                            _ => Err(serde::de::Error::unknown_field(value, FIELDS)),
                        }
                    }
                }
                deserializer.deserialize_identifier(GeneratedVisitor)
            }
        }
        struct GeneratedVisitor;
        impl<'de> serde::de::Visitor<'de> for GeneratedVisitor {
            type Value = Bounds;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct musnad.v1.Bounds")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<Bounds, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                let mut min__ = None;
                let mut max__ = None;
                while let Some(k) = map_.next_key()? {
                    match k {
                        GeneratedField::Min => {
                            if min__.is_some() {
                                return Err(serde::de::Error::duplicate_field("min"));
                            }
                            min__ = 
                                map_.next_value::<::std::option::Option<::pbjson::private::NumberDeserialize<_>>>()?.map(|x| x.0)
                            ;
                        }
                        GeneratedField::Max => {
                            if max__.is_some() {
                                return Err(serde::de::Error::duplicate_field("max"));
                            }
                            max__ = 
                                map_.next_value::<::std::option::Option<::pbjson::private::NumberDeserialize<_>>>()?.map(|x| x.0)
                            ;
                        }
                    }
                }
                Ok(Bounds {
                    min: min__,
                    max: max__,
                })
            }
        }
        deserializer.deserialize_struct("musnad.v1.Bounds", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for Calendar {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        let variant = match self {
            Self::Unspecified => "CALENDAR_UNSPECIFIED",
            Self::Gregorian => "CALENDAR_GREGORIAN",
            Self::Hijri => "CALENDAR_HIJRI",
        };
        serializer.serialize_str(variant)
    }
}
impl<'de> serde::Deserialize<'de> for Calendar {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "CALENDAR_UNSPECIFIED",
            "CALENDAR_GREGORIAN",
            "CALENDAR_HIJRI",
        ];

        struct GeneratedVisitor;

        impl serde::de::Visitor<'_> for GeneratedVisitor {
            type Value = Calendar;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                write!(formatter, "expected one of: {:?}", &FIELDS)
            }

            fn visit_i64<E>(self, v: i64) -> std::result::Result<Self::Value, E>
            where
                E: serde::de::Error,
            {
                i32::try_from(v)
                    .ok()
                    .and_then(|x| x.try_into().ok())
                    .ok_or_else(|| {
                        serde::de::Error::invalid_value(serde::de::Unexpected::Signed(v), &self)
                    })
            }

            fn visit_u64<E>(self, v: u64) -> std::result::Result<Self::Value, E>
            where
                E: serde::de::Error,
            {
                i32::try_from(v)
                    .ok()
                    .and_then(|x| x.try_into().ok())
                    .ok_or_else(|| {
                        serde::de::Error::invalid_value(serde::de::Unexpected::Unsigned(v), &self)
                    })
            }

            fn visit_str<E>(self, value: &str) -> std::result::Result<Self::Value, E>
            where
                E: serde::de::Error,
            {
                match value {
                    "CALENDAR_UNSPECIFIED" => Ok(Calendar::Unspecified),
                    "CALENDAR_GREGORIAN" => Ok(Calendar::Gregorian),
                    "CALENDAR_HIJRI" => Ok(Calendar::Hijri),
                    _ => Err(serde::de::Error::unknown_variant(value, FIELDS)),
                }
            }
        }
        deserializer.deserialize_any(GeneratedVisitor)
    }
}
impl serde::Serialize for Casualties {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        use serde::ser::SerializeStruct;
        let mut len = 0;
        if self.killed.is_some() {
            len += 1;
        }
        if self.injured.is_some() {
            len += 1;
        }
        if self.missing.is_some() {
            len += 1;
        }
        if self.detained.is_some() {
            len += 1;
        }
        if self.displaced.is_some() {
            len += 1;
        }
        if !self.item.is_empty() {
            len += 1;
        }
        if self.revised {
            len += 1;
        }
        let mut struct_ser = serializer.serialize_struct("musnad.v1.Casualties", len)?;
        if let Some(v) = self.killed.as_ref() {
            struct_ser.serialize_field("killed", v)?;
        }
        if let Some(v) = self.injured.as_ref() {
            struct_ser.serialize_field("injured", v)?;
        }
        if let Some(v) = self.missing.as_ref() {
            struct_ser.serialize_field("missing", v)?;
        }
        if let Some(v) = self.detained.as_ref() {
            struct_ser.serialize_field("detained", v)?;
        }
        if let Some(v) = self.displaced.as_ref() {
            struct_ser.serialize_field("displaced", v)?;
        }
        if !self.item.is_empty() {
            struct_ser.serialize_field("item", &self.item)?;
        }
        if self.revised {
            struct_ser.serialize_field("revised", &self.revised)?;
        }
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for Casualties {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "killed",
            "injured",
            "missing",
            "detained",
            "displaced",
            "item",
            "revised",
        ];

        #[allow(clippy::enum_variant_names)]
        enum GeneratedField {
            Killed,
            Injured,
            Missing,
            Detained,
            Displaced,
            Item,
            Revised,
        }
        impl<'de> serde::Deserialize<'de> for GeneratedField {
            fn deserialize<D>(deserializer: D) -> std::result::Result<GeneratedField, D::Error>
            where
                D: serde::Deserializer<'de>,
            {
                struct GeneratedVisitor;

                impl serde::de::Visitor<'_> for GeneratedVisitor {
                    type Value = GeneratedField;

                    fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                        write!(formatter, "expected one of: {:?}", &FIELDS)
                    }

                    #[allow(unused_variables)]
                    fn visit_str<E>(self, value: &str) -> std::result::Result<GeneratedField, E>
                    where
                        E: serde::de::Error,
                    {
                        match value {
                            "killed" => Ok(GeneratedField::Killed),
                            "injured" => Ok(GeneratedField::Injured),
                            "missing" => Ok(GeneratedField::Missing),
                            "detained" => Ok(GeneratedField::Detained),
                            "displaced" => Ok(GeneratedField::Displaced),
                            "item" => Ok(GeneratedField::Item),
                            "revised" => Ok(GeneratedField::Revised),
                            _ => Err(serde::de::Error::unknown_field(value, FIELDS)),
                        }
                    }
                }
                deserializer.deserialize_identifier(GeneratedVisitor)
            }
        }
        struct GeneratedVisitor;
        impl<'de> serde::de::Visitor<'de> for GeneratedVisitor {
            type Value = Casualties;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct musnad.v1.Casualties")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<Casualties, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                let mut killed__ = None;
                let mut injured__ = None;
                let mut missing__ = None;
                let mut detained__ = None;
                let mut displaced__ = None;
                let mut item__ = None;
                let mut revised__ = None;
                while let Some(k) = map_.next_key()? {
                    match k {
                        GeneratedField::Killed => {
                            if killed__.is_some() {
                                return Err(serde::de::Error::duplicate_field("killed"));
                            }
                            killed__ = map_.next_value()?;
                        }
                        GeneratedField::Injured => {
                            if injured__.is_some() {
                                return Err(serde::de::Error::duplicate_field("injured"));
                            }
                            injured__ = map_.next_value()?;
                        }
                        GeneratedField::Missing => {
                            if missing__.is_some() {
                                return Err(serde::de::Error::duplicate_field("missing"));
                            }
                            missing__ = map_.next_value()?;
                        }
                        GeneratedField::Detained => {
                            if detained__.is_some() {
                                return Err(serde::de::Error::duplicate_field("detained"));
                            }
                            detained__ = map_.next_value()?;
                        }
                        GeneratedField::Displaced => {
                            if displaced__.is_some() {
                                return Err(serde::de::Error::duplicate_field("displaced"));
                            }
                            displaced__ = map_.next_value()?;
                        }
                        GeneratedField::Item => {
                            if item__.is_some() {
                                return Err(serde::de::Error::duplicate_field("item"));
                            }
                            item__ = Some(map_.next_value()?);
                        }
                        GeneratedField::Revised => {
                            if revised__.is_some() {
                                return Err(serde::de::Error::duplicate_field("revised"));
                            }
                            revised__ = Some(map_.next_value()?);
                        }
                    }
                }
                Ok(Casualties {
                    killed: killed__,
                    injured: injured__,
                    missing: missing__,
                    detained: detained__,
                    displaced: displaced__,
                    item: item__.unwrap_or_default(),
                    revised: revised__.unwrap_or_default(),
                })
            }
        }
        deserializer.deserialize_struct("musnad.v1.Casualties", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for CorroborateRequest {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        use serde::ser::SerializeStruct;
        let mut len = 0;
        if self.document.is_some() {
            len += 1;
        }
        if self.extraction.is_some() {
            len += 1;
        }
        let mut struct_ser = serializer.serialize_struct("musnad.v1.CorroborateRequest", len)?;
        if let Some(v) = self.document.as_ref() {
            struct_ser.serialize_field("document", v)?;
        }
        if let Some(v) = self.extraction.as_ref() {
            struct_ser.serialize_field("extraction", v)?;
        }
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for CorroborateRequest {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "document",
            "extraction",
        ];

        #[allow(clippy::enum_variant_names)]
        enum GeneratedField {
            Document,
            Extraction,
        }
        impl<'de> serde::Deserialize<'de> for GeneratedField {
            fn deserialize<D>(deserializer: D) -> std::result::Result<GeneratedField, D::Error>
            where
                D: serde::Deserializer<'de>,
            {
                struct GeneratedVisitor;

                impl serde::de::Visitor<'_> for GeneratedVisitor {
                    type Value = GeneratedField;

                    fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                        write!(formatter, "expected one of: {:?}", &FIELDS)
                    }

                    #[allow(unused_variables)]
                    fn visit_str<E>(self, value: &str) -> std::result::Result<GeneratedField, E>
                    where
                        E: serde::de::Error,
                    {
                        match value {
                            "document" => Ok(GeneratedField::Document),
                            "extraction" => Ok(GeneratedField::Extraction),
                            _ => Err(serde::de::Error::unknown_field(value, FIELDS)),
                        }
                    }
                }
                deserializer.deserialize_identifier(GeneratedVisitor)
            }
        }
        struct GeneratedVisitor;
        impl<'de> serde::de::Visitor<'de> for GeneratedVisitor {
            type Value = CorroborateRequest;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct musnad.v1.CorroborateRequest")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<CorroborateRequest, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                let mut document__ = None;
                let mut extraction__ = None;
                while let Some(k) = map_.next_key()? {
                    match k {
                        GeneratedField::Document => {
                            if document__.is_some() {
                                return Err(serde::de::Error::duplicate_field("document"));
                            }
                            document__ = map_.next_value()?;
                        }
                        GeneratedField::Extraction => {
                            if extraction__.is_some() {
                                return Err(serde::de::Error::duplicate_field("extraction"));
                            }
                            extraction__ = map_.next_value()?;
                        }
                    }
                }
                Ok(CorroborateRequest {
                    document: document__,
                    extraction: extraction__,
                })
            }
        }
        deserializer.deserialize_struct("musnad.v1.CorroborateRequest", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for CorroborateResponse {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        use serde::ser::SerializeStruct;
        let mut len = 0;
        if !self.clusters.is_empty() {
            len += 1;
        }
        let mut struct_ser = serializer.serialize_struct("musnad.v1.CorroborateResponse", len)?;
        if !self.clusters.is_empty() {
            struct_ser.serialize_field("clusters", &self.clusters)?;
        }
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for CorroborateResponse {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "clusters",
        ];

        #[allow(clippy::enum_variant_names)]
        enum GeneratedField {
            Clusters,
        }
        impl<'de> serde::Deserialize<'de> for GeneratedField {
            fn deserialize<D>(deserializer: D) -> std::result::Result<GeneratedField, D::Error>
            where
                D: serde::Deserializer<'de>,
            {
                struct GeneratedVisitor;

                impl serde::de::Visitor<'_> for GeneratedVisitor {
                    type Value = GeneratedField;

                    fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                        write!(formatter, "expected one of: {:?}", &FIELDS)
                    }

                    #[allow(unused_variables)]
                    fn visit_str<E>(self, value: &str) -> std::result::Result<GeneratedField, E>
                    where
                        E: serde::de::Error,
                    {
                        match value {
                            "clusters" => Ok(GeneratedField::Clusters),
                            _ => Err(serde::de::Error::unknown_field(value, FIELDS)),
                        }
                    }
                }
                deserializer.deserialize_identifier(GeneratedVisitor)
            }
        }
        struct GeneratedVisitor;
        impl<'de> serde::de::Visitor<'de> for GeneratedVisitor {
            type Value = CorroborateResponse;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct musnad.v1.CorroborateResponse")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<CorroborateResponse, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                let mut clusters__ = None;
                while let Some(k) = map_.next_key()? {
                    match k {
                        GeneratedField::Clusters => {
                            if clusters__.is_some() {
                                return Err(serde::de::Error::duplicate_field("clusters"));
                            }
                            clusters__ = Some(map_.next_value()?);
                        }
                    }
                }
                Ok(CorroborateResponse {
                    clusters: clusters__.unwrap_or_default(),
                })
            }
        }
        deserializer.deserialize_struct("musnad.v1.CorroborateResponse", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for Days {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        use serde::ser::SerializeStruct;
        let mut len = 0;
        if !self.first_day.is_empty() {
            len += 1;
        }
        if !self.last_day.is_empty() {
            len += 1;
        }
        let mut struct_ser = serializer.serialize_struct("musnad.v1.Days", len)?;
        if !self.first_day.is_empty() {
            struct_ser.serialize_field("firstDay", &self.first_day)?;
        }
        if !self.last_day.is_empty() {
            struct_ser.serialize_field("lastDay", &self.last_day)?;
        }
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for Days {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "first_day",
            "firstDay",
            "last_day",
            "lastDay",
        ];

        #[allow(clippy::enum_variant_names)]
        enum GeneratedField {
            FirstDay,
            LastDay,
        }
        impl<'de> serde::Deserialize<'de> for GeneratedField {
            fn deserialize<D>(deserializer: D) -> std::result::Result<GeneratedField, D::Error>
            where
                D: serde::Deserializer<'de>,
            {
                struct GeneratedVisitor;

                impl serde::de::Visitor<'_> for GeneratedVisitor {
                    type Value = GeneratedField;

                    fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                        write!(formatter, "expected one of: {:?}", &FIELDS)
                    }

                    #[allow(unused_variables)]
                    fn visit_str<E>(self, value: &str) -> std::result::Result<GeneratedField, E>
                    where
                        E: serde::de::Error,
                    {
                        match value {
                            "firstDay" | "first_day" => Ok(GeneratedField::FirstDay),
                            "lastDay" | "last_day" => Ok(GeneratedField::LastDay),
                            _ => Err(serde::de::Error::unknown_field(value, FIELDS)),
                        }
                    }
                }
                deserializer.deserialize_identifier(GeneratedVisitor)
            }
        }
        struct GeneratedVisitor;
        impl<'de> serde::de::Visitor<'de> for GeneratedVisitor {
            type Value = Days;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct musnad.v1.Days")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<Days, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                let mut first_day__ = None;
                let mut last_day__ = None;
                while let Some(k) = map_.next_key()? {
                    match k {
                        GeneratedField::FirstDay => {
                            if first_day__.is_some() {
                                return Err(serde::de::Error::duplicate_field("firstDay"));
                            }
                            first_day__ = Some(map_.next_value()?);
                        }
                        GeneratedField::LastDay => {
                            if last_day__.is_some() {
                                return Err(serde::de::Error::duplicate_field("lastDay"));
                            }
                            last_day__ = Some(map_.next_value()?);
                        }
                    }
                }
                Ok(Days {
                    first_day: first_day__.unwrap_or_default(),
                    last_day: last_day__.unwrap_or_default(),
                })
            }
        }
        deserializer.deserialize_struct("musnad.v1.Days", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for Document {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        use serde::ser::SerializeStruct;
        let mut len = 0;
        if !self.id.is_empty() {
            len += 1;
        }
        if !self.text.is_empty() {
            len += 1;
        }
        if !self.published_at.is_empty() {
            len += 1;
        }
        if !self.source.is_empty() {
            len += 1;
        }
        if !self.url.is_empty() {
            len += 1;
        }
        if !self.language.is_empty() {
            len += 1;
        }
        let mut struct_ser = serializer.serialize_struct("musnad.v1.Document", len)?;
        if !self.id.is_empty() {
            struct_ser.serialize_field("id", &self.id)?;
        }
        if !self.text.is_empty() {
            struct_ser.serialize_field("text", &self.text)?;
        }
        if !self.published_at.is_empty() {
            struct_ser.serialize_field("publishedAt", &self.published_at)?;
        }
        if !self.source.is_empty() {
            struct_ser.serialize_field("source", &self.source)?;
        }
        if !self.url.is_empty() {
            struct_ser.serialize_field("url", &self.url)?;
        }
        if !self.language.is_empty() {
            struct_ser.serialize_field("language", &self.language)?;
        }
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for Document {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "id",
            "text",
            "published_at",
            "publishedAt",
            "source",
            "url",
            "language",
        ];

        #[allow(clippy::enum_variant_names)]
        enum GeneratedField {
            Id,
            Text,
            PublishedAt,
            Source,
            Url,
            Language,
        }
        impl<'de> serde::Deserialize<'de> for GeneratedField {
            fn deserialize<D>(deserializer: D) -> std::result::Result<GeneratedField, D::Error>
            where
                D: serde::Deserializer<'de>,
            {
                struct GeneratedVisitor;

                impl serde::de::Visitor<'_> for GeneratedVisitor {
                    type Value = GeneratedField;

                    fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                        write!(formatter, "expected one of: {:?}", &FIELDS)
                    }

                    #[allow(unused_variables)]
                    fn visit_str<E>(self, value: &str) -> std::result::Result<GeneratedField, E>
                    where
                        E: serde::de::Error,
                    {
                        match value {
                            "id" => Ok(GeneratedField::Id),
                            "text" => Ok(GeneratedField::Text),
                            "publishedAt" | "published_at" => Ok(GeneratedField::PublishedAt),
                            "source" => Ok(GeneratedField::Source),
                            "url" => Ok(GeneratedField::Url),
                            "language" => Ok(GeneratedField::Language),
                            _ => Err(serde::de::Error::unknown_field(value, FIELDS)),
                        }
                    }
                }
                deserializer.deserialize_identifier(GeneratedVisitor)
            }
        }
        struct GeneratedVisitor;
        impl<'de> serde::de::Visitor<'de> for GeneratedVisitor {
            type Value = Document;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct musnad.v1.Document")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<Document, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                let mut id__ = None;
                let mut text__ = None;
                let mut published_at__ = None;
                let mut source__ = None;
                let mut url__ = None;
                let mut language__ = None;
                while let Some(k) = map_.next_key()? {
                    match k {
                        GeneratedField::Id => {
                            if id__.is_some() {
                                return Err(serde::de::Error::duplicate_field("id"));
                            }
                            id__ = Some(map_.next_value()?);
                        }
                        GeneratedField::Text => {
                            if text__.is_some() {
                                return Err(serde::de::Error::duplicate_field("text"));
                            }
                            text__ = Some(map_.next_value()?);
                        }
                        GeneratedField::PublishedAt => {
                            if published_at__.is_some() {
                                return Err(serde::de::Error::duplicate_field("publishedAt"));
                            }
                            published_at__ = Some(map_.next_value()?);
                        }
                        GeneratedField::Source => {
                            if source__.is_some() {
                                return Err(serde::de::Error::duplicate_field("source"));
                            }
                            source__ = Some(map_.next_value()?);
                        }
                        GeneratedField::Url => {
                            if url__.is_some() {
                                return Err(serde::de::Error::duplicate_field("url"));
                            }
                            url__ = Some(map_.next_value()?);
                        }
                        GeneratedField::Language => {
                            if language__.is_some() {
                                return Err(serde::de::Error::duplicate_field("language"));
                            }
                            language__ = Some(map_.next_value()?);
                        }
                    }
                }
                Ok(Document {
                    id: id__.unwrap_or_default(),
                    text: text__.unwrap_or_default(),
                    published_at: published_at__.unwrap_or_default(),
                    source: source__.unwrap_or_default(),
                    url: url__.unwrap_or_default(),
                    language: language__.unwrap_or_default(),
                })
            }
        }
        deserializer.deserialize_struct("musnad.v1.Document", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for DocumentError {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        use serde::ser::SerializeStruct;
        let mut len = 0;
        if !self.document_id.is_empty() {
            len += 1;
        }
        if self.code != 0 {
            len += 1;
        }
        if !self.message.is_empty() {
            len += 1;
        }
        if !self.field.is_empty() {
            len += 1;
        }
        let mut struct_ser = serializer.serialize_struct("musnad.v1.DocumentError", len)?;
        if !self.document_id.is_empty() {
            struct_ser.serialize_field("documentId", &self.document_id)?;
        }
        if self.code != 0 {
            struct_ser.serialize_field("code", &self.code)?;
        }
        if !self.message.is_empty() {
            struct_ser.serialize_field("message", &self.message)?;
        }
        if !self.field.is_empty() {
            struct_ser.serialize_field("field", &self.field)?;
        }
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for DocumentError {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "document_id",
            "documentId",
            "code",
            "message",
            "field",
        ];

        #[allow(clippy::enum_variant_names)]
        enum GeneratedField {
            DocumentId,
            Code,
            Message,
            Field,
        }
        impl<'de> serde::Deserialize<'de> for GeneratedField {
            fn deserialize<D>(deserializer: D) -> std::result::Result<GeneratedField, D::Error>
            where
                D: serde::Deserializer<'de>,
            {
                struct GeneratedVisitor;

                impl serde::de::Visitor<'_> for GeneratedVisitor {
                    type Value = GeneratedField;

                    fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                        write!(formatter, "expected one of: {:?}", &FIELDS)
                    }

                    #[allow(unused_variables)]
                    fn visit_str<E>(self, value: &str) -> std::result::Result<GeneratedField, E>
                    where
                        E: serde::de::Error,
                    {
                        match value {
                            "documentId" | "document_id" => Ok(GeneratedField::DocumentId),
                            "code" => Ok(GeneratedField::Code),
                            "message" => Ok(GeneratedField::Message),
                            "field" => Ok(GeneratedField::Field),
                            _ => Err(serde::de::Error::unknown_field(value, FIELDS)),
                        }
                    }
                }
                deserializer.deserialize_identifier(GeneratedVisitor)
            }
        }
        struct GeneratedVisitor;
        impl<'de> serde::de::Visitor<'de> for GeneratedVisitor {
            type Value = DocumentError;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct musnad.v1.DocumentError")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<DocumentError, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                let mut document_id__ = None;
                let mut code__ = None;
                let mut message__ = None;
                let mut field__ = None;
                while let Some(k) = map_.next_key()? {
                    match k {
                        GeneratedField::DocumentId => {
                            if document_id__.is_some() {
                                return Err(serde::de::Error::duplicate_field("documentId"));
                            }
                            document_id__ = Some(map_.next_value()?);
                        }
                        GeneratedField::Code => {
                            if code__.is_some() {
                                return Err(serde::de::Error::duplicate_field("code"));
                            }
                            code__ = 
                                Some(map_.next_value::<::pbjson::private::NumberDeserialize<_>>()?.0)
                            ;
                        }
                        GeneratedField::Message => {
                            if message__.is_some() {
                                return Err(serde::de::Error::duplicate_field("message"));
                            }
                            message__ = Some(map_.next_value()?);
                        }
                        GeneratedField::Field => {
                            if field__.is_some() {
                                return Err(serde::de::Error::duplicate_field("field"));
                            }
                            field__ = Some(map_.next_value()?);
                        }
                    }
                }
                Ok(DocumentError {
                    document_id: document_id__.unwrap_or_default(),
                    code: code__.unwrap_or_default(),
                    message: message__.unwrap_or_default(),
                    field: field__.unwrap_or_default(),
                })
            }
        }
        deserializer.deserialize_struct("musnad.v1.DocumentError", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for DocumentResult {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        use serde::ser::SerializeStruct;
        let mut len = 0;
        if self.outcome.is_some() {
            len += 1;
        }
        let mut struct_ser = serializer.serialize_struct("musnad.v1.DocumentResult", len)?;
        if let Some(v) = self.outcome.as_ref() {
            match v {
                document_result::Outcome::Extraction(v) => {
                    struct_ser.serialize_field("extraction", v)?;
                }
                document_result::Outcome::Error(v) => {
                    struct_ser.serialize_field("error", v)?;
                }
            }
        }
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for DocumentResult {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "extraction",
            "error",
        ];

        #[allow(clippy::enum_variant_names)]
        enum GeneratedField {
            Extraction,
            Error,
        }
        impl<'de> serde::Deserialize<'de> for GeneratedField {
            fn deserialize<D>(deserializer: D) -> std::result::Result<GeneratedField, D::Error>
            where
                D: serde::Deserializer<'de>,
            {
                struct GeneratedVisitor;

                impl serde::de::Visitor<'_> for GeneratedVisitor {
                    type Value = GeneratedField;

                    fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                        write!(formatter, "expected one of: {:?}", &FIELDS)
                    }

                    #[allow(unused_variables)]
                    fn visit_str<E>(self, value: &str) -> std::result::Result<GeneratedField, E>
                    where
                        E: serde::de::Error,
                    {
                        match value {
                            "extraction" => Ok(GeneratedField::Extraction),
                            "error" => Ok(GeneratedField::Error),
                            _ => Err(serde::de::Error::unknown_field(value, FIELDS)),
                        }
                    }
                }
                deserializer.deserialize_identifier(GeneratedVisitor)
            }
        }
        struct GeneratedVisitor;
        impl<'de> serde::de::Visitor<'de> for GeneratedVisitor {
            type Value = DocumentResult;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct musnad.v1.DocumentResult")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<DocumentResult, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                let mut outcome__ = None;
                while let Some(k) = map_.next_key()? {
                    match k {
                        GeneratedField::Extraction => {
                            if outcome__.is_some() {
                                return Err(serde::de::Error::duplicate_field("extraction"));
                            }
                            outcome__ = map_.next_value::<::std::option::Option<_>>()?.map(document_result::Outcome::Extraction)
;
                        }
                        GeneratedField::Error => {
                            if outcome__.is_some() {
                                return Err(serde::de::Error::duplicate_field("error"));
                            }
                            outcome__ = map_.next_value::<::std::option::Option<_>>()?.map(document_result::Outcome::Error)
;
                        }
                    }
                }
                Ok(DocumentResult {
                    outcome: outcome__,
                })
            }
        }
        deserializer.deserialize_struct("musnad.v1.DocumentResult", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for Engine {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        use serde::ser::SerializeStruct;
        let mut len = 0;
        if !self.version.is_empty() {
            len += 1;
        }
        if !self.model.is_empty() {
            len += 1;
        }
        let mut struct_ser = serializer.serialize_struct("musnad.v1.Engine", len)?;
        if !self.version.is_empty() {
            struct_ser.serialize_field("version", &self.version)?;
        }
        if !self.model.is_empty() {
            struct_ser.serialize_field("model", &self.model)?;
        }
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for Engine {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "version",
            "model",
        ];

        #[allow(clippy::enum_variant_names)]
        enum GeneratedField {
            Version,
            Model,
        }
        impl<'de> serde::Deserialize<'de> for GeneratedField {
            fn deserialize<D>(deserializer: D) -> std::result::Result<GeneratedField, D::Error>
            where
                D: serde::Deserializer<'de>,
            {
                struct GeneratedVisitor;

                impl serde::de::Visitor<'_> for GeneratedVisitor {
                    type Value = GeneratedField;

                    fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                        write!(formatter, "expected one of: {:?}", &FIELDS)
                    }

                    #[allow(unused_variables)]
                    fn visit_str<E>(self, value: &str) -> std::result::Result<GeneratedField, E>
                    where
                        E: serde::de::Error,
                    {
                        match value {
                            "version" => Ok(GeneratedField::Version),
                            "model" => Ok(GeneratedField::Model),
                            _ => Err(serde::de::Error::unknown_field(value, FIELDS)),
                        }
                    }
                }
                deserializer.deserialize_identifier(GeneratedVisitor)
            }
        }
        struct GeneratedVisitor;
        impl<'de> serde::de::Visitor<'de> for GeneratedVisitor {
            type Value = Engine;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct musnad.v1.Engine")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<Engine, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                let mut version__ = None;
                let mut model__ = None;
                while let Some(k) = map_.next_key()? {
                    match k {
                        GeneratedField::Version => {
                            if version__.is_some() {
                                return Err(serde::de::Error::duplicate_field("version"));
                            }
                            version__ = Some(map_.next_value()?);
                        }
                        GeneratedField::Model => {
                            if model__.is_some() {
                                return Err(serde::de::Error::duplicate_field("model"));
                            }
                            model__ = Some(map_.next_value()?);
                        }
                    }
                }
                Ok(Engine {
                    version: version__.unwrap_or_default(),
                    model: model__.unwrap_or_default(),
                })
            }
        }
        deserializer.deserialize_struct("musnad.v1.Engine", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for Entity {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        use serde::ser::SerializeStruct;
        let mut len = 0;
        if !self.id.is_empty() {
            len += 1;
        }
        if self.r#type != 0 {
            len += 1;
        }
        if !self.name.is_empty() {
            len += 1;
        }
        if !self.name_en.is_empty() {
            len += 1;
        }
        if !self.wikidata.is_empty() {
            len += 1;
        }
        if self.geonames.is_some() {
            len += 1;
        }
        if !self.country.is_empty() {
            len += 1;
        }
        if !self.sectors.is_empty() {
            len += 1;
        }
        if self.location.is_some() {
            len += 1;
        }
        if !self.aliases.is_empty() {
            len += 1;
        }
        if self.score != 0. {
            len += 1;
        }
        if !self.evidence.is_empty() {
            len += 1;
        }
        if !self.romanized.is_empty() {
            len += 1;
        }
        if !self.admin1.is_empty() {
            len += 1;
        }
        if !self.admin2.is_empty() {
            len += 1;
        }
        if self.resolution != 0 {
            len += 1;
        }
        if self.radius_km.is_some() {
            len += 1;
        }
        if !self.roles.is_empty() {
            len += 1;
        }
        if !self.code.is_empty() {
            len += 1;
        }
        let mut struct_ser = serializer.serialize_struct("musnad.v1.Entity", len)?;
        if !self.id.is_empty() {
            struct_ser.serialize_field("id", &self.id)?;
        }
        if self.r#type != 0 {
            let v = EntityType::try_from(self.r#type)
                .map_err(|_| serde::ser::Error::custom(format!("Invalid variant {}", self.r#type)))?;
            struct_ser.serialize_field("type", &v)?;
        }
        if !self.name.is_empty() {
            struct_ser.serialize_field("name", &self.name)?;
        }
        if !self.name_en.is_empty() {
            struct_ser.serialize_field("nameEn", &self.name_en)?;
        }
        if !self.wikidata.is_empty() {
            struct_ser.serialize_field("wikidata", &self.wikidata)?;
        }
        if let Some(v) = self.geonames.as_ref() {
            struct_ser.serialize_field("geonames", v)?;
        }
        if !self.country.is_empty() {
            struct_ser.serialize_field("country", &self.country)?;
        }
        if !self.sectors.is_empty() {
            struct_ser.serialize_field("sectors", &self.sectors)?;
        }
        if let Some(v) = self.location.as_ref() {
            struct_ser.serialize_field("location", v)?;
        }
        if !self.aliases.is_empty() {
            struct_ser.serialize_field("aliases", &self.aliases)?;
        }
        if self.score != 0. {
            struct_ser.serialize_field("score", &self.score)?;
        }
        if !self.evidence.is_empty() {
            struct_ser.serialize_field("evidence", &self.evidence)?;
        }
        if !self.romanized.is_empty() {
            struct_ser.serialize_field("romanized", &self.romanized)?;
        }
        if !self.admin1.is_empty() {
            struct_ser.serialize_field("admin1", &self.admin1)?;
        }
        if !self.admin2.is_empty() {
            struct_ser.serialize_field("admin2", &self.admin2)?;
        }
        if self.resolution != 0 {
            let v = PlaceResolution::try_from(self.resolution)
                .map_err(|_| serde::ser::Error::custom(format!("Invalid variant {}", self.resolution)))?;
            struct_ser.serialize_field("resolution", &v)?;
        }
        if let Some(v) = self.radius_km.as_ref() {
            struct_ser.serialize_field("radiusKm", v)?;
        }
        if !self.roles.is_empty() {
            struct_ser.serialize_field("roles", &self.roles)?;
        }
        if !self.code.is_empty() {
            struct_ser.serialize_field("code", &self.code)?;
        }
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for Entity {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "id",
            "type",
            "name",
            "name_en",
            "nameEn",
            "wikidata",
            "geonames",
            "country",
            "sectors",
            "location",
            "aliases",
            "score",
            "evidence",
            "romanized",
            "admin1",
            "admin2",
            "resolution",
            "radius_km",
            "radiusKm",
            "roles",
            "code",
        ];

        #[allow(clippy::enum_variant_names)]
        enum GeneratedField {
            Id,
            Type,
            Name,
            NameEn,
            Wikidata,
            Geonames,
            Country,
            Sectors,
            Location,
            Aliases,
            Score,
            Evidence,
            Romanized,
            Admin1,
            Admin2,
            Resolution,
            RadiusKm,
            Roles,
            Code,
        }
        impl<'de> serde::Deserialize<'de> for GeneratedField {
            fn deserialize<D>(deserializer: D) -> std::result::Result<GeneratedField, D::Error>
            where
                D: serde::Deserializer<'de>,
            {
                struct GeneratedVisitor;

                impl serde::de::Visitor<'_> for GeneratedVisitor {
                    type Value = GeneratedField;

                    fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                        write!(formatter, "expected one of: {:?}", &FIELDS)
                    }

                    #[allow(unused_variables)]
                    fn visit_str<E>(self, value: &str) -> std::result::Result<GeneratedField, E>
                    where
                        E: serde::de::Error,
                    {
                        match value {
                            "id" => Ok(GeneratedField::Id),
                            "type" => Ok(GeneratedField::Type),
                            "name" => Ok(GeneratedField::Name),
                            "nameEn" | "name_en" => Ok(GeneratedField::NameEn),
                            "wikidata" => Ok(GeneratedField::Wikidata),
                            "geonames" => Ok(GeneratedField::Geonames),
                            "country" => Ok(GeneratedField::Country),
                            "sectors" => Ok(GeneratedField::Sectors),
                            "location" => Ok(GeneratedField::Location),
                            "aliases" => Ok(GeneratedField::Aliases),
                            "score" => Ok(GeneratedField::Score),
                            "evidence" => Ok(GeneratedField::Evidence),
                            "romanized" => Ok(GeneratedField::Romanized),
                            "admin1" => Ok(GeneratedField::Admin1),
                            "admin2" => Ok(GeneratedField::Admin2),
                            "resolution" => Ok(GeneratedField::Resolution),
                            "radiusKm" | "radius_km" => Ok(GeneratedField::RadiusKm),
                            "roles" => Ok(GeneratedField::Roles),
                            "code" => Ok(GeneratedField::Code),
                            _ => Err(serde::de::Error::unknown_field(value, FIELDS)),
                        }
                    }
                }
                deserializer.deserialize_identifier(GeneratedVisitor)
            }
        }
        struct GeneratedVisitor;
        impl<'de> serde::de::Visitor<'de> for GeneratedVisitor {
            type Value = Entity;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct musnad.v1.Entity")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<Entity, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                let mut id__ = None;
                let mut r#type__ = None;
                let mut name__ = None;
                let mut name_en__ = None;
                let mut wikidata__ = None;
                let mut geonames__ = None;
                let mut country__ = None;
                let mut sectors__ = None;
                let mut location__ = None;
                let mut aliases__ = None;
                let mut score__ = None;
                let mut evidence__ = None;
                let mut romanized__ = None;
                let mut admin1__ = None;
                let mut admin2__ = None;
                let mut resolution__ = None;
                let mut radius_km__ = None;
                let mut roles__ = None;
                let mut code__ = None;
                while let Some(k) = map_.next_key()? {
                    match k {
                        GeneratedField::Id => {
                            if id__.is_some() {
                                return Err(serde::de::Error::duplicate_field("id"));
                            }
                            id__ = Some(map_.next_value()?);
                        }
                        GeneratedField::Type => {
                            if r#type__.is_some() {
                                return Err(serde::de::Error::duplicate_field("type"));
                            }
                            r#type__ = Some(map_.next_value::<EntityType>()? as i32);
                        }
                        GeneratedField::Name => {
                            if name__.is_some() {
                                return Err(serde::de::Error::duplicate_field("name"));
                            }
                            name__ = Some(map_.next_value()?);
                        }
                        GeneratedField::NameEn => {
                            if name_en__.is_some() {
                                return Err(serde::de::Error::duplicate_field("nameEn"));
                            }
                            name_en__ = Some(map_.next_value()?);
                        }
                        GeneratedField::Wikidata => {
                            if wikidata__.is_some() {
                                return Err(serde::de::Error::duplicate_field("wikidata"));
                            }
                            wikidata__ = Some(map_.next_value()?);
                        }
                        GeneratedField::Geonames => {
                            if geonames__.is_some() {
                                return Err(serde::de::Error::duplicate_field("geonames"));
                            }
                            geonames__ = 
                                map_.next_value::<::std::option::Option<::pbjson::private::NumberDeserialize<_>>>()?.map(|x| x.0)
                            ;
                        }
                        GeneratedField::Country => {
                            if country__.is_some() {
                                return Err(serde::de::Error::duplicate_field("country"));
                            }
                            country__ = Some(map_.next_value()?);
                        }
                        GeneratedField::Sectors => {
                            if sectors__.is_some() {
                                return Err(serde::de::Error::duplicate_field("sectors"));
                            }
                            sectors__ = Some(map_.next_value()?);
                        }
                        GeneratedField::Location => {
                            if location__.is_some() {
                                return Err(serde::de::Error::duplicate_field("location"));
                            }
                            location__ = map_.next_value()?;
                        }
                        GeneratedField::Aliases => {
                            if aliases__.is_some() {
                                return Err(serde::de::Error::duplicate_field("aliases"));
                            }
                            aliases__ = Some(map_.next_value()?);
                        }
                        GeneratedField::Score => {
                            if score__.is_some() {
                                return Err(serde::de::Error::duplicate_field("score"));
                            }
                            score__ = 
                                Some(map_.next_value::<::pbjson::private::NumberDeserialize<_>>()?.0)
                            ;
                        }
                        GeneratedField::Evidence => {
                            if evidence__.is_some() {
                                return Err(serde::de::Error::duplicate_field("evidence"));
                            }
                            evidence__ = Some(map_.next_value()?);
                        }
                        GeneratedField::Romanized => {
                            if romanized__.is_some() {
                                return Err(serde::de::Error::duplicate_field("romanized"));
                            }
                            romanized__ = Some(map_.next_value()?);
                        }
                        GeneratedField::Admin1 => {
                            if admin1__.is_some() {
                                return Err(serde::de::Error::duplicate_field("admin1"));
                            }
                            admin1__ = Some(map_.next_value()?);
                        }
                        GeneratedField::Admin2 => {
                            if admin2__.is_some() {
                                return Err(serde::de::Error::duplicate_field("admin2"));
                            }
                            admin2__ = Some(map_.next_value()?);
                        }
                        GeneratedField::Resolution => {
                            if resolution__.is_some() {
                                return Err(serde::de::Error::duplicate_field("resolution"));
                            }
                            resolution__ = Some(map_.next_value::<PlaceResolution>()? as i32);
                        }
                        GeneratedField::RadiusKm => {
                            if radius_km__.is_some() {
                                return Err(serde::de::Error::duplicate_field("radiusKm"));
                            }
                            radius_km__ = 
                                map_.next_value::<::std::option::Option<::pbjson::private::NumberDeserialize<_>>>()?.map(|x| x.0)
                            ;
                        }
                        GeneratedField::Roles => {
                            if roles__.is_some() {
                                return Err(serde::de::Error::duplicate_field("roles"));
                            }
                            roles__ = Some(map_.next_value()?);
                        }
                        GeneratedField::Code => {
                            if code__.is_some() {
                                return Err(serde::de::Error::duplicate_field("code"));
                            }
                            code__ = Some(map_.next_value()?);
                        }
                    }
                }
                Ok(Entity {
                    id: id__.unwrap_or_default(),
                    r#type: r#type__.unwrap_or_default(),
                    name: name__.unwrap_or_default(),
                    name_en: name_en__.unwrap_or_default(),
                    wikidata: wikidata__.unwrap_or_default(),
                    geonames: geonames__,
                    country: country__.unwrap_or_default(),
                    sectors: sectors__.unwrap_or_default(),
                    location: location__,
                    aliases: aliases__.unwrap_or_default(),
                    score: score__.unwrap_or_default(),
                    evidence: evidence__.unwrap_or_default(),
                    romanized: romanized__.unwrap_or_default(),
                    admin1: admin1__.unwrap_or_default(),
                    admin2: admin2__.unwrap_or_default(),
                    resolution: resolution__.unwrap_or_default(),
                    radius_km: radius_km__,
                    roles: roles__.unwrap_or_default(),
                    code: code__.unwrap_or_default(),
                })
            }
        }
        deserializer.deserialize_struct("musnad.v1.Entity", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for EntityType {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        let variant = match self {
            Self::Unspecified => "ENTITY_TYPE_UNSPECIFIED",
            Self::Person => "ENTITY_TYPE_PERSON",
            Self::Organization => "ENTITY_TYPE_ORGANIZATION",
            Self::Geopolitical => "ENTITY_TYPE_GEOPOLITICAL",
            Self::Location => "ENTITY_TYPE_LOCATION",
            Self::Facility => "ENTITY_TYPE_FACILITY",
            Self::Miscellaneous => "ENTITY_TYPE_MISCELLANEOUS",
        };
        serializer.serialize_str(variant)
    }
}
impl<'de> serde::Deserialize<'de> for EntityType {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "ENTITY_TYPE_UNSPECIFIED",
            "ENTITY_TYPE_PERSON",
            "ENTITY_TYPE_ORGANIZATION",
            "ENTITY_TYPE_GEOPOLITICAL",
            "ENTITY_TYPE_LOCATION",
            "ENTITY_TYPE_FACILITY",
            "ENTITY_TYPE_MISCELLANEOUS",
        ];

        struct GeneratedVisitor;

        impl serde::de::Visitor<'_> for GeneratedVisitor {
            type Value = EntityType;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                write!(formatter, "expected one of: {:?}", &FIELDS)
            }

            fn visit_i64<E>(self, v: i64) -> std::result::Result<Self::Value, E>
            where
                E: serde::de::Error,
            {
                i32::try_from(v)
                    .ok()
                    .and_then(|x| x.try_into().ok())
                    .ok_or_else(|| {
                        serde::de::Error::invalid_value(serde::de::Unexpected::Signed(v), &self)
                    })
            }

            fn visit_u64<E>(self, v: u64) -> std::result::Result<Self::Value, E>
            where
                E: serde::de::Error,
            {
                i32::try_from(v)
                    .ok()
                    .and_then(|x| x.try_into().ok())
                    .ok_or_else(|| {
                        serde::de::Error::invalid_value(serde::de::Unexpected::Unsigned(v), &self)
                    })
            }

            fn visit_str<E>(self, value: &str) -> std::result::Result<Self::Value, E>
            where
                E: serde::de::Error,
            {
                match value {
                    "ENTITY_TYPE_UNSPECIFIED" => Ok(EntityType::Unspecified),
                    "ENTITY_TYPE_PERSON" => Ok(EntityType::Person),
                    "ENTITY_TYPE_ORGANIZATION" => Ok(EntityType::Organization),
                    "ENTITY_TYPE_GEOPOLITICAL" => Ok(EntityType::Geopolitical),
                    "ENTITY_TYPE_LOCATION" => Ok(EntityType::Location),
                    "ENTITY_TYPE_FACILITY" => Ok(EntityType::Facility),
                    "ENTITY_TYPE_MISCELLANEOUS" => Ok(EntityType::Miscellaneous),
                    _ => Err(serde::de::Error::unknown_variant(value, FIELDS)),
                }
            }
        }
        deserializer.deserialize_any(GeneratedVisitor)
    }
}
impl serde::Serialize for Event {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        use serde::ser::SerializeStruct;
        let mut len = 0;
        if !self.id.is_empty() {
            len += 1;
        }
        if self.trigger.is_some() {
            len += 1;
        }
        if self.r#type != 0 {
            len += 1;
        }
        if self.mode != 0 {
            len += 1;
        }
        if !self.contexts.is_empty() {
            len += 1;
        }
        if !self.arguments.is_empty() {
            len += 1;
        }
        if self.when.is_some() {
            len += 1;
        }
        if self.status != 0 {
            len += 1;
        }
        if self.casualties.is_some() {
            len += 1;
        }
        if self.quad != 0 {
            len += 1;
        }
        if self.intensity.is_some() {
            len += 1;
        }
        if self.acled.is_some() {
            len += 1;
        }
        if !self.statements.is_empty() {
            len += 1;
        }
        if self.score != 0. {
            len += 1;
        }
        if !self.evidence.is_empty() {
            len += 1;
        }
        if !self.trigger_lemma.is_empty() {
            len += 1;
        }
        if !self.attestations.is_empty() {
            len += 1;
        }
        if !self.same_as.is_empty() {
            len += 1;
        }
        if !self.custom_type.is_empty() {
            len += 1;
        }
        let mut struct_ser = serializer.serialize_struct("musnad.v1.Event", len)?;
        if !self.id.is_empty() {
            struct_ser.serialize_field("id", &self.id)?;
        }
        if let Some(v) = self.trigger.as_ref() {
            struct_ser.serialize_field("trigger", v)?;
        }
        if self.r#type != 0 {
            let v = EventType::try_from(self.r#type)
                .map_err(|_| serde::ser::Error::custom(format!("Invalid variant {}", self.r#type)))?;
            struct_ser.serialize_field("type", &v)?;
        }
        if self.mode != 0 {
            let v = EventMode::try_from(self.mode)
                .map_err(|_| serde::ser::Error::custom(format!("Invalid variant {}", self.mode)))?;
            struct_ser.serialize_field("mode", &v)?;
        }
        if !self.contexts.is_empty() {
            let v = self.contexts.iter().cloned().map(|v| {
                EventContext::try_from(v)
                    .map_err(|_| serde::ser::Error::custom(format!("Invalid variant {}", v)))
                }).collect::<std::result::Result<Vec<_>, _>>()?;
            struct_ser.serialize_field("contexts", &v)?;
        }
        if !self.arguments.is_empty() {
            struct_ser.serialize_field("arguments", &self.arguments)?;
        }
        if let Some(v) = self.when.as_ref() {
            struct_ser.serialize_field("when", v)?;
        }
        if self.status != 0 {
            let v = EventStatus::try_from(self.status)
                .map_err(|_| serde::ser::Error::custom(format!("Invalid variant {}", self.status)))?;
            struct_ser.serialize_field("status", &v)?;
        }
        if let Some(v) = self.casualties.as_ref() {
            struct_ser.serialize_field("casualties", v)?;
        }
        if self.quad != 0 {
            let v = QuadClass::try_from(self.quad)
                .map_err(|_| serde::ser::Error::custom(format!("Invalid variant {}", self.quad)))?;
            struct_ser.serialize_field("quad", &v)?;
        }
        if let Some(v) = self.intensity.as_ref() {
            struct_ser.serialize_field("intensity", v)?;
        }
        if let Some(v) = self.acled.as_ref() {
            struct_ser.serialize_field("acled", v)?;
        }
        if !self.statements.is_empty() {
            struct_ser.serialize_field("statements", &self.statements)?;
        }
        if self.score != 0. {
            struct_ser.serialize_field("score", &self.score)?;
        }
        if !self.evidence.is_empty() {
            struct_ser.serialize_field("evidence", &self.evidence)?;
        }
        if !self.trigger_lemma.is_empty() {
            struct_ser.serialize_field("triggerLemma", &self.trigger_lemma)?;
        }
        if !self.attestations.is_empty() {
            struct_ser.serialize_field("attestations", &self.attestations)?;
        }
        if !self.same_as.is_empty() {
            struct_ser.serialize_field("sameAs", &self.same_as)?;
        }
        if !self.custom_type.is_empty() {
            struct_ser.serialize_field("customType", &self.custom_type)?;
        }
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for Event {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "id",
            "trigger",
            "type",
            "mode",
            "contexts",
            "arguments",
            "when",
            "status",
            "casualties",
            "quad",
            "intensity",
            "acled",
            "statements",
            "score",
            "evidence",
            "trigger_lemma",
            "triggerLemma",
            "attestations",
            "same_as",
            "sameAs",
            "custom_type",
            "customType",
        ];

        #[allow(clippy::enum_variant_names)]
        enum GeneratedField {
            Id,
            Trigger,
            Type,
            Mode,
            Contexts,
            Arguments,
            When,
            Status,
            Casualties,
            Quad,
            Intensity,
            Acled,
            Statements,
            Score,
            Evidence,
            TriggerLemma,
            Attestations,
            SameAs,
            CustomType,
        }
        impl<'de> serde::Deserialize<'de> for GeneratedField {
            fn deserialize<D>(deserializer: D) -> std::result::Result<GeneratedField, D::Error>
            where
                D: serde::Deserializer<'de>,
            {
                struct GeneratedVisitor;

                impl serde::de::Visitor<'_> for GeneratedVisitor {
                    type Value = GeneratedField;

                    fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                        write!(formatter, "expected one of: {:?}", &FIELDS)
                    }

                    #[allow(unused_variables)]
                    fn visit_str<E>(self, value: &str) -> std::result::Result<GeneratedField, E>
                    where
                        E: serde::de::Error,
                    {
                        match value {
                            "id" => Ok(GeneratedField::Id),
                            "trigger" => Ok(GeneratedField::Trigger),
                            "type" => Ok(GeneratedField::Type),
                            "mode" => Ok(GeneratedField::Mode),
                            "contexts" => Ok(GeneratedField::Contexts),
                            "arguments" => Ok(GeneratedField::Arguments),
                            "when" => Ok(GeneratedField::When),
                            "status" => Ok(GeneratedField::Status),
                            "casualties" => Ok(GeneratedField::Casualties),
                            "quad" => Ok(GeneratedField::Quad),
                            "intensity" => Ok(GeneratedField::Intensity),
                            "acled" => Ok(GeneratedField::Acled),
                            "statements" => Ok(GeneratedField::Statements),
                            "score" => Ok(GeneratedField::Score),
                            "evidence" => Ok(GeneratedField::Evidence),
                            "triggerLemma" | "trigger_lemma" => Ok(GeneratedField::TriggerLemma),
                            "attestations" => Ok(GeneratedField::Attestations),
                            "sameAs" | "same_as" => Ok(GeneratedField::SameAs),
                            "customType" | "custom_type" => Ok(GeneratedField::CustomType),
                            _ => Err(serde::de::Error::unknown_field(value, FIELDS)),
                        }
                    }
                }
                deserializer.deserialize_identifier(GeneratedVisitor)
            }
        }
        struct GeneratedVisitor;
        impl<'de> serde::de::Visitor<'de> for GeneratedVisitor {
            type Value = Event;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct musnad.v1.Event")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<Event, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                let mut id__ = None;
                let mut trigger__ = None;
                let mut r#type__ = None;
                let mut mode__ = None;
                let mut contexts__ = None;
                let mut arguments__ = None;
                let mut when__ = None;
                let mut status__ = None;
                let mut casualties__ = None;
                let mut quad__ = None;
                let mut intensity__ = None;
                let mut acled__ = None;
                let mut statements__ = None;
                let mut score__ = None;
                let mut evidence__ = None;
                let mut trigger_lemma__ = None;
                let mut attestations__ = None;
                let mut same_as__ = None;
                let mut custom_type__ = None;
                while let Some(k) = map_.next_key()? {
                    match k {
                        GeneratedField::Id => {
                            if id__.is_some() {
                                return Err(serde::de::Error::duplicate_field("id"));
                            }
                            id__ = Some(map_.next_value()?);
                        }
                        GeneratedField::Trigger => {
                            if trigger__.is_some() {
                                return Err(serde::de::Error::duplicate_field("trigger"));
                            }
                            trigger__ = map_.next_value()?;
                        }
                        GeneratedField::Type => {
                            if r#type__.is_some() {
                                return Err(serde::de::Error::duplicate_field("type"));
                            }
                            r#type__ = Some(map_.next_value::<EventType>()? as i32);
                        }
                        GeneratedField::Mode => {
                            if mode__.is_some() {
                                return Err(serde::de::Error::duplicate_field("mode"));
                            }
                            mode__ = Some(map_.next_value::<EventMode>()? as i32);
                        }
                        GeneratedField::Contexts => {
                            if contexts__.is_some() {
                                return Err(serde::de::Error::duplicate_field("contexts"));
                            }
                            contexts__ = Some(map_.next_value::<Vec<EventContext>>()?.into_iter().map(|x| x as i32).collect());
                        }
                        GeneratedField::Arguments => {
                            if arguments__.is_some() {
                                return Err(serde::de::Error::duplicate_field("arguments"));
                            }
                            arguments__ = Some(map_.next_value()?);
                        }
                        GeneratedField::When => {
                            if when__.is_some() {
                                return Err(serde::de::Error::duplicate_field("when"));
                            }
                            when__ = map_.next_value()?;
                        }
                        GeneratedField::Status => {
                            if status__.is_some() {
                                return Err(serde::de::Error::duplicate_field("status"));
                            }
                            status__ = Some(map_.next_value::<EventStatus>()? as i32);
                        }
                        GeneratedField::Casualties => {
                            if casualties__.is_some() {
                                return Err(serde::de::Error::duplicate_field("casualties"));
                            }
                            casualties__ = map_.next_value()?;
                        }
                        GeneratedField::Quad => {
                            if quad__.is_some() {
                                return Err(serde::de::Error::duplicate_field("quad"));
                            }
                            quad__ = Some(map_.next_value::<QuadClass>()? as i32);
                        }
                        GeneratedField::Intensity => {
                            if intensity__.is_some() {
                                return Err(serde::de::Error::duplicate_field("intensity"));
                            }
                            intensity__ = 
                                map_.next_value::<::std::option::Option<::pbjson::private::NumberDeserialize<_>>>()?.map(|x| x.0)
                            ;
                        }
                        GeneratedField::Acled => {
                            if acled__.is_some() {
                                return Err(serde::de::Error::duplicate_field("acled"));
                            }
                            acled__ = map_.next_value()?;
                        }
                        GeneratedField::Statements => {
                            if statements__.is_some() {
                                return Err(serde::de::Error::duplicate_field("statements"));
                            }
                            statements__ = Some(map_.next_value()?);
                        }
                        GeneratedField::Score => {
                            if score__.is_some() {
                                return Err(serde::de::Error::duplicate_field("score"));
                            }
                            score__ = 
                                Some(map_.next_value::<::pbjson::private::NumberDeserialize<_>>()?.0)
                            ;
                        }
                        GeneratedField::Evidence => {
                            if evidence__.is_some() {
                                return Err(serde::de::Error::duplicate_field("evidence"));
                            }
                            evidence__ = Some(map_.next_value()?);
                        }
                        GeneratedField::TriggerLemma => {
                            if trigger_lemma__.is_some() {
                                return Err(serde::de::Error::duplicate_field("triggerLemma"));
                            }
                            trigger_lemma__ = Some(map_.next_value()?);
                        }
                        GeneratedField::Attestations => {
                            if attestations__.is_some() {
                                return Err(serde::de::Error::duplicate_field("attestations"));
                            }
                            attestations__ = Some(map_.next_value()?);
                        }
                        GeneratedField::SameAs => {
                            if same_as__.is_some() {
                                return Err(serde::de::Error::duplicate_field("sameAs"));
                            }
                            same_as__ = Some(map_.next_value()?);
                        }
                        GeneratedField::CustomType => {
                            if custom_type__.is_some() {
                                return Err(serde::de::Error::duplicate_field("customType"));
                            }
                            custom_type__ = Some(map_.next_value()?);
                        }
                    }
                }
                Ok(Event {
                    id: id__.unwrap_or_default(),
                    trigger: trigger__,
                    r#type: r#type__.unwrap_or_default(),
                    mode: mode__.unwrap_or_default(),
                    contexts: contexts__.unwrap_or_default(),
                    arguments: arguments__.unwrap_or_default(),
                    when: when__,
                    status: status__.unwrap_or_default(),
                    casualties: casualties__,
                    quad: quad__.unwrap_or_default(),
                    intensity: intensity__,
                    acled: acled__,
                    statements: statements__.unwrap_or_default(),
                    score: score__.unwrap_or_default(),
                    evidence: evidence__.unwrap_or_default(),
                    trigger_lemma: trigger_lemma__.unwrap_or_default(),
                    attestations: attestations__.unwrap_or_default(),
                    same_as: same_as__.unwrap_or_default(),
                    custom_type: custom_type__.unwrap_or_default(),
                })
            }
        }
        deserializer.deserialize_struct("musnad.v1.Event", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for EventCluster {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        use serde::ser::SerializeStruct;
        let mut len = 0;
        if !self.id.is_empty() {
            len += 1;
        }
        if !self.members.is_empty() {
            len += 1;
        }
        if self.r#type != 0 {
            len += 1;
        }
        if !self.place.is_empty() {
            len += 1;
        }
        if self.location.is_some() {
            len += 1;
        }
        if self.when.is_some() {
            len += 1;
        }
        if !self.figures.is_empty() {
            len += 1;
        }
        if self.independent_sources != 0 {
            len += 1;
        }
        if self.score != 0. {
            len += 1;
        }
        if !self.evidence.is_empty() {
            len += 1;
        }
        let mut struct_ser = serializer.serialize_struct("musnad.v1.EventCluster", len)?;
        if !self.id.is_empty() {
            struct_ser.serialize_field("id", &self.id)?;
        }
        if !self.members.is_empty() {
            struct_ser.serialize_field("members", &self.members)?;
        }
        if self.r#type != 0 {
            let v = EventType::try_from(self.r#type)
                .map_err(|_| serde::ser::Error::custom(format!("Invalid variant {}", self.r#type)))?;
            struct_ser.serialize_field("type", &v)?;
        }
        if !self.place.is_empty() {
            struct_ser.serialize_field("place", &self.place)?;
        }
        if let Some(v) = self.location.as_ref() {
            struct_ser.serialize_field("location", v)?;
        }
        if let Some(v) = self.when.as_ref() {
            struct_ser.serialize_field("when", v)?;
        }
        if !self.figures.is_empty() {
            struct_ser.serialize_field("figures", &self.figures)?;
        }
        if self.independent_sources != 0 {
            struct_ser.serialize_field("independentSources", &self.independent_sources)?;
        }
        if self.score != 0. {
            struct_ser.serialize_field("score", &self.score)?;
        }
        if !self.evidence.is_empty() {
            struct_ser.serialize_field("evidence", &self.evidence)?;
        }
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for EventCluster {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "id",
            "members",
            "type",
            "place",
            "location",
            "when",
            "figures",
            "independent_sources",
            "independentSources",
            "score",
            "evidence",
        ];

        #[allow(clippy::enum_variant_names)]
        enum GeneratedField {
            Id,
            Members,
            Type,
            Place,
            Location,
            When,
            Figures,
            IndependentSources,
            Score,
            Evidence,
        }
        impl<'de> serde::Deserialize<'de> for GeneratedField {
            fn deserialize<D>(deserializer: D) -> std::result::Result<GeneratedField, D::Error>
            where
                D: serde::Deserializer<'de>,
            {
                struct GeneratedVisitor;

                impl serde::de::Visitor<'_> for GeneratedVisitor {
                    type Value = GeneratedField;

                    fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                        write!(formatter, "expected one of: {:?}", &FIELDS)
                    }

                    #[allow(unused_variables)]
                    fn visit_str<E>(self, value: &str) -> std::result::Result<GeneratedField, E>
                    where
                        E: serde::de::Error,
                    {
                        match value {
                            "id" => Ok(GeneratedField::Id),
                            "members" => Ok(GeneratedField::Members),
                            "type" => Ok(GeneratedField::Type),
                            "place" => Ok(GeneratedField::Place),
                            "location" => Ok(GeneratedField::Location),
                            "when" => Ok(GeneratedField::When),
                            "figures" => Ok(GeneratedField::Figures),
                            "independentSources" | "independent_sources" => Ok(GeneratedField::IndependentSources),
                            "score" => Ok(GeneratedField::Score),
                            "evidence" => Ok(GeneratedField::Evidence),
                            _ => Err(serde::de::Error::unknown_field(value, FIELDS)),
                        }
                    }
                }
                deserializer.deserialize_identifier(GeneratedVisitor)
            }
        }
        struct GeneratedVisitor;
        impl<'de> serde::de::Visitor<'de> for GeneratedVisitor {
            type Value = EventCluster;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct musnad.v1.EventCluster")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<EventCluster, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                let mut id__ = None;
                let mut members__ = None;
                let mut r#type__ = None;
                let mut place__ = None;
                let mut location__ = None;
                let mut when__ = None;
                let mut figures__ = None;
                let mut independent_sources__ = None;
                let mut score__ = None;
                let mut evidence__ = None;
                while let Some(k) = map_.next_key()? {
                    match k {
                        GeneratedField::Id => {
                            if id__.is_some() {
                                return Err(serde::de::Error::duplicate_field("id"));
                            }
                            id__ = Some(map_.next_value()?);
                        }
                        GeneratedField::Members => {
                            if members__.is_some() {
                                return Err(serde::de::Error::duplicate_field("members"));
                            }
                            members__ = Some(map_.next_value()?);
                        }
                        GeneratedField::Type => {
                            if r#type__.is_some() {
                                return Err(serde::de::Error::duplicate_field("type"));
                            }
                            r#type__ = Some(map_.next_value::<EventType>()? as i32);
                        }
                        GeneratedField::Place => {
                            if place__.is_some() {
                                return Err(serde::de::Error::duplicate_field("place"));
                            }
                            place__ = Some(map_.next_value()?);
                        }
                        GeneratedField::Location => {
                            if location__.is_some() {
                                return Err(serde::de::Error::duplicate_field("location"));
                            }
                            location__ = map_.next_value()?;
                        }
                        GeneratedField::When => {
                            if when__.is_some() {
                                return Err(serde::de::Error::duplicate_field("when"));
                            }
                            when__ = map_.next_value()?;
                        }
                        GeneratedField::Figures => {
                            if figures__.is_some() {
                                return Err(serde::de::Error::duplicate_field("figures"));
                            }
                            figures__ = Some(map_.next_value()?);
                        }
                        GeneratedField::IndependentSources => {
                            if independent_sources__.is_some() {
                                return Err(serde::de::Error::duplicate_field("independentSources"));
                            }
                            independent_sources__ = 
                                Some(map_.next_value::<::pbjson::private::NumberDeserialize<_>>()?.0)
                            ;
                        }
                        GeneratedField::Score => {
                            if score__.is_some() {
                                return Err(serde::de::Error::duplicate_field("score"));
                            }
                            score__ = 
                                Some(map_.next_value::<::pbjson::private::NumberDeserialize<_>>()?.0)
                            ;
                        }
                        GeneratedField::Evidence => {
                            if evidence__.is_some() {
                                return Err(serde::de::Error::duplicate_field("evidence"));
                            }
                            evidence__ = Some(map_.next_value()?);
                        }
                    }
                }
                Ok(EventCluster {
                    id: id__.unwrap_or_default(),
                    members: members__.unwrap_or_default(),
                    r#type: r#type__.unwrap_or_default(),
                    place: place__.unwrap_or_default(),
                    location: location__,
                    when: when__,
                    figures: figures__.unwrap_or_default(),
                    independent_sources: independent_sources__.unwrap_or_default(),
                    score: score__.unwrap_or_default(),
                    evidence: evidence__.unwrap_or_default(),
                })
            }
        }
        deserializer.deserialize_struct("musnad.v1.EventCluster", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for EventContext {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        let variant = match self {
            Self::Unspecified => "EVENT_CONTEXT_UNSPECIFIED",
            Self::Military => "EVENT_CONTEXT_MILITARY",
            Self::Intelligence => "EVENT_CONTEXT_INTELLIGENCE",
            Self::Executive => "EVENT_CONTEXT_EXECUTIVE",
            Self::Legislative => "EVENT_CONTEXT_LEGISLATIVE",
            Self::Election => "EVENT_CONTEXT_ELECTION",
            Self::PoliticalInstitutions => "EVENT_CONTEXT_POLITICAL_INSTITUTIONS",
            Self::ProDemocracy => "EVENT_CONTEXT_PRO_DEMOCRACY",
            Self::ProAutocracy => "EVENT_CONTEXT_PRO_AUTOCRACY",
            Self::Economic => "EVENT_CONTEXT_ECONOMIC",
            Self::Legal => "EVENT_CONTEXT_LEGAL",
            Self::Reparations => "EVENT_CONTEXT_REPARATIONS",
            Self::HumanRights => "EVENT_CONTEXT_HUMAN_RIGHTS",
            Self::RightsFreedoms => "EVENT_CONTEXT_RIGHTS_FREEDOMS",
            Self::Repression => "EVENT_CONTEXT_REPRESSION",
            Self::HumanSecurity => "EVENT_CONTEXT_HUMAN_SECURITY",
            Self::Gender => "EVENT_CONTEXT_GENDER",
            Self::Lgbt => "EVENT_CONTEXT_LGBT",
            Self::ReligionEthnicity => "EVENT_CONTEXT_RELIGION_ETHNICITY",
            Self::Inequality => "EVENT_CONTEXT_INEQUALITY",
            Self::Diplomatic => "EVENT_CONTEXT_DIPLOMATIC",
            Self::Territory => "EVENT_CONTEXT_TERRITORY",
            Self::Peacekeeping => "EVENT_CONTEXT_PEACEKEEPING",
            Self::Health => "EVENT_CONTEXT_HEALTH",
            Self::Asylum => "EVENT_CONTEXT_ASYLUM",
            Self::Migration => "EVENT_CONTEXT_MIGRATION",
            Self::Disasters => "EVENT_CONTEXT_DISASTERS",
            Self::NaturalResource => "EVENT_CONTEXT_NATURAL_RESOURCE",
            Self::Environment => "EVENT_CONTEXT_ENVIRONMENT",
            Self::Technology => "EVENT_CONTEXT_TECHNOLOGY",
            Self::Terrorism => "EVENT_CONTEXT_TERRORISM",
            Self::Cbrn => "EVENT_CONTEXT_CBRN",
            Self::Cyber => "EVENT_CONTEXT_CYBER",
            Self::Misinformation => "EVENT_CONTEXT_MISINFORMATION",
            Self::Crime => "EVENT_CONTEXT_CRIME",
            Self::Corruption => "EVENT_CONTEXT_CORRUPTION",
            Self::IllegalDrugs => "EVENT_CONTEXT_ILLEGAL_DRUGS",
            Self::Trafficking => "EVENT_CONTEXT_TRAFFICKING",
        };
        serializer.serialize_str(variant)
    }
}
impl<'de> serde::Deserialize<'de> for EventContext {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "EVENT_CONTEXT_UNSPECIFIED",
            "EVENT_CONTEXT_MILITARY",
            "EVENT_CONTEXT_INTELLIGENCE",
            "EVENT_CONTEXT_EXECUTIVE",
            "EVENT_CONTEXT_LEGISLATIVE",
            "EVENT_CONTEXT_ELECTION",
            "EVENT_CONTEXT_POLITICAL_INSTITUTIONS",
            "EVENT_CONTEXT_PRO_DEMOCRACY",
            "EVENT_CONTEXT_PRO_AUTOCRACY",
            "EVENT_CONTEXT_ECONOMIC",
            "EVENT_CONTEXT_LEGAL",
            "EVENT_CONTEXT_REPARATIONS",
            "EVENT_CONTEXT_HUMAN_RIGHTS",
            "EVENT_CONTEXT_RIGHTS_FREEDOMS",
            "EVENT_CONTEXT_REPRESSION",
            "EVENT_CONTEXT_HUMAN_SECURITY",
            "EVENT_CONTEXT_GENDER",
            "EVENT_CONTEXT_LGBT",
            "EVENT_CONTEXT_RELIGION_ETHNICITY",
            "EVENT_CONTEXT_INEQUALITY",
            "EVENT_CONTEXT_DIPLOMATIC",
            "EVENT_CONTEXT_TERRITORY",
            "EVENT_CONTEXT_PEACEKEEPING",
            "EVENT_CONTEXT_HEALTH",
            "EVENT_CONTEXT_ASYLUM",
            "EVENT_CONTEXT_MIGRATION",
            "EVENT_CONTEXT_DISASTERS",
            "EVENT_CONTEXT_NATURAL_RESOURCE",
            "EVENT_CONTEXT_ENVIRONMENT",
            "EVENT_CONTEXT_TECHNOLOGY",
            "EVENT_CONTEXT_TERRORISM",
            "EVENT_CONTEXT_CBRN",
            "EVENT_CONTEXT_CYBER",
            "EVENT_CONTEXT_MISINFORMATION",
            "EVENT_CONTEXT_CRIME",
            "EVENT_CONTEXT_CORRUPTION",
            "EVENT_CONTEXT_ILLEGAL_DRUGS",
            "EVENT_CONTEXT_TRAFFICKING",
        ];

        struct GeneratedVisitor;

        impl serde::de::Visitor<'_> for GeneratedVisitor {
            type Value = EventContext;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                write!(formatter, "expected one of: {:?}", &FIELDS)
            }

            fn visit_i64<E>(self, v: i64) -> std::result::Result<Self::Value, E>
            where
                E: serde::de::Error,
            {
                i32::try_from(v)
                    .ok()
                    .and_then(|x| x.try_into().ok())
                    .ok_or_else(|| {
                        serde::de::Error::invalid_value(serde::de::Unexpected::Signed(v), &self)
                    })
            }

            fn visit_u64<E>(self, v: u64) -> std::result::Result<Self::Value, E>
            where
                E: serde::de::Error,
            {
                i32::try_from(v)
                    .ok()
                    .and_then(|x| x.try_into().ok())
                    .ok_or_else(|| {
                        serde::de::Error::invalid_value(serde::de::Unexpected::Unsigned(v), &self)
                    })
            }

            fn visit_str<E>(self, value: &str) -> std::result::Result<Self::Value, E>
            where
                E: serde::de::Error,
            {
                match value {
                    "EVENT_CONTEXT_UNSPECIFIED" => Ok(EventContext::Unspecified),
                    "EVENT_CONTEXT_MILITARY" => Ok(EventContext::Military),
                    "EVENT_CONTEXT_INTELLIGENCE" => Ok(EventContext::Intelligence),
                    "EVENT_CONTEXT_EXECUTIVE" => Ok(EventContext::Executive),
                    "EVENT_CONTEXT_LEGISLATIVE" => Ok(EventContext::Legislative),
                    "EVENT_CONTEXT_ELECTION" => Ok(EventContext::Election),
                    "EVENT_CONTEXT_POLITICAL_INSTITUTIONS" => Ok(EventContext::PoliticalInstitutions),
                    "EVENT_CONTEXT_PRO_DEMOCRACY" => Ok(EventContext::ProDemocracy),
                    "EVENT_CONTEXT_PRO_AUTOCRACY" => Ok(EventContext::ProAutocracy),
                    "EVENT_CONTEXT_ECONOMIC" => Ok(EventContext::Economic),
                    "EVENT_CONTEXT_LEGAL" => Ok(EventContext::Legal),
                    "EVENT_CONTEXT_REPARATIONS" => Ok(EventContext::Reparations),
                    "EVENT_CONTEXT_HUMAN_RIGHTS" => Ok(EventContext::HumanRights),
                    "EVENT_CONTEXT_RIGHTS_FREEDOMS" => Ok(EventContext::RightsFreedoms),
                    "EVENT_CONTEXT_REPRESSION" => Ok(EventContext::Repression),
                    "EVENT_CONTEXT_HUMAN_SECURITY" => Ok(EventContext::HumanSecurity),
                    "EVENT_CONTEXT_GENDER" => Ok(EventContext::Gender),
                    "EVENT_CONTEXT_LGBT" => Ok(EventContext::Lgbt),
                    "EVENT_CONTEXT_RELIGION_ETHNICITY" => Ok(EventContext::ReligionEthnicity),
                    "EVENT_CONTEXT_INEQUALITY" => Ok(EventContext::Inequality),
                    "EVENT_CONTEXT_DIPLOMATIC" => Ok(EventContext::Diplomatic),
                    "EVENT_CONTEXT_TERRITORY" => Ok(EventContext::Territory),
                    "EVENT_CONTEXT_PEACEKEEPING" => Ok(EventContext::Peacekeeping),
                    "EVENT_CONTEXT_HEALTH" => Ok(EventContext::Health),
                    "EVENT_CONTEXT_ASYLUM" => Ok(EventContext::Asylum),
                    "EVENT_CONTEXT_MIGRATION" => Ok(EventContext::Migration),
                    "EVENT_CONTEXT_DISASTERS" => Ok(EventContext::Disasters),
                    "EVENT_CONTEXT_NATURAL_RESOURCE" => Ok(EventContext::NaturalResource),
                    "EVENT_CONTEXT_ENVIRONMENT" => Ok(EventContext::Environment),
                    "EVENT_CONTEXT_TECHNOLOGY" => Ok(EventContext::Technology),
                    "EVENT_CONTEXT_TERRORISM" => Ok(EventContext::Terrorism),
                    "EVENT_CONTEXT_CBRN" => Ok(EventContext::Cbrn),
                    "EVENT_CONTEXT_CYBER" => Ok(EventContext::Cyber),
                    "EVENT_CONTEXT_MISINFORMATION" => Ok(EventContext::Misinformation),
                    "EVENT_CONTEXT_CRIME" => Ok(EventContext::Crime),
                    "EVENT_CONTEXT_CORRUPTION" => Ok(EventContext::Corruption),
                    "EVENT_CONTEXT_ILLEGAL_DRUGS" => Ok(EventContext::IllegalDrugs),
                    "EVENT_CONTEXT_TRAFFICKING" => Ok(EventContext::Trafficking),
                    _ => Err(serde::de::Error::unknown_variant(value, FIELDS)),
                }
            }
        }
        deserializer.deserialize_any(GeneratedVisitor)
    }
}
impl serde::Serialize for EventMember {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        use serde::ser::SerializeStruct;
        let mut len = 0;
        if !self.document_id.is_empty() {
            len += 1;
        }
        if !self.event.is_empty() {
            len += 1;
        }
        let mut struct_ser = serializer.serialize_struct("musnad.v1.EventMember", len)?;
        if !self.document_id.is_empty() {
            struct_ser.serialize_field("documentId", &self.document_id)?;
        }
        if !self.event.is_empty() {
            struct_ser.serialize_field("event", &self.event)?;
        }
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for EventMember {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "document_id",
            "documentId",
            "event",
        ];

        #[allow(clippy::enum_variant_names)]
        enum GeneratedField {
            DocumentId,
            Event,
        }
        impl<'de> serde::Deserialize<'de> for GeneratedField {
            fn deserialize<D>(deserializer: D) -> std::result::Result<GeneratedField, D::Error>
            where
                D: serde::Deserializer<'de>,
            {
                struct GeneratedVisitor;

                impl serde::de::Visitor<'_> for GeneratedVisitor {
                    type Value = GeneratedField;

                    fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                        write!(formatter, "expected one of: {:?}", &FIELDS)
                    }

                    #[allow(unused_variables)]
                    fn visit_str<E>(self, value: &str) -> std::result::Result<GeneratedField, E>
                    where
                        E: serde::de::Error,
                    {
                        match value {
                            "documentId" | "document_id" => Ok(GeneratedField::DocumentId),
                            "event" => Ok(GeneratedField::Event),
                            _ => Err(serde::de::Error::unknown_field(value, FIELDS)),
                        }
                    }
                }
                deserializer.deserialize_identifier(GeneratedVisitor)
            }
        }
        struct GeneratedVisitor;
        impl<'de> serde::de::Visitor<'de> for GeneratedVisitor {
            type Value = EventMember;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct musnad.v1.EventMember")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<EventMember, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                let mut document_id__ = None;
                let mut event__ = None;
                while let Some(k) = map_.next_key()? {
                    match k {
                        GeneratedField::DocumentId => {
                            if document_id__.is_some() {
                                return Err(serde::de::Error::duplicate_field("documentId"));
                            }
                            document_id__ = Some(map_.next_value()?);
                        }
                        GeneratedField::Event => {
                            if event__.is_some() {
                                return Err(serde::de::Error::duplicate_field("event"));
                            }
                            event__ = Some(map_.next_value()?);
                        }
                    }
                }
                Ok(EventMember {
                    document_id: document_id__.unwrap_or_default(),
                    event: event__.unwrap_or_default(),
                })
            }
        }
        deserializer.deserialize_struct("musnad.v1.EventMember", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for EventMode {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        let variant = match self {
            Self::Unspecified => "EVENT_MODE_UNSPECIFIED",
            Self::Visit => "EVENT_MODE_VISIT",
            Self::ThirdParty => "EVENT_MODE_THIRD_PARTY",
            Self::Multilateral => "EVENT_MODE_MULTILATERAL",
            Self::Phone => "EVENT_MODE_PHONE",
            Self::Withdraw => "EVENT_MODE_WITHDRAW",
            Self::Release => "EVENT_MODE_RELEASE",
            Self::Disarm => "EVENT_MODE_DISARM",
            Self::Ceasefire => "EVENT_MODE_CEASEFIRE",
            Self::Access => "EVENT_MODE_ACCESS",
            Self::Resign => "EVENT_MODE_RESIGN",
            Self::Assist => "EVENT_MODE_ASSIST",
            Self::Change => "EVENT_MODE_CHANGE",
            Self::Yield => "EVENT_MODE_YIELD",
            Self::Meet => "EVENT_MODE_MEET",
            Self::Disapprove => "EVENT_MODE_DISAPPROVE",
            Self::Investigate => "EVENT_MODE_INVESTIGATE",
            Self::Allege => "EVENT_MODE_ALLEGE",
            Self::Restrict => "EVENT_MODE_RESTRICT",
            Self::Arrest => "EVENT_MODE_ARREST",
            Self::Relations => "EVENT_MODE_RELATIONS",
            Self::Expel => "EVENT_MODE_EXPEL",
            Self::Territory => "EVENT_MODE_TERRITORY",
            Self::Violence => "EVENT_MODE_VIOLENCE",
            Self::Demo => "EVENT_MODE_DEMO",
            Self::Riot => "EVENT_MODE_RIOT",
            Self::Strike => "EVENT_MODE_STRIKE",
            Self::Hunger => "EVENT_MODE_HUNGER",
            Self::Boycott => "EVENT_MODE_BOYCOTT",
            Self::Obstruct => "EVENT_MODE_OBSTRUCT",
            Self::Vandalize => "EVENT_MODE_VANDALIZE",
            Self::Convict => "EVENT_MODE_CONVICT",
            Self::Discontinue => "EVENT_MODE_DISCONTINUE",
            Self::Troops => "EVENT_MODE_TROOPS",
            Self::Weapons => "EVENT_MODE_WEAPONS",
            Self::Police => "EVENT_MODE_POLICE",
            Self::Militia => "EVENT_MODE_MILITIA",
            Self::Seize => "EVENT_MODE_SEIZE",
            Self::Censor => "EVENT_MODE_CENSOR",
            Self::Curfew => "EVENT_MODE_CURFEW",
            Self::MartialLaw => "EVENT_MODE_MARTIAL_LAW",
            Self::Deport => "EVENT_MODE_DEPORT",
            Self::Withhold => "EVENT_MODE_WITHHOLD",
            Self::Misinformation => "EVENT_MODE_MISINFORMATION",
            Self::Cyber => "EVENT_MODE_CYBER",
            Self::Abduct => "EVENT_MODE_ABDUCT",
            Self::Beat => "EVENT_MODE_BEAT",
            Self::Torture => "EVENT_MODE_TORTURE",
            Self::Sexual => "EVENT_MODE_SEXUAL",
            Self::Targeted => "EVENT_MODE_TARGETED",
            Self::Destroy => "EVENT_MODE_DESTROY",
            Self::Primitive => "EVENT_MODE_PRIMITIVE",
            Self::Firearms => "EVENT_MODE_FIREARMS",
            Self::Explosives => "EVENT_MODE_EXPLOSIVES",
            Self::SuicideAttack => "EVENT_MODE_SUICIDE_ATTACK",
            Self::Aerial => "EVENT_MODE_AERIAL",
            Self::Drone => "EVENT_MODE_DRONE",
            Self::HeavyWeapons => "EVENT_MODE_HEAVY_WEAPONS",
            Self::CrowdControl => "EVENT_MODE_CROWD_CONTROL",
            Self::Unconventional => "EVENT_MODE_UNCONVENTIONAL",
            Self::SideAb => "EVENT_MODE_SIDE_AB",
        };
        serializer.serialize_str(variant)
    }
}
impl<'de> serde::Deserialize<'de> for EventMode {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "EVENT_MODE_UNSPECIFIED",
            "EVENT_MODE_VISIT",
            "EVENT_MODE_THIRD_PARTY",
            "EVENT_MODE_MULTILATERAL",
            "EVENT_MODE_PHONE",
            "EVENT_MODE_WITHDRAW",
            "EVENT_MODE_RELEASE",
            "EVENT_MODE_DISARM",
            "EVENT_MODE_CEASEFIRE",
            "EVENT_MODE_ACCESS",
            "EVENT_MODE_RESIGN",
            "EVENT_MODE_ASSIST",
            "EVENT_MODE_CHANGE",
            "EVENT_MODE_YIELD",
            "EVENT_MODE_MEET",
            "EVENT_MODE_DISAPPROVE",
            "EVENT_MODE_INVESTIGATE",
            "EVENT_MODE_ALLEGE",
            "EVENT_MODE_RESTRICT",
            "EVENT_MODE_ARREST",
            "EVENT_MODE_RELATIONS",
            "EVENT_MODE_EXPEL",
            "EVENT_MODE_TERRITORY",
            "EVENT_MODE_VIOLENCE",
            "EVENT_MODE_DEMO",
            "EVENT_MODE_RIOT",
            "EVENT_MODE_STRIKE",
            "EVENT_MODE_HUNGER",
            "EVENT_MODE_BOYCOTT",
            "EVENT_MODE_OBSTRUCT",
            "EVENT_MODE_VANDALIZE",
            "EVENT_MODE_CONVICT",
            "EVENT_MODE_DISCONTINUE",
            "EVENT_MODE_TROOPS",
            "EVENT_MODE_WEAPONS",
            "EVENT_MODE_POLICE",
            "EVENT_MODE_MILITIA",
            "EVENT_MODE_SEIZE",
            "EVENT_MODE_CENSOR",
            "EVENT_MODE_CURFEW",
            "EVENT_MODE_MARTIAL_LAW",
            "EVENT_MODE_DEPORT",
            "EVENT_MODE_WITHHOLD",
            "EVENT_MODE_MISINFORMATION",
            "EVENT_MODE_CYBER",
            "EVENT_MODE_ABDUCT",
            "EVENT_MODE_BEAT",
            "EVENT_MODE_TORTURE",
            "EVENT_MODE_SEXUAL",
            "EVENT_MODE_TARGETED",
            "EVENT_MODE_DESTROY",
            "EVENT_MODE_PRIMITIVE",
            "EVENT_MODE_FIREARMS",
            "EVENT_MODE_EXPLOSIVES",
            "EVENT_MODE_SUICIDE_ATTACK",
            "EVENT_MODE_AERIAL",
            "EVENT_MODE_DRONE",
            "EVENT_MODE_HEAVY_WEAPONS",
            "EVENT_MODE_CROWD_CONTROL",
            "EVENT_MODE_UNCONVENTIONAL",
            "EVENT_MODE_SIDE_AB",
        ];

        struct GeneratedVisitor;

        impl serde::de::Visitor<'_> for GeneratedVisitor {
            type Value = EventMode;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                write!(formatter, "expected one of: {:?}", &FIELDS)
            }

            fn visit_i64<E>(self, v: i64) -> std::result::Result<Self::Value, E>
            where
                E: serde::de::Error,
            {
                i32::try_from(v)
                    .ok()
                    .and_then(|x| x.try_into().ok())
                    .ok_or_else(|| {
                        serde::de::Error::invalid_value(serde::de::Unexpected::Signed(v), &self)
                    })
            }

            fn visit_u64<E>(self, v: u64) -> std::result::Result<Self::Value, E>
            where
                E: serde::de::Error,
            {
                i32::try_from(v)
                    .ok()
                    .and_then(|x| x.try_into().ok())
                    .ok_or_else(|| {
                        serde::de::Error::invalid_value(serde::de::Unexpected::Unsigned(v), &self)
                    })
            }

            fn visit_str<E>(self, value: &str) -> std::result::Result<Self::Value, E>
            where
                E: serde::de::Error,
            {
                match value {
                    "EVENT_MODE_UNSPECIFIED" => Ok(EventMode::Unspecified),
                    "EVENT_MODE_VISIT" => Ok(EventMode::Visit),
                    "EVENT_MODE_THIRD_PARTY" => Ok(EventMode::ThirdParty),
                    "EVENT_MODE_MULTILATERAL" => Ok(EventMode::Multilateral),
                    "EVENT_MODE_PHONE" => Ok(EventMode::Phone),
                    "EVENT_MODE_WITHDRAW" => Ok(EventMode::Withdraw),
                    "EVENT_MODE_RELEASE" => Ok(EventMode::Release),
                    "EVENT_MODE_DISARM" => Ok(EventMode::Disarm),
                    "EVENT_MODE_CEASEFIRE" => Ok(EventMode::Ceasefire),
                    "EVENT_MODE_ACCESS" => Ok(EventMode::Access),
                    "EVENT_MODE_RESIGN" => Ok(EventMode::Resign),
                    "EVENT_MODE_ASSIST" => Ok(EventMode::Assist),
                    "EVENT_MODE_CHANGE" => Ok(EventMode::Change),
                    "EVENT_MODE_YIELD" => Ok(EventMode::Yield),
                    "EVENT_MODE_MEET" => Ok(EventMode::Meet),
                    "EVENT_MODE_DISAPPROVE" => Ok(EventMode::Disapprove),
                    "EVENT_MODE_INVESTIGATE" => Ok(EventMode::Investigate),
                    "EVENT_MODE_ALLEGE" => Ok(EventMode::Allege),
                    "EVENT_MODE_RESTRICT" => Ok(EventMode::Restrict),
                    "EVENT_MODE_ARREST" => Ok(EventMode::Arrest),
                    "EVENT_MODE_RELATIONS" => Ok(EventMode::Relations),
                    "EVENT_MODE_EXPEL" => Ok(EventMode::Expel),
                    "EVENT_MODE_TERRITORY" => Ok(EventMode::Territory),
                    "EVENT_MODE_VIOLENCE" => Ok(EventMode::Violence),
                    "EVENT_MODE_DEMO" => Ok(EventMode::Demo),
                    "EVENT_MODE_RIOT" => Ok(EventMode::Riot),
                    "EVENT_MODE_STRIKE" => Ok(EventMode::Strike),
                    "EVENT_MODE_HUNGER" => Ok(EventMode::Hunger),
                    "EVENT_MODE_BOYCOTT" => Ok(EventMode::Boycott),
                    "EVENT_MODE_OBSTRUCT" => Ok(EventMode::Obstruct),
                    "EVENT_MODE_VANDALIZE" => Ok(EventMode::Vandalize),
                    "EVENT_MODE_CONVICT" => Ok(EventMode::Convict),
                    "EVENT_MODE_DISCONTINUE" => Ok(EventMode::Discontinue),
                    "EVENT_MODE_TROOPS" => Ok(EventMode::Troops),
                    "EVENT_MODE_WEAPONS" => Ok(EventMode::Weapons),
                    "EVENT_MODE_POLICE" => Ok(EventMode::Police),
                    "EVENT_MODE_MILITIA" => Ok(EventMode::Militia),
                    "EVENT_MODE_SEIZE" => Ok(EventMode::Seize),
                    "EVENT_MODE_CENSOR" => Ok(EventMode::Censor),
                    "EVENT_MODE_CURFEW" => Ok(EventMode::Curfew),
                    "EVENT_MODE_MARTIAL_LAW" => Ok(EventMode::MartialLaw),
                    "EVENT_MODE_DEPORT" => Ok(EventMode::Deport),
                    "EVENT_MODE_WITHHOLD" => Ok(EventMode::Withhold),
                    "EVENT_MODE_MISINFORMATION" => Ok(EventMode::Misinformation),
                    "EVENT_MODE_CYBER" => Ok(EventMode::Cyber),
                    "EVENT_MODE_ABDUCT" => Ok(EventMode::Abduct),
                    "EVENT_MODE_BEAT" => Ok(EventMode::Beat),
                    "EVENT_MODE_TORTURE" => Ok(EventMode::Torture),
                    "EVENT_MODE_SEXUAL" => Ok(EventMode::Sexual),
                    "EVENT_MODE_TARGETED" => Ok(EventMode::Targeted),
                    "EVENT_MODE_DESTROY" => Ok(EventMode::Destroy),
                    "EVENT_MODE_PRIMITIVE" => Ok(EventMode::Primitive),
                    "EVENT_MODE_FIREARMS" => Ok(EventMode::Firearms),
                    "EVENT_MODE_EXPLOSIVES" => Ok(EventMode::Explosives),
                    "EVENT_MODE_SUICIDE_ATTACK" => Ok(EventMode::SuicideAttack),
                    "EVENT_MODE_AERIAL" => Ok(EventMode::Aerial),
                    "EVENT_MODE_DRONE" => Ok(EventMode::Drone),
                    "EVENT_MODE_HEAVY_WEAPONS" => Ok(EventMode::HeavyWeapons),
                    "EVENT_MODE_CROWD_CONTROL" => Ok(EventMode::CrowdControl),
                    "EVENT_MODE_UNCONVENTIONAL" => Ok(EventMode::Unconventional),
                    "EVENT_MODE_SIDE_AB" => Ok(EventMode::SideAb),
                    _ => Err(serde::de::Error::unknown_variant(value, FIELDS)),
                }
            }
        }
        deserializer.deserialize_any(GeneratedVisitor)
    }
}
impl serde::Serialize for EventStatus {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        let variant = match self {
            Self::Unspecified => "EVENT_STATUS_UNSPECIFIED",
            Self::Occurred => "EVENT_STATUS_OCCURRED",
            Self::Planned => "EVENT_STATUS_PLANNED",
            Self::Demanded => "EVENT_STATUS_DEMANDED",
            Self::Possible => "EVENT_STATUS_POSSIBLE",
            Self::Negated => "EVENT_STATUS_NEGATED",
        };
        serializer.serialize_str(variant)
    }
}
impl<'de> serde::Deserialize<'de> for EventStatus {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "EVENT_STATUS_UNSPECIFIED",
            "EVENT_STATUS_OCCURRED",
            "EVENT_STATUS_PLANNED",
            "EVENT_STATUS_DEMANDED",
            "EVENT_STATUS_POSSIBLE",
            "EVENT_STATUS_NEGATED",
        ];

        struct GeneratedVisitor;

        impl serde::de::Visitor<'_> for GeneratedVisitor {
            type Value = EventStatus;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                write!(formatter, "expected one of: {:?}", &FIELDS)
            }

            fn visit_i64<E>(self, v: i64) -> std::result::Result<Self::Value, E>
            where
                E: serde::de::Error,
            {
                i32::try_from(v)
                    .ok()
                    .and_then(|x| x.try_into().ok())
                    .ok_or_else(|| {
                        serde::de::Error::invalid_value(serde::de::Unexpected::Signed(v), &self)
                    })
            }

            fn visit_u64<E>(self, v: u64) -> std::result::Result<Self::Value, E>
            where
                E: serde::de::Error,
            {
                i32::try_from(v)
                    .ok()
                    .and_then(|x| x.try_into().ok())
                    .ok_or_else(|| {
                        serde::de::Error::invalid_value(serde::de::Unexpected::Unsigned(v), &self)
                    })
            }

            fn visit_str<E>(self, value: &str) -> std::result::Result<Self::Value, E>
            where
                E: serde::de::Error,
            {
                match value {
                    "EVENT_STATUS_UNSPECIFIED" => Ok(EventStatus::Unspecified),
                    "EVENT_STATUS_OCCURRED" => Ok(EventStatus::Occurred),
                    "EVENT_STATUS_PLANNED" => Ok(EventStatus::Planned),
                    "EVENT_STATUS_DEMANDED" => Ok(EventStatus::Demanded),
                    "EVENT_STATUS_POSSIBLE" => Ok(EventStatus::Possible),
                    "EVENT_STATUS_NEGATED" => Ok(EventStatus::Negated),
                    _ => Err(serde::de::Error::unknown_variant(value, FIELDS)),
                }
            }
        }
        deserializer.deserialize_any(GeneratedVisitor)
    }
}
impl serde::Serialize for EventType {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        let variant = match self {
            Self::Unspecified => "EVENT_TYPE_UNSPECIFIED",
            Self::Agree => "EVENT_TYPE_AGREE",
            Self::Consult => "EVENT_TYPE_CONSULT",
            Self::Support => "EVENT_TYPE_SUPPORT",
            Self::Concede => "EVENT_TYPE_CONCEDE",
            Self::Cooperate => "EVENT_TYPE_COOPERATE",
            Self::Aid => "EVENT_TYPE_AID",
            Self::Retreat => "EVENT_TYPE_RETREAT",
            Self::Request => "EVENT_TYPE_REQUEST",
            Self::Accuse => "EVENT_TYPE_ACCUSE",
            Self::Reject => "EVENT_TYPE_REJECT",
            Self::Threaten => "EVENT_TYPE_THREATEN",
            Self::Protest => "EVENT_TYPE_PROTEST",
            Self::Sanction => "EVENT_TYPE_SANCTION",
            Self::Mobilize => "EVENT_TYPE_MOBILIZE",
            Self::Coerce => "EVENT_TYPE_COERCE",
            Self::Assault => "EVENT_TYPE_ASSAULT",
        };
        serializer.serialize_str(variant)
    }
}
impl<'de> serde::Deserialize<'de> for EventType {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "EVENT_TYPE_UNSPECIFIED",
            "EVENT_TYPE_AGREE",
            "EVENT_TYPE_CONSULT",
            "EVENT_TYPE_SUPPORT",
            "EVENT_TYPE_CONCEDE",
            "EVENT_TYPE_COOPERATE",
            "EVENT_TYPE_AID",
            "EVENT_TYPE_RETREAT",
            "EVENT_TYPE_REQUEST",
            "EVENT_TYPE_ACCUSE",
            "EVENT_TYPE_REJECT",
            "EVENT_TYPE_THREATEN",
            "EVENT_TYPE_PROTEST",
            "EVENT_TYPE_SANCTION",
            "EVENT_TYPE_MOBILIZE",
            "EVENT_TYPE_COERCE",
            "EVENT_TYPE_ASSAULT",
        ];

        struct GeneratedVisitor;

        impl serde::de::Visitor<'_> for GeneratedVisitor {
            type Value = EventType;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                write!(formatter, "expected one of: {:?}", &FIELDS)
            }

            fn visit_i64<E>(self, v: i64) -> std::result::Result<Self::Value, E>
            where
                E: serde::de::Error,
            {
                i32::try_from(v)
                    .ok()
                    .and_then(|x| x.try_into().ok())
                    .ok_or_else(|| {
                        serde::de::Error::invalid_value(serde::de::Unexpected::Signed(v), &self)
                    })
            }

            fn visit_u64<E>(self, v: u64) -> std::result::Result<Self::Value, E>
            where
                E: serde::de::Error,
            {
                i32::try_from(v)
                    .ok()
                    .and_then(|x| x.try_into().ok())
                    .ok_or_else(|| {
                        serde::de::Error::invalid_value(serde::de::Unexpected::Unsigned(v), &self)
                    })
            }

            fn visit_str<E>(self, value: &str) -> std::result::Result<Self::Value, E>
            where
                E: serde::de::Error,
            {
                match value {
                    "EVENT_TYPE_UNSPECIFIED" => Ok(EventType::Unspecified),
                    "EVENT_TYPE_AGREE" => Ok(EventType::Agree),
                    "EVENT_TYPE_CONSULT" => Ok(EventType::Consult),
                    "EVENT_TYPE_SUPPORT" => Ok(EventType::Support),
                    "EVENT_TYPE_CONCEDE" => Ok(EventType::Concede),
                    "EVENT_TYPE_COOPERATE" => Ok(EventType::Cooperate),
                    "EVENT_TYPE_AID" => Ok(EventType::Aid),
                    "EVENT_TYPE_RETREAT" => Ok(EventType::Retreat),
                    "EVENT_TYPE_REQUEST" => Ok(EventType::Request),
                    "EVENT_TYPE_ACCUSE" => Ok(EventType::Accuse),
                    "EVENT_TYPE_REJECT" => Ok(EventType::Reject),
                    "EVENT_TYPE_THREATEN" => Ok(EventType::Threaten),
                    "EVENT_TYPE_PROTEST" => Ok(EventType::Protest),
                    "EVENT_TYPE_SANCTION" => Ok(EventType::Sanction),
                    "EVENT_TYPE_MOBILIZE" => Ok(EventType::Mobilize),
                    "EVENT_TYPE_COERCE" => Ok(EventType::Coerce),
                    "EVENT_TYPE_ASSAULT" => Ok(EventType::Assault),
                    _ => Err(serde::de::Error::unknown_variant(value, FIELDS)),
                }
            }
        }
        deserializer.deserialize_any(GeneratedVisitor)
    }
}
impl serde::Serialize for ExtractBatchRequest {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        use serde::ser::SerializeStruct;
        let mut len = 0;
        if !self.documents.is_empty() {
            len += 1;
        }
        if self.options.is_some() {
            len += 1;
        }
        let mut struct_ser = serializer.serialize_struct("musnad.v1.ExtractBatchRequest", len)?;
        if !self.documents.is_empty() {
            struct_ser.serialize_field("documents", &self.documents)?;
        }
        if let Some(v) = self.options.as_ref() {
            struct_ser.serialize_field("options", v)?;
        }
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for ExtractBatchRequest {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "documents",
            "options",
        ];

        #[allow(clippy::enum_variant_names)]
        enum GeneratedField {
            Documents,
            Options,
        }
        impl<'de> serde::Deserialize<'de> for GeneratedField {
            fn deserialize<D>(deserializer: D) -> std::result::Result<GeneratedField, D::Error>
            where
                D: serde::Deserializer<'de>,
            {
                struct GeneratedVisitor;

                impl serde::de::Visitor<'_> for GeneratedVisitor {
                    type Value = GeneratedField;

                    fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                        write!(formatter, "expected one of: {:?}", &FIELDS)
                    }

                    #[allow(unused_variables)]
                    fn visit_str<E>(self, value: &str) -> std::result::Result<GeneratedField, E>
                    where
                        E: serde::de::Error,
                    {
                        match value {
                            "documents" => Ok(GeneratedField::Documents),
                            "options" => Ok(GeneratedField::Options),
                            _ => Err(serde::de::Error::unknown_field(value, FIELDS)),
                        }
                    }
                }
                deserializer.deserialize_identifier(GeneratedVisitor)
            }
        }
        struct GeneratedVisitor;
        impl<'de> serde::de::Visitor<'de> for GeneratedVisitor {
            type Value = ExtractBatchRequest;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct musnad.v1.ExtractBatchRequest")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<ExtractBatchRequest, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                let mut documents__ = None;
                let mut options__ = None;
                while let Some(k) = map_.next_key()? {
                    match k {
                        GeneratedField::Documents => {
                            if documents__.is_some() {
                                return Err(serde::de::Error::duplicate_field("documents"));
                            }
                            documents__ = Some(map_.next_value()?);
                        }
                        GeneratedField::Options => {
                            if options__.is_some() {
                                return Err(serde::de::Error::duplicate_field("options"));
                            }
                            options__ = map_.next_value()?;
                        }
                    }
                }
                Ok(ExtractBatchRequest {
                    documents: documents__.unwrap_or_default(),
                    options: options__,
                })
            }
        }
        deserializer.deserialize_struct("musnad.v1.ExtractBatchRequest", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for ExtractBatchResponse {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        use serde::ser::SerializeStruct;
        let mut len = 0;
        if !self.results.is_empty() {
            len += 1;
        }
        let mut struct_ser = serializer.serialize_struct("musnad.v1.ExtractBatchResponse", len)?;
        if !self.results.is_empty() {
            struct_ser.serialize_field("results", &self.results)?;
        }
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for ExtractBatchResponse {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "results",
        ];

        #[allow(clippy::enum_variant_names)]
        enum GeneratedField {
            Results,
        }
        impl<'de> serde::Deserialize<'de> for GeneratedField {
            fn deserialize<D>(deserializer: D) -> std::result::Result<GeneratedField, D::Error>
            where
                D: serde::Deserializer<'de>,
            {
                struct GeneratedVisitor;

                impl serde::de::Visitor<'_> for GeneratedVisitor {
                    type Value = GeneratedField;

                    fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                        write!(formatter, "expected one of: {:?}", &FIELDS)
                    }

                    #[allow(unused_variables)]
                    fn visit_str<E>(self, value: &str) -> std::result::Result<GeneratedField, E>
                    where
                        E: serde::de::Error,
                    {
                        match value {
                            "results" => Ok(GeneratedField::Results),
                            _ => Err(serde::de::Error::unknown_field(value, FIELDS)),
                        }
                    }
                }
                deserializer.deserialize_identifier(GeneratedVisitor)
            }
        }
        struct GeneratedVisitor;
        impl<'de> serde::de::Visitor<'de> for GeneratedVisitor {
            type Value = ExtractBatchResponse;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct musnad.v1.ExtractBatchResponse")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<ExtractBatchResponse, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                let mut results__ = None;
                while let Some(k) = map_.next_key()? {
                    match k {
                        GeneratedField::Results => {
                            if results__.is_some() {
                                return Err(serde::de::Error::duplicate_field("results"));
                            }
                            results__ = Some(map_.next_value()?);
                        }
                    }
                }
                Ok(ExtractBatchResponse {
                    results: results__.unwrap_or_default(),
                })
            }
        }
        deserializer.deserialize_struct("musnad.v1.ExtractBatchResponse", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for ExtractOptions {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        use serde::ser::SerializeStruct;
        let mut len = 0;
        if !self.layers.is_empty() {
            len += 1;
        }
        if self.offset_encoding != 0 {
            len += 1;
        }
        let mut struct_ser = serializer.serialize_struct("musnad.v1.ExtractOptions", len)?;
        if !self.layers.is_empty() {
            let v = self.layers.iter().cloned().map(|v| {
                Layer::try_from(v)
                    .map_err(|_| serde::ser::Error::custom(format!("Invalid variant {}", v)))
                }).collect::<std::result::Result<Vec<_>, _>>()?;
            struct_ser.serialize_field("layers", &v)?;
        }
        if self.offset_encoding != 0 {
            let v = OffsetEncoding::try_from(self.offset_encoding)
                .map_err(|_| serde::ser::Error::custom(format!("Invalid variant {}", self.offset_encoding)))?;
            struct_ser.serialize_field("offsetEncoding", &v)?;
        }
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for ExtractOptions {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "layers",
            "offset_encoding",
            "offsetEncoding",
        ];

        #[allow(clippy::enum_variant_names)]
        enum GeneratedField {
            Layers,
            OffsetEncoding,
        }
        impl<'de> serde::Deserialize<'de> for GeneratedField {
            fn deserialize<D>(deserializer: D) -> std::result::Result<GeneratedField, D::Error>
            where
                D: serde::Deserializer<'de>,
            {
                struct GeneratedVisitor;

                impl serde::de::Visitor<'_> for GeneratedVisitor {
                    type Value = GeneratedField;

                    fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                        write!(formatter, "expected one of: {:?}", &FIELDS)
                    }

                    #[allow(unused_variables)]
                    fn visit_str<E>(self, value: &str) -> std::result::Result<GeneratedField, E>
                    where
                        E: serde::de::Error,
                    {
                        match value {
                            "layers" => Ok(GeneratedField::Layers),
                            "offsetEncoding" | "offset_encoding" => Ok(GeneratedField::OffsetEncoding),
                            _ => Err(serde::de::Error::unknown_field(value, FIELDS)),
                        }
                    }
                }
                deserializer.deserialize_identifier(GeneratedVisitor)
            }
        }
        struct GeneratedVisitor;
        impl<'de> serde::de::Visitor<'de> for GeneratedVisitor {
            type Value = ExtractOptions;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct musnad.v1.ExtractOptions")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<ExtractOptions, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                let mut layers__ = None;
                let mut offset_encoding__ = None;
                while let Some(k) = map_.next_key()? {
                    match k {
                        GeneratedField::Layers => {
                            if layers__.is_some() {
                                return Err(serde::de::Error::duplicate_field("layers"));
                            }
                            layers__ = Some(map_.next_value::<Vec<Layer>>()?.into_iter().map(|x| x as i32).collect());
                        }
                        GeneratedField::OffsetEncoding => {
                            if offset_encoding__.is_some() {
                                return Err(serde::de::Error::duplicate_field("offsetEncoding"));
                            }
                            offset_encoding__ = Some(map_.next_value::<OffsetEncoding>()? as i32);
                        }
                    }
                }
                Ok(ExtractOptions {
                    layers: layers__.unwrap_or_default(),
                    offset_encoding: offset_encoding__.unwrap_or_default(),
                })
            }
        }
        deserializer.deserialize_struct("musnad.v1.ExtractOptions", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for ExtractRequest {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        use serde::ser::SerializeStruct;
        let mut len = 0;
        if self.document.is_some() {
            len += 1;
        }
        if self.options.is_some() {
            len += 1;
        }
        let mut struct_ser = serializer.serialize_struct("musnad.v1.ExtractRequest", len)?;
        if let Some(v) = self.document.as_ref() {
            struct_ser.serialize_field("document", v)?;
        }
        if let Some(v) = self.options.as_ref() {
            struct_ser.serialize_field("options", v)?;
        }
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for ExtractRequest {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "document",
            "options",
        ];

        #[allow(clippy::enum_variant_names)]
        enum GeneratedField {
            Document,
            Options,
        }
        impl<'de> serde::Deserialize<'de> for GeneratedField {
            fn deserialize<D>(deserializer: D) -> std::result::Result<GeneratedField, D::Error>
            where
                D: serde::Deserializer<'de>,
            {
                struct GeneratedVisitor;

                impl serde::de::Visitor<'_> for GeneratedVisitor {
                    type Value = GeneratedField;

                    fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                        write!(formatter, "expected one of: {:?}", &FIELDS)
                    }

                    #[allow(unused_variables)]
                    fn visit_str<E>(self, value: &str) -> std::result::Result<GeneratedField, E>
                    where
                        E: serde::de::Error,
                    {
                        match value {
                            "document" => Ok(GeneratedField::Document),
                            "options" => Ok(GeneratedField::Options),
                            _ => Err(serde::de::Error::unknown_field(value, FIELDS)),
                        }
                    }
                }
                deserializer.deserialize_identifier(GeneratedVisitor)
            }
        }
        struct GeneratedVisitor;
        impl<'de> serde::de::Visitor<'de> for GeneratedVisitor {
            type Value = ExtractRequest;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct musnad.v1.ExtractRequest")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<ExtractRequest, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                let mut document__ = None;
                let mut options__ = None;
                while let Some(k) = map_.next_key()? {
                    match k {
                        GeneratedField::Document => {
                            if document__.is_some() {
                                return Err(serde::de::Error::duplicate_field("document"));
                            }
                            document__ = map_.next_value()?;
                        }
                        GeneratedField::Options => {
                            if options__.is_some() {
                                return Err(serde::de::Error::duplicate_field("options"));
                            }
                            options__ = map_.next_value()?;
                        }
                    }
                }
                Ok(ExtractRequest {
                    document: document__,
                    options: options__,
                })
            }
        }
        deserializer.deserialize_struct("musnad.v1.ExtractRequest", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for ExtractResponse {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        use serde::ser::SerializeStruct;
        let mut len = 0;
        if self.extraction.is_some() {
            len += 1;
        }
        let mut struct_ser = serializer.serialize_struct("musnad.v1.ExtractResponse", len)?;
        if let Some(v) = self.extraction.as_ref() {
            struct_ser.serialize_field("extraction", v)?;
        }
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for ExtractResponse {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "extraction",
        ];

        #[allow(clippy::enum_variant_names)]
        enum GeneratedField {
            Extraction,
        }
        impl<'de> serde::Deserialize<'de> for GeneratedField {
            fn deserialize<D>(deserializer: D) -> std::result::Result<GeneratedField, D::Error>
            where
                D: serde::Deserializer<'de>,
            {
                struct GeneratedVisitor;

                impl serde::de::Visitor<'_> for GeneratedVisitor {
                    type Value = GeneratedField;

                    fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                        write!(formatter, "expected one of: {:?}", &FIELDS)
                    }

                    #[allow(unused_variables)]
                    fn visit_str<E>(self, value: &str) -> std::result::Result<GeneratedField, E>
                    where
                        E: serde::de::Error,
                    {
                        match value {
                            "extraction" => Ok(GeneratedField::Extraction),
                            _ => Err(serde::de::Error::unknown_field(value, FIELDS)),
                        }
                    }
                }
                deserializer.deserialize_identifier(GeneratedVisitor)
            }
        }
        struct GeneratedVisitor;
        impl<'de> serde::de::Visitor<'de> for GeneratedVisitor {
            type Value = ExtractResponse;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct musnad.v1.ExtractResponse")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<ExtractResponse, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                let mut extraction__ = None;
                while let Some(k) = map_.next_key()? {
                    match k {
                        GeneratedField::Extraction => {
                            if extraction__.is_some() {
                                return Err(serde::de::Error::duplicate_field("extraction"));
                            }
                            extraction__ = map_.next_value()?;
                        }
                    }
                }
                Ok(ExtractResponse {
                    extraction: extraction__,
                })
            }
        }
        deserializer.deserialize_struct("musnad.v1.ExtractResponse", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for ExtractStreamRequest {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        use serde::ser::SerializeStruct;
        let mut len = 0;
        if self.document.is_some() {
            len += 1;
        }
        if self.options.is_some() {
            len += 1;
        }
        let mut struct_ser = serializer.serialize_struct("musnad.v1.ExtractStreamRequest", len)?;
        if let Some(v) = self.document.as_ref() {
            struct_ser.serialize_field("document", v)?;
        }
        if let Some(v) = self.options.as_ref() {
            struct_ser.serialize_field("options", v)?;
        }
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for ExtractStreamRequest {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "document",
            "options",
        ];

        #[allow(clippy::enum_variant_names)]
        enum GeneratedField {
            Document,
            Options,
        }
        impl<'de> serde::Deserialize<'de> for GeneratedField {
            fn deserialize<D>(deserializer: D) -> std::result::Result<GeneratedField, D::Error>
            where
                D: serde::Deserializer<'de>,
            {
                struct GeneratedVisitor;

                impl serde::de::Visitor<'_> for GeneratedVisitor {
                    type Value = GeneratedField;

                    fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                        write!(formatter, "expected one of: {:?}", &FIELDS)
                    }

                    #[allow(unused_variables)]
                    fn visit_str<E>(self, value: &str) -> std::result::Result<GeneratedField, E>
                    where
                        E: serde::de::Error,
                    {
                        match value {
                            "document" => Ok(GeneratedField::Document),
                            "options" => Ok(GeneratedField::Options),
                            _ => Err(serde::de::Error::unknown_field(value, FIELDS)),
                        }
                    }
                }
                deserializer.deserialize_identifier(GeneratedVisitor)
            }
        }
        struct GeneratedVisitor;
        impl<'de> serde::de::Visitor<'de> for GeneratedVisitor {
            type Value = ExtractStreamRequest;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct musnad.v1.ExtractStreamRequest")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<ExtractStreamRequest, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                let mut document__ = None;
                let mut options__ = None;
                while let Some(k) = map_.next_key()? {
                    match k {
                        GeneratedField::Document => {
                            if document__.is_some() {
                                return Err(serde::de::Error::duplicate_field("document"));
                            }
                            document__ = map_.next_value()?;
                        }
                        GeneratedField::Options => {
                            if options__.is_some() {
                                return Err(serde::de::Error::duplicate_field("options"));
                            }
                            options__ = map_.next_value()?;
                        }
                    }
                }
                Ok(ExtractStreamRequest {
                    document: document__,
                    options: options__,
                })
            }
        }
        deserializer.deserialize_struct("musnad.v1.ExtractStreamRequest", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for ExtractStreamResponse {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        use serde::ser::SerializeStruct;
        let mut len = 0;
        if self.result.is_some() {
            len += 1;
        }
        let mut struct_ser = serializer.serialize_struct("musnad.v1.ExtractStreamResponse", len)?;
        if let Some(v) = self.result.as_ref() {
            struct_ser.serialize_field("result", v)?;
        }
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for ExtractStreamResponse {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "result",
        ];

        #[allow(clippy::enum_variant_names)]
        enum GeneratedField {
            Result,
        }
        impl<'de> serde::Deserialize<'de> for GeneratedField {
            fn deserialize<D>(deserializer: D) -> std::result::Result<GeneratedField, D::Error>
            where
                D: serde::Deserializer<'de>,
            {
                struct GeneratedVisitor;

                impl serde::de::Visitor<'_> for GeneratedVisitor {
                    type Value = GeneratedField;

                    fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                        write!(formatter, "expected one of: {:?}", &FIELDS)
                    }

                    #[allow(unused_variables)]
                    fn visit_str<E>(self, value: &str) -> std::result::Result<GeneratedField, E>
                    where
                        E: serde::de::Error,
                    {
                        match value {
                            "result" => Ok(GeneratedField::Result),
                            _ => Err(serde::de::Error::unknown_field(value, FIELDS)),
                        }
                    }
                }
                deserializer.deserialize_identifier(GeneratedVisitor)
            }
        }
        struct GeneratedVisitor;
        impl<'de> serde::de::Visitor<'de> for GeneratedVisitor {
            type Value = ExtractStreamResponse;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct musnad.v1.ExtractStreamResponse")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<ExtractStreamResponse, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                let mut result__ = None;
                while let Some(k) = map_.next_key()? {
                    match k {
                        GeneratedField::Result => {
                            if result__.is_some() {
                                return Err(serde::de::Error::duplicate_field("result"));
                            }
                            result__ = map_.next_value()?;
                        }
                    }
                }
                Ok(ExtractStreamResponse {
                    result: result__,
                })
            }
        }
        deserializer.deserialize_struct("musnad.v1.ExtractStreamResponse", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for Extraction {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        use serde::ser::SerializeStruct;
        let mut len = 0;
        if !self.document_id.is_empty() {
            len += 1;
        }
        if !self.text_sha256.is_empty() {
            len += 1;
        }
        if self.engine.is_some() {
            len += 1;
        }
        if !self.warnings.is_empty() {
            len += 1;
        }
        if !self.sections.is_empty() {
            len += 1;
        }
        if !self.sentences.is_empty() {
            len += 1;
        }
        if !self.tokens.is_empty() {
            len += 1;
        }
        if !self.mentions.is_empty() {
            len += 1;
        }
        if !self.entities.is_empty() {
            len += 1;
        }
        if !self.times.is_empty() {
            len += 1;
        }
        if !self.quantities.is_empty() {
            len += 1;
        }
        if !self.events.is_empty() {
            len += 1;
        }
        if !self.statements.is_empty() {
            len += 1;
        }
        if self.offset_encoding != 0 {
            len += 1;
        }
        if !self.contexts.is_empty() {
            len += 1;
        }
        let mut struct_ser = serializer.serialize_struct("musnad.v1.Extraction", len)?;
        if !self.document_id.is_empty() {
            struct_ser.serialize_field("documentId", &self.document_id)?;
        }
        if !self.text_sha256.is_empty() {
            struct_ser.serialize_field("textSha256", &self.text_sha256)?;
        }
        if let Some(v) = self.engine.as_ref() {
            struct_ser.serialize_field("engine", v)?;
        }
        if !self.warnings.is_empty() {
            struct_ser.serialize_field("warnings", &self.warnings)?;
        }
        if !self.sections.is_empty() {
            struct_ser.serialize_field("sections", &self.sections)?;
        }
        if !self.sentences.is_empty() {
            struct_ser.serialize_field("sentences", &self.sentences)?;
        }
        if !self.tokens.is_empty() {
            struct_ser.serialize_field("tokens", &self.tokens)?;
        }
        if !self.mentions.is_empty() {
            struct_ser.serialize_field("mentions", &self.mentions)?;
        }
        if !self.entities.is_empty() {
            struct_ser.serialize_field("entities", &self.entities)?;
        }
        if !self.times.is_empty() {
            struct_ser.serialize_field("times", &self.times)?;
        }
        if !self.quantities.is_empty() {
            struct_ser.serialize_field("quantities", &self.quantities)?;
        }
        if !self.events.is_empty() {
            struct_ser.serialize_field("events", &self.events)?;
        }
        if !self.statements.is_empty() {
            struct_ser.serialize_field("statements", &self.statements)?;
        }
        if self.offset_encoding != 0 {
            let v = OffsetEncoding::try_from(self.offset_encoding)
                .map_err(|_| serde::ser::Error::custom(format!("Invalid variant {}", self.offset_encoding)))?;
            struct_ser.serialize_field("offsetEncoding", &v)?;
        }
        if !self.contexts.is_empty() {
            let v = self.contexts.iter().cloned().map(|v| {
                EventContext::try_from(v)
                    .map_err(|_| serde::ser::Error::custom(format!("Invalid variant {}", v)))
                }).collect::<std::result::Result<Vec<_>, _>>()?;
            struct_ser.serialize_field("contexts", &v)?;
        }
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for Extraction {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "document_id",
            "documentId",
            "text_sha256",
            "textSha256",
            "engine",
            "warnings",
            "sections",
            "sentences",
            "tokens",
            "mentions",
            "entities",
            "times",
            "quantities",
            "events",
            "statements",
            "offset_encoding",
            "offsetEncoding",
            "contexts",
        ];

        #[allow(clippy::enum_variant_names)]
        enum GeneratedField {
            DocumentId,
            TextSha256,
            Engine,
            Warnings,
            Sections,
            Sentences,
            Tokens,
            Mentions,
            Entities,
            Times,
            Quantities,
            Events,
            Statements,
            OffsetEncoding,
            Contexts,
        }
        impl<'de> serde::Deserialize<'de> for GeneratedField {
            fn deserialize<D>(deserializer: D) -> std::result::Result<GeneratedField, D::Error>
            where
                D: serde::Deserializer<'de>,
            {
                struct GeneratedVisitor;

                impl serde::de::Visitor<'_> for GeneratedVisitor {
                    type Value = GeneratedField;

                    fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                        write!(formatter, "expected one of: {:?}", &FIELDS)
                    }

                    #[allow(unused_variables)]
                    fn visit_str<E>(self, value: &str) -> std::result::Result<GeneratedField, E>
                    where
                        E: serde::de::Error,
                    {
                        match value {
                            "documentId" | "document_id" => Ok(GeneratedField::DocumentId),
                            "textSha256" | "text_sha256" => Ok(GeneratedField::TextSha256),
                            "engine" => Ok(GeneratedField::Engine),
                            "warnings" => Ok(GeneratedField::Warnings),
                            "sections" => Ok(GeneratedField::Sections),
                            "sentences" => Ok(GeneratedField::Sentences),
                            "tokens" => Ok(GeneratedField::Tokens),
                            "mentions" => Ok(GeneratedField::Mentions),
                            "entities" => Ok(GeneratedField::Entities),
                            "times" => Ok(GeneratedField::Times),
                            "quantities" => Ok(GeneratedField::Quantities),
                            "events" => Ok(GeneratedField::Events),
                            "statements" => Ok(GeneratedField::Statements),
                            "offsetEncoding" | "offset_encoding" => Ok(GeneratedField::OffsetEncoding),
                            "contexts" => Ok(GeneratedField::Contexts),
                            _ => Err(serde::de::Error::unknown_field(value, FIELDS)),
                        }
                    }
                }
                deserializer.deserialize_identifier(GeneratedVisitor)
            }
        }
        struct GeneratedVisitor;
        impl<'de> serde::de::Visitor<'de> for GeneratedVisitor {
            type Value = Extraction;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct musnad.v1.Extraction")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<Extraction, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                let mut document_id__ = None;
                let mut text_sha256__ = None;
                let mut engine__ = None;
                let mut warnings__ = None;
                let mut sections__ = None;
                let mut sentences__ = None;
                let mut tokens__ = None;
                let mut mentions__ = None;
                let mut entities__ = None;
                let mut times__ = None;
                let mut quantities__ = None;
                let mut events__ = None;
                let mut statements__ = None;
                let mut offset_encoding__ = None;
                let mut contexts__ = None;
                while let Some(k) = map_.next_key()? {
                    match k {
                        GeneratedField::DocumentId => {
                            if document_id__.is_some() {
                                return Err(serde::de::Error::duplicate_field("documentId"));
                            }
                            document_id__ = Some(map_.next_value()?);
                        }
                        GeneratedField::TextSha256 => {
                            if text_sha256__.is_some() {
                                return Err(serde::de::Error::duplicate_field("textSha256"));
                            }
                            text_sha256__ = Some(map_.next_value()?);
                        }
                        GeneratedField::Engine => {
                            if engine__.is_some() {
                                return Err(serde::de::Error::duplicate_field("engine"));
                            }
                            engine__ = map_.next_value()?;
                        }
                        GeneratedField::Warnings => {
                            if warnings__.is_some() {
                                return Err(serde::de::Error::duplicate_field("warnings"));
                            }
                            warnings__ = Some(map_.next_value()?);
                        }
                        GeneratedField::Sections => {
                            if sections__.is_some() {
                                return Err(serde::de::Error::duplicate_field("sections"));
                            }
                            sections__ = Some(map_.next_value()?);
                        }
                        GeneratedField::Sentences => {
                            if sentences__.is_some() {
                                return Err(serde::de::Error::duplicate_field("sentences"));
                            }
                            sentences__ = Some(map_.next_value()?);
                        }
                        GeneratedField::Tokens => {
                            if tokens__.is_some() {
                                return Err(serde::de::Error::duplicate_field("tokens"));
                            }
                            tokens__ = Some(map_.next_value()?);
                        }
                        GeneratedField::Mentions => {
                            if mentions__.is_some() {
                                return Err(serde::de::Error::duplicate_field("mentions"));
                            }
                            mentions__ = Some(map_.next_value()?);
                        }
                        GeneratedField::Entities => {
                            if entities__.is_some() {
                                return Err(serde::de::Error::duplicate_field("entities"));
                            }
                            entities__ = Some(map_.next_value()?);
                        }
                        GeneratedField::Times => {
                            if times__.is_some() {
                                return Err(serde::de::Error::duplicate_field("times"));
                            }
                            times__ = Some(map_.next_value()?);
                        }
                        GeneratedField::Quantities => {
                            if quantities__.is_some() {
                                return Err(serde::de::Error::duplicate_field("quantities"));
                            }
                            quantities__ = Some(map_.next_value()?);
                        }
                        GeneratedField::Events => {
                            if events__.is_some() {
                                return Err(serde::de::Error::duplicate_field("events"));
                            }
                            events__ = Some(map_.next_value()?);
                        }
                        GeneratedField::Statements => {
                            if statements__.is_some() {
                                return Err(serde::de::Error::duplicate_field("statements"));
                            }
                            statements__ = Some(map_.next_value()?);
                        }
                        GeneratedField::OffsetEncoding => {
                            if offset_encoding__.is_some() {
                                return Err(serde::de::Error::duplicate_field("offsetEncoding"));
                            }
                            offset_encoding__ = Some(map_.next_value::<OffsetEncoding>()? as i32);
                        }
                        GeneratedField::Contexts => {
                            if contexts__.is_some() {
                                return Err(serde::de::Error::duplicate_field("contexts"));
                            }
                            contexts__ = Some(map_.next_value::<Vec<EventContext>>()?.into_iter().map(|x| x as i32).collect());
                        }
                    }
                }
                Ok(Extraction {
                    document_id: document_id__.unwrap_or_default(),
                    text_sha256: text_sha256__.unwrap_or_default(),
                    engine: engine__,
                    warnings: warnings__.unwrap_or_default(),
                    sections: sections__.unwrap_or_default(),
                    sentences: sentences__.unwrap_or_default(),
                    tokens: tokens__.unwrap_or_default(),
                    mentions: mentions__.unwrap_or_default(),
                    entities: entities__.unwrap_or_default(),
                    times: times__.unwrap_or_default(),
                    quantities: quantities__.unwrap_or_default(),
                    events: events__.unwrap_or_default(),
                    statements: statements__.unwrap_or_default(),
                    offset_encoding: offset_encoding__.unwrap_or_default(),
                    contexts: contexts__.unwrap_or_default(),
                })
            }
        }
        deserializer.deserialize_struct("musnad.v1.Extraction", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for Figure {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        use serde::ser::SerializeStruct;
        let mut len = 0;
        if self.killed.is_some() {
            len += 1;
        }
        if self.injured.is_some() {
            len += 1;
        }
        if !self.source.is_empty() {
            len += 1;
        }
        if !self.members.is_empty() {
            len += 1;
        }
        let mut struct_ser = serializer.serialize_struct("musnad.v1.Figure", len)?;
        if let Some(v) = self.killed.as_ref() {
            struct_ser.serialize_field("killed", v)?;
        }
        if let Some(v) = self.injured.as_ref() {
            struct_ser.serialize_field("injured", v)?;
        }
        if !self.source.is_empty() {
            struct_ser.serialize_field("source", &self.source)?;
        }
        if !self.members.is_empty() {
            struct_ser.serialize_field("members", &self.members)?;
        }
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for Figure {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "killed",
            "injured",
            "source",
            "members",
        ];

        #[allow(clippy::enum_variant_names)]
        enum GeneratedField {
            Killed,
            Injured,
            Source,
            Members,
        }
        impl<'de> serde::Deserialize<'de> for GeneratedField {
            fn deserialize<D>(deserializer: D) -> std::result::Result<GeneratedField, D::Error>
            where
                D: serde::Deserializer<'de>,
            {
                struct GeneratedVisitor;

                impl serde::de::Visitor<'_> for GeneratedVisitor {
                    type Value = GeneratedField;

                    fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                        write!(formatter, "expected one of: {:?}", &FIELDS)
                    }

                    #[allow(unused_variables)]
                    fn visit_str<E>(self, value: &str) -> std::result::Result<GeneratedField, E>
                    where
                        E: serde::de::Error,
                    {
                        match value {
                            "killed" => Ok(GeneratedField::Killed),
                            "injured" => Ok(GeneratedField::Injured),
                            "source" => Ok(GeneratedField::Source),
                            "members" => Ok(GeneratedField::Members),
                            _ => Err(serde::de::Error::unknown_field(value, FIELDS)),
                        }
                    }
                }
                deserializer.deserialize_identifier(GeneratedVisitor)
            }
        }
        struct GeneratedVisitor;
        impl<'de> serde::de::Visitor<'de> for GeneratedVisitor {
            type Value = Figure;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct musnad.v1.Figure")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<Figure, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                let mut killed__ = None;
                let mut injured__ = None;
                let mut source__ = None;
                let mut members__ = None;
                while let Some(k) = map_.next_key()? {
                    match k {
                        GeneratedField::Killed => {
                            if killed__.is_some() {
                                return Err(serde::de::Error::duplicate_field("killed"));
                            }
                            killed__ = map_.next_value()?;
                        }
                        GeneratedField::Injured => {
                            if injured__.is_some() {
                                return Err(serde::de::Error::duplicate_field("injured"));
                            }
                            injured__ = map_.next_value()?;
                        }
                        GeneratedField::Source => {
                            if source__.is_some() {
                                return Err(serde::de::Error::duplicate_field("source"));
                            }
                            source__ = Some(map_.next_value()?);
                        }
                        GeneratedField::Members => {
                            if members__.is_some() {
                                return Err(serde::de::Error::duplicate_field("members"));
                            }
                            members__ = Some(map_.next_value()?);
                        }
                    }
                }
                Ok(Figure {
                    killed: killed__,
                    injured: injured__,
                    source: source__.unwrap_or_default(),
                    members: members__.unwrap_or_default(),
                })
            }
        }
        deserializer.deserialize_struct("musnad.v1.Figure", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for GetInfoRequest {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        use serde::ser::SerializeStruct;
        let len = 0;
        let struct_ser = serializer.serialize_struct("musnad.v1.GetInfoRequest", len)?;
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for GetInfoRequest {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
        ];

        #[allow(clippy::enum_variant_names)]
        enum GeneratedField {
        }
        impl<'de> serde::Deserialize<'de> for GeneratedField {
            fn deserialize<D>(deserializer: D) -> std::result::Result<GeneratedField, D::Error>
            where
                D: serde::Deserializer<'de>,
            {
                struct GeneratedVisitor;

                impl serde::de::Visitor<'_> for GeneratedVisitor {
                    type Value = GeneratedField;

                    fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                        write!(formatter, "expected one of: {:?}", &FIELDS)
                    }

                    #[allow(unused_variables)]
                    fn visit_str<E>(self, value: &str) -> std::result::Result<GeneratedField, E>
                    where
                        E: serde::de::Error,
                    {
                            Err(serde::de::Error::unknown_field(value, FIELDS))
                    }
                }
                deserializer.deserialize_identifier(GeneratedVisitor)
            }
        }
        struct GeneratedVisitor;
        impl<'de> serde::de::Visitor<'de> for GeneratedVisitor {
            type Value = GetInfoRequest;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct musnad.v1.GetInfoRequest")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<GetInfoRequest, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                while map_.next_key::<GeneratedField>()?.is_some() {
                    let _ = map_.next_value::<serde::de::IgnoredAny>()?;
                }
                Ok(GetInfoRequest {
                })
            }
        }
        deserializer.deserialize_struct("musnad.v1.GetInfoRequest", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for GetInfoResponse {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        use serde::ser::SerializeStruct;
        let mut len = 0;
        if self.engine.is_some() {
            len += 1;
        }
        if !self.ontologies.is_empty() {
            len += 1;
        }
        if self.limits.is_some() {
            len += 1;
        }
        if !self.layers.is_empty() {
            len += 1;
        }
        let mut struct_ser = serializer.serialize_struct("musnad.v1.GetInfoResponse", len)?;
        if let Some(v) = self.engine.as_ref() {
            struct_ser.serialize_field("engine", v)?;
        }
        if !self.ontologies.is_empty() {
            struct_ser.serialize_field("ontologies", &self.ontologies)?;
        }
        if let Some(v) = self.limits.as_ref() {
            struct_ser.serialize_field("limits", v)?;
        }
        if !self.layers.is_empty() {
            let v = self.layers.iter().cloned().map(|v| {
                Layer::try_from(v)
                    .map_err(|_| serde::ser::Error::custom(format!("Invalid variant {}", v)))
                }).collect::<std::result::Result<Vec<_>, _>>()?;
            struct_ser.serialize_field("layers", &v)?;
        }
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for GetInfoResponse {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "engine",
            "ontologies",
            "limits",
            "layers",
        ];

        #[allow(clippy::enum_variant_names)]
        enum GeneratedField {
            Engine,
            Ontologies,
            Limits,
            Layers,
        }
        impl<'de> serde::Deserialize<'de> for GeneratedField {
            fn deserialize<D>(deserializer: D) -> std::result::Result<GeneratedField, D::Error>
            where
                D: serde::Deserializer<'de>,
            {
                struct GeneratedVisitor;

                impl serde::de::Visitor<'_> for GeneratedVisitor {
                    type Value = GeneratedField;

                    fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                        write!(formatter, "expected one of: {:?}", &FIELDS)
                    }

                    #[allow(unused_variables)]
                    fn visit_str<E>(self, value: &str) -> std::result::Result<GeneratedField, E>
                    where
                        E: serde::de::Error,
                    {
                        match value {
                            "engine" => Ok(GeneratedField::Engine),
                            "ontologies" => Ok(GeneratedField::Ontologies),
                            "limits" => Ok(GeneratedField::Limits),
                            "layers" => Ok(GeneratedField::Layers),
                            _ => Err(serde::de::Error::unknown_field(value, FIELDS)),
                        }
                    }
                }
                deserializer.deserialize_identifier(GeneratedVisitor)
            }
        }
        struct GeneratedVisitor;
        impl<'de> serde::de::Visitor<'de> for GeneratedVisitor {
            type Value = GetInfoResponse;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct musnad.v1.GetInfoResponse")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<GetInfoResponse, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                let mut engine__ = None;
                let mut ontologies__ = None;
                let mut limits__ = None;
                let mut layers__ = None;
                while let Some(k) = map_.next_key()? {
                    match k {
                        GeneratedField::Engine => {
                            if engine__.is_some() {
                                return Err(serde::de::Error::duplicate_field("engine"));
                            }
                            engine__ = map_.next_value()?;
                        }
                        GeneratedField::Ontologies => {
                            if ontologies__.is_some() {
                                return Err(serde::de::Error::duplicate_field("ontologies"));
                            }
                            ontologies__ = Some(map_.next_value()?);
                        }
                        GeneratedField::Limits => {
                            if limits__.is_some() {
                                return Err(serde::de::Error::duplicate_field("limits"));
                            }
                            limits__ = map_.next_value()?;
                        }
                        GeneratedField::Layers => {
                            if layers__.is_some() {
                                return Err(serde::de::Error::duplicate_field("layers"));
                            }
                            layers__ = Some(map_.next_value::<Vec<Layer>>()?.into_iter().map(|x| x as i32).collect());
                        }
                    }
                }
                Ok(GetInfoResponse {
                    engine: engine__,
                    ontologies: ontologies__.unwrap_or_default(),
                    limits: limits__,
                    layers: layers__.unwrap_or_default(),
                })
            }
        }
        deserializer.deserialize_struct("musnad.v1.GetInfoResponse", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for LatLon {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        use serde::ser::SerializeStruct;
        let mut len = 0;
        if self.lat != 0. {
            len += 1;
        }
        if self.lon != 0. {
            len += 1;
        }
        let mut struct_ser = serializer.serialize_struct("musnad.v1.LatLon", len)?;
        if self.lat != 0. {
            struct_ser.serialize_field("lat", &self.lat)?;
        }
        if self.lon != 0. {
            struct_ser.serialize_field("lon", &self.lon)?;
        }
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for LatLon {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "lat",
            "lon",
        ];

        #[allow(clippy::enum_variant_names)]
        enum GeneratedField {
            Lat,
            Lon,
        }
        impl<'de> serde::Deserialize<'de> for GeneratedField {
            fn deserialize<D>(deserializer: D) -> std::result::Result<GeneratedField, D::Error>
            where
                D: serde::Deserializer<'de>,
            {
                struct GeneratedVisitor;

                impl serde::de::Visitor<'_> for GeneratedVisitor {
                    type Value = GeneratedField;

                    fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                        write!(formatter, "expected one of: {:?}", &FIELDS)
                    }

                    #[allow(unused_variables)]
                    fn visit_str<E>(self, value: &str) -> std::result::Result<GeneratedField, E>
                    where
                        E: serde::de::Error,
                    {
                        match value {
                            "lat" => Ok(GeneratedField::Lat),
                            "lon" => Ok(GeneratedField::Lon),
                            _ => Err(serde::de::Error::unknown_field(value, FIELDS)),
                        }
                    }
                }
                deserializer.deserialize_identifier(GeneratedVisitor)
            }
        }
        struct GeneratedVisitor;
        impl<'de> serde::de::Visitor<'de> for GeneratedVisitor {
            type Value = LatLon;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct musnad.v1.LatLon")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<LatLon, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                let mut lat__ = None;
                let mut lon__ = None;
                while let Some(k) = map_.next_key()? {
                    match k {
                        GeneratedField::Lat => {
                            if lat__.is_some() {
                                return Err(serde::de::Error::duplicate_field("lat"));
                            }
                            lat__ = 
                                Some(map_.next_value::<::pbjson::private::NumberDeserialize<_>>()?.0)
                            ;
                        }
                        GeneratedField::Lon => {
                            if lon__.is_some() {
                                return Err(serde::de::Error::duplicate_field("lon"));
                            }
                            lon__ = 
                                Some(map_.next_value::<::pbjson::private::NumberDeserialize<_>>()?.0)
                            ;
                        }
                    }
                }
                Ok(LatLon {
                    lat: lat__.unwrap_or_default(),
                    lon: lon__.unwrap_or_default(),
                })
            }
        }
        deserializer.deserialize_struct("musnad.v1.LatLon", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for Layer {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        let variant = match self {
            Self::Unspecified => "LAYER_UNSPECIFIED",
            Self::Text => "LAYER_TEXT",
            Self::Syntax => "LAYER_SYNTAX",
            Self::Entities => "LAYER_ENTITIES",
            Self::Times => "LAYER_TIMES",
            Self::Quantities => "LAYER_QUANTITIES",
            Self::Events => "LAYER_EVENTS",
            Self::Statements => "LAYER_STATEMENTS",
        };
        serializer.serialize_str(variant)
    }
}
impl<'de> serde::Deserialize<'de> for Layer {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "LAYER_UNSPECIFIED",
            "LAYER_TEXT",
            "LAYER_SYNTAX",
            "LAYER_ENTITIES",
            "LAYER_TIMES",
            "LAYER_QUANTITIES",
            "LAYER_EVENTS",
            "LAYER_STATEMENTS",
        ];

        struct GeneratedVisitor;

        impl serde::de::Visitor<'_> for GeneratedVisitor {
            type Value = Layer;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                write!(formatter, "expected one of: {:?}", &FIELDS)
            }

            fn visit_i64<E>(self, v: i64) -> std::result::Result<Self::Value, E>
            where
                E: serde::de::Error,
            {
                i32::try_from(v)
                    .ok()
                    .and_then(|x| x.try_into().ok())
                    .ok_or_else(|| {
                        serde::de::Error::invalid_value(serde::de::Unexpected::Signed(v), &self)
                    })
            }

            fn visit_u64<E>(self, v: u64) -> std::result::Result<Self::Value, E>
            where
                E: serde::de::Error,
            {
                i32::try_from(v)
                    .ok()
                    .and_then(|x| x.try_into().ok())
                    .ok_or_else(|| {
                        serde::de::Error::invalid_value(serde::de::Unexpected::Unsigned(v), &self)
                    })
            }

            fn visit_str<E>(self, value: &str) -> std::result::Result<Self::Value, E>
            where
                E: serde::de::Error,
            {
                match value {
                    "LAYER_UNSPECIFIED" => Ok(Layer::Unspecified),
                    "LAYER_TEXT" => Ok(Layer::Text),
                    "LAYER_SYNTAX" => Ok(Layer::Syntax),
                    "LAYER_ENTITIES" => Ok(Layer::Entities),
                    "LAYER_TIMES" => Ok(Layer::Times),
                    "LAYER_QUANTITIES" => Ok(Layer::Quantities),
                    "LAYER_EVENTS" => Ok(Layer::Events),
                    "LAYER_STATEMENTS" => Ok(Layer::Statements),
                    _ => Err(serde::de::Error::unknown_variant(value, FIELDS)),
                }
            }
        }
        deserializer.deserialize_any(GeneratedVisitor)
    }
}
impl serde::Serialize for Limits {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        use serde::ser::SerializeStruct;
        let mut len = 0;
        if self.max_document_bytes != 0 {
            len += 1;
        }
        if self.max_batch_documents != 0 {
            len += 1;
        }
        if self.max_message_bytes != 0 {
            len += 1;
        }
        if self.max_concurrent_requests != 0 {
            len += 1;
        }
        if self.max_concurrent_streams != 0 {
            len += 1;
        }
        if self.stream_window != 0 {
            len += 1;
        }
        if self.max_header_bytes != 0 {
            len += 1;
        }
        if self.max_streams_per_connection != 0 {
            len += 1;
        }
        if self.max_connection_age_seconds != 0 {
            len += 1;
        }
        if self.max_call_seconds != 0 {
            len += 1;
        }
        if self.stream_idle_seconds != 0 {
            len += 1;
        }
        if self.caller_documents_per_second != 0. {
            len += 1;
        }
        if self.caller_concurrent_calls != 0 {
            len += 1;
        }
        let mut struct_ser = serializer.serialize_struct("musnad.v1.Limits", len)?;
        if self.max_document_bytes != 0 {
            #[allow(clippy::needless_borrow)]
            #[allow(clippy::needless_borrows_for_generic_args)]
            struct_ser.serialize_field("maxDocumentBytes", ToString::to_string(&self.max_document_bytes).as_str())?;
        }
        if self.max_batch_documents != 0 {
            struct_ser.serialize_field("maxBatchDocuments", &self.max_batch_documents)?;
        }
        if self.max_message_bytes != 0 {
            #[allow(clippy::needless_borrow)]
            #[allow(clippy::needless_borrows_for_generic_args)]
            struct_ser.serialize_field("maxMessageBytes", ToString::to_string(&self.max_message_bytes).as_str())?;
        }
        if self.max_concurrent_requests != 0 {
            struct_ser.serialize_field("maxConcurrentRequests", &self.max_concurrent_requests)?;
        }
        if self.max_concurrent_streams != 0 {
            struct_ser.serialize_field("maxConcurrentStreams", &self.max_concurrent_streams)?;
        }
        if self.stream_window != 0 {
            struct_ser.serialize_field("streamWindow", &self.stream_window)?;
        }
        if self.max_header_bytes != 0 {
            struct_ser.serialize_field("maxHeaderBytes", &self.max_header_bytes)?;
        }
        if self.max_streams_per_connection != 0 {
            struct_ser.serialize_field("maxStreamsPerConnection", &self.max_streams_per_connection)?;
        }
        if self.max_connection_age_seconds != 0 {
            #[allow(clippy::needless_borrow)]
            #[allow(clippy::needless_borrows_for_generic_args)]
            struct_ser.serialize_field("maxConnectionAgeSeconds", ToString::to_string(&self.max_connection_age_seconds).as_str())?;
        }
        if self.max_call_seconds != 0 {
            #[allow(clippy::needless_borrow)]
            #[allow(clippy::needless_borrows_for_generic_args)]
            struct_ser.serialize_field("maxCallSeconds", ToString::to_string(&self.max_call_seconds).as_str())?;
        }
        if self.stream_idle_seconds != 0 {
            #[allow(clippy::needless_borrow)]
            #[allow(clippy::needless_borrows_for_generic_args)]
            struct_ser.serialize_field("streamIdleSeconds", ToString::to_string(&self.stream_idle_seconds).as_str())?;
        }
        if self.caller_documents_per_second != 0. {
            struct_ser.serialize_field("callerDocumentsPerSecond", &self.caller_documents_per_second)?;
        }
        if self.caller_concurrent_calls != 0 {
            struct_ser.serialize_field("callerConcurrentCalls", &self.caller_concurrent_calls)?;
        }
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for Limits {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "max_document_bytes",
            "maxDocumentBytes",
            "max_batch_documents",
            "maxBatchDocuments",
            "max_message_bytes",
            "maxMessageBytes",
            "max_concurrent_requests",
            "maxConcurrentRequests",
            "max_concurrent_streams",
            "maxConcurrentStreams",
            "stream_window",
            "streamWindow",
            "max_header_bytes",
            "maxHeaderBytes",
            "max_streams_per_connection",
            "maxStreamsPerConnection",
            "max_connection_age_seconds",
            "maxConnectionAgeSeconds",
            "max_call_seconds",
            "maxCallSeconds",
            "stream_idle_seconds",
            "streamIdleSeconds",
            "caller_documents_per_second",
            "callerDocumentsPerSecond",
            "caller_concurrent_calls",
            "callerConcurrentCalls",
        ];

        #[allow(clippy::enum_variant_names)]
        enum GeneratedField {
            MaxDocumentBytes,
            MaxBatchDocuments,
            MaxMessageBytes,
            MaxConcurrentRequests,
            MaxConcurrentStreams,
            StreamWindow,
            MaxHeaderBytes,
            MaxStreamsPerConnection,
            MaxConnectionAgeSeconds,
            MaxCallSeconds,
            StreamIdleSeconds,
            CallerDocumentsPerSecond,
            CallerConcurrentCalls,
        }
        impl<'de> serde::Deserialize<'de> for GeneratedField {
            fn deserialize<D>(deserializer: D) -> std::result::Result<GeneratedField, D::Error>
            where
                D: serde::Deserializer<'de>,
            {
                struct GeneratedVisitor;

                impl serde::de::Visitor<'_> for GeneratedVisitor {
                    type Value = GeneratedField;

                    fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                        write!(formatter, "expected one of: {:?}", &FIELDS)
                    }

                    #[allow(unused_variables)]
                    fn visit_str<E>(self, value: &str) -> std::result::Result<GeneratedField, E>
                    where
                        E: serde::de::Error,
                    {
                        match value {
                            "maxDocumentBytes" | "max_document_bytes" => Ok(GeneratedField::MaxDocumentBytes),
                            "maxBatchDocuments" | "max_batch_documents" => Ok(GeneratedField::MaxBatchDocuments),
                            "maxMessageBytes" | "max_message_bytes" => Ok(GeneratedField::MaxMessageBytes),
                            "maxConcurrentRequests" | "max_concurrent_requests" => Ok(GeneratedField::MaxConcurrentRequests),
                            "maxConcurrentStreams" | "max_concurrent_streams" => Ok(GeneratedField::MaxConcurrentStreams),
                            "streamWindow" | "stream_window" => Ok(GeneratedField::StreamWindow),
                            "maxHeaderBytes" | "max_header_bytes" => Ok(GeneratedField::MaxHeaderBytes),
                            "maxStreamsPerConnection" | "max_streams_per_connection" => Ok(GeneratedField::MaxStreamsPerConnection),
                            "maxConnectionAgeSeconds" | "max_connection_age_seconds" => Ok(GeneratedField::MaxConnectionAgeSeconds),
                            "maxCallSeconds" | "max_call_seconds" => Ok(GeneratedField::MaxCallSeconds),
                            "streamIdleSeconds" | "stream_idle_seconds" => Ok(GeneratedField::StreamIdleSeconds),
                            "callerDocumentsPerSecond" | "caller_documents_per_second" => Ok(GeneratedField::CallerDocumentsPerSecond),
                            "callerConcurrentCalls" | "caller_concurrent_calls" => Ok(GeneratedField::CallerConcurrentCalls),
                            _ => Err(serde::de::Error::unknown_field(value, FIELDS)),
                        }
                    }
                }
                deserializer.deserialize_identifier(GeneratedVisitor)
            }
        }
        struct GeneratedVisitor;
        impl<'de> serde::de::Visitor<'de> for GeneratedVisitor {
            type Value = Limits;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct musnad.v1.Limits")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<Limits, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                let mut max_document_bytes__ = None;
                let mut max_batch_documents__ = None;
                let mut max_message_bytes__ = None;
                let mut max_concurrent_requests__ = None;
                let mut max_concurrent_streams__ = None;
                let mut stream_window__ = None;
                let mut max_header_bytes__ = None;
                let mut max_streams_per_connection__ = None;
                let mut max_connection_age_seconds__ = None;
                let mut max_call_seconds__ = None;
                let mut stream_idle_seconds__ = None;
                let mut caller_documents_per_second__ = None;
                let mut caller_concurrent_calls__ = None;
                while let Some(k) = map_.next_key()? {
                    match k {
                        GeneratedField::MaxDocumentBytes => {
                            if max_document_bytes__.is_some() {
                                return Err(serde::de::Error::duplicate_field("maxDocumentBytes"));
                            }
                            max_document_bytes__ = 
                                Some(map_.next_value::<::pbjson::private::NumberDeserialize<_>>()?.0)
                            ;
                        }
                        GeneratedField::MaxBatchDocuments => {
                            if max_batch_documents__.is_some() {
                                return Err(serde::de::Error::duplicate_field("maxBatchDocuments"));
                            }
                            max_batch_documents__ = 
                                Some(map_.next_value::<::pbjson::private::NumberDeserialize<_>>()?.0)
                            ;
                        }
                        GeneratedField::MaxMessageBytes => {
                            if max_message_bytes__.is_some() {
                                return Err(serde::de::Error::duplicate_field("maxMessageBytes"));
                            }
                            max_message_bytes__ = 
                                Some(map_.next_value::<::pbjson::private::NumberDeserialize<_>>()?.0)
                            ;
                        }
                        GeneratedField::MaxConcurrentRequests => {
                            if max_concurrent_requests__.is_some() {
                                return Err(serde::de::Error::duplicate_field("maxConcurrentRequests"));
                            }
                            max_concurrent_requests__ = 
                                Some(map_.next_value::<::pbjson::private::NumberDeserialize<_>>()?.0)
                            ;
                        }
                        GeneratedField::MaxConcurrentStreams => {
                            if max_concurrent_streams__.is_some() {
                                return Err(serde::de::Error::duplicate_field("maxConcurrentStreams"));
                            }
                            max_concurrent_streams__ = 
                                Some(map_.next_value::<::pbjson::private::NumberDeserialize<_>>()?.0)
                            ;
                        }
                        GeneratedField::StreamWindow => {
                            if stream_window__.is_some() {
                                return Err(serde::de::Error::duplicate_field("streamWindow"));
                            }
                            stream_window__ = 
                                Some(map_.next_value::<::pbjson::private::NumberDeserialize<_>>()?.0)
                            ;
                        }
                        GeneratedField::MaxHeaderBytes => {
                            if max_header_bytes__.is_some() {
                                return Err(serde::de::Error::duplicate_field("maxHeaderBytes"));
                            }
                            max_header_bytes__ = 
                                Some(map_.next_value::<::pbjson::private::NumberDeserialize<_>>()?.0)
                            ;
                        }
                        GeneratedField::MaxStreamsPerConnection => {
                            if max_streams_per_connection__.is_some() {
                                return Err(serde::de::Error::duplicate_field("maxStreamsPerConnection"));
                            }
                            max_streams_per_connection__ = 
                                Some(map_.next_value::<::pbjson::private::NumberDeserialize<_>>()?.0)
                            ;
                        }
                        GeneratedField::MaxConnectionAgeSeconds => {
                            if max_connection_age_seconds__.is_some() {
                                return Err(serde::de::Error::duplicate_field("maxConnectionAgeSeconds"));
                            }
                            max_connection_age_seconds__ = 
                                Some(map_.next_value::<::pbjson::private::NumberDeserialize<_>>()?.0)
                            ;
                        }
                        GeneratedField::MaxCallSeconds => {
                            if max_call_seconds__.is_some() {
                                return Err(serde::de::Error::duplicate_field("maxCallSeconds"));
                            }
                            max_call_seconds__ = 
                                Some(map_.next_value::<::pbjson::private::NumberDeserialize<_>>()?.0)
                            ;
                        }
                        GeneratedField::StreamIdleSeconds => {
                            if stream_idle_seconds__.is_some() {
                                return Err(serde::de::Error::duplicate_field("streamIdleSeconds"));
                            }
                            stream_idle_seconds__ = 
                                Some(map_.next_value::<::pbjson::private::NumberDeserialize<_>>()?.0)
                            ;
                        }
                        GeneratedField::CallerDocumentsPerSecond => {
                            if caller_documents_per_second__.is_some() {
                                return Err(serde::de::Error::duplicate_field("callerDocumentsPerSecond"));
                            }
                            caller_documents_per_second__ = 
                                Some(map_.next_value::<::pbjson::private::NumberDeserialize<_>>()?.0)
                            ;
                        }
                        GeneratedField::CallerConcurrentCalls => {
                            if caller_concurrent_calls__.is_some() {
                                return Err(serde::de::Error::duplicate_field("callerConcurrentCalls"));
                            }
                            caller_concurrent_calls__ = 
                                Some(map_.next_value::<::pbjson::private::NumberDeserialize<_>>()?.0)
                            ;
                        }
                    }
                }
                Ok(Limits {
                    max_document_bytes: max_document_bytes__.unwrap_or_default(),
                    max_batch_documents: max_batch_documents__.unwrap_or_default(),
                    max_message_bytes: max_message_bytes__.unwrap_or_default(),
                    max_concurrent_requests: max_concurrent_requests__.unwrap_or_default(),
                    max_concurrent_streams: max_concurrent_streams__.unwrap_or_default(),
                    stream_window: stream_window__.unwrap_or_default(),
                    max_header_bytes: max_header_bytes__.unwrap_or_default(),
                    max_streams_per_connection: max_streams_per_connection__.unwrap_or_default(),
                    max_connection_age_seconds: max_connection_age_seconds__.unwrap_or_default(),
                    max_call_seconds: max_call_seconds__.unwrap_or_default(),
                    stream_idle_seconds: stream_idle_seconds__.unwrap_or_default(),
                    caller_documents_per_second: caller_documents_per_second__.unwrap_or_default(),
                    caller_concurrent_calls: caller_concurrent_calls__.unwrap_or_default(),
                })
            }
        }
        deserializer.deserialize_struct("musnad.v1.Limits", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for Mention {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        use serde::ser::SerializeStruct;
        let mut len = 0;
        if self.span.is_some() {
            len += 1;
        }
        if self.head.is_some() {
            len += 1;
        }
        if self.r#type != 0 {
            len += 1;
        }
        if self.form != 0 {
            len += 1;
        }
        if !self.entity.is_empty() {
            len += 1;
        }
        if self.title.is_some() {
            len += 1;
        }
        if self.score != 0. {
            len += 1;
        }
        if !self.evidence.is_empty() {
            len += 1;
        }
        let mut struct_ser = serializer.serialize_struct("musnad.v1.Mention", len)?;
        if let Some(v) = self.span.as_ref() {
            struct_ser.serialize_field("span", v)?;
        }
        if let Some(v) = self.head.as_ref() {
            struct_ser.serialize_field("head", v)?;
        }
        if self.r#type != 0 {
            let v = EntityType::try_from(self.r#type)
                .map_err(|_| serde::ser::Error::custom(format!("Invalid variant {}", self.r#type)))?;
            struct_ser.serialize_field("type", &v)?;
        }
        if self.form != 0 {
            let v = MentionForm::try_from(self.form)
                .map_err(|_| serde::ser::Error::custom(format!("Invalid variant {}", self.form)))?;
            struct_ser.serialize_field("form", &v)?;
        }
        if !self.entity.is_empty() {
            struct_ser.serialize_field("entity", &self.entity)?;
        }
        if let Some(v) = self.title.as_ref() {
            struct_ser.serialize_field("title", v)?;
        }
        if self.score != 0. {
            struct_ser.serialize_field("score", &self.score)?;
        }
        if !self.evidence.is_empty() {
            struct_ser.serialize_field("evidence", &self.evidence)?;
        }
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for Mention {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "span",
            "head",
            "type",
            "form",
            "entity",
            "title",
            "score",
            "evidence",
        ];

        #[allow(clippy::enum_variant_names)]
        enum GeneratedField {
            Span,
            Head,
            Type,
            Form,
            Entity,
            Title,
            Score,
            Evidence,
        }
        impl<'de> serde::Deserialize<'de> for GeneratedField {
            fn deserialize<D>(deserializer: D) -> std::result::Result<GeneratedField, D::Error>
            where
                D: serde::Deserializer<'de>,
            {
                struct GeneratedVisitor;

                impl serde::de::Visitor<'_> for GeneratedVisitor {
                    type Value = GeneratedField;

                    fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                        write!(formatter, "expected one of: {:?}", &FIELDS)
                    }

                    #[allow(unused_variables)]
                    fn visit_str<E>(self, value: &str) -> std::result::Result<GeneratedField, E>
                    where
                        E: serde::de::Error,
                    {
                        match value {
                            "span" => Ok(GeneratedField::Span),
                            "head" => Ok(GeneratedField::Head),
                            "type" => Ok(GeneratedField::Type),
                            "form" => Ok(GeneratedField::Form),
                            "entity" => Ok(GeneratedField::Entity),
                            "title" => Ok(GeneratedField::Title),
                            "score" => Ok(GeneratedField::Score),
                            "evidence" => Ok(GeneratedField::Evidence),
                            _ => Err(serde::de::Error::unknown_field(value, FIELDS)),
                        }
                    }
                }
                deserializer.deserialize_identifier(GeneratedVisitor)
            }
        }
        struct GeneratedVisitor;
        impl<'de> serde::de::Visitor<'de> for GeneratedVisitor {
            type Value = Mention;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct musnad.v1.Mention")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<Mention, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                let mut span__ = None;
                let mut head__ = None;
                let mut r#type__ = None;
                let mut form__ = None;
                let mut entity__ = None;
                let mut title__ = None;
                let mut score__ = None;
                let mut evidence__ = None;
                while let Some(k) = map_.next_key()? {
                    match k {
                        GeneratedField::Span => {
                            if span__.is_some() {
                                return Err(serde::de::Error::duplicate_field("span"));
                            }
                            span__ = map_.next_value()?;
                        }
                        GeneratedField::Head => {
                            if head__.is_some() {
                                return Err(serde::de::Error::duplicate_field("head"));
                            }
                            head__ = map_.next_value()?;
                        }
                        GeneratedField::Type => {
                            if r#type__.is_some() {
                                return Err(serde::de::Error::duplicate_field("type"));
                            }
                            r#type__ = Some(map_.next_value::<EntityType>()? as i32);
                        }
                        GeneratedField::Form => {
                            if form__.is_some() {
                                return Err(serde::de::Error::duplicate_field("form"));
                            }
                            form__ = Some(map_.next_value::<MentionForm>()? as i32);
                        }
                        GeneratedField::Entity => {
                            if entity__.is_some() {
                                return Err(serde::de::Error::duplicate_field("entity"));
                            }
                            entity__ = Some(map_.next_value()?);
                        }
                        GeneratedField::Title => {
                            if title__.is_some() {
                                return Err(serde::de::Error::duplicate_field("title"));
                            }
                            title__ = map_.next_value()?;
                        }
                        GeneratedField::Score => {
                            if score__.is_some() {
                                return Err(serde::de::Error::duplicate_field("score"));
                            }
                            score__ = 
                                Some(map_.next_value::<::pbjson::private::NumberDeserialize<_>>()?.0)
                            ;
                        }
                        GeneratedField::Evidence => {
                            if evidence__.is_some() {
                                return Err(serde::de::Error::duplicate_field("evidence"));
                            }
                            evidence__ = Some(map_.next_value()?);
                        }
                    }
                }
                Ok(Mention {
                    span: span__,
                    head: head__,
                    r#type: r#type__.unwrap_or_default(),
                    form: form__.unwrap_or_default(),
                    entity: entity__.unwrap_or_default(),
                    title: title__,
                    score: score__.unwrap_or_default(),
                    evidence: evidence__.unwrap_or_default(),
                })
            }
        }
        deserializer.deserialize_struct("musnad.v1.Mention", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for MentionForm {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        let variant = match self {
            Self::Unspecified => "MENTION_FORM_UNSPECIFIED",
            Self::Name => "MENTION_FORM_NAME",
            Self::Nominal => "MENTION_FORM_NOMINAL",
            Self::Pronoun => "MENTION_FORM_PRONOUN",
        };
        serializer.serialize_str(variant)
    }
}
impl<'de> serde::Deserialize<'de> for MentionForm {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "MENTION_FORM_UNSPECIFIED",
            "MENTION_FORM_NAME",
            "MENTION_FORM_NOMINAL",
            "MENTION_FORM_PRONOUN",
        ];

        struct GeneratedVisitor;

        impl serde::de::Visitor<'_> for GeneratedVisitor {
            type Value = MentionForm;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                write!(formatter, "expected one of: {:?}", &FIELDS)
            }

            fn visit_i64<E>(self, v: i64) -> std::result::Result<Self::Value, E>
            where
                E: serde::de::Error,
            {
                i32::try_from(v)
                    .ok()
                    .and_then(|x| x.try_into().ok())
                    .ok_or_else(|| {
                        serde::de::Error::invalid_value(serde::de::Unexpected::Signed(v), &self)
                    })
            }

            fn visit_u64<E>(self, v: u64) -> std::result::Result<Self::Value, E>
            where
                E: serde::de::Error,
            {
                i32::try_from(v)
                    .ok()
                    .and_then(|x| x.try_into().ok())
                    .ok_or_else(|| {
                        serde::de::Error::invalid_value(serde::de::Unexpected::Unsigned(v), &self)
                    })
            }

            fn visit_str<E>(self, value: &str) -> std::result::Result<Self::Value, E>
            where
                E: serde::de::Error,
            {
                match value {
                    "MENTION_FORM_UNSPECIFIED" => Ok(MentionForm::Unspecified),
                    "MENTION_FORM_NAME" => Ok(MentionForm::Name),
                    "MENTION_FORM_NOMINAL" => Ok(MentionForm::Nominal),
                    "MENTION_FORM_PRONOUN" => Ok(MentionForm::Pronoun),
                    _ => Err(serde::de::Error::unknown_variant(value, FIELDS)),
                }
            }
        }
        deserializer.deserialize_any(GeneratedVisitor)
    }
}
impl serde::Serialize for Number {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        use serde::ser::SerializeStruct;
        let mut len = 0;
        if self.span.is_some() {
            len += 1;
        }
        if self.kind != 0 {
            len += 1;
        }
        if self.value.is_some() {
            len += 1;
        }
        if self.min.is_some() {
            len += 1;
        }
        if self.max.is_some() {
            len += 1;
        }
        let mut struct_ser = serializer.serialize_struct("musnad.v1.Number", len)?;
        if let Some(v) = self.span.as_ref() {
            struct_ser.serialize_field("span", v)?;
        }
        if self.kind != 0 {
            let v = NumberKind::try_from(self.kind)
                .map_err(|_| serde::ser::Error::custom(format!("Invalid variant {}", self.kind)))?;
            struct_ser.serialize_field("kind", &v)?;
        }
        if let Some(v) = self.value.as_ref() {
            struct_ser.serialize_field("value", v)?;
        }
        if let Some(v) = self.min.as_ref() {
            struct_ser.serialize_field("min", v)?;
        }
        if let Some(v) = self.max.as_ref() {
            struct_ser.serialize_field("max", v)?;
        }
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for Number {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "span",
            "kind",
            "value",
            "min",
            "max",
        ];

        #[allow(clippy::enum_variant_names)]
        enum GeneratedField {
            Span,
            Kind,
            Value,
            Min,
            Max,
        }
        impl<'de> serde::Deserialize<'de> for GeneratedField {
            fn deserialize<D>(deserializer: D) -> std::result::Result<GeneratedField, D::Error>
            where
                D: serde::Deserializer<'de>,
            {
                struct GeneratedVisitor;

                impl serde::de::Visitor<'_> for GeneratedVisitor {
                    type Value = GeneratedField;

                    fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                        write!(formatter, "expected one of: {:?}", &FIELDS)
                    }

                    #[allow(unused_variables)]
                    fn visit_str<E>(self, value: &str) -> std::result::Result<GeneratedField, E>
                    where
                        E: serde::de::Error,
                    {
                        match value {
                            "span" => Ok(GeneratedField::Span),
                            "kind" => Ok(GeneratedField::Kind),
                            "value" => Ok(GeneratedField::Value),
                            "min" => Ok(GeneratedField::Min),
                            "max" => Ok(GeneratedField::Max),
                            _ => Err(serde::de::Error::unknown_field(value, FIELDS)),
                        }
                    }
                }
                deserializer.deserialize_identifier(GeneratedVisitor)
            }
        }
        struct GeneratedVisitor;
        impl<'de> serde::de::Visitor<'de> for GeneratedVisitor {
            type Value = Number;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct musnad.v1.Number")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<Number, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                let mut span__ = None;
                let mut kind__ = None;
                let mut value__ = None;
                let mut min__ = None;
                let mut max__ = None;
                while let Some(k) = map_.next_key()? {
                    match k {
                        GeneratedField::Span => {
                            if span__.is_some() {
                                return Err(serde::de::Error::duplicate_field("span"));
                            }
                            span__ = map_.next_value()?;
                        }
                        GeneratedField::Kind => {
                            if kind__.is_some() {
                                return Err(serde::de::Error::duplicate_field("kind"));
                            }
                            kind__ = Some(map_.next_value::<NumberKind>()? as i32);
                        }
                        GeneratedField::Value => {
                            if value__.is_some() {
                                return Err(serde::de::Error::duplicate_field("value"));
                            }
                            value__ = 
                                map_.next_value::<::std::option::Option<::pbjson::private::NumberDeserialize<_>>>()?.map(|x| x.0)
                            ;
                        }
                        GeneratedField::Min => {
                            if min__.is_some() {
                                return Err(serde::de::Error::duplicate_field("min"));
                            }
                            min__ = 
                                map_.next_value::<::std::option::Option<::pbjson::private::NumberDeserialize<_>>>()?.map(|x| x.0)
                            ;
                        }
                        GeneratedField::Max => {
                            if max__.is_some() {
                                return Err(serde::de::Error::duplicate_field("max"));
                            }
                            max__ = 
                                map_.next_value::<::std::option::Option<::pbjson::private::NumberDeserialize<_>>>()?.map(|x| x.0)
                            ;
                        }
                    }
                }
                Ok(Number {
                    span: span__,
                    kind: kind__.unwrap_or_default(),
                    value: value__,
                    min: min__,
                    max: max__,
                })
            }
        }
        deserializer.deserialize_struct("musnad.v1.Number", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for NumberKind {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        let variant = match self {
            Self::Unspecified => "NUMBER_KIND_UNSPECIFIED",
            Self::Cardinal => "NUMBER_KIND_CARDINAL",
            Self::Ordinal => "NUMBER_KIND_ORDINAL",
            Self::Percent => "NUMBER_KIND_PERCENT",
            Self::Range => "NUMBER_KIND_RANGE",
        };
        serializer.serialize_str(variant)
    }
}
impl<'de> serde::Deserialize<'de> for NumberKind {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "NUMBER_KIND_UNSPECIFIED",
            "NUMBER_KIND_CARDINAL",
            "NUMBER_KIND_ORDINAL",
            "NUMBER_KIND_PERCENT",
            "NUMBER_KIND_RANGE",
        ];

        struct GeneratedVisitor;

        impl serde::de::Visitor<'_> for GeneratedVisitor {
            type Value = NumberKind;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                write!(formatter, "expected one of: {:?}", &FIELDS)
            }

            fn visit_i64<E>(self, v: i64) -> std::result::Result<Self::Value, E>
            where
                E: serde::de::Error,
            {
                i32::try_from(v)
                    .ok()
                    .and_then(|x| x.try_into().ok())
                    .ok_or_else(|| {
                        serde::de::Error::invalid_value(serde::de::Unexpected::Signed(v), &self)
                    })
            }

            fn visit_u64<E>(self, v: u64) -> std::result::Result<Self::Value, E>
            where
                E: serde::de::Error,
            {
                i32::try_from(v)
                    .ok()
                    .and_then(|x| x.try_into().ok())
                    .ok_or_else(|| {
                        serde::de::Error::invalid_value(serde::de::Unexpected::Unsigned(v), &self)
                    })
            }

            fn visit_str<E>(self, value: &str) -> std::result::Result<Self::Value, E>
            where
                E: serde::de::Error,
            {
                match value {
                    "NUMBER_KIND_UNSPECIFIED" => Ok(NumberKind::Unspecified),
                    "NUMBER_KIND_CARDINAL" => Ok(NumberKind::Cardinal),
                    "NUMBER_KIND_ORDINAL" => Ok(NumberKind::Ordinal),
                    "NUMBER_KIND_PERCENT" => Ok(NumberKind::Percent),
                    "NUMBER_KIND_RANGE" => Ok(NumberKind::Range),
                    _ => Err(serde::de::Error::unknown_variant(value, FIELDS)),
                }
            }
        }
        deserializer.deserialize_any(GeneratedVisitor)
    }
}
impl serde::Serialize for OffsetEncoding {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        let variant = match self {
            Self::Unspecified => "OFFSET_ENCODING_UNSPECIFIED",
            Self::Utf32 => "OFFSET_ENCODING_UTF32",
            Self::Utf8 => "OFFSET_ENCODING_UTF8",
            Self::Utf16 => "OFFSET_ENCODING_UTF16",
        };
        serializer.serialize_str(variant)
    }
}
impl<'de> serde::Deserialize<'de> for OffsetEncoding {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "OFFSET_ENCODING_UNSPECIFIED",
            "OFFSET_ENCODING_UTF32",
            "OFFSET_ENCODING_UTF8",
            "OFFSET_ENCODING_UTF16",
        ];

        struct GeneratedVisitor;

        impl serde::de::Visitor<'_> for GeneratedVisitor {
            type Value = OffsetEncoding;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                write!(formatter, "expected one of: {:?}", &FIELDS)
            }

            fn visit_i64<E>(self, v: i64) -> std::result::Result<Self::Value, E>
            where
                E: serde::de::Error,
            {
                i32::try_from(v)
                    .ok()
                    .and_then(|x| x.try_into().ok())
                    .ok_or_else(|| {
                        serde::de::Error::invalid_value(serde::de::Unexpected::Signed(v), &self)
                    })
            }

            fn visit_u64<E>(self, v: u64) -> std::result::Result<Self::Value, E>
            where
                E: serde::de::Error,
            {
                i32::try_from(v)
                    .ok()
                    .and_then(|x| x.try_into().ok())
                    .ok_or_else(|| {
                        serde::de::Error::invalid_value(serde::de::Unexpected::Unsigned(v), &self)
                    })
            }

            fn visit_str<E>(self, value: &str) -> std::result::Result<Self::Value, E>
            where
                E: serde::de::Error,
            {
                match value {
                    "OFFSET_ENCODING_UNSPECIFIED" => Ok(OffsetEncoding::Unspecified),
                    "OFFSET_ENCODING_UTF32" => Ok(OffsetEncoding::Utf32),
                    "OFFSET_ENCODING_UTF8" => Ok(OffsetEncoding::Utf8),
                    "OFFSET_ENCODING_UTF16" => Ok(OffsetEncoding::Utf16),
                    _ => Err(serde::de::Error::unknown_variant(value, FIELDS)),
                }
            }
        }
        deserializer.deserialize_any(GeneratedVisitor)
    }
}
impl serde::Serialize for PlaceResolution {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        let variant = match self {
            Self::Unspecified => "PLACE_RESOLUTION_UNSPECIFIED",
            Self::Country => "PLACE_RESOLUTION_COUNTRY",
            Self::Province => "PLACE_RESOLUTION_PROVINCE",
            Self::District => "PLACE_RESOLUTION_DISTRICT",
            Self::Town => "PLACE_RESOLUTION_TOWN",
            Self::Site => "PLACE_RESOLUTION_SITE",
            Self::Area => "PLACE_RESOLUTION_AREA",
            Self::Offset => "PLACE_RESOLUTION_OFFSET",
        };
        serializer.serialize_str(variant)
    }
}
impl<'de> serde::Deserialize<'de> for PlaceResolution {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "PLACE_RESOLUTION_UNSPECIFIED",
            "PLACE_RESOLUTION_COUNTRY",
            "PLACE_RESOLUTION_PROVINCE",
            "PLACE_RESOLUTION_DISTRICT",
            "PLACE_RESOLUTION_TOWN",
            "PLACE_RESOLUTION_SITE",
            "PLACE_RESOLUTION_AREA",
            "PLACE_RESOLUTION_OFFSET",
        ];

        struct GeneratedVisitor;

        impl serde::de::Visitor<'_> for GeneratedVisitor {
            type Value = PlaceResolution;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                write!(formatter, "expected one of: {:?}", &FIELDS)
            }

            fn visit_i64<E>(self, v: i64) -> std::result::Result<Self::Value, E>
            where
                E: serde::de::Error,
            {
                i32::try_from(v)
                    .ok()
                    .and_then(|x| x.try_into().ok())
                    .ok_or_else(|| {
                        serde::de::Error::invalid_value(serde::de::Unexpected::Signed(v), &self)
                    })
            }

            fn visit_u64<E>(self, v: u64) -> std::result::Result<Self::Value, E>
            where
                E: serde::de::Error,
            {
                i32::try_from(v)
                    .ok()
                    .and_then(|x| x.try_into().ok())
                    .ok_or_else(|| {
                        serde::de::Error::invalid_value(serde::de::Unexpected::Unsigned(v), &self)
                    })
            }

            fn visit_str<E>(self, value: &str) -> std::result::Result<Self::Value, E>
            where
                E: serde::de::Error,
            {
                match value {
                    "PLACE_RESOLUTION_UNSPECIFIED" => Ok(PlaceResolution::Unspecified),
                    "PLACE_RESOLUTION_COUNTRY" => Ok(PlaceResolution::Country),
                    "PLACE_RESOLUTION_PROVINCE" => Ok(PlaceResolution::Province),
                    "PLACE_RESOLUTION_DISTRICT" => Ok(PlaceResolution::District),
                    "PLACE_RESOLUTION_TOWN" => Ok(PlaceResolution::Town),
                    "PLACE_RESOLUTION_SITE" => Ok(PlaceResolution::Site),
                    "PLACE_RESOLUTION_AREA" => Ok(PlaceResolution::Area),
                    "PLACE_RESOLUTION_OFFSET" => Ok(PlaceResolution::Offset),
                    _ => Err(serde::de::Error::unknown_variant(value, FIELDS)),
                }
            }
        }
        deserializer.deserialize_any(GeneratedVisitor)
    }
}
impl serde::Serialize for QuadClass {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        let variant = match self {
            Self::Unspecified => "QUAD_CLASS_UNSPECIFIED",
            Self::VerbalCooperation => "QUAD_CLASS_VERBAL_COOPERATION",
            Self::MaterialCooperation => "QUAD_CLASS_MATERIAL_COOPERATION",
            Self::VerbalConflict => "QUAD_CLASS_VERBAL_CONFLICT",
            Self::MaterialConflict => "QUAD_CLASS_MATERIAL_CONFLICT",
        };
        serializer.serialize_str(variant)
    }
}
impl<'de> serde::Deserialize<'de> for QuadClass {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "QUAD_CLASS_UNSPECIFIED",
            "QUAD_CLASS_VERBAL_COOPERATION",
            "QUAD_CLASS_MATERIAL_COOPERATION",
            "QUAD_CLASS_VERBAL_CONFLICT",
            "QUAD_CLASS_MATERIAL_CONFLICT",
        ];

        struct GeneratedVisitor;

        impl serde::de::Visitor<'_> for GeneratedVisitor {
            type Value = QuadClass;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                write!(formatter, "expected one of: {:?}", &FIELDS)
            }

            fn visit_i64<E>(self, v: i64) -> std::result::Result<Self::Value, E>
            where
                E: serde::de::Error,
            {
                i32::try_from(v)
                    .ok()
                    .and_then(|x| x.try_into().ok())
                    .ok_or_else(|| {
                        serde::de::Error::invalid_value(serde::de::Unexpected::Signed(v), &self)
                    })
            }

            fn visit_u64<E>(self, v: u64) -> std::result::Result<Self::Value, E>
            where
                E: serde::de::Error,
            {
                i32::try_from(v)
                    .ok()
                    .and_then(|x| x.try_into().ok())
                    .ok_or_else(|| {
                        serde::de::Error::invalid_value(serde::de::Unexpected::Unsigned(v), &self)
                    })
            }

            fn visit_str<E>(self, value: &str) -> std::result::Result<Self::Value, E>
            where
                E: serde::de::Error,
            {
                match value {
                    "QUAD_CLASS_UNSPECIFIED" => Ok(QuadClass::Unspecified),
                    "QUAD_CLASS_VERBAL_COOPERATION" => Ok(QuadClass::VerbalCooperation),
                    "QUAD_CLASS_MATERIAL_COOPERATION" => Ok(QuadClass::MaterialCooperation),
                    "QUAD_CLASS_VERBAL_CONFLICT" => Ok(QuadClass::VerbalConflict),
                    "QUAD_CLASS_MATERIAL_CONFLICT" => Ok(QuadClass::MaterialConflict),
                    _ => Err(serde::de::Error::unknown_variant(value, FIELDS)),
                }
            }
        }
        deserializer.deserialize_any(GeneratedVisitor)
    }
}
impl serde::Serialize for Quantity {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        use serde::ser::SerializeStruct;
        let mut len = 0;
        if self.span.is_some() {
            len += 1;
        }
        if self.kind != 0 {
            len += 1;
        }
        if self.min.is_some() {
            len += 1;
        }
        if self.max.is_some() {
            len += 1;
        }
        if !self.item.is_empty() {
            len += 1;
        }
        if !self.currency.is_empty() {
            len += 1;
        }
        if !self.unit.is_empty() {
            len += 1;
        }
        if self.score != 0. {
            len += 1;
        }
        if !self.evidence.is_empty() {
            len += 1;
        }
        let mut struct_ser = serializer.serialize_struct("musnad.v1.Quantity", len)?;
        if let Some(v) = self.span.as_ref() {
            struct_ser.serialize_field("span", v)?;
        }
        if self.kind != 0 {
            let v = QuantityKind::try_from(self.kind)
                .map_err(|_| serde::ser::Error::custom(format!("Invalid variant {}", self.kind)))?;
            struct_ser.serialize_field("kind", &v)?;
        }
        if let Some(v) = self.min.as_ref() {
            struct_ser.serialize_field("min", v)?;
        }
        if let Some(v) = self.max.as_ref() {
            struct_ser.serialize_field("max", v)?;
        }
        if !self.item.is_empty() {
            struct_ser.serialize_field("item", &self.item)?;
        }
        if !self.currency.is_empty() {
            struct_ser.serialize_field("currency", &self.currency)?;
        }
        if !self.unit.is_empty() {
            struct_ser.serialize_field("unit", &self.unit)?;
        }
        if self.score != 0. {
            struct_ser.serialize_field("score", &self.score)?;
        }
        if !self.evidence.is_empty() {
            struct_ser.serialize_field("evidence", &self.evidence)?;
        }
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for Quantity {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "span",
            "kind",
            "min",
            "max",
            "item",
            "currency",
            "unit",
            "score",
            "evidence",
        ];

        #[allow(clippy::enum_variant_names)]
        enum GeneratedField {
            Span,
            Kind,
            Min,
            Max,
            Item,
            Currency,
            Unit,
            Score,
            Evidence,
        }
        impl<'de> serde::Deserialize<'de> for GeneratedField {
            fn deserialize<D>(deserializer: D) -> std::result::Result<GeneratedField, D::Error>
            where
                D: serde::Deserializer<'de>,
            {
                struct GeneratedVisitor;

                impl serde::de::Visitor<'_> for GeneratedVisitor {
                    type Value = GeneratedField;

                    fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                        write!(formatter, "expected one of: {:?}", &FIELDS)
                    }

                    #[allow(unused_variables)]
                    fn visit_str<E>(self, value: &str) -> std::result::Result<GeneratedField, E>
                    where
                        E: serde::de::Error,
                    {
                        match value {
                            "span" => Ok(GeneratedField::Span),
                            "kind" => Ok(GeneratedField::Kind),
                            "min" => Ok(GeneratedField::Min),
                            "max" => Ok(GeneratedField::Max),
                            "item" => Ok(GeneratedField::Item),
                            "currency" => Ok(GeneratedField::Currency),
                            "unit" => Ok(GeneratedField::Unit),
                            "score" => Ok(GeneratedField::Score),
                            "evidence" => Ok(GeneratedField::Evidence),
                            _ => Err(serde::de::Error::unknown_field(value, FIELDS)),
                        }
                    }
                }
                deserializer.deserialize_identifier(GeneratedVisitor)
            }
        }
        struct GeneratedVisitor;
        impl<'de> serde::de::Visitor<'de> for GeneratedVisitor {
            type Value = Quantity;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct musnad.v1.Quantity")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<Quantity, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                let mut span__ = None;
                let mut kind__ = None;
                let mut min__ = None;
                let mut max__ = None;
                let mut item__ = None;
                let mut currency__ = None;
                let mut unit__ = None;
                let mut score__ = None;
                let mut evidence__ = None;
                while let Some(k) = map_.next_key()? {
                    match k {
                        GeneratedField::Span => {
                            if span__.is_some() {
                                return Err(serde::de::Error::duplicate_field("span"));
                            }
                            span__ = map_.next_value()?;
                        }
                        GeneratedField::Kind => {
                            if kind__.is_some() {
                                return Err(serde::de::Error::duplicate_field("kind"));
                            }
                            kind__ = Some(map_.next_value::<QuantityKind>()? as i32);
                        }
                        GeneratedField::Min => {
                            if min__.is_some() {
                                return Err(serde::de::Error::duplicate_field("min"));
                            }
                            min__ = 
                                map_.next_value::<::std::option::Option<::pbjson::private::NumberDeserialize<_>>>()?.map(|x| x.0)
                            ;
                        }
                        GeneratedField::Max => {
                            if max__.is_some() {
                                return Err(serde::de::Error::duplicate_field("max"));
                            }
                            max__ = 
                                map_.next_value::<::std::option::Option<::pbjson::private::NumberDeserialize<_>>>()?.map(|x| x.0)
                            ;
                        }
                        GeneratedField::Item => {
                            if item__.is_some() {
                                return Err(serde::de::Error::duplicate_field("item"));
                            }
                            item__ = Some(map_.next_value()?);
                        }
                        GeneratedField::Currency => {
                            if currency__.is_some() {
                                return Err(serde::de::Error::duplicate_field("currency"));
                            }
                            currency__ = Some(map_.next_value()?);
                        }
                        GeneratedField::Unit => {
                            if unit__.is_some() {
                                return Err(serde::de::Error::duplicate_field("unit"));
                            }
                            unit__ = Some(map_.next_value()?);
                        }
                        GeneratedField::Score => {
                            if score__.is_some() {
                                return Err(serde::de::Error::duplicate_field("score"));
                            }
                            score__ = 
                                Some(map_.next_value::<::pbjson::private::NumberDeserialize<_>>()?.0)
                            ;
                        }
                        GeneratedField::Evidence => {
                            if evidence__.is_some() {
                                return Err(serde::de::Error::duplicate_field("evidence"));
                            }
                            evidence__ = Some(map_.next_value()?);
                        }
                    }
                }
                Ok(Quantity {
                    span: span__,
                    kind: kind__.unwrap_or_default(),
                    min: min__,
                    max: max__,
                    item: item__.unwrap_or_default(),
                    currency: currency__.unwrap_or_default(),
                    unit: unit__.unwrap_or_default(),
                    score: score__.unwrap_or_default(),
                    evidence: evidence__.unwrap_or_default(),
                })
            }
        }
        deserializer.deserialize_struct("musnad.v1.Quantity", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for QuantityKind {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        let variant = match self {
            Self::Unspecified => "QUANTITY_KIND_UNSPECIFIED",
            Self::Killed => "QUANTITY_KIND_KILLED",
            Self::Injured => "QUANTITY_KIND_INJURED",
            Self::Missing => "QUANTITY_KIND_MISSING",
            Self::Detained => "QUANTITY_KIND_DETAINED",
            Self::Displaced => "QUANTITY_KIND_DISPLACED",
            Self::People => "QUANTITY_KIND_PEOPLE",
            Self::Weapons => "QUANTITY_KIND_WEAPONS",
            Self::Vehicles => "QUANTITY_KIND_VEHICLES",
            Self::DistanceKm => "QUANTITY_KIND_DISTANCE_KM",
            Self::Money => "QUANTITY_KIND_MONEY",
            Self::Percent => "QUANTITY_KIND_PERCENT",
            Self::Count => "QUANTITY_KIND_COUNT",
        };
        serializer.serialize_str(variant)
    }
}
impl<'de> serde::Deserialize<'de> for QuantityKind {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "QUANTITY_KIND_UNSPECIFIED",
            "QUANTITY_KIND_KILLED",
            "QUANTITY_KIND_INJURED",
            "QUANTITY_KIND_MISSING",
            "QUANTITY_KIND_DETAINED",
            "QUANTITY_KIND_DISPLACED",
            "QUANTITY_KIND_PEOPLE",
            "QUANTITY_KIND_WEAPONS",
            "QUANTITY_KIND_VEHICLES",
            "QUANTITY_KIND_DISTANCE_KM",
            "QUANTITY_KIND_MONEY",
            "QUANTITY_KIND_PERCENT",
            "QUANTITY_KIND_COUNT",
        ];

        struct GeneratedVisitor;

        impl serde::de::Visitor<'_> for GeneratedVisitor {
            type Value = QuantityKind;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                write!(formatter, "expected one of: {:?}", &FIELDS)
            }

            fn visit_i64<E>(self, v: i64) -> std::result::Result<Self::Value, E>
            where
                E: serde::de::Error,
            {
                i32::try_from(v)
                    .ok()
                    .and_then(|x| x.try_into().ok())
                    .ok_or_else(|| {
                        serde::de::Error::invalid_value(serde::de::Unexpected::Signed(v), &self)
                    })
            }

            fn visit_u64<E>(self, v: u64) -> std::result::Result<Self::Value, E>
            where
                E: serde::de::Error,
            {
                i32::try_from(v)
                    .ok()
                    .and_then(|x| x.try_into().ok())
                    .ok_or_else(|| {
                        serde::de::Error::invalid_value(serde::de::Unexpected::Unsigned(v), &self)
                    })
            }

            fn visit_str<E>(self, value: &str) -> std::result::Result<Self::Value, E>
            where
                E: serde::de::Error,
            {
                match value {
                    "QUANTITY_KIND_UNSPECIFIED" => Ok(QuantityKind::Unspecified),
                    "QUANTITY_KIND_KILLED" => Ok(QuantityKind::Killed),
                    "QUANTITY_KIND_INJURED" => Ok(QuantityKind::Injured),
                    "QUANTITY_KIND_MISSING" => Ok(QuantityKind::Missing),
                    "QUANTITY_KIND_DETAINED" => Ok(QuantityKind::Detained),
                    "QUANTITY_KIND_DISPLACED" => Ok(QuantityKind::Displaced),
                    "QUANTITY_KIND_PEOPLE" => Ok(QuantityKind::People),
                    "QUANTITY_KIND_WEAPONS" => Ok(QuantityKind::Weapons),
                    "QUANTITY_KIND_VEHICLES" => Ok(QuantityKind::Vehicles),
                    "QUANTITY_KIND_DISTANCE_KM" => Ok(QuantityKind::DistanceKm),
                    "QUANTITY_KIND_MONEY" => Ok(QuantityKind::Money),
                    "QUANTITY_KIND_PERCENT" => Ok(QuantityKind::Percent),
                    "QUANTITY_KIND_COUNT" => Ok(QuantityKind::Count),
                    _ => Err(serde::de::Error::unknown_variant(value, FIELDS)),
                }
            }
        }
        deserializer.deserialize_any(GeneratedVisitor)
    }
}
impl serde::Serialize for Quotation {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        let variant = match self {
            Self::Unspecified => "QUOTATION_UNSPECIFIED",
            Self::Direct => "QUOTATION_DIRECT",
            Self::Indirect => "QUOTATION_INDIRECT",
            Self::Mixed => "QUOTATION_MIXED",
        };
        serializer.serialize_str(variant)
    }
}
impl<'de> serde::Deserialize<'de> for Quotation {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "QUOTATION_UNSPECIFIED",
            "QUOTATION_DIRECT",
            "QUOTATION_INDIRECT",
            "QUOTATION_MIXED",
        ];

        struct GeneratedVisitor;

        impl serde::de::Visitor<'_> for GeneratedVisitor {
            type Value = Quotation;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                write!(formatter, "expected one of: {:?}", &FIELDS)
            }

            fn visit_i64<E>(self, v: i64) -> std::result::Result<Self::Value, E>
            where
                E: serde::de::Error,
            {
                i32::try_from(v)
                    .ok()
                    .and_then(|x| x.try_into().ok())
                    .ok_or_else(|| {
                        serde::de::Error::invalid_value(serde::de::Unexpected::Signed(v), &self)
                    })
            }

            fn visit_u64<E>(self, v: u64) -> std::result::Result<Self::Value, E>
            where
                E: serde::de::Error,
            {
                i32::try_from(v)
                    .ok()
                    .and_then(|x| x.try_into().ok())
                    .ok_or_else(|| {
                        serde::de::Error::invalid_value(serde::de::Unexpected::Unsigned(v), &self)
                    })
            }

            fn visit_str<E>(self, value: &str) -> std::result::Result<Self::Value, E>
            where
                E: serde::de::Error,
            {
                match value {
                    "QUOTATION_UNSPECIFIED" => Ok(Quotation::Unspecified),
                    "QUOTATION_DIRECT" => Ok(Quotation::Direct),
                    "QUOTATION_INDIRECT" => Ok(Quotation::Indirect),
                    "QUOTATION_MIXED" => Ok(Quotation::Mixed),
                    _ => Err(serde::de::Error::unknown_variant(value, FIELDS)),
                }
            }
        }
        deserializer.deserialize_any(GeneratedVisitor)
    }
}
impl serde::Serialize for Role {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        use serde::ser::SerializeStruct;
        let mut len = 0;
        if self.span.is_some() {
            len += 1;
        }
        if !self.office.is_empty() {
            len += 1;
        }
        if !self.country.is_empty() {
            len += 1;
        }
        if !self.of.is_empty() {
            len += 1;
        }
        let mut struct_ser = serializer.serialize_struct("musnad.v1.Role", len)?;
        if let Some(v) = self.span.as_ref() {
            struct_ser.serialize_field("span", v)?;
        }
        if !self.office.is_empty() {
            struct_ser.serialize_field("office", &self.office)?;
        }
        if !self.country.is_empty() {
            struct_ser.serialize_field("country", &self.country)?;
        }
        if !self.of.is_empty() {
            struct_ser.serialize_field("of", &self.of)?;
        }
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for Role {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "span",
            "office",
            "country",
            "of",
        ];

        #[allow(clippy::enum_variant_names)]
        enum GeneratedField {
            Span,
            Office,
            Country,
            Of,
        }
        impl<'de> serde::Deserialize<'de> for GeneratedField {
            fn deserialize<D>(deserializer: D) -> std::result::Result<GeneratedField, D::Error>
            where
                D: serde::Deserializer<'de>,
            {
                struct GeneratedVisitor;

                impl serde::de::Visitor<'_> for GeneratedVisitor {
                    type Value = GeneratedField;

                    fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                        write!(formatter, "expected one of: {:?}", &FIELDS)
                    }

                    #[allow(unused_variables)]
                    fn visit_str<E>(self, value: &str) -> std::result::Result<GeneratedField, E>
                    where
                        E: serde::de::Error,
                    {
                        match value {
                            "span" => Ok(GeneratedField::Span),
                            "office" => Ok(GeneratedField::Office),
                            "country" => Ok(GeneratedField::Country),
                            "of" => Ok(GeneratedField::Of),
                            _ => Err(serde::de::Error::unknown_field(value, FIELDS)),
                        }
                    }
                }
                deserializer.deserialize_identifier(GeneratedVisitor)
            }
        }
        struct GeneratedVisitor;
        impl<'de> serde::de::Visitor<'de> for GeneratedVisitor {
            type Value = Role;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct musnad.v1.Role")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<Role, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                let mut span__ = None;
                let mut office__ = None;
                let mut country__ = None;
                let mut of__ = None;
                while let Some(k) = map_.next_key()? {
                    match k {
                        GeneratedField::Span => {
                            if span__.is_some() {
                                return Err(serde::de::Error::duplicate_field("span"));
                            }
                            span__ = map_.next_value()?;
                        }
                        GeneratedField::Office => {
                            if office__.is_some() {
                                return Err(serde::de::Error::duplicate_field("office"));
                            }
                            office__ = Some(map_.next_value()?);
                        }
                        GeneratedField::Country => {
                            if country__.is_some() {
                                return Err(serde::de::Error::duplicate_field("country"));
                            }
                            country__ = Some(map_.next_value()?);
                        }
                        GeneratedField::Of => {
                            if of__.is_some() {
                                return Err(serde::de::Error::duplicate_field("of"));
                            }
                            of__ = Some(map_.next_value()?);
                        }
                    }
                }
                Ok(Role {
                    span: span__,
                    office: office__.unwrap_or_default(),
                    country: country__.unwrap_or_default(),
                    of: of__.unwrap_or_default(),
                })
            }
        }
        deserializer.deserialize_struct("musnad.v1.Role", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for Section {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        use serde::ser::SerializeStruct;
        let mut len = 0;
        if self.span.is_some() {
            len += 1;
        }
        if self.kind != 0 {
            len += 1;
        }
        let mut struct_ser = serializer.serialize_struct("musnad.v1.Section", len)?;
        if let Some(v) = self.span.as_ref() {
            struct_ser.serialize_field("span", v)?;
        }
        if self.kind != 0 {
            let v = SectionKind::try_from(self.kind)
                .map_err(|_| serde::ser::Error::custom(format!("Invalid variant {}", self.kind)))?;
            struct_ser.serialize_field("kind", &v)?;
        }
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for Section {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "span",
            "kind",
        ];

        #[allow(clippy::enum_variant_names)]
        enum GeneratedField {
            Span,
            Kind,
        }
        impl<'de> serde::Deserialize<'de> for GeneratedField {
            fn deserialize<D>(deserializer: D) -> std::result::Result<GeneratedField, D::Error>
            where
                D: serde::Deserializer<'de>,
            {
                struct GeneratedVisitor;

                impl serde::de::Visitor<'_> for GeneratedVisitor {
                    type Value = GeneratedField;

                    fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                        write!(formatter, "expected one of: {:?}", &FIELDS)
                    }

                    #[allow(unused_variables)]
                    fn visit_str<E>(self, value: &str) -> std::result::Result<GeneratedField, E>
                    where
                        E: serde::de::Error,
                    {
                        match value {
                            "span" => Ok(GeneratedField::Span),
                            "kind" => Ok(GeneratedField::Kind),
                            _ => Err(serde::de::Error::unknown_field(value, FIELDS)),
                        }
                    }
                }
                deserializer.deserialize_identifier(GeneratedVisitor)
            }
        }
        struct GeneratedVisitor;
        impl<'de> serde::de::Visitor<'de> for GeneratedVisitor {
            type Value = Section;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct musnad.v1.Section")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<Section, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                let mut span__ = None;
                let mut kind__ = None;
                while let Some(k) = map_.next_key()? {
                    match k {
                        GeneratedField::Span => {
                            if span__.is_some() {
                                return Err(serde::de::Error::duplicate_field("span"));
                            }
                            span__ = map_.next_value()?;
                        }
                        GeneratedField::Kind => {
                            if kind__.is_some() {
                                return Err(serde::de::Error::duplicate_field("kind"));
                            }
                            kind__ = Some(map_.next_value::<SectionKind>()? as i32);
                        }
                    }
                }
                Ok(Section {
                    span: span__,
                    kind: kind__.unwrap_or_default(),
                })
            }
        }
        deserializer.deserialize_struct("musnad.v1.Section", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for SectionKind {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        let variant = match self {
            Self::Unspecified => "SECTION_KIND_UNSPECIFIED",
            Self::Title => "SECTION_KIND_TITLE",
            Self::Dateline => "SECTION_KIND_DATELINE",
            Self::Heading => "SECTION_KIND_HEADING",
            Self::Paragraph => "SECTION_KIND_PARAGRAPH",
            Self::Credits => "SECTION_KIND_CREDITS",
        };
        serializer.serialize_str(variant)
    }
}
impl<'de> serde::Deserialize<'de> for SectionKind {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "SECTION_KIND_UNSPECIFIED",
            "SECTION_KIND_TITLE",
            "SECTION_KIND_DATELINE",
            "SECTION_KIND_HEADING",
            "SECTION_KIND_PARAGRAPH",
            "SECTION_KIND_CREDITS",
        ];

        struct GeneratedVisitor;

        impl serde::de::Visitor<'_> for GeneratedVisitor {
            type Value = SectionKind;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                write!(formatter, "expected one of: {:?}", &FIELDS)
            }

            fn visit_i64<E>(self, v: i64) -> std::result::Result<Self::Value, E>
            where
                E: serde::de::Error,
            {
                i32::try_from(v)
                    .ok()
                    .and_then(|x| x.try_into().ok())
                    .ok_or_else(|| {
                        serde::de::Error::invalid_value(serde::de::Unexpected::Signed(v), &self)
                    })
            }

            fn visit_u64<E>(self, v: u64) -> std::result::Result<Self::Value, E>
            where
                E: serde::de::Error,
            {
                i32::try_from(v)
                    .ok()
                    .and_then(|x| x.try_into().ok())
                    .ok_or_else(|| {
                        serde::de::Error::invalid_value(serde::de::Unexpected::Unsigned(v), &self)
                    })
            }

            fn visit_str<E>(self, value: &str) -> std::result::Result<Self::Value, E>
            where
                E: serde::de::Error,
            {
                match value {
                    "SECTION_KIND_UNSPECIFIED" => Ok(SectionKind::Unspecified),
                    "SECTION_KIND_TITLE" => Ok(SectionKind::Title),
                    "SECTION_KIND_DATELINE" => Ok(SectionKind::Dateline),
                    "SECTION_KIND_HEADING" => Ok(SectionKind::Heading),
                    "SECTION_KIND_PARAGRAPH" => Ok(SectionKind::Paragraph),
                    "SECTION_KIND_CREDITS" => Ok(SectionKind::Credits),
                    _ => Err(serde::de::Error::unknown_variant(value, FIELDS)),
                }
            }
        }
        deserializer.deserialize_any(GeneratedVisitor)
    }
}
impl serde::Serialize for Sentence {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        use serde::ser::SerializeStruct;
        let mut len = 0;
        if self.span.is_some() {
            len += 1;
        }
        if self.first_token != 0 {
            len += 1;
        }
        if self.end_token != 0 {
            len += 1;
        }
        let mut struct_ser = serializer.serialize_struct("musnad.v1.Sentence", len)?;
        if let Some(v) = self.span.as_ref() {
            struct_ser.serialize_field("span", v)?;
        }
        if self.first_token != 0 {
            struct_ser.serialize_field("firstToken", &self.first_token)?;
        }
        if self.end_token != 0 {
            struct_ser.serialize_field("endToken", &self.end_token)?;
        }
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for Sentence {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "span",
            "first_token",
            "firstToken",
            "end_token",
            "endToken",
        ];

        #[allow(clippy::enum_variant_names)]
        enum GeneratedField {
            Span,
            FirstToken,
            EndToken,
        }
        impl<'de> serde::Deserialize<'de> for GeneratedField {
            fn deserialize<D>(deserializer: D) -> std::result::Result<GeneratedField, D::Error>
            where
                D: serde::Deserializer<'de>,
            {
                struct GeneratedVisitor;

                impl serde::de::Visitor<'_> for GeneratedVisitor {
                    type Value = GeneratedField;

                    fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                        write!(formatter, "expected one of: {:?}", &FIELDS)
                    }

                    #[allow(unused_variables)]
                    fn visit_str<E>(self, value: &str) -> std::result::Result<GeneratedField, E>
                    where
                        E: serde::de::Error,
                    {
                        match value {
                            "span" => Ok(GeneratedField::Span),
                            "firstToken" | "first_token" => Ok(GeneratedField::FirstToken),
                            "endToken" | "end_token" => Ok(GeneratedField::EndToken),
                            _ => Err(serde::de::Error::unknown_field(value, FIELDS)),
                        }
                    }
                }
                deserializer.deserialize_identifier(GeneratedVisitor)
            }
        }
        struct GeneratedVisitor;
        impl<'de> serde::de::Visitor<'de> for GeneratedVisitor {
            type Value = Sentence;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct musnad.v1.Sentence")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<Sentence, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                let mut span__ = None;
                let mut first_token__ = None;
                let mut end_token__ = None;
                while let Some(k) = map_.next_key()? {
                    match k {
                        GeneratedField::Span => {
                            if span__.is_some() {
                                return Err(serde::de::Error::duplicate_field("span"));
                            }
                            span__ = map_.next_value()?;
                        }
                        GeneratedField::FirstToken => {
                            if first_token__.is_some() {
                                return Err(serde::de::Error::duplicate_field("firstToken"));
                            }
                            first_token__ = 
                                Some(map_.next_value::<::pbjson::private::NumberDeserialize<_>>()?.0)
                            ;
                        }
                        GeneratedField::EndToken => {
                            if end_token__.is_some() {
                                return Err(serde::de::Error::duplicate_field("endToken"));
                            }
                            end_token__ = 
                                Some(map_.next_value::<::pbjson::private::NumberDeserialize<_>>()?.0)
                            ;
                        }
                    }
                }
                Ok(Sentence {
                    span: span__,
                    first_token: first_token__.unwrap_or_default(),
                    end_token: end_token__.unwrap_or_default(),
                })
            }
        }
        deserializer.deserialize_struct("musnad.v1.Sentence", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for Source {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        use serde::ser::SerializeStruct;
        let mut len = 0;
        if self.span.is_some() {
            len += 1;
        }
        if self.mention.is_some() {
            len += 1;
        }
        if !self.entity.is_empty() {
            len += 1;
        }
        if self.kind != 0 {
            len += 1;
        }
        if !self.speaks_for.is_empty() {
            len += 1;
        }
        let mut struct_ser = serializer.serialize_struct("musnad.v1.Source", len)?;
        if let Some(v) = self.span.as_ref() {
            struct_ser.serialize_field("span", v)?;
        }
        if let Some(v) = self.mention.as_ref() {
            struct_ser.serialize_field("mention", v)?;
        }
        if !self.entity.is_empty() {
            struct_ser.serialize_field("entity", &self.entity)?;
        }
        if self.kind != 0 {
            let v = SourceKind::try_from(self.kind)
                .map_err(|_| serde::ser::Error::custom(format!("Invalid variant {}", self.kind)))?;
            struct_ser.serialize_field("kind", &v)?;
        }
        if !self.speaks_for.is_empty() {
            struct_ser.serialize_field("speaksFor", &self.speaks_for)?;
        }
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for Source {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "span",
            "mention",
            "entity",
            "kind",
            "speaks_for",
            "speaksFor",
        ];

        #[allow(clippy::enum_variant_names)]
        enum GeneratedField {
            Span,
            Mention,
            Entity,
            Kind,
            SpeaksFor,
        }
        impl<'de> serde::Deserialize<'de> for GeneratedField {
            fn deserialize<D>(deserializer: D) -> std::result::Result<GeneratedField, D::Error>
            where
                D: serde::Deserializer<'de>,
            {
                struct GeneratedVisitor;

                impl serde::de::Visitor<'_> for GeneratedVisitor {
                    type Value = GeneratedField;

                    fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                        write!(formatter, "expected one of: {:?}", &FIELDS)
                    }

                    #[allow(unused_variables)]
                    fn visit_str<E>(self, value: &str) -> std::result::Result<GeneratedField, E>
                    where
                        E: serde::de::Error,
                    {
                        match value {
                            "span" => Ok(GeneratedField::Span),
                            "mention" => Ok(GeneratedField::Mention),
                            "entity" => Ok(GeneratedField::Entity),
                            "kind" => Ok(GeneratedField::Kind),
                            "speaksFor" | "speaks_for" => Ok(GeneratedField::SpeaksFor),
                            _ => Err(serde::de::Error::unknown_field(value, FIELDS)),
                        }
                    }
                }
                deserializer.deserialize_identifier(GeneratedVisitor)
            }
        }
        struct GeneratedVisitor;
        impl<'de> serde::de::Visitor<'de> for GeneratedVisitor {
            type Value = Source;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct musnad.v1.Source")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<Source, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                let mut span__ = None;
                let mut mention__ = None;
                let mut entity__ = None;
                let mut kind__ = None;
                let mut speaks_for__ = None;
                while let Some(k) = map_.next_key()? {
                    match k {
                        GeneratedField::Span => {
                            if span__.is_some() {
                                return Err(serde::de::Error::duplicate_field("span"));
                            }
                            span__ = map_.next_value()?;
                        }
                        GeneratedField::Mention => {
                            if mention__.is_some() {
                                return Err(serde::de::Error::duplicate_field("mention"));
                            }
                            mention__ = 
                                map_.next_value::<::std::option::Option<::pbjson::private::NumberDeserialize<_>>>()?.map(|x| x.0)
                            ;
                        }
                        GeneratedField::Entity => {
                            if entity__.is_some() {
                                return Err(serde::de::Error::duplicate_field("entity"));
                            }
                            entity__ = Some(map_.next_value()?);
                        }
                        GeneratedField::Kind => {
                            if kind__.is_some() {
                                return Err(serde::de::Error::duplicate_field("kind"));
                            }
                            kind__ = Some(map_.next_value::<SourceKind>()? as i32);
                        }
                        GeneratedField::SpeaksFor => {
                            if speaks_for__.is_some() {
                                return Err(serde::de::Error::duplicate_field("speaksFor"));
                            }
                            speaks_for__ = Some(map_.next_value()?);
                        }
                    }
                }
                Ok(Source {
                    span: span__,
                    mention: mention__,
                    entity: entity__.unwrap_or_default(),
                    kind: kind__.unwrap_or_default(),
                    speaks_for: speaks_for__.unwrap_or_default(),
                })
            }
        }
        deserializer.deserialize_struct("musnad.v1.Source", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for SourceKind {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        let variant = match self {
            Self::Unspecified => "SOURCE_KIND_UNSPECIFIED",
            Self::Named => "SOURCE_KIND_NAMED",
            Self::Unnamed => "SOURCE_KIND_UNNAMED",
            Self::Organization => "SOURCE_KIND_ORGANIZATION",
            Self::Media => "SOURCE_KIND_MEDIA",
            Self::Document => "SOURCE_KIND_DOCUMENT",
        };
        serializer.serialize_str(variant)
    }
}
impl<'de> serde::Deserialize<'de> for SourceKind {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "SOURCE_KIND_UNSPECIFIED",
            "SOURCE_KIND_NAMED",
            "SOURCE_KIND_UNNAMED",
            "SOURCE_KIND_ORGANIZATION",
            "SOURCE_KIND_MEDIA",
            "SOURCE_KIND_DOCUMENT",
        ];

        struct GeneratedVisitor;

        impl serde::de::Visitor<'_> for GeneratedVisitor {
            type Value = SourceKind;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                write!(formatter, "expected one of: {:?}", &FIELDS)
            }

            fn visit_i64<E>(self, v: i64) -> std::result::Result<Self::Value, E>
            where
                E: serde::de::Error,
            {
                i32::try_from(v)
                    .ok()
                    .and_then(|x| x.try_into().ok())
                    .ok_or_else(|| {
                        serde::de::Error::invalid_value(serde::de::Unexpected::Signed(v), &self)
                    })
            }

            fn visit_u64<E>(self, v: u64) -> std::result::Result<Self::Value, E>
            where
                E: serde::de::Error,
            {
                i32::try_from(v)
                    .ok()
                    .and_then(|x| x.try_into().ok())
                    .ok_or_else(|| {
                        serde::de::Error::invalid_value(serde::de::Unexpected::Unsigned(v), &self)
                    })
            }

            fn visit_str<E>(self, value: &str) -> std::result::Result<Self::Value, E>
            where
                E: serde::de::Error,
            {
                match value {
                    "SOURCE_KIND_UNSPECIFIED" => Ok(SourceKind::Unspecified),
                    "SOURCE_KIND_NAMED" => Ok(SourceKind::Named),
                    "SOURCE_KIND_UNNAMED" => Ok(SourceKind::Unnamed),
                    "SOURCE_KIND_ORGANIZATION" => Ok(SourceKind::Organization),
                    "SOURCE_KIND_MEDIA" => Ok(SourceKind::Media),
                    "SOURCE_KIND_DOCUMENT" => Ok(SourceKind::Document),
                    _ => Err(serde::de::Error::unknown_variant(value, FIELDS)),
                }
            }
        }
        deserializer.deserialize_any(GeneratedVisitor)
    }
}
impl serde::Serialize for Span {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        use serde::ser::SerializeStruct;
        let mut len = 0;
        if self.start != 0 {
            len += 1;
        }
        if self.end != 0 {
            len += 1;
        }
        let mut struct_ser = serializer.serialize_struct("musnad.v1.Span", len)?;
        if self.start != 0 {
            struct_ser.serialize_field("start", &self.start)?;
        }
        if self.end != 0 {
            struct_ser.serialize_field("end", &self.end)?;
        }
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for Span {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "start",
            "end",
        ];

        #[allow(clippy::enum_variant_names)]
        enum GeneratedField {
            Start,
            End,
        }
        impl<'de> serde::Deserialize<'de> for GeneratedField {
            fn deserialize<D>(deserializer: D) -> std::result::Result<GeneratedField, D::Error>
            where
                D: serde::Deserializer<'de>,
            {
                struct GeneratedVisitor;

                impl serde::de::Visitor<'_> for GeneratedVisitor {
                    type Value = GeneratedField;

                    fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                        write!(formatter, "expected one of: {:?}", &FIELDS)
                    }

                    #[allow(unused_variables)]
                    fn visit_str<E>(self, value: &str) -> std::result::Result<GeneratedField, E>
                    where
                        E: serde::de::Error,
                    {
                        match value {
                            "start" => Ok(GeneratedField::Start),
                            "end" => Ok(GeneratedField::End),
                            _ => Err(serde::de::Error::unknown_field(value, FIELDS)),
                        }
                    }
                }
                deserializer.deserialize_identifier(GeneratedVisitor)
            }
        }
        struct GeneratedVisitor;
        impl<'de> serde::de::Visitor<'de> for GeneratedVisitor {
            type Value = Span;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct musnad.v1.Span")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<Span, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                let mut start__ = None;
                let mut end__ = None;
                while let Some(k) = map_.next_key()? {
                    match k {
                        GeneratedField::Start => {
                            if start__.is_some() {
                                return Err(serde::de::Error::duplicate_field("start"));
                            }
                            start__ = 
                                Some(map_.next_value::<::pbjson::private::NumberDeserialize<_>>()?.0)
                            ;
                        }
                        GeneratedField::End => {
                            if end__.is_some() {
                                return Err(serde::de::Error::duplicate_field("end"));
                            }
                            end__ = 
                                Some(map_.next_value::<::pbjson::private::NumberDeserialize<_>>()?.0)
                            ;
                        }
                    }
                }
                Ok(Span {
                    start: start__.unwrap_or_default(),
                    end: end__.unwrap_or_default(),
                })
            }
        }
        deserializer.deserialize_struct("musnad.v1.Span", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for Stance {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        let variant = match self {
            Self::Unspecified => "STANCE_UNSPECIFIED",
            Self::Assert => "STANCE_ASSERT",
            Self::Deny => "STANCE_DENY",
            Self::Accuse => "STANCE_ACCUSE",
            Self::Condemn => "STANCE_CONDEMN",
            Self::Warn => "STANCE_WARN",
            Self::Threaten => "STANCE_THREATEN",
            Self::Demand => "STANCE_DEMAND",
            Self::Promise => "STANCE_PROMISE",
            Self::Reject => "STANCE_REJECT",
            Self::Support => "STANCE_SUPPORT",
            Self::Doubt => "STANCE_DOUBT",
            Self::Concern => "STANCE_CONCERN",
        };
        serializer.serialize_str(variant)
    }
}
impl<'de> serde::Deserialize<'de> for Stance {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "STANCE_UNSPECIFIED",
            "STANCE_ASSERT",
            "STANCE_DENY",
            "STANCE_ACCUSE",
            "STANCE_CONDEMN",
            "STANCE_WARN",
            "STANCE_THREATEN",
            "STANCE_DEMAND",
            "STANCE_PROMISE",
            "STANCE_REJECT",
            "STANCE_SUPPORT",
            "STANCE_DOUBT",
            "STANCE_CONCERN",
        ];

        struct GeneratedVisitor;

        impl serde::de::Visitor<'_> for GeneratedVisitor {
            type Value = Stance;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                write!(formatter, "expected one of: {:?}", &FIELDS)
            }

            fn visit_i64<E>(self, v: i64) -> std::result::Result<Self::Value, E>
            where
                E: serde::de::Error,
            {
                i32::try_from(v)
                    .ok()
                    .and_then(|x| x.try_into().ok())
                    .ok_or_else(|| {
                        serde::de::Error::invalid_value(serde::de::Unexpected::Signed(v), &self)
                    })
            }

            fn visit_u64<E>(self, v: u64) -> std::result::Result<Self::Value, E>
            where
                E: serde::de::Error,
            {
                i32::try_from(v)
                    .ok()
                    .and_then(|x| x.try_into().ok())
                    .ok_or_else(|| {
                        serde::de::Error::invalid_value(serde::de::Unexpected::Unsigned(v), &self)
                    })
            }

            fn visit_str<E>(self, value: &str) -> std::result::Result<Self::Value, E>
            where
                E: serde::de::Error,
            {
                match value {
                    "STANCE_UNSPECIFIED" => Ok(Stance::Unspecified),
                    "STANCE_ASSERT" => Ok(Stance::Assert),
                    "STANCE_DENY" => Ok(Stance::Deny),
                    "STANCE_ACCUSE" => Ok(Stance::Accuse),
                    "STANCE_CONDEMN" => Ok(Stance::Condemn),
                    "STANCE_WARN" => Ok(Stance::Warn),
                    "STANCE_THREATEN" => Ok(Stance::Threaten),
                    "STANCE_DEMAND" => Ok(Stance::Demand),
                    "STANCE_PROMISE" => Ok(Stance::Promise),
                    "STANCE_REJECT" => Ok(Stance::Reject),
                    "STANCE_SUPPORT" => Ok(Stance::Support),
                    "STANCE_DOUBT" => Ok(Stance::Doubt),
                    "STANCE_CONCERN" => Ok(Stance::Concern),
                    _ => Err(serde::de::Error::unknown_variant(value, FIELDS)),
                }
            }
        }
        deserializer.deserialize_any(GeneratedVisitor)
    }
}
impl serde::Serialize for Statement {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        use serde::ser::SerializeStruct;
        let mut len = 0;
        if !self.id.is_empty() {
            len += 1;
        }
        if self.source.is_some() {
            len += 1;
        }
        if !self.via.is_empty() {
            len += 1;
        }
        if self.cue.is_some() {
            len += 1;
        }
        if !self.cue_lemma.is_empty() {
            len += 1;
        }
        if self.content.is_some() {
            len += 1;
        }
        if self.stance != 0 {
            len += 1;
        }
        if self.quotation != 0 {
            len += 1;
        }
        if !self.medium.is_empty() {
            len += 1;
        }
        if !self.events.is_empty() {
            len += 1;
        }
        if self.score != 0. {
            len += 1;
        }
        if !self.evidence.is_empty() {
            len += 1;
        }
        let mut struct_ser = serializer.serialize_struct("musnad.v1.Statement", len)?;
        if !self.id.is_empty() {
            struct_ser.serialize_field("id", &self.id)?;
        }
        if let Some(v) = self.source.as_ref() {
            struct_ser.serialize_field("source", v)?;
        }
        if !self.via.is_empty() {
            struct_ser.serialize_field("via", &self.via)?;
        }
        if let Some(v) = self.cue.as_ref() {
            struct_ser.serialize_field("cue", v)?;
        }
        if !self.cue_lemma.is_empty() {
            struct_ser.serialize_field("cueLemma", &self.cue_lemma)?;
        }
        if let Some(v) = self.content.as_ref() {
            struct_ser.serialize_field("content", v)?;
        }
        if self.stance != 0 {
            let v = Stance::try_from(self.stance)
                .map_err(|_| serde::ser::Error::custom(format!("Invalid variant {}", self.stance)))?;
            struct_ser.serialize_field("stance", &v)?;
        }
        if self.quotation != 0 {
            let v = Quotation::try_from(self.quotation)
                .map_err(|_| serde::ser::Error::custom(format!("Invalid variant {}", self.quotation)))?;
            struct_ser.serialize_field("quotation", &v)?;
        }
        if !self.medium.is_empty() {
            struct_ser.serialize_field("medium", &self.medium)?;
        }
        if !self.events.is_empty() {
            struct_ser.serialize_field("events", &self.events)?;
        }
        if self.score != 0. {
            struct_ser.serialize_field("score", &self.score)?;
        }
        if !self.evidence.is_empty() {
            struct_ser.serialize_field("evidence", &self.evidence)?;
        }
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for Statement {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "id",
            "source",
            "via",
            "cue",
            "cue_lemma",
            "cueLemma",
            "content",
            "stance",
            "quotation",
            "medium",
            "events",
            "score",
            "evidence",
        ];

        #[allow(clippy::enum_variant_names)]
        enum GeneratedField {
            Id,
            Source,
            Via,
            Cue,
            CueLemma,
            Content,
            Stance,
            Quotation,
            Medium,
            Events,
            Score,
            Evidence,
        }
        impl<'de> serde::Deserialize<'de> for GeneratedField {
            fn deserialize<D>(deserializer: D) -> std::result::Result<GeneratedField, D::Error>
            where
                D: serde::Deserializer<'de>,
            {
                struct GeneratedVisitor;

                impl serde::de::Visitor<'_> for GeneratedVisitor {
                    type Value = GeneratedField;

                    fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                        write!(formatter, "expected one of: {:?}", &FIELDS)
                    }

                    #[allow(unused_variables)]
                    fn visit_str<E>(self, value: &str) -> std::result::Result<GeneratedField, E>
                    where
                        E: serde::de::Error,
                    {
                        match value {
                            "id" => Ok(GeneratedField::Id),
                            "source" => Ok(GeneratedField::Source),
                            "via" => Ok(GeneratedField::Via),
                            "cue" => Ok(GeneratedField::Cue),
                            "cueLemma" | "cue_lemma" => Ok(GeneratedField::CueLemma),
                            "content" => Ok(GeneratedField::Content),
                            "stance" => Ok(GeneratedField::Stance),
                            "quotation" => Ok(GeneratedField::Quotation),
                            "medium" => Ok(GeneratedField::Medium),
                            "events" => Ok(GeneratedField::Events),
                            "score" => Ok(GeneratedField::Score),
                            "evidence" => Ok(GeneratedField::Evidence),
                            _ => Err(serde::de::Error::unknown_field(value, FIELDS)),
                        }
                    }
                }
                deserializer.deserialize_identifier(GeneratedVisitor)
            }
        }
        struct GeneratedVisitor;
        impl<'de> serde::de::Visitor<'de> for GeneratedVisitor {
            type Value = Statement;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct musnad.v1.Statement")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<Statement, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                let mut id__ = None;
                let mut source__ = None;
                let mut via__ = None;
                let mut cue__ = None;
                let mut cue_lemma__ = None;
                let mut content__ = None;
                let mut stance__ = None;
                let mut quotation__ = None;
                let mut medium__ = None;
                let mut events__ = None;
                let mut score__ = None;
                let mut evidence__ = None;
                while let Some(k) = map_.next_key()? {
                    match k {
                        GeneratedField::Id => {
                            if id__.is_some() {
                                return Err(serde::de::Error::duplicate_field("id"));
                            }
                            id__ = Some(map_.next_value()?);
                        }
                        GeneratedField::Source => {
                            if source__.is_some() {
                                return Err(serde::de::Error::duplicate_field("source"));
                            }
                            source__ = map_.next_value()?;
                        }
                        GeneratedField::Via => {
                            if via__.is_some() {
                                return Err(serde::de::Error::duplicate_field("via"));
                            }
                            via__ = Some(map_.next_value()?);
                        }
                        GeneratedField::Cue => {
                            if cue__.is_some() {
                                return Err(serde::de::Error::duplicate_field("cue"));
                            }
                            cue__ = map_.next_value()?;
                        }
                        GeneratedField::CueLemma => {
                            if cue_lemma__.is_some() {
                                return Err(serde::de::Error::duplicate_field("cueLemma"));
                            }
                            cue_lemma__ = Some(map_.next_value()?);
                        }
                        GeneratedField::Content => {
                            if content__.is_some() {
                                return Err(serde::de::Error::duplicate_field("content"));
                            }
                            content__ = map_.next_value()?;
                        }
                        GeneratedField::Stance => {
                            if stance__.is_some() {
                                return Err(serde::de::Error::duplicate_field("stance"));
                            }
                            stance__ = Some(map_.next_value::<Stance>()? as i32);
                        }
                        GeneratedField::Quotation => {
                            if quotation__.is_some() {
                                return Err(serde::de::Error::duplicate_field("quotation"));
                            }
                            quotation__ = Some(map_.next_value::<Quotation>()? as i32);
                        }
                        GeneratedField::Medium => {
                            if medium__.is_some() {
                                return Err(serde::de::Error::duplicate_field("medium"));
                            }
                            medium__ = Some(map_.next_value()?);
                        }
                        GeneratedField::Events => {
                            if events__.is_some() {
                                return Err(serde::de::Error::duplicate_field("events"));
                            }
                            events__ = Some(map_.next_value()?);
                        }
                        GeneratedField::Score => {
                            if score__.is_some() {
                                return Err(serde::de::Error::duplicate_field("score"));
                            }
                            score__ = 
                                Some(map_.next_value::<::pbjson::private::NumberDeserialize<_>>()?.0)
                            ;
                        }
                        GeneratedField::Evidence => {
                            if evidence__.is_some() {
                                return Err(serde::de::Error::duplicate_field("evidence"));
                            }
                            evidence__ = Some(map_.next_value()?);
                        }
                    }
                }
                Ok(Statement {
                    id: id__.unwrap_or_default(),
                    source: source__,
                    via: via__.unwrap_or_default(),
                    cue: cue__,
                    cue_lemma: cue_lemma__.unwrap_or_default(),
                    content: content__,
                    stance: stance__.unwrap_or_default(),
                    quotation: quotation__.unwrap_or_default(),
                    medium: medium__.unwrap_or_default(),
                    events: events__.unwrap_or_default(),
                    score: score__.unwrap_or_default(),
                    evidence: evidence__.unwrap_or_default(),
                })
            }
        }
        deserializer.deserialize_struct("musnad.v1.Statement", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for TimeExpression {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        use serde::ser::SerializeStruct;
        let mut len = 0;
        if self.span.is_some() {
            len += 1;
        }
        if self.kind != 0 {
            len += 1;
        }
        if !self.value.is_empty() {
            len += 1;
        }
        if self.r#mod != 0 {
            len += 1;
        }
        if !self.first_day.is_empty() {
            len += 1;
        }
        if !self.last_day.is_empty() {
            len += 1;
        }
        if self.calendar != 0 {
            len += 1;
        }
        if self.score != 0. {
            len += 1;
        }
        if !self.evidence.is_empty() {
            len += 1;
        }
        let mut struct_ser = serializer.serialize_struct("musnad.v1.TimeExpression", len)?;
        if let Some(v) = self.span.as_ref() {
            struct_ser.serialize_field("span", v)?;
        }
        if self.kind != 0 {
            let v = TimeKind::try_from(self.kind)
                .map_err(|_| serde::ser::Error::custom(format!("Invalid variant {}", self.kind)))?;
            struct_ser.serialize_field("kind", &v)?;
        }
        if !self.value.is_empty() {
            struct_ser.serialize_field("value", &self.value)?;
        }
        if self.r#mod != 0 {
            let v = TimeModifier::try_from(self.r#mod)
                .map_err(|_| serde::ser::Error::custom(format!("Invalid variant {}", self.r#mod)))?;
            struct_ser.serialize_field("mod", &v)?;
        }
        if !self.first_day.is_empty() {
            struct_ser.serialize_field("firstDay", &self.first_day)?;
        }
        if !self.last_day.is_empty() {
            struct_ser.serialize_field("lastDay", &self.last_day)?;
        }
        if self.calendar != 0 {
            let v = Calendar::try_from(self.calendar)
                .map_err(|_| serde::ser::Error::custom(format!("Invalid variant {}", self.calendar)))?;
            struct_ser.serialize_field("calendar", &v)?;
        }
        if self.score != 0. {
            struct_ser.serialize_field("score", &self.score)?;
        }
        if !self.evidence.is_empty() {
            struct_ser.serialize_field("evidence", &self.evidence)?;
        }
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for TimeExpression {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "span",
            "kind",
            "value",
            "mod",
            "first_day",
            "firstDay",
            "last_day",
            "lastDay",
            "calendar",
            "score",
            "evidence",
        ];

        #[allow(clippy::enum_variant_names)]
        enum GeneratedField {
            Span,
            Kind,
            Value,
            Mod,
            FirstDay,
            LastDay,
            Calendar,
            Score,
            Evidence,
        }
        impl<'de> serde::Deserialize<'de> for GeneratedField {
            fn deserialize<D>(deserializer: D) -> std::result::Result<GeneratedField, D::Error>
            where
                D: serde::Deserializer<'de>,
            {
                struct GeneratedVisitor;

                impl serde::de::Visitor<'_> for GeneratedVisitor {
                    type Value = GeneratedField;

                    fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                        write!(formatter, "expected one of: {:?}", &FIELDS)
                    }

                    #[allow(unused_variables)]
                    fn visit_str<E>(self, value: &str) -> std::result::Result<GeneratedField, E>
                    where
                        E: serde::de::Error,
                    {
                        match value {
                            "span" => Ok(GeneratedField::Span),
                            "kind" => Ok(GeneratedField::Kind),
                            "value" => Ok(GeneratedField::Value),
                            "mod" => Ok(GeneratedField::Mod),
                            "firstDay" | "first_day" => Ok(GeneratedField::FirstDay),
                            "lastDay" | "last_day" => Ok(GeneratedField::LastDay),
                            "calendar" => Ok(GeneratedField::Calendar),
                            "score" => Ok(GeneratedField::Score),
                            "evidence" => Ok(GeneratedField::Evidence),
                            _ => Err(serde::de::Error::unknown_field(value, FIELDS)),
                        }
                    }
                }
                deserializer.deserialize_identifier(GeneratedVisitor)
            }
        }
        struct GeneratedVisitor;
        impl<'de> serde::de::Visitor<'de> for GeneratedVisitor {
            type Value = TimeExpression;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct musnad.v1.TimeExpression")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<TimeExpression, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                let mut span__ = None;
                let mut kind__ = None;
                let mut value__ = None;
                let mut r#mod__ = None;
                let mut first_day__ = None;
                let mut last_day__ = None;
                let mut calendar__ = None;
                let mut score__ = None;
                let mut evidence__ = None;
                while let Some(k) = map_.next_key()? {
                    match k {
                        GeneratedField::Span => {
                            if span__.is_some() {
                                return Err(serde::de::Error::duplicate_field("span"));
                            }
                            span__ = map_.next_value()?;
                        }
                        GeneratedField::Kind => {
                            if kind__.is_some() {
                                return Err(serde::de::Error::duplicate_field("kind"));
                            }
                            kind__ = Some(map_.next_value::<TimeKind>()? as i32);
                        }
                        GeneratedField::Value => {
                            if value__.is_some() {
                                return Err(serde::de::Error::duplicate_field("value"));
                            }
                            value__ = Some(map_.next_value()?);
                        }
                        GeneratedField::Mod => {
                            if r#mod__.is_some() {
                                return Err(serde::de::Error::duplicate_field("mod"));
                            }
                            r#mod__ = Some(map_.next_value::<TimeModifier>()? as i32);
                        }
                        GeneratedField::FirstDay => {
                            if first_day__.is_some() {
                                return Err(serde::de::Error::duplicate_field("firstDay"));
                            }
                            first_day__ = Some(map_.next_value()?);
                        }
                        GeneratedField::LastDay => {
                            if last_day__.is_some() {
                                return Err(serde::de::Error::duplicate_field("lastDay"));
                            }
                            last_day__ = Some(map_.next_value()?);
                        }
                        GeneratedField::Calendar => {
                            if calendar__.is_some() {
                                return Err(serde::de::Error::duplicate_field("calendar"));
                            }
                            calendar__ = Some(map_.next_value::<Calendar>()? as i32);
                        }
                        GeneratedField::Score => {
                            if score__.is_some() {
                                return Err(serde::de::Error::duplicate_field("score"));
                            }
                            score__ = 
                                Some(map_.next_value::<::pbjson::private::NumberDeserialize<_>>()?.0)
                            ;
                        }
                        GeneratedField::Evidence => {
                            if evidence__.is_some() {
                                return Err(serde::de::Error::duplicate_field("evidence"));
                            }
                            evidence__ = Some(map_.next_value()?);
                        }
                    }
                }
                Ok(TimeExpression {
                    span: span__,
                    kind: kind__.unwrap_or_default(),
                    value: value__.unwrap_or_default(),
                    r#mod: r#mod__.unwrap_or_default(),
                    first_day: first_day__.unwrap_or_default(),
                    last_day: last_day__.unwrap_or_default(),
                    calendar: calendar__.unwrap_or_default(),
                    score: score__.unwrap_or_default(),
                    evidence: evidence__.unwrap_or_default(),
                })
            }
        }
        deserializer.deserialize_struct("musnad.v1.TimeExpression", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for TimeKind {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        let variant = match self {
            Self::Unspecified => "TIME_KIND_UNSPECIFIED",
            Self::Date => "TIME_KIND_DATE",
            Self::Time => "TIME_KIND_TIME",
            Self::Duration => "TIME_KIND_DURATION",
            Self::Set => "TIME_KIND_SET",
        };
        serializer.serialize_str(variant)
    }
}
impl<'de> serde::Deserialize<'de> for TimeKind {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "TIME_KIND_UNSPECIFIED",
            "TIME_KIND_DATE",
            "TIME_KIND_TIME",
            "TIME_KIND_DURATION",
            "TIME_KIND_SET",
        ];

        struct GeneratedVisitor;

        impl serde::de::Visitor<'_> for GeneratedVisitor {
            type Value = TimeKind;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                write!(formatter, "expected one of: {:?}", &FIELDS)
            }

            fn visit_i64<E>(self, v: i64) -> std::result::Result<Self::Value, E>
            where
                E: serde::de::Error,
            {
                i32::try_from(v)
                    .ok()
                    .and_then(|x| x.try_into().ok())
                    .ok_or_else(|| {
                        serde::de::Error::invalid_value(serde::de::Unexpected::Signed(v), &self)
                    })
            }

            fn visit_u64<E>(self, v: u64) -> std::result::Result<Self::Value, E>
            where
                E: serde::de::Error,
            {
                i32::try_from(v)
                    .ok()
                    .and_then(|x| x.try_into().ok())
                    .ok_or_else(|| {
                        serde::de::Error::invalid_value(serde::de::Unexpected::Unsigned(v), &self)
                    })
            }

            fn visit_str<E>(self, value: &str) -> std::result::Result<Self::Value, E>
            where
                E: serde::de::Error,
            {
                match value {
                    "TIME_KIND_UNSPECIFIED" => Ok(TimeKind::Unspecified),
                    "TIME_KIND_DATE" => Ok(TimeKind::Date),
                    "TIME_KIND_TIME" => Ok(TimeKind::Time),
                    "TIME_KIND_DURATION" => Ok(TimeKind::Duration),
                    "TIME_KIND_SET" => Ok(TimeKind::Set),
                    _ => Err(serde::de::Error::unknown_variant(value, FIELDS)),
                }
            }
        }
        deserializer.deserialize_any(GeneratedVisitor)
    }
}
impl serde::Serialize for TimeModifier {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        let variant = match self {
            Self::Unspecified => "TIME_MODIFIER_UNSPECIFIED",
            Self::Before => "TIME_MODIFIER_BEFORE",
            Self::After => "TIME_MODIFIER_AFTER",
            Self::OnOrBefore => "TIME_MODIFIER_ON_OR_BEFORE",
            Self::OnOrAfter => "TIME_MODIFIER_ON_OR_AFTER",
            Self::LessThan => "TIME_MODIFIER_LESS_THAN",
            Self::MoreThan => "TIME_MODIFIER_MORE_THAN",
            Self::EqualOrLess => "TIME_MODIFIER_EQUAL_OR_LESS",
            Self::EqualOrMore => "TIME_MODIFIER_EQUAL_OR_MORE",
            Self::Start => "TIME_MODIFIER_START",
            Self::Mid => "TIME_MODIFIER_MID",
            Self::End => "TIME_MODIFIER_END",
            Self::Approx => "TIME_MODIFIER_APPROX",
        };
        serializer.serialize_str(variant)
    }
}
impl<'de> serde::Deserialize<'de> for TimeModifier {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "TIME_MODIFIER_UNSPECIFIED",
            "TIME_MODIFIER_BEFORE",
            "TIME_MODIFIER_AFTER",
            "TIME_MODIFIER_ON_OR_BEFORE",
            "TIME_MODIFIER_ON_OR_AFTER",
            "TIME_MODIFIER_LESS_THAN",
            "TIME_MODIFIER_MORE_THAN",
            "TIME_MODIFIER_EQUAL_OR_LESS",
            "TIME_MODIFIER_EQUAL_OR_MORE",
            "TIME_MODIFIER_START",
            "TIME_MODIFIER_MID",
            "TIME_MODIFIER_END",
            "TIME_MODIFIER_APPROX",
        ];

        struct GeneratedVisitor;

        impl serde::de::Visitor<'_> for GeneratedVisitor {
            type Value = TimeModifier;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                write!(formatter, "expected one of: {:?}", &FIELDS)
            }

            fn visit_i64<E>(self, v: i64) -> std::result::Result<Self::Value, E>
            where
                E: serde::de::Error,
            {
                i32::try_from(v)
                    .ok()
                    .and_then(|x| x.try_into().ok())
                    .ok_or_else(|| {
                        serde::de::Error::invalid_value(serde::de::Unexpected::Signed(v), &self)
                    })
            }

            fn visit_u64<E>(self, v: u64) -> std::result::Result<Self::Value, E>
            where
                E: serde::de::Error,
            {
                i32::try_from(v)
                    .ok()
                    .and_then(|x| x.try_into().ok())
                    .ok_or_else(|| {
                        serde::de::Error::invalid_value(serde::de::Unexpected::Unsigned(v), &self)
                    })
            }

            fn visit_str<E>(self, value: &str) -> std::result::Result<Self::Value, E>
            where
                E: serde::de::Error,
            {
                match value {
                    "TIME_MODIFIER_UNSPECIFIED" => Ok(TimeModifier::Unspecified),
                    "TIME_MODIFIER_BEFORE" => Ok(TimeModifier::Before),
                    "TIME_MODIFIER_AFTER" => Ok(TimeModifier::After),
                    "TIME_MODIFIER_ON_OR_BEFORE" => Ok(TimeModifier::OnOrBefore),
                    "TIME_MODIFIER_ON_OR_AFTER" => Ok(TimeModifier::OnOrAfter),
                    "TIME_MODIFIER_LESS_THAN" => Ok(TimeModifier::LessThan),
                    "TIME_MODIFIER_MORE_THAN" => Ok(TimeModifier::MoreThan),
                    "TIME_MODIFIER_EQUAL_OR_LESS" => Ok(TimeModifier::EqualOrLess),
                    "TIME_MODIFIER_EQUAL_OR_MORE" => Ok(TimeModifier::EqualOrMore),
                    "TIME_MODIFIER_START" => Ok(TimeModifier::Start),
                    "TIME_MODIFIER_MID" => Ok(TimeModifier::Mid),
                    "TIME_MODIFIER_END" => Ok(TimeModifier::End),
                    "TIME_MODIFIER_APPROX" => Ok(TimeModifier::Approx),
                    _ => Err(serde::de::Error::unknown_variant(value, FIELDS)),
                }
            }
        }
        deserializer.deserialize_any(GeneratedVisitor)
    }
}
impl serde::Serialize for Token {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        use serde::ser::SerializeStruct;
        let mut len = 0;
        if self.span.is_some() {
            len += 1;
        }
        if !self.words.is_empty() {
            len += 1;
        }
        let mut struct_ser = serializer.serialize_struct("musnad.v1.Token", len)?;
        if let Some(v) = self.span.as_ref() {
            struct_ser.serialize_field("span", v)?;
        }
        if !self.words.is_empty() {
            struct_ser.serialize_field("words", &self.words)?;
        }
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for Token {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "span",
            "words",
        ];

        #[allow(clippy::enum_variant_names)]
        enum GeneratedField {
            Span,
            Words,
        }
        impl<'de> serde::Deserialize<'de> for GeneratedField {
            fn deserialize<D>(deserializer: D) -> std::result::Result<GeneratedField, D::Error>
            where
                D: serde::Deserializer<'de>,
            {
                struct GeneratedVisitor;

                impl serde::de::Visitor<'_> for GeneratedVisitor {
                    type Value = GeneratedField;

                    fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                        write!(formatter, "expected one of: {:?}", &FIELDS)
                    }

                    #[allow(unused_variables)]
                    fn visit_str<E>(self, value: &str) -> std::result::Result<GeneratedField, E>
                    where
                        E: serde::de::Error,
                    {
                        match value {
                            "span" => Ok(GeneratedField::Span),
                            "words" => Ok(GeneratedField::Words),
                            _ => Err(serde::de::Error::unknown_field(value, FIELDS)),
                        }
                    }
                }
                deserializer.deserialize_identifier(GeneratedVisitor)
            }
        }
        struct GeneratedVisitor;
        impl<'de> serde::de::Visitor<'de> for GeneratedVisitor {
            type Value = Token;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct musnad.v1.Token")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<Token, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                let mut span__ = None;
                let mut words__ = None;
                while let Some(k) = map_.next_key()? {
                    match k {
                        GeneratedField::Span => {
                            if span__.is_some() {
                                return Err(serde::de::Error::duplicate_field("span"));
                            }
                            span__ = map_.next_value()?;
                        }
                        GeneratedField::Words => {
                            if words__.is_some() {
                                return Err(serde::de::Error::duplicate_field("words"));
                            }
                            words__ = Some(map_.next_value()?);
                        }
                    }
                }
                Ok(Token {
                    span: span__,
                    words: words__.unwrap_or_default(),
                })
            }
        }
        deserializer.deserialize_struct("musnad.v1.Token", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for Warning {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        use serde::ser::SerializeStruct;
        let mut len = 0;
        if self.code != 0 {
            len += 1;
        }
        if !self.message.is_empty() {
            len += 1;
        }
        if self.span.is_some() {
            len += 1;
        }
        let mut struct_ser = serializer.serialize_struct("musnad.v1.Warning", len)?;
        if self.code != 0 {
            let v = WarningCode::try_from(self.code)
                .map_err(|_| serde::ser::Error::custom(format!("Invalid variant {}", self.code)))?;
            struct_ser.serialize_field("code", &v)?;
        }
        if !self.message.is_empty() {
            struct_ser.serialize_field("message", &self.message)?;
        }
        if let Some(v) = self.span.as_ref() {
            struct_ser.serialize_field("span", v)?;
        }
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for Warning {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "code",
            "message",
            "span",
        ];

        #[allow(clippy::enum_variant_names)]
        enum GeneratedField {
            Code,
            Message,
            Span,
        }
        impl<'de> serde::Deserialize<'de> for GeneratedField {
            fn deserialize<D>(deserializer: D) -> std::result::Result<GeneratedField, D::Error>
            where
                D: serde::Deserializer<'de>,
            {
                struct GeneratedVisitor;

                impl serde::de::Visitor<'_> for GeneratedVisitor {
                    type Value = GeneratedField;

                    fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                        write!(formatter, "expected one of: {:?}", &FIELDS)
                    }

                    #[allow(unused_variables)]
                    fn visit_str<E>(self, value: &str) -> std::result::Result<GeneratedField, E>
                    where
                        E: serde::de::Error,
                    {
                        match value {
                            "code" => Ok(GeneratedField::Code),
                            "message" => Ok(GeneratedField::Message),
                            "span" => Ok(GeneratedField::Span),
                            _ => Err(serde::de::Error::unknown_field(value, FIELDS)),
                        }
                    }
                }
                deserializer.deserialize_identifier(GeneratedVisitor)
            }
        }
        struct GeneratedVisitor;
        impl<'de> serde::de::Visitor<'de> for GeneratedVisitor {
            type Value = Warning;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct musnad.v1.Warning")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<Warning, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                let mut code__ = None;
                let mut message__ = None;
                let mut span__ = None;
                while let Some(k) = map_.next_key()? {
                    match k {
                        GeneratedField::Code => {
                            if code__.is_some() {
                                return Err(serde::de::Error::duplicate_field("code"));
                            }
                            code__ = Some(map_.next_value::<WarningCode>()? as i32);
                        }
                        GeneratedField::Message => {
                            if message__.is_some() {
                                return Err(serde::de::Error::duplicate_field("message"));
                            }
                            message__ = Some(map_.next_value()?);
                        }
                        GeneratedField::Span => {
                            if span__.is_some() {
                                return Err(serde::de::Error::duplicate_field("span"));
                            }
                            span__ = map_.next_value()?;
                        }
                    }
                }
                Ok(Warning {
                    code: code__.unwrap_or_default(),
                    message: message__.unwrap_or_default(),
                    span: span__,
                })
            }
        }
        deserializer.deserialize_struct("musnad.v1.Warning", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for WarningCode {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        let variant = match self {
            Self::Unspecified => "WARNING_CODE_UNSPECIFIED",
            Self::NoPublicationDate => "WARNING_CODE_NO_PUBLICATION_DATE",
            Self::NoArabic => "WARNING_CODE_NO_ARABIC",
            Self::UnbalancedQuotes => "WARNING_CODE_UNBALANCED_QUOTES",
            Self::LongSentence => "WARNING_CODE_LONG_SENTENCE",
            Self::ControlCharacters => "WARNING_CODE_CONTROL_CHARACTERS",
        };
        serializer.serialize_str(variant)
    }
}
impl<'de> serde::Deserialize<'de> for WarningCode {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "WARNING_CODE_UNSPECIFIED",
            "WARNING_CODE_NO_PUBLICATION_DATE",
            "WARNING_CODE_NO_ARABIC",
            "WARNING_CODE_UNBALANCED_QUOTES",
            "WARNING_CODE_LONG_SENTENCE",
            "WARNING_CODE_CONTROL_CHARACTERS",
        ];

        struct GeneratedVisitor;

        impl serde::de::Visitor<'_> for GeneratedVisitor {
            type Value = WarningCode;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                write!(formatter, "expected one of: {:?}", &FIELDS)
            }

            fn visit_i64<E>(self, v: i64) -> std::result::Result<Self::Value, E>
            where
                E: serde::de::Error,
            {
                i32::try_from(v)
                    .ok()
                    .and_then(|x| x.try_into().ok())
                    .ok_or_else(|| {
                        serde::de::Error::invalid_value(serde::de::Unexpected::Signed(v), &self)
                    })
            }

            fn visit_u64<E>(self, v: u64) -> std::result::Result<Self::Value, E>
            where
                E: serde::de::Error,
            {
                i32::try_from(v)
                    .ok()
                    .and_then(|x| x.try_into().ok())
                    .ok_or_else(|| {
                        serde::de::Error::invalid_value(serde::de::Unexpected::Unsigned(v), &self)
                    })
            }

            fn visit_str<E>(self, value: &str) -> std::result::Result<Self::Value, E>
            where
                E: serde::de::Error,
            {
                match value {
                    "WARNING_CODE_UNSPECIFIED" => Ok(WarningCode::Unspecified),
                    "WARNING_CODE_NO_PUBLICATION_DATE" => Ok(WarningCode::NoPublicationDate),
                    "WARNING_CODE_NO_ARABIC" => Ok(WarningCode::NoArabic),
                    "WARNING_CODE_UNBALANCED_QUOTES" => Ok(WarningCode::UnbalancedQuotes),
                    "WARNING_CODE_LONG_SENTENCE" => Ok(WarningCode::LongSentence),
                    "WARNING_CODE_CONTROL_CHARACTERS" => Ok(WarningCode::ControlCharacters),
                    _ => Err(serde::de::Error::unknown_variant(value, FIELDS)),
                }
            }
        }
        deserializer.deserialize_any(GeneratedVisitor)
    }
}
impl serde::Serialize for Word {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        use serde::ser::SerializeStruct;
        let mut len = 0;
        if !self.form.is_empty() {
            len += 1;
        }
        if !self.lemma.is_empty() {
            len += 1;
        }
        if !self.upos.is_empty() {
            len += 1;
        }
        if !self.feats.is_empty() {
            len += 1;
        }
        if self.head != 0 {
            len += 1;
        }
        if !self.deprel.is_empty() {
            len += 1;
        }
        if self.span.is_some() {
            len += 1;
        }
        if !self.xpos.is_empty() {
            len += 1;
        }
        if self.score != 0. {
            len += 1;
        }
        let mut struct_ser = serializer.serialize_struct("musnad.v1.Word", len)?;
        if !self.form.is_empty() {
            struct_ser.serialize_field("form", &self.form)?;
        }
        if !self.lemma.is_empty() {
            struct_ser.serialize_field("lemma", &self.lemma)?;
        }
        if !self.upos.is_empty() {
            struct_ser.serialize_field("upos", &self.upos)?;
        }
        if !self.feats.is_empty() {
            struct_ser.serialize_field("feats", &self.feats)?;
        }
        if self.head != 0 {
            struct_ser.serialize_field("head", &self.head)?;
        }
        if !self.deprel.is_empty() {
            struct_ser.serialize_field("deprel", &self.deprel)?;
        }
        if let Some(v) = self.span.as_ref() {
            struct_ser.serialize_field("span", v)?;
        }
        if !self.xpos.is_empty() {
            struct_ser.serialize_field("xpos", &self.xpos)?;
        }
        if self.score != 0. {
            struct_ser.serialize_field("score", &self.score)?;
        }
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for Word {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "form",
            "lemma",
            "upos",
            "feats",
            "head",
            "deprel",
            "span",
            "xpos",
            "score",
        ];

        #[allow(clippy::enum_variant_names)]
        enum GeneratedField {
            Form,
            Lemma,
            Upos,
            Feats,
            Head,
            Deprel,
            Span,
            Xpos,
            Score,
        }
        impl<'de> serde::Deserialize<'de> for GeneratedField {
            fn deserialize<D>(deserializer: D) -> std::result::Result<GeneratedField, D::Error>
            where
                D: serde::Deserializer<'de>,
            {
                struct GeneratedVisitor;

                impl serde::de::Visitor<'_> for GeneratedVisitor {
                    type Value = GeneratedField;

                    fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                        write!(formatter, "expected one of: {:?}", &FIELDS)
                    }

                    #[allow(unused_variables)]
                    fn visit_str<E>(self, value: &str) -> std::result::Result<GeneratedField, E>
                    where
                        E: serde::de::Error,
                    {
                        match value {
                            "form" => Ok(GeneratedField::Form),
                            "lemma" => Ok(GeneratedField::Lemma),
                            "upos" => Ok(GeneratedField::Upos),
                            "feats" => Ok(GeneratedField::Feats),
                            "head" => Ok(GeneratedField::Head),
                            "deprel" => Ok(GeneratedField::Deprel),
                            "span" => Ok(GeneratedField::Span),
                            "xpos" => Ok(GeneratedField::Xpos),
                            "score" => Ok(GeneratedField::Score),
                            _ => Err(serde::de::Error::unknown_field(value, FIELDS)),
                        }
                    }
                }
                deserializer.deserialize_identifier(GeneratedVisitor)
            }
        }
        struct GeneratedVisitor;
        impl<'de> serde::de::Visitor<'de> for GeneratedVisitor {
            type Value = Word;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct musnad.v1.Word")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<Word, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                let mut form__ = None;
                let mut lemma__ = None;
                let mut upos__ = None;
                let mut feats__ = None;
                let mut head__ = None;
                let mut deprel__ = None;
                let mut span__ = None;
                let mut xpos__ = None;
                let mut score__ = None;
                while let Some(k) = map_.next_key()? {
                    match k {
                        GeneratedField::Form => {
                            if form__.is_some() {
                                return Err(serde::de::Error::duplicate_field("form"));
                            }
                            form__ = Some(map_.next_value()?);
                        }
                        GeneratedField::Lemma => {
                            if lemma__.is_some() {
                                return Err(serde::de::Error::duplicate_field("lemma"));
                            }
                            lemma__ = Some(map_.next_value()?);
                        }
                        GeneratedField::Upos => {
                            if upos__.is_some() {
                                return Err(serde::de::Error::duplicate_field("upos"));
                            }
                            upos__ = Some(map_.next_value()?);
                        }
                        GeneratedField::Feats => {
                            if feats__.is_some() {
                                return Err(serde::de::Error::duplicate_field("feats"));
                            }
                            feats__ = Some(map_.next_value()?);
                        }
                        GeneratedField::Head => {
                            if head__.is_some() {
                                return Err(serde::de::Error::duplicate_field("head"));
                            }
                            head__ = 
                                Some(map_.next_value::<::pbjson::private::NumberDeserialize<_>>()?.0)
                            ;
                        }
                        GeneratedField::Deprel => {
                            if deprel__.is_some() {
                                return Err(serde::de::Error::duplicate_field("deprel"));
                            }
                            deprel__ = Some(map_.next_value()?);
                        }
                        GeneratedField::Span => {
                            if span__.is_some() {
                                return Err(serde::de::Error::duplicate_field("span"));
                            }
                            span__ = map_.next_value()?;
                        }
                        GeneratedField::Xpos => {
                            if xpos__.is_some() {
                                return Err(serde::de::Error::duplicate_field("xpos"));
                            }
                            xpos__ = Some(map_.next_value()?);
                        }
                        GeneratedField::Score => {
                            if score__.is_some() {
                                return Err(serde::de::Error::duplicate_field("score"));
                            }
                            score__ = 
                                Some(map_.next_value::<::pbjson::private::NumberDeserialize<_>>()?.0)
                            ;
                        }
                    }
                }
                Ok(Word {
                    form: form__.unwrap_or_default(),
                    lemma: lemma__.unwrap_or_default(),
                    upos: upos__.unwrap_or_default(),
                    feats: feats__.unwrap_or_default(),
                    head: head__.unwrap_or_default(),
                    deprel: deprel__.unwrap_or_default(),
                    span: span__,
                    xpos: xpos__.unwrap_or_default(),
                    score: score__.unwrap_or_default(),
                })
            }
        }
        deserializer.deserialize_struct("musnad.v1.Word", FIELDS, GeneratedVisitor)
    }
}
