"""The Python blocks of the README run; those with a client talk to a server that the tests have started."""

from __future__ import annotations

import re
import subprocess
import sys

import pytest
from conftest import ROOT

README = ROOT / "README.md"

pytestmark = pytest.mark.skipif(not (ROOT / "tests").is_dir(), reason="only in a clone")


def blocks() -> list[str]:
    return re.findall(r"^```python\n(.*?)^```", README.read_text(encoding="utf-8"), flags=re.DOTALL | re.MULTILINE)


def run(program: str) -> None:
    done = subprocess.run([sys.executable, "-W", "error", "-c", program], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip(), "the program prints nothing"


def test_there_are_blocks() -> None:
    assert any("Client(" in block for block in blocks())
    assert any("Client(" not in block for block in blocks())


def test_blocks_run_in_this_process() -> None:
    for block in blocks():
        if "Client(" not in block:
            run(block)


def test_blocks_run_with_a_server(server: str) -> None:
    for block in blocks():
        if "Client(" in block:
            run(re.sub(r'Client\("[^"]*"', f'Client("{server}"', block))
