//! Tables of real extractions.
#![allow(clippy::unwrap_used)]

use musnad::{Document, Extractor, OffsetEncoding, wire};
use musnad_arrow::{Batch, Builder, Kind, Layer, schema};

use arrow_array::cast::AsArray;
use arrow_array::types::{Date32Type, Int64Type};
use arrow_array::{Array, RecordBatch};

const TEXT: &str = "قال متحدث باسم الجيش الليبي إن 3 مدنيين قتلوا أمس في قصف على مدينة سرت.";

fn batch() -> Batch {
    let extractor = Extractor::builder().build().unwrap();
    let mut builder = Builder::new();
    for (id, text) in [("a", TEXT), ("empty", ""), ("b", "وصل الوزير إلى تونس.")] {
        let document = Document::new(text).id(id).published_at("2020-06-11").unwrap();
        match extractor.extract(&document) {
            Ok(extraction) => builder.push(text, &wire::encode(&extraction, text, OffsetEncoding::Utf32)),
            Err(error) => builder.push_error(id, &error.to_string(), error.field()),
        }
    }
    builder.finish().unwrap()
}

fn texts(batch: &RecordBatch, name: &str) -> Vec<String> {
    let column = batch.column_by_name(name).unwrap().as_string::<i32>();
    column.iter().map(|text| text.unwrap_or("∅").to_owned()).collect()
}

#[test]
fn a_document_that_cannot_be_read_is_a_row_with_its_error() {
    let documents = batch().documents().unwrap();
    assert_eq!(texts(&documents, "document_id"), ["a", "empty", "b"]);
    let errors = documents.column_by_name("error").unwrap().as_string::<i32>();
    assert!(errors.is_null(0) && errors.is_valid(1) && errors.is_null(2));
    assert!(errors.value(1).contains("empty"), "{}", errors.value(1));
    let events = documents.column_by_name("events").unwrap().as_list::<i32>();
    assert_eq!(events.value_length(1), 0);
    assert!(events.value_length(0) > 0);
    assert_eq!(documents.schema(), schema());
}

#[test]
fn words_and_spans_are_those_of_the_text() {
    let batch = batch();
    let events = batch.flat(Layer::Events).unwrap();
    let starts = events.column_by_name("start").unwrap().as_primitive::<Int64Type>();
    let ends = events.column_by_name("end").unwrap().as_primitive::<Int64Type>();
    for (row, trigger) in texts(&events, "trigger").iter().enumerate() {
        if texts(&events, "document_id")[row] == "a" {
            let (start, end) = (starts.value(row), ends.value(row));
            let words: String = TEXT
                .chars()
                .skip(usize::try_from(start).unwrap())
                .take(usize::try_from(end - start).unwrap())
                .collect();
            assert_eq!(words, *trigger);
        }
    }
    let statements = batch.flat(Layer::Statements).unwrap();
    assert!(texts(&statements, "cue").contains(&"قال".to_owned()));
}

#[test]
fn days_and_casualties_are_numbers() {
    let events = batch().flat(Layer::Events).unwrap();
    let killed = events.column_by_name("killed_min").unwrap().as_primitive::<Int64Type>();
    assert!(killed.iter().flatten().any(|count| count == 3));
    let times = batch().flat(Layer::Times).unwrap();
    let days = times.column_by_name("first_day").unwrap().as_primitive::<Date32Type>();
    // 2020-06-10, the day before publication.
    assert_eq!(days.value(0), 18_423);
}

#[test]
fn every_layer_has_its_columns_once_and_says_what_they_are() {
    for layer in Layer::ALL {
        let columns = layer.columns();
        let flat = batch().flat(layer).unwrap();
        assert_eq!(flat.num_columns(), columns.len() + 1);
        for (index, column) in columns.iter().enumerate() {
            assert!(!column.about.is_empty());
            assert!(
                columns[..index].iter().all(|other| other.name != column.name),
                "{}",
                column.name
            );
            let found = flat.schema().field_with_name(column.name).unwrap().data_type().clone();
            assert_eq!(found, column.kind.data_type());
        }
    }
    assert_eq!(Kind::Count.data_type(), arrow_schema::DataType::Int64);
}
