"""The loop over NATS JetStream."""

from __future__ import annotations

import asyncio
import contextlib
import json
import logging
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from .._document import Layers
from .._extractor import Extractor, shared
from ._answers import Answer, answers

if TYPE_CHECKING:
    from nats.aio.client import Client
    from nats.aio.msg import Msg
    from nats.js.client import JetStreamContext

__all__ = ["Counts", "Settings", "consume"]

log = logging.getLogger("musnad.consume")

_PAUSE = 0.5
"""Seconds before the broker is asked again when it was away."""


@dataclass(frozen=True, slots=True)
class Settings:
    """From where, to where and how."""

    subject: str
    """Of the documents; ``>`` and ``*`` as NATS has them."""
    to: str
    """Subject of the extractions."""
    errors: str = ""
    """Subject of what cannot be read; by default ``to`` with ``.errors``."""
    servers: str = "nats://127.0.0.1:4222"
    """Addresses, separated by commas; ``tls://`` for TLS."""
    credentials: str | None = None
    """A file with a user's JWT and seed."""
    durable: str = "musnad"
    """The name that workers share: each message goes to one of them."""
    batch: int = 64
    """Messages that are read together."""
    ack_wait: float = 60.0
    """Seconds after which the messages of a worker that died go to another."""
    threads: int | None = None
    layers: Layers = None
    create_streams: bool = False
    """Whether streams for the subjects are made where there are none, on disk."""
    until_empty: bool = False
    """Whether to end when nothing is left to read, instead of waiting."""

    @property
    def error_subject(self) -> str:
        """Where errors go."""
        return self.errors or f"{self.to}.errors"


@dataclass(slots=True)
class Counts:
    """What was done."""

    extractions: int = 0
    errors: int = 0
    put_back: int = 0
    """Messages whose answer could not be stored, and which come again."""


async def consume(
    settings: Settings, *, stop: asyncio.Event | None = None, extractor: Extractor | None = None
) -> Counts:
    """Answers messages until ``stop`` is set, then ends after those that it has begun.

    A broker that is away is waited for.

    Raises:
        ImportError: nats-py is not installed.
        nats.js.errors.NotFoundError: no stream has the subjects, and none is to be made.
    """
    try:
        import nats
    except ImportError as error:
        raise ImportError("consume needs nats-py: pip install 'musnad[nats]'") from error
    client = await nats.connect(
        servers=settings.servers.split(","),
        user_credentials=settings.credentials,
        name="musnad",
        max_reconnect_attempts=-1,
        reconnect_time_wait=1,
        error_cb=_tell,
        disconnected_cb=_away,
        reconnected_cb=_back,
    )
    try:
        worker = _Worker(client, settings, stop or asyncio.Event(), extractor or shared())
        await worker.prepare()
        return await worker.run()
    finally:
        # What was acknowledged last goes out; a broker that is away does not hold up the end.
        with contextlib.suppress(Exception):
            await client.flush(timeout=2)
        await client.close()


async def _tell(error: Exception) -> None:
    log.debug("%s: %s", type(error).__name__, error)


async def _away() -> None:
    log.warning("the broker is away")


async def _back() -> None:
    log.warning("the broker is back")


