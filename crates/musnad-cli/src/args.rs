//! What can be said on the command line.

use std::num::NonZeroUsize;
use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};
use musnad::{Document, Layer, OffsetEncoding};

use crate::output::bidi::Choice;

/// Reads Arabic news: what happened, and who says so.
#[derive(Debug, Parser)]
#[command(name = "musnad", version, about, max_term_width = 100, arg_required_else_help = true)]
#[command(
    after_help = "Exit status: 0 all done, 1 output or internal failure, 2 bad input or usage (the rest of the input \
is still processed), 130 interrupted by Ctrl-C."
)]
pub(crate) struct Arguments {
    #[command(subcommand)]
    pub(crate) command: Command,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Extract events, statements, names, times and quantities
    Extract(ExtractArguments),
    /// Draw who says so: the chain of sources of each event, as a tree
    Sources(SourcesArguments),
    /// Find time expressions only; writes {"id", "times": […]} a line
    Times(FindArguments),
    /// Find numbers only; writes {"id", "numbers": […]} a line
    Numbers(FindArguments),
    /// Serve over gRPC until SIGTERM or Ctrl-C
    Serve(Box<musnad_server::Config>),
    /// Show version, layers, ontologies and limits
    Info(InfoArguments),
    /// Write a completion script for a shell
    Completions {
        /// The shell
        shell: clap_complete::Shell,
    },
    /// Write the manual page (roff)
    Man,
}

/// Tables of the caller's own.
#[derive(Debug, Clone, Default, Args)]
pub(crate) struct OwnTables {
    /// Actors of your own, which win over the built-in ones: a table with names (parted by `|`), type (PERSON, ORGANIZATION,
    /// FACILITY, MISCELLANEOUS), English name, country (ISO 3166-1 alpha-3) and PLOVER sectors, separated by tabs; may be
    /// given several times
    #[arg(long = "actors", value_name = "FILE")]
    pub(crate) actors: Vec<PathBuf>,

    /// Places of your own: names, English name, country, latitude, longitude, separated by tabs; may be given several times
    #[arg(long = "places", value_name = "FILE")]
    pub(crate) places: Vec<PathBuf>,
}

/// Where documents come from.
#[derive(Debug, Clone, Args)]
pub(crate) struct InputArguments {
    /// Files to read: `.txt` is one document, `.jsonl` one document a line (`id`, `text`, `published_at`, `source`, `url`);
    /// `-` and other files are JSONL if they begin with `{`, else one document
    #[arg(value_name = "FILE", required = true)]
    pub(crate) files: Vec<PathBuf>,

    /// Publication date of documents that do not say theirs (ISO 8601): the anchor of «أمس»
    #[arg(long, value_name = "DATE", value_parser = iso_date)]
    pub(crate) published_at: Option<String>,

    /// Threads; the output keeps the order of the input [default: all cores]
    #[arg(long, short = 'j', value_name = "N")]
    pub(crate) threads: Option<NonZeroUsize>,

    /// What offsets count: code points, bytes or UTF-16 units
    #[arg(long, value_name = "UNIT", default_value = "utf32")]
    pub(crate) offsets: Offsets,

    /// Write to a file instead of standard output
    #[arg(long, short, value_name = "FILE")]
    pub(crate) output: Option<PathBuf>,

    /// Add the types, triggers and actor codes of a TOML file (see docs/ontology.md); may be given several times
    #[arg(long, value_name = "FILE", env = "MUSNAD_ONTOLOGY", value_delimiter = ',')]
    pub(crate) ontology: Vec<PathBuf>,
}

#[derive(Debug, Clone, Args)]
pub(crate) struct ExtractArguments {
    #[command(flatten)]
    pub(crate) input: InputArguments,

    /// Outlet of documents that do not say theirs: «الجزيرة»
    #[arg(long, value_name = "NAME")]
    pub(crate) source: Option<String>,

    #[command(flatten)]
    pub(crate) own: OwnTables,

    /// Layers to return, separated by commas: text, syntax, entities, times, quantities, events, statements
    /// [default: all but syntax]
    #[arg(long, value_name = "LAYERS", value_delimiter = ',', value_parser = layer)]
    pub(crate) layers: Vec<Layer>,

    /// How to write the result
    #[arg(long, short, default_value = "text")]
    pub(crate) format: Format,

    #[command(flatten)]
    pub(crate) page: PageArguments,
}

/// How text for a person is written.
#[derive(Debug, Clone, Copy, Args)]
pub(crate) struct PageArguments {
    /// How `text` orders letters that run from right to left
    #[arg(long, value_name = "ORDER", env = "MUSNAD_BIDI", default_value = "auto")]
    pub(crate) bidi: Choice,

    /// When `text` uses colours; `NO_COLOR` is honoured
    #[arg(long, value_name = "WHEN", default_value = "auto")]
    pub(crate) color: Color,

    /// Columns of `text` [default: the terminal's, else 120]
    #[arg(long, value_name = "COLUMNS")]
    pub(crate) width: Option<NonZeroUsize>,
}

#[derive(Debug, Clone, Args)]
pub(crate) struct SourcesArguments {
    #[command(flatten)]
    pub(crate) input: InputArguments,

    /// Outlet of documents that do not say theirs: «الجزيرة»
    #[arg(long, value_name = "NAME")]
    pub(crate) source: Option<String>,

    /// How to write the result
    #[arg(long, short, default_value = "text")]
    pub(crate) format: TreeFormat,

    #[command(flatten)]
    pub(crate) page: PageArguments,
}

/// How to write chains of sources.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum TreeFormat {
    /// Trees for a person
    Text,
    /// Indented JSON: an object for one text, else an array
    Json,
    /// One JSON object a line
    Jsonl,
}

#[derive(Debug, Clone, Args)]
pub(crate) struct FindArguments {
    #[command(flatten)]
    pub(crate) input: InputArguments,
}

#[derive(Debug, Clone, Args)]
pub(crate) struct InfoArguments {
    /// Write JSON
    #[arg(long)]
    pub(crate) json: bool,
}

/// How to write an extraction.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    /// Tables for a person
    Text,
    /// Indented JSON: an object for one text, else an array
    Json,
    /// One JSON object a line
    Jsonl,
    /// CoNLL-U: sentences, tokens and words
    Conllu,
    /// One GeoJSON feature collection: events at their places, and places and other things with a point
    Geojson,
}

/// When to use colours.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Color {
    /// On a terminal
    Auto,
    /// Always
    Always,
    /// Never
    Never,
}

/// What offsets count.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Offsets {
    /// Unicode code points, as Python counts
    Utf32,
    /// Bytes
    Utf8,
    /// UTF-16 code units, as JavaScript and Java count
    Utf16,
}

impl From<Offsets> for OffsetEncoding {
    fn from(offsets: Offsets) -> Self {
        match offsets {
            Offsets::Utf32 => Self::Utf32,
            Offsets::Utf8 => Self::Utf8,
            Offsets::Utf16 => Self::Utf16,
        }
    }
}

fn iso_date(text: &str) -> Result<String, musnad::Error> {
    Document::new("").published_at(text).map(|_| text.to_owned())
}

fn layer(name: &str) -> Result<Layer, musnad::Error> {
    Layer::from_name(name.trim())
}
