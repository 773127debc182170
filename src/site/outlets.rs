//! The outlets beside page, screens and embeds: reports, press kit, bulletins, share cards. Each file is read back before it counts as made. It must
//! not know how the work is spread.

use super::{
    Options,
    bulletin::{self, Bulletins},
    cards, embed,
    location::Location,
    make::{Made, SiteError, require_equal},
    painter::Painter,
    press::{self, Kit},
    print,
    records::Records,
    verify, verify_press,
};
use crate::{
    campaign::{Campaign, Change, Measure},
    map::Map,
    text::{Lang, langs},
    view::embed::Embed,
};

/// One unit of work.
pub enum Job {
    Records(Lang),
    Press(Lang),
    Maps(Lang, Measure, bool),
    Bulletins { lang: Lang, district: Option<String> },
    Picture(embed::pictures::Job),
    Card(cards::Job),
    Print(print::Job),
}

pub struct Outlets<'a> {
    campaign: &'a Campaign,
    map: &'a Map,
    painter: &'a Painter,
    records: Records<'a>,
    press: Kit<'a>,
    bulletins: Bulletins<'a>,
    printer: print::Printer,
}

impl<'a> Outlets<'a> {
    pub fn new(
        campaign: &'a Campaign,
        changes: &'a [Change],
        map: &'a Map,
        location: &'a Location,
        painter: &'a Painter,
    ) -> Result<Self, String> {
        Ok(Self {
            campaign,
            map,
            painter,
            records: Records::new(campaign, changes, location)?,
            press: Kit::new(campaign, map, location)?,
            bulletins: Bulletins::new(campaign, location)?,
            // The tool carries the typeface itself: only a broken build lacks it.
            printer: print::Printer::new().ok_or_else(|| "typeface".to_owned())?,
        })
    }

    pub fn jobs(&self, options: &Options) -> Vec<Job> {
        let mut jobs = Vec::new();
        if options.pictures {
            jobs.extend(print::jobs(self.campaign).into_iter().map(Job::Print));
        }
        for lang in langs(self.campaign) {
            jobs.extend([Job::Records(lang), Job::Press(lang)]);
            jobs.extend(Embed::measures(self.campaign).map(|measure| Job::Maps(lang, measure, options.pictures)));
            let districts = self.campaign.districts.iter().map(|d| Some(d.code.clone()));
            jobs.extend(std::iter::once(None).chain(districts).map(|district| Job::Bulletins { lang, district }));
        }
        if options.pictures {
            jobs.extend(embed::pictures::jobs(self.campaign, self.map).into_iter().map(Job::Picture));
            jobs.extend(cards::jobs(self.campaign).into_iter().map(Job::Card));
        }
        jobs
    }

    pub fn make(&self, job: &Job) -> Result<Vec<Made>, SiteError> {
        let drawn = |path: &str| {
            let path = path.to_owned();
            move |reason| SiteError::Picture { path, reason }
        };
        match job {
            Job::Records(lang) => self.records(*lang),
            Job::Press(lang) => {
                let files = self.press.files(*lang).map_err(drawn(press::folder(*lang)))?;
                for (path, bytes) in &files {
                    require_equal(path, verify_press::press(path, bytes, self.campaign, *lang))?;
                }
                Ok(files)
            }
            Job::Maps(lang, measure, pictures) => {
                self.press.maps(self.painter, *lang, *measure, *pictures).map_err(drawn(press::folder(*lang)))
            }
            Job::Bulletins { lang, district } => self.bulletins(*lang, district.as_deref()),
            Job::Picture(picture) => {
                let png = embed::pictures::draw(self.campaign, self.map, self.painter, picture);
                self.picture(&picture.path, true, picture.district.as_deref(), png.map_err(drawn(&picture.path))?)
            }
            Job::Card(card) => {
                let path = cards::path(self.campaign, card.lang, card.district.as_deref());
                let png = cards::draw(self.campaign, self.map, self.painter, card).map_err(drawn(&path))?;
                self.picture(&path, card.district.is_some(), card.district.as_deref(), png)
            }
            Job::Print(job) => self.print(job),
        }
    }

    fn picture(&self, path: &str, of_districts: bool, district: Option<&str>, png: Vec<u8>) -> Result<Vec<Made>, SiteError> {
        require_equal(path, verify::picture(&png, &cards::said(cards::report(self.campaign, of_districts), district)))?;
        Ok(vec![(path.into(), png)])
    }

    fn print(&self, job: &print::Job) -> Result<Vec<Made>, SiteError> {
        let failed = |(path, reason)| SiteError::Picture { path, reason };
        let made = self.printer.make(self.campaign, self.map, job).map_err(failed)?;
        for (path, bytes) in &made {
            let district = job.district.as_deref();
            let differences = match path.rsplit_once('.') {
                Some((_, "pdf")) => verify::sheet::pdf(bytes, self.campaign, job.lang, district),
                // A small picture shows that there is a sheet, not what it says.
                Some((name, "png")) if !name.ends_with(print::SMALL) => verify::sheet::png(bytes, self.campaign, district),
                _ => Vec::new(),
            };
            require_equal(path, differences)?;
        }
        Ok(made)
    }

    fn records(&self, lang: Lang) -> Result<Vec<Made>, SiteError> {
        let pages = self.records.pages(lang);
        for (path, html) in &pages {
            require_equal(path, verify::record(path, html, self.campaign, lang))?;
        }
        Ok(pages.into_iter().map(|(path, text)| (path, text.into_bytes())).collect())
    }

    fn bulletins(&self, lang: Lang, district: Option<&str>) -> Result<Vec<Made>, SiteError> {
        let mut made = Vec::new();
        for (path, text) in self.bulletins.files(lang, district) {
            let verify = if path.ends_with(".txt") { bulletin::verify_text } else { bulletin::verify_page };
            require_equal(&path, verify(&text, self.campaign, lang, district))?;
            made.push((path, text.into_bytes()));
        }
        Ok(made)
    }
}
