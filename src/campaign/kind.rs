//! What kind of unit each is, and the whole. It must not know the words.

use serde::{Deserialize, Serialize};

/// What kind of unit it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum DistrictKind {
    /// Thành phố
    City,
    /// Thị xã
    Town,
    /// Huyện
    District,
    /// Quận
    UrbanDistrict,
    /// Phường
    Ward,
    /// Xã
    Commune,
    /// Thị trấn
    Township,
    /// Đặc khu
    SpecialZone,
    /// Tỉnh
    Province,
    /// Any other; `kind_name` says which.
    Other,
}

impl DistrictKind {
    /// Whether it is of the level below the district.
    pub fn is_commune(self) -> bool {
        matches!(self, Self::Ward | Self::Commune | Self::Township | Self::SpecialZone)
    }
}

/// What the whole is.
#[cfg(not(target_arch = "wasm32"))]
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum ProvinceKind {
    /// Tỉnh
    #[default]
    Province,
    /// Thành phố trực thuộc trung ương
    City,
    /// Cả nước
    Country,
}

/// What units of a kind are called, in the middle of a sentence.
#[cfg(not(target_arch = "wasm32"))]
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, schemars::JsonSchema)]
pub struct KindWords {
    /// In Vietnamese, e.g. `hạt`.
    pub vi: String,
    /// In English, e.g. `county`.
    pub en: String,
    /// Several in English, e.g. `counties`.
    pub en_many: String,
}
