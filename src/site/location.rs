//! Where the site is served, by the address that the data file states.

/// Scheme and host, where they are known, and the path that the site lies below.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Location {
    pub origin: Option<String>,
    /// Begins and ends in `/`.
    pub base: String,
}

impl Location {
    /// Splits `https://host/path/`; without an address the site lies below that path of an unknown host.
    pub fn new(base_url: Option<&str>, base_path: &str) -> Self {
        let Some(url) = base_url else { return Self { origin: None, base: base_path.into() } };
        let after_scheme = url.find("://").map_or(0, |i| i + 3);
        let (origin, path) = match url[after_scheme..].find('/') {
            Some(i) => url.split_at(after_scheme + i),
            None => (url, "/"),
        };
        let path = path.split(['?', '#']).next().unwrap_or("/");
        Self { origin: Some(origin.to_string()), base: if path.ends_with('/') { path.to_string() } else { format!("{path}/") } }
    }
}

/// A path that a site can lie below, with its slashes; none for what can't be one in an address, or would mean something else in a host's own file.
pub fn base_path(text: &str) -> Option<String> {
    let plain = |step: &str| {
        !step.is_empty() && step != "." && step != ".." && step.chars().all(|c| c.is_ascii_alphanumeric() || "-._~%".contains(c))
    };
    match text.trim().trim_matches('/') {
        "" => Some("/".into()),
        path => path.split('/').all(plain).then(|| format!("/{path}/")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_address_gives_origin_and_base() {
        for (url, origin, base) in [
            (None, None, "/y/"),
            (Some("https://a.vn"), Some("https://a.vn"), "/"),
            (Some("https://a.vn/bluezone"), Some("https://a.vn"), "/bluezone/"),
            (Some("https://a.vn/x/?y"), Some("https://a.vn"), "/x/"),
        ] {
            assert_eq!(Location::new(url, "/y/"), Location { origin: origin.map(Into::into), base: base.into() });
        }
    }

    #[test]
    fn a_path_is_written_with_its_slashes_or_refused() {
        for (text, path) in [("x", "/x/"), ("/x/", "/x/"), ("/", "/"), ("", "/"), ("/a-b/c.d/", "/a-b/c.d/")] {
            assert_eq!(base_path(text).as_deref(), Some(path));
        }
        for text in ["https://a.vn/x/", "/a//b/", "/../x/", "/x y/", "/x;/", "/x{}/", "/x?y/", "/$x/"] {
            assert_eq!(base_path(text), None, "{text}");
        }
    }
}
