//! Sets the operator's sheet for Windows' Notepad: plain text in lines of one width. The words are `text::slides`'.

/// Windows takes a text for what it is only with this before it.
pub const BYTE_ORDER_MARK: char = '\u{feff}';
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
    pub mp4: bool,
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
    sheet.paragraph(words::FILES_ONE);
    let seconds = facts.seconds.to_string();
    let kinds = [
        (facts.folders.iter().any(|row| row.pngs > 0), words::FILES_PNG),
        (facts.folders.iter().any(|row| row.mp4), words::FILES_MP4),
        (facts.folders.iter().any(|row| row.gif), words::FILES_GIF),
    ];
    sheet.items(kinds.iter().filter(|(made, _)| *made).map(|(_, words)| fill(words, &[&seconds])));
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
    sheet.finish()
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
            let size = format!("{} x {}", row.width, row.height);
            [row.name.clone(), size, pictures(row.pngs), answer(row.gif), answer(row.mp4)]
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
            folders: vec![FolderRow { name: "p10-192x96".into(), width: 192, height: 96, pngs: 13, gif: true, mp4: false }],
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
        for said in ["Đắk Nông, số liệu tính đến 8 giờ ngày 11/8/2020.", "p10-192x96   192 x 96     13 hình", "đặt mỗi hình 12 giây"]
        {
            assert!(flat.contains(said), "{said}: {flat}");
        }
        for unsaid in ["bluezone.mp4", "đã cũ", "tiếng Anh", "Bộ Y tế", "{"] {
            assert!(!flat.contains(unsaid), "{unsaid}: {flat}");
        }
        let none = text(&Facts { as_of: None, languages: 2, hotline: Some("19009095".into()), ..facts() });
        assert!(none.contains("không có số liệu") && none.contains("tiếng Anh") && none.contains("19009095") && !none.contains("2020"));
    }
}
