//! Reading, extracting and writing, put together.

use std::num::NonZeroUsize;
use std::path::PathBuf;
use std::sync::Arc;
use std::thread::available_parallelism;

use anstream::{AutoStream, ColorChoice};
use musnad::{Document, Error, Extractor, ExtractorBuilder, Layer, Layers, OffsetEncoding, wire};
use serde_json::json;

use crate::args::{
    Color, ExtractArguments, FindArguments, Format, InputArguments, OwnTables, PageArguments, SourcesArguments,
    TreeFormat,
};
use crate::input::{self, Article, Fault, Item, Origin};
use crate::interrupt::Interrupt;
use crate::output::bidi::{Order, Shaper};
use crate::output::sink::{self, Frame, Sink, SinkError};
use crate::output::table::Canvas;
use crate::output::{conllu, geojson, report, sources};
use crate::pipeline::{self, Next};
use crate::progress::Progress;
use crate::status::{self, Status};

/// Columns of a report that goes to no terminal.
const DEFAULT_WIDTH: usize = 120;
/// A report cannot be read in fewer columns.
const NARROWEST: usize = 40;

/// What became of an item, and how many bytes of input it was.
enum Outcome {
    Record(Vec<u8>, u64),
    Fault(Fault, u64),
    Note(String),
}

/// `musnad extract`.
pub(crate) fn extract(arguments: ExtractArguments) -> Result<Status, String> {
    let offsets = OffsetEncoding::from(arguments.input.offsets);
    let format = arguments.format;
    let mut layers: Layers = if arguments.layers.is_empty() {
        Layers::default()
    } else {
        arguments.layers.iter().copied().collect()
    };
    if format == Format::Conllu {
        layers = layers.with(Layer::Text).with(Layer::Syntax);
    }
    let frame = match format {
        Format::Json if input::is_one_text(&arguments.input.files) => Frame::OBJECT,
        Format::Json => Frame::ARRAY,
        Format::Geojson => geojson::FRAME,
        Format::Text | Format::Jsonl | Format::Conllu => Frame::LINES,
    };
    let canvas = canvas(arguments.page, &arguments.input);
    run(
        arguments.input,
        &arguments.own,
        arguments.source,
        frame,
        move |extractor, document, origin| {
            let extraction = extractor.extract_layers(document, layers)?;
            if format == Format::Text {
                return Ok(Ok(
                    report::report(document, &extraction, &origin.to_string(), &canvas).into_bytes()
                ));
            }
            let message = wire::encode(&extraction, document.text, offsets);
            Ok(match format {
                Format::Json => serde_json::to_vec_pretty(&message),
                Format::Jsonl | Format::Text => serde_json::to_vec(&message).map(line),
                Format::Geojson => {
                    return geojson::features(document, &message)
                        .map_or_else(|| Ok(Ok(Vec::new())), |features| Ok(Ok(features.into_bytes())));
                }
                Format::Conllu => {
                    let number = origin.line.map_or_else(|| "1".to_owned(), |line| line.to_string());
                    Ok(conllu::conllu(document, &number, &extraction, &message).into_bytes())
                }
            })
        },
    )
}

/// What a report is written for.
fn canvas(page: PageArguments, input: &InputArguments) -> Canvas {
    let is_terminal = sink::is_terminal(input.output.as_deref());
    let colour = match page.color {
        Color::Always => true,
        Color::Never => false,
        Color::Auto => is_terminal && AutoStream::choice(&std::io::stdout()) != ColorChoice::Never,
    };
    let of_terminal = || {
        terminal_size::terminal_size()
            .filter(|_| is_terminal)
            .map(|(width, _)| usize::from(width.0))
    };
    let width = page
        .width
        .map(NonZeroUsize::get)
        .or_else(of_terminal)
        .unwrap_or(DEFAULT_WIDTH)
        .max(NARROWEST);
    let order = Order::choose(page.bidi, is_terminal, |name| std::env::var(name).ok());
    Canvas {
        order,
        shaper: Shaper::new(),
        width,
        colour,
    }
}

