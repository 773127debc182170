//! What a film asks of a decoder: the profile and the level of H.264, the least that its size and rate fit into. Old decoders refuse by
//! these numbers, whatever the picture is. It must not know how films are made.

/// Pictures a second.
pub const RATE: u32 = 25;

/// Which tools of the format a film uses.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Profile {
    /// What every decoder since 2003 takes.
    Baseline,
    /// Sharper at the same number of bytes.
    High,
}

/// What one film is made for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Form {
    pub profile: Profile,
    pub level: Level,
    /// Its pixels, of which the last column and row may be none of the slides'.
    pub size: [u32; 2],
    /// Whether it has a track of silence, for players that refuse films without sound.
    pub audio: bool,
}

impl Form {
    /// Of slides of a size.
    pub fn of(slides: [u32; 2], profile: Profile, audio: bool) -> Self {
        let size = even(slides);
        Self { profile, level: Level::of(size), size, audio }
    }
}

/// A level of the standard's table A-1, and its limits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Level {
    /// Ten times the level: 31 for 3.1.
    pub tenfold: u32,
    /// Macroblocks of 16 x 16 pixels a second, and of one picture.
    blocks_a_second: u32,
    blocks: u32,
    /// Thousands of bits a second, and in the decoder's store.
    pub kilobits: u32,
    pub store: u32,
}

const fn level(tenfold: u32, blocks_a_second: u32, blocks: u32, kilobits: u32, store: u32) -> Level {
    Level { tenfold, blocks_a_second, blocks, kilobits, store }
}

const LEVELS: [Level; 16] = [
    level(10, 1_485, 99, 64, 175),
    level(11, 3_000, 396, 192, 500),
    level(12, 6_000, 396, 384, 1_000),
    level(13, 11_880, 396, 768, 2_000),
    level(20, 11_880, 396, 2_000, 2_000),
    level(21, 19_800, 792, 4_000, 4_000),
    level(22, 20_250, 1_620, 4_000, 4_000),
    level(30, 40_500, 1_620, 10_000, 10_000),
    level(31, 108_000, 3_600, 14_000, 14_000),
    level(32, 216_000, 5_120, 20_000, 20_000),
    level(40, 245_760, 8_192, 20_000, 25_000),
    level(42, 522_240, 8_704, 50_000, 62_500),
    level(50, 589_824, 22_080, 135_000, 135_000),
    level(51, 983_040, 36_864, 240_000, 240_000),
    level(52, 2_073_600, 36_864, 240_000, 240_000),
    level(60, 4_177_920, 139_264, 240_000, 240_000),
];

impl Profile {
    /// As the standard calls it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Baseline => "Constrained Baseline",
            Self::High => "High",
        }
    }

    /// The highest level that decoders of an age mostly take, ten times, and the screen that it is enough for: those that know Baseline alone
    /// play 1280 x 720, the others Full HD.
    pub fn usual(self) -> (u32, &'static str) {
        match self {
            Self::Baseline => (31, "1280 x 720"),
            Self::High => (42, "1920 x 1080"),
        }
    }
}

impl Level {
    /// The least that takes pictures of a size at our rate. The largest screen that can be asked for fits into the last.
    pub fn of([width, height]: [u32; 2]) -> Self {
        let (across, down) = (width.div_ceil(16), height.div_ceil(16));
        let blocks = across * down;
        let fits = |level: &&Level| {
            // A side is no longer than the root of eight times the blocks.
            let longest = across.max(down);
            blocks <= level.blocks && blocks * RATE <= level.blocks_a_second && longest * longest <= 8 * level.blocks
        };
        let [.., last] = LEVELS;
        LEVELS.iter().find(fits).copied().unwrap_or(last)
    }

    /// `3.1`
    pub fn name(self) -> String {
        level_name(self.tenfold)
    }
}

pub fn level_name(tenfold: u32) -> String {
    format!("{}.{}", tenfold / 10, tenfold % 10)
}

/// The format halves its colours, so that both sides of a film are even.
fn even([width, height]: [u32; 2]) -> [u32; 2] {
    [width.next_multiple_of(2), height.next_multiple_of(2)]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::site::slides::size::presets;

    #[test]
    fn a_level_is_the_least_that_a_size_fits_into() {
        let named: Vec<(String, u32)> = presets().map(|size| (size.name, Level::of([size.width, size.height]).tenfold)).collect();
        let wanted = [
            ("fullhd", 40),
            ("hd", 31),
            ("uhd", 51),
            ("portrait", 40),
            ("square", 32),
            // Small enough for 3.0, yet too long.
            ("strip", 31),
            ("p10-128x64", 10),
            ("p10-192x96", 11),
            ("p10-256x128", 12),
            ("p5-320x160", 12),
            ("p5-384x192", 13),
            ("p4-512x256", 21),
        ];
        assert_eq!(named, wanted.map(|(name, level)| (name.to_string(), level)));
        assert_eq!(Level::of([7680, 4320]).name(), "6.0");
        assert_eq!(Level::of([7680, 64]).tenfold, 51);
        assert!(LEVELS.is_sorted());
        assert_eq!((even([193, 97]), even([192, 96])), ([194, 98], [192, 96]));
    }
}
