//! Hoàng Sa and Trường Sa: every map of their provinces shows them, whether or not the boundary file has anything of them. The positions are those of charts and
//! sailing directions, to about a kilometre. It must not know how maps are drawn.

use super::remarks::Remarks;
use super::shape::islet;
use super::units::Unit;
use crate::campaign::DistrictKind;
use crate::campaign::names::key;
use crate::map::inset::{Extent, Polygons};
use crate::text::units::{HOANG_SA, ISLAND_COMMUNE, ISLAND_DISTRICT, TRUONG_SA, positions};

struct Archipelago {
    name: &'static str,
    /// The province's code and the key of its name.
    province: (&'static str, &'static str),
    /// The General Statistics Office's code, as a district and, since July 2025, as a unit of commune level.
    district: &'static str,
    commune: &'static str,
    /// Longitude and latitude.
    islands: &'static [(f64, f64)],
}

const ARCHIPELAGOS: [Archipelago; 2] = [
    Archipelago { name: HOANG_SA, province: ("48", "danang"), district: "498", commune: "20333", islands: &PARACELS },
    Archipelago { name: TRUONG_SA, province: ("56", "khanhhoa"), district: "576", commune: "22736", islands: &SPRATLYS },
];

const PARACELS: [(f64, f64); 15] = [
    (112.340, 16.834), // Phu Lam (Woody)
    (112.728, 16.667), // Linh Con (Lincoln)
    (112.270, 16.980), // Cay (Tree)
    (112.310, 16.963), // Bac (North)
    (112.326, 16.955), // Trung (Middle)
    (112.336, 16.947), // Nam (South)
    (111.609, 16.535), // Hoang Sa (Pattle)
    (111.586, 16.506), // Huu Nhat (Robert)
    (111.503, 16.448), // Quang Anh (Money)
    (111.743, 16.465), // Duy Mong (Drummond)
    (111.708, 16.452), // Quang Hoa (Duncan)
    (111.202, 15.783), // Tri Ton (Triton)
    (111.763, 16.055), // Bach Quy (Passu Keah)
    (112.500, 16.030), // Bong Bay (Bombay Reef)
    (111.600, 17.100), // Da Bac (North Reef)
];

const SPRATLYS: [(f64, f64); 29] = [
    (111.920, 8.645),  // Truong Sa (Spratly)
    (111.667, 8.667),  // Da Lat (Ladd)
    (112.227, 8.860),  // Da Tay (West)
    (112.350, 8.930),  // Truong Sa Dong (Central)
    (112.921, 7.892),  // An Bang (Amboyna)
    (113.300, 8.167),  // Thuyen Chai (Barque Canada)
    (113.700, 8.970),  // Phan Vinh (Pearson)
    (113.983, 8.817),  // Toc Tan (Alison)
    (114.183, 8.717),  // Nui Le (Cornwallis South)
    (114.658, 8.858),  // Tien Nu (Tennent)
    (112.833, 8.867),  // Chau Vien (Cuarteron)
    (112.890, 9.550),  // Chu Thap (Fiery Cross)
    (113.852, 10.062), // Da Lon (Discovery)
    (114.254, 9.774),  // Co Lin (Collins)
    (114.370, 9.780),  // Len Dao (Lansdowne)
    (114.283, 9.717),  // Gac Ma (Johnson South)
    (114.330, 9.886),  // Sinh Ton (Sin Cowe)
    (114.563, 9.906),  // Sinh Ton Dong (Grierson)
    (114.366, 10.183), // Nam Yet (Namyit)
    (114.366, 10.377), // Ba Binh (Itu Aba)
    (114.478, 10.375), // Son Ca (Sand)
    (114.423, 10.669), // Loai Ta (Loaita)
    (114.084, 10.923), // Xu Bi (Subi)
    (114.285, 11.053), // Thi Tu (Thitu)
    (114.331, 11.430), // Song Tu Tay (Southwest Cay)
    (114.354, 11.453), // Song Tu Dong (Northeast Cay)
    (115.025, 11.080), // Ben Lac (West York)
    (115.803, 10.733), // Vinh Vien (Nanshan)
    (115.533, 9.900),  // Vanh Khan (Mischief)
];

