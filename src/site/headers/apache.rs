//! Apache 2.4: `.htaccess`, where `AllowOverride All` stands for the folder. It needs mod_headers and mod_rewrite (`a2enmod headers rewrite`); without
//! them the site works without headers and copies.

use super::{FOR_EVER, PRIVATE, Rule, TYPES, escaped, type_of};

pub fn file(base: &str, rules: &[Rule]) -> String {
    let types: String = TYPES
        .iter()
        .map(|ending| {
            let (media_type, charset) = type_of(ending).split_once("; charset=").unwrap_or((type_of(ending), ""));
            let charset = if charset.is_empty() { String::new() } else { format!("  AddCharset {charset} .{ending}\n") };
            format!("  AddType {media_type} .{ending}\n{charset}")
        })
        .collect();
    let private: Vec<String> = PRIVATE.iter().map(|name| escaped(name)).collect();
    let mut out = format!(
        "# Apache: the folder needs `AllowOverride All`, the server mod_headers and mod_rewrite (a2enmod headers rewrite).\n\
         Options -Indexes\nDirectoryIndex index.html\nErrorDocument 404 {base}404.html\nErrorDocument 403 {base}404.html\nFileETag MTime Size\n\
         <IfModule mod_mime.c>\n  RemoveType .br .gz\n  RemoveLanguage .br\n  AddEncoding br .br\n  AddEncoding gzip .gz\n{types}</IfModule>\n\
         <IfModule mod_rewrite.c>\n  RewriteEngine On\n  RewriteBase {base}\n  RewriteRule ^({})  - [R=404,L]\n  \
         # A folder is its page.\n  RewriteCond %{{REQUEST_FILENAME}} -d\n  RewriteCond %{{REQUEST_FILENAME}}/index.html -f\n  RewriteRule ^(|.+/)$ $1index.html\n  \
         # Nothing is packed on the way: an answer's ETag stays what it was.\n  RewriteRule ^ - [E=no-gzip:1,E=no-brotli:1]\n",
        private.join("|")
    );
    for (encoding, ending) in [("br", "br"), ("gzip", "gz")] {
        out.push_str(&format!(
            "  RewriteCond %{{HTTP:Accept-Encoding}} \\b{encoding}\\b\n  RewriteCond %{{DOCUMENT_ROOT}}{base}$1.{ending} -f\n  RewriteRule ^(.+\\.(?:html|js|css|json|txt|svg|wasm))$ $1.{ending} [L]\n"
        ));
    }
    out.push_str("</IfModule>\n<IfModule mod_headers.c>\n  Header always set Cache-Control \"no-cache\"\n  Header always set Vary \"Accept-Encoding\"\n");
    for rule in rules {
        let (path, after) = match rule.pattern.strip_suffix('*') {
            Some(start) => (start, ""),
            // A folder's page, and the copies of a page.
            None => (rule.pattern, r"(\.br|\.gz)?$"),
        };
        let place = format!("%{{REQUEST_URI}} =~ m#^{}{}{after}#", escaped(base), escaped(path.trim_start_matches('/')));
        for (name, value) in &rule.headers {
            let only = if value == FOR_EVER { " && %{REQUEST_STATUS} -in {'200','206','304'}" } else { "" };
            out.push_str(&format!("  Header always set {name} \"{value}\" \"expr={place}{only}\"\n"));
        }
    }
    out + "</IfModule>\n"
}
