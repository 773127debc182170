//! Structs of strings that can be written down one string a line and read back in the same order: so the tool puts a campaign's own words into them, and
//! so a browser gets the words of its page without carrying every language in its modules. It must not know what any string says.

/// Something made of strings alone.
pub trait Worded {
    /// Takes its strings in the order in which they are written down.
    fn read(next: &mut dyn FnMut() -> &'static str) -> Self;

    #[cfg(not(target_arch = "wasm32"))]
    fn write(&self, lines: &mut Vec<String>);
}

impl Worded for &'static str {
    fn read(next: &mut dyn FnMut() -> &'static str) -> Self {
        next()
    }

    #[cfg(not(target_arch = "wasm32"))]
    fn write(&self, lines: &mut Vec<String>) {
        lines.push((*self).to_owned());
    }
}

/// As many as there are: their number comes first.
impl<T: Worded> Worded for &'static [T] {
    fn read(next: &mut dyn FnMut() -> &'static str) -> Self {
        let count = next().parse().unwrap_or(0_usize);
        (0..count).map(|_| T::read(next)).collect::<Vec<_>>().leak()
    }

    #[cfg(not(target_arch = "wasm32"))]
    fn write(&self, lines: &mut Vec<String>) {
        lines.push(self.len().to_string());
        self.iter().for_each(|one| one.write(lines));
    }
}

/// No string says nothing by an empty one.
impl Worded for Option<&'static str> {
    fn read(next: &mut dyn FnMut() -> &'static str) -> Self {
        Some(next()).filter(|text| !text.is_empty())
    }

    #[cfg(not(target_arch = "wasm32"))]
    fn write(&self, lines: &mut Vec<String>) {
        self.unwrap_or_default().write(lines);
    }
}

impl<T: Worded, const N: usize> Worded for [T; N] {
    fn read(next: &mut dyn FnMut() -> &'static str) -> Self {
        std::array::from_fn(|_| T::read(next))
    }

    #[cfg(not(target_arch = "wasm32"))]
    fn write(&self, lines: &mut Vec<String>) {
        self.iter().for_each(|one| one.write(lines));
    }
}

impl<A: Worded, B: Worded> Worded for (A, B) {
    fn read(next: &mut dyn FnMut() -> &'static str) -> Self {
        let first = A::read(next);
        (first, B::read(next))
    }

    #[cfg(not(target_arch = "wasm32"))]
    fn write(&self, lines: &mut Vec<String>) {
        self.0.write(lines);
        self.1.write(lines);
    }
}

impl Worded for super::Lang {
    fn read(next: &mut dyn FnMut() -> &'static str) -> Self {
        if next() == "en" { super::Lang::En } else { super::Lang::Vi }
    }

    #[cfg(not(target_arch = "wasm32"))]
    fn write(&self, lines: &mut Vec<String>) {
        lines.push(self.code().to_owned());
    }
}

/// Defines a struct of strings, which is [`Worded`].
macro_rules! texts {
    ($(#[$meta:meta])* pub struct $name:ident { $($(#[$doc:meta])* pub $field:ident: $kind:ty,)* }) => {
        $(#[$meta])*
        pub struct $name {
            $($(#[$doc])* pub $field: $kind,)*
        }

        impl $crate::text::worded::Worded for $name {
            fn read(next: &mut dyn FnMut() -> &'static str) -> Self {
                Self { $($field: $crate::text::worded::Worded::read(next),)* }
            }

            #[cfg(not(target_arch = "wasm32"))]
            fn write(&self, lines: &mut Vec<String>) {
                $(self.$field.write(lines);)*
            }
        }
    };
}
pub(super) use texts;

/// A text file of such a struct, a string a line.
#[cfg(not(target_arch = "wasm32"))]
pub fn write(of: &impl Worded) -> String {
    let mut lines = Vec::new();
    of.write(&mut lines);
    lines.join("\n") + "\n"
}
