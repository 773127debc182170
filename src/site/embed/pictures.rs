//! Pictures of map, leaderboard and districts, for newsletters, for portals that take nothing else, and for shared links. They are the scenes of
//! the public screens, in the light theme.

use crate::{
    campaign::{Campaign, District, Report},
    map::{Map, zoom},
    site::{cards, painter::Painter},
    text::{Lang, fill, records::records, text},
    view::{
        Brief, Selection,
        scene::{SceneKind, Show, Slide, above, playlist},
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
    pub district: Option<String>,
    /// Which of the pictures that hold all of a long list.
    page: usize,
}

/// The map's picture of a place, below the site's start.
pub fn path_of_map(lang: Lang, slug: &str) -> String {
    let lang = if lang == Lang::En { "en/" } else { "" };
    format!("embed/{lang}{slug}{}map.png", if slug.is_empty() { "" } else { "/" })
}

/// Map and leaderboard of the province and a map of each district, in both languages. A list that is too long for one picture goes on in the next:
/// `board.png`, `board-2.png`.
pub fn jobs(campaign: &Campaign, map: &Map) -> Vec<Job> {
    let mut jobs = Vec::new();
    for (lang, start) in [(Lang::Vi, "embed/"), (Lang::En, "embed/en/")] {
        let job = |name: String, kind, district, page| Job { path: format!("{start}{name}"), lang, kind, district, page };
        let rows = rows(&caption(campaign, lang, false));
        for (kind, name) in [(SceneKind::Map, "map"), (SceneKind::Board, "board")] {
            let count = Series::new(Show::new(campaign, map, lang, None), kind, None, rows).slides.len();
            let page = |page| if page == 0 { format!("{name}.png") } else { format!("{name}-{}.png", page + 1) };
            jobs.extend((0..count).map(|at| job(page(at), kind, None, at)));
        }
        let own = |d: &District| job(format!("{}/map.png", d.slug), SceneKind::Districts, Some(d.code.clone()), 0);
        jobs.extend(campaign.districts.iter().map(own));
    }
    jobs
}

/// The PNG of a picture; or why it can't be drawn.
pub fn draw(campaign: &Campaign, map: &Map, painter: &Painter, job: &Job) -> Result<Vec<u8>, String> {
    // Where districts are many, a picture shows its own and those around it, as its page does.
    let around = surroundings(campaign, map, job.district.as_deref()).map(|codes| zoom(map, &codes));
    let show = Show::new(campaign, around.as_ref().unwrap_or(map), job.lang, None);
    let caption = caption(campaign, job.lang, job.district.is_some());
    let rows = rows(&caption);
    let Series { show, slides, height } = Series::new(show, job.kind, job.district.as_deref(), rows);
    let slide = slides.get(job.page).cloned().unwrap_or(Slide::Message);
    let picture = if caption.is_empty() {
        show.draw(&slide, PICTURE.0, height)
    } else {
        show.draw_captioned(&slide, PICTURE.0, height, &caption, rows)
    };
    let pixels = painter.pixels(&picture)?;
    pixels.small_png(&cards::said(cards::report(campaign, true), job.district.as_deref())).map_err(|error| error.to_string())
}

/// What the figures of a picture count, all of them together, and who said so; nothing before the first report. A district's picture says its own
/// figure above.
fn caption(campaign: &Campaign, lang: Lang, of_district: bool) -> Vec<Vec<String>> {
    let text = text(lang, campaign);
    // The total of the report that the figures are of, not a later one.
    let report = cards::report(campaign, true);
    let at = report.map(|report| report.as_of);
    let whole = Brief::new(campaign, text, &Selection { lang, at, ..Selection::default() });
    let Some((figure, _)) = whole.figure else { return Vec::new() };
    let total = format!("{}: {figure} {}", campaign.province.name, text.total_unit);
    let total = vec![whole.rate.map_or_else(|| total.clone(), |rate| format!("{total}, {rate}")), total];
    let total = (!of_district).then_some(total);
    total.into_iter().chain(small_print(campaign, report, lang)).collect()
}

/// A title as long as the widest letters have needs two rows.
fn rows(caption: &[Vec<String>]) -> u32 {
    if caption.is_empty() { 0 } else { caption.len() as u32 + 1 }
}

/// Who said it, and the report by which it can be looked up; nothing before the first.
pub(in crate::site) fn small_print(campaign: &Campaign, report: Option<&Report>, lang: Lang) -> Vec<Vec<String>> {
    let Some(report) = report else { return Vec::new() };
    let whole = Brief::new(campaign, text(lang, campaign), &Selection { lang, at: Some(report.as_of), ..Selection::default() });
    let id = fill(records(lang, campaign).report, &[&report.id]);
    // Who it was, where what it was called has no room.
    let who = whole.source.split(": ").take(2).collect::<Vec<_>>().join(": ");
    vec![[whole.source, who].map(|source| format!("{}. {id}", source.trim_end_matches('.'))).to_vec()]
}

/// The pictures of one kind, all of one height.
struct Series<'a> {
    show: Show<'a>,
    slides: Vec<Slide>,
    height: u32,
}

