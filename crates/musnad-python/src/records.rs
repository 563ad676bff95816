//! From the messages of the contract to the Python classes of `musnad._records`.
//!
//! A class is called with its fields by name, so that a field that is missing on one side is an error at once and not a
//! value in the wrong place.

use musnad_proto::v1 as pb;
use pyo3::prelude::*;
use pyo3::sync::PyOnceLock;
use pyo3::types::{PyDict, PySlice, PyString, PyTuple, PyType};

use crate::errors::MusnadError;

macro_rules! classes {
    ($($field:ident $name:literal)* ; $($enum_field:ident $enum_name:literal $message:ident)*) => {
        /// The classes and enums, looked up once.
        struct Classes {
            date: Py<PyType>,
            $($field: Py<PyType>,)*
            $($enum_field: Members,)*
        }

        impl Classes {
            fn load(py: Python<'_>) -> PyResult<Self> {
                let records = py.import("musnad._records")?;
                let enums = py.import("musnad._enums")?;
                Ok(Self {
                    date: py.import("datetime")?.getattr("date")?.cast_into::<PyType>()?.unbind(),
                    $($field: records.getattr($name)?.cast_into::<PyType>()?.unbind(),)*
                    $($enum_field: Members::load(&enums.getattr($enum_name)?, |number| {
                        pb::$message::try_from(number).ok().map(|value| value.as_str_name())
                    })?,)*
                })
            }
        }
    };
}

classes! {
    span "Span"
    engine "Engine"
    warning "Warning"
    section "Section"
    sentence "Sentence"
    word "Word"
    token "Token"
    mention "Mention"
    lat_lon "LatLon"
    entity "Entity"
    role "Role"
    time_expression "TimeExpression"
    days "Days"
    quantity "Quantity"
    number "Number"
    argument "Argument"
    attestation "Attestation"
    bounds "Bounds"
    casualties "Casualties"
    acled_code "AcledCode"
    event "Event"
    source "Source"
    statement "Statement"
    ;
    argument_role "ArgumentRole" ArgumentRole
    calendar "Calendar" Calendar
    entity_type "EntityType" EntityType
    event_context "EventContext" EventContext
    event_mode "EventMode" EventMode
    event_status "EventStatus" EventStatus
    event_type "EventType" EventType
    mention_form "MentionForm" MentionForm
    number_kind "NumberKind" NumberKind
    place_resolution "PlaceResolution" PlaceResolution
    quad_class "QuadClass" QuadClass
    quantity_kind "QuantityKind" QuantityKind
    quotation "Quotation" Quotation
    section_kind "SectionKind" SectionKind
    source_kind "SourceKind" SourceKind
    stance "Stance" Stance
    time_kind "TimeKind" TimeKind
    time_modifier "TimeModifier" TimeModifier
    warning_code "WarningCode" WarningCode
}

/// The members of one Python enum by their number in the contract; 0 is nothing.
struct Members(Vec<Py<PyAny>>);

impl Members {
    /// The numbers of an enum of the contract run from 0 without a gap.
    fn load(class: &Bound<'_, PyAny>, name_of: impl Fn(i32) -> Option<&'static str>) -> PyResult<Self> {
        let prefix = name_of(0)
            .and_then(|name| name.strip_suffix("UNSPECIFIED"))
            .unwrap_or_default();
        let names = (1..)
            .map_while(name_of)
            .map(|name| name.strip_prefix(prefix).unwrap_or(name));
        names
            .map(|name| Ok(class.getattr(name)?.unbind()))
            .collect::<PyResult<_>>()
            .map(Self)
    }
}

/// Makes an object of a class, its fields by name.
macro_rules! record {
    ($reader:ident, $class:ident, { $($name:literal: $value:expr),* $(,)? }) => {{
        let fields = PyDict::new($reader.py);
        $(fields.set_item(pyo3::intern!($reader.py, $name), $value)?;)*
        $reader.classes.$class.bind($reader.py).call((), Some(&fields))
    }};
}

