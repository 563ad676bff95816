"""The client for asyncio, against the real server: it gives what the other one gives."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from typing import Any

import pytest

import musnad

grpc = pytest.importorskip("grpc", reason="grpcio is not installed")


def test_one_document(server: str, article: str) -> None:
    async def read() -> musnad.Extraction:
        async with musnad.AsyncClient(server, timeout=60) as client:
            assert (await client.info()).engine.version == musnad.__version__
            return await client.extract(article, id="a", published_at="2020-02-03", layers=["events"])

    assert asyncio.run(read()) == musnad.extract(article, id="a", published_at="2020-02-03", layers=["events"])


def test_many_documents_keep_their_order_from_lists_and_generators(server: str, article: str) -> None:
    docs = [musnad.Document(f"{article}\n{n}", id=str(n)) for n in range(70)]

    async def slowly() -> AsyncIterator[musnad.Document]:
        for doc in docs:
            await asyncio.sleep(0)
            yield doc

    async def read(source: Any) -> list[musnad.Extraction]:
        async with musnad.AsyncClient(server, timeout=60) as client:
            return [x async for x in client.extract_many(source)]

    expected = list(musnad.extract_many(docs))
    assert asyncio.run(read(docs)) == expected
    assert asyncio.run(read(slowly())) == expected
    assert asyncio.run(read([])) == []


def test_bad_documents_are_errors_in_their_place(server: str, article: str) -> None:
    docs: list[Any] = [article, {"id": "e", "text": ""}, 5, article]

    async def read(on_error: Any) -> list[Any]:
        async with musnad.AsyncClient(server, timeout=60) as client:
            return [x async for x in client.extract_many(docs, on_error=on_error)]

    found = asyncio.run(read("yield"))
    assert [type(x).__name__ for x in found] == ["Extraction", "InvalidArgument", "InvalidType", "Extraction"]
    with pytest.raises(musnad.InvalidArgument):
        asyncio.run(read("raise"))


def test_many_tasks_share_a_client(server: str, article: str) -> None:
    async def read() -> list[musnad.Extraction]:
        async with musnad.AsyncClient(server, timeout=60) as client:
            return await asyncio.gather(*(client.extract(article) for _ in range(16)))

    assert asyncio.run(read()) == [musnad.extract(article)] * 16


def test_an_abandoned_stream_leaves_the_client_usable(server: str, article: str) -> None:
    async def read() -> musnad.Extraction:
        async with musnad.AsyncClient(server, timeout=60) as client:
            found = client.extract_many([article] * 200)
            await anext(found)
            await found.aclose()  # type: ignore[attr-defined]
            return await client.extract(article)

    assert asyncio.run(read()).text == article


def test_nobody_is_there() -> None:
    async def read() -> None:
        async with musnad.AsyncClient("127.0.0.1:9", timeout=2) as client:
            await client.extract("نص")

    with pytest.raises(musnad.Unavailable):
        asyncio.run(read())


def test_what_cannot_be_meant_is_refused() -> None:
    with pytest.raises(musnad.InvalidType):
        musnad.Client(5)  # type: ignore[arg-type]
    with pytest.raises(musnad.InvalidArgument):
        musnad.Client("localhost:1", token="new\nline")
    with pytest.raises(musnad.InvalidArgument):
        musnad.Client("localhost:1", tls=musnad.Tls(cert="only.pem"))
