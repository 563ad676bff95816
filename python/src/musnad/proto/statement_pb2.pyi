from musnad.proto import text_pb2 as _text_pb2
from google.protobuf.internal import containers as _containers
from google.protobuf.internal import enum_type_wrapper as _enum_type_wrapper
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from typing import ClassVar as _ClassVar, Iterable as _Iterable, Mapping as _Mapping, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class SourceKind(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    SOURCE_KIND_UNSPECIFIED: _ClassVar[SourceKind]
    SOURCE_KIND_NAMED: _ClassVar[SourceKind]
    SOURCE_KIND_UNNAMED: _ClassVar[SourceKind]
    SOURCE_KIND_ORGANIZATION: _ClassVar[SourceKind]
    SOURCE_KIND_MEDIA: _ClassVar[SourceKind]
    SOURCE_KIND_DOCUMENT: _ClassVar[SourceKind]

class Stance(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    STANCE_UNSPECIFIED: _ClassVar[Stance]
    STANCE_ASSERT: _ClassVar[Stance]
    STANCE_DENY: _ClassVar[Stance]
    STANCE_ACCUSE: _ClassVar[Stance]
    STANCE_CONDEMN: _ClassVar[Stance]
    STANCE_WARN: _ClassVar[Stance]
    STANCE_THREATEN: _ClassVar[Stance]
    STANCE_DEMAND: _ClassVar[Stance]
    STANCE_PROMISE: _ClassVar[Stance]
    STANCE_REJECT: _ClassVar[Stance]
    STANCE_SUPPORT: _ClassVar[Stance]
    STANCE_DOUBT: _ClassVar[Stance]
    STANCE_CONCERN: _ClassVar[Stance]

class Quotation(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    QUOTATION_UNSPECIFIED: _ClassVar[Quotation]
    QUOTATION_DIRECT: _ClassVar[Quotation]
    QUOTATION_INDIRECT: _ClassVar[Quotation]
    QUOTATION_MIXED: _ClassVar[Quotation]
SOURCE_KIND_UNSPECIFIED: SourceKind
SOURCE_KIND_NAMED: SourceKind
SOURCE_KIND_UNNAMED: SourceKind
SOURCE_KIND_ORGANIZATION: SourceKind
SOURCE_KIND_MEDIA: SourceKind
SOURCE_KIND_DOCUMENT: SourceKind
STANCE_UNSPECIFIED: Stance
STANCE_ASSERT: Stance
STANCE_DENY: Stance
STANCE_ACCUSE: Stance
STANCE_CONDEMN: Stance
STANCE_WARN: Stance
STANCE_THREATEN: Stance
STANCE_DEMAND: Stance
STANCE_PROMISE: Stance
STANCE_REJECT: Stance
STANCE_SUPPORT: Stance
STANCE_DOUBT: Stance
STANCE_CONCERN: Stance
QUOTATION_UNSPECIFIED: Quotation
QUOTATION_DIRECT: Quotation
QUOTATION_INDIRECT: Quotation
QUOTATION_MIXED: Quotation

class Source(_message.Message):
    __slots__ = ("span", "mention", "entity", "kind", "speaks_for")
    SPAN_FIELD_NUMBER: _ClassVar[int]
    MENTION_FIELD_NUMBER: _ClassVar[int]
    ENTITY_FIELD_NUMBER: _ClassVar[int]
    KIND_FIELD_NUMBER: _ClassVar[int]
    SPEAKS_FOR_FIELD_NUMBER: _ClassVar[int]
    span: _text_pb2.Span
    mention: int
    entity: str
    kind: SourceKind
    speaks_for: str
    def __init__(self, span: _Optional[_Union[_text_pb2.Span, _Mapping]] = ..., mention: _Optional[int] = ..., entity: _Optional[str] = ..., kind: _Optional[_Union[SourceKind, str]] = ..., speaks_for: _Optional[str] = ...) -> None: ...

class Statement(_message.Message):
    __slots__ = ("id", "source", "via", "cue", "cue_lemma", "content", "stance", "quotation", "medium", "events", "score", "evidence")
    ID_FIELD_NUMBER: _ClassVar[int]
    SOURCE_FIELD_NUMBER: _ClassVar[int]
    VIA_FIELD_NUMBER: _ClassVar[int]
    CUE_FIELD_NUMBER: _ClassVar[int]
    CUE_LEMMA_FIELD_NUMBER: _ClassVar[int]
    CONTENT_FIELD_NUMBER: _ClassVar[int]
    STANCE_FIELD_NUMBER: _ClassVar[int]
    QUOTATION_FIELD_NUMBER: _ClassVar[int]
    MEDIUM_FIELD_NUMBER: _ClassVar[int]
    EVENTS_FIELD_NUMBER: _ClassVar[int]
    SCORE_FIELD_NUMBER: _ClassVar[int]
    EVIDENCE_FIELD_NUMBER: _ClassVar[int]
    id: str
    source: Source
    via: _containers.RepeatedCompositeFieldContainer[Source]
    cue: _text_pb2.Span
    cue_lemma: str
    content: _text_pb2.Span
    stance: Stance
    quotation: Quotation
    medium: str
    events: _containers.RepeatedScalarFieldContainer[str]
    score: float
    evidence: str
    def __init__(self, id: _Optional[str] = ..., source: _Optional[_Union[Source, _Mapping]] = ..., via: _Optional[_Iterable[_Union[Source, _Mapping]]] = ..., cue: _Optional[_Union[_text_pb2.Span, _Mapping]] = ..., cue_lemma: _Optional[str] = ..., content: _Optional[_Union[_text_pb2.Span, _Mapping]] = ..., stance: _Optional[_Union[Stance, str]] = ..., quotation: _Optional[_Union[Quotation, str]] = ..., medium: _Optional[str] = ..., events: _Optional[_Iterable[str]] = ..., score: _Optional[float] = ..., evidence: _Optional[str] = ...) -> None: ...
