"""The adapters to engines, on this machine. Skipped where an engine is not installed: ``make test-cluster``."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from typing import Any

import pyarrow
import pytest

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