/// `musnad sources`.
pub(crate) fn sources(arguments: SourcesArguments) -> Result<Status, String> {
    let offsets = OffsetEncoding::from(arguments.input.offsets);
    let format = arguments.format;
    let frame = match format {
        TreeFormat::Json if input::is_one_text(&arguments.input.files) => Frame::OBJECT,
        TreeFormat::Json => Frame::ARRAY,
        TreeFormat::Text | TreeFormat::Jsonl => Frame::LINES,
    };
    let canvas = canvas(arguments.page, &arguments.input);
    run(
        arguments.input,
        &OwnTables::default(),
        arguments.source,
        frame,
        move |extractor, document, origin| {
            let extraction = extractor.extract(document)?;
            if format == TreeFormat::Text {
                let tree = sources::tree(document, &extraction, &origin.to_string(), &canvas);
                return Ok(Ok(tree.into_bytes()));
            }
            let message = wire::encode(&extraction, document.text, offsets);
            let record = sources::record(document, &extraction, &message);
            Ok(match format {
                TreeFormat::Json => serde_json::to_vec_pretty(&record),
                TreeFormat::Jsonl | TreeFormat::Text => serde_json::to_vec(&record).map(line),
            })
        },
    )
}

/// `musnad times`.
pub(crate) fn times(arguments: FindArguments) -> Result<Status, String> {
    let offsets = OffsetEncoding::from(arguments.input.offsets);
    run(
        arguments.input,
        &OwnTables::default(),
        None,
        Frame::LINES,
        move |extractor, document, _| {
            let times = wire::time_messages(&extractor.times(document)?, document.text, offsets);
            Ok(serde_json::to_vec(&json!({"id": document.id, "times": times})).map(line))
        },
    )
}

/// `musnad numbers`.
pub(crate) fn numbers(arguments: FindArguments) -> Result<Status, String> {
    let offsets = OffsetEncoding::from(arguments.input.offsets);
    run(
        arguments.input,
        &OwnTables::default(),
        None,
        Frame::LINES,
        move |extractor, document, _| {
            let numbers = wire::number_messages(&extractor.numbers(document)?, document.text, offsets);
            let number = |number: &musnad_proto::v1::Number| {
                let span = number.span.unwrap_or_default();
                let kind = number
                    .kind()
                    .as_str_name()
                    .trim_start_matches("NUMBER_KIND_")
                    .to_owned();
                let mut record = json!({"span": {"start": span.start, "end": span.end}, "kind": kind});
                for (name, value) in [("value", number.value), ("min", number.min), ("max", number.max)] {
                    if let Some(value) = value {
                        record[name] = json!(value);
                    }
                }
                record
            };
            let numbers: Vec<_> = numbers.iter().map(number).collect();
            Ok(serde_json::to_vec(&json!({"id": document.id, "numbers": numbers})).map(line))
        },
    )
}

fn line(mut record: Vec<u8>) -> Vec<u8> {
    record.push(b'\n');
    record
}

/// With the caller's tables and ontologies.
fn builder(own: &OwnTables, ontologies: &[PathBuf]) -> Result<ExtractorBuilder, String> {
    let with_actors = own
        .actors
        .iter()
        .try_fold(Extractor::builder(), |builder, path| builder.actors_file(path))
        .map_err(|error| error.to_string())?;
    let mut builder = own
        .places
        .iter()
        .try_fold(with_actors, |builder, path| builder.places_file(path))
        .map_err(|error| error.to_string())?;
    for file in ontologies {
        let text = std::fs::read_to_string(file).map_err(|error| format!("{}: {error}", file.display()))?;
        builder = builder.ontology(file.display().to_string(), text);
    }
    Ok(builder)
}

