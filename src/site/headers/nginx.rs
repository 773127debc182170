//! nginx: one location, to be included in a `server`. Its `add_header` without `always` adds to successful answers alone, so what is missing is
//! never kept; a location with one of its own takes none from outside, so each names all of its headers.

use super::{Class, PRIVATE, TYPES, type_of};

pub fn file(base: &str, classes: &[Class]) -> String {
    let types: String = TYPES.iter().map(|ending| format!("    {} {ending};\n", plain(type_of(ending)))).collect();
    let mut out = format!(
        "# nginx: put this line into the `server` of the site, whose `root` is the folder that {base} lies below:\n\
         #   include /path/of/the/site/deploy/nginx.conf;\n\
         # With the module ngx_brotli (Debian: libnginx-mod-http-brotli-static) write `brotli_static on;` in that `server` as well.\n\
         # Needs no other `location {base}`.\n\
         location ^~ {base} {{\n  index index.html;\n  autoindex off;\n  absolute_redirect off;\n  error_page 403 404 {base}404.html;\n  \
         gzip_static on;\n  gzip_vary on;\n  etag on;\n  charset utf-8;\n  \
         charset_types text/css text/javascript text/plain;\n  default_type application/octet-stream;\n  types {{\n{types}  }}\n"
    );
    for name in PRIVATE {
        let kind = if name.ends_with('/') { "^~" } else { "=" };
        out.push_str(&format!("  location {kind} {base}{name} {{ return 404; }}\n"));
    }
    for class in classes {
        let missing = if class.path == "404.html" { " always" } else { "" };
        let lines: String = class.headers.iter().map(|(name, value)| format!("    add_header {name} \"{value}\"{missing};\n")).collect();
        match (class.exact, class.path) {
            // What is in no other class: the location itself.
            (false, "") => out.push_str(&lines.replace("    ", "  ")),
            (exact, path) => out.push_str(&format!("  location {} {base}{path} {{\n{lines}  }}\n", if exact { "=" } else { "^~" })),
        }
    }
    out + "}\n"
}

/// The type without its charset, which nginx adds by itself.
fn plain(media_type: &str) -> &str {
    media_type.split(';').next().unwrap_or_default()
}
