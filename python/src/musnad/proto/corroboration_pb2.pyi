from musnad.proto import entity_pb2 as _entity_pb2
from musnad.proto import event_pb2 as _event_pb2
from musnad.proto import time_pb2 as _time_pb2
from google.protobuf.internal import containers as _containers
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from typing import ClassVar as _ClassVar, Iterable as _Iterable, Mapping as _Mapping, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class EventMember(_message.Message):
    __slots__ = ("document_id", "event")
    DOCUMENT_ID_FIELD_NUMBER: _ClassVar[int]
    EVENT_FIELD_NUMBER: _ClassVar[int]
    document_id: str
    event: str
    def __init__(self, document_id: _Optional[str] = ..., event: _Optional[str] = ...) -> None: ...

class Figure(_message.Message):
    __slots__ = ("killed", "injured", "source", "members")
    KILLED_FIELD_NUMBER: _ClassVar[int]
    INJURED_FIELD_NUMBER: _ClassVar[int]
    SOURCE_FIELD_NUMBER: _ClassVar[int]
    MEMBERS_FIELD_NUMBER: _ClassVar[int]
    killed: _event_pb2.Bounds
    injured: _event_pb2.Bounds
    source: str
    members: _containers.RepeatedCompositeFieldContainer[EventMember]
    def __init__(self, killed: _Optional[_Union[_event_pb2.Bounds, _Mapping]] = ..., injured: _Optional[_Union[_event_pb2.Bounds, _Mapping]] = ..., source: _Optional[str] = ..., members: _Optional[_Iterable[_Union[EventMember, _Mapping]]] = ...) -> None: ...

class EventCluster(_message.Message):
    __slots__ = ("id", "members", "type", "place", "location", "when", "figures", "independent_sources", "score", "evidence")
    ID_FIELD_NUMBER: _ClassVar[int]
    MEMBERS_FIELD_NUMBER: _ClassVar[int]
    TYPE_FIELD_NUMBER: _ClassVar[int]
    PLACE_FIELD_NUMBER: _ClassVar[int]
    LOCATION_FIELD_NUMBER: _ClassVar[int]
    WHEN_FIELD_NUMBER: _ClassVar[int]
    FIGURES_FIELD_NUMBER: _ClassVar[int]
    INDEPENDENT_SOURCES_FIELD_NUMBER: _ClassVar[int]
    SCORE_FIELD_NUMBER: _ClassVar[int]
    EVIDENCE_FIELD_NUMBER: _ClassVar[int]
    id: str
    members: _containers.RepeatedCompositeFieldContainer[EventMember]
    type: _event_pb2.EventType
    place: str
    location: _entity_pb2.LatLon
    when: _time_pb2.Days
    figures: _containers.RepeatedCompositeFieldContainer[Figure]
    independent_sources: int
    score: float
    evidence: str
    def __init__(self, id: _Optional[str] = ..., members: _Optional[_Iterable[_Union[EventMember, _Mapping]]] = ..., type: _Optional[_Union[_event_pb2.EventType, str]] = ..., place: _Optional[str] = ..., location: _Optional[_Union[_entity_pb2.LatLon, _Mapping]] = ..., when: _Optional[_Union[_time_pb2.Days, _Mapping]] = ..., figures: _Optional[_Iterable[_Union[Figure, _Mapping]]] = ..., independent_sources: _Optional[int] = ..., score: _Optional[float] = ..., evidence: _Optional[str] = ...) -> None: ...
