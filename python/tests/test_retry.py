"""Trying again: against a server that fails as it is told, and against one that is killed."""

from __future__ import annotations

import asyncio
import hashlib
import itertools
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from conftest import free_address, server_command
from test_client import RETRY_INFO, Told

import musnad
from musnad._retry import Tries

grpc = pytest.importorskip("grpc", reason="grpcio is not installed")

EMPTY = b"\x0a\x00"
"""An ExtractResponse with an Extraction in which nothing is."""

FAST = musnad.Retry(attempts=4, first=0.01, longest=0.05)


@pytest.fixture
def told() -> Iterator[Told]:
    told = Told()
    yield told
    told.server.stop(None).wait()


def failing(code: str, times: int) -> Any:
    """A method that fails so many times, and then answers."""
    count = itertools.count()

    def method(request: bytes, context: Any) -> bytes:
        if next(count) < times:
            context.abort(grpc.StatusCode[code], "later")
        return EMPTY

    return method


@pytest.mark.parametrize("code", ["UNAVAILABLE", "RESOURCE_EXHAUSTED"])
def test_a_call_is_tried_again(told: Told, code: str) -> None:
    told.extract = failing(code, 3)
    with musnad.Client(told.address, retry=FAST) as client:
        assert client.extract("نص").text == "نص"
    told.extract = failing(code, 4)
    with musnad.Client(told.address, retry=FAST) as client, pytest.raises(musnad.MusnadError, match="later"):
        client.extract("نص")
    told.extract = failing(code, 1)
    with musnad.Client(told.address, retry=None) as client, pytest.raises(musnad.MusnadError, match="later"):
        client.extract("نص")


@pytest.mark.parametrize("code", ["INVALID_ARGUMENT", "INTERNAL", "DEADLINE_EXCEEDED", "UNAUTHENTICATED"])
def test_what_waiting_does_not_help_is_raised_at_once(told: Told, code: str) -> None:
    told.extract = failing(code, 1)
    with musnad.Client(told.address, retry=FAST) as client, pytest.raises(musnad.MusnadError, match="later"):
        client.extract("نص")


def test_the_server_says_when(told: Told) -> None:
    count = itertools.count()

    def method(request: bytes, context: Any) -> bytes:
        if next(count) == 0:
            context.set_trailing_metadata((("grpc-status-details-bin", RETRY_INFO),))
            context.abort(grpc.StatusCode.RESOURCE_EXHAUSTED, "later")
        return EMPTY

    told.extract = method
    with musnad.Client(told.address, retry=FAST) as client:
        began = time.monotonic()
        client.extract("نص")
        assert time.monotonic() - began >= 1.5


def test_the_timeout_holds_for_all_tries_together(told: Told) -> None:
    told.extract = failing("UNAVAILABLE", 1000)
    patient = musnad.Retry(attempts=1000, first=0.05, longest=0.05)
    with musnad.Client(told.address, retry=patient, timeout=0.5) as client:
        began = time.monotonic()
        with pytest.raises((musnad.Unavailable, musnad.DeadlineExceeded)):
            client.extract("نص")
        assert 0.3 < time.monotonic() - began < 5


def test_waits_double_up_to_the_longest() -> None:
    retry = musnad.Retry(first=0.5, longest=3, jitter=0)
    assert [retry.delay(tried) for tried in (1, 2, 3, 4, 5, 5000)] == [0.5, 1, 2, 3, 3, 3]
    assert retry.delay(1, asked=7) == 7
    waits = {musnad.Retry(first=1, jitter=0.5).delay(1) for _ in range(50)}
    assert len(waits) > 1
    assert all(1 <= wait <= 1.5 for wait in waits)
    with pytest.raises(musnad.InvalidArgument):
        musnad.Retry(attempts=0)


def test_a_stream_that_goes_on_counts_anew() -> None:
    tries = Tries(musnad.Retry(attempts=2, first=0, jitter=0), None)
    for _ in range(10):
        tries.wait_after(musnad.Unavailable("away"))
        tries.went_on()
    tries.wait_after(musnad.Unavailable("away"))
    with pytest.raises(musnad.Unavailable):
        tries.wait_after(musnad.Unavailable("away"))


