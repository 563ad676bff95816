//! Who calls, as far as fairness is concerned: a token, a client certificate, or else an address.

use std::fmt;
use std::net::IpAddr;
use std::sync::Arc;

/// One caller among others. Two connections with one token are one caller; without tokens and certificates those from one
/// address are.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(crate) struct Caller(Arc<str>);

impl Caller {
    /// The holder of a token, by the name that the operator gave it.
    pub(crate) fn token(name: &str) -> Self {
        Self(format!("token:{name}").into())
    }

    /// The holder of a client certificate, by the hash of that.
    #[cfg(feature = "tls")]
    pub(crate) fn certificate(hash: &str) -> Self {
        Self(format!("certificate:{hash}").into())
    }

    /// Whoever calls from there. A network has very many addresses of IPv6, which count as one.
    pub(crate) fn address(address: IpAddr) -> Self {
        match address.to_canonical() {
            IpAddr::V4(address) => Self(format!("address:{address}").into()),
            IpAddr::V6(address) => {
                let [a, b, c, d, ..] = address.segments();
                Self(format!("address:{a:x}:{b:x}:{c:x}:{d:x}::/64").into())
            }
        }
    }

    #[cfg(test)]
    pub(crate) fn named(name: &str) -> Self {
        Self(name.into())
    }
}

impl fmt::Display for Caller {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_network_is_one_caller() {
        let caller = |text: &str| Caller::address(text.parse().unwrap());
        assert_eq!(caller("2001:db8:1:2::1"), caller("2001:db8:1:2:ffff::9"));
        assert_ne!(caller("2001:db8:1:2::1"), caller("2001:db8:1:3::1"));
        assert_eq!(caller("::ffff:192.0.2.1"), caller("192.0.2.1"));
        assert_ne!(caller("192.0.2.1"), caller("192.0.2.2"));
    }
}
