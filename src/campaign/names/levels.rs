//! Which levels of administration a campaign's units are of: «xã Đắk Mil» is no district of that name, and where communes are counted «huyện Đắk Mil» is
//! none of them. It must not know names.

use super::spelling::KINDS;
use crate::campaign::DistrictKind;

/// The levels that units are of.
pub struct Levels {
    provinces: bool,
    districts: bool,
    communes: bool,
}

impl Levels {
    /// Those of some kinds; what is no kind of Vietnam's is of the district's.
    pub fn of(kinds: impl Iterator<Item = DistrictKind> + Clone) -> Self {
        let provinces = kinds.clone().any(|kind| kind == DistrictKind::Province);
        let communes = kinds.clone().any(DistrictKind::is_commune);
        let other = |kind: DistrictKind| !kind.is_commune() && kind != DistrictKind::Province;
        Self { provinces, communes, districts: !communes && !provinces || kinds.clone().any(other) }
    }

    /// The words that may stand before a name, folded, with their kinds.
    pub fn words(&self) -> impl Iterator<Item = (&'static str, DistrictKind)> + '_ {
        let known = |kind: &DistrictKind| match kind {
            DistrictKind::Province => self.provinces,
            DistrictKind::City => self.provinces || self.districts,
            kind if kind.is_commune() => self.communes,
            _ => self.districts,
        };
        KINDS.iter().copied().filter(move |(_, kind)| known(kind))
    }

    /// Whether a folded word is a kind of a level that no unit is of.
    pub fn is_other(&self, word: &str) -> bool {
        !self.communes && ["xa", "phuong", "tran", "tt"].contains(&word) || !self.districts && ["huyen", "quan"].contains(&word)
    }
}

/// Whether a unit of one kind may be meant where a letter says another.
pub fn may_be(own: DistrictKind, said: DistrictKind) -> bool {
    match own {
        DistrictKind::Other => true,
        DistrictKind::Province => matches!(said, DistrictKind::Province | DistrictKind::City),
        own => own.is_commune() == said.is_commune() && said != DistrictKind::Province,
    }
}
