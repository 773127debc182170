//! Where the site is served, by the address that the data file states.

/// Scheme and host, where they are known, and the path that the site lies below.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Location {
    pub origin: Option<String>,
    /// Begins and ends in `/`.
    pub base: String,
}

impl Location {
    /// Splits `https://host/path/`; without an address the site lies at the start of an unknown host.
    pub fn new(base_url: Option<&str>) -> Self {
        let Some(url) = base_url else { return Self { origin: None, base: "/".into() } };
        let after_scheme = url.find("://").map_or(0, |i| i + 3);
        let (origin, path) = match url[after_scheme..].find('/') {
            Some(i) => url.split_at(after_scheme + i),
            None => (url, "/"),
        };
        let path = path.split(['?', '#']).next().unwrap_or("/");
        Self { origin: Some(origin.to_string()), base: if path.ends_with('/') { path.to_string() } else { format!("{path}/") } }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_address_gives_origin_and_base() {
        for (url, origin, base) in [
            (None, None, "/"),
            (Some("https://a.vn"), Some("https://a.vn"), "/"),
            (Some("https://a.vn/bluezone"), Some("https://a.vn"), "/bluezone/"),
            (Some("https://a.vn/x/?y"), Some("https://a.vn"), "/x/"),
        ] {
            assert_eq!(Location::new(url), Location { origin: origin.map(Into::into), base: base.into() });
        }
    }
}
