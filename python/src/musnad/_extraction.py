"""The result: what one article reports."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, NoReturn

from . import _musnad
from ._enums import EventContext
from ._errors import InvalidArgument, InvalidType, MusnadError
from ._geojson import feature_collection
from ._records import (
    Argument,
    Engine,
    Entity,
    Event,
    Mention,
    Quantity,
    Section,
    Sentence,
    Source,
    Statement,
    TimeExpression,
    Token,
    Warning,
)

if TYPE_CHECKING:
    from musnad.proto.document_pb2 import Extraction as ExtractionMessage

__all__ = ["Extraction"]


class Records(tuple[Any, ...]):
    """A layer: a tuple that a notebook shows as a table."""

    __slots__ = ()

    def _repr_html_(self) -> str:
        from ._html import records

        return records(self)

    def __reduce__(self) -> tuple[Any, ...]:
        return (tuple, (tuple(self),))


class Extraction:
    """What an article reports, with the article's text.

    Records are made when a layer is first looked at. An extraction cannot be changed, and may be compared, hashed,
    pickled and used from many threads.

    >>> import musnad
    >>> x = musnad.extract("قال مصدر عسكري إن 3 مدنيين قتلوا أمس في سرت.", published_at="2020-06-11")
    >>> span = x.times[0].span
    >>> span.text, x.text[span.start : span.end], x.times[0].value
    ('أمس', 'أمس', '2020-06-10')
    """

    __slots__ = ("__weakref__", "_layers", "_native")

    _native: _musnad.Extraction
    _layers: dict[str, Any]

    def __init__(self) -> None:
        raise TypeError("make an extraction with musnad.extract or Extraction.from_proto")

    @classmethod
    def _of(cls, native: _musnad.Extraction) -> Extraction:
        self = object.__new__(cls)
        object.__setattr__(self, "_native", native)
        object.__setattr__(self, "_layers", {})
        return self

    def _layer(self, name: str) -> Any:
        # Two threads may both make it; the records are equal, and the first to be stored stays.
        found = self._layers.get(name)
        if found is None:
            found = getattr(self._native, name)
            if isinstance(found, tuple):
                found = Records(found)
            found = self._layers.setdefault(name, found)
        return found

    @property
    def text(self) -> str:
        """The text that all spans refer to."""
        return self._native.text

    @property
    def document_id(self) -> str:
        """``Document.id``."""
        return self._native.document_id

    @property
    def text_sha256(self) -> str:
        """SHA-256 of the text in UTF-8, in lower-case hexadecimal."""
        return self._native.text_sha256

    @property
    def engine(self) -> Engine:
        """What made the extraction."""
        engine: Engine = self._layer("engine")
        return engine

    @property
    def warnings(self) -> tuple[Warning, ...]:
        """What could not be done."""
        warnings: tuple[Warning, ...] = self._layer("warnings")
        return warnings

    @property
    def contexts(self) -> tuple[EventContext, ...]:
        """What the whole article is about, in PLOVER's contexts, the most telling first; only with the layer ``events``."""
        contexts: tuple[EventContext, ...] = self._layer("contexts")
        return contexts

    @property
    def sections(self) -> tuple[Section, ...]:
        """Title, dateline, headings, paragraphs, credits."""
        sections: tuple[Section, ...] = self._layer("sections")
        return sections

    @property
    def sentences(self) -> tuple[Sentence, ...]:
        """Sentences."""
        sentences: tuple[Sentence, ...] = self._layer("sentences")
        return sentences

    @property
    def tokens(self) -> tuple[Token, ...]:
        """Tokens with their words; only with the layer ``syntax``."""
        tokens: tuple[Token, ...] = self._layer("tokens")
        return tokens

    @property
    def mentions(self) -> tuple[Mention, ...]:
        """Mentions, in the order of the text."""
        mentions: tuple[Mention, ...] = self._layer("mentions")
        return mentions

    @property
    def entities(self) -> tuple[Entity, ...]:
        """Entities, in the order of their first mention."""
        entities: tuple[Entity, ...] = self._layer("entities")
        return entities

    @property
    def times(self) -> tuple[TimeExpression, ...]:
        """Time expressions, in the order of the text."""
        times: tuple[TimeExpression, ...] = self._layer("times")
        return times

    @property
    def quantities(self) -> tuple[Quantity, ...]:
        """Quantities, in the order of the text."""
        quantities: tuple[Quantity, ...] = self._layer("quantities")
        return quantities

    @property
    def events(self) -> tuple[Event, ...]:
        """Events, in the order of the text."""
        events: tuple[Event, ...] = self._layer("events")
        return events

    @property
    def statements(self) -> tuple[Statement, ...]:
        """Statements, in the order of the text."""
        statements: tuple[Statement, ...] = self._layer("statements")
        return statements

    def entity(self, of: str | Mention | Argument | Source) -> Entity:
        """The entity with that id, or the one that a record refers to.

        Raises:
            KeyError: there is none.
        """
        key = of if isinstance(of, str) else of.entity
        return self._by_id("entities", key)  # type: ignore[no-any-return]

    def event(self, id: str) -> Event:
        """The event with that id.

        Raises:
            KeyError: there is none.
        """
        return self._by_id("events", id)  # type: ignore[no-any-return]

    def statement(self, id: str) -> Statement:
        """The statement with that id.

        Raises:
            KeyError: there is none.
        """
        return self._by_id("statements", id)  # type: ignore[no-any-return]

    def _by_id(self, layer: str, id: str) -> Any:
        index = self._layers.get(f"{layer} by id")
        if index is None:
            index = {record.id: record for record in self._layer(layer)}
            self._layers[f"{layer} by id"] = index
        return index[id]

    def mentions_of(self, entity: str | Entity) -> tuple[Mention, ...]:
        """All mentions of an entity."""
        id = entity if isinstance(entity, str) else entity.id
        return tuple(mention for mention in self.mentions if mention.entity == id)

    def statements_of(self, event: Event) -> tuple[Statement, ...]:
        """Who says so: the statements that carry an event, the innermost first; none where the outlet reports it."""
        return tuple(self.statement(id) for id in event.statements)

    def sources(self, *, library: str | None = None, outlet: str = "") -> Any:
        """Who says so: each event with everybody who says whether it happened, and through whom.

        Needs the layers events and statements.

        Args:
            library: ``"networkx"`` gives a ``DiGraph`` from the node ``"outlet"`` over relays and sources to the events (ids
                ``e1``, …; sources by entity, or by their words). An edge has ``relation`` (``"relays"``, ``"says"``), the
                ids of its ``statements`` and, into an event, the ``status`` by each. ``"records"`` gives a tuple of
                :class:`SourcedEvent`. Left out: networkx if it is installed.
            outlet: the name of the outlet, for its node.

        Raises:
            ImportError: networkx is asked for and not installed.

        >>> import musnad
        >>> x = musnad.extract("نقلت رويترز عن مصدر عسكري أن الجيش قصف المدينة. ونفى المتحدث باسم الجيش ذلك.")
        >>> for voice in x.sources(library="records")[0].voices:
        ...     print(voice)
        مصدر عسكري ← رويترز: OCCURRED
        المتحدث باسم الجيش: NEGATED
        """
        from ._sources import sources

        return sources(self, library, outlet)

    def to_dict(self) -> dict[str, Any]:
        """The JSON mapping of the message, the same that the command prints."""
        mapping: dict[str, Any] = json.loads(self.to_json())
        return mapping

    def to_json(self) -> str:
        """The JSON mapping of the message on one line."""
        return self._native.to_json()

    def geojson(self) -> dict[str, Any]:
        """A GeoJSON feature collection: events at their places, and entities that have a point on the map.

        >>> import musnad
        >>> x = musnad.extract("قصف الجيش مدينة سرت أمس.", published_at="2020-06-11")
        >>> properties = [feature["properties"] for feature in x.geojson()["features"]]
        >>> "Sirte" in [found["name_en"] for found in properties]
        True
        """
        return feature_collection([self])

    def to_bytes(self) -> bytes:
        """The message ``musnad.v1.Extraction`` as protobuf writes it."""
        return self._native.to_bytes()

    def to_proto(self) -> ExtractionMessage:
        """The message ``musnad.v1.Extraction``.

        Raises:
            ImportError: the package protobuf is not installed.
        """
        try:
            from musnad.proto.document_pb2 import Extraction as ExtractionMessage
        except ImportError as error:
            raise ImportError("to_proto needs protobuf: pip install 'musnad[proto]'") from error
        message: ExtractionMessage = ExtractionMessage.FromString(self.to_bytes())
        return message

    @classmethod
    def from_proto(cls, message: ExtractionMessage | bytes, text: str) -> Extraction:
        """Reads a message, or its bytes, that was made from ``text``.

        Raises:
            InvalidArgument: the message was made from another text, or does not fit the contract.

        >>> import musnad
        >>> x = musnad.extract("أعلنت الوزارة ذلك.")
        >>> musnad.Extraction.from_proto(x.to_bytes(), x.text) == x
        True
        """
        if isinstance(message, (bytes, bytearray, memoryview)):
            data = bytes(message)
        elif hasattr(message, "SerializeToString"):
            data = message.SerializeToString(deterministic=True)
        else:
            kind = type(message).__name__
            raise InvalidType(f"the message is a musnad.v1.Extraction or its bytes, not {kind}", "extraction")
        if not isinstance(text, str):
            raise InvalidType(f"the text is a string, not {type(text).__name__}", "document.text")
        native = _musnad.Extraction.from_bytes(data, text)
        found = hashlib.sha256(text.encode("utf-8")).hexdigest()
        if native.text_sha256 and native.text_sha256 != found:
            raise InvalidArgument(
                f"the extraction was made from another text: SHA-256 {native.text_sha256}, this text has {found}",
                "extraction.text_sha256",
            )
        return cls._of(native)

    def events_frame(self, *, library: str | None = None, lists: bool = False) -> Any:
        """A DataFrame with one row an event; see :func:`musnad.frames`."""
        from ._frames import events_frame

        return events_frame([self], library=library, lists=lists)

    def statements_frame(self, *, library: str | None = None, lists: bool = False) -> Any:
        """A DataFrame with one row a statement; see :func:`musnad.frames`."""
        from ._frames import statements_frame

        return statements_frame([self], library=library, lists=lists)

    def mentions_frame(self, *, library: str | None = None, lists: bool = False) -> Any:
        """A DataFrame with one row a mention; see :func:`musnad.frames`."""
        from ._frames import mentions_frame

        return mentions_frame([self], library=library, lists=lists)

    def html(self, *, page: bool = False) -> str:
        """The article right-to-left with what was found marked in it, and the events as a table.

        A fragment that carries its own style; with ``page`` a whole document that can be written to a file.
        """
        from ._html import fragment, whole_page

        return whole_page(self) if page else fragment(self)

    def _repr_html_(self) -> str:
        from ._html import notebook

        return notebook(self)

    def __repr__(self) -> str:
        counts = ", ".join(f"{count} {name}" for name, count in self._native.counts())
        name = f"{self.document_id!r}: " if self.document_id else ""
        return f"<Extraction {name}{counts}>"

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Extraction):
            return NotImplemented
        return self._native == other._native

    def __hash__(self) -> int:
        return hash((self.document_id, self.text_sha256))

    def __reduce__(self) -> tuple[Any, ...]:
        return (_restore, (self.to_bytes(), self.text))

    def __copy__(self) -> Extraction:
        return self

    def __deepcopy__(self, memo: dict[int, Any]) -> Extraction:
        return self

    def __setattr__(self, name: str, value: object) -> NoReturn:
        raise AttributeError(f"an extraction cannot be changed: {name}")

    def __delattr__(self, name: str) -> NoReturn:
        raise AttributeError(f"an extraction cannot be changed: {name}")


def _restore(data: bytes, text: str) -> Extraction:
    return Extraction._of(_musnad.Extraction.from_bytes(data, text))


def outcome(item: _musnad.Extraction | MusnadError) -> Extraction | MusnadError:
    """Wraps what the native code gives for one document."""
    return item if isinstance(item, MusnadError) else Extraction._of(item)


def chosen(outcomes: Iterator[Extraction | MusnadError], on_error: str) -> Iterator[Any]:
    """Raises the errors of a run, or hands them on in their place."""
    for item in outcomes:
        if on_error == "raise" and isinstance(item, MusnadError):
            raise item
        yield item


def check_on_error(on_error: str) -> None:
    if on_error not in ("raise", "yield"):
        raise InvalidArgument(f"on_error is 'raise' or 'yield', not {on_error!r}", "on_error")
