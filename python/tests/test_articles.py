"""Corpora: where articles come from, tables of what they report, runs that are cut off."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
import time
from pathlib import Path

import pandas
import polars
import pyarrow
import pyarrow.parquet
import pytest

import musnad
from musnad.arrow import extract_batch

ARTICLES = [
    {"id": "a", "text": "قتل 3 مدنيين أمس في قصف على بلدة ديفا.", "published_at": "2020-02-03", "source": "البلد"},
    {"id": "b", "text": "قال الوزير إن المحادثات ستبدأ غدا.", "published_at": "2020-02-04", "source": "البلد"},
    {"id": "c", "text": "", "published_at": "2020-02-05", "source": ""},
    {"id": "d", "text": "تظاهر المئات في العاصمة.", "published_at": "", "source": ""},
]


def write_jsonl(path: Path, articles: list[dict[str, str]]) -> Path:
    path.write_text("".join(json.dumps(a, ensure_ascii=False) + "\n" for a in articles), encoding="utf-8")
    return path


def write_csv(path: Path) -> Path:
    pandas.DataFrame(ARTICLES).to_csv(path, index=False)
    return path


def corpora(folder: Path) -> dict[str, musnad.Corpus]:
    table = pyarrow.Table.from_pylist(ARTICLES)
    pyarrow.parquet.write_table(table, folder / "a.parquet")
    return {
        "documents": musnad.Corpus.from_documents(ARTICLES),
        "jsonl": musnad.Corpus.from_jsonl(write_jsonl(folder / "a.jsonl", ARTICLES)),
        "csv": musnad.Corpus.from_csv(write_csv(folder / "a.csv")),
        "parquet": musnad.Corpus.from_parquet(folder / "a.parquet"),
        "pyarrow": musnad.Corpus.from_frame(table),
        "pandas": musnad.Corpus.from_frame(pandas.DataFrame(ARTICLES)),
        "polars": musnad.Corpus.from_frame(polars.DataFrame(ARTICLES)),
    }


@pytest.mark.parametrize("name", ["documents", "jsonl", "csv", "parquet", "pyarrow", "pandas", "polars"])
def test_every_source_gives_the_same_tables(name: str, tmp_path: Path) -> None:
    tables = corpora(tmp_path)[name].extract(rows=3)
    assert tables.documents["document_id"].to_pylist() == ["a", "b", "c", "d"]
    assert tables.errors["document_id"].to_pylist() == ["c"]
    expected = extract_batch(pyarrow.Table.from_pylist(ARTICLES))
    assert tables.events == pyarrow.Table.from_batches([expected.table("events").to_pyarrow()])
    assert "4 documents, 1 not read" in repr(tables)


def test_a_folder_of_texts(tmp_path: Path) -> None:
    (tmp_path / "x").mkdir()
    (tmp_path / "x" / "2.txt").write_text("وصل الوزير إلى تونس أمس.", encoding="utf-8")
    (tmp_path / "1.txt").write_text("تظاهر المئات في العاصمة.", encoding="utf-8")
    (tmp_path / "notes.md").write_text("no article", encoding="utf-8")
    corpus = musnad.Corpus.from_folder(tmp_path, published_at="2020-06-11", source="البلد")
    assert [(d.id, d.source) for d in corpus] == [("1.txt", "البلد"), ("x/2.txt", "البلد")]
    assert len(corpus.extract().times) == 1


def test_a_document_without_an_id_is_named_by_its_place(tmp_path: Path) -> None:
    path = write_jsonl(tmp_path / "n.jsonl", [{"text": "نص."}, {"text": "نص آخر.", "id": "mine"}])
    assert [d.id for d in musnad.Corpus.from_jsonl(path)] == ["n.jsonl:1", "mine"]
    frame = polars.DataFrame({"body": ["نص."]})
    assert [d.id for d in musnad.Corpus.from_frame(frame, text="body")] == ["row:1"]


def test_what_cannot_be_read_is_named(tmp_path: Path) -> None:
    path = tmp_path / "bad.jsonl"
    path.write_text('{"text": "نص."}\n{"text": \n', encoding="utf-8")
    with pytest.raises(musnad.InvalidArgument, match=r"bad\.jsonl:2 is no JSON"):
        list(musnad.Corpus.from_jsonl(path))
    with pytest.raises(musnad.InvalidArgument, match="is no file"):
        musnad.Corpus.from_jsonl(tmp_path / "none.jsonl")
    with pytest.raises(musnad.InvalidArgument, match="no column 'body'"):
        musnad.Corpus.from_frame(pandas.DataFrame(ARTICLES), text="body").extract()
    with pytest.raises(musnad.InvalidArgument, match="no column 'body'"):
        musnad.Corpus.from_csv(write_csv(tmp_path / "a.csv"), text="body").extract()


def test_tables_go_to_pandas_polars_and_duckdb() -> None:
    tables = musnad.Corpus.from_documents(ARTICLES).extract()
    assert tables.to_pandas("events")["killed_min"].sum() == 3
    assert tables.to_polars("events")["killed_min"].sum() == 3
    duckdb = pytest.importorskip("duckdb")
    found = tables.to_duckdb().sql("select document_id, killed_min from events where killed_min > 0").fetchall()
    assert found == [("a", 3)]
    assert duckdb is not None


def test_a_folder_is_gone_on_with_and_nothing_is_read_twice(tmp_path: Path) -> None:
    corpus = musnad.Corpus.from_documents(ARTICLES)
    whole = corpus.extract(tmp_path / "out", rows=1)
    files = sorted((tmp_path / "out").glob("*.parquet"))
    assert len(files) == 4
    kept = files[0].stat().st_mtime_ns
    files[2].unlink()
    (tmp_path / "out" / "documents-000003.parquet.part").write_bytes(b"half")
    again = corpus.extract(tmp_path / "out", rows=1)
    assert again.documents == whole.documents == corpus.extract().documents
    assert files[0].stat().st_mtime_ns == kept
    assert not list((tmp_path / "out").glob("*.part"))
    assert musnad.Tables.open(tmp_path / "out").errors["document_id"].to_pylist() == ["c"]


def test_a_folder_of_something_else_is_refused(tmp_path: Path) -> None:
    corpus = musnad.Corpus.from_documents(ARTICLES)
    corpus.extract(tmp_path / "out", rows=2)
    with pytest.raises(musnad.InvalidArgument, match="begun with rows 2"):
        corpus.extract(tmp_path / "out", rows=3)
    with pytest.raises(musnad.InvalidArgument, match="begun with layers None"):
        corpus.extract(tmp_path / "out", rows=2, layers=["events"])
    with pytest.raises(musnad.InvalidArgument, match="holds other documents"):
        musnad.Corpus.from_documents(ARTICLES[1:]).extract(tmp_path / "out", rows=2)
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "notes.md").write_text("mine", encoding="utf-8")
    with pytest.raises(musnad.InvalidArgument, match="is not empty"):
        corpus.extract(tmp_path / "full")


RUN = """
import sys
import musnad
musnad.Corpus.from_jsonl(sys.argv[1]).extract(sys.argv[2], rows=4, threads=1)
"""


def test_a_run_that_is_killed_five_times_ends_as_if_it_had_not_been(tmp_path: Path) -> None:
    articles = [{"id": str(n), "text": f"{ARTICLES[0]['text']} وأصيب {n} آخرون. " * 40} for n in range(60)]
    path = write_jsonl(tmp_path / "a.jsonl", articles)
    out = tmp_path / "out"
    for want in range(1, 11, 2):
        process = subprocess.Popen([sys.executable, "-c", RUN, str(path), str(out)])
        patience = time.monotonic() + 60
        while len(list(out.glob("*.parquet"))) < want and process.poll() is None and time.monotonic() < patience:
            time.sleep(0.002)
        process.send_signal(signal.SIGKILL)
        process.wait()
    subprocess.run([sys.executable, "-c", RUN, str(path), str(out)], check=True)
    undisturbed = musnad.Corpus.from_jsonl(path).extract(rows=4)
    assert musnad.Tables.open(out).documents == undisturbed.documents


def test_the_bar_counts_documents_and_errors(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    corpus = musnad.Corpus.from_documents(ARTICLES)
    corpus.extract(tmp_path / "out", rows=2, progress=True)
    bar = capsys.readouterr().err
    assert "4/4" in bar
    assert "errors=1" in bar
    corpus.extract(tmp_path / "out", rows=2, progress=True)
    assert "4/4" in capsys.readouterr().err
