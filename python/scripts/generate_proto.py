#!/usr/bin/env python3
"""Generates what the Python package has from ``proto/musnad/v1``.

    python3 python/scripts/generate_proto.py            write
    python3 python/scripts/generate_proto.py --check    write nothing; fail when the committed files differ

- ``src/musnad/proto/*_pb2.py`` and ``.pyi``: the messages. The generator is pinned to an old release on purpose: what
  protobuf generates runs with its own and every later runtime, so the pin is the oldest runtime that users may have.
- ``src/musnad/_enums.py``: the enums of the contract as Python enums, with the contract's comments.

The pinned grpcio-tools are installed into a temporary virtual environment, so that they cannot clash with the protobuf
of the caller's. Only the standard library is needed here.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
import venv
from pathlib import Path

GRPCIO_TOOLS = "grpcio-tools==1.71.2"

PYTHON = Path(__file__).resolve().parents[1]
PROTO = PYTHON.parent / "proto"
PACKAGE = PYTHON / "src" / "musnad"


def main() -> int:
    parser = argparse.ArgumentParser(description="Generate the protobuf code of the Python package from proto/.")
    parser.add_argument("--check", action="store_true", help="write nothing; fail when the committed files differ")
    arguments = parser.parse_args()
    fresh = generate()
    old = {path: path.read_text(encoding="utf-8") for path in committed()}
    differing = sorted(path for path in fresh.keys() | old.keys() if fresh.get(path) != old.get(path))
    for path in differing:
        if arguments.check:
            print(f"differs from proto/: {path.relative_to(PYTHON.parent)}", file=sys.stderr)
        elif path in fresh:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(fresh[path], encoding="utf-8")
            print(f"wrote {path.relative_to(PYTHON.parent)}")
        else:
            path.unlink()
            print(f"removed {path.relative_to(PYTHON.parent)}")
    if arguments.check and differing:
        print("run `make proto` and commit", file=sys.stderr)
        return 1
    return 0


def committed() -> list[Path]:
    """The generated files that are there."""
    enums = PACKAGE / "_enums.py"
    return [*(PACKAGE / "proto").glob("*_pb2.py*"), *([enums] if enums.exists() else [])]


def generate() -> dict[Path, str]:
    """All generated files, by where they belong."""
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder)
        venv.create(out / "venv", with_pip=True)
        python = out / "venv" / ("Scripts" if sys.platform == "win32" else "bin") / "python"
        # setuptools: this release of grpcio-tools looks for its own .proto files through pkg_resources.
        install = ["-m", "pip", "install", "--quiet", "--disable-pip-version-check", GRPCIO_TOOLS, "setuptools<81"]
        subprocess.run([python, *install], check=True)
        (out / "code").mkdir()
        sources = sorted(str(path.relative_to(PROTO)) for path in PROTO.glob("musnad/v1/*.proto"))
        protoc = ["-W", "ignore", "-m", "grpc_tools.protoc", f"--proto_path={PROTO}"]
        outputs = [f"--python_out={out / 'code'}", f"--pyi_out={out / 'code'}"]
        described = ["--include_source_info", f"--descriptor_set_out={out / 'set.bin'}"]
        subprocess.run([python, *protoc, *outputs, *described, *sources], check=True)
        files = {}
        for path in sorted((out / "code" / "musnad" / "v1").iterdir()):
            # protoc derives the Python package from the folder of the .proto file; the package is musnad.proto.
            code = path.read_text(encoding="utf-8").replace("from musnad.v1 import", "from musnad.proto import")
            files[PACKAGE / "proto" / path.name] = code
        described_enums = [python, Path(__file__).with_name("_enum_source.py"), out / "set.bin"]
        files[PACKAGE / "_enums.py"] = subprocess.run(
            described_enums, check=True, capture_output=True, text=True, encoding="utf-8"
        ).stdout
        return files


if __name__ == "__main__":
    sys.exit(main())
