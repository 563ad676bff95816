"""Documents from a stream: every one is answered, whoever is killed."""

from __future__ import annotations

import asyncio
import json
import os
import random
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Awaitable, Callable, Iterator
from pathlib import Path
from typing import Any, TypeVar

import pytest

import musnad
from musnad.consume import Settings, answers, consume

T = TypeVar("T")

TEXTS = ("قصف الجيش مدينة سرت أمس.", "قتل {} مدنيين في ديفا.", "تظاهر المئات في تونس.", "التقى الوزير نظيره المصري.")


def documents(count: int) -> list[dict[str, Any]]:
    return [
        {"id": f"d{number}", "text": TEXTS[number % 4].format(number), "published_at": "2020-06-11"}
        for number in range(count)
    ]


def test_messages_are_answered_in_order_and_bad_ones_with_the_reason() -> None:
    good = documents(3)
    messages = [*(json.dumps(document).encode() for document in good), b"{", b"[]", b'{"id": "e", "text": ""}', b"\xff"]
    found = answers(messages, layers=["events"], threads=2)
    assert [answer.is_error for answer in found] == [False] * 3 + [True] * 4
    expected = musnad.extract(good[0]["text"], id="d0", published_at="2020-06-11", layers=["events"])
    assert json.loads(found[0].body) == expected.to_dict()
    assert json.loads(found[5].body)["field"] == "document.text"
    assert found[5].document_id == "e"


def test_the_names_of_protobufs_json_are_read() -> None:
    (answer,) = answers(['{"id": "a", "text": "وصل أمس.", "publishedAt": "2020-06-11"}'.encode()])
    assert json.loads(answer.body)["times"][0]["value"] == "2020-06-10"


class Broker:
    """A NATS server with its store on disk."""

    def __init__(self, command: str, store: Path) -> None:
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port = probe.getsockname()[1]
        self._command = [command, "-js", "-sd", str(store), "-a", "127.0.0.1", "-p", str(self.port)]
        self._log = store.with_suffix(".log")
        self.start()

    @property
    def address(self) -> str:
        return f"nats://127.0.0.1:{self.port}"

    def start(self) -> None:
        with self._log.open("ab") as log:
            self.process = subprocess.Popen(self._command, stdout=log, stderr=log)
        for _ in range(200):
            with socket.socket() as probe:
                if probe.connect_ex(("127.0.0.1", self.port)) == 0:
                    return
            time.sleep(0.05)
        pytest.fail(f"nats-server did not start: {self._log.read_text()}")

    def kill(self) -> None:
        self.process.kill()
        self.process.wait()


@pytest.fixture
def broker(tmp_path: Path) -> Iterator[Broker]:
    pytest.importorskip("nats", reason="nats-py is not installed")
    command = shutil.which("nats-server") or shutil.which("nats-server", path="/usr/sbin:/usr/local/bin")
    if command is None:
        pytest.skip("nats-server is not installed: apt-get install nats-server")
    broker = Broker(command, tmp_path / "store")
    yield broker
    broker.kill()


def with_stream(broker: Broker, use: Callable[[Any], Awaitable[T]]) -> T:
    """Something done with the streams of the broker."""
    import nats

    async def run() -> T:
        client = await nats.connect(broker.address)
        try:
            return await use(client.jetstream())
        finally:
            await client.close()

    return asyncio.run(run())


def publish(broker: Broker, messages: list[bytes]) -> None:
    async def use(stream: Any) -> None:
        await stream.add_stream(name="IN", subjects=["articles.>"])
        await stream.add_stream(name="OUT", subjects=["extractions", "extractions.errors"])
        for message in messages:
            await stream.publish("articles.new", message)

    with_stream(broker, use)


def published(broker: Broker) -> list[Any]:
    """All that is in the stream of answers."""

    async def use(stream: Any) -> list[Any]:
        count = (await stream.stream_info("OUT")).state.messages
        found: list[Any] = []
        if count:
            subscription = await stream.pull_subscribe("", stream="OUT", durable=None)
            while len(found) < count:
                found += await subscription.fetch(min(200, count - len(found)), timeout=5)
        return found

    return with_stream(broker, use)


def count(broker: Broker) -> int:
    async def use(stream: Any) -> int:
        return int((await stream.stream_info("OUT")).state.messages)

    return with_stream(broker, use)


def settings(broker: Broker, **options: Any) -> Settings:
    return Settings("articles.>", "extractions", servers=broker.address, until_empty=True, ack_wait=2, **options)


class Worker:
    """``python -m musnad consume`` as a process."""

    def __init__(self, broker: Broker, *options: str) -> None:
        command = [sys.executable, "-m", "musnad", "consume", "--servers", broker.address, "--subject", "articles.>",
                   "--to", "extractions", "--ack-wait", "2", "--batch", "16", "--threads", "1", *options]  # fmt: skip
        self.process = subprocess.Popen(command, stderr=subprocess.PIPE, text=True)

    def end(self, number: int = signal.SIGTERM) -> str:
        self.process.send_signal(number)
        return self.process.communicate(timeout=60)[1]


