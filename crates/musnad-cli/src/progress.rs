//! A progress bar on standard error, for a person who waits.

use std::io::IsTerminal;

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

/// A bar, or nothing where nobody would see it.
pub(crate) struct Progress {
    bar: Option<ProgressBar>,
    documents: u64,
}

impl Progress {
    /// A bar over `total` bytes; a counter where the total is unknown. `quiet` where the results go to the terminal.
    pub(crate) fn new(total: Option<u64>, quiet: bool) -> Self {
        let shown = !quiet && std::io::stderr().is_terminal();
        let bar = shown.then(|| {
            let bar = ProgressBar::with_draw_target(total, ProgressDrawTarget::stderr_with_hz(5));
            let template = if total.is_some() {
                "{bar:32} {percent:>3}%  {msg}  {bytes_per_sec}  {eta} left"
            } else {
                "{spinner} {msg}  {bytes_per_sec}  {elapsed}"
            };
            if let Ok(style) = ProgressStyle::with_template(template) {
                bar.set_style(style);
            }
            bar
        });
        Self { bar, documents: 0 }
    }

    /// One more document of so many bytes.
    pub(crate) fn advance(&mut self, bytes: u64) {
        self.documents += 1;
        if let Some(bar) = &self.bar {
            bar.inc(bytes);
            bar.set_message(format!("{} documents", self.documents));
        }
    }

    /// Runs `action`, which writes to standard error, with the bar out of the way.
    pub(crate) fn suspend<T>(&self, action: impl FnOnce() -> T) -> T {
        match &self.bar {
            Some(bar) => bar.suspend(action),
            None => action(),
        }
    }

    /// Takes the bar away.
    pub(crate) fn finish(&self) {
        if let Some(bar) = &self.bar {
            bar.finish_and_clear();
        }
    }
}
