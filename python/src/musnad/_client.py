"""Reading documents on a server, over gRPC."""

from __future__ import annotations

import os
import queue
import time
from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from types import TracebackType
from typing import Any, Literal, Union, overload

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
    Unauthenticated,
    Unavailable,
)
from ._extraction import Extraction, check_on_error, chosen, outcome
from ._extractor import DocumentLike
from ._progress import shown
from ._records import Engine
from ._retry import NEVER, Retry, Tries

__all__ = ["Client", "ServerInfo", "Tls"]

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
    """Calls of :meth:`Client.extract` at once, of all callers together."""
    max_concurrent_streams: int = 0
    """Calls of :meth:`Client.extract_many` at once, of all callers together."""
    stream_window: int = 0
    """Documents of one stream that the server reads ahead."""
    max_call_seconds: int = 0
    stream_idle_seconds: int = 0
    documents_per_second: float = 0.0
    """What the token of this client allows; 0 is no limit."""
    concurrent_calls: int = 0
    """What the token of this client allows; 0 is no limit."""


PathLike = Union[str, "os.PathLike[str]"]


@dataclass(frozen=True, slots=True)
class Tls:
    """How a connection is encrypted: files in PEM."""

    ca: PathLike | None = None
    """Authorities that the server's certificate may come from; those of gRPC if left out."""
    cert: PathLike | None = None
    """The certificate of this client, where the server wants one."""
    key: PathLike | None = None
    """Its private key."""

    def credentials(self, grpc: Any) -> Any:
        """As gRPC wants them."""

        def read(path: PathLike | None) -> bytes | None:
            if path is None:
                return None
            with open(path, "rb") as file:
                return file.read()

        if (self.cert is None) != (self.key is None):
            raise InvalidArgument("a certificate of the client needs its key, and a key its certificate", "tls")
        return grpc.ssl_channel_credentials(read(self.ca), read(self.key), read(self.cert))


class Client:
    """Reads documents on a musnad server, with the methods and results of :class:`musnad.Extractor`.

    Args:
        target: ``host:port``, or any other name that gRPC resolves.
        timeout: seconds that one call may take, all its tries and a whole :meth:`extract_many` included; no limit if left
            out.
        token: what the server knows this client by.
        tls: encrypts the connection: ``True``, or a :class:`Tls` with files; in the clear if left out.
        retry: how often to try again when the server is away or full; ``None`` is never.
        credentials: ``grpc.ChannelCredentials``, instead of ``tls``.
        metadata: pairs that are sent with every call.
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
        token: str | None = None,
        tls: bool | Tls = False,
        retry: Retry | None = Retry(),  # noqa: B008 (it is immutable)
        credentials: Any = None,
        metadata: Iterable[tuple[str, str | bytes]] = (),
        options: Iterable[tuple[str, Any]] = (),
    ) -> None:
        try:
            import grpc
        except ImportError as error:
            raise ImportError("musnad.Client needs grpcio: pip install 'musnad[grpc]'") from error
        self._grpc = grpc
        self._target = target
        self._timeout = timeout
        self._retry = retry or NEVER
        self._metadata = calling(target, token, metadata)
        credentials, arguments = channel(grpc, tls, credentials, options)
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
            ResourceExhausted: the server has too many requests, or the limits of the token are reached.
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

        A stream that breaks off is opened again, and goes on with the first document that has no answer: each document has
        one result, whatever happens to the server. What ends the stream for good, such as :class:`Unavailable` after the
        last try, is always raised.
        """
        check_on_error(on_error)
        outcomes = self._outcomes(documents_of(docs), layer_list(layers), timeout)
        return shown(chosen(outcomes, on_error), docs, progress)

    def _outcomes(
        self, docs: Iterator[DocumentLike], layers: list[str] | None, timeout: float | None
    ) -> Iterator[Extraction | MusnadError]:
        # Documents are taken here, in the caller's thread; gRPC's own thread only empties the queue.
        waiting: deque[Waiting | MusnadError] = deque()
        tries = Tries(self._retry, self._deadline(timeout))
        ended = False
        outgoing: queue.SimpleQueue[bytes | None] = queue.SimpleQueue()
        call: Any = None
        try:
            while True:
                while not ended and len(waiting) < _AHEAD:
                    try:
                        item = next(docs)
                    except StopIteration:
                        ended = True
                        outgoing.put(None)
                        break
                    ready = prepared(item, layers)
                    waiting.append(ready)
                    if call is not None and not isinstance(ready, MusnadError):
                        outgoing.put(ready.request)
                if not waiting:
                    return
                first = waiting[0]
                if isinstance(first, MusnadError):
                    waiting.popleft()
                    yield first
                    continue
                if call is None:
                    outgoing = queue.SimpleQueue()
                    for sent in waiting:
                        if not isinstance(sent, MusnadError):
                            outgoing.put(sent.request)
                    if ended:
                        outgoing.put(None)
                    requests = iter(outgoing.get, None)
                    call = self._stream(requests, timeout=tries.left(), metadata=self._metadata)
                try:
                    found = self._receive(call, first)
                except MusnadError as error:
                    outgoing.put(None)
                    call.cancel()
                    call = None
                    time.sleep(tries.wait_after(error))
                    continue
                waiting.popleft()
                tries.went_on()
                yield found
        finally:
            outgoing.put(None)
            if call is not None:
                call.cancel()

    def _receive(self, call: Iterator[bytes], sent: Waiting) -> Extraction | MusnadError:
        try:
            data = next(call)
        except StopIteration:
            raise Unavailable("the server ended the stream before its last document") from None
        except self._grpc.RpcError as error:
            raise exception(error) from error
        return read(data, sent)

    def info(self, *, timeout: float | None = None) -> ServerInfo:
        """Says which version the server runs, with which limits."""
        return server_info(self._call(self._info, b"", timeout))

    def _deadline(self, timeout: float | None) -> float | None:
        return self._timeout if timeout is None else timeout

    def _call(self, method: Any, request: bytes, timeout: float | None) -> bytes:
        tries = Tries(self._retry, self._deadline(timeout))
        while True:
            try:
                response: bytes = method(request, timeout=tries.left(), metadata=self._metadata)
            except self._grpc.RpcError as error:
                failed = exception(error)
                failed.__cause__ = error
                time.sleep(tries.wait_after(failed))
            else:
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


