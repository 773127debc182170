//! Places in a list by code or id. It must not know what stands there.

use std::collections::BTreeMap;

/// Where something stands in the data file or in a list of it, by its code or id. One kind of map for all that is looked up: each other kind would be
/// code of its own in the browser, 0.6 KB (brotli).
pub type Lookup = BTreeMap<String, usize>;

/// The places of codes in the order in which they come. One function for all lists: collected, each would bring the map's own sort, 2 KB (brotli).
pub fn places(codes: &mut dyn Iterator<Item = &String>) -> Lookup {
    let mut places = Lookup::new();
    for (at, code) in codes.enumerate() {
        places.insert(code.clone(), at);
    }
    places
}
