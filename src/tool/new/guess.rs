//! Which field is the code, which the name, which the province: by the fields' names in the boundary files of the world, and by what they hold. It must not
//! know what anybody asked for.

use super::columns::Column;
use crate::text::units::KINDS;

/// Names of fields without case and marks; the surest first.
const CODES: [&str; 36] = [
    "code",
    "ma",
    "macode",
    "mahuyen",
    "maquanhuyen",
    "mahc",
    "madvhc",
    "maxa",
    "maphuongxa",
    "districtcode",
    "districtid",
    "gsocode",
    "adm3pcode",
    "adm2pcode",
    "adm1pcode",
    "pcode",
    "gid3",
    "gid2",
    "gid1",
    "geoid",
    "fips",
    "hasc2",
    "hasc1",
    "iso",
    "isocode",
    "iso31662",
    "ags",
    "nuts",
    "nutsid",
    "lau",
    "lad",
    "ladcd",
    "natcode",
    "codigo",
    "cod",
    "id",
];
const NAMES: [&str; 30] = [
    "name",
    "ten",
    "tenhuyen",
    "tenquanhuyen",
    "tenquan",
    "tendvhc",
    "tenxa",
    "tenphuongxa",
    "tendonvi",
    "namevi",
    "adm3vi",
    "adm2vi",
    "adm1vi",
    "districtname",
    "name3",
    "name2",
    "name1",
    "adm3en",
    "adm2en",
    "adm1en",
    "gen",
    "fullname",
    "namelsad",
    "nameen",
    "localname",
    "nombre",
    "nom",
    "label",
    "title",
    "lad",
];
const PARENTS: [&str; 34] = [
    "province",
    "provincecode",
    "provinceid",
    "matinh",
    "tinh",
    "matinhthanh",
    "tinhthanh",
    "idtinh",
    "parent",
    "parentcode",
    "parentid",
    "adm1pcode",
    "gid1",
    "state",
    "statefp",
    "statecode",
    "stateid",
    "region",
    "regioncode",
    "bundesland",
    "land",
    "codprov",
    "provincia",
    "hasc1",
    "tentinh",
    "tentinhthanh",
    "provincename",
    "name1",
    "adm1vi",
    "adm1en",
    "statename",
    "country",
    "ccaa",
    "iso31662",
];
const KIND_FIELDS: [&str; 16] = [
    "kind", "type", "loai", "loaidvhc", "loaihinh", "cap", "caphc", "kieu", "type3", "type2", "type1", "engtype3", "engtype2", "engtype1",
    "namelsad", "level",
];
/// Names of a province beside its code.
const PARENT_NAMES: [&str; 17] = [
    "provincename",
    "tentinh",
    "tentinhthanh",
    "tinh",
    "tinhthanh",
    "name1",
    "adm1vi",
    "adm1en",
    "statename",
    "state",
    "province",
    "parentname",
    "regionname",
    "bundesland",
    "adm2vi",
    "adm2en",
    "name2",
];
/// Numbers of rows, which are unique and no codes.
const ROWS: [&str; 10] = ["fid", "ogcfid", "objectid", "objectid1", "gid", "rowid", "recno", "index", "uid", "featureid"];

/// How sure a field's name makes: 12 for the first of a list, none for what does not stand there.
fn rank(list: &[&str], folded: &str) -> Option<f64> {
    list.iter().position(|known| *known == folded).map(|at| 12.0 - at as f64 * 0.1)
}

fn best(columns: &[Column], score: impl Fn(&Column) -> Option<f64>) -> Option<&Column> {
    let scored = columns.iter().filter_map(|column| Some((score(column)?, column)));
    // Of equals the first.
    scored.fold(None, |best: Option<(f64, &Column)>, next| best.filter(|best| best.0 >= next.0).or(Some(next))).map(|(_, column)| column)
}

/// A unique field of codes. Parts may share a code, so a few repeated ones are nothing against it.
pub fn code(columns: &[Column], features: usize) -> Option<&Column> {
    best(columns, |column| {
        let unique = column.values.len() as f64 / column.filled.max(1) as f64;
        if !column.is_code || column.filled * 10 < features * 9 || (unique < 0.5 && features > 2) {
            return None;
        }
        let folded = column.folded.as_str();
        let like_code = folded.starts_with("ma") || ["code", "cd", "id", "fips"].iter().any(|end| folded.ends_with(end));
        let measure = ["area", "len", "pop", "dan", "dientich", "lat", "lon", "perimeter"].iter().any(|part| folded.contains(part));
        let named = rank(&CODES, folded).unwrap_or(if like_code { 5.0 } else { 0.0 });
        let rows = if ROWS.contains(&folded) { 8.0 } else { 0.0 };
        // Words without a digit are names.
        let words = if column.values.iter().all(|value| value.chars().all(char::is_alphabetic)) && features > 1 { 8.0 } else { 0.0 };
        let score = unique * 10.0 + named - rows - words - if measure { 15.0 } else { 0.0 };
        (score > 4.0).then_some(score)
    })
}