class _Worker:
    def __init__(self, client: Client, settings: Settings, stop: asyncio.Event, extractor: Extractor) -> None:
        self._client, self._settings, self._stop, self._extractor = client, settings, stop, extractor
        self._stream: JetStreamContext = client.jetstream(timeout=10)
        self._counts = Counts()
        self._subscription: JetStreamContext.PullSubscription

    async def prepare(self) -> None:
        """Makes sure of the streams and the consumer."""
        from nats.js.api import AckPolicy, ConsumerConfig

        settings = self._settings
        if settings.create_streams:
            await self._make_stream("MUSNAD_IN", [settings.subject])
            await self._make_stream("MUSNAD_OUT", [settings.to, settings.error_subject])
        for subject in (settings.to, settings.error_subject):
            # Else each answer would be refused, and come again for ever.
            await self._stream.find_stream_name_by_subject(subject)
        config = ConsumerConfig(
            ack_policy=AckPolicy.EXPLICIT, ack_wait=settings.ack_wait, max_ack_pending=4 * settings.batch
        )
        self._subscription = await self._stream.pull_subscribe(
            settings.subject, durable=settings.durable, config=config
        )

    async def _make_stream(self, name: str, subjects: list[str]) -> None:
        from nats.js.api import StorageType
        from nats.js.errors import NotFoundError

        missing = []
        for subject in subjects:
            try:
                await self._stream.find_stream_name_by_subject(subject)
            except NotFoundError:
                missing.append(subject)
        if missing:
            await self._stream.add_stream(name=name, subjects=missing, storage=StorageType.FILE)
            log.info("made the stream %s for %s", name, ", ".join(missing))

    async def run(self) -> Counts:
        """Batch by batch."""
        import nats.errors

        while not self._stop.is_set():
            try:
                messages = await self._subscription.fetch(self._settings.batch, timeout=1)
            except nats.errors.TimeoutError:
                if self._settings.until_empty and await self._is_empty():
                    break
                continue
            except (nats.errors.Error, OSError) as error:
                log.debug("no messages: %s", error)
                await asyncio.sleep(_PAUSE)
                continue
            await self._answer(messages)
        return self._counts

    async def _is_empty(self) -> bool:
        import nats.errors

        try:
            info = await self._subscription.consumer_info()
        except (nats.errors.Error, OSError):
            return False
        return info.num_pending == 0 and info.num_ack_pending == 0

    async def _answer(self, messages: Sequence[Msg]) -> None:
        beat = asyncio.create_task(self._keep(messages))
        try:
            # On a thread: the connection must answer the broker's pings meanwhile.
            found = await asyncio.to_thread(
                answers,
                [message.data for message in messages],
                layers=self._settings.layers,
                threads=self._settings.threads,
                extractor=self._extractor,
            )
            await asyncio.gather(*(self._hand_on(*pair) for pair in zip(messages, found, strict=True)))
        finally:
            beat.cancel()

    async def _keep(self, messages: Sequence[Msg]) -> None:
        """Tells the broker that work goes on, so that it gives the messages to nobody else."""
        while True:
            await asyncio.sleep(self._settings.ack_wait / 3)
            for message in messages:
                with contextlib.suppress(Exception):
                    await message.in_progress()

    async def _hand_on(self, message: Msg, answer: Answer) -> None:
        """Publishes and, when the answer is stored, acknowledges."""
        import nats.errors

        try:
            await self._publish(message, answer)
        except (nats.errors.Error, OSError) as error:
            # Not acknowledged: it comes again, to this worker or another.
            self._counts.put_back += 1
            log.debug("%s is put back: %s", _id(message), error)
            with contextlib.suppress(Exception):
                await message.nak(delay=_PAUSE)
            return
        with contextlib.suppress(nats.errors.Error, OSError):
            await message.ack()
        if answer.is_error:
            self._counts.errors += 1
        else:
            self._counts.extractions += 1

    async def _publish(self, message: Msg, answer: Answer) -> None:
        from nats.errors import MaxPayloadError

        subject = self._settings.error_subject if answer.is_error else self._settings.to
        headers = dict(_headers(message, answer))
        try:
            await self._stream.publish(subject, answer.body, headers=headers)
        except MaxPayloadError:
            limit = self._client.max_payload
            error = f"the extraction has {len(answer.body)} bytes; the broker takes messages of {limit}"
            said = json.dumps({"documentId": answer.document_id, "error": error, "field": ""}, ensure_ascii=False)
            await self._stream.publish(self._settings.error_subject, said.encode("utf-8"), headers=headers)


def _id(message: Msg) -> str:
    """The same for the same message, whoever answers it and how often."""
    about = message.metadata
    return f"musnad.{about.stream}.{about.sequence.stream}"


def _headers(message: Msg, answer: Answer) -> Iterator[tuple[str, Any]]:
    yield "Nats-Msg-Id", _id(message)
    yield "Musnad-Answers", message.subject
    # A header is a line of ASCII; other ids stand in the body only.
    if answer.document_id.isascii() and answer.document_id.isprintable() and answer.document_id:
        yield "Musnad-Document-Id", answer.document_id
