//! `musnad info`.

use std::fmt::Write;

use musnad::{Extractor, Layer, MAX_DOCUMENT_BYTES, wire};

use super::sink;
use crate::args::InfoArguments;
use crate::status::Status;

/// Writes version, layers, ontologies and limits.
pub(crate) fn print(arguments: &InfoArguments) -> Result<Status, String> {
    let extractor = Extractor::builder().build().map_err(|error| error.to_string())?;
    let engine = wire::engine(extractor.model());
    let layers = Layer::ALL.map(Layer::name);
    let page = if arguments.json {
        let info = serde_json::json!({
            "version": engine.version,
            "model": engine.model,
            "ontologies": extractor.ontologies(),
            "layers": layers,
            "maxDocumentBytes": MAX_DOCUMENT_BYTES,
        });
        format!("{info:#}\n")
    } else {
        let mut page = String::new();
        let mut row = |name: &str, value: &str| {
            // Writing to a string cannot fail.
            let _ = writeln!(page, "{name:<12}{value}");
        };
        row("version", &engine.version);
        row("model", &engine.model);
        row("ontologies", &extractor.ontologies().join(", "));
        row("layers", &layers.join(", "));
        row("limit", &format!("{MAX_DOCUMENT_BYTES} bytes of UTF-8 a document"));
        page
    };
    sink::print(page.as_bytes())
}
