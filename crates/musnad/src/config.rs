//! What can be set on an [`crate::Extractor`].

/// Largest document, in bytes of UTF-8: offsets are 32 bits wide, and no article is this long.
pub const MAX_DOCUMENT_BYTES: usize = 16 << 20;

/// Settings of an [`crate::Extractor`].
#[derive(Debug, Clone)]
pub(crate) struct Config {
    /// Largest document that is not refused, in bytes.
    pub(crate) max_document_bytes: usize,
}

impl Default for Config {
    fn default() -> Self {
        Self {
            max_document_bytes: MAX_DOCUMENT_BYTES,
        }
    }
}
