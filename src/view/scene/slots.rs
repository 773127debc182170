//! Where lines stand in their column once they are set. It knows places and sizes, not words.

/// Where each line stands, and how large it is: alike for all slides of a scene, so that nothing jumps from one to the next.
#[derive(Clone, Debug, Default)]
pub struct Slots {
    pub(super) level: usize,
    pub(super) slots: Vec<Slot>,
    pub(super) height: f64,
}

#[derive(Clone, Debug)]
pub(super) struct Slot {
    /// Which of the lines it is for: some may have been left out.
    pub(super) line: usize,
    pub(super) size: f64,
    /// From the start of the first slot.
    pub(super) start: f64,
    /// The most rows that any slide needs here.
    pub(super) rows: usize,
    /// Rows of one sentence stand at even distances, whatever marks they carry.
    pub(super) top: f64,
    pub(super) bottom: f64,
}

impl Slots {
    /// The size of the largest line.
    pub fn largest(&self) -> f64 {
        self.slots.iter().map(|slot| slot.size).fold(0.0, f64::max)
    }

    pub fn smallest(&self) -> f64 {
        self.slots.iter().map(|slot| slot.size).fold(f64::MAX, f64::min)
    }

    /// How high all of them are together.
    #[cfg(not(target_arch = "wasm32"))]
    pub fn height(&self) -> f64 {
        self.height
    }

    /// The size of one of the lines; none where it was left out.
    pub fn size_of(&self, line: usize) -> f64 {
        self.slots.iter().find(|slot| slot.line == line).map_or(0.0, |slot| slot.size)
    }
}
