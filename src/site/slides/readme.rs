//! Sets the operator's sheet for Windows' Notepad: plain text in lines of one width. The words are `text::slides`'.

/// Windows takes a text for what it is only with this before it.
pub const BYTE_ORDER_MARK: char = '\u{feff}';

use super::{h264::Profile, names};
use crate::text::{fill, slides as words};

/// Characters of a line.
const WIDTH: usize = 78;

/// What the sheet says of this run.
pub struct Facts {
    pub province: String,
    /// The moment of the figures; none where no figures are shown.
    pub as_of: Option<String>,
    pub old: bool,
    pub seconds: u16,
    pub languages: usize,
    pub folders: Vec<FolderRow>,
    /// What the names of all files begin with.
    pub set: String,
    /// Of the films.
    pub profile: Profile,
    pub audio: bool,
    pub zip: Option<String>,
    /// Whether there is a slide that calls to install, which has a QR code where one fits.
    pub qr: bool,
    pub install: String,
    pub address: String,
    pub hotline: Option<String>,
    /// Whether it is the Ministry of Health's.
    pub is_ministry_hotline: bool,
}

/// One folder, and what is in it.
pub struct FolderRow {
    pub name: String,
    pub width: u32,
    pub height: u32,
    pub pngs: usize,
    pub gif: bool,
    pub film: Option<FilmRow>,
}

/// What a player must know of a film. Its size is the screen's, and one more where that is odd.
pub struct FilmRow {
    pub level: String,
    pub width: u32,
    pub height: u32,
}

pub fn text(facts: &Facts) -> String {
    let mut sheet = Sheet::default();
    sheet.line(words::TITLE);
    sheet.line(&"=".repeat(words::TITLE.chars().count()));
    sheet.line("");
    sheet.head(words::FIGURES);
    match &facts.as_of {
        Some(moment) => sheet.paragraph(&fill(words::FIGURES_AS_OF, &[&facts.province, moment])),
        None => sheet.paragraph(words::FIGURES_NONE),
    }
    if facts.old {
        sheet.paragraph(words::FIGURES_OLD);
    }
    sheet.paragraph(words::FIGURES_REPLACE);
    sheet.paragraph(words::FIGURES_KEEP);
    sheet.head(words::FOLDERS);
    sheet.paragraph(words::FOLDERS_HOW);
    sheet.table(&facts.folders);
    sheet.paragraph(words::FOLDERS_OTHER);
    sheet.head(words::FILES);
    sheet.names(facts);
    sheet.paragraph(words::FILES_ONE);
    sheet.kinds(facts);
    if facts.languages > 1 {
        sheet.paragraph(words::FILES_LANGUAGES);
    }
    sheet.paragraph(words::DEVICES);
    sheet.items([words::DEVICE_NOVASTAR, words::DEVICE_HUIDU, words::DEVICE_LINSN, words::DEVICE_OTHER].map(Into::into));
    sheet.head(words::CHECK);
    let date = facts.as_of.as_ref().map(|_| words::CHECK_DATE.to_string());
    let code = facts.qr.then(|| fill(words::CHECK_QR, &[&facts.install]));
    let checks = [words::CHECK_SHARP.into(), words::CHECK_EDGES.into()].into_iter().chain(date).chain(code);
    sheet.items(checks.chain([words::CHECK_ROUND.into()]));
    sheet.head(words::LIGHT);
    sheet.paragraph(words::LIGHT_NIGHT);
    sheet.head(words::INSTALL);
    sheet.paragraph(&fill(words::INSTALL_AT, &[&facts.address]));
    if let Some(number) = &facts.hotline {
        sheet.paragraph(&fill(if facts.is_ministry_hotline { words::INSTALL_HOTLINE } else { words::INSTALL_OTHER_HOTLINE }, &[number]));
    }
    sheet.paragraph(words::MANIFEST);
    if let Some(zip) = &facts.zip {
        sheet.paragraph(&fill(words::ZIP, &[zip]));
    }
    sheet.finish()
}

fn pixels(width: u32, height: u32) -> String {
    format!("{width} x {height}")
}

#[derive(Default)]
struct Sheet {
    lines: Vec<String>,
}

impl Sheet {
    fn line(&mut self, line: &str) {
        self.lines.push(line.into());
    }

    fn head(&mut self, head: &str) {
        self.line("");
        self.line(head);
        self.line("");
    }

    fn paragraph(&mut self, words: &str) {
        self.wrap("", words);
        self.line("");
    }

    fn items(&mut self, items: impl IntoIterator<Item = String>) {
        for item in items {
            self.wrap("  - ", &item);
        }
        self.line("");
    }

    /// How files are called, by the first of them.
    fn names(&mut self, facts: &Facts) {
        let Some(row) = facts.folders.first() else { return };
        let example = names::sized(&facts.set, [row.width, row.height]);
        match &facts.as_of {
            Some(moment) => self.paragraph(&fill(words::NAMES, &[&example, moment, &pixels(row.width, row.height)])),
            None => self.paragraph(&fill(words::NAMES_BARE, &[&example])),
        }
    }

    /// The kinds of files that were made, and what is to be known of the films.
    fn kinds(&mut self, facts: &Facts) {
        let seconds = facts.seconds.to_string();
        let films = facts.folders.iter().any(|row| row.film.is_some());
        let sound = if facts.audio { words::FILES_SILENT } else { words::FILES_MUTE };
        let kinds = [
            (facts.folders.iter().any(|row| row.pngs > 0), fill(words::FILES_PNG, &[&seconds])),
            (films, format!("{} {sound}", fill(words::FILES_MP4, &[&seconds, facts.profile.name()]))),
            (facts.folders.iter().any(|row| row.gif), fill(words::FILES_GIF, &[&seconds])),
        ];
        self.items(kinds.into_iter().filter(|(made, _)| *made).map(|(_, words)| words));
        if films {
            self.paragraph(if facts.profile == Profile::Baseline { words::LEVELS_COMPAT } else { words::LEVELS });
        }
        for row in &facts.folders {
            let Some(film) = row.film.as_ref().filter(|film| [film.width, film.height] != [row.width, row.height]) else { continue };
            self.paragraph(&fill(words::ODD, &[&row.name, &pixels(film.width, film.height)]));
        }
    }

