"""The generated code is that of proto/."""

from __future__ import annotations

import importlib
import re
import sys
from typing import Any

import pytest
from conftest import ROOT

import musnad
from musnad import _enums

pytest.importorskip("google.protobuf", reason="protobuf is not installed")

FILES = ["corroboration", "document", "entity", "event", "quantity", "service", "statement", "text", "time"]
DESCRIPTORS = ROOT / "crates/musnad-proto/src/generated/descriptor.bin"


def generated(name: str) -> Any:
    return importlib.import_module(f"musnad.proto.{name}_pb2")


@pytest.mark.skipif(not DESCRIPTORS.exists(), reason="only in a clone")
def test_messages_are_those_of_the_rust_crates() -> None:
    """The crates' descriptors are compared with proto/ by `cargo xtask proto --check`."""
    from google.protobuf.descriptor_pb2 import FileDescriptorProto, FileDescriptorSet

    files = {file.name: file for file in FileDescriptorSet.FromString(DESCRIPTORS.read_bytes()).file}
    assert sorted(files) == [f"musnad/v1/{name}.proto" for name in FILES]
    for name in FILES:
        ours = FileDescriptorProto()
        generated(name).DESCRIPTOR.CopyToProto(ours)
        theirs = files[f"musnad/v1/{name}.proto"]
        for file in (ours, theirs):
            file.ClearField("source_code_info")
            for message in file.message_type:
                for field in message.field:
                    field.ClearField("json_name")
        assert ours == theirs, f"{name}_pb2.py has drifted from proto/: run `make proto`"


def test_enums_are_those_of_the_contract() -> None:
    for name in FILES:
        for enum, descriptor in generated(name).DESCRIPTOR.enum_types_by_name.items():
            if enum == "OffsetEncoding":
                continue
            prefix = re.sub(r"(?<=[a-z])(?=[A-Z])", "_", enum).upper() + "_"
            names = [value.name.removeprefix(prefix) for value in descriptor.values]
            assert names[0] == "UNSPECIFIED"
            assert [member.value for member in getattr(_enums, enum)] == names[1:]


def test_layers_are_those_of_the_crate() -> None:
    from musnad import _musnad

    assert [layer.lower() for layer in musnad.Layer] == _musnad.layer_names()


def test_records_have_the_fields_of_the_contract() -> None:
    from dataclasses import fields

    names = {
        "document": ["Engine", "Warning"],
        "entity": ["Entity", "LatLon", "Mention"],
        "event": ["AcledCode", "Argument", "Bounds", "Casualties", "Event"],
        "quantity": ["Number", "Quantity"],
        "statement": ["Source", "Statement"],
        "text": ["Section", "Sentence", "Token", "Word"],
        "time": ["Days", "TimeExpression"],
    }
    for file, messages in names.items():
        for message in messages:
            descriptor = generated(file).DESCRIPTOR.message_types_by_name[message]
            record = getattr(musnad, message)
            assert {field.name for field in fields(record)} == {field.name for field in descriptor.fields}, message
    properties = {name for name in vars(musnad.Extraction) if isinstance(vars(musnad.Extraction)[name], property)}
    contract = {field.name for field in generated("document").DESCRIPTOR.message_types_by_name["Extraction"].fields}
    assert properties == contract - {"offset_encoding"} | {"text"}


def test_to_proto_without_protobuf(x: musnad.Extraction, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "musnad.proto.document_pb2", None)
    with pytest.raises(ImportError, match=r"musnad\[proto\]"):
        x.to_proto()
    assert x.to_bytes()
