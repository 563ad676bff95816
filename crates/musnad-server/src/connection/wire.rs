//! The bytes of a connection, encrypted or not, and how many of them the caller has sent.

use std::io;
use std::pin::Pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::task::{Context, Poll, ready};
use std::time::Duration;

use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio::time::{Sleep, sleep};

trait Duplex: AsyncRead + AsyncWrite + Unpin + Send {}
impl<T: AsyncRead + AsyncWrite + Unpin + Send> Duplex for T {}

/// A connection.
pub(super) struct Wire {
    stream: Box<dyn Duplex>,
    heard: Heard,
    told: Told,
    /// Until when the caller may hang up first.
    lingering: Option<Pin<Box<Sleep>>>,
}

/// How long a caller has to take what was sent before the connection is gone.
const LINGER: Duration = Duration::from_secs(5);

/// Counts what all callers were sent: while it grows, answers are on their way.
#[derive(Debug, Clone, Default)]
pub(crate) struct Told(Arc<AtomicU64>);

impl Told {
    pub(crate) fn bytes(&self) -> u64 {
        self.0.load(Ordering::Relaxed)
    }

    fn add(&self, written: Poll<io::Result<usize>>) -> Poll<io::Result<usize>> {
        if let Poll::Ready(Ok(bytes)) = &written {
            self.0.fetch_add(*bytes as u64, Ordering::Relaxed);
        }
        written
    }
}

/// Counts what the caller has sent.
#[derive(Debug, Clone, Default)]
pub(super) struct Heard(Arc<AtomicU64>);

impl Heard {
    pub(super) fn bytes(&self) -> u64 {
        self.0.load(Ordering::Relaxed)
    }
}

impl Wire {
    pub(super) fn new(stream: impl AsyncRead + AsyncWrite + Unpin + Send + 'static, told: Told) -> Self {
        Self {
            stream: Box::new(stream),
            heard: Heard::default(),
            told,
            lingering: None,
        }
    }

    pub(super) fn heard(&self) -> Heard {
        self.heard.clone()
    }
}

impl AsyncRead for Wire {
    fn poll_read(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        buffer: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        let before = buffer.filled().len();
        let read = Pin::new(&mut *self.stream).poll_read(context, buffer);
        let bytes = buffer.filled().len().saturating_sub(before);
        self.heard.0.fetch_add(bytes as u64, Ordering::Relaxed);
        read
    }
}

impl AsyncWrite for Wire {
    fn poll_write(mut self: Pin<&mut Self>, context: &mut Context<'_>, bytes: &[u8]) -> Poll<io::Result<usize>> {
        let written = Pin::new(&mut *self.stream).poll_write(context, bytes);
        self.told.add(written)
    }

    fn poll_flush(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut *self.stream).poll_flush(context)
    }

    /// Says that no more is sent, and waits until the caller hangs up: a socket that is closed while the caller still writes
    /// is reset, and what the caller had not read yet is lost.
    fn poll_shutdown(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        let wire = &mut *self;
        let stream = &mut *wire.stream;
        let mut until = if let Some(until) = wire.lingering.take() {
            until
        } else {
            ready!(Pin::new(&mut *stream).poll_shutdown(context))?;
            Box::pin(sleep(LINGER))
        };
        let mut unread = [0; 1024];
        loop {
            let mut buffer = ReadBuf::new(&mut unread);
            match Pin::new(&mut *stream).poll_read(context, &mut buffer) {
                Poll::Ready(Ok(())) if !buffer.filled().is_empty() => {}
                Poll::Ready(_) => return Poll::Ready(Ok(())),
                Poll::Pending => break,
            }
        }
        let left = until.as_mut().poll(context);
        wire.lingering = Some(until);
        left.map(Ok)
    }

    fn poll_write_vectored(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        buffers: &[io::IoSlice<'_>],
    ) -> Poll<io::Result<usize>> {
        let written = Pin::new(&mut *self.stream).poll_write_vectored(context, buffers);
        self.told.add(written)
    }

    fn is_write_vectored(&self) -> bool {
        self.stream.is_write_vectored()
    }
}
