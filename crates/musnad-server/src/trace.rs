//! The caller's trace, as W3C writes it: `traceparent: 00-TRACE-SPAN-FLAGS`. Every record of a call carries it, so that logs
//! of the server are found from a trace of the caller.

use http::HeaderMap;

/// Which trace a call belongs to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Trace {
    /// 32 hexadecimal digits.
    pub(crate) id: String,
    /// The caller's span: 16 hexadecimal digits.
    pub(crate) parent: String,
    /// Whether the caller records the trace, and so asks others to.
    pub(crate) sampled: bool,
}

impl Trace {
    /// Reads the header; what is not as the standard says is not there.
    pub(crate) fn of(headers: &HeaderMap) -> Option<Self> {
        let value = headers.get("traceparent")?.to_str().ok()?;
        let mut fields = value.split('-');
        let (version, id, parent, flags) = (fields.next()?, fields.next()?, fields.next()?, fields.next()?);
        let is_hex = |text: &str, len: usize| {
            text.len() == len && text.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'))
        };
        let is_set = |text: &str| text.bytes().any(|byte| byte != b'0');
        // Later versions may have more fields.
        let is_whole = version != "ff" && (version != "00" || fields.next().is_none());
        let is_read = is_hex(version, 2) && is_hex(id, 32) && is_hex(parent, 16) && is_hex(flags, 2);
        (is_whole && is_read && is_set(id) && is_set(parent)).then(|| Self {
            id: id.to_owned(),
            parent: parent.to_owned(),
            sampled: u8::from_str_radix(flags, 16).is_ok_and(|flags| flags & 1 == 1),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(value: &str) -> Option<Trace> {
        Trace::of(&HeaderMap::from_iter([(
            http::HeaderName::from_static("traceparent"),
            value.parse().unwrap(),
        )]))
    }

    #[test]
    fn the_callers_trace_is_read() {
        let trace = read("00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01").unwrap();
        assert_eq!(trace.id, "4bf92f3577b34da6a3ce929d0e0e4736");
        assert_eq!(trace.parent, "00f067aa0ba902b7");
        assert!(trace.sampled);
        assert!(
            !read("00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-00")
                .unwrap()
                .sampled
        );
        assert!(read("cc-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01-more").is_some());
    }

    #[test]
    fn nonsense_is_no_trace() {
        for bad in [
            "",
            "00",
            "00-4BF92F3577B34DA6A3CE929D0E0E4736-00f067aa0ba902b7-01",
            "00-00000000000000000000000000000000-00f067aa0ba902b7-01",
            "00-4bf92f3577b34da6a3ce929d0e0e4736-0000000000000000-01",
            "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01-more",
            "ff-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
            "00-4bf92f3577b34da6a3ce929d0e0e4736\n-00f067aa0ba902b7-01"
                .trim_matches('\n')
                .split('\n')
                .next()
                .unwrap(),
        ] {
            assert_eq!(read(bad), None, "{bad}");
        }
    }
}
