//! Posters and leaflets as files: each sheet as PDF and as PNG for the province and for every district, and the page that offers them. What stands on
//! a sheet is `view::sheet`'s affair.

mod ink;
pub mod page;
mod pdf;

#[cfg(test)]
mod tests;

use crate::{
    campaign::{Campaign, District, Report},
    map::{Map, zoom},
    site::{
        cards::has_own,
        painter::{Painter, Pixels},
    },
    text::{Lang, fill, format_integer, langs, moment, print::print, text},
    view::{
        scene::Show,
        sheet::{Paper, heading},
        surroundings,
    },
};
use pdf::{About, Press};

/// The sheets of one place in one language.
pub struct Job {
    pub lang: Lang,
    pub district: Option<String>,
}

pub fn jobs(campaign: &Campaign) -> Vec<Job> {
    let own = campaign.districts.iter().filter(|_| has_own(campaign)).map(|d| Some(d.code.clone()));
    let places = || std::iter::once(None).chain(own.clone());
    langs(campaign).into_iter().flat_map(|lang| places().map(move |district| Job { lang, district })).collect()
}

/// The folder of the page and the province's sheets, below the site's start.
pub fn folder(lang: Lang) -> &'static str {
    match lang {
        Lang::Vi => "in-an/",
        Lang::En => "en/in-an/",
    }
}

/// Where the sheets of a place lie.
pub fn place(lang: Lang, district: Option<&District>) -> String {
    match district {
        Some(district) => format!("{}{}/", folder(lang), district.slug),
        None => folder(lang).to_owned(),
    }
}

/// The name of a sheet's small picture. Both posters look alike.
pub const fn small(paper: Paper) -> &'static str {
    match paper {
        Paper::A4 | Paper::A3 => "ap-phich-nho.png",
        Paper::Leaflets => "to-roi-nho.png",
    }
}

/// How the names of small pictures end.
pub const SMALL: &str = "-nho";

/// How many pixels a picture has for a tenth of a millimetre: 150 an inch, and fewer of A3, which is seen from farther away and sent just as often.
const fn pixels(paper: Paper) -> f64 {
    match paper {
        Paper::A4 | Paper::Leaflets => 150.0 / 254.0,
        Paper::A3 => 127.0 / 254.0,
    }
}

/// Width and height of a sheet's PNG.
pub fn png_size(paper: Paper) -> (u32, u32) {
    let (width, height) = paper.size();
    let count = |length: u32| (f64::from(length) * pixels(paper)).round() as u32;
    (count(width), count(height))
}

/// One pixel of a small picture for so many.
const SMALLER: u32 = 5;

/// What makes the files, read once.
pub struct Printer {
    painter: Painter,
    press: Press,
}

/// One file: its path below the site's start, and its bytes.
type Made = (String, Vec<u8>);

impl Printer {
    /// None where the tool's own typeface can't be read.
    pub fn new() -> Option<Self> {
        Some(Self { painter: Painter::for_paper(), press: Press::new()? })
    }

    /// All files of one place; or which could not be made, and why.
    pub fn make(&self, campaign: &Campaign, map: &Map, job: &Job) -> Result<Vec<Made>, (String, String)> {
        let district = job.district.as_deref().and_then(|code| campaign.district(code));
        let folder = place(job.lang, district);
        // Where districts are many, a sheet shows its own and those around it, as its page does.
        let around = surroundings(campaign, map, job.district.as_deref()).map(|codes| zoom(map, &codes));
        let show = Show::new(campaign, around.as_ref().unwrap_or(map), job.lang, None);
        let notes = notes(campaign, job.lang, district);
        let mut made = Vec::new();
        for (at, paper) in Paper::ALL.into_iter().enumerate() {
            let path = format!("{folder}{}", paper.name());
            let failed = |ending: &str, why: String| (format!("{path}.{ending}"), why);
            let picture = paper.draw(&show, district);
            let title = fill(
                print(job.lang, campaign).preview,
                &[print(job.lang, campaign).names.get(at).copied().unwrap_or_default(), &heading(&show, district)],
            );
            let about = About { title: &title, description: &notes.said(), lang: job.lang.code() };
            let pdf = self.press.pdf(&picture, paper.size(), &about).map_err(|why| failed("pdf", why))?;
            let (width, height) = png_size(paper);
            let painted = self.painter.pixels_of(&picture, width, height).map_err(|why| failed("png", why))?;
            let png = painted.noted_png(&notes.chunks(&title), pixels(paper) * 10_000.0).map_err(|why| failed("png", why.to_string()))?;
            if paper != Paper::A3 {
                made.push((format!("{folder}{}", small(paper)), reduced(&painted).map_err(|why| failed("png", why))?));
            }
            made.extend([(format!("{path}.pdf"), pdf), (format!("{path}.png"), png)]);
        }
        Ok(made)
    }
}

fn reduced(pixels: &Pixels) -> Result<Vec<u8>, String> {
    pixels.smaller(SMALLER).small_png(&[]).map_err(|why| why.to_string())
}

/// What a sheet shows, in a file's own notes: a picture's figures can't be read back from its pixels.
struct Notes<'a> {
    campaign: &'a Campaign,
    lang: Lang,
    district: Option<&'a District>,
    shown: Option<(u64, &'a Report)>,
}

fn notes<'a>(campaign: &'a Campaign, lang: Lang, district: Option<&'a District>) -> Notes<'a> {
    let figure = |district: &District| {
        let all = campaign.standings(None, Default::default())?;
        Some((all.row(&district.code)?.installs?, all.report))
    };
    let shown = match district {
        Some(district) => figure(district),
        None => campaign.report_at(None).map(|report| (report.total, report)),
    };
    Notes { campaign, lang, district, shown }
}

/// The names of the notes in a PNG.
pub const FIGURE: &str = "Figure";
pub const MOMENT: &str = "As of";
pub const REPORT: &str = "Report";

impl Notes<'_> {
    fn chunks<'a>(&self, title: &'a str) -> Vec<(&'static str, std::borrow::Cow<'a, str>)> {
        let mut all = vec![("Title", title.into())];
        if let Some((figure, report)) = self.shown {
            all.push((FIGURE, figure.to_string().into()));
            all.push((MOMENT, report.as_of.to_string().into()));
            all.push((REPORT, report.id.clone().into()));
        }
        all
    }

    fn said(&self) -> String {
        let words = text(self.lang, self.campaign);
        let place = self.district.map_or_else(|| self.campaign.province.name.clone(), |district| words.full_name(district));
        let Some((figure, report)) = self.shown else { return place };
        let as_of = fill(words.as_of, &[&moment(self.lang, report.as_of)]);
        let id = fill(print(self.lang, self.campaign).report, &[&report.id]);
        format!("{place}: {} {}. {as_of}. {id}", format_integer(self.lang, figure), words.total_unit).replace('\u{a0}', " ")
    }
}
