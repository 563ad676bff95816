"""``python -m musnad consume …`` and ``python -m musnad export …``. All else is in the command ``musnad``, which is written in Rust."""

from __future__ import annotations

import argparse
import asyncio
import logging
import signal
import sys
from typing import TYPE_CHECKING

from ._errors import MusnadError

if TYPE_CHECKING:
    from ._extractor import Extractor
    from .consume import Settings


def main(arguments: list[str] | None = None) -> int:
    """The command; gives its exit status."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    if given[:1] == ["export"]:
        from .export.__main__ import main as export

        return export(given[1:])
    parser = argparse.ArgumentParser(prog="python -m musnad", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    _consume_arguments(commands.add_parser("consume", help="answer documents from NATS JetStream with extractions"))
    commands.add_parser("export", help="write documents in the formats of other tools", add_help=False)
    return _consume(parser.parse_args(given))


def _consume_arguments(parser: argparse.ArgumentParser) -> None:
    add = parser.add_argument
    add("--subject", required=True, help="of the documents")
    add("--to", required=True, help="subject of the extractions")
    add("--errors", default="", help="subject of what cannot be read [default: TO.errors]")
    add("--servers", default="nats://127.0.0.1:4222", help="addresses, separated by commas [default: %(default)s]")
    add("--credentials", metavar="FILE", help="JWT and seed of a user")
    add("--durable", default="musnad", metavar="NAME", help="what the workers of one task share [default: %(default)s]")
    add("--batch", type=int, default=64, metavar="N", help="messages that are read together [default: %(default)s]")
    add(
        "--ack-wait",
        type=float,
        default=60.0,
        metavar="SECONDS",
        help="then a dead worker's messages go to another [default: %(default)s]",
    )
    add("--threads", "-j", type=int, metavar="N", help="[default: all cores]")
    add("--layers", metavar="LAYERS", help="names separated by commas [default: all but syntax]")
    add("--ontology", action="append", default=[], metavar="FILE", help="types, triggers and actors of your own (TOML)")
    add("--create-streams", action="store_true", help="make streams for the subjects where there are none")
    add("--until-empty", action="store_true", help="end when nothing is left to read")
    add("--verbose", "-v", action="store_true", help="tell of every message that is put back")


def _consume(given: argparse.Namespace) -> int:
    from ._extractor import Extractor
    from .consume import Settings

    logging.basicConfig(
        level=logging.DEBUG if given.verbose else logging.INFO, format="%(asctime)s %(name)s: %(message)s"
    )
    logging.getLogger("asyncio").setLevel(logging.WARNING)
    try:
        extractor = Extractor(ontology=given.ontology)
    except (MusnadError, OSError) as error:
        print(error, file=sys.stderr)
        return 2
    names = ("subject", "to", "errors", "servers", "credentials", "durable", "batch", "ack_wait", "threads")
    settings = Settings(
        **{name: getattr(given, name) for name in names},
        layers=given.layers.split(",") if given.layers else None,
        create_streams=given.create_streams,
        until_empty=given.until_empty,
    )
    return asyncio.run(_run(settings, extractor))


async def _run(settings: Settings, extractor: Extractor) -> int:
    try:
        import nats.js.errors
    except ImportError:
        print("consume needs nats-py: pip install 'musnad[nats]'", file=sys.stderr)
        return 1
    from .consume import consume

    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(number, stop.set)
    try:
        counts = await consume(settings, stop=stop, extractor=extractor)
    except nats.js.errors.NotFoundError:
        subjects = f"{settings.subject}, {settings.to} and {settings.error_subject}"
        print(f"no stream has {subjects}: make one, or give --create-streams", file=sys.stderr)
        return 1
    print(
        f"{counts.extractions} extractions, {counts.errors} errors, {counts.put_back} put back for another try",
        file=sys.stderr,
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
