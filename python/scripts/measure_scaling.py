"""Measures what docs/scaling.md says: ``python scripts/measure_scaling.py WHAT… [--articles N] [--crate COMMAND]``.

WHAT is ``many`` (extract_many, beside the crate where ``--crate`` names its example ``throughput``), ``arrow``, ``memory``,
``spark`` and ``ray``. Articles are those of the notebooks, over and over, with other ids, days and figures. Build with a release profile.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import pyarrow
import pyarrow.parquet

import musnad
import musnad.arrow

NOTEBOOKS = Path(__file__).resolve().parents[1] / "notebooks/articles"
THREADS = 2
BATCH = 500


def articles(count: int) -> list[dict[str, str]]:
    """So many, no two alike."""
    known = [json.loads(line) for path in sorted(NOTEBOOKS.glob("*.jsonl")) for line in path.open(encoding="utf-8")]
    return [
        {
            "id": str(n),
            "text": f"{known[n % len(known)]['text']} ({n})",
            "published_at": known[n % len(known)]["published_at"],
        }
        for n in range(count)
    ]


class Cost(NamedTuple):
    """Of a job: by the clock, and of the processor, which other work on the machine does not change much."""

    seconds: float
    processor: float

    def __sub__(self, other: Cost) -> Cost:  # type: ignore[override]
        return Cost(self.seconds - other.seconds, self.processor - other.processor)


class Watch(threading.Thread):
    """Time of the processor of this process and all below it; looks often, as those that end are not seen any more."""

    def __init__(self) -> None:
        super().__init__(daemon=True)
        self._first: dict[tuple[int, str], int] = {}
        self._last: dict[tuple[int, str], int] = {}
        self._ended = threading.Event()

    def run(self) -> None:
        while not self._ended.wait(0.1):
            self._look()

    def _look(self) -> None:
        parents: dict[int, int] = {}
        ticks: dict[tuple[int, str], int] = {}
        for path in Path("/proc").glob("[0-9]*/stat"):
            try:
                fields = path.read_text().rpartition(")")[2].split()
            except OSError:
                # It has ended meanwhile.
                continue
            pid = int(path.parent.name)
            parents[pid] = int(fields[1])
            # A number is given again; with the moment of its start it is one process.
            ticks[pid, fields[19]] = int(fields[11]) + int(fields[12])

        def is_below(pid: int) -> bool:
            while pid not in (0, os.getpid()):
                pid = parents.get(pid, 0)
            return pid != 0

        mine = {key: count for key, count in ticks.items() if is_below(key[0])}
        if not self._first:
            self._first = dict(mine)
        self._last.update(mine)

    def __enter__(self) -> Watch:
        self._look()
        self.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._ended.set()
        self.join()
        self._look()

    def seconds(self) -> float:
        """Of all processes that were seen."""
        spent = sum(count - self._first.get(key, 0) for key, count in self._last.items())
        return spent / os.sysconf("SC_CLK_TCK")


def timed(job: Callable[[], object]) -> Cost:
    with Watch() as watch:
        start = time.perf_counter()
        job()
        took = time.perf_counter() - start
    return Cost(took, watch.seconds())


def say(what: str, count: int, cost: Cost) -> Cost:
    print(
        f"{what}: {count} articles in {cost.seconds:.1f} s, {count / cost.seconds:.0f} a second; "
        f"{1000 * cost.processor / count:.2f} ms of the processor each",
        flush=True,
    )
    return cost


def compare(what: str, theirs: Cost, ours: Cost) -> None:
    """By the clock and by the processor; 1 is as good as the other."""
    clock, processor = theirs.seconds / ours.seconds, theirs.processor / ours.processor
    print(f"{what}: {clock:.2f} by the clock, {processor:.2f} by the processor", flush=True)


def many(documents: list[dict[str, str]], crate: str | None, folder: Path) -> None:
    """extract_many beside the crate, by turns: the best of three of each."""
    path = folder / "articles.jsonl"
    path.write_text("".join(json.dumps(d, ensure_ascii=False) + "\n" for d in documents), encoding="utf-8")
    ours, theirs = [], []
    for _ in range(3):
        ours.append(timed(lambda: [None for _ in musnad.extract_many(documents, threads=THREADS)]))
        if crate:
            command = [crate, str(path), str(THREADS)]
            theirs.append(timed(lambda: subprocess.run(command, capture_output=True, check=True)))  # noqa: B023
    best = say("extract_many, 2 threads", len(documents), min(ours))
    if theirs:
        compare("extract_many against the crate", say("crate, 2 threads", len(documents), min(theirs)), best)


def one_process(table: pyarrow.Table) -> Cost:
    """Arrow in and out in one process with two threads."""

    def run() -> None:
        for batch in table.to_batches(max_chunksize=BATCH):
            musnad.arrow.extract_batch(batch, threads=THREADS).to_pyarrow()

    return say("one process, 2 threads, Arrow", len(table), timed(run))


def spark(table: pyarrow.Table, folder: Path, alone: Cost) -> None:
    from pyspark.sql import SparkSession

    import musnad.spark

    os.environ["PYSPARK_PYTHON"] = sys.executable
    builder = SparkSession.builder.master(f"local[{THREADS}]").appName("musnad")
    for name, value in {
        "spark.ui.enabled": "false",
        "spark.ui.showConsoleProgress": "false",
        "spark.driver.bindAddress": "127.0.0.1",
        "spark.driver.host": "127.0.0.1",
        "spark.sql.execution.arrow.maxRecordsPerBatch": str(BATCH),
    }.items():
        builder = builder.config(name, value)
    session = builder.getOrCreate()
    pyarrow.parquet.write_table(table, folder / "articles.parquet", row_group_size=BATCH)
    frame = session.read.parquet(str(folder / "articles.parquet")).repartition(8).cache()
    frame.count()

    def job(rows: Any) -> None:
        musnad.spark.extract(rows).write.format("noop").mode("overwrite").save()

    say("Spark, first job with its start-up", 64, timed(lambda: job(frame.limit(64).repartition(THREADS))))
    took = say(f"Spark local[{THREADS}]", len(table), timed(lambda: job(frame)))
    compare("Spark against one process", alone, took)
    session.stop()


def ray(table: pyarrow.Table, folder: Path, alone: Cost) -> None:
    import ray as engine
    import ray.data

    import musnad.ray

    engine.init(num_cpus=THREADS + 1, include_dashboard=False, log_to_driver=False)
    engine.data.DataContext.get_current().enable_progress_bars = False

    def job(rows: pyarrow.Table) -> None:
        blocks = [rows.slice(at, BATCH) for at in range(0, len(rows), BATCH)]
        data = engine.data.from_arrow(blocks)
        data.map_batches(
            musnad.ray.Extractor, batch_format="pyarrow", batch_size=BATCH, concurrency=THREADS
        ).materialize()

    job(table.slice(0, 64))
    start_up = say("Ray, start-up of its workers", 64, timed(lambda: job(table.slice(0, 64))))
    took = say(f"Ray, {THREADS} workers", len(table), timed(lambda: job(table)))
    compare("Ray against one process", alone, took)
    compare("Ray without the start-up of its workers", alone, took - start_up)
    engine.shutdown()


def memory(count: int, folder: Path) -> None:
    """The most memory that a stream of short documents takes, in a process of its own."""
    texts = [f"قتل {n % 90 + 3} مدنيين أمس في قصف على بلدة ديفا." for n in range(count)]
    table = pyarrow.table({"id": [str(n) for n in range(count)], "text": texts, "published_at": ["2030-03-02"] * count})
    path = folder / "short.parquet"
    pyarrow.parquet.write_table(table, path, row_group_size=1000)
    code = (
        "import resource, sys, musnad\n"
        "musnad.Corpus.from_parquet(sys.argv[1]).extract(sys.argv[2], threads=2)\n"
        "print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)"
    )
    command = [sys.executable, "-c", code, str(path), str(folder / "out")]
    peak = float(subprocess.run(command, capture_output=True, text=True, check=True).stdout)
    print(f"Arrow path, {count} short documents ({table.nbytes / 2**20:.0f} MiB): at most {peak:.0f} MiB resident")


def main() -> None:
    """Measures what is asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("what", nargs="+", choices=["many", "arrow", "memory", "spark", "ray"])
    parser.add_argument("--articles", type=int, default=20_000)
    parser.add_argument("--crate", help="the built example of the crate")
    given = parser.parse_args()
    documents = articles(given.articles)
    words = sum(len(document["text"].split()) for document in documents)
    print(
        f"musnad {musnad.__version__}; {len(documents)} articles, {words / len(documents):.0f} words each, on average"
    )
    table = pyarrow.Table.from_pylist(documents)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        if "many" in given.what:
            many(documents, given.crate, folder)
        if "memory" in given.what:
            memory(100_000, folder)
        if {"arrow", "spark", "ray"} & set(given.what):
            musnad.arrow.extract_batch(table.slice(0, 64).to_batches()[0])
            alone = one_process(table)
            for engine, run in (("spark", spark), ("ray", ray)):
                if engine in given.what:
                    run(table, folder, alone)
                    alone = one_process(table)
    print(f"this process: at most {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MiB resident")


if __name__ == "__main__":
    main()
