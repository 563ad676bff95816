"""Reading documents on a server, over gRPC."""

from __future__ import annotations

import queue
from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from types import TracebackType
from typing import Any, Literal, overload

from . import _musnad
from ._document import DateLike, Layers, NativeDocument, documents_of, layer_list, native, native_of
from ._enums import Layer
from ._errors import (
    Cancelled,
    DeadlineExceeded,
    InvalidArgument,
    InvalidType,
    MusnadError,
    ResourceExhausted,
    Unavailable,
)
from ._extraction import Extraction, check_on_error, chosen, outcome
from ._extractor import DocumentLike
from ._progress import shown
from ._records import Engine

__all__ = ["Client", "ServerInfo"]

_SERVICE = "/musnad.v1.ExtractionService/"

_AHEAD = 32
"""Documents of a stream that may be under way."""


@dataclass(frozen=True, slots=True)
class ServerInfo:
    """Which version runs, with which limits."""

    engine: Engine
    ontologies: tuple[str, ...]
    """By name and version: ``PLOVER 2023``."""
    layers: tuple[Layer, ...]
    """Layers that can be asked for."""
    max_document_bytes: int
    max_batch_documents: int
    max_message_bytes: int
    max_concurrent_requests: int


class Client:
    """Reads documents on a musnad server, with the methods and results of :class:`musnad.Extractor`.

    Args:
        target: ``host:port``, or any other name that gRPC resolves.
        timeout: seconds that one call may take, a whole :meth:`extract_many` included; no limit if left out.
        credentials: ``grpc.ChannelCredentials`` of an encrypted connection; in the clear if left out.
        metadata: pairs that are sent with every call, such as ``("authorization", "Bearer …")``.
        options: further gRPC channel arguments.

    Raises:
        ImportError: the package grpcio is not installed.

    A client may be used from many threads; close it, or use it in a ``with`` statement::

        with musnad.Client("localhost:50051") as client:
            x = client.extract(text, published_at="2020-06-11")
    """

    def __init__(
        self,
        target: str,
        *,
        timeout: float | None = None,
        credentials: Any = None,
        metadata: Iterable[tuple[str, str | bytes]] = (),
        options: Iterable[tuple[str, Any]] = (),
    ) -> None:
        try:
            import grpc
        except ImportError as error:
            raise ImportError("musnad.Client needs grpcio: pip install 'musnad[grpc]'") from error
        if not isinstance(target, str):
            raise InvalidType(
                f"the target is a string such as 'localhost:50051', not {type(target).__name__}", "target"
            )
        self._grpc = grpc
        self._target = target
        self._timeout = timeout
        self._metadata = tuple(metadata)
        # An extraction is larger than its text; the server's own limits are what counts.
        unlimited = [("grpc.max_send_message_length", -1), ("grpc.max_receive_message_length", -1)]
        arguments = [*unlimited, *options]
        if credentials is None:
            self._channel = grpc.insecure_channel(target, options=arguments)
        else:
            self._channel = grpc.secure_channel(target, credentials, options=arguments)
        # The native code writes and reads the messages: no serializers.
        self._extract = self._channel.unary_unary(f"{_SERVICE}Extract")
        self._stream = self._channel.stream_stream(f"{_SERVICE}ExtractStream")
        self._info = self._channel.unary_unary(f"{_SERVICE}GetInfo")

    def extract(
        self,
        text: str,
        *,
        id: str = "",
        published_at: DateLike = None,
        source: str = "",
        layers: Layers = None,
        timeout: float | None = None,
    ) -> Extraction:
        """Reads one document; see :func:`musnad.extract`.

        Raises:
            InvalidArgument: the server refuses the document.
            Unavailable: the server cannot be reached, is starting or shutting down.
            ResourceExhausted: the server has too many requests.
            DeadlineExceeded: there was no answer within the timeout.
        """
        document = native(text, id, published_at, source)
        try:
            request = _musnad.write_request(document, layer_list(layers))
            response = self._call(self._extract, request, timeout)
            return Extraction._of(_musnad.read_response(response, document[1]))
        except MusnadError as error:
            error.document_id = document[0]
            raise

    @overload
    def extract_many(
        self,
        docs: Iterable[DocumentLike],
        *,
        layers: Layers = None,
        progress: bool = False,
        on_error: Literal["raise"] = "raise",
        timeout: float | None = None,
    ) -> Iterator[Extraction]: ...
    @overload
    def extract_many(
        self,
        docs: Iterable[DocumentLike],
        *,
        layers: Layers = None,
        progress: bool = False,
        on_error: Literal["yield"],
        timeout: float | None = None,
    ) -> Iterator[Extraction | MusnadError]: ...
    def extract_many(
        self,
        docs: Iterable[DocumentLike],
        *,
        layers: Layers = None,
        progress: bool = False,
        on_error: Literal["raise", "yield"] = "raise",
        timeout: float | None = None,
    ) -> Iterator[Any]:
        """Reads many documents over one stream, lazily and in order; see :func:`musnad.extract_many`.

        What ends the stream itself, such as :class:`Unavailable`, is always raised.
        """
        check_on_error(on_error)
        outcomes = self._outcomes(documents_of(docs), layer_list(layers), timeout)
        return shown(chosen(outcomes, on_error), docs, progress)

    def _outcomes(
        self, docs: Iterator[DocumentLike], layers: list[str] | None, timeout: float | None
    ) -> Iterator[Extraction | MusnadError]:
        # Documents are taken here, in the caller's thread; gRPC's own thread only empties the queue.
        outgoing: queue.SimpleQueue[bytes | None] = queue.SimpleQueue()
        waiting: deque[NativeDocument | MusnadError] = deque()
        call = self._stream(iter(outgoing.get, None), timeout=self._deadline(timeout), metadata=self._metadata)
        ended = False
        try:
            while True:
                while not ended and len(waiting) < _AHEAD:
                    try:
                        item = next(docs)
                    except StopIteration:
                        ended = True
                        outgoing.put(None)
                        break
                    waiting.append(self._send(item, layers, outgoing))
                if not waiting:
                    return
                sent = waiting.popleft()
                yield sent if isinstance(sent, MusnadError) else self._receive(call, sent)
        finally:
            outgoing.put(None)
            call.cancel()

    @staticmethod
    def _send(
        item: DocumentLike, layers: list[str] | None, outgoing: queue.SimpleQueue[bytes | None]
    ) -> NativeDocument | MusnadError:
        document_id = ""
        try:
            document = native_of(item)
            document_id = document[0]
            outgoing.put(_musnad.write_request(document, layers))
        except MusnadError as error:
            error.document_id = error.document_id or document_id
            return error
        return document

    def _receive(self, call: Iterator[bytes], sent: NativeDocument) -> Extraction | MusnadError:
        try:
            data = next(call)
        except StopIteration:
            raise Unavailable("the server ended the stream before its last document") from None
        except self._grpc.RpcError as error:
            raise _exception(error) from error
        found = _musnad.read_stream_response(data, sent[1])
        if not isinstance(found, tuple):
            return outcome(found)
        code, message, field = found
        return _document_error(code, message, field, sent[0])

    def info(self, *, timeout: float | None = None) -> ServerInfo:
        """Says which version the server runs, with which limits."""
        info = _musnad.read_info(self._call(self._info, b"", timeout))
        return ServerInfo(
            engine=Engine(info.pop("version"), info.pop("model")),
            ontologies=tuple(info.pop("ontologies")),
            layers=tuple(Layer(name.upper()) for name in info.pop("layers")),
            **info,
        )

    def _deadline(self, timeout: float | None) -> float | None:
        return self._timeout if timeout is None else timeout

    def _call(self, method: Any, request: bytes, timeout: float | None) -> bytes:
        try:
            response: bytes = method(request, timeout=self._deadline(timeout), metadata=self._metadata)
        except self._grpc.RpcError as error:
            raise _exception(error) from error
        return response

    def close(self) -> None:
        """Ends the connection; calls that are under way are cancelled."""
        self._channel.close()

    def __enter__(self) -> Client:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self.close()

    def __repr__(self) -> str:
        return f"Client({self._target!r})"


