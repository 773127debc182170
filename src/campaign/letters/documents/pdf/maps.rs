//! How much a font's map of letters unfolds to. lopdf writes every code of its ranges out, and few bytes can name four milliards of them.

/// What is known of a map so far.
#[derive(Default)]
struct Map {
    codes: usize,
    entries: usize,
    longest_target: usize,
    longest_list: usize,
}

/// The kind of entries that are read.
#[derive(Clone, Copy, PartialEq)]
enum Section {
    Other,
    Ranges,
    Letters,
}

/// About how many codes lopdf keeps of a map, each some two hundred bytes; none where comments could hide what the map says.
pub fn cost(map: &[u8]) -> Option<usize> {
    const BEGIN: &[u8] = b"begincmap";
    let Some(begin) = map.windows(BEGIN.len()).position(|window| window == BEGIN) else { return Some(0) };
    let mut rest = map.get(begin..).unwrap_or_default();
    // Behind its end many programs write comments (`%%EOF`), which hide nothing as long as no section begins there.
    const END: &[u8] = b"endcmap";
    let end = rest.windows(END.len()).rposition(|window| window == END).unwrap_or(rest.len());
    let (map, tail) = rest.split_at_checked(end)?;
    rest = map;
    if rest.contains(&b'%') || tail.windows(7).any(|window| window == b"beginbf") {
        return None;
    }
    let mut found = Map::default();
    let mut section = Section::Other;
    let mut codes: Vec<u64> = Vec::new();
    while let Some(first) = rest.first() {
        let length = match first {
            b'<' => piece(rest, b'>'),
            b'[' => piece(rest, b']'),
            c if c.is_ascii_alphabetic() => rest.iter().take_while(|c| c.is_ascii_alphabetic()).count(),
            _ => 1,
        };
        let (token, after) = rest.split_at_checked(length)?;
        rest = after;
        match (token, section, codes.as_slice()) {
            (b"beginbfrange", ..) => (section, codes) = (Section::Ranges, Vec::new()),
            (b"beginbfchar", ..) => (section, codes) = (Section::Letters, Vec::new()),
            ([b'<', ..], Section::Letters, []) | ([b'<', ..], Section::Ranges, [] | [_]) => codes.push(code(token)),
            ([b'<' | b'[', ..], Section::Letters, [_]) => {
                found.add(1, token);
                codes.clear();
            }
            ([b'<' | b'[', ..], Section::Ranges, [from, to]) => {
                found.add(usize::try_from(to.saturating_sub(*from)).unwrap_or(usize::MAX).saturating_add(1), token);
                codes.clear();
            }
            _ => {}
        }
    }
    // What lies over a range cuts it in two, and both parts keep its letters.
    let cut = found.entries.saturating_mul(found.longest_list / 16);
    Some(found.codes.saturating_mul(1 + found.longest_target / 64).saturating_add(cut))
}

impl Map {
    fn add(&mut self, codes: usize, target: &[u8]) {
        self.codes = self.codes.saturating_add(codes);
        self.entries += 1;
        match target {
            [b'[', ..] => self.longest_list = self.longest_list.max(target.len()),
            _ => self.longest_target = self.longest_target.max(target.len()),
        }
    }
}

/// The length of a piece up to its closing sign.
fn piece(rest: &[u8], close: u8) -> usize {
    rest.iter().position(|c| *c == close).map_or(rest.len(), |at| at + 1)
}

/// `<0041>` as a number.
fn code(token: &[u8]) -> u64 {
    let digits = token.iter().filter_map(|c| char::from(*c).to_digit(16));
    digits.fold(0_u64, |code, digit| code.saturating_mul(16).saturating_add(u64::from(digit)))
}

#[cfg(test)]
mod tests {
    #[test]
    fn ranges_count_as_many_codes_as_they_name() {
        let cost = |sections: &str| {
            super::cost(format!("/CIDInit begincmap /CIDSystemInfo << /Registry (Adobe) >> def {sections} endcmap").as_bytes())
        };
        assert_eq!(cost("2 beginbfchar <01> <0041> <02> <0042> endbfchar"), Some(2));
        assert_eq!(cost("1 beginbfrange <0000> <FFFF> <0000> endbfrange 1 beginbfchar <01><0041> endbfchar"), Some(65_537));
        assert_eq!(cost("1 beginbfrange <00000000><FFFFFFFF><0041> endbfrange"), Some(1 << 32));
        assert_eq!(cost("1 beginbfrange <01> <03> [<0041> <0042> <0043>] endbfrange"), Some(3 + 1));
        assert_eq!(cost(&format!("1 beginbfrange <01> <0A> <{}> endbfrange", "0041".repeat(64))), Some(10 * 5));
        // A comment could say where a section ends.
        assert_eq!(cost("1 beginbfrange % endbfrange"), None);
        assert_eq!(super::cost(b"begincmap 1 beginbfchar <01> <0041> endbfchar endcmap %%EOF"), Some(1));
        assert_eq!(super::cost(b"begincmap endcmap % endbfrange\n1 beginbfrange <01> <03> <0041>"), None);
        assert_eq!(super::cost(b"%!PS-Adobe-3.0 Resource-CMap\n"), Some(0));
    }
}
