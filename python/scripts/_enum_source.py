"""Writes the Python enums for a descriptor set to standard output; called by ``generate_proto.py``."""

from __future__ import annotations

import re
import sys
from pathlib import Path

from google.protobuf import descriptor_pb2

HEADER = '''"""The enums of the contract.

Every member is also a string, the contract's name without its prefix: ``EventType.ASSAULT == "ASSAULT"``.

Generated from proto/musnad/v1 by scripts/generate_proto.py; do not edit.
"""

import sys

if sys.version_info >= (3, 11):
    from enum import StrEnum
else:
    from enum import Enum

    class StrEnum(str, Enum):
        """What the standard library has from 3.11 on."""

        __str__ = str.__str__


'''

# What spans count is always Python's own indexes here.
LEFT_OUT = {"OffsetEncoding"}


def main(path: str) -> None:
    descriptors = descriptor_pb2.FileDescriptorSet.FromString(Path(path).read_bytes())
    enums = [enum for file in descriptors.file for enum in enums_of(file)]
    names = sorted(name for name, _ in enums)
    listing = "__all__ = [\n" + "".join(f'    "{name}",\n' for name in names) + "]\n"
    sys.stdout.reconfigure(encoding="utf-8")
    sys.stdout.write(HEADER + listing + "".join("\n\n" + code for _, code in enums))


def enums_of(file: descriptor_pb2.FileDescriptorProto) -> list[tuple[str, str]]:
    comments = {tuple(location.path): location.leading_comments for location in file.source_code_info.location}
    field = descriptor_pb2.FileDescriptorProto.ENUM_TYPE_FIELD_NUMBER
    value_field = descriptor_pb2.EnumDescriptorProto.VALUE_FIELD_NUMBER
    found = []
    for index, enum in enumerate(file.enum_type):
        if enum.name in LEFT_OUT:
            continue
        prefix = re.sub(r"(?<=[a-z])(?=[A-Z])", "_", enum.name).upper() + "_"
        lines = [f"class {enum.name}(StrEnum):", *docstring(comments.get((field, index), ""))]
        for number, value in enumerate(enum.value):
            if value.number != 0:
                name = value.name.removeprefix(prefix)
                lines += ["", f'    {name} = "{name}"']
                lines += docstring(comments.get((field, index, value_field, number), ""))
        found.append((enum.name, "\n".join(lines) + "\n"))
    return found


def docstring(comment: str) -> list[str]:
    lines = [line.strip() for line in comment.strip().splitlines()]
    if not lines:
        return []
    if len(lines) == 1:
        return [f'    """{lines[0]}"""']
    return [f'    """{lines[0]}', *(f"    {line}".rstrip() for line in lines[1:]), '    """']


if __name__ == "__main__":
    main(sys.argv[1])
