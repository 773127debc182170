//! What goes along with figures that somebody copies, in both forms that a clipboard holds: as text whose tables spreadsheets take, and as markup for
//! documents. It must not know where the words were selected.

use crate::text::escape_html;

pub struct Copied {
    /// Of a table; none: words.
    pub rows: Vec<Vec<String>>,
    pub text: String,
    /// Moment, what is counted, source.
    pub unit: String,
    pub url: String,
}

impl Copied {
    pub fn plain(&self) -> String {
        let lines: Vec<String> = self.rows.iter().map(|cells| cells.join("\t")).collect();
        let words = if lines.is_empty() { self.text.clone() } else { lines.join("\n") };
        format!("{words}\n{}\n{}", self.unit, self.url)
    }

    pub fn html(&self) -> String {
        let cells = |cells: &Vec<String>| cells.iter().map(|cell| format!("<td>{}</td>", escape_html(cell))).collect::<String>();
        let rows: String = self.rows.iter().map(|row| format!("<tr>{}</tr>", cells(row))).collect();
        let words = match rows.as_str() {
            "" => format!("<p>{}</p>", escape_html(&self.text).replace('\n', "<br>")),
            rows => format!("<table>{rows}</table>"),
        };
        let url = escape_html(&self.url);
        format!("{words}<p>{}<br><a href=\"{url}\">{url}</a></p>", escape_html(&self.unit))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn copied(rows: &[&[&str]]) -> Copied {
        let rows = rows.iter().map(|cells| cells.iter().map(|cell| cell.to_string()).collect()).collect();
        Copied { rows, text: "a & b\nc".into(), unit: "(Tính đến …)".into(), url: "https://x.vn/?a=1&at=2".into() }
    }

    #[test]
    fn rows_are_a_table_and_words_are_lines() {
        let table = copied(&[&["Hạng", "Huyện"], &["1", "Gia <Nghĩa>"]]);
        assert_eq!(table.plain(), "Hạng\tHuyện\n1\tGia <Nghĩa>\n(Tính đến …)\nhttps://x.vn/?a=1&at=2");
        assert_eq!(
            table.html(),
            "<table><tr><td>Hạng</td><td>Huyện</td></tr><tr><td>1</td><td>Gia &lt;Nghĩa&gt;</td></tr></table>\
             <p>(Tính đến …)<br><a href=\"https://x.vn/?a=1&amp;at=2\">https://x.vn/?a=1&amp;at=2</a></p>"
        );
        let words = copied(&[]);
        assert_eq!(words.plain(), "a & b\nc\n(Tính đến …)\nhttps://x.vn/?a=1&at=2");
        assert!(words.html().starts_with("<p>a &amp; b<br>c</p><p>"));
    }
}
