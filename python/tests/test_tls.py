"""The gRPC client against a real server with TLS, and with TLS of both sides."""

from __future__ import annotations

import asyncio
import os
import re
import subprocess
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from conftest import server_command

import musnad

grpc = pytest.importorskip("grpc", reason="grpcio is not installed")
trustme = pytest.importorskip("trustme", reason="trustme is not installed")

Start = Callable[..., str]
TEXT = "قصف الجيش البلدة أمس."


class Files:
    """Authorities and certificates as files in PEM."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.ours, self.other = trustme.CA(), trustme.CA()
        self.ca = self.write("ca.pem", self.ours.cert_pem)
        self.other_ca = self.write("other.pem", self.other.cert_pem)

    def write(self, name: str, pem: object) -> Path:
        path = self.folder / name
        pem.write_to_path(path)  # type: ignore[attr-defined]
        return path

    def pair(self, name: str, authority: object | None = None) -> tuple[Path, Path]:
        issued = (authority or self.ours).issue_cert("localhost")  # type: ignore[attr-defined]
        return self.write(f"{name}.pem", issued.cert_chain_pems[0]), self.write(f"{name}.key", issued.private_key_pem)


@pytest.fixture
def files(tmp_path: Path) -> Files:
    return Files(tmp_path)


@pytest.fixture
def start(files: Files) -> Iterator[Start]:
    """Starts a server with a certificate for localhost; says where it listens."""
    running: list[subprocess.Popen[bytes]] = []
    command = server_command()
    if command is None:
        pytest.skip("no server binary: cargo build -p musnad-server, or set MUSNAD_SERVER_COMMAND")

    def start(*flags: str) -> str:
        cert, key = files.pair("server")
        log = files.folder / f"server-{len(running)}.log"
        environment = {**os.environ, "NO_COLOR": "1"}
        arguments = ["--listen", "127.0.0.1:0", "--tls-cert", str(cert), "--tls-key", str(key), *flags]
        with open(log, "wb") as stderr:
            running.append(subprocess.Popen([*command, *arguments], env=environment, stderr=stderr))
        for _ in range(400):
            found = re.search(r"address=127\.0\.0\.1:(\d+)", log.read_text())
            if found:
                return f"localhost:{found[1]}"
            time.sleep(0.05)
        raise AssertionError(log.read_text())

    yield start
    for process in running:
        process.terminate()
        process.wait(20)


def client(target: str, tls: musnad.Tls | bool) -> musnad.Client:
    # A refused handshake is not waited for: a try more would only make the test longer.
    return musnad.Client(target, tls=tls, retry=None, timeout=20)


def test_an_encrypted_call_is_answered(start: Start, files: Files) -> None:
    target = start()
    with client(target, musnad.Tls(ca=files.ca)) as trusting:
        assert trusting.extract(TEXT) == musnad.extract(TEXT)
        assert [x.events for x in trusting.extract_many([TEXT, TEXT])] == [musnad.extract(TEXT).events] * 2

    async def read() -> musnad.Extraction:
        async with musnad.AsyncClient(target, tls=musnad.Tls(ca=files.ca), timeout=20) as trusting:
            return await trusting.extract(TEXT)

    assert asyncio.run(read()) == musnad.extract(TEXT)


def test_a_stranger_is_not_trusted(start: Start, files: Files) -> None:
    target = start()
    for tls in (musnad.Tls(ca=files.other_ca), True, False):
        with client(target, tls) as stranger, pytest.raises(musnad.Unavailable):
            stranger.extract(TEXT)
    # The name counts too: the certificate is for localhost.
    with (
        client(target.replace("localhost", "127.0.0.1"), musnad.Tls(ca=files.ca)) as other,
        pytest.raises(musnad.Unavailable),
    ):
        other.extract(TEXT)


def test_where_callers_need_a_certificate_it_is_shown(start: Start, files: Files) -> None:
    target = start("--tls-client-ca", str(files.ca))
    cert, key = files.pair("known")
    with client(target, musnad.Tls(ca=files.ca, cert=cert, key=key)) as known:
        assert known.extract(TEXT) == musnad.extract(TEXT)
    with client(target, musnad.Tls(ca=files.ca)) as nobody, pytest.raises(musnad.Unavailable):
        nobody.extract(TEXT)
    cert, key = files.pair("stranger", files.other)
    with client(target, musnad.Tls(ca=files.ca, cert=cert, key=key)) as stranger, pytest.raises(musnad.Unavailable):
        stranger.extract(TEXT)


def test_a_certificate_needs_its_key(files: Files) -> None:
    cert, _ = files.pair("half")
    with pytest.raises(musnad.InvalidArgument, match="key"):
        musnad.Client("localhost:1", tls=musnad.Tls(ca=files.ca, cert=cert))