@dataclass(frozen=True, slots=True)
class Waiting:
    """A document that was sent, or will be, and has no answer yet."""

    document: NativeDocument
    request: bytes


def calling(
    target: str, token: str | None, metadata: Iterable[tuple[str, str | bytes]]
) -> tuple[tuple[str, str | bytes], ...]:
    """What is sent with every call."""
    if not isinstance(target, str):
        raise InvalidType(f"the target is a string such as 'localhost:50051', not {type(target).__name__}", "target")
    if token is None:
        return tuple(metadata)
    if not isinstance(token, str) or not token.isascii() or not token.isprintable():
        raise InvalidArgument("a token is a string of printable ASCII", "token")
    return (*metadata, ("authorization", f"Bearer {token}"))


def channel(
    grpc: Any, tls: bool | Tls, credentials: Any, options: Iterable[tuple[str, Any]]
) -> tuple[Any, list[tuple[str, Any]]]:
    """Credentials and arguments of a channel."""
    # An extraction is larger than its text; the server's own limits are what counts. A server that was restarted is found
    # again soon: gRPC would wait two minutes in the end.
    arguments = [
        ("grpc.max_send_message_length", -1),
        ("grpc.max_receive_message_length", -1),
        ("grpc.initial_reconnect_backoff_ms", 100),
        ("grpc.min_reconnect_backoff_ms", 100),
        ("grpc.max_reconnect_backoff_ms", 5000),
        *options,
    ]
    if credentials is None and tls:
        credentials = (tls if isinstance(tls, Tls) else Tls()).credentials(grpc)
    return credentials, arguments


def prepared(item: DocumentLike, layers: list[str] | None) -> Waiting | MusnadError:
    """The request for a document, or why there is none."""
    document_id = ""
    try:
        document = native_of(item)
        document_id = document[0]
        return Waiting(document, _musnad.write_request(document, layers))
    except MusnadError as error:
        error.document_id = error.document_id or document_id
        return error


def read(data: bytes, sent: Waiting) -> Extraction | MusnadError:
    """The outcome for a document of a stream.

    Raises:
        Unavailable: the server stopped before it read the document.
    """
    document_id, text = sent.document[0], sent.document[1]
    found = _musnad.read_stream_response(data, text)
    if not isinstance(found, tuple):
        return outcome(found)
    code, message, field = found
    error = _document_error(code, message, field, document_id)
    if isinstance(error, Unavailable):
        raise error
    return error


def server_info(data: bytes) -> ServerInfo:
    """What ``GetInfo`` answered."""
    info = _musnad.read_info(data)
    return ServerInfo(
        engine=Engine(info.pop("version"), info.pop("model")),
        ontologies=tuple(info.pop("ontologies")),
        layers=tuple(Layer(name.upper()) for name in info.pop("layers")),
        **info,
    )


def exception(error: Any) -> MusnadError:
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
    if code == "UNAUTHENTICATED":
        return Unauthenticated(message)
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
