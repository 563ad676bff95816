"""Reading many documents: order, laziness, threads, errors in their place, fork."""

from __future__ import annotations

import itertools
import multiprocessing
import os
import subprocess
import sys
import threading
from collections.abc import Iterator

import pytest

import musnad


def documents(article: str, count: int) -> list[musnad.Document]:
    return [
        musnad.Document(f"{article}\nوقتل {n} جنديا أمس.", id=f"d{n}", published_at="2020-02-03") for n in range(count)
    ]


def test_all_threads_give_what_one_gives(article: str) -> None:
    docs = documents(article, 40)
    alone = [musnad.extract(d.text, id=d.id, published_at=d.published_at) for d in docs]
    for threads in (1, 2, 7, None):
        many = list(musnad.extract_many(docs, threads=threads))
        assert many == alone
        assert [x.to_bytes() for x in many] == [x.to_bytes() for x in alone]


def test_documents_in_every_form() -> None:
    text = "وصل الوزير أمس."
    docs = [
        text,
        {"id": "dict", "text": text, "published_at": "2020-06-11", "source": "الجزيرة", "title": "ignored"},
        musnad.Document(text, id="document", published_at="2020-06-11"),
        {"id": 7, "text": text.encode(), "published_at": float("nan"), "source": None},
    ]
    found = list(musnad.extract_many(docs))
    assert [x.document_id for x in found] == ["", "dict", "document", "7"]
    assert {x.text for x in found} == {text}
    assert [bool(x.warnings) for x in found] == [True, False, False, True]


BAD = {
    "empty": {"text": "", "id": "empty"},
    "missing": {"id": "missing", "body": "x"},
    "date": {"text": "نص", "id": "date", "published_at": "yesterday"},
    "type": 5,
    "bytes": {"text": "مرحبا".encode("cp1256"), "id": "bytes"},
    "surrogate": {"text": "نص \ud800", "id": "surrogate"},
}
FIELDS = ["document.text", "document.text", "document.published_at", "document", "document.text", "document.text"]


def test_a_bad_document_is_an_error_in_its_place(article: str) -> None:
    docs: list[object] = [article, *BAD.values(), article]
    found = list(musnad.extract_many(docs, on_error="yield"))  # type: ignore[call-overload]
    assert isinstance(found[0], musnad.Extraction)
    assert isinstance(found[-1], musnad.Extraction)
    errors = found[1:-1]
    assert all(isinstance(error, musnad.InvalidArgument) for error in errors)
    assert [error.field for error in errors] == FIELDS
    assert [error.document_id for error in errors] == ["empty", "missing", "date", "", "bytes", "surrogate"]


@pytest.mark.parametrize("name", BAD)
def test_a_bad_document_is_raised(article: str, name: str) -> None:
    found = musnad.extract_many([article, BAD[name], article])  # type: ignore[list-item]
    assert next(found).text == article
    with pytest.raises(musnad.InvalidArgument):
        next(found)


def test_an_error_of_the_callers_iterator_is_the_callers() -> None:
    def docs() -> Iterator[str]:
        yield "نص"
        raise LookupError("the database is gone")

    with pytest.raises(LookupError, match="gone"):
        list(musnad.extract_many(docs(), threads=1))


def test_documents_are_taken_lazily() -> None:
    taken = 0

    def docs() -> Iterator[str]:
        nonlocal taken
        for taken in itertools.count(1):
            yield f"وصل {taken} وزيرا."

    found = musnad.extract_many(docs(), threads=2)
    assert taken == 0
    first = list(itertools.islice(found, 3))
    assert [x.text for x in first] == ["وصل 1 وزيرا.", "وصل 2 وزيرا.", "وصل 3 وزيرا."]
    assert taken <= 3 + 2 * 4
    found.close()  # type: ignore[attr-defined]


def test_documents_are_taken_in_the_callers_thread(article: str) -> None:
    names = set()

    def docs() -> Iterator[str]:
        for _ in range(20):
            names.add(threading.get_ident())
            yield article

    list(musnad.extract_many(docs(), threads=3))
    assert names == {threading.get_ident()}


def test_no_documents() -> None:
    assert list(musnad.extract_many([])) == []
    assert list(musnad.Extractor().extract_many(iter(()))) == []


@pytest.mark.parametrize("docs", ["نص", b"x", {"text": "نص"}, musnad.Document("نص")])
def test_one_document_is_not_many(docs: str) -> None:
    with pytest.raises(musnad.InvalidType, match="use extract"):
        musnad.extract_many(docs)


