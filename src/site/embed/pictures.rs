//! Pictures of map, leaderboard and districts, for newsletters, for portals that take nothing else, and for shared links. They are the scenes of
//! the public screens, in the light theme.

use crate::{
    campaign::{Campaign, District},
    map::{Map, zoom},
    site::painter::Painter,
    text::Lang,
    view::{
        scene::{SceneKind, Show, Slide, playlist},
        snippet::PICTURE,
        surroundings,
    },
};

/// Taller pictures for provinces whose leaderboard would not fit otherwise.
const TALLER: [u32; 4] = [PICTURE.1, 900, 1350, 2000];

/// One picture to be drawn.
pub struct Job {
    /// Below the site's start.
    pub path: String,
    lang: Lang,
    kind: SceneKind,
    district: Option<String>,
}

/// Map and leaderboard of the province and a map of each district, in both languages.
pub fn jobs(campaign: &Campaign) -> Vec<Job> {
    let mut jobs = Vec::new();
    for (lang, start) in [(Lang::Vi, "embed/"), (Lang::En, "embed/en/")] {
        let job = |name: String, kind, district| Job { path: format!("{start}{name}"), lang, kind, district };
        jobs.push(job("map.png".into(), SceneKind::Map, None));
        jobs.push(job("board.png".into(), SceneKind::Board, None));
        let own = |d: &District| job(format!("{}/map.png", d.slug), SceneKind::Districts, Some(d.code.clone()));
        jobs.extend(campaign.districts.iter().map(own));
    }
    jobs
}

/// The PNG of a picture; or why it can't be drawn.
pub fn draw(campaign: &Campaign, map: &Map, painter: &Painter, job: &Job) -> Result<Vec<u8>, String> {
    // Where districts are many, a picture shows its own and those around it, as its page does.
    let around = surroundings(campaign, map, job.district.as_deref()).map(|codes| zoom(map, &codes));
    let show = Show::new(campaign, around.as_ref().unwrap_or(map), job.lang, None);
    let (slide, height) = slide(&show, job.kind, job.district.as_deref());
    let pixels = painter.pixels(&show.draw(&slide, PICTURE.0, height))?;
    pixels.small_png().map_err(|error| error.to_string())
}

/// The slide and the height that holds all of it, or the first of several at the greatest height; before the first report the call to install.
fn slide(show: &Show, kind: SceneKind, district: Option<&str>) -> (Slide, u32) {
    if let Some(code) = district.filter(|_| show.report().is_some_and(|report| report.installs.is_some())) {
        return (Slide::District { code: code.into() }, PICTURE.1);
    }
    let slides = |height| playlist(show, &[kind], PICTURE.0, height);
    let whole = TALLER.into_iter().find_map(|height| <[Slide; 1]>::try_from(slides(height)).ok().map(|[slide]| (slide, height)));
    let tallest = TALLER[TALLER.len() - 1];
    whole.or_else(|| slides(tallest).into_iter().next().map(|first| (first, tallest))).unwrap_or((Slide::Message, PICTURE.1))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{campaign::fixture::campaign, site::painter::Theme};

    fn all(campaign: &Campaign) -> Vec<(String, Vec<u8>)> {
        let map: Map = serde_json::from_str(include_str!("../../../public/data/map.json")).unwrap();
        let painter = Painter::new(Theme::Light);
        jobs(campaign).into_iter().map(|job| (job.path.clone(), draw(campaign, &map, &painter, &job).unwrap())).collect()
    }

    #[test]
    fn one_of_each_and_one_for_each_district_in_both_languages() {
        let all = all(&campaign());
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
        assert_eq!(super::tests::all(&nothing).len(), 20);
    }
}
