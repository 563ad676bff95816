from musnad.proto import corroboration_pb2 as _corroboration_pb2
from musnad.proto import document_pb2 as _document_pb2
from musnad.proto import text_pb2 as _text_pb2
from google.protobuf.internal import containers as _containers
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from typing import ClassVar as _ClassVar, Iterable as _Iterable, Mapping as _Mapping, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class ExtractOptions(_message.Message):
    __slots__ = ("layers", "offset_encoding")
    LAYERS_FIELD_NUMBER: _ClassVar[int]
    OFFSET_ENCODING_FIELD_NUMBER: _ClassVar[int]
    layers: _containers.RepeatedScalarFieldContainer[_document_pb2.Layer]
    offset_encoding: _text_pb2.OffsetEncoding
    def __init__(self, layers: _Optional[_Iterable[_Union[_document_pb2.Layer, str]]] = ..., offset_encoding: _Optional[_Union[_text_pb2.OffsetEncoding, str]] = ...) -> None: ...

class ExtractRequest(_message.Message):
    __slots__ = ("document", "options")
    DOCUMENT_FIELD_NUMBER: _ClassVar[int]
    OPTIONS_FIELD_NUMBER: _ClassVar[int]
    document: _document_pb2.Document
    options: ExtractOptions
    def __init__(self, document: _Optional[_Union[_document_pb2.Document, _Mapping]] = ..., options: _Optional[_Union[ExtractOptions, _Mapping]] = ...) -> None: ...

class ExtractResponse(_message.Message):
    __slots__ = ("extraction",)
    EXTRACTION_FIELD_NUMBER: _ClassVar[int]
    extraction: _document_pb2.Extraction
    def __init__(self, extraction: _Optional[_Union[_document_pb2.Extraction, _Mapping]] = ...) -> None: ...

class ExtractBatchRequest(_message.Message):
    __slots__ = ("documents", "options")
    DOCUMENTS_FIELD_NUMBER: _ClassVar[int]
    OPTIONS_FIELD_NUMBER: _ClassVar[int]
    documents: _containers.RepeatedCompositeFieldContainer[_document_pb2.Document]
    options: ExtractOptions
    def __init__(self, documents: _Optional[_Iterable[_Union[_document_pb2.Document, _Mapping]]] = ..., options: _Optional[_Union[ExtractOptions, _Mapping]] = ...) -> None: ...

class DocumentError(_message.Message):
    __slots__ = ("document_id", "code", "message", "field")
    DOCUMENT_ID_FIELD_NUMBER: _ClassVar[int]
    CODE_FIELD_NUMBER: _ClassVar[int]
    MESSAGE_FIELD_NUMBER: _ClassVar[int]
    FIELD_FIELD_NUMBER: _ClassVar[int]
    document_id: str
    code: int
    message: str
    field: str
    def __init__(self, document_id: _Optional[str] = ..., code: _Optional[int] = ..., message: _Optional[str] = ..., field: _Optional[str] = ...) -> None: ...

class DocumentResult(_message.Message):
    __slots__ = ("extraction", "error")
    EXTRACTION_FIELD_NUMBER: _ClassVar[int]
    ERROR_FIELD_NUMBER: _ClassVar[int]
    extraction: _document_pb2.Extraction
    error: DocumentError
    def __init__(self, extraction: _Optional[_Union[_document_pb2.Extraction, _Mapping]] = ..., error: _Optional[_Union[DocumentError, _Mapping]] = ...) -> None: ...

class ExtractBatchResponse(_message.Message):
    __slots__ = ("results",)
    RESULTS_FIELD_NUMBER: _ClassVar[int]
    results: _containers.RepeatedCompositeFieldContainer[DocumentResult]
    def __init__(self, results: _Optional[_Iterable[_Union[DocumentResult, _Mapping]]] = ...) -> None: ...

class ExtractStreamRequest(_message.Message):
    __slots__ = ("document", "options")
    DOCUMENT_FIELD_NUMBER: _ClassVar[int]
    OPTIONS_FIELD_NUMBER: _ClassVar[int]
    document: _document_pb2.Document
    options: ExtractOptions
    def __init__(self, document: _Optional[_Union[_document_pb2.Document, _Mapping]] = ..., options: _Optional[_Union[ExtractOptions, _Mapping]] = ...) -> None: ...

class ExtractStreamResponse(_message.Message):
    __slots__ = ("result",)
    RESULT_FIELD_NUMBER: _ClassVar[int]
    result: DocumentResult
    def __init__(self, result: _Optional[_Union[DocumentResult, _Mapping]] = ...) -> None: ...

