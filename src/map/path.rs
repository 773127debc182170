//! Path data of this project's own terse kind, written: whole numbers, absolute `M`, relative `l`, `z`. `nearest::rings` reads it.

/// Closed rings of at least one point; a minus parts numbers as well as a space does.
pub fn path_data<'a>(rings: impl IntoIterator<Item = &'a [[i32; 2]]>) -> String {
    lines(rings, "z")
}

/// Lines that stay open.
#[cfg(not(target_arch = "wasm32"))]
pub fn open_path_data<'a>(lines: impl IntoIterator<Item = &'a [[i32; 2]]>) -> String {
    self::lines(lines, "")
}

fn lines<'a>(rings: impl IntoIterator<Item = &'a [[i32; 2]]>, end: &str) -> String {
    let mut d = String::new();
    for ring in rings {
        let Some([x, y]) = ring.first() else { continue };
        d.push_str(&format!("M{x} {y}l"));
        for (i, pair) in ring.windows(2).enumerate() {
            for (j, step) in [pair[1][0] - pair[0][0], pair[1][1] - pair[0][1]].into_iter().enumerate() {
                if step >= 0 && i + j > 0 {
                    d.push(' ');
                }
                d.push_str(&step.to_string());
            }
        }
        d.push_str(end);
    }
    d
}
