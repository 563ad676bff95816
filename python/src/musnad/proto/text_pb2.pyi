from google.protobuf.internal import containers as _containers
from google.protobuf.internal import enum_type_wrapper as _enum_type_wrapper
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from typing import ClassVar as _ClassVar, Iterable as _Iterable, Mapping as _Mapping, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class OffsetEncoding(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    OFFSET_ENCODING_UNSPECIFIED: _ClassVar[OffsetEncoding]
    OFFSET_ENCODING_UTF32: _ClassVar[OffsetEncoding]
    OFFSET_ENCODING_UTF8: _ClassVar[OffsetEncoding]
    OFFSET_ENCODING_UTF16: _ClassVar[OffsetEncoding]

class SectionKind(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    SECTION_KIND_UNSPECIFIED: _ClassVar[SectionKind]
    SECTION_KIND_TITLE: _ClassVar[SectionKind]
    SECTION_KIND_DATELINE: _ClassVar[SectionKind]
    SECTION_KIND_HEADING: _ClassVar[SectionKind]
    SECTION_KIND_PARAGRAPH: _ClassVar[SectionKind]
    SECTION_KIND_CREDITS: _ClassVar[SectionKind]
OFFSET_ENCODING_UNSPECIFIED: OffsetEncoding
OFFSET_ENCODING_UTF32: OffsetEncoding
OFFSET_ENCODING_UTF8: OffsetEncoding
OFFSET_ENCODING_UTF16: OffsetEncoding
SECTION_KIND_UNSPECIFIED: SectionKind
SECTION_KIND_TITLE: SectionKind
SECTION_KIND_DATELINE: SectionKind
SECTION_KIND_HEADING: SectionKind
SECTION_KIND_PARAGRAPH: SectionKind
SECTION_KIND_CREDITS: SectionKind

class Span(_message.Message):
    __slots__ = ("start", "end")
    START_FIELD_NUMBER: _ClassVar[int]
    END_FIELD_NUMBER: _ClassVar[int]
    start: int
    end: int
    def __init__(self, start: _Optional[int] = ..., end: _Optional[int] = ...) -> None: ...

class Section(_message.Message):
    __slots__ = ("span", "kind")
    SPAN_FIELD_NUMBER: _ClassVar[int]
    KIND_FIELD_NUMBER: _ClassVar[int]
    span: Span
    kind: SectionKind
    def __init__(self, span: _Optional[_Union[Span, _Mapping]] = ..., kind: _Optional[_Union[SectionKind, str]] = ...) -> None: ...

class Sentence(_message.Message):
    __slots__ = ("span", "first_token", "end_token")
    SPAN_FIELD_NUMBER: _ClassVar[int]
    FIRST_TOKEN_FIELD_NUMBER: _ClassVar[int]
    END_TOKEN_FIELD_NUMBER: _ClassVar[int]
    span: Span
    first_token: int
    end_token: int
    def __init__(self, span: _Optional[_Union[Span, _Mapping]] = ..., first_token: _Optional[int] = ..., end_token: _Optional[int] = ...) -> None: ...

class Token(_message.Message):
    __slots__ = ("span", "words")
    SPAN_FIELD_NUMBER: _ClassVar[int]
    WORDS_FIELD_NUMBER: _ClassVar[int]
    span: Span
    words: _containers.RepeatedCompositeFieldContainer[Word]
    def __init__(self, span: _Optional[_Union[Span, _Mapping]] = ..., words: _Optional[_Iterable[_Union[Word, _Mapping]]] = ...) -> None: ...

class Word(_message.Message):
    __slots__ = ("form", "lemma", "upos", "feats", "head", "deprel", "span", "xpos", "score")
    FORM_FIELD_NUMBER: _ClassVar[int]
    LEMMA_FIELD_NUMBER: _ClassVar[int]
    UPOS_FIELD_NUMBER: _ClassVar[int]
    FEATS_FIELD_NUMBER: _ClassVar[int]
    HEAD_FIELD_NUMBER: _ClassVar[int]
    DEPREL_FIELD_NUMBER: _ClassVar[int]
    SPAN_FIELD_NUMBER: _ClassVar[int]
    XPOS_FIELD_NUMBER: _ClassVar[int]
    SCORE_FIELD_NUMBER: _ClassVar[int]
    form: str
    lemma: str
    upos: str
    feats: str
    head: int
    deprel: str
    span: Span
    xpos: str
    score: float
    def __init__(self, form: _Optional[str] = ..., lemma: _Optional[str] = ..., upos: _Optional[str] = ..., feats: _Optional[str] = ..., head: _Optional[int] = ..., deprel: _Optional[str] = ..., span: _Optional[_Union[Span, _Mapping]] = ..., xpos: _Optional[str] = ..., score: _Optional[float] = ...) -> None: ...