def test_a_stream_that_breaks_off_goes_on_where_it_was(told: Told, article: str) -> None:
    """Each stream answers three documents and breaks off, in one of the ways in which streams do."""
    seen: list[bytes] = []
    streams = itertools.count()

    def stream(requests: Iterator[bytes], context: Any) -> Iterator[bytes]:
        number = next(streams)
        for count, request in enumerate(requests):
            if count == 3:
                if number % 3 == 0:
                    context.abort(grpc.StatusCode.UNAVAILABLE, "away")
                elif number % 3 == 1:
                    # DocumentError with the code UNAVAILABLE.
                    yield b"\x0a\x04\x12\x02\x10\x0e"
                return
            seen.append(request)
            # An empty Extraction in a DocumentResult.
            yield b"\x0a\x02\x0a\x00"

    told.stream = stream
    texts = [f"{article} {n}" for n in range(20)]
    with musnad.Client(told.address, retry=FAST) as client:
        assert [x.text for x in client.extract_many(texts)] == texts
    assert len(seen) == len(set(seen)) == 20


class Killed:
    """A real server that can be killed and started again on its port."""

    def __init__(self, folder: Path) -> None:
        command = server_command()
        if command is None:
            pytest.skip("no server binary: cargo build -p musnad-server, or set MUSNAD_SERVER_COMMAND")
        self.address = free_address()
        self._command = [*command, "--listen", self.address]
        self._log = open(folder / "log", "wb")  # noqa: SIM115 (closed in stop)
        self.start()

    def start(self) -> None:
        self._process = subprocess.Popen(self._command, stderr=self._log)

    def kill(self) -> None:
        self._process.send_signal(signal.SIGKILL)
        self._process.wait()

    def stop(self) -> None:
        self.kill()
        self._log.close()


@pytest.fixture
def killed(tmp_path: Path) -> Iterator[Killed]:
    server = Killed(tmp_path)
    yield server
    server.stop()


PATIENT = musnad.Retry(attempts=40, first=0.1, longest=0.5)


@pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGKILL")
def test_a_server_that_is_killed_in_the_middle_of_a_stream(killed: Killed, article: str) -> None:
    docs = [musnad.Document(f"{article}\n{n}", id=str(n)) for n in range(120)]
    found = []
    with musnad.Client(killed.address, retry=PATIENT) as client:
        for x in client.extract_many(docs):
            found.append(x)
            if len(found) in (10, 60):
                killed.kill()
                # The client is already asking for the next ones.
                threading.Timer(0.5, killed.start).start()
    assert [x.document_id for x in found] == [doc.id for doc in docs]
    assert [x.text for x in found] == [doc.text for doc in docs]


@pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGKILL")
def test_the_same_with_asyncio(killed: Killed, article: str) -> None:
    docs = [musnad.Document(f"{article}\n{n}", id=str(n)) for n in range(60)]

    async def read() -> list[musnad.Extraction]:
        found = []
        async with musnad.AsyncClient(killed.address, retry=PATIENT) as client:
            async for x in client.extract_many(docs):
                found.append(x)
                if len(found) == 10:
                    killed.kill()
                    asyncio.get_running_loop().call_later(0.5, killed.start)
        return found

    found = asyncio.run(read())
    assert [x.document_id for x in found] == [doc.id for doc in docs]


def test_a_token_is_given_and_asked_for(tmp_path: Path, article: str) -> None:
    command = server_command()
    if command is None:
        pytest.skip("no server binary: cargo build -p musnad-server, or set MUSNAD_SERVER_COMMAND")
    address, tokens = free_address(), tmp_path / "tokens"
    tokens.write_text(f"desk sha256:{hashlib.sha256(b'right').hexdigest()} rate=1000 calls=3\n", encoding="utf-8")
    with open(tmp_path / "log", "wb") as log:
        process = subprocess.Popen([*command, "--listen", address, "--tokens", str(tokens)], stderr=log)
    try:
        with musnad.Client(address, token="right", retry=PATIENT) as client:
            info = client.info()
            assert client.extract(article).text == article
        for token in ("wrong", None):
            with musnad.Client(address, token=token) as client, pytest.raises(musnad.Unauthenticated):
                client.extract(article)
    finally:
        process.terminate()
        assert process.wait(timeout=60) == 0
    assert info.max_concurrent_requests > 0
