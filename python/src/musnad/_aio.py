"""Reading documents on a server, for asyncio."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import AsyncIterable, AsyncIterator, Iterable, Sized
from types import TracebackType
from typing import Any, Literal, overload

from . import _musnad
from ._client import (
    _AHEAD,
    _SERVICE,
    ServerInfo,
    Tls,
    Waiting,
    calling,
    channel,
    exception,
    prepared,
    read,
    server_info,
)
from ._document import DateLike, Layers, documents_of, layer_list, native
from ._errors import MusnadError, Unavailable
from ._extraction import Extraction, check_on_error
from ._extractor import DocumentLike
from ._progress import Bar
from ._retry import NEVER, Retry, Tries

__all__ = ["AsyncClient"]


class AsyncClient:
    """:class:`musnad.Client` for asyncio: the same arguments, methods and results.

    It belongs to the event loop in which it is made::

        async with musnad.AsyncClient("localhost:50051", token="…") as client:
            x = await client.extract(text, published_at="2020-06-11")
            async for x in client.extract_many(articles):
                …
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
            import grpc.aio
        except ImportError as error:
            raise ImportError("musnad.AsyncClient needs grpcio: pip install 'musnad[grpc]'") from error
        self._grpc = grpc
        self._target = target
        self._timeout = timeout
        self._retry = retry or NEVER
        self._metadata = calling(target, token, metadata)
        credentials, arguments = channel(grpc, tls, credentials, options)
        if credentials is None:
            self._channel = grpc.aio.insecure_channel(target, options=arguments)
        else:
            self._channel = grpc.aio.secure_channel(target, credentials, options=arguments)
        self._extract = self._channel.unary_unary(f"{_SERVICE}Extract")
        self._stream = self._channel.stream_stream(f"{_SERVICE}ExtractStream")
        self._info = self._channel.unary_unary(f"{_SERVICE}GetInfo")

    async def extract(
        self,
        text: str,
        *,
        id: str = "",
        published_at: DateLike = None,
        source: str = "",
        layers: Layers = None,
        timeout: float | None = None,
    ) -> Extraction:
        """Reads one document; see :meth:`musnad.Client.extract`."""
        document = native(text, id, published_at, source)
        try:
            request = _musnad.write_request(document, layer_list(layers))
            response = await self._call(self._extract, request, timeout)
            return Extraction._of(_musnad.read_response(response, document[1]))
        except MusnadError as error:
            error.document_id = document[0]
            raise

    @overload
    def extract_many(
        self,
        docs: Iterable[DocumentLike] | AsyncIterable[DocumentLike],
        *,
        layers: Layers = None,
        progress: bool = False,
        on_error: Literal["raise"] = "raise",
        timeout: float | None = None,
    ) -> AsyncIterator[Extraction]: ...
    @overload
    def extract_many(
        self,
        docs: Iterable[DocumentLike] | AsyncIterable[DocumentLike],
        *,
        layers: Layers = None,
        progress: bool = False,
        on_error: Literal["yield"],
        timeout: float | None = None,
    ) -> AsyncIterator[Extraction | MusnadError]: ...
    def extract_many(
        self,
        docs: Iterable[DocumentLike] | AsyncIterable[DocumentLike],
        *,
        layers: Layers = None,
        progress: bool = False,
        on_error: Literal["raise", "yield"] = "raise",
        timeout: float | None = None,
    ) -> AsyncIterator[Any]:
        """Reads many documents over one stream, lazily and in order; see :meth:`musnad.Client.extract_many`."""
        check_on_error(on_error)
        # What cannot be asked for is said here, and not when the first result is.
        names = layer_list(layers)
        source = docs if isinstance(docs, AsyncIterable) else _slowly(docs)
        bar = Bar(len(docs) if isinstance(docs, Sized) else None, progress)
        return self._outcomes(source, names, timeout, on_error == "raise", bar)

    async def _outcomes(
        self,
        source: AsyncIterable[DocumentLike],
        layers: list[str] | None,
        timeout: float | None,
        raises: bool,
        bar: Bar,
    ) -> AsyncIterator[Extraction | MusnadError]:
        items = aiter(source)
        waiting: deque[Waiting | MusnadError] = deque()
        tries = Tries(self._retry, self._timeout if timeout is None else timeout)
        outgoing: asyncio.Queue[bytes | None] = asyncio.Queue()
        ended, call = False, None
        try:
            while True:
                while not ended and len(waiting) < _AHEAD:
                    try:
                        item = await anext(items)
                    except StopAsyncIteration:
                        ended = True
                        outgoing.put_nowait(None)
                        break
                    ready = prepared(item, layers)
                    waiting.append(ready)
                    if call is not None and not isinstance(ready, MusnadError):
                        outgoing.put_nowait(ready.request)
                if not waiting:
                    return
                first = waiting[0]
                if isinstance(first, MusnadError):
                    found: Extraction | MusnadError = first
                else:
                    if call is None:
                        outgoing = asyncio.Queue()
                        for sent in waiting:
                            if not isinstance(sent, MusnadError):
                                outgoing.put_nowait(sent.request)
                        if ended:
                            outgoing.put_nowait(None)
                        call = self._stream(_until_none(outgoing), timeout=tries.left(), metadata=self._metadata)
                    try:
                        found = await self._receive(call, first)
                    except MusnadError as error:
                        outgoing.put_nowait(None)
                        call.cancel()
                        call = None
                        await asyncio.sleep(tries.wait_after(error))
                        continue
                    tries.went_on()
                waiting.popleft()
                bar.step(1, int(isinstance(found, MusnadError)))
                if raises and isinstance(found, MusnadError):
                    raise found
                yield found
        finally:
            outgoing.put_nowait(None)
            if call is not None:
                call.cancel()
            bar.__exit__()

    async def _receive(self, call: Any, sent: Waiting) -> Extraction | MusnadError:
        try:
            data = await call.read()
        except self._grpc.RpcError as error:
            raise exception(error) from error
        if data is self._grpc.aio.EOF:
            raise Unavailable("the server ended the stream before its last document")
        return read(data, sent)

    async def info(self, *, timeout: float | None = None) -> ServerInfo:
        """Says which version the server runs, with which limits."""
        return server_info(await self._call(self._info, b"", timeout))

    async def _call(self, method: Any, request: bytes, timeout: float | None) -> bytes:
        tries = Tries(self._retry, self._timeout if timeout is None else timeout)
        while True:
            try:
                response: bytes = await method(request, timeout=tries.left(), metadata=self._metadata)
            except self._grpc.RpcError as error:
                failed = exception(error)
                failed.__cause__ = error
                await asyncio.sleep(tries.wait_after(failed))
            else:
                return response

    async def close(self) -> None:
        """Ends the connection; calls that are under way are cancelled."""
        await self._channel.close()

    async def __aenter__(self) -> AsyncClient:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        await self.close()

    def __repr__(self) -> str:
        return f"AsyncClient({self._target!r})"


async def _slowly(docs: Iterable[DocumentLike]) -> AsyncIterator[DocumentLike]:
    """The documents, with a breath for the event loop between them."""
    for item in documents_of(docs):
        yield item
        await asyncio.sleep(0)


async def _until_none(outgoing: asyncio.Queue[bytes | None]) -> AsyncIterator[bytes]:
    while (request := await outgoing.get()) is not None:
        yield request