    /// Later lines stand under the words of the first.
    fn wrap(&mut self, lead: &str, words: &str) {
        let mut line = lead.to_string();
        let indent = lead.chars().count();
        for word in words.split(' ') {
            let used = line.chars().count();
            if used > indent && used + 1 + word.chars().count() > WIDTH {
                self.lines.push(std::mem::replace(&mut line, " ".repeat(indent)));
            } else if used > indent {
                line.push(' ');
            }
            line.push_str(word);
        }
        self.lines.push(line);
    }

    fn table(&mut self, rows: &[FolderRow]) {
        let answer = |made: bool| if made { words::TABLE_YES } else { words::TABLE_NO }.to_string();
        let pictures = |n: usize| if n > 0 { fill(words::TABLE_PNG, &[&n.to_string()]) } else { words::TABLE_NO.into() };
        let cells = rows.iter().map(|row| {
            let film = row.film.as_ref().map_or(words::TABLE_NO.into(), |film| fill(words::TABLE_LEVEL, &[&film.level]));
            [row.name.clone(), pixels(row.width, row.height), pictures(row.pngs), answer(row.gif), film]
        });
        let all: Vec<[String; 5]> = std::iter::once(words::TABLE_HEAD.map(Into::into)).chain(cells).collect();
        let mut widths = [0; 5];
        for row in &all {
            for (width, cell) in widths.iter_mut().zip(row) {
                *width = cell.chars().count().max(*width);
            }
        }
        for (i, row) in all.iter().enumerate() {
            let cells: Vec<String> = row.iter().zip(widths).map(|(cell, width)| format!("{cell:width$}")).collect();
            self.line(&format!("  {}", cells.join("   ")));
            if i == 0 {
                self.line(&format!("  {}", widths.map(|width| "-".repeat(width)).join("   ")));
            }
        }
        self.line("");
    }

    /// With no spaces at the ends, and the line ends of Windows.
    fn finish(self) -> String {
        let lines = self.lines.join("\n");
        let lines = lines.trim_end().lines().map(|line| format!("{}\r\n", line.trim_end()));
        std::iter::once(BYTE_ORDER_MARK.to_string()).chain(lines).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn facts() -> Facts {
        Facts {
            province: "Đắk Nông".into(),
            as_of: Some("8 giờ ngày 11/8/2020".into()),
            old: false,
            seconds: 12,
            languages: 1,
            folders: vec![FolderRow { name: "p10-192x96".into(), width: 192, height: 96, pngs: 13, gif: true, film: None }],
            set: "bluezone-20200811-0800".into(),
            profile: Profile::High,
            audio: false,
            zip: None,
            qr: true,
            install: "https://example.vn/".into(),
            address: "example.vn".into(),
            hotline: None,
            is_ministry_hotline: true,
        }
    }

    #[test]
    fn the_sheet_is_set_for_notepad_and_says_what_was_made() {
        let sheet = text(&facts());
        assert!(sheet.starts_with(&format!("{BYTE_ORDER_MARK}{}\r\n", words::TITLE)));
        assert_eq!(sheet.matches('\n').count(), sheet.matches("\r\n").count());
        let lines: Vec<&str> = sheet.trim_start_matches(BYTE_ORDER_MARK).lines().collect();
        assert!(lines.iter().all(|line| line.chars().count() <= WIDTH && line.trim_end() == *line), "{sheet}");
        let flat = lines.iter().map(|line| line.trim()).collect::<Vec<_>>().join(" ");
        for said in [
            "bluezone-20200811-0800-192x96",
            "Đắk Nông, số liệu tính đến 8 giờ ngày 11/8/2020.",
            "p10-192x96   192 x 96     13 hình",
            "đặt mỗi hình 12 giây",
        ] {
            assert!(flat.contains(said), "{said}: {flat}");
        }
        for unsaid in ["Phim MP4", "cạnh lẻ", ".zip", "đã cũ", "tiếng Anh", "Bộ Y tế", "{"] {
            assert!(!flat.contains(unsaid), "{unsaid}: {flat}");
        }
        let film = Some(FilmRow { level: "1.1".into(), width: 194, height: 98 });
        let odd = FolderRow { name: "193x97".into(), width: 193, height: 97, pngs: 0, gif: false, film };
        let zip = Some("bluezone-20200811-0800.zip".to_string());
        let films = text(&Facts { folders: vec![odd], profile: Profile::Baseline, audio: true, zip, ..facts() });
        let films = films.split_whitespace().collect::<Vec<_>>().join(" ");
        for said in ["H.264 Constrained Baseline", "cấp 1.1", "nên là 194 x 98", "phần tiếng để trống", "bluezone-20200811-0800.zip"]
        {
            assert!(films.contains(said), "{said}: {films}");
        }
        assert!(!films.contains("Hình PNG (") && !films.contains("Phim không có tiếng"));
        let none = text(&Facts { as_of: None, set: "bluezone".into(), languages: 2, hotline: Some("19009095".into()), ..facts() });
        assert!(none.contains("không có số liệu") && none.contains("tiếng Anh") && none.contains("19009095") && !none.contains("2020"));
    }
}
