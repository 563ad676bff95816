from musnad.proto import text_pb2 as _text_pb2
from google.protobuf.internal import enum_type_wrapper as _enum_type_wrapper
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from typing import ClassVar as _ClassVar, Mapping as _Mapping, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class TimeKind(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    TIME_KIND_UNSPECIFIED: _ClassVar[TimeKind]
    TIME_KIND_DATE: _ClassVar[TimeKind]
    TIME_KIND_TIME: _ClassVar[TimeKind]
    TIME_KIND_DURATION: _ClassVar[TimeKind]
    TIME_KIND_SET: _ClassVar[TimeKind]

class TimeModifier(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    TIME_MODIFIER_UNSPECIFIED: _ClassVar[TimeModifier]
    TIME_MODIFIER_BEFORE: _ClassVar[TimeModifier]
    TIME_MODIFIER_AFTER: _ClassVar[TimeModifier]
    TIME_MODIFIER_ON_OR_BEFORE: _ClassVar[TimeModifier]
    TIME_MODIFIER_ON_OR_AFTER: _ClassVar[TimeModifier]
    TIME_MODIFIER_LESS_THAN: _ClassVar[TimeModifier]
    TIME_MODIFIER_MORE_THAN: _ClassVar[TimeModifier]
    TIME_MODIFIER_EQUAL_OR_LESS: _ClassVar[TimeModifier]
    TIME_MODIFIER_EQUAL_OR_MORE: _ClassVar[TimeModifier]
    TIME_MODIFIER_START: _ClassVar[TimeModifier]
    TIME_MODIFIER_MID: _ClassVar[TimeModifier]
    TIME_MODIFIER_END: _ClassVar[TimeModifier]
    TIME_MODIFIER_APPROX: _ClassVar[TimeModifier]

class Calendar(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    CALENDAR_UNSPECIFIED: _ClassVar[Calendar]
    CALENDAR_GREGORIAN: _ClassVar[Calendar]
    CALENDAR_HIJRI: _ClassVar[Calendar]
TIME_KIND_UNSPECIFIED: TimeKind
TIME_KIND_DATE: TimeKind
TIME_KIND_TIME: TimeKind
TIME_KIND_DURATION: TimeKind
TIME_KIND_SET: TimeKind
TIME_MODIFIER_UNSPECIFIED: TimeModifier
TIME_MODIFIER_BEFORE: TimeModifier
TIME_MODIFIER_AFTER: TimeModifier
TIME_MODIFIER_ON_OR_BEFORE: TimeModifier
TIME_MODIFIER_ON_OR_AFTER: TimeModifier
TIME_MODIFIER_LESS_THAN: TimeModifier
TIME_MODIFIER_MORE_THAN: TimeModifier
TIME_MODIFIER_EQUAL_OR_LESS: TimeModifier
TIME_MODIFIER_EQUAL_OR_MORE: TimeModifier
TIME_MODIFIER_START: TimeModifier
TIME_MODIFIER_MID: TimeModifier
TIME_MODIFIER_END: TimeModifier
TIME_MODIFIER_APPROX: TimeModifier
CALENDAR_UNSPECIFIED: Calendar
CALENDAR_GREGORIAN: Calendar
CALENDAR_HIJRI: Calendar

class TimeExpression(_message.Message):
    __slots__ = ("span", "kind", "value", "mod", "first_day", "last_day", "calendar", "score", "evidence")
    SPAN_FIELD_NUMBER: _ClassVar[int]
    KIND_FIELD_NUMBER: _ClassVar[int]
    VALUE_FIELD_NUMBER: _ClassVar[int]
    MOD_FIELD_NUMBER: _ClassVar[int]
    FIRST_DAY_FIELD_NUMBER: _ClassVar[int]
    LAST_DAY_FIELD_NUMBER: _ClassVar[int]
    CALENDAR_FIELD_NUMBER: _ClassVar[int]
    SCORE_FIELD_NUMBER: _ClassVar[int]
    EVIDENCE_FIELD_NUMBER: _ClassVar[int]
    span: _text_pb2.Span
    kind: TimeKind
    value: str
    mod: TimeModifier
    first_day: str
    last_day: str
    calendar: Calendar
    score: float
    evidence: str
    def __init__(self, span: _Optional[_Union[_text_pb2.Span, _Mapping]] = ..., kind: _Optional[_Union[TimeKind, str]] = ..., value: _Optional[str] = ..., mod: _Optional[_Union[TimeModifier, str]] = ..., first_day: _Optional[str] = ..., last_day: _Optional[str] = ..., calendar: _Optional[_Union[Calendar, str]] = ..., score: _Optional[float] = ..., evidence: _Optional[str] = ...) -> None: ...

class Days(_message.Message):
    __slots__ = ("first_day", "last_day")
    FIRST_DAY_FIELD_NUMBER: _ClassVar[int]
    LAST_DAY_FIELD_NUMBER: _ClassVar[int]
    first_day: str
    last_day: str
    def __init__(self, first_day: _Optional[str] = ..., last_day: _Optional[str] = ...) -> None: ...