class CorroborateRequest(_message.Message):
    __slots__ = ("document", "extraction")
    DOCUMENT_FIELD_NUMBER: _ClassVar[int]
    EXTRACTION_FIELD_NUMBER: _ClassVar[int]
    document: _document_pb2.Document
    extraction: _document_pb2.Extraction
    def __init__(self, document: _Optional[_Union[_document_pb2.Document, _Mapping]] = ..., extraction: _Optional[_Union[_document_pb2.Extraction, _Mapping]] = ...) -> None: ...

class CorroborateResponse(_message.Message):
    __slots__ = ("clusters",)
    CLUSTERS_FIELD_NUMBER: _ClassVar[int]
    clusters: _containers.RepeatedCompositeFieldContainer[_corroboration_pb2.EventCluster]
    def __init__(self, clusters: _Optional[_Iterable[_Union[_corroboration_pb2.EventCluster, _Mapping]]] = ...) -> None: ...

class GetInfoRequest(_message.Message):
    __slots__ = ()
    def __init__(self) -> None: ...

class Limits(_message.Message):
    __slots__ = ("max_document_bytes", "max_batch_documents", "max_message_bytes", "max_concurrent_requests", "max_concurrent_streams", "stream_window", "max_header_bytes", "max_streams_per_connection", "max_connection_age_seconds", "max_call_seconds", "stream_idle_seconds", "caller_documents_per_second", "caller_concurrent_calls")
    MAX_DOCUMENT_BYTES_FIELD_NUMBER: _ClassVar[int]
    MAX_BATCH_DOCUMENTS_FIELD_NUMBER: _ClassVar[int]
    MAX_MESSAGE_BYTES_FIELD_NUMBER: _ClassVar[int]
    MAX_CONCURRENT_REQUESTS_FIELD_NUMBER: _ClassVar[int]
    MAX_CONCURRENT_STREAMS_FIELD_NUMBER: _ClassVar[int]
    STREAM_WINDOW_FIELD_NUMBER: _ClassVar[int]
    MAX_HEADER_BYTES_FIELD_NUMBER: _ClassVar[int]
    MAX_STREAMS_PER_CONNECTION_FIELD_NUMBER: _ClassVar[int]
    MAX_CONNECTION_AGE_SECONDS_FIELD_NUMBER: _ClassVar[int]
    MAX_CALL_SECONDS_FIELD_NUMBER: _ClassVar[int]
    STREAM_IDLE_SECONDS_FIELD_NUMBER: _ClassVar[int]
    CALLER_DOCUMENTS_PER_SECOND_FIELD_NUMBER: _ClassVar[int]
    CALLER_CONCURRENT_CALLS_FIELD_NUMBER: _ClassVar[int]
    max_document_bytes: int
    max_batch_documents: int
    max_message_bytes: int
    max_concurrent_requests: int
    max_concurrent_streams: int
    stream_window: int
    max_header_bytes: int
    max_streams_per_connection: int
    max_connection_age_seconds: int
    max_call_seconds: int
    stream_idle_seconds: int
    caller_documents_per_second: float
    caller_concurrent_calls: int
    def __init__(self, max_document_bytes: _Optional[int] = ..., max_batch_documents: _Optional[int] = ..., max_message_bytes: _Optional[int] = ..., max_concurrent_requests: _Optional[int] = ..., max_concurrent_streams: _Optional[int] = ..., stream_window: _Optional[int] = ..., max_header_bytes: _Optional[int] = ..., max_streams_per_connection: _Optional[int] = ..., max_connection_age_seconds: _Optional[int] = ..., max_call_seconds: _Optional[int] = ..., stream_idle_seconds: _Optional[int] = ..., caller_documents_per_second: _Optional[float] = ..., caller_concurrent_calls: _Optional[int] = ...) -> None: ...

class GetInfoResponse(_message.Message):
    __slots__ = ("engine", "ontologies", "limits", "layers")
    ENGINE_FIELD_NUMBER: _ClassVar[int]
    ONTOLOGIES_FIELD_NUMBER: _ClassVar[int]
    LIMITS_FIELD_NUMBER: _ClassVar[int]
    LAYERS_FIELD_NUMBER: _ClassVar[int]
    engine: _document_pb2.Engine
    ontologies: _containers.RepeatedScalarFieldContainer[str]
    limits: Limits
    layers: _containers.RepeatedScalarFieldContainer[_document_pb2.Layer]
    def __init__(self, engine: _Optional[_Union[_document_pb2.Engine, _Mapping]] = ..., ontologies: _Optional[_Iterable[str]] = ..., limits: _Optional[_Union[Limits, _Mapping]] = ..., layers: _Optional[_Iterable[_Union[_document_pb2.Layer, str]]] = ...) -> None: ...
