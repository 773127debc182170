//! The colours of a sheet's roles, read from the very style that pictures are painted by: a role has one colour, on paper and in pixels. It must not
//! know what is drawn.

use std::collections::BTreeMap;

#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Ink {
    pub fill: Option<[u8; 3]>,
    pub stroke: Option<[u8; 3]>,
}

pub struct Inks(BTreeMap<String, Ink>);

impl Inks {
    /// A style of rules `.scene .role, … { fill: #rrggbb; stroke: #rrggbb; }`; the later one of two counts.
    pub fn read(style: &str) -> Self {
        let mut inks = BTreeMap::<String, Ink>::new();
        // What is said between rules is said to people.
        let rules = style.split('}').filter_map(|rule| rule.rsplit("*/").next()?.split_once('{'));
        for (selectors, said) in rules {
            for role in selectors.split(',').filter_map(|selector| selector.trim().strip_prefix(".scene .")) {
                let ink = inks.entry(role.to_owned()).or_default();
                for (name, value) in said.split(';').filter_map(|line| line.split_once(':')) {
                    match name.trim() {
                        "fill" => ink.fill = colour(value),
                        "stroke" => ink.stroke = colour(value),
                        _ => {}
                    }
                }
            }
        }
        Self(inks)
    }

    /// The ink of a role; nothing where the style does not speak of it.
    pub fn of(&self, role: &str) -> Ink {
        self.0.get(role).copied().unwrap_or_default()
    }

    /// As it is for a district's outline, which has the border of all outlines besides.
    pub fn of_shape(&self, role: &str) -> Ink {
        let ink = self.of(role);
        Ink { stroke: ink.stroke.or(self.of("shape").stroke), ..ink }
    }
}

/// `#rrggbb`; `none` is no colour.
fn colour(value: &str) -> Option<[u8; 3]> {
    let digits = value.trim().strip_prefix('#').filter(|digits| digits.len() == 6)?;
    let part = |at: usize| u8::from_str_radix(digits.get(at..at + 2)?, 16).ok();
    Some([part(0)?, part(2)?, part(4)?])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::site::painter;

    #[test]
    fn every_role_of_a_sheet_has_its_ink() {
        let inks = Inks::read(&painter::paper_style());
        for role in
            ["paper", "ink", "plain", "fine", "strong", "band", "on-band", "on-band-plain", "sun", "card", "land", "spot", "cut", "alert"]
        {
            assert!(inks.of(role).fill.is_some(), "{role}");
        }
        assert_eq!((inks.of("paper").fill, inks.of("qr-ink").stroke), (Some([255; 3]), Some([0; 3])));
        assert!(inks.of_shape("land").stroke.is_some() && inks.of("nobody") == Ink::default());
    }

    #[test]
    fn the_later_rule_counts_and_none_is_no_colour() {
        let inks = Inks::read(
            ".scene text { fill: #010203; } /* a: b; */ .scene .a, .scene .b { fill: #ffffff; stroke: #000000; } .scene .b { fill: none; }",
        );
        assert_eq!(inks.of("a"), Ink { fill: Some([255; 3]), stroke: Some([0; 3]) });
        assert_eq!(inks.of("b").fill, None);
    }
}
