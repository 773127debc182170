//! Pictures of map, leaderboard and districts, for newsletters, for portals that take nothing else, and for shared links. They are the scenes of
//! the public screens, in the light theme.

use crate::{
    campaign::Campaign,
    map::Map,
    site::{
        painter::{Painter, Theme},
        slides::spread::spread,
    },
    text::Lang,
    view::{
        scene::{SceneKind, Show, Slide, playlist},
        snippet::PICTURE,
    },
};

/// Taller pictures for provinces whose leaderboard would not fit otherwise.
const TALLER: [u32; 4] = [PICTURE.1, 900, 1350, 2000];

/// A picture's path below the site, and its bytes.
type Drawn = (String, Vec<u8>);

/// All pictures; or the one that could not be drawn, and why.
pub fn all(campaign: &Campaign, map: &Map) -> Result<Vec<Drawn>, (String, String)> {
    let painter = Painter::new(Theme::Light);
    let mut jobs = Vec::new();
    for lang in [Lang::Vi, Lang::En] {
        let start = if lang == Lang::En { "embed/en/" } else { "embed/" };
        jobs.push((lang, format!("{start}map.png"), SceneKind::Map, None));
        jobs.push((lang, format!("{start}board.png"), SceneKind::Board, None));
        for district in &campaign.districts {
            jobs.push((lang, format!("{start}{}/map.png", district.slug), SceneKind::Districts, Some(district.code.clone())));
        }
    }
    let drawn = spread(&jobs, |(lang, path, kind, district)| {
        let show = Show::new(campaign, map, *lang, None);
        let (slide, height) = slide(&show, *kind, district.as_deref());
        let picture = show.draw(&slide, PICTURE.0, height);
        let png = painter.pixels(&picture).and_then(|pixels| pixels.small_png().map_err(|e| e.to_string()));
        png.map(|png| (path.clone(), png)).map_err(|reason| (path.clone(), reason))
    });
    drawn.into_iter().collect()
}

/// The slide and the height that holds all of it; before the first report the call to install.
fn slide(show: &Show, kind: SceneKind, district: Option<&str>) -> (Slide, u32) {
    let own = |slides: Vec<Slide>| match district {
        Some(code) => slides.into_iter().find(|slide| matches!(slide, Slide::District { code: of } if of == code)),
        None if slides.len() == 1 => slides.into_iter().next(),
        None => None,
    };
    TALLER
        .into_iter()
        .find_map(|height| own(playlist(show, &[kind], PICTURE.0, height)).map(|slide| (slide, height)))
        .unwrap_or((Slide::Message, PICTURE.1))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::campaign::fixture::campaign;

    #[test]
    fn one_of_each_and_one_for_each_district_in_both_languages() {
        let map: Map = serde_json::from_str(include_str!("../../../public/data/map.json")).unwrap();
        let all = all(&campaign(), &map).unwrap();
        assert_eq!(all.len(), 2 * (2 + 8));
        for (path, png) in &all {
            let reader = png::Decoder::new(std::io::Cursor::new(png)).read_info().unwrap();
            assert_eq!((reader.info().width, reader.info().height), PICTURE, "{path}");
            assert!((5_000..90_000).contains(&png.len()), "{path}: {} bytes", png.len());
        }
        let different: std::collections::HashSet<&Vec<u8>> = all.iter().map(|(_, png)| png).collect();
        assert_eq!(different.len(), all.len(), "each shows something of its own");
        let mut nothing = campaign();
        nothing.reports.clear();
        assert!(super::all(&nothing, &map).is_ok_and(|all| all.len() == 20));
    }
}
