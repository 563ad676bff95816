from musnad.proto import entity_pb2 as _entity_pb2
from musnad.proto import event_pb2 as _event_pb2
from musnad.proto import quantity_pb2 as _quantity_pb2
from musnad.proto import statement_pb2 as _statement_pb2
from musnad.proto import text_pb2 as _text_pb2
from musnad.proto import time_pb2 as _time_pb2
from google.protobuf.internal import containers as _containers
from google.protobuf.internal import enum_type_wrapper as _enum_type_wrapper
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from typing import ClassVar as _ClassVar, Iterable as _Iterable, Mapping as _Mapping, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class Layer(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    LAYER_UNSPECIFIED: _ClassVar[Layer]
    LAYER_TEXT: _ClassVar[Layer]
    LAYER_SYNTAX: _ClassVar[Layer]
    LAYER_ENTITIES: _ClassVar[Layer]
    LAYER_TIMES: _ClassVar[Layer]
    LAYER_QUANTITIES: _ClassVar[Layer]
    LAYER_EVENTS: _ClassVar[Layer]
    LAYER_STATEMENTS: _ClassVar[Layer]

class WarningCode(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    WARNING_CODE_UNSPECIFIED: _ClassVar[WarningCode]
    WARNING_CODE_NO_PUBLICATION_DATE: _ClassVar[WarningCode]
    WARNING_CODE_NO_ARABIC: _ClassVar[WarningCode]
    WARNING_CODE_UNBALANCED_QUOTES: _ClassVar[WarningCode]
    WARNING_CODE_LONG_SENTENCE: _ClassVar[WarningCode]
    WARNING_CODE_CONTROL_CHARACTERS: _ClassVar[WarningCode]
LAYER_UNSPECIFIED: Layer
LAYER_TEXT: Layer
LAYER_SYNTAX: Layer
LAYER_ENTITIES: Layer
LAYER_TIMES: Layer
LAYER_QUANTITIES: Layer
LAYER_EVENTS: Layer
LAYER_STATEMENTS: Layer
WARNING_CODE_UNSPECIFIED: WarningCode
WARNING_CODE_NO_PUBLICATION_DATE: WarningCode
WARNING_CODE_NO_ARABIC: WarningCode
WARNING_CODE_UNBALANCED_QUOTES: WarningCode
WARNING_CODE_LONG_SENTENCE: WarningCode
WARNING_CODE_CONTROL_CHARACTERS: WarningCode

class Document(_message.Message):
    __slots__ = ("id", "text", "published_at", "source", "url", "language")
    ID_FIELD_NUMBER: _ClassVar[int]
    TEXT_FIELD_NUMBER: _ClassVar[int]
    PUBLISHED_AT_FIELD_NUMBER: _ClassVar[int]
    SOURCE_FIELD_NUMBER: _ClassVar[int]
    URL_FIELD_NUMBER: _ClassVar[int]
    LANGUAGE_FIELD_NUMBER: _ClassVar[int]
    id: str
    text: str
    published_at: str
    source: str
    url: str
    language: str
    def __init__(self, id: _Optional[str] = ..., text: _Optional[str] = ..., published_at: _Optional[str] = ..., source: _Optional[str] = ..., url: _Optional[str] = ..., language: _Optional[str] = ...) -> None: ...

class Warning(_message.Message):
    __slots__ = ("code", "message", "span")
    CODE_FIELD_NUMBER: _ClassVar[int]
    MESSAGE_FIELD_NUMBER: _ClassVar[int]
    SPAN_FIELD_NUMBER: _ClassVar[int]
    code: WarningCode
    message: str
    span: _text_pb2.Span
    def __init__(self, code: _Optional[_Union[WarningCode, str]] = ..., message: _Optional[str] = ..., span: _Optional[_Union[_text_pb2.Span, _Mapping]] = ...) -> None: ...

class Engine(_message.Message):
    __slots__ = ("version", "model")
    VERSION_FIELD_NUMBER: _ClassVar[int]
    MODEL_FIELD_NUMBER: _ClassVar[int]
    version: str
    model: str
    def __init__(self, version: _Optional[str] = ..., model: _Optional[str] = ...) -> None: ...

class Extraction(_message.Message):
    __slots__ = ("document_id", "text_sha256", "engine", "warnings", "sections", "sentences", "tokens", "mentions", "entities", "times", "quantities", "events", "statements", "offset_encoding", "contexts")
    DOCUMENT_ID_FIELD_NUMBER: _ClassVar[int]
    TEXT_SHA256_FIELD_NUMBER: _ClassVar[int]
    ENGINE_FIELD_NUMBER: _ClassVar[int]
    WARNINGS_FIELD_NUMBER: _ClassVar[int]
    SECTIONS_FIELD_NUMBER: _ClassVar[int]
    SENTENCES_FIELD_NUMBER: _ClassVar[int]
    TOKENS_FIELD_NUMBER: _ClassVar[int]
    MENTIONS_FIELD_NUMBER: _ClassVar[int]
    ENTITIES_FIELD_NUMBER: _ClassVar[int]
    TIMES_FIELD_NUMBER: _ClassVar[int]
    QUANTITIES_FIELD_NUMBER: _ClassVar[int]
    EVENTS_FIELD_NUMBER: _ClassVar[int]
    STATEMENTS_FIELD_NUMBER: _ClassVar[int]
    OFFSET_ENCODING_FIELD_NUMBER: _ClassVar[int]
    CONTEXTS_FIELD_NUMBER: _ClassVar[int]
    document_id: str
    text_sha256: str
    engine: Engine
    warnings: _containers.RepeatedCompositeFieldContainer[Warning]
    sections: _containers.RepeatedCompositeFieldContainer[_text_pb2.Section]
    sentences: _containers.RepeatedCompositeFieldContainer[_text_pb2.Sentence]
    tokens: _containers.RepeatedCompositeFieldContainer[_text_pb2.Token]
    mentions: _containers.RepeatedCompositeFieldContainer[_entity_pb2.Mention]
    entities: _containers.RepeatedCompositeFieldContainer[_entity_pb2.Entity]
    times: _containers.RepeatedCompositeFieldContainer[_time_pb2.TimeExpression]
    quantities: _containers.RepeatedCompositeFieldContainer[_quantity_pb2.Quantity]
    events: _containers.RepeatedCompositeFieldContainer[_event_pb2.Event]
    statements: _containers.RepeatedCompositeFieldContainer[_statement_pb2.Statement]
    offset_encoding: _text_pb2.OffsetEncoding
    contexts: _containers.RepeatedScalarFieldContainer[_event_pb2.EventContext]
    def __init__(self, document_id: _Optional[str] = ..., text_sha256: _Optional[str] = ..., engine: _Optional[_Union[Engine, _Mapping]] = ..., warnings: _Optional[_Iterable[_Union[Warning, _Mapping]]] = ..., sections: _Optional[_Iterable[_Union[_text_pb2.Section, _Mapping]]] = ..., sentences: _Optional[_Iterable[_Union[_text_pb2.Sentence, _Mapping]]] = ..., tokens: _Optional[_Iterable[_Union[_text_pb2.Token, _Mapping]]] = ..., mentions: _Optional[_Iterable[_Union[_entity_pb2.Mention, _Mapping]]] = ..., entities: _Optional[_Iterable[_Union[_entity_pb2.Entity, _Mapping]]] = ..., times: _Optional[_Iterable[_Union[_time_pb2.TimeExpression, _Mapping]]] = ..., quantities: _Optional[_Iterable[_Union[_quantity_pb2.Quantity, _Mapping]]] = ..., events: _Optional[_Iterable[_Union[_event_pb2.Event, _Mapping]]] = ..., statements: _Optional[_Iterable[_Union[_statement_pb2.Statement, _Mapping]]] = ..., offset_encoding: _Optional[_Union[_text_pb2.OffsetEncoding, str]] = ..., contexts: _Optional[_Iterable[_Union[_event_pb2.EventContext, str]]] = ...) -> None: ...