impl<'a> Series<'a> {
    /// One picture, as low as holds all of it: as legible as a screen where that goes, else with the smaller letters of print; only where even the
    /// tallest can't hold all there are more. Before the first report it is the call to install.
    fn new(show: Show<'a>, kind: SceneKind, district: Option<&str>, rows: u32) -> Self {
        let knows_districts = || cards::report(show.campaign, true).is_some_and(|report| report.installs.is_some());
        if let Some(code) = district.filter(|_| knows_districts()) {
            return Self { show, slides: vec![Slide::District { code: code.into() }], height: PICTURE.1 };
        }
        if show.report().is_none() {
            return Self { show, slides: vec![Slide::Message], height: PICTURE.1 };
        }
        let print = Show { near: true, ..show };
        let all = [show, print].into_iter().flat_map(|show| {
            // What is counted and what is drawn has the same room: the small print takes its own first.
            let slides = move |height| playlist(&show, &[kind], PICTURE.0, if rows > 0 { above(height, rows) } else { height });
            TALLER.map(|height| Self { show, slides: slides(height), height })
        });
        let fewest = all.filter(|series| !series.slides.is_empty()).min_by_key(|series| series.slides.len());
        fewest.unwrap_or(Self { show, slides: vec![Slide::Message], height: PICTURE.1 })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        campaign::fixture::{campaign, of_many},
        site::painter::Theme,
        text::format_integer,
        view::scene::Mark,
    };

    fn all(campaign: &Campaign) -> Vec<(String, Vec<u8>)> {
        let map: Map = serde_json::from_str(include_str!("../../../tests/fixtures/data/map.json")).unwrap();
        let painter = Painter::new(Theme::Light);
        jobs(campaign, &map).into_iter().map(|job| (job.path.clone(), draw(campaign, &map, &painter, &job).unwrap())).collect()
    }

    /// Whoever sees the picture alone, in a letter or a chat, can tell what its figures count, of how many, and who said so.
    #[test]
    fn a_picture_says_what_it_counts_the_total_and_the_source() {
        let map: Map = serde_json::from_str(include_str!("../../../tests/fixtures/data/map.json")).unwrap();
        let campaign = campaign();
        for job in jobs(&campaign, &map) {
            let lines = caption(&campaign, job.lang, job.district.is_some());
            let show = Show::new(&campaign, &map, job.lang, None);
            let Series { show, slides, height } = Series::new(show, job.kind, job.district.as_deref(), rows(&lines));
            let picture = show.draw_captioned(&slides[job.page], PICTURE.0, height, &lines, rows(&lines));
            let said = picture.marks.iter().filter_map(Mark::words).map(|(words, _)| words).collect::<Vec<_>>().join(" ");
            let total = format_integer(job.lang, campaign.reports.last().unwrap().total);
            let source = Brief::new(&campaign, text(job.lang, &campaign), &Selection::default()).source;
            for words in [source.as_str(), if job.lang == Lang::Vi { "máy" } else { "installs" }] {
                assert!(said.contains(words), "{}: {words}: {said}", job.path);
            }
            assert!(job.district.is_some() || said.contains(&total), "{}: {said}", job.path);
            for (_, area) in picture.marks.iter().filter_map(Mark::words) {
                assert!(
                    area.x >= 0.0 && area.right() <= f64::from(PICTURE.0) && area.bottom() <= f64::from(height),
                    "{}: {area:?}",
                    job.path
                );
            }
        }
    }

