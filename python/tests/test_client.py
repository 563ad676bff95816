"""The gRPC client, against the real server, and against one that answers as it is told."""

from __future__ import annotations

import itertools
import sys
import threading
import time
from collections.abc import Callable, Iterator
from concurrent import futures
from typing import Any

import pytest

import musnad
from musnad._client import _AHEAD

grpc = pytest.importorskip("grpc", reason="grpcio is not installed")


@pytest.fixture
def client(server: str) -> Iterator[musnad.Client]:
    with musnad.Client(server, timeout=60) as client:
        yield client


def test_one_document(client: musnad.Client, article: str) -> None:
    arguments: dict[str, Any] = {"id": "a", "published_at": "2020-02-03", "source": "صحيفة"}
    for layers in (None, ["events", "statements"], list(musnad.Layer)):
        x = client.extract(article, layers=layers, **arguments)
        assert x == musnad.extract(article, layers=layers, **arguments)
        assert x.text is article


def test_many_documents(client: musnad.Client, article: str) -> None:
    docs = [musnad.Document(f"{article}\n{n}", id=str(n)) for n in range(3 * _AHEAD)]
    assert list(client.extract_many(docs)) == list(musnad.extract_many(docs))
    assert list(client.extract_many([])) == []


def test_bad_documents_are_errors_in_their_place(client: musnad.Client, article: str) -> None:
    docs: list[Any] = [article, {"id": "e", "text": ""}, 5, {"id": "d", "text": "نص", "published_at": "x"}, article]
    remote = list(client.extract_many(docs, on_error="yield"))
    local = list(musnad.extract_many(docs, on_error="yield"))
    assert [type(found) for found in remote] == [type(found) for found in local]
    assert [getattr(found, "field", None) for found in remote] == [getattr(found, "field", None) for found in local]
    assert [found.document_id for found in remote] == ["", "e", "", "d", ""]
    with pytest.raises(musnad.InvalidArgument):
        list(client.extract_many(docs))


@pytest.mark.parametrize("text", ["", " \n", "\u200f"])
def test_an_empty_text_is_refused(client: musnad.Client, text: str) -> None:
    with pytest.raises(musnad.InvalidArgument, match="empty") as caught:
        client.extract(text, id="a")
    assert (caught.value.field, caught.value.document_id) == ("document.text", "a")


@pytest.mark.parametrize(
    ("arguments", "field"),
    [
        ({"published_at": "2020-13-01"}, "document.published_at"),
        ({"layers": ["sintax"]}, "options.layers"),
        ({"published_at": 5}, "document.published_at"),
        ({"id": []}, "document.id"),
    ],
)
def test_bad_arguments(client: musnad.Client, arguments: dict[str, Any], field: str) -> None:
    with pytest.raises(musnad.InvalidArgument) as caught:
        client.extract("نص", **arguments)
    assert caught.value.field == field


def test_bytes_that_are_not_utf8(client: musnad.Client) -> None:
    with pytest.raises(musnad.InvalidArgument, match="Windows-1256"):
        client.extract("قال الوزير إن الجيش انسحب".encode("cp1256"))  # type: ignore[arg-type]


