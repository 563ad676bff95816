//! Guards the contract: the numbers, types and names of `musnad.v1` are those of `golden/proto_surface.txt`, or the
//! change is seen there. A line that goes or changes breaks callers; new lines do not.

// What tests share may fail them.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::collections::BTreeSet;

use musnad_tests::golden;
use prost::Message;
use prost_types::field_descriptor_proto::{Label, Type};
use prost_types::{
    DescriptorProto, EnumDescriptorProto, FieldDescriptorProto, FileDescriptorSet, ServiceDescriptorProto,
};

fn field(message: &str, field: &FieldDescriptorProto) -> String {
    let kind = match field.r#type() {
        Type::Message | Type::Enum => field.type_name().rsplit('.').next().unwrap_or_default().to_owned(),
        scalar => format!("{scalar:?}").to_lowercase(),
    };
    let repeated = if field.label() == Label::Repeated {
        "repeated "
    } else {
        ""
    };
    let optional = if field.proto3_optional() { "optional " } else { "" };
    let oneof = if field.oneof_index.is_some() && !field.proto3_optional() {
        "oneof "
    } else {
        ""
    };
    format!(
        "{message}.{} = {}: {oneof}{optional}{repeated}{kind}",
        field.name(),
        field.number()
    )
}

fn message(message: &DescriptorProto) -> Vec<String> {
    let name = message.name();
    let nested = message
        .nested_type
        .iter()
        .map(|nested| format!("{name} holds {}", nested.name()));
    message
        .field
        .iter()
        .map(|item| field(name, item))
        .chain(nested)
        .collect()
}

fn values(kind: &EnumDescriptorProto) -> Vec<String> {
    kind.value
        .iter()
        .map(|value| format!("{}.{} = {}", kind.name(), value.name(), value.number()))
        .collect()
}

fn methods(service: &ServiceDescriptorProto) -> Vec<String> {
    let side = |stream: bool, name: &str| {
        format!(
            "{}{}",
            if stream { "stream " } else { "" },
            name.rsplit('.').next().unwrap_or_default()
        )
    };
    let methods = service.method.iter().map(|method| {
        let input = side(method.client_streaming(), method.input_type());
        format!(
            "{}.{}: {input} -> {}",
            service.name(),
            method.name(),
            side(method.server_streaming(), method.output_type())
        )
    });
    methods.collect()
}

fn surface() -> String {
    let set = FileDescriptorSet::decode(musnad_proto::FILE_DESCRIPTOR_SET).unwrap();
    let mut lines = BTreeSet::new();
    for file in set.file.iter().filter(|file| file.package() == "musnad.v1") {
        lines.extend(file.message_type.iter().flat_map(message));
        lines.extend(file.enum_type.iter().flat_map(values));
        lines.extend(file.service.iter().flat_map(methods));
    }
    lines.into_iter().map(|line| line + "\n").collect()
}

#[test]
fn the_contract_is_the_golden_one() {
    let surface = surface();
    assert!(surface.contains("Event.trigger = 2: Span\n"), "{surface}");
    golden::compare("proto_surface.txt", &surface);
}

#[test]
fn every_enum_begins_with_unspecified() {
    let set = FileDescriptorSet::decode(musnad_proto::FILE_DESCRIPTOR_SET).unwrap();
    for kind in set.file.iter().flat_map(|file| &file.enum_type) {
        let first = kind.value.first().unwrap();
        assert!(
            first.number() == 0 && first.name().ends_with("_UNSPECIFIED"),
            "{}",
            kind.name()
        );
    }
}
