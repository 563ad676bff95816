from musnad.proto import text_pb2 as _text_pb2
from musnad.proto import time_pb2 as _time_pb2
from google.protobuf.internal import containers as _containers
from google.protobuf.internal import enum_type_wrapper as _enum_type_wrapper
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from typing import ClassVar as _ClassVar, Iterable as _Iterable, Mapping as _Mapping, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class EventType(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    EVENT_TYPE_UNSPECIFIED: _ClassVar[EventType]
    EVENT_TYPE_AGREE: _ClassVar[EventType]
    EVENT_TYPE_CONSULT: _ClassVar[EventType]
    EVENT_TYPE_SUPPORT: _ClassVar[EventType]
    EVENT_TYPE_CONCEDE: _ClassVar[EventType]
    EVENT_TYPE_COOPERATE: _ClassVar[EventType]
    EVENT_TYPE_AID: _ClassVar[EventType]
    EVENT_TYPE_RETREAT: _ClassVar[EventType]
    EVENT_TYPE_REQUEST: _ClassVar[EventType]
    EVENT_TYPE_ACCUSE: _ClassVar[EventType]
    EVENT_TYPE_REJECT: _ClassVar[EventType]
    EVENT_TYPE_THREATEN: _ClassVar[EventType]
    EVENT_TYPE_PROTEST: _ClassVar[EventType]
    EVENT_TYPE_SANCTION: _ClassVar[EventType]
    EVENT_TYPE_MOBILIZE: _ClassVar[EventType]
    EVENT_TYPE_COERCE: _ClassVar[EventType]
    EVENT_TYPE_ASSAULT: _ClassVar[EventType]

class EventMode(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    EVENT_MODE_UNSPECIFIED: _ClassVar[EventMode]
    EVENT_MODE_VISIT: _ClassVar[EventMode]
    EVENT_MODE_THIRD_PARTY: _ClassVar[EventMode]
    EVENT_MODE_MULTILATERAL: _ClassVar[EventMode]
    EVENT_MODE_PHONE: _ClassVar[EventMode]
    EVENT_MODE_WITHDRAW: _ClassVar[EventMode]
    EVENT_MODE_RELEASE: _ClassVar[EventMode]
    EVENT_MODE_DISARM: _ClassVar[EventMode]
    EVENT_MODE_CEASEFIRE: _ClassVar[EventMode]
    EVENT_MODE_ACCESS: _ClassVar[EventMode]
    EVENT_MODE_RESIGN: _ClassVar[EventMode]
    EVENT_MODE_ASSIST: _ClassVar[EventMode]
    EVENT_MODE_CHANGE: _ClassVar[EventMode]
    EVENT_MODE_YIELD: _ClassVar[EventMode]
    EVENT_MODE_MEET: _ClassVar[EventMode]
    EVENT_MODE_DISAPPROVE: _ClassVar[EventMode]
    EVENT_MODE_INVESTIGATE: _ClassVar[EventMode]
    EVENT_MODE_ALLEGE: _ClassVar[EventMode]
    EVENT_MODE_RESTRICT: _ClassVar[EventMode]
    EVENT_MODE_ARREST: _ClassVar[EventMode]
    EVENT_MODE_RELATIONS: _ClassVar[EventMode]
    EVENT_MODE_EXPEL: _ClassVar[EventMode]
    EVENT_MODE_TERRITORY: _ClassVar[EventMode]
    EVENT_MODE_VIOLENCE: _ClassVar[EventMode]
    EVENT_MODE_DEMO: _ClassVar[EventMode]
    EVENT_MODE_RIOT: _ClassVar[EventMode]
    EVENT_MODE_STRIKE: _ClassVar[EventMode]
    EVENT_MODE_HUNGER: _ClassVar[EventMode]
    EVENT_MODE_BOYCOTT: _ClassVar[EventMode]
    EVENT_MODE_OBSTRUCT: _ClassVar[EventMode]
    EVENT_MODE_VANDALIZE: _ClassVar[EventMode]
    EVENT_MODE_CONVICT: _ClassVar[EventMode]
    EVENT_MODE_DISCONTINUE: _ClassVar[EventMode]
    EVENT_MODE_TROOPS: _ClassVar[EventMode]
    EVENT_MODE_WEAPONS: _ClassVar[EventMode]
    EVENT_MODE_POLICE: _ClassVar[EventMode]
    EVENT_MODE_MILITIA: _ClassVar[EventMode]
    EVENT_MODE_SEIZE: _ClassVar[EventMode]
    EVENT_MODE_CENSOR: _ClassVar[EventMode]
    EVENT_MODE_CURFEW: _ClassVar[EventMode]
    EVENT_MODE_MARTIAL_LAW: _ClassVar[EventMode]
    EVENT_MODE_DEPORT: _ClassVar[EventMode]
    EVENT_MODE_WITHHOLD: _ClassVar[EventMode]
    EVENT_MODE_MISINFORMATION: _ClassVar[EventMode]
    EVENT_MODE_CYBER: _ClassVar[EventMode]
    EVENT_MODE_ABDUCT: _ClassVar[EventMode]
    EVENT_MODE_BEAT: _ClassVar[EventMode]
    EVENT_MODE_TORTURE: _ClassVar[EventMode]
    EVENT_MODE_SEXUAL: _ClassVar[EventMode]
    EVENT_MODE_TARGETED: _ClassVar[EventMode]
    EVENT_MODE_DESTROY: _ClassVar[EventMode]
    EVENT_MODE_PRIMITIVE: _ClassVar[EventMode]
    EVENT_MODE_FIREARMS: _ClassVar[EventMode]
    EVENT_MODE_EXPLOSIVES: _ClassVar[EventMode]
    EVENT_MODE_SUICIDE_ATTACK: _ClassVar[EventMode]
    EVENT_MODE_AERIAL: _ClassVar[EventMode]
    EVENT_MODE_DRONE: _ClassVar[EventMode]
    EVENT_MODE_HEAVY_WEAPONS: _ClassVar[EventMode]
    EVENT_MODE_CROWD_CONTROL: _ClassVar[EventMode]
    EVENT_MODE_UNCONVENTIONAL: _ClassVar[EventMode]
    EVENT_MODE_SIDE_AB: _ClassVar[EventMode]

class EventContext(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    EVENT_CONTEXT_UNSPECIFIED: _ClassVar[EventContext]
    EVENT_CONTEXT_MILITARY: _ClassVar[EventContext]
    EVENT_CONTEXT_INTELLIGENCE: _ClassVar[EventContext]
    EVENT_CONTEXT_EXECUTIVE: _ClassVar[EventContext]
    EVENT_CONTEXT_LEGISLATIVE: _ClassVar[EventContext]
    EVENT_CONTEXT_ELECTION: _ClassVar[EventContext]
    EVENT_CONTEXT_POLITICAL_INSTITUTIONS: _ClassVar[EventContext]
    EVENT_CONTEXT_PRO_DEMOCRACY: _ClassVar[EventContext]
    EVENT_CONTEXT_PRO_AUTOCRACY: _ClassVar[EventContext]
    EVENT_CONTEXT_ECONOMIC: _ClassVar[EventContext]
    EVENT_CONTEXT_LEGAL: _ClassVar[EventContext]
    EVENT_CONTEXT_REPARATIONS: _ClassVar[EventContext]
    EVENT_CONTEXT_HUMAN_RIGHTS: _ClassVar[EventContext]
    EVENT_CONTEXT_RIGHTS_FREEDOMS: _ClassVar[EventContext]
    EVENT_CONTEXT_REPRESSION: _ClassVar[EventContext]
    EVENT_CONTEXT_HUMAN_SECURITY: _ClassVar[EventContext]
    EVENT_CONTEXT_GENDER: _ClassVar[EventContext]
    EVENT_CONTEXT_LGBT: _ClassVar[EventContext]
    EVENT_CONTEXT_RELIGION_ETHNICITY: _ClassVar[EventContext]
    EVENT_CONTEXT_INEQUALITY: _ClassVar[EventContext]
    EVENT_CONTEXT_DIPLOMATIC: _ClassVar[EventContext]
    EVENT_CONTEXT_TERRITORY: _ClassVar[EventContext]
    EVENT_CONTEXT_PEACEKEEPING: _ClassVar[EventContext]
    EVENT_CONTEXT_HEALTH: _ClassVar[EventContext]
    EVENT_CONTEXT_ASYLUM: _ClassVar[EventContext]
    EVENT_CONTEXT_MIGRATION: _ClassVar[EventContext]
    EVENT_CONTEXT_DISASTERS: _ClassVar[EventContext]
    EVENT_CONTEXT_NATURAL_RESOURCE: _ClassVar[EventContext]
    EVENT_CONTEXT_ENVIRONMENT: _ClassVar[EventContext]
    EVENT_CONTEXT_TECHNOLOGY: _ClassVar[EventContext]
    EVENT_CONTEXT_TERRORISM: _ClassVar[EventContext]
    EVENT_CONTEXT_CBRN: _ClassVar[EventContext]
    EVENT_CONTEXT_CYBER: _ClassVar[EventContext]
    EVENT_CONTEXT_MISINFORMATION: _ClassVar[EventContext]
    EVENT_CONTEXT_CRIME: _ClassVar[EventContext]
    EVENT_CONTEXT_CORRUPTION: _ClassVar[EventContext]
    EVENT_CONTEXT_ILLEGAL_DRUGS: _ClassVar[EventContext]
    EVENT_CONTEXT_TRAFFICKING: _ClassVar[EventContext]

class EventStatus(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    EVENT_STATUS_UNSPECIFIED: _ClassVar[EventStatus]
    EVENT_STATUS_OCCURRED: _ClassVar[EventStatus]
    EVENT_STATUS_PLANNED: _ClassVar[EventStatus]
    EVENT_STATUS_DEMANDED: _ClassVar[EventStatus]
    EVENT_STATUS_POSSIBLE: _ClassVar[EventStatus]
    EVENT_STATUS_NEGATED: _ClassVar[EventStatus]

class QuadClass(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    QUAD_CLASS_UNSPECIFIED: _ClassVar[QuadClass]
    QUAD_CLASS_VERBAL_COOPERATION: _ClassVar[QuadClass]
    QUAD_CLASS_MATERIAL_COOPERATION: _ClassVar[QuadClass]
    QUAD_CLASS_VERBAL_CONFLICT: _ClassVar[QuadClass]
    QUAD_CLASS_MATERIAL_CONFLICT: _ClassVar[QuadClass]

class ArgumentRole(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    ARGUMENT_ROLE_UNSPECIFIED: _ClassVar[ArgumentRole]
    ARGUMENT_ROLE_ACTOR: _ClassVar[ArgumentRole]
    ARGUMENT_ROLE_RECIPIENT: _ClassVar[ArgumentRole]
    ARGUMENT_ROLE_PLACE: _ClassVar[ArgumentRole]
    ARGUMENT_ROLE_TIME: _ClassVar[ArgumentRole]
    ARGUMENT_ROLE_INSTRUMENT: _ClassVar[ArgumentRole]
EVENT_TYPE_UNSPECIFIED: EventType
EVENT_TYPE_AGREE: EventType
EVENT_TYPE_CONSULT: EventType
EVENT_TYPE_SUPPORT: EventType
EVENT_TYPE_CONCEDE: EventType
EVENT_TYPE_COOPERATE: EventType
EVENT_TYPE_AID: EventType
EVENT_TYPE_RETREAT: EventType
EVENT_TYPE_REQUEST: EventType
EVENT_TYPE_ACCUSE: EventType
EVENT_TYPE_REJECT: EventType
EVENT_TYPE_THREATEN: EventType
EVENT_TYPE_PROTEST: EventType
EVENT_TYPE_SANCTION: EventType
EVENT_TYPE_MOBILIZE: EventType
EVENT_TYPE_COERCE: EventType
EVENT_TYPE_ASSAULT: EventType
EVENT_MODE_UNSPECIFIED: EventMode
EVENT_MODE_VISIT: EventMode
EVENT_MODE_THIRD_PARTY: EventMode
EVENT_MODE_MULTILATERAL: EventMode
EVENT_MODE_PHONE: EventMode
EVENT_MODE_WITHDRAW: EventMode
EVENT_MODE_RELEASE: EventMode
EVENT_MODE_DISARM: EventMode
EVENT_MODE_CEASEFIRE: EventMode
EVENT_MODE_ACCESS: EventMode
EVENT_MODE_RESIGN: EventMode
EVENT_MODE_ASSIST: EventMode
EVENT_MODE_CHANGE: EventMode
EVENT_MODE_YIELD: EventMode
EVENT_MODE_MEET: EventMode
EVENT_MODE_DISAPPROVE: EventMode
EVENT_MODE_INVESTIGATE: EventMode
EVENT_MODE_ALLEGE: EventMode
EVENT_MODE_RESTRICT: EventMode
EVENT_MODE_ARREST: EventMode
EVENT_MODE_RELATIONS: EventMode
EVENT_MODE_EXPEL: EventMode
EVENT_MODE_TERRITORY: EventMode
EVENT_MODE_VIOLENCE: EventMode
EVENT_MODE_DEMO: EventMode
EVENT_MODE_RIOT: EventMode
EVENT_MODE_STRIKE: EventMode
EVENT_MODE_HUNGER: EventMode
EVENT_MODE_BOYCOTT: EventMode
EVENT_MODE_OBSTRUCT: EventMode
EVENT_MODE_VANDALIZE: EventMode
EVENT_MODE_CONVICT: EventMode
EVENT_MODE_DISCONTINUE: EventMode
EVENT_MODE_TROOPS: EventMode
EVENT_MODE_WEAPONS: EventMode
EVENT_MODE_POLICE: EventMode
EVENT_MODE_MILITIA: EventMode
EVENT_MODE_SEIZE: EventMode
EVENT_MODE_CENSOR: EventMode
EVENT_MODE_CURFEW: EventMode
EVENT_MODE_MARTIAL_LAW: EventMode
EVENT_MODE_DEPORT: EventMode
EVENT_MODE_WITHHOLD: EventMode
EVENT_MODE_MISINFORMATION: EventMode
EVENT_MODE_CYBER: EventMode
EVENT_MODE_ABDUCT: EventMode
EVENT_MODE_BEAT: EventMode
EVENT_MODE_TORTURE: EventMode
EVENT_MODE_SEXUAL: EventMode
EVENT_MODE_TARGETED: EventMode
EVENT_MODE_DESTROY: EventMode
EVENT_MODE_PRIMITIVE: EventMode
EVENT_MODE_FIREARMS: EventMode
EVENT_MODE_EXPLOSIVES: EventMode
EVENT_MODE_SUICIDE_ATTACK: EventMode
EVENT_MODE_AERIAL: EventMode
EVENT_MODE_DRONE: EventMode
EVENT_MODE_HEAVY_WEAPONS: EventMode
EVENT_MODE_CROWD_CONTROL: EventMode
EVENT_MODE_UNCONVENTIONAL: EventMode
EVENT_MODE_SIDE_AB: EventMode
EVENT_CONTEXT_UNSPECIFIED: EventContext
EVENT_CONTEXT_MILITARY: EventContext
EVENT_CONTEXT_INTELLIGENCE: EventContext
EVENT_CONTEXT_EXECUTIVE: EventContext
EVENT_CONTEXT_LEGISLATIVE: EventContext
EVENT_CONTEXT_ELECTION: EventContext
EVENT_CONTEXT_POLITICAL_INSTITUTIONS: EventContext
EVENT_CONTEXT_PRO_DEMOCRACY: EventContext
EVENT_CONTEXT_PRO_AUTOCRACY: EventContext
EVENT_CONTEXT_ECONOMIC: EventContext
EVENT_CONTEXT_LEGAL: EventContext
EVENT_CONTEXT_REPARATIONS: EventContext
EVENT_CONTEXT_HUMAN_RIGHTS: EventContext
EVENT_CONTEXT_RIGHTS_FREEDOMS: EventContext
EVENT_CONTEXT_REPRESSION: EventContext
EVENT_CONTEXT_HUMAN_SECURITY: EventContext
EVENT_CONTEXT_GENDER: EventContext
EVENT_CONTEXT_LGBT: EventContext
EVENT_CONTEXT_RELIGION_ETHNICITY: EventContext
EVENT_CONTEXT_INEQUALITY: EventContext
EVENT_CONTEXT_DIPLOMATIC: EventContext
EVENT_CONTEXT_TERRITORY: EventContext
EVENT_CONTEXT_PEACEKEEPING: EventContext
EVENT_CONTEXT_HEALTH: EventContext
EVENT_CONTEXT_ASYLUM: EventContext
EVENT_CONTEXT_MIGRATION: EventContext
EVENT_CONTEXT_DISASTERS: EventContext
EVENT_CONTEXT_NATURAL_RESOURCE: EventContext
EVENT_CONTEXT_ENVIRONMENT: EventContext
EVENT_CONTEXT_TECHNOLOGY: EventContext
EVENT_CONTEXT_TERRORISM: EventContext
EVENT_CONTEXT_CBRN: EventContext
EVENT_CONTEXT_CYBER: EventContext
EVENT_CONTEXT_MISINFORMATION: EventContext
EVENT_CONTEXT_CRIME: EventContext
EVENT_CONTEXT_CORRUPTION: EventContext
EVENT_CONTEXT_ILLEGAL_DRUGS: EventContext
EVENT_CONTEXT_TRAFFICKING: EventContext
EVENT_STATUS_UNSPECIFIED: EventStatus
EVENT_STATUS_OCCURRED: EventStatus
EVENT_STATUS_PLANNED: EventStatus
EVENT_STATUS_DEMANDED: EventStatus
EVENT_STATUS_POSSIBLE: EventStatus
EVENT_STATUS_NEGATED: EventStatus
QUAD_CLASS_UNSPECIFIED: QuadClass
QUAD_CLASS_VERBAL_COOPERATION: QuadClass
QUAD_CLASS_MATERIAL_COOPERATION: QuadClass
QUAD_CLASS_VERBAL_CONFLICT: QuadClass
QUAD_CLASS_MATERIAL_CONFLICT: QuadClass
ARGUMENT_ROLE_UNSPECIFIED: ArgumentRole
ARGUMENT_ROLE_ACTOR: ArgumentRole
ARGUMENT_ROLE_RECIPIENT: ArgumentRole
ARGUMENT_ROLE_PLACE: ArgumentRole
ARGUMENT_ROLE_TIME: ArgumentRole
ARGUMENT_ROLE_INSTRUMENT: ArgumentRole

class Argument(_message.Message):
    __slots__ = ("role", "span", "mention", "entity", "country", "sector")
    ROLE_FIELD_NUMBER: _ClassVar[int]
    SPAN_FIELD_NUMBER: _ClassVar[int]
    MENTION_FIELD_NUMBER: _ClassVar[int]
    ENTITY_FIELD_NUMBER: _ClassVar[int]
    COUNTRY_FIELD_NUMBER: _ClassVar[int]
    SECTOR_FIELD_NUMBER: _ClassVar[int]
    role: ArgumentRole
    span: _text_pb2.Span
    mention: int
    entity: str
    country: str
    sector: str
    def __init__(self, role: _Optional[_Union[ArgumentRole, str]] = ..., span: _Optional[_Union[_text_pb2.Span, _Mapping]] = ..., mention: _Optional[int] = ..., entity: _Optional[str] = ..., country: _Optional[str] = ..., sector: _Optional[str] = ...) -> None: ...

class Bounds(_message.Message):
    __slots__ = ("min", "max")
    MIN_FIELD_NUMBER: _ClassVar[int]
    MAX_FIELD_NUMBER: _ClassVar[int]
    min: float
    max: float
    def __init__(self, min: _Optional[float] = ..., max: _Optional[float] = ...) -> None: ...

class Casualties(_message.Message):
    __slots__ = ("killed", "injured", "missing", "detained", "displaced", "item", "revised")
    KILLED_FIELD_NUMBER: _ClassVar[int]
    INJURED_FIELD_NUMBER: _ClassVar[int]
    MISSING_FIELD_NUMBER: _ClassVar[int]
    DETAINED_FIELD_NUMBER: _ClassVar[int]
    DISPLACED_FIELD_NUMBER: _ClassVar[int]
    ITEM_FIELD_NUMBER: _ClassVar[int]
    REVISED_FIELD_NUMBER: _ClassVar[int]
    killed: Bounds
    injured: Bounds
    missing: Bounds
    detained: Bounds
    displaced: Bounds
    item: str
    revised: bool
    def __init__(self, killed: _Optional[_Union[Bounds, _Mapping]] = ..., injured: _Optional[_Union[Bounds, _Mapping]] = ..., missing: _Optional[_Union[Bounds, _Mapping]] = ..., detained: _Optional[_Union[Bounds, _Mapping]] = ..., displaced: _Optional[_Union[Bounds, _Mapping]] = ..., item: _Optional[str] = ..., revised: bool = ...) -> None: ...

class AcledCode(_message.Message):
    __slots__ = ("event_type", "sub_event_type")
    EVENT_TYPE_FIELD_NUMBER: _ClassVar[int]
    SUB_EVENT_TYPE_FIELD_NUMBER: _ClassVar[int]
    event_type: str
    sub_event_type: str
    def __init__(self, event_type: _Optional[str] = ..., sub_event_type: _Optional[str] = ...) -> None: ...

class Attestation(_message.Message):
    __slots__ = ("statement", "status")
    STATEMENT_FIELD_NUMBER: _ClassVar[int]
    STATUS_FIELD_NUMBER: _ClassVar[int]
    statement: str
    status: EventStatus
    def __init__(self, statement: _Optional[str] = ..., status: _Optional[_Union[EventStatus, str]] = ...) -> None: ...

class Event(_message.Message):
    __slots__ = ("id", "trigger", "type", "mode", "contexts", "arguments", "when", "status", "casualties", "quad", "intensity", "acled", "statements", "score", "evidence", "trigger_lemma", "attestations", "same_as", "custom_type")
    ID_FIELD_NUMBER: _ClassVar[int]
    TRIGGER_FIELD_NUMBER: _ClassVar[int]
    TYPE_FIELD_NUMBER: _ClassVar[int]
    MODE_FIELD_NUMBER: _ClassVar[int]
    CONTEXTS_FIELD_NUMBER: _ClassVar[int]
    ARGUMENTS_FIELD_NUMBER: _ClassVar[int]
    WHEN_FIELD_NUMBER: _ClassVar[int]
    STATUS_FIELD_NUMBER: _ClassVar[int]
    CASUALTIES_FIELD_NUMBER: _ClassVar[int]
    QUAD_FIELD_NUMBER: _ClassVar[int]
    INTENSITY_FIELD_NUMBER: _ClassVar[int]
    ACLED_FIELD_NUMBER: _ClassVar[int]
    STATEMENTS_FIELD_NUMBER: _ClassVar[int]
    SCORE_FIELD_NUMBER: _ClassVar[int]
    EVIDENCE_FIELD_NUMBER: _ClassVar[int]
    TRIGGER_LEMMA_FIELD_NUMBER: _ClassVar[int]
    ATTESTATIONS_FIELD_NUMBER: _ClassVar[int]
    SAME_AS_FIELD_NUMBER: _ClassVar[int]
    CUSTOM_TYPE_FIELD_NUMBER: _ClassVar[int]
    id: str
    trigger: _text_pb2.Span
    type: EventType
    mode: EventMode
    contexts: _containers.RepeatedScalarFieldContainer[EventContext]
    arguments: _containers.RepeatedCompositeFieldContainer[Argument]
    when: _time_pb2.Days
    status: EventStatus
    casualties: Casualties
    quad: QuadClass
    intensity: float
    acled: AcledCode
    statements: _containers.RepeatedScalarFieldContainer[str]
    score: float
    evidence: str
    trigger_lemma: str
    attestations: _containers.RepeatedCompositeFieldContainer[Attestation]
    same_as: str
    custom_type: str
    def __init__(self, id: _Optional[str] = ..., trigger: _Optional[_Union[_text_pb2.Span, _Mapping]] = ..., type: _Optional[_Union[EventType, str]] = ..., mode: _Optional[_Union[EventMode, str]] = ..., contexts: _Optional[_Iterable[_Union[EventContext, str]]] = ..., arguments: _Optional[_Iterable[_Union[Argument, _Mapping]]] = ..., when: _Optional[_Union[_time_pb2.Days, _Mapping]] = ..., status: _Optional[_Union[EventStatus, str]] = ..., casualties: _Optional[_Union[Casualties, _Mapping]] = ..., quad: _Optional[_Union[QuadClass, str]] = ..., intensity: _Optional[float] = ..., acled: _Optional[_Union[AcledCode, _Mapping]] = ..., statements: _Optional[_Iterable[str]] = ..., score: _Optional[float] = ..., evidence: _Optional[str] = ..., trigger_lemma: _Optional[str] = ..., attestations: _Optional[_Iterable[_Union[Attestation, _Mapping]]] = ..., same_as: _Optional[str] = ..., custom_type: _Optional[str] = ...) -> None: ...
