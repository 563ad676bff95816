"""The adapters to engines, on this machine. Each is skipped where it is not installed: ``make test-cluster``."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pyarrow
import pyarrow.parquet
import pytest
from conftest import ROOT

from musnad.arrow import extract_batch

ARTICLES = [
    {"id": "a", "text": "قتل 3 مدنيين أمس في قصف على بلدة ديفا.", "published_at": "2020-02-03"},
    {"id": "b", "text": "", "published_at": None},
    {"id": "c", "text": "تظاهر المئات في العاصمة.", "published_at": "not a day"},
]


def expected() -> list[dict[str, Any]]:
    return extract_batch(pyarrow.Table.from_pylist(ARTICLES)).to_pyarrow().to_pylist()


@pytest.fixture(scope="module")
def spark() -> Iterator[Any]:
    sql = pytest.importorskip("pyspark.sql")
    # Workers take the interpreter from the environment.
    os.environ["PYSPARK_PYTHON"] = sys.executable
    builder = sql.SparkSession.builder.master("local[2]").appName("musnad")
    for name, value in {
        "spark.ui.enabled": "false",
        "spark.driver.bindAddress": "127.0.0.1",
        "spark.driver.host": "127.0.0.1",
        "spark.sql.session.timeZone": "UTC",
    }.items():
        builder = builder.config(name, value)
    session = builder.getOrCreate()
    yield session
    session.stop()


@pytest.mark.filterwarnings("ignore")
def test_spark_gives_a_row_a_document(spark: Any) -> None:
    import musnad.spark

    frame = spark.createDataFrame(ARTICLES).repartition(2)
    read = musnad.spark.extract(frame)
    rows = sorted((row.asDict(recursive=True) for row in read.collect()), key=lambda row: row["document_id"])
    assert rows == expected()
    events = read.selectExpr("document_id", "inline(events)").toPandas()
    assert events["killed_min"].max() == 3


@pytest.mark.filterwarnings("ignore")
def test_spark_names_a_column_that_is_not_there(spark: Any) -> None:
    import musnad.spark

    with pytest.raises(musnad.InvalidArgument, match="no column 'body'; there are: id, published_at, text"):
        musnad.spark.extract(spark.createDataFrame(ARTICLES), text="body")


@pytest.mark.filterwarnings("ignore")
def test_ray_gives_a_row_a_document() -> None:
    ray = pytest.importorskip("ray")
    pytest.importorskip("ray.data")
    import musnad.ray

    ray.init(num_cpus=2, include_dashboard=False, log_to_driver=False)
    try:
        articles = ray.data.from_arrow(pyarrow.Table.from_pylist(ARTICLES))
        read = articles.map_batches(musnad.ray.Extractor, batch_format="pyarrow", concurrency=1)
        rows = sorted(read.to_pandas().to_dict("records"), key=lambda row: row["document_id"])
    finally:
        ray.shutdown()
    assert [row["document_id"] for row in rows] == ["a", "b", "c"]
    assert [len(row["events"]) for row in rows] == [len(row["events"]) for row in expected()]
    assert "empty" in rows[1]["error"]


def example(heading: str) -> str:
    """The program of the documentation under a heading."""
    page = (ROOT / "docs/scaling.md").read_text(encoding="utf-8")
    (program,) = re.findall(rf"^## {heading}\n\n```python\n(.*?)^```", page, flags=re.DOTALL | re.MULTILINE)
    return str(program)


@pytest.mark.skipif(not (ROOT / "docs").is_dir(), reason="only in a clone")
@pytest.mark.filterwarnings("ignore")
def test_the_example_with_dask(tmp_path: Path) -> None:
    pytest.importorskip("dask.dataframe", reason="dask is not installed: pip install 'dask[dataframe]'")
    (tmp_path / "articles").mkdir()
    for number in range(3):
        rows = [{**row, "id": f"{number}{row['id']}"} for row in ARTICLES]
        pyarrow.parquet.write_table(pyarrow.Table.from_pylist(rows), tmp_path / f"articles/{number}.parquet")
    scope: dict[str, Any] = {}
    exec(example("Dask").replace('"articles/"', repr(str(tmp_path / "articles"))), scope)
    kinds = [event["type"] for row in expected() for event in row["events"]]
    assert scope["by_type"].to_dict() == {kind: 3 * kinds.count(kind) for kind in set(kinds)}


@pytest.mark.skipif(not (ROOT / "docs").is_dir(), reason="only in a clone")
def test_the_example_with_beam(tmp_path: Path) -> None:
    pytest.importorskip("apache_beam", reason="apache-beam is not installed")
    (tmp_path / "articles.jsonl").write_text("".join(json.dumps(row) + "\n" for row in ARTICLES), encoding="utf-8")
    program = tmp_path / "program.py"
    # The workers of a run look for the class by the name of its module.
    program.write_text(example("Beam"), encoding="utf-8")
    subprocess.run([sys.executable, str(program)], cwd=tmp_path, check=True, capture_output=True)

    def lines(name: str) -> list[dict[str, Any]]:
        return [json.loads(line) for path in tmp_path.glob(f"{name}-*") for line in path.read_text().splitlines()]

    assert [found["documentId"] for found in lines("extractions.jsonl")] == ["a"]
    assert sorted(found["id"] for found in lines("errors.jsonl")) == ["b", "c"]