def wait_for(condition: Callable[[], bool]) -> None:
    for _ in range(600):
        if condition():
            return
        time.sleep(0.1)
    pytest.fail("it took longer than a minute")


def check(broker: Broker, good: list[dict[str, Any]]) -> None:
    """Each document has one answer, and it is that of this process."""
    found = published(broker)
    bodies = [json.loads(message.data) for message in found if message.subject == "extractions"]
    # Whoever answers twice within the duplicate window is not heard twice.
    assert sorted(body["documentId"] for body in bodies) == sorted(document["id"] for document in good)
    by_id = {body["documentId"]: body for body in bodies}
    for document in good[:: max(1, len(good) // 20)]:
        expected = musnad.extract(document["text"], id=document["id"], published_at=document["published_at"])
        assert by_id[document["id"]] == expected.to_dict()


def test_every_document_is_answered_once(broker: Broker) -> None:
    good = documents(50)
    publish(broker, [*(json.dumps(document).encode() for document in good), b"no JSON", b'{"id": "bad", "text": ""}'])
    counts = asyncio.run(consume(settings(broker)))
    assert (counts.extractions, counts.errors, counts.put_back) == (50, 2, 0)
    check(broker, good)
    found = published(broker)
    errors = [message for message in found if message.subject == "extractions.errors"]
    assert [json.loads(message.data)["documentId"] for message in errors] == ["", "bad"]
    assert errors[1].headers["Nats-Msg-Id"] == "musnad.IN.52"
    assert errors[1].headers["Musnad-Document-Id"] == "bad"
    # Nothing is left for another one.
    assert asyncio.run(consume(settings(broker))).extractions == 0


def test_an_answer_that_is_published_again_is_one(broker: Broker) -> None:
    good = documents(5)
    publish(broker, [json.dumps(document).encode() for document in good])
    asyncio.run(consume(settings(broker)))
    # Another task reads all from the beginning, as after a worker that died before it acknowledged.
    assert asyncio.run(consume(settings(broker, durable="other"))).extractions == 5
    check(broker, good)


def test_workers_that_are_killed_lose_nothing(broker: Broker) -> None:
    good = documents(300)
    publish(broker, [json.dumps(document).encode() for document in good])
    dice = random.Random(5)
    for kill_at in sorted(dice.sample(range(20, 280), 3)):
        worker = Worker(broker)
        wait_for(lambda at=kill_at: count(broker) >= at)  # type: ignore[misc]
        worker.end(signal.SIGKILL)
    workers = [Worker(broker, "--until-empty"), Worker(broker, "--until-empty")]
    for worker in workers:
        assert "extractions" in worker.process.communicate(timeout=60)[1]
        assert worker.process.returncode == 0
    check(broker, good)


def test_a_broker_that_is_killed_loses_nothing(broker: Broker) -> None:
    good = documents(300)
    publish(broker, [json.dumps(document).encode() for document in good])
    worker = Worker(broker)
    for kill_at in (30, 150):
        wait_for(lambda at=kill_at: count(broker) >= at)  # type: ignore[misc]
        broker.kill()
        time.sleep(0.5)
        broker.start()
    wait_for(lambda: count(broker) >= 300)
    told = worker.end()
    assert worker.process.returncode == 0
    assert "the broker is back" in told
    check(broker, good)


def test_a_signal_ends_it_after_what_it_has_begun(broker: Broker) -> None:
    publish(broker, [json.dumps(document).encode() for document in documents(3)])
    worker = Worker(broker)
    wait_for(lambda: count(broker) == 3)
    assert "3 extractions, 0 errors" in worker.end(signal.SIGINT)
    assert worker.process.returncode == 0


def test_streams_are_made_only_when_asked_for(broker: Broker) -> None:
    import nats.js.errors

    asked = Settings("new", "answers", servers=broker.address, until_empty=True)
    with pytest.raises(nats.js.errors.NotFoundError):
        asyncio.run(consume(asked))
    counts = asyncio.run(
        consume(Settings("new", "answers", servers=broker.address, until_empty=True, create_streams=True))
    )
    assert counts.extractions == 0


def test_an_answer_that_is_too_large_for_the_broker_is_an_error(broker: Broker) -> None:
    # Short in, long out: each word is a token with words in the layer of syntax.
    text = "قتل 3 مدنيين في قصف. " * 2000
    publish(broker, [json.dumps({"id": "long", "text": text}, ensure_ascii=False).encode()])
    counts = asyncio.run(consume(settings(broker, layers=list(musnad.Layer))))
    assert counts.errors + counts.extractions == 1
    (message,) = published(broker)
    assert "the broker takes messages of" in json.loads(message.data)["error"]


@pytest.mark.skipif(os.name != "posix", reason="signals")
def test_the_command_says_what_is_missing() -> None:
    run = subprocess.run(
        [sys.executable, "-m", "musnad", "consume", "--subject", "a"], capture_output=True, text=True, check=False
    )
    assert run.returncode == 2
    assert "--to" in run.stderr