def test_fifty_megabytes_are_refused(client: musnad.Client) -> None:
    with pytest.raises((musnad.InvalidArgument, musnad.ResourceExhausted)):
        client.extract("قال الوزير ذلك. " * (50_000_000 // 28))
    assert client.extract("قال الوزير ذلك.").text


ODD = [
    "«" * 1_000_000,
    "س" * 100_000,
    "Only Latin.",
    "😀😀",
    "وصل\0 الوزير\0.",
    "\u202bقال\u202c Sirte \u2067أمس\u2069",
]


@pytest.mark.parametrize("text", ODD, ids=lambda text: f"{text[:6]!r} {len(text)}")
def test_odd_texts(client: musnad.Client, text: str) -> None:
    assert client.extract(text) == musnad.extract(text)


def test_info(client: musnad.Client) -> None:
    info = client.info()
    assert info.engine == musnad.extract("نص").engine
    assert info.max_document_bytes <= musnad.MAX_DOCUMENT_BYTES
    assert musnad.Layer.SYNTAX in info.layers
    assert any("PLOVER" in name for name in info.ontologies)


def test_many_threads_share_a_client(client: musnad.Client, article: str) -> None:
    expected = musnad.extract(article)
    with futures.ThreadPoolExecutor(4) as pool:
        found = list(pool.map(lambda _: list(client.extract_many([article] * 3)), range(8)))
    assert found == [[expected] * 3] * 8


def test_an_abandoned_stream_leaves_the_client_usable(client: musnad.Client, article: str) -> None:
    found = client.extract_many(itertools.repeat(article))
    next(found)
    found.close()  # type: ignore[attr-defined]
    assert client.extract(article).text == article


def test_nobody_is_there() -> None:
    with musnad.Client("127.0.0.1:9", timeout=5, retry=None) as client, pytest.raises(musnad.Unavailable):
        client.extract("نص")
    with musnad.Client("127.0.0.1:9", timeout=5, retry=None) as client, pytest.raises(musnad.Unavailable):
        list(client.extract_many(["نص"], on_error="yield"))


def test_without_grpcio(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "grpc", None)
    with pytest.raises(ImportError, match=r"pip install 'musnad\[grpc\]'"):
        musnad.Client("localhost:50051")


def test_a_target_of_a_wrong_type() -> None:
    with pytest.raises(musnad.InvalidType):
        musnad.Client(50051)  # type: ignore[arg-type]


class Told:
    """A server whose methods do what a test tells them."""

    def __init__(self) -> None:
        self.extract: Callable[[bytes, Any], bytes] = lambda request, context: b""
        self.stream: Callable[[Iterator[bytes], Any], Iterator[bytes]] = lambda requests, context: iter(())
        handlers = {
            "Extract": grpc.unary_unary_rpc_method_handler(lambda request, context: self.extract(request, context)),
            "ExtractStream": grpc.stream_stream_rpc_method_handler(lambda items, context: self.stream(items, context)),
        }
        self.server = grpc.server(futures.ThreadPoolExecutor(4))
        self.server.add_generic_rpc_handlers(
            (grpc.method_handlers_generic_handler("musnad.v1.ExtractionService", handlers),)
        )
        self.address = f"127.0.0.1:{self.server.add_insecure_port('127.0.0.1:0')}"
        self.server.start()


@pytest.fixture
def told() -> Iterator[Told]:
    told = Told()
    yield told
    told.server.stop(None).wait()


def part(number: int, content: bytes) -> bytes:
    """A field of protobuf that holds text or a message, of less than 128 bytes."""
    return bytes([number << 3 | 2, len(content)]) + content


def status(code: int, detail: str, content: bytes) -> bytes:
    """``google.rpc.Status`` with one detail."""
    url = f"type.googleapis.com/google.rpc.{detail}".encode()
    return bytes([1 << 3, code]) + part(2, b"no") + part(3, part(1, url) + part(2, content))


BAD_REQUEST = status(3, "BadRequest", part(1, part(1, b"document.text") + part(2, b"empty")))
RETRY_INFO = status(8, "RetryInfo", part(1, b"\x08\x01\x10\x80\xca\xb5\xee\x01"))


@pytest.mark.parametrize(
    ("code", "kind"),
    [
        ("INVALID_ARGUMENT", musnad.InvalidArgument),
        ("RESOURCE_EXHAUSTED", musnad.ResourceExhausted),
        ("UNAVAILABLE", musnad.Unavailable),
        ("UNAUTHENTICATED", musnad.Unauthenticated),
        ("DEADLINE_EXCEEDED", musnad.DeadlineExceeded),
        ("CANCELLED", musnad.Cancelled),
        ("INTERNAL", musnad.MusnadError),
    ],
)
def test_codes_are_exceptions(told: Told, code: str, kind: type[musnad.MusnadError]) -> None:
    told.extract = lambda request, context: context.abort(grpc.StatusCode[code], "the reason")
    with musnad.Client(told.address, retry=None) as client, pytest.raises(kind, match="the reason") as caught:
        client.extract("نص", id="a")
    assert type(caught.value) is kind
    assert caught.value.document_id == "a"
    assert isinstance(caught.value.__cause__, grpc.RpcError)


def test_details_of_a_status(told: Told) -> None:
    def refuse(code: Any, details: bytes) -> Callable[[bytes, Any], bytes]:
        def extract(request: bytes, context: Any) -> bytes:
            context.set_trailing_metadata((("grpc-status-details-bin", details),))
            return context.abort(code, "no")  # type: ignore[no-any-return]

        return extract

    with musnad.Client(told.address, retry=None) as client:
        told.extract = refuse(grpc.StatusCode.INVALID_ARGUMENT, BAD_REQUEST)
        with pytest.raises(musnad.InvalidArgument) as invalid:
            client.extract("نص")
        assert invalid.value.field == "document.text"
        told.extract = refuse(grpc.StatusCode.RESOURCE_EXHAUSTED, RETRY_INFO)
        with pytest.raises(musnad.ResourceExhausted) as exhausted:
            client.extract("نص")
        assert exhausted.value.retry_delay == 1.5


def test_a_field_that_only_the_message_names(told: Told) -> None:
    message = 'document.published_at: "x" is no date'
    told.extract = lambda request, context: context.abort(grpc.StatusCode.INVALID_ARGUMENT, message)
    with musnad.Client(told.address, retry=None) as client, pytest.raises(musnad.InvalidArgument) as caught:
        client.extract("نص")
    assert caught.value.field == "document.published_at"


def test_a_timeout(told: Told) -> None:
    done = threading.Event()
    told.extract = lambda request, context: bytes(done.wait(10))
    with musnad.Client(told.address, timeout=0.2) as client:
        start = time.perf_counter()
        with pytest.raises(musnad.DeadlineExceeded):
            client.extract("نص")
        assert time.perf_counter() - start < 5
    done.set()


def test_metadata_is_sent(told: Told) -> None:
    sent: dict[str, str] = {}

    def extract(request: bytes, context: Any) -> bytes:
        sent.update(context.invocation_metadata())
        return context.abort(grpc.StatusCode.INTERNAL, "enough")  # type: ignore[no-any-return]

    told.extract = extract
    metadata = [("authorization", "Bearer x")]
    with musnad.Client(told.address, metadata=metadata) as client, pytest.raises(musnad.MusnadError):
        client.extract("نص")
    assert sent["authorization"] == "Bearer x"


@pytest.mark.parametrize("answer", [b"", b"\xff\xff", part(1, part(7, b""))])
def test_an_answer_that_does_not_fit(told: Told, answer: bytes) -> None:
    told.extract = lambda request, context: answer
    with musnad.Client(told.address, retry=None) as client, pytest.raises(musnad.MusnadError):
        client.extract("نص")


def test_a_stream_that_ends_early(told: Told) -> None:
    with (
        musnad.Client(told.address, retry=None) as client,
        pytest.raises(musnad.Unavailable, match="before its last document"),
    ):
        list(client.extract_many(["نص"]))


def test_a_stream_takes_few_documents_ahead(told: Told) -> None:
    pytest.importorskip("google.protobuf", reason="protobuf is not installed")
    from musnad.proto import service_pb2

    def stream(requests: Iterator[bytes], context: Any) -> Iterator[bytes]:
        for data in requests:
            request = service_pb2.ExtractStreamRequest.FromString(data)
            x = musnad.extract(request.document.text, id=request.document.id)
            response = service_pb2.ExtractStreamResponse()
            response.result.extraction.MergeFromString(x.to_bytes())
            yield response.SerializeToString()

    told.stream = stream
    taken, thread = 0, set()

    def docs() -> Iterator[dict[str, object]]:
        nonlocal taken
        for taken in itertools.count(1):
            thread.add(threading.get_ident())
            yield {"text": f"وصل {taken} وزيرا.", "id": taken}

    with musnad.Client(told.address, retry=None) as client:
        found = client.extract_many(docs())
        assert [x.document_id for x in itertools.islice(found, 100)] == [str(n) for n in range(1, 101)]
        found.close()  # type: ignore[attr-defined]
    assert taken <= 100 + _AHEAD
    assert thread == {threading.get_ident()}