def _exception(error: Any) -> MusnadError:
    """The exception for a call that failed as a whole."""
    field, delay = None, None
    for key, value in error.trailing_metadata() or ():
        if key == "grpc-status-details-bin":
            field, delay = _musnad.read_status(value)
        elif key == "retry-after" and delay is None and str(value).isdigit():
            delay = float(value)
    code = error.code().name
    message = error.details() or code
    if code in ("INVALID_ARGUMENT", "OUT_OF_RANGE"):
        return InvalidArgument(message, field or _field_named_in(message))
    if code == "RESOURCE_EXHAUSTED":
        return ResourceExhausted(message, delay)
    if code == "UNAVAILABLE":
        return Unavailable(message)
    if code == "DEADLINE_EXCEEDED":
        return DeadlineExceeded(message)
    if code == "CANCELLED":
        return Cancelled(message)
    return MusnadError(f"{code}: {message}")


def _document_error(code: int, message: str, field: str, document_id: str) -> MusnadError:
    """The exception for one document of a stream; codes are those of ``google.rpc.Code``."""
    if code == 3:
        return InvalidArgument(message, field or _field_named_in(message), document_id=document_id)
    if code == 8:
        return ResourceExhausted(message, document_id=document_id)
    if code == 14:
        return Unavailable(message, document_id=document_id)
    return MusnadError(message, document_id=document_id)


def _field_named_in(message: str) -> str:
    """The field at fault where the server has it in the message only: ``document.text is empty: …``."""
    first = message.split(":")[0].split(" ")[0]
    return first if first.startswith(("document.", "options.")) else ""