pub fn name<'a>(columns: &'a [Column], code: &str, features: usize) -> Option<&'a Column> {
    best(columns, |column| {
        let filled = column.filled.max(1) as f64;
        let share = |n: usize| n as f64 / filled;
        if column.field == code || column.filled * 2 < features || share(column.lettered) < 0.5 {
            return None;
        }
        let folded = column.folded.as_str();
        let near_name = if folded.contains("name") || folded.starts_with("ten") { 4.0 } else { 0.0 };
        let unique = share(column.values.len());
        // A country's provinces have their names in such a field as well; there each has its own.
        let about_else = ["type", "loai", "kind", "var"].iter().any(|part| folded.contains(part))
            || (unique < 0.7 && ["prov", "tinh", "country", "parent"].iter().any(|part| folded.contains(part)));
        let named = rank(&NAMES, folded).unwrap_or(near_name) - if about_else { 6.0 } else { 0.0 };
        let score = unique * 15.0 + named + share(column.spaced) + share(column.accented) * 2.0;
        (score > 5.0).then_some(score)
    })
}

/// The field that holds this province, or, where none is named, one whose name says that it holds provinces.
pub fn parent<'a>(columns: &'a [Column], taken: &[&str], holds: Option<&dyn Fn(&str) -> bool>) -> Option<&'a Column> {
    best(columns, |column| {
        if taken.contains(&column.field.as_str()) {
            return None;
        }
        let named = rank(&PARENTS, &column.folded);
        match holds {
            Some(holds) => {
                // A province has several units: what is different for each is a number of rows.
                let several = 1.0 - column.values.len() as f64 / column.filled.max(1) as f64;
                let is_one = named.is_some() || column.filled == 1 || several >= 0.3;
                (is_one && column.values.iter().any(|value| holds(value))).then(|| named.unwrap_or(0.0) + several * 5.0)
            }
            None => named.filter(|_| column.values.len() > 1 || column.filled == 1),
        }
    })
}

/// The field of the units' kinds: few words. Vietnamese ones come before their translations.
pub fn kind<'a>(columns: &'a [Column], taken: &[&str], features: usize) -> Option<&'a Column> {
    best(columns, |column| {
        let few = column.values.len() <= (features / 2).max(4) && column.lettered == column.filled && column.filled * 2 >= features;
        let known = column.values.iter().filter(|value| KINDS.iter().any(|kind| kind.title.eq_ignore_ascii_case(value))).count();
        let named = rank(&KIND_FIELDS, &column.folded).filter(|_| few && !taken.contains(&column.field.as_str()))?;
        Some(named + 20.0 * known as f64 / column.values.len().max(1) as f64)
    })
}

/// Fields that may name the provinces, the likeliest first: one whose name has the number or the stem of the provinces' own field, and one that differs
/// where they do.
pub fn parent_names<'a>(columns: &'a [Column], taken: &[&str], parent: Option<&Column>) -> Vec<&'a Column> {
    let digits = |folded: &str| folded.chars().filter(char::is_ascii_digit).collect::<String>();
    let score = |column: &Column| {
        let own = parent.filter(|parent| parent.field != column.field);
        let level = own.is_some_and(|parent| !digits(&parent.folded).is_empty() && digits(&parent.folded) == digits(&column.folded));
        let as_many = own.is_some_and(|parent| parent.values.len() > 1 && parent.values.len() == column.values.len());
        // "st_code" and "st_nm": of one stem, and as many.
        let stem = own.map_or(0, |parent| parent.folded.chars().zip(column.folded.chars()).take_while(|(a, b)| a == b).count());
        let known = rank(&PARENT_NAMES, &column.folded).or_else(|| (as_many && stem > 1).then_some(0.0));
        Some(known? + if level { 8.0 } else { 0.0 } + if as_many { 4.0 } else { 0.0 })
    };
    let mut found: Vec<(f64, &Column)> = columns
        .iter()
        .filter(|column| !taken.contains(&column.field.as_str()) && column.lettered == column.filled && column.filled > 0)
        .filter_map(|column| Some((score(column)?, column)))
        .collect();
    found.sort_by(|a, b| b.0.total_cmp(&a.0));
    found.into_iter().map(|(_, column)| column).collect()
}