/// Runs `render` over all documents and writes what it gives.
fn run<F>(
    input: InputArguments,
    own: &OwnTables,
    source: Option<String>,
    frame: Frame,
    render: F,
) -> Result<Status, String>
where
    F: Fn(&Extractor, &Document<'_>, &Origin) -> Result<serde_json::Result<Vec<u8>>, Error> + Send + Sync + 'static,
{
    let interrupt = Interrupt::listen()?;
    let extractor =
        match builder(own, &input.ontology).and_then(|builder| builder.build().map_err(|error| error.to_string())) {
            Ok(extractor) => extractor,
            Err(error) => return Ok(status::report(&error, Status::BadInput)),
        };
    let sink = Sink::open(input.output.as_deref(), frame)?;
    let mut progress = Progress::new(
        input::total_bytes(&input.files),
        sink::is_terminal(input.output.as_deref()),
    );
    let threads = input
        .threads
        .or_else(|| available_parallelism().ok())
        .unwrap_or(NonZeroUsize::MIN);
    let defaults = Arc::new((input.published_at.unwrap_or_default(), source.unwrap_or_default()));
    let files = input.files;

    let mut results = pipeline::start(
        threads,
        move |sink| input::read_all(&files, sink),
        move |item| match item {
            Item::Note(note) => Outcome::Note(note),
            Item::Fault(fault, bytes) => Outcome::Fault(fault, bytes),
            Item::Article(article, bytes) => match process(&extractor, &article, &defaults, &render) {
                Ok(record) => Outcome::Record(record, bytes),
                Err(message) => Outcome::Fault(
                    Fault {
                        origin: article.origin,
                        message,
                    },
                    bytes,
                ),
            },
        },
    );
    let outcome = write(&mut results, sink, &interrupt, &mut progress);
    progress.finish();
    outcome
}

fn process<F>(
    extractor: &Extractor,
    article: &Article,
    defaults: &(String, String),
    render: &F,
) -> Result<Vec<u8>, String>
where
    F: Fn(&Extractor, &Document<'_>, &Origin) -> Result<serde_json::Result<Vec<u8>>, Error>,
{
    let or = |own: &'_ str, default: &'_ str| {
        if own.is_empty() {
            default.to_owned()
        } else {
            own.to_owned()
        }
    };
    let (published_at, source) = (or(&article.published_at, &defaults.0), or(&article.source, &defaults.1));
    let document = Document::new(&article.text)
        .id(&article.id)
        .source(&source)
        .published_at(&published_at);
    document
        .and_then(|document| render(extractor, &document, &article.origin))
        .map_err(|error| error.to_string())?
        .map_err(|error| format!("the result cannot be written as JSON: {error}"))
}

/// Takes results in order, until the end or a signal.
fn write(
    results: &mut pipeline::Results<Outcome>,
    mut sink: Sink,
    interrupt: &Interrupt,
    progress: &mut Progress,
) -> Result<Status, String> {
    let mut status = Status::Done;
    let stopped = loop {
        if let Some(signal) = interrupt.signal() {
            status = Status::Interrupted(signal);
            break Ok(());
        }
        let mut next = results.poll();
        if matches!(next, Next::Waiting) {
            if let Err(error) = sink.flush() {
                break Err(error);
            }
            next = results.wait();
        }
        match next {
            Next::Waiting => {}
            Next::End => break Ok(()),
            Next::Lost => {
                let message = "a document was lost to a defect of musnad; please report it with the message above";
                status = status.max(progress.suspend(|| status::report(&message, Status::Failed)));
            }
            Next::Ready(Outcome::Note(note)) => {
                progress.suspend(|| status::report(&note, Status::Done));
            }
            Next::Ready(Outcome::Fault(fault, bytes)) => {
                progress.advance(bytes);
                status = status.max(progress.suspend(|| status::report(&fault, Status::BadInput)));
            }
            Next::Ready(Outcome::Record(record, bytes)) => {
                progress.advance(bytes);
                if let Err(error) = sink.write(&record) {
                    break Err(error);
                }
            }
        }
    };
    match stopped.and_then(|()| sink.finish()) {
        Ok(()) | Err(SinkError::Closed) => Ok(status),
        Err(SinkError::Failed(message)) => Err(message),
    }
}
