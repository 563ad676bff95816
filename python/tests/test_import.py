"""What ``import musnad`` costs and brings."""

from __future__ import annotations

import subprocess
import sys

PROGRAM = """
import sys, time
before = set(sys.modules)
start = time.process_time()
import musnad
took = time.process_time() - start
heavy = {"numpy", "pandas", "polars", "pyarrow", "grpc", "google.protobuf", "matplotlib", "altair", "networkx", "IPython",
         "tqdm", "nats", "asyncio"} & (set(sys.modules) - before)
print(took, *sorted(heavy))
"""


def test_it_is_quick_and_brings_no_other_package() -> None:
    runs = []
    for _ in range(5):
        run = subprocess.run([sys.executable, "-c", PROGRAM], capture_output=True, text=True, check=True)
        took, *heavy = run.stdout.split()
        assert not heavy
        # Time of the processor: other work on the machine does not count.
        runs.append(float(took))
    assert min(runs) < 0.1, runs


def test_what_is_brought_late_is_there() -> None:
    import musnad

    assert musnad.AsyncClient.__name__ == "AsyncClient"
    assert set(musnad.__all__) <= {*dir(musnad), "AsyncClient"}
