//! What goes in.

use super::Date;

/// An article to be read, borrowed from the caller.
///
/// ```
/// use musnad::Document;
///
/// let document = Document::new("قتل 3 مدنيين أمس في طرابلس.").published_at("2020-06-11")?.source("الجزيرة");
/// assert_eq!(document.published_at.map(|day| day.to_string()).as_deref(), Some("2020-06-11"));
/// # Ok::<(), musnad::Error>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct Document<'a> {
    /// The caller's name for it, given back in [`super::Extraction::document_id`].
    pub id: &'a str,
    /// The whole text. The title, where there is one, is its first line.
    pub text: &'a str,
    /// The day of publication: the anchor of «أمس» (yesterday).
    pub published_at: Option<Date>,
    /// The outlet: «الجزيرة».
    pub source: &'a str,
}

impl<'a> Document<'a> {
    /// A document of which only the text is known.
    pub const fn new(text: &'a str) -> Self {
        Self {
            id: "",
            text,
            published_at: None,
            source: "",
        }
    }

    /// Sets the caller's name for the document.
    #[must_use]
    pub const fn id(mut self, id: &'a str) -> Self {
        self.id = id;
        self
    }

    /// Sets the outlet.
    #[must_use]
    pub const fn source(mut self, source: &'a str) -> Self {
        self.source = source;
        self
    }

    /// Sets the publication date from an ISO 8601 date or date-time; an empty string means unknown.
    ///
    /// # Errors
    /// [`crate::ErrorKind::InvalidDate`] names the text that is no date.
    pub fn published_at(mut self, iso: &str) -> Result<Self, crate::Error> {
        self.published_at = if iso.is_empty() {
            None
        } else {
            Some(Date::parse_iso(iso)?)
        };
        Ok(self)
    }
}