/// Makes Python objects of the messages of one text.
pub(crate) struct Reader<'py> {
    py: Python<'py>,
    classes: &'py Classes,
    text: Bound<'py, PyString>,
}

type Object<'py> = Bound<'py, PyAny>;

impl<'py> Reader<'py> {
    pub(crate) fn new(py: Python<'py>, text: Bound<'py, PyString>) -> PyResult<Self> {
        static CLASSES: PyOnceLock<Classes> = PyOnceLock::new();
        Ok(Self {
            py,
            classes: CLASSES.get_or_try_init(py, || Classes::load(py))?,
            text,
        })
    }

    /// The objects of all messages, in order.
    pub(crate) fn tuple<T>(
        &self,
        messages: &[T],
        object: impl Fn(&Self, &T) -> PyResult<Object<'py>>,
    ) -> PyResult<Bound<'py, PyTuple>> {
        let objects = messages
            .iter()
            .map(|message| object(self, message))
            .collect::<PyResult<Vec<_>>>()?;
        PyTuple::new(self.py, objects)
    }

    pub(crate) fn engine(&self, message: &pb::Engine) -> PyResult<Object<'py>> {
        record!(self, engine, { "version": &message.version, "model": &message.model })
    }

    pub(crate) fn warning(&self, message: &pb::Warning) -> PyResult<Object<'py>> {
        record!(self, warning, {
            "code": self.member(&self.classes.warning_code, message.code),
            "message": &message.message,
            "span": self.optional(message.span.as_ref(), Self::span)?,
        })
    }

    pub(crate) fn section(&self, message: &pb::Section) -> PyResult<Object<'py>> {
        record!(self, section, {
            "span": self.place(message.span.as_ref())?,
            "kind": self.member(&self.classes.section_kind, message.kind),
        })
    }

    pub(crate) fn sentence(&self, message: &pb::Sentence) -> PyResult<Object<'py>> {
        record!(self, sentence, {
            "span": self.place(message.span.as_ref())?,
            "first_token": message.first_token,
            "end_token": message.end_token,
        })
    }

    pub(crate) fn token(&self, message: &pb::Token) -> PyResult<Object<'py>> {
        record!(self, token, {
            "span": self.place(message.span.as_ref())?,
            "words": self.tuple(&message.words, Self::word)?,
        })
    }

    fn word(&self, message: &pb::Word) -> PyResult<Object<'py>> {
        record!(self, word, {
            "form": &message.form,
            "lemma": &message.lemma,
            "upos": &message.upos,
            "feats": &message.feats,
            "head": message.head,
            "deprel": &message.deprel,
            "span": self.place(message.span.as_ref())?,
            "xpos": &message.xpos,
            "score": message.score,
        })
    }

    pub(crate) fn mention(&self, message: &pb::Mention) -> PyResult<Object<'py>> {
        record!(self, mention, {
            "span": self.place(message.span.as_ref())?,
            "head": self.place(message.head.as_ref())?,
            "type": self.member(&self.classes.entity_type, message.r#type),
            "form": self.member(&self.classes.mention_form, message.form),
            "entity": &message.entity,
            "title": self.optional(message.title.as_ref(), Self::span)?,
            "score": message.score,
            "evidence": &message.evidence,
        })
    }

    pub(crate) fn entity(&self, message: &pb::Entity) -> PyResult<Object<'py>> {
        record!(self, entity, {
            "id": &message.id,
            "type": self.member(&self.classes.entity_type, message.r#type),
            "name": &message.name,
            "name_en": &message.name_en,
            "wikidata": &message.wikidata,
            "geonames": message.geonames,
            "country": &message.country,
            "sectors": PyTuple::new(self.py, &message.sectors)?,
            "location": self.optional(message.location.as_ref(), Self::lat_lon)?,
            "aliases": PyTuple::new(self.py, &message.aliases)?,
            "code": &message.code,
            "score": message.score,
            "evidence": &message.evidence,
            "romanized": &message.romanized,
            "admin1": &message.admin1,
            "admin2": &message.admin2,
            "resolution": self.member(&self.classes.place_resolution, message.resolution),
            "radius_km": message.radius_km,
            "roles": self.tuple(&message.roles, Self::role)?,
        })
    }

    fn role(&self, message: &pb::Role) -> PyResult<Object<'py>> {
        record!(self, role, {
            "span": self.place(message.span.as_ref())?,
            "office": &message.office,
            "country": &message.country,
            "of": &message.of,
        })
    }

    pub(crate) fn time(&self, message: &pb::TimeExpression) -> PyResult<Object<'py>> {
        record!(self, time_expression, {
            "span": self.place(message.span.as_ref())?,
            "kind": self.member(&self.classes.time_kind, message.kind),
            "value": &message.value,
            "mod": self.member(&self.classes.time_modifier, message.r#mod),
            "first_day": self.day(&message.first_day)?,
            "last_day": self.day(&message.last_day)?,
            "calendar": self.member(&self.classes.calendar, message.calendar),
            "score": message.score,
            "evidence": &message.evidence,
        })
    }

    pub(crate) fn quantity(&self, message: &pb::Quantity) -> PyResult<Object<'py>> {
        record!(self, quantity, {
            "span": self.place(message.span.as_ref())?,
            "kind": self.member(&self.classes.quantity_kind, message.kind),
            "min": message.min,
            "max": message.max,
            "item": &message.item,
            "currency": &message.currency,
            "unit": &message.unit,
            "score": message.score,
            "evidence": &message.evidence,
        })
    }

    pub(crate) fn number(&self, message: &pb::Number) -> PyResult<Object<'py>> {
        record!(self, number, {
            "span": self.place(message.span.as_ref())?,
            "kind": self.member(&self.classes.number_kind, message.kind),
            "value": message.value,
            "min": message.min,
            "max": message.max,
        })
    }

    pub(crate) fn contexts(&self, contexts: &[i32]) -> PyResult<Bound<'py, PyTuple>> {
        let members = contexts
            .iter()
            .map(|context| self.member(&self.classes.event_context, *context));
        PyTuple::new(self.py, members.collect::<Vec<_>>())
    }

    pub(crate) fn event(&self, message: &pb::Event) -> PyResult<Object<'py>> {
        record!(self, event, {
            "id": &message.id,
            "trigger": self.place(message.trigger.as_ref())?,
            "type": self.member(&self.classes.event_type, message.r#type),
            "mode": self.member(&self.classes.event_mode, message.mode),
            "contexts": self.contexts(&message.contexts)?,
            "arguments": self.tuple(&message.arguments, Self::argument)?,
            "when": self.optional(message.when.as_ref(), Self::days)?,
            "status": self.member(&self.classes.event_status, message.status),
            "casualties": self.optional(message.casualties.as_ref(), Self::casualties)?,
            "quad": self.member(&self.classes.quad_class, message.quad),
            "intensity": message.intensity,
            "acled": self.optional(message.acled.as_ref(), Self::acled_code)?,
            "statements": PyTuple::new(self.py, &message.statements)?,
            "score": message.score,
            "evidence": &message.evidence,
            "trigger_lemma": &message.trigger_lemma,
            "same_as": &message.same_as,
            "custom_type": &message.custom_type,
            "attestations": self.tuple(&message.attestations, Self::attestation)?,
        })
    }

    fn attestation(&self, message: &pb::Attestation) -> PyResult<Object<'py>> {
        record!(self, attestation, {
            "statement": &message.statement,
            "status": self.member(&self.classes.event_status, message.status),
        })
    }

    fn argument(&self, message: &pb::Argument) -> PyResult<Object<'py>> {
        record!(self, argument, {
            "role": self.member(&self.classes.argument_role, message.role),
            "span": self.place(message.span.as_ref())?,
            "mention": message.mention,
            "entity": &message.entity,
            "country": &message.country,
            "sector": &message.sector,
        })
    }

    fn casualties(&self, message: &pb::Casualties) -> PyResult<Object<'py>> {
        record!(self, casualties, {
            "killed": self.optional(message.killed.as_ref(), Self::bounds)?,
            "injured": self.optional(message.injured.as_ref(), Self::bounds)?,
            "missing": self.optional(message.missing.as_ref(), Self::bounds)?,
            "detained": self.optional(message.detained.as_ref(), Self::bounds)?,
            "displaced": self.optional(message.displaced.as_ref(), Self::bounds)?,
            "item": &message.item,
            "revised": message.revised,
        })
    }

    pub(crate) fn statement(&self, message: &pb::Statement) -> PyResult<Object<'py>> {
        record!(self, statement, {
            "id": &message.id,
            "source": self.optional(message.source.as_ref(), Self::source)?,
            "via": self.tuple(&message.via, Self::source)?,
            "cue": self.place(message.cue.as_ref())?,
            "cue_lemma": &message.cue_lemma,
            "content": self.place(message.content.as_ref())?,
            "stance": self.member(&self.classes.stance, message.stance),
            "quotation": self.member(&self.classes.quotation, message.quotation),
            "medium": &message.medium,
            "events": PyTuple::new(self.py, &message.events)?,
            "score": message.score,
            "evidence": &message.evidence,
        })
    }

    fn source(&self, message: &pb::Source) -> PyResult<Object<'py>> {
        record!(self, source, {
            "span": self.place(message.span.as_ref())?,
            "mention": message.mention,
            "entity": &message.entity,
            "kind": self.member(&self.classes.source_kind, message.kind),
            "speaks_for": &message.speaks_for,
        })
    }

    fn span(&self, message: &pb::Span) -> PyResult<Object<'py>> {
        let (start, end) = (message.start as isize, message.end as isize);
        let words = self.text.as_any().get_item(PySlice::new(self.py, start, end, 1))?;
        record!(self, span, { "start": message.start, "end": message.end, "text": words })
    }

    /// The span of a record that always has one.
    fn place(&self, message: Option<&pb::Span>) -> PyResult<Object<'py>> {
        self.span(message.ok_or_else(|| MusnadError::new_err("a record has no span"))?)
    }

    fn lat_lon(&self, message: &pb::LatLon) -> PyResult<Object<'py>> {
        record!(self, lat_lon, { "lat": message.lat, "lon": message.lon })
    }

    fn bounds(&self, message: &pb::Bounds) -> PyResult<Object<'py>> {
        record!(self, bounds, { "min": message.min, "max": message.max })
    }

    fn acled_code(&self, message: &pb::AcledCode) -> PyResult<Object<'py>> {
        record!(self, acled_code, { "event_type": &message.event_type, "sub_event_type": &message.sub_event_type })
    }

    fn days(&self, message: &pb::Days) -> PyResult<Object<'py>> {
        record!(self, days, { "first_day": self.day(&message.first_day)?, "last_day": self.day(&message.last_day)? })
    }

    fn day(&self, iso: &str) -> PyResult<Option<Object<'py>>> {
        if iso.is_empty() {
            return Ok(None);
        }
        self.classes
            .date
            .bind(self.py)
            .call_method1(pyo3::intern!(self.py, "fromisoformat"), (iso,))
            .map(Some)
    }

    fn member(&self, members: &Members, number: i32) -> Option<Object<'py>> {
        let index = usize::try_from(number).ok()?.checked_sub(1)?;
        members.0.get(index).map(|member| member.bind(self.py).clone())
    }

    fn optional<T>(
        &self,
        message: Option<&T>,
        object: impl Fn(&Self, &T) -> PyResult<Object<'py>>,
    ) -> PyResult<Option<Object<'py>>> {
        message.map(|message| object(self, message)).transpose()
    }
}
