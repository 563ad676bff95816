"""Reads Arabic news: what happened, and who says so.

>>> import musnad
>>> x = musnad.extract("قال مصدر عسكري إن الجيش قصف أمس بلدة هراري.", published_at="2020-07-15")
>>> x.text[x.times[0].span.start : x.times[0].span.end]
'أمس'

- :func:`extract` reads one article, :func:`extract_many` many, on threads; :class:`Extractor` has settings.
- :class:`Client` has the same methods on a server, :class:`AsyncClient` for asyncio.
- :class:`Extraction` is the result: ``events``, ``statements``, ``entities``, ``mentions``, ``times``, ….
- :func:`frames` makes DataFrames of many results.
- :class:`Corpus` reads files, folders and frames of articles into :class:`Tables`; :mod:`musnad.arrow`,
  :mod:`musnad.spark` and :mod:`musnad.ray` take batches; :mod:`musnad.export` writes what other tools read.
- In a notebook ``%load_ext musnad`` brings ``%%musnad``: the text of the cell is read and shown.

All spans count as Python does: ``x.text[span.start:span.end]`` is the very words.
"""

from typing import TYPE_CHECKING, Any

from ._client import Client, ServerInfo, Tls
from ._corpus import Corpus, Tables
from ._document import Document
from ._enums import (
    ArgumentRole,
    Calendar,
    EntityType,
    EventContext,
    EventMode,
    EventStatus,
    EventType,
    Layer,
    MentionForm,
    NumberKind,
    PlaceResolution,
    QuadClass,
    QuantityKind,
    Quotation,
    SectionKind,
    SourceKind,
    Stance,
    TimeKind,
    TimeModifier,
    WarningCode,
)
from ._errors import (
    Cancelled,
    DeadlineExceeded,
    InvalidArgument,
    InvalidType,
    MusnadError,
    ResourceExhausted,
    Unauthenticated,
    Unavailable,
)
from ._extraction import Extraction
from ._extractor import Extractor, extract, extract_many, numbers, times
from ._frames import Frames, frames
from ._geojson import feature_collection
from ._musnad import MAX_DOCUMENT_BYTES
from ._musnad import VERSION as __version__
from ._records import (
    AcledCode,
    Argument,
    Attestation,
    Bounds,
    Casualties,
    Days,
    Engine,
    Entity,
    Event,
    LatLon,
    Mention,
    Number,
    Quantity,
    Role,
    Section,
    Sentence,
    Source,
    Span,
    Statement,
    TimeExpression,
    Token,
    Word,
)

if TYPE_CHECKING:
    from ._aio import AsyncClient

# Not in __all__: `from musnad import *` must not hide the built-in of that name.
from ._records import Warning as Warning
from ._retry import Retry
from ._sources import SourcedEvent, Voice

__all__ = [
    "MAX_DOCUMENT_BYTES",
    "AcledCode",
    "Argument",
    "ArgumentRole",
    "AsyncClient",
    "Attestation",
    "Bounds",
    "Calendar",
    "Cancelled",
    "Casualties",
    "Client",
    "Corpus",
    "Days",
    "DeadlineExceeded",
    "Document",
    "Engine",
    "Entity",
    "EntityType",
    "Event",
    "EventContext",
    "EventMode",
    "EventStatus",
    "EventType",
    "Extraction",
    "Extractor",
    "Frames",
    "InvalidArgument",
    "InvalidType",
    "LatLon",
    "Layer",
    "Mention",
    "MentionForm",
    "MusnadError",
    "Number",
    "NumberKind",
    "PlaceResolution",
    "QuadClass",
    "Quantity",
    "QuantityKind",
    "Quotation",
    "ResourceExhausted",
    "Retry",
    "Role",
    "Section",
    "SectionKind",
    "Sentence",
    "ServerInfo",
    "Source",
    "SourceKind",
    "SourcedEvent",
    "Span",
    "Stance",
    "Statement",
    "Tables",
    "TimeExpression",
    "TimeKind",
    "TimeModifier",
    "Tls",
    "Token",
    "Unauthenticated",
    "Unavailable",
    "Voice",
    "WarningCode",
    "Word",
    "__version__",
    "extract",
    "extract_many",
    "feature_collection",
    "frames",
    "numbers",
    "times",
]


def __getattr__(name: str) -> Any:
    # asyncio takes longer to import than all the rest.
    if name == "AsyncClient":
        from ._aio import AsyncClient

        globals()[name] = AsyncClient
        return AsyncClient
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def load_ipython_extension(shell: object) -> None:
    """``%load_ext musnad`` brings the cell magic ``%%musnad``."""
    from ._magic import register

    register(shell)
