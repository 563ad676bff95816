"""The types that users see."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import ROOT

import musnad

pytest.importorskip("mypy", reason="mypy is not installed")

HERE = Path(__file__).parent


def run(tmp_path: Path, *arguments: str) -> None:
    environment = {**os.environ, "MYPY_CACHE_DIR": str(tmp_path)}
    process = subprocess.run(
        [sys.executable, "-m", *arguments], capture_output=True, text=True, cwd=tmp_path, env=environment
    )
    assert process.returncode == 0, process.stdout + process.stderr


def test_a_users_code_is_typed(tmp_path: Path) -> None:
    run(tmp_path, "mypy", "--strict", str(HERE / "sample_typing.py"))


def test_a_users_code_is_typed_for_pyright_too(tmp_path: Path) -> None:
    command = shutil.which("pyright") or shutil.which("basedpyright")
    if command is None:
        pytest.skip("neither pyright nor basedpyright is installed")
    sample = tmp_path / "sample.py"
    sample.write_bytes((HERE / "sample_typing.py").read_bytes())
    configuration = {"typeCheckingMode": "strict", "extraPaths": [str(Path(musnad.__file__).parents[1])]}
    (tmp_path / "pyrightconfig.json").write_text(json.dumps(configuration))
    process = subprocess.run(
        [command, "--pythonpath", sys.executable], capture_output=True, text=True, cwd=tmp_path, check=False
    )
    assert process.returncode == 0, process.stdout + process.stderr


def test_the_sample_runs() -> None:
    subprocess.run([sys.executable, str(HERE / "sample_typing.py")], check=True)


def test_the_stub_is_that_of_the_native_module(tmp_path: Path) -> None:
    run(tmp_path, "mypy.stubtest", "musnad._musnad")


@pytest.mark.skipif(not (ROOT / "python/src/musnad").is_dir(), reason="only in a clone")
def test_the_package_itself_is_strictly_typed(tmp_path: Path) -> None:
    configuration = str(ROOT / "python/pyproject.toml")
    run(tmp_path, "mypy", "--config-file", configuration, "-p", "musnad")
