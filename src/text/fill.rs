//! Sentences with places to fill: `{0}`, `{1}`; each language puts them where its grammar wants them.

/// Puts each value in its place. What is put in is not read again, so a value that looks like a place stays as it is.
pub fn fill(sentence: &str, values: &[&str]) -> String {
    let mut out = String::with_capacity(sentence.len() + 32);
    let mut rest = sentence;
    while let Some(start) = rest.find('{') {
        out.push_str(&rest[..start]);
        let place = rest.as_bytes().get(start + 1).map(|b| usize::from(b.wrapping_sub(b'0')));
        match (place.and_then(|i| values.get(i)), rest.as_bytes().get(start + 2)) {
            (Some(value), Some(b'}')) => {
                out.push_str(value);
                rest = &rest[start + 3..];
            }
            _ => {
                out.push('{');
                rest = &rest[start + 1..];
            }
        }
    }
    out.push_str(rest);
    out
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn fills_in_any_order_and_only_once() {
        assert_eq!(fill("{1} của {0}", &["a", "{0}"]), "{0} của a");
        assert_eq!(fill("{9} {", &["a"]), "{9} {");
    }

    proptest! {
        #[test]
        fn never_panics(sentence in ".*", value in ".*") {
            fill(&sentence, &[&value]);
        }
    }
}
