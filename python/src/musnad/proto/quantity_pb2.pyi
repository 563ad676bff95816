from musnad.proto import text_pb2 as _text_pb2
from google.protobuf.internal import enum_type_wrapper as _enum_type_wrapper
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from typing import ClassVar as _ClassVar, Mapping as _Mapping, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class QuantityKind(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    QUANTITY_KIND_UNSPECIFIED: _ClassVar[QuantityKind]
    QUANTITY_KIND_KILLED: _ClassVar[QuantityKind]
    QUANTITY_KIND_INJURED: _ClassVar[QuantityKind]
    QUANTITY_KIND_MISSING: _ClassVar[QuantityKind]
    QUANTITY_KIND_DETAINED: _ClassVar[QuantityKind]
    QUANTITY_KIND_DISPLACED: _ClassVar[QuantityKind]
    QUANTITY_KIND_PEOPLE: _ClassVar[QuantityKind]
    QUANTITY_KIND_WEAPONS: _ClassVar[QuantityKind]
    QUANTITY_KIND_VEHICLES: _ClassVar[QuantityKind]
    QUANTITY_KIND_DISTANCE_KM: _ClassVar[QuantityKind]
    QUANTITY_KIND_MONEY: _ClassVar[QuantityKind]
    QUANTITY_KIND_PERCENT: _ClassVar[QuantityKind]
    QUANTITY_KIND_COUNT: _ClassVar[QuantityKind]

class NumberKind(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    NUMBER_KIND_UNSPECIFIED: _ClassVar[NumberKind]
    NUMBER_KIND_CARDINAL: _ClassVar[NumberKind]
    NUMBER_KIND_ORDINAL: _ClassVar[NumberKind]
    NUMBER_KIND_PERCENT: _ClassVar[NumberKind]
    NUMBER_KIND_RANGE: _ClassVar[NumberKind]
QUANTITY_KIND_UNSPECIFIED: QuantityKind
QUANTITY_KIND_KILLED: QuantityKind
QUANTITY_KIND_INJURED: QuantityKind
QUANTITY_KIND_MISSING: QuantityKind
QUANTITY_KIND_DETAINED: QuantityKind
QUANTITY_KIND_DISPLACED: QuantityKind
QUANTITY_KIND_PEOPLE: QuantityKind
QUANTITY_KIND_WEAPONS: QuantityKind
QUANTITY_KIND_VEHICLES: QuantityKind
QUANTITY_KIND_DISTANCE_KM: QuantityKind
QUANTITY_KIND_MONEY: QuantityKind
QUANTITY_KIND_PERCENT: QuantityKind
QUANTITY_KIND_COUNT: QuantityKind
NUMBER_KIND_UNSPECIFIED: NumberKind
NUMBER_KIND_CARDINAL: NumberKind
NUMBER_KIND_ORDINAL: NumberKind
NUMBER_KIND_PERCENT: NumberKind
NUMBER_KIND_RANGE: NumberKind

class Quantity(_message.Message):
    __slots__ = ("span", "kind", "min", "max", "item", "currency", "unit", "score", "evidence")
    SPAN_FIELD_NUMBER: _ClassVar[int]
    KIND_FIELD_NUMBER: _ClassVar[int]
    MIN_FIELD_NUMBER: _ClassVar[int]
    MAX_FIELD_NUMBER: _ClassVar[int]
    ITEM_FIELD_NUMBER: _ClassVar[int]
    CURRENCY_FIELD_NUMBER: _ClassVar[int]
    UNIT_FIELD_NUMBER: _ClassVar[int]
    SCORE_FIELD_NUMBER: _ClassVar[int]
    EVIDENCE_FIELD_NUMBER: _ClassVar[int]
    span: _text_pb2.Span
    kind: QuantityKind
    min: float
    max: float
    item: str
    currency: str
    unit: str
    score: float
    evidence: str
    def __init__(self, span: _Optional[_Union[_text_pb2.Span, _Mapping]] = ..., kind: _Optional[_Union[QuantityKind, str]] = ..., min: _Optional[float] = ..., max: _Optional[float] = ..., item: _Optional[str] = ..., currency: _Optional[str] = ..., unit: _Optional[str] = ..., score: _Optional[float] = ..., evidence: _Optional[str] = ...) -> None: ...

class Number(_message.Message):
    __slots__ = ("span", "kind", "value", "min", "max")
    SPAN_FIELD_NUMBER: _ClassVar[int]
    KIND_FIELD_NUMBER: _ClassVar[int]
    VALUE_FIELD_NUMBER: _ClassVar[int]
    MIN_FIELD_NUMBER: _ClassVar[int]
    MAX_FIELD_NUMBER: _ClassVar[int]
    span: _text_pb2.Span
    kind: NumberKind
    value: float
    min: float
    max: float
    def __init__(self, span: _Optional[_Union[_text_pb2.Span, _Mapping]] = ..., kind: _Optional[_Union[NumberKind, str]] = ..., value: _Optional[float] = ..., min: _Optional[float] = ..., max: _Optional[float] = ...) -> None: ...