def test_bad_arguments() -> None:
    with pytest.raises(musnad.InvalidArgument, match="threads"):
        musnad.extract_many([], threads=0)
    with pytest.raises(musnad.InvalidArgument, match="on_error"):
        musnad.extract_many([], on_error="skip")  # type: ignore[call-overload]
    with pytest.raises(musnad.InvalidArgument, match="unknown layer"):
        musnad.extract_many([], layers=["nothing"])
    with pytest.raises(TypeError):
        musnad.extract_many(5)  # type: ignore[arg-type]


def test_the_limit_holds() -> None:
    extractor = musnad.Extractor(max_document_bytes=20)
    found = list(extractor.extract_many(["قصير", "طويل جدا جدا جدا"], on_error="yield"))
    assert isinstance(found[0], musnad.Extraction)
    assert "the limit is 20" in str(found[1])


def test_many_threads_of_python_share_an_extractor(article: str) -> None:
    extractor = musnad.Extractor()
    expected = extractor.extract(article)
    results: list[bool] = []

    def work() -> None:
        for _ in range(5):
            results.append(extractor.extract(article) == expected)
        results.extend(x == expected for x in extractor.extract_many([article] * 5))

    workers = [threading.Thread(target=work) for _ in range(4)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    assert results == [True] * 40


def test_progress(article: str, capsys: pytest.CaptureFixture[str]) -> None:
    pytest.importorskip("tqdm", reason="tqdm is not installed")
    assert len(list(musnad.extract_many([article] * 3, progress=True))) == 3
    assert "3/3" in capsys.readouterr().err


def test_progress_without_tqdm(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "tqdm", None)
    monkeypatch.setitem(sys.modules, "tqdm.auto", None)
    with pytest.raises(ImportError, match=r"musnad\[progress\]"):
        musnad.extract_many([], progress=True)


def work_in_child(article: str) -> bytes:
    many = list(musnad.extract_many([article] * 6, threads=3))
    assert many == [musnad.extract(article)] * 6
    return many[0].to_bytes()


@pytest.mark.skipif(not hasattr(os, "fork"), reason="the system has no fork")
@pytest.mark.parametrize("method", ["fork", "spawn"])
def test_child_processes(article: str, method: str) -> None:
    # The parent has used its threads before it forks.
    expected = next(musnad.extract_many([article] * 6, threads=3)).to_bytes()
    with multiprocessing.get_context(method).Pool(2) as pool:
        assert pool.map_async(work_in_child, [article] * 4).get(timeout=120) == [expected] * 4


@pytest.mark.skipif(not hasattr(os, "fork"), reason="the system has no fork")
def test_a_run_does_not_continue_in_a_child(article: str) -> None:
    found = musnad.extract_many([article] * 50, threads=2)
    next(found)
    child = os.fork()
    if child == 0:
        try:
            next(found)
        except musnad.MusnadError as error:
            os._exit(0 if "parent process" in str(error) else 1)
        os._exit(2)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0
    assert len(list(found)) == 49


PROGRAM = """
import os, sys, time, musnad
found = musnad.extract_many(["وصل الوزير."] * 40)
next(found)
# A thread gives itself its name, after its start: wait for as many as are asked for, then for one too many.
count, end = 0, time.monotonic() + 20
while time.monotonic() < end:
    names = [open(f"/proc/self/task/{task}/comm").read() for task in os.listdir("/proc/self/task")]
    count = sum(name.startswith("musnad-") for name in names)
    if count >= int(sys.argv[1]):
        end = min(end, time.monotonic() + 0.2)
    time.sleep(0.02)
print(count)
"""


@pytest.mark.skipif(not os.path.isdir("/proc/self/task"), reason="threads are counted in /proc")
@pytest.mark.parametrize("count", [1, 3])
def test_rayon_num_threads_is_honoured(count: int) -> None:
    environment = {**os.environ, "RAYON_NUM_THREADS": str(count)}
    command = [sys.executable, "-c", PROGRAM, str(count)]
    run = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
    assert run.stdout.strip() == str(count)


def test_an_abandoned_run_ends(article: str) -> None:
    before = threading.active_count()
    for _ in range(20):
        next(musnad.extract_many(itertools.repeat(article), threads=2))
    assert threading.active_count() == before