    /// A later total alone changes nothing of what is said of districts.
    #[test]
    fn figures_of_districts_keep_their_own_moment_and_report() {
        let map: Map = serde_json::from_str(include_str!("../../../tests/fixtures/data/map.json")).unwrap();
        let mut later = campaign();
        let mut total = later.reports[0].clone();
        (total.id, total.total, total.installs, total.rate_percent) = ("r2".into(), 60_000, None, None);
        total.as_of = crate::campaign::Stamp::vietnam(2020, 8, 20, 8, 0).unwrap();
        later.reports.push(total);
        let said = |picture: &crate::view::scene::Picture| {
            picture.marks.iter().filter_map(Mark::words).map(|(words, _)| words).collect::<Vec<_>>().join(" ").replace('\u{a0}', " ")
        };
        let show = Show::new(&later, &map, Lang::Vi, None);
        for job in jobs(&later, &map).into_iter().filter(|job| job.lang == Lang::Vi) {
            let lines = caption(&later, job.lang, job.district.is_some());
            let Series { slides, height, .. } = Series::new(show, job.kind, job.district.as_deref(), rows(&lines));
            let said = said(&show.draw_captioned(&slides[job.page], PICTURE.0, height, &lines, rows(&lines)));
            assert!(
                said.contains("11/8/2020") && said.contains("r1") && !said.contains("20/8") && !said.contains("60.000"),
                "{}: {said}",
                job.path
            );
        }
        for (district, day, report) in [(None, "20/8/2020", "r2"), (Some("662"), "11/8/2020", "r1")] {
            let print = small_print(&later, cards::report(&later, district.is_some()), Lang::Vi);
            let said = said(&show.draw_card(district, PICTURE.0, PICTURE.1, &print, 2));
            assert!(said.contains(day) && said.contains(report), "{district:?}: {said}");
        }
        // Neither do the screens' scenes.
        for slide in playlist(&show, &[SceneKind::Headline, SceneKind::Board, SceneKind::Districts], 1920, 1080) {
            let said = said(&show.draw(&slide, 1920, 1080));
            let expected = if matches!(slide.kind(), SceneKind::Headline) { "20/8/2020" } else { "11/8/2020" };
            assert!(said.contains(expected), "{slide:?}: {said}");
        }
    }

    #[test]
    fn one_of_each_and_one_for_each_district_in_both_languages() {
        let all = all(&campaign());
        assert_eq!(all.len(), 2 * (2 + 8));
        for (path, png) in &all {
            let reader = png::Decoder::new(std::io::Cursor::new(png)).read_info().unwrap();
            assert_eq!((reader.info().width, reader.info().height), PICTURE, "{path}");
            assert!((5_000..120_000).contains(&png.len()), "{path}: {} bytes", png.len());
        }
        let different: std::collections::HashSet<&Vec<u8>> = all.iter().map(|(_, png)| png).collect();
        assert_eq!(different.len(), all.len(), "each shows something of its own");
        let mut nothing = campaign();
        nothing.reports.clear();
        assert_eq!(super::tests::all(&nothing).len(), 20);
    }

    /// What one picture can't hold stands in the next: no place is left out, and each picture says which rows it has.
    #[test]
    fn a_long_list_goes_on_in_further_pictures() {
        let mut map: Map = serde_json::from_str(include_str!("../../../tests/fixtures/data/map.json")).unwrap();
        let shapes: Vec<_> = map.districts.values().cloned().collect();
        for (count, most) in [(22, 1), (30, 1), (150, 5)] {
            let campaign = of_many(campaign(), count);
            map.districts = campaign.districts.iter().map(|d| d.code.clone()).zip(shapes.iter().cycle().cloned()).collect();
            for (kind, name) in [(SceneKind::Board, "board"), (SceneKind::Map, "map")] {
                let jobs: Vec<Job> = jobs(&campaign, &map)
                    .into_iter()
                    .filter(|job| (job.lang, job.kind, &job.district) == (Lang::Vi, kind, &None))
                    .collect();
                assert!((1..=most).contains(&jobs.len()), "{count} {name}: {}", jobs.len());
                let lines = caption(&campaign, Lang::Vi, false);
                let Series { show, slides, height } = Series::new(Show::new(&campaign, &map, Lang::Vi, None), kind, None, rows(&lines));
                let mut said = Vec::new();
                for (at, job) in jobs.iter().enumerate() {
                    assert_eq!(job.path, if at == 0 { format!("embed/{name}.png") } else { format!("embed/{name}-{}.png", at + 1) });
                    let picture = show.draw_captioned(&slides[job.page], PICTURE.0, height, &lines, rows(&lines));
                    said.extend(picture.marks.iter().filter_map(Mark::words).map(|(words, _)| words.to_owned()));
                    assert_eq!(picture.spoken().contains(&format!(" trong {count} ")), jobs.len() > 1, "{}", picture.spoken());
                }
                for district in &campaign.districts {
                    assert!(said.contains(&district.name), "{count} {name}: {}", district.name);
                }
            }
        }
    }
}
