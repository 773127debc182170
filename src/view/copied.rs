//! What goes along with figures that somebody copies, in both forms that a clipboard holds: as text whose tables spreadsheets take, and as markup for
//! documents. It must not know where the words were selected.

use crate::text::escape_html;

/// Words, or the rows of a table, and then what must not be lost from them.
#[derive(Default)]
pub struct Copied {
    pub plain: String,
    pub html: String,
}

impl Copied {
    pub fn words(text: &str) -> Self {
        Self { plain: text.to_owned(), html: format!("<p>{}</p>", escape_html(text)) }
    }

    /// Begins a row of a table.
    pub fn row(&mut self) {
        self.plain.push_str(if self.html.is_empty() { "" } else { "\n" });
        self.html.push_str(if self.html.is_empty() { "<table><tr>" } else { "<tr>" });
    }

    pub fn cell(&mut self, text: &str) {
        let is_first = self.html.ends_with("<tr>");
        self.plain.push_str(if is_first { "" } else { "\t" });
        self.plain.push_str(text);
        self.html.push_str(&format!("<td>{}</td>", escape_html(text)));
    }

    /// `unit`: moment, what is counted, source.
    pub fn end(&mut self, unit: &str, url: &str) {
        self.plain.push_str(&format!("\n{unit}\n{url}"));
        // What a table leaves open is closed by whoever reads it.
        let table = if self.html.starts_with("<table>") { "</table>" } else { "" };
        let (unit, url) = (escape_html(unit), escape_html(url));
        self.html.push_str(&format!("{table}<p>{unit}<br><a href=\"{url}\">{url}</a></p>"));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_are_a_table() {
        let mut copied = Copied::default();
        for row in [["Hạng", "Huyện"], ["1", "Gia <Nghĩa>"]] {
            copied.row();
            row.iter().for_each(|cell| copied.cell(cell));
        }
        copied.end("(Tính đến …)", "https://x.vn/?a=1&at=2");
        assert_eq!(copied.plain, "Hạng\tHuyện\n1\tGia <Nghĩa>\n(Tính đến …)\nhttps://x.vn/?a=1&at=2");
        assert_eq!(
            copied.html,
            "<table><tr><td>Hạng</td><td>Huyện</td><tr><td>1</td><td>Gia &lt;Nghĩa&gt;</td></table>\
             <p>(Tính đến …)<br><a href=\"https://x.vn/?a=1&amp;at=2\">https://x.vn/?a=1&amp;at=2</a></p>"
        );
    }

    #[test]
    fn words_stay_words() {
        let mut copied = Copied::words("a & b");
        copied.end("(Tính đến …)", "https://x.vn/");
        assert_eq!(copied.plain, "a & b\n(Tính đến …)\nhttps://x.vn/");
        assert!(copied.html.starts_with("<p>a &amp; b</p><p>(Tính đến …)<br>"));
    }
}
