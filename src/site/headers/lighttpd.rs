//! lighttpd 1.4: the first condition that fits, and no other. It knows no precompressed copies; `mod_deflate` packs each file once and keeps it.

use super::{Class, PRIVATE, TYPES, escaped, type_of};

pub fn file(base: &str, classes: &[Class]) -> String {
    let types: String = TYPES.iter().map(|ending| format!("  \".{ending}\" => \"{}\",\n", type_of(ending))).collect();
    let private: Vec<String> = PRIVATE.iter().map(|name| escaped(name)).collect();
    let mut out = format!(
        "# lighttpd: include this file after `server.document-root`, the folder that {base} lies below:\n\
         #   include \"/path/of/the/site/deploy/lighttpd.conf\"\n\
         # Compressed answers: Debian's package lighttpd-mod-deflate; say where packed files are kept with deflate.cache-dir.\n\
         server.modules += ( \"mod_access\", \"mod_setenv\", \"mod_deflate\" )\n\
         $HTTP[\"url\"] =~ \"^{}\" {{\n  index-file.names = ( \"index.html\" )\n  dir-listing.activate = \"disable\"\n  \
         server.error-handler = \"{base}404.html\"\n  deflate.allowed-encodings = ( \"br\", \"gzip\" )\n  \
         deflate.mimetypes = ( \"text/\", \"application/json\", \"application/wasm\", \"image/svg+xml\" )\n  mimetype.assign = (\n{types}  \"\" => \"application/octet-stream\"\n  )\n  \
         $HTTP[\"url\"] =~ \"^{}({})\" {{ url.access-deny = ( \"\" ) }}\n",
        escaped(base),
        escaped(base),
        private.join("|")
    );
    // What is sent as it is, because it is asked for so, varies all the same.
    let vary = ("Vary", "Accept-Encoding".to_owned());
    for (n, class) in classes.iter().enumerate() {
        let lines: String =
            class.headers.iter().chain([&vary]).map(|(name, value)| format!("      \"{name}\" => \"{value}\",\n")).collect();
        let before = if n == 0 { "" } else { "else " };
        // What is in no other class is the last. A condition that repeats the one around it would be refused.
        let condition = match (class.exact, class.path) {
            (false, "") => String::new(),
            (exact, path) => format!("$HTTP[\"url\"] =~ \"^{}{}{}\" ", escaped(base), escaped(path), if exact { "$" } else { "" }),
        };
        out.push_str(&format!("  {before}{condition}{{\n    setenv.set-response-header = (\n{lines}    )\n  }}\n"));
    }
    out + "}\n"
}
