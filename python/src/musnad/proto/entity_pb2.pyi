from musnad.proto import text_pb2 as _text_pb2
from google.protobuf.internal import containers as _containers
from google.protobuf.internal import enum_type_wrapper as _enum_type_wrapper
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from typing import ClassVar as _ClassVar, Iterable as _Iterable, Mapping as _Mapping, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class EntityType(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    ENTITY_TYPE_UNSPECIFIED: _ClassVar[EntityType]
    ENTITY_TYPE_PERSON: _ClassVar[EntityType]
    ENTITY_TYPE_ORGANIZATION: _ClassVar[EntityType]
    ENTITY_TYPE_GEOPOLITICAL: _ClassVar[EntityType]
    ENTITY_TYPE_LOCATION: _ClassVar[EntityType]
    ENTITY_TYPE_FACILITY: _ClassVar[EntityType]
    ENTITY_TYPE_MISCELLANEOUS: _ClassVar[EntityType]

class MentionForm(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    MENTION_FORM_UNSPECIFIED: _ClassVar[MentionForm]
    MENTION_FORM_NAME: _ClassVar[MentionForm]
    MENTION_FORM_NOMINAL: _ClassVar[MentionForm]
    MENTION_FORM_PRONOUN: _ClassVar[MentionForm]

class PlaceResolution(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    PLACE_RESOLUTION_UNSPECIFIED: _ClassVar[PlaceResolution]
    PLACE_RESOLUTION_COUNTRY: _ClassVar[PlaceResolution]
    PLACE_RESOLUTION_PROVINCE: _ClassVar[PlaceResolution]
    PLACE_RESOLUTION_DISTRICT: _ClassVar[PlaceResolution]
    PLACE_RESOLUTION_TOWN: _ClassVar[PlaceResolution]
    PLACE_RESOLUTION_SITE: _ClassVar[PlaceResolution]
    PLACE_RESOLUTION_AREA: _ClassVar[PlaceResolution]
    PLACE_RESOLUTION_OFFSET: _ClassVar[PlaceResolution]
ENTITY_TYPE_UNSPECIFIED: EntityType
ENTITY_TYPE_PERSON: EntityType
ENTITY_TYPE_ORGANIZATION: EntityType
ENTITY_TYPE_GEOPOLITICAL: EntityType
ENTITY_TYPE_LOCATION: EntityType
ENTITY_TYPE_FACILITY: EntityType
ENTITY_TYPE_MISCELLANEOUS: EntityType
MENTION_FORM_UNSPECIFIED: MentionForm
MENTION_FORM_NAME: MentionForm
MENTION_FORM_NOMINAL: MentionForm
MENTION_FORM_PRONOUN: MentionForm
PLACE_RESOLUTION_UNSPECIFIED: PlaceResolution
PLACE_RESOLUTION_COUNTRY: PlaceResolution
PLACE_RESOLUTION_PROVINCE: PlaceResolution
PLACE_RESOLUTION_DISTRICT: PlaceResolution
PLACE_RESOLUTION_TOWN: PlaceResolution
PLACE_RESOLUTION_SITE: PlaceResolution
PLACE_RESOLUTION_AREA: PlaceResolution
PLACE_RESOLUTION_OFFSET: PlaceResolution

class Mention(_message.Message):
    __slots__ = ("span", "head", "type", "form", "entity", "title", "score", "evidence")
    SPAN_FIELD_NUMBER: _ClassVar[int]
    HEAD_FIELD_NUMBER: _ClassVar[int]
    TYPE_FIELD_NUMBER: _ClassVar[int]
    FORM_FIELD_NUMBER: _ClassVar[int]
    ENTITY_FIELD_NUMBER: _ClassVar[int]
    TITLE_FIELD_NUMBER: _ClassVar[int]
    SCORE_FIELD_NUMBER: _ClassVar[int]
    EVIDENCE_FIELD_NUMBER: _ClassVar[int]
    span: _text_pb2.Span
    head: _text_pb2.Span
    type: EntityType
    form: MentionForm
    entity: str
    title: _text_pb2.Span
    score: float
    evidence: str
    def __init__(self, span: _Optional[_Union[_text_pb2.Span, _Mapping]] = ..., head: _Optional[_Union[_text_pb2.Span, _Mapping]] = ..., type: _Optional[_Union[EntityType, str]] = ..., form: _Optional[_Union[MentionForm, str]] = ..., entity: _Optional[str] = ..., title: _Optional[_Union[_text_pb2.Span, _Mapping]] = ..., score: _Optional[float] = ..., evidence: _Optional[str] = ...) -> None: ...

class LatLon(_message.Message):
    __slots__ = ("lat", "lon")
    LAT_FIELD_NUMBER: _ClassVar[int]
    LON_FIELD_NUMBER: _ClassVar[int]
    lat: float
    lon: float
    def __init__(self, lat: _Optional[float] = ..., lon: _Optional[float] = ...) -> None: ...

class Role(_message.Message):
    __slots__ = ("span", "office", "country", "of")
    SPAN_FIELD_NUMBER: _ClassVar[int]
    OFFICE_FIELD_NUMBER: _ClassVar[int]
    COUNTRY_FIELD_NUMBER: _ClassVar[int]
    OF_FIELD_NUMBER: _ClassVar[int]
    span: _text_pb2.Span
    office: str
    country: str
    of: str
    def __init__(self, span: _Optional[_Union[_text_pb2.Span, _Mapping]] = ..., office: _Optional[str] = ..., country: _Optional[str] = ..., of: _Optional[str] = ...) -> None: ...

class Entity(_message.Message):
    __slots__ = ("id", "type", "name", "name_en", "wikidata", "geonames", "country", "sectors", "location", "aliases", "score", "evidence", "romanized", "admin1", "admin2", "resolution", "radius_km", "roles", "code")
    ID_FIELD_NUMBER: _ClassVar[int]
    TYPE_FIELD_NUMBER: _ClassVar[int]
    NAME_FIELD_NUMBER: _ClassVar[int]
    NAME_EN_FIELD_NUMBER: _ClassVar[int]
    WIKIDATA_FIELD_NUMBER: _ClassVar[int]
    GEONAMES_FIELD_NUMBER: _ClassVar[int]
    COUNTRY_FIELD_NUMBER: _ClassVar[int]
    SECTORS_FIELD_NUMBER: _ClassVar[int]
    LOCATION_FIELD_NUMBER: _ClassVar[int]
    ALIASES_FIELD_NUMBER: _ClassVar[int]
    SCORE_FIELD_NUMBER: _ClassVar[int]
    EVIDENCE_FIELD_NUMBER: _ClassVar[int]
    ROMANIZED_FIELD_NUMBER: _ClassVar[int]
    ADMIN1_FIELD_NUMBER: _ClassVar[int]
    ADMIN2_FIELD_NUMBER: _ClassVar[int]
    RESOLUTION_FIELD_NUMBER: _ClassVar[int]
    RADIUS_KM_FIELD_NUMBER: _ClassVar[int]
    ROLES_FIELD_NUMBER: _ClassVar[int]
    CODE_FIELD_NUMBER: _ClassVar[int]
    id: str
    type: EntityType
    name: str
    name_en: str
    wikidata: str
    geonames: int
    country: str
    sectors: _containers.RepeatedScalarFieldContainer[str]
    location: LatLon
    aliases: _containers.RepeatedScalarFieldContainer[str]
    score: float
    evidence: str
    romanized: str
    admin1: str
    admin2: str
    resolution: PlaceResolution
    radius_km: float
    roles: _containers.RepeatedCompositeFieldContainer[Role]
    code: str
    def __init__(self, id: _Optional[str] = ..., type: _Optional[_Union[EntityType, str]] = ..., name: _Optional[str] = ..., name_en: _Optional[str] = ..., wikidata: _Optional[str] = ..., geonames: _Optional[int] = ..., country: _Optional[str] = ..., sectors: _Optional[_Iterable[str]] = ..., location: _Optional[_Union[LatLon, _Mapping]] = ..., aliases: _Optional[_Iterable[str]] = ..., score: _Optional[float] = ..., evidence: _Optional[str] = ..., romanized: _Optional[str] = ..., admin1: _Optional[str] = ..., admin2: _Optional[str] = ..., resolution: _Optional[_Union[PlaceResolution, str]] = ..., radius_km: _Optional[float] = ..., roles: _Optional[_Iterable[_Union[Role, _Mapping]]] = ..., code: _Optional[str] = ...) -> None: ...