/// Where Vietnam lies, its seas included.
const VIETNAM: Extent = Extent { low: (102.0, 6.0), high: (118.0, 24.0) };

/// Whether the units are Vietnam's: by the words of their kinds, and by where they lie.
pub fn is_vietnam(units: &[Unit]) -> bool {
    let lies = |extent: Extent| {
        extent.low.0 >= VIETNAM.low.0 && extent.low.1 >= VIETNAM.low.1 && extent.high.0 <= VIETNAM.high.0 && extent.high.1 <= VIETNAM.high.1
    };
    let known = units.iter().filter(|unit| unit.is_known).count();
    known * 2 > units.len() && lies(Extent::of(units.iter().flat_map(points)))
}

fn points(unit: &Unit) -> impl Iterator<Item = (f64, f64)> + '_ {
    unit.polygons.iter().flatten().flatten().copied()
}

/// Whether units of commune level are in the majority.
pub fn are_communes(units: &[Unit]) -> bool {
    units.iter().filter(|unit| unit.kind.is_commune()).count() * 2 > units.len()
}

/// Gives the archipelagos what the file does not. The province is the one that was asked for; without one, all that the units name.
pub fn complete(units: &mut Vec<Unit>, province: Option<&str>, remarks: &mut Remarks) {
    if !is_vietnam(units) {
        return;
    }
    let (words, source) = (remarks.words(), positions(remarks.lang));
    for archipelago in &ARCHIPELAGOS {
        let drawn = || -> Polygons { archipelago.islands.iter().map(|place| islet(*place)).collect() };
        let own_key = key(archipelago.name);
        if let Some(unit) = units.iter_mut().find(|unit| key(&unit.name).ends_with(&own_key)) {
            if unit.polygons.is_empty() {
                unit.polygons = drawn();
                remarks.note(words.islands_placed, &[archipelago.name, source]);
            }
            continue;
        }
        let (code, province_key) = archipelago.province;
        let is_own = |value: &str| value.trim_start_matches('0') == code || key(value).ends_with(province_key);
        // A map of provinces: the islands are part of their province.
        let is_province = |unit: &Unit| matches!(unit.kind, DistrictKind::City | DistrictKind::Province);
        let itself = |unit: &&mut Unit| unit.parent.is_none() && is_province(unit) && key(&unit.name).ends_with(province_key);
        if let Some(unit) = units.iter_mut().find(itself) {
            let around = Extent::of(archipelago.islands.iter().copied());
            let is_there = points(unit).any(|point| Extent::of([point]).gap(around) == 0.0);
            if !is_there {
                unit.polygons.extend(drawn());
                remarks.note(words.islands_joined, &[archipelago.name, &unit.name, source]);
            }
            continue;
        }
        let parent = units
            .iter()
            .find(|unit| unit.parent.as_deref().is_some_and(is_own))
            .map(|unit| (unit.parent.clone(), unit.parent_name.clone()));
        if parent.is_none() && !province.is_some_and(is_own) {
            continue;
        }
        let communes = are_communes(units);
        let (code, title) = if communes { (archipelago.commune, ISLAND_COMMUNE) } else { (archipelago.district, ISLAND_DISTRICT) };
        let (parent, parent_name) = parent.unwrap_or_default();
        units.push(Unit {
            code: code.to_owned(),
            name: archipelago.name.to_owned(),
            title: Some(title.to_owned()),
            kind: if communes { DistrictKind::SpecialZone } else { DistrictKind::District },
            is_known: true,
            slug: String::new(),
            parent,
            parent_name,
            polygons: drawn(),
            parts: 1,
        });
        remarks.note(words.islands_added, &[archipelago.name, code, source]);
    }
    units.sort_by(|a, b| a.code.cmp(&b.code));
}
